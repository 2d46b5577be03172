"""The keeper stands back: for writes, and for a window that asks for its rows."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.engine import Engine, keeper
from itemlink_gui.ops import items
from itemlink_gui.store import backup
from tests.engine.conftest import Watch
from tests.engine.watching import Watched, all_backups
from tests.support import PATIENCE, run, snapshot

# Never ends by itself.
FOREVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


def test_a_backup_gives_way_to_a_write_and_is_made_after_it(
    filled: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copying itself is interrupted, whatever part of it is done; nothing half made stays."""
    engine_is_there, started, written, tries = threading.Event(), threading.Event(), threading.Event(), []
    whole = backup.keep

    def copy(connected: Any, target: Path) -> None:
        tries.append(target)
        if len(tries) == 1:
            engine_is_there.wait(PATIENCE)
            connected.connection().create_function("started", 0, started.set)
            connected.execute_sql(FOREVER + " WHERE (SELECT count(*) FROM item) >= 0 AND started() IS NULL").fetchone()
        # A small file is copied sooner than anybody looks whether a write is still under way.
        assert written.wait(PATIENCE)
        whole(connected, target)

    monkeypatch.setattr(backup, "keep", copy)
    one = watch(filled)
    engine_is_there.set()
    assert started.wait(PATIENCE)
    assert run(one.engine, items.create(name="x")) == 3
    written.set()
    one.wait("backed_up")
    assert len(tries) == 2
    assert snapshot(all_backups()[0]) == snapshot(filled)
    assert len(list(all_backups()[0].parent.iterdir())) == 2


def test_a_write_does_not_wait_for_a_backup_that_is_half_done(
    filled: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is locked between two pieces of it, so that the write is done before the next one begins."""
    ready, pieces, one = threading.Event(), iter(range(10**6)), []

    def give_way() -> None:
        if next(pieces) == 5:
            assert ready.wait(PATIENCE)
            assert run(one[0].engine, items.create(name="x")) == 3

    monkeypatch.setattr(backup, "PAGES", 1)
    monkeypatch.setattr(backup, "give_way", give_way)
    one.append(watch(filled))
    ready.set()
    one[0].wait("backed_up")
    assert snapshot(all_backups()[0]) == snapshot(filled)
    assert len(snapshot(filled)["item"]) == 3


def test_a_write_ends_the_copying_and_it_is_begun_again(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, whole, tries, waited = Engine(filled, keeping=False), backup.keep, [], []
    writing = engine._keeper.writing

    def keep(*arguments: Any) -> None:
        tries.append(arguments)
        whole(*arguments)

    def went_on(_: int) -> None:
        if not waited:
            # As the writer does, whenever it begins.
            writing.set()

    def wait(*_: object) -> None:
        waited.append(1)
        writing.clear()

    monkeypatch.setattr(backup, "PAGES", 1)
    monkeypatch.setattr(backup, "keep", keep)
    monkeypatch.setattr(backup.course, "went_on", went_on)
    monkeypatch.setattr(engine._keeper, "wait_for_the_writer", wait)
    engine.back_up().result(PATIENCE)
    assert (len(tries), len(waited)) == (2, 1)
    assert snapshot(all_backups()[0]) == snapshot(filled)
    engine.close()


class Asked:
    """One who is asked something between any two looks, as long as it goes on."""

    def __init__(self) -> None:
        self.looks = 0
        self.goes_on = True

    @property
    def asked(self) -> int:
        self.looks += self.goes_on
        return self.looks


@pytest.fixture
def asked(filled: Path, watch: Watch) -> tuple[Asked, Watched]:
    one, asked = watch(filled, keeping=False), Asked()
    one.engine._keeper._others = [asked]  # type: ignore[list-item]
    one.engine._keeper._keeping = True
    return asked, one


def test_one_of_its_own_accord_begins_when_nobody_asks_anything(
    asked: tuple[Asked, Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    busy, one = asked
    monkeypatch.setattr(keeper, "MOST_LOOKS", 10**9)
    for _ in range(keeper.QUIET_LOOKS):
        one.look_around()
    assert busy.looks > keeper.QUIET_LOOKS
    assert one.kinds == []
    busy.goes_on = False
    one.wait("backed_up")


def test_it_does_not_wait_for_that_for_ever(asked: tuple[Asked, Watched]) -> None:
    busy, one = asked
    one.wait("backed_up")
    assert busy.looks >= keeper.MOST_LOOKS


def test_who_reads_counts_what_is_asked(path: Path) -> None:
    engine = Engine(path)
    before = engine._keeper._is_quiet()
    engine._keeper._quiet = 1
    engine.read(lambda: None, long=True).result(PATIENCE)
    assert (before, engine._keeper._is_quiet(), engine._keeper._quiet) == (False, False, 0)
    engine.close()
