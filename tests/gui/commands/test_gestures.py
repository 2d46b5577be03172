"""Moving with Shift, naming a new record where customers were dropped, and dragging with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from itemlink_gui.gui import text as texts
from itemlink_gui.gui.commands import links as linking
from itemlink_gui.gui.tables.ghost_row import GhostRow
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import companies, items, links
from itemlink_gui.store import history
from tests.gui.dragging import COPY, MOVE, Drag
from tests.gui.helpers import Person, retype
from tests.support import ask, assert_sound, snapshot, standing

FIRST = {(1, 1), (1, 2), (1, 3), (2, 1)}
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def hint(person: Person) -> str:
    return person.find(QLabel, "selectionText").text()


def list_of(person: Person, name: str) -> IdTableView:
    """Open the customers of an item in the inspector."""
    person.select("item", name)
    page = person.window.inspector.pages["item"]
    page.tabs.setCurrentWidget(page.linked)
    person.settle()
    return page.linked.view


# Moving with Shift.


def test_shift_moves_out_of_a_list_onto_another_item(person: Person) -> None:
    linked, items = list_of(person, "Basic Package"), person.view("item")
    seen: list[object] = []

    def act(held: Drag) -> None:
        assert held.offered == COPY | MOVE
        row = person.row("item", "Extended Support")
        seen.append((held.over(items, row), hint(person)))
        held.keys = SHIFT
        seen.append((held.over(items, row), hint(person)))
        # Where nothing can be moved to, Shift changes nothing.
        seen.append((held.over(person.view("customer"), 0), hint(person)))
        assert held.drop(items, row)

    before = snapshot(person.engine.path)
    person.drag(linked, "Ann Lee", "Ben Ortiz").carry(act)
    assert seen == [
        (True, "Drop to add 1 to Extended Support (1 already linked) · hold Shift to move"),
        (True, "Drop to move 1 from Basic Package to Extended Support (1 already linked)"),
        (True, "Drop to remove 2 links; the records stay"),
    ]
    assert standing(person.engine) == {(1, 3), (2, 1), (2, 2)}
    assert person.message == "Moved 2 customers from Basic Package to Extended Support (1 already was there)"
    assert person.names(linked) == ["Cléo Satō"]
    assert_sound(person.engine)
    person.press("Ctrl+Z", person.window)
    person.settle()
    assert snapshot(person.engine.path) == before
    assert person.message == "Undone: Move 2 customers from Basic Package to Extended Support"


def test_only_what_is_in_a_list_can_be_moved(person: Person) -> None:
    items = person.view("item")

    def act(held: Drag) -> None:
        held.keys = SHIFT
        assert held.offered == COPY
        assert held.drop(items, person.row("item", "Training Day"))

    person.drag("customer", "Ann Lee").carry(act)
    assert standing(person.engine) == FIRST | {(4, 1)}


def test_an_item_is_moved_to_another_customer(person: Person) -> None:
    person.select("customer", "Ann Lee")
    page = person.window.inspector.pages["customer"]
    page.tabs.setCurrentWidget(page.linked)
    person.settle()
    view = person.view("customer")

    def act(held: Drag) -> None:
        held.keys = SHIFT
        assert held.drop(view, person.row("customer", "dora"))

    person.drag(page.linked.view, "Extended Support").carry(act)
    assert standing(person.engine) == {(1, 1), (1, 2), (1, 3), (2, 4)}
    assert person.message == "Moved Extended Support from Ann Lee to dora"


def test_very_many_are_asked_about(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "PREVIEW", 1)
    linked = list_of(person, "Basic Package")

    def act(held: Drag) -> None:
        held.keys = SHIFT
        assert held.drop(person.view("item"), 3)

    person.prompts.will("ask", False)
    person.drag(linked, "Ann Lee", "Ben Ortiz").carry(act)
    assert person.prompts.calls[-1][2] == "Move 2 customers from Basic Package to Training Day?"
    assert standing(person.engine) == FIRST


def test_where_there_is_no_room_it_is_asked(person: Person) -> None:
    person.do(items.update(4, capacity=1))
    linked = list_of(person, "Basic Package")

    def act(held: Drag) -> None:
        held.keys = SHIFT
        assert held.drop(person.view("item"), person.row("item", "Training Day"))

    person.prompts.will("choose", "first")
    person.drag(linked, "Ann Lee", "Ben Ortiz").carry(act)
    # Who finds no place stays.
    assert standing(person.engine) == {(1, 2), (1, 3), (2, 1), (4, 1)}
    assert person.message == "Moved 1 customer from Basic Package to Training Day · 1 left out"


# The row below the last.


def ghost(person: Person) -> GhostRow:
    return person.view("item").ghost


def drop_below(person: Person, *names: str) -> QLineEdit:
    """Drop customers below the last item, and return the editor that opens."""
    seen: list[object] = []

    def act(held: Drag) -> None:
        seen.append(ghost(person).isVisible())
        assert held.drop(person.view("item"), -1)

    person.drag("customer", *names).carry(act)
    assert seen == [True]
    return person.find(QLineEdit, "ghostEdit")


def test_a_new_item_is_named_where_customers_were_dropped(person: Person) -> None:
    assert not ghost(person).isVisible()
    before, steps = snapshot(person.engine.path), len(ask(person.engine, lambda: history.steps(99)))
    editor = drop_below(person, "Ann Lee", "John Doe")
    assert editor.hasFocus()
    assert editor.accessibleName() == "New item with 2 customers…"
    assert snapshot(person.engine.path) == before
    QTest.keyClicks(editor, "Pottery")
    QTest.keyClick(editor, Key.Key_Return)
    person.settle()
    assert standing(person.engine) == FIRST | {(5, 1), (5, 6)}
    assert person.message == "Item Pottery created with 2 customers"
    assert person.selected("item") == ["Pottery"]
    assert not ghost(person).isVisible()
    assert len(ask(person.engine, lambda: history.steps(99))) == steps + 1
    person.trigger("undo")
    assert snapshot(person.engine.path) == before


def test_escape_and_an_empty_name_make_nothing(person: Person) -> None:
    before = snapshot(person.engine.path)
    editor = drop_below(person, "Ann Lee")
    QTest.keyClicks(editor, "Pottery")
    QTest.keyClick(editor, Key.Key_Escape)
    person.settle()
    assert not ghost(person).isVisible()
    assert person.view("item").hasFocus()
    drop_below(person, "Ben Ortiz")
    person.view("customer").setFocus()
    person.settle()
    assert not ghost(person).isVisible()
    assert snapshot(person.engine.path) == before


def test_a_name_that_cannot_be_stored_stays_as_typed_with_the_reason(person: Person) -> None:
    before = snapshot(person.engine.path)
    editor = drop_below(person, "Ann Lee")
    for wrong, reason in (("x" * 201, "At most 200 characters"), ("", "may not be empty")):
        retype(editor, wrong)
        QTest.keyClick(editor, Key.Key_Return)
        person.settle()
        assert editor.isVisible()
        assert editor.text() == wrong
        assert reason in editor.accessibleDescription()
    assert snapshot(person.engine.path) == before
    retype(editor, "Fine")
    assert editor.accessibleDescription() == ""
    # Left for another place it is stored, as in a cell.
    person.view("customer").setFocus()
    person.settle()
    assert person.names("item")[-2:] == ["Premium Subscription", "Training Day"]
    assert "Fine" in person.names("item")


def test_the_row_is_there_for_customers_only(person: Person) -> None:
    seen: list[bool] = []

    def act(held: Drag) -> None:
        seen.append(person.view("customer").ghost.isVisible() or ghost(person).isVisible())
        seen.append(held.over(person.view("customer"), -1))

    person.drag("item", "Basic Package").carry(act)
    assert seen == [False, False]
    person.drag("customer", "Ann Lee").carry(lambda held: seen.append(held.drop(person.view("customer"), -1)))
    assert seen[2:] == [False]


def test_a_new_company_too(person: Person) -> None:
    person.do(companies.create(name="Acme"))
    person.trigger("go_companies")
    person.drag("customer", "Ann Lee").carry(lambda held: held.drop(person.view("company"), -1))
    editor = person.find(QLineEdit, "ghostEdit")
    QTest.keyClicks(editor, "Birch")
    QTest.keyClick(editor, Key.Key_Return)
    person.settle()
    assert person.message == "Company Birch created with 1 customer"
    assert person.selected("company") == ["Birch"]


def test_where_nothing_is_listed_there_is_room_for_it_too(person: Person) -> None:
    pane = person.window.panes["company"]
    person.trigger("go_companies")
    assert pane.empty.isVisible()
    seen: list[bool] = []

    def act(held: Drag) -> None:
        seen.append(pane.empty.isVisible())
        assert held.over(person.view("company"), -1)

    person.drag("customer", "Ann Lee").carry(act)
    assert seen == [False]
    assert pane.empty.isVisible()
    person.drag("customer", "Ann Lee").carry(lambda held: held.drop(person.view("company"), -1))
    editor = person.find(QLineEdit, "ghostEdit")
    assert editor.isVisible()
    assert editor.hasFocus()
    QTest.keyClick(editor, Key.Key_Escape)
    person.settle()
    assert pane.empty.isVisible()


def test_there_is_room_for_a_row_below_the_last(person: Person) -> None:
    view = person.view("customer")
    person.window.resize(900, 420)
    person.settle()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    person.settle()
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    assert view.verticalScrollBar().maximum() > 0
    assert view.viewport().height() - last.bottom() >= view.rowHeight(0) - 1


# Without a mouse.


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
        (("Extended Support", "+1 · 1 already"), "Drop to add 1 to Extended Support (1 already linked)"),
        (("Premium Subscription", "+2"), "Drop to add 2 to Premium Subscription"),
        (("Training Day", "+2"), "Drop to add 2 to Training Day"),
        (None, "New item with 2 customers…"),
        (("Extended Support", "+1 · 1 already"), "Drop to add 1 to Extended Support (1 already linked)"),
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
    assert announced[-1] == "Drop to add 1 to dora"
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
    linked = list_of(person, "Basic Package")
    person.select(linked, "Cléo Satō")
    press(person, Key.Key_Space, Key.Key_Tab)
    assert announced[-1] == "Drop to add 1 to Extended Support · hold Shift to move"
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
