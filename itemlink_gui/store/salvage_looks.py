"""Telling from its looks to which table a row belongs that was found on a page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from itemlink_gui.base.changes import KINDS
from itemlink_gui.store.models import MODELS, POLICIES, PREFERENCES

Row = tuple[Any, ...]

COLUMNS: dict[str, tuple[str, ...]] = {
    model._meta.table_name: tuple(field.column_name for field in model._meta.sorted_fields) for model in MODELS
}
"""The columns of each table, in the order in which they stand in the file."""
TIME = re.compile(r"\d{4}-\d\d-\d\d[ T\d:.,+Z-]{0,30}")
COLOUR = re.compile("|#[0-9a-fA-F]{6}")
FIELD_TYPES = ("text", "number", "day", "yesno", "choice")

_POLICIES = [policy for policy, _ in POLICIES]
_WISHES = [kind for kind, _ in PREFERENCES]


def row_of(table: str, values: Mapping[str, Any]) -> Row:
    """Return a row of a table, with None for each column that nothing is known of."""
    return tuple(values.get(column) for column in COLUMNS[table])


def table_of(number: int | None, values: Row) -> str | None:
    """Return the table of a row; None where that is not sure.

    Args:
        number: of the row; None if it has none.
        values: as they were read. Rows from before an update of the file have fewer than its table has now.
    """
    looks = "".join("t" if _is_time(v) else _LETTERS.get(type(v), "?") for v in values)
    if number is None:
        if looks == "sii" and values[0] in KINDS:
            return "step_record"
        return "item_customer" if _LINK.fullmatch(looks) else None
    return next((name for name, (look, sure) in _LOOKS.items() if look.fullmatch(looks) and sure(values)), None)


def _is_time(value: object) -> bool:
    return isinstance(value, str) and TIME.fullmatch(value) is not None


def is_json(text: object, kind: type = object) -> bool:
    """Whether a value is JSON, and of a kind."""
    try:
        return isinstance(text, str) and isinstance(json.loads(text), kind)
    except (ValueError, RecursionError):
        return False


def _surely(_values: Row) -> bool:
    return True


def _is_category(values: Row) -> bool:
    return COLOUR.fullmatch(values[2]) is not None


def _is_setting(values: Row) -> bool:
    # Of the same shape is what companies are searched by, but that says the same twice.
    return values[1] != values[2] and is_json(values[2])


def _is_user(values: Row) -> bool:
    # Of the same shape is what items are searched by, but that has two lines.
    return "\n" not in values[3]


def _is_item(values: Row) -> bool:
    return len(values) <= _POLICY or values[_POLICY] in _POLICIES


def _is_link_field(values: Row) -> bool:
    return values[2] in FIELD_TYPES and is_json(values[3], list)


def _is_preference(values: Row) -> bool:
    return values[3] in _WISHES


def _is_filter(values: Row) -> bool:
    return values[1] in KINDS


def _is_notification(values: Row) -> bool:
    return is_json(values[2], dict)


_POLICY = COLUMNS["item"].index("capacity_policy")
_LETTERS: dict[type, str] = {type(None): "n", int: "i", str: "s", bytes: "b"}
_LINK = re.compile("iit(i([st]([nt]([nt](s)?)?)?)?)?")
# A row of `told` looks like one that counts links, and so is none of these.
_LOOKS: dict[str, tuple[re.Pattern[str], Callable[[Row], bool]]] = {
    "company": (re.compile("n[st]tt"), _surely),
    "category": (re.compile("n[st]s"), _is_category),
    "setting": (re.compile("n[st][st]"), _is_setting),
    "user": (re.compile("n[st]{3}"), _is_user),
    "item": (re.compile("n[st][st]tt([in]([in](s([in]([nt]([nt])?)?)?)?)?)?"), _is_item),
    "customer": (re.compile("ni[st]{3}tti?"), _surely),
    "past_link": (re.compile("nii[st][st]tti(i([st]([nt]([nt](s)?)?)?)?)?"), _surely),
    "link_field": (re.compile("n[st]ssi"), _is_link_field),
    "saved_filter": (re.compile("ns[st][st]i"), _is_filter),
    "waiting": (re.compile("niiit"), _surely),
    "preference": (re.compile("niis[st]t"), _is_preference),
    "notification": (re.compile("nss[in]{3}t[nt][nt]"), _is_notification),
    "step": (re.compile("nsst[s]b[st][st]"), _surely),
    "file_state": (re.compile("nis"), _surely),
}
LOOSE = frozenset({*_LOOKS, "item_customer"})
"""The tables whose rows can be told from their looks."""
