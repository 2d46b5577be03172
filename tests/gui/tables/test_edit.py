"""Editing in a table: stored on Enter and on leaving, refused with the reason beside it, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip

from itemlink_gui.base.changes import Kind
from itemlink_gui.ops import customers, items
from itemlink_gui.store import queries
from tests.gui.conftest import Open
from tests.gui.helpers import Person, retype
from tests.support import ask


def editors(person: Person, kind: Kind) -> list[QLineEdit]:
    return person.view(kind).viewport().findChildren(QLineEdit, "cellEdit")


def fields(person: Person, kind: Kind, record: int) -> dict[str, str]:
    found = ask(person.engine, lambda: queries.detail(kind, record))
    assert found is not None
    return found.fields


def test_enter_stores_and_the_row_stays_current(person: Person) -> None:
    editor = person.editor("item", "Basic Package", "name")
    assert editor.text() == "Basic Package"
    assert editor.accessibleName() == "Name"
    retype(editor, "Zebra Package")
    person.press("Return", editor)
    person.settle()
    assert person.names("item")[-1] == "Zebra Package"
    assert editors(person, "item") == []
    assert person.message == "Item Basic Package changed: Name from “Basic Package” to “Zebra Package”"
    assert person.view("item").currentIndex().row() == 3
    assert person.selected("item") == ["Zebra Package"]
    assert person.window.inspector.shown_name == "Zebra Package"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Enter])
def test_other_keys_that_store(person: Person, key: Qt.Key) -> None:
    editor = person.editor("customer", "Eve Stone", "email")
    retype(editor, "eve@example.org")
    QTest.keyClick(editor, key)
    person.settle()
    assert fields(person, "customer", 5)["email"] == "eve@example.org"
    assert editors(person, "customer") == []


def test_leaving_stores(person: Person) -> None:
    editor = person.editor("customer", "Eve Stone", "phone")
    retype(editor, "12 34")
    person.view("item").setFocus()
    person.settle()
    assert fields(person, "customer", 5)["phone"] == "12 34"
    assert editors(person, "customer") == []


def test_esc_stores_nothing(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "Wrong")
    person.press("Escape", editor)
    person.settle()
    assert fields(person, "item", 4)["name"] == "Training Day"
    assert editors(person, "item") == []
    assert person.message == ""


def test_nothing_typed_is_no_step(person: Person) -> None:
    before = person.action("undo").text()
    editor = person.editor("item", "Training Day", "name")
    person.press("Return", editor)
    person.settle()
    assert editors(person, "item") == []
    assert person.action("undo").text() == before
    assert person.message == ""


@pytest.mark.parametrize(
    ("kind", "name", "column", "typed", "reason"),
    [
        ("item", "Training Day", "name", "", "Name may not be empty."),
        ("item", "Training Day", "name", "x" * 201, "At most 200 characters; these are 201."),
        ("customer", "John Doe", "email", "john at home", "An e-mail address looks like name@example.org."),
        ("customer", "John Doe", "username", "ann", "This username is taken by Ann Lee."),
        ("customer", "John Doe", "username", "dora", "This username is taken by dora."),
    ],
)
def test_wrong_input_stays_as_typed_with_the_reason(
    person: Person, kind: Kind, name: str, column: str, typed: str, reason: str
) -> None:
    record = person.id(kind, name)
    before, steps = fields(person, kind, record), person.action("undo").text()
    editor = person.editor(kind, name, column)
    retype(editor, typed)
    person.press("Return", editor)
    person.settle()
    assert editors(person, kind) == [editor]
    assert editor.text() == typed
    assert editor.property("invalid") is True
    assert editor.accessibleDescription() == reason
    assert reason in QToolTip.text()
    assert person.message == reason
    assert fields(person, kind, record) == before
    assert person.action("undo").text() == steps
    # Typing on takes the mark away; what is right is stored.
    retype(editor, "j@example.org" if column == "email" else "Good")
    assert editor.property("invalid") is False
    assert editor.accessibleDescription() == ""
    person.press("Return", editor)
    person.settle()
    assert editors(person, kind) == []


def test_control_characters_are_refused_or_cannot_be_typed(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    editor.setText("bell\u0007")
    person.press("Return", editor)
    person.settle()
    assert fields(person, "item", 4)["name"] == "Training Day"
    assert "U+0007" in editor.accessibleDescription()
    person.press("Escape", editor)


def test_wrong_input_stays_when_it_is_left(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "")
    person.view("customer").setFocus()
    person.settle()
    assert editors(person, "item") == [editor]
    assert editor.property("invalid") is True
    assert fields(person, "item", 4)["name"] == "Training Day"


def test_a_customer_without_full_name_gets_one(person: Person) -> None:
    editor = person.editor("customer", "dora", "name")
    assert editor.text() == ""
    retype(editor, "Dora Diaz")
    person.press("Return", editor)
    person.settle()
    assert fields(person, "customer", 4)["full_name"] == "Dora Diaz"
    assert "Dora Diaz" in person.names("customer")
    assert person.prompts.calls == []


def test_a_full_name_taken_away_shows_the_username(person: Person) -> None:
    editor = person.editor("customer", "John Doe", "name")
    retype(editor, "")
    person.press("Return", editor)
    person.settle()
    assert "john" in person.names("customer")


def test_news_while_typing_keep_the_typed_text(person: Person) -> None:
    editor = person.editor("item", "Basic Package", "name")
    retype(editor, "Best Package")
    person.do(items.create(name="Aardvark"))
    person.do(items.update(2, name="Zebra"))
    assert editors(person, "item") == [editor]
    assert editor.text() == "Best Package"
    person.press("Return", editor)
    person.settle()
    assert person.names("item") == ["Aardvark", "Best Package", "Premium Subscription", "Training Day", "Zebra"]
    assert person.selected("item") == ["Best Package"]


@pytest.mark.parametrize(("answer", "kept"), [("ours", "Mine"), ("theirs", "Theirs"), (None, "Theirs")])
def test_a_value_changed_meanwhile_shows_both(person: Person, answer: str | None, kept: str) -> None:
    person.prompts.will("choose", answer)
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "Mine")
    person.do(items.update(4, name="Theirs"))
    assert editor.text() == "Mine"
    person.press("Return", editor)
    person.settle()
    ((method, title, text, *verbs),) = person.prompts.calls
    assert (method, title) == ("choose", "Changed elsewhere")
    assert text == "Name was changed elsewhere in the meantime.\n\nNow: Theirs\nYours: Mine"
    assert verbs == ["Use mine", "Keep theirs"]
    assert fields(person, "item", 4)["name"] == kept
    assert editors(person, "item") == []


def test_another_field_changed_meanwhile_is_no_conflict(person: Person) -> None:
    editor = person.editor("customer", "John Doe", "email")
    retype(editor, "j@example.org")
    person.do(customers.update(6, phone="1"))
    person.press("Return", editor)
    person.settle()
    found = fields(person, "customer", 6)
    assert (found["email"], found["phone"]) == ("j@example.org", "1")


def test_a_record_deleted_meanwhile_is_told(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "Too late")
    person.do(items.delete([4]))
    assert editor.text() == "Too late"
    person.press("Return", editor)
    person.settle()
    assert person.message == "No longer in this file: 1 item (number 4)."
    person.press("Escape", editor)
    person.settle()
    assert "Training Day" not in person.names("item")


def test_enter_twice_is_one_step(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "Training Night")
    person.press("Return", editor)
    person.press("Return", editor)
    person.view("customer").setFocus()
    person.settle()
    assert person.prompts.calls == []
    person.trigger("undo")
    assert fields(person, "item", 4)["name"] == "Training Day"


def test_typing_on_while_the_first_text_is_stored_is_no_conflict(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "One")
    person.press("Return", editor)
    retype(editor, "One and two")
    person.press("Return", editor)
    person.settle()
    assert person.prompts.calls == []
    assert fields(person, "item", 4)["name"] == "One and two"


def test_what_is_typed_on_while_the_first_text_is_stored_stays(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "One")
    person.press("Return", editor)
    QTest.keyClicks(editor, " and two")
    person.settle()
    assert fields(person, "item", 4)["name"] == "One"
    assert editors(person, "item") == [editor]
    assert editor.text() == "One and two"
    person.press("Return", editor)
    person.settle()
    assert fields(person, "item", 4)["name"] == "One and two"
    assert editors(person, "item") == []


@pytest.mark.parametrize("active", [True, False])
def test_closing_the_window_stores_what_is_typed(open_window: Open, small: Path, active: bool) -> None:
    person = open_window(small)
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "Typed to the end")
    if not active:
        other = QLineEdit()
        other.show()
        other.activateWindow()
        person.qtbot.addWidget(other)
        person.until(lambda: other.isActiveWindow() and not person.window.isActiveWindow())
        assert editors(person, "item") == [editor]
    person.window.close()
    again = open_window(small)
    assert "Typed to the end" in again.names("item")


def test_opening_another_file_stores_what_is_typed(person: Person, small: Path, path: Path) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "Typed to the end")
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    person.window.files.open_requested.emit(small)
    person.until(lambda: person.engine.path == small)
    person.settle()
    assert "Typed to the end" in person.names("item")


def test_closing_the_window_over_wrong_input_is_no_mistake(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "")
    person.press("Return", editor)
    person.window.close()


def test_long_texts_are_not_edited_in_the_table(person: Person) -> None:
    model = person.view("item").model()
    for key in ("description", "count", "category"):
        assert not model.flags(model.index(0, queries.COLUMNS["item"].index(key))) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_an_editor_does_not_outlive_its_end(person: Person) -> None:
    for _ in range(3):
        editor = person.editor("item", "Training Day", "name")
        person.press("Escape", editor)
        person.settle()
    assert editors(person, "item") == []
    # The list follows again.
    person.do(items.create(name="Aardvark"))
    assert person.names("item")[0] == "Aardvark"
