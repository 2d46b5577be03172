"""The questions about filters: those that were saved, and how many records a query finds."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import fn

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.store.models import KEY, SavedFilter
from itemlink_gui.store.query import sql


@dataclass(frozen=True, slots=True)
class Filter:
    """A query that the user has given a name.

    Args:
        id: of the filter.
        kind: of the records that are searched.
        name: what people call it.
        query: as it stands in the search box.
    """

    id: int
    kind: Kind
    name: str
    query: str


def saved() -> list[Filter]:
    """Return the filters of the file in their order; those for records that nobody knows are left out."""
    columns = (SavedFilter.id, SavedFilter.kind, SavedFilter.name, SavedFilter.query)
    rows = SavedFilter.select(*columns).order_by(SavedFilter.position, SavedFilter.id).tuples()
    return [Filter(*row) for row in rows if row[1] in KINDS]


def count(kind: Kind, query: str) -> int | WrongQuery:
    """Return how many records a query finds, or why it means nothing (any more).

    Args:
        kind: what is searched.
        query: as it stands in the search box.
    """
    key = KEY[kind]
    try:
        conditions = sql.conditions(kind, query)
    except WrongQuery as wrong:
        return wrong
    return int(key.select(fn.count(key.id)).where(*conditions, True).scalar())
