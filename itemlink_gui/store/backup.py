"""Copies of a whole file, made by SQLite itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from peewee import SqliteDatabase

from itemlink_gui.base import files
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.base.i18n import tr


def copy(database: SqliteDatabase, target: Path) -> None:
    """Write a verified, compact copy of the file that this thread is connected to.

    At every moment either the old or the new target is whole, and nothing appears when it fails.

    Args:
        database: the connection to copy from; its file may have been moved or deleted meanwhile.
        target: the file to write; an existing one is replaced.

    Raises:
        CannotWrite: if the copy turns out to be damaged.
        OSError, sqlite3.DatabaseError: if it cannot be written.
    """
    with files.replacing(target) as part:
        # VACUUM INTO takes an empty file that exists, so the name is reserved and the mode (0600) is set.
        # As an address, because a name need not be UTF-8.
        database.execute_sql("VACUUM INTO ?", (part.as_uri(),))
        connection = sqlite3.connect(part)
        try:
            sound = list(connection.execute("PRAGMA quick_check(1)")) == [("ok",)]
        finally:
            connection.close()
        if not sound:
            raise CannotWrite(tr("The copy could not be verified and was not kept."))
