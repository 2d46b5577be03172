"""The questions about the data of links: rows of a linked list, what several have in common, and what is over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SQL, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import queries
from itemlink_gui.store.apply import FIRST
from itemlink_gui.store.columns import typed
from itemlink_gui.store.link_values import COLUMNS, key_of, sides, unpack, value_of
from itemlink_gui.store.models import ItemCustomer, LinkField
from itemlink_gui.store.queries import these


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of links that the user has made.

    Args:
        id: of the field.
        name: what people call it.
        type: text, number, day, yesno or choice.
        choices: what can be chosen; empty for other types.
    """

    id: int
    name: str
    type: str
    choices: tuple[str, ...]

    @property
    def key(self) -> str:
        """What it is called among the data of a link."""
        return key_of(self.id)


@dataclass(frozen=True, slots=True)
class Common:
    """The data of several links.

    Args:
        links: how many there are.
        values: what all of them have, as an editor takes it, by name; what is not in it differs between them.
        fields: the fields that the user has made.
    """

    links: int
    values: Mapping[str, str]
    fields: tuple[OwnField, ...]


def own_fields() -> tuple[OwnField, ...]:
    """Return the fields of links that the user has made, in their order."""
    found = LinkField.select().order_by(LinkField.position, LinkField.id)
    return tuple(OwnField(field.id, field.name, field.type, _choices(field.choices)) for field in found)


def _choices(packed: str) -> tuple[str, ...]:
    try:
        found = json.loads(packed)
    except ValueError:
        return ()
    return tuple(map(str, found)) if isinstance(found, list) else ()


def rows(kind: Kind, owner: int, fields: Sequence[int], ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """Return rows of a linked list: those of `queries.rows`, each with the data of its link behind.

    Args:
        kind: of the records that are listed: items or customers.
        owner: the record whose list it is.
        fields: ids of the own fields whose values are wanted; they follow on `COLUMNS`, in that order.
        ids: of the rows; those that are gone are left out.
    """
    mine, theirs = sides(kind)
    data = [queries.first_line(value_of(name)) if name == "note" else value_of(name) for name in COLUMNS]
    query = ItemCustomer.select(mine, *data, ItemCustomer.extra).where((theirs == owner) & mine.in_(these(ids)))
    records, found = queries.rows(kind, ids), {}
    for record, *values, extra in query.tuples():
        if record in records:
            own = unpack(extra)
            found[record] = (*records[record], *values, *(own.get(str(field)) for field in fields))
    return found


def common(item_ids: Iterable[int], customer_ids: Iterable[int]) -> Common:
    """Return what the links that stand between items and customers have in common."""
    own = own_fields()
    names = (*COLUMNS, *(field.key for field in own))
    asked = [part(value_of(name)) for name in names for part in (fn.min, fn.max, fn.count)]
    query = ItemCustomer.select(fn.count(SQL("*")), *asked)
    query = query.where(ItemCustomer.item.in_(these(item_ids)) & ItemCustomer.customer.in_(these(customer_ids)))
    links, *found = query.tuples().get()
    values = {}
    for place, name in enumerate(names):
        least, most, filled = found[place * 3 : place * 3 + 3]
        if least == most and filled in (0, links):
            values[name] = typed(least)
    return Common(links, values, own)


def of_new() -> Common:
    """Return the data that a link has if nothing else is said."""
    own = own_fields()
    first = {name: typed(FIRST[name]) for name in COLUMNS}
    return Common(0, first | {field.key: "" for field in own}, own)


def over(day: str, kind: Kind | None = None, ids: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Return the links that still stand though their last day has passed, as (item, customer).

    Args:
        day: today, as ``YYYY-MM-DD``; a link that ends today is not over yet.
        kind: of the records whose links are meant; None for all links of the file.
        ids: of the records.
    """
    query = ItemCustomer.select(ItemCustomer.item, ItemCustomer.customer).where(ItemCustomer.ends_on < day)
    if kind is not None:
        query = query.where(sides(kind)[0].in_(these(ids)))
    return list(query.tuples())


def having(field: int, value: str) -> list[tuple[int, int]]:
    """Return the links that have a value in an own field, as (item, customer)."""
    query = ItemCustomer.select(ItemCustomer.item, ItemCustomer.customer)
    return list(query.where(value_of(key_of(field)) == value).tuples())
