"""The questions that the window asks; answers are plain data, never models."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, Case, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import places, search
from itemlink_gui.store.apply import execute
from itemlink_gui.store.columns import typed
from itemlink_gui.store.models import (
    FIELDS,
    KEY,
    OTHER,
    PARTNERS,
    RECORD,
    STAT,
    Category,
    Company,
    CompanyKey,
    CompanyStat,
    Customer,
    CustomerCompany,
    CustomerStat,
    Item,
    ItemStat,
    User,
    through,
)

# The columns of a table row, in the order of the tuples that `rows` returns.
COLUMNS: dict[Kind, tuple[str, ...]] = {
    "item": (
        "name", "category", "capacity", "count", "description", "capacity_policy", "low_stock", "available_from",
        "available_until", "created_at", "updated_at",
    ),
    "customer": (
        "name", "username", "email", "phone", "companies", "address", "notes", "count", "created_at", "updated_at",
    ),
    "company": ("name", "count", "created_at", "updated_at"),
}  # fmt: skip
# What `rows` returns after the columns, for those who paint them.
BESIDE: dict[Kind, tuple[str, ...]] = {"item": ("colour", "category_id"), "customer": (), "company": ()}

DISPLAY_NAME = Case(None, [(User.full_name == "", User.username)], User.full_name)


def these(ids: Iterable[int]) -> SQL:
    """Return a subquery of ids, whatever their number."""
    return SQL("(SELECT value FROM json_each(?))", [json.dumps(list(ids))])


def sides(kind: Kind, other: Kind) -> tuple[Any, Any, Any]:
    """Return the through model between two kinds, and its column of either."""
    table = through(kind, other)
    return table, getattr(table, kind), getattr(table, other)


def later(record: Any, stat: Any) -> Any:
    """Return the time of a record's last change: of its fields or of its links."""
    return fn.max(record.updated_at, fn.coalesce(stat.changed_at, ""))


def rows(kind: Kind, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """Return table rows as plain tuples in the order of `COLUMNS`, followed by `BESIDE`.

    Args:
        kind: what they are.
        ids: of the rows; those that are gone are left out.
    """
    if kind == "company":
        query = _company_rows(ids)
    elif kind == "item":
        query = _item_rows(ids)
    else:
        query = (
            Customer.select(
                Customer.id,
                DISPLAY_NAME,
                User.username,
                User.email,
                Customer.phone,
                _companies(),
                first_line(Customer.address),
                first_line(Customer.notes),
                CustomerStat.count,
                Customer.created_at,
                later(Customer, CustomerStat),
            )
            .join(User)
            .switch(Customer)
            .join(CustomerStat, on=(CustomerStat.id == Customer.id))
            .where(Customer.id.in_(these(ids)))
        )
    found = {row[0]: row[1:] for row in _plain(query)}
    if kind == "item":
        at = COLUMNS["item"].index("capacity")
        for record, stands in places.of_items(found).items():
            found[record] = (*found[record][:at], stands, *found[record][at + 1 :])
    return found


def _plain(query: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query as SQLite gives them; peewee would take as long for them as the file does."""
    text, parameters = query.sql()
    rows: list[tuple[Any, ...]] = execute(text, *parameters).fetchall()
    return rows


def _item_rows(ids: Sequence[int]) -> Any:
    return (
        Item.select(
            Item.id,
            Item.name,
            fn.coalesce(Category.name, ""),
            Item.capacity,
            ItemStat.count,
            first_line(Item.description),
            Item.capacity_policy,
            Item.low_stock,
            Item.available_from,
            Item.available_until,
            Item.created_at,
            later(Item, ItemStat),
            fn.coalesce(Category.colour, ""),
            fn.coalesce(Item.category, 0),
        )
        .join(ItemStat, on=(ItemStat.id == Item.id))
        .join(Category, JOIN.LEFT_OUTER, on=(Category.id == Item.category))
        .where(Item.id.in_(these(ids)))
    )


def _company_rows(ids: Sequence[int]) -> Any:
    columns = (Company.id, Company.name, CompanyStat.count, Company.created_at, later(Company, CompanyStat))
    return (
        Company.select(*columns).join(CompanyStat, on=(CompanyStat.id == Company.id)).where(Company.id.in_(these(ids)))
    )


def _companies() -> Any:
    """Return the names of a customer's companies, in their order."""
    named = Company.select(Company.name).join(CustomerCompany, on=(CustomerCompany.company == Company.id))
    named = named.join(CompanyKey, on=(CompanyKey.id == Company.id)).where(CustomerCompany.customer == Customer.id)
    named = named.order_by(CompanyKey.name, CompanyKey.id)
    return fn.coalesce(named.select_from(fn.group_concat(named.c.name, ", ")), "")


def first_line(column: Any) -> Any:
    """Return a long text as a table shows it: on one line, and not more of it than a cell can hold."""
    return fn.replace(fn.substr(column, 1, 300), "\n", " ")


@dataclass(frozen=True, slots=True)
class Detail:
    """A whole record: its editable fields, each as an editor takes it, and what is shown with them.

    Of the links, ``count`` is the number of those to the first partner, ``counts`` has those to each.
    """

    kind: Kind
    id: int
    name: str
    fields: dict[str, str]
    count: int
    counts: dict[Kind, int]
    created_at: str
    updated_at: str
    category: int = 0
    """Of an item: the id of its category; 0 for none."""


def detail(kind: Kind, record: int) -> Detail | None:
    """Return a whole record, or None if it is gone."""
    row = rows(kind, [record]).get(record)
    if row is None:
        return None
    query = RECORD[kind].select(*FIELDS[kind]).where(RECORD[kind].id == record)
    if kind == "customer":
        query = query.join(User)
    values = query.tuples().first()
    if values is None:
        return None
    fields = {field.name: typed(value) for field, value in zip(FIELDS[kind], values, strict=True)}
    shown = dict(zip(COLUMNS[kind], row, strict=False))
    counts = {OTHER[kind]: shown["count"]}
    for other in PARTNERS[kind][1:]:
        counts[other] = links_of(kind, [record], other)
    times = shown["created_at"], shown["updated_at"]
    return Detail(kind, record, row[0], fields, shown["count"], counts, *times, row[-1] if kind == "item" else 0)


def changed_at(kind: Kind, record: int) -> str | None:
    """Return when a record or one of its links was changed last, or None if it is gone."""
    table, stat = RECORD[kind], STAT[kind]
    query = table.select(later(table, stat)).join(stat, on=(stat.id == table.id)).where(table.id == record)
    row = query.tuples().first()
    return None if row is None else str(row[0])


def names(kind: Kind, ids: Sequence[int]) -> dict[int, str]:
    """Return what people call records."""
    return {record: row[0] for record, row in rows(kind, ids).items()}


def linked_counts(kind: Kind, others: Sequence[int], other: Kind | None = None) -> dict[int, int]:
    """Return for each record of a kind how many of the others it is linked to; those with none are left out.

    Args:
        kind: the side that is asked about.
        others: ids of the other side.
        other: what those are; None for the first partner of the kind.
    """
    table, mine, theirs = sides(kind, other or OTHER[kind])
    query = table.select(mine, fn.count(SQL("*"))).where(theirs.in_(these(others))).group_by(mine)
    return dict(_plain(query))


def links_of(kind: Kind, ids: Iterable[int], other: Kind | None = None) -> int:
    """Return how many links records have.

    Args:
        kind: of the records.
        ids: of the records.
        other: only links to records of this kind; None for links of every kind.
    """
    found = 0
    for partner in PARTNERS[kind] if other is None else (other,):
        table, mine, _ = sides(kind, partner)
        found += int(table.select().where(mine.in_(these(ids))).count())
    return found


@dataclass(frozen=True, slots=True)
class Match:
    """A record that the *Assign…* palette offers.

    Args:
        id: of the record.
        name: what people call it.
        more: what tells it from others of that name: the e-mail address, or the description.
        linked: to how many of the records it would be assigned to it is linked already.
    """

    id: int
    name: str
    more: str
    linked: int


def matches(kind: Kind, text: str, others: Sequence[int], limit: int, other: Kind | None = None) -> list[Match]:
    """Return records to offer for assigning: those that match, linked ones last, then by name.

    Args:
        kind: what is offered.
        text: as typed.
        others: ids of the other side that a match would be linked to.
        limit: most matches to return.
        other: what the others are; None for the first partner of the kind.
    """
    key = KEY[kind]
    table, mine, theirs = sides(kind, other or OTHER[kind])
    linked = table.select(mine.alias("id"), fn.count(SQL("*")).alias("n"))
    linked = linked.where(theirs.in_(these(others))).group_by(mine)
    number = fn.coalesce(linked.c.n, 0)
    query = key.select(key.id, number).join(linked, JOIN.LEFT_OUTER, on=(linked.c.id == key.id))
    for condition in search.condition(kind, text):
        query = query.where(condition)
    found = list(query.order_by(number >= len(others), key.name, key.id).limit(limit).tuples())
    shown = rows(kind, [record for record, _ in found])
    more = {"item": "description", "customer": "email"}.get(kind)
    place = COLUMNS[kind].index(more) if more else None
    return [
        Match(record, shown[record][0], "" if place is None else shown[record][place], n)
        for record, n in found
        if record in shown
    ]


def known(kind: Kind, ids: Sequence[int]) -> list[int]:
    """Return those of the ids that are in the file, in the order given."""
    there = {
        record for (record,) in RECORD[kind].select(RECORD[kind].id).where(RECORD[kind].id.in_(these(ids))).tuples()
    }
    return [record for record in ids if record in there]


def total(kind: Kind) -> int:
    """Return how many records of a kind there are."""
    return int(STAT[kind].select().count())
