"""The editor for each type of field; all of them give and take what is stored, and show it as people write it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat, QTextDocument, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme, values
from itemlink_gui.ops.fields import FieldSpec

NARROW = 200
"""Numbers, days and answers need no more room than this in a form, in pixels."""


class LineEditor(QLineEdit):
    """A text of one line."""

    changed = Signal()
    """Something else stands in it, not stored yet."""
    chosen = Signal()
    """The user is done with it, although the keyboard is still here: what stands in it is to be stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Records that miss their row by a little must not become a text.
        self.setAcceptDrops(False)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return what stands in it, as `ops.fields.cleaned` takes it."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show another value; what looks the same stays, and with it Qt's own undo of the typing."""
        shown = self._shown(value)
        if self.text() != shown:
            self.setText(shown)
            self.setCursorPosition(0)

    def set_read_only(self, on: bool) -> None:
        """Let it be looked at only."""
        self.setReadOnly(on)

    def typing(self) -> QLineEdit | QTextDocument | None:
        """Return what remembers the typing, for Undo and Redo."""
        return self

    def _shown(self, value: str) -> str:
        return value


class LongEditor(QPlainTextEdit):
    """A text that may have line breaks."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return what stands in it."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Show another value, unless it is the one shown: Qt's own undo of the typing stays then."""
        if self.toPlainText() != value:
            self.setPlainText(value)

    def set_read_only(self, on: bool) -> None:
        """Let it be looked at only."""
        self.setReadOnly(on)

    def typing(self) -> QLineEdit | QTextDocument | None:
        """Return what remembers the typing, for Undo and Redo."""
        return self.document()


class NumberEditor(LineEditor):
    """A whole number, in the digits of the user's country or in those that all know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.number_font(self.font()))
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    @override
    def value(self) -> str:
        return values.read_number(self.text())

    @override
    def _shown(self, value: str) -> str:
        return values.number(value)


class DayEditor(LineEditor):
    """A day, typed as the user's country writes it or as ``2026-01-31``, or picked from a calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("no day"))
        self._open = QAction(theme.icon("calendar"), tr("Calendar"), self)
        texts.set_tooltip(self._open, tr("Calendar (Alt+Down)"))
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)

    @override
    def value(self) -> str:
        return values.read_day(self.text())

    @override
    def _shown(self, value: str) -> str:
        return values.day(value)

    @override
    def set_read_only(self, on: bool) -> None:
        super().set_read_only(on)
        self._open.setEnabled(not on)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open.trigger()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a calendar at the day that is typed, or at today; a click or Enter takes a day from it."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("calendarPopup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setObjectName("calendar")
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # Qt's red is hard to read on a dark ground.
        plain = QTextCharFormat()
        plain.setForeground(theme.colors(self).text)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, plain)
        typed = QDate.fromString(self.value(), "yyyy-MM-dd")
        calendar.setSelectedDate(typed if typed.isValid() else QDate.currentDate())
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        popup.adjustSize()
        popup.move(self._beside(popup.size()))
        popup.show()
        calendar.setFocus()

    def _beside(self, size: QSize) -> QPoint:
        """Return where something of a size stands: below this, or above it where the screen ends."""
        below = self.mapToGlobal(QPoint(0, self.height()))
        room = self.screen().availableGeometry()
        if below.y() + size.height() > room.bottom():
            below.setY(self.mapToGlobal(QPoint(0, 0)).y() - size.height())
        below.setX(max(room.left(), min(below.x(), room.right() - size.width())))
        return below

    def _on_picked(self, day: QDate) -> None:
        popup = self.findChild(QFrame, "calendarPopup")
        # A click is both a click and the choice of a day.
        if popup is None or not popup.isVisible():
            return
        popup.close()
        # Inserted like typing, so that Ctrl+Z takes it back.
        self.selectAll()
        self.insert(self._shown(day.toString("yyyy-MM-dd")))
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.chosen.emit()


class ChoiceEditor(QComboBox):
    """One of a few values.

    Args:
        field: with the values to choose from.
        parent: the widget it belongs to.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, field: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not field.required:
            self.addItem("", "")
        for value, said in field.options:
            self.addItem(texts.one_line(said), value)
        self.currentIndexChanged.connect(self.changed)
        self.activated.connect(self.chosen)

    @override
    def minimumSizeHint(self) -> QSize:
        # Options that the user named may be long; they end in "…" where there is no room.
        return QSize(min(super().minimumSizeHint().width(), NARROW), super().minimumSizeHint().height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls: nobody turns it over a form to choose something else."""
        event.ignore()

    def value(self) -> str:
        """Return the chosen value as it is stored."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show another value, even if it is none of those to choose from any more."""
        if value and self.findData(value) < 0:
            self.addItem(texts.one_line(value), value)
        self.setCurrentIndex(self.findData(value))

    def set_read_only(self, on: bool) -> None:
        """Let it be looked at only."""
        self.setEnabled(not on)

    def typing(self) -> QLineEdit | QTextDocument | None:
        """Return None: nothing is typed here."""
        return None


class YesNoEditor(QCheckBox):
    """A question answered with yes or no."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self.changed)
        self.clicked.connect(self.chosen)

    def value(self) -> str:
        """Return the answer as it is stored."""
        return "1" if self.isChecked() else "0"

    def set_value(self, value: str) -> None:
        """Show another answer."""
        self.setChecked(value == "1")

    def set_read_only(self, on: bool) -> None:
        """Let it be looked at only."""
        self.setEnabled(not on)

    def typing(self) -> QLineEdit | QTextDocument | None:
        """Return None: nothing is typed here."""
        return None


Editor = LineEditor | LongEditor | ChoiceEditor | YesNoEditor


def make_editor(field: FieldSpec, parent: QWidget | None = None) -> Editor:
    """Return an editor for a field, named and described by it.

    Args:
        field: what is edited.
        parent: the widget it belongs to.
    """
    made: Editor
    match field.type:
        case "number":
            made = NumberEditor(parent)
        case "day":
            made = DayEditor(parent)
        case "choice":
            made = ChoiceEditor(field, parent)
        case "yesno":
            made = YesNoEditor(parent)
        case _:
            made = LongEditor(parent) if field.multiline else LineEditor(parent)
    made.setObjectName(f"field_{field.name}")
    made.setAccessibleName(field.label)
    return made
