"""Links made and removed by drop, by menu, by palette, by clipboard; what is said, and that nothing is doubled."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from itemlink_gui.gui.commands import links
from itemlink_gui.gui.tables.drag import between
from itemlink_gui.ops import links as verbs
from itemlink_gui.store import history
from tests.gui.conftest import Open
from tests.gui.dragging import Drag
from tests.gui.helpers import Person
from tests.support import ask, assert_sound, standing

FIRST = {(1, 1), (1, 2), (1, 3), (2, 1)}


def steps(person: Person) -> int:
    return len(ask(person.engine, lambda: history.steps(100)))


def drag_onto(person: Person, kind: str, names: tuple[str, ...], name: str) -> bool:
    """Drag records of one pane onto a row of the other."""
    other = "item" if kind == "customer" else "customer"
    taken: list[bool] = []
    drag = person.drag(kind, *names)  # type: ignore[arg-type]
    drag.carry(lambda held: taken.append(held.drop(person.view(other), person.row(other, name))))  # type: ignore[arg-type]
    return taken[0]


def test_one_customer_onto_an_item(person: Person) -> None:
    assert drag_onto(person, "customer", ("John Doe",), "Premium Subscription")
    assert person.message == "Customer John Doe added to item Premium Subscription"
    assert standing(person.engine) == FIRST | {(3, 6)}
    assert person.selected("customer") == ["John Doe"]
    assert person.find(QPushButton, "messageUndo").isVisible()
    assert_sound(person.engine)


def test_an_item_onto_a_customer(person: Person) -> None:
    assert drag_onto(person, "item", ("Training Day",), "dora")
    assert person.message == "Item Training Day added to customer dora"
    assert standing(person.engine) == FIRST | {(4, 4)}


def test_many_with_some_linked_already(person: Person) -> None:
    names = ("Ann Lee", "Ben Ortiz", "Cléo Satō", "dora", "John Doe")
    assert drag_onto(person, "customer", names, "Basic Package")
    assert person.message == "Assigned 2 customers to Basic Package (3 already were)"
    assert standing(person.engine) == FIRST | {(1, 4), (1, 6)}
    assert sorted(person.selected("customer")) == sorted(names)


def test_several_items_onto_a_customer(person: Person) -> None:
    assert drag_onto(person, "item", ("Basic Package", "Extended Support", "Training Day"), "Ben Ortiz")
    assert person.message == "Assigned Ben Ortiz to 2 items (1 already was)"
    assert standing(person.engine) == FIRST | {(2, 2), (4, 2)}


def test_what_is_linked_already_is_refused_without_a_step(person: Person) -> None:
    before = steps(person)
    assert not drag_onto(person, "customer", ("Ann Lee", "Ben Ortiz"), "Basic Package")
    assert standing(person.engine) == FIRST
    assert steps(person) == before
    assert person.message == ""


def test_the_message_undoes_what_it_tells(person: Person) -> None:
    drag_onto(person, "customer", ("John Doe",), "Premium Subscription")
    person.push("messageUndo")
    assert standing(person.engine) == FIRST
    assert person.message == "Undone: Assign John Doe to Premium Subscription"
    assert not person.find(QPushButton, "messageUndo").isVisible()


def test_a_drop_on_one_of_several_selected_rows_offers_the_others(person: Person) -> None:
    person.select("item", "Extended Support", "Premium Subscription", "Training Day")
    assert drag_onto(person, "customer", ("John Doe",), "Premium Subscription")
    assert standing(person.engine) == FIRST | {(3, 6)}
    assert person.find(QPushButton, "messageMore").text() == "Also to the 2 others selected"
    person.push("messageMore")
    assert standing(person.engine) == FIRST | {(2, 6), (3, 6), (4, 6)}
    assert person.message == "Item Extended Support added to customer John Doe" or "2" in person.message
    assert_sound(person.engine)


def test_a_drop_beside_the_selected_rows_offers_nothing(person: Person) -> None:
    person.select("item", "Extended Support", "Premium Subscription")
    drag_onto(person, "customer", ("John Doe",), "Training Day")
    assert not person.find(QPushButton, "messageMore").isVisible()


def test_a_row_dragged_out_of_the_linked_list_is_unlinked(person: Person) -> None:
    person.select("item", "Basic Package")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    person.settle()
    assert person.names(person.linked()) == ["Ann Lee", "Ben Ortiz", "Cléo Satō"]
    taken: list[bool] = []
    person.drag(person.linked(), "Ben Ortiz").carry(lambda held: taken.append(held.drop(person.view("customer"), -1)))
    assert taken == [True]
    assert standing(person.engine) == FIRST - {(1, 2)}
    assert person.message == "Customer Ben Ortiz removed from item Basic Package"
    assert person.names(person.linked()) == ["Ann Lee", "Cléo Satō"]
    assert "Ben Ortiz" in person.names("customer")


def test_customers_dropped_into_the_linked_list_are_linked(person: Person) -> None:
    person.select("item", "Premium Subscription")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    person.do(verbs.link([3], [1]))
    taken: list[bool] = []
    person.select("customer", "John Doe", "dora")
    # The keyboard goes back to the item: the drag must not show another record's list.
    person.view("item").setFocus()
    person.settle()
    drag = Drag(person, person.view("customer"))
    drag.carry(lambda held: taken.append(held.drop(person.window.inspector.pages["item"].linked.view, -1)))
    assert taken == [True]
    assert standing(person.engine) == FIRST | {(3, 1), (3, 4), (3, 6)}
    assert person.message == "Assigned 2 customers to Premium Subscription"


def test_items_are_not_dropped_on_items(person: Person) -> None:
    taken: list[bool] = []
    person.drag("item", "Basic Package").carry(
        lambda held: taken.extend((held.drop(person.view("item"), 2), held.drop(person.view("item"), -1)))
    )
    assert taken == [False, False]
    assert standing(person.engine) == FIRST


def test_the_menu_links_and_unlinks_what_is_selected(person: Person) -> None:
    person.select("item", "Premium Subscription")
    person.select("customer", "Ann Lee", "John Doe")
    person.trigger("link")
    assert standing(person.engine) == FIRST | {(3, 1), (3, 6)}
    assert person.message == "Assigned 2 customers to Premium Subscription" or "2 items" not in person.message
    person.trigger("unassign")
    assert standing(person.engine) == FIRST
    assert person.message.startswith("Removed 2 customers from Premium Subscription")
    person.trigger("unassign")
    assert person.message == "Nothing to remove: there are no such links"


def test_linking_again_says_so(person: Person) -> None:
    before = steps(person)
    person.select("item", "Basic Package")
    person.select("customer", "Ann Lee", "Ben Ortiz")
    person.trigger("link")
    assert person.message.startswith("Nothing to add: 2 links")
    assert steps(person) == before


def test_the_menu_says_what_is_missing(person: Person) -> None:
    for action in ("link", "unassign"):
        person.trigger("clear_selection")
        person.trigger(action)
        assert person.message == "Select items on one side and customers on the other first."
    person.trigger("assign")
    assert person.message == "Select items or customers first."
    person.trigger("paste")
    assert person.message.startswith("Nothing to paste here")
    person.trigger("clear_links")
    assert person.message == "Select the records whose links to remove first."


def test_the_linked_list_removes_by_button_and_by_delete(person: Person) -> None:
    person.select("item", "Basic Package")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    person.settle()
    person.select(person.linked(), "Ann Lee")
    person.window.inspector.pages["item"].linked.findChild(QPushButton, "linkedRemove").click()
    person.settle()
    assert standing(person.engine) == FIRST - {(1, 1)}
    person.select(person.linked(), "Ben Ortiz", "Cléo Satō")
    person.press("Delete", person.linked())
    person.settle()
    assert standing(person.engine) == {(2, 1)}
    assert person.names("customer")[0] == "Ann Lee"
    assert len(person.names("customer")) == 6


def test_more_than_500_links_are_asked_about_first(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "PREVIEW", 5)
    person.prompts.will("ask", False, True)
    everyone = tuple(person.names("customer"))
    assert drag_onto(person, "customer", everyone, "Premium Subscription")
    assert person.prompts.calls == [("ask", "Assign", "Assign 6 customers to Premium Subscription?", "Assign", "")]
    assert standing(person.engine) == FIRST
    drag_onto(person, "customer", everyone, "Premium Subscription")
    assert len(standing(person.engine)) == len(FIRST) + 6
    assert links.PREVIEW == 5


def test_removing_very_many_is_asked_about_too(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "PREVIEW", 5)
    person.prompts.will("ask", False)
    person.select("item", "Basic Package")
    person.view("customer").setFocus()
    person.trigger("select_all")
    person.trigger("unassign")
    assert person.prompts.calls == [("ask", "Remove", "Remove 6 customers from Basic Package?", "Remove", "")] or (
        person.prompts.calls == [("ask", "Remove", "Remove 6 customers from Basic Package?", "Remove", "")]
    )
    assert standing(person.engine) == FIRST


def test_what_is_there_already_is_counted_in_words(person: Person) -> None:
    person.select("item", "Basic Package")
    for names, said in ((("Ann Lee",), "1 link was"), (("Ann Lee", "Ben Ortiz"), "2 links were")):
        person.select("customer", *names)
        person.trigger("link")
        assert person.message == f"Nothing to add: {said} there already"


def test_the_question_tells_how_many_are_not_shown(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "PREVIEW", 3)
    person.prompts.will("ask", False, False, False)
    person.select("item", "Basic Package")
    person.view("customer").setFocus()
    person.trigger("select_all")
    person.search("customer", "in:basic")
    person.trigger("unassign")
    person.search("customer", "lee or ortiz or stone or john or dora")
    person.trigger("unassign")
    # What is not selected is not hidden.
    person.window.linking.apply(between("unlink", "customer", [1, 2, 3, 4], "item", [1]))
    asked = "Remove 6 customers from Basic Package?"
    assert [call[2] for call in person.prompts.calls] == [
        f"{asked} 3 of them are not shown.",
        f"{asked} 1 of them is not shown.",
        "Remove 4 customers from Basic Package?",
    ]
    assert standing(person.engine) == FIRST


def test_the_real_limit_is_500() -> None:
    assert links.PREVIEW == 500


def test_replace_shows_what_it_changes(person: Person) -> None:
    person.select("customer", "Cléo Satō", "John Doe")
    person.select("item", "Basic Package")
    person.prompts.will("ask", False, True)
    person.trigger("replace")
    text = "Replace all customers of Basic Package by 2 customers? 1 will be added, 2 removed."
    assert person.prompts.calls == [("ask", "Replace", text, "Replace", "")]
    assert person.prompts.presses == [None]
    assert standing(person.engine) == FIRST
    person.trigger("replace")
    assert standing(person.engine) == {(1, 3), (1, 6), (2, 1)}
    assert person.message == "Customers of item Basic Package replaced: 1 added, 2 removed"
    person.trigger("replace")
    assert person.message == "Nothing to replace: just these are linked already"
    person.trigger("undo")
    assert standing(person.engine) == FIRST


def test_replace_needs_a_record(open_window: Open, path: Path) -> None:
    person = open_window(path)
    person.trigger("replace")
    assert person.message == "Select the record whose links to replace first."


def test_clear_shows_the_number(person: Person) -> None:
    person.select("item", "Basic Package", "Extended Support")
    person.prompts.will("ask", False, True)
    person.trigger("clear_links")
    assert person.prompts.calls == [("ask", "Remove links", "Remove all 4 links of 2 items?", "Remove", "")]
    assert standing(person.engine) == FIRST
    person.trigger("clear_links")
    assert standing(person.engine) == set()
    assert person.message == "All links (4) of 2 items removed"
    person.trigger("clear_links")
    assert person.message == "There are no links to remove"
    person.trigger("undo")
    assert standing(person.engine) == FIRST


def test_copy_and_paste(person: Person) -> None:
    person.select("customer", "John Doe", "dora")
    person.press("Ctrl+C", person.view("customer"))
    person.settle()
    assert person.message == "2 customers copied"
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["dora", "John Doe"]
    assert "john@example.org" in lines[1]
    person.select("item", "Training Day")
    person.press("Ctrl+V", person.view("item"))
    person.settle()
    assert standing(person.engine) == FIRST | {(4, 4), (4, 6)}
    # Customers are not pasted onto customers.
    person.select("customer", "Ann Lee")
    person.press("Ctrl+V", person.view("customer"))
    person.settle()
    assert person.message.startswith("Nothing to paste here")


def test_text_of_other_programs_is_not_pasted(person: Person) -> None:
    QApplication.clipboard().setText("John Doe")
    person.select("item", "Training Day")
    person.trigger("paste")
    assert person.message.startswith("Nothing to paste here")
    assert standing(person.engine) == FIRST


def test_records_deleted_meanwhile_are_told_in_words(person: Person) -> None:
    person.select("customer", "John Doe")
    person.trigger("copy")
    person.trigger("delete")
    person.select("item", "Training Day")
    person.trigger("paste")
    assert person.message == "No longer in this file: 1 customer (number 6)."
    assert standing(person.engine) == FIRST


def test_replace_by_nothing_is_no_clearing(person: Person) -> None:
    person.select("item", "Basic Package")
    before = standing(person.engine)
    person.trigger("replace")
    assert person.message == "Select what to replace them by on the other side first."
    assert standing(person.engine) == before
