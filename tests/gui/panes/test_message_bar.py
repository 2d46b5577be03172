"""Messages come, stay while they are wanted, go, and take nothing else with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.gui import text, theme
from itemlink_gui.gui.panes import message_bar
from itemlink_gui.gui.panes.message_bar import SHOWN_MS, MessageBar

HOSTILE = '<img src="file:///dev/zero"> enrolled in <b>Maths</b>'


class Window(QWidget):
    """A bar under a field that can have the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.bar = MessageBar()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.bar)
        column.addWidget(QLineEdit())  # where Qt would send the keyboard by itself
        self.resize(800, 160)

    def part(self, name: str) -> QPushButton:
        found = self.bar.findChild(QPushButton, name)
        assert found is not None
        return found

    @property
    def text(self) -> QLabel:
        found = self.bar.findChild(QLabel, "messageText")
        assert found is not None
        return found

    @property
    def countdown(self) -> QTimer:
        found = self.bar.findChild(QTimer, "countdown")
        assert found is not None
        return found

    def hover(self, inside: bool) -> None:
        here = QPointF(5, 5)
        enter = QEnterEvent(here, here, here)
        QApplication.sendEvent(self.bar, enter if inside else QEvent(QEvent.Type.Leave))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def test_a_message_is_shown_for_nine_seconds(window: Window) -> None:
    assert window.text.isHidden()
    window.bar.show_message("Enrolled 12 in Maths 101")
    assert window.text.isVisible()
    assert window.text.text() == "Enrolled 12 in Maths 101"
    assert SHOWN_MS == 9_000
    assert SHOWN_MS - 2_000 < window.countdown.remainingTime() <= SHOWN_MS


def test_it_goes_when_the_time_is_over(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar, "SHOWN_MS", 1)
    window.bar.show_message("Enrolled 12", undo=7)
    qtbot.waitUntil(window.text.isHidden)
    assert window.text.text() == ""
    assert window.part("messageUndo").isHidden()


def test_the_countdown_rests_under_the_pointer_and_goes_on(window: Window) -> None:
    window.bar.show_message("Enrolled 12")
    window.countdown.start(3_000)
    window.hover(True)
    assert not window.countdown.isActive()
    assert window.text.isVisible()
    window.hover(False)
    assert window.countdown.isActive()
    assert 1_000 < window.countdown.interval() <= 3_000


def test_the_countdown_rests_while_the_keyboard_is_in_the_bar(window: Window) -> None:
    window.bar.show_message("Enrolled 12", undo=7)
    window.part("messageUndo").setFocus()
    assert not window.countdown.isActive()
    window.field.setFocus()
    assert window.countdown.isActive()


def test_a_message_that_comes_under_the_pointer_waits_too(window: Window) -> None:
    window.hover(True)
    window.bar.show_message("Enrolled 12")
    assert not window.countdown.isActive()
    window.hover(False)
    assert window.countdown.interval() == SHOWN_MS


def test_a_new_message_takes_the_place_and_begins_anew(window: Window) -> None:
    window.bar.show_message("First", undo=7, kind="warning", more=("Show", window.close))
    window.countdown.start(10)
    window.bar.show_message("Second")
    assert window.text.text() == "Second"
    assert window.part("messageUndo").isHidden()
    assert window.part("messageMore").isHidden()
    assert window.countdown.interval() == SHOWN_MS


def test_undo_asks_once_and_the_message_goes(window: Window, qtbot: QtBot) -> None:
    window.bar.show_message("Enrolled 12", undo=7)
    with qtbot.waitSignal(window.bar.undo_requested) as asked:
        qtbot.mouseClick(window.part("messageUndo"), Qt.MouseButton.LeftButton)
    assert asked.args == [7]
    assert window.text.isHidden()
    assert window.field.hasFocus()  # the click did not take the keyboard


def test_more_calls_back(window: Window, qtbot: QtBot) -> None:
    called: list[str] = []

    def call() -> None:
        called.append(window.text.text())
        window.bar.show_message("from the call")

    window.bar.show_message("3 hidden", more=("Show them", call))
    assert window.part("messageMore").text() == "Show them"
    qtbot.mouseClick(window.part("messageMore"), Qt.MouseButton.LeftButton)
    assert called == [""]
    assert window.text.text() == "from the call"


def test_esc_hides_and_gives_the_keyboard_back(window: Window) -> None:
    window.bar.show_message("Enrolled 12", undo=7)
    window.part("messageUndo").setFocus()
    QTest.keyClick(window.part("messageUndo"), Qt.Key.Key_Escape)
    assert window.text.isHidden()
    assert window.field.hasFocus()


def test_esc_without_a_message_is_left_to_the_window(window: Window, qtbot: QtBot) -> None:
    seen: list[int] = []
    window.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    window.bar.set_selection("4 selected, 2 hidden", 2)
    QTest.keyClick(window.part("selectionShow"), Qt.Key.Key_Escape)
    assert seen == [Qt.Key.Key_Escape]


def test_nothing_jumps(window: Window) -> None:
    height = window.bar.height()
    for act in (
        lambda: window.bar.show_message("Enrolled 12 " * 100, undo=7, kind="warning", more=("More", window.close)),
        lambda: window.bar.set_selection("4 selected, 2 hidden", 2),
        window.bar.hide_message,
        lambda: window.bar.set_selection("", 0),
    ):
        act()
        QApplication.sendPostedEvents()
        assert window.bar.height() == height
        assert window.width() == 800


def test_a_long_message_leaves_room_for_the_rest(window: Window, qtbot: QtBot) -> None:
    window.bar.set_selection("4 selected, 2 hidden", 2)
    window.bar.show_message(HOSTILE * 10, undo=7)
    selection = window.bar.findChild(QLabel, "selectionText")
    assert isinstance(selection, text.ElidedLabel)
    assert isinstance(window.text, text.ElidedLabel)
    qtbot.waitUntil(lambda: window.text.width() < 500)
    assert window.text.elided().endswith("…")
    assert window.text.toolTip() == text.tooltip(HOSTILE * 10)
    assert selection.elided() == "4 selected, 2 hidden"
    assert window.part("messageUndo").geometry().left() >= window.text.geometry().right()


def test_names_are_text(window: Window) -> None:
    window.bar.show_message(HOSTILE)
    window.bar.set_selection(HOSTILE, 1)
    for made in window.bar.findChildren(QLabel):
        assert made.textFormat() == Qt.TextFormat.PlainText
        assert made.text() == HOSTILE


def test_the_selection_offers_buttons_only_where_something_is_hidden(window: Window, qtbot: QtBot) -> None:
    show, clear = window.part("selectionShow"), window.part("selectionClear")
    assert show.isHidden()
    window.bar.set_selection("4 selected", 0)
    assert show.isHidden()
    assert clear.isHidden()
    window.bar.set_selection("4 selected, 2 hidden", 2)
    with qtbot.waitSignal(window.bar.show_hidden_requested):
        qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.bar.clear_selection_requested):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)


def test_names_for_those_who_cannot_see(window: Window) -> None:
    window.bar.show_message("Enrolled 12", undo=7)
    window.bar.set_selection("4 selected, 2 hidden", 2)
    assert window.bar.objectName() == "messageBar"
    said = {
        name: QAccessible.queryAccessibleInterface(window.bar.findChild(QWidget, name)).text(QAccessible.Text.Name)
        for name in ("messageText", "messageUndo", "selectionText", "selectionShow", "selectionClear")
    }
    assert said == {
        "messageText": "Enrolled 12",
        "messageUndo": "Undo",
        "selectionText": "4 selected, 2 hidden",
        "selectionShow": "Show the selected rows that are hidden",
        "selectionClear": "Clear the selection",
    }


def test_messages_are_announced(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def update(event: QAccessibleAnnouncementEvent) -> None:
        told.append((event.message(), event.politeness()))

    monkeypatch.setattr(text.QAccessible, "updateAccessibility", update)
    window.bar.show_message("Enrolled 12")
    window.bar.show_message("Not enrolled", kind="warning")
    politeness = QAccessible.AnnouncementPoliteness
    assert told == [("Enrolled 12", politeness.Polite), ("Not enrolled", politeness.Assertive)]


@pytest.mark.parametrize(("reduced", "state"), [(False, "Running"), (True, "Stopped")])
def test_movement_is_short_and_none_where_it_is_not_wanted(
    window: Window, monkeypatch: pytest.MonkeyPatch, reduced: bool, state: str
) -> None:
    monkeypatch.setattr(theme, "reduced_motion", lambda: reduced)
    window.bar.show_message("Enrolled 12")
    glow = window.bar.findChild(QVariantAnimation)
    assert glow is not None
    assert glow.duration() <= 150
    assert glow.state() == QVariantAnimation.State[state]


def test_a_warning_has_a_sign_and_not_only_a_colour(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    real: Callable[..., None] = theme.draw_icon

    def draw(painter: object, name: str, *rest: object) -> None:
        drawn.append(name)
        real(painter, name, *rest)

    monkeypatch.setattr(theme, "draw_icon", draw)
    window.bar.show_message("Enrolled 12")
    window.bar.grab()
    assert drawn == []
    window.bar.show_message("Not enrolled", kind="warning")
    window.bar.grab()
    assert "triangle-alert" in drawn
