"""Putting a backup in the place of a file; what stood there is kept beside it, whole."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from itemlink_gui.base import files
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.store import backup, backups, database, explain

# What belongs to a file and must go with it: SQLite would play a stale one back onto the restored file.
SIDES = ("-journal", "-wal", "-shm")


def restore(chosen: Path, target: Path) -> Path | None:
    """Put a copy of a backup in the place of a file that nobody in this process has open.

    A kill in the middle leaves the old file where it was or, for an instant, only under its new name.

    Args:
        chosen: the backup; it stays.
        target: the file to replace; it may be missing.

    Returns:
        where the replaced file is now, or None if there was none.

    Raises:
        CannotOpen: if the backup is not sound.
        CannotWrite: if another program is writing to the file, or the place cannot be written.
    """
    database.inspect(chosen)
    kept: list[Path] = []

    def set_aside(old: Path) -> None:
        with _held(old):
            if any(_side(old, side).exists() for side in ("", *SIDES)):
                kept.append(_name_aside(old))
                _move(old, kept[0])

    try:
        try:
            with files.replacing(target, set_aside) as part, database.opened(chosen, read_only=True) as connected:
                backup.write(connected, part)
                # It is as it was backed up: no other backup is needed before it is changed.
                os.utime(part, ns=(chosen.stat().st_atime_ns, chosen.stat().st_mtime_ns))
        except BaseException:
            if kept:
                _move(kept[0], target.resolve())
            raise
    except (OSError, *explain.BROKEN) as error:
        raise explain.explain(error) or CannotWrite(str(error)) from error
    return kept[0] if kept and kept[0].exists() else None


@contextmanager
def _held(target: Path) -> Iterator[None]:
    """Keep other programs from writing meanwhile, without playing back what a killed one has left.

    Raises:
        CannotWrite: if one is in the middle of a write.
    """
    with tempfile.TemporaryDirectory(prefix=".itemlink-", dir=target.parent) as folder:
        # By another name: the locks are the same, but no journal goes with it.
        probe = Path(folder, "probe")
        try:
            probe.hardlink_to(target)
        except OSError:
            # There is no file, or the file system knows no links.
            yield
            return
        with closing(sqlite3.connect(database.address(probe), uri=True, timeout=database.OPEN_SECONDS)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.DatabaseError as error:
                told = explain.explain(error)
                if isinstance(told, CannotWrite) and told.trouble == "busy":
                    raise told from error
            yield


def _name_aside(target: Path) -> Path:
    """Return a free name that says when a file was replaced."""
    stamp = backups.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    for number in count(1):
        kept = files.beside(target, f" replaced {stamp}" + (f" ({number})" if number > 1 else ""))
        if not any(_side(kept, side).exists() for side in ("", *SIDES)):
            break
    return kept


def _move(old: Path, new: Path) -> None:
    # The file first: without it a journal that is left behind is moved aside by the next try.
    for side in ("", *SIDES):
        with contextlib.suppress(FileNotFoundError):
            if side and not _side(old, side).stat().st_size:
                _side(old, side).unlink()
            else:
                _side(old, side).rename(_side(new, side))


def _side(path: Path, side: str) -> Path:
    return path.with_name(path.name + side)
