"""Giving a customer what others have: their links are copied or moved, with the data that they have."""

from __future__ import annotations

from collections.abc import Iterable

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import apply, handover, places
from itemlink_gui.store.delta import LinkData
from itemlink_gui.store.handover import COLUMNS, Handover
from itemlink_gui.store.journal import Journal, in_order, known
from itemlink_gui.store.models import Waiting


def hand_over(sources: Iterable[int], target: int, *, moving: bool) -> Operation[LinkResult]:
    """Link all items of some customers to another one, in one step; what that one has already stays as it is.

    Args:
        sources: ids of those who have the items; the target among them and duplicates are ignored. Where several have
            the same item, the data of the first one come along.
        target: id of the one who gets them.
        moving: the others lose them. Else an item without room is left out, or waited for, as the item has it.

    Returns:
        an operation. It raises NotFound if an id is unknown, or ItemLinkError if nothing changes.
    """
    given = list(sources)

    def write(journal: Journal) -> LinkResult:
        known("customer", [target])
        those = [customer for customer in in_order("customer", given) if customer != target]
        found = handover.plan(those, target, moving=moving)
        waited = {item for _, item, _, _ in places.queue([item for item, _ in found.waits], [target])}
        waits = [(item, quantity) for item, quantity in found.waits if item not in waited]
        if not (found.new or found.gone or waits):
            raise ItemLinkError(_nothing(found))
        if found.gone:
            # First, so that who comes has the place of who goes.
            journal.unlink("item_customer", None, those)
        _link(journal, found, target)
        rows = ({"item_id": item, "customer_id": target, "quantity": quantity} for item, quantity in waits)
        journal.add_rows(Waiting, rows)
        journal.say(
            source=apply.name_of("customer", those[0]) if len(those) == 1 else "", sources=len(those),
            target=apply.name_of("customer", target), moving=moving, added=len(found.new), already=found.already,
            left=found.left, waiting=len(waits), removed=found.gone,
        )  # fmt: skip
        return LinkResult(len(found.new), found.already, found.gone, waiting=len(waits), left=found.left)

    return Operation("hand_over", write)


def _nothing(found: Handover) -> str:
    if found.already:
        return tr("Nothing to copy: all of them are there already.")
    if found.left or found.waits:
        return tr("Nothing was copied: there is no free place.")
    return tr("Nothing to copy: there are no links.")


def _link(journal: Journal, found: Handover, target: int) -> None:
    new = [item for item, _ in found.new]
    journal.link_pairs("item_customer", [(item, target) for item in new])
    first = tuple(apply.FIRST[column] for column in COLUMNS)
    rows = tuple((item, target, first, data) for item, data in found.new if data != first)
    journal.change_data(LinkData(COLUMNS, rows))
    # Who has a place waits for it no longer.
    journal.remove(Waiting, [entry for entry, *_ in places.queue(new, [target])])
