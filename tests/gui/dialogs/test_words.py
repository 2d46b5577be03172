"""The dialog in which a file gets its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from itemlink_gui.base import words
from itemlink_gui.gui.dialogs.words import WordsDialog, example
from itemlink_gui.gui.field_editor import LineEditor
from itemlink_gui.ops import vocabulary
from itemlink_gui.ops.vocabulary import Wish
from itemlink_gui.store import link_rows
from itemlink_gui.store.vocabulary import chosen
from tests.gui.helpers import HOSTILE, Person, retype
from tests.support import ask


@pytest.fixture
def dialog(person: Person) -> WordsDialog:
    """The dialog over the small file."""
    person.trigger("words")
    return person.find(WordsDialog, "words")


def choose(person: Person, dialog: WordsDialog, key: str) -> None:
    dialog.choices[key].click()
    person.settle()


def accept(person: Person) -> None:
    person.push("wordsAccept")
    person.settle()


def test_it_shows_what_the_file_has_and_an_example_of_each(dialog: WordsDialog) -> None:
    assert dialog.choices["item"].isChecked()
    assert dialog.choices["course"].text() == "Courses and students"
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Enrol Ann Lee in Maths 101 · Course · Students" in shown
    assert "Issue Ann Lee with Office, 5 seats · Licence · Holders" in shown


def test_a_preset(person: Person, dialog: WordsDialog) -> None:
    choose(person, dialog, "course")
    assert dialog.fields.text() == "Make these fields for links too: Grade, Paid"
    accept(person)
    assert ask(person.engine, chosen).preset == "course"
    assert ask(person.engine, link_rows.own_fields) == ()


def test_its_fields_too(person: Person, dialog: WordsDialog) -> None:
    choose(person, dialog, "course")
    dialog.fields.click()
    accept(person)
    assert [field.name for field in ask(person.engine, link_rows.own_fields)] == ["Grade", "Paid"]


def test_own_words_begin_from_the_preset_looked_at_last(person: Person, dialog: WordsDialog) -> None:
    choose(person, dialog, "licence")
    choose(person, dialog, "own")
    assert dialog.rows["items"].text() == "licences"
    retype(person.find(QLineEdit, "word_items"), "keys")
    retype(person.find(QLineEdit, "word_item"), "key")
    accept(person)
    found = ask(person.engine, chosen)
    assert (found.preset, found.words.item, found.words.items, found.words.verb) == ("licence", "key", "keys", "Issue")
    person.until(lambda: words.current() == found.words)
    person.trigger("words")
    again = person.find(WordsDialog, "words")
    assert again.choices["own"].isChecked()
    assert again.rows["items"].text() == "keys"


@pytest.mark.parametrize("word", ["", "x" * 41, "a|b", "x" * 10_000])
def test_a_word_that_cannot_be_is_told_and_stays_as_typed(person: Person, dialog: WordsDialog, word: str) -> None:
    choose(person, dialog, "own")
    editor = person.find(LineEditor, "word_item")
    editor.setText(word)
    accept(person)
    assert dialog.isVisible()
    assert editor.text() == word
    assert editor.property("invalid")
    assert ask(person.engine, chosen).own is None
    editor.setText("key")
    accept(person)
    assert ask(person.engine, chosen).words.item == "key"


def test_an_example_shows_odd_words_as_they_are() -> None:
    spoken = words.Vocabulary(HOSTILE, "[item]", "%n", "{x}", "[Verb]", "b", "c", "d", "e", "f")
    assert example(spoken, "X") == f"[Verb] Ann Lee c X · {HOSTILE} · {{x}}"


def test_a_new_file_with_words(person: Person, small: Path) -> None:
    made = small.with_name("Autumn.itemlink")
    person.prompts.will("save_file", made)
    person.trigger("new")
    dialog = person.find(WordsDialog, "words")
    choose(person, dialog, "course")
    assert dialog.fields.isChecked()
    accept(person)
    person.until(lambda: person.engine.path == made)
    person.settle()
    assert person.action("new_item").text() == "&New course…"
    assert person.action("undo").text() == "&Undo Change the words to courses and students"


def test_vocabulary_of_the_step_is_told(person: Person) -> None:
    person.do(vocabulary.choose(Wish("course")))
    person.until(lambda: person.action("new_item").text() == "&New course…")
    person.settle()
    assert person.message == "This file speaks of courses and students now"
