"""How far a piece of work is, by what SQLite does for it; what nobody wants stops, unless it is being stored."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from itemlink_gui.base.errors import Cancelled
from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.store import course
from itemlink_gui.store.course import Course
from tests.support import PATIENCE, fill

COUNT = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT {}) SELECT count(*) FROM n"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as made:
        course.watch(made)
        yield made


def test_what_is_done_is_a_share_of_what_is_expected(connection: sqlite3.Connection) -> None:
    here = Course()
    with course.under_way(here):
        assert here.share() is None
        course.expect(10_000_000)
        connection.execute(COUNT.format(100_000)).fetchone()
        share = here.share()
        assert share is not None
        assert 0 < share < 0.9
        connection.execute(COUNT.format(10_000_000)).fetchone()
        assert here.share() == 0.99


def test_what_comes_unexpected_is_not_done_before_it_is(connection: sqlite3.Connection) -> None:
    here = Course()
    with course.under_way(here):
        connection.execute(COUNT.format(1_000_000)).fetchone()
        course.expect(1)
        assert here.share() == 0.99
        course.expect(10**12)
        assert (here.share() or 0) < 0.01


def test_the_time_left_follows_from_the_time_it_took(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    here = Course()
    assert here.seconds_left() is None
    here.begin()
    here.expect(100)
    here.pass_by(20)
    now[0] += 3
    assert here.seconds_left() == pytest.approx(12)


def test_what_nobody_wants_is_stopped(connection: sqlite3.Connection) -> None:
    here = Course()
    here.unwanted = True
    with course.under_way(here), pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(COUNT.format(10**12)).fetchone()
    # Beside it, nothing is.
    assert connection.execute(COUNT.format(100_000)).fetchone() == (100_000,)
    with pytest.raises(Cancelled):
        here.close()


def test_what_is_being_stored_goes_on(connection: sqlite3.Connection) -> None:
    here = Course()
    here.close()
    here.unwanted = True
    with course.under_way(here):
        assert connection.execute(COUNT.format(100_000)).fetchone() == (100_000,)


def test_the_estimate_of_links_is_about_right(engine: Engine) -> None:
    fill(engine, 1, 3_000)
    work = [
        lambda: engine.run(links.link([1], range(1, 3_001))),
        lambda: engine.undo(),
        lambda: engine.redo(),
        lambda: engine.run(links.unlink([1], range(1, 3_001))),
    ]
    for begin in work:
        task = begin()
        task.result(PATIENCE)
        steps = task.course._done / 3_000
        assert course.STEPS_OF_LINK / 3 < steps < course.STEPS_OF_LINK * 3, steps
