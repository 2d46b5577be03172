"""What a file of each version is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cache
from typing import Any

from itemlink_gui.store.fold import fold
from itemlink_gui.store.migrations import SCRIPTS

Script = tuple[str, ...]
Part = tuple[str, str, str]

TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


def newest() -> int:
    """Return the version that this program writes."""
    return len(SCRIPTS)


def run_scripts(connection: sqlite3.Connection, old: int, new: int) -> None:
    """Bring a schema from one version to another, statement by statement, in the caller's transaction."""
    _run(connection, SCRIPTS[old:new])


def _run(connection: sqlite3.Connection, scripts: Iterable[Script]) -> None:
    connection.create_function("fold", 1, fold, deterministic=True)
    for script in scripts:
        for statement in script:
            connection.execute(statement)


def parts(connection: Any) -> set[Part]:
    """Return what a file is made of: type, name and statement of each part, white space folded.

    Args:
        connection: sqlite3's, or any that executes SQL.
    """
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows if not name.startswith("sqlite_")}


def fresh_parts(version: int | None = None) -> frozenset[Part]:
    """Return what a new file is made of, of the present version or of an earlier one."""
    return _fresh(SCRIPTS[:version])[0]


def tables(version: int) -> frozenset[str]:
    """Return the names of the tables that a file of a version has, SQLite's own ones too."""
    return _fresh(SCRIPTS[:version])[1]


@cache
def _fresh(scripts: tuple[Script, ...]) -> tuple[frozenset[Part], frozenset[str]]:
    # Every opening asks for it, and making it takes longer than the rest of the look at a small file.
    with closing(sqlite3.connect(":memory:")) as connection:
        _run(connection, scripts)
        names = frozenset(name for (name,) in connection.execute(TABLES))
        return frozenset(parts(connection)), names


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
