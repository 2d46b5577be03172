"""Copies of a whole file, made by SQLite itself."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from peewee import SqliteDatabase

from itemlink_gui.base import files
from itemlink_gui.base.errors import Cancelled, CannotWrite
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import course, schema
from itemlink_gui.store.database import give_way
from itemlink_gui.store.explain import BROKEN, explain, harmed

# So many pages are copied at once: about 10 ms, and no longer does a write wait for it.
PAGES = 500
# So often a copy is begun anew because another program wrote in between; then that program has to wait.
MOST_TRIES = 3


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


def keep(database: SqliteDatabase, target: Path) -> None:
    """Write a verified copy of the file that this thread is connected to, page by page as it is.

    It is three times as quick as a compact one, and nobody waits for it: the file is read in short pieces, and only
    the copy is looked through. It is begun anew whenever somebody wrote in between.

    Args:
        database: the connection to copy from, with no transaction open; its file may have been moved or deleted.
        target: the file to write; an existing one is replaced.

    Raises:
        CannotWrite: if the file is damaged, or only the copy.
        Cancelled: if it shall stop; see `database.interruptible`.
        OSError, sqlite3.DatabaseError: if it cannot be written.
    """
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    course.expect(2 * pages * course.STEPS_OF_PAGE)
    with files.replacing(target) as part:
        with closing(sqlite3.connect(part)) as connection:
            # What is half done is thrown away.
            connection.execute("PRAGMA journal_mode = off")
            _take(database, connection)
        if not _is_sound(part):
            if not schema.is_sound(database.execute_sql):
                raise harmed()
            raise CannotWrite(tr("The copy could not be verified and was not kept."))


def _take(database: SqliteDatabase, connection: sqlite3.Connection) -> None:
    """Copy all pages into an empty file."""
    before, tries = sys.maxsize, 0

    def look(status: int, left: int, _: int) -> None:
        nonlocal before, tries
        give_way()
        course.went_on(PAGES * course.STEPS_OF_PAGE)
        if status == sqlite3.SQLITE_BUSY:
            # Tells it as an error, if it goes on.
            database.execute_sql("SELECT count(*) FROM sqlite_schema").fetchone()
        elif left >= before:
            # From the beginning.
            tries += 1
            if tries == MOST_TRIES:
                database.execute_sql("BEGIN")
                database.execute_sql("SELECT count(*) FROM sqlite_schema").fetchone()
        before = left

    try:
        database.connection().backup(connection, pages=PAGES, progress=look, sleep=0)
    finally:
        if tries >= MOST_TRIES:
            database.execute_sql("ROLLBACK")


def _is_sound(copied: Path) -> bool:
    with closing(sqlite3.connect(copied)) as connection:
        course.watch(connection)
        try:
            return schema.is_sound(connection.execute)
        except BROKEN as error:
            if isinstance(explain(error), Cancelled):
                raise
            return False
