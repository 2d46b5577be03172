"""Carrying a delta out on the tables: the one place that writes records and links."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Any

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.base.i18n import tr
from itemlink_gui.store.delta import THROUGH, Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.models import current
from itemlink_gui.store.slices import ascending, held, packed, unpacked

LINK_COLUMNS = ("created_at", "quantity", "note", "starts_on", "ends_on", "extra")
"""What a link has beside its two ends; a past link has the same."""
_LINK = ", ".join(LINK_COLUMNS)
FIRST: dict[str, Any] = {"quantity": 1, "note": "", "starts_on": None, "ends_on": None, "extra": "{}"}
"""The data that a link has if nothing else is said."""
MANY = 1_000
"""From so many links of one record on it is worth looking whether they are all that it has."""
SIDE = ("waiting", "preference", "told")
"""Tables of what stands beside a link: their rows name an item, a customer, or both."""
_NAMES = {
    "item": "SELECT name FROM item WHERE id = ?",
    "company": "SELECT name FROM company WHERE id = ?",
    "category": "SELECT name FROM category WHERE id = ?",
    "link_field": "SELECT name FROM link_field WHERE id = ?",
    "saved_filter": "SELECT name FROM saved_filter WHERE id = ?",
    "customer": """SELECT CASE full_name WHEN '' THEN username ELSE full_name END
        FROM customer c JOIN user u ON u.id = c.user_id WHERE c.id = ?""",
    "user": "SELECT CASE full_name WHEN '' THEN username ELSE full_name END FROM user WHERE id = ?",
}


def execute(sql: str, *parameters: Any) -> sqlite3.Cursor:
    """Run one statement on the current database."""
    cursor: sqlite3.Cursor = current.execute_sql(sql, parameters)
    return cursor


def name_of(table: str, record: int) -> str:
    """Return what people call a record, or its number if it is not there."""
    row = execute(_NAMES[table], record).fetchone() if table in _NAMES else None
    return str(row[0]) if row else str(record)


class Known(list[int]):
    """Ids of records that are there, each once.

    Args:
        table: of the records.
        ids: which.
    """

    def __init__(self, table: str, ids: Iterable[int]) -> None:
        super().__init__(ids)
        self.table = table

    @cached_property
    def ascending(self) -> Known:
        """The same in order: very many are sorted once for all of a step."""
        found = Known(self.table, ascending(self))
        found.ascending = found
        return found

    @cached_property
    def packed(self) -> str:
        """The ids ascending, as JSON: very many are packed once for all the statements of a step."""
        return packed(self) if self.ascending is self else self.ascending.packed


def as_json(ids: Iterable[int]) -> str:
    """Return ids as JSON, in whatever order."""
    return ids.packed if isinstance(ids, Known) else packed(held(ids))


def _pairs(links: Links) -> tuple[str, str]:
    """Return a subquery of the pairs, with the through table's column names, and its parameter.

    The ids of the grouped side are the keys of one JSON object, so that each array is taken apart just once.
    """
    left, right = THROUGH[links.through]
    ends = f"CAST(g.key AS INTEGER) AS {links.by}, o.value AS {links.other}"
    query = f"SELECT {ends} FROM json_each(?) g, json_each(g.value) o"
    groups = ",".join(f'"{one}":{packed(others)}' for one, others in links.groups)
    return f"(SELECT {left}, {right} FROM ({query}))", f"{{{groups}}}"


def _rows_of(links: Links) -> Iterator[tuple[str, str]]:
    """Yield conditions on the through table that just those of the links meet that stand, each with its parameter.

    All that one record has is one stretch of the table or its index, which costs half of what finding each link does.
    """
    many = {one: others for one, others in links.groups if len(others) >= MANY}
    whole = [one for one, others in _all_of(links, many) if many[one] == others]
    if whole:
        yield f"{links.by} IN (SELECT value FROM json_each(?))", as_json(whole)
    found = set(whole)
    part = tuple(group for group in links.groups if group[0] not in found)
    if part:
        yield _one_by_one(replace(links, groups=part))


def _all_of(links: Links, many: Mapping[int, Sequence[int]]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return all that those of some records have who have just as many links as are given."""
    if not many:
        return ()
    sql = f"""SELECT {links.by}, count(*) FROM {links.through}
        WHERE {links.by} IN (SELECT value FROM json_each(?)) GROUP BY {links.by}"""
    alike = [one for one, number in execute(sql, as_json(many)) if number == len(many[one])]
    ends = (alike, None) if links.by == THROUGH[links.through][0] else (None, alike)
    return between(links.through, *ends).groups


def _one_by_one(links: Links) -> tuple[str, str]:
    """Return the condition on the through table that a link is one of some, and its parameter."""
    left, right = THROUGH[links.through]
    pairs, ids = _pairs(links)
    return f"({left}, {right}) IN {pairs}", ids


def standing(links: Links) -> int:
    """Return how many of the links stand now, with the data that they have if those are said."""
    left, right = THROUGH[links.through]
    pairs, ids = _pairs(links)
    data = {} if links.data is None or links.through != "item_customer" else FIRST | dict(links.data)
    same = "".join(f" AND t.{column} IS ?" for column in data)
    sql = f"""SELECT count(*) FROM {pairs} p CROSS JOIN {links.through} t
        ON t.{left} = p.{left} AND t.{right} = p.{right}{same}"""
    return int(execute(sql, ids, *data.values()).fetchone()[0])


def between(through: str, lefts: Collection[int] | None, rights: Collection[int] | None) -> Links:
    """Return the links that stand between two sets of ids, as they would be removed; None stands for all of a side.

    They are grouped by the side of which there are fewer ids.
    """
    left, right = THROUGH[through]
    by_left = rights is None or (lefts is not None and len(lefts) <= len(rights))
    by, other = (left, right) if by_left else (right, left)
    asked = [(column, as_json(ids)) for column, ids in ((left, lefts), (right, rights)) if ids is not None]
    where = "".join(f" AND {column} IN (SELECT value FROM json_each(?))" for column, _ in asked)
    # One row for each group: a row for each link would cost as much as finding it.
    sql = f"SELECT {by}, json_group_array({other}) FROM {through} WHERE 1{where} GROUP BY {by} ORDER BY {by}"
    found = execute(sql, *(ids for _, ids in asked))
    groups = ((one, tuple(ascending([*chain.from_iterable(unpacked(others))]))) for one, others in found)
    return Links("remove", through, by, tuple(groups))


def both(items: Collection[int], customers: Collection[int]) -> str:
    """Return the condition that a row is about one of some items and one of some customers, each as a JSON array.

    It is found by the side that has fewer ids; the others are not looked at before there is a row.
    """
    of_item, of_customer = ("", "+") if len(items) <= len(customers) else ("+", "")
    these = "IN (SELECT value FROM json_each(?))"
    return f"{of_item}item_id {these} AND {of_customer}customer_id {these}"


def link_data(columns: Iterable[str], item_ids: Iterable[int], customer_ids: Iterable[int]) -> list[tuple[Any, ...]]:
    """Return item, customer and some columns of the links that stand between items and customers."""
    sql = f"""SELECT item_id, customer_id, {", ".join(columns)} FROM item_customer
        WHERE item_id IN (SELECT value FROM json_each(?)) AND customer_id IN (SELECT value FROM json_each(?))"""
    return list(execute(sql, as_json(item_ids), as_json(customer_ids)))


OF_LINK = "item_id = json_extract(j.value, '$[0]') AND customer_id = json_extract(j.value, '$[1]')"
"""The condition that a link is the one that stands first in an element of a JSON array ``j``."""


def update_links(change: LinkData, table: str = "item_customer") -> None:
    """Set the new values of links that stand, or of those in another table with the same columns."""
    assignments = ", ".join(f"{name} = json_extract(j.value, '$[3][{i}]')" for i, name in enumerate(change.columns))
    execute(f"UPDATE {table} SET {assignments} FROM json_each(?) j WHERE {OF_LINK}", json.dumps(change.rows))


def insert_links(links: Links, at: str) -> None:
    """Insert links that do not stand yet, made at the time ``at``."""
    left, right = THROUGH[links.through]
    pairs, ids = _pairs(links)
    if links.through == "item_customer":
        data = {"created_at": at, **(links.data or {})}
        columns, marks = ", ".join(data), ", ".join("?" * len(data))
        sql = (
            f"INSERT INTO item_customer (item_id, customer_id, {columns}) SELECT {left}, {right}, {marks} FROM {pairs}"
        )
        execute(sql, *data.values(), ids)
    else:
        execute(f"INSERT INTO {links.through} ({left}, {right}) SELECT {left}, {right} FROM {pairs}", ids)


def delete_links(links: Links, past: tuple[int, str] | None = None) -> None:
    """Delete those of some links that stand.

    Args:
        links: which.
        past: the step, and the time, as of which they are written down as past ones before; None for not at all.
    """
    for condition, ids in _rows_of(links):
        if past is not None:
            _keep(condition, ids, *past)
        execute(f"DELETE FROM {links.through} WHERE {condition}", ids)


def keep_past(links: Links, step: int, at: str) -> None:
    """Write links that stand down as past ones of a step."""
    _keep(*_one_by_one(links), step, at)


def _keep(condition: str, ids: str, step: int, at: str) -> None:
    sql = f"""INSERT INTO past_link
            (item_id, customer_id, item_name, customer_name, ended_at, step_id, {_LINK})
        SELECT t.item_id, t.customer_id, i.name, CASE u.full_name WHEN '' THEN u.username ELSE u.full_name END,
               ?, ?, {", ".join(f"t.{column}" for column in LINK_COLUMNS)}
        FROM item_customer t
        CROSS JOIN item i ON i.id = t.item_id
        CROSS JOIN customer c ON c.id = t.customer_id
        CROSS JOIN user u ON u.id = c.user_id
        WHERE {condition}"""
    execute(sql, at, step, ids)


def links_changed() -> CannotUndo:
    """Return what to tell when links are no longer as a step left them."""
    return CannotUndo(tr("Its links were changed since. It stays as it is."))


def restore_past(links: Links, step: int, *, forget: bool, again: str | None = None) -> None:
    """Insert links again as they were when a step removed them.

    Args:
        links: what to restore.
        step: the step that removed them.
        forget: they count as never ended: the past links go.
        again: when they begin again, as times are stored, so that it stays known that they ended in between; None for
            links that begin when they did.

    Raises:
        CannotUndo: if somebody removed the past links.
    """
    pairs, ids = _pairs(links)
    these = f"step_id = ? AND (item_id, customer_id) IN {pairs}"
    begun = "coalesce(?, created_at), " + _LINK.removeprefix("created_at, ")
    restored = execute(
        f"""INSERT INTO item_customer (item_id, customer_id, {_LINK})
            SELECT item_id, customer_id, {begun} FROM past_link WHERE {these}
            ORDER BY item_id, customer_id""",
        again,
        step,
        ids,
    )
    if restored.rowcount != len(links):
        raise links_changed()
    if forget:
        execute(f"DELETE FROM past_link WHERE {these}", step, ids)


def missing(table: str, ids: Iterable[int]) -> list[int]:
    """Return which of the ids are not in a table."""
    sql = f"SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM {table})"
    return [value for (value,) in execute(sql, as_json(ids))]


def fetch_rows(table: str, ids: Iterable[int]) -> tuple[dict[str, Any], ...]:
    """Return whole rows by column name, ascending by id."""
    cursor = execute(f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", as_json(ids))
    names = [column[0] for column in cursor.description]
    return tuple(dict(zip(names, row, strict=True)) for row in cursor)


def insert_rows(rows: Rows) -> None:
    """Insert whole rows, with the columns that other programs may have added."""
    if rows.table in SIDE and len(rows.rows) > 1 and _insert_at_once(rows):
        return
    for row in rows.rows:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        execute(f"INSERT INTO {rows.table} ({names}) VALUES ({marks})", *row.values())


def _insert_at_once(rows: Rows) -> bool:
    """Insert rows that all have the same columns by one statement, whatever their number; return whether it could."""
    columns = list(rows.rows[0])
    packed = json.dumps([[row[name] for name in columns] for row in rows.rows])
    # SQLite's JSON ends a text where a null character stands, which another program may have put there.
    if "\\u0000" in packed:
        return False
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f"json_extract(value, '$[{place}]')" for place in range(len(columns)))
    execute(f"INSERT INTO {rows.table} ({names}) SELECT {values} FROM json_each(?)", packed)
    return True


def next_id(table: str) -> int:
    """Return the id that the next row of a table gets; one that was used before never comes again."""
    found = execute("SELECT seq FROM sqlite_sequence WHERE name = ?", table).fetchone()
    return int(found[0]) + 1 if found else 1


def delete_rows(table: str, ids: Iterable[int]) -> None:
    """Delete rows by id; their links must be gone."""
    execute(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", as_json(ids))


def update_row(update: Update) -> None:
    """Set the new values of a row's columns."""
    assignments = ", ".join(f"{name} = ?" for name in update.new)
    execute(f"UPDATE {update.table} SET {assignments} WHERE id = ?", *update.new.values(), update.id)


def customers_of_users(ids: Iterable[int]) -> list[int]:
    """Return the customers that belong to users."""
    sql = "SELECT id FROM customer WHERE user_id IN (SELECT value FROM json_each(?))"
    return [value for (value,) in execute(sql, as_json(ids))]


def inverse(delta: Delta) -> Delta:
    """Return the delta that leads back."""
    match delta:
        case Links(op, through, by, groups, data):
            return Links("remove" if op == "add" else "add", through, by, groups, data)
        case LinkData(columns, changed):
            return LinkData(columns, tuple((item, customer, new, old) for item, customer, old, new in changed))
        case Rows(op, table, rows):
            return Rows("remove" if op == "add" else "add", table, rows)
        case Update(table, record, old, new):
            return Update(table, record, new, old)


def kind_of(table: str, ids: Iterable[int]) -> tuple[Kind, list[int]] | None:
    """Return the records whose keys are derived from rows of a table, or None for a table without such."""
    if table == "user":
        return "customer", customers_of_users(ids)
    for kind in KINDS:
        if table == kind:
            return kind, list(ids)
    return None


def concerned(table: str, rows: Iterable[dict[str, Any]]) -> dict[Kind, set[int]]:
    """Return the records that are shown otherwise when rows of a table, which is not their own, come, change or go."""
    found: dict[Kind, set[int]] = {}
    if table == "category":
        sql = "SELECT id FROM item WHERE category_id IN (SELECT value FROM json_each(?))"
        found["item"] = {value for (value,) in execute(sql, as_json(row["id"] for row in rows))}
    elif table in SIDE:
        for row in rows:
            for kind in KINDS:
                if f"{kind}_id" in row:
                    found.setdefault(kind, set()).add(row[f"{kind}_id"])
    return found
