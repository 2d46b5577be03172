"""The records that one test of a query holds for, as a subquery of their ids."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from peewee import SQL, Case, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import search
from itemlink_gui.store.fold import fold
from itemlink_gui.store.models import (
    KEY,
    RECORD,
    STAT,
    Category,
    Customer,
    CustomerCompany,
    CustomerKey,
    Item,
    ItemCustomer,
    ItemStat,
    Preference,
    Waiting,
    through,
)
from itemlink_gui.store.query import values
from itemlink_gui.store.query.fields import Named
from itemlink_gui.store.query.grammar import Condition, Op
from itemlink_gui.store.query.values import Days, Whether

# A link is told of so many days before it ends.
SOON = 30

_COMPARE: dict[Op, Callable[[Any, Any], Any]] = {
    "=": operator.eq, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
# Texts of which the key table holds only the beginning, or nothing.
_LONG: dict[str, Any] = {"description": Item.description, "address": Customer.address, "notes": Customer.notes}
_OF_LINKS = ("quantity", "note", "starts", "ends", "ending")
_DAYS = {"from": Item.available_from, "until": Item.available_until}


def ids_of(kind: Kind, test: Condition) -> Any:
    """Return the ids of the records of a kind that a test holds for, as a subquery."""
    field = test.field
    if isinstance(test.value, str) and not search.possible(test.value):
        return SQL("(SELECT 0 WHERE 0)")
    if field.own is not None:
        return _having(kind, _own(test))
    if field.key in _OF_LINKS:
        return _having(kind, _link_data(test))
    if field.type == "text":
        return _with_text(kind, test)
    return _ANSWERS[field.key](kind, test)


# Of the records themselves.


def _with_text(kind: Kind, test: Condition) -> Any:
    name = test.field.key
    if name == "username" and kind != "customer":
        table = through(kind, "customer")
        return table.select(getattr(table, kind)).where(table.customer.in_(_with_text("customer", test)))
    key = KEY[kind]
    if name not in _LONG:
        return key.select(key.id).where(*_texts(kind, test, getattr(key, name)))
    record, column = RECORD[kind], _LONG[name]
    if isinstance(test.value, Whether):
        return record.select(record.id).where(column != "")
    return record.select(record.id).where(*_texts(kind, test, fn.fold(column), record.id))


def _texts(kind: Kind, test: Condition, column: Any, record: Any = None) -> list[Any]:
    """Return the conditions on a folded column; where a text may stand anywhere, the search index narrows it down."""
    if isinstance(test.value, Whether):
        return [column > ""]
    wanted = fold(str(test.value))
    if test.op == "=":
        return [column == wanted]
    holding = search.holds(kind, [wanted])
    narrowed = [] if holding is None else [(KEY[kind].id if record is None else record).in_(holding)]
    return [*narrowed, fn.instr(column, wanted) > 0]


def _number(column: Any, test: Condition, *, least: int = 0) -> Any:
    """Return the condition on a number; "any" stands for one that is at least ``least``."""
    if isinstance(test.value, Whether):
        return column >= least
    return _COMPARE[test.op](column, test.value)


def _day(column: Any, test: Condition) -> Any:
    """Return the condition on a column of days."""
    if not isinstance(test.value, Days):
        return column.is_null(False)
    first, last = test.value.first, test.value.last
    match test.op:
        case "<":
            return column < first
        case "<=":
            return column <= last
        case ">":
            return column > last
        case ">=":
            return column >= first
    return column.between(first, last)


def _time(column: Any, test: Condition) -> Any:
    """Return the condition on a column of times, by the days of the user's time zone."""
    if not isinstance(test.value, Days):
        return column > ""
    begin, end = _midnight(test.value.first), _midnight(test.value.last, 1)
    match test.op:
        case "<":
            return column < begin
        case "<=":
            return column < end
        case ">":
            return column >= end
        case ">=":
            return column >= begin
    return (column >= begin) & (column < end)


def _midnight(day: str, later: int = 0) -> str:
    """Return the time at which a day begins where the user is, or one some days later, as it is stored."""
    local = datetime.combine(date.fromisoformat(day) + timedelta(days=later), datetime.min.time())
    return local.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _count(kind: Kind, test: Condition) -> Any:
    stat = STAT[kind]
    return stat.select(stat.id).where(_number(stat.count, test, least=1))


def _created(kind: Kind, test: Condition) -> Any:
    record = RECORD[kind]
    return record.select(record.id).where(_time(record.created_at, test))


def _changed(kind: Kind, test: Condition) -> Any:
    record, stat = RECORD[kind], STAT[kind]
    later = fn.max(record.updated_at, fn.coalesce(stat.changed_at, ""))
    return record.select(record.id).join(stat, on=(stat.id == record.id)).where(_time(later, test))


def _available(_kind: Kind, test: Condition) -> Any:
    return Item.select(Item.id).where(_day(_DAYS[test.field.key], test))


# Of records that are named.


def _named(kind: Named, test: Condition) -> Any:
    """Return the ids of the records of a kind whose name a test tells, as a subquery."""
    if kind == "category":
        return Category.select(Category.id).where(*_texts_of_category(test))
    key = KEY[kind]
    if kind != "customer":
        return key.select(key.id).where(*_texts(kind, test, key.name))
    *narrowed, by_name = _texts(kind, test, CustomerKey.name)
    by_username = _texts(kind, test, CustomerKey.username)[-1]
    return key.select(key.id).where(*narrowed, by_name | by_username)


def _texts_of_category(test: Condition) -> list[Any]:
    name, wanted = fn.fold(Category.name), fold(str(test.value))
    return [name == wanted if test.op == "=" else fn.instr(name, wanted) > 0]


def _linked(kind: Kind, test: Condition) -> Any:
    """Return the records that are linked to those whose name a test tells, or to any."""
    other: Kind = "item" if kind == "customer" else "customer"
    if isinstance(test.value, Whether):
        return _count(kind, test)
    table = through(kind, other)
    return table.select(getattr(table, kind)).where(getattr(table, other).in_(_named(other, test)))


def _category(kind: Kind, test: Condition) -> Any:
    if isinstance(test.value, Whether):
        found = Item.select(Item.id).where(Item.category.is_null(False))
    else:
        found = Item.select(Item.id).where(Item.category.in_(_named("category", test)))
    return found if kind == "item" else _having(kind, ItemCustomer.item.in_(found))


def _company(kind: Kind, test: Condition) -> Any:
    found = CustomerCompany.select(CustomerCompany.customer)
    if not isinstance(test.value, Whether):
        found = found.where(CustomerCompany.company.in_(_named("company", test)))
    return (
        found if kind == "customer" else ItemCustomer.select(ItemCustomer.item).where(ItemCustomer.customer.in_(found))
    )


def _companies(_kind: Kind, test: Condition) -> Any:
    number = CustomerCompany.select(fn.count(SQL("*"))).where(CustomerCompany.customer == Customer.id)
    return Customer.select(Customer.id).where(_number(number, test, least=1))


def _waiting(kind: Kind, test: Condition) -> Any:
    record = RECORD[kind]
    number = Waiting.select(fn.count(SQL("*"))).where(getattr(Waiting, kind) == record.id)
    return record.select(record.id).where(_number(number, test, least=1))


def _preference(kind: Kind, test: Condition) -> Any:
    other: Kind = "item" if kind == "customer" else "customer"
    found = Preference.select(getattr(Preference, kind)).where(Preference.kind == test.field.key)
    return (
        found if isinstance(test.value, Whether) else found.where(getattr(Preference, other).in_(_named(other, test)))
    )


# Of links.


def _having(kind: Kind, condition: Any) -> Any:
    """Return the records of a kind with a link of which a condition holds."""
    return ItemCustomer.select(getattr(ItemCustomer, kind)).where(condition)


def _link_data(test: Condition) -> Any:
    name, several = test.field.key, ItemCustomer.quantity > 1
    if name == "quantity":
        found = _number(ItemCustomer.quantity, test, least=2)
        value = test.value
        high = isinstance(value, Whether) or (isinstance(value, int) and value > (test.op != ">"))
        # Said once more for the index of those that have several.
        return found & several if high and test.op in ("=", ">", ">=") else found
    if name == "note":
        return ItemCustomer.note != "" if isinstance(test.value, Whether) else _texts_of_link(test, ItemCustomer.note)
    if name == "starts":
        return _day(ItemCustomer.starts_on, test)
    found = _day(ItemCustomer.ends_on, test)
    return found & (ItemCustomer.ends_on >= values.today().isoformat()) if name == "ending" else found


def _texts_of_link(test: Condition, column: Any) -> Any:
    folded, wanted = fn.fold(column), fold(str(test.value))
    return folded == wanted if test.op == "=" else fn.instr(folded, wanted) > 0


def _own(test: Condition) -> Any:
    """Return the condition on a field of links that the user has made."""
    own = test.field.own
    assert own is not None
    # What is no JSON would end the whole question.
    read = fn.json_extract(ItemCustomer.extra, f'$."{own.id}"')
    column = Case(None, [(fn.json_valid(ItemCustomer.extra), read)])
    if isinstance(test.value, Whether):
        return column.is_null(False)
    if own.type == "yesno":
        return fn.coalesce(column, 0) == (1 if test.value == "yes" else 0)
    if own.type == "number":
        return _number(column, test)
    return _day(column, test) if own.type == "day" else _texts_of_link(test, column)


# How items stand.

_TAKEN = ItemStat.count + fn.coalesce(
    ItemCustomer.select(fn.sum(ItemCustomer.quantity - 1)).where(
        ItemCustomer.item == ItemStat.id, ItemCustomer.quantity > SQL("1")
    ),
    0,
)


def _placed(condition: Any) -> Any:
    return Item.select(Item.id).join(ItemStat, on=(ItemStat.id == Item.id)).where(condition)


def _places(_kind: Kind, test: Condition) -> Any:
    column = {"taken": _TAKEN, "free": Item.capacity - _TAKEN, "capacity": Item.capacity}[test.field.key]
    if isinstance(test.value, Whether):
        return _placed(_TAKEN > 0 if test.field.key == "taken" else Item.capacity.is_null(False))
    return _placed(_number(column, test))


def _state(kind: Kind, test: Condition) -> Any:
    day = values.today()
    match test.value:
        case "ending":
            soon = (day + timedelta(days=SOON)).isoformat()
            return _having(kind, ItemCustomer.ends_on.between(day.isoformat(), soon))
        case "ended":
            return _having(kind, ItemCustomer.ends_on < day.isoformat())
        case "full":
            return _placed(Item.capacity <= _TAKEN)
        case "over":
            return _placed(Item.capacity < _TAKEN)
        case "low":
            return _placed(Item.capacity - _TAKEN < Item.low_stock)
    begun = Item.available_from.is_null() | (Item.available_from <= day.isoformat())
    over = Item.available_until.is_null(False) & (Item.available_until < day.isoformat())
    return _placed(begun & ~over & (Item.capacity.is_null() | (Item.capacity > _TAKEN)))


_ANSWERS: dict[str, Callable[[Kind, Condition], Any]] = {
    "count": _count,
    "created": _created,
    "changed": _changed,
    "other": _linked,
    "category": _category,
    "company": _company,
    "companies": _companies,
    "waiting": _waiting,
    "wants": _preference,
    "favourite": _preference,
    "declined": _preference,
    "from": _available,
    "until": _available,
    "taken": _places,
    "free": _places,
    "capacity": _places,
    "is": _state,
}
