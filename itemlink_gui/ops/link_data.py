"""Changing the data of links that stand, and ending those whose last day has passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.base.errors import Conflict
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields, link_fields, places
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.ops.telling import describe
from itemlink_gui.store import apply, link_rows, link_values
from itemlink_gui.store.columns import typed
from itemlink_gui.store.delta import LinkData
from itemlink_gui.store.journal import Journal

# Of a value that the label keeps.
_MOST_LETTERS = 80


def set_details(
    item_ids: Iterable[int],
    customer_ids: Iterable[int],
    *,
    onto: Kind = "item",
    beyond: Beyond = "policy",
    expected: Mapping[str, str] | None = None,
    own: Mapping[str, object] | None = None,
    **values: object,
) -> Operation[int]:
    """Change data of all links that stand between items and customers, in one step.

    Args:
        item_ids: ids of items; duplicates are ignored.
        customer_ids: ids of customers; duplicates are ignored.
        onto: the side whose list they are changed in, for the message.
        beyond: what becomes of a quantity for which there is no place; see `places.make_room`.
        expected: the values that the user was shown, by name; the edit is refused if they were changed since.
        own: new values of the fields that the user has made, by what these are called.
        values: new values by the names of `link_fields.specs`.

    Returns:
        an operation whose result is the number of links that changed. It raises NotFound, Invalid, Conflict or
        NoRoom.
    """
    items, customers, seen, called = list(item_ids), list(customer_ids), dict(expected or {}), dict(own or {})

    def write(journal: Journal) -> int:
        own = link_rows.own_fields()
        cleaned = link_fields.clean(own, values) | link_fields.clean_called(own, called)
        if not cleaned:
            return 0
        columns = _columns(cleaned)
        blamed = "starts_on" if "ends_on" not in cleaned else "ends_on"

        def changed(old: tuple[Any, ...]) -> tuple[Any, ...]:
            before = dict(zip(columns, old, strict=True))
            _refuse_changed(before, seen, cleaned)
            after = before | link_fields.columns(cleaned, before.get("extra", "{}"))
            link_fields.refuse_end_before_start(after, blamed)
            return tuple(after[column] for column in columns)

        change = journal.set_data(items, customers, columns, changed)
        _make_room(journal, change, beyond)
        _describe(journal, own, cleaned)
        describe(journal, items, customers, onto, changed=len(change.rows))
        return len(change.rows)

    return Operation("link.data", write)


def _make_room(journal: Journal, change: LinkData, beyond: Beyond) -> None:
    if "quantity" in change.columns:
        place, more = change.columns.index("quantity"), Counter[int]()
        for item, _, old, new in change.rows:
            more[item] += new[place] - old[place]
        places.make_room(journal, more, beyond=beyond, written=True)


def _columns(cleaned: Mapping[str, fields.Value]) -> list[str]:
    """Return the columns that are needed to change data: a new end is measured against the start that stands."""
    named = set(cleaned)
    if named & {"starts_on", "ends_on"}:
        named |= {"starts_on", "ends_on"}
    columns = [column for column in link_values.COLUMNS if column in named]
    return columns if named <= set(columns) else [*columns, "extra"]


def _refuse_changed(before: Mapping[str, Any], seen: Mapping[str, str], cleaned: Mapping[str, fields.Value]) -> None:
    own = link_values.unpack(before.get("extra", "{}"))
    for name, value in seen.items():
        if name not in cleaned:
            continue
        theirs = typed(before[name] if name in before else own.get(name.removeprefix("own_")))
        ours = typed(cleaned.get(name))
        if theirs not in (value, ours):
            raise Conflict(name, theirs, ours)


def _describe(journal: Journal, own: Iterable[link_rows.OwnField], cleaned: Mapping[str, fields.Value]) -> None:
    """Give the label the names of the fields, those of own fields as they were, and the value if there is one field."""
    names = {field.key: field.name for field in own}
    journal.say(fields=[[name, names.get(name, "")] for name in cleaned])
    if len(cleaned) == 1:
        ((name, value),) = cleaned.items()
        kind = next(spec.type for spec in link_fields.specs(own) if spec.name == name)
        shown = value if not isinstance(value, str) else " ".join(value.split())[:_MOST_LETTERS]
        journal.say(value=shown, type=kind)


def end_over(day: str, *, kind: Kind | None = None, ids: Iterable[int] = ()) -> Operation[LinkResult]:
    """Remove the links whose last day has passed, in one step; as past links they keep that day.

    Args:
        day: today, as ``YYYY-MM-DD``; a link that ends today is not over yet.
        kind: of the records whose links are meant; None for all links of the file.
        ids: of the records.

    Returns:
        an operation. It raises Invalid if the day is none.
    """
    records = list(ids)

    def write(journal: Journal) -> LinkResult:
        today = fields.cleaned(fields.FieldSpec("day", tr("Day"), "day", required=True), day)
        gone = journal.unlink_pairs("item_customer", link_rows.over(str(today), kind, records))
        name = apply.name_of(kind, records[0]) if kind is not None and len(records) == 1 else ""
        journal.say(name=name, removed=len(gone))
        return LinkResult(removed=len(gone))

    return Operation("end", write)
