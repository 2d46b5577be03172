"""The heart without a face: order, answers, news, errors, and closing."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base import words
from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite, Invalid, NotFound
from itemlink_gui.base.i18n import plainly, tr
from itemlink_gui.engine import Engine, workers
from itemlink_gui.engine.workers import MOST_TRIES
from itemlink_gui.engine.writer import Writer
from itemlink_gui.ops import items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import database, history, queries
from itemlink_gui.store.models import Item, current
from tests.engine.watching import Gate
from tests.support import (
    PATIENCE,
    News,
    ask,
    assert_sound,
    fill,
    on_writer,
    raw,
    redo,
    run,
    snapshot,
    undo,
)

# Never ends by itself.
FOREVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


def forever() -> int:
    return int(current.execute_sql(FOREVER).fetchone()[0])


# Order, answers, news


def test_the_writer_may_look_around_before_the_others_run(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A start may last longer than it takes until the first look, which may find something."""
    with raw(path) as other:
        other.execute(
            "INSERT INTO item (id, name, created_at, updated_at) VALUES (1, 'Theirs', '2026-01-01', '2026-01-01')"
        )
    looked = threading.Event()
    caplog.set_level("INFO")
    monkeypatch.setattr(workers, "POLL_SECONDS", 0.01)
    whole, connected = Writer.idle, workers.Reader.connected

    def idle(writer: Writer) -> None:
        try:
            whole(writer)
        finally:
            looked.set()

    def late(reader: workers.Reader) -> None:
        connected(reader)
        assert looked.wait(PATIENCE)

    monkeypatch.setattr(Writer, "idle", idle)
    monkeypatch.setattr(workers.Reader, "connected", late)
    engine = Engine(path, keeping=False)
    assert caplog.messages == []
    assert ask(engine, lambda: queries.matches("item", "theirs", (), 5))[0].name == "Theirs"
    engine.close()


def test_operations_run_in_the_order_they_were_asked(engine: Engine) -> None:
    futures = [engine.run(items.create(name=f"Item {number}")) for number in range(20)]
    assert [future.result(PATIENCE) for future in futures] == list(range(1, 21))


def test_who_asks_says_how_they_are_spoken_to_and_who_they_are(engine: Engine) -> None:
    words.use(words.preset("course"))
    try:
        with plainly():
            failing = engine.run(links.link([9], [9]), who="service")
            asked = engine.read(lambda: tr("[item]"))
            engine.run(items.create(name="A"), who="service").result(PATIENCE)
        run(engine, items.create(name="B"))
        assert str(failing.exception(PATIENCE)) == "No longer in this file: 1 item (number 9)."
        assert (asked.result(PATIENCE), ask(engine, lambda: tr("[item]"))) == ("item", "course")
    finally:
        words.use(None)
    assert [step.who for step in ask(engine, lambda: history.steps(2))] == ["window", "service"]


def test_every_listener_hears_before_the_future_is_done(engine: Engine) -> None:
    heard: list[Any] = []
    engine.listen(lambda change: heard.append((threading.current_thread().name, change.how)))
    engine.listen(lambda change: heard.append(change))
    run(engine, items.create(name="x"))
    assert heard[0] == ("itemlink-writer", "done")
    assert isinstance(heard[1], Change)
    assert undo(engine) is heard[3]
    assert redo(engine) is heard[5]
    assert [heard[3].how, heard[5].how] == ["undone", "redone"]


def test_a_listener_that_fails_harms_nobody(engine: Engine) -> None:
    def fail(change: Change) -> None:
        raise ZeroDivisionError

    engine.listen(fail)
    news = News(engine)
    assert run(engine, items.create(name="x")) == 1
    assert undo(engine).how == "undone"
    assert len(news.changes) == 2


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyError, RecursionError, SystemExit, KeyboardInterrupt])
def test_a_bug_in_an_operation_or_question_stays_in_its_future(engine: Engine, error: type[BaseException]) -> None:
    def fail(*_: object) -> None:
        raise error("x")

    assert isinstance(engine.run(Operation("bug", fail)).exception(PATIENCE), error)
    assert isinstance(engine.read(fail).exception(PATIENCE), error)
    assert run(engine, items.create(name="x")) == 1
    assert ask(engine, lambda: 7) == 7


def test_no_transaction_stays_open_after_an_error(engine: Engine) -> None:
    for wrong in (items.create(name=""), items.update(9, name="x"), Operation("bug", lambda _: 1 / 0)):
        assert engine.run(wrong).exception(PATIENCE) is not None
    assert on_writer(engine, lambda: current.obj.transaction_depth()) == 1
    with raw(engine.path) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")


@pytest.mark.parametrize("where", ["enter", "before the commit", "commit"])
def test_a_store_that_fails_leaves_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    fill(engine, 2, 2)
    before, news = snapshot(engine.path), News(engine)
    target = {"enter": "begin", "before the commit": "execute_sql", "commit": "commit"}[where]
    whole = getattr(on_writer(engine, lambda: current.obj), target)
    failed = threading.Event()

    def fail(*arguments: Any, **named: Any) -> Any:
        if threading.current_thread().name != "itemlink-writer" or failed.is_set():
            return whole(*arguments, **named)
        if where == "before the commit" and "UPDATE" not in str(arguments[0]):
            return whole(*arguments, **named)
        failed.set()
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(on_writer(engine, lambda: current.obj), target, fail)
    with pytest.raises(CannotWrite, match="Input/output error"):
        run(engine, links.link([1], [1, 2]))
    assert failed.is_set()
    assert (snapshot(engine.path), news.changes) == (before, [])
    run(engine, links.link([1], [1, 2]))
    undo(engine)
    assert snapshot(engine.path) == before
    assert_sound(engine)


# Reading


def test_the_newest_question_in_a_slot_wins(engine: Engine) -> None:
    gate = Gate()
    first = engine.read(gate)
    assert gate.entered.wait(PATIENCE)
    asked = [engine.read(lambda n=n: n, slot="search") for n in range(5)]
    other = engine.read(lambda: "other", slot="count")
    gate.open.set()
    assert first.result(PATIENCE) == "through"
    assert (asked[-1].result(PATIENCE), other.result(PATIENCE)) == (4, "other")
    for given_up in asked[:-1]:
        with pytest.raises((Cancelled, CancelledError)):
            given_up.result(PATIENCE)


def test_a_question_that_is_being_answered_is_interrupted(engine: Engine) -> None:
    gate = Gate()
    endless = engine.read(lambda: (gate.entered.set(), forever()), slot="search")
    assert gate.entered.wait(PATIENCE)
    assert engine.read(lambda: "next", slot="search").result(PATIENCE) == "next"
    with pytest.raises(Cancelled):
        endless.result(PATIENCE)


def test_a_question_that_nobody_waits_for_is_not_asked(engine: Engine) -> None:
    gate, asked = Gate(), []
    engine.read(gate)
    assert gate.entered.wait(PATIENCE)
    unwanted = engine.read(lambda: asked.append(1))
    assert unwanted.cancel()
    gate.open.set()
    ask(engine, lambda: None)
    assert asked == []


def test_a_long_question_gives_way_to_a_write_and_is_answered_after_it(engine: Engine) -> None:
    fill(engine, 1, 1)
    tries: list[int] = []
    started = threading.Event()
    # One statement that holds the file for reading, says so, and never ends by itself.
    endless = FOREVER + " WHERE (SELECT count(*) FROM item_customer) >= 0 AND started() IS NULL"

    def question() -> int:
        tries.append(1)
        if len(tries) == 1:
            current.connection().create_function("started", 0, started.set)
            current.execute_sql(endless).fetchone()
        return int(current.execute_sql("SELECT count(*) FROM item_customer").fetchone()[0])

    long = engine.read(question)
    assert started.wait(PATIENCE)
    run(engine, links.link([1], [1]))
    assert long.result(PATIENCE) == 1
    assert len(tries) == 2


def test_a_question_that_is_always_in_the_way_is_let_through(engine: Engine) -> None:
    sql = FOREVER.replace("FROM n)", "FROM n WHERE x < 1000000)")
    tries: list[int] = []

    def question() -> int:
        tries.append(1)
        engine._writer.writing.set()
        threading.Timer(0.08, engine._writer.writing.clear).start()
        return int(current.execute_sql(sql).fetchone()[0])

    assert ask(engine, question) == 1_000_000
    assert 1 < len(tries) <= MOST_TRIES + 1
    engine._writer.writing.clear()


def test_the_reader_cannot_write(engine: Engine) -> None:
    fill(engine, 1, 0)
    with pytest.raises(CannotWrite):
        ask(engine, lambda: Item.update(name="x").execute())
    assert snapshot(engine.path)["item"][0][1] == "Item 1"


# Closing


def test_closing_finishes_what_is_queued_for_the_writer_and_gives_up_what_is_asked(path: Path) -> None:
    engine, gate = Engine(path), Gate()
    first = engine.run(Operation("wait", gate))
    assert gate.entered.wait(PATIENCE)
    queued = [engine.run(items.create(name="x")) for _ in range(3)]
    endless = engine.read(forever)
    closing = threading.Thread(target=engine.close, daemon=True)
    closing.start()
    gate.open.set()
    closing.join(PATIENCE)
    assert not closing.is_alive()
    assert (first.result(0), [future.result(0) for future in queued]) == ("through", [1, 2, 3])
    with pytest.raises((Cancelled, CancelledError)):
        endless.result(0)
    engine.close()
    for future in (engine.run(items.create(name="y")), engine.read(lambda: 1), engine.undo(), engine.save_copy(path)):
        with pytest.raises(Cancelled):
            future.result(0)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("itemlink-")]
    assert len(snapshot(path)["item"]) == 3


def test_a_file_that_cannot_be_opened_leaves_no_thread(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise CannotOpen(path, "No.")

    monkeypatch.setattr(database, "connect", fail)
    with pytest.raises(CannotOpen):
        Engine(path)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("itemlink-")]


@pytest.mark.parametrize("fault", ["DELETE FROM file_state", "ALTER TABLE file_state DROP COLUMN file_id"])
def test_a_file_that_does_not_know_itself_cannot_be_opened(path: Path, fault: str) -> None:
    with raw(path) as other:
        other.execute(fault)
    with pytest.raises(CannotOpen):
        Engine(path)


def test_errors_of_the_world_come_as_such(engine: Engine) -> None:
    for operation, error in (
        (items.create(name=""), Invalid),
        (items.delete([9]), NotFound),
        (links.link([1], [1]), NotFound),
    ):
        with pytest.raises(error):
            run(engine, operation)  # type: ignore[arg-type]


def test_a_failed_question_lets_go_of_the_file(engine: Engine) -> None:
    run(engine, items.create(name="one"))
    run(engine, items.create(name="two"))

    def ask_and_fail() -> None:
        cursor = current.execute_sql("SELECT id FROM item")
        assert next(cursor)
        raise KeyError(cursor is None)

    # As long as somebody holds the error, its frames hold the cursor that was left in the middle.
    error = engine.read(ask_and_fail).exception(PATIENCE)
    assert isinstance(error, KeyError)
    run(engine, items.create(name="three"))


def test_the_news_says_who_did_it(engine: Engine) -> None:
    told: list[str] = []
    engine.listen(lambda change: told.append(f"{change.who} {change.how}"))
    engine.run(items.create(name="A")).result(PATIENCE)
    engine.run(items.create(name="B"), who="service").result(PATIENCE)
    engine.undo(who="service").result(PATIENCE)
    engine.redo().result(PATIENCE)
    assert told == ["window done", "service done", "service undone", "window redone"]
