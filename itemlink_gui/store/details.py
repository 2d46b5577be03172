"""Records in full, with all that they are linked to, as the JSON that a program is answered with, in UTF-8.

SQLite makes it, so that no object is made for each link; a question is one statement, however many links there are, and
whatever number of records is asked for. What is linked stands by its ids: in the order of names, which are in one table
more, it would take twice as long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal

from peewee import Case, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import link_rows, link_values
from itemlink_gui.store.apply import execute
from itemlink_gui.store.columns import Edited, YesNo
from itemlink_gui.store.models import (
    FIELDS,
    LINK_FIELDS,
    RECORD,
    STAT,
    Category,
    Company,
    Customer,
    CustomerStat,
    Item,
    ItemCustomer,
    ItemStat,
    User,
    Waiting,
)
from itemlink_gui.store.queries import later, sides, these
from itemlink_gui.store.slices import packed

Listed = Kind | Literal["category"]
"""What can be told in full."""

_MOST = 1e300
# The fields that come first, in this order; all others of the model follow.
_FIRST: dict[Kind, tuple[str, ...]] = {
    "item": ("name", "description"),
    "customer": ("username", "email", "full_name", "phone", "address", "notes"),
    "company": ("name",),
}
# A record as those show it that it is linked to.
_BRIEF: dict[Kind, dict[str, Any]] = {
    "item": {
        "id": Item.id,
        "name": Item.name,
        "description": Item.description,
        "created_at": Item.created_at,
        "updated_at": later(Item, ItemStat),
    },
    "customer": {
        "id": Customer.id,
        "username": User.username,
        "email": User.email,
        "full_name": User.full_name,
        "phone": Customer.phone,
    },
    "company": {"id": Company.id, "name": Company.name},
}


def records(kind: Listed, ids: Sequence[int]) -> bytes:
    """Return records with all that they are linked to, as JSON objects with a comma between each two.

    Args:
        kind: what they are.
        ids: which, in the order wanted; those that are gone are left out.
    """
    text, parameters = _statement(kind)
    found = dict(execute(text, *parameters, packed(ids)).fetchall())
    return b",".join([found[record] for record in ids if record in found])


def briefs(kind: Kind, ids: Sequence[int]) -> bytes:
    """Return records as those show them that they are linked to; else as `records` does."""
    record = RECORD[kind]
    query = _told(kind, record.select(record.id, _object(_BRIEF[kind]).cast("BLOB")))
    found = dict(_rows(query.where(record.id.in_(these(ids)))))
    return b",".join([found[record] for record in ids if record in found])


def link(item_id: int, customer_id: int) -> bytes | None:
    """Return the data of a link as a JSON object, or None if there is no such link."""
    own = {field.name: _own(field) for field in link_rows.own_fields()}
    data = {field.name: field for field in LINK_FIELDS}
    told = {
        "item_id": ItemCustomer.item,
        "customer_id": ItemCustomer.customer,
        **{name: data.pop(name) for name in ("quantity", "note", "starts_on", "ends_on")},
        **data,
        "fields": _object(own),
        "created_at": ItemCustomer.created_at,
    }
    query = ItemCustomer.select(_object(told).cast("BLOB"))
    # As JSON even a number may be asked for that SQLite could not hold.
    these_two = ItemCustomer.item.in_(these([item_id])) & ItemCustomer.customer.in_(these([customer_id]))
    found = _rows(query.where(these_two))
    return found[0][0] if found else None


@cache
def _statement(kind: Listed) -> tuple[str, tuple[Any, ...]]:
    """Return the SQL of records in full, and its parameters but for the last one, which are their ids.

    To make it takes longer than to tell of a record that has few links.
    """
    query = {"item": _items, "customer": _customers, "company": _companies, "category": _categories}[kind]()
    text, (*parameters, _) = query.where(query.model.id.in_(these(()))).sql()
    return text, tuple(parameters)


def _items() -> Any:
    first, further = _fields("item")
    waiting = Waiting.select(Waiting.customer.alias("id"))
    told = {
        "id": Item.id,
        **first,
        "customer_count": ItemStat.count,
        "customers_detail": _linked("item", "customer"),
        "customer_ids": _ids_of("item", "customer"),
        "waiting_ids": _ids(waiting.where(Waiting.item == Item.id).order_by(Waiting.id)),
        "category_id": Item.category,
        **further,
        "created_at": Item.created_at,
        "updated_at": later(Item, ItemStat),
    }
    return _whole("item", told)


def _customers() -> Any:
    first, further = _fields("customer")
    told = {
        "id": Customer.id,
        **first,
        **further,
        "item_count": CustomerStat.count,
        "companies_detail": _linked("customer", "company"),
        "company_ids": _ids_of("customer", "company"),
        "items_detail": _linked("customer", "item"),
        "item_ids": _ids_of("customer", "item"),
        "created_at": Customer.created_at,
        "updated_at": later(Customer, CustomerStat),
    }
    return _whole("customer", told).join_from(Customer, User)


def _companies() -> Any:
    first, further = _fields("company")
    stat = STAT["company"]
    told = {
        "id": Company.id,
        **first,
        **further,
        "customer_count": stat.count,
        "customers_detail": _linked("company", "customer"),
        "customer_ids": _ids_of("company", "customer"),
        "created_at": Company.created_at,
        "updated_at": later(Company, stat),
    }
    return _whole("company", told)


def _categories() -> Any:
    inside = Item.category == Category.id
    told = {
        "id": Category.id,
        "name": Category.name,
        "colour": Category.colour,
        "item_count": Item.select(fn.count(Item.id)).where(inside),
        "items_detail": _array(_brief("item", Item).where(inside), "item"),
        "item_ids": _ids(Item.select(Item.id).where(inside).order_by(Item.id)),
    }
    return Category.select(Category.id, _object(told).cast("BLOB"))


def _whole(kind: Kind, told: Mapping[str, Any]) -> Any:
    """Return the query of the ids of records, and of all that is told about each."""
    record, stat = RECORD[kind], STAT[kind]
    return record.select(record.id, _object(told).cast("BLOB")).join(stat, on=(stat.id == record.id))


def _fields(kind: Kind) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what people edit in a record, by name: what comes first, and all the rest."""
    further = {field.name: _value(field) for field in FIELDS[kind]}
    return {name: further.pop(name) for name in _FIRST[kind]}, further


def _value(field: Edited) -> Any:
    return _truth(field != 0) if isinstance(field, YesNo) else field


def _truth(holds: Any) -> Any:
    return fn.json(Case(None, [(holds, "true")], "false"))


def _own(field: link_rows.OwnField) -> Any:
    """Return the value of an own field of links as its type has it; another program may have left any other."""
    value = link_values.value_of(field.key)
    if field.type == "yesno":
        return _truth(value == 1)
    if field.type == "number":
        # Every text is more than any number; JSON has no infinity.
        return Case(None, [(value.between(-_MOST, _MOST), value)])
    # Joined with nothing, it is a text even where SQLite knows it as JSON.
    return value.cast("TEXT").concat("")


def _linked(kind: Kind, other: Kind) -> Any:
    """Return all that a record is linked to as a JSON array, by their ids."""
    table, mine, _ = sides(kind, other)
    return _array(_brief(other, table).where(mine == RECORD[kind].id), other)


def _ids_of(kind: Kind, other: Kind) -> Any:
    """Return the ids of all that a record is linked to as a JSON array, in their own order."""
    table, mine, theirs = sides(kind, other)
    return _ids(table.select(theirs.alias("id")).where(mine == RECORD[kind].id).order_by(theirs))


def _ids(query: Any) -> Any:
    return query.select_from(fn.json_group_array(query.c.id))


def _brief(kind: Kind, table: Any) -> Any:
    """Return the query of records as those show them that they are linked to, by their ids.

    Args:
        kind: of the records.
        table: of the links to them, or their own.
    """
    record = RECORD[kind]
    query = table.select(*(column.alias(name) for name, column in _BRIEF[kind].items()))
    query = _told(kind, query if table is record else query.join(record))
    return query.order_by(record.id if table is record else getattr(table, kind))


def _told(kind: Kind, query: Any) -> Any:
    """Return a query of records with what else is needed to tell them in short."""
    if kind == "customer":
        return query.join_from(Customer, User)
    return query.join_from(Item, ItemStat, on=(ItemStat.id == Item.id)) if kind == "item" else query


def _array(query: Any, kind: Kind) -> Any:
    """Return what a query gives, in its order: SQLite does not merge a query that is ordered into one that gathers."""
    return query.select_from(fn.json_group_array(_object({name: getattr(query.c, name) for name in _BRIEF[kind]})))


def _object(values: Mapping[str, Any]) -> Any:
    return fn.json_object(*(part for pair in values.items() for part in pair))


def _rows(query: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query as SQLite gives them."""
    text, parameters = query.sql()
    found: list[tuple[Any, ...]] = execute(text, *parameters).fetchall()
    return found
