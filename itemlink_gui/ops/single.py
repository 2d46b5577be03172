"""Adding one record to one other and removing it, each with the sentence that whoever asked is answered with."""

from __future__ import annotations

from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import links, places
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store.apply import name_of
from itemlink_gui.store.journal import Journal


def add_customer(item_id: int, customer_id: int, *, beyond: Beyond = "policy") -> Operation[str]:
    """Add a customer to an item; one that is there already stays.

    Args:
        item_id: of the item.
        customer_id: of the customer.
        beyond: what becomes of the customer if there is no place; as with `links.link`.

    Returns:
        an operation whose result is a sentence. It raises NotFound or NoRoom.
    """
    done = links.link([item_id], [customer_id], beyond=beyond)

    def write(journal: Journal) -> str:
        result, name = done.write(journal), name_of("customer", customer_id)
        if result.left:
            return tr("[Customer] {name} was left out; there is no place", name=name)
        if result.waiting or result.waited:
            return tr("[Customer] {name} is on the waiting list of [item]", name=name)
        if result.already:
            return tr("[Customer] {name} is already added to [item]", name=name)
        return tr("[Customer] {name} added to [item]", name=name)

    return Operation(done.kind, write)


def remove_customer(item_id: int, customer_id: int) -> Operation[str]:
    """Remove a customer from an item, or from its waiting list.

    Returns:
        an operation whose result is a sentence. It raises NotFound.
    """
    done = links.unlink([item_id], [customer_id])

    def write(journal: Journal) -> str:
        result, name = done.write(journal), name_of("customer", customer_id)
        if not result.removed and _no_longer_waits(journal, item_id, customer_id):
            return tr("[Customer] {name} removed from the waiting list of [item]", name=name)
        if not result.removed:
            return tr("[Customer] {name} is not added to [item]", name=name)
        return tr("[Customer] {name} removed from [item]", name=name)

    return Operation(done.kind, write)


def add_item(customer_id: int, item_id: int, *, beyond: Beyond = "policy") -> Operation[str]:
    """Add an item to a customer; one that is there already stays.

    Args:
        customer_id: of the customer.
        item_id: of the item.
        beyond: what becomes of the customer if there is no place; as with `links.link`.

    Returns:
        an operation whose result is a sentence. It raises NotFound or NoRoom.
    """
    done = links.link([item_id], [customer_id], onto="customer", beyond=beyond)

    def write(journal: Journal) -> str:
        result, name = done.write(journal), name_of("item", item_id)
        if result.left:
            return tr("[Item] {name} was left out; there is no place", name=name)
        if result.waiting or result.waited:
            return tr("[Item] {name} is full; [customer] is on its waiting list", name=name)
        if result.already:
            return tr("[Item] {name} is already added to [customer]", name=name)
        return tr("[Item] {name} added to [customer]", name=name)

    return Operation(done.kind, write)


def remove_item(customer_id: int, item_id: int) -> Operation[str]:
    """Remove an item from a customer, or the customer from its waiting list.

    Returns:
        an operation whose result is a sentence. It raises NotFound.
    """
    done = links.unlink([item_id], [customer_id], onto="customer")

    def write(journal: Journal) -> str:
        result, name = done.write(journal), name_of("item", item_id)
        if not result.removed and _no_longer_waits(journal, item_id, customer_id):
            return tr("[Customer] removed from the waiting list of [item] {name}", name=name)
        if not result.removed:
            return tr("[Item] {name} is not added to [customer]", name=name)
        return tr("[Item] {name} removed from [customer]", name=name)

    return Operation(done.kind, write)


def _no_longer_waits(journal: Journal, item_id: int, customer_id: int) -> bool:
    """Take a customer off the waiting list of an item, as the step that this is then; return whether they waited."""
    done = places.stop_waiting([item_id], [customer_id])
    journal.kind = done.kind
    return bool(done.write(journal).removed)
