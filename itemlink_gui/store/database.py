"""Connecting to a database file, and looking at one before that."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from peewee import SqliteDatabase

from itemlink_gui.base.errors import Cancelled, CannotOpen
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import course, schema
from itemlink_gui.store.course import STEPS_BETWEEN_LOOKS
from itemlink_gui.store.explain import BROKEN, cannot_open, damaged, explain, not_ours
from itemlink_gui.store.fold import fold
from itemlink_gui.store.models import current

APPLICATION_ID = 0x49544C4B  # "ITLK"
# How long a write or a read waits for another program, and how long opening the file does.
BUSY_SECONDS = 10
OPEN_SECONDS = 1
# All that a link of 100,000 customers touches among ten million links. What has changed is never dropped from it before
# the commit; where that alone fills it, every step into a tree reads its pages anew: counting took 0.9 s, not 0.25 s.
WRITER_CACHE_KB = 262_144
# Up to this size a file is checked page by page when it is opened (about 10 ms); a larger one when asked to.
QUICK_CHECK_BYTES = 8 * 1024 * 1024

# A rollback journal, not WAL: a document may be moved, replaced or synced while it is open, and then SQLite refuses
# to write where WAL would acknowledge commits into nowhere.
PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 2,
    "cache_spill": 0,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}


class _Here(threading.local):
    shall_stop: Callable[[], bool] | None = None


_here = _Here()


@contextmanager
def interruptible(shall_stop: Callable[[], bool]) -> Iterator[None]:
    """Let the statements of connections that this thread makes in a ``with`` block be stopped.

    Args:
        shall_stop: asked about every millisecond; a statement that it stops fails as `Cancelled`.
    """
    before, _here.shall_stop = _here.shall_stop, shall_stop
    try:
        yield
    finally:
        _here.shall_stop = before


def give_way() -> None:
    """Stop here where this thread is `interruptible` and shall stop; raises `Cancelled`."""
    if _here.shall_stop is not None and _here.shall_stop():
        raise Cancelled(tr("Cancelled."))
    course.go_on()


def heed(connection: sqlite3.Connection) -> None:
    """Let the statements of a connection be stopped, where this thread is `interruptible`."""
    if _here.shall_stop is not None:
        connection.set_progress_handler(_here.shall_stop, STEPS_BETWEEN_LOOKS)


def address(path: Path, *, frozen: bool = False) -> str:
    """Return the address that opens an existing file and never makes one.

    Args:
        path: the file.
        frozen: nobody writes to it, so no journal is looked for and nothing is locked.
    """
    return f"{path.absolute().as_uri()}?mode={'ro&immutable=1' if frozen else 'rw'}"


def connect(path: Path, *, read_only: bool = False) -> SqliteDatabase:
    """Connect this thread to a file that `inspect` has let pass, and make it the thread's current database.

    Args:
        path: the file.
        read_only: refuse to write through this connection.

    Raises:
        CannotOpen: if the file is gone, or a safety setting is not taken.
    """
    database = SqliteDatabase(address(path), uri=True, lock_type="IMMEDIATE", timeout=OPEN_SECONDS)
    database.register_function(fold, "fold", 1, deterministic=True)
    try:
        database.connect()
        heed(database.connection())
        for name, value in PRAGMAS.items():
            if name == "journal_mode" and read_only and _mode(database) == "wal":
                # This one mode stands in the file, where this connection shall change nothing.
                continue
            database.execute_sql(f"PRAGMA {name} = {value}")
            (found,) = database.execute_sql(f"PRAGMA {name}").fetchone() or (value,)
            if found != value:
                database.close()
                raise CannotOpen(path, tr("It is in use by another program in a way that is not safe to share."))
        if read_only:
            database.execute_sql("PRAGMA query_only = 1")
        else:
            database.execute_sql(f"PRAGMA cache_size = -{WRITER_CACHE_KB}")
        database.execute_sql(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    except BROKEN as error:
        database.close()
        told = explain(error)
        raise told if isinstance(told, Cancelled) else cannot_open(path, error) from error
    current.initialize(database)
    return database


def _mode(database: SqliteDatabase) -> str:
    return str(database.execute_sql("PRAGMA journal_mode").fetchone()[0])


def disconnect(database: SqliteDatabase) -> None:
    """Close this thread's connection."""
    database.close()
    current.initialize(None)


def leave_no_journal(database: SqliteDatabase, is_here: Callable[[], bool]) -> None:
    """Let SQLite remove the empty journal beside a file before the last connection ends, unless it may be somebody's.

    Args:
        database: the connection, with no transaction open; it is good for nothing but closing afterwards.
        is_here: whether it is still the connected file that stands there, so that the journal is its own.
    """
    connection = database.connection()
    with suppress(*BROKEN):
        connection.execute("PRAGMA busy_timeout = 0")
        # Another one who has written and still reads would go on in a journal that is no longer there after a crash:
        # this lock is only given while nobody has any.
        connection.execute("BEGIN EXCLUSIVE")
        if is_here():
            connection.execute("PRAGMA journal_mode = delete")
        connection.execute("ROLLBACK")


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[SqliteDatabase]:
    """Connect this thread for the length of a ``with`` block."""
    database = connect(path, read_only=read_only)
    try:
        yield database
    finally:
        disconnect(database)


def inspect(path: Path, *, sound: bool = True) -> int:
    """Look at a file without changing a byte of it, and say which version of the schema it has.

    What a killed ItemLink left half done is taken back, as SQLite does at every opening.

    Args:
        path: the file to look at; it is never made.
        sound: refuse a damaged one too.

    Returns:
        the version, at most the one this program knows.

    Raises:
        CannotOpen: if it is missing, not a file, unreadable, not ours, damaged or newer.
    """
    _refuse_what_is_no_file(path)
    try:
        # First without looking at journals: those of another program's file are not ours to play back.
        with closing(sqlite3.connect(address(path, frozen=True), uri=True)) as connection:
            # A process that was killed while it wrote a commit has written the first page first: until the journal is
            # played back that one may tell of more pages than there are, which is refused without this.
            connection.execute("PRAGMA writable_schema = 1")
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        if application_id != APPLICATION_ID:
            raise not_ours(path)
        with closing(sqlite3.connect(address(path), uri=True, timeout=OPEN_SECONDS)) as connection:
            return _version(path, connection, sound)
    except BROKEN as error:
        raise cannot_open(path, error) from error


def writable(path: Path) -> bool:
    """Whether a file may be written, and its journal beside it."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK | os.X_OK)


def _version(path: Path, connection: sqlite3.Connection, sound: bool) -> int:
    connection.execute("PRAGMA query_only = 1")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > schema.newest():
        raise CannotOpen(path, tr("It was made by a newer ItemLink. Install that one to open it."))
    if version < 1 or (sound and not _sound(connection, version)):
        raise damaged(path)
    return int(version)


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise CannotOpen(path, tr("There is no such file."), missing=True) from None
    except PermissionError:
        raise CannotOpen(path, tr("You may not read it.")) from None
    except (OSError, ValueError):
        raise CannotOpen(path, tr("There is no such file.")) from None
    if stat.S_ISDIR(mode):
        raise CannotOpen(path, tr("It is a folder."))
    if not stat.S_ISREG(mode):
        raise CannotOpen(path, tr("It is not a file."))
    if not os.access(path, os.R_OK):
        raise CannotOpen(path, tr("You may not read it."))


def _sound(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the tables of that version are there and, in a small file, every page is in order."""
    if not schema.tables(version) <= {name for (name,) in connection.execute(schema.TABLES)}:
        return False
    state = "SELECT count(*) FROM file_state" + (" WHERE file_id <> ''" if version > 1 else "")
    if connection.execute(state).fetchone() != (1,):
        return False
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if pages * size > QUICK_CHECK_BYTES:
        return True
    return schema.is_sound(connection.execute)
