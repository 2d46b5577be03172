"""Closing the window: what is being typed is stored first, and what cannot be stored is told before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

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
        desk.bridge.settled.connect(self._on_settled)
        desk.bridge.failed.connect(self._on_failed)

    def may_close(self) -> bool:
        """Have everything stored; return False if that is under way, or something was refused and not told yet."""
        self._leave_field()
        self._waiting = bool(self._desk.bridge.pending)
        return self.for_good or not (self._waiting or self._refused())

    def _leave_field(self) -> None:
        focus = self._desk.window.focusWidget()
        if focus is not None:
            # Sent by hand: where another window is in front, the focus is not here to be lost.
            QApplication.sendEvent(focus, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))

    def _refused(self) -> bool:
        """Tell, once, if a field holds what cannot be stored; closing again leaves it."""
        fields = self._desk.window.findChildren(QWidget)
        wrong = [field for field in fields if field.property("invalid") and field.isVisible()]
        if not wrong or self._warned:
            self._warned = False
            return False
        self._warned = True
        name, reason = wrong[0].accessibleName(), wrong[0].accessibleDescription()
        text = tr("{field} was not stored: {reason} Close again to leave it.", field=name, reason=reason)
        self._desk.bar.show_message(text, kind="warning")
        return True

    def _on_settled(self) -> None:
        if self._waiting:
            self._waiting = False
            self._desk.window.close()

    def _on_failed(self) -> None:
        self._waiting = False
