"""What is done aside: it may last long, and gives way to writes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from itemlink_gui.base.errors import Cancelled
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import database
from itemlink_gui.store.explain import explain
from itemlink_gui.store.models import current
from tests.engine.watching import Gate
from tests.support import PATIENCE, ask, run

# Never ends by itself.
FOREVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


def endless(started: Callable[[], object], path: Path) -> None:
    """Open the file, begin a statement that never ends, and say so from within it."""
    with database.opened(path, read_only=True) as connected:
        connected.connection().create_function("started", 0, started)
        connected.execute_sql(FOREVER + " WHERE (SELECT count(*) FROM item) >= 0 AND started() IS NULL").fetchone()


def test_what_is_done_aside_is_answered(engine: Engine) -> None:
    assert engine.aside(lambda: threading.current_thread().name).result(PATIENCE) == "itemlink-keeper"
    assert isinstance(engine.aside(lambda: 1 / 0).exception(PATIENCE), ZeroDivisionError)
    assert current.obj is None
    assert engine.aside(lambda: current.obj).result(PATIENCE) is None


def test_what_is_done_aside_gives_way_to_a_write_and_starts_again(engine: Engine) -> None:
    tries: list[int] = []
    started = threading.Event()

    def work() -> int:
        tries.append(1)
        if len(tries) == 1:
            endless(started.set, engine.path)
        with database.opened(engine.path, read_only=True) as connected:
            return int(connected.execute_sql("SELECT count(*) FROM item").fetchone()[0])

    long = engine.aside(work)
    assert started.wait(PATIENCE)
    assert run(engine, items.create(name="x")) == 1
    assert long.result(PATIENCE) == 1
    assert len(tries) == 2
    assert engine.aside(lambda: "next").result(PATIENCE) == "next"


def test_what_is_done_aside_keeps_nobody_from_asking(engine: Engine) -> None:
    gate = Gate()
    long = engine.aside(gate)
    assert gate.entered.wait(PATIENCE)
    assert run(engine, items.create(name="x")) == 1
    assert ask(engine, lambda: 7) == 7
    assert not long.done()
    gate.open.set()
    assert long.result(PATIENCE) == "through"


def test_the_newest_in_a_slot_wins(engine: Engine) -> None:
    started = threading.Event()
    running = engine.aside(lambda: endless(started.set, engine.path), slot="check")
    assert started.wait(PATIENCE)
    other = engine.aside(lambda: "other", slot="compare")
    asked = [engine.aside(lambda n=n: n, slot="check") for n in range(5)]
    assert (other.result(PATIENCE), asked[-1].result(PATIENCE)) == ("other", 4)
    for given_up in (running, *asked[:-1]):
        with pytest.raises((Cancelled, CancelledError)):
            given_up.result(PATIENCE)


def test_closing_gives_up_what_is_done_aside(path: Path) -> None:
    engine, started = Engine(path), threading.Event()
    running = engine.aside(lambda: endless(started.set, path))
    queued = engine.aside(lambda: 1)
    assert started.wait(PATIENCE)
    engine.close()
    for given_up in (running, queued, engine.aside(lambda: 2), engine.back_up()):
        with pytest.raises((Cancelled, CancelledError)):
            given_up.result(PATIENCE)


def test_what_was_said_of_stopping_counts_in_its_block_only(path: Path) -> None:
    with database.interruptible(lambda: True), database.opened(path, read_only=True) as connected:
        with pytest.raises(Exception, match="interrupted") as caught:
            connected.execute_sql(FOREVER).fetchone()
        assert isinstance(explain(caught.value), Cancelled)
    with database.opened(path, read_only=True) as connected:
        ends = FOREVER.replace("FROM n)", "FROM n WHERE x < 100000)")
        assert connected.execute_sql(ends).fetchone() == (100_000,)
