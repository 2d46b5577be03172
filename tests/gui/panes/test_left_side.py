"""Items and companies share the left side: switched by heading, keys and menu, and remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from itemlink_gui.gui.panes.table_pane import TablePane
from itemlink_gui.ops import companies, customers
from tests.gui.conftest import Open
from tests.gui.helpers import Person


def in_front(person: Person) -> list[str]:
    panes = person.window.findChildren(TablePane)
    return sorted(pane.objectName() for pane in panes if pane.isVisible())


def test_the_heading_switches_and_goes_on_saying_what_is_listed(person: Person) -> None:
    assert in_front(person) == ["customersPane", "itemsPane"]
    there, back = (person.find(QToolButton, name) for name in ("itemsSwitch_company", "companiesSwitch_item"))
    assert [there.isChecked(), person.find(QToolButton, "itemsSwitch_item").isChecked()] == [False, True]
    there.click()
    assert in_front(person) == ["companiesPane", "customersPane"]
    assert person.find(QToolButton, "companiesSwitch_company").isChecked()
    assert not back.isChecked()
    # What it is on already stays.
    person.find(QToolButton, "companiesSwitch_company").click()
    assert in_front(person) == ["companiesPane", "customersPane"]
    back.click()
    assert in_front(person) == ["customersPane", "itemsPane"]
    assert not there.isChecked()
    assert there.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_keys_and_menu_go_there(person: Person) -> None:
    person.do(companies.create(name="Acme"))
    person.press("Ctrl+4")
    person.settle()
    assert in_front(person) == ["companiesPane", "customersPane"]
    assert person.view("company").hasFocus()
    assert person.selected("company") == ["Acme"]
    person.press("Ctrl+1")
    assert person.view("item").hasFocus()
    person.trigger("find_companies")
    assert person.window.focusWidget().objectName() == "companiesSearch"
    person.trigger("find_items")
    assert person.window.focusWidget().objectName() == "itemsSearch"


def test_it_is_remembered(open_window: Open, small: Path) -> None:
    first = open_window(small)
    first.trigger("go_companies")
    first.app.close()
    assert in_front(open_window(small)) == ["companiesPane", "customersPane"]


def test_the_customers_are_narrowed_to_what_is_in_front(person: Person) -> None:
    person.do(companies.create(name="Acme", customer_ids=[4, 6]))
    person.do(companies.create(name="Birch"))
    person.select("item", "Extended Support")
    scope = person.find(QPushButton, "customersScope_in")
    scope.click()
    person.settle()
    assert person.names("customer") == ["Ann Lee"]
    person.trigger("go_companies")
    person.select("company", "Acme")
    person.find(QPushButton, "customersScope_in").click()
    person.settle()
    assert person.names("customer") == ["dora", "John Doe"]
    person.trigger("clear_selection")
    person.window.panes["company"].selection.clear()
    person.settle()
    assert len(person.names("customer")) == 6
    assert "Select companies" in scope.toolTip()
    # And the other way round.
    person.select("customer", "dora")
    person.find(QPushButton, "companiesScope_not").click()
    person.settle()
    assert person.names("company") == ["Birch"]


def test_what_is_behind_does_not_count_as_selected(person: Person) -> None:
    person.do(companies.create(name="Acme"))
    person.select("item", "Basic Package", "Training Day")
    assert person.selection_line == "2 items selected"
    person.trigger("go_companies")
    person.settle()
    assert person.selection_line == ""
    person.trigger("go_items")
    person.settle()
    assert person.selection_line == "2 items selected"


def test_companies_are_searched_and_sorted(person: Person) -> None:
    for name in ("Birch", "Ácme", "cedar"):
        person.do(companies.create(name=name))
    person.do(customers.update(5, company_ids=[1, 2]))
    person.trigger("go_companies")
    assert person.names("company") == ["Ácme", "Birch", "cedar"]
    person.search("company", "acm")
    assert person.names("company") == ["Ácme"]
    person.search("company", "")
    key = [column.key for column in person.view("customer").table.columns].index("companies")
    person.view("customer").sortByColumn(key, Qt.SortOrder.DescendingOrder)
    person.settle()
    assert person.names("customer")[0] == "Eve Stone"
    assert person.view("customer").table.index(0, key).data() == "Ácme, Birch"


def test_the_number_stands_at_the_heading_that_it_counts(person: Person) -> None:
    person.do(companies.create(name="Acme"))
    pane = person.window.panes["item"]
    first, second = (person.find(QToolButton, f"itemsSwitch_{kind}") for kind in ("item", "company"))
    assert pane.number.text() == "4"
    assert first.x() < pane.number.x() < second.x()
    person.trigger("go_companies")
    pane = person.window.panes["company"]
    assert pane.number.text() == "1"
    assert person.find(QToolButton, "companiesSwitch_company").x() < pane.number.x()
