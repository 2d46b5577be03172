"""The questions about categories of items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN, SQL, fn

from itemlink_gui.store.models import Category, Item
from itemlink_gui.store.queries import these


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category.

    Args:
        id: of the category; 0 stands for the items without one.
        name: what people call it.
        colour: ``#rrggbb``; empty for none.
        count: how many items it has.
    """

    id: int
    name: str
    colour: str
    count: int


def listed() -> list[CategoryRow]:
    """Return the categories in the order of their names, and last the number of items without one."""
    query = (
        Category.select(Category.id, Category.name, Category.colour, fn.count(Item.id))
        .join(Item, JOIN.LEFT_OUTER, on=(Item.category == Category.id))
        .group_by(Category.id)
        .order_by(fn.fold(Category.name), Category.id)
    )
    none = Item.select().where(Item.category.is_null()).count()
    return [*(CategoryRow(*row) for row in query.tuples()), CategoryRow(0, "", "", none)]


def of_items(ids: Iterable[int]) -> dict[int, int]:
    """Return by category how many of the items it has; 0 stands for those without one."""
    category = fn.coalesce(Item.category, 0)
    query = Item.select(category, fn.count(SQL("*"))).where(Item.id.in_(these(ids))).group_by(category)
    return dict(query.tuples())


def called(name: str) -> int:
    """Return the category of a name, whatever its case and accents; 0 if there is none."""
    found = Category.select(Category.id).where(fn.fold(Category.name) == fn.fold(name))
    return int(found.scalar() or 0)
