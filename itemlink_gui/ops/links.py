"""Linking customers to items and companies: add, remove, replace, clear; from either side, for one or many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as replaced
from itertools import chain
from typing import Any, TypeVar

from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import link_fields, places
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.ops.telling import describe
from itemlink_gui.store import apply, link_rows
from itemlink_gui.store.apply import Known
from itemlink_gui.store.delta import THROUGH
from itemlink_gui.store.journal import Journal, in_order
from itemlink_gui.store.models import OTHER, through
from itemlink_gui.store.slices import held, unique

# A product of items and customers beyond this would not fit into memory.
MOST_LINKS = 5_000_000

# What stands before the kind of a step.
_STEP: dict[Kind, str] = {"item": "", "company": "company."}


def link(
    item_ids: Iterable[int],
    customer_ids: Iterable[int],
    *,
    onto: Kind = "item",
    details: Mapping[str, object] | None = None,
    beyond: Beyond = "policy",
) -> Operation[LinkResult]:
    """Link every customer to every item; what is linked already is left alone, with the data that it has.

    Args:
        item_ids: ids of items; duplicates are ignored.
        customer_ids: ids of customers, in the order in which they get places; duplicates are ignored.
        onto: the side that the gesture ended on, for the message.
        details: data of the new links, by the names of `link_fields.specs`.
        beyond: what becomes of those for whom there is no place.

    Returns:
        an operation. It raises NotFound if an id is unknown, Invalid for a value that may not stand in its field, or
        NoRoom, and then links nothing.
    """
    return link_to("item", item_ids, customer_ids, onto=onto, details=details, beyond=beyond)


def link_to(
    side: Kind,
    ids: Iterable[int],
    customer_ids: Iterable[int],
    *,
    onto: Kind,
    details: Mapping[str, object] | None = None,
    beyond: Beyond = "policy",
) -> Operation[LinkResult]:
    """Link every customer to every item or company; what is linked already is left alone.

    Args:
        side: item or company.
        ids: of those; duplicates are ignored.
        customer_ids: as with `link`.
        onto: as with `link`.
        details: as with `link`; links to companies have none.
        beyond: as with `link`; companies have room for all.

    Returns:
        an operation, as with `link`.
    """
    asked, given = (held(ids), held(customer_ids)), dict(details or {})

    def write(journal: Journal) -> LinkResult:
        _refuse_too_many(*asked)
        targets, customers = in_order(side, asked[0]), in_order("customer", asked[1])
        data = link_fields.columns(link_fields.clean(link_rows.own_fields(), given)) if given else {}
        result = _link(journal, side, targets, customers, beyond, data)
        describe(journal, targets, customers, onto, side, added=result.added, already=result.already)
        return result

    return Operation(_STEP[side] + "link", write)


def unlink(item_ids: Iterable[int], customer_ids: Iterable[int], *, onto: Kind = "item") -> Operation[LinkResult]:
    """Remove every link between these items and these customers; the records stay.

    Args:
        item_ids: ids of items; duplicates are ignored.
        customer_ids: ids of customers; duplicates are ignored.
        onto: the side whose list it was removed from, for the message.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then removes nothing.
    """
    return unlink_from("item", item_ids, customer_ids, onto=onto)


def unlink_from(side: Kind, ids: Iterable[int], customer_ids: Iterable[int], *, onto: Kind) -> Operation[LinkResult]:
    """Remove every link between these items or companies and these customers; the records stay.

    Args:
        side: item or company.
        ids: of those; duplicates are ignored.
        customer_ids: as with `unlink`.
        onto: as with `unlink`.

    Returns:
        an operation, as with `unlink`.
    """
    targets, customers = list(ids), list(customer_ids)

    def write(journal: Journal) -> LinkResult:
        gone = journal.unlink(*_ends(side, targets, customers))
        describe(journal, targets, customers, onto, side, removed=len(gone))
        return LinkResult(removed=len(gone))

    return Operation(_STEP[side] + "unlink", write)


def replace_items(customer_id: int, item_ids: Iterable[int], *, beyond: Beyond = "policy") -> Operation[LinkResult]:
    """Make these the items of a customer: the others are removed, the missing ones added, in one step.

    Returns:
        an operation. It raises NotFound if an id is unknown, or NoRoom, and then changes nothing.
    """
    return replace("customer", customer_id, "item", item_ids, beyond=beyond)


def replace(
    kind: Kind, record: int, other: Kind, ids: Iterable[int], *, beyond: Beyond = "policy"
) -> Operation[LinkResult]:
    """Make these the linked records of a record: the others are removed, the missing ones added, in one step.

    Args:
        kind: of the record.
        record: its id.
        other: what is linked to it.
        ids: of those that shall be; duplicates are ignored.
        beyond: as with `link`.

    Returns:
        an operation. It raises NotFound if an id is unknown, or NoRoom, and then changes nothing.
    """
    others = list(ids)
    side = other if kind == "customer" else kind

    def write(journal: Journal) -> LinkResult:
        result = replace_others(journal, kind, record, others, other, beyond=beyond)
        targets, customers = (others, [record]) if kind == "customer" else ([record], others)
        describe(journal, targets, customers, kind, side, added=result.added, removed=result.removed)
        return result

    return Operation(_STEP[side] + "replace", write)


def clear_items(customer_id: int) -> Operation[LinkResult]:
    """Remove all items from a customer."""
    return clear("customer", [customer_id])


def clear(kind: Kind, ids: Iterable[int], other: Kind | None = None) -> Operation[LinkResult]:
    """Remove all links of records to records of one kind.

    Args:
        kind: what the records are.
        ids: of the records; duplicates are ignored.
        other: what they are linked to; None for the first partner of the kind.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then removes nothing.
    """
    records, partner = list(ids), other or OTHER[kind]
    side = partner if kind == "customer" else kind

    def write(journal: Journal) -> LinkResult:
        gone = unlink_all(journal, kind, records, partner)
        targets, customers = ([], records) if kind == "customer" else (records, [])
        describe(journal, targets, customers, kind, side, removed=gone)
        return LinkResult(removed=gone)

    return Operation(_STEP[side] + "clear", write)


def unlink_all(journal: Journal, kind: Kind, ids: Sequence[int], other: Kind) -> int:
    """Remove all links of records to records of another kind, as part of a step; returns how many there were."""
    targets, customers = (None, ids) if kind == "customer" else (ids, None)
    return len(journal.unlink(*_ends(other if kind == "customer" else kind, targets, customers)))


def replace_others(
    journal: Journal, kind: Kind, record: int, others: Sequence[int], other: Kind, *, beyond: Beyond = "policy"
) -> LinkResult:
    """Make ``others`` the linked records of one record, as part of a step."""
    ends = _ends(other, None, [record]) if kind == "customer" else _ends(kind, [record], None)
    there = chain.from_iterable(those for _, those in apply.between(*ends).groups)
    gone = Known(other, sorted(set(there).difference(others)))
    # First, so that those who come can have the places of those who go.
    if kind == "customer":
        removed = journal.unlink(*_ends(other, gone, [record]))
        result = _link(journal, other, others, [record], beyond)
    else:
        removed = journal.unlink(*_ends(kind, [record], gone))
        result = _link(journal, kind, [record], others, beyond)
    return replaced(result, removed=len(removed))


def _link(
    journal: Journal,
    side: Kind,
    ids: Sequence[int],
    customers: Sequence[int],
    beyond: Beyond,
    data: Mapping[str, Any] | None = None,
) -> LinkResult:
    """Link customers to items, as far as there is room, or to companies."""
    if side == "item":
        return places.link(journal, ids, customers, data=data, beyond=beyond)
    new = journal.link(*_ends(side, ids, customers), data)
    return LinkResult(len(new), len(unique(ids)) * len(unique(customers)) - len(new))


Ids = TypeVar("Ids")


def _ends(side: Kind, ids: Ids, customers: Ids) -> tuple[str, Ids, Ids]:
    """Return the table of the links of customers to items or companies, and the ids in the order of its columns."""
    table = through(side, "customer")._meta.table_name
    first, _ = THROUGH[table]
    return (table, customers, ids) if first == "customer_id" else (table, ids, customers)


def _refuse_too_many(items: Sequence[int], customers: Sequence[int]) -> None:
    # A set of very many stops the window meanwhile: it is made where it matters.
    if len(items) * len(customers) > MOST_LINKS and len(set(items)) * len(set(customers)) > MOST_LINKS:
        raise Invalid("customer_ids", tr("That would be more than %n link(s) at once; choose fewer.", n=MOST_LINKS))
