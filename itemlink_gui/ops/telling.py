"""What the label of a step about links is given, so that it can be told in the user's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from itemlink_gui.base.changes import PLURAL, Kind
from itemlink_gui.store import apply, slices
from itemlink_gui.store.journal import Journal


def describe(
    journal: Journal, ids: Iterable[int], customers: Iterable[int], onto: Kind, side: Kind = "item", **counts: int
) -> None:
    """Give the label what it needs: names where there is one of a kind, and the counts.

    Args:
        journal: of the step.
        ids: of items or companies; duplicates are ignored.
        customers: ids of the customers; duplicates are ignored.
        onto: the side that the gesture ended on.
        side: item or company.
        counts: what was done.
    """
    ids, customers = _unique(ids), _unique(customers)
    journal.say(
        **{side: apply.name_of(side, ids[0]) if len(ids) == 1 else "", PLURAL[side]: len(ids)},
        customer=apply.name_of("customer", customers[0]) if len(customers) == 1 else "",
        customers=len(customers),
        onto=onto,
        **counts,
    )


def _unique(ids: Iterable[int]) -> Sequence[int]:
    return ids if isinstance(ids, apply.Known) else slices.unique(slices.held(ids))
