"""The heart without a face: order, news, two engines on one file, files that move, and being killed."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite, Conflict, Invalid, NotFound
from itemlink_gui.engine import MOST_TRIES, Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import database, derive, queries
from itemlink_gui.store.models import Item, current
from tests.support import (
    PATIENCE,
    Child,
    News,
    ask,
    assert_sound,
    beside,
    digest,
    faults,
    fill,
    on_writer,
    pairs,
    raw,
    redo,
    run,
    snapshot,
    standing,
    undo,
)

# Never ends by itself.
FOREVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.fixture
def second(engine: Engine) -> Iterator[Engine]:
    """Another engine on the same file, as another window would have it."""
    opened = Engine(engine.path)
    yield opened
    opened.close()


def forever() -> int:
    return int(current.execute_sql(FOREVER).fetchone()[0])


class Gate:
    """Keeps a worker busy until it is let go."""

    def __init__(self) -> None:
        self.entered, self.open = threading.Event(), threading.Event()

    def __call__(self, *_: object) -> str:
        self.entered.set()
        assert self.open.wait(PATIENCE)
        return "through"


# Order, answers, news


def test_operations_run_in_the_order_they_were_asked(engine: Engine) -> None:
    futures = [engine.run(items.create(name=f"Item {number}")) for number in range(20)]
    assert [future.result(PATIENCE) for future in futures] == list(range(1, 21))


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
    # One statement that holds the file for reading all the time.
    sql = FOREVER.replace("FROM n)", "FROM n WHERE x < 2000000)") + " WHERE (SELECT count(*) FROM item_customer) >= 0"

    def question() -> tuple[int, int]:
        tries.append(1)
        started.set()
        (last,) = current.execute_sql(sql).fetchone()
        return last, int(current.execute_sql("SELECT count(*) FROM item_customer").fetchone()[0])

    long = engine.read(question)
    assert started.wait(PATIENCE)
    run(engine, links.link([1], [1]))
    done_before = long.done()
    assert long.result(PATIENCE) == (2_000_000, 1)
    assert not done_before
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
    closing = threading.Thread(target=engine.close)
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


# Two on one file


def test_two_windows_write_and_nothing_is_lost(engine: Engine, second: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuilt: list[int] = []
    monkeypatch.setattr(derive, "rebuild", lambda: rebuilt.append(1))
    fill(engine, 2, 30)
    futures = []
    for number in range(1, 31):
        futures.append((engine, second)[number % 2].run(links.link([1, 2], [number])))
        futures.append((second, engine)[number % 2].run(items.create(name=f"New {number}")))
    for future in futures:
        future.result(PATIENCE)
    assert standing(engine) == pairs([1, 2], range(1, 31))
    assert len(snapshot(engine.path)["item"]) == 32
    for window in (engine, second):
        assert_sound(window)
    assert rebuilt == []  # each knows the other's work for what it is
    for window in (engine, second) * 30:
        undo(window)
    assert standing(engine) == set()
    assert_sound(engine)


def test_the_work_of_another_window_is_told(engine: Engine, second: Engine) -> None:
    news = News(engine)
    run(second, items.create(name="Theirs"))
    change = news.wait(lambda change: change.how == "outside", 1.5)
    assert (change.step, change.label.kind, change.linked) == (None, "outside", True)
    assert change.ids == {"item": None, "customer": None}
    assert change.listed == {"item", "customer"}
    assert ask(engine, lambda: queries.names("item", [1])) == {1: "Theirs"}


def test_the_work_of_another_program_is_told_and_found(engine: Engine) -> None:
    fill(engine, 2, 2)
    news = News(engine)
    with raw(engine.path) as other:
        other.execute("INSERT INTO item (name, created_at, updated_at) VALUES ('Äußeres', '2026', '2026')")
        other.execute("INSERT INTO item_customer VALUES (1, 2, '2026')")
    news.wait(lambda change: change.how == "outside", 1.5)
    assert list(ask(engine, lambda: queries.listing_ids(queries.Listing("item", text="ausse")))) == [3]
    assert ask(engine, lambda: queries.detail("customer", 2)).count == 1  # type: ignore[union-attr]
    assert_sound(engine)
    run(engine, links.unlink([1], [2]))
    undo(engine)
    assert_sound(engine)
    assert len([change for change in news.changes if change.how == "outside"]) <= 2


def test_what_another_program_changed_counts_at_once(engine: Engine) -> None:
    fill(engine, 1, 3)
    run(engine, links.link([1], [1]))
    with raw(engine.path) as other:
        other.execute("INSERT INTO item_customer VALUES (1, 2, '2026'), (1, 3, '2026')")
        other.execute("DELETE FROM item_customer WHERE customer_id = 1")
    assert run(engine, links.clear_customers(1)).removed == 2
    assert_sound(engine)


def test_own_work_is_not_taken_for_anothers(engine: Engine) -> None:
    news = News(engine)
    for number in range(5):
        run(engine, items.create(name=f"{number}"))
    undo(engine)
    on_writer(engine, engine._writer.idle)
    assert [change.how for change in news.changes] == ["done"] * 5 + ["undone"]


def test_another_window_mends_only_once(engine: Engine, second: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuilt: list[int] = []
    whole = derive.rebuild
    monkeypatch.setattr(derive, "rebuild", lambda: (rebuilt.append(1), whole()))
    heard = News(engine), News(second)
    with raw(engine.path) as other:
        other.execute("INSERT INTO item (name, created_at, updated_at) VALUES ('x', '2026', '2026')")
    for news in heard:
        news.wait(lambda change: change.how == "outside")
    assert 1 <= len(rebuilt) <= 2
    assert_sound(engine)
    assert_sound(second)


def test_an_edit_over_the_work_of_another_window_is_refused(engine: Engine, second: Engine) -> None:
    fill(engine, 1, 1)
    run(second, items.update(1, name="Theirs", expected={"name": "Item 1"}))
    with pytest.raises(Conflict) as caught:
        run(engine, items.update(1, name="Ours", expected={"name": "Item 1"}))
    assert (caught.value.theirs, caught.value.ours) == ("Theirs", "Ours")
    run(engine, customers.update(1, phone="1", expected={"phone": ""}))
    with pytest.raises(Conflict):
        run(second, customers.update(1, phone="2", expected={"phone": ""}))
    assert snapshot(engine.path)["customer"][0][2] == "1"


WRITER = """
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
engine = Engine(Path(argv[0]))
"""


def test_two_processes_write_and_nothing_is_lost(engine: Engine) -> None:
    fill(engine, 2, 40)
    news = News(engine)
    with Child(
        WRITER
        + """
say("ready")
hear()
for number in range(1, 21):
    engine.run(links.link([1], [number])).result()
    engine.run(items.update(2, description=engine.read(lambda: __import__("itemlink_gui.store.queries")
        .store.queries.detail("item", 2).fields["description"]).result() + "c")).result()
engine.close()
say("done")
""",
        engine.path,
    ) as child:
        assert child.hear() == "ready"
        child.say("go")
        for number in range(21, 41):
            run(engine, links.link([1], [number]))
            run(engine, items.create(name=f"{number}"))
        assert child.hear() == "done"
        assert child.end() == 0
    assert standing(engine) == pairs([1], range(1, 41))
    shot = snapshot(engine.path)
    assert len(shot["item"]) == 22
    assert shot["item"][1][2] == "c" * 20
    news.wait(lambda change: change.how == "outside")
    assert_sound(engine)


def test_another_process_that_holds_the_file_delays_but_does_not_break(engine: Engine) -> None:
    fill(engine, 1, 1)
    with Child(
        """
import sqlite3, threading
connection = sqlite3.connect(argv[0], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE item SET description = 'held'")
say("held")
threading.Event().wait(1.5)
connection.execute("COMMIT")
say("released")
""",
        engine.path,
    ) as child:
        assert child.hear() == "held"
        waiting = engine.run(links.link([1], [1]))
        assert ask(engine, lambda: queries.names("item", [1])) == {1: "Item 1"}
        assert not waiting.done()
        assert child.hear() == "released"
        assert waiting.result(PATIENCE).added == 1
    assert snapshot(engine.path)["item"][0][2] == "held"
    assert_sound(engine)


def test_a_file_that_is_held_for_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    engine = Engine(path)
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotWrite, match="Another program is using the file"):
            run(engine, items.create(name="x"))
        with pytest.raises(CannotWrite, match="Another program is using the file"):
            ask(engine, lambda: queries.names("item", [1]))
        other.execute("COMMIT")
    assert run(engine, items.create(name="x")) == 1
    engine.close()


# Files that move


def moved_away(path: Path) -> Path:
    return path.rename(path.with_name("moved.itemlink"))


def replaced(path: Path) -> Path:
    other = path.with_name("other.itemlink")
    database.create(other)
    other.replace(path)
    return path


def deleted(path: Path) -> Path:
    path.unlink()
    return path


def folder_instead(path: Path) -> Path:
    path.unlink()
    path.mkdir()
    return path


@pytest.mark.parametrize("move", [moved_away, replaced, deleted, folder_instead])
def test_a_file_that_is_no_longer_there_is_not_written(engine: Engine, move: Callable[[Path], Path]) -> None:
    fill(engine, 2, 2)
    run(engine, links.link([1], [1]))
    before = snapshot(engine.path)
    there = move(engine.path)
    seen = digest(there) if move is replaced else ""
    names = beside(engine.path)
    for future in (engine.run(links.link([1, 2], [1, 2])), engine.undo(), engine.run(items.create(name="x"))):
        with pytest.raises(CannotWrite) as caught:
            future.result(PATIENCE)
        assert caught.value.moved
    assert ask(engine, lambda: queries.names("item", [1])) == {1: "Item 1"}
    assert beside(engine.path) == names
    if move is moved_away:
        assert snapshot(there) == before
    if move is replaced:
        assert digest(there) == seen
    copy = engine.path.with_name("copy.itemlink")
    for target in (copy, copy):
        engine.save_copy(target).result(PATIENCE)
    assert snapshot(copy) == before
    assert faults(copy) == []
    if move is moved_away:
        with pytest.raises(CannotWrite, match="open file itself"):
            engine.save_copy(there).result(PATIENCE)
        there.rename(engine.path)
        run(engine, links.link([1, 2], [1, 2]))
        assert len(standing(engine)) == 4
        assert_sound(engine)


def test_a_file_that_was_overwritten_in_place_is_followed(engine: Engine) -> None:
    fill(engine, 3, 3)
    other = engine.path.with_name("other.itemlink")
    database.create(other)
    window = Engine(other)
    for number in range(9):
        run(window, items.create(name=f"Other {number}"))
    window.close()
    with Child("Path(argv[1]).write_bytes(Path(argv[0]).read_bytes())", other, engine.path) as child:
        assert child.end() == 0
    assert run(engine, items.create(name="Ours")) == 10
    assert [row[1] for row in snapshot(engine.path)["item"]] == [f"Other {n}" for n in range(9)] + ["Ours"]
    assert_sound(engine)


# Being killed


@pytest.mark.parametrize("seed", range(10))
def test_killed_at_any_moment_what_was_promised_is_there(path: Path, seed: int) -> None:
    chosen = random.Random(seed)
    with Child(
        WRITER
        + """
engine.run(items.create(name="first")).result()
for number in range(2, 100_000):
    made = engine.run(customers.create(username=f"user{number}", item_ids=[1])).result()
    say(made)
""",
        path,
    ) as child:
        promised = [child.hear()]
        killer = threading.Timer(chosen.uniform(0, 0.15), child.process.kill)
        killer.start()
        promised += child.rest()
        killer.join()
    engine = Engine(path)
    there = {row[0] for row in snapshot(path)["customer"]}
    assert set(promised) <= there
    assert len(there) - len(promised) <= 1
    assert standing(engine) == pairs([1], there)
    assert_sound(engine)
    undo(engine)
    assert standing(engine) == pairs([1], there - {max(there)})
    assert_sound(engine)
    engine.close()


@pytest.mark.parametrize(
    "operation",
    [
        "links.replace_customers(1, range(3, 9))",
        "items.delete([1, 2])",
        "customers.create(username='new', item_ids=[1])",
    ],
)
def test_killed_at_any_statement_it_is_before_or_after(path: Path, tmp_path: Path, operation: str) -> None:
    engine = Engine(path)
    fill(engine, 3, 8)
    run(engine, links.link([1, 2], range(1, 6)))
    engine.close()
    before, content = snapshot(path), path.read_bytes()
    code = (
        WRITER
        + f"operation = {operation}"
        + """
import os
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.models import current
left = int(argv[1])
def count(statement):
    global left
    left -= 1
    if left == 0:
        os._exit(9)
engine.run(Operation("none", lambda _: current.connection().set_trace_callback(count))).result()
left = int(argv[1])
engine.run(operation).result()
os._exit(0)
"""
    )
    codes = {}
    for statement in (8, 20, 1000):
        path.write_bytes(content)
        with Child(code, path, statement) as child:
            codes[statement] = child.end()
        after = snapshot(path)
        assert (after == before) == (codes[statement] == 9)
        assert faults(path) == []
    assert codes[8] == 9
    assert codes[1000] == 0


def test_errors_of_the_world_come_as_such(engine: Engine) -> None:
    for operation, error in (
        (items.create(name=""), Invalid),
        (items.delete([9]), NotFound),
        (links.link([1], [1]), NotFound),
    ):
        with pytest.raises(error):
            run(engine, operation)  # type: ignore[arg-type]
