"""Numbers, days and choices of an item: stored as they are left, refused in words where they are wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from itemlink_gui.gui import values
from itemlink_gui.gui.panes.record_form import FieldRow
from itemlink_gui.ops import items
from itemlink_gui.store import queries
from tests.gui.helpers import Person, retype
from tests.support import ask

# It stands for the first of May as the country of the window writes it, which is known when there is one.
DAY = "(day)"


def written(text: str) -> str:
    return text.replace(DAY, values.day("2026-05-01"))


def row(person: Person, field: str) -> FieldRow:
    """A field of the item that is shown, with the keyboard in it."""
    found = person.window.inspector.pages["item"].form.rows[field]
    found.editor.setFocus()
    return found


def type_into(person: Person, field: str, text: str) -> FieldRow:
    """Type into a field and press Enter."""
    found = row(person, field)
    assert isinstance(found.editor, QLineEdit)
    retype(found.editor, text)
    person.press("Return", found.editor)
    person.settle()
    return found


def stored(person: Person) -> dict[str, str]:
    found = ask(person.engine, lambda: queries.detail("item", 1))
    assert found is not None
    return found.fields


@pytest.mark.parametrize(
    ("field", "typed", "kept", "shown"),
    [
        ("capacity", " 30 ", "30", "30"),
        ("capacity", "1,000", "1000", "1000"),
        ("low_stock", "٣", "3", "3"),
        ("available_from", "2026-05-01", "2026-05-01", DAY),
        ("available_until", DAY, "2026-05-01", DAY),
    ],
)
def test_what_is_typed_is_stored_and_shown_as_people_write_it(
    person: Person, field: str, typed: str, kept: str, shown: str
) -> None:
    person.select("item", "Basic Package")
    found = type_into(person, field, written(typed))
    assert stored(person)[field] == kept
    person.view("customer").setFocus()
    person.settle()
    assert isinstance(found.editor, QLineEdit)
    assert found.editor.text() == written(shown)
    person.view("item").setFocus()
    person.trigger("undo")
    assert stored(person)[field] == ""
    assert found.text() == ""


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("capacity", "many", "This must be a whole number."),
        ("capacity", "1.5", "This must be a whole number."),
        ("capacity", "-1", "This must be a number from 0 to 2,147,483,647."),
        ("low_stock", "9" * 18, "This must be a number from 0 to 2,147,483,647."),
        ("available_from", "2026-02-30", "There is no such day. Write it like 2026-01-31."),
        ("available_from", "some day", "There is no such day. Write it like 2026-01-31."),
        ("available_until", "1", "There is no such day. Write it like 2026-01-31."),
    ],
)
def test_wrong_input_stays_as_typed_with_the_reason_below(person: Person, field: str, typed: str, why: str) -> None:
    person.select("item", "Basic Package")
    before = stored(person)
    found = type_into(person, field, typed)
    assert isinstance(found.editor, QLineEdit)
    assert found.editor.text() == typed
    assert found.editor.accessibleDescription() == why
    assert stored(person) == before
    person.press("Esc", found.editor)
    assert not found.refused
    assert found.text() == ""


def test_the_last_day_is_not_before_the_first(person: Person) -> None:
    person.select("item", "Basic Package")
    type_into(person, "available_from", "2026-05-01")
    until = type_into(person, "available_until", "2026-04-30")
    assert until.editor.accessibleDescription() == "This day is before the one from which it is available."
    assert stored(person)["available_until"] == ""
    type_into(person, "available_until", "2026-05-01")
    first = type_into(person, "available_from", "2026-05-02")
    assert first.editor.accessibleDescription() == "This day is after the one until which it is available."
    assert (stored(person)["available_from"], stored(person)["available_until"]) == ("2026-05-01",) * 2


def test_a_choice_is_stored_when_it_is_made(person: Person) -> None:
    person.select("item", "Basic Package")
    found = row(person, "capacity_policy")
    assert isinstance(found.editor, QComboBox)
    QTest.keyClick(found.editor, Qt.Key.Key_End)
    person.settle()
    assert stored(person)["capacity_policy"] == "waitlist"
    person.trigger("undo")
    assert found.text() == "block"


def test_what_was_changed_elsewhere_is_shown_as_people_write_it(person: Person) -> None:
    person.prompts.will("choose", "theirs")
    person.select("item", "Basic Package")
    found = row(person, "available_from")
    assert isinstance(found.editor, QLineEdit)
    retype(found.editor, "2026-06-01")
    person.do(items.update(1, available_from="2026-05-01"))
    person.view("customer").setFocus()
    person.settle()
    ((_, _, text, *_rest),) = person.prompts.calls
    assert f"Now: {written(DAY)}\nYours: {values.day('2026-06-01')}" in text
    assert found.text() == "2026-05-01"


@pytest.mark.parametrize(
    ("column", "typed", "kept", "shown"),
    [("low_stock", "30", "30", "30"), ("available_from", "2026-05-01", "2026-05-01", DAY)],
)
def test_a_cell_is_edited_in_place(person: Person, column: str, typed: str, kept: str, shown: str) -> None:
    editor = person.editor("item", "Basic Package", column)
    retype(editor, "wrong")
    person.press("Return", editor)
    person.settle()
    assert editor.property("invalid") is True
    retype(editor, typed)
    person.press("Return", editor)
    person.settle()
    assert stored(person)[column] == kept
    table = person.view("item")
    section = [c.key for c in table.table.columns].index(column)
    assert str(table.model().index(0, section).data()) == written(shown)
    again = person.editor("item", "Basic Package", column)
    assert again.text() == written(shown)
    retype(again, "")
    person.press("Return", again)
    person.settle()
    assert stored(person)[column] == ""
    assert table.model().index(0, section).data() is None
