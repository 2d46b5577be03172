"""What items are dropped on: a list of categories that tells before a drop what it would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.category_model import CategoryModel, badge
from itemlink_gui.gui.tables import mime
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.ops import categories
from itemlink_gui.store import categories as questions

EDGE = 24
"""The outer pixels where a drag scrolls it."""


class CategoryDrops(QListView):
    """Takes items that are dropped on a category.

    Args:
        bridge: to the file.
        session: the drag under way in the window.
        parent: the widget it belongs to.
    """

    new_requested = Signal(list)
    """Items, by their ids, were dropped where a new category is made."""

    def __init__(self, bridge: Bridge, session: DragSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._session = session
        self.rows = CategoryModel(bridge, self)
        self.there: Mapping[int, int] | None = None
        """Of the items that are being dragged, how many each category has already; None while it is not known."""
        self.target = -1
        """The row that a drop would land on."""
        self.setModel(self.rows)
        self.setDragDropMode(QListView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(EDGE)
        session.changed.connect(self._on_drag)

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

    def _items(self, event: QDropEvent) -> Sequence[int]:
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
            QTimer.singleShot(0, self, partial(self.new_requested.emit, items))
        else:
            self._bridge.run(categories.put(items, self.rows.category(row) or None))

    def _end_drop(self) -> None:
        self.setState(QAbstractItemView.State.NoState)
        self._aim(-1)
