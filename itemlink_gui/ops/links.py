"""Linking items and customers: add, remove, replace, clear; from either side, for one or many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import link_fields
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import apply, link_rows, queries
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import OTHER, through

# A product of items and customers beyond this would not fit into memory.
MOST_LINKS = 5_000_000


def link(
    item_ids: Iterable[int],
    customer_ids: Iterable[int],
    *,
    onto: Kind = "item",
    details: Mapping[str, object] | None = None,
) -> Operation[LinkResult]:
    """Link every customer to every item; what is linked already is left alone, with the data that it has.

    Args:
        item_ids: ids of items; duplicates are ignored.
        customer_ids: ids of customers; duplicates are ignored.
        onto: the side that the gesture ended on, for the message.
        details: data of the new links, by the names of `link_fields.specs`.

    Returns:
        an operation. It raises NotFound if an id is unknown, Invalid for a value that may not stand in its field, and
        then links nothing.
    """
    items, customers, given = list(item_ids), list(customer_ids), dict(details or {})

    def write(journal: Journal) -> LinkResult:
        _refuse_too_many(items, customers)
        data = link_fields.columns(link_fields.clean(link_rows.own_fields(), given)) if given else {}
        new = journal.link("item_customer", items, customers, data)
        already = len(set(items)) * len(set(customers)) - len(new)
        describe(journal, items, customers, onto, added=len(new), already=already)
        return LinkResult(added=len(new), already=already)

    return Operation("link", write)


def unlink(item_ids: Iterable[int], customer_ids: Iterable[int], *, onto: Kind = "item") -> Operation[LinkResult]:
    """Remove every link between these items and these customers; the records stay.

    Args:
        item_ids: ids of items; duplicates are ignored.
        customer_ids: ids of customers; duplicates are ignored.
        onto: the side whose list it was removed from, for the message.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then removes nothing.
    """
    items, customers = list(item_ids), list(customer_ids)

    def write(journal: Journal) -> LinkResult:
        gone = journal.unlink("item_customer", items, customers)
        describe(journal, items, customers, onto, removed=len(gone))
        return LinkResult(removed=len(gone))

    return Operation("unlink", write)


def replace_customers(item_id: int, customer_ids: Iterable[int]) -> Operation[LinkResult]:
    """Make these the customers of an item: the others are removed, the missing ones added, in one step.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then changes nothing.
    """
    customers = list(customer_ids)

    def write(journal: Journal) -> LinkResult:
        result = replace_others(journal, "item", item_id, customers)
        describe(journal, [item_id], customers, "item", added=result.added, removed=result.removed)
        return result

    return Operation("replace", write)


def replace_items(customer_id: int, item_ids: Iterable[int]) -> Operation[LinkResult]:
    """Make these the items of a customer: the others are removed, the missing ones added, in one step.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then changes nothing.
    """
    items = list(item_ids)

    def write(journal: Journal) -> LinkResult:
        result = replace_others(journal, "customer", customer_id, items)
        describe(journal, items, [customer_id], "customer", added=result.added, removed=result.removed)
        return result

    return Operation("replace", write)


def clear_customers(item_id: int) -> Operation[LinkResult]:
    """Remove all customers from an item."""
    return clear("item", [item_id])


def clear_items(customer_id: int) -> Operation[LinkResult]:
    """Remove all items from a customer."""
    return clear("customer", [customer_id])


def clear(kind: Kind, ids: Iterable[int]) -> Operation[LinkResult]:
    """Remove all links of records.

    Args:
        kind: items or customers.
        ids: of the records; duplicates are ignored.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then removes nothing.
    """
    records = list(ids)

    def write(journal: Journal) -> LinkResult:
        gone = unlink_all(journal, kind, records)
        describe(
            journal,
            records if kind == "item" else [],
            records if kind == "customer" else [],
            kind,
            removed=gone,
        )
        return LinkResult(removed=gone)

    return Operation("clear", write)


def unlink_all(journal: Journal, kind: Kind, ids: Sequence[int]) -> int:
    """Remove all links of records to their first partners, as part of a step; returns how many there were."""
    table = through(kind, OTHER[kind])._meta.table_name
    first, _ = apply.THROUGH[table]
    sides = (ids, None) if first == f"{kind}_id" else (None, ids)
    return len(journal.unlink(table, *sides))


def replace_others(journal: Journal, kind: Kind, record: int, others: Sequence[int]) -> LinkResult:
    """Make ``others`` the linked records of one record, as part of a step."""
    standing = set(queries.linked_counts(OTHER[kind], [record]))
    wanted = set(others)
    gone, kept = sorted(standing - wanted), len(standing & wanted)
    if kind == "item":
        new = journal.link("item_customer", [record], others)
        removed = journal.unlink("item_customer", [record], gone)
    else:
        new = journal.link("item_customer", others, [record])
        removed = journal.unlink("item_customer", gone, [record])
    return LinkResult(added=len(new), already=kept, removed=len(removed))


def _refuse_too_many(items: Sequence[int], customers: Sequence[int]) -> None:
    if len(set(items)) * len(set(customers)) > MOST_LINKS:
        raise Invalid("customer_ids", tr("That would be more than %n link(s) at once; choose fewer.", n=MOST_LINKS))


def describe(journal: Journal, items: Sequence[int], customers: Sequence[int], onto: Kind, **counts: int) -> None:
    """Give the label what it needs: names where there is one of a kind, and the counts."""
    items, customers = list(dict.fromkeys(items)), list(dict.fromkeys(customers))
    journal.say(
        item=apply.name_of("item", items[0]) if len(items) == 1 else "",
        customer=apply.name_of("customer", customers[0]) if len(customers) == 1 else "",
        items=len(items),
        customers=len(customers),
        onto=onto,
        **counts,
    )
