"""The backups of a file: when one is made, what it is called, where it is, and what is in it."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from itemlink_gui.base import paths
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import backup, backups, database
from tests.store.helpers import START, Clock, left, made, make, touch_later
from tests.support import ask, digest, faults, fill, raw, run, snapshot, undo

pytestmark = pytest.mark.usefixtures("clock")


# When one is made


def test_of_a_file_with_nothing_in_it_there_is_none(engine: Engine) -> None:
    assert make(engine.path) is None
    assert not paths.backups_dir().exists()


def test_of_a_file_in_which_all_was_taken_back_there_is_one(engine: Engine) -> None:
    fill(engine, 1, 1)
    undo(engine)
    assert made(engine.path)


def test_one_after_each_change_and_none_without(engine: Engine, clock: Clock) -> None:
    for number in range(1, 4):
        run(engine, items.create(name=f"{number}"))
        before = snapshot(engine.path)
        one = made(engine.path)
        assert snapshot(one.path) == before
        assert faults(one.path) == []
        clock.pass_(minutes=1)
        for _ in range(3):
            assert make(engine.path) is None
            clock.pass_(hours=9)
    undo(engine)
    assert made(engine.path)
    assert len(backups.listed(engine.file_id)) == 4


def test_a_change_that_another_program_made_counts(engine: Engine, clock: Clock) -> None:
    fill(engine, 1, 1)
    first = made(engine.path)
    clock.pass_(minutes=1)
    engine.close()
    with raw(engine.path) as other:
        serial = other.execute("SELECT serial FROM file_state").fetchone()
        other.execute("UPDATE item SET description = 'theirs'")
        assert other.execute("SELECT serial FROM file_state").fetchone() == serial
    touch_later(engine.path, first.path)
    second = made(engine.path)
    assert snapshot(second.path) == snapshot(engine.path) != snapshot(first.path)
    clock.pass_(minutes=1)
    assert make(engine.path) is None


def test_an_earlier_state_that_was_put_back_counts(engine: Engine, clock: Clock) -> None:
    fill(engine, 1, 1)
    first = made(engine.path)
    run(engine, items.create(name="x"))
    clock.pass_(minutes=1)
    assert made(engine.path)
    engine.close()
    shutil.copy2(first.path, engine.path)
    clock.pass_(minutes=1)
    assert snapshot(made(engine.path).path) == snapshot(first.path)


def test_a_newest_backup_that_cannot_be_read_does_not_count(engine: Engine, clock: Clock) -> None:
    fill(engine, 1, 1)
    broken = made(engine.path).path
    broken.write_bytes(b"broken")
    clock.pass_(minutes=1)
    assert faults(made(engine.path).path) == []


def test_what_a_copy_made_elsewhere_backed_up_does_not_count(engine: Engine, clock: Clock) -> None:
    """The file was copied with other means, and each of the two went its own way."""
    fill(engine, 1, 1)
    made(engine.path)
    engine.close()
    copy = Path(shutil.copy(engine.path, engine.path.with_name("copy.itemlink")))
    for path, name in ((engine.path, "Ours"), (copy, "Theirs")):
        with closing(Engine(path, keeping=False)) as window:
            run(window, items.create(name=name))
    clock.pass_(hours=1)
    assert made(copy)
    clock.pass_(hours=1)
    assert snapshot(made(engine.path).path) == snapshot(engine.path)


# What it is called, and where it is


def test_names_folders_and_rights(engine: Engine, home: Path) -> None:
    fill(engine, 1, 1)
    one = made(engine.path)
    assert re.fullmatch("[0-9a-f]{32}", engine.file_id)
    folder = home / "data" / "backups" / engine.file_id
    assert backups.folder(engine.file_id) == folder
    assert one.path == folder / "test 2026-03-01T120000.000000Z.itemlink"
    assert (one.at, one.name, one.size) == (START, "test", one.path.stat().st_size)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(one.path.stat().st_mode) == 0o600
    assert sorted(entry.name for entry in folder.iterdir()) == ["origin", one.path.name]
    assert (folder / "origin").read_bytes() == os.fsencode(engine.path)


@pytest.mark.parametrize(
    "name",
    ["a b%41 ?mode=ro&x#y", os.fsdecode(b"caf\xe9"), "日" * 76, "\N{FIRE}" * 59, "x" * 238, "1-01T000000Z", "a.b", " "],
    ids=range(8),
)
def test_whatever_the_file_is_called(path: Path, name: str) -> None:
    path = path.rename(path.with_name(f"{name}.itemlink"))
    with closing(Engine(path, keeping=False)) as engine:
        fill(engine, 1, 1)
    one = made(path)
    assert one.name == name[:50]
    assert backups.listed(engine.file_id) == [one]
    assert backups.of_path(path) == [one]
    assert faults(one.path) == []


def test_the_newest_is_listed_first_and_strays_are_left_out(engine: Engine, clock: Clock) -> None:
    fill(engine, 1, 1)
    expected = []
    for _ in range(4):
        run(engine, items.create(name="x"))
        expected.insert(0, made(engine.path))
        clock.pass_(hours=1)
    folder = backups.folder(engine.file_id)
    strays = (
        "notes.txt", "x.itemlink", ".itemlink-abc.part", "test 2026-03-01.itemlink", "test 2026-03-01T120000Z.itemlink",
        "test 2026-99-01T120000.000000Z.itemlink", "test 2026-03-01T120000.000000.itemlink",
        "test 2026-03-01T120000.000000Z.itemlink-journal",
    )  # fmt: skip
    for stray in strays:
        (folder / stray).write_bytes(b"stray")
    (folder / "gone 2026-03-09T120000.000000Z.itemlink").symlink_to("nowhere")
    assert backups.listed(engine.file_id) == expected
    backups.thin(engine.file_id, clock.at + timedelta(days=4000))
    assert [one.at for one in backups.listed(engine.file_id)] == [expected[0].at]
    assert (folder / "notes.txt").exists()
    assert (folder / "x.itemlink").exists()


def test_without_a_folder_nothing_is_listed(tmp_path: Path) -> None:
    assert backups.listed("f" * 32) == []
    assert backups.of_path(tmp_path / "x.itemlink") == []


def test_the_backups_of_a_path(engine: Engine, clock: Clock) -> None:
    fill(engine, 1, 1)
    first = made(engine.path)
    (paths.backups_dir() / "stray").write_bytes(b"")
    (paths.backups_dir() / "empty").mkdir()
    assert backups.of_path(engine.path) == [first]
    elsewhere = engine.path.with_name("elsewhere.itemlink")
    assert backups.of_path(elsewhere) == []
    engine.close()
    engine.path.rename(elsewhere)
    with closing(Engine(elsewhere, keeping=False)) as moved:
        run(moved, items.create(name="x"))
    clock.pass_(hours=1)
    second = made(elsewhere)
    assert second.name == "elsewhere"
    assert backups.of_path(elsewhere) == [second, first]
    # Where it was before is remembered too: a copy with the same number may stand there.
    assert set(backups.of_path(engine.path)) == {first, second}


def test_of_two_files_that_had_a_path_the_last_one_counts(path: Path, clock: Clock) -> None:
    """A file was deleted, and a new one of that name made; then the new one was damaged."""
    fresh = path.read_bytes()
    told = []
    for number in range(6):
        path.write_bytes(fresh)
        with raw(path) as other:
            other.execute("UPDATE file_state SET file_id = ?", (f"{number * 7 % 6:032x}",))
        with closing(Engine(path, keeping=False)) as engine:
            fill(engine, number + 1, 1)
        told.append(made(path))
        for earlier in told:
            origin = earlier.path.with_name("origin")
            os.utime(origin, ns=(origin.stat().st_mtime_ns - 10**9,) * 2)
        assert backups.of_path(path) == [told[-1]]


# What is in one


def test_how_much_is_in_one(engine: Engine) -> None:
    fill(engine, 5, 4)
    run(engine, links.link([1, 2, 3], [1, 4]))
    run(engine, items.delete([3]))
    expected = backups.Contents(items=4, customers=4, links=4, steps=3)
    assert ask(engine, backups.present) == expected
    one = made(engine.path)
    before = left(one.path.parent), digest(one.path)
    assert backups.contents(one.path) == expected
    assert (left(one.path.parent), digest(one.path)) == before
    one.path.write_bytes(b"x" * 5000)
    with pytest.raises(sqlite3.DatabaseError):
        backups.contents(one.path)
    one.path.unlink()
    with pytest.raises(sqlite3.DatabaseError):
        backups.contents(one.path)
    assert not one.path.exists()


def test_a_backup_is_of_the_same_file_and_a_copy_is_another(engine: Engine, tmp_path: Path) -> None:
    fill(engine, 1, 1)
    one = made(engine.path)
    engine.save_copy(tmp_path / "copy.itemlink").result(30)
    with database.opened(engine.path) as connected:
        backup.copy(connected, tmp_path / "plain.itemlink")
    ids = []
    for path in (engine.path, one.path, tmp_path / "plain.itemlink", tmp_path / "copy.itemlink"):
        with raw(path) as connection:
            ids.append(connection.execute("SELECT file_id FROM file_state").fetchone()[0])
    assert ids[0] == ids[1] == ids[2] == engine.file_id
    assert re.fullmatch("[0-9a-f]{32}", ids[3])
    assert ids[3] != ids[0]
