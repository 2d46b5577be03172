"""What errors of SQLite and of the system mean."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite, Invalid
from itemlink_gui.store import explain


def raised(code: int | None, behind: BaseException | None = None) -> Exception:
    error = sqlite3.OperationalError("cannot rollback - no transaction is active")
    if code is not None:
        error.sqlite_errorcode = code
    error.__context__ = behind
    return error


@pytest.mark.parametrize(
    ("error", "words", "trouble"),
    [
        (raised(sqlite3.SQLITE_FULL), "disk is full", "full"),
        (raised(sqlite3.SQLITE_READONLY), "read-only", "read_only"),
        (raised(sqlite3.SQLITE_READONLY_DIRECTORY), "read-only", "read_only"),
        (raised(sqlite3.SQLITE_READONLY_DBMOVED), "moved", "moved"),
        (raised(sqlite3.SQLITE_BUSY), "Another program", "busy"),
        (raised(sqlite3.SQLITE_BUSY_SNAPSHOT), "Another program", "busy"),
        (raised(sqlite3.SQLITE_LOCKED), "Another program", "busy"),
        (raised(sqlite3.SQLITE_CORRUPT_VTAB), "search index", "index"),
        (raised(sqlite3.SQLITE_NOTADB), "damaged", "damaged"),
        (raised(sqlite3.SQLITE_IOERR_WRITE), "disk reports", "disk"),
        (raised(sqlite3.SQLITE_CANTOPEN), "cannot be written", "read_only"),
        (raised(sqlite3.SQLITE_PERM), "cannot be written", "read_only"),
        (raised(sqlite3.SQLITE_INTERRUPT), "Cancelled", None),
        (raised(sqlite3.SQLITE_ERROR, raised(sqlite3.SQLITE_FULL)), "disk is full", "full"),
        (raised(None, raised(None, raised(sqlite3.SQLITE_FULL))), "disk is full", "full"),
        (raised(sqlite3.SQLITE_ERROR, Invalid("name", "too long")), "too long", None),
        (OSError(28, "No space left on device"), "No space left on device", "disk"),
    ],
)
def test_errors_of_the_world_are_told(error: Exception, words: str, trouble: str | None) -> None:
    told = explain.explain(error)
    assert words in str(told)
    assert isinstance(told, CannotWrite if trouble else Cancelled | Invalid)
    assert getattr(told, "trouble", None) == trouble


@pytest.mark.parametrize(
    "error",
    [
        raised(sqlite3.SQLITE_CORRUPT),
        raised(sqlite3.SQLITE_NOTADB),
        raised(sqlite3.SQLITE_CONSTRAINT_ROWID),
        sqlite3.OperationalError("Could not decode to UTF-8 column 'name'"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ],
)
def test_damage_is_told_in_one_way_wherever_it_is_met(error: Exception) -> None:
    told = explain.explain(error)
    assert (str(told), getattr(told, "trouble", None)) == (str(explain.harmed()), "damaged")


@pytest.mark.parametrize(
    "error", [ValueError("x"), raised(sqlite3.SQLITE_ERROR), raised(sqlite3.SQLITE_CONSTRAINT_UNIQUE), raised(None)]
)
def test_bugs_are_not(error: Exception) -> None:
    assert explain.explain(error) is None


@pytest.mark.parametrize(
    ("error", "words", "damaged"),
    [
        (raised(sqlite3.SQLITE_NOTADB), "not an ItemLink file", False),
        (raised(sqlite3.SQLITE_BUSY_RECOVERY), "Another program is using it", False),
        (raised(sqlite3.SQLITE_LOCKED), "Another program is using it", False),
        (raised(sqlite3.SQLITE_CORRUPT_INDEX), "It is damaged", True),
        (raised(sqlite3.SQLITE_IOERR_READ), "could not be read", False),
        (sqlite3.DatabaseError("x"), "could not be read", False),
    ],
)
def test_why_a_file_cannot_be_opened_says_nothing_of_storing(error: Exception, words: str, damaged: bool) -> None:
    wrapped = RuntimeError("as peewee wraps it")
    wrapped.__cause__ = error
    for one in (error, wrapped):
        told = explain.cannot_open(Path("f.itemlink"), one)
        assert isinstance(told, CannotOpen)
        assert words in told.reason
        assert "stored" not in str(told)
        assert (told.damaged, told.foreign) == (damaged, "not an ItemLink" in words)


def test_every_refusal_says_what_is_the_matter() -> None:
    assert [error.trouble for error in (explain.moved(), explain.read_only())] == ["moved", "read_only"]
    assert "another name" in str(explain.same_file())
    assert explain.damaged(Path("f")).damaged
    assert not explain.not_ours(Path("f")).damaged
