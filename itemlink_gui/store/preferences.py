"""The questions about preferences: which customers want which items, like them best, or declined them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.apply import as_json, both, execute


@dataclass(frozen=True, slots=True)
class Preferred:
    """One line of a list of preferences.

    Args:
        item: what is preferred.
        customer: who prefers it.
        name: of the one whose list it is not.
        kind: ``"wants"``, ``"favourite"`` or ``"declined"``.
        note: why.
        since: when it was said, as it is stored.
    """

    item: int
    customer: int
    name: str
    kind: str
    note: str
    since: str


def number(kind: Kind, record: int) -> int:
    """Return how many preferences there are for an item, or of a customer; the arguments are those of `of_record`."""
    return int(execute(f"SELECT count(*) FROM preference WHERE {kind}_id = ?", record).fetchone()[0])


def of_record(kind: Kind, record: int, limit: int) -> list[Preferred]:
    """Return the preferences for an item, or of a customer, by kind and name.

    Args:
        kind: item or customer: whose list it is.
        record: its id.
        limit: how many at most, the first of them.
    """
    if kind == "item":
        name = "CASE u.full_name WHEN '' THEN u.username ELSE u.full_name END"
        joined = """JOIN customer c ON c.id = p.customer_id JOIN user u ON u.id = c.user_id
            JOIN customer_key k ON k.id = c.id"""
    else:
        name, joined = "i.name", "JOIN item i ON i.id = p.item_id JOIN item_key k ON k.id = i.id"
    sql = f"""SELECT p.item_id, p.customer_id, {name}, p.kind, p.note, p.created_at
        FROM preference p {joined} WHERE p.{kind}_id = ?
        ORDER BY CASE p.kind WHEN 'favourite' THEN 1 WHEN 'wants' THEN 2 ELSE 3 END, k.name, k.id LIMIT ?"""
    return [Preferred(*row) for row in execute(sql, record, limit)]


def declined(item_ids: Collection[int], customer_ids: Collection[int]) -> set[tuple[int, int]]:
    """Return the pairs of item and customer that were declined and are not linked."""
    sql = f"""SELECT item_id, customer_id FROM preference p WHERE {both(item_ids, customer_ids)} AND kind = 'declined'
        AND NOT EXISTS (SELECT 1 FROM item_customer m WHERE m.item_id = p.item_id AND m.customer_id = p.customer_id)"""
    return set(execute(sql, as_json(item_ids), as_json(customer_ids)))


def declined_counts(kind: Kind, others: Iterable[int]) -> dict[int, int]:
    """Return for each record of a kind how many of the others declined it, or it declined, without being linked.

    Args:
        kind: item or customer: the side that is asked about.
        others: ids of the other side.
    """
    theirs = "customer" if kind == "item" else "item"
    sql = f"""SELECT p.{kind}_id, count(*) FROM preference p
        WHERE p.{theirs}_id IN (SELECT value FROM json_each(?)) AND p.kind = 'declined'
        AND NOT EXISTS (SELECT 1 FROM item_customer m WHERE m.item_id = p.item_id AND m.customer_id = p.customer_id)
        GROUP BY 1"""
    return dict(execute(sql, as_json(others)).fetchall())


def among(item_ids: Collection[int], customer_ids: Collection[int]) -> list[tuple[int, int, int, str, str, str]]:
    """Return the preferences between items and customers: id, item, customer, kind, note, when it was said."""
    where = both(item_ids, customer_ids)
    sql = f"SELECT id, item_id, customer_id, kind, note, created_at FROM preference WHERE {where} ORDER BY id"
    return list(execute(sql, as_json(item_ids), as_json(customer_ids)))


def wanting(item: int) -> list[int]:
    """Return the customers who want an item and do not have it, those first who said so first."""
    sql = """SELECT p.customer_id FROM preference p WHERE p.item_id = ? AND p.kind = 'wants'
        AND NOT EXISTS (SELECT 1 FROM item_customer m WHERE m.item_id = p.item_id AND m.customer_id = p.customer_id)
        ORDER BY p.id"""
    return [customer for (customer,) in execute(sql, item)]
