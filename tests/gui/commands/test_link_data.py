"""The data of links through the window: before a drop, for several at once, and the end of those that are over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QPushButton, QScrollArea

from itemlink_gui.gui.commands import link_data as commands
from itemlink_gui.gui.dialogs.details import Details
from itemlink_gui.gui.field_editor import ChoiceEditor
from itemlink_gui.ops import items, link_data, link_fields
from itemlink_gui.store import link_rows
from tests.gui.dragging import Drag
from tests.gui.helpers import Person, retype
from tests.support import ask, assert_sound, standing

FIRST = {(1, 1), (1, 2), (1, 3), (2, 1)}
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
RIGHT = Qt.MouseButton.RightButton


def stored(person: Person, item: int, customer: int) -> dict[str, str]:
    return dict(ask(person.engine, lambda: link_rows.common([item], [customer])).values)


def dialog(person: Person) -> Details:
    person.settle()
    return person.find(Details, "details")


def fill(asked: Details, **texts: str) -> None:
    for name, text in texts.items():
        editor = asked.rows[name].editor
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        retype(editor, text)


def accept(person: Person) -> None:
    person.find(QPushButton, "detailsAccept").click()
    person.settle()


def open_list(person: Person, *names: str) -> None:
    """Select rows of the list of Basic Package: Ann, Ben and Cléo."""
    person.select("item", "Basic Package")
    page = person.window.inspector.page()
    assert page is not None
    page.tabs.setCurrentWidget(page.linked)
    person.settle()
    person.select(page.linked.view, *names)


def push_details(person: Person) -> None:
    (button,) = person.window.inspector.pages["item"].findChildren(QPushButton, "linkedDetails")
    assert button.isEnabled()
    button.click()


# Before the links are there.


def test_details_are_given_to_all_new_links_at_once(person: Person) -> None:
    person.do(link_fields.add("Badge", "text"))
    person.select("item", "Basic Package")
    person.select("customer", "Ann Lee", "dora", "John Doe")
    person.trigger("link_details")
    asked = dialog(person)
    assert asked._what.text() == "Assign 3 customers to Basic Package"
    assert asked.rows["quantity"].text() == "1"
    fill(asked, quantity="2", starts_on="2026-01-01", ends_on="2026-12-31", note="By\nhand", own_1="A7")
    accept(person)
    wanted = {
        "quantity": "2", "starts_on": "2026-01-01", "ends_on": "2026-12-31", "note": "By\nhand", "own_1": "A7",
    }  # fmt: skip
    assert stored(person, 1, 4) == stored(person, 1, 6) == wanted
    assert stored(person, 1, 1)["quantity"] == "1"
    assert person.message == "Assigned 2 customers to Basic Package (1 already was)"
    person.trigger("undo")
    assert standing(person.engine) == FIRST
    assert_sound(person.engine)


WRONG = [
    ("quantity", "0", "This must be a number from 1 to 1,000,000."),
    ("quantity", "-3", "This must be a number from 1 to 1,000,000."),
    ("quantity", "", "Quantity may not be empty."),
    ("starts_on", "2026-02-30", "There is no such day. Write it like 2026-01-31."),
    ("ends_on", "soon", "There is no such day. Write it like 2026-01-31."),
]


def test_wrong_details_are_told_beside_the_field_and_nothing_is_linked(person: Person) -> None:
    person.select("item", "Training Day")
    person.select("customer", "dora")
    person.trigger("link_details")
    asked = dialog(person)
    for field, text, reason in WRONG:
        before = asked.rows[field].text()
        fill(asked, **{field: text})
        accept(person)
        assert asked.isVisible()
        assert asked.rows[field].editor.accessibleDescription() == reason
        asked.rows[field].set_text(before)
    assert standing(person.engine) == FIRST
    asked.reject()


def test_the_dialog_grows_by_what_it_says_and_ctrl_enter_in_the_note_accepts_it(person: Person) -> None:
    person.do(link_fields.add("Paid", "yesno"))
    person.select("item", "Training Day")
    person.select("customer", "dora")
    person.trigger("link_details")
    asked = dialog(person)
    bar = asked.findChildren(QScrollArea)[0].verticalScrollBar()
    fill(asked, note="By\nhand", starts_on="tomorrow")
    note = asked.rows["note"].editor
    person.press("Ctrl+Return", note)
    person.settle()
    assert asked.rows["starts_on"].refused
    assert asked.rows["note"].text() == "By\nhand"
    assert not bar.isVisible()
    assert bar.maximum() == 0
    fill(asked, starts_on="2026-02-01")
    person.press("Ctrl+Return", note)
    person.settle()
    assert len(standing(person.engine)) == len(FIRST) + 1


def test_a_note_that_is_too_long_and_an_end_before_the_start(person: Person) -> None:
    person.select("item", "Training Day")
    person.select("customer", "dora")
    person.trigger("link_details")
    asked = dialog(person)
    asked.rows["note"].set_text("x" * 10_001)
    accept(person)
    assert asked.rows["note"].editor.accessibleDescription() == "At most 10,000 characters; these are 10,001."
    asked.rows["note"].set_text("x" * 10_000)
    fill(asked, starts_on="2026-02-01", ends_on="2026-01-31")
    accept(person)
    assert asked.rows["ends_on"].editor.accessibleDescription() == "The end may not lie before the start."
    fill(asked, ends_on="2026-02-01")
    accept(person)
    assert stored(person, 4, 4)["note"] == "x" * 10_000


def test_it_takes_a_selection_on_both_sides(person: Person) -> None:
    person.trigger("link_details")
    assert person.message == "Select items on one side and customers on the other first."
    person.trigger("details")
    assert person.message == "Select rows in the list of what is linked to a record first."


def test_the_palette_adds_with_details(person: Person) -> None:
    person.select("item", "Training Day")
    person.trigger("assign")
    search = person.find(QLineEdit, "assignSearch")
    QTest.keyClicks(search, "dora")
    person.settle()
    QTest.keyClick(search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    fill(dialog(person), quantity="4")
    accept(person)
    assert stored(person, 4, 4)["quantity"] == "4"
    search.window().close()


# A drag with the right button.


def drop_menu(person: Person, drag: Drag, target: str, row: str) -> QMenu:
    view = person.view(target)  # type: ignore[arg-type]
    drag.carry(lambda held: held.drop(view, person.row(view, row)))
    person.settle()
    menu = person.find(QMenu, "dropMenu")
    assert menu.isVisible()
    return menu


def choose(person: Person, menu: QMenu, text: str) -> None:
    (action,) = (one for one in menu.actions() if one.text() == text)
    action.trigger()
    menu.close()
    person.settle()


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_drop_with_the_right_button_asks_what_it_shall_do(person: Person) -> None:
    menu = drop_menu(person, person.drag("customer", "dora", "John Doe", button=RIGHT), "item", "Training Day")
    assert words(menu) == ["Assign", "Assign with details…", "Cancel"]
    assert standing(person.engine) == FIRST
    choose(person, menu, "Assign with details…")
    fill(dialog(person), quantity="2")
    accept(person)
    assert stored(person, 4, 4)["quantity"] == stored(person, 4, 6)["quantity"] == "2"
    menu = drop_menu(person, person.drag("customer", "Ben Ortiz", button=RIGHT), "item", "Training Day")
    choose(person, menu, "Cancel")
    assert (4, 2) not in standing(person.engine)
    menu = drop_menu(person, person.drag("customer", "Ben Ortiz", button=RIGHT), "item", "Training Day")
    choose(person, menu, "Assign")
    assert (4, 2) in standing(person.engine)
    # The left button does what it always did.
    person.drag("customer", "Ann Lee").carry(lambda held: held.drop(person.view("item"), 3))
    assert (4, 1) in standing(person.engine)


def test_out_of_a_list_the_right_button_moves_or_removes(person: Person) -> None:
    open_list(person, "Ben Ortiz")
    menu = drop_menu(person, person.drag(person.linked(), button=RIGHT), "item", "Training Day")
    assert words(menu) == ["Assign", "Assign with details…", "Move", "Cancel"]
    choose(person, menu, "Move")
    assert standing(person.engine) == FIRST - {(1, 2)} | {(4, 2)}
    open_list(person, "Ann Lee")
    menu = drop_menu(person, person.drag(person.linked(), button=RIGHT), "customer", "dora")
    assert words(menu) == ["Remove", "Cancel"]
    choose(person, menu, "Remove")
    assert (1, 1) not in standing(person.engine)


# Links that stand.


def test_only_what_is_touched_changes_in_several_links(person: Person) -> None:
    person.do(link_fields.add("Came", "yesno"))
    person.do(link_fields.add("Size", "choice", ["S", "M"]))
    person.do(link_data.set_details([1], [1], quantity=2, note="Ann's", own_1="1"))
    person.do(link_data.set_details([1], [2], note="Ben's", own_2="S"))
    open_list(person, "Ann Lee", "Ben Ortiz")
    push_details(person)
    asked = dialog(person)
    assert asked._what.text() == "2 customers in Basic Package"
    assert not any(tick.isChecked() for tick in asked.ticks.values())
    quantity, came = asked.rows["quantity"].editor, asked.rows["own_1"].editor
    assert isinstance(quantity, QLineEdit)
    assert (quantity.text(), quantity.placeholderText()) == ("", "(not the same)")
    assert isinstance(came, ChoiceEditor)
    assert came.currentIndex() == -1
    fill(asked, ends_on="2030-01-31")
    came.setCurrentIndex(came.findData("1"))
    assert [name for name, tick in asked.ticks.items() if tick.isChecked()] == ["ends_on", "own_1"]
    accept(person)
    ann, ben = stored(person, 1, 1), stored(person, 1, 2)
    assert (ann["quantity"], ann["note"], ann["ends_on"], ann["own_1"]) == ("2", "Ann's", "2030-01-31", "1")
    assert (ben["quantity"], ben["note"], ben["ends_on"], ben["own_1"]) == ("1", "Ben's", "2030-01-31", "1")
    assert ben["own_2"] == "S"
    assert person.message == "Ends on, Came of 2 customers in Basic Package changed"
    person.trigger("undo")
    assert stored(person, 1, 1)["ends_on"] == ""


def test_a_tick_alone_empties_a_field_and_without_it_the_field_is_as_it_was(person: Person) -> None:
    person.do(link_data.set_details([1], [1], note="Ann's"))
    person.do(link_data.set_details([1], [1, 2], starts_on="2026-01-01"))
    open_list(person, "Ann Lee", "Ben Ortiz")
    push_details(person)
    asked = dialog(person)
    asked.ticks["note"].click()
    fill(asked, starts_on="2026-05-05")
    asked.ticks["starts_on"].click()
    assert asked.rows["starts_on"].text() == "2026-01-01"
    accept(person)
    assert stored(person, 1, 1)["note"] == ""
    assert stored(person, 1, 1)["starts_on"] == "2026-01-01"


def test_nothing_touched_is_no_step(person: Person) -> None:
    open_list(person, "Ann Lee", "Ben Ortiz")
    push_details(person)
    assert dialog(person).values() == {}
    before = person.action("undo").text()
    accept(person)
    assert not person.window.findChildren(Details)
    assert person.action("undo").text() == before


def test_details_that_the_file_refuses_keep_the_dialog_open(person: Person) -> None:
    person.do(link_data.set_details([1], [2], starts_on="2026-06-01"))
    open_list(person, "Ann Lee", "Ben Ortiz")
    push_details(person)
    asked = dialog(person)
    fill(asked, ends_on="2026-05-31")
    accept(person)
    assert asked.isVisible()
    assert asked.rows["ends_on"].editor.accessibleDescription() == "The end may not lie before the start."
    asked.reject()
    assert stored(person, 1, 1)["ends_on"] == ""


def change_meanwhile(person: Person, **values: str) -> None:
    """Open the dialog of the link of Ann, have another window change it, and then change note and quantity too."""
    person.do(link_data.set_details([1], [1], note="Old"))
    open_list(person, "Ann Lee")
    push_details(person)
    asked = dialog(person)
    person.do(link_data.set_details([1], [1], **values))
    fill(asked, note="Mine", quantity="3")


@pytest.mark.parametrize(("answer", "note"), [("ours", "Mine"), ("theirs", "Theirs"), (None, "Theirs")])
def test_what_another_window_changed_is_not_overwritten_unasked(person: Person, answer: str | None, note: str) -> None:
    change_meanwhile(person, note="Theirs")
    person.prompts.will("choose", answer)
    accept(person)
    text = "Note was changed elsewhere in the meantime.\n\nNow: Theirs\nYours: Mine"
    assert person.prompts.calls == [("choose", "Changed elsewhere", text, "Use mine", "Keep theirs")]
    if answer != "ours":
        # Nothing is stored yet, and what else was typed is still there.
        assert stored(person, 1, 1)["quantity"] == "1"
        asked = dialog(person)
        assert (asked.rows["note"].text(), asked.values()) == ("Theirs", {"quantity": "3"})
        accept(person)
    assert not person.window.findChildren(Details)
    assert (stored(person, 1, 1)["note"], stored(person, 1, 1)["quantity"]) == (note, "3")


def test_what_another_window_changed_in_other_fields_or_to_the_same_is_no_conflict(person: Person) -> None:
    change_meanwhile(person, note="Mine", starts_on="2026-01-01")
    accept(person)
    found = stored(person, 1, 1)
    assert (found["note"], found["quantity"], found["starts_on"]) == ("Mine", "3", "2026-01-01")


def test_links_are_reached_from_the_panes_too(person: Person) -> None:
    person.select("item", "Basic Package", "Extended Support")
    person.select("customer", "Ann Lee")
    person.trigger("details")
    fill(dialog(person), quantity="9")
    accept(person)
    assert stored(person, 1, 1)["quantity"] == stored(person, 2, 1)["quantity"] == "9"
    person.select("customer", "dora")
    person.trigger("details")
    assert person.message == "There are no links between them."


def test_a_quantity_for_which_there_is_no_room_may_be_overbooked(person: Person) -> None:
    person.do(items.update(1, capacity=4))
    open_list(person, "Ann Lee", "Ben Ortiz")
    push_details(person)
    asked = dialog(person)
    fill(asked, quantity="2")
    person.prompts.will("choose", None, "overbook")
    accept(person)
    assert asked.isVisible()
    assert stored(person, 1, 1)["quantity"] == "1"
    accept(person)
    assert stored(person, 1, 1)["quantity"] == stored(person, 1, 2)["quantity"] == "2"
    assert not person.window.findChildren(Details)


# Links that are over.


def test_the_list_of_a_record_ends_its_links_that_are_over(person: Person) -> None:
    person.do(link_data.set_details([1, 2], [1, 2], ends_on=YESTERDAY))
    open_list(person)
    (end,) = person.window.inspector.pages["item"].findChildren(QPushButton, "linkedEnd")
    assert (end.text(), end.isVisible()) == ("End 2 that are over", True)
    end.click()
    person.settle()
    assert standing(person.engine) == {(1, 3), (2, 1)}
    assert person.message == "Ended 2 links of Basic Package that were over"
    assert not end.isVisible()
    person.trigger("undo")
    assert standing(person.engine) == FIRST


def test_all_links_that_are_over_end_after_a_preview_if_they_are_many(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.trigger("end_over")
    assert person.message == "No link is over."
    person.do(link_data.set_details([1, 2], [1, 2], ends_on=YESTERDAY))
    monkeypatch.setattr(commands, "PREVIEW", 2)
    person.prompts.will("ask", False)
    person.trigger("end_over")
    assert person.prompts.calls[-1][2] == "End 3 links whose last day has passed?"
    assert standing(person.engine) == FIRST
    monkeypatch.setattr(commands, "PREVIEW", 3)
    person.trigger("end_over")
    assert standing(person.engine) == {(1, 3)}
    assert person.message == "Ended 3 links that were over"
