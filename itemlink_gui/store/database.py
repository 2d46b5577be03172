"""Opening, making and migrating a database file, and saying what SQLite's errors mean."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import peewee
from peewee import SqliteDatabase

from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.paths import FILE_SUFFIX
from itemlink_gui.store import backup
from itemlink_gui.store.fold import fold
from itemlink_gui.store.migrations import SCRIPTS
from itemlink_gui.store.models import current

_log = logging.getLogger(__name__)

APPLICATION_ID = 0x49544C4B  # "ITLK"
# How long a write or a read waits for another program, and how long opening the file does.
BUSY_SECONDS = 10
OPEN_SECONDS = 1
# A link of 100,000 customers in random order takes 0.9 s with it, 2 s with SQLite's own 2,000 kB.
WRITER_CACHE_KB = 65_536
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


def _uri(path: Path) -> str:
    """Return the address that opens an existing file and never makes one."""
    return f"{path.absolute().as_uri()}?mode=rw"


def connect(path: Path, *, read_only: bool = False) -> SqliteDatabase:
    """Connect this thread to a file that `inspect` has let pass, and make it the thread's current database.

    Args:
        path: the file.
        read_only: refuse to write through this connection.

    Raises:
        CannotOpen: if the file is gone, or a safety setting is not taken.
    """
    database = SqliteDatabase(_uri(path), uri=True, lock_type="IMMEDIATE", timeout=OPEN_SECONDS)
    database.register_function(fold, "fold", 1, deterministic=True)
    try:
        database.connect()
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
    except peewee.DatabaseError as error:
        database.close()
        raise CannotOpen(path, _why(error)) from error
    current.initialize(database)
    return database


def _mode(database: SqliteDatabase) -> str:
    return str(database.execute_sql("PRAGMA journal_mode").fetchone()[0])


def disconnect(database: SqliteDatabase) -> None:
    """Close this thread's connection."""
    database.close()
    current.initialize(None)


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
        with closing(sqlite3.connect(f"{_uri(path)}&immutable=1", uri=True)) as connection:
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        if application_id != APPLICATION_ID:
            raise CannotOpen(path, tr("It is not an ItemLink file."))
        with closing(sqlite3.connect(_uri(path), uri=True, timeout=OPEN_SECONDS)) as connection:
            return _version(path, connection, sound)
    except sqlite3.DatabaseError as error:
        raise CannotOpen(path, _why(error)) from error


def _damaged() -> str:
    return tr("It is damaged. It was left as it is; open a copy that was saved earlier.")


def _why(error: Exception) -> str:
    """Say why a file cannot be opened, where nothing was to be stored."""
    code = getattr(error.__cause__ or error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_NOTADB:
            return tr("It is not an ItemLink file.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return tr("Another program is using it. Try again in a moment.")
        case sqlite3.SQLITE_CORRUPT:
            return _damaged()
    return tr("It could not be read.")


def _version(path: Path, connection: sqlite3.Connection, sound: bool) -> int:
    connection.execute("PRAGMA query_only = 1")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(SCRIPTS):
        raise CannotOpen(path, tr("It was made by a newer ItemLink. Install that one to open it."))
    if version < 1 or (sound and not _sound(connection, version)):
        raise CannotOpen(path, _damaged())
    return int(version)


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise CannotOpen(path, tr("There is no such file.")) from None
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
    query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
    found = {name for (name,) in connection.execute(query)}
    with closing(sqlite3.connect(":memory:")) as fresh:
        run_scripts(fresh, 0, version)
        expected = {name for (name,) in fresh.execute(query)}
    if not expected <= found:
        return False
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if pages * size > QUICK_CHECK_BYTES:
        return True
    return list(connection.execute("PRAGMA quick_check(1)")) == [("ok",)]


def run_scripts(connection: sqlite3.Connection, old: int, new: int) -> None:
    """Bring a schema from one version to another, statement by statement, in the caller's transaction."""
    for script in SCRIPTS[old:new]:
        for statement in script:
            connection.execute(statement)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give an empty file of ours that gets the name ``path`` at the end; a kill leaves nothing under that name.

    Args:
        path: where; its folder must exist.

    Raises:
        CannotOpen: if something is there already, or the place cannot be written.
    """
    taken = CannotOpen(path, tr("There is a file of that name already; it was left as it is."))
    if path.exists() or path.is_symlink():
        raise taken
    try:
        folder = tempfile.TemporaryDirectory(prefix=".itemlink-", dir=path.absolute().parent)
    except OSError as error:
        raise CannotOpen(path, tr("It cannot be made there: {reason}.", reason=error.strerror)) from error
    with folder as name:
        part = Path(name, f"new{FILE_SUFFIX}")
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _fill(part)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        try:
            # Unlike a renaming, a link never takes the place of what came to stand there meanwhile.
            path.hardlink_to(part)
        except OSError:
            if path.exists():
                raise taken from None
            # Some file systems, such as those of memory cards, know no links.
            part.rename(path)


def _fill(path: Path) -> None:
    """Make an empty file one of ours."""
    connection = sqlite3.connect(_uri(path), uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = 0")
        connection.execute("BEGIN EXCLUSIVE")
        run_scripts(connection, 0, len(SCRIPTS))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(SCRIPTS)}")
        connection.execute("COMMIT")
    finally:
        connection.close()


def create(path: Path) -> None:
    """Make an empty file of ours; arguments and errors as with `new_file`."""
    try:
        with new_file(path):
            pass
    except (sqlite3.DatabaseError, OSError) as error:
        raise CannotOpen(path, str(explain(error) or tr("It cannot be made there."))) from error


def migrate(path: Path, version: int) -> None:
    """Bring a file of an older version to the present one, all or nothing, after a verified backup beside it.

    Args:
        path: the file.
        version: the version that `inspect` found.

    Raises:
        CannotOpen: if it did not work; the file is then as it was.
    """
    if version == len(SCRIPTS):
        return
    kept = path.with_name(f"{path.stem} before version {len(SCRIPTS)}{path.suffix}")
    try:
        if not kept.exists():
            with opened(path) as database:
                backup.copy(database, kept)
        with closing(sqlite3.connect(_uri(path), uri=True, isolation_level=None, timeout=BUSY_SECONDS)) as connection:
            _migrate(connection)
    except (sqlite3.DatabaseError, peewee.DatabaseError, OSError, CannotWrite) as error:
        reason = tr("It could not be brought up to date and was left as it is.")
        raise CannotOpen(path, f"{reason} {explain(error) or ''}".strip()) from error


def _migrate(connection: sqlite3.Connection) -> None:
    # Foreign keys are off outside the transaction: inside one the pragma does nothing, and rebuilding a table would
    # take every link with it.
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("PRAGMA synchronous = 2")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        # Another window may have been quicker.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        before = _row_counts(connection)
        run_scripts(connection, version, len(SCRIPTS))
        after = _row_counts(connection)
        if any(after.get(table) != count for table, count in before.items()):
            raise sqlite3.DatabaseError("a migration changed the number of rows")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.DatabaseError("a migration left a broken link")
        if schema(connection) != fresh_schema():
            raise sqlite3.DatabaseError("a migration led to another schema")
        connection.execute(f"PRAGMA user_version = {len(SCRIPTS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    tables = [name for (name,) in connection.execute(query) if "_part" not in name and "_word" not in name]
    # With the numbers that the next records get: those of deleted ones must not come back.
    counts = dict(connection.execute("SELECT 'next of ' || name, seq FROM sqlite_sequence").fetchall())
    return counts | {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def schema(connection: Any) -> set[tuple[str, str, str]]:
    """Return what a file is made of: type, name and statement of each part, white space folded.

    Args:
        connection: sqlite3's, or any that executes SQL.
    """
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows if not name.startswith("sqlite_")}


def fresh_schema() -> set[tuple[str, str, str]]:
    """Return what a new file is made of."""
    connection = sqlite3.connect(":memory:")
    try:
        run_scripts(connection, 0, len(SCRIPTS))
        return schema(connection)
    finally:
        connection.close()


def explain(error: BaseException) -> ItemLinkError | None:
    """Say in plain words what an error of SQLite or of the system means.

    The whole chain of causes is looked at: a full disk, for one, arrives as "cannot rollback".

    Args:
        error: any error.

    Returns:
        what to tell, or None if it is not an error of the world but a bug.
    """
    seen: BaseException | None = error
    found: ItemLinkError | None = None
    while seen is not None:
        if isinstance(seen, ItemLinkError):
            return seen
        code = getattr(seen, "sqlite_errorcode", None)
        if code is not None:
            found = _meaning(code) or found
        elif isinstance(seen, OSError) and found is None:
            found = CannotWrite(tr("The file could not be written: {reason}.", reason=seen.strerror or ""))
        seen = seen.__cause__ or seen.__context__
    return found


def _meaning(code: int) -> ItemLinkError | None:
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved()
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return CannotWrite(tr("The disk is full. Nothing was stored; free some space and try again."))
        case sqlite3.SQLITE_READONLY:
            return CannotWrite(tr("The file or its folder is read-only. Nothing was stored; save a copy elsewhere."))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            text = tr("Another program is using the file. Nothing was stored; try again in a moment.")
            return CannotWrite(text, busy=True)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return CannotWrite(tr("The file is damaged. It was left as it is; open a copy that was saved earlier."))
        case sqlite3.SQLITE_IOERR:
            return CannotWrite(tr("The disk reports an error. Nothing was stored; save a copy elsewhere."))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return CannotWrite(tr("The file or its folder cannot be written. Nothing was stored."))
        case sqlite3.SQLITE_INTERRUPT:
            return Cancelled(tr("Cancelled."))
    return None


def moved() -> CannotWrite:
    """Return the error for a file that is no longer where it was opened."""
    return CannotWrite(
        tr("The file was moved, replaced or deleted by another program. Nothing was stored; save a copy to go on."),
        moved=True,
    )


def same_file() -> CannotWrite:
    """Return the error for a copy onto the open file itself."""
    return CannotWrite(tr("This is the open file itself; choose another name for the copy."))
