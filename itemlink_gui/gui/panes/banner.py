"""Banners above the tables: what is the matter with the file, and the ways out; work goes on below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.translation import from_right, margins, placed

_MARGIN, _SIGN = 16, 16

Way = tuple[str, Callable[[], None]]
"""The text of a button, and what it calls."""


class Banner(QWidget):
    """One thing to know, with a button for each way out.

    Args:
        text: what happened and what can be done, shown as it is.
        ways: the buttons.
        urgent: it stands in the way of storing.
        close: called when it is put away by hand; None if that cannot be done.
    """

    def __init__(self, text: str, ways: Sequence[Way], *, urgent: bool, close: Callable[[], None] | None) -> None:
        super().__init__()
        self.urgent = urgent
        self.text = text
        self.setObjectName("banner")
        self.setAccessibleName(text)
        said = texts.label(text, wrap=True)
        said.setObjectName("bannerText")
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(self, _MARGIN + _SIGN + 8, 8, 8, 8))
        row.setSpacing(8)
        row.addWidget(said, 1)
        for words, call in ways:
            button = QPushButton(words)
            button.setObjectName("bannerWay")
            button.clicked.connect(call)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        if close is not None:
            put_away = QToolButton()
            put_away.setObjectName("bannerClose")
            put_away.setAutoRaise(True)
            put_away.setIcon(theme.icon("x"))
            put_away.setIconSize(QSize(16, 16))
            put_away.setAccessibleName(tr("Put this away"))
            texts.set_tooltip(put_away, tr("Put this away"))
            put_away.clicked.connect(close)
            row.addWidget(put_away, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        c = theme.colors(self)
        tone = c.warning if self.urgent else c.accent
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.mix(c.base, tone, 0.16 if c.dark else 0.10))
        painter.fillRect(0, self.height() - 1, self.width(), 1, c.hairline)
        sign = QRectF(_MARGIN, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
        place = placed(sign, QRectF(self.rect()), from_right(self))
        theme.draw_icon(painter, "triangle-alert" if self.urgent else "info", place, tone)


class Banners(QWidget):
    """All banners of a window, those in the way of storing first; without any it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banners")
        self._shown: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def put(
        self,
        key: str,
        text: str,
        *ways: Way,
        urgent: bool = True,
        close: Callable[[], None] | None = None,
        stays: bool = False,
    ) -> None:
        """Show a banner in place of the one with the same key; screen readers are told if it says something new.

        Args:
            key: what it is about.
            text: see `Banner`.
            ways: see `Banner`.
            urgent: see `Banner`.
            close: called when it is put away by hand, after it is gone; those that are urgent stay until all is well.
            stays: it cannot be put away by hand either.
        """
        before = self._shown.get(key)
        self.take(key)

        def put_away() -> None:
            self.take(key)
            if close is not None:
                close()

        banner = Banner(text, ways, urgent=urgent, close=None if urgent or stays else put_away)
        self._shown[key] = banner
        self._column.insertWidget(0 if urgent else self._column.count(), banner)
        self.show()
        if before is None or before.text != text:
            texts.announce(self, text, urgent=urgent)

    def take(self, key: str) -> None:
        """Take a banner away, if it is there."""
        banner = self._shown.pop(key, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._shown))

    def shown(self) -> dict[str, str]:
        """Return the texts of the banners by their keys."""
        return {key: banner.text for key, banner in self._shown.items()}
