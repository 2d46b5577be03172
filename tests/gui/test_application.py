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
from itemlink_gui.base.errors import Cancelled, CannotOpen
from itemlink_gui.base.notices import Notice
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import application, opened
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.vocabulary import Wish
from itemlink_gui.store import database, new_file, salvage
from itemlink_gui.store.check import check
from tests.gui.conftest import Open
from tests.gui.helpers import Person, delete_later
from tests.gui.standing import look_often, spoil_page
from tests.support import beside, digest, snapshot

WORKERS = 4
"""Threads of one engine: one writes, one reads, one keeps backups."""


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
    person.qtbot.waitUntil(lambda: workers() == WORKERS)
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
    assert workers() == WORKERS
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

    def refuse(path: Path, **_how: bool) -> None:
        raise CannotOpen(path, "It went away.")

    monkeypatch.setattr(opened, "Engine", refuse)
    person.window.files.open_requested.emit(path)
    person.until(lambda: bool(person.prompts.calls))
    assert person.prompts.calls == [("tell", "Open", "“test.itemlink” cannot be opened. It went away.", "")]
    assert person.window is window
    assert person.prompts.parent is window
    assert workers() == threads


def test_a_new_file(person: Person, tmp_path: Path) -> None:
    made = tmp_path / "new.itemlink"
    person.window.wording.make(made, Wish())
    person.until(lambda: person.engine.path == made)
    person.settle()
    assert person.names("customer") == []


def test_a_new_file_that_cannot_be_made(person: Person, small: Path, path: Path) -> None:
    before = digest(path)
    for taken in (path, path / "inside.itemlink"):
        person.window.wording.make(taken, Wish())
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
    assert workers() == WORKERS


def test_a_file_that_took_the_place_of_the_present_one_is_opened(person: Person, small: Path) -> None:
    """Its name is the same, and it is another file: made by a sync program, for example."""
    window = person.window
    small.rename(small.with_name("away.itemlink"))
    new_file.create(small)
    person.window.files.open_requested.emit(small)
    person.until(lambda: person.window is not window)
    person.settle()
    assert person.names("item") == []
    person.do(items.create(name="In the new one"))
    assert "In the new one" in str(snapshot(small)["item"])


def test_one_program_after_another(open_window: Open, small: Path, path: Path) -> None:
    for file, count in ((small, 4), (path, 0), (small, 4)):
        person = open_window(file)
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
    # The rows may be here before what can be undone is.
    one.settle()
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


# What the running program does with its file.


def spoilt(person: Person) -> Path:
    """Damage the open file, where every start would not notice it."""
    person.do(customers.create(username="last", notes="x" * 4000))
    spoil_page(person.engine.path)
    return person.engine.path


def test_what_can_be_read_of_the_open_file_is_saved_and_opened(
    person: Person, small: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    look_often(monkeypatch)
    # As with a large file, which is not looked through when it is opened.
    monkeypatch.setattr(database, "QUICK_CHECK_BYTES", 0)
    spoilt(person)
    window, target = person.window, small.with_name("Saved.itemlink")
    person.prompts.will("save_file", target)
    window.keeping.salvage()
    person.until(lambda: person.engine.path == target)
    person.settle()
    ((_, title, saved, _missing),) = [call for call in person.prompts.calls if call[0] == "tell"]
    assert title == "Save what can be read"
    assert "7 customers" in saved
    assert person.window.isVisible()
    assert person.window is not window
    assert len(person.names("customer")) == 7
    person.do(customers.create(username="next"))
    assert check(target) == []
    assert small.exists()
    caplog.clear()


def test_a_salvage_that_is_cancelled_on_the_way_opens_the_file_again(
    person: Person, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancel(*_: object) -> None:
        raise Cancelled("Cancelled.")

    window = person.window
    monkeypatch.setattr(salvage, "salvage", cancel)
    person.prompts.will("save_file", small.with_name("Saved.itemlink"))
    window.keeping.salvage()
    person.until(lambda: person.window is not window)
    person.settle()
    assert person.engine.path == small
    assert len(person.names("item")) == 4
    assert [call[0] for call in person.prompts.calls if call[0] == "tell"] == []


def test_where_no_file_can_be_opened_any_more_the_program_ends(
    person: Person, small: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    look_often(monkeypatch)
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: ended.append(1))
    spoilt(person)
    person.prompts.will("save_file", small)
    person.prompts.will("choose", None)
    person.window.keeping.salvage()
    person.until(lambda: ended == [1])
    assert ("tell", "Open") in [call[:2] for call in person.prompts.calls]
    assert workers() == 0
    caplog.clear()


def test_the_report_of_a_crash_is_offered(person: Person) -> None:
    person.app.tell_crash("Fatal Python error: Segmentation fault")
    assert person.message == "ItemLink was ended by the system the last time."
    assert person.prompts.bugs == []
    person.push("messageMore")
    (report,) = person.prompts.bugs
    assert "Segmentation fault" in report
    person.prompts.bugs.clear()


def test_a_mistake_in_a_slot_gives_one_dialog_and_the_window_lives(
    person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_notice: Notice) -> None:
        raise ZeroDivisionError

    person.window.bridge.noticed.connect(fail)
    with person.qtbot.captureExceptions():
        person.window.bridge._notice(Notice("here"))
        person.look()
    person.do(items.create(name="Still here"))
    assert "Still here" in person.names("item")
    caplog.clear()
