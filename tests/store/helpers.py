"""What tests of the store share: a clock for backups, making them, and files of older versions."""

from __future__ import annotations

import functools
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from itemlink_gui.store import backups, database, schema
from tests.support import raw

START = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


class Clock:
    """What time it is for backups; it stands still until it is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = START
        monkeypatch.setattr(backups, "now", self)

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **how_long: float) -> None:
        self.at += timedelta(**how_long)


def make(path: Path) -> backups.Backup | None:
    with database.opened(path) as connected:
        return backups.make(connected, path)


def made(path: Path) -> backups.Backup:
    found = make(path)
    assert found is not None
    return found


def touch_later(path: Path, than: Path) -> None:
    """Let a file be written last a moment after another one; clocks of file systems are too coarse to rely on."""
    later = than.stat().st_mtime_ns + 1
    os.utime(path, ns=(later, later))


def left(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def every_row(path: Path, version: int = 0) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but those of the search index.

    Args:
        path: the file.
        version: only tables and columns that a file of this version has; 0 for all.
    """
    with raw(path) as connection, closing(sqlite3.connect(":memory:")) as like:
        if version:
            schema.run_scripts(like, 0, version)
        found = {}
        for (name,) in (like if version else connection).execute(schema.TABLES).fetchall():
            if "_part" not in name and "_word" not in name:
                columns = [row[1] for row in (like if version else connection).execute(f"PRAGMA table_info({name})")]
                found[name] = sorted(
                    connection.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall(), key=repr
                )
        return found


@functools.cache
def written(version: int) -> bytes:
    """Return a file as an older version wrote it; what is in it says the script beside this module."""
    with closing(sqlite3.connect(":memory:")) as connection:
        schema.run_scripts(connection, 0, version)
        connection.executescript(Path(__file__).with_name(f"version_{version}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
        return connection.serialize()
