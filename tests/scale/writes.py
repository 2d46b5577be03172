"""Links that come and go by the hundred thousand, beside the same rows in plain SQL."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator

from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from tests.scale import others
from tests.scale.data import Data, plain
from tests.scale.measure import Goal, Row, side_by_side
from tests.support import run, undo


def rows(files: Data) -> Iterator[Row]:
    """Yield the rows of this part."""
    count = files.size.customers // 10
    # In no order, as a selection in a table sorted by name is.
    chosen = random.Random(1).sample(range(1, files.size.customers + 1), count + count // 2)
    # Half of the first stay where the second take their place.
    ids, replacing = chosen[:count], chosen[count // 2 :]
    beside = others.writes(files, ids, replacing)
    engine = Engine(files.copy())
    try:
        item = run(engine, items.create(name="Everybody"))
        with plain(files.copy()) as connection:
            _prefill(connection, item, ids)
            limit, ours = side_by_side(
                lambda: _insert(connection),
                lambda: run(engine, links.link([item], ids)),
                after_limit=lambda: _delete(connection, item),
                after_ours=lambda: undo(engine),
            )
            yield Row(f"link {count:,} customers to one item", Goal("times", 1.6), ours, limit, beside=beside["link"])
    finally:
        engine.close()


def _prefill(connection: sqlite3.Connection, item: int, ids: list[int]) -> None:
    connection.execute("INSERT INTO item (id, name, created_at, updated_at) VALUES (?, 'Everybody', '', '')", (item,))
    connection.execute("CREATE TABLE prefilled (item_id INTEGER, customer_id INTEGER)")
    connection.executemany("INSERT INTO prefilled VALUES (?, ?)", [(item, one) for one in ids])


def _insert(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO item_customer (item_id, customer_id, created_at) SELECT item_id, customer_id, '' FROM prefilled"
    )
    connection.execute("COMMIT")


def _delete(connection: sqlite3.Connection, item: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM item_customer WHERE item_id = ?", (item,))
    connection.execute("COMMIT")
