"""Moving with Shift, and naming a new record where customers were dropped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from itemlink_gui.gui.commands import links as linking
from itemlink_gui.gui.tables.ghost_row import GhostRow
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import companies, items
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
        (True, "Assign 1 customer to Extended Support (1 already linked) · hold Shift to move"),
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
