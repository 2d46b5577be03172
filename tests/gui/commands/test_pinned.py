"""Pinned items: a key from 1 to 9 adds its item to the selected customers, or removes it where all of them have it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import customers, items, pinned
from tests.gui.helpers import Person


def entries(person: Person) -> QMenu:
    """The menu that puts the current item on a key, as it is when it opens."""
    menu = person.action("pin").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def press(person: Person, key: str) -> None:
    person.view("customer").setFocus()
    QTest.keyClick(person.view("customer"), Qt.Key(ord(key)))
    person.settle()


def digits(person: Person) -> dict[str, object]:
    """Which digit stands at which item."""
    model = person.view("item").model()
    found = [model.index(row, 0) for row in range(model.rowCount())]
    return {str(index.data()): index.data(Role.PIN) for index in found if index.data(Role.PIN)}


def count(person: Person, name: str) -> object:
    table = person.view("item").table
    section = [column.key for column in table.columns].index("count")
    return table.index(person.row("item", name), section).data(Role.COUNT)


def test_the_menu_puts_an_item_on_a_key_and_takes_it_off(person: Person) -> None:
    person.select("item", "Training Day")
    menu = entries(person)
    assert [action.text() for action in menu.actions()][:2] == ["&1  (free)", "&2  (free)"]
    menu.actions()[1].trigger()
    person.settle()
    assert digits(person) == {"Training Day": 2}
    assert person.message == "Training Day is on key 2"
    menu = entries(person)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["&2  Training Day"]
    menu.actions()[-1].trigger()
    person.settle()
    assert digits(person) == {}
    assert person.message == "Training Day is on no key any more"
    person.trigger("undo")
    assert digits(person) == {"Training Day": 2}


def test_a_key_adds_and_where_all_have_it_removes(person: Person) -> None:
    person.do(pinned.pin(1, 3))
    person.select("customer", "Ann Lee", "John Doe")
    press(person, "3")
    assert person.message == "Assigned 1 customer to Basic Package (1 already was)"
    assert count(person, "Basic Package") == 4
    press(person, "3")
    assert count(person, "Basic Package") == 2
    person.trigger("undo")
    assert count(person, "Basic Package") == 4
    assert person.selected("customer") == ["Ann Lee", "John Doe"]


def test_a_key_without_an_item_looks_for_a_name(person: Person) -> None:
    person.select("customer", "Ann Lee")
    for pins in ({}, {1: 1}):
        for key, item in pins.items():
            person.do(pinned.pin(item, key))
        before = count(person, "Basic Package")
        press(person, "5")
        assert count(person, "Basic Package") == before


def test_a_deleted_item_leaves_its_key_free(person: Person) -> None:
    person.do(pinned.pin(4, 1))
    person.do(items.delete([4]))
    assert digits(person) == {}
    person.select("customer", "Ann Lee")
    press(person, "1")
    assert person.message == "Nothing is on key 1. Put items on keys with Records ▸ Put on a key."
    person.trigger("undo")
    assert digits(person) == {"Training Day": 1}


def test_a_key_that_finds_a_name_says_nothing(person: Person) -> None:
    person.do(customers.create(username="1st", full_name="1st Floor", email=""))
    person.select("customer", "Ben Ortiz")
    said = person.message
    press(person, "1")
    assert person.selected("customer") == ["1st Floor"]
    press(person, "1")
    assert person.message == said


def test_without_a_selection_a_key_does_nothing(person: Person) -> None:
    person.do(pinned.pin(4, 1))
    person.trigger("clear_selection")
    press(person, "1")
    assert count(person, "Training Day") == 0
