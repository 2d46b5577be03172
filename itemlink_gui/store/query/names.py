"""Names that a query may tell, to complete what is being typed."""

from __future__ import annotations

from typing import Any

from peewee import fn

from itemlink_gui.store import search
from itemlink_gui.store.fold import fold
from itemlink_gui.store.models import KEY, Category
from itemlink_gui.store.queries import names
from itemlink_gui.store.query.fields import Named


def beginning(kind: Named, text: str, limit: int) -> list[str]:
    """Return names of records that begin with a text, in their order, each once.

    Args:
        kind: of the records.
        text: as typed.
        limit: most names to return.
    """
    wanted = fold(text)
    if not search.possible(wanted):
        return []
    if kind == "category":
        name: Any = fn.fold(Category.name)
        found = Category.select(Category.name).where(fn.instr(name, wanted) == 1 if wanted else True).order_by(name)
        return [row[0] for row in found.limit(limit).tuples()]
    key = KEY[kind]
    # The end of the range is the text with the last of all letters behind it.
    ids = key.select(key.id).where(key.name >= wanted, key.name < wanted + "\U0010ffff").order_by(key.name).limit(limit)
    order = [record for (record,) in ids.tuples()]
    called = names(kind, order)
    return list(dict.fromkeys(called[record] for record in order if record in called))
