"""What it comes to when a customer gets the items of others: the preview asks here, and so does what carries it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from itemlink_gui.store import link_values, places
from itemlink_gui.store.models import ItemCustomer
from itemlink_gui.store.queries import these

COLUMNS = (*link_values.COLUMNS, "extra")
"""The data of a link that come along; the quantity first."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What would change.

    Args:
        new: the links that come: item, and data in the order of `COLUMNS`.
        waits: those that go on the waiting list: item, and how many places are wanted.
        already: how many items the customer has already.
        left: how many find no place.
        over: how many places would be taken beyond those there are.
        gone: how many links the others lose.
    """

    new: tuple[tuple[int, tuple[Any, ...]], ...] = ()
    waits: tuple[tuple[int, int], ...] = ()
    already: int = 0
    left: int = 0
    over: int = 0
    gone: int = 0


def plan(sources: Iterable[int], target: int, *, moving: bool) -> Handover:
    """Return what it comes to when a customer gets what others have.

    Where several have the same item, the data are those of the first of them.

    Args:
        sources: ids of those who have something; the order says who is the first.
        target: id of the one who gets it.
        moving: the others lose it; so there is room for it in any case.
    """
    order = {customer: place for place, customer in enumerate(dict.fromkeys(sources)) if customer != target}
    asked = ItemCustomer.select(ItemCustomer.item, ItemCustomer.customer, *map(link_values.value_of, COLUMNS[:-1]))
    asked = asked.select_extend(ItemCustomer.extra).where(ItemCustomer.customer.in_(these([*order, target])))
    links = list(asked.tuples())
    there = {item for item, customer, *_ in links if customer == target}
    given = sorted((row for row in links if row[1] != target), key=lambda row: (order[row[1]], row[0]))
    wanted: dict[int, tuple[Any, ...]] = {}
    for item, _, *data in given:
        wanted.setdefault(item, tuple(data))
    fresh = {item: data for item, data in wanted.items() if item not in there}
    already, gone = len(wanted) - len(fresh), len(given) if moving else 0
    if moving:
        return Handover(tuple(fresh.items()), already=already, gone=gone)
    return _fitted(fresh, already)


def _fitted(fresh: dict[int, tuple[Any, ...]], already: int) -> Handover:
    """Return what fits of links that come, as each item has it."""
    stands, new, waits, left, over = places.limited(fresh), [], [], 0, 0
    for item, data in fresh.items():
        found, quantity = stands.get(item), data[0]
        free = None if found is None else found.free
        if found is None or free is None or quantity <= free:
            new.append((item, data))
        elif found.policy == "overbook":
            new.append((item, data))
            over += quantity - max(free, 0)
        elif found.policy == "waitlist":
            waits.append((item, quantity))
        else:
            left += 1
    return Handover(tuple(new), tuple(waits), already, left, over)
