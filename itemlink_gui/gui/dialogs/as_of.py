"""Asks for the day as of which the file shall be shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import values


class AsOf(QDialog):
    """A calendar up to today.

    Args:
        parent: the window.
    """

    chosen = Signal(object)
    """The day, a ``datetime.date``."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("asOf")
        self.setWindowTitle(tr("As of…"))
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(tr("Day"))
        self.calendar.setMaximumDate(QDate.currentDate())
        self.calendar.setSelectedDate(QDate.currentDate().addDays(-1))
        self.calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(self.palette().text())
        for day in Qt.DayOfWeek:
            # Red weekends would be the only red in the window.
            self.calendar.setWeekdayTextFormat(day, plain)
        # Typing into the calendar itself would go digit by digit without being seen.
        self.calendar.setDateEditEnabled(False)
        self.calendar.activated.connect(self.accept)
        self.day = self._typed()
        self.calendar.selectionChanged.connect(self._on_selected)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        show = buttons.addButton(tr("Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        said = tr(
            "Shows the file as it was at the end of a day, in a window of its own in which nothing can be changed."
        )
        column.addWidget(texts.label(said, wrap=True))
        column.addWidget(self.day)
        column.addWidget(self.calendar)
        column.addWidget(buttons)
        show.setDefault(True)
        self.setMinimumWidth(360)
        self.day.setFocus()

    def _typed(self) -> QDateEdit:
        """Return the field in which the day can be typed."""
        day = QDateEdit(self.calendar.selectedDate())
        day.setObjectName("asOfDay")
        day.setAccessibleName(tr("Day"))
        day.setDisplayFormat(values.day_pattern())
        day.setMaximumDate(QDate.currentDate())
        day.dateChanged.connect(self.calendar.setSelectedDate)
        return day

    def _on_selected(self) -> None:
        self.day.setDate(self.calendar.selectedDate())

    @override
    def accept(self) -> None:
        day = self.calendar.selectedDate()
        super().accept()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
