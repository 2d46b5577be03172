"""Records with all that they are linked to in full, for whoever asks for data and not for tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.models import (
    KEY,
    Company,
    CompanyKey,
    Customer,
    CustomerKey,
    CustomerStat,
    Item,
    ItemKey,
    ItemStat,
    User,
)
from itemlink_gui.store.queries import later, these


@dataclass(frozen=True, slots=True)
class CustomerBrief:
    """A customer as an item shows it."""

    id: int
    username: str
    email: str
    full_name: str
    phone: str


@dataclass(frozen=True, slots=True)
class ItemBrief:
    """An item as a customer shows it."""

    id: int
    name: str
    description: str
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class CompanyBrief:
    """A company as a customer shows it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """An item with its customers, in the order of their names."""

    id: int
    name: str
    description: str
    customer_count: int
    customers_detail: tuple[CustomerBrief, ...]
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class CustomerDetail:
    """A customer with companies and items, each in the order of their names."""

    id: int
    username: str
    email: str
    full_name: str
    phone: str
    address: str
    notes: str
    item_count: int
    companies_detail: tuple[CompanyBrief, ...]
    items_detail: tuple[ItemBrief, ...]
    created_at: str
    updated_at: str


def item(record: int) -> ItemDetail | None:
    """Return an item with all its customers, or None if it is gone."""
    return next(iter(items([record])), None)


def items(ids: Sequence[int] | None = None) -> list[ItemDetail]:
    """Return items with all their customers, by number.

    Args:
        ids: which; None for all.
    """
    columns = (Item.id, Item.name, Item.description, ItemStat.count, Item.created_at, later(Item, ItemStat))
    query = Item.select(*columns).join(ItemStat, on=(ItemStat.id == Item.id)).order_by(Item.id)
    through = Item.customers.get_through_model()
    linked = through.select(through.item, *_CUSTOMER).join(Customer).join(User).join(CustomerKey, on=_key("customer"))
    found = _gathered(linked.order_by(CustomerKey.name, CustomerKey.id), through.item, ids, CustomerBrief)
    rows = query if ids is None else query.where(Item.id.in_(these(ids)))
    return [
        ItemDetail(number, name, text, n, tuple(found.get(number, ())), made, changed)
        for number, name, text, n, made, changed in rows.tuples()
    ]


def customers_of(record: int) -> list[CustomerBrief]:
    """Return all customers of an item, in the order of their names."""
    query = Item(id=record).customers.select(*_CUSTOMER).switch(Customer).join(User)
    query = query.join(CustomerKey, on=_key("customer")).order_by(CustomerKey.name, CustomerKey.id)
    return [CustomerBrief(*row) for row in query.tuples()]


def customer(record: int) -> CustomerDetail | None:
    """Return a customer with all companies and items, or None if it is gone."""
    return next(iter(customers([record])), None)


def customers(ids: Sequence[int] | None = None) -> list[CustomerDetail]:
    """Return customers with all their companies and items, by number.

    Args:
        ids: which; None for all.
    """
    query = Customer.select(
        *(*_CUSTOMER, Customer.address, Customer.notes, CustomerStat.count, Customer.created_at),
        later(Customer, CustomerStat),
    )
    query = query.join(User).switch(Customer).join(CustomerStat, on=(CustomerStat.id == Customer.id))
    query = query.order_by(Customer.id)
    through, member = Customer.items.get_through_model(), Customer.companies.get_through_model()
    columns = (Item.id, Item.name, Item.description, Item.created_at, later(Item, ItemStat))
    linked = through.select(through.customer, *columns).join(Item).join(ItemStat, on=(ItemStat.id == Item.id))
    linked = linked.join(ItemKey, on=_key("item")).order_by(ItemKey.name, ItemKey.id)
    found = _gathered(linked, through.customer, ids, ItemBrief)
    of = member.select(member.customer, Company.id, Company.name).join(Company).join(CompanyKey, on=_key("company"))
    companies = _gathered(of.order_by(CompanyKey.name, CompanyKey.id), member.customer, ids, CompanyBrief)
    rows = query if ids is None else query.where(Customer.id.in_(these(ids)))
    return [
        CustomerDetail(
            *(number, username, email, full_name, phone, address, notes, n),
            companies_detail=tuple(companies.get(number, ())),
            items_detail=tuple(found.get(number, ())),
            created_at=made,
            updated_at=changed,
        )
        for number, username, email, full_name, phone, address, notes, n, made, changed in rows.tuples()
    ]


_CUSTOMER = (Customer.id, User.username, User.email, User.full_name, Customer.phone)


def _key(kind: Kind) -> Any:
    records = {"item": Item, "customer": Customer, "company": Company}
    return KEY[kind].id == records[kind].id


def _gathered(query: Any, owner: Any, ids: Sequence[int] | None, brief: Any) -> dict[int, list[Any]]:
    """Return what is linked by the record that it is linked to; that one stands first in each row."""
    found: dict[int, list[Any]] = {}
    rows = query if ids is None else query.where(owner.in_(these(ids)))
    for one, *linked in rows.tuples():
        found.setdefault(one, []).append(brief(*linked))
    return found
