"""What is under way, at the bottom of the window: how far it is, how long it will take, and a way to cancel it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.engine.workers import Task
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.labels import doing

# What is done sooner shows nothing.
PATIENCE_MS = 300
# How often it is looked how far it is.
LOOK_MS = 100
# After so many seconds an estimate is worth something.
_ESTIMATED_S = 1.0
_BAR = 140
_SCALE = 1000


class Working(QWidget):
    """Shows the oldest of what is under way in a window, as long as it lasts.

    Args:
        bridge: to the file.
        height: pixels, those of the line that it stands in.
        parent: the widget it belongs to.
    """

    came = Signal()
    """Something else is shown: what was told before is not what happens now."""

    def __init__(self, bridge: Bridge, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("working")
        self.setFixedHeight(height)
        self._bridge = bridge
        self._shown: Task[Any] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._look)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._text = texts.label()
        self._text.setObjectName("workingText")
        self._bar = QProgressBar()
        self._bar.setObjectName("workingBar")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName("workingCancel")
        self._cancel.setProperty("kind", "link")
        # A click must not take the keyboard from the table.
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._text, self._bar, self._cancel):
            row.addWidget(part)
        self.hide()
        bridge.begun.connect(self._on_begun)
        bridge.given_up.connect(self._look)
        bridge.settled.connect(self._end)

    def _on_begun(self) -> None:
        if not self._looking.isActive() and not self._patience.isActive():
            self._patience.start()

    def _look(self) -> None:
        """Show how far the oldest is; each gets its time before it is seen."""
        oldest = next(iter(self._bridge.tasks), None)
        if oldest is None:
            self._end()
            return
        if self._shown is not oldest:
            self._show(oldest)
        self._tell(oldest)

    def _show(self, task: Task[Any]) -> None:
        self._shown = task
        what = doing.what(self._bridge.tasks[task])
        # As wide as it will get at most, so that nothing moves.
        longest = (doing.with_time(what, seconds) for seconds in (55, 99 * 60))
        self._text.setFixedWidth(max(map(self._text.fontMetrics().horizontalAdvance, longest)) + 8)
        self._bar.setAccessibleName(what)
        self._bar.setMaximum(0)
        self.show()
        self.came.emit()
        self._looking.start()
        texts.announce(self, what)

    def _tell(self, task: Task[Any]) -> None:
        course, what = task.course, doing.what(self._bridge.tasks[task])
        share, left = course.share(), course.seconds_left()
        self._cancel.setEnabled(not course.unwanted and not course.storing)
        if course.storing:
            what, share, left = tr("Storing…"), None, None
        elif course.unwanted:
            what, share, left = tr("Cancelling…"), None, None
        estimated = left is not None and course.seconds_passed() >= _ESTIMATED_S
        self._text.setText(doing.with_time(what, left) if left is not None and estimated else what)
        self._bar.setMaximum(0 if share is None else _SCALE)
        # It never goes back, also where more turns out to be done.
        self._bar.setValue(0 if share is None else max(self._bar.value(), int(share * _SCALE)))

    def _on_cancel(self) -> None:
        if self._shown is not None:
            self._shown.give_up()
            self._look()

    def _end(self) -> None:
        self._patience.stop()
        self._looking.stop()
        self._shown = None
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        c = theme.colors(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.window)
        painter.fillRect(0, 0, self.width(), 1, c.hairline)
