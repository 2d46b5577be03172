"""Making, naming, colouring and deleting categories, and putting items into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from itemlink_gui.base.errors import Invalid, Taken
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields, records
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import categories
from itemlink_gui.store.journal import Journal, in_order, known
from itemlink_gui.store.models import Category, Item

Fate = Literal["none", "move", "delete"]
"""What becomes of the items of a category that is deleted."""

# Told apart also by those who do not see all of them, and seen on a light and on a dark ground.
COLOURS = (
    "#d64545", "#d9731a", "#b08a00", "#6a9a1f", "#2a9d5c", "#12939a", "#2f86d6", "#6c6fe6", "#a958cc", "#d4508f",
)  # fmt: skip

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def create(name: object, *, colour: str = "", item_ids: Iterable[int] = ()) -> Operation[int]:
    """Make a category, and put items into it, in one step.

    Args:
        name: what it shall be called; no other category has this name, whatever case and accents.
        colour: ``#rrggbb``; empty for the one of `COLOURS` that is used least.
        item_ids: items that it shall have.

    Returns:
        an operation whose result is the id. It raises Invalid or NotFound.
    """
    items = list(item_ids)

    def write(journal: Journal) -> int:
        cleaned = _name(name)
        category = journal.add(Category, name=cleaned, colour=_colour(colour) or _least_used())
        moved = _put(journal, items, category)
        _describe(journal, moved)
        journal.say(category=cleaned)
        return category

    return Operation("category.create", write)


def rename(category: int, name: object) -> Operation[None]:
    """Give a category another name.

    Returns:
        an operation. It raises NotFound, or Invalid where another category has the name.
    """

    def write(journal: Journal) -> None:
        before = _of(category)
        cleaned = _name(name, category)
        journal.say(category=before.name, name=cleaned)
        journal.update(Category, category, name=cleaned)

    return Operation("category.rename", write)


def recolour(category: int, colour: str) -> Operation[None]:
    """Give a category another colour.

    Args:
        category: its id.
        colour: ``#rrggbb``; empty for none.

    Returns:
        an operation. It raises NotFound or Invalid.
    """

    def write(journal: Journal) -> None:
        journal.say(category=_of(category).name)
        journal.update(Category, category, colour=_colour(colour))

    return Operation("category.recolour", write)


def update(
    category: int, *, name: object = None, colour: str | None = None, item_ids: Iterable[int] | None = None
) -> Operation[None]:
    """Change a category and, if given, replace its items, in one step.

    Args:
        category: its id.
        name: as with `create`; None leaves it as it is.
        colour: ``#rrggbb``, or empty for none; None leaves it as it is.
        item_ids: the items it shall have, and no others; None leaves them alone.

    Returns:
        an operation. It raises NotFound or Invalid.
    """
    items = records.ids_in(item_ids)

    def write(journal: Journal) -> None:
        journal.say(category=_of(category).name, count=0)
        values = {} if name is None else {"name": _name(name, category)}
        if colour is not None:
            values["colour"] = _colour(colour)
        journal.update(Category, category, **values)
        if items is not None:
            had = {row.id for row in Item.select(Item.id).where(Item.category == category)}
            moved = [*_put(journal, sorted(had.difference(items)), None), *_put(journal, items, category)]
            _describe(journal, moved)

    return Operation("category.update", write)


def delete(category: int, fate: Fate = "none", *, to: int = 0) -> Operation[int]:
    """Delete a category.

    Args:
        category: its id.
        fate: of its items: they have no category then, go to another one, or are deleted with their links.
        to: the category that they go to.

    Returns:
        an operation whose result is the number of items that it had. It raises NotFound, or Invalid where they shall
        go to the category itself.
    """

    def write(journal: Journal) -> int:
        before = _of(category)
        items = [row.id for row in Item.select(Item.id).where(Item.category == category)]
        journal.say(category=before.name, fate=fate, count=len(items), to="")
        if fate == "delete":
            gone = records.describe_deleted(journal, "item", items) if items else []
            journal.remove(Item, gone)
        else:
            if fate == "move":
                journal.say(to=_of(to).name)
                if to == category:
                    raise Invalid("to", tr("Choose another category for what is in this one."))
            _put(journal, items, to if fate == "move" else None)
        journal.remove(Category, [category])
        return len(items)

    return Operation("category.delete", write, backed_up="tried" if fate == "delete" else "")


def put(item_ids: Iterable[int], category: int | None) -> Operation[int]:
    """Put items into a category, in one step.

    Args:
        item_ids: of the items; duplicates are ignored.
        category: its id; None takes them out of theirs.

    Returns:
        an operation whose result is how many were not in it. It raises NotFound, and then changes nothing.
    """
    items = list(item_ids)

    def write(journal: Journal) -> int:
        name = "" if category is None else _of(category).name
        moved = _put(journal, items, category)
        _describe(journal, moved)
        journal.say(category=name)
        return len(moved)

    return Operation("category.put", write)


def _put(journal: Journal, items: Sequence[int], category: int | None) -> list[int]:
    """Put items into a category, and return those that were not in it."""
    return [item for item in in_order("item", items) if journal.update(Item, item, category_id=category)]


def _describe(journal: Journal, items: Sequence[int]) -> None:
    """Give the label the items: the name of one, or how many."""
    name = Item.get_by_id(items[0]).name if len(items) == 1 else ""
    journal.say(name=name, count=len(items))


def _of(category: int) -> Category:
    (found,) = known("category", [category])
    return Category.get_by_id(found)  # type: ignore[no-any-return]


def _name(value: object, category: int = 0) -> str:
    """Return a name as it is stored, if no other category has it."""
    cleaned = str(fields.cleaned(fields.spec(Category.name), value))
    other = categories.called(cleaned)
    if other not in (0, category):
        raise Taken("name", tr("There is a category “{name}” already.", name=_of(other).name))
    return cleaned


def _colour(value: str) -> str:
    colour = value.lower()
    if colour and not _COLOUR.fullmatch(colour):
        raise Invalid("colour", tr("This is no colour."))
    return colour


def _least_used() -> str:
    """Return the colour that the fewest categories have, the first of those."""
    used = [row.colour for row in Category.select(Category.colour)]
    return min(COLOURS, key=used.count)
