"""The picture under the pointer during a drag: up to three names, and how many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from itemlink_gui.base.i18n import grouped
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.tables import shapes
from itemlink_gui.gui.translation import from_right, placed

_WIDTH = 220
_STEP = 6
_PAD = 10


def picture(names: Sequence[str], count: int, widget: QWidget) -> QPixmap:
    """Paint the chips of a drag.

    Args:
        names: of the first records, at most three are shown.
        count: how many records are dragged.
        widget: the one that they are dragged from; gives font, colours and pixel ratio.
    """
    shown = [texts.one_line(name) for name in names[:3]] or [grouped(count)]
    metrics = widget.fontMetrics()
    height = metrics.height() + 12
    ratio = widget.devicePixelRatioF()
    width = min(_WIDTH, max(metrics.horizontalAdvance(name) for name in shown) + 2 * _PAD + 2)
    size = (width + 2 * _STEP + 24, height * len(shown) + 4 * len(shown) + 8)
    made = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    whole, right = QRectF(0, 0, *size), from_right(widget)
    c = theme.colors(widget)
    painter.setFont(widget.font())
    for place, name in enumerate(shown):
        chip = placed(QRectF(1, 9 + place * (height + 4), width, height), whole, right)
        painter.setPen(QPen(c.accent, 1))
        painter.setBrush(c.base)
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setPen(c.text)
        room = chip.adjusted(_PAD, 0, -_PAD, 0)
        elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, shapes.RIGHT if right else shapes.LEFT, elided)
    if count > 1:
        said = grouped(count)
        pill_width = max(metrics.horizontalAdvance(said) + 10, 20)
        pill = placed(QRectF(min(width - 8, size[0] - pill_width - 1), 0, pill_width, 20), whole, right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.accent_fill)
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(c.accent_text)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), said)
    painter.end()
    return made
