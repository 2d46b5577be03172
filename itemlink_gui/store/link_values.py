"""The data of links as parts of questions: columns that every file has, and fields that the user has made."""

from __future__ import annotations

import json
from typing import Any

from peewee import Case, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.models import LINK_FIELDS, ItemCustomer

COLUMNS: tuple[str, ...] = tuple(field.name for field in LINK_FIELDS)
"""The data that the links of every file have, in the order in which they are shown."""
_OWN = "own_"


def key_of(field: int) -> str:
    """Return what a field that the user has made is called among the data of a link.

    Args:
        field: its id.
    """
    return f"{_OWN}{field}"


def is_of_link(name: str) -> bool:
    """Return whether a name is that of data of a link, and not of a record."""
    return name in COLUMNS or (name.startswith(_OWN) and name.removeprefix(_OWN).isdecimal())


def unpack(extra: str) -> dict[str, Any]:
    """Return the values of own fields by field id; nothing for what another program left that cannot be read."""
    try:
        found = json.loads(extra)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def pack(values: dict[str, Any]) -> str:
    """Return values of own fields, by field id, as they are stored: the same values are always the same text."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def value_of(name: str) -> Any:
    """Return the SQL of a value of a link; NULL for an own field without one.

    Args:
        name: one of `COLUMNS`, or from `key_of`.
    """
    if name in COLUMNS:
        return getattr(ItemCustomer, name)
    read = fn.json_extract(ItemCustomer.extra, f'$."{int(name.removeprefix(_OWN))}"')
    # What is no JSON would end the whole question.
    return Case(None, [(fn.json_valid(ItemCustomer.extra), read)])


def sorting(kind: Kind, owner: int, name: str) -> Any:
    """Return the links of a record as a subquery of ``id`` and the ``value`` to sort by.

    Args:
        kind: of the linked records that are listed.
        owner: the record whose list it is.
        name: as in `value_of`.
    """
    mine, theirs = sides(kind)
    value = value_of(name)
    folded = Case(None, [(fn.typeof(value) == "text", fn.fold(value))], value)
    return ItemCustomer.select(mine.alias("id"), folded.alias("value")).where(theirs == owner)


def sides(kind: Kind) -> tuple[Any, Any]:
    """Return the columns of a link: that of the records of a kind that are listed, and that of whose list it is."""
    if kind == "customer":
        return ItemCustomer.customer, ItemCustomer.item
    return ItemCustomer.item, ItemCustomer.customer
