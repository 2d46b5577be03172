"""Closing the window: what is being typed is stored first, and what cannot be stored is told before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.desk import Desk


class Leaving(QObject):
    """Decides whether a window may close.

    Args:
        desk: of the window.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.for_good = False
        """Whether it closes whatever could not be stored."""
        self._waiting = False
        self._warned = False
        self._missed = False
        """Whether the file did not take what was typed when this was asked for before."""
        self._then: Callable[[], object] | None = None
        desk.bridge.settled.connect(self._on_settled)
        desk.bridge.failed.connect(self._on_failed)
        desk.bridge.changed.connect(self._on_changed)

    def may_close(self) -> bool:
        """Have everything stored; return False if that is under way, or something was refused and not told yet."""
        self._leave_field()
        self._waiting = bool(self._desk.bridge.tasks)
        if not self.for_good:
            self.tell()
        return self.for_good or not (self._waiting or self._refused(closing=True))

    def tell(self) -> None:
        """Say that the window is going to close, where it waits for what is under way."""
        if self._waiting:
            self._desk.bar.show_message(tr("Closing when this is stored."))

    def store_then(self, then: Callable[[], object]) -> None:
        """Have what is being typed stored, then go on; unless something was refused, which is told once."""
        self._leave_field()
        self._then = then
        if not self._desk.bridge.tasks:
            self._on_settled()

    def _leave_field(self) -> None:
        focus = self._desk.window.focusWidget()
        if focus is not None:
            # Sent by hand: where another window is in front, the focus is not here to be lost.
            QApplication.sendEvent(focus, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))

    def _refused(self, *, closing: bool = False) -> bool:
        """Tell, once, if something would be lost: what a field holds, or changes; the second time it is left."""
        fields = self._desk.window.findChildren(QWidget)
        wrong = [field for field in fields if field.property("invalid") and field.isVisible()]
        waiting = self._desk.bridge.refused if closing else 0
        if not (wrong or waiting) or self._warned:
            self._warned = False
            return False
        self._warned = True
        if not wrong:
            text = tr("%n change(s) could not be stored. Try again, or do the same again to leave them.", n=waiting)
            self._desk.bar.show_message(text, kind="warning")
            return True
        name, reason = wrong[0].accessibleName(), wrong[0].accessibleDescription()
        text = tr("{field} was not stored: {reason} Do the same again to leave it.", field=name, reason=reason)
        self._desk.bar.show_message(text, kind="warning")
        return True

    def _on_settled(self) -> None:
        if self._waiting:
            self._waiting = False
            self._desk.window.close()
        elif self._then is not None:
            then, self._then = self._then, None
            if not self._refused():
                then()

    def _on_failed(self) -> None:
        if not self._waiting and self._then is None:
            return
        if self._missed:
            # It was told before: where the file takes nothing, nobody is kept from leaving.
            self.for_good = self._waiting
        else:
            self._missed = True
            if self._waiting:
                self._desk.bar.hide_message()
            self._waiting, self._then = False, None

    def _on_changed(self, change: Change) -> None:
        if change.how != "outside":
            self._missed = False
