"""A drag without a mouse: records are picked up, carried from target to target with Tab, and dropped with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from itemlink_gui import labels
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.tables.view import IdTableView

_NEXT = (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACK = (Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Left)
_DROP = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS = (*_NEXT, *_BACK, *_DROP, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Shift)


class Carry(QObject):
    """One at a time in a window; shows and says what a drag with the mouse would show."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._from: IdTableView | None = None
        self._to: IdTableView | None = None
        # The target, or -1; the first step comes to the row that is current there.
        self._row, self._start = -1, 0
        self._moving = False
        # What was pressed before the file had told what is linked already.
        self._steps: list[int] = []

    def pick_up(self, view: IdTableView, other: IdTableView) -> None:
        """Begin.

        Args:
            view: the table that has the keyboard; what is selected in it is picked up.
            other: the table that it can be dropped on.
        """
        self.cancel()
        ids, table = view.selection.ids(), view.table
        self._from, self._to, self._steps = view, other, []
        self._start = max(other.currentIndex().row(), 0)
        table.session.begin(table.kind, ids, table.owner, table.owner_name)
        table.session.changed.connect(self._on_session)
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)
        what = labels.counted(table.kind, len(ids))
        self._say(tr("{what} picked up: Tab goes to where they can be dropped, Enter drops, Esc cancels", what=what))

    def cancel(self) -> None:
        """Put back what was picked up, if anything was."""
        if self._from is not None:
            view = self._from
            self._end()
            texts.announce(view, tr("Put back"))

    def _say(self, text: str) -> None:
        if self._from is not None:
            self._from.table.session.hinted.emit(text)
            texts.announce(self._from, text)

    def _on_session(self) -> None:
        if self._from is not None and self._from.table.session.kind is None:
            self._end()
        elif self._from is not None and self._from.table.session.known:
            steps, self._steps = self._steps, []
            for step in steps:
                self._go(step)

    def _end(self) -> None:
        view, other = self._from, self._to
        self._from = self._to = None
        self._steps, self._row, self._moving = [], -1, False
        if view is None or other is None:
            return
        for watched in (view, view.viewport()):
            watched.removeEventFilter(self)
        view.table.session.changed.disconnect(self._on_session)
        other.dropping.end()
        view.table.session.end()

    # Going from target to target.

    def _takes(self, row: int) -> bool:
        """Return whether a drop on a row would do something; the row below the last may make a new record."""
        assert self._from is not None
        assert self._to is not None
        session, table = self._from.table.session, self._to.table
        if session.kind is None:
            return False
        target = table.id_at(row) if row < table.rowCount() else 0
        return session.meaning(table.kind, table.owner, session.kind, session.ids, target) is not None

    def _go(self, step: int) -> None:
        """Go to the next target, or to the one before; round at the end."""
        if self._from is None or self._to is None:
            return
        if not self._from.table.session.known:
            self._steps.append(step)
            return
        count = self._to.table.rowCount() + 1
        first = self._row + step if self._row >= 0 else self._start - (step < 0)
        rows = ((first + step * n) % count for n in range(count))
        row = next((row for row in rows if self._takes(row)), None)
        if row is None:
            self._say(tr("There is nothing here that they could be dropped on"))
            return
        self._row = row
        self._show()

    def _show(self) -> None:
        """Show the target, and say what a drop there would do."""
        assert self._from is not None
        assert self._to is not None
        row = self._row if self._row < self._to.table.rowCount() else -1
        if row >= 0:
            self._to.scrollTo(self._to.table.index(row, 0))
        else:
            self._to.scrollToBottom()
        said = self._to.dropping.aim(row, moving=self._moving)
        texts.announce(self._from, said)

    def _drop(self) -> None:
        if self._from is None or self._to is None:
            return
        session, table, moving = self._from.table.session, self._to.table, self._moving
        target = table.id_at(self._row) if 0 <= self._row < table.rowCount() else 0
        drop = None
        if self._row >= 0 and session.kind is not None:
            drop = session.meaning(table.kind, table.owner, session.kind, session.ids, target, moving=moving)
        if drop is None:
            self._say(tr("Choose where to drop with Tab first"))
            return
        self._end()
        table.dropped.emit(drop)

    # The keys.

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._from is None:
            return False
        if isinstance(event, QKeyEvent) and event.key() in _OURS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._key(event)
                return True
        elif event.type() == QEvent.Type.KeyPress:
            # A letter would search in the table meanwhile.
            return True
        elif event.type() == QEvent.Type.MouseButtonPress or (isinstance(event, QFocusEvent) and _leaves(event)):
            self.cancel()
        return False

    def _key(self, event: QKeyEvent) -> None:
        pressed, key = event.type() == QEvent.Type.KeyPress, event.key()
        if key == Qt.Key.Key_Shift:
            self._shift(pressed)
        elif not pressed:
            return
        elif key in _NEXT:
            self._go(1)
        elif key in _BACK:
            self._go(-1)
        elif key in _DROP:
            self._moving = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drop()
        elif key == Qt.Key.Key_Escape:
            self.cancel()

    def _shift(self, held: bool) -> None:
        """Show what Shift would change about the drop."""
        if self._from is not None and held != self._moving:
            self._moving = held
            if self._row >= 0 and self._to is not None and self._to.table.session.movable(self._to.table.kind):
                self._show()


def _leaves(event: QFocusEvent) -> bool:
    """Return whether the keyboard goes away for good; another window or a menu in front is no end of it."""
    elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
    return event.lostFocus() and event.reason() not in elsewhere
