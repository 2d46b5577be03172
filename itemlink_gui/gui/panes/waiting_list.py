"""Who waits for an item, in order, or what a customer waits for: moved up, taken off, dragged onto an item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout
from typing_extensions import override

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.beside_list import BesideList, BesideView
from itemlink_gui.gui.tables import answers, drag_picture, mime, plain
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.store import places
from itemlink_gui.store.places import Waiter


class WaiterTable(plain.ShortTable[Waiter]):
    """Lines of waiting lists.

    Args:
        kind: item or customer: whose list it is.
        parent: owns the model.
    """

    def __init__(self, kind: Kind, parent: QObject | None = None) -> None:
        name = tr("[Customer]") if kind == "item" else tr("[Item]")
        super().__init__((tr("Place in line"), name, tr("Quantity"), tr("Since")), parent)
        self._kind = kind

    def other(self, row: int) -> int:
        """Return the id of the record in a row."""
        return self.rows[row].customer if self._kind == "item" else self.rows[row].item

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        waiter, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (waiter.place, waiter.name, waiter.quantity, texts.short_date(waiter.since))[column]
        if role == Qt.ItemDataRole.ToolTipRole and column == 3:
            return texts.full_date(waiter.since)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return answers.RIGHT if column in (0, 2) else answers.LEFT
        if role == Role.ID:
            return self.other(index.row())
        if role == Role.MUTED:
            return column == 3 or (column == 2 and waiter.quantity == 1)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return answers.RIGHT if section in (0, 2) else answers.LEFT
        return super().headerData(section, orientation, role)

    @override
    def flags(self, index: plain.Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


class WaitersView(BesideView):
    """Lines of a waiting list, that can be dragged to where they shall have a place.

    Args:
        model: what it shows.
        kind: of the records in the lines.
        bridge: to the file.
        session: the drag under way in the window.
    """

    def __init__(self, model: WaiterTable, kind: Kind, bridge: Bridge, session: DragSession) -> None:
        super().__init__(model)
        self._table = model
        self._kind: Kind = kind
        self._bridge = bridge
        self._session = session
        self.setDragDropMode(QTableView.DragDropMode.DragOnly)
        self.setColumnWidth(0, 110)
        self.setColumnWidth(2, 90)
        self.setColumnWidth(3, 120)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> list[int]:
        """Return the ids of the records in the selected lines, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._table.other(row) for row in rows]

    @override
    def startDrag(self, supported: Qt.DropAction) -> None:
        ids = self.chosen()
        if not ids:
            return
        names = {self._table.other(row): line.name for row, line in enumerate(self._table.rows)}
        drag = QDrag(self)
        drag.setMimeData(mime.encode(self._kind, ids, self._bridge.nonce))
        drag.setPixmap(drag_picture.picture([names[record] for record in ids[:3]], len(ids), self))
        drag.setHotSpot(QPoint(-12, -8))
        self._session.begin(self._kind, ids)
        drag.exec(Qt.DropAction.CopyAction)
        self._session.end()


class WaitingList(BesideList):
    """The waiting list of an item, or the waiting lists that a customer is on.

    Args:
        bridge: to the file.
        kind: item or customer: whose list it is.
        session: the drag under way in the window.
    """

    move_requested = Signal(object, object)
    """Ids of the items and of the customers that shall have a place; all who wait if there are no customers."""
    remove_requested = Signal(object, object)
    """Ids of the items and of the customers that shall wait no longer."""

    def __init__(self, bridge: Bridge, kind: Kind, session: DragSession) -> None:
        tables = ("waiting", "item", "customer", "user")
        super().__init__(bridge, kind, places.waiting_number, places.waiting_list, tables)
        self.read.connect(self._on_read)
        self.table = WaiterTable(kind, self)
        self.view = WaitersView(self.table, "customer" if kind == "item" else "item", bridge, session)
        self.view.setObjectName("waitingTable")
        self.view.setAccessibleName(tr("Waiting list"))
        self._move = QPushButton(tr("Move up"))
        self._move.setObjectName("waitingMove")
        self._move.setIcon(theme.icon("arrow-up"))
        self._remove = QPushButton(tr("Take off the list"))
        self._remove.setObjectName("waitingRemove")
        self._remove.setIcon(theme.icon("x"))
        self._lay_out()
        self._move.clicked.connect(self._on_move)
        for removed in (self._remove.clicked, self.view.removed):
            removed.connect(self._on_remove)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.modelReset.connect(self._on_selected)
        self._on_selected()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 8)
        buttons.setSpacing(8)
        for button in (self._move, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addWidget(self.view, 1)
        column.addWidget(self.more)

    def _on_read(self, lines: Sequence[Waiter]) -> None:
        chosen = set(self.view.chosen())
        self.table.set_rows(lines)
        model, flag = self.view.selectionModel(), self.view.selectionModel().SelectionFlag
        for row in range(len(lines)):
            if self.table.other(row) in chosen:
                model.select(self.table.index(row, 0), flag.Select | flag.Rows)

    def _on_selected(self) -> None:
        writing, chosen = not self._bridge.read_only, bool(self.view.chosen())
        # Without a choice the first of a list are meant; a customer is no such list.
        self._move.setEnabled(writing and (chosen or (self._kind == "item" and bool(self.table.rows))))
        self._remove.setEnabled(writing and chosen)

    def _on_move(self) -> None:
        chosen = self.view.chosen()
        if self._kind == "item":
            self.move_requested.emit([self._record], chosen or None)
        else:
            self.move_requested.emit(chosen, [self._record])

    def _on_remove(self) -> None:
        chosen = self.view.chosen()
        if chosen and not self._bridge.read_only:
            sides = ([self._record], chosen) if self._kind == "item" else (chosen, [self._record])
            self.remove_requested.emit(*sides)
