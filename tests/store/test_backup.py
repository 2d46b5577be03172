"""Copies of a whole file: verified, whole or not there at all."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from itemlink_gui.base.errors import Cancelled, CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.store import backup, database, schema
from itemlink_gui.store.explain import explain
from tests.support import PATIENCE, beside, digest, faults, fill, raw, run, snapshot


def save(engine: Engine, target: Path) -> None:
    engine.save_copy(target).result(PATIENCE)


def test_a_copy_is_the_same_file(engine: Engine, tmp_path: Path) -> None:
    fill(engine, 3, 3)
    run(engine, links.link([1, 2], [1, 3]))
    target = tmp_path / "copy.itemlink"
    save(engine, target)
    assert snapshot(target) == snapshot(engine.path)
    assert faults(target) == []
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [name for name in beside(target) if not name.startswith("test")] == ["copy.itemlink"]
    before = digest(target)
    fill_more = Engine(target)
    assert fill_more.undo().result(PATIENCE).label.kind == "link"
    fill_more.close()
    assert digest(target) != before


def test_a_copy_holds_what_is_queued_before_it(engine: Engine, tmp_path: Path) -> None:
    fill(engine, 5, 5)
    for number in range(1, 6):
        engine.run(links.link([number], [number]))
    save(engine, tmp_path / "copy.itemlink")
    assert len(snapshot(tmp_path / "copy.itemlink")["item_customer"]) == 5


@pytest.mark.parametrize(
    "name",
    ["a b%41 ?mode=ro&x#y.itemlink", os.fsdecode(b"caf\xe9.itemlink"), "日本" * 40 + ".itemlink", "'\"\n.x", "x" * 255],
    ids=["signs", "not UTF-8", "long", "quotes", "255 letters"],
)
def test_a_copy_may_have_any_name(engine: Engine, tmp_path: Path, name: str) -> None:
    fill(engine, 1, 1)
    folder = tmp_path / "folder %20#"
    folder.mkdir()
    save(engine, folder / name)
    assert beside(folder / name) == [name]
    assert snapshot(folder / name) == snapshot(engine.path)


def test_an_old_copy_is_replaced_only_by_a_whole_one(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(engine, 1, 1)
    target = tmp_path / "copy.itemlink"
    target.write_bytes(b"old")
    target.chmod(0o644)

    class Doubtful(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            return super().execute("SELECT 'row 3 missing'" if "quick_check" in sql else sql, *parameters)

    with monkeypatch.context() as patch:
        patch.setattr(backup.sqlite3, "connect", Doubtful)
        with pytest.raises(CannotWrite, match="could not be verified"):
            save(engine, target)
    assert target.read_bytes() == b"old"
    assert beside(target) == ["copy.itemlink", "test.itemlink", "test.itemlink-journal"]
    save(engine, target)
    assert snapshot(target) == snapshot(engine.path)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_a_copy_onto_the_file_itself_is_refused(engine: Engine, tmp_path: Path) -> None:
    fill(engine, 1, 1)
    (tmp_path / "link.itemlink").symlink_to(engine.path)
    os.link(engine.path, tmp_path / "other name.itemlink")
    for target in (engine.path, tmp_path / "." / "test.itemlink", *tmp_path.glob("[lo]*.itemlink")):
        with pytest.raises(CannotWrite, match="open file itself"):
            save(engine, target)
    run(engine, links.link([1], [1]))


def test_a_place_that_cannot_be_written_is_told(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "missing" / "copy.itemlink", tmp_path / "folder", Path("/proc/copy.itemlink")):
        with pytest.raises(CannotWrite):
            save(engine, target)
    assert beside(tmp_path / "x") == ["folder", "test.itemlink"]


def test_a_copy_without_an_engine(path: Path, tmp_path: Path) -> None:
    with database.opened(path) as connected:
        backup.copy(connected, tmp_path / "copy.itemlink")
    assert database.inspect(tmp_path / "copy.itemlink") == schema.newest()


def test_a_copy_is_compact(engine: Engine, tmp_path: Path) -> None:
    fill(engine, 200, 0)
    with raw(engine.path) as other:
        other.execute("DELETE FROM item")
        other.execute("DELETE FROM step")
    save(engine, tmp_path / "copy.itemlink")
    assert (tmp_path / "copy.itemlink").stat().st_size < engine.path.stat().st_size


def id_of(path: Path) -> str:
    with raw(path) as connection:
        return str(connection.execute("SELECT file_id FROM file_state").fetchone()[0])


@pytest.mark.parametrize("read_only", [False, True])
def test_a_copy_is_the_same_file_or_another(path: Path, tmp_path: Path, read_only: bool) -> None:
    same, others = tmp_path / "same.itemlink", [tmp_path / f"{number}.itemlink" for number in range(3)]
    with database.opened(path, read_only=read_only) as connected:
        backup.copy(connected, same)
        for other in others:
            backup.copy(connected, other, another=True)
        assert connected.execute_sql("PRAGMA query_only").fetchone() == (int(read_only),)
    assert id_of(same) == id_of(path)
    assert len({id_of(one) for one in (path, *others)}) == 4
    for other in others:
        assert faults(other) == []
        assert stat.S_IMODE(other.stat().st_mode) == 0o600


def test_a_copy_that_is_interrupted_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    fill(engine, 100, 100)
    run(engine, links.link(range(1, 101), range(1, 101)))
    before = beside(engine.path)
    looks = iter(range(100))
    with (
        database.interruptible(lambda: next(looks) > 2),
        database.opened(engine.path, read_only=True) as connected,
        pytest.raises(Exception, match="interrupted") as caught,
    ):
        backup.copy(connected, tmp_path / "copy.itemlink")
    assert isinstance(explain(caught.value), Cancelled)
    assert beside(engine.path) == before


# Kept page by page


def keep(path: Path, target: Path) -> None:
    with database.opened(path) as connected:
        backup.keep(connected, target)


def test_one_that_is_kept_is_the_same_file(engine: Engine, tmp_path: Path) -> None:
    fill(engine, 20, 20)
    run(engine, links.link(range(1, 21), range(1, 21)))
    target = tmp_path / "kept.itemlink"
    keep(engine.path, target)
    assert snapshot(target) == snapshot(engine.path)
    assert id_of(target) == id_of(engine.path)
    assert faults(target) == []
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [name for name in beside(target) if not name.startswith("test")] == ["kept.itemlink"]


def test_only_the_copy_is_looked_through(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look through all of a large file keeps a write waiting for more than a second."""
    fill(engine, 1, 1)
    asked: list[str] = []
    with database.opened(engine.path) as connected:
        connected.connection().set_trace_callback(asked.append)
        backup.keep(connected, tmp_path / "kept.itemlink")
    assert asked == ["PRAGMA page_count"]


@pytest.mark.parametrize("answer", ["SELECT 'row 3 missing'", "SELECT * FROM nothing"])
def test_a_copy_that_is_not_sound_is_not_kept(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    class Doubtful(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            return super().execute(answer if "quick_check" in sql else sql, *parameters)

    fill(engine, 1, 1)
    with database.opened(engine.path) as connected, monkeypatch.context() as patch:
        patch.setattr(backup.sqlite3, "connect", Doubtful)
        with pytest.raises(CannotWrite, match="could not be verified"):
            backup.keep(connected, tmp_path / "kept.itemlink")
    assert not (tmp_path / "kept.itemlink").exists()


def test_another_program_that_writes_on_and_on_has_to_wait_at_last(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(engine, 2, 2)
    target, path, refused = tmp_path / "kept.itemlink", engine.path, []
    engine.close()

    def write() -> None:
        if refused:
            return
        with closing(sqlite3.connect(path, timeout=0)) as other:
            try:
                with other:
                    other.execute("UPDATE item SET description = description || 'x'")
            except sqlite3.OperationalError as error:
                refused.append(str(error))

    monkeypatch.setattr(backup, "PAGES", 1)
    monkeypatch.setattr(backup, "give_way", write)
    keep(path, target)
    assert refused
    assert snapshot(target) == snapshot(path)
    assert faults(target) == []


def test_a_file_that_another_program_holds_is_told(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = engine.path
    fill(engine, 2, 2)
    engine.close()
    with database.opened(path) as connected, closing(sqlite3.connect(path, isolation_level=None)) as other:

        def hold() -> None:
            if not other.in_transaction:
                connected.execute_sql("PRAGMA busy_timeout = 0")
                other.execute("BEGIN EXCLUSIVE")

        monkeypatch.setattr(backup, "PAGES", 1)
        monkeypatch.setattr(backup, "give_way", hold)
        with pytest.raises(Exception, match="locked") as caught:
            backup.keep(connected, tmp_path / "kept.itemlink")
        told = explain(caught.value)
        assert isinstance(told, CannotWrite)
        assert told.trouble == "busy"
    assert not (tmp_path / "kept.itemlink").exists()
