"""Noting that customers were told; ItemLink itself sends nothing."""

from __future__ import annotations

from collections.abc import Iterable

from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import apply
from itemlink_gui.store.journal import Journal, known
from itemlink_gui.store.models import Told
from itemlink_gui.store.queries import these


def tell(customer_ids: Iterable[int], until: str | None = None) -> Operation[None]:
    """Count customers as told of all that was added and removed until a moment.

    Args:
        customer_ids: duplicates are ignored.
        until: when the news was read that they are told, as times are stored; None for now.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then notes nothing.
    """
    given = list(customer_ids)

    def write(journal: Journal) -> None:
        customers = known("customer", given)
        # Taken out and put in again: a few statements, however many they are.
        journal.remove(Told, [row.id for row in Told.select(Told.id).where(Told.customer.in_(these(customers)))])
        at = journal.at if until is None else min(until, journal.at)
        journal.add_rows(Told, [{"customer_id": customer, "created_at": at} for customer in customers])
        name = apply.name_of("customer", customers[0]) if len(customers) == 1 else ""
        journal.say(customer=name, customers=len(customers))

    return Operation("tell", write)
