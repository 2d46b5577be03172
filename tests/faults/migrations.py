"""A file of an older version is brought up to date: killed at every statement, or stopped by an error at one."""

from __future__ import annotations

import os
import signal
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.engine import Engine
from itemlink_gui.store import database, migrate, schema
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import Forked, Line
from tests.store.helpers import every_row, written
from tests.support import faults, undo

# A version to come.
_NEXT = (
    "ALTER TABLE past_link ADD COLUMN weight TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT",
    "CREATE INDEX later_company ON company (name)",
    "UPDATE step SET wide = wide || ' ' WHERE wide <> ''",
)
# About as many statements as SQLite runs for a migration, and how far one turn is from the next.
_TRACED, _STRIDE = 150, 37


def _seen(path: Path, version: int) -> dict[str, list[tuple[object, ...]]]:
    """Return every row as a file of an older version has it, but for what belongs to the file itself."""
    return {table: rows for table, rows in every_row(path, version).items() if table not in ("file_state", "step")}


def _killed_at(statement: int, path: Path, _line: Line) -> None:
    left = statement

    def count(_sql: str) -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    whole = migrate._migrate

    def traced(connection: sqlite3.Connection) -> None:
        connection.set_trace_callback(count)
        whole(connection)

    migrate._migrate = traced
    Engine(path, keeping=False).close()


def _raising_at(statement: int, path: Path) -> None:
    class Torn:
        def __init__(self, connection: sqlite3.Connection) -> None:
            self.left, self.connection = statement, connection

        def create_function(self, *arguments: Any, **options: Any) -> None:
            self.connection.create_function(*arguments, **options)

        def execute(self, sql: str) -> sqlite3.Cursor:
            self.left -= 1
            if self.left < 0:
                raise sqlite3.OperationalError("disk I/O error")
            return self.connection.execute(sql)

    run = schema.run_scripts
    schema.run_scripts = lambda connection, old, new: run(Torn(connection) if old else connection, old, new)
    try:
        Engine(path, keeping=False).close()
    except CannotOpen:
        return
    finally:
        schema.run_scripts = run
    raise AssertionError("it was not refused")


def _migrated(seed: int, folder: Path) -> Outcome:
    schema.SCRIPTS = (*schema.SCRIPTS, _NEXT)
    version, turn = 1 + seed // 2 % 2, seed // 4
    path = folder / "old.itemlink"
    path.write_bytes(written(version))
    before = _seen(path, version)
    lost = []
    # Any number of turns is spread over all statements, and as many turns as there are statements take each once.
    if seed % 2:
        _raising_at(turn * _STRIDE % sum(map(len, schema.SCRIPTS[version:])), path)
        if database.inspect(path) != version:
            lost.append("stopped by an error, and not as it was")
    else:
        with Forked(partial(_killed_at, 1 + turn * _STRIDE % _TRACED, path)) as child:
            child.line.rest()
            child.end()
    between = database.inspect(path)
    if between not in (version, schema.newest()):
        lost.append(f"it is of version {between}")
    if _seen(path, version) != before:
        lost.append(f"its records are others (version {between})")
    engine = Engine(path, keeping=False)
    after, wrong = _seen(path, version), faults(path)
    if after != before:
        lost.append("its records are others at the end")
    undo(engine)
    engine.close()
    kept = list(folder.glob("* before version *.itemlink"))
    if len(kept) != 1 or _seen(kept[0], version) != before:
        lost.append(f"{len(kept)} backups, or not of what it was")
    return judged(lost, wrong)


FAULTS = (Fault("migration killed at a statement, or raising", 8, 4 * _TRACED, _migrated),)
