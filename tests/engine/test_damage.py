"""Damage stays known until somebody else writes, whichever of the threads finds it and whenever."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.engine.workers import Damage, Job
from itemlink_gui.store import derive, whereabouts
from tests.support import PATIENCE, raw


@pytest.fixture
def damaged(path: Path) -> Damage:
    made = Damage(path)
    made.found()
    return made


def test_our_own_write_is_no_reason_to_doubt(path: Path, damaged: Damage) -> None:
    os.utime(path, ns=(1, 1))
    damaged.stays(whereabouts.stamp(path))
    damaged.doubt()
    assert damaged.is_known()


def test_a_write_of_others_is(path: Path, damaged: Damage) -> None:
    os.utime(path, ns=(1, 1))
    damaged.doubt()
    assert not damaged.is_known()


def test_our_own_write_finds_no_damage(path: Path) -> None:
    unharmed = Damage(path)
    unharmed.stays(whereabouts.stamp(path))
    assert not unharmed.is_known()


def test_found_while_our_own_write_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged, looked, go_on, look = Damage(path), threading.Event(), threading.Event(), whereabouts.stamp

    def slowly(at: Path) -> tuple[int, int]:
        seen = look(at)
        looked.set()
        assert go_on.wait(PATIENCE)
        return seen

    monkeypatch.setattr(whereabouts, "stamp", slowly)
    finder = threading.Thread(target=damaged.found)
    finder.start()
    assert looked.wait(PATIENCE)
    os.utime(path, ns=(1, 1))
    writer = threading.Thread(target=damaged.stays, args=[look(path)])
    writer.start()
    # It waits for the finder, or would be done by now.
    writer.join(0.1)
    go_on.set()
    for thread in (finder, writer):
        thread.join(PATIENCE)
    damaged.doubt()
    assert damaged.is_known()


def test_found_by_two_of_which_one_looked_before_the_last_write(path: Path) -> None:
    damaged, before = Damage(path), whereabouts.stamp(path)
    os.utime(path, ns=(1, 1))
    damaged.found()
    damaged.found(before)
    damaged.doubt()
    assert damaged.is_known()


def test_found_by_a_look_around_that_has_written_itself(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """It first derives anew what another program left, and meets the damage then."""
    writer = engine._writer

    def drift() -> list[str]:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    def look_around() -> bool:
        writer.idle()
        return writer.damaged.is_known()

    monkeypatch.setattr(derive, "drift", drift)
    with raw(engine.path) as other:
        other.execute("INSERT INTO item (name, created_at, updated_at) VALUES ('Theirs', '2026', '2026')")
    known = []
    for compared in (False, True):
        writer._compared = compared
        job = Job(look_around)
        writer.put(job)
        known.append(job.future.result(PATIENCE))
    assert known == [True, True]
