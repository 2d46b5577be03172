"""Bringing a file of an older version up to date: all or nothing, after a verified backup."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import backup, database
from itemlink_gui.store.migrations import SCRIPTS, v001
from itemlink_gui.store.models import Item
from tests.support import Child, assert_sound, beside, digest, faults, fill, raw, run, snapshot, standing, undo

ADD = (
    "ALTER TABLE item ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE category (id INTEGER PRIMARY KEY) STRICT",
)

# The way that SQLite's own manual tells: with foreign keys on, dropping the table would take every link with it.
REBUILD = (
    v001.STATEMENTS[6].replace("TABLE item (", "TABLE item_new ("),
    "INSERT INTO item_new SELECT id, name, description, created_at, updated_at FROM item",
    "DROP TABLE item",
    "ALTER TABLE item_new RENAME TO item",
    "CREATE INDEX item_created_at ON item (created_at)",
    "UPDATE sqlite_sequence SET seq = 10 WHERE name = 'item'",
)


@pytest.fixture
def old(path: Path) -> Path:
    """A file of version 1 with ten items, the last one deleted, and links."""
    engine = Engine(path)
    fill(engine, 10, 5)
    run(engine, links.link(range(1, 11), range(1, 6)))
    run(engine, items.delete([10]))
    engine.close()
    return path


def kept(path: Path, version: int = 2) -> Path:
    return path.with_name(f"test before version {version}.itemlink")


def add_version(monkeypatch: pytest.MonkeyPatch, script: Iterable[str]) -> None:
    monkeypatch.setattr(database, "SCRIPTS", (*SCRIPTS, script))


def version(path: Path) -> int:
    with raw(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def assert_refused(path: Path, words: str = "left as it is") -> None:
    before = digest(path)
    with pytest.raises(CannotOpen, match=words):
        Engine(path)
    assert digest(path) == before
    assert version(path) == 1


@pytest.mark.parametrize("script", [ADD, REBUILD], ids=["add", "rebuild"])
def test_up_to_date_with_every_row(old: Path, monkeypatch: pytest.MonkeyPatch, script: tuple[str, ...]) -> None:
    before, bytes_before = snapshot(old), digest(old)
    add_version(monkeypatch, script)
    assert database.inspect(old) == 1
    engine = Engine(old)
    assert version(old) == 2
    after = snapshot(old)
    assert {table: [row[: len(before[table][0])] for row in rows] for table, rows in after.items() if rows} == {
        table: rows for table, rows in before.items() if rows
    }
    assert_sound(engine)
    undo(engine)
    assert len(standing(engine)) == 50
    assert run(engine, items.create(name="New")) == 11
    engine.close()
    assert digest(old) != bytes_before
    assert version(kept(old)) == 1
    assert snapshot(kept(old)) == before
    assert faults(kept(old)) == []
    assert stat.S_IMODE(kept(old).stat().st_mode) == 0o600
    assert [name for name in beside(old) if not name.endswith("-journal")] == [kept(old).name, old.name]


def test_a_migrated_file_is_like_a_new_one(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, ADD)
    Engine(old).close()
    database.create(tmp_path / "new.itemlink")
    with raw(old) as one, raw(tmp_path / "new.itemlink") as other:
        assert database.schema(one) == database.schema(other) == database.fresh_schema()
    before = digest(old)
    Engine(old).close()
    assert digest(old) == before


def test_a_file_that_is_up_to_date_is_left_alone(old: Path) -> None:
    before = digest(old)
    database.migrate(old, 1)
    Engine(old).close()
    assert digest(old) == before
    assert not list(old.parent.glob("*before*"))


def test_over_two_versions_at_once(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "SCRIPTS", (*SCRIPTS, ADD, ("CREATE INDEX category_id ON category (id)",)))
    Engine(old).close()
    assert version(old) == 3
    assert kept(old, 3).exists()
    assert not kept(old, 2).exists()


@pytest.mark.parametrize(
    "script",
    [
        (*ADD, "CREATE TABLE item (id)"),
        (*ADD, "this is no SQL"),
        (*ADD, "DELETE FROM item_customer WHERE item_id = 1"),
        (*ADD, "INSERT INTO company (name, created_at, updated_at) VALUES ('x', '', '')"),
        (*ADD, "DROP TABLE company"),
        (*ADD, "UPDATE item_customer SET item_id = 999 WHERE item_id = 9"),
        REBUILD[:-1],
    ],
    ids=["exists", "syntax", "loses rows", "adds rows", "loses a table", "broken link", "ids come back"],
)
def test_what_goes_wrong_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch, script: tuple[str, ...]) -> None:
    add_version(monkeypatch, script)
    assert_refused(old)
    monkeypatch.undo()
    engine = Engine(old)
    assert_sound(engine)
    engine.close()


def test_a_file_that_is_not_what_it_should_be_is_left_alone(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with raw(old) as other:
        other.execute("DROP INDEX item_created_at")
    add_version(monkeypatch, ADD)
    assert_refused(old)


def test_the_scripts_leave_the_transaction_alone() -> None:
    for script in SCRIPTS:
        assert isinstance(script, tuple)
        for statement in script:
            assert statement.split()[0] in {"CREATE", "INSERT", "UPDATE", "DELETE", "ALTER", "DROP"}


def test_the_backup_is_made_once_and_never_overwritten(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, ("this is no SQL",))
    assert_refused(old)
    first = digest(kept(old))
    monkeypatch.undo()
    engine = Engine(old)
    run(engine, items.create(name="Later"))
    engine.close()
    add_version(monkeypatch, ADD)
    Engine(old).close()
    assert digest(kept(old)) == first


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left"), peewee.OperationalError("disk full"), CannotWrite("Not verified.")]
)
def test_without_a_backup_there_is_no_migration(old: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object) -> None:
        raise error

    add_version(monkeypatch, ADD)
    monkeypatch.setattr(backup, "copy", fail)
    assert_refused(old)
    assert not kept(old).exists()


def test_a_window_that_was_quicker_is_no_trouble(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, ADD)
    database.migrate(old, 1)
    before = snapshot(old)
    database.migrate(old, 1)
    assert snapshot(old) == before
    assert database.inspect(old) == 2


def test_a_file_that_is_held_is_left_alone(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, ADD)
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with raw(old) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotOpen, match="Another program"):
            Engine(old)
    assert version(old) == 1
    Engine(old).close()
    assert version(old) == 2


@pytest.mark.parametrize("after", range(4))
def test_killed_in_the_middle_it_is_old_and_then_new(old: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    engine = Engine(old)
    run(engine, items.update(1, description="x" * 90_000))
    engine.close()
    before = snapshot(old)
    script = (*ADD, "UPDATE item SET description = description || randomblob(0), colour = hex(randomblob(500000))")
    with Child(
        """
import os
from itemlink_gui.engine import Engine
from itemlink_gui.store import database

class Deadly(tuple):
    def __iter__(self):
        for number, statement in enumerate(tuple.__iter__(self)):
            if number == int(argv[1]) and database_is_the_file[-1]:
                os._exit(9)
            yield statement
        if int(argv[1]) == 3 and database_is_the_file[-1]:
            os._exit(9)

database_is_the_file = [False]
run_scripts = database.run_scripts
def running(connection, old, new):
    database_is_the_file.append(old == 1)
    run_scripts(connection, old, new)
    database_is_the_file.pop()
database.run_scripts = running
database.SCRIPTS = (*database.SCRIPTS, Deadly(json.loads(argv[2])))
Engine(Path(argv[0]))
""",
        old,
        after,
        json.dumps(script),
    ) as child:
        assert child.end() == 9
    assert database.inspect(old) == 1
    assert snapshot(old) == before
    assert snapshot(kept(old)) == before
    add_version(monkeypatch, ADD)
    engine = Engine(old)
    assert version(old) == 2
    assert_sound(engine)
    engine.close()


def test_foreign_keys_are_kept_off_only_meanwhile(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, REBUILD)
    engine = Engine(old)
    assert faults(old) == []
    with closing(engine), pytest.raises(peewee.IntegrityError):
        run(engine, Operation("bad", lambda journal: journal.remove(Item, [1])))
