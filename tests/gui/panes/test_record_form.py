"""The form in the inspector: stored when a field is left, refused with the reason below it, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui.panes.record_form import FieldRow, RecordForm
from itemlink_gui.ops import customers, items
from itemlink_gui.store import queries
from tests.gui.conftest import Open
from tests.gui.helpers import Person, retype
from tests.support import ask


def form(person: Person, kind: Kind) -> RecordForm:
    return person.window.inspector.pages[kind].form


def row(person: Person, kind: Kind, field: str) -> FieldRow:
    """A field that the keyboard is in."""
    found = form(person, kind).rows[field]
    found.editor.setFocus()
    return found


def stored(person: Person, kind: Kind, record: int) -> dict[str, str]:
    found = ask(person.engine, lambda: queries.detail(kind, record))
    assert found is not None
    return found.fields


def reason(found: FieldRow) -> str:
    label = found.findChild(QLabel, f"reason_{found.spec.name}")
    assert label is not None
    assert label.textFormat() == Qt.TextFormat.PlainText
    return "" if label.isHidden() else label.text()


def test_it_shows_the_fields_with_their_names(person: Person) -> None:
    person.select("customer", "John Doe")
    found = form(person, "customer")
    assert found.values() == {
        "username": "john",
        "full_name": "John Doe",
        "email": "john@example.org",
        "phone": "",
        "no_messages": "0",
        "address": "",
        "notes": "",
    }
    assert isinstance(found.rows["notes"].editor, QPlainTextEdit)
    assert isinstance(found.rows["phone"].editor, QLineEdit)
    assert [r.editor.accessibleName() for r in found.rows.values()] == [
        "Username", "Full name", "E-mail", "Phone", "Wants no messages", "Address", "Notes",
    ]  # fmt: skip


def test_enter_stores_and_stays(person: Person) -> None:
    person.select("customer", "John Doe")
    phone = row(person, "customer", "phone")
    retype(phone.editor, " 12 34 ")
    person.press("Return", phone.editor)
    person.settle()
    assert stored(person, "customer", 6)["phone"] == "12 34"
    assert phone.editor.hasFocus()
    assert person.message.startswith("Customer John Doe changed")
    person.view("item").setFocus()
    person.settle()
    assert phone.text() == "12 34"


def test_leaving_stores_and_shows_what_is_stored(person: Person) -> None:
    person.select("item", "Training Day")
    description = row(person, "item", "description")
    retype(description.editor, "Two\nlines  ")
    QTest.keyClick(description.editor, Qt.Key.Key_Tab)
    person.settle()
    assert stored(person, "item", 4)["description"] == "Two\nlines"
    assert description.text() == "Two\nlines"


def test_enter_breaks_a_line_and_ctrl_enter_stores(person: Person) -> None:
    person.select("customer", "John Doe")
    notes = row(person, "customer", "notes")
    retype(notes.editor, "one")
    QTest.keyClick(notes.editor, Qt.Key.Key_Return)
    QTest.keyClicks(notes.editor, "two")
    person.settle()
    assert stored(person, "customer", 6)["notes"] == ""
    QTest.keyClick(notes.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert stored(person, "customer", 6)["notes"] == "one\ntwo"


def test_esc_takes_the_typing_back(person: Person) -> None:
    person.select("customer", "John Doe")
    phone = row(person, "customer", "phone")
    retype(phone.editor, "999")
    QTest.keyClick(phone.editor, Qt.Key.Key_Escape)
    assert phone.text() == ""
    person.view("item").setFocus()
    person.settle()
    assert stored(person, "customer", 6)["phone"] == ""


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("username", "", "Username may not be empty."),
        ("username", "ann", "This username is taken by Ann Lee."),
        ("full_name", "n" * 201, "At most 200 characters; these are 201."),
        ("email", "no address", "An e-mail address looks like name@example.org."),
    ],
)
def test_wrong_input_is_marked_and_stays(person: Person, field: str, typed: str, why: str) -> None:
    person.select("customer", "John Doe")
    before = stored(person, "customer", 6)
    found = row(person, "customer", field)
    retype(found.editor, typed)
    person.view("item").setFocus()
    person.settle()
    assert found.text() == typed
    assert reason(found) == why
    assert found.editor.property("invalid") is True
    assert found.editor.accessibleDescription() == why
    assert stored(person, "customer", 6) == before
    # The inspector shows the item by now: what is out of sight is told.
    label = "E-mail" if field == "email" else field.replace("_", " ").capitalize()
    assert person.message == f"{label} was not stored: {why}"
    # News about the record do not take it away, nor does coming back to it.
    person.do(customers.update(6, phone="77"))
    person.view("customer").setFocus()
    person.settle()
    assert found.text() == typed
    assert reason(found) == why
    assert form(person, "customer").values()["phone"] == "77"
    retype(found.editor, "right" if field != "email" else "r@example.org")
    assert reason(found) == ""


def test_wrong_input_that_is_left_for_another_record_is_told(person: Person) -> None:
    person.select("customer", "John Doe")
    retype(row(person, "customer", "email").editor, "no address")
    person.select("customer", "Ann Lee")
    assert person.message == "E-mail was not stored: An e-mail address looks like name@example.org."
    assert form(person, "customer").values()["email"] == "ann@example.org"
    assert reason(form(person, "customer").rows["email"]) == ""
    assert stored(person, "customer", 6)["email"] == "john@example.org"


def test_a_taken_name_that_is_left_for_another_record_is_told(person: Person) -> None:
    person.select("customer", "John Doe")
    retype(row(person, "customer", "username").editor, "ann")
    person.click("customer", "Eve Stone")
    person.settle()
    assert person.message == "Username was not stored: This username is taken by Ann Lee."
    assert form(person, "customer").values()["username"] == "eve"


def test_news_while_typing_keep_the_typed_text_and_bring_the_rest(person: Person) -> None:
    person.select("customer", "John Doe")
    notes = row(person, "customer", "notes")
    retype(notes.editor, "half a sen")
    person.do(customers.update(6, phone="1", email="new@example.org"))
    assert notes.text() == "half a sen"
    assert form(person, "customer").values()["phone"] == "1"
    person.view("item").setFocus()
    person.settle()
    assert stored(person, "customer", 6) | {"notes": ""} == stored(person, "customer", 6) | {"notes": ""}
    assert stored(person, "customer", 6)["notes"] == "half a sen"
    assert person.prompts.calls == []


@pytest.mark.parametrize(("answer", "kept"), [("ours", "Mine"), ("theirs", "Theirs")])
def test_the_same_field_changed_meanwhile_shows_both(person: Person, answer: str, kept: str) -> None:
    person.prompts.will("choose", answer)
    person.select("item", "Training Day")
    description = row(person, "item", "description")
    retype(description.editor, "Mine")
    person.do(items.update(4, description="Theirs"))
    assert description.text() == "Mine"
    person.view("customer").setFocus()
    person.settle()
    ((_, _, text, *_rest),) = person.prompts.calls
    assert text == "Description was changed elsewhere in the meantime.\n\nNow: Theirs\nYours: Mine"
    assert stored(person, "item", 4)["description"] == kept
    assert description.text() == kept


def test_an_empty_value_is_told_as_empty(person: Person) -> None:
    person.prompts.will("choose", "theirs")
    person.select("item", "Training Day")
    retype(row(person, "item", "description").editor, "")
    person.do(items.update(4, description="Theirs"))
    person.view("customer").setFocus()
    person.settle()
    assert person.prompts.calls[0][2].endswith("Now: Theirs\nYours: (empty)")


def test_the_same_change_on_both_sides_is_no_conflict(person: Person) -> None:
    person.select("item", "Training Day")
    retype(row(person, "item", "description").editor, "Same")
    person.do(items.update(4, description="Same"))
    person.view("customer").setFocus()
    person.settle()
    assert person.prompts.calls == []


def test_a_record_that_comes_up_by_itself_does_not_cost_what_is_typed(person: Person) -> None:
    person.select("item", "Training Day")
    retype(row(person, "item", "description").editor, "Not left yet")
    person.trigger("duplicate")
    assert person.window.inspector.shown_name == "Training Day (copy)"
    assert stored(person, "item", 4)["description"] == "Not left yet"


def test_closing_the_window_stores_what_is_typed(open_window: Open, small: Path) -> None:
    person = open_window(small)
    person.select("customer", "John Doe")
    retype(row(person, "customer", "notes").editor, "Typed to the end")
    person.window.close()
    again = open_window(small)
    assert stored(again, "customer", 6)["notes"] == "Typed to the end"


def test_one_field_is_one_step(person: Person) -> None:
    person.select("customer", "John Doe")
    phone = row(person, "customer", "phone")
    retype(phone.editor, "1")
    person.press("Return", phone.editor)
    QTest.keyClick(phone.editor, Qt.Key.Key_Tab)
    person.settle()
    person.trigger("undo")
    assert stored(person, "customer", 6)["phone"] == ""
    assert form(person, "customer").values()["phone"] == ""
    assert person.action("undo").text() == "&Undo Assign Ann Lee to Extended Support"


def test_ctrl_z_in_a_field_is_the_fields_own(person: Person) -> None:
    person.select("customer", "John Doe")
    phone = row(person, "customer", "phone")
    QTest.keyClicks(phone.editor, "12")
    person.press("Ctrl+Z", phone.editor)
    person.settle()
    assert phone.text() == ""
    assert person.message == ""
