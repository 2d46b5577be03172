"""Putting a backup back: all of it or nothing, and what was replaced stays whole."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import backup, backups, database, restore
from tests.support import PATIENCE, Child, assert_sound, beside, digest, faults, fill, raw, run, snapshot, undo


@pytest.fixture
def chosen(path: Path) -> Path:
    """A backup of a file that was changed since; the file is not open."""
    engine = Engine(path, keeping=False)
    fill(engine, 3, 3)
    engine.back_up().result(PATIENCE)
    run(engine, items.create(name="Later"))
    engine.close()
    (made,) = backups.of_path(path)
    return made.path


def test_the_backup_is_back_and_the_replaced_file_kept(path: Path, chosen: Path) -> None:
    path.chmod(0o640)
    later, back, backed_up = snapshot(path), snapshot(chosen), digest(chosen)
    kept = restore.restore(chosen, path)
    assert kept is not None
    assert kept.name.startswith("test replaced ")
    assert snapshot(path) == back
    assert snapshot(kept) == later
    assert digest(chosen) == backed_up
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    engine = Engine(path)
    assert_sound(engine)
    undo(engine)  # the history came back with it
    assert snapshot(path)["item"] == []
    engine.close()


def test_a_second_restore_at_the_same_moment_keeps_both(
    path: Path, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = backups.now()
    monkeypatch.setattr(backups, "now", lambda: at)
    first, second = restore.restore(chosen, path), restore.restore(chosen, path)
    assert first is not None
    assert second is not None
    assert first != second
    assert first.exists()
    assert second.exists()


def test_a_missing_file_comes_back(path: Path, chosen: Path) -> None:
    path.unlink()
    assert restore.restore(chosen, path) is None
    assert snapshot(path) == snapshot(chosen)


def test_through_a_symbolic_link_its_target_is_restored(path: Path, chosen: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.itemlink"
    link.symlink_to(path)
    kept = restore.restore(chosen, link)
    assert link.is_symlink()
    assert kept is not None
    assert kept.parent == path.parent
    assert snapshot(path) == snapshot(chosen)


@pytest.mark.parametrize("side", restore.SIDES)
def test_what_belongs_to_the_old_file_goes_with_it(path: Path, chosen: Path, side: str) -> None:
    """A journal that stays would be played back onto the restored file."""
    stale = path.with_name(path.name + side)
    stale.write_bytes(hot_journal(path) if side == "-journal" else os.urandom(32 * 1024))
    content = stale.read_bytes()
    damaged = path.read_bytes()[:4096] + os.urandom(8192)
    path.write_bytes(damaged)
    kept = restore.restore(chosen, path)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert kept.with_name(kept.name + side).read_bytes() == content
    assert not stale.exists()
    assert faults(path) == []
    assert snapshot(path) == snapshot(chosen)


def hot_journal(path: Path) -> bytes:
    """Return the journal of a transaction in a copy of a file that was never ended."""
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE item_key SET text = text || hex(randomblob(9000))")
        journal = copy.with_name(copy.name + "-journal").read_bytes()
        connection.execute("ROLLBACK")
    copy.unlink()
    copy.with_name(copy.name + "-journal").unlink(missing_ok=True)
    assert len(journal) > 512
    return journal


def test_a_backup_that_is_not_sound_changes_nothing(path: Path, chosen: Path) -> None:
    content = bytearray(chosen.read_bytes())
    content[5000:9000] = os.urandom(4000)
    chosen.write_bytes(content)
    before, names = digest(path), beside(path)
    with pytest.raises(CannotOpen):
        restore.restore(chosen, path)
    assert (digest(path), beside(path)) == (before, names)


def test_a_file_that_another_program_writes_to_stays(path: Path, chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "OPEN_SECONDS", 0.05)
    names = beside(path)
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM item_stat")
        with pytest.raises(CannotWrite) as caught:
            restore.restore(chosen, path)
        assert caught.value.trouble == "busy"
        other.execute("ROLLBACK")
    assert [name for name in beside(path) if not name.endswith("-journal")] == [
        name for name in names if not name.endswith("-journal")
    ]
    assert any(row[1] == "Later" for row in snapshot(path)["item"])


@pytest.mark.parametrize("at", ["write", "replace"])
def test_what_fails_leaves_the_old_file(path: Path, chosen: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    before, names = digest(path), beside(path)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    if at == "write":
        monkeypatch.setattr(backup, "write", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)  # it is empty, and not kept
        names = beside(path)
    with pytest.raises(CannotWrite, match="No space left"):
        restore.restore(chosen, path)
    monkeypatch.undo()
    assert (digest(path), beside(path)) == (before, names)


@pytest.mark.parametrize("step", range(3))
def test_killed_in_the_middle_both_files_are_there(path: Path, chosen: Path, step: int) -> None:
    later = snapshot(path)
    with Child(
        """
import os
from itemlink_gui.base import files
from itemlink_gui.store import restore
step = int(argv[2])
def dying(function):
    def call(*arguments, **named):
        if step == 0:
            os._exit(9)
        answer = function(*arguments, **named)
        if step == 1:
            os._exit(9)
        return answer
    return call
restore._move = dying(restore._move)
if step == 2:
    files._sync_folder = lambda folder: os._exit(9)
restore.restore(Path(argv[0]), Path(argv[1]))
""",
        chosen,
        path,
        step,
    ) as child:
        assert child.end() == 9
    aside = [name for name in beside(path) if " replaced " in name and name.endswith(".itemlink")]
    if step == 0:
        assert aside == []
        assert snapshot(path) == later
    else:
        (kept,) = aside
        assert snapshot(path.with_name(kept)) == later
        assert path.exists() == (step == 2)
        # What the backups are of is known by the place, so it can be done again.
        restore.restore(backups.of_path(path)[0].path, path)
        assert snapshot(path) == snapshot(chosen)
