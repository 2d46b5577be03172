"""Looking back, as a person does: the file as of a day in a window of its own, and who had what in a period."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.gui.dialogs.as_of import AsOf
from itemlink_gui.gui.dialogs.periods import Periods
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.store import asof
from tests.gui.helpers import Person


def look_back(person: Person, days: int) -> MainWindow:
    """Choose a day so many days ago."""
    person.trigger("as_of")
    dialog = person.window.findChild(AsOf)
    assert dialog is not None
    dialog.calendar.setSelectedDate(QDate.currentDate().addDays(-days))
    dialog.accept()
    person.until(lambda: len(person.app.previews) == 1)
    (window,) = person.app.previews
    person.until(lambda: all(pane.table.loaded for pane in window.panes.values()))
    return window


def test_as_of_today_everything_is_there_and_nothing_can_be_changed(person: Person) -> None:
    window = look_back(person, 0)
    assert list(window.panes["item"].table.ids) == list(person.window.panes["item"].table.ids)
    assert "as of" in window.windowTitle()
    assert window.bridge.read_only
    assert not window.commands["new_item"].isEnabled()
    assert not window.commands["as_of"].isEnabled()
    banner = window.findChild(QLabel, "bannerText")
    assert banner is not None
    assert "how it was at the end of" in banner.text()


def test_as_of_an_earlier_day_nothing_was_there_and_the_copy_goes_with_the_window(person: Person) -> None:
    window = look_back(person, 400)
    assert not window.panes["item"].table.ids
    copy = window.bridge.engine.path
    assert copy.exists()
    window.close()
    person.until(lambda: not person.app.previews)
    assert not copy.parent.exists()
    assert person.names("item")


def test_today_is_the_last_day(person: Person) -> None:
    person.trigger("as_of")
    dialog = person.window.findChild(AsOf)
    assert dialog is not None
    dialog.calendar.setSelectedDate(QDate.currentDate().addDays(5))
    assert dialog.calendar.selectedDate() <= QDate.currentDate()
    dialog.reject()


def test_why_a_day_cannot_be_shown(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise CannotOpen(path, "It is gone.")

    monkeypatch.setattr(asof, "make", refuse)
    person.trigger("as_of")
    dialog = person.window.findChild(AsOf)
    assert dialog is not None
    dialog.accept()
    assert person.prompts.calls[-1][0] == "tell"
    assert "It is gone." in person.prompts.calls[-1]
    assert not person.app.previews


def ask_who(person: Person) -> Periods:
    person.trigger("held")
    person.settle()
    (dialog,) = person.window.findChildren(Periods)
    return dialog


def test_who_had_it_follows_the_file_and_the_days(person: Person) -> None:
    person.select("item", "Basic Package")
    dialog = ask_who(person)
    assert dialog.windowTitle() == "Who had “Basic Package”?"
    assert {held.id for held in dialog.table.rows} == set(person.linked().table.ids)
    person.select("customer", "Ann Lee")
    dialog.first.setDate(QDate.currentDate().addYears(-3))
    dialog.last.setDate(QDate.currentDate().addYears(-2))
    person.settle()
    assert person.names(dialog.view) == []
    assert not dialog.copy.isEnabled()


def test_days_the_wrong_way_round_mean_the_same(person: Person) -> None:
    person.select("item", "Basic Package")
    dialog = ask_who(person)
    names = person.names(dialog.view)
    first, last = dialog.first.date(), dialog.last.date()
    dialog.first.setDate(last)
    dialog.last.setDate(first)
    person.settle()
    assert person.names(dialog.view) == names
    assert names


def test_the_list_is_copied_for_other_programs(person: Person) -> None:
    person.select("item", "Basic Package")
    dialog = ask_who(person)
    dialog.copy.click()
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == person.names(dialog.view)


def test_without_a_record_it_says_what_to_select(person: Person) -> None:
    person.window.inspector.show_record("item", 0)
    person.trigger("held")
    assert person.message.startswith("Select one item or one customer")
    assert not person.window.findChildren(QDateEdit)
