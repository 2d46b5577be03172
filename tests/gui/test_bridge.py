"""The way to the file: answers on the GUI thread, news first, and nothing delivered that nobody waits for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import Cancelled, CannotUndo, CannotWrite, Invalid, ItemLinkError, NotFound, Trouble
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine import Engine
from itemlink_gui.gui import bridge as bridges
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.ops import items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import queries, undo
from itemlink_gui.store.journal import Journal
from tests.gui.fakes import FakePrompts
from tests.support import PATIENCE, on_writer


@pytest.fixture
def bridge(qapp: QApplication, engine: Engine) -> Iterator[Bridge]:
    made = Bridge(engine, FakePrompts())
    yield made
    made.close()


def passed(value: object) -> None:
    """Take an answer that does not matter."""


def finish(bridge: Bridge) -> None:
    """Wait until the engine has done all, and deliver what is queued."""
    bridge.engine.run(Operation("none", lambda _journal: None)).result(PATIENCE)
    bridge.engine.read(lambda: None).result(PATIENCE)
    QApplication.processEvents()


def test_the_result_comes_after_the_news_and_on_the_gui_thread(qtbot: QtBot, bridge: Bridge) -> None:
    seen: list[tuple[str, object, bool]] = []

    def on_changed(change: Change) -> None:
        seen.append(("news", change.label.kind, QThread.isMainThread()))

    def on_result(result: int) -> None:
        seen.append(("result", result, QThread.isMainThread()))

    bridge.changed.connect(on_changed)
    bridge.run(items.create(name="Basic Package"), on_result)
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [("news", "item.create", True), ("result", 1, True)]


def test_what_fails_goes_to_the_one_who_asked_or_to_all(bridge: Bridge) -> None:
    to_all: list[ItemLinkError] = []
    mine: list[ItemLinkError] = []
    bridge.failed.connect(to_all.append)

    def told(error: ItemLinkError) -> bool:
        mine.append(error)
        return True

    def not_told(error: ItemLinkError) -> bool:
        mine.append(error)
        return False

    bridge.run(items.create(name=""), passed, told)
    finish(bridge)
    assert [type(error) for error in mine] == [Invalid]
    assert to_all == []
    bridge.run(items.create(name=""), passed, not_told)
    bridge.run(items.delete([7]))
    finish(bridge)
    assert len(mine) == 2
    assert [type(error) for error in to_all] == [Invalid, NotFound]
    assert to_all[0] is mine[1]


def test_undo_and_redo_are_told_as_news_or_as_failures(bridge: Bridge) -> None:
    changes: list[Change] = []
    errors: list[ItemLinkError] = []
    bridge.changed.connect(changes.append)
    bridge.failed.connect(errors.append)
    bridge.undo()
    bridge.run(items.create(name="Basic Package"))
    bridge.undo()
    bridge.redo()
    bridge.undo(99)
    finish(bridge)
    assert [type(error) for error in errors] == [CannotUndo, CannotUndo]
    assert [change.how for change in changes] == ["done", "undone", "redone"]


def test_it_tells_when_all_is_stored_or_refused(bridge: Bridge) -> None:
    told: list[str] = []
    bridge.settled.connect(lambda: told.append("settled"))
    bridge.failed.connect(lambda _error: told.append("refused"))
    bridge.run(items.create(name="Basic Package"), lambda _result: told.append("stored"))
    bridge.run(items.create(name=""))
    bridge.undo()
    assert len(bridge.tasks) == 3
    finish(bridge)
    assert not bridge.tasks
    assert told == ["stored", "refused", "settled"]
    # A question is nothing to be stored.
    bridge.read(lambda: 1, passed)
    assert not bridge.tasks


def test_a_question_that_met_a_file_in_use_is_asked_again(
    qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridges, "RETRY_MS", 1)
    errors: list[ItemLinkError] = []
    bridge.failed.connect(errors.append)
    answers: list[int] = []
    asked: list[int] = []

    def question() -> int:
        asked.append(1)
        if len(asked) < 3:
            raise CannotWrite("in use", "busy")
        return 7

    bridge.read(question, answers.append, slot="a")
    qtbot.waitUntil(lambda: answers == [7])
    assert len(asked) == 3
    assert errors == []


def test_a_question_that_fails_is_told_once_and_without_a_dialog(bridge: Bridge) -> None:
    errors: list[ItemLinkError] = []
    bridge.failed.connect(errors.append)

    def question() -> None:
        raise CannotWrite("The disk refuses.")

    bridge.read(question, passed)
    finish(bridge)
    assert [(type(error), str(error)) for error in errors] == [(ItemLinkError, "The disk refuses.")]


class Dialog(QObject):
    """Something that asks and may be gone before the answer is here."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []

    def on_answer(self, answer: object) -> None:
        self.answers.append(answer)


def test_nothing_is_delivered_to_what_is_gone(bridge: Bridge) -> None:
    errors: list[ItemLinkError] = []
    bridge.failed.connect(errors.append)
    dialog = Dialog()
    answers = dialog.answers
    bridge.read(lambda: 1, dialog.on_answer)
    bridge.run(items.create(name="Basic Package"), dialog.on_answer)
    shiboken6.delete(dialog)
    finish(bridge)
    assert answers == []
    assert errors == []


def test_the_newest_question_in_a_slot_wins(bridge: Bridge) -> None:
    """Also over an answer that had arrived already and only waited for its turn on the GUI thread."""
    answers: list[str] = []
    bridge.read(lambda: "old", answers.append, slot="names")
    bridge.read(lambda: "other", answers.append, slot="another slot")
    bridge.engine.read(lambda: None).result(PATIENCE)
    bridge.read(lambda: "new", answers.append, slot="names")
    finish(bridge)
    assert answers == ["other", "new"]


def test_questions_without_a_slot_are_all_answered_in_order(bridge: Bridge) -> None:
    answers: list[int] = []
    for number in range(20):
        bridge.read(partial(int, number), answers.append)
    finish(bridge)
    assert answers == list(range(20))


def test_what_was_given_up_is_no_failure(bridge: Bridge) -> None:
    """A question that runs, and one that waits, in the slot of a newer one."""
    errors: list[object] = []
    answers: list[str] = []
    running, go_on = threading.Event(), threading.Event()
    bridge.failed.connect(errors.append)

    def slow() -> str:
        running.set()
        go_on.wait(PATIENCE)
        raise Cancelled("stopped")

    bridge.read(slow, answers.append, slot="a")
    assert running.wait(PATIENCE)
    bridge.read(lambda: "waiting", answers.append, slot="a")
    bridge.read(lambda: "newest", answers.append, slot="a")
    go_on.set()
    finish(bridge)
    assert answers == ["newest"]
    assert errors == []


def test_a_closed_bridge_delivers_nothing(bridge: Bridge) -> None:
    seen: list[object] = []
    bridge.changed.connect(seen.append)
    bridge.failed.connect(seen.append)
    bridge.run(items.create(name="Basic Package"), seen.append)
    bridge.run(items.create(name=""))
    bridge.read(lambda: 1, seen.append)
    bridge.close()
    finish(bridge)
    bridge.run(items.create(name="Extended Support"), seen.append)
    finish(bridge)
    assert seen == []
    # What was asked for is done all the same.
    assert bridge.engine.read(lambda: queries.total("item")).result(PATIENCE) == 2


def test_two_windows_on_one_engine_both_hear_the_news(bridge: Bridge) -> None:
    other = Bridge(bridge.engine, FakePrompts())
    seen: list[str] = []
    bridge.changed.connect(lambda _change: seen.append("first"))
    other.changed.connect(lambda _change: seen.append("second"))
    bridge.run(items.create(name="Basic Package"))
    finish(bridge)
    other.close()
    assert sorted(seen) == ["first", "second"]
    assert bridge.nonce != other.nonce


def test_a_mistake_of_the_program_reaches_the_hook(
    qtbot: QtBot, bridge: Bridge, caplog: pytest.LogCaptureFixture
) -> None:
    def mistaken() -> None:
        raise ZeroDivisionError

    answers: list[object] = []
    with qtbot.captureExceptions() as caught:
        bridge.read(mistaken, answers.append)
        finish(bridge)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert answers == []
    caplog.clear()
    # The threads go on.
    assert on_writer(bridge.engine, lambda: 1) == 1


def refusing(times: int, trouble: Trouble = "full") -> tuple[Operation[int], list[int]]:
    """An operation that the file does not take so many times, and what it did when it was taken."""
    stored: list[int] = []
    left = [times]

    def write(journal: Journal) -> int:
        if left[0]:
            left[0] -= 1
            raise CannotWrite("No.", trouble)
        made = items.create(name="Once").write(journal)
        stored.append(made)
        return made

    return Operation("item.create", write), stored


def test_what_was_refused_is_tried_again_once(qtbot: QtBot, bridge: Bridge) -> None:
    operation, stored = refusing(2)
    answers: list[int] = []
    failures: list[ItemLinkError] = []
    bridge.failed.connect(failures.append)
    bridge.try_again()
    bridge.run(operation, answers.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    bridge.try_again()
    qtbot.waitUntil(lambda: len(failures) == 2)
    bridge.try_again()
    qtbot.waitUntil(lambda: len(answers) == 1)
    bridge.try_again()
    finish(bridge)
    assert answers == stored
    assert len(stored) == 1
    assert not bridge.tasks


def test_an_undo_that_was_refused_is_tried_again(qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    failures: list[ItemLinkError] = []
    changes: list[Change] = []
    bridge.failed.connect(failures.append)
    bridge.changed.connect(changes.append)
    bridge.run(items.create(name="Once"))
    finish(bridge)
    with monkeypatch.context() as patch:

        def refuse(_expected: int | None) -> None:
            raise CannotWrite("No.", "busy")

        patch.setattr(undo, "undo", refuse)
        bridge.undo()
        qtbot.waitUntil(lambda: len(failures) == 1)
    bridge.try_again()
    qtbot.waitUntil(lambda: len(changes) == 2)
    assert changes[-1].how == "undone"


def test_what_is_wrong_by_itself_is_not_tried_again(qtbot: QtBot, bridge: Bridge) -> None:
    failures: list[ItemLinkError] = []
    bridge.failed.connect(failures.append)
    bridge.run(items.create(name=""))
    qtbot.waitUntil(lambda: len(failures) == 1)
    bridge.try_again()
    finish(bridge)
    assert len(failures) == 1


def test_long_work_is_done_aside(qtbot: QtBot, bridge: Bridge) -> None:
    threads: list[str] = []
    answers: list[tuple[int, bool]] = []

    def work() -> int:
        threads.append(threading.current_thread().name)
        return 42

    bridge.aside(work, lambda answer: answers.append((answer, QThread.isMainThread())))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(42, True)]
    assert threads == ["itemlink-keeper"]


def test_what_fails_aside_is_told_as_wanted(qtbot: QtBot, bridge: Bridge) -> None:
    taken: list[ItemLinkError] = []
    failures: list[ItemLinkError] = []
    bridge.failed.connect(failures.append)

    def fail() -> None:
        raise CannotWrite("No.")

    bridge.aside(fail, passed, lambda error: bool(taken.append(error)) or True)
    qtbot.waitUntil(lambda: bool(taken))
    assert failures == []
    bridge.aside(fail, passed)
    qtbot.waitUntil(lambda: bool(failures))


def test_notices_arrive_on_the_gui_thread_until_it_is_closed(qtbot: QtBot, bridge: Bridge) -> None:
    seen: list[tuple[str, bool]] = []
    bridge.noticed.connect(lambda notice: seen.append((notice.kind, QThread.isMainThread())))
    thread = threading.Thread(target=bridge.engine._notice, args=(Notice("deleted"),))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("deleted", True)]
    bridge.close()
    bridge.engine._notice(Notice("here"))
    finish(bridge)
    assert len(seen) == 1


def test_it_says_whether_anything_can_be_stored(qapp: object, path: Path) -> None:
    for read_only in (True, False):
        engine = Engine(path, read_only=read_only)
        made = Bridge(engine, FakePrompts())
        assert made.read_only is read_only
        made.close()
        engine.close()
