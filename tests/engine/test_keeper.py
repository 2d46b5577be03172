"""The thread that keeps backups, and does aside what may last long."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base import paths
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine import Engine, keeper
from itemlink_gui.ops import items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import backup, backups, new_file
from itemlink_gui.store.models import Item
from tests.engine.conftest import Watch
from tests.engine.watching import Gate, all_backups
from tests.support import PATIENCE, assert_sound, digest, faults, fill, raw, run, snapshot, undo


class Clock:
    """What `time` is for the keeper."""

    def __init__(self) -> None:
        self.at = 1000.0

    def monotonic(self) -> float:
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(keeper, "time", made)
    return made


def names_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each backup be made an hour after the one before, so that each has a name of its own."""
    whole, made = backups.now, iter(range(10**6))
    monkeypatch.setattr(backups, "now", lambda: whole() + backups.timedelta(hours=next(made)))


# Backups


def test_what_was_changed_before_the_start_is_backed_up(filled: Path, watch: Watch) -> None:
    before = digest(filled)
    one = watch(filled)
    told = one.wait("backed_up")
    assert told == Notice("backed_up", all_backups()[0])
    assert snapshot(all_backups()[0]) == snapshot(filled)
    assert faults(all_backups()[0]) == []
    one.look_around()
    assert one.kinds == ["backed_up"]
    one.engine.close()
    again = watch(filled)
    again.look_around()
    assert again.kinds == []
    assert len(all_backups()) == 1
    again.engine.close()
    assert digest(filled) == before


def test_of_an_empty_file_there_is_none(path: Path, watch: Watch) -> None:
    one = watch(path)
    one.look_around()
    assert one.kinds == []
    assert not paths.backups_dir().exists()


@pytest.mark.parametrize("options", [{"keeping": False}, {"read_only": True}, {"read_only": True, "keeping": True}])
def test_without_keeping_there_is_none(filled: Path, watch: Watch, clock: Clock, options: dict[str, Any]) -> None:
    one = watch(filled, **options)
    one.look_around()
    if not one.engine.read_only:
        run(one.engine, items.create(name="x"))
    clock.at += 10**6
    one.look_around()
    assert one.kinds == []
    assert all_backups() == []


def test_another_one_half_an_hour_of_change_later(
    filled: Path, watch: Watch, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    names_apart(monkeypatch)
    one = watch(filled)
    one.wait("backed_up")
    run(one.engine, items.create(name="x"))
    one.look_around()
    clock.at += keeper.BACKUP_SECONDS - 1
    one.look_around()
    assert one.kinds == ["backed_up"]
    clock.at += 1
    one.wait("backed_up", "backed_up")
    assert snapshot(all_backups()[-1]) == snapshot(filled)
    clock.at += 10 * keeper.BACKUP_SECONDS
    one.look_around()
    assert one.kinds == ["backed_up"] * 2  # nothing was changed
    undo(one.engine)
    one.wait(*["backed_up"] * 3)  # the first change after a long rest
    with raw(filled) as other:
        other.execute("UPDATE item SET name = 'theirs'")
    one.look_around()
    clock.at += keeper.BACKUP_SECONDS
    one.wait(*["backed_up"] * 4)
    assert snapshot(all_backups()[-1])["item"][0][1] == "theirs"


def test_a_change_while_a_backup_is_made_is_for_the_next_one(
    filled: Path, watch: Watch, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The backup has read the file already when something is written."""
    names_apart(monkeypatch)
    whole, gate = backup.keep, Gate()

    def copy(*arguments: Any, **named: Any) -> None:
        whole(*arguments, **named)
        gate()

    monkeypatch.setattr(backup, "keep", copy)
    one = watch(filled)
    assert gate.entered.wait(PATIENCE)
    run(one.engine, items.create(name="Meanwhile"))
    gate.open.set()
    one.wait("backed_up")
    assert len(snapshot(all_backups()[-1])["item"]) == 2
    clock.at += keeper.BACKUP_SECONDS
    one.wait("backed_up", "backed_up")
    assert len(snapshot(all_backups()[-1])["item"]) == 3


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (CannotWrite("Words of the file.", "full"), "not enough room"),
        (CannotWrite("Words of the file.", "read_only"), "folder of the backups"),
        (OSError(5, "Input/output error"), "folder of the backups"),
        (ZeroDivisionError(), ""),
    ],
)
def test_a_failure_is_told_once_and_stops_nobody(
    filled: Path, watch: Watch, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    error: Exception, reason: str,
) -> None:  # fmt: skip
    tried: list[int] = []

    def fail(*_: object) -> None:
        tried.append(1)
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(backups, "make", fail)
        one = watch(filled)
        told = one.wait("not_backed_up")
        assert (reason in told.reason, told.where) == (True, None)
        one.look_around()
        assert tried == [1]
        assert run(one.engine, items.create(name="x")) == 3
        one.look_around()
        assert tried == [1]
        clock.at += keeper.BACKUP_SECONDS
        one.wait("not_backed_up", "not_backed_up")  # and again when it is due again
        one.look_around()
        assert tried == [1, 1]
    clock.at += keeper.BACKUP_SECONDS
    run(one.engine, items.create(name="y"))
    one.wait("not_backed_up", "not_backed_up", "backed_up")
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * 2
    caplog.clear()
    assert_sound(one.engine)


def test_a_watcher_that_fails_harms_nobody(filled: Path, watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    one = watch(filled, keeping=False)

    def fail(_: Notice) -> None:
        raise ZeroDivisionError

    one.engine._watchers.insert(0, fail)
    one.engine.back_up().result(PATIENCE)
    assert one.kinds == ["backed_up"]
    assert run(one.engine, items.create(name="x")) == 3
    assert "a listener failed" in caplog.text
    caplog.clear()


def damage(path: Path) -> None:
    """Break an index, in place, of a file that may be open."""
    with raw(path) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute(
            """UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'item_stat_count')
            WHERE name = 'item_created_at'"""
        )


def test_a_damaged_file_is_told_and_its_backups_stay(
    filled: Path, watch: Watch, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    one = watch(filled)
    one.wait("backed_up")
    (good,) = all_backups()
    before = digest(good)
    run(one.engine, items.create(name="x"))
    damage(filled)
    clock.at += keeper.BACKUP_SECONDS
    one.wait("backed_up", "damaged")
    one.look_around()
    assert set(one.kinds[1:]) == {"damaged"}
    with pytest.raises(CannotWrite, match="nothing is stored in it"):
        run(one.engine, items.create(name="y"))
    assert all_backups() == [good]
    assert digest(good) == before
    caplog.clear()


def test_a_file_that_took_its_place_is_not_backed_up(
    filled: Path, watch: Watch, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    other = filled.with_name("other.itemlink")
    new_file.create(other)
    engine = Engine(other, keeping=False)
    fill(engine, 1, 1)
    engine.close()
    one = watch(filled)
    one.wait("backed_up")
    run(one.engine, items.create(name="x"))
    other.replace(filled)
    one.wait("backed_up", "replaced", "backed_up")
    clock.at += keeper.BACKUP_SECONDS
    one.look_around()
    assert one.kinds == ["backed_up", "replaced", "backed_up"]
    # Both of the file that was opened, the second by the connection that still leads to it.
    assert {found.parent.name for found in all_backups()} == {one.engine.file_id}
    assert "x" in [row[1] for row in snapshot(max(all_backups()))["item"]]
    caplog.clear()


def test_a_backup_that_is_asked_for(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(filled, keeping=False)
    engine.back_up().result(PATIENCE)
    engine.back_up().result(PATIENCE)
    assert len(all_backups()) == 1
    run(engine, items.create(name="x"))
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
        with pytest.raises(CannotWrite, match="not enough room"):
            engine.back_up().result(PATIENCE)
    engine.close()


# Before a step that touches much


def big(write: Callable[[Any], Any] | None = None) -> Operation[Any]:
    return Operation("big", write or (lambda journal: journal.add(Item, name="Big")), backed_up=True)


def test_before_a_big_step_one_is_made(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names_apart(monkeypatch)
    engine = Engine(filled, keeping=False)
    before = snapshot(filled)
    run(engine, big())
    assert [snapshot(one) for one in all_backups()] == [before]
    after = snapshot(filled)
    assert after != before
    run(engine, big())
    assert [snapshot(one) for one in all_backups()] == [before, after]
    with pytest.raises(ZeroDivisionError):
        run(engine, big(lambda _: 1 / 0))
    assert len(all_backups()) == 3
    with pytest.raises(ZeroDivisionError):
        run(engine, big(lambda _: 1 / 0))
    assert len(all_backups()) == 3  # the newest has it as it is
    run(engine, items.create(name="small"))
    assert len(all_backups()) == 3
    assert_sound(engine)
    engine.close()


def test_without_a_backup_the_big_step_is_done_all_the_same(
    filled: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    one = watch(filled, keeping=False)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
    assert run(one.engine, big()) == 3
    assert "not enough room" in one.wait("not_backed_up").reason
    assert all_backups() == []
    assert len(snapshot(filled)["item"]) == 3
    undo(one.engine)
    assert_sound(one.engine)
    caplog.clear()
