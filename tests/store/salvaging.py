"""What tests of salvage share: a file with a history, ways to spoil it, and what must hold afterwards."""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path
from typing import Any

from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links, sample
from itemlink_gui.store.check import check
from itemlink_gui.store.salvage import Saved, salvage
from tests.support import PUBLIC, beside, digest, faults, raw, run, undo

PAGE = 4096
NOTHING = {"item": 0, "customer": 0, "link": 0, "step": 0}
KEPT = (*PUBLIC, "notification", "step", "step_record")
ITEMS, CUSTOMERS, LINKS = 180, 520, 1200

Contents = dict[str, dict[Any, tuple[Any, ...]]]


AT = "2026-01-01T00:00:00.000Z"
# All that stands beside records and links, and the data of these.
BESIDE = (
    "INSERT INTO category (id, name, colour) VALUES (1, 'Red', '#ff0000'), (2, 'None', ''), (9, 'Blue', '#0000ff')",
    "UPDATE item SET category_id = 1, capacity = id * 1000, available_from = '2026-01-01' WHERE id % 7 = 0",
    "UPDATE item SET capacity_policy = 'waitlist', low_stock = 3, available_until = '2030-12-31' WHERE id % 11 = 0",
    "UPDATE customer SET no_messages = 1 WHERE id % 5 = 0",
    "INSERT INTO link_field (id, name, type, choices, position) VALUES (1, 'Seat', 'choice', '[\"A\"]', 1)",
    """UPDATE item_customer SET quantity = 2 + customer_id % 3, note = 'note ' || customer_id, ends_on = '2026-05-05',
        extra = json_object('1', 'A') WHERE customer_id % 9 = 0""",
    "UPDATE item_customer SET starts_on = '2025-05-05' WHERE customer_id % 13 = 0",
    """UPDATE past_link SET quantity = 3, note = 'was', starts_on = '2024-01-01', ends_on = '2025-01-01', extra =
        '{{"1":"A"}}' WHERE id % 2 = 0""",
    "INSERT INTO waiting (item_id, customer_id, quantity, created_at) VALUES (11, 3, 2, '{at}'), (22, 4, 1, '{at}')",
    """INSERT INTO preference (customer_id, item_id, kind, note, created_at)
        VALUES (1, 2, 'wants', 'n', '{at}'), (2, 1, 'declined', '', '{at}')""",
    "INSERT INTO saved_filter (kind, name, query, position) VALUES ('item', 'Full', 'customers>=5', 1)",
    "INSERT INTO notification (kind, parameters, item_id, created_at) VALUES ('low', '{{\"n\": 3}}', 1, '{at}')",
    "INSERT INTO told (customer_id, created_at) VALUES (1, '{at}'), (2, '{at}')",
    "INSERT INTO setting (name, value) VALUES ('vocabulary', '{{\"preset\": \"courses\"}}')",
)


def make(path: Path) -> Path:
    """Make a file of many pages, with a history; the sample records themselves have none."""
    sample.write_file(path, items=ITEMS, customers=CUSTOMERS, links=LINKS, seed=7)
    engine = Engine(path)
    for number in range(1, 60):
        run(engine, links.link([number], [number + 3, number + 4]))
        run(engine, items.create(name=f"Later {number}", description="x" * (number * 40)))
    run(engine, links.unlink([1, 2, 3], list(range(1, CUSTOMERS - 50))))
    run(engine, items.create(name="Gone again"))
    undo(engine)
    engine.close()
    with raw(path) as connection:
        connection.execute("INSERT INTO company VALUES (1, 'Firm', '2026-01-01', '2026-01-01')")
        connection.execute("INSERT INTO customer_company VALUES (5, 1), (6, 1)")
        for statement in BESIDE:
            connection.execute(statement.format(at=AT))
    return path


def prints(folder: Path) -> dict[str, str]:
    return {one.name: digest(one) for one in folder.iterdir() if one.is_file()}


def rescue(source: Path, target: Path) -> tuple[Saved, Contents]:
    """Salvage, and return what is in the new file.

    The damaged file stays as it is, the new one is in order in every respect, and steps can be taken back in it, or
    that is refused.
    """
    before = prints(source.parent)
    saved = salvage(source, target)
    assert prints(source.parent) == before
    assert beside(target) == [target.name]
    assert check(target) == []
    found = contents(target)
    assert saved.saved["item"] + saved.nameless["item"] == len(found["item"])
    assert saved.saved["customer"] + saved.nameless["customer"] == len(found["customer"]) == len(found["user"])
    assert (saved.saved["link"], saved.saved["step"]) == (len(found["item_customer"]), len(found["step"]))
    with contextlib.closing(Engine(target)) as engine, contextlib.suppress(CannotUndo):
        for _ in range(8):
            undo(engine)
    assert faults(target) == []
    return saved, found


def contents(path: Path) -> Contents:
    """Return the rows by table and key."""
    found: Contents = {}
    with raw(path) as connection:
        for table in KEPT:
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()
            whole = table in ("customer_company", "step_record")
            found[table] = {row if whole else row[:2] if table == "item_customer" else row[0]: row for row in rows}
    return found


def root(path: Path, name: str) -> int:
    with raw(path) as connection:
        return int(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchone()[0])


def leaves(path: Path, name: str) -> list[tuple[int, int, int]]:
    """Return the leaf pages of a tree of two levels: page, and for a table the range of ids on it."""
    content = path.read_bytes()
    page = content[(root(path, name) - 1) * PAGE :][:PAGE]
    assert page[0] in (2, 5), "one page only"
    found, low = [], 1
    (cells,) = struct.unpack_from(">H", page, 3)
    for place in struct.unpack_from(f">{cells}H", page, 12):
        key, at = 0, place + 4
        while True:
            key = key << 7 | page[at] & 0x7F
            at += 1
            if page[at - 1] < 0x80:
                break
        found.append((struct.unpack_from(">I", page, place)[0], low, key))
        low = key + 1
    found.append((struct.unpack_from(">I", page, 8)[0], low, 2**31))
    assert all(content[(one - 1) * PAGE] in (10, 13) for one, _, _ in found), "more than two levels"
    return found


def zero(path: Path, *pages: int) -> None:
    with path.open("rb+") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(bytes(PAGE))


def zero_leaf(path: Path, table: str, place: int = 1) -> tuple[int, int]:
    """Destroy a leaf page of a table and return the range of ids on it."""
    page, low, high = leaves(path, table)[place]
    zero(path, page)
    return low, high


def zero_tree(path: Path, name: str) -> None:
    zero(path, root(path, name), *(page for page, _, _ in leaves(path, name)))


def outside(rows: dict[Any, Any], low: int, high: int) -> dict[Any, Any]:
    return {key: row for key, row in rows.items() if not low <= key <= high}
