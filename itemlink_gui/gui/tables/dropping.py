"""What a table does while records are dragged over it: weighs a drop, shows what it would do, takes it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView

from itemlink_gui.gui.tables import mime
from itemlink_gui.gui.tables.ghost_row import GhostRow
from itemlink_gui.gui.tables.id_table import IdTable


class Dropping(QObject):
    """Answers the drag events of one table.

    Args:
        view: the table.
        model: its model.
        ghost: the row below its last.
    """

    def __init__(self, view: QTableView, model: IdTable, ghost: GhostRow) -> None:
        super().__init__(view)
        self._view = view
        self._table = model
        self._ghost = ghost
        # Where the pointer was last, and whether what is dragged is to move.
        self._last: tuple[QPoint, bool] | None = None
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _on_scrolled(self) -> None:
        # Other rows come under a pointer that rests at the edge.
        if self._last is not None:
            self.aim(self._index(self._last[0]).row(), moving=self._last[1])

    def _index(self, at: QPoint) -> QModelIndex:
        index = self._view.indexAt(at)
        return index.siblingAtColumn(0) if index.isValid() else index

    def enter(self, event: QDragEnterEvent) -> bool:
        """Accept what is ours, and return whether it is."""
        found = mime.decode(event.mimeData(), self._table.bridge.nonce)
        if found is None:
            event.ignore()
            return False
        if self._table.session.kind is None:
            self._table.session.begin(*found)
        # Entering is always accepted: only then the rows are asked one by one.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def weigh(self, event: QDragMoveEvent) -> None:
        """Show what a drop here would do, and accept it if it would do something."""
        at, moving = event.position().toPoint(), event.proposedAction() == Qt.DropAction.MoveAction
        index = self._index(at)
        drop = self._table.meaning_of(event.mimeData(), index, event.proposedAction())
        self._last = at, moving
        self.aim(index.row(), moving=moving)
        if drop is None:
            event.ignore()
        else:
            moves = drop.op == "move"
            event.setDropAction(Qt.DropAction.MoveAction if moves else Qt.DropAction.CopyAction)
            event.accept()

    def aim(self, row: int, *, moving: bool) -> str:
        """Mark the row that a drop would land on, and return in words what it would do.

        Args:
            row: -1 for the space below the last.
            moving: as with `DragSession.meaning`.
        """
        table, session = self._table, self._table.session
        if session.kind is None:
            return ""
        target = table.id_at(row) if row >= 0 else 0
        drop = session.meaning(table.kind, table.owner, session.kind, session.ids, target, moving=moving)
        onto = session.landing(table.kind, table.owner, session.kind, target)
        on_row = onto == (table.kind, target) or (drop is not None and drop.op == "hand_over")
        table.set_target(row if on_row else -1)
        self._ghost.aim(drop is not None and drop.op == "create")
        return session.hint(drop, onto, table.name_of(target) if on_row else table.owner_name)

    def drop(self, event: QDropEvent) -> None:
        """Take a drop, if it does something."""
        index = self._index(event.position().toPoint())
        action = event.proposedAction()
        if self._table.dropMimeData(event.mimeData(), action, -1, -1, index):
            # Whatever moves, moves through the file: the source has nothing to remove.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def end(self) -> None:
        """Show nothing of it any more."""
        self._last = None
        self._table.set_target(-1)
        self._ghost.aim(False)
        self._table.session.hinted.emit("")
