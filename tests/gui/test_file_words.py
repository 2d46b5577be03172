"""The window speaks with the words of the file, from the start and when they change."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from itemlink_gui.base import words
from itemlink_gui.engine import Engine
from itemlink_gui.gui.dialogs.new_record import NewRecord
from itemlink_gui.ops import vocabulary
from itemlink_gui.ops.vocabulary import Wish
from tests.gui.conftest import Open
from tests.gui.helpers import HOSTILE, Person, retype
from tests.support import run

COURSE = vocabulary.choose(Wish("course"))


def speaks(person: Person, item: str) -> bool:
    return person.action("new_item").text() == f"&New {item}…"


def until_it_speaks(person: Person, item: str) -> None:
    person.until(lambda: speaks(person, item))
    person.settle()


def test_from_the_start(open_window: Open, small: Path) -> None:
    engine = Engine(small)
    run(engine, COURSE)
    engine.close()
    person = open_window(small)
    assert speaks(person, "course")
    assert person.view("customer").accessibleName() == "Students"
    person.select("item", "Training Day")
    person.select("customer", "Ann Lee", "Eve Stone")
    person.trigger("link")
    assert person.message == "Enrolled 2 students in Training Day"
    assert person.action("undo").text() == "&Undo Enrol 2 students in Training Day"


def test_another_file_has_its_own(open_window: Open, small: Path, path: Path) -> None:
    engine = Engine(small)
    run(engine, COURSE)
    engine.close()
    person = open_window(small)
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    assert speaks(person, "item")


def test_the_window_follows_a_change_and_stays_where_it_was(person: Person) -> None:
    before = person.window
    before.resize(1100, 640)
    person.search("customer", "e")
    person.select("customer", "Ann Lee")
    person.select("item", "Training Day")
    person.do(COURSE)
    until_it_speaks(person, "course")
    assert person.window is not before
    assert person.window.isVisible()
    assert (person.window.width(), person.window.height()) == (1100, 640)
    assert person.find(QLineEdit, "customersSearch").text() == "e"
    assert person.selected("item") == ["Training Day"]
    assert person.selected("customer") == ["Ann Lee"]
    assert person.window.inspector.shown_name == "Training Day"
    assert person.view("item").currentIndex().data() == "Training Day"
    assert person.prompts.parent is person.window
    assert person.message == "This file speaks of courses and students now"
    person.find(QPushButton, "messageUndo").click()
    until_it_speaks(person, "item")
    assert person.message == "Undone: Change the words to courses and students"
    person.trigger("redo")
    until_it_speaks(person, "course")


def test_what_is_current_selected_and_inspected_agree_after_it(person: Person) -> None:
    person.select("item", "Training Day")
    person.select("customer", "Ben Ortiz", "Eve Stone")
    person.do(COURSE)
    until_it_speaks(person, "course")
    assert person.selected("customer") == ["Ben Ortiz", "Eve Stone"]
    assert person.view("customer").currentIndex().siblingAtColumn(0).data() == "Eve Stone"
    assert person.window.inspector.current == ("customer", person.id("customer", "Eve Stone"))
    assert person.window.desk.view is person.view("customer")


def test_a_change_in_another_window(person: Person, open_window: Open, small: Path) -> None:
    other = Engine(small, who="service")
    run(other, COURSE)
    other.close()
    until_it_speaks(person, "course")


def test_what_is_typed_is_stored_before(person: Person) -> None:
    editor = person.editor("item", "Training Day", "name")
    retype(editor, "Training Night")
    person.engine.run(COURSE)
    until_it_speaks(person, "course")
    assert "Training Night" in person.names("item")


def test_a_dialog_is_waited_for(person: Person) -> None:
    person.trigger("new_item")
    (dialog,) = person.window.findChildren(NewRecord)
    dialog.form.rows["name"].set_text("Half typed")
    window = person.window
    person.engine.run(COURSE).result()
    person.settle()
    person.qtbot.wait(1)
    assert person.window is window
    assert dialog.isVisible()
    assert dialog.form.rows["name"].text() == "Half typed"
    dialog.reject()
    until_it_speaks(person, "course")


def test_a_field_that_cannot_be_stored_is_not_lost(person: Person) -> None:
    person.select("item", "Training Day")
    form = person.window.inspector.pages["item"].form
    editor = form.rows["name"].editor
    assert isinstance(editor, QLineEdit)
    retype(editor, "")
    person.engine.run(COURSE)
    window = person.window
    person.until(lambda: "not stored" in person.message)
    person.settle()
    assert person.window is window
    retype(editor, "Training Night")
    person.press("Return", editor)
    until_it_speaks(person, "course")
    assert "Training Night" in person.names("item")


def test_the_file_is_closed_with_the_window_that_came_later(person: Person) -> None:
    person.do(COURSE)
    until_it_speaks(person, "course")
    person.window.close()
    person.until(lambda: not person.window.isVisible())
    assert person.engine.run(COURSE).exception() is not None


def test_headings_and_empty_pages(open_window: Open, tmp_path: Path) -> None:
    made = tmp_path / "new.itemlink"
    vocabulary.create_file(made, Wish("licence"))
    person = open_window(made)
    shown = [label.text() for label in person.window.findChildren(QLabel)]
    assert "No licences yet" in shown
    assert "Licences are what holders are dragged onto. Make the first one here." in shown
    assert not [text for text in shown if "item" in text.lower() or "customer" in text.lower()]
    said = [button.text() for button in person.window.findChildren(QPushButton)]
    assert not [text for text in said if "item" in text.lower() or "customer" in text.lower()]
    assert person.window.findChildren(QDialog) == []


def test_odd_words_are_shown_as_they_are(person: Person) -> None:
    own = asdict(words.preset("item")) | {"item": HOSTILE[:20], "items": "[items]", "customer": "תלמיד"}
    person.do(vocabulary.choose(Wish("item", own)))
    until_it_speaks(person, HOSTILE[:20].replace("&", ""))
    assert person.view("item").accessibleName() == "[items]"
    assert person.action("new_customer").iconText() == "תלמיד"
    assert "&lt;img" in person.action("new_item").toolTip()


def test_a_new_item_begins_with_what_the_file_does_when_full(open_window: Open, tmp_path: Path) -> None:
    made = tmp_path / "new.itemlink"
    vocabulary.create_file(made, Wish("course"))
    person = open_window(made)
    person.trigger("new_item")
    person.settle()
    (dialog,) = person.window.findChildren(NewRecord)
    assert dialog.form.rows["capacity_policy"].text() == "waitlist"
