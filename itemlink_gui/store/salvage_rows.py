"""What a table takes of a row that was read from a damaged file."""

from __future__ import annotations

import json
import unicodedata
import zlib
from typing import Any

from itemlink_gui.store import delta as deltas
from itemlink_gui.store.columns import Text
from itemlink_gui.store.journal import is_id
from itemlink_gui.store.models import Company, Customer, Item, User
from itemlink_gui.store.salvage_source import COLUMNS, TIME, Row

TEXTS = {
    model._meta.table_name: {field.column_name: field for field in model._meta.sorted_fields if isinstance(field, Text)}
    for model in (User, Customer, Company, Item)
}
# Control characters, lone surrogates, and the two line breaks of Unicode.
_CONTROL = ("Cc", "Cs", "Zl", "Zp")
_STATES = ("done", "undone", "dropped")


def mended(table: str, row: Row, at: str) -> Row | None:
    """Return a row as its table takes it, or None if it cannot be one.

    Args:
        table: which.
        row: as it was read, in the order of the columns.
        at: the time to write where the time is lost.
    """
    values = []
    for column, value in zip(COLUMNS[table], row, strict=True):
        good = _value(table, column, value, at)
        if good is None:
            return None
        values.append(good)
    if table == "step" and _unpacked(row) is None:
        return None
    return tuple(values)


def _value(table: str, column: str, value: Any, at: str) -> Any:
    if column == "id" or column.endswith("_id"):
        return value if is_id(value) else None
    if column.endswith("_at"):
        return value if isinstance(value, str) and TIME.fullmatch(value) else at
    field = TEXTS.get(table, {}).get(column)
    if field is not None:
        return _text(value, field.limit, field.multiline) or (None if field.required else "")
    if column == "state":
        return value if value in _STATES else None
    if column == "kind" and table == "step_record":
        return value if value in ("item", "customer") else None
    if column == "delta":
        return value if isinstance(value, bytes) else None
    return value if isinstance(value, str) else ""


def _text(value: object, limit: int, multiline: bool) -> str:
    """Return a text without what may not stand in it, cut where it is too long."""
    if not isinstance(value, str):
        return ""
    if not value.isprintable():
        allowed = "\n\t" if multiline else ""
        value = "".join(c for c in value if c in allowed or unicodedata.category(c) not in _CONTROL)
    return value[:limit]


def _unpacked(step: Row) -> list[deltas.Delta] | None:
    """Return what a step did, or None if it can be neither shown nor taken back."""
    parameters, delta = (step[COLUMNS["step"].index(name)] for name in ("parameters", "delta"))
    try:
        return deltas.unpack(delta) if isinstance(json.loads(parameters), dict) else None
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, zlib.error):
        return None
