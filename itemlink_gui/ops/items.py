"""Creating, editing, duplicating and deleting items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields, places, records
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import vocabulary
from itemlink_gui.store.journal import Journal, known
from itemlink_gui.store.models import FIELDS, Item


def create(
    *,
    customer_ids: Iterable[int] | None = None,
    beyond: Beyond = "policy",
    category: int | None = None,
    **values: object,
) -> Operation[int]:
    """Make an item, with customers if given, in one step.

    Args:
        customer_ids: customers to link.
        beyond: what becomes of those for whom there is no place; as with `links.link`.
        category: id of the one that it belongs to; None for none.
        values: ``name`` (required), ``description`` and the other fields; what a full item does is else what the
            file has chosen.

    Returns:
        an operation whose result is the id. It raises Invalid, NotFound or NoRoom.
    """
    customers = records.ids_in(customer_ids)

    def write(journal: Journal) -> int:
        cleaned = fields.clean_all("item", {"name": "", **values})
        cleaned.setdefault("capacity_policy", vocabulary.chosen().policy)
        _check_days(cleaned, None, None)
        if category is not None:
            known("category", [category])
        record = journal.add(Item, category=category, **cleaned)
        journal.say(name=cleaned["name"])
        records.relink(journal, "item", record, "customer", customers, beyond=beyond)
        return record

    return Operation("item.create", write)


def update(
    record: int,
    *,
    customer_ids: Iterable[int] | None = None,
    beyond: Beyond = "policy",
    category: int | Literal["same"] | None = "same",
    expected: Mapping[str, str] | None = None,
    **values: object,
) -> Operation[None]:
    """Change fields of an item and, if given, replace its customers, in one step.

    Args:
        record: the item's id.
        customer_ids: the customers it shall have, and no others; None leaves them alone.
        beyond: what becomes of those for whom there is no place; as with `links.link`.
        category: id of the one that it shall belong to; None for none.
        expected: the values that the user was shown; the edit is refused if they were changed since.
        values: new values by field name.

    Returns:
        an operation. It raises NotFound, Invalid, Conflict or NoRoom.
    """
    customers = records.ids_in(customer_ids)

    def write(journal: Journal) -> None:
        cleaned = records.checked(journal, "item", record, values, expected or {})
        days = Item.select(Item.available_from, Item.available_until).where(Item.id == record)
        _check_days(cleaned, *days.tuples().get())
        before = Item.select(Item.capacity).where(Item.id == record).scalar()
        moved = {} if category == "same" else {"category_id": category}
        if isinstance(category, int):
            known("category", [category])
        journal.update(Item, record, **cleaned, **moved)
        records.relink(journal, "item", record, "customer", customers, beyond=beyond)
        places.refuse_fewer(journal, record, before)

    return Operation("item.update", write)


def _check_days(cleaned: Mapping[str, fields.Value], first: fields.Value, last: fields.Value) -> None:
    """Make sure that an item is not available until a day before the one from which it is.

    Args:
        cleaned: the new values.
        first: the day from which it is available so far.
        last: the day until which it is available so far.

    Raises:
        Invalid: with the field that was changed.
    """
    first, last = cleaned.get("available_from", first), cleaned.get("available_until", last)
    if first is None or last is None or str(first) <= str(last):
        return
    if "available_until" in cleaned:
        raise Invalid("available_until", tr("This day is before the one from which it is available."))
    if "available_from" in cleaned:
        raise Invalid("available_from", tr("This day is after the one until which it is available."))


def duplicate(record: int) -> Operation[int]:
    """Make an item with the same fields, named as a copy, without customers.

    Returns:
        an operation whose result is the new id. It raises NotFound.
    """

    def write(journal: Journal) -> int:
        known("item", [record])
        (source,) = Item.select(*FIELDS["item"], Item.category).where(Item.id == record).dicts()
        suffix = tr(" (copy)")
        source["name"] = source["name"][: 200 - len(suffix)] + suffix
        journal.say(name=source["name"])
        return journal.add(Item, **source)

    return Operation("item.duplicate", write)


def delete(ids: Iterable[int]) -> Operation[None]:
    """Delete items with all their links.

    Args:
        ids: of the items; duplicates are ignored.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then deletes nothing.
    """
    given = list(ids)

    def write(journal: Journal) -> None:
        journal.remove(Item, records.describe_deleted(journal, "item", given))

    return Operation("item.delete", write, backed_up="tried" if len(given) >= records.BACKED_UP_FROM else "")
