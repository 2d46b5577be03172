"""The questions about places: how many an item has, how many are taken, and who waits for one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import apply
from itemlink_gui.store.apply import as_json, execute

State = Literal["", "low", "full", "over"]

_THESE = "IN (SELECT value FROM json_each(?))"
TAKEN = """(coalesce(s.count, 0) + coalesce((SELECT sum(m.quantity - 1) FROM item_customer m
    WHERE m.item_id = i.id AND m.quantity > 1), 0))"""
"""The places that are taken of an item ``i`` with its counts ``s``: only links with more than one are looked at."""
_SELECT = f"""SELECT i.id, {TAKEN}, i.capacity, i.capacity_policy, i.low_stock, i.available_from, i.available_until,
        (SELECT count(*) FROM waiting w WHERE w.item_id = i.id)
    FROM item i LEFT JOIN item_stat s ON s.id = i.id"""


@dataclass(frozen=True, slots=True)
class Places:
    """How an item stands.

    Args:
        taken: places that are taken; a link takes as many as its quantity.
        capacity: places there are; None for as many as are wanted.
        policy: what happens with more: ``"block"``, ``"overbook"`` or ``"waitlist"``.
        low_stock: when fewer than so many are left, it is low; None for never.
        available_from: the first day of it, as ``YYYY-MM-DD``, or None.
        available_until: the last one, or None.
        waiting: how many customers wait.
    """

    taken: int
    capacity: int | None = None
    policy: str = "block"
    low_stock: int | None = None
    available_from: str | None = None
    available_until: str | None = None
    waiting: int = 0

    @property
    def free(self) -> int | None:
        """Places that are left, less than 0 where it is overbooked; None for as many as are wanted."""
        return None if self.capacity is None else self.capacity - self.taken

    @property
    def state(self) -> State:
        """Whether more are taken than there are, all, or nearly all."""
        if self.free is None:
            return ""
        if self.free <= 0:
            return "over" if self.free < 0 else "full"
        return "low" if self.low_stock is not None and self.free < self.low_stock else ""

    def away(self, day: str) -> bool:
        """Return whether it is not available on a day, ``YYYY-MM-DD``."""
        return bool(
            (self.available_from and day < self.available_from) or (self.available_until and day > self.available_until)
        )

    def __str__(self) -> str:
        """Return what a table's row says, as other programs take it."""
        return "" if self.capacity is None else f"{self.taken}/{self.capacity}"


def today() -> str:
    """Return the present day, where the user is, as it is stored."""
    return date.today().isoformat()


def of_items(ids: Iterable[int]) -> dict[int, Places]:
    """Return how items stand; those that are gone are left out."""
    return _found(f"{_SELECT} WHERE i.id {_THESE}", as_json(ids))


def limited(ids: Iterable[int] | None = None) -> dict[int, Places]:
    """Return how those items stand that have something to say about it: a number of places, or days.

    Args:
        ids: of the items to look at; None for all.
    """
    limits = "(i.capacity IS NOT NULL OR i.available_from IS NOT NULL OR i.available_until IS NOT NULL)"
    if ids is None:
        return _found(f"{_SELECT} WHERE {limits}")
    return _found(f"{_SELECT} WHERE {limits} AND i.id {_THESE}", as_json(ids))


def can_move(ids: Iterable[int] | None = None) -> dict[int, int]:
    """Return by item how many of those who wait could have a place now, in the order in which they wait.

    Args:
        ids: of the items to look at; None for all.
    """
    free = {
        record: places.free
        for record, places in (of_items(ids) if ids is not None else _all_waited_for()).items()
        if places.waiting and places.free != 0
    }
    found: dict[int, int] = {}
    ahead: dict[int, int] = {}
    for _, item, _, quantity in queue(free):
        ahead[item] = ahead.get(item, 0) + quantity
        left = free[item]
        if left is None or ahead[item] <= left:
            found[item] = found.get(item, 0) + 1
    return found


def _all_waited_for() -> dict[int, Places]:
    return _found(f"{_SELECT} WHERE i.id IN (SELECT item_id FROM waiting)")


def queue(item_ids: Collection[int], customer_ids: Collection[int] | None = None) -> list[tuple[int, int, int, int]]:
    """Return who waits, in order: the entry's id, the item, the customer, and how many places are wanted.

    Args:
        item_ids: what is waited for.
        customer_ids: only these; None for all.
    """
    sql = "SELECT id, item_id, customer_id, quantity FROM waiting WHERE"
    if customer_ids is None:
        return list(execute(f"{sql} item_id {_THESE} ORDER BY id", as_json(item_ids)))
    both = apply.both(item_ids, customer_ids)
    return list(execute(f"{sql} {both} ORDER BY id", as_json(item_ids), as_json(customer_ids)))


def lines(stands: Mapping[int, Places]) -> dict[int, list[tuple[int, int]]]:
    """Return who comes before all others where places are left: the customers who wait, in order, and what they want.

    Args:
        stands: by id, the items to look at; of these only the ones that have a waiting list by their own rule.
    """
    kept = [item for item, one in stands.items() if one.waiting and one.policy == "waitlist" and (one.free or 0) > 0]
    found: dict[int, list[tuple[int, int]]] = {}
    for _, item, customer, quantity in queue(kept) if kept else ():
        found.setdefault(item, []).append((customer, quantity))
    return found


def without_place(free: int, asked: Sequence[tuple[int, int]], line: Sequence[tuple[int, int]] = ()) -> list[int]:
    """Return the customers who find no place; nobody overtakes, also where a smaller wish behind a greater would fit.

    Args:
        free: places that are left.
        asked: who shall have places now, in order, and how many each.
        line: who waits already, in order, and how many each wants: their places are kept for them, and who of them
            shall have some now comes when the others before are served.
    """
    wanted, waits = dict(asked), {customer for customer, _ in line}
    found, ahead = [], 0
    for customer, quantity in (*line, *(one for one in asked if one[0] not in waits)):
        ahead += wanted.get(customer, quantity)
        if ahead > free and customer in wanted:
            found.append(customer)
    return found


@dataclass(frozen=True, slots=True)
class Waiter:
    """One line of a waiting list.

    Args:
        item: who is waited for.
        customer: who waits.
        name: of the one whose list it is not.
        place: how many stand before, plus one.
        quantity: places that are wanted.
        since: when it began, as it is stored.
    """

    item: int
    customer: int
    name: str
    place: int
    quantity: int
    since: str


def waiting_number(kind: Kind, record: int) -> int:
    """Return how many lines the waiting list of a record has; the arguments are those of `waiting_list`."""
    return int(execute(f"SELECT count(*) FROM waiting WHERE {kind}_id = ?", record).fetchone()[0])


def waiting_list(kind: Kind, record: int, limit: int) -> list[Waiter]:
    """Return who waits for an item, in order, or what a customer waits for, by name.

    Args:
        kind: item or customer: whose list it is.
        record: its id.
        limit: how many lines at most, the first of them.
    """
    if kind == "item":
        sql = """SELECT w.item_id, w.customer_id, CASE u.full_name WHEN '' THEN u.username ELSE u.full_name END,
                row_number() OVER (ORDER BY w.id), w.quantity, w.created_at
            FROM waiting w JOIN customer c ON c.id = w.customer_id JOIN user u ON u.id = c.user_id
            WHERE w.item_id = ? ORDER BY w.id LIMIT ?"""
    else:
        sql = """SELECT w.item_id, w.customer_id, i.name,
                (SELECT count(*) FROM waiting o WHERE o.item_id = w.item_id AND o.id <= w.id),
                w.quantity, w.created_at
            FROM waiting w JOIN item i ON i.id = w.item_id JOIN item_key k ON k.id = i.id
            WHERE w.customer_id = ? ORDER BY k.name, i.id LIMIT ?"""
    return [Waiter(*row) for row in execute(sql, record, limit)]


def _found(sql: str, *parameters: Any) -> dict[int, Places]:
    return {row[0]: Places(*row[1:]) for row in execute(sql, *parameters)}
