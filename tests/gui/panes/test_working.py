"""Long work is shown at the bottom of the window with how long it will take, and cancelled it leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from shiboken6 import isValid

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.engine.workers import Task
from itemlink_gui.gui.panes import working
from itemlink_gui.gui.panes.working import Working
from itemlink_gui.labels import doing
from itemlink_gui.ops import links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import course
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import current
from tests.gui.helpers import Person
from tests.support import PATIENCE, assert_sound, snapshot

ENDLESS = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show what is under way at once."""
    monkeypatch.setattr(working, "PATIENCE_MS", 0)
    monkeypatch.setattr(working, "LOOK_MS", 1)


def endless(kind: str = "link", then: Callable[[Journal], object] = lambda _journal: None) -> Operation[None]:
    """Return an operation that does something, and then does not end by itself."""

    def write(journal: Journal) -> None:
        then(journal)
        course.expect(10**12)
        current.execute_sql(ENDLESS).fetchall()

    return Operation(kind, write)


def line(person: Person) -> Working:
    return person.find(Working, "working")


def cancel(person: Person) -> None:
    person.until(lambda: line(person).isVisible())
    person.find(QPushButton, "workingCancel").click()
    person.until(lambda: not person.window.bridge.tasks)
    person.settle()


def linked(journal: Journal) -> LinkResult:
    return links.link([3], [1, 2, 4]).write(journal)


def test_what_lasts_long_is_shown_while_it_lasts(person: Person) -> None:
    assert not line(person).isVisible()
    person.window.bridge.run(endless())
    person.until(lambda: line(person).isVisible())
    assert person.find(QLabel, "workingText").text().startswith("Adding links…")
    assert person.find(QProgressBar, "workingBar").accessibleName() == "Adding links…"
    # The window answers all the while.
    person.click("item", "Basic Package")
    person.look()
    assert person.selected("item") == ["Basic Package"]
    cancel(person)
    assert not line(person).isVisible()
    assert person.message == "Cancelled. Nothing was changed."


def test_what_is_cancelled_leaves_nothing(person: Person) -> None:
    before, state = snapshot(person.engine.path), person.action("undo").text()
    person.window.bridge.run(endless(then=linked))
    cancel(person)
    assert snapshot(person.engine.path) == before
    assert person.action("undo").text() == state
    assert_sound(person.engine)
    # And the next step is one like any other.
    person.do(links.link([3], [1]))
    person.trigger("undo")
    assert snapshot(person.engine.path) == before


@pytest.mark.parametrize("which", ["undo", "redo"])
def test_a_cancelled_undo_or_redo_can_be_done_again(
    person: Person, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.do(links.link([3], [1, 2, 4]))
    if which == "redo":
        person.trigger("undo")
    before = snapshot(person.engine.path)
    with monkeypatch.context() as patch:
        from itemlink_gui.store import effects

        patch.setattr(effects.Effects, "finish", lambda *_: current.execute_sql(ENDLESS).fetchall())
        person.action(which).trigger()
        cancel(person)
    assert snapshot(person.engine.path) == before
    assert person.action(which).isEnabled()
    assert_sound(person.engine)
    person.trigger(which)
    assert snapshot(person.engine.path) != before


def test_the_undo_of_the_step_before_goes_when_the_next_is_shown(person: Person) -> None:
    person.do(links.link([3], [1, 2, 4]))
    assert person.find(QPushButton, "messageUndo").isVisible()
    person.window.bridge.run(endless())
    person.until(lambda: line(person).isVisible())
    assert person.message == ""
    assert not person.find(QPushButton, "messageUndo").isVisible()
    cancel(person)
    assert person.message == "Cancelled. Nothing was changed."


@pytest.mark.parametrize("shown", [False, True])
def test_who_closes_meanwhile_is_told_and_may_cancel(person: Person, shown: bool) -> None:
    before, window = snapshot(person.engine.path), person.window
    window.bridge.run(endless(then=linked))
    if shown:
        person.until(lambda: line(person).isVisible())
    person.action("quit").trigger()
    assert window.isVisible()
    assert person.message == "Closing when this is stored."
    person.until(lambda: line(person).isVisible())
    assert person.message == "Closing when this is stored."
    assert person.find(QPushButton, "workingCancel").isEnabled()
    person.find(QPushButton, "workingCancel").click()
    person.until(lambda: not isValid(window) or not window.isVisible())
    assert snapshot(person.engine.path) == before


def test_only_what_is_shown_is_cancelled_and_the_rest_is_done(person: Person) -> None:
    person.window.bridge.run(endless())
    person.window.bridge.run(links.link([3], [1, 2, 4]))
    cancel(person)
    assert len(snapshot(person.engine.path)["item_customer"]) == 7


def test_a_cancelled_copy_leaves_no_file(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from itemlink_gui.store import schema

    monkeypatch.setattr(schema, "is_sound", lambda execute: execute(ENDLESS).fetchall())
    target = person.engine.path.with_name("copy.itemlink")
    person.prompts.will("save_file", target)
    person.action("save_copy").trigger()
    cancel(person)
    assert not target.exists()
    assert [one.name for one in target.parent.iterdir() if "copy" in one.name] == []


def test_what_is_being_stored_cannot_be_cancelled_any_more(person: Person) -> None:
    task: Task[None] = Task()
    task.course.close()
    person.window.bridge.tasks[task] = "link"
    person.window.bridge.begun.emit()
    person.until(lambda: line(person).isVisible())
    assert person.find(QLabel, "workingText").text() == "Storing…"
    assert not person.find(QPushButton, "workingCancel").isEnabled()
    del person.window.bridge.tasks[task]
    person.until(lambda: not line(person).isVisible())


def test_short_work_shows_nothing(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr(working.Working, "_show", lambda *task: shown.append(task))
    line(person)._patience.setInterval(int(PATIENCE * 1000))
    person.window.bridge.run(links.link([3], [1, 2, 4]))
    person.settle()
    assert shown == []
    assert not line(person)._patience.isActive()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, "Undoing… about 1 second left"),
        (7.4, "Undoing… about 7 seconds left"),
        (11, "Undoing… about 10 seconds left"),
        (58, "Undoing… about 60 seconds left"),
        (61, "Undoing… about 1 minute left"),
        (200, "Undoing… about 3 minutes left"),
    ],
)
def test_the_time_left_is_told_roughly(seconds: float, said: str) -> None:
    assert doing.with_time(doing.what("undo"), seconds) == said
