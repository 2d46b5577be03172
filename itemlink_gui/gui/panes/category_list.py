"""The list of categories beside the items: a click narrows, a drop puts items into one, names are edited in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget
from typing_extensions import override

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.field_editor import LineEditor
from itemlink_gui.gui.panes.category_delegate import CategoryDelegate
from itemlink_gui.gui.panes.category_model import PLACE, CategoryModel, Index, badge
from itemlink_gui.gui.record_edit import mark
from itemlink_gui.gui.tables import mime
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.ops import categories
from itemlink_gui.store import categories as questions

WIDTH = 148
"""Of the list, in pixels."""
EDGE = 24
"""The outer pixels where a drag scrolls it."""


class CategoryList(QListView):
    """Narrows the table of items to a category, and takes items that are dropped on one.

    Args:
        bridge: to the file.
        table: of the items.
        session: the drag under way in the window.
        parent: the widget it belongs to.
    """

    menu_requested = Signal(int, QPoint)
    """A menu for the category with this id, at a place on the screen."""
    delete_requested = Signal(int)
    """The category with this id is to be deleted."""

    def __init__(self, bridge: Bridge, table: IdTable, session: DragSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._table = table
        self._session = session
        self.rows = CategoryModel(bridge, self)
        self.there: Mapping[int, int] | None = None
        """Of the items that are being dragged, how many each category has already; None while it is not known."""
        self.target = -1
        """The row that a drop would land on."""
        self._for_new: list[int] = []
        self.setObjectName("categories")
        self.setAccessibleName(tr("Categories"))
        self.setModel(self.rows)
        self.setItemDelegate(CategoryDelegate(self))
        self._look()
        self.rows.listed.connect(self._on_listed)
        self.rows.modelReset.connect(self.follow)
        table.listed.connect(self.follow)
        session.changed.connect(self._on_drag)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.rows.reload()

    def _look(self) -> None:
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QListView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(EDGE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    # What is listed.

    def follow(self) -> None:
        """Mark the category that the items are narrowed to; where it is gone, list all of them."""
        row = self.rows.row_of(self._table.listing.category)
        if row < 0 and self.rows.loaded:
            self._table.show(category=None)
        elif row >= 0 and self.currentIndex().row() != row and not self.naming:
            self.setCurrentIndex(self.rows.index(row))

    def _on_listed(self) -> None:
        self._table.dotted = bool(self.rows.rows)
        self._table.repaint_rows()

    def _on_current(self, index: Index) -> None:
        if index.isValid() and index.data(PLACE) != "new":
            self._table.show(category=self.rows.category(index.row()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.data(PLACE) == "new":
            self.begin_new([])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid() and index.data(PLACE) == "category":
            self.delete_requested.emit(self.rows.category(index.row()))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and index.data(PLACE) == "new":
            self.begin_new([])
            return
        super().keyPressEvent(event)

    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid() and index.data(PLACE) == "category":
            category = self.rows.category(index.row())
            self.menu_requested.emit(category, self.viewport().mapToGlobal(at))

    # Names.

    @property
    def naming(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QListView.State.EditingState

    def begin_new(self, items: Sequence[int]) -> None:
        """Ask for the name of a new category, in the last row.

        Args:
            items: ids of what it shall have.
        """
        self._for_new = list(items)
        self.show()
        index = self.rows.index(self.rows.rowCount() - 1)
        self.scrollTo(index)
        self.edit(index)

    def begin_rename(self, category: int) -> None:
        """Ask for another name of a category, in its row."""
        index = self.rows.index(self.rows.row_of(category))
        self.scrollTo(index)
        self.edit(index)

    def take_name(self, editor: LineEditor, index: Index) -> None:
        """Store the name that was typed; where it is refused, it stays as typed.

        Args:
            editor: with the name.
            index: the row that is named.
        """
        category, name = self.rows.category(index.row()), editor.value()
        if category is None and not name.strip():
            self.give_up(editor)
            return
        done, refused = partial(self._on_named, editor), partial(self._on_refused, editor)
        if category is None:
            self._bridge.run(categories.create(name, item_ids=self._for_new), done, refused)
        else:
            self._bridge.run(categories.rename(category, name), done, refused)

    def give_up(self, editor: LineEditor) -> None:
        """Close an editor, and go back to the row that is listed."""
        if shiboken6.isValid(editor):
            self.closeEditor(editor, CategoryDelegate.EndEditHint.NoHint)
            self._for_new = []
            self.follow()

    def _on_named(self, editor: LineEditor, _result: int | None) -> None:
        self.give_up(editor)

    def _on_refused(self, editor: LineEditor, error: ItemLinkError) -> bool:
        if not isinstance(error, Invalid) or not shiboken6.isValid(editor):
            return False
        mark(editor, error.reason)
        QToolTip.showText(editor.mapToGlobal(QPoint(0, editor.height())), texts.tooltip(error.reason), editor)
        return True

    # Drops.

    def _on_drag(self) -> None:
        if self._session.kind != "item":
            self._on_there(None)
        elif self.there is None:
            question = partial(questions.of_items, list(self._session.ids))
            self._bridge.read(question, self._on_there, slot=("dragged over categories", id(self)))

    def _on_there(self, there: dict[int, int] | None) -> None:
        # An answer that comes after the drag is about nothing.
        self.there = there if self._session.kind == "item" else None
        self.viewport().update()

    def badge(self, row: int) -> str:
        """Return in few letters what a drop on a row would do; empty where it is not known."""
        category = self.rows.category(row)
        if self.there is None:
            return ""
        there = 0 if category is None else self.there.get(category, 0)
        return badge(there, len(self._session.ids))

    def _items(self, event: QDropEvent) -> list[int]:
        """Return the items that would be put into the row under the pointer; none where that would do nothing."""
        found = mime.decode(event.mimeData(), self._bridge.nonce)
        row = self.indexAt(event.position().toPoint()).row()
        if found is None or found[0] != "item" or self._bridge.read_only or row < 0 or self.rows.place(row) == "all":
            return []
        category = self.rows.category(row)
        full = category is not None and self.there is not None and self.there.get(category, 0) == len(found[1])
        return [] if full else found[1]

    def _aim(self, row: int) -> None:
        if row != self.target:
            self.target = row
            self.viewport().update()
            name = "" if row < 0 else str(self.rows.index(row).data())
            what = self.badge(row) if row >= 0 else ""
            self._session.hinted.emit(tr("{name}: {what}", name=name, what=what) if what else "")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        found = mime.decode(event.mimeData(), self._bridge.nonce)
        if found is None or found[0] != "item":
            event.ignore()
            return
        # Entering is always accepted: only then the rows are asked one by one.
        self.setState(QAbstractItemView.State.DraggingState)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # The inherited one scrolls at the edges.
        super().dragMoveEvent(event)
        items = self._items(event)
        self._aim(self.indexAt(event.position().toPoint()).row() if items else -1)
        if items:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._end_drop()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        items = self._items(event)
        row = self.indexAt(event.position().toPoint()).row()
        self._end_drop()
        self.stopAutoScroll()
        if not items:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self.rows.place(row) == "new":
            # An editor must not open before the drop has returned to where it came from.
            QTimer.singleShot(0, self, partial(self.begin_new, items))
        else:
            self._bridge.run(categories.put(items, self.rows.category(row) or None))

    def _end_drop(self) -> None:
        self.setState(QAbstractItemView.State.NoState)
        self._aim(-1)

    @override
    def currentChanged(self, current: QModelIndex | Index, previous: QModelIndex | Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
