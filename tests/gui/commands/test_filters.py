"""The side list of filters: counts that follow, clicks that write into the box; saving, renaming, moving, deleting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from itemlink_gui.base import words
from itemlink_gui.base.changes import KINDS, PLURAL, Kind, Label, anything
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.gui.panes.filter_list import FilterDock, ready
from itemlink_gui.gui.panes.search_box import SearchBox
from itemlink_gui.ops import filters as operations
from itemlink_gui.ops import items, link_fields, links, notifications, pinned
from itemlink_gui.store import filters
from tests.gui.helpers import Person, retype
from tests.support import ask


def shown(person: Person) -> dict[str, str]:
    """What the list says: names, each with its number."""
    return {row.text(0): row.text(1) for row in dock(person).tree.rows()}


def dock(person: Person) -> FilterDock:
    return person.find(FilterDock, "filters")


def box(person: Person, kind: Kind) -> SearchBox:
    return person.find(SearchBox, f"{PLURAL[kind]}Search")


def click(person: Person, name: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    tree = dock(person).tree
    (row,) = [row for row in tree.rows() if row.text(0) == name]
    QTest.mouseClick(tree.viewport(), button, pos=tree.visualItemRect(row).center())
    person.settle()


def choose(person: Person, name: str, text: str) -> None:
    """Choose from the context menu of a filter."""
    tree = dock(person).tree
    (row,) = [row for row in tree.rows() if row.text(0) == name]
    tree.customContextMenuRequested.emit(tree.visualItemRect(row).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [action for action in menu.actions() if action.text().replace("&", "") == text]
    assert action.isEnabled()
    action.trigger()
    menu.close()
    person.settle()


@pytest.fixture
def filtering(person: Person) -> Person:
    """One who sees the list."""
    if dock(person).isHidden():
        person.trigger("filters")
    person.settle()
    return person


def test_ready_filters_count_what_they_find_and_follow(filtering: Person) -> None:
    person = filtering
    assert shown(person) == {
        "5 or more customers": "0",
        "Without customers": "2",
        "Over capacity": "0",
        "Without items": "3",
        "Ending in 30 days": "0",
    }
    person.do(links.link([1], [4, 5, 6]))
    assert shown(person)["5 or more customers"] == "1"
    assert shown(person)["Without items"] == "0"
    person.do(items.update(2, capacity=1, capacity_policy="overbook"))
    assert shown(person)["Over capacity"] == "0"
    person.do(links.link([2], [2]))
    assert shown(person)["Over capacity"] == "1"
    for _ in range(3):
        person.trigger("undo")
    assert (shown(person)["Over capacity"], shown(person)["Without items"]) == ("0", "3")


def test_a_click_writes_into_the_box_and_another_clears_it(filtering: Person) -> None:
    person = filtering
    person.trigger("go_companies")
    click(person, "Without customers")
    assert box(person, "item").text() == "has:none"
    assert box(person, "item").hasFocus()
    assert person.names("item") == ["Premium Subscription", "Training Day"]
    assert [row.text(0) for row in dock(person).tree.rows() if row.font(0).bold()] == ["Without customers"]
    click(person, "Without customers")
    assert box(person, "item").text() == ""
    assert len(person.names("item")) == 4
    QTest.keyClick(dock(person).tree, Qt.Key.Key_Return)
    person.settle()
    assert box(person, "item").text() == "has:none"


def test_a_filter_is_no_longer_highlighted_when_the_search_is_another(filtering: Person) -> None:
    tree = dock(filtering).tree
    click(filtering, "Without customers")
    assert [row.text(0) for row in tree.selectedItems()] == ["Without customers"]
    filtering.search("customer", "a")
    assert [row.text(0) for row in tree.selectedItems()] == ["Without customers"]
    filtering.search("item", "")
    assert tree.selectedItems() == []
    assert tree.currentItem().text(0) == "Without customers"


def test_a_search_is_saved_and_named_in_place(filtering: Person) -> None:
    person = filtering
    assert not dock(person).save.isEnabled()
    person.search("customer", "in:none or eve")
    person.push("saveFilter")
    (editor,) = dock(person).tree.viewport().findChildren(QLineEdit)
    assert editor.text() == "in:none or eve"
    retype(editor, "Nobody's")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert shown(person)["Nobody's"] == "3"
    assert person.message == "Filter “in:none or eve” is called “Nobody's” now"
    person.trigger("undo")
    person.trigger("undo")
    assert "Nobody's" not in shown(person)
    assert "in:none or eve" not in shown(person)


def test_what_cannot_be_saved_is_told(filtering: Person) -> None:
    person = filtering
    person.trigger("save_filter")
    assert person.message == "Type into a search box first what the filter is to find."
    person.search("customer", "foo:x")
    person.trigger("save_filter")
    assert person.message == "There is no field “foo”. To look for the text itself, put it in quotes."
    assert ask(person.engine, filters.saved) == []


def test_a_saved_filter_is_renamed_moved_changed_and_deleted(filtering: Person) -> None:
    person = filtering
    for name, query in (("One", "in:basic"), ("Two", "in:extended")):
        person.do(operations.save("customer", query, name))
    choose(person, "Two", "Move up")
    assert list(shown(person))[-2:] == ["Two", "One"]
    choose(person, "Two", "Move down")
    assert list(shown(person))[-2:] == ["One", "Two"]
    choose(person, "One", "Rename")
    (editor,) = dock(person).tree.viewport().findChildren(QLineEdit)
    retype(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert person.message == "There is a filter of this name already."
    assert list(shown(person))[-2:] == ["One", "Two"]
    person.search("customer", "ann")
    choose(person, "One", "Replace by the present search")
    assert shown(person)["One"] == "1"
    assert person.message == "Filter “One” changed"
    click(person, "Two")
    assert box(person, "customer").text() == "in:extended"
    choose(person, "Two", "Delete")
    assert "Two" not in shown(person)
    click(person, "One")
    QTest.keyClick(dock(person).tree, Qt.Key.Key_Delete)
    person.settle()
    assert ask(person.engine, filters.saved) == []
    person.trigger("undo")
    assert list(shown(person))[-1] == "One"


def test_ready_filters_have_no_menu(filtering: Person) -> None:
    tree = dock(filtering).tree
    tree.customContextMenuRequested.emit(tree.visualItemRect(tree.rows()[0]).center())
    tree.customContextMenuRequested.emit(QPoint(5, tree.height() - 5))
    assert QApplication.activePopupWidget() is None


def test_a_filter_whose_field_is_gone_says_why(filtering: Person) -> None:
    person = filtering
    field = person.do(link_fields.add("grade", "number"))
    person.do(operations.save("customer", "grade>=3", "Good"))
    assert shown(person)["Good"] == "0"
    person.do(link_fields.delete(field))
    assert shown(person)["Good"] == "!"
    (row,) = [row for row in dock(person).tree.rows() if row.text(0) == "Good"]
    assert "There is no field “grade”" in row.toolTip(1)
    click(person, "Good")
    assert "no field “grade”" in box(person, "customer").accessibleDescription()


def test_a_list_that_is_not_seen_asks_nothing(filtering: Person) -> None:
    person = filtering
    person.trigger("filters")
    before = shown(person)
    person.do(links.link([1], [4, 5, 6]))
    assert shown(person) == before
    person.trigger("filters")
    assert shown(person)["Without items"] == "0"


@pytest.fixture
def counted(filtering: Person, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that are counted from now on."""
    asked: list[str] = []
    count = filters.count

    def note(kind: Kind, query: str) -> int | WrongQuery:
        asked.append(query)
        return count(kind, query)

    monkeypatch.setattr(filters, "count", note)
    return asked


def test_what_moves_no_record_is_not_counted(filtering: Person, counted: list[str]) -> None:
    person = filtering
    person.do(operations.save("customer", "in:basic", "One"))
    assert len(counted) == 6
    counted.clear()
    soon = (date.today() + timedelta(days=3)).isoformat()
    person.do(links.link([1], [4], details={"ends_on": soon}))
    assert len(counted) == 6
    counted.clear()
    person.do(pinned.pin(1, 1))
    told = len(person.window.centre.table.rows)
    person.do(notifications.look_ahead(date.today(), 30))
    assert len(person.window.centre.table.rows) == told + 1
    assert counted == []
    person.do(link_fields.add("grade", "number"))
    assert len(counted) == 6


def test_a_burst_of_changes_is_counted_once_after_what_the_panes_ask(filtering: Person, counted: list[str]) -> None:
    person = filtering
    change = partial(person.window.bridge.changed.emit, anything(Label("burst"), "outside", None))
    for _ in range(5):
        change()
    person.settle()
    assert counted == [one.query for kind in KINDS for one in ready() if one.kind == kind]


def test_one_filter_is_asked_at_a_time(filtering: Person, counted: list[str]) -> None:
    person, held = filtering, []
    bridge = person.window.bridge

    def hold(question: Callable[[], object], then: Callable[[object], None], *, slot: object = None) -> None:
        held.append((question, then, slot))

    bridge.read = hold  # type: ignore[method-assign, assignment]
    try:
        dock(person)._on_changed(anything(Label("x"), "outside", None))
        QApplication.processEvents()
        held.pop()[1]([])  # no saved ones
        QApplication.processEvents()
        assert [slot for *_, slot in held] == [("filter", id(dock(person)))]
        held.pop()[1](7)
        assert [slot for *_, slot in held] == [("filter", id(dock(person)))]
    finally:
        del bridge.read
    assert shown(person)["5 or more customers"] == "7"


def test_ready_filters_speak_the_words_of_the_file() -> None:
    words.use(words.preset("course"))
    try:
        said = {one.name: one.query for one in ready()}
    finally:
        words.use(None)
    assert said["5 or more students"] == "students>=5"
    assert said["Without courses"] == "in:none"
