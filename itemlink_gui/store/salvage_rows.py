"""What a table takes of a row that was read from a damaged file."""

from __future__ import annotations

import json
import unicodedata
import zlib
from collections.abc import Callable
from typing import Any

from itemlink_gui.base.changes import KINDS
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.columns import Choice, Day, Number, Text, YesNo
from itemlink_gui.store.journal import MAX_ID, is_id
from itemlink_gui.store.models import MODELS, PREFERENCES, ItemCustomer, LinkField
from itemlink_gui.store.salvage_looks import COLOUR, COLUMNS, FIELD_TYPES, TIME, Row, is_json

_FIELDS = {model._meta.table_name: model._meta.columns for model in MODELS}
_NULL = {table: {name for name, field in fields.items() if field.null} for table, fields in _FIELDS.items()}
# Control characters, lone surrogates, and the two line breaks of Unicode.
_CONTROL = ("Cc", "Cs", "Zl", "Zp")


def _one_of(*values: str, otherwise: str | None = None) -> Callable[[Any], str | None]:
    return lambda value: value if value in values else otherwise


def _json(kind: type, otherwise: str) -> Callable[[Any], str]:
    return lambda value: value if is_json(value, kind) else otherwise


def _place(value: Any) -> int:
    return value if type(value) is int and abs(value) <= MAX_ID else 0


# Columns that nobody edits as they are, and others that take what a column of another table takes.
_SAID: dict[tuple[str, str], Any] = {
    ("past_link", "quantity"): ItemCustomer.quantity,
    ("past_link", "note"): ItemCustomer.note,
    ("past_link", "starts_on"): ItemCustomer.starts_on,
    ("past_link", "ends_on"): ItemCustomer.ends_on,
    ("past_link", "extra"): _json(dict, "{}"),
    ("item_customer", "extra"): _json(dict, "{}"),
    ("waiting", "quantity"): ItemCustomer.quantity,
    ("preference", "kind"): _one_of(*(kind for kind, _ in PREFERENCES)),
    ("category", "colour"): lambda value: value if isinstance(value, str) and COLOUR.fullmatch(value) else "",
    ("link_field", "type"): _one_of(*FIELD_TYPES, otherwise="text"),
    ("link_field", "choices"): _json(list, "[]"),
    ("link_field", "position"): _place,
    ("saved_filter", "kind"): _one_of(*KINDS),
    ("saved_filter", "name"): LinkField.name,
    ("saved_filter", "query"): ItemCustomer.note,
    ("saved_filter", "position"): _place,
    ("notification", "parameters"): _json(dict, "{}"),
    ("setting", "name"): LinkField.name,
    ("setting", "value"): lambda value: value if is_json(value) else None,
    ("step", "state"): _one_of("done", "undone", "dropped"),
    ("step_record", "kind"): _one_of(*KINDS),
}


def mended(table: str, row: Row, at: str) -> Row | None:
    """Return a row as its table takes it, or None if it cannot be one.

    Args:
        table: which.
        row: as it was read, in the order of the columns.
        at: the time to write where the time is lost.
    """
    values = [_value(table, column, value, at) for column, value in zip(COLUMNS[table], row, strict=True)]
    if any(value is None and column not in _NULL[table] for column, value in zip(COLUMNS[table], values, strict=True)):
        return None
    if table == "step" and _unpacked(row) is None:
        return None
    return tuple(values)


def _value(table: str, column: str, value: Any, at: str) -> Any:
    """Return a value as its column takes it; None where there is none, so that a row that needs it cannot be one."""
    if column == "id" or column.endswith("_id"):
        return value if is_id(value) else None
    if column.endswith("_at"):
        lost = None if column in _NULL[table] else at
        return value if isinstance(value, str) and TIME.fullmatch(value) else lost
    known = _SAID.get((table, column)) or _FIELDS[table][column]
    match known:
        case Text():
            return _text(value, known.limit, known.multiline) or (None if known.required else "")
        case Number():
            fits = type(value) is int and known.least <= value <= known.most
            return value if fits else known.default
        case Day():
            return value[:10] if isinstance(value, str) and TIME.fullmatch(value) else None
        case YesNo():
            return value if value in (0, 1) else 0
        case Choice():
            return value if value in [stored for stored, _ in known.options] else known.default
    if callable(known):
        return known(value)
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
