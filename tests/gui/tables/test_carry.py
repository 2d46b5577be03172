"""Dragging with the keyboard: Space picks up, Tab visits what takes it, Enter drops, Esc puts back; all is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from itemlink_gui.gui import text as texts
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import links
from tests.gui.helpers import Person
from tests.support import standing

FIRST = {(1, 1), (1, 2), (1, 3), (2, 1)}
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def hint(person: Person) -> str:
    return person.find(QLabel, "selectionText").text()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    said: list[str] = []

    def announce(_source: QWidget, text: str, *, urgent: bool = False) -> None:
        said.append(text)

    monkeypatch.setattr(texts, "announce", announce)
    return said


def press(person: Person, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, held)
    person.settle()


def marked(view: IdTableView) -> tuple[str, str] | None:
    """The target that is shown, and its badge."""
    row = view.table.target_row
    index = view.table.index(row, 0)
    return (index.data(), index.data(Role.BADGE)) if row >= 0 else None


def test_space_picks_up_tab_goes_round_enter_drops(person: Person, announced: list[str]) -> None:
    items = person.view("item")
    person.select("customer", "Ann Lee", "Ben Ortiz")
    press(person, Key.Key_Space)
    assert announced[-1] == "2 customers picked up: Tab goes to where they can be dropped, Enter drops, Esc cancels"
    assert hint(person) == announced[-1]
    visited = []
    for _ in range(5):
        press(person, Key.Key_Tab)
        visited.append((marked(items), announced[-1]))
        assert hint(person) == announced[-1]
    # Basic Package has both: it is passed over. The last is the row for a new one.
    assert visited == [
        (("Extended Support", "+1 · 1 already"), "Assign 1 customer to Extended Support (1 already linked)"),
        (("Premium Subscription", "+2"), "Assign 2 customers to Premium Subscription"),
        (("Training Day", "+2"), "Assign 2 customers to Training Day"),
        (None, "New item with 2 customers…"),
        (("Extended Support", "+1 · 1 already"), "Assign 1 customer to Extended Support (1 already linked)"),
    ]
    press(person, Key.Key_Backtab, Key.Key_Up)
    assert marked(items) == ("Training Day", "+2")
    assert standing(person.engine) == FIRST
    press(person, Key.Key_Return)
    assert standing(person.engine) == FIRST | {(4, 1), (4, 2)}
    assert person.message == "Assigned 2 customers to Training Day"
    assert marked(items) is None
    assert person.window.session.kind is None
    assert person.view("customer").hasFocus()
    assert person.selected("customer") == ["Ann Lee", "Ben Ortiz"]


def test_keys_that_come_before_the_file_has_told_what_is_linked_all_count(person: Person, announced: list[str]) -> None:
    items = person.view("item")
    person.select("customer", "Ann Lee")
    for key in (Key.Key_Space, Key.Key_Tab, Key.Key_Tab):
        QTest.keyClick(QApplication.focusWidget(), key)
    person.settle()
    late = marked(items)
    press(person, Key.Key_Escape, Key.Key_Space)
    press(person, Key.Key_Tab)
    first = marked(items)
    press(person, Key.Key_Tab)
    assert late == marked(items) != first


def test_escape_puts_back(person: Person, announced: list[str]) -> None:
    person.select("customer", "dora")
    press(person, Key.Key_Space, Key.Key_Tab)
    assert marked(person.view("item")) is not None
    press(person, Key.Key_Escape)
    assert announced[-1] == "Put back"
    assert marked(person.view("item")) is None
    assert person.window.session.kind is None
    press(person, Key.Key_Return)
    assert standing(person.engine) == FIRST


@pytest.mark.parametrize("away", ["focus", "mouse", "other"])
def test_going_elsewhere_puts_back(person: Person, announced: list[str], away: str) -> None:
    person.select("customer", "dora")
    press(person, Key.Key_Space, Key.Key_Tab)
    if away == "focus":
        person.view("item").setFocus()
    elif away == "mouse":
        person.click("customer", "Ann Lee")
    else:
        person.window.session.end()
    person.settle()
    assert person.window.session.kind is None
    assert marked(person.view("item")) is None
    press(person, Key.Key_Tab)
    assert standing(person.engine) == FIRST


def test_items_are_carried_to_customers(person: Person, announced: list[str]) -> None:
    person.select("item", "Basic Package")
    press(person, Key.Key_Space, Key.Key_Down)
    assert announced[-1] == "Assign dora to 1 item"
    press(person, Key.Key_Enter)
    assert standing(person.engine) == FIRST | {(1, 4)}


def test_letters_and_enter_without_a_target_do_nothing(person: Person, announced: list[str]) -> None:
    person.select("item", "Premium Subscription")
    person.select("customer", "dora")
    press(person, Key.Key_Space, Key.Key_J)
    assert person.selected("customer") == ["dora"]
    press(person, Key.Key_Return)
    assert announced[-1] == "Choose where to drop with Tab first"
    assert standing(person.engine) == FIRST


def test_nothing_to_carry_and_nowhere_to(person: Person, announced: list[str]) -> None:
    person.view("customer").setFocus()
    person.view("customer").selection.clear()
    person.trigger("pick_up")
    assert person.message == "Select what to pick up first."
    person.do(links.link([1], [4, 5, 6]))
    person.select("item", "Basic Package")
    press(person, Key.Key_Space, Key.Key_Tab)
    assert announced[-1] == "There is nothing here that they could be dropped on"


def test_out_of_a_list_shift_moves(person: Person, announced: list[str]) -> None:
    person.select("item", "Basic Package")
    page = person.window.inspector.pages["item"]
    page.tabs.setCurrentWidget(page.linked)
    person.settle()
    person.select(page.linked.view, "Cléo Satō")
    press(person, Key.Key_Space, Key.Key_Tab)
    assert announced[-1] == "Assign 1 customer to Extended Support · hold Shift to move"
    focus = QApplication.focusWidget()
    QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Shift, SHIFT))
    assert announced[-1] == "Drop to move 1 from Basic Package to Extended Support"
    press(person, Key.Key_Return, held=SHIFT)
    assert standing(person.engine) == {(1, 1), (1, 2), (2, 1), (2, 3)}


def test_a_new_item_by_keyboard(person: Person, announced: list[str]) -> None:
    person.select("customer", "dora")
    press(person, Key.Key_Space, Key.Key_Backtab)
    assert announced[-1] == "New item with 1 customer…"
    press(person, Key.Key_Return)
    editor = person.find(QLineEdit, "ghostEdit")
    assert editor.hasFocus()
    QTest.keyClicks(editor, "Pottery")
    press(person, Key.Key_Return)
    assert standing(person.engine) == FIRST | {(5, 4)}


def test_ctrl_space_still_selects(person: Person) -> None:
    person.select("customer", "Ann Lee")
    view = person.view("customer")
    view.selectionModel().setCurrentIndex(view.model().index(2, 0), view.selectionModel().SelectionFlag.NoUpdate)
    QTest.keyClick(view, Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert person.selected("customer") == ["Ann Lee", "Cléo Satō"]
    assert person.window.session.kind is None
