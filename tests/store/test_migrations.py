"""Bringing a file of an older version up to date: all or nothing, after a verified backup."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import backup, database, migrate, new_file, schema
from itemlink_gui.store.migrations import SCRIPTS
from itemlink_gui.store.models import Item
from tests.store.helpers import every_row, written
from tests.support import Child, assert_sound, beside, digest, faults, raw, run, snapshot, standing, undo

# What the newest version is, and one that is made up here.
TODAY = len(SCRIPTS)
NEXT = TODAY + 1

ADD = (
    "ALTER TABLE item ADD COLUMN weight TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT",
)

MADE = {name: sql for _, name, sql in schema.fresh_parts()}
# The way that SQLite's own manual tells: with foreign keys on, dropping the table would take every link with it.
REBUILD = (
    MADE["item"].replace("TABLE item (", "TABLE item_new ("),
    "INSERT INTO item_new SELECT * FROM item",
    "DROP TABLE item",
    "ALTER TABLE item_new RENAME TO item",
    MADE["item_created_at"],
    MADE["item_category"],
    "UPDATE sqlite_sequence SET seq = 10 WHERE name = 'item'",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as version 1 wrote it."""
    path = tmp_path / "test.itemlink"
    path.write_bytes(written(1))
    return path


def kept(path: Path, version: int = NEXT, again: str = "") -> Path:
    return path.with_name(f"test before version {version}{again}.itemlink")


def add_version(monkeypatch: pytest.MonkeyPatch, script: Iterable[str]) -> None:
    monkeypatch.setattr(schema, "SCRIPTS", (*SCRIPTS, script))


def version(path: Path) -> int:
    with raw(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def opened_once(path: Path) -> None:
    Engine(path, keeping=False).close()


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
    engine = Engine(old, keeping=False)
    assert version(old) == NEXT
    after = snapshot(old)
    assert every_row(old, 1) == every_row(kept(old), 1) | {"file_state": every_row(old, 1)["file_state"]}
    assert {table: len(rows) for table, rows in after.items() if rows} == {
        table: len(rows) for table, rows in before.items() if rows
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
    opened_once(old)
    new_file.create(tmp_path / "new.itemlink")
    with raw(old) as one, raw(tmp_path / "new.itemlink") as other:
        assert schema.parts(one) == schema.parts(other) == schema.fresh_parts()
    before = digest(old)
    opened_once(old)
    assert digest(old) == before


ENDLESS = (
    "CREATE TABLE endless AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n FROM n) SELECT * FROM n LIMIT 1e12"
)


def test_it_tells_how_far_it_is(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, ADD)
    told: list[tuple[int, int]] = []
    Engine(old, progress=lambda _what, done, total: told.append((done, total))).close()
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_what_is_stopped_leaves_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, (ENDLESS,))
    before, stopped = digest(old), threading.Event()

    def progress(_what: str, done: int, _total: int) -> None:
        if done == 2:
            stopped.set()

    with database.interruptible(stopped.is_set), pytest.raises(Cancelled):
        Engine(old, progress=progress)
    assert digest(old) == before
    assert [name for name in beside(old) if "journal" not in name] == [old.name]


def test_a_file_that_is_up_to_date_is_left_alone(path: Path) -> None:
    before = digest(path)
    migrate.migrate(path, TODAY)
    opened_once(path)
    assert digest(path) == before
    assert not list(path.parent.glob("*before*"))


def test_over_two_versions_at_once(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SCRIPTS", (*SCRIPTS, ADD, ("CREATE INDEX later_id ON later (id)",)))
    opened_once(old)
    assert version(old) == NEXT + 1
    assert kept(old, NEXT + 1).exists()
    assert len(list(old.parent.glob("*before*"))) == 1


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
    opened_once(old)
    assert digest(kept(old)) == first


def test_a_leftover_with_another_state_keeps_its_name(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup of an earlier try, or of another file, is never taken for one of the file as it is now."""
    new_file.create(kept(old))
    kept(old, again=" (2)").write_bytes(b"not ours")
    others = {one: digest(one) for one in (kept(old), kept(old, again=" (2)"))}
    before = snapshot(old)
    add_version(monkeypatch, ADD)
    opened_once(old)
    assert {one: digest(one) for one in others} == others
    assert version(kept(old, again=" (3)")) == 1
    assert snapshot(kept(old, again=" (3)")) == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE file_state SET serial = serial + 1",
        "INSERT INTO step VALUES (9, 'x', '{}', '', 'done', x'', '', '')",
        "UPDATE step SET created_at = '2999' WHERE id = (SELECT max(id) FROM step)",
    ],
)
def test_a_backup_from_before_another_commit_is_made_again(
    old: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    add_version(monkeypatch, ("this is no SQL",))
    for _ in range(3):
        assert_refused(old)
    assert kept(old).exists()
    assert not kept(old, again=" (2)").exists()
    with raw(old) as other:
        other.execute(change)
    assert_refused(old)
    assert every_row(kept(old, again=" (2)")) == every_row(old) != every_row(kept(old))
    assert not kept(old, again=" (3)").exists()


ADDED = {
    "their_table": "CREATE TABLE their_table (a, b)",
    "their_index": "CREATE INDEX their_index ON item (description)",
    "their_view": "CREATE VIEW their_view AS SELECT name FROM item",
    "their_trigger": "CREATE TRIGGER their_trigger AFTER DELETE ON company BEGIN DELETE FROM their_table; END",
}


def test_what_other_programs_added_stays(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with raw(old) as other:
        for statement in ADDED.values():
            other.execute(statement)
        other.execute("INSERT INTO their_table VALUES (1, 'theirs')")
    before = every_row(old)["item_customer"]
    opened_once(old)
    assert version(old) == TODAY
    add_version(monkeypatch, ADD)
    engine = Engine(old, keeping=False)
    assert version(old) == NEXT
    with raw(old) as other:
        assert {(name, sql) for _, name, sql in schema.parts(other)} >= set(ADDED.items())
        assert other.execute("SELECT * FROM their_table").fetchall() == [(1, "theirs")]
    assert every_row(old, 1)["item_customer"] == before
    undo(engine)
    assert_sound(engine)
    engine.close()


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
    migrate.migrate(old, 1)
    before = snapshot(old)
    migrate.migrate(old, 1)
    assert snapshot(old) == before
    assert database.inspect(old) == NEXT


def test_a_file_that_is_held_is_left_alone(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, ADD)
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with raw(old) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotOpen, match="Another program"):
            Engine(old)
    assert version(old) == 1
    opened_once(old)
    assert version(old) == NEXT


# How many statements there are, with three of the version that is made up.
STATEMENTS = sum(map(len, SCRIPTS[1:])) + 3


@pytest.mark.parametrize("after", [0, 1, 2, 3, STATEMENTS // 2, STATEMENTS - 3, STATEMENTS - 1, STATEMENTS])
def test_killed_in_the_middle_it_is_old_and_then_new(old: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    before = snapshot(old)
    script = (*ADD, "UPDATE item SET description = description || randomblob(0), weight = hex(randomblob(500000))")
    with Child(
        """
import os
from itemlink_gui.engine import Engine
from itemlink_gui.store import schema

class Deadly:
    def __init__(self, connection):
        self.left, self.connection = int(argv[1]), connection
    def execute(self, statement):
        if self.left == 0:
            os._exit(9)
        self.left -= 1
        return self.connection.execute(statement)
    def create_function(self, *function, **how):
        self.connection.create_function(*function, **how)

def running(connection, old, new):
    run_scripts(Deadly(connection) if old else connection, old, new)
    if old:
        os._exit(9)

run_scripts, schema.run_scripts = schema.run_scripts, running
schema.SCRIPTS = (*schema.SCRIPTS, tuple(json.loads(argv[2])))
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
    engine = Engine(old, keeping=False)
    assert version(old) == NEXT
    assert_sound(engine)
    engine.close()
    assert not kept(old, again=" (2)").exists()  # the backup of the first try has this state


def test_foreign_keys_are_kept_off_only_meanwhile(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_version(monkeypatch, REBUILD)
    engine = Engine(old)
    assert faults(old) == []
    with closing(engine), pytest.raises(peewee.IntegrityError):
        run(engine, Operation("bad", lambda journal: journal.remove(Item, [1])))
