"""Columns are shown, hidden, moved, sorted by and remembered, whatever stands in the settings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from itemlink_gui.base import paths
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import text
from itemlink_gui.gui.tables.column_header import ColumnHeader
from itemlink_gui.ops import link_fields
from tests.gui.conftest import Open
from tests.gui.dragging import LEFT
from tests.gui.helpers import Person


def header(person: Person, kind: str = "customer") -> ColumnHeader:
    return person.view(kind).columns  # type: ignore[arg-type]


def keys(person: Person, kind: str = "customer") -> list[str]:
    return [column.key for column in person.view(kind).table.columns]  # type: ignore[arg-type]


def order(person: Person) -> list[str]:
    """The shown columns from left to right."""
    found = header(person)
    names = keys(person)
    places = [found.logicalIndex(place) for place in range(found.count())]
    return [names[section] for section in places if not found.isSectionHidden(section)]


def toggle(person: Person, label: str) -> None:
    """Choose a column in the menu of the header."""
    menu = header(person).menu(person.window)
    (action,) = [one for one in menu.actions() if one.text() == label]
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()
    person.settle()


def click(person: Person, key: str) -> None:
    found = header(person)
    section = keys(person).index(key)
    place = QPoint(found.sectionViewportPosition(section) + 12, found.height() // 2)
    QTest.mouseClick(found.viewport(), LEFT, pos=place)
    person.settle()


def test_a_click_sorts_and_another_turns_round(person: Person) -> None:
    click(person, "username")
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō", "dora", "Eve Stone", "John Doe"]
    click(person, "username")
    assert person.names("customer")[0] == "John Doe"
    click(person, "count")
    assert person.names("customer")[-1] == "Ann Lee"
    click(person, "count")
    assert person.names("customer")[0] == "Ann Lee"
    click(person, "name")
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō", "dora", "Eve Stone", "John Doe"]


def test_every_column_sorts(person: Person) -> None:
    for kind in ("item", "customer"):
        model = person.view(kind).table  # type: ignore[arg-type]
        for section in range(model.columnCount()):
            for way in Qt.SortOrder:
                header(person, kind).setSortIndicator(section, way)
                person.settle()
                assert len(person.names(kind)) == (4 if kind == "item" else 6)  # type: ignore[arg-type]


def test_a_list_sorted_by_number_follows_the_links(person: Person) -> None:
    person.select("item", "Training Day")
    click_items = header(person, "item")
    click_items.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    person.settle()
    person.select("customer", *person.names("customer"))
    person.trigger("link")
    assert person.names("item")[0] == "Training Day"


def test_columns_are_hidden_and_shown(person: Person) -> None:
    assert "email" in order(person)
    toggle(person, "E-mail")
    assert "email" not in order(person)
    toggle(person, "Notes")
    assert "notes" in order(person)
    menu = header(person).menu(person.window)
    states = {action.text(): action.isChecked() for action in menu.actions()}
    assert states["Notes"]
    assert not states["E-mail"]
    assert not menu.actions()[0].isEnabled()
    menu.deleteLater()


def test_a_field_of_ones_own_is_called_as_it_is_in_the_menu(person: Person) -> None:
    person.do(link_fields.add("Q&A", "text"))
    person.select("item", "Basic Package")
    person.until(lambda: any(column.label == "Q&A" for column in person.linked().table.columns))
    menu = person.linked().columns.menu(person.window)
    assert "Q&&A" in [action.text() for action in menu.actions()]
    menu.deleteLater()


@pytest.mark.parametrize("label", ["E-mail", "Notes"])
def test_the_first_column_takes_the_room(person: Person, label: str) -> None:
    person.window.resize(1600, 800)
    person.settle()
    view, found = person.view("customer"), header(person)
    for _ in range(2):
        assert found.length() >= view.viewport().width()
        toggle(person, label)
    kept = found.kept()["widths"]["name"]
    assert kept == 160


@pytest.mark.parametrize("kind", ["item", "customer"])
def test_the_first_column_gives_way_to_the_others(person: Person, kind: str) -> None:
    person.window.resize(1366, 768)
    person.window.centre.show()
    person.settle()
    view, found = person.view(kind), header(person, kind)  # type: ignore[arg-type]
    assert found.length() == view.viewport().width()
    # A width that the user chose stays.
    found.resizeSection(0, 400)
    person.window.resize(1360, 768)
    person.settle()
    assert found.sectionSize(0) == 400
    assert found.kept()["widths"]["name"] == 400


def test_a_head_that_is_cut_short_is_whole_in_the_tooltip(person: Person) -> None:
    found, told = header(person), []
    for width in (300, 50):
        found.resizeSection(0, width)
        at = QPoint(found.sectionViewportPosition(0) + 5, 5)
        event = QHelpEvent(QEvent.Type.ToolTip, at, found.mapToGlobal(at))
        QApplication.sendEvent(found.viewport(), event)
        told.append(QToolTip.text())
    QToolTip.hideText()
    assert told == ["", text.tooltip("Name")]


def test_the_menu_opens_on_the_header_and_in_the_menu_bar(person: Person) -> None:
    found = header(person)
    found.customContextMenuRequested.emit(QPoint(5, 5))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert [action.text() for action in popup.actions()][:2] == ["Name", "Username"]
    popup.close()
    columns = person.window.commands["columns"].menu()
    assert isinstance(columns, QMenu)
    for _ in range(5):
        columns.aboutToShow.emit()
        person.settle()
    assert [action.text() for action in columns.actions()] == ["Items", "Customers", "Companies"]
    # The ones of the times before are gone.
    assert len(columns.findChildren(QMenu)) == 3
    submenu = columns.actions()[1].menu()
    assert isinstance(submenu, QMenu)
    submenu.actions()[2].trigger()
    assert "email" not in order(person)


def test_everything_is_remembered_over_a_restart(open_window: Open, small: Path) -> None:
    person = open_window(small)
    found = header(person)
    found.moveSection(found.visualIndex(keys(person).index("count")), 1)
    found.resizeSection(keys(person).index("email"), 333)
    toggle(person, "Companies")
    click(person, "username")
    click(person, "username")
    before = order(person)
    person.app.close()
    again = open_window(small)
    assert order(again) == before
    assert before[1] == "count"
    assert "companies" not in before
    assert header(again).sectionSize(keys(again).index("email")) == 333
    assert again.names("customer")[0] == "John Doe"
    assert header(again).sortIndicatorSection() == keys(again).index("username")


def test_what_is_arranged_goes_along_to_another_file(person: Person, path: Path) -> None:
    toggle(person, "E-mail")
    person.window.resize(900, 650)
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    person.settle()
    assert "email" not in order(person)
    assert person.window.height() == 650


# What no window can use; what looks more like the real thing is tried on a header alone, below.
GARBAGE: list[Any] = [None, "x", ["name"] * 9, {"name": 10**30, "items": [[]]}]


def test_garbage_never_stops_the_start(open_window: Open, small: Path) -> None:
    for value in GARBAGE:
        state = dict.fromkeys(("order", "shown", "widths", "sort"), value)
        settings = {"columns": {"items": value, "customers": state}, "theme": value, "rows": value, "window": value,
                    "recent_files": value, "last_file": value}  # fmt: skip
        paths.settings_file().write_text(json.dumps(settings))
        person = open_window(small)
        assert "name" in order(person)
        assert len(person.names("customer")) == 6
        menu = person.window.commands["recent"].menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        person.app.close()


@pytest.mark.parametrize("text", ["", "[1]", "\x00\xff", "[" * 100_000])
def test_a_broken_settings_file_never_stops_the_start(
    open_window: Open, small: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_bytes(text.encode("latin-1"))
    person = open_window(small)
    assert len(person.names("item")) == 4
    caplog.clear()
    person.app.close()
    assert Settings(paths.settings_file()).get("last_file") == str(small)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["name", "email"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["name", "email"]), inner, max_size=3),
    max_leaves=12,
)


def test_no_json_upsets_a_header(person: Person) -> None:
    found = header(person)

    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(("order", "shown", "widths", "sort"), JSON)))
    def restore(state: dict[str, Any]) -> None:
        found.restore(state)
        assert not found.isSectionHidden(0)
        assert json.loads(json.dumps(found.kept())) == found.kept()

    restore()
    before = found.kept()
    found.restore(before)
    assert found.kept() == before
    person.settle()
