"""A file of the first version is brought up to date: killed at every statement, or stopped by an error at one."""

from __future__ import annotations

import os
import signal
import sqlite3
from functools import partial
from pathlib import Path

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.engine import Engine
from itemlink_gui.store import database, migrate, schema
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import Forked, Line
from tests.store.helpers import version_1
from tests.support import Snapshot, faults, snapshot, undo

# A version to come.
_NEXT = (
    "ALTER TABLE past_link ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT",
    "CREATE INDEX later_company ON company (name)",
    "UPDATE step SET wide = wide || ' ' WHERE wide <> ''",
)


def _seen(path: Path) -> Snapshot:
    """Return what people can see, without the column that is to come."""
    return {table: [row[:7] if table == "past_link" else row for row in rows] for table, rows in snapshot(path).items()}


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
    class Torn(tuple):  # type: ignore[type-arg]
        def __iter__(self):  # type: ignore[no-untyped-def]
            yield from tuple.__iter__(self[:statement])
            raise sqlite3.OperationalError("disk I/O error")

    scripts, whole = schema.SCRIPTS, migrate._migrate

    def torn(connection: sqlite3.Connection) -> None:
        schema.SCRIPTS = (*scripts[:-1], Torn(scripts[-1]))
        try:
            whole(connection)
        finally:
            schema.SCRIPTS = scripts

    migrate._migrate = torn
    try:
        Engine(path, keeping=False).close()
    except CannotOpen:
        return
    finally:
        migrate._migrate = whole
    raise AssertionError("it was not refused")


def _migrated(seed: int, folder: Path) -> Outcome:
    schema.SCRIPTS = (*schema.SCRIPTS, _NEXT)
    path = folder / "old.itemlink"
    path.write_bytes(version_1())
    before = _seen(path)
    lost = []
    if seed % 2:
        _raising_at(seed // 2 % (len(_NEXT) + 1), path)
        if database.inspect(path) != 1:
            lost.append("stopped by an error, and not as it was")
    else:
        with Forked(partial(_killed_at, seed // 2 + 1, path)) as child:
            child.line.rest()
            child.end()
    between = database.inspect(path)
    if between not in (1, schema.newest()):
        lost.append(f"it is of version {between}")
    if _seen(path) != before:
        lost.append(f"its records are others (version {between})")
    engine = Engine(path, keeping=False)
    after, wrong = _seen(path), faults(path)
    if after != before:
        lost.append("its records are others at the end")
    undo(engine)
    engine.close()
    kept = list(folder.glob("* before version *.itemlink"))
    if len(kept) != 1 or _seen(kept[0]) != before:
        lost.append(f"{len(kept)} backups, or not of what it was")
    return judged(lost, wrong)


FAULTS = (Fault("migration killed at a statement, or raising", 8, 120, _migrated),)
