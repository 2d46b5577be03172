"""The backups of a file: where they are, when one is made, and which are kept."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from peewee import SqliteDatabase

from itemlink_gui.base import files, paths
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.notices import Notice
from itemlink_gui.store import backup, explain, state
from itemlink_gui.store.database import address
from itemlink_gui.store.models import current

# All of the last two days are kept; of those before, the last of each of so many days, then weeks, then months.
KEEP_ALL = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
# A backup leaves at least as much room on the disk as the file takes.
_ROOM = 2

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_STAMP_LENGTH = len("2026-01-31T120000.000000Z")
# Of four bytes each, with the time and the ending, they still make a name that file systems take.
_MOST_LETTERS_OF_NAME = 50
_OLDEST_PART = 24 * 3600.0
# In each folder of backups: where the file, or a copy with its number, was when they were made, the last place first;
# no more than so many places.
_ORIGIN = "origin"
_MOST_ORIGINS = 20


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Args:
        path: where it is.
        at: when it was made; aware, in UTC.
        size: in bytes.
        name: what the file was called then, without its ending.
    """

    path: Path
    at: datetime
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a file holds.

    Args:
        items: how many there are.
        customers: how many there are.
        links: how many stand.
        steps: how many steps its history has.
    """

    items: int
    customers: int
    links: int
    steps: int


def now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


def folder(file_id: str) -> Path:
    """Return where the backups of a file are, made or not."""
    return paths.backups_dir() / file_id


def listed(file_id: str) -> list[Backup]:
    """Return the backups of a file, the newest first; what else lies in the folder is left out."""
    return sorted(_found(folder(file_id)), key=lambda one: (one.at, one.path.name), reverse=True)


def _found(where: Path) -> Iterator[Backup]:
    try:
        entries = list(where.iterdir())
    except OSError:
        return
    for path in entries:
        name, stamp = path.stem[: -_STAMP_LENGTH - 1], path.stem[-_STAMP_LENGTH:]
        if path.suffix != paths.FILE_SUFFIX:
            continue
        with contextlib.suppress(OSError, ValueError):
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
            yield Backup(path, at, path.stat().st_size, name)


def of_path(path: Path) -> list[Backup]:
    """Return the backups of the file that was last known at a path, for one that is gone or cannot be read.

    Those made under its name come first: a copy of the file may have the same number.
    """
    known = _known_at(path)
    name = path.stem[:_MOST_LETTERS_OF_NAME]
    return sorted(listed(known[0]), key=lambda one: one.name != name) if known else []


def of_file(file_id: str, path: Path) -> list[Backup]:
    """Return the backups of an open file, and of those that stood in its place before, the newest first."""
    found = [one for known in {file_id, *_known_at(path)} for one in listed(known)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _known_at(path: Path) -> list[str]:
    """Return which files have stood at a path, the last one first."""
    try:
        folders = list(paths.backups_dir().iterdir())
    except OSError:
        return []
    wanted = os.fsencode(path.resolve())
    known = [(_last_write(one / _ORIGIN), one.name) for one in folders if wanted in _origins(one)]
    return [name for _, name in sorted(known, reverse=True)]


def _origins(where: Path) -> list[bytes]:
    """Return where a file, or a copy with the same number, was when its backups were made, the last place first."""
    try:
        return (where / _ORIGIN).read_bytes().split(b"\0")
    except OSError:
        return []


def _last_write(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def make(database: SqliteDatabase, source: Path, *, gone: bool = False) -> Backup | None:
    """Make a backup of the file that this thread is connected to, unless the newest one has it as it is.

    Args:
        database: the connection to copy from, with no transaction open.
        source: where the file is.
        gone: it is there no more, or another stands in its place: the connection is all that leads to it.

    Returns:
        the backup, or None if there was nothing to do.

    Raises:
        CannotWrite: if the file is damaged (what backups there are stay as they are), or there is not enough room.
        OSError, sqlite3.DatabaseError: if it cannot be written.
    """
    file_id = state.file_id()
    there = listed(file_id)
    if there and _same(there[0], None if gone else source):
        return None
    if _is_empty(database):
        return None
    where = folder(file_id)
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    (size,) = database.execute_sql("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
    if shutil.disk_usage(where).free < size * _ROOM:
        raise CannotWrite(tr("There is not enough room on the disk for a backup."), "full")
    at = now()
    target = where / f"{source.stem[:_MOST_LETTERS_OF_NAME]} {at.strftime(_STAMP)}{paths.FILE_SUFFIX}"
    backup.keep(database, target)
    place = os.fsencode(source.resolve())
    places = [place, *(one for one in _origins(where) if one != place)]
    files.write_bytes(where / _ORIGIN, b"\0".join(places[:_MOST_ORIGINS]))
    made = next(one for one in _found(where) if one.path == target)
    thin(file_id, at)
    return made


def _is_empty(database: SqliteDatabase) -> bool:
    tables = ("item", "customer", "step")
    return not any(database.execute_sql(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)


def _same(newest: Backup, source: Path | None) -> bool:
    """Whether a backup has a file as it is: nothing was written since, by us or by anybody."""
    try:
        if source is not None and newest.path.stat().st_mtime_ns < source.stat().st_mtime_ns:
            return False
        with closing(sqlite3.connect(address(newest.path, frozen=True), uri=True)) as connection:
            return bool(connection.execute(state.MARK).fetchone() == state.mark())
    except (OSError, *explain.BROKEN):
        return False


def contents(path: Path) -> Contents:
    """Return how much is in a backup, without opening it for more.

    Raises:
        sqlite3.DatabaseError: if it cannot be read.
    """
    with closing(sqlite3.connect(address(path, frozen=True), uri=True)) as connection:
        (row,) = connection.execute(_CONTENTS)
    return Contents(*row)


_CONTENTS = """SELECT (SELECT count(*) FROM item_stat), (SELECT count(*) FROM customer_stat),
    (SELECT coalesce(sum(count), 0) FROM item_stat), (SELECT count(*) FROM step)"""


def present() -> Contents:
    """Return how much is in the file that this thread is connected to."""
    (row,) = current.execute_sql(_CONTENTS)
    return Contents(*row)


def thin(file_id: str, at: datetime) -> None:
    """Remove the backups of a file that are no longer kept at a time."""
    for part in folder(file_id).glob(".itemlink-*.part"):
        # What a killed process has left; one that is still being written is younger.
        with contextlib.suppress(OSError):
            if at.timestamp() - part.stat().st_mtime > _OLDEST_PART:
                part.unlink()
    there = listed(file_id)
    kept = kept_at([one.at for one in there], at)
    for one in there:
        if one.at not in kept:
            with contextlib.suppress(OSError):
                one.path.unlink()


def kept_at(times: Iterable[datetime], at: datetime) -> set[datetime]:
    """Return which backups are kept.

    All of the last 2 days; of the older ones the last of each of 12 days, before them the last of each of 10 weeks,
    and before them the last of each of 9 months (days, ISO weeks and months in UTC that have any). A week belongs to
    the month of its Monday: so what is left after thinning every day is what one thinning of all would leave.

    Args:
        times: when the backups were made.
        at: the present time.
    """
    kept: set[datetime] = set()
    stages = iter(_STAGES)
    most, bucket = next(stages)
    seen: set[object] = set()
    for time in sorted(times, reverse=True):
        if at - time <= KEEP_ALL:
            kept.add(time)
            continue
        if bucket(time) not in seen and len(seen) == most:
            most, bucket = next(stages, (0, bucket))
            seen = set()
        if bucket(time) not in seen and most:
            seen.add(bucket(time))
            kept.add(time)
    return kept


_STAGES: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (DAYS, datetime.date),
    (WEEKS, lambda time: time.isocalendar()[:2]),
    (MONTHS, lambda time: (time - timedelta(days=time.weekday())).strftime("%Y-%m")),
)


def failure(error: BaseException) -> Notice:
    """Return what to tell where a backup could not be made; the file itself is not concerned."""
    told = explain.explain(error)
    trouble = told.trouble if isinstance(told, CannotWrite) else ""
    match trouble:
        case "damaged":
            return Notice("damaged")
        case "full":
            return Notice("not_backed_up", reason=tr("There is not enough room on the disk for it."))
        case "read_only":
            return Notice("not_backed_up", reason=tr("The folder of the backups cannot be written."))
        case "busy":
            return Notice("not_backed_up", reason=tr("Another program is using the file."))
    return Notice("not_backed_up", reason=tr("The folder of the backups cannot be written, or the file not be read."))
