"""Copying or moving what customers have: shown before, from a drop or from the menu."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit

from itemlink_gui.gui.dialogs.handover import HandOver
from itemlink_gui.ops import items, vocabulary
from itemlink_gui.ops.vocabulary import Wish
from tests.gui.helpers import Person, retype


def drop(person: Person, onto: str, *names: str) -> bool:
    """Drag customers onto another one."""
    view, taken = person.view("customer"), []
    person.drag("customer", *names).carry(lambda drag: taken.append(drag.drop(view, person.row("customer", onto))))
    person.settle()
    return taken[0]


def dialog(person: Person) -> HandOver:
    return person.find(HandOver, "handOver")


def test_a_drop_shows_what_it_would_change_and_changes_nothing(person: Person) -> None:
    assert drop(person, "Ben Ortiz", "Ann Lee")
    shown = dialog(person)
    assert shown.copied.text() == "1 item added · 1 was there already"
    assert shown.moved.text() == "1 item added · 1 was there already · 2 links removed"
    assert not person.action("undo").isEnabled() or "Copy" not in person.action("undo").text()
    shown.reject()
    person.settle()
    assert "Copy" not in person.action("undo").text()


def test_copying(person: Person) -> None:
    drop(person, "Eve Stone", "Ann Lee")
    person.push("handOverCopy")
    assert person.message == "2 items of Ann Lee copied to Eve Stone"
    assert person.action("undo").text() == "&Undo Copy items of Ann Lee to Eve Stone"
    assert not [one for one in person.window.findChildren(QDialog) if one.isVisible()]
    person.trigger("undo")
    assert person.message == "Undone: Copy items of Ann Lee to Eve Stone"


def test_moving_several(person: Person) -> None:
    drop(person, "Eve Stone", "Ann Lee", "Ben Ortiz")
    assert dialog(person).moved.text() == "2 items added · 3 links removed"
    person.push("handOverMove")
    assert person.message == "3 items moved from 2 customers to Eve Stone"


def test_what_does_not_fit_is_told_before(person: Person) -> None:
    person.do(items.update(1, capacity="3", capacity_policy="block"))
    drop(person, "Eve Stone", "Ann Lee")
    shown = dialog(person)
    assert shown.copied.text() == "1 item added · 1 does not fit"
    assert shown.moved.text() == "2 items added · 2 links removed"
    person.do(items.update(1, capacity="4"))
    assert shown.copied.text() == "2 items added"


def test_those_who_have_nothing(person: Person) -> None:
    drop(person, "Ann Lee", "Eve Stone")
    shown = dialog(person)
    assert not shown.copy.isEnabled()
    assert not shown.move_.isEnabled()


def test_a_row_that_is_dragged_is_no_target(person: Person) -> None:
    person.select("customer", "Ann Lee", "Ben Ortiz")
    view, taken = person.view("customer"), []
    person.drag("customer").carry(lambda drag: taken.append(drag.drop(view, person.row("customer", "Ann Lee"))))
    assert taken == [False]
    assert person.window.findChildren(HandOver) == []


def test_the_hint_while_dragging(person: Person) -> None:
    view, said = person.view("customer"), []

    def look(drag: object) -> None:
        drag.over(view, person.row("customer", "Eve Stone"))  # type: ignore[attr-defined]
        said.append(person.selection_line)

    person.drag("customer", "Ann Lee").carry(look)
    assert said == ["Drop to copy or move items to Eve Stone…"]


def test_from_the_menu(person: Person) -> None:
    person.select("customer", "Ann Lee")
    person.trigger("hand_over")
    shown = dialog(person)
    names = [match.name for match in shown.table.rows]
    assert "Ann Lee" not in names
    assert not shown.copy.isEnabled()
    retype(person.find(QLineEdit, "handOverSearch"), "eve")
    person.settle()
    assert [match.name for match in shown.table.rows] == ["Eve Stone"]
    assert shown.copied.text() == "2 items added"
    retype(person.find(QLineEdit, "handOverSearch"), "nobody of that name")
    person.settle()
    assert shown.copied.text() == "Choose who gets them."
    assert not shown.copy.isEnabled()
    retype(person.find(QLineEdit, "handOverSearch"), "eve")
    person.settle()
    person.press("Return", person.find(QLineEdit, "handOverSearch"))
    person.settle()
    assert person.message == "2 items of Ann Lee copied to Eve Stone"


def test_nobody_selected(person: Person) -> None:
    person.trigger("clear_selection")
    person.trigger("hand_over")
    assert person.message == "Select customers first."


@pytest.mark.parametrize("moving", [False, True])
def test_with_the_words_of_the_file(person: Person, moving: bool) -> None:
    person.do(vocabulary.choose(Wish("course")))
    person.until(lambda: person.action("hand_over").text() == "Copy or move courses to another student…")
    person.settle()
    drop(person, "Eve Stone", "Ann Lee")
    assert dialog(person).windowTitle() == "Copy or move courses"
    person.push("handOverMove" if moving else "handOverCopy")
    said = "2 courses moved from Ann Lee to Eve Stone" if moving else "2 courses of Ann Lee copied to Eve Stone"
    assert person.message == said
