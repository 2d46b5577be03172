"""Preferences in the inspector: from both sides, changed and forgotten, with a note that is stored when it is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from itemlink_gui.gui.panes.preference_list import PreferenceList
from itemlink_gui.ops import preferences
from itemlink_gui.store import preferences as stored
from tests.gui.commands.test_places import wishes
from tests.gui.helpers import CTRL, HOSTILE, Person, retype
from tests.support import ask, standing


@pytest.fixture
def wishing(person: Person) -> Person:
    """One who looks at what customers think of Basic Package."""
    person.do(preferences.prefer([1], [6, 5], "wants", note="from May on"))
    person.do(preferences.prefer([1], [4], "declined"))
    person.do(preferences.prefer([2], [4], "favourite"))
    person.select("item", "Basic Package")
    show(person)
    return person


def show(person: Person) -> PreferenceList:
    """Bring the list to the front."""
    page = person.window.inspector.page()
    assert page is not None
    assert page.preferences is not None
    page.tabs.setCurrentWidget(page.preferences)
    person.settle()
    return page.preferences


def lines(person: Person) -> list[tuple[object, ...]]:
    model = show(person).table
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def choose(person: Person, *rows: int) -> None:
    view = show(person).view
    view.clearSelection()
    for row in rows:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, person.place(view, row, 1))
    person.settle()


def note(person: Person) -> QPlainTextEdit:
    editor = show(person).note.editor
    assert isinstance(editor, QPlainTextEdit)
    return editor


def kept(person: Person, row: int) -> str:
    """Return the note that the file has for a line of Basic Package."""
    return ask(person.engine, lambda: stored.of_record("item", 1, 9))[row].note


def push(person: Person, name: str) -> None:
    """Press a button of the list."""
    button = show(person).findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()
    person.settle()


def pick(person: Person, name: str) -> None:
    """Choose from the menu of a button."""
    (action,) = show(person).findChildren(QAction, name)
    action.trigger()
    person.settle()


def test_of_an_item_and_of_a_customer(wishing: Person) -> None:
    assert lines(wishing) == [
        ("Eve Stone", "wants it", "from May on"),
        ("John Doe", "wants it", "from May on"),
        ("dora", "declined", ""),
    ]
    wishing.select("customer", "dora")
    assert lines(wishing) == [("Extended Support", "favourite", ""), ("Basic Package", "declined", "")]
    page = wishing.window.inspector.page()
    assert page is not None
    assert "Preferences (2)" in [page.tabs.tabText(place) for place in range(page.tabs.count())]


def test_none_yet(person: Person) -> None:
    person.select("item", "Training Day")
    hint = show(person).findChild(QLabel, "preferenceNothing")
    assert hint is not None
    assert hint.isVisible()
    person.do(preferences.prefer([4], [1], "wants"))
    assert not hint.isVisible()


def test_added_changed_and_forgotten(wishing: Person) -> None:
    pick(wishing, "preferenceAdd_wants")
    assert wishing.message == "Select customers first."
    wishing.select("customer", "Ann Lee", "dora")
    wishing.select("item", "Basic Package")
    pick(wishing, "preferenceAdd_favourite")
    assert [line[:2] for line in lines(wishing)] == [
        ("Ann Lee", "favourite"), ("dora", "favourite"), ("Eve Stone", "wants it"), ("John Doe", "wants it"),
    ]  # fmt: skip
    choose(wishing, 0, 2)
    pick(wishing, "preferenceChange_declined")
    assert [line[:2] for line in lines(wishing)][-2:] == [("Ann Lee", "declined"), ("Eve Stone", "declined")]
    assert lines(wishing)[-1][2] == "from May on"
    push(wishing, "preferenceRemove")
    assert len(lines(wishing)) == 2
    choose(wishing, 0)
    wishing.press("Del", show(wishing).view)
    wishing.settle()
    assert wishes(wishing) == [(1, 6, "wants"), (2, 4, "favourite")]
    for _ in range(4):
        wishing.trigger("undo")
    assert len(lines(wishing)) == 3


def test_everyone_who_wants_it(wishing: Person) -> None:
    push(wishing, "preferenceLink")
    assert {(1, 5), (1, 6)} < standing(wishing.engine)
    assert wishing.message == "Assigned 2 customers to Basic Package"


def test_a_note_is_stored_when_it_is_left(wishing: Person) -> None:
    assert not note(wishing).isEnabled()
    choose(wishing, 2)
    retype(note(wishing), HOSTILE)
    show(wishing).view.setFocus()
    wishing.settle()
    assert kept(wishing, 2) == HOSTILE
    assert lines(wishing)[2][2] == HOSTILE
    choose(wishing, 0)
    assert note(wishing).toPlainText() == "from May on"
    retype(note(wishing), "later")
    # Another record comes into view: what was typed belongs to the one before.
    wishing.select("item", "Training Day")
    assert kept(wishing, 0) == "later"
    wishing.trigger("undo")
    wishing.trigger("undo")
    assert kept(wishing, 2) == ""


def test_a_note_that_is_too_long_stays_as_typed(wishing: Person) -> None:
    choose(wishing, 0)
    note(wishing).setPlainText("x" * 10_001)
    note(wishing).setFocus()
    show(wishing).view.setFocus()
    wishing.settle()
    assert show(wishing).note.refused
    assert kept(wishing, 0) == "from May on"
    assert "At most 10,000 characters" in note(wishing).accessibleDescription()
    choose(wishing, 1)
    assert "Note was not stored: At most" in wishing.message
    choose(wishing, 0)
    note(wishing).setPlainText("x" * 10_000)
    note(wishing).setFocus()
    show(wishing).view.setFocus()
    wishing.settle()
    assert kept(wishing, 0) == "x" * 10_000


def test_what_is_typed_stays_when_the_list_changes(wishing: Person) -> None:
    choose(wishing, 1)
    retype(note(wishing), "typing")
    wishing.do(preferences.prefer([1], [1], "wants"))
    assert note(wishing).toPlainText() == "typing"
    assert note(wishing).hasFocus()
    show(wishing).view.setFocus()
    wishing.settle()
    assert ask(wishing.engine, lambda: stored.of_record("customer", 6, 9))[0].note == "typing"
