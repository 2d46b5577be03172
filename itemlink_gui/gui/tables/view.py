"""The view of every table of records: rows selected whole, dragged and dropped on, columns that remember."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from itemlink_gui.gui.tables import delegate, drag_picture, mime
from itemlink_gui.gui.tables.column_header import ColumnHeader
from itemlink_gui.gui.tables.edit import EditDelegate
from itemlink_gui.gui.tables.id_list import Index
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.selection import Selection
from itemlink_gui.gui.translation import from_right

# The outer pixels of a table where a drag scrolls it: half a row, so that the last row can still be aimed at.
EDGE = 16


class IdTableView(QTableView):
    """A table of records.

    Args:
        model: lists them.
        compact: rows of 26 instead of 32 px.
        parent: the widget it belongs to.
    """

    focused = Signal()
    released = Signal()
    """A button of the mouse was let go, and no drag began."""

    def __init__(self, model: IdTable, *, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self._held = Qt.MouseButton.NoButton
        self.rows = EditDelegate(self, model)
        self.setModel(model)
        self.setItemDelegate(self.rows)
        self.selection = Selection(self, model)
        self.columns = ColumnHeader(self, model)
        self._look(compact)
        self._behave()

    def _look(self, compact: bool) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_compact(compact)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)

    def _behave(self) -> None:
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QTableView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(EDGE)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_compact(self, compact: bool) -> None:
        """Choose between rows of 32 and of 26 px."""
        self.verticalHeader().setDefaultSectionSize(delegate.row_height(compact))

    # Selecting.

    def enter(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to the table; where nothing is selected, the row that it comes to is."""
        self.setFocus(reason)
        if not len(self.selection) and self.table.rowCount():
            self.selectRow(max(self.currentIndex().row(), 0))

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        command = super().selectionCommand(index, event)
        if event is not None and command & QItemSelectionModel.SelectionFlag.Clear:
            self.selection.drop_hidden()
        return command

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.rows.move_ring(current, previous)

    @override
    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fill(self.viewport().width())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.rows.hover_row = self.rowAt(event.position().toPoint().y())
        self._held = event.buttons()
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.released.emit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.rows.hover_row = -1
        super().leaveEvent(event)

    # Dragging.

    @override
    def startDrag(self, supported: Qt.DropAction) -> None:
        ids = self.selection.ids()
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(self.table.pack(ids))
        names = [name for name in map(self.table.name_of, ids[:3]) if name]
        picture = drag_picture.picture(names, len(ids), self)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(round(picture.deviceIndependentSize().width()) + 12 if from_right(self) else -12, -8))
        self.table.session.begin(self.table.kind, ids, self.table.owner)
        self.table.session.asking = self._held == Qt.MouseButton.RightButton
        # Not the inherited way: with a move action a Qt view removes the dragged rows itself.
        drag.exec(Qt.DropAction.CopyAction)
        self.table.session.end()

    def _drop_index(self, at: QPoint) -> QModelIndex:
        index = self.indexAt(at)
        return index.siblingAtColumn(0) if index.isValid() else index

    def _weigh(self, event: QDragMoveEvent) -> None:
        """Show what a drop here would do, and accept it if it would do something."""
        index = self._drop_index(event.position().toPoint())
        table, row = self.table, index.row()
        drop = table.meaning_of(event.mimeData(), index)
        target = table.id_at(row) if row >= 0 else 0
        onto = table.session.landing(table.kind, table.owner, table.session.kind, target)
        on_row = onto == (table.kind, target)
        table.set_target(row if on_row else -1)
        table.session.hint(drop, onto, table.name_of(target) if on_row else table.owner_name)
        if drop is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        found = mime.decode(event.mimeData(), self.table.bridge.nonce)
        if found is None:
            event.ignore()
            return
        if self.table.session.kind is None:
            self.table.session.begin(*found)
        # Entering is always accepted: only then the rows are asked one by one.
        self.setState(QAbstractItemView.State.DraggingState)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # The inherited one scrolls at the edges.
        super().dragMoveEvent(event)
        self._weigh(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._end_drop()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        index = self._drop_index(event.position().toPoint())
        if self.table.dropMimeData(event.mimeData(), event.dropAction(), -1, -1, index):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
        self._end_drop()
        self.stopAutoScroll()

    def _end_drop(self) -> None:
        self.setState(QAbstractItemView.State.NoState)
        self.table.set_target(-1)
        self.table.session.hinted.emit("")
