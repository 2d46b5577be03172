"""Dragging without a mouse: what Qt would send to the tables, sent by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from itemlink_gui.gui.tables.view import IdTableView

if TYPE_CHECKING:
    from tests.gui.helpers import Person

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Drag:
    """A drag from the press of the button on; what the mouse does meanwhile is done inside ``QDrag.exec``.

    Args:
        person: whose.
        view: the table that it starts from.
        button: of the mouse.
    """

    def __init__(self, person: Person, view: IdTableView, button: Qt.MouseButton = LEFT) -> None:
        self._button = button
        self._person = person
        self._view = view
        self._entered: QTableView | None = None
        self.drag: QDrag | None = None
        self.keys = NO_KEYS
        """What is held meanwhile; with Shift, Qt asks for a move where one is offered."""
        self.offered: Qt.DropAction | None = None

    @property
    def mime(self) -> QMimeData:
        assert self.drag is not None, "no drag began"
        return self.drag.mimeData()

    def carry(self, act: Callable[[Drag], object]) -> None:
        """Begin, and do ``act`` while the button is held."""

        def execute(drag: QDrag, supported: Qt.DropAction, *_: Any) -> Qt.DropAction:
            self.drag, self.offered = drag, supported
            act(self)
            if self._entered is not None:
                leave(self._entered)
            return Qt.DropAction.IgnoreAction

        # Qt's own would wait for a real mouse, which the offscreen platform has not.
        real, viewport = QDrag.exec, self._view.viewport()
        (row, *_) = sorted({index.row() for index in self._view.selectionModel().selectedRows()})
        start = self._person.place(self._view, row)
        QDrag.exec = execute  # type: ignore[method-assign,assignment]
        try:
            mouse(viewport, QEvent.Type.MouseButtonPress, start, self._button)
            for step in range(1, 4):
                if self.drag is None:
                    far = QPoint(step * QApplication.startDragDistance(), step * 6)
                    mouse(viewport, QEvent.Type.MouseMove, start + far, self._button)
        finally:
            QDrag.exec = real  # type: ignore[method-assign]
            # The button is let go inside the drag: Qt hears of it, the table does not.
            mouse(self._person.window.statusBar(), QEvent.Type.MouseButtonRelease, QPoint(), self._button)
        assert self.drag is not None, "no drag began"
        self._person.settle()

    def over(self, view: QTableView, row: int) -> bool:
        """Move over a row of a table, -1 for the space below the last; return whether a drop is welcome there."""
        if self._entered is not view:
            if self._entered is not None:
                leave(self._entered)
            self._entered = view
            if not enter(view, self.mime, self._at(view, row)):
                return False
        accepted = move_over(view, self.mime, self._at(view, row), self._actions, self.keys)
        self._person.look()
        # What is not known yet at the first move is known at the next.
        accepted = move_over(view, self.mime, self._at(view, row), self._actions, self.keys)
        self._person.look()
        return accepted

    def drop(self, view: QTableView, row: int) -> bool:
        """Let go over a row; return whether the drop was taken."""
        if not self.over(view, row):
            return False
        self._entered = None
        return drop(view, self.mime, self._at(view, row), self._actions, self.keys)

    @property
    def _actions(self) -> Qt.DropAction:
        assert self.offered is not None
        return self.offered

    def _at(self, view: QTableView, row: int) -> QPoint:
        return self._person.place(view, row) if row >= 0 else QPoint(30, view.viewport().height() - 3)


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Send what a button of the mouse does, or a move with it held down."""
    cause = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(kind, QPointF(at), QPointF(widget.mapToGlobal(at)), cause, held, NO_KEYS)
    QApplication.sendEvent(widget, event)


def enter(view: QTableView, mime: QMimeData, at: QPoint) -> bool:
    """Come over a table with dragged data; return whether it looks at them."""
    event = QtGui.QDragEnterEvent(at, COPY, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def move_over(
    view: QTableView,
    mime: QMimeData,
    at: QPoint,
    actions: Qt.DropAction = COPY,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> bool:
    """Move on over a table; return whether a drop there is welcome."""
    event = QtGui.QDragMoveEvent(at, actions, mime, LEFT, keys)
    event.ignore()
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def drop(
    view: QTableView,
    mime: QMimeData,
    at: QPoint,
    actions: Qt.DropAction = COPY,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> bool:
    """Let dragged data go over a table; return whether it took them."""
    event = QtGui.QDropEvent(QPointF(at), actions, mime, LEFT, keys)
    event.ignore()
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def leave(view: QTableView) -> None:
    """Leave a table with dragged data."""
    QApplication.sendEvent(view.viewport(), QtGui.QDragLeaveEvent())
