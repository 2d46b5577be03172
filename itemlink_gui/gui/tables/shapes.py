"""The small shapes that rows, and what is dragged out of them, are made of.

``right`` says that people read from right to left: whatever stands at one end then stands at the other.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from itemlink_gui.gui import theme
from itemlink_gui.gui.translation import placed

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE)
LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE)
CENTER: Final = int(Qt.AlignmentFlag.AlignHCenter | _MIDDLE)


DOT: Final = 18
"""Pixels that a dot before a text takes, with the gap after it."""


class Fonts(NamedTuple):
    """The fonts of a table, made once."""

    text: QFont
    number: QFont
    disc: QFont
    strong: QFont
    metrics: QFontMetrics
    number_metrics: QFontMetrics
    strong_metrics: QFontMetrics


def fonts(font: QFont) -> Fonts:
    """Return the fonts that go with the font of a table."""
    number, disc, strong = theme.number_font(font), theme.small_font(theme.small_font(font)), QFont(font)
    disc.setWeight(QFont.Weight.DemiBold)
    strong.setWeight(QFont.Weight.DemiBold)
    return Fonts(font, number, disc, strong, QFontMetrics(font), QFontMetrics(number), QFontMetrics(strong))


def frame(painter: QPainter, rect: QRectF, fill: QColor | None, line: QColor) -> None:
    """Paint a rectangle with softened corners and a line of 2 px."""
    _smooth(painter, rect, fill, QPen(line, 2), 4)


def lozenge(painter: QPainter, rect: QRectF, fill: QColor) -> None:
    """Paint a rectangle with round ends."""
    _smooth(painter, rect, fill, Qt.PenStyle.NoPen, rect.height() / 2)


def _smooth(painter: QPainter, rect: QRectF, fill: QColor | None, pen: QPen | Qt.PenStyle, radius: float) -> None:
    # smooth for the round shape alone: straight grounds painted smoothly show seams between cells at 125 % and 150 %
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def pill(painter: QPainter, rect: QRect, text_width: int, fill: QColor, right: bool) -> None:
    """Paint the ground of a number at the end of ``rect``."""
    width = max(text_width + 16, 24)
    place = QRectF(rect.right() + 1 - width, rect.center().y() - 9, width, 20)
    lozenge(painter, placed(place, QRectF(rect), right), fill)


def bar(painter: QPainter, rect: QRect, share: float, fill: QColor, ground: QColor, right: bool) -> None:
    """Paint a thin bar at the lower edge of ``rect``, filled to a share of 0 to 1 from where people begin to read."""
    place = QRectF(rect.left(), rect.bottom() - 4, rect.width(), 3)
    lozenge(painter, place, ground)
    if share > 0:
        width = max(place.width() * share, 3)
        lozenge(painter, QRectF(place.right() - width if right else place.left(), place.top(), width, 3), fill)


def placeholder(painter: QPainter, rect: QRect, seed: int, c: theme.Colors, right: bool) -> None:
    """Paint the bar that stands for text not loaded yet; ``seed`` makes the lengths uneven, as words are."""
    width = max(16.0, min(rect.width() * (0.45 + seed % 7 / 20), 220.0))
    place = QRectF(rect.left(), rect.center().y() - 4, width, 9)
    lozenge(painter, placed(place, QRectF(rect), right), c.placeholder)


def disc(painter: QPainter, rect: QRect, initials: str, font: QFont, c: theme.Colors, right: bool) -> None:
    """Paint initials in a disc of their own colour at the beginning of ``rect``."""
    size = min(rect.height() - 7, 24)
    place = placed(QRectF(rect.left(), rect.top() + (rect.height() - size) / 2, size, size), QRectF(rect), right)
    ground, ink = theme.initials_color(initials, c.dark)
    lozenge(painter, place, ground)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(place, CENTER, initials)


def dot(painter: QPainter, rect: QRect, name: str, c: theme.Colors, right: bool) -> None:
    """Paint a dot in the colour of a category at the beginning of ``rect``; none for an empty name."""
    color = QColor.fromString(name)
    if color.isValid():
        place = placed(QRectF(rect.left(), rect.center().y() - 4.5, 10, 10), QRectF(rect), right)
        lozenge(painter, place, theme.seen(color, c))


def dot_icon(name: str, of: QWidget) -> QIcon:
    """Return a dot in the colour of a category, for a menu or a list."""
    ratio = of.devicePixelRatioF()
    image = QPixmap(round(16 * ratio), round(16 * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    dot(painter, QRect(3, 0, 16, 16), name, theme.colors(of), False)
    painter.end()
    return QIcon(image)


def key_cap(painter: QPainter, rect: QRect, said: str, font: QFont, c: theme.Colors, right: bool) -> None:
    """Paint the key that an item is on at the end of ``rect``."""
    place = placed(QRectF(rect.right() - 15.5, rect.center().y() - 7.5, 16, 16), QRectF(rect), right)
    _smooth(painter, place, c.base, QPen(c.border, 1), 3)
    painter.setFont(font)
    painter.setPen(c.muted)
    painter.drawText(place, CENTER, said)


def drop_state(painter: QPainter, rect: QRect, state: str, c: theme.Colors, right: bool) -> None:
    """Paint at the end of ``rect`` a tick for "all", a half-filled ring for "some", a sign for "full"."""
    mark = placed(QRectF(rect.right() - 15, rect.center().y() - 7.5, 16, 16), QRectF(rect), right)
    if state == "all":
        theme.draw_icon(painter, "check", mark, c.good)
    elif state == "full":
        theme.draw_icon(painter, "circle-alert", mark, c.warning)
    elif state == "some":
        ring = mark.adjusted(3, 3, -3, -3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(c.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setBrush(c.accent)
        painter.drawPie(ring, 90 * 16, 180 * 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def badge(
    painter: QPainter, row: QRectF, text: str, known: Fonts, c: theme.Colors, right: bool, *, quiet: bool
) -> None:
    """Paint a pill that tells what a drop would do at the end of a row; ``quiet`` where it would do nothing."""
    width = known.strong_metrics.horizontalAdvance(text) + 24
    place = placed(QRectF(row.right() - 6 - width, int(row.center().y()) - 10, width, 22), row, right)
    lozenge(painter, place, c.muted if quiet else c.accent_fill)
    painter.setPen(c.base if quiet else c.accent_text)
    painter.setFont(known.strong)
    painter.drawText(place, CENTER, text)
