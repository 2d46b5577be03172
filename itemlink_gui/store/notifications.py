"""What the centre tells: one line for each step that linked or unlinked, and for each item that needs a look."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from peewee import JOIN, fn

from itemlink_gui.base.changes import How, Label
from itemlink_gui.store.apply import execute
from itemlink_gui.store.models import Notification, Step, now
from itemlink_gui.store.places import TAKEN

Kind = Literal["added", "removed", "low", "over", "waiting", "ending"]
KINDS: tuple[Kind, ...] = ("added", "removed", "low", "over", "waiting", "ending")

# Older ones are forgotten.
KEPT = 1_000

# What calls for a look, as a condition on an item whose places are counted.
_STATES: dict[str, str] = {
    "low": "capacity - taken >= 0 AND capacity - taken < low_stock",
    "over": "taken > capacity",
    "waiting": "taken < coalesce(capacity, taken + 1) AND EXISTS (SELECT 1 FROM waiting w WHERE w.item_id = id)",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the centre.

    Args:
        id: of the line.
        kind: what it is about.
        at: when, as times are stored.
        read: whether the user has seen it.
        over: whether it no longer holds: taken back, or put right since.
        label: of the step, for what was added or removed.
        item: id of the item that it is about, or None.
        customer: id of the customer, or None.
        values: names and numbers that the sentence needs.
    """

    id: int
    kind: Kind
    at: str
    read: bool
    over: bool
    label: Label | None
    item: int | None
    customer: int | None
    values: dict[str, Any]


def follow(how: How, step: int, added: int, removed: int, ends: Mapping[str, Collection[int]], at: str) -> None:
    """Tell what a step came to, as part of it.

    Args:
        how: whether it was done, taken back or done again.
        step: its id.
        added: how many links came.
        removed: how many links went.
        ends: by "item" and "customer", the records whose links or places moved.
        at: the time, as it is stored.
    """
    if how == "done" and (added or removed):
        kind = "added" if added >= removed else "removed"
        one = {name: next(iter(ids)) if len(ids) == 1 else None for name, ids in ends.items()}
        parameters = json.dumps({"added": added, "removed": removed})
        _insert(kind, at, parameters, one["item"], one["customer"], step)
    elif how != "done":
        execute("UPDATE notification SET over_at = ? WHERE step_id = ?", at if how == "undone" else None, step)
    look(ends["item"], at)
    # What holds stays: it would only be told anew.
    execute(
        """DELETE FROM notification WHERE id <= (SELECT max(id) FROM notification) - ?
           AND (over_at IS NOT NULL OR kind IN ('added', 'removed'))""",
        KEPT,
    )


def _insert(kind: str, at: str, parameters: str, item: int | None, customer: int | None, step: int | None) -> None:
    # Whoever did it in a window has seen it.
    seen = "(SELECT created_at FROM step WHERE id = ? AND who = 'window')"
    columns = "kind, created_at, parameters, item_id, customer_id, step_id, read_at"
    sql = f"INSERT INTO notification ({columns}) VALUES (?, ?, ?, ?, ?, ?, {seen})"
    execute(sql, kind, at, parameters, item, customer, step, step)


def look(items: Collection[int], at: str) -> None:
    """Tell of items that have come into a state that calls for a look, and note where one is over."""
    packed = json.dumps(sorted(items))
    counted = f"""SELECT i.id, i.name, i.capacity, i.low_stock, {TAKEN} AS taken
        FROM item i LEFT JOIN item_stat s ON s.id = i.id
        WHERE i.id IN (SELECT value FROM json_each(?))"""
    for kind, state in _STATES.items():
        now_so = f"SELECT id FROM ({counted}) WHERE {state}"
        execute(
            f"""UPDATE notification SET over_at = ? WHERE over_at IS NULL AND kind = ?
                AND item_id IN (SELECT value FROM json_each(?)) AND item_id NOT IN ({now_so})""",
            at, kind, packed, packed,
        )  # fmt: skip
        execute(
            f"""INSERT INTO notification (kind, created_at, item_id, parameters)
                SELECT ?, ?, id, json_object('name', name, 'capacity', capacity, 'taken', taken)
                FROM ({counted}) WHERE {state}
                AND id NOT IN (SELECT item_id FROM notification WHERE kind = ? AND over_at IS NULL
                               AND item_id IS NOT NULL)""",
            kind, at, packed, kind,
        )  # fmt: skip


def look_ahead(today: date, days: int) -> bool:
    """Tell of links that end within some days, an item a line, anew where there are others than were told of.

    Args:
        today: of the user's calendar.
        days: how far to look ahead.

    Returns:
        whether anything changed.
    """
    period = (today.isoformat(), (today + timedelta(days=days)).isoformat())
    ending = """SELECT item_id, count(*) AS links, max(ends_on) AS last FROM item_customer
        WHERE ends_on BETWEEN ? AND ? GROUP BY item_id"""
    # What another program has written there may be no JSON.
    told_of = ", ".join(f"iif(json_valid(parameters), parameters ->> '{name}', NULL)" for name in ("links", "last"))
    over = execute(
        f"""UPDATE notification SET over_at = ? WHERE kind = 'ending' AND over_at IS NULL
            AND NOT coalesce((item_id, {told_of}) IN ({ending}), 0)""",
        now(), *period,
    )  # fmt: skip
    coming = execute(
        f"""INSERT INTO notification (kind, created_at, item_id, parameters)
            SELECT 'ending', ?, i.id, json_object('name', i.name, 'links', e.links, 'last', e.last)
            FROM ({ending}) e
            JOIN item i ON i.id = e.item_id
            WHERE i.id NOT IN (SELECT item_id FROM notification WHERE kind = 'ending' AND over_at IS NULL
                               AND item_id IS NOT NULL)""",
        now(), *period,
    )  # fmt: skip
    return over.rowcount + coming.rowcount > 0


def mark_read(ids: Iterable[int] | None) -> bool:
    """Note that lines were seen; None stands for all.

    Returns:
        whether one of them was not.
    """
    query = Notification.update(read_at=now()).where(Notification.read_at.is_null())
    if ids is not None:
        query = query.where(Notification.id.in_(list(ids)))
    return bool(query.execute())


def told(kinds: Collection[str], limit: int) -> list[Told]:
    """Return the newest lines of some kinds."""
    line = Notification
    query = (
        line.select(
            line.id, line.kind, line.created_at, line.read_at, line.over_at, line.item_id, line.customer_id,
            line.parameters, Step.kind, Step.parameters,
        )
        .join(Step, JOIN.LEFT_OUTER, on=(Step.id == line.step_id))
        .where(line.kind.in_(list(kinds)))
        .order_by(line.created_at.desc(), line.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [
        Told(number, kind, at, read is not None, over is not None, _label(*step), item, customer, json.loads(values))
        for number, kind, at, read, over, item, customer, values, *step in query.tuples()
    ]


def _label(kind: str | None, parameters: str | None) -> Label | None:
    return Label(kind, json.loads(parameters)) if kind is not None and parameters is not None else None


def unread(kinds: Collection[str]) -> int:
    """Return how many lines of some kinds were not seen and still hold."""
    query = Notification.select(fn.count(Notification.id)).where(
        Notification.kind.in_(list(kinds)) & Notification.read_at.is_null() & Notification.over_at.is_null()
    )
    return int(query.scalar())
