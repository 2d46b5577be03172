"""Each type of field has an editor that takes and gives what is stored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.gui import values
from itemlink_gui.gui.field_editor import ChoiceEditor, DayEditor, LineEditor, YesNoEditor, make_editor
from itemlink_gui.ops.fields import FieldSpec

NUMBER = FieldSpec("places", "Places", "number", most=100)
DAY = FieldSpec("from", "From", "day")
CHOICE = FieldSpec("size", "Size", "choice", required=True, options=(("s", "Small"), ("l", "Large")))
OPTIONAL = FieldSpec("size", "Size", "choice", options=(("s", "Small"), ("l", "Large")))
YES_NO = FieldSpec("key", "Has a key", "yesno", required=True)


@pytest.mark.parametrize(
    ("field", "stored"),
    [
        (FieldSpec("t", "T"), ["", "some text"]),
        (FieldSpec("t", "T", multiline=True), ["", "two\nlines"]),
        (NUMBER, ["", "0", "1000000"]),
        (DAY, ["", "2026-01-31"]),
        (CHOICE, ["l", "s"]),
        (OPTIONAL, ["", "l"]),
        (YES_NO, ["1", "0"]),
    ],
)
def test_it_gives_back_what_it_got(qtbot: QtBot, field: FieldSpec, stored: list[str]) -> None:
    editor = make_editor(field)
    qtbot.addWidget(editor)
    assert editor.accessibleName() == field.label
    assert editor.objectName() == f"field_{field.name}"
    for value in stored:
        editor.set_value(value)
        assert editor.value() == value


def test_what_stays_keeps_the_typing_that_can_be_taken_back(qtbot: QtBot) -> None:
    editor = make_editor(DAY)
    assert isinstance(editor, LineEditor)
    qtbot.addWidget(editor)
    QTest.keyClicks(editor, values.day("2026-01-31"))
    editor.set_value("2026-01-31")
    assert editor.isUndoAvailable()
    editor.set_value("2026-02-01")
    assert not editor.isUndoAvailable()


def test_a_value_that_cannot_be_chosen_any_more_stays(qtbot: QtBot) -> None:
    editor = make_editor(CHOICE)
    qtbot.addWidget(editor)
    editor.set_value("xl")
    assert editor.value() == "xl"
    assert isinstance(editor, ChoiceEditor)
    assert editor.currentText() == "xl"


@pytest.mark.qt_log_ignore("Keyboard event not accepted")
def test_read_only_editors_take_nothing(qtbot: QtBot) -> None:
    for field, keys in ((NUMBER, "7"), (DAY, "7"), (OPTIONAL, "L"), (YES_NO, " ")):
        editor = make_editor(field)
        qtbot.addWidget(editor)
        before = editor.value()
        editor.set_read_only(True)
        editor.show()
        QTest.keyClicks(editor, keys)
        assert editor.value() == before
        editor.set_read_only(False)
        QTest.keyClicks(editor, keys)
        assert editor.value() != before


def test_choosing_and_answering_is_to_be_stored_at_once(qtbot: QtBot) -> None:
    box = make_editor(YES_NO)
    combo = make_editor(CHOICE)
    assert isinstance(box, YesNoEditor)
    assert isinstance(combo, ChoiceEditor)
    for editor in (box, combo):
        qtbot.addWidget(editor)
        editor.show()
    with qtbot.waitSignal(box.chosen):
        QTest.keyClick(box, Qt.Key.Key_Space)
    with qtbot.waitSignal(combo.chosen):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.value() == "l"


def test_the_wheel_over_a_choice_scrolls_and_chooses_nothing(qtbot: QtBot) -> None:
    combo = make_editor(CHOICE)
    qtbot.addWidget(combo)
    combo.show()
    combo.setFocus()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, event)
    assert combo.value() == "s"
    assert not event.isAccepted()


def calendar_of(editor: DayEditor) -> QCalendarWidget:
    (calendar,) = editor.findChildren(QCalendarWidget, "calendar")
    return calendar


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot) -> None:
    editor = make_editor(DAY)
    assert isinstance(editor, DayEditor)
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value("2026-01-31")
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = calendar_of(editor)
    assert calendar.selectedDate() == QDate(2026, 1, 31)
    with qtbot.waitSignal(editor.chosen):
        calendar.activated.emit(QDate(2026, 2, 5))
    assert editor.value() == "2026-02-05"
    editor.undo()
    assert editor.value() == "2026-01-31"


def test_the_calendar_begins_today_where_no_day_is_typed(qtbot: QtBot) -> None:
    editor = make_editor(DAY)
    assert isinstance(editor, DayEditor)
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, "soon")
    (button,) = (action for action in editor.actions() if isinstance(action, QAction))
    button.trigger()
    assert calendar_of(editor).selectedDate() == QDate.currentDate()
    assert editor.value() == "soon"
    calendar_of(editor).window().close()
