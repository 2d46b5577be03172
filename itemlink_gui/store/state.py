"""Which file the connected one is, and what its last commit was."""

from __future__ import annotations

from typing import Any

import peewee

from itemlink_gui.store.explain import moved
from itemlink_gui.store.models import FileState, current

Mark = tuple[Any, ...]
"""What tells one state of a file from another: the number of its last commit, and which step was the last and when."""

# The number alone is not enough: two copies of a file that went separate ways may have had as many commits.
MARK = """SELECT serial, (SELECT max(id) FROM step), (SELECT created_at FROM step ORDER BY id DESC LIMIT 1)
    FROM file_state"""


def file_id() -> str:
    """Return which file this is."""
    return str(FileState.select(FileState.file_id).scalar())


def mark() -> Mark:
    """Return what tells the state of the file."""
    return tuple(current.execute_sql(MARK).fetchone())


def last_commit(expected: str) -> tuple[int, Mark]:
    """Return SQLite's number of the last commit and our mark of it, together: nobody can write in between.

    Args:
        expected: the `file_id` that the file must have.

    Raises:
        CannotWrite: if another file has been written over it.
    """
    with current.atomic("DEFERRED"):
        try:
            row = current.execute_sql("SELECT file_id FROM file_state").fetchone()
        except peewee.OperationalError as error:
            if "no such" not in str(error):
                raise
            row = None
        if row != (expected,):
            raise moved()
        (version,) = current.execute_sql("PRAGMA data_version").fetchone()
        return version, mark()
