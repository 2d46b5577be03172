"""Bringing a file of an older version to the present one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from itemlink_gui.base import files
from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import backup, database, schema, state
from itemlink_gui.store.bulk import Progress, nobody
from itemlink_gui.store.database import address, opened
from itemlink_gui.store.explain import BROKEN, explain

# Of those a user is told: a backup, a look, the change, a look again.
_STEPS = 4


def migrate(path: Path, version: int, progress: Progress = nobody) -> None:
    """Bring a file of an older version to the present one, all or nothing, after a verified backup beside it.

    Args:
        path: the file.
        version: the version that `inspect` found.
        progress: is told how many of its steps are done.

    Raises:
        CannotOpen: if it did not work; the file is then as it was.
        Cancelled: if it was stopped, inside `database.interruptible`; nothing is left of it then.
    """
    if version == schema.newest():
        return
    kept = None
    try:
        progress(tr("Making a backup beside it…"), 0, _STEPS)
        with opened(path) as connected:
            kept = _keep(connected, path)
        patience = database.BUSY_SECONDS
        with closing(sqlite3.connect(address(path), uri=True, isolation_level=None, timeout=patience)) as connection:
            database.heed(connection)
            _migrate(connection, progress)
    except (OSError, CannotWrite, Cancelled, *BROKEN) as error:
        told = explain(error)
        if isinstance(told, Cancelled):
            if kept is not None:
                kept.unlink()
            raise told from error
        reason = tr("It could not be brought up to date and was left as it is.")
        raise CannotOpen(path, f"{reason} {told or ''}".strip()) from error


def _keep(connected: SqliteDatabase, path: Path) -> Path | None:
    """Write a backup beside the file that stays there for good, and return it, unless an earlier try left the same."""
    mark = _mark(connected)
    for number in count(1):
        again = f" ({number})" if number > 1 else ""
        kept = files.beside(path, f" before version {schema.newest()}{again}")
        if not kept.exists():
            backup.copy(connected, kept)
            return kept
        try:
            with closing(sqlite3.connect(address(kept, frozen=True), uri=True)) as connection:
                if _mark(connection) == mark:
                    return None
        except BROKEN:
            continue
    raise AssertionError("numbers do not end")


def _mark(connection: Any) -> tuple[Any, ...]:
    """Return what tells the state of a file of any version."""
    execute = getattr(connection, "execute_sql", None) or connection.execute
    return (*execute("PRAGMA user_version").fetchone(), *execute(state.MARK).fetchone())


def _migrate(connection: sqlite3.Connection, progress: Progress) -> None:
    # Foreign keys are off outside the transaction: inside one the pragma does nothing, and rebuilding a table would
    # take every link with it.
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("PRAGMA synchronous = 2")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        # Another window may have been quicker.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        progress(tr("Looking through it…"), 1, _STEPS)
        before = _row_counts(connection)
        broken = len(connection.execute("PRAGMA foreign_key_check").fetchall())
        # What other programs have added stays.
        added = schema.parts(connection) - schema.fresh_parts(version)
        progress(tr("Bringing it up to date…"), 2, _STEPS)
        schema.run_scripts(connection, version, schema.newest())
        progress(tr("Looking through it once more…"), 3, _STEPS)
        after = _row_counts(connection)
        if any(after.get(table) != rows for table, rows in before.items()):
            raise sqlite3.DatabaseError("a migration changed the number of rows")
        # Those that were broken before can be repaired once the file is open.
        if len(connection.execute("PRAGMA foreign_key_check").fetchall()) > broken:
            raise sqlite3.DatabaseError("a migration left a broken link")
        if schema.parts(connection) != schema.fresh_parts() | added:
            raise sqlite3.DatabaseError("a migration led to another schema")
        connection.execute(f"PRAGMA user_version = {schema.newest()}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    tables = [name for (name,) in connection.execute(query) if "_part" not in name and "_word" not in name]
    # With the numbers that the next records get: those of deleted ones must not come back.
    counts = dict(connection.execute("SELECT 'next of ' || name, seq FROM sqlite_sequence").fetchall())
    return counts | {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
