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

from itemlink_gui.gui.tables import delegate, drag_picture
from itemlink_gui.gui.tables.column_header import ColumnHeader
from itemlink_gui.gui.tables.dropping import Dropping
from itemlink_gui.gui.tables.edit import EditDelegate
from itemlink_gui.gui.tables.ghost_row import GhostRow
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
        parent: the widget it belongs to.
    """

    focused = Signal()
    released = Signal()
    """A button of the mouse was let go, and no drag began."""
    double_clicked = Signal(int)
    """The current cell was clicked twice: the number of its column."""

    def __init__(self, model: IdTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self._held = Qt.MouseButton.NoButton
        self.rows = EditDelegate(self, model)
        self.setModel(model)
        self.setItemDelegate(self.rows)
        self.selection = Selection(self, model)
        self.columns = ColumnHeader(self, model)
        self.ghost = GhostRow(self, model)
        self.dropping = Dropping(self, model, self.ghost)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_compact(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
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

    @override
    def selectAll(self) -> None:
        if not self.selection.wait_for_all():
            super().selectAll()

    def enter(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to the table; where nothing is selected, the row that it comes to is."""
        self.setFocus(reason)
        if not len(self.selection) and self.table.rowCount():
            self.selectRow(max(self.currentIndex().row(), 0))

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        if event is None:
            return super().selectionCommand(index, event)
        self.selection.take_up(index)
        command = super().selectionCommand(index, event)
        if command & QItemSelectionModel.SelectionFlag.Clear:
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
    def updateGeometries(self) -> None:
        super().updateGeometries()
        # Room for a row below the last, to drop on.
        bar = self.verticalScrollBar()
        rows = self.verticalHeader()
        bar.setMaximum(max(0, rows.length() + rows.defaultSectionSize() - self.viewport().height()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.rows.hover_row = self.rowAt(event.position().toPoint().y())
        self._held = event.buttons()
        super().mouseMoveEvent(event)

    @override
    def selectedIndexes(self) -> list[QModelIndex]:
        # Qt asks at every move of the mouse whether any of them can be dragged: of a million it would make a list of
        # all their cells, which took 40 s.
        selection = self.selectionModel().selection()
        return [] if selection.isEmpty() else [self.table.index(selection.first().top(), 0)]

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.released.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            event.accept()
            self.double_clicked.emit(index.column())
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.rows.hover_row = -1
        super().leaveEvent(event)

    # Dragging.

    @override
    def startDrag(self, supported: Qt.DropAction) -> None:
        ids = self.selection.packed()
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(self.table.pack(ids))
        names = [name for name in map(self.table.name_of, ids[:3]) if name]
        picture = drag_picture.picture(names, len(ids), self)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(round(picture.deviceIndependentSize().width()) + 12 if from_right(self) else -12, -8))
        self.table.session.begin(self.table.kind, ids, self.table.owner, self.table.owner_name)
        self.table.session.asking = self._held == Qt.MouseButton.RightButton
        # Not the inherited way: with a move action a Qt view removes the dragged rows itself.
        drag.exec(supported, Qt.DropAction.CopyAction)
        self.table.session.end()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.dropping.enter(event):
            self.setState(QAbstractItemView.State.DraggingState)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # The inherited one scrolls at the edges.
        super().dragMoveEvent(event)
        self.dropping.weigh(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._end_drop()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)
        self._end_drop()
        self.stopAutoScroll()

    def _end_drop(self) -> None:
        self.setState(QAbstractItemView.State.NoState)
        self.dropping.end()
