"""Moving about by keyboard, and what is told of the selection."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from itemlink_gui.base.changes import Kind
from tests.gui.conftest import Open
from tests.gui.helpers import CTRL, Person


def test_the_panes_get_the_keyboard(person: Person) -> None:
    person.press("Ctrl+2")
    person.settle()
    assert person.view("customer").hasFocus()
    assert person.selected("customer") == ["Ann Lee"]
    assert person.window.inspector.shown_name == "Ann Lee"
    person.press("Ctrl+1")
    person.settle()
    assert person.view("item").hasFocus()
    assert person.window.inspector.shown_name == "Basic Package"


def test_the_inspector_gets_the_keyboard_and_shows_itself(person: Person) -> None:
    person.select("item", "Basic Package")
    person.window.inspector.hide()
    person.press("Ctrl+3")
    person.settle()
    assert person.window.inspector.isVisible()
    assert person.window.inspector.pages["item"].tabs.hasFocus() or person.window.inspector.isAncestorOf(
        person.window.focusWidget()
    )


@pytest.mark.parametrize(("keys", "kind"), [("Ctrl+F", "customer"), ("Ctrl+Shift+F", "item")])
def test_find_goes_to_the_search_box(person: Person, keys: str, kind: Kind) -> None:
    person.search(kind, "a")
    person.view(kind).setFocus()
    person.press(keys)
    box = person.find(QLineEdit, f"{kind}sSearch")
    assert box.hasFocus()
    assert box.selectedText() == "a"


def test_select_all_says_how_many(person: Person) -> None:
    person.view("customer").setFocus()
    person.press("Ctrl+A")
    person.settle()
    assert person.selection_line == "6 customers selected"
    person.search("customer", "example")
    assert person.selection_line == "6 customers selected, 1 hidden"
    person.view("customer").setFocus()
    person.press("Ctrl+A")
    person.settle()
    assert person.selection_line == "5 customers selected"
    person.select("item", "Basic Package", "Training Day")
    assert person.selection_line == "2 items selected · 5 customers selected"


def test_clear_selects_nothing(person: Person) -> None:
    person.select("item", "Basic Package", "Training Day")
    person.press("Ctrl+Shift+A", person.view("item"))
    person.settle()
    assert person.selected("item") == []
    assert person.selection_line == ""


def test_what_a_search_hides_stays_selected_can_be_shown_and_cleared(person: Person) -> None:
    person.select("customer", "Ann Lee", "Ben Ortiz", "Eve Stone", "John Doe")
    person.search("customer", "ann")
    assert person.names("customer") == ["Ann Lee"]
    assert person.selection_line == "4 customers selected, 3 hidden"
    person.push("selectionShow")
    assert sorted(person.selected("customer")) == ["Ann Lee", "Ben Ortiz", "Eve Stone", "John Doe"]
    assert person.selection_line == "4 customers selected"
    assert person.find(QLineEdit, "customersSearch").text() == ""
    person.search("customer", "dora")
    assert person.selection_line == "4 customers selected, 4 hidden"
    person.push("selectionClear")
    assert person.selection_line == ""
    assert not person.find(QPushButton, "selectionShow").isVisible()
    person.search("customer", "")
    assert person.selected("customer") == []


def test_clearing_hidden_customers_works_from_the_other_pane(person: Person) -> None:
    person.select("customer", "Ann Lee", "John Doe")
    person.search("customer", "dora")
    person.view("item").setFocus()
    person.select("item", "Basic Package")
    person.push("selectionClear")
    assert person.view("customer").selection.ids() == []
    assert person.selection_line == ""


def test_a_click_begins_a_new_selection(person: Person) -> None:
    person.select("customer", "Ann Lee", "John Doe")
    person.search("customer", "e")
    person.select("customer", "Eve Stone")
    assert person.view("customer").selection.ids() == [5]
    assert person.selection_line == ""


def test_a_click_with_ctrl_adds_to_what_is_hidden(person: Person) -> None:
    person.select("customer", "Ann Lee", "John Doe")
    person.search("customer", "eve")
    person.click("customer", "Eve Stone", CTRL)
    person.settle()
    assert sorted(person.view("customer").selection.ids()) == [1, 5, 6]
    assert person.selection_line == "3 customers selected, 2 hidden"


def test_the_history_opens_beside_the_work(person: Person) -> None:
    person.press("Ctrl+H")
    person.settle()
    dialog = person.find(QDialog, "fileHistory")
    assert dialog.isVisible()
    assert not dialog.isModal()


def test_nothing_happens_in_an_empty_file(open_window: Open, path: Path) -> None:
    person = open_window(path)
    for name in ("go_items", "go_customers", "go_inspector", "select_all", "clear_selection", "edit", "open_record",
                 "duplicate", "delete", "copy"):  # fmt: skip
        person.trigger(name)
    assert person.prompts.calls == []
    assert person.engine.path == path
