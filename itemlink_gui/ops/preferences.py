"""What customers think of items: wanted, a favourite or declined, with a note; one preference for a pair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields, places
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.ops.telling import describe
from itemlink_gui.store import preferences
from itemlink_gui.store.journal import Journal, in_order, known
from itemlink_gui.store.models import Preference


def prefer(
    item_ids: Iterable[int], customer_ids: Iterable[int], kind: str, *, note: str | None = None
) -> Operation[int]:
    """Set the preference of every customer for every item, in one step.

    Args:
        item_ids: of the items; duplicates are ignored.
        customer_ids: of the customers; duplicates are ignored.
        kind: ``"wants"``, ``"favourite"`` or ``"declined"``.
        note: why, for all of them; None leaves the notes that there are.

    Returns:
        an operation whose result is how many preferences are new or changed. It raises NotFound or Invalid, and then
        changes nothing.
    """
    given = list(item_ids), list(customer_ids)

    def write(journal: Journal) -> int:
        items, customers = in_order("item", given[0]), in_order("customer", given[1])
        meant = fields.cleaned(fields.spec(Preference.kind), kind)
        said = None if note is None else fields.cleaned(fields.spec(Preference.note), note)
        there = {(row[1], row[2]): row for row in preferences.among(items, customers)}
        rows = [
            {"item_id": item, "customer_id": customer, "kind": meant, "note": said or ""}
            for item in items
            for customer in customers
            if (item, customer) not in there
        ]
        changed: list[dict[str, Any]] = []
        for record, item, customer, old_kind, old_note, since in there.values():
            now = old_note if said is None else said
            if (old_kind, old_note) != (meant, now):
                kept = {"id": record, "item_id": item, "customer_id": customer, "created_at": since}
                changed.append(kept | {"kind": meant, "note": now})
        # Taken out and put in again: two statements, however many they are.
        journal.remove(Preference, [row["id"] for row in changed])
        journal.add_rows(Preference, [*changed, *rows])
        describe(journal, items, customers, "item", pairs=len(changed) + len(rows))
        journal.say(preference=meant)
        return len(changed) + len(rows)

    return Operation("prefer", write)


def clear(item_ids: Iterable[int], customer_ids: Iterable[int]) -> Operation[int]:
    """Forget the preferences of customers for items, in one step.

    Args:
        item_ids: of the items; duplicates are ignored.
        customer_ids: of the customers; duplicates are ignored.

    Returns:
        an operation whose result is how many there were. It raises NotFound, and then changes nothing.
    """
    items, customers = list(item_ids), list(customer_ids)

    def write(journal: Journal) -> int:
        there = preferences.among(known("item", items), known("customer", customers))
        journal.remove(Preference, [row[0] for row in there])
        describe(journal, items, customers, "item", pairs=len(there))
        return len(there)

    return Operation("prefer.clear", write)


def note(item_id: int, customer_id: int, text: str) -> Operation[None]:
    """Set the note of a preference.

    Args:
        item_id: of the item.
        customer_id: of the customer.
        text: at most 10,000 characters.

    Returns:
        an operation. It raises NotFound, Invalid, or ItemLinkError if there is no such preference any more.
    """

    def write(journal: Journal) -> None:
        said = fields.cleaned(fields.spec(Preference.note), text)
        there = preferences.among(known("item", [item_id]), known("customer", [customer_id]))
        if not there:
            raise ItemLinkError(tr("This preference is not there any more."))
        journal.update(Preference, there[0][0], note=said)
        describe(journal, [item_id], [customer_id], "item")

    return Operation("prefer.note", write)


def link_wanting(item_id: int, *, beyond: Beyond = "policy") -> Operation[LinkResult]:
    """Link everyone who wants an item and does not have it, those first who said so first.

    Args:
        item_id: of the item.
        beyond: what becomes of those for whom there is no place; as with `links.link`.

    Returns:
        an operation. It raises NotFound, or NoRoom, and then links nothing.
    """

    def write(journal: Journal) -> LinkResult:
        known("item", [item_id])
        customers = preferences.wanting(item_id)
        result = places.link(journal, [item_id], customers, beyond=beyond)
        describe(journal, [item_id], customers, "item", added=result.added, already=result.already)
        return result

    return Operation("link", write)
