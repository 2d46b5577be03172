"""The *Assign…* palette: type, see matches, Enter adds or removes; it stays open until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns, theme
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.drag import Drop, between
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.store import queries
from itemlink_gui.store.queries import Match

# More than these nobody reads; typing on is quicker.
MOST = 50


class MatchTable(plain.ShortTable[Match]):
    """Records that are offered.

    Args:
        others: to how many records they would be assigned.
        parent: owns the model.
    """

    def __init__(self, others: int, parent: QObject | None = None) -> None:
        super().__init__(("", ""), parent)
        self._others = others

    @override
    def set_rows(self, rows: Sequence[Match]) -> None:
        """Show other matches; the same records stay where they are, only their state is shown anew."""
        by_id = {match.id: match for match in rows}
        if rows and by_id.keys() == {match.id for match in self.rows}:
            self.rows = [by_id[match.id] for match in self.rows]
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 1))
        else:
            super().set_rows(rows)

    def linked(self, row: int) -> bool:
        """Return whether a match is linked to all that it would be assigned to."""
        return self.rows[row].linked >= self._others

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return match.more if index.column() else match.name
        if role == Qt.ItemDataRole.AccessibleTextRole and not index.column():
            return tr("{name}, linked", name=match.name) if self.linked(index.row()) else match.name
        if role == Role.ID:
            return match.id
        if role == Role.MUTED:
            return index.column() == 1
        if role == Role.DROP_STATE:
            return "all" if self.linked(index.row()) else "some" if match.linked else None
        return None


class AssignPalette(QDialog):
    """Offers the records of one side for records of the other.

    Args:
        bridge: to the file.
        kind: what is offered.
        onto: what it is assigned to.
        others: ids of those.
        name: what people call those.
        apply: carries a link or its removal out.
        parent: the window.
    """

    create_requested = Signal(str)
    details_requested = Signal(object)
    """A `Drop` whose links shall have data from the start."""

    def __init__(
        self,
        bridge: Bridge,
        kind: Kind,
        onto: Kind,
        others: Sequence[int],
        name: str,
        apply: Callable[[Drop], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = kind
        self._onto = onto
        self._others = tuple(others)
        self._apply = apply
        self._with_details = "company" not in (kind, onto)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("assignPalette")
        self.setWindowTitle(tr("Add") if "company" in (kind, onto) else tr("[Verb]"))
        self.table = MatchTable(len(self._others), self)
        self.view = QTableView()
        self.search = QLineEdit()
        self._title = texts.ElidedLabel(nouns.of(kind, name))
        self._set_up_view()
        self._lay_out()
        self.search.textChanged.connect(self._ask)
        bridge.changed.connect(self._on_changed)
        self.table.modelReset.connect(self._on_reset)
        self._ask()

    def _set_up_view(self) -> None:
        view = self.view
        view.setObjectName("assignMatches")
        view.setAccessibleName(tr("Matches"))
        plain.set_up(view, self.table, compact=False)
        # The keyboard stays in the search box, which hands the arrows on.
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.horizontalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        view.clicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.search.setObjectName("assignSearch")
        self.search.setPlaceholderText(tr("Type a name"))
        self.search.setAccessibleName(nouns.search(self._kind))
        self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition).setText(tr("Search"))
        self.search.installEventFilter(self)
        keys = [tr("Enter adds or removes"), tr("Shift+Enter creates"), tr("Esc closes")]
        if self._with_details:
            keys.insert(1, tr("Ctrl+Enter adds with details"))
        hint = texts.label(" · ".join(keys), muted=True, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(hint)
        self.resize(520, 440)

    def _ask(self) -> None:
        question = partial(queries.matches, self._kind, self.search.text(), self._others, MOST, self._onto)
        self._bridge.read(question, self.table.set_rows, slot=("assign", id(self)))

    def _on_changed(self, _change: Change) -> None:
        self._ask()

    def _on_reset(self) -> None:
        if self.table.rowCount():
            self.view.selectRow(0)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.toggle(index.row())

    def toggle(self, row: int) -> None:
        """Link a match to all the records, or remove those links if they are all there."""
        match = self.table.rows[row]
        op = "unlink" if self.table.linked(row) else "link"
        self._apply(between(op, self._kind, [match.id], self._onto, self._others))  # type: ignore[arg-type]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.view.currentIndex().row()
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up:
                    step = 1 if event.key() == Qt.Key.Key_Down else -1
                    if self.table.rowCount():
                        self.view.selectRow(min(max(row + step, 0), self.table.rowCount() - 1))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                        self.create_requested.emit(self.search.text())
                    elif row >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._with_details:
                        chosen = [self.table.rows[row].id]
                        self.details_requested.emit(between("link", self._kind, chosen, self._onto, self._others))
                    elif row >= 0:
                        self.toggle(row)
                    return True
        return super().eventFilter(watched, event)
