"""What a pane shows in place of an empty table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from itemlink_gui.base.changes import Kind
from itemlink_gui.ops import customers, items
from itemlink_gui.store import queries
from tests.gui.conftest import Open
from tests.gui.helpers import Person
from tests.support import ask, assert_sound


def page(person: Person, kind: Kind) -> QWidget:
    return person.find(QWidget, f"{kind}sEmpty")


def buttons(person: Person, kind: Kind) -> dict[str, QPushButton]:
    return {button.text(): button for button in page(person, kind).findChildren(QPushButton) if button.isVisible()}


def said(person: Person, kind: Kind) -> list[str]:
    return [label.text() for label in page(person, kind).findChildren(QLabel) if label.isVisible()]


def test_a_fresh_file_says_what_to_do_first(open_window: Open, path: Path) -> None:
    person = open_window(path)
    assert said(person, "item") == [
        "No items yet",
        "Items are what customers are dragged onto. Make the first one here.",
    ]
    assert said(person, "customer")[0] == "No customers yet"
    assert list(buttons(person, "item")) == ["New item", "Fill with sample data"]
    assert list(buttons(person, "customer")) == ["New customer"]


def test_the_buttons_add(open_window: Open, path: Path) -> None:
    person = open_window(path)
    for kind, button in (("item", "New item"), ("customer", "New customer")):
        buttons(person, kind)[button].click()  # type: ignore[arg-type]
        person.settle()
        dialog = person.find(QDialog, "newRecord")
        assert dialog.windowTitle() == f"New {kind}"
        dialog.reject()
        person.settle()


def test_sample_data_fill_both_panes_in_one_step(open_window: Open, path: Path) -> None:
    person = open_window(path)
    buttons(person, "item")["Fill with sample data"].click()
    person.settle()
    person.settle()
    assert person.message == "Sample data added"
    assert len(person.names("item")) == ask(person.engine, lambda: queries.total("item")) > 10
    assert len(person.names("customer")) > 100
    assert not page(person, "item").isVisible()
    assert not page(person, "customer").isVisible()
    assert_sound(person.engine)
    person.trigger("undo")
    assert person.names("item") == person.names("customer") == []
    assert "Fill with sample data" in buttons(person, "item")


def test_sample_data_are_offered_only_in_an_empty_file(open_window: Open, path: Path) -> None:
    person = open_window(path)
    record = person.do(customers.create(username="ann"))
    assert "Fill with sample data" not in buttons(person, "item")
    assert not page(person, "customer").isVisible()
    person.do(customers.delete([record]))
    assert "Fill with sample data" in buttons(person, "item")
    person.do(items.create(name="Pottery"))
    assert not page(person, "item").isVisible()
    assert list(buttons(person, "customer")) == ["New customer"]


def test_an_empty_file_with_a_search_is_not_offered_sample_data(open_window: Open, path: Path) -> None:
    person = open_window(path)
    person.search("item", "x")
    assert list(buttons(person, "item")) == ["Show all"]
    assert said(person, "item")[0] == "Nothing found"


def test_a_search_that_cannot_be_read_has_not_found_nothing(person: Person) -> None:
    person.search("customer", "zz")
    assert said(person, "customer")[0] == "Nothing found"
    box = person.find(QLineEdit, "customersSearch")
    QTest.keyClicks(box, " grade>=3")
    person.settle()
    unread = [
        "The search cannot be read",
        "There is no field “grade”. To look for the text itself, put it in quotes.",
    ]
    assert said(person, "customer") == unread
    assert list(buttons(person, "customer")) == ["Show all"]
    # What comes from elsewhere meanwhile does not make it readable.
    person.do(customers.create(username="late"))
    assert said(person, "customer") == unread
    for _ in " grade>=3":
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    person.settle()
    assert said(person, "customer")[0] == "Nothing found"
    box.clear()
    person.settle()
    assert not page(person, "customer").isVisible()
