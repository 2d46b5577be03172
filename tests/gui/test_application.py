"""The running program: another file takes the place of the present one, which is then really gone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from itemlink_gui.base import paths
from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import application
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import database
from itemlink_gui.store.check import check
from tests.gui.conftest import Open
from tests.gui.helpers import Person, delete_later
from tests.support import beside, digest, snapshot


def workers() -> int:
    """How many threads of engines there are."""
    return sum(thread.name.startswith("itemlink-") for thread in threading.enumerate())


def change_to(person: Person, path: Path) -> None:
    """Open another file, as the menu does."""
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    person.settle()


def test_another_file_in_the_window(person: Person, small: Path, path: Path) -> None:
    old = person.window
    pending = person.engine.run(items.create(name="Just in time"))
    change_to(person, path)
    assert person.window is not old
    assert person.window.isVisible()
    assert person.prompts.parent is person.window
    assert person.names("item") == []
    assert pending.result() > 0
    assert "Just in time" in str(snapshot(small)["item"])
    assert Settings(paths.settings_file()).get("last_file") == str(path)


def test_the_program_goes_on_after_the_change_and_ends_with_the_new_window(person: Person, path: Path) -> None:
    person_closed: list[int] = []
    change_to(person, path)
    person.do(items.create(name="Here"))
    assert person.names("item") == ["Here"]
    person.qtbot.waitUntil(lambda: workers() == 2)
    person.window.closed.connect(lambda: person_closed.append(1))
    person.window.close()
    assert person_closed == [1]
    assert workers() == 0
    assert check(path) == []


def test_the_old_window_and_engine_are_gone(person: Person, path: Path) -> None:
    old, engine = person.window, weakref.ref(person.engine)
    parts = [old, old.bridge, old.panes["item"].table, old.inspector, person.app._opened]
    change_to(person, path)
    delete_later()
    assert [part for part in parts if shiboken6.isValid(part)] == []
    del old, parts
    gc.collect()
    assert engine() is None
    assert workers() == 2
    assert sum(window.objectName() == "mainWindow" for window in QApplication.topLevelWidgets()) == 1


def test_a_file_that_cannot_be_opened_leaves_the_present_one(person: Person, small: Path) -> None:
    window, before = person.window, beside(small)
    person.window.files.open_requested.emit(small.with_name("missing.itemlink"))
    person.until(lambda: bool(person.prompts.calls))
    assert person.prompts.calls == [("tell", "Open", "“missing.itemlink” cannot be opened. There is no such file.", "")]
    assert person.window is window
    assert beside(small) == before
    person.do(items.create(name="Still here"))
    assert "Still here" in person.names("item")


def test_a_file_that_fails_at_the_last_moment_leaves_the_present_one(
    person: Person, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, threads = person.window, workers()

    def refuse(path: Path) -> None:
        raise CannotOpen(path, "It went away.")

    monkeypatch.setattr(application, "Engine", refuse)
    person.window.files.open_requested.emit(path)
    person.until(lambda: bool(person.prompts.calls))
    assert person.prompts.calls == [("tell", "Open", "“test.itemlink” cannot be opened. It went away.", "")]
    assert person.window is window
    assert person.prompts.parent is window
    assert workers() == threads


def test_a_new_file(person: Person, tmp_path: Path) -> None:
    made = tmp_path / "new.itemlink"
    person.window.files.new_requested.emit(made)
    person.until(lambda: person.engine.path == made)
    person.settle()
    assert person.names("customer") == []


def test_a_new_file_that_cannot_be_made(person: Person, small: Path, path: Path) -> None:
    before = digest(path)
    for taken in (path, path / "inside.itemlink"):
        person.window.files.new_requested.emit(taken)
    person.settle()
    assert [call[:2] for call in person.prompts.calls] == [("tell", "New file")] * 2
    assert person.engine.path == small
    assert digest(path) == before


def test_the_present_file_is_not_opened_twice(person: Person, small: Path) -> None:
    window, by_link = person.window, small.with_name("link.itemlink")
    by_link.symlink_to(small)
    for name in (small, by_link):
        person.window.files.open_requested.emit(name)
        person.settle()
    assert person.window is window
    assert workers() == 2


def test_a_file_that_took_the_place_of_the_present_one_is_opened(person: Person, small: Path) -> None:
    """Its name is the same, and it is another file: made by a sync program, for example."""
    window = person.window
    small.rename(small.with_name("away.itemlink"))
    database.create(small)
    person.window.files.open_requested.emit(small)
    person.until(lambda: person.window is not window)
    person.settle()
    assert person.names("item") == []
    person.do(items.create(name="In the new one"))
    assert "In the new one" in str(snapshot(small)["item"])


def test_one_program_after_another(open_window: Open, small: Path, path: Path) -> None:
    for opened, count in ((small, 4), (path, 0), (small, 4)):
        person = open_window(opened)
        assert len(person.names("item")) == count
        person.app.close()
        assert workers() == 0


def test_two_windows_on_a_file_follow_each_other(open_window: Open, small: Path) -> None:
    one, other = open_window(small), open_window(small)
    one.select("item", "Training Day")
    other.select("item", "Training Day")
    one.do(links.link([4], [5, 6]))

    def count(person: Person) -> Callable[[], object]:
        table = person.view("item").model()
        column = [c.key for c in person.view("item").table.columns].index("count")
        return lambda: table.index(person.row("item", "Training Day"), column).data()

    assert count(one)() == 2
    other.until(lambda: count(other)() == 2)
    other.until(lambda: other.names(other.linked()) == ["Eve Stone", "John Doe"])
    other.do(customers.update(6, full_name="Jane Doe"))
    one.until(lambda: "Jane Doe" in one.names("customer"))
    one.until(lambda: one.names(one.linked()) == ["Eve Stone", "Jane Doe"])
    one.trigger("undo")
    other.until(lambda: "John Doe" in other.names("customer"))


def test_where_no_language_is_set_dates_are_for_people(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = QLocale()
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(QLocale.Language.C))
    try:
        assert application.qt_application(Settings(paths.settings_file())) is qapp
        assert QLocale().language() == QLocale.Language.English
    finally:
        QLocale.setDefault(before)
