"""What customers think of an item, or a customer of items; the chosen one's note is edited beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.beside_list import BesideList, BesideView
from itemlink_gui.gui.panes.record_form import FieldRow
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import fields
from itemlink_gui.ops import preferences as verbs
from itemlink_gui.store import preferences
from itemlink_gui.store.models import Preference
from itemlink_gui.store.preferences import Preferred

Pair = tuple[int, int]


class PreferenceTable(plain.ShortTable[Preferred]):
    """Lines of preferences.

    Args:
        kind: item or customer: whose list it is.
        parent: owns the model.
    """

    def __init__(self, kind: Kind, parent: QObject | None = None) -> None:
        name = tr("[Customer]") if kind == "item" else tr("[Item]")
        super().__init__((name, tr("Preference"), tr("Note"), tr("Since")), parent)
        self._kind = kind

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, labels.places.preference(line.kind), line.note, texts.short_date(line.since))[column]
        if role == Qt.ItemDataRole.ToolTipRole and column == 3:
            return texts.full_date(line.since)
        if role == Role.ID:
            return line.customer if self._kind == "item" else line.item
        if role == Role.MUTED:
            return column > 1
        return None


class PreferencesView(BesideView):
    """Lines of preferences, a few of which can be chosen."""

    def __init__(self, model: PreferenceTable) -> None:
        super().__init__(model)
        self.setColumnWidth(0, 200)
        self.setColumnWidth(1, 110)
        self.setColumnWidth(3, 110)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)


class PreferenceList(BesideList):
    """The preferences for an item, or those of a customer.

    Args:
        bridge: to the file.
        kind: item or customer: whose list it is.
    """

    set_requested = Signal(object, object, str)
    """Ids of items and of customers, and the preference that they shall have; empty for none."""
    add_requested = Signal(str)
    """The records selected in the pane of the other side shall have this preference."""
    link_requested = Signal(int)
    """Everyone who wants the item shall have it: its id."""
    not_stored = Signal(str, str)
    """A note could not be stored and is about to be left: the field's label, and the reason."""

    def __init__(self, bridge: Bridge, kind: Kind) -> None:
        tables = ("preference", "item", "customer", "user")
        super().__init__(bridge, kind, preferences.number, preferences.of_record, tables)
        self.read.connect(self._on_read)
        self._edited: Pair | None = None
        self._seen = ""
        self.table = PreferenceTable(kind, self)
        self.view = PreferencesView(self.table)
        self.view.setObjectName("preferenceTable")
        self.view.setAccessibleName(tr("Preferences"))
        self._nothing = texts.ElidedLabel(muted=True)
        self._nothing.setObjectName("preferenceNothing")
        self.note = FieldRow(fields.spec(Preference.note))
        selected = tr("Add the selected [customers]") if kind == "item" else tr("Add the selected [items]")
        self._add = self._menu_button(selected, "preferenceAdd", self.add_requested.emit)
        self._change = self._menu_button(tr("Change to"), "preferenceChange", self._set)
        self._remove = QPushButton(tr("Forget"))
        self._remove.setObjectName("preferenceRemove")
        self._remove.setIcon(theme.icon("x"))
        self._link = QPushButton(tr("[Verb] everyone who wants it"))
        self._link.setObjectName("preferenceLink")
        self._link.setIcon(theme.icon("link"))
        if kind != "item":
            # To show it before it has a parent would make a window of it.
            self._link.hide()
        self._lay_out()
        self._connect()
        self._on_selected()

    def _menu_button(self, text: str, name: str, call: Any) -> QPushButton:
        button, menu = QPushButton(text), QMenu(self)
        button.setObjectName(name)
        for kind, said in fields.spec(Preference.kind).options:
            action = menu.addAction(said)
            action.setObjectName(f"{name}_{kind}")
            action.triggered.connect(partial(_called, call, kind))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        self._nothing.setText(
            tr("No preferences yet. Select [customers] and add them here.")
            if self._kind == "item"
            else tr("No preferences yet. Select [items] and add them here.")
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QHBoxLayout(self.view.viewport()).addWidget(self._nothing)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 8)
        buttons.setSpacing(8)
        for button in (self._add, self._change, self._remove, self._link):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._side = QWidget()
        form = QFormLayout(self._side)
        form.setContentsMargins(12, 0, 12, 8)
        caption = texts.label(self.note.spec.label, muted=True)
        caption.setBuddy(self.note.editor)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(caption, self.note)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.view, 3)
        below.addWidget(self._side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addLayout(below, 1)
        column.addWidget(self.more)

    def _connect(self) -> None:
        self._remove.clicked.connect(self._on_remove)
        self.view.removed.connect(self._on_remove)
        self._link.clicked.connect(self._on_link)
        self.note.left.connect(self._store_note)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.modelReset.connect(self._on_selected)

    @override
    def show_record(self, record: int) -> None:
        """List the preferences for an item or of a customer."""
        if record != self._record:
            self._store_note()
            self._tell_what_is_lost()
        super().show_record(record)

    def _on_read(self, lines: Sequence[Preferred]) -> None:
        chosen, keep = set(self._chosen()), self.note.editor.hasFocus()
        self.table.set_rows(lines)
        model, flag = self.view.selectionModel(), self.view.selectionModel().SelectionFlag
        for row, line in enumerate(lines):
            if (line.item, line.customer) in chosen:
                model.select(self.table.index(row, 0), flag.Select | flag.Rows)
        if keep and self._edited:
            self.note.editor.setFocus()
        self._nothing.setVisible(not lines and not self.number)

    def _chosen(self) -> list[Pair]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [(self.table.rows[row].item, self.table.rows[row].customer) for row in rows]

    def _on_selected(self) -> None:
        chosen, writing = self._chosen(), not self._bridge.read_only
        for button in (self._change, self._remove):
            button.setEnabled(writing and bool(chosen))
        self._add.setEnabled(writing)
        # Those who want it may come after the last line.
        wanted = any(line.kind == "wants" for line in self.table.rows)
        self._link.setEnabled(writing and (wanted or len(self.table.rows) < self.number))
        self._show_note(chosen[0] if len(chosen) == 1 else None)

    # The note.

    def _show_note(self, pair: Pair | None) -> None:
        if pair != self._edited:
            self._store_note()
            self._tell_what_is_lost()
        line = next((line for line in self.table.rows if (line.item, line.customer) == pair), None)
        self.note.setEnabled(line is not None)
        self.note.set_read_only(self._bridge.read_only)
        note = line.note if line else ""
        # What is being typed stays.
        if pair != self._edited or self.note.text() == self._seen:
            self.note.set_text(note)
            self.note.refuse("")
        self._edited, self._seen = pair, note

    def _tell_what_is_lost(self) -> None:
        if self.note.refused:
            self.not_stored.emit(self.note.spec.label, self.note.editor.accessibleDescription())

    def _store_note(self) -> None:
        if self._edited is None or self._bridge.read_only or self.note.text() == self._seen:
            return
        text = self.note.text()
        try:
            fields.cleaned(self.note.spec, text)
        except Invalid as error:
            self.note.refuse(error.reason)
            return
        self._seen = text
        self._bridge.run(verbs.note(*self._edited, text), failed=self._on_refused)

    def _on_refused(self, error: ItemLinkError) -> bool:
        if not isinstance(error, Invalid):
            return False
        self.note.refuse(error.reason)
        return True

    # The buttons.

    def _set(self, kind: str) -> None:
        items, customers = self._sides()
        if items:
            self.set_requested.emit(items, customers, kind)

    def _on_remove(self) -> None:
        if not self._bridge.read_only:
            self._set("")

    def _sides(self) -> tuple[list[int], list[int]]:
        chosen = self._chosen()
        return list(dict.fromkeys(item for item, _ in chosen)), list(dict.fromkeys(one for _, one in chosen))

    def _on_link(self) -> None:
        self.link_requested.emit(self._record)


def _called(call: Any, kind: str, _checked: bool = False) -> None:
    call(kind)
