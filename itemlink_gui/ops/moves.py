"""Moving links from one record to another of its kind, with the data that they have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import places
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import apply, link_values, queries
from itemlink_gui.store.delta import LinkData
from itemlink_gui.store.journal import Journal, in_order, known

# What moves along, beside the quantity, for which there must be room.
_COLUMNS = tuple(column for column in (*link_values.COLUMNS, "extra") if column != "quantity")


def move(
    kind: Kind, ids: Iterable[int], of: Kind, source: int, target: int, *, beyond: Beyond = "policy"
) -> Operation[LinkResult]:
    """Move linked records from the list of one record to that of another.

    What the other one has already stays there as it is, and leaves the first all the same; what the first does not
    have is left alone. Where there is no room, or only on the waiting list, it stays where it is.

    Args:
        kind: what is moved.
        ids: of those; duplicates are ignored.
        of: what the two records are.
        source: the id of the one that they leave.
        target: the id of the one that they come to.
        beyond: what becomes of those for whom there is no place.

    Returns:
        an operation. It raises NotFound if an id is unknown, NoRoom, or ItemLinkError if nothing moves, and then
        changes nothing.
    """
    given = list(ids)

    def write(journal: Journal) -> LinkResult:
        known(of, [source, target])
        here = set(queries.linked_counts(kind, [source], of))
        moved = [record for record in in_order(kind, given) if record in here]
        if source == target or not moved:
            raise ItemLinkError(tr("There is nothing to move: they are not linked there."))
        if "company" in (kind, of):
            result = _move_plainly(journal, kind, moved, source, target)
        elif of == "item":
            result = _move_customers(journal, moved, source, target, beyond)
        else:
            result = _move_items(journal, moved, source, target)
        name = apply.name_of(kind, moved[0]) if len(moved) == 1 else ""
        # Of all together: each part of it has told its own.
        left = {"waiting": result.waiting, "left": result.left}
        journal.say(**{key: n for key, n in left.items() if n or key in journal.values})
        journal.say(
            kind=kind, name=name, n=result.removed, of=of, source=apply.name_of(of, source),
            target=apply.name_of(of, target), already=result.already,
        )  # fmt: skip
        return result

    return Operation("move", write)


def _move_plainly(journal: Journal, kind: Kind, ids: Sequence[int], source: int, target: int) -> LinkResult:
    """Move customers from company to company, or companies from customer to customer."""
    ends = (lambda one: (ids, [one])) if kind == "customer" else (lambda one: ([one], ids))
    new = journal.link("customer_company", *ends(target))
    gone = journal.unlink("customer_company", *ends(source))
    return LinkResult(len(new), len(gone) - len(new), len(gone))


def _move_customers(journal: Journal, customers: Sequence[int], source: int, target: int, beyond: Beyond) -> LinkResult:
    data = {customer: rest for _, customer, *rest in apply.link_data(("quantity", *_COLUMNS), [source], customers)}
    there = set(queries.linked_counts("customer", [target], "item"))
    quantities = {(target, customer): rest[0] for customer, rest in data.items()}
    result = places.link(journal, [target], customers, quantities=quantities, beyond=beyond)
    now = set(queries.linked_counts("customer", [target], "item"))
    new = now - there
    _take_along(journal, [(target, customer, data[customer][1:]) for customer in customers if customer in new])
    gone = journal.unlink("item_customer", [source], sorted(now.intersection(customers)))
    return replace(result, removed=len(gone))


def _move_items(journal: Journal, items: Sequence[int], source: int, target: int) -> LinkResult:
    data = {item: rest for item, _, *rest in apply.link_data(("quantity", *_COLUMNS), items, [source])}
    there = set(queries.linked_counts("item", [target], "customer"))
    # First, so that who comes has the place of who goes: as many as before, so that there is room in any case.
    gone = journal.unlink("item_customer", items, [source])
    quantities = {(item, target): rest[0] for item, rest in data.items()}
    places.link(journal, items, [target], quantities=quantities, beyond="overbook")
    new = [item for item in items if item not in there]
    _take_along(journal, [(item, target, data[item][1:]) for item in new])
    return LinkResult(len(new), len(items) - len(new), len(gone))


def _take_along(journal: Journal, rows: Iterable[tuple[int, int, Sequence[Any]]]) -> None:
    """Give new links the data that the old ones had: item, customer, and values in the order of the columns."""
    first = tuple(apply.FIRST[column] for column in _COLUMNS)
    changed = tuple((item, customer, first, tuple(values)) for item, customer, values in rows if tuple(values) != first)
    journal.change_data(LinkData(_COLUMNS, changed))
