"""The dialog for the fields of links that users make; each act is one step at once, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget
from typing_extensions import override

from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.dialogs.link_field import LinkFieldForm, type_name
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import link_fields
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import link_rows
from itemlink_gui.store.link_rows import OwnField


class FieldTable(plain.ShortTable[OwnField]):
    """The fields, with their types and what can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("Name"), tr("Type"), tr("Values")), parent)

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        field = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (field.name, type_name(field.type), ", ".join(field.choices))[index.column()]
        if role == Role.ID:
            return field.id
        return index.column() > 0 if role == Role.MUTED else None


class LinkFields(QDialog):
    """Lists the fields; adds, renames, moves and deletes them.

    Args:
        bridge: to the file.
        parent: the window.
    """

    def __init__(self, bridge: Bridge, parent: Widget | None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wanted = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("linkFields")
        self.setWindowTitle(tr("Fields of links"))
        self.table = FieldTable(self)
        self.view = QTableView()
        self.view.setObjectName("linkFieldTable")
        self.view.setAccessibleName(tr("Fields of links"))
        plain.set_up(self.view, self.table, compact=False)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.resizeSection(0, 180)
        header.resizeSection(1, 110)
        self.buttons = {
            "add": self._button("add", tr("Add…"), "plus", self._add),
            "rename": self._button("rename", tr("Rename…"), "pencil", self._rename),
            "choices": self._button("choices", tr("Values…"), "list", self._choices),
            "up": self._button("up", tr("Up"), "arrow-up", self._move_up),
            "down": self._button("down", tr("Down"), "arrow-down", self._move_down),
            "delete": self._button("delete", tr("Delete"), "trash-2", self._delete),
        }
        self._nothing = texts.label(
            tr("Every link has a quantity, days and a note. Here you add what else you want to know of each."),
            muted=True,
            wrap=True,
        )
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.activated.connect(self._rename)
        bridge.changed.connect(self._on_changed)
        self._ask()
        self._on_current()

    def _button(self, name: str, text: str, icon: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"linkField_{name}")
        button.setIcon(theme.icon(icon))
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        for button in self.buttons.values():
            side.addWidget(button)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.view, 1)
        both.addLayout(side)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._nothing)
        column.addLayout(both, 1)
        column.addWidget(closing)
        self.resize(620, 420)

    # What is listed.

    def _ask(self) -> None:
        self._bridge.read(link_rows.own_fields, self._on_fields, slot=("link_fields", id(self)))

    def _on_changed(self, change: Change) -> None:
        if change.wrote("link_field"):
            self._ask()

    def _on_fields(self, fields: Sequence[OwnField]) -> None:
        row = self.view.currentIndex().row()
        self.table.set_rows(fields)
        ids = [field.id for field in fields]
        if self._wanted in ids:
            row = ids.index(self._wanted)
        if ids:
            self.view.selectRow(min(max(row, 0), len(ids) - 1))
        self._on_current()

    @property
    def current(self) -> OwnField | None:
        """The field that is selected."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def _on_current(self) -> None:
        field, row, writing = self.current, self.view.currentIndex().row(), not self._bridge.read_only
        there = writing and field is not None
        self.buttons["add"].setEnabled(writing)
        self.buttons["rename"].setEnabled(there)
        self.buttons["delete"].setEnabled(there)
        self.buttons["choices"].setEnabled(there and field is not None and field.type == "choice")
        self.buttons["up"].setEnabled(there and row > 0)
        self.buttons["down"].setEnabled(there and row < len(self.table.rows) - 1)

    # What is done.

    def _add(self) -> None:
        form = LinkFieldForm(tr("New field of links"), tr("Add"), parent=self)
        form.typed.connect(partial(self._on_new, form))
        form.open()

    def _on_new(self, form: LinkFieldForm) -> None:
        operation = link_fields.add(form.name(), form.type(), form.choices.values())
        self._bridge.run(operation, partial(self._on_added, form), form.refuse)

    def _on_added(self, form: LinkFieldForm, field: int) -> None:
        self._wanted = field
        form.done_with()
        self._ask()

    def _rename(self) -> None:
        if self.current is not None and not self._bridge.read_only:
            form = LinkFieldForm(tr("Rename field of links"), tr("Rename"), name=self.current.name, parent=self)
            form.typed.connect(partial(self._on_renamed, form, self.current.id))
            form.open()

    def _on_renamed(self, form: LinkFieldForm, field: int) -> None:
        self._run(form, link_fields.rename(field, form.name()))

    def _choices(self) -> None:
        if self.current is not None:
            title = tr("Values of {field}", field=self.current.name)
            form = LinkFieldForm(title, tr("Set"), choices=self.current.choices, parent=self)
            form.typed.connect(partial(self._on_choices, form, self.current.id))
            form.open()

    def _on_choices(self, form: LinkFieldForm, field: int) -> None:
        self._run(form, link_fields.set_choices(field, form.choices.values(), form.choices.renamed()))

    def _run(self, form: LinkFieldForm, operation: Operation[None]) -> None:
        self._bridge.run(operation, form.done_with, form.refuse)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        ids = [field.id for field in self.table.rows]
        if self.current is not None:
            place = ids.index(self.current.id)
            ids.insert(place + by, ids.pop(place))
            self._wanted = self.current.id
            self._bridge.run(link_fields.reorder(ids))

    def _delete(self) -> None:
        if self.current is not None:
            self._wanted = 0
            self._bridge.run(link_fields.delete(self.current.id))
