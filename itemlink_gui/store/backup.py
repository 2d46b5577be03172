"""Copies of a whole file, made by SQLite itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from peewee import SqliteDatabase

from itemlink_gui.base import files
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import course, schema


def copy(database: SqliteDatabase, target: Path, *, another: bool = False) -> None:
    """Write a verified, compact copy of the file that this thread is connected to.

    At every moment either the old or the new target is whole, and nothing appears when it fails.

    Args:
        database: the connection to copy from; its file may have been moved or deleted meanwhile.
        target: the file to write; an existing one is replaced.
        another: the copy goes its own way: it is another file, with backups of its own.

    Raises:
        CannotWrite: if the copy turns out to be damaged.
        OSError, sqlite3.DatabaseError: if it cannot be written.
    """
    with files.replacing(target) as part:
        write(database, part, another=another)


def write(database: SqliteDatabase, part: Path, *, another: bool = False) -> None:
    """Write such a copy into an empty file that exists already; arguments and errors as with `copy`."""
    # VACUUM INTO takes an empty file, so the name is reserved and the mode (0600) is set. As an address, because a
    # name need not be UTF-8.
    (query_only,) = database.execute_sql("PRAGMA query_only").fetchone()
    database.execute_sql("PRAGMA query_only = 0")
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    # Written, and then verified.
    course.expect(2 * pages * course.STEPS_OF_PAGE)
    try:
        database.execute_sql("VACUUM INTO ?", (part.as_uri(),))
    finally:
        database.execute_sql(f"PRAGMA query_only = {query_only}")
    with closing(sqlite3.connect(part)) as connection:
        course.watch(connection)
        if another:
            connection.execute("UPDATE file_state SET file_id = lower(hex(randomblob(16)))")
            connection.commit()
        sound = schema.is_sound(connection.execute)
    if not sound:
        raise CannotWrite(tr("The copy could not be verified and was not kept."))
