"""Links that come and go by the hundred thousand, beside the same rows in plain SQL; and what the file needs."""

from __future__ import annotations

import random
import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import database
from itemlink_gui.store.models import Item, current
from tests.scale import others
from tests.scale.data import Data, plain
from tests.scale.measure import ROUNDS, Goal, Nothing, Row, side_by_side, timed
from tests.support import redo, run, undo

_NAME = "Everybody"
_AT = "2026-01-01T00:00:00.000Z"
# So many rows peewee puts into one statement; more are refused where SQLite was built with its own limits.
_CHUNK = 1_000
# What a file would not have that is neither searched nor sorted by what it shows, nor counted, nor undone.
_OURS = ("part", "word", "key", "stat")
_HISTORY = ("step", "step_record", "past_link", "notification")


@dataclass(frozen=True, slots=True)
class _Ids:
    """Customers by their ids, in no order, as a selection in a table sorted by name is.

    Args:
        linked: those who are linked, unlinked, and linked again.
        other: half as many others, who take the place of the first half of those.
    """

    linked: Sequence[int]
    other: Sequence[int]

    @property
    def gone(self) -> Sequence[int]:
        """Those who are replaced."""
        return self.linked[: len(self.other)]

    @property
    def replaced(self) -> list[int]:
        """Those who are linked afterwards."""
        return [*self.linked[len(self.other) :], *self.other]


def rows(files: Data) -> Iterator[Row]:
    """Yield the rows of this part."""
    count = files.size.customers // 10
    found = random.Random(1).sample(range(1, files.size.customers + 1), count * 3 // 2)
    ids = _Ids(found[:count], found[count:])
    beside = others.writes(files, list(ids.linked), ids.replaced)
    times = _measured(files, ids)
    named = {
        "link": f"link {count:,} customers to one item",
        "unlink": "unlink them",
        "undo link": "undo the link",
        "undo unlink": "undo the unlink",
        "redo link": "redo the link",
        "redo unlink": "redo the unlink",
        "replace": "replace half of them",
    }
    for work, name in named.items():
        limit, ours = (statistics.median(side) for side in zip(*times[work], strict=True))
        yield Row(name, Goal("times", 1.6), ours, limit, beside=beside.get(work, {}))
    yield _beside_peewee(files, ids.linked)
    yield _size(files)


def _measured(files: Data, ids: _Ids) -> Mapping[str, list[tuple[float, float]]]:
    """Return by work the milliseconds of plain SQL and ours, each on a file of its own, in turns."""
    paths = files.copy(), files.copy()
    times: dict[str, list[tuple[float, float]]] = defaultdict(list)
    engine = Engine(paths[1], keeping=False)
    try:
        item = run(engine, items.create(name=_NAME))
        link, unlink = links.link([item], ids.linked), links.unlink([item], ids.linked)
        replace = links.replace("item", item, "customer", ids.replaced)
        with plain(paths[0]) as connection:
            sql = _Plain(connection, item, ids)
            turn: dict[str, tuple[Nothing, Nothing]] = {
                "link": (sql.insert, lambda: run(engine, link)),
                "undo link": (sql.delete, lambda: undo(engine)),
                "redo link": (sql.insert, lambda: redo(engine)),
                "unlink": (sql.delete, lambda: run(engine, unlink)),
                "undo unlink": (sql.insert, lambda: undo(engine)),
                "redo unlink": (sql.delete, lambda: redo(engine)),
                "link again": (sql.insert, lambda: undo(engine)),
                "replace": (sql.replace, lambda: run(engine, replace)),
                "clear": (sql.delete, lambda: run(engine, links.clear("item", [item]))),
            }
            for _ in range(ROUNDS):
                for work, (limit, ours) in turn.items():
                    times[work].append((timed(limit), timed(ours)))
    finally:
        engine.close()
    for path in paths:
        path.unlink()
    return times


class _Plain:
    """The same rows by plain SQL, from tables that hold nothing but their ids; each a transaction of its own.

    Args:
        connection: with the program's own settings; the file gets the item and the tables.
        item: the id that the item gets.
        ids: of the customers.
    """

    def __init__(self, connection: sqlite3.Connection, item: int, ids: _Ids) -> None:
        self._connection = connection
        self._item = item
        _make_item(connection, item)
        connection.execute("BEGIN")
        for table, customers in (("prefilled", ids.linked), ("gone", ids.gone), ("other", ids.other)):
            connection.execute(f"CREATE TABLE {table} (item_id INTEGER, customer_id INTEGER)")
            connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(item, one) for one in customers])
        connection.execute("COMMIT")

    def insert(self) -> None:
        """Link them."""
        self._do(self._insert("prefilled"))

    def delete(self) -> None:
        """Unlink all that are linked to the item."""
        self._do(f"DELETE FROM item_customer WHERE item_id = {self._item}")

    def replace(self) -> None:
        """Unlink half of them and link others."""
        gone = f"item_id = {self._item} AND customer_id IN (SELECT customer_id FROM gone)"
        self._do(f"DELETE FROM item_customer WHERE {gone}", self._insert("other"))

    def _insert(self, table: str) -> str:
        columns = "item_id, customer_id, created_at"
        return f"INSERT INTO item_customer ({columns}) SELECT item_id, customer_id, '{_AT}' FROM {table}"

    def _do(self, *statements: str) -> None:
        for statement in ("BEGIN IMMEDIATE", *statements, "COMMIT"):
            self._connection.execute(statement)


def _make_item(connection: sqlite3.Connection, item: int) -> None:
    values = (item, _NAME, _AT, _AT)
    connection.execute("INSERT INTO item (id, name, created_at, updated_at) VALUES (?, ?, ?, ?)", values)


def _beside_peewee(files: Data, customers: Sequence[int]) -> Row:
    """Return the row of the same link by `peewee.ManyToManyField`, in one transaction."""
    paths = files.copy(), files.copy()

    def add() -> None:
        with current.atomic():
            for begin in range(0, len(customers), _CHUNK):
                theirs.customers.add(customers[begin : begin + _CHUNK])

    engine = Engine(paths[1], keeping=False)
    try:
        link = links.link([run(engine, items.create(name=_NAME))], customers)
        with database.opened(paths[0]):
            theirs = Item.create(name=_NAME)
            limit, ours = side_by_side(
                add,
                lambda: run(engine, link),
                after_limit=lambda: theirs.customers.clear(),
                after_ours=lambda: undo(engine),
            )
    finally:
        engine.close()
    for path in paths:
        path.unlink()
    return Row("link them, beside peewee's own relation", Goal("faster", 6), ours, limit)


def _size(files: Data) -> Row:
    """Return the row of what the file needs; the limit is what is left where all that only we have is dropped."""
    path = files.copy()
    ours = path.stat().st_size
    with plain(path) as connection:
        connection.execute("PRAGMA foreign_keys = 0")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        kept = {f"{kind}_{what}" for kind in ("item", "customer", "company") for what in _OURS}
        for table in sorted(tables & (kept | set(_HISTORY))):
            connection.execute(f"DROP TABLE {table}")
        # Nothing is moved, so what is left is filled as it is in the whole file.
        used = "SELECT (page_count - freelist_count) * page_size"
        (limit,) = connection.execute(
            f"{used} FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
        ).fetchone()
    path.unlink()
    mb = 1_000_000
    return Row("file size, beside the same rows and indexes", Goal("times", 2.2), ours / mb, limit / mb, unit="MB")
