"""Creating, opening, duplicating and deleting records; undo and redo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import dialogs
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables.linked import LinkedTable
from itemlink_gui.ops import by_kind, sample
from itemlink_gui.store import history, queries
from itemlink_gui.store.history import UndoState


class RecordCommands(QObject):
    """The actions about records.

    Args:
        desk: what they act on.
    """

    unlink_requested = Signal()
    details_requested = Signal()
    """What is to be edited is a long text of a link."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        for kind, pane in desk.panes.items():
            pane.add_requested.connect(partial(self._create, kind))
            pane.sample_requested.connect(self._on_sample_requested)

    def new_item(self) -> None:
        """Ask for a new item."""
        self._create("item")

    def new_customer(self) -> None:
        """Ask for a new customer."""
        self._create("customer")

    def new_company(self) -> None:
        """Ask for a new company."""
        self._create("company")

    def _create(self, kind: Kind) -> None:
        # What is made while a category is listed belongs to it.
        category = self._desk.panes["item"].table.listing.category or 0
        dialog = dialogs.new_record.NewRecord(self._desk.bridge, kind, self._desk.window, category=category)
        dialog.accepted.connect(partial(self._on_created, kind, dialog))
        dialog.open()

    def _on_created(self, kind: Kind, dialog: dialogs.new_record.NewRecord) -> None:
        self._go_to(kind, dialog.created)

    def _go_to(self, kind: Kind, record: int) -> None:
        """Select a record that has just been made, as soon as it is listed."""
        self._desk.show(kind).reveal(record)

    def _on_sample_requested(self) -> None:
        self._desk.bridge.run(sample.fill())

    def edit(self) -> None:
        """Edit the current cell, or the name where the cell cannot be edited."""
        view = self._desk.view
        index = view.currentIndex()
        if index.isValid():
            table = view.table
            if isinstance(table, LinkedTable) and table.is_long(index.column()):
                self.details_requested.emit()
                return
            if not view.table.columns[index.column()].field:
                index = index.siblingAtColumn(0)
            view.setFocus()
            view.edit(index)

    def open_record(self) -> None:
        """Go to the current record's fields."""
        self._open()

    def double_click(self, column: int) -> None:
        """Edit what belongs to a link in its cell; of a record, go to the field that stands in the column."""
        table = self._desk.view.table
        of_link = isinstance(table, LinkedTable) and table.spec_of(column) is not None
        if of_link and not self._desk.bridge.read_only:
            self.edit()
        else:
            spec = table.columns[column].spec
            self._open(spec.name if spec else "")

    def _open(self, field: str = "") -> None:
        current = self._desk.view.selection.current()
        if current:
            self._desk.inspector.show_record(self._desk.kind, current)
            self._desk.inspector.open_record(field)

    def duplicate(self) -> None:
        """Make a copy of the current record."""
        kind, current = self._desk.kind, self._desk.view.selection.current()
        if current:
            self._desk.bridge.run(by_kind.OF[kind].duplicate(current), partial(self._go_to, kind))

    def delete(self) -> None:
        """Delete the selected records, telling before what goes with them; in a linked list, remove the links."""
        if self._desk.view.table.owner is not None:
            self.unlink_requested.emit()
            return
        kind, ids = self._desk.subject()
        if ids:
            self._desk.bridge.read(partial(queries.links_of, kind, ids), partial(self._on_counted, kind, ids))

    def _on_counted(self, kind: Kind, ids: list[int], count: int) -> None:
        what = self._desk.words(kind, ids)
        text = tr("Delete {what}? %n link(s) will go with it.", n=count, what=what)
        if len(ids) > 1:
            text = tr("Delete {what}? %n link(s) will go with them.", n=count, what=what)
        details = tr("Undo brings everything back.")
        if not count or self._desk.prompts.ask(tr("Delete"), text, tr("Delete"), details=details):
            self._desk.bridge.run(by_kind.OF[kind].delete(ids))


class UndoCommands(QObject):
    """Undo and Redo, named after what they do.

    Args:
        desk: what they act on.
    """

    named = Signal(object)
    """The `UndoState` that the two actions shall show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        # None as long as it is not known which step is the newest: then it is taken as it comes.
        self._state: UndoState | None = None
        desk.bridge.changed.connect(self._on_changed)
        desk.bridge.failed.connect(self._on_failed)
        desk.bridge.given_up.connect(self.refresh)
        # The step that the message tells of, and no other that came after it.
        desk.bar.undo_requested.connect(self._undo)

    def refresh(self) -> None:
        """Ask which steps the two actions would take now."""
        self._desk.bridge.read(history.undo_state, self._on_state, slot=("undo", id(self)))

    def _on_changed(self, _change: Change) -> None:
        self.refresh()

    def _on_state(self, state: UndoState) -> None:
        # With keys held down the next step is under way before this answer is here.
        self._state = None if self._desk.bridge.tasks else state
        self.named.emit(state)

    def undo(self) -> None:
        """Take the newest step back."""
        self._undo(self._state.undo.id if self._state and self._state.undo else None)

    def _undo(self, expected: int | None) -> None:
        self._state = None
        self._desk.bridge.undo(expected)

    def redo(self) -> None:
        """Do again what was taken back last."""
        step = self._state.redo if self._state else None
        self._state = None
        self._desk.bridge.redo(step.id if step else None)

    def _on_failed(self, _error: ItemLinkError) -> None:
        self.refresh()
