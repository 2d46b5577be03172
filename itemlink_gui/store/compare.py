"""What differs between two files: the open one, and a backup of it or a copy that went its own way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.store import database, explain, link_values, schema
from itemlink_gui.store.apply import execute
from itemlink_gui.store.columns import typed
from itemlink_gui.store.models import FIELDS, LINK_FIELDS, User, current

How = Literal["here", "there", "changed"]
Bond = Literal["link", "member"]
Compared = Kind | Bond | Literal["category"]

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)

_KINDS: tuple[Compared, ...] = (*KINDS, "category", "link", "member")
_HOWS: tuple[How, ...] = ("here", "there", "changed")
# Which file a record or link is in that is only on one side, and which one it is missing from.
_SIDES: dict[How, tuple[str, str]] = {"here": ("main", "other"), "there": ("other", "main")}

# The records of a kind in one of the files; those of a damaged file may have lost their users.
_FROM: dict[Kind, str] = {
    "item": "{file}.item {r}",
    "customer": "{file}.customer {r} LEFT JOIN {file}.user {r}_user ON {r}_user.id = {r}.user_id",
    "company": "{file}.company {r}",
}
_NAME: dict[Kind, str] = {
    "item": "coalesce({r}.name, '')",
    "customer": "coalesce(iif({r}_user.full_name = '', {r}_user.username, {r}_user.full_name), '')",
    "company": "coalesce({r}.name, '')",
}
# A number that two copies have given to different records since they parted.
_DIVERGED = "SELECT h.id FROM main.{kind} h JOIN other.{kind} t ON t.id = h.id WHERE t.created_at <> h.created_at"
# The through table of each kind of links, and the records at its ends; customers come first.
_LINKS: dict[Bond, tuple[str, Kind, Kind]] = {
    "link": ("item_customer", "customer", "item"),
    "member": ("customer_company", "customer", "company"),
}
# Where the name of an item's category stands.
_CATEGORY = "(SELECT c.name FROM {file}.category c WHERE c.id = {r}.category_id)"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two files differ.

    Args:
        kind: what it is; a "member" is a customer's link to a company.
        how: only here, only there, or in both and not the same.
        name: of the record, as it is here if it is here; for a link, the customer's.
        other: for a link, the name of the item or of the company.
        fields: for what changed, what of it: the name of the field as in the models (of a link's own field, what the
            user calls it), its value here and there.
    """

    kind: Compared
    how: How
    name: str
    other: str = ""
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """In what two files differ.

    Args:
        counts: how much, by kind and how; all of it, however much is listed, and zeros too.
        differences: the records of each kind, categories, the links, all in the order here, there, changed.
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
                counts: dict[tuple[str, str], int] = {}
                for kind in KINDS:
                    counts |= _count_records(kind)
                counts |= _count_categories()
                for bond in _LINKS:
                    counts |= _count_links(bond)
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


def _columns(table: str) -> set[str]:
    """Return the columns of a table in the other file."""
    return {name for (name,) in execute("SELECT name FROM pragma_table_info(?, 'other')", table)}


def _fields(kind: Kind) -> list[tuple[str, str, str]]:
    """Return the fields that both files have, and where each stands in either; an older file may lack some."""
    found = []
    for field in FIELDS[kind]:
        table, alias = ("user", "{r}_user") if field.model is User else (kind, "{r}")
        if field.column_name in _columns(table):
            place = f"{alias}.{field.column_name}"
            found.append((field.name, place.format(r="h"), place.format(r="t")))
    if kind == "item" and "category_id" in _columns("item"):
        here, there = _CATEGORY.format(file="main", r="h"), _CATEGORY.format(file="other", r="t")
        found.append(("category", here, there))
    return found


def _both(kind: Kind) -> str:
    """Return the records that are in both files, called h (here) and t (there)."""
    here, there = _FROM[kind].format(file="main", r="h"), _FROM[kind].format(file="other", r="t")
    return f"{here} CROSS JOIN {there} WHERE t.id = h.id AND t.created_at = h.created_at"


def _unlike(fields: Iterable[tuple[str, str, str]]) -> str:
    return " OR ".join(f"{here} IS NOT {there}" for _, here, there in fields) or "0"


def _count_records(kind: Kind) -> dict[tuple[str, str], int]:
    ((same, changed),) = execute(f"SELECT count(*), coalesce(sum({_unlike(_fields(kind))}), 0) FROM {_both(kind)}")
    here, there = _number(f"main.{kind}"), _number(f"other.{kind}")
    return {(kind, "here"): here - same, (kind, "there"): there - same, (kind, "changed"): changed}


def _categories(how: How) -> tuple[str, str, str]:
    """Return what tells of categories: from where, under which condition, and their order; a name tells one."""
    there = "other.category" if _columns("category") else "(SELECT '' AS name, '' AS colour WHERE 0)"
    if how == "changed":
        return f"main.category h JOIN {there} t ON t.name = h.name", "h.colour <> t.colour", "h.name"
    mine, theirs = ("main.category", there) if how == "here" else (there, "main.category")
    return f"{mine} h", f"h.name NOT IN (SELECT name FROM {theirs})", "h.name"


def _count_categories() -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for how in _HOWS:
        rows, condition, _ = _categories(how)
        counts["category", how] = _number(f"{rows} WHERE {condition}")
    return counts


def _of_links() -> list[tuple[str, str, str]]:
    """Return the data of links that both files have, as `_fields` does; `extra` holds the own fields of links."""
    known = _columns("item_customer")
    names = [name for name in (*(field.name for field in LINK_FIELDS), "extra") if name in known]
    return [(name, f"h.{name}", f"t.{name}") for name in names]


def _same_links(bond: Bond) -> str:
    """Return the links that are in both files, called h (here) and t (there), between the same records."""
    table, *ends = _LINKS[bond]
    same = " AND ".join(f"h.{kind}_id = t.{kind}_id" for kind in ends)
    kept = " AND ".join(f"h.{kind}_id NOT IN ({_DIVERGED.format(kind=kind)})" for kind in ends)
    return f"main.{table} h CROSS JOIN other.{table} t WHERE {same} AND {kept}"


def _count_links(bond: Bond) -> dict[tuple[str, str], int]:
    table, rows = _LINKS[bond][0], _same_links(bond)
    unlike = _unlike(_of_links() if bond == "link" else ())
    ((same, changed),) = execute(f"SELECT count(*), coalesce(sum({unlike}), 0) FROM {rows}")
    here, there = _number(f"main.{table}"), _number(f"other.{table}")
    return {(bond, "here"): here - same, (bond, "there"): there - same, (bond, "changed"): changed}


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
                yield from _differing(kind, how, wanted)


def _differing(kind: Compared, how: How, most: int) -> Iterator[Difference]:
    match kind:
        case "category":
            return _differing_categories(how, most)
        case "link" | "member":
            return _changed_links(most) if how == "changed" else _lone_links(kind, how, most)
    return _changed(kind, most) if how == "changed" else _lone(kind, how, most)


def _lone(kind: Kind, how: How, most: int) -> Iterator[Difference]:
    """Yield the records that are only on one side, in the order of their numbers."""
    file, across = _SIDES[how]
    query = f"""SELECT {_NAME[kind].format(r="r")} FROM {_FROM[kind].format(file=file, r="r")}
        WHERE NOT EXISTS (SELECT 1 FROM {across}.{kind} x WHERE x.id = r.id AND x.created_at = r.created_at)
        ORDER BY r.id LIMIT ?"""
    for (name,) in execute(query, most):
        yield Difference(kind, how, name)


def _values(fields: Iterable[tuple[str, str, str]]) -> str:
    return ", ".join(f"coalesce({here}, ''), coalesce({there}, '')" for _, here, there in fields)


def _told(fields: Iterable[tuple[str, str, str]], row: list[Any]) -> tuple[tuple[str, str, str], ...]:
    """Return the fields that differ with their values, given the values of each, here and there."""
    sides = zip(fields, row[::2], row[1::2], strict=True)
    return tuple((name, typed(here), typed(there)) for (name, *_), here, there in sides if here != there)


def _changed(kind: Kind, most: int) -> Iterator[Difference]:
    """Yield the records that are on both sides with other values, in the order of their numbers."""
    fields = _fields(kind)
    query = f"""SELECT {_NAME[kind].format(r="h")}, {_values(fields)} FROM {_both(kind)} AND ({_unlike(fields)})
        ORDER BY h.id LIMIT ?"""
    for name, *row in execute(query, most):
        yield Difference(kind, "changed", name, fields=_told(fields, row))


def _differing_categories(how: How, most: int) -> Iterator[Difference]:
    """Yield the categories that differ, by name."""
    rows, condition, order = _categories(how)
    colours = "h.colour, t.colour" if how == "changed" else "'', ''"
    query = f"SELECT h.name, {colours} FROM {rows} WHERE {condition} ORDER BY {order} LIMIT ?"
    for name, *colour in execute(query, most):
        yield Difference("category", how, name, fields=(("colour", *colour),) if how == "changed" else ())


def _lone_links(bond: Bond, how: How, most: int) -> Iterator[Difference]:
    """Yield the links that are only on one side, item by item or company by company."""
    file, across = _SIDES[how]
    table, customer, other = _LINKS[bond]
    ends = f"LEFT JOIN {file}.{other} o ON o.id = r.{other}_id LEFT JOIN {file}.customer c ON c.id = r.customer_id"
    diverged = " OR ".join(f"r.{kind}_id IN ({_DIVERGED.format(kind=kind)})" for kind in (other, customer))
    query = f"""SELECT {_NAME[customer].format(r="c")}, {_NAME[other].format(r="o")} FROM {file}.{table} r
        {ends} LEFT JOIN {file}.user c_user ON c_user.id = c.user_id
        WHERE NOT EXISTS (SELECT 1 FROM {across}.{table} x
            WHERE x.{other}_id = r.{other}_id AND x.customer_id = r.customer_id)
        OR {diverged} ORDER BY r.{other}_id, r.customer_id LIMIT ?"""
    for name, beyond in execute(query, most):
        yield Difference(bond, how, name, beyond)


def _changed_links(most: int) -> Iterator[Difference]:
    """Yield the links that are on both sides with other data, item by item."""
    fields, own = _of_links(), _own_fields()
    item = "SELECT name FROM main.item i WHERE i.id = h.item_id"
    customer = f"SELECT {_NAME['customer'].format(r='c')} FROM {_FROM['customer'].format(file='main', r='c')}"
    query = f"""SELECT coalesce(({customer} WHERE c.id = h.customer_id), ''), coalesce(({item}), ''), {_values(fields)}
        FROM {_same_links("link")} AND ({_unlike(fields)}) ORDER BY h.item_id, h.customer_id LIMIT ?"""
    for name, other, *row in execute(query, most):
        said: list[tuple[str, str, str]] = []
        for field, here, there in _told(fields, row):
            said += (_own(here, there, own) if field == "extra" else ()) or [(field, here, there)]
        yield Difference("link", "changed", name, other, tuple(said))


def _own_fields() -> dict[str, str]:
    """Return what the fields of links are called that the user has made, by number."""
    return {str(number): name for number, name in execute("SELECT id, name FROM main.link_field")}


def _own(here: str, there: str, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the own fields in which two links differ."""
    ours, theirs = link_values.unpack(here), link_values.unpack(there)
    numbers = sorted(number for number in ours.keys() | theirs.keys() if ours.get(number) != theirs.get(number))
    return [(names.get(number, number), typed(ours.get(number)), typed(theirs.get(number))) for number in numbers]
