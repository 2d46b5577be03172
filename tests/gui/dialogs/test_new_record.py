"""The dialog for a new record stays open, with the text as typed, until it can be stored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui.dialogs.new_record import NewRecord
from itemlink_gui.ops import customers
from itemlink_gui.store import queries
from tests.gui.helpers import Person, delete_later, retype
from tests.support import ask


def opened(person: Person, kind: Kind) -> NewRecord:
    person.trigger(f"new_{kind}")
    found = person.find(QDialog, "newRecord")
    assert isinstance(found, NewRecord)
    return found


def field(dialog: NewRecord, name: str) -> QLineEdit | QPlainTextEdit:
    return dialog.form.rows[name].editor


def reason(dialog: NewRecord, name: str) -> str:
    label = dialog.findChild(QLabel, f"reason_{name}")
    assert label is not None
    return label.text() if label.isVisible() else ""


def total(person: Person, kind: Kind) -> int:
    return ask(person.engine, lambda: queries.total(kind))


@pytest.mark.parametrize(
    ("values", "wrong", "why"),
    [
        ({}, "username", "Username may not be empty."),
        ({"username": "ann"}, "username", "This username is taken by Ann Lee."),
        ({"username": "zoe", "email": "zoe"}, "email", "An e-mail address looks like name@example.org."),
        ({"username": "u" * 151}, "username", "At most 150 characters; these are 151."),
    ],
)
def test_wrong_input_keeps_it_open_at_the_field(person: Person, values: dict[str, str], wrong: str, why: str) -> None:
    dialog = opened(person, "customer")
    for name, text in values.items():
        retype(field(dialog, name), text)
    QTest.keyClick(field(dialog, "phone"), Qt.Key.Key_Return)
    person.settle()
    assert dialog.isVisible()
    assert reason(dialog, wrong) == why
    assert dialog.form.values()[wrong] == values.get(wrong, "")
    assert field(dialog, wrong).hasFocus()
    assert total(person, "customer") == 6
    retype(field(dialog, wrong), "zoe@example.org")
    assert reason(dialog, wrong) == ""
    if "username" not in values:
        retype(field(dialog, "username"), "zoe")
    QTest.keyClick(field(dialog, "phone"), Qt.Key.Key_Return)
    person.settle()
    assert total(person, "customer") == 7
    assert person.window.findChild(QDialog, "newRecord") is None


def test_all_fields_are_stored(person: Person) -> None:
    dialog = opened(person, "customer")
    typed = {
        "username": "zoe", "full_name": "Zoë Quist", "email": "zoe@example.org", "phone": "1",
        "address": "Here 2\nTown", "notes": "one\ntwo",
    }  # fmt: skip
    for name, text in typed.items():
        retype(field(dialog, name), text)
    create = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Create")
    create.click()
    person.settle()
    found = ask(person.engine, lambda: queries.detail("customer", 7))
    assert found is not None
    assert found.fields == typed | {"no_messages": "0"}


def test_esc_and_cancel_make_nothing(person: Person) -> None:
    for end in ("Escape", "Cancel"):
        dialog = opened(person, "item")
        retype(field(dialog, "name"), "No")
        if end == "Escape":
            QTest.keyClick(field(dialog, "name"), Qt.Key.Key_Escape)
        else:
            next(button for button in dialog.findChildren(QPushButton) if button.text() == "Cancel").click()
        person.settle()
        assert person.window.findChild(QDialog, "newRecord") is None
    assert total(person, "item") == 4


def test_two_quick_enters_make_one_record(person: Person) -> None:
    dialog = opened(person, "item")
    retype(field(dialog, "name"), "Once")
    QTest.keyClick(field(dialog, "name"), Qt.Key.Key_Return)
    QTest.keyClick(field(dialog, "name"), Qt.Key.Key_Return)
    person.settle()
    assert person.names("item").count("Once") == 1


def test_an_end_while_it_is_stored_hurts_nobody(person: Person) -> None:
    dialog = opened(person, "item")
    retype(field(dialog, "name"), "Late")
    QTest.keyClick(field(dialog, "name"), Qt.Key.Key_Return)
    dialog.reject()
    delete_later()
    person.settle()
    assert person.names("item").count("Late") == 1


def test_a_name_taken_between_two_tries(person: Person) -> None:
    dialog = opened(person, "customer")
    retype(field(dialog, "username"), "zoe")
    person.do(customers.create(username="zoe", full_name="The other"))
    QTest.keyClick(field(dialog, "username"), Qt.Key.Key_Return)
    person.settle()
    assert reason(dialog, "username") == "This username is taken by The other."
    dialog.reject()


def test_it_dies_when_it_is_closed(person: Person) -> None:
    dialog = opened(person, "item")
    gone: list[int] = []
    dialog.destroyed.connect(lambda: gone.append(1))
    dialog.reject()
    delete_later()
    assert gone == [1]
