"""The two panes: searching while typing, narrowing to what the other side has, and what stays meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from itemlink_gui.base.changes import Kind
from itemlink_gui.ops import customers, items, links
from tests.gui.conftest import Open
from tests.gui.helpers import HOSTILE, Person


def scope(person: Person, kind: Kind, name: str) -> QPushButton:
    return person.find(QPushButton, f"{kind}sScope_{name}")


def number(person: Person, kind: Kind) -> str:
    """The number beside the heading."""
    return person.window.panes[kind].number.text()


SEARCHES: list[tuple[Kind, str, list[str]]] = [
    ("customer", "ann", ["Ann Lee"]),
    ("customer", "cleo", ["Cléo Satō"]),
    ("customer", "CLÉO", ["Cléo Satō"]),
    ("customer", "sat cl", ["Cléo Satō"]),
    ("customer", "d", ["dora", "John Doe"]),
    ("customer", "example.org", ["Ann Lee", "Ben Ortiz", "Cléo Satō", "dora", "John Doe"]),
    ("customer", "%", []),
    ("customer", '"', []),
    ("customer", "  ", ["Ann Lee", "Ben Ortiz", "Cléo Satō", "dora", "Eve Stone", "John Doe"]),
    ("item", "about prem", ["Premium Subscription"]),
    ("item", "nothing like it", []),
]


def test_typing_searches(person: Person) -> None:
    for kind, text, found in SEARCHES:
        person.search(kind, text)
        assert person.names(kind) == found, text
        total = 6 if kind == "customer" else 4
        assert number(person, kind) == (f"{len(found)} of {total}" if text.strip() else str(total))
    person.search("item", "")
    assert len(person.names("item")) == 4


def test_the_list_answers_at_each_letter(person: Person) -> None:
    box = person.find(QLineEdit, "customersSearch")
    box.setFocus()
    seen = []
    for letter in "ann":
        QTest.keyClicks(box, letter)
        person.settle()
        seen.append(person.names("customer"))
    assert seen == [["Ann Lee"], ["Ann Lee"], ["Ann Lee"]]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    person.settle()
    assert box.text() == ""
    assert len(person.names("customer")) == 6


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_from_the_box_into_the_results(person: Person, key: Qt.Key) -> None:
    person.search("customer", "o")
    QTest.keyClick(person.find(QLineEdit, "customersSearch"), key)
    person.settle()
    assert person.view("customer").hasFocus()
    assert person.selected("customer") == person.names("customer")[:1]


def test_the_search_follows_the_news(person: Person) -> None:
    person.search("item", "pottery")
    assert person.names("item") == []
    record = person.do(items.create(name="Pottery"))
    assert person.names("item") == ["Pottery"]
    person.do(items.update(record, name="Clay"))
    assert person.names("item") == []
    person.do(items.update(record, description="all about pottery"))
    assert person.names("item") == ["Clay"]


def test_narrowing_to_what_is_linked_and_not(person: Person) -> None:
    person.select("item", "Basic Package")
    assert scope(person, "customer", "all").isChecked()
    person.push("customersScope_in")
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō"]
    assert number(person, "customer") == "3 of 6"
    person.push("customersScope_not")
    assert person.names("customer") == ["dora", "Eve Stone", "John Doe"]
    person.push("customersScope_all")
    assert len(person.names("customer")) == 6


def test_in_means_linked_to_any_of_the_selected_and_follows_them(person: Person) -> None:
    person.do(links.link([3], [6]))
    person.select("item", "Extended Support", "Premium Subscription")
    person.push("customersScope_in")
    assert person.names("customer") == ["Ann Lee", "John Doe"]
    person.select("item", "Basic Package")
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō"]
    person.push("customersScope_not")
    assert person.names("customer") == ["dora", "Eve Stone", "John Doe"]
    person.select("item", "Training Day")
    assert len(person.names("customer")) == 6


def test_a_narrowed_pane_follows_the_links(person: Person) -> None:
    person.select("item", "Basic Package")
    person.push("customersScope_in")
    person.do(links.link([1], [6]))
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō", "John Doe"]
    person.do(links.clear("item", [1]))
    assert person.names("customer") == []


def test_the_items_are_narrowed_likewise_with_a_search_on_top(person: Person) -> None:
    person.select("customer", "Ann Lee")
    person.push("itemsScope_in")
    assert person.names("item") == ["Basic Package", "Extended Support"]
    person.search("item", "ext")
    assert person.names("item") == ["Extended Support"]
    assert number(person, "item") == "1 of 4"


def test_without_a_selection_there_is_nothing_to_narrow_to(person: Person) -> None:
    assert not scope(person, "customer", "in").isEnabled()
    assert not scope(person, "customer", "not").isEnabled()
    assert "Select items" in scope(person, "customer", "in").toolTip()
    person.select("item", "Basic Package")
    assert "Only those linked to Basic Package" in scope(person, "customer", "in").toolTip()
    person.push("customersScope_in")
    person.view("item").setFocus()
    person.trigger("clear_selection")
    assert scope(person, "customer", "all").isChecked()
    assert len(person.names("customer")) == 6


def test_both_panes_narrowed_to_each_other_come_to_rest(person: Person) -> None:
    person.select("item", "Extended Support")
    person.select("customer", "Ann Lee")
    person.push("customersScope_in")
    person.push("itemsScope_in")
    assert person.names("customer") == ["Ann Lee"]
    assert person.names("item") == ["Basic Package", "Extended Support"]
    asked: list[object] = []
    person.view("item").table.listed.connect(lambda: asked.append(1))
    person.settle()
    assert asked == []


def test_a_hostile_name_in_a_tooltip_is_text(person: Person) -> None:
    person.do(items.update(4, name=HOSTILE))
    person.view("item").selection.select([4], 4)
    person.settle()
    tip = scope(person, "customer", "in").toolTip()
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_nothing_found_says_so_and_shows_all_again(person: Person) -> None:
    person.select("item", "Basic Package")
    person.push("customersScope_in")
    person.search("customer", "zzz")
    empty = person.find(QWidget, "customersEmpty")
    assert empty.isVisible()
    (button,) = [one for one in empty.findChildren(QPushButton) if one.isVisible()]
    assert button.text() == "Show all"
    button.click()
    person.settle()
    assert len(person.names("customer")) == 6
    assert scope(person, "customer", "all").isChecked()
    assert not empty.isVisible()


def test_the_current_row_stays_through_a_rename(person: Person) -> None:
    person.select("customer", "Ann Lee")
    person.do(customers.update(1, full_name="Zoe Lee"))
    view = person.view("customer")
    assert person.names("customer")[-1] == "Zoe Lee"
    assert view.currentIndex().row() == 5
    assert person.selected("customer") == ["Zoe Lee"]


@pytest.fixture
def large(open_window: Open, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """One who has opened a file of 40 items and 600 customers."""
    from itemlink_gui import app

    path = tmp_path_factory.mktemp("large") / "large.itemlink"
    assert app.main(["--demo", str(path), "--customers", "600", "--links", "900"]) == 0
    return open_window(path)


def test_selection_and_scroll_stay_on_news(large: Person) -> None:
    view = large.view("customer")
    view.scrollTo(view.model().index(300, 0), view.ScrollHint.PositionAtTop)
    large.settle()
    top = view.verticalScrollBar().value()
    assert top > 0
    assert "None" in large.names("customer")  # asking has them fetched
    large.settle()
    names = large.names("customer")
    assert "None" not in names
    view.selectRow(305)
    large.settle()
    large.do(customers.create(username="zzz-last", full_name="Zzz Last"))
    large.do(customers.update(large.id("customer", names[599]), phone="1"))
    large.do(links.link([1], [view.selection.ids()[0]]))
    assert view.verticalScrollBar().value() == top
    assert large.selected("customer") == [names[305]]
    assert view.currentIndex().row() == 305
    assert "Zzz Last" in large.names("customer")


def test_rows_out_of_sight_are_fetched_when_they_are_looked_at(large: Person) -> None:
    model = large.view("customer").model()
    assert model.index(590, 0).data() is None
    large.settle()
    assert model.index(590, 0).data()


def test_very_many_selected_are_counted(large: Person) -> None:
    large.view("customer").setFocus()
    large.press("Ctrl+A")
    large.settle()
    assert large.selection_line == "600 customers selected"
    assert number(large, "customer") == "600"


def test_the_objects_that_others_rely_on(person: Person, small: Path) -> None:
    for kind, plural in (("item", "items"), ("customer", "customers")):
        view = person.view(kind)  # type: ignore[arg-type]
        assert view.accessibleName() == plural.capitalize()
        assert person.find(QLineEdit, f"{plural}Search").accessibleName() == f"Search {plural}"
        box = person.find(QWidget, f"{plural}Scope")
        assert box.accessibleName() == f"Which {plural} to list"
        assert [button.objectName() for button in box.findChildren(QPushButton)] == [
            f"{plural}Scope_all",
            f"{plural}Scope_in",
            f"{plural}Scope_not",
        ]
        assert all(button.isCheckable() and button.accessibleName() for button in box.findChildren(QPushButton))
        model = view.model()
        for row in range(model.rowCount()):
            ids = {model.index(row, column).data(Qt.ItemDataRole.UserRole) for column in range(model.columnCount())}
            assert ids == {view.table.id_at(row)}
