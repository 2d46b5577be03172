"""What the commands work on: the file, the two panes, the inspector, and where the keyboard was last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.inspector import Inspector, Page
from itemlink_gui.gui.panes.left_side import LeftSide
from itemlink_gui.gui.panes.message_bar import MessageBar
from itemlink_gui.gui.panes.table_pane import TablePane
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.store.models import OTHER


class Desk(QObject):
    """The parts of one window, for those who act on them.

    Args:
        window: parent of dialogs.
        bridge: to the file.
        settings: of the user.
        panes: by kind.
        left: holds those of what customers are linked to.
        inspector: below or beside them.
        bar: for messages.
    """

    moved = Signal()
    """The keyboard went to another table."""
    dropped = Signal(object)
    """A `Drop` onto one of the tables."""
    came = Signal(object)
    """A table of records that was not there before."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        settings: Settings,
        panes: dict[Kind, TablePane],
        left: LeftSide,
        inspector: Inspector,
        bar: MessageBar,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.bridge = bridge
        self.settings = settings
        self.panes = panes
        self.left = left
        self.inspector = inspector
        self.bar = bar
        self._used: IdTableView = panes[left.kind].view
        inspector.made.connect(self._on_page)
        self.with_each_view(self._listen_to)
        left.switched.connect(self._on_switched)

    @property
    def prompts(self) -> Prompts:
        """What asks the user."""
        return self.bridge.prompts

    def views(self) -> list[IdTableView]:
        """Return all tables of records that there are so far."""
        linked = [one.view for page in self.inspector.pages.values() for one in page.lists.values()]
        return [*(pane.view for pane in self.panes.values()), *linked]

    def with_each_view(self, do: Callable[[IdTableView], object]) -> None:
        """Do something with every table of records: now with those that are there, later with those that come."""
        for view in self.views():
            do(view)
        self.came.connect(do)

    def _on_page(self, page: Page) -> None:
        for linked in page.lists.values():
            self.came.emit(linked.view)

    def _listen_to(self, view: IdTableView) -> None:
        view.focused.connect(partial(self._on_focused, view))
        view.table.dropped.connect(self.dropped)

    def shown(self) -> dict[Kind, TablePane]:
        """Return the two panes that are seen."""
        return {kind: self.panes[kind] for kind in (self.left.kind, "customer")}

    def show(self, kind: Kind) -> TablePane:
        """Bring a pane to the front, and return it."""
        if kind != "customer":
            self.left.show_kind(kind)
        return self.panes[kind]

    def _on_switched(self) -> None:
        # What is behind is not what an action is about.
        if self.view in [pane.view for pane in self.panes.values()] and self.kind != "customer":
            self._on_focused(self.panes[self.left.kind].view)

    def _on_focused(self, view: IdTableView) -> None:
        self._used = view
        self.moved.emit()

    @property
    def view(self) -> IdTableView:
        """The table that had the keyboard last; for a linked list that is out of sight, the pane of its owner.

        What is selected in a list that nobody sees is not what an action is about.
        """
        owner = self._used.table.owner
        return self._used if owner is None or self._used.isVisible() else self.panes[owner[0]].view

    @property
    def kind(self) -> Kind:
        """What the table that had the keyboard last lists."""
        return self.view.table.kind

    def selected(self, kind: Kind) -> list[int]:
        """Return the ids of the selected records in the pane of their kind."""
        return self.panes[kind].selection.ids()

    def subject(self) -> tuple[Kind, list[int]]:
        """Return the records that an action is about: the selected ones, or the owner of a linked list."""
        owner = self.view.table.owner
        if owner is not None:
            return owner[0], [owner[1]]
        return self.kind, self.view.selection.ids()

    def words(self, kind: Kind, ids: Sequence[int]) -> str:
        """Return what people call records: the name of one, or how many."""
        if len(ids) == 1:
            name = self.panes[kind].table.name_of(ids[0])
            if not name and self.inspector.current == (kind, ids[0]):
                name = self.inspector.shown_name
            if name:
                return name
        return labels.counted(kind, len(ids))

    def partner(self) -> Kind:
        """Return what the records of `subject` are to be linked to, as far as nothing else is said."""
        if self.view.table.owner is not None:
            return self.kind
        return self.left.kind if self.kind == "customer" else OTHER[self.kind]
