"""The list of categories beside the items: a click narrows, a drop puts items into one, names are edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QToolTip, QWidget
from typing_extensions import override

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.field_editor import LineEditor
from itemlink_gui.gui.panes.category_delegate import CategoryDelegate
from itemlink_gui.gui.panes.category_drops import CategoryDrops
from itemlink_gui.gui.panes.category_model import PLACE, Index
from itemlink_gui.gui.record_edit import mark
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.ops import categories

WIDTH = 136
"""Of the list, in pixels."""


class CategoryList(CategoryDrops):
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
        super().__init__(bridge, session, parent)
        self._table = table
        self._for_new: list[int] = []
        self.setObjectName("categories")
        self.setAccessibleName(tr("Categories"))
        self.setItemDelegate(CategoryDelegate(self))
        self._look()
        self.rows.listed.connect(self._on_listed)
        self.rows.modelReset.connect(self.follow)
        table.listed.connect(self.follow)
        self.new_requested.connect(self.begin_new)
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
        self.viewport().update()
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
