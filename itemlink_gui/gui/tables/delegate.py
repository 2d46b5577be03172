"""Paints the rows of our tables: calm, without grid lines, and what concerns a row across the whole row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)
from typing_extensions import override

from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.tables import shapes
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.gui.translation import from_right

PAD = 10
"""Pixels between the edges of a cell and its text."""

_Index = QModelIndex | QPersistentModelIndex
_Ask = Callable[[_Index, int], Any]
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SELECTED, _ACTIVE = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_Active.value
_CUT_MOST = 4_000


def row_height(compact: bool) -> int:
    """Return the height of a row in pixels: 32, or 26 if compact, and more where the system's font needs it."""
    return max(26 if compact else 32, QFontMetrics(QApplication.font()).height() + (4 if compact else 10))


class RowDelegate(QStyledItemDelegate):
    """Paints one table, from what its model answers to ``Role``.

    Args:
        view: the table. It selects whole rows, and tells in ``hover_row`` where the pointer is.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._hover_row = -1
        self._fonts = shapes.fonts(view.font())
        self._colors, self._palette_key = theme.colors(view), -1
        self._cut: dict[tuple[str, int], str] = {}
        self._locale = QLocale()
        self._right = from_right(view)

    @property
    def hover_row(self) -> int:
        """The row under the pointer, or -1; setting it repaints what changes."""
        return self._hover_row

    @hover_row.setter
    def hover_row(self, row: int) -> None:
        if row != self._hover_row:
            self._hover_row, old = row, self._hover_row
            self.update_row(old)
            self.update_row(row)

    def move_ring(self, current: _Index, previous: _Index) -> None:
        """Repaint what the ring around the current row left and where it went; it spans cells that Qt does not."""
        self.update_row(previous.row())
        self.update_row(current.row())

    def update_row(self, row: int) -> None:
        """Repaint a whole row: when the pointer or the current row moves, Qt repaints single cells only."""
        view = self._view
        if row >= 0:
            view.viewport().update(0, view.rowViewportPosition(row), view.viewport().width(), view.rowHeight(row))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        text = index.data(_DISPLAY)
        width = 0 if text is None else self._fonts.metrics.horizontalAdvance(texts.one_line(str(text)))
        height = row_height(False)
        return QSize(width + 2 * PAD + 2 + (height if index.data(Role.INITIALS) else 0), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        if self._palette_key != option.palette.cacheKey():
            self._palette_key, self._colors = option.palette.cacheKey(), theme.colors(option.palette)
        if self._fonts.text != option.font:
            self._fonts = shapes.fonts(option.font)
            self._cut.clear()
        ask = index.model().data  # not index.data: a detour through C++ costs four times as much
        cell: QRect = option.rect
        coloured = self._paint_ground(painter, cell, index, ask, option.state.value)
        rect = cell.adjusted(PAD, 0, -PAD, -1)
        if ask(index, Role.PLACEHOLDER):
            shapes.placeholder(painter, rect, index.row() * 5 + index.column() * 3, self._colors, self._right)
        else:
            self._paint_content(painter, rect, index, ask, coloured)
            self._paint_over(painter, cell, index, ask)

    def _paint_ground(self, painter: QPainter, cell: QRect, index: _Index, ask: _Ask, state: int) -> bool:
        """Paint what lies under the text; return whether that is a colour of its own."""
        c, fill, bar = self._colors, None, None
        if state & _SELECTED or ask(index, Role.APART):
            live = state & _ACTIVE and self._has_keyboard()
            fill, bar = (c.selection, c.accent) if live else (c.selection_inactive, c.inactive)
        elif index.row() == self._hover_row:
            fill = c.hover
        strength = ask(index, Role.FLASH)
        if strength:
            fill = theme.mix(fill or c.base, c.flash, strength)
        if fill is not None:
            painter.fillRect(cell, fill)
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, c.hairline)
        target = bool(ask(index, Role.TARGET))
        if target:
            refused = ask(index, Role.DROP_STATE) == "all"
            fill, line = (c.selection_inactive, c.inactive) if refused else (c.target, c.accent)
            self._paint_across(painter, cell, fill, line)
        elif bar is not None and self._begins_row(cell):
            painter.fillRect(cell.right() - 2 if self._right else cell.left(), cell.top(), 3, cell.height() - 1, bar)
        return bool(bar or strength or target)

    def _begins_row(self, cell: QRect) -> bool:
        row = self._row_rect(cell)
        return cell.right() + 1 == row.right() if self._right else cell.left() == row.left()

    def _has_keyboard(self) -> bool:
        """Return whether the table, or an editor in it, has the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self._view or self._view.isAncestorOf(focus))

    def _paint_content(self, painter: QPainter, rect: QRect, index: _Index, ask: _Ask, coloured: bool) -> None:
        c, fonts = self._colors, self._fonts
        state = ask(index, Role.DROP_STATE)
        if state and index.column() == 0:
            shapes.drop_state(painter, rect, state, c, self._right)
            rect.adjust(*((24, 0, 0, 0) if self._right else (0, 0, -24, 0)))
        value = ask(index, _DISPLAY)
        count = ask(index, Role.COUNT) if value is None or isinstance(value, int) else None
        value = value if count is None else count
        if value is None or value == "":
            return
        ink = c.muted if state == "all" or ask(index, Role.MUTED) else c.text
        if isinstance(value, int):
            said = self._elided(self._locale.toString(value), rect.width())
            if count and rect.width() > 24:
                fill = c.base if coloured else c.pill
                shapes.pill(painter, rect, fonts.number_metrics.horizontalAdvance(said), fill, self._right)
            painter.setPen(ink if value else c.muted)
            painter.setFont(fonts.number)
            if self._right:
                painter.drawText(rect.adjusted(8, 0, 0, 0), shapes.LEFT, said)
            else:
                painter.drawText(rect.adjusted(0, 0, -8, 0), shapes.RIGHT, said)
            return
        bar = ask(index, Role.BAR)
        if bar:
            # Under what a drop would do the bar would look like a line of that.
            self._paint_bar(painter, rect, str(value), *bar, lined=not ask(index, Role.TARGET))
            return
        pin = ask(index, Role.PIN)
        if pin:
            shapes.key_cap(painter, rect, str(pin), fonts.disc, c, self._right)
            rect.adjust(*((shapes.DOT + 4, 0, 0, 0) if self._right else (0, 0, -shapes.DOT - 4, 0)))
        dot = ask(index, Role.COLOUR)
        if dot is not None:
            shapes.dot(painter, rect, dot, c, self._right)
            rect.adjust(*((0, 0, -shapes.DOT, 0) if self._right else (shapes.DOT, 0, 0, 0)))
        initials = ask(index, Role.INITIALS)
        if initials and rect.width() > rect.height():
            shapes.disc(painter, rect, initials, fonts.disc, c, self._right)
            rect.adjust(*((0, 0, -rect.height(), 0) if self._right else (rect.height(), 0, 0, 0)))
        painter.setPen(ink)
        painter.setFont(fonts.text)
        base = rect.top() + (rect.height() + 1 - fonts.metrics.height()) // 2 + fonts.metrics.ascent()
        said = self._elided(str(value), rect.width())
        # Each text in its own direction, at the side where people begin to read.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        left = rect.right() + 1 - fonts.metrics.horizontalAdvance(said) if self._right else rect.left()
        painter.drawText(left, base, said)

    def _paint_bar(self, painter: QPainter, rect: QRect, said: str, share: float, state: str, *, lined: bool) -> None:
        """Paint numbers over a thin bar, in the colour of warnings where they call for a look."""
        c, warned = self._colors, state in ("low", "over")
        ground = theme.mix(c.base, c.muted, 0.25)
        if lined:
            shapes.bar(painter, rect, share, c.warning if warned else c.accent, ground, self._right)
        painter.setPen(c.warning if warned else c.text)
        painter.setFont(self._fonts.number)
        said = self._elided(said, rect.width())
        painter.drawText(rect.adjusted(0, 0, 0, -5), shapes.LEFT if self._right else shapes.RIGHT, said)

    def _elided(self, text: str, width: int) -> str:
        key = text, width
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _CUT_MOST:
                self._cut.clear()
            line = texts.one_line(text)
            found = self._cut[key] = self._fonts.metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
        return found

    def _row_rect(self, cell: QRect) -> QRectF:
        header = self._view.horizontalHeader()
        left = header.viewport().width() + header.offset() - header.length() if self._right else -header.offset()
        return QRectF(left, cell.top(), header.length(), cell.height() - 1)

    def _paint_across(self, painter: QPainter, cell: QRect, fill: QColor | None, line: QColor) -> None:
        """Paint a cell's part of a frame around its whole row."""
        painter.setClipRect(cell)
        shapes.frame(painter, self._row_rect(cell).adjusted(1, 1, -1, -1), fill, line)
        painter.setClipping(False)

    def _paint_over(self, painter: QPainter, cell: QRect, index: _Index, ask: _Ask) -> None:
        """Paint what lies over all cells of a row; each cell shows its part of it."""
        view = self._view
        if view.hasFocus() and index.row() == view.currentIndex().row():
            self._paint_across(painter, cell, None, self._colors.focus)
        badge = ask(index, Role.BADGE)
        if badge:
            seen = self._row_rect(cell).intersected(QRectF(0, cell.top(), view.viewport().width(), cell.height()))
            painter.setClipRect(cell)
            refused = ask(index, Role.DROP_STATE) == "all"
            shapes.badge(painter, seen, badge, self._fonts, self._colors, self._right, quiet=refused)
            painter.setClipping(False)

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index, /
    ) -> bool:
        """Show the whole of what the cell cuts short, or the model's tooltip, which is plain text like all it gives."""
        if event.type() != QEvent.Type.ToolTip:
            return False
        said = index.data(Qt.ItemDataRole.ToolTipRole)
        if not said:
            value = index.data(_DISPLAY)
            room = option.rect.width() - 2 * PAD - (option.rect.height() if index.data(Role.INITIALS) else 0)
            said = str(value) if value is not None and self._elided(str(value), room) != str(value) else ""
        QToolTip.showText(event.globalPos(), texts.tooltip(said), view, option.rect)
        return True
