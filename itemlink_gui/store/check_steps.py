"""Which steps of the history cannot be read, or name what no step can have changed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from itemlink_gui.store import apply
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.delta import Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.journal import is_id
from itemlink_gui.store.models import Step

_STEPPED = (
    *("user", "customer", "company", "category", "item", "past_link", "link_field"),
    *("waiting", "preference", "saved_filter", "told", "setting"),
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A step that can be neither shown nor taken back, and whether its parameters or its delta are why."""

    id: int
    parameters: bool
    delta: bool


def unreadable() -> Iterator[Unreadable]:
    """Find steps of the current file that cannot be read, but for those that were set aside for it."""
    columns = (Step.id, Step.parameters, Step.delta, Step.state, Step.wide)
    for step, parameters, blob, state, wide in Step.select(*columns).tuples().iterator():
        told = _holds(_is_told, parameters)
        fits = _holds(_is_a_delta, blob)
        # What is set aside is never unpacked, unless it is to be seen from it which records it touched.
        if not told or not (fits or (state == "dropped" and not wide)):
            yield Unreadable(step, not told, not fits)


def _is_told(parameters: str) -> bool:
    return isinstance(json.loads(parameters), dict)


def _is_a_delta(blob: bytes) -> bool:
    return all(map(_fits, deltas.unpack(blob)))


def _holds(question: Callable[[Any], bool], stored: Any) -> bool:
    try:
        return question(stored)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, zlib.error):
        return False


def _fits(change: Delta) -> bool:
    """Whether a delta names nothing but what a step can have changed: its names become part of statements."""
    match change:
        case Links(op, through, by, groups, data):
            ids = all(is_id(one) and all(map(is_id, others)) for one, others in groups)
            return (
                op in ("add", "remove")
                and by in deltas.THROUGH[through]
                and ids
                and apply.FIRST.keys() >= set(data or ())
            )
        case LinkData(columns, changed):
            width = {len(values) for row in changed for values in row[2:]}
            ids = all(is_id(item) and is_id(customer) for item, customer, *_ in changed)
            return apply.FIRST.keys() >= set(columns) and width == {len(columns)} and ids
        case Rows(op, table, rows):
            named = all(is_id(row["id"]) and not any('"' in name for name in row) for row in rows)
            return op in ("add", "remove") and table in _STEPPED and named
        case Update(table, record, old, new):
            same = old.keys() == new.keys() and all(map(str.isidentifier, new))
            return table in _STEPPED and is_id(record) and same
