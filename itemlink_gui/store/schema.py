"""What a file of each version is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from itemlink_gui.store.fold import fold
from itemlink_gui.store.migrations import SCRIPTS


def newest() -> int:
    """Return the version that this program writes."""
    return len(SCRIPTS)


def run_scripts(connection: sqlite3.Connection, old: int, new: int) -> None:
    """Bring a schema from one version to another, statement by statement, in the caller's transaction."""
    connection.create_function("fold", 1, fold, deterministic=True)
    for script in SCRIPTS[old:new]:
        for statement in script:
            connection.execute(statement)


def parts(connection: Any) -> set[tuple[str, str, str]]:
    """Return what a file is made of: type, name and statement of each part, white space folded.

    Args:
        connection: sqlite3's, or any that executes SQL.
    """
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows if not name.startswith("sqlite_")}


def fresh_parts(version: int | None = None) -> set[tuple[str, str, str]]:
    """Return what a new file is made of, of the present version or of an earlier one."""
    with closing(sqlite3.connect(":memory:")) as connection:
        run_scripts(connection, 0, newest() if version is None else version)
        return parts(connection)


def is_sound(execute: Callable[[str], Any], database: str = "main") -> bool:
    """Whether every page of a file is in order, as far as SQLite sees without comparing indexes.

    Args:
        execute: runs a statement on a connection.
        database: the name of the file on it.
    """
    try:
        return list(execute(f"PRAGMA {database}.quick_check(1)")) == [("ok",)]
    except UnicodeDecodeError:
        # What it found has a name that is no text.
        return False
