"""The line at the bottom of the window: what has just happened, with Undo, and what is selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import shiboken6
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.translation import from_right, margins, placed

SHOWN_MS = 9_000
"""How long a message stays, in milliseconds, not counting while pointer or keyboard rest on it."""
HEIGHT = 40
"""Pixels, and more where the system's font needs it."""
_MARGIN, _SIGN = 16, 16

Kind = Literal["info", "warning"]


class MessageBar(QWidget):
    """Tells what happened and what is selected; its height never changes."""

    undo_requested = Signal(int)
    """The step to take back."""
    show_hidden_requested = Signal()
    clear_selection_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName(tr("Messages"))
        self.setFixedHeight(max(HEIGHT, self.fontMetrics().height() + 20))
        self._came_from: QWidget | None = None
        self._left_ms = SHOWN_MS
        self._kind: Kind = "info"
        self._more: Callable[[], None] | None = None
        self._step: int | None = None
        self._countdown = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._countdown.setObjectName("countdown")
        self._countdown.timeout.connect(self.hide_message)
        self._glow = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=theme.MOVE_MS)
        self._glow.valueChanged.connect(self._on_glow)
        self._text = texts.ElidedLabel()
        self._text.setObjectName("messageText")
        self._undo = _link("messageUndo", tr("Undo"))
        self._undo.clicked.connect(self._on_undo)
        self._more_button = _link("messageMore", "")
        self._more_button.clicked.connect(self._on_more)
        self._selection = texts.ElidedLabel(muted=True)
        self._selection.setObjectName("selectionText")
        self._selection.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )  # short: the message gives way
        self._show = _link("selectionShow", tr("Show"))
        self._show.setAccessibleName(tr("Show the selected rows that are hidden"))
        self._show.clicked.connect(self.show_hidden_requested)
        self._clear = _link("selectionClear", tr("Clear"))
        self._clear.setAccessibleName(tr("Clear the selection"))
        self._clear.clicked.connect(self.clear_selection_requested)
        self._lay_out()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(4)
        for part in (self._text, self._undo, self._more_button):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._selection, self._show, self._clear):
            row.addWidget(part)
        self.set_selection("", 0)
        self.hide_message()

    def show_message(
        self,
        text: str,
        *,
        undo: int | None = None,
        kind: Kind = "info",
        more: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a message in place of the one before, for 9 s, and tell it to screen readers.

        Args:
            text: one sentence, shown as it is.
            undo: the step that a button offers to take back; None for no such button.
            kind: a warning has a sign before it.
            more: the text of one more button, and what it calls.
        """
        self._kind = kind
        self._more = more[1] if more else None
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._more_button.setText(more[0] if more else "")
        room = _SIGN + 8 if kind == "warning" else 0
        self._row.setContentsMargins(margins(self, _MARGIN + room, 0, _MARGIN, 0))
        self._text.show()
        self._step = undo
        self._undo.setVisible(undo is not None)
        self._more_button.setVisible(more is not None)
        self._countdown.stop()
        self._left_ms = SHOWN_MS
        self._rest_or_count()
        self._glow.stop()
        if not theme.reduced_motion():
            self._glow.start()
        texts.announce(self, text, urgent=kind == "warning")
        self.update()

    def offer(self, text: str, call: Callable[[], None]) -> None:
        """Offer one more thing to do beside the message that is shown.

        Args:
            text: of the button.
            call: what it does.
        """
        self._more = call
        self._more_button.setText(text)
        self._more_button.setVisible(not self._text.isHidden())

    def hide_message(self) -> None:
        """Take the message away; the keyboard goes back to where it came from."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus() and self._came_from and shiboken6.isValid(self._came_from):
            self._came_from.setFocus()
        self._countdown.stop()
        self._glow.stop()
        self._kind, self._more, self._step = "info", None, None
        self._text.setText("")
        for part in (self._text, self._undo, self._more_button):
            part.hide()
        self.update()

    def put_at_end(self, sign: QWidget) -> None:
        """Have one more part at the end of the line, behind what is selected."""
        self._row.addWidget(sign)

    @property
    def text(self) -> str:
        """The message that is shown; empty for none."""
        return self._text.text()

    def set_selection(self, text: str, hidden: int) -> None:
        """Tell what is selected, at the right end.

        Args:
            text: such as "4 selected, 2 hidden"; empty for nothing to tell.
            hidden: how many of them a filter hides; if any, buttons offer to show them and to clear the selection.
        """
        self._selection.setText(text)
        self._selection.setAccessibleName(text)
        self._selection.setVisible(bool(text))
        self._show.setVisible(hidden > 0)
        self._clear.setVisible(hidden > 0)

    def _rest_or_count(self) -> None:
        """Stop the countdown while pointer or keyboard are here, and go on with what is left of it afterwards."""
        if self._text.isHidden():
            return
        focus = QApplication.focusWidget()
        rest = self.underMouse() or (focus is not None and self.isAncestorOf(focus))
        if rest and self._countdown.isActive():
            self._left_ms = self._countdown.remainingTime()
            self._countdown.stop()
        elif not rest and not self._countdown.isActive():
            self._countdown.start(self._left_ms)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new) and (old is None or not self.isAncestorOf(old)):
            self._came_from = old
        self._rest_or_count()

    def _on_undo(self) -> None:
        step = self._step
        self.hide_message()
        if step is not None:
            self.undo_requested.emit(step)

    def _on_more(self) -> None:
        call = self._more
        self.hide_message()
        if call is not None:
            call()

    def _on_glow(self) -> None:
        self.update()

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._rest_or_count()

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._rest_or_count()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._text.isHidden():
            self.hide_message()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        c = theme.colors(self)
        painter = QPainter(self)
        moving = self._glow.state() == QVariantAnimation.State.Running
        painter.fillRect(self.rect(), theme.mix(c.window, c.target, float(self._glow.currentValue()) if moving else 0))
        painter.fillRect(0, 0, self.width(), 1, c.hairline)
        if self._kind == "warning":
            sign = QRectF(_MARGIN, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
            place = placed(sign, QRectF(self.rect()), from_right(self))
            theme.draw_icon(painter, "triangle-alert", place, c.warning)


def _link(name: str, text: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("kind", "link")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the keyboard from the table
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
