"""The verbs for records of any kind, for those who learn only at run time which kind it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.ops import companies, customers, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond


@dataclass(frozen=True, slots=True)
class Verbs:
    """What can be done with records of one kind; see the modules of the nouns."""

    create: Callable[..., Operation[int]]
    update: Callable[..., Operation[None]]
    duplicate: Callable[[int], Operation[int]]
    delete: Callable[[Iterable[int]], Operation[None]]


OF: Mapping[Kind, Verbs] = {
    "item": Verbs(items.create, items.update, items.duplicate, items.delete),
    "customer": Verbs(customers.create, customers.update, customers.duplicate, customers.delete),
    "company": Verbs(companies.create, companies.update, companies.duplicate, companies.delete),
}


def linked_ids(linked: Mapping[Kind, Iterable[int]]) -> dict[str, Iterable[int]]:
    """Return the ids of linked records as `create` and `update` take them: ``customer_ids`` and so on."""
    return {f"{kind}_ids": ids for kind, ids in linked.items()}


def link(
    kind: Kind,
    ids: Iterable[int],
    onto: Kind,
    targets: Iterable[int],
    details: Mapping[str, object] | None = None,
    *,
    beyond: Beyond = "policy",
) -> Operation[LinkResult]:
    """Link records to records of another kind, as a drop does.

    Args:
        kind: what is dropped.
        ids: of those.
        onto: what they are dropped on.
        targets: ids of those.
        details: data of new links of items, see `links.link`.
        beyond: what becomes of those for whom an item has no place, see `links.link`.
    """
    if kind == "customer":
        return links.link_to(onto, targets, ids, onto=onto, details=details, beyond=beyond)
    return links.link_to(kind, ids, targets, onto=onto, details=details, beyond=beyond)


def unlink(kind: Kind, ids: Iterable[int], onto: Kind, targets: Iterable[int]) -> Operation[LinkResult]:
    """Remove the links between records of two kinds; arguments as with `link`."""
    if kind == "customer":
        return links.unlink_from(onto, targets, ids, onto=onto)
    return links.unlink_from(kind, ids, targets, onto=onto)
