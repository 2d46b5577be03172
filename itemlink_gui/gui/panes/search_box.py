"""The search box of a pane: it searches while typing, marks what is wrong in a query, and offers names and help."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QLineEdit, QToolButton
from typing_extensions import override

from itemlink_gui.base.changes import PLURAL, Kind
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns, theme
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.query_help import QueryHelp
from itemlink_gui.gui.panes.query_names import QueryNames
from itemlink_gui.gui.translation import from_right

# Pixels of the line under what is wrong: the width of a wave, and its height.
_WAVE, _HEIGHT = 4, 2
_REASON_WIDTH = 360


class SearchBox(QLineEdit):
    """One line for words or a query.

    Args:
        bridge: to the file.
        kind: what is searched.
    """

    entered = Signal()
    """The user wants to go on to the results."""

    def __init__(self, bridge: Bridge, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self._bridge = bridge
        self.wrong: WrongQuery | None = None
        """What is wrong with the query that stands here."""
        self.setObjectName(f"{PLURAL[kind]}Search")
        self.setAccessibleName(nouns.search(kind))
        self.setPlaceholderText(tr("Search"))
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition).setText(tr("Search"))
        # Qt gives its own button no name for those who cannot see it.
        clear = self.findChild(QAction, "_q_qlineeditclearaction")
        if clear is not None:
            clear.setText(tr("Clear the search"))
        self._help = QAction(theme.icon("circle-help"), tr("What can be asked here (F1)"), self)
        self._help.setObjectName(f"{PLURAL[kind]}SearchHelp")
        self._help.triggered.connect(self.help)
        self.addAction(self._help, QLineEdit.ActionPosition.TrailingPosition)
        self.setMinimumWidth(120)
        self.setMaximumWidth(480)
        self._reason = texts.label(wrap=True, parent=self)
        self._reason.setObjectName(f"{PLURAL[kind]}SearchReason")
        self._reason.setProperty("kind", "problem")
        self._reason.hide()
        self.names = QueryNames(self, bridge, kind)
        # Before anybody else hears of it: what was wrong is not what stands there now.
        self.textChanged.connect(self._forget)

    def write(self, query: str) -> None:
        """Let a query stand here, as if it had been typed; the keyboard comes along."""
        self.setText(query)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, query: str) -> None:
        """Write a query behind what stands here."""
        self.write(f"{self.text().rstrip()} {query}".lstrip())

    def help(self) -> None:
        """Show what can be asked."""
        popup = QueryHelp(self._bridge, self.kind, self)
        popup.chosen.connect(self.add)
        popup.show_below(self)

    # What is wrong.

    def tell(self, wrong: WrongQuery) -> None:
        """Underline what is wrong, and say why."""
        self.wrong = wrong
        self._reason.setText(wrong.reason)
        self.setAccessibleDescription(wrong.reason)
        texts.set_tooltip(self, wrong.reason)
        if self.hasFocus():
            self._show_reason()
        self.update()

    def _forget(self) -> None:
        self.wrong = None
        self._reason.hide()
        self.setAccessibleDescription("")
        texts.set_tooltip(self, "")

    def _show_reason(self) -> None:
        """Say why below the box, over what lies there, so that nothing moves while somebody types."""
        window = self.window()
        self._reason.setParent(window)
        width = min(_REASON_WIDTH, window.width() - 16)
        self._reason.setFixedWidth(width)
        self._reason.setFixedHeight(self._reason.heightForWidth(width))
        left = 0 if from_right(self) else self.width() - width
        corner = self.mapTo(window, QPoint(left, self.height() + 2))
        self._reason.move(max(8, min(corner.x(), window.width() - width - 8)), corner.y())
        self._reason.raise_()
        self._reason.show()

    def underlined(self) -> QRect:
        """Return where the wrong part stands; empty if nothing is wrong, or it is out of sight."""
        if self.wrong is None:
            return QRect()
        text = self.text()
        start = _units(text, self.wrong.position)
        end = _units(text, self.wrong.position + self.wrong.length)
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        cursor, *ends = (_x(line, place) for place in (self.cursorPosition(), start, end))
        shift = self.cursorRect().center().x() + 1 - cursor
        left, right = sorted(round(x + shift) for x in ends)
        seen = self._seen()
        return QRect(left, 0, right - left, self.height() - 1).intersected(seen)

    def _seen(self) -> QRect:
        """Return the part of the box in which text is seen: between its buttons."""
        left, right = 0, self.width()
        for button in self.findChildren(QToolButton):
            if not button.isVisible():
                continue
            if button.geometry().center().x() < self.width() // 2:
                left = max(left, button.geometry().right())
            else:
                right = min(right, button.geometry().left())
        return QRect(left, 0, right - left, self.height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        where = self.underlined()
        if where.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(where)
        painter.setPen(QPen(theme.colors(self).danger, 1.2))
        bottom = self.rect().center().y() + self.fontMetrics().height() / 2 + 1
        turns = range(where.width() * 2 // _WAVE + 2)
        wave = [QPointF(where.left() + turn * _WAVE / 2, bottom - (turn % 2) * _HEIGHT) for turn in turns]
        painter.drawPolyline(QPolygonF(wave))

    # The keyboard.

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.names.takes(event):
            event.ignore()  # the list of names has it
        elif event.key() == Qt.Key.Key_F1:
            self.help()
        elif event.key() == Qt.Key.Key_Down or enter:
            # From the search box into the results without the mouse.
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if self.wrong is not None:
            self._show_reason()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._reason.hide()


def _x(line: QTextLine, place: int) -> float:
    # PySide gives the place back too.
    found: Any = line.cursorToX(place)
    return float(found[0])


def _units(text: str, position: int) -> int:
    """Return a position as Qt counts: a letter outside of the first 65,536 is two."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
