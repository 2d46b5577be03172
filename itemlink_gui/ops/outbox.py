"""Noting that customers were told; ItemLink itself sends nothing."""

from __future__ import annotations

from collections.abc import Iterable

from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import apply
from itemlink_gui.store.journal import Journal, known
from itemlink_gui.store.models import Told
from itemlink_gui.store.queries import these


def tell(customer_ids: Iterable[int]) -> Operation[None]:
    """Count customers as told of all that was added and removed until now.

    Args:
        customer_ids: duplicates are ignored.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then notes nothing.
    """
    given = list(customer_ids)

    def write(journal: Journal) -> None:
        customers = known("customer", given)
        rows = dict(Told.select(Told.customer, Told.id).where(Told.customer.in_(these(customers))).tuples())
        for customer in customers:
            if customer in rows:
                journal.update(Told, rows[customer], created_at=journal.at)
            else:
                journal.add(Told, customer=customer)
        name = apply.name_of("customer", customers[0]) if len(customers) == 1 else ""
        journal.say(customer=name, customers=len(customers))

    return Operation("tell", write)
