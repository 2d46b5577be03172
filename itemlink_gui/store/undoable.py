"""Whether the file is in the state from which a delta starts, and what is told where it is not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from typing import Any

import peewee

from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import apply
from itemlink_gui.store.delta import Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.models import FIELDS, MODELS

# What stands in a column of a row that was made before there was such a column.
_AT_FIRST = {
    model._meta.table_name: {field.column_name: field.default for field in model._meta.sorted_fields}
    for model in MODELS
}
# Of a value that is shown in a sentence.
_MOST_LETTERS = 80


def check(delta: Delta) -> None:
    """Make sure that the file is in the state from which a delta starts.

    Raises:
        CannotUndo: if somebody changed one of its rows since.
    """
    match delta:
        case Links():
            _check_links(delta)
        case LinkData():
            _check_data(delta)
        case Rows(op, table, rows):
            ids = [row["id"] for row in rows]
            found = {row["id"]: row for row in apply.fetch_rows(table, ids)}
            for row in rows:
                if op == "add" and row["id"] in found:
                    raise CannotUndo(
                        tr("“{name}” is there already. It stays as it is.", name=apply.name_of(table, row["id"]))
                    )
                there = found.get(row["id"])
                if op == "remove" and (there is None or _undated(there) != _undated(_whole(table, row, there))):
                    raise _changed(table, row["id"], _whole(table, row, there or {}), there)
        case Update(table, record, old, _):
            found_rows = apply.fetch_rows(table, [record])
            if not found_rows or any(found_rows[0][name] != value for name, value in _undated(old).items()):
                raise _changed(table, record, old, found_rows[0] if found_rows else None)


def _whole(table: str, row: dict[str, Any], there: Iterable[str]) -> dict[str, Any]:
    """Return a row with the columns that its table got since the row was written down, as those are at first."""
    return {name: row.get(name, _AT_FIRST.get(table, {}).get(name)) for name in there} | row


def _undated(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row without the time of its last change, which is no value that anybody set."""
    return {name: value for name, value in row.items() if name != "updated_at"}


def _check_links(links: Links) -> None:
    if apply.standing(links) != (len(links) if links.op == "remove" else 0):
        raise apply.links_changed()
    if links.op == "remove":
        return
    others = set(chain.from_iterable(others for _, others in links.groups))
    ends = {links.by: [one for one, _ in links.groups], links.other: others}
    if any(apply.missing(end.removesuffix("_id"), ids) for end, ids in ends.items()):
        raise CannotUndo(tr("A record that it needs no longer exists. It stays as it is."))


def _changed(table: str, record: int, left: dict[str, Any], found: dict[str, Any] | None) -> CannotUndo:
    """Say which value somebody else has put in the place of the one that the step left."""
    if found is None:
        return CannotUndo(tr("The record was deleted since. It stays as it is."))
    name = apply.name_of(table, record)
    field = next(name for name, value in _undated(left).items() if found.get(name) != value)
    label = _label(table, field)
    if not label:
        return CannotUndo(tr("“{name}” was changed since. It stays as it is.", name=name))
    return CannotUndo(
        tr(
            "“{name}” was changed since: {field} is now “{theirs}”, not “{ours}”. It stays as it is.",
            name=name,
            field=label,
            theirs=_short(found[field]),
            ours=_short(left[field]),
        )
    )


def _label(table: str, name: str) -> str:
    for field in chain(*FIELDS.values()):
        if (field.model._meta.table_name, field.name) == (table, name):
            return tr(field.verbose_name)
    return ""


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"


def refused(error: peewee.IntegrityError) -> CannotUndo:
    """Return what to tell when the file's own rules refuse what a step would lead to."""
    if "FOREIGN KEY" in str(error):
        return CannotUndo(tr("The record has links that were made since. It stays as it is."))
    if "user.username" in str(error):
        return CannotUndo(tr("The username is used by somebody else now. It stays as it is."))
    return CannotUndo(tr("Something else has taken its place since. It stays as it is."))


def _check_data(change: LinkData) -> None:
    same = "".join(f" AND {name} IS json_extract(j.value, '$[2][{i}]')" for i, name in enumerate(change.columns))
    sql = f"SELECT count(*) FROM json_each(?) j CROSS JOIN item_customer ON {apply.OF_LINK}{same}"
    if apply.execute(sql, json.dumps(change.rows)).fetchone()[0] != len(change.rows):
        raise apply.links_changed()
