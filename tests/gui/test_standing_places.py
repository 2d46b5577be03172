"""Where a file lies, and what sync programs left beside it: hints that can be put away for good."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from itemlink_gui.base import paths, places
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import standing
from tests.gui.conftest import Open
from tests.gui.helpers import Person
from tests.gui.standing import banner, look_often, put_away, take_way, told, ways


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)


@pytest.mark.parametrize(("what", "answer", "begins"), [
    ("network", "nfs4", "The file lies on a network share (nfs4)."),
    ("synced", "Dropbox", "The file lies in a folder that Dropbox keeps in step."),
])  # fmt: skip
def test_a_hint_about_the_place_is_put_away_for_this_file_for_good(
    open_window: Open, small: Path, path: Path, monkeypatch: pytest.MonkeyPatch, what: str, answer: str, begins: str
) -> None:
    monkeypatch.setattr(places, what, lambda _path: answer)
    person = open_window(small)
    person.until(lambda: bool(told(person)))
    said = banner(person.window, begins)
    assert not said.urgent
    assert ways(said) == (["Save a copy…"] if what == "network" else [])
    # It stays one, as often as is looked.
    person.window.standing.look_around()
    person.settle()
    assert banner(person.window, begins) is said
    put_away(person.window, begins)
    assert told(person) == {}
    person.window.standing.look_around()
    person.settle()
    assert told(person) == {}
    person.app.close()
    again = open_window(small)
    again.engine.aside(lambda: None).result()
    again.settle()
    assert told(again) == {}
    again.app.close()
    other = open_window(path)
    other.until(lambda: bool(told(other)))
    assert banner(other.window, begins)


def test_the_place_is_looked_at_again_and_again(
    open_window: Open, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "LOOK_MS", 10)
    person = open_window(small)
    assert told(person) == {}
    monkeypatch.setattr(places, "synced", lambda _path: "Syncthing")
    person.until(lambda: "Syncthing" in told(person).get("synced", ""))


def test_only_so_many_hints_are_remembered(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "MOST_PUT_AWAY", 3)
    for number in range(5):
        person.window.standing._on_put_away(f"hint {number}")
    assert Settings(paths.settings_file()).get("put_away") == ["hint 2", "hint 3", "hint 4"]


def conflict(small: Path, name: str) -> Path:
    return Path(shutil.copy(small, small.with_name(name)))


def test_conflicted_copies_are_told_compared_and_put_away(open_window: Open, small: Path) -> None:
    (small.parent / ".dropbox").write_text("")
    conflict(small, "Spring term (Ann's conflicted copy 2026-11-20).itemlink")
    person = open_window(small)
    person.until(lambda: "conflict" in told(person))
    begins = "1 conflicted version of this file found beside it"
    assert ways(banner(person.window, begins)) == ["Compare…"]
    assert "Dropbox" in told(person)["synced"]
    take_way(person.window, begins, "Compare…")
    person.until(lambda: any(one.isVisible() for one in person.window.findChildren(QDialog)))
    (shown,) = [one for one in person.window.findChildren(QDialog) if one.isVisible()]
    shown.reject()
    put_away(person.window, begins)
    person.window.standing.look_around()
    person.settle()
    assert "conflict" not in told(person)


def test_a_new_conflict_is_told_though_an_old_one_was_put_away(open_window: Open, small: Path) -> None:
    first = conflict(small, "Spring term.sync-conflict-20261120-101010-ABCDEFG.itemlink")
    second = first.with_name("Spring term.sync-conflict-20261121-101010-ABCDEFG.itemlink")
    shutil.copy(first, second.with_suffix(".hidden"))
    person = open_window(small)
    person.until(lambda: "conflict" in told(person))
    put_away(person.window, "1 conflicted version")
    second.with_suffix(".hidden").rename(second)
    person.window.standing.look_around()
    person.until(lambda: "conflict" in told(person))
    assert banner(person.window, "2 conflicted versions of this file found beside it")
    # When they are gone all is well.
    first.unlink()
    second.unlink()
    person.window.standing.look_around()
    person.until(lambda: told(person) == {})


def test_a_look_that_fails_says_nothing(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> str:
        raise OSError("gone")

    monkeypatch.setattr(places, "network", refuse)
    person.window.standing.look_around()
    person.settle()
    assert told(person) == {}
