"""The lists beside the links of a record: counted while they are hidden, read when they are seen, up to a limit."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from itemlink_gui.gui.panes import beside_list
from itemlink_gui.gui.panes.beside_list import BesideList
from itemlink_gui.ops import places, preferences
from tests.gui.helpers import Person

NAMES = ("waiting", "preferences")


@pytest.fixture
def many(person: Person) -> Person:
    """One who has Basic Package in the inspector: three wait for it, and three want it."""
    person.do(places.wait([1], [4, 5, 6]))
    person.do(preferences.prefer([1], [4, 5, 6], "wants"))
    person.select("item", "Basic Package")
    return person


def beside(person: Person, name: str, *, front: bool = False) -> BesideList:
    page = person.window.inspector.page()
    found = getattr(page, name)
    assert isinstance(found, BesideList)
    assert page is not None
    if front:
        page.tabs.setCurrentWidget(found)
        person.settle()
    return found


def title(person: Person, name: str) -> str:
    page = person.window.inspector.page()
    assert page is not None
    return page.tabs.tabText(page.tabs.indexOf(beside(person, name)))


def rows(person: Person, name: str) -> int:
    table = beside(person, name).table  # type: ignore[attr-defined]
    return int(table.rowCount())


@pytest.mark.parametrize("name", NAMES)
def test_hidden_it_is_counted_and_not_read(many: Person, name: str) -> None:
    assert (title(many, name)[-3:], rows(many, name)) == ("(3)", 0)
    many.do(places.stop_waiting([1], [4]) if name == "waiting" else preferences.clear([1], [4]))
    assert (title(many, name)[-3:], rows(many, name)) == ("(2)", 0)
    beside(many, name, front=True)
    assert rows(many, name) == 2
    page = many.window.inspector.page()
    assert page is not None
    page.tabs.setCurrentIndex(0)
    many.select("item", "Training Day")
    # The lines of the other are not what is seen first when it is shown again.
    assert rows(many, name) == 0


@pytest.mark.parametrize("name", NAMES)
def test_of_very_many_the_first_are_listed_and_a_line_says_so(
    many: Person, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(beside_list, "LISTED", 2)
    shown = beside(many, name, front=True)
    assert (rows(many, name), shown.more.isVisible()) == (2, True)
    assert shown.more.text() == "The first 2 of 3 are listed."
    assert title(many, name).endswith("(3)")
    many.do(places.stop_waiting([1], [4]) if name == "waiting" else preferences.clear([1], [4]))
    assert (rows(many, name), shown.more.isVisible()) == (2, False)


def test_those_who_want_it_may_come_after_the_last_line(many: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside_list, "LISTED", 1)
    many.do(preferences.prefer([1], [4], "favourite"))
    button = beside(many, "preferences", front=True).findChild(QPushButton, "preferenceLink")
    assert button is not None
    assert button.isEnabled()
