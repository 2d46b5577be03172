"""The list of the records on the other side of one record."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui.panes.linked_list import LinkedList
from itemlink_gui.ops import customers, items, links
from tests.gui.helpers import HOSTILE, Person


def linked(person: Person, kind: Kind) -> LinkedList:
    """The list in the inspector of that kind, in front."""
    page = person.window.inspector.pages[kind]
    page.tabs.setCurrentIndex(1)
    person.settle()
    return page.linked


def buttons(found: LinkedList) -> list[QPushButton]:
    return [button for button in found.findChildren(QPushButton) if button.isVisible()]


def test_it_lists_the_other_side_by_name_and_follows(person: Person) -> None:
    person.select("item", "Basic Package")
    found = linked(person, "item")
    assert person.names(found.view) == ["Ann Lee", "Ben Ortiz", "Cléo Satō"]
    person.do(links.link([1], [6]))
    person.do(links.unlink([1], [1]))
    person.do(customers.update(2, full_name="Zed Ortiz"))
    assert person.names(found.view) == ["Cléo Satō", "John Doe", "Zed Ortiz"]
    person.select("item", "Extended Support")
    assert person.names(found.view) == ["Ann Lee"]


def test_the_items_of_a_customer(person: Person) -> None:
    person.select("customer", "Ann Lee")
    found = linked(person, "customer")
    assert person.names(found.view) == ["Basic Package", "Extended Support"]
    assert found.view.accessibleName() == "Linked items"
    person.do(items.delete([1]))
    assert person.names(found.view) == ["Extended Support"]


@pytest.mark.parametrize(
    ("kind", "name", "said", "button"),
    [
        ("item", "Training Day", "Training Day has no customers yet. Drag some here, or add them.", "Add customers…"),
        ("customer", "dora", "dora has no items yet. Drag some here, or add them.", "Add items…"),
    ],
)
def test_an_empty_list_says_so_and_offers_what_helps(
    person: Person, kind: Kind, name: str, said: str, button: str
) -> None:
    person.select(kind, name)
    found = linked(person, kind)
    assert [label.text() for label in found.findChildren(QLabel) if label.isVisible()] == [said]
    add, remove, _ = buttons(found)
    assert add.text() == button
    assert not remove.isEnabled()
    add.click()
    person.settle()
    palette = person.find(QDialog, "assignPalette")
    assert palette.isVisible()
    palette.close()
    person.settle()
    person.do(links.link([4], [4]))
    assert not [label for label in found.findChildren(QLabel) if label.isVisible()]
    assert len(person.names(found.view)) == 1


def test_remove_needs_a_selection_and_keeps_the_records(person: Person) -> None:
    person.select("customer", "Ann Lee")
    found = linked(person, "customer")
    _, remove, _ = buttons(found)
    assert not remove.isEnabled()
    person.select(found.view, "Basic Package", "Extended Support")
    assert remove.isEnabled()
    remove.click()
    person.settle()
    assert person.names(found.view) == []
    assert person.message == "Removed Ann Lee from 2 items"
    assert not remove.isEnabled()
    assert len(person.names("item")) == 4
    person.trigger("undo")
    assert person.names(found.view) == ["Basic Package", "Extended Support"]


def test_rows_that_another_owner_has_too_do_not_stay_selected(person: Person) -> None:
    person.select("item", "Basic Package")
    found = linked(person, "item")
    person.select(found.view, "Ben Ortiz")
    person.select("item", "Extended Support")
    assert found.selection.ids() == []
    assert not buttons(found)[1].isEnabled()


def test_a_hostile_name_shows_as_it_is(person: Person) -> None:
    record = person.do(items.create(name=HOSTILE))
    row = [person.view("item").model().index(row, 0).data() for row in range(5)].index(HOSTILE)
    person.view("item").selectRow(row)
    person.view("item").setFocus()
    person.settle()
    assert person.window.inspector.current == ("item", record)
    found = linked(person, "item")
    (label,) = [label for label in found.findChildren(QLabel) if label.isVisible()]
    assert label.text().startswith(HOSTILE)
