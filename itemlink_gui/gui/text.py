"""The one place where texts reach labels, tooltips and message boxes: always as plain text, never as HTML."""

from __future__ import annotations

import html

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, QSize, Qt, QTimeZone
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMessageBox, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from itemlink_gui.gui import theme, values

_TOOLTIP_MOST = 1_000
_PAINT_MOST = 1_000
_MENU_MOST = 60
_DAY = len("2026-01-31")


def one_line(text: str) -> str:
    """Return text for a single line: breaks and tabs become spaces, and no more of it than a line can ever show."""
    return " ".join(text[:_PAINT_MOST].split())


def tooltip(text: str) -> str:
    """Return what to give to ``setToolTip`` so that ``text`` shows as it is, line breaks included, wrapped if long."""
    if len(text) > _TOOLTIP_MOST:
        text = text[: _TOOLTIP_MOST - 1] + "…"
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>' if text else ""


def menu_text(text: str) -> str:
    """Return text for an action: on one line, not too long, and no letter of it is one to press."""
    line = one_line(text)
    if len(line) > _MENU_MOST:
        line = line[: _MENU_MOST - 1] + "…"
    return line.replace("&", "&&")


def set_tooltip(of: QWidget | QAction, text: str) -> None:
    """Give a widget or an action a tooltip that shows ``text`` as it is."""
    of.setToolTip(tooltip(text))


def _style(made: QLabel, muted: bool, small: bool) -> None:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    if muted:
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if small:
        made.setFont(theme.small_font(made.font()))


def label(
    text: str = "", *, muted: bool = False, small: bool = False, wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Return a label that shows ``text`` as it is.

    Args:
        text: what it says.
        muted: secondary text.
        small: in the small sibling of the font.
        wrap: broken into lines where it is too long for one.
        parent: the widget it belongs to.
    """
    made = QLabel(parent)
    _style(made, muted, small)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


class ElidedLabel(QLabel):
    """A label of one line that ends in "…" where there is no room, with the whole text in its tooltip."""

    def __init__(
        self, text: str = "", *, muted: bool = False, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _style(self, muted, small)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self._say_whole()

    def elided(self) -> str:
        """Return the text as it is shown."""
        return self.fontMetrics().elidedText(
            one_line(self.text()), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    @override
    def minimumSizeHint(self) -> QSize:
        width = min(self.sizeHint().width(), self.fontMetrics().horizontalAdvance("MMM…"))
        return QSize(width, self.fontMetrics().height())

    @override
    def sizeHint(self) -> QSize:
        # one pixel more than Qt counts, or a fraction of a pixel in the width elides what would fit
        width = self.fontMetrics().horizontalAdvance(one_line(self.text())) + 1
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        # At the side where people begin to read, but in the direction of its own: a name may be in another writing.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) | Qt.TextFlag.TextSingleLine
        painter.drawText(self.contentsRect(), int(align), self.elided())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._say_whole()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._say_whole()

    def _say_whole(self) -> None:
        set_tooltip(self, self.text() if self.elided() != self.text() else "")


def message_box(
    title: str, text: str, *, details: str = "", sign: str = "info", parent: QWidget | None = None
) -> QMessageBox:
    """Return a message box, without buttons yet, that shows all its texts as they are.

    Args:
        title: of the window.
        text: the sentence that matters.
        details: a second, quieter paragraph.
        sign: the icon's name in ``resources/icons``.
        parent: the window it belongs to.
    """
    box = QMessageBox(parent)
    box.setOption(QMessageBox.Option.DontUseNativeDialog)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(details)
    c = theme.colors(box)
    ratio = box.devicePixelRatioF()
    color = {"circle-alert": c.danger, "triangle-alert": c.warning}.get(sign, c.accent)
    box.setIconPixmap(theme.pixmap(sign, 32, color, ratio))
    for part in box.findChildren(QLabel):
        part.setTextFormat(Qt.TextFormat.PlainText)
        if details and part.text() == details and details != text:
            part.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return box


def announce(source: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have screen readers say something.

    Args:
        source: the widget that says it.
        text: what.
        urgent: at once, whatever is being said.
    """
    event = QAccessibleAnnouncementEvent(source, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def _local(iso_utc: str) -> QDateTime:
    moment = QDateTime.fromString(iso_utc, Qt.DateFormat.ISODateWithMs)
    if moment.isValid() and moment.timeSpec() == Qt.TimeSpec.LocalTime:  # no zone was written: ours are UTC
        moment.setTimeZone(QTimeZone.utc())
    return moment.toLocalTime()


def short_date(iso_utc: str) -> str:
    """Return a moment for a narrow column: the time if it is today, else the date, as the user's country writes it.

    Args:
        iso_utc: UTC as in the file, ``2026-01-31T12:00:00Z``; anything else gives an empty text.
    """
    moment, locale = _local(iso_utc), QLocale()
    if not moment.isValid():
        return ""
    if moment.date() == QDateTime.currentDateTime().date():
        return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return locale.toString(moment.date(), QLocale.FormatType.ShortFormat)


def clock(iso_utc: str) -> str:
    """Return the time of a moment with its seconds; ``iso_utc`` as with `short_date`."""
    return _local(iso_utc).time().toString("HH:mm:ss")


def full_date(iso_utc: str) -> str:
    """Return a moment with weekday, date and time, as the user's country writes it.

    Args:
        iso_utc: UTC as in the file, ``2026-01-31T12:00:00Z``; anything else gives an empty text.
    """
    moment, locale = _local(iso_utc), QLocale()
    if not moment.isValid():
        return ""
    date = locale.toString(moment.date(), QLocale.FormatType.LongFormat)
    return f"{date}, {locale.toString(moment.time(), QLocale.FormatType.ShortFormat)}"


def short_day(iso: str) -> str:
    """Return a day for a narrow column, as the user's country writes it.

    Args:
        iso: a day as in the file, ``2026-01-31``, or a moment in UTC; anything else gives an empty text.
    """
    return values.day(iso if len(iso) == _DAY else _local(iso).date().toString(Qt.DateFormat.ISODate))


def long_day(iso: str) -> str:
    """Return a day with its month in letters, as the user's country writes it; ``iso`` as with `short_day`."""
    found = QDate.fromString(iso, Qt.DateFormat.ISODate) if len(iso) == _DAY else _local(iso).date()
    return QLocale().toString(found, QLocale.FormatType.LongFormat) if found.isValid() else ""
