"""What errors of SQLite and of the system mean, in plain words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import peewee

from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite, ItemLinkError
from itemlink_gui.base.i18n import tr

# What a file that is not as it should be leads to; the last one where even a message about it is no text any more.
BROKEN = (peewee.DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError)


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
        if isinstance(seen, UnicodeDecodeError) or (isinstance(seen, sqlite3.Error) and _tells_of_damage(str(seen))):
            found = harmed()
        elif code is not None:
            found = _meaning(code) or found
        elif isinstance(seen, OSError) and found is None:
            found = CannotWrite(tr("The file could not be written: {reason}.", reason=seen.strerror or ""))
        seen = seen.__cause__ or seen.__context__
    return found


def explain_open(error: BaseException) -> ItemLinkError | None:
    """Say the same of an error met in a file that had all its tables when it was opened."""
    told = explain(error)
    if told is None and isinstance(error, peewee.OperationalError) and str(error).startswith("no such table"):
        # Another one was written over it, or nothing.
        return moved()
    return told


def _tells_of_damage(message: str) -> bool:
    """Whether an error is of damage although SQLite does not call it so: texts that are none, a broken search index."""
    return any(words in message for words in ("Could not decode to UTF-8", "fts5 file format", "vtable constructor"))


def _meaning(code: int) -> ItemLinkError | None:
    if code in (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID):
        # A row that was not found and is there all the same: an index is broken.
        return harmed()
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved()
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return CannotWrite(tr("The disk is full. Nothing was stored; free some space and try again."), "full")
        case sqlite3.SQLITE_READONLY:
            return CannotWrite(
                tr("The file or its folder is read-only. Nothing was stored; save a copy elsewhere."), "read_only"
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy()
        case sqlite3.SQLITE_CORRUPT if code == sqlite3.SQLITE_CORRUPT_VTAB:
            text = tr("The search index is not in order. Nothing was stored; Check file in the menu Tools repairs it.")
            return CannotWrite(text, "index")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return harmed()
        case sqlite3.SQLITE_IOERR:
            return CannotWrite(tr("The disk reports an error. Nothing was stored; save a copy elsewhere."))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return CannotWrite(tr("The file or its folder cannot be written. Nothing was stored."), "read_only")
        case sqlite3.SQLITE_INTERRUPT:
            return Cancelled(tr("Cancelled."))
    return None


def busy() -> CannotWrite:
    """Return the error for a file that another program holds for now."""
    return CannotWrite(tr("Another program is using the file. Nothing was stored; try again in a moment."), "busy")


def moved() -> CannotWrite:
    """Return the error for a file that is no longer where it was opened."""
    return CannotWrite(
        tr("The file was moved, replaced or deleted by another program. Nothing was stored; save a copy to go on."),
        "moved",
    )


def read_only() -> CannotWrite:
    """Return the error for a file that was opened only to be read."""
    return CannotWrite(tr("This file can only be read. Nothing was stored; save a copy to go on."), "read_only")


def harmed() -> CannotWrite:
    """Return the error for a file that was found to be damaged."""
    return CannotWrite(tr("The file is damaged. It was left as it is, and nothing is stored in it."), "damaged")


def same_file() -> CannotWrite:
    """Return the error for a copy onto the open file itself."""
    return CannotWrite(tr("This is the open file itself; choose another name for the copy."))


def damaged(path: Path) -> CannotOpen:
    """Return the error for a file of ours that is damaged."""
    return CannotOpen(path, tr("It is damaged. It was left as it is."), damaged=True)


def cannot_open(path: Path, error: Exception) -> CannotOpen:
    """Say why a file cannot be opened, where nothing was to be stored."""
    told = explain(error)
    if isinstance(told, CannotOpen):
        return told
    if isinstance(told, CannotWrite) and told.trouble == "damaged" and not _is_foreign(error):
        return damaged(path)
    seen: BaseException | None = error
    while seen is not None and not hasattr(seen, "sqlite_errorcode"):
        seen = seen.__cause__ or seen.__context__
    match getattr(seen, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return not_ours(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return CannotOpen(path, tr("Another program is using it. Try again in a moment."))
    return CannotOpen(path, tr("It could not be read."))


def _is_foreign(error: BaseException | None) -> bool:
    while error is not None:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            return True
        error = error.__cause__ or error.__context__
    return False


def not_ours(path: Path) -> CannotOpen:
    """Return the error for a file of another kind."""
    return CannotOpen(path, tr("It is not an ItemLink file."), foreign=True)
