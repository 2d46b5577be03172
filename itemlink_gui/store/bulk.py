"""What those share who fill a whole file at once: telling how far they are, and indexes that are made at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from itemlink_gui.store.apply import execute

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is to do."""


def nobody(_what: str, _done: int, _total: int) -> None:
    """Take news that nobody asked for."""


@contextmanager
def without_indexes(*tables: str) -> Iterator[None]:
    """Drop indexes and make them again at the end: sorting once is faster than inserting in place.

    Args:
        tables: whose indexes; without any, all.
    """
    found = execute("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    dropped = [(name, sql) for name, table, sql in found if not tables or table in tables]
    for name, _ in dropped:
        execute(f"DROP INDEX {name}")
    yield
    for _, sql in dropped:
        execute(sql)
