"""What differs between two files: the open one, and a backup of it or a copy that went its own way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import database, explain, schema
from itemlink_gui.store.apply import execute
from itemlink_gui.store.models import FIELDS, User, current

How = Literal["here", "there", "changed"]

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)

_KINDS: tuple[Kind, ...] = ("item", "customer")
_HOWS: tuple[How, ...] = ("here", "there", "changed")
# Which file a record or link is in that is only on one side, and which one it is missing from.
_SIDES: dict[How, tuple[str, str]] = {"here": ("main", "other"), "there": ("other", "main")}

# The records of a kind in one of the files; those of a damaged file may have lost their users.
_FROM: dict[Kind, str] = {
    "item": "{file}.item {r}",
    "customer": "{file}.customer {r} LEFT JOIN {file}.user {r}_user ON {r}_user.id = {r}.user_id",
}
_NAME: dict[Kind, str] = {
    "item": "coalesce({r}.name, '')",
    "customer": "coalesce(iif({r}_user.full_name = '', {r}_user.username, {r}_user.full_name), '')",
}
# A number that two copies have given to different records since they parted.
_DIVERGED = "SELECT h.id FROM main.{kind} h JOIN other.{kind} t ON t.id = h.id WHERE t.created_at <> h.created_at"
# A link that is in both files (here h, there t), between the same records.
_SAME_LINK = f"""h.item_id = t.item_id AND h.customer_id = t.customer_id
    AND h.item_id NOT IN ({_DIVERGED.format(kind="item")})
    AND h.customer_id NOT IN ({_DIVERGED.format(kind="customer")})"""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two files differ.

    Args:
        kind: what it is.
        how: only here, only there, or in both and not the same.
        name: of the record, as it is here if it is here; for a link, the customer's.
        other: for a link, the item's name.
        fields: for a changed record, what changed: the name of the field as in the models, its value here and there.
    """

    kind: Kind | Literal["link"]
    how: How
    name: str
    other: str = ""
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """In what two files differ.

    Args:
        counts: how much, by kind and how; all of it, however much is listed, and zeros too.
        differences: items, customers, links, each in the order here, there, changed.
    """

    counts: Mapping[tuple[str, str], int]
    differences: tuple[Difference, ...]


def compare(path: Path, other: Path, most: int = 500) -> Comparison:
    """Find what differs between two files, without changing a byte of either.

    A record is the same in both if number and time of creation are; a link, if the records at both its ends are.
    `database.interruptible` stops it.

    Args:
        path: the file "here", of the present version; it may be open elsewhere.
        other: the file "there", of this or an earlier version; nobody may be writing to it.
        most: how many differences are listed; they are counted all.

    Raises:
        CannotOpen: if one of them cannot be opened, or the other one is damaged.
        sqlite3.DatabaseError, peewee.DatabaseError: if it was stopped, or the file itself is damaged.
    """
    database.inspect(other)
    with database.opened(path, read_only=True):
        try:
            execute("ATTACH ? AS other", database.address(other, frozen=True))
        except explain.BROKEN as error:
            raise explain.cannot_open(other, _of_sqlite(error)) from error
        try:
            # All answers from the same state of the file; whoever writes meanwhile is given way to by stopping.
            with current.atomic("DEFERRED"):
                counts = {**_count_records("item"), **_count_records("customer"), **_count_links()}
                return Comparison(counts, tuple(_differences(counts, most)))
        except explain.BROKEN as error:
            reason = _of_sqlite(error)
            if getattr(reason, "sqlite_errorcode", 0) & 0xFF in _DAMAGED and not _is_sound("other"):
                raise explain.cannot_open(other, reason) from error
            raise


def _of_sqlite(error: Exception) -> Exception:
    """Return SQLite's own error, which peewee raises another in place of."""
    behind = error.__cause__ or error.__context__
    return behind if isinstance(behind, sqlite3.Error) else error


def _is_sound(file: str) -> bool:
    try:
        return schema.is_sound(execute, file)
    except explain.BROKEN:
        return False


def _fields(kind: Kind) -> list[tuple[str, str]]:
    """Return the fields that both files have, and where each stands; an older file may lack some."""
    found = []
    for field in FIELDS[kind]:
        table, alias = ("user", "{r}_user") if field.model is User else (kind, "{r}")
        known = {name for (name,) in execute("SELECT name FROM pragma_table_info(?, 'other')", table)}
        if field.column_name in known:
            found.append((field.name, f"{alias}.{field.column_name}"))
    return found


def _both(kind: Kind) -> str:
    """Return the records that are in both files, called h (here) and t (there)."""
    here, there = _FROM[kind].format(file="main", r="h"), _FROM[kind].format(file="other", r="t")
    return f"{here} CROSS JOIN {there} WHERE t.id = h.id AND t.created_at = h.created_at"


def _unlike(kind: Kind) -> str:
    return " OR ".join(f"{field.format(r='h')} IS NOT {field.format(r='t')}" for _, field in _fields(kind))


def _count_records(kind: Kind) -> dict[tuple[str, str], int]:
    ((same, changed),) = execute(f"SELECT count(*), coalesce(sum({_unlike(kind)}), 0) FROM {_both(kind)}")
    here, there = _number(f"main.{kind}"), _number(f"other.{kind}")
    return {(kind, "here"): here - same, (kind, "there"): there - same, (kind, "changed"): changed}


def _count_links() -> dict[tuple[str, str], int]:
    same = _number(f"main.item_customer h CROSS JOIN other.item_customer t WHERE {_SAME_LINK}")
    here, there = _number("main.item_customer"), _number("other.item_customer")
    return {("link", "here"): here - same, ("link", "there"): there - same}


def _number(rows: str) -> int:
    ((number,),) = execute(f"SELECT count(*) FROM {rows}")
    return int(number)


def _differences(counts: Mapping[tuple[str, str], int], most: int) -> Iterator[Difference]:
    """Yield what differs, up to a number; what there is none of, as most often, is not looked for."""
    left = max(most, 0)
    for kind in _KINDS:
        for how in _HOWS:
            wanted = min(left, counts[kind, how])
            left -= wanted
            if wanted:
                yield from _changed(kind, wanted) if how == "changed" else _lone(kind, how, wanted)
    for how in _SIDES:
        wanted = min(left, counts["link", how])
        left -= wanted
        if wanted:
            yield from _lone_links(how, wanted)


def _lone(kind: Kind, how: How, most: int) -> Iterator[Difference]:
    """Yield the records that are only on one side, in the order of their numbers."""
    file, across = _SIDES[how]
    query = f"""SELECT {_NAME[kind].format(r="r")} FROM {_FROM[kind].format(file=file, r="r")}
        WHERE NOT EXISTS (SELECT 1 FROM {across}.{kind} x WHERE x.id = r.id AND x.created_at = r.created_at)
        ORDER BY r.id LIMIT ?"""
    for (name,) in execute(query, most):
        yield Difference(kind, how, name)


def _changed(kind: Kind, most: int) -> Iterator[Difference]:
    """Yield the records that are on both sides with other values, in the order of their numbers."""
    fields = _fields(kind)
    values = ", ".join(f"coalesce({field.format(r=side)}, '')" for side in ("h", "t") for _, field in fields)
    query = f"""SELECT {_NAME[kind].format(r="h")}, {values} FROM {_both(kind)} AND ({_unlike(kind)})
        ORDER BY h.id LIMIT ?"""
    for name, *row in execute(query, most):
        sides = zip(fields, row[: len(fields)], row[len(fields) :], strict=True)
        yield Difference(kind, "changed", name, fields=tuple((f, h, t) for (f, _), h, t in sides if h != t))


def _lone_links(how: How, most: int) -> Iterator[Difference]:
    """Yield the links that are only on one side, item by item."""
    file, across = _SIDES[how]
    query = f"""SELECT {_NAME["customer"].format(r="c")}, {_NAME["item"].format(r="i")} FROM {file}.item_customer r
        LEFT JOIN {file}.item i ON i.id = r.item_id
        LEFT JOIN {file}.customer c ON c.id = r.customer_id LEFT JOIN {file}.user c_user ON c_user.id = c.user_id
        WHERE NOT EXISTS (SELECT 1 FROM {across}.item_customer x
            WHERE x.item_id = r.item_id AND x.customer_id = r.customer_id)
        OR r.item_id IN ({_DIVERGED.format(kind="item")}) OR r.customer_id IN ({_DIVERGED.format(kind="customer")})
        ORDER BY r.item_id, r.customer_id LIMIT ?"""
    for customer, item in execute(query, most):
        yield Difference("link", how, customer, item)
