"""Lists for programs: which records are asked for, and their JSON, some at a time however many there are."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from peewee import SQL, fn

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import details, listings, search
from itemlink_gui.store.details import Listed
from itemlink_gui.store.listings import Listing
from itemlink_gui.store.models import KEY, OTHER, PARTNERS, STAT, Category, Item
from itemlink_gui.store.queries import COLUMNS, sides, these
from itemlink_gui.store.query import sql

# So many records are told at once, and so many links; a record that has more of them is told alone.
RECORDS = 500
LINKS = 20_000
# With so many links a record is told in a few milliseconds.
SOON = 2_000

ORDERINGS: dict[Listed, dict[str, str]] = {
    **{kind: {name: name for name in ("id", *COLUMNS[kind])} | {f"{OTHER[kind]}_count": "count"} for kind in KINDS},
    "category": {"id": "id", "name": "name", "count": "count", "item_count": "count"},
}
"""What each kind of records can be ordered by, and the column that it stands for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list shall hold, and in which order; all that is said must hold.

    Args:
        search: words; a record must have each of them, and every character stands for itself.
        q: a query, as the search boxes take it; categories have none.
        ordering: one of `ORDERINGS`; with a minus in front the other way round. Ties by id, the same way round.
        least: so many links to its first partner a record must have; categories: so many items.
        limit: how many records at most; None for all.
        offset: how many are left out at the beginning.
        of: only what is linked to this one, of the first partner of the kind; 0 for all.
    """

    search: str = ""
    q: str = ""
    ordering: str = "id"
    least: int = 0
    limit: int | None = None
    offset: int = 0
    of: int = 0


def ids(kind: Listed, asked: Asked) -> array[int]:
    """Return the ids of the records of a list, in its order.

    Args:
        kind: what is listed.
        asked: which of them.

    Raises:
        Invalid: if it cannot be ordered so; the field is ``ordering``.
        WrongQuery: if ``q`` is a query that means nothing.
    """
    sort, descending = ORDERINGS[kind].get(asked.ordering.removeprefix("-")), asked.ordering.startswith("-")
    if sort is None:
        raise Invalid("ordering", tr("This must be one of: {values}.", values=", ".join(ORDERINGS[kind])))
    if kind == "category":
        return _categories(asked, sort, descending=descending)
    also = search.condition(kind, asked.search)
    if asked.least > 0:
        stat = STAT[kind]
        also.append(sql.among(stat.select(stat.id).where(stat.count >= asked.least), KEY[kind]))
    listing = Listing(kind, asked.q, sort=sort, descending=descending)
    if asked.of:
        listing = replace(listing, scope="in", others=(asked.of,))
    return listings.part(listing, also, asked.limit, asked.offset)


def _categories(asked: Asked, sort: str, *, descending: bool) -> array[int]:
    """Return the ids of categories; there are few."""
    name, number = fn.fold(Category.name), fn.count(Item.id)
    column = {"id": Category.id, "name": name, "count": number}[sort]
    query = Category.select(Category.id, name).left_outer_join(Item, on=(Item.category == Category.id))
    query = query.group_by(Category.id).having(number >= asked.least)
    query = query.order_by(*((column.desc(), Category.id.desc()) if descending else (column, Category.id)))
    terms = search.terms(asked.search)
    found = array("q", (record for record, text in query.tuples() if all(term in text for term in terms)))
    return found[asked.offset :][: asked.limit]


def piece(kind: Listed, ids: Sequence[int], begin: int) -> tuple[bytes, int]:
    """Return the next records of a list as JSON objects with a comma between each two, and where to go on.

    It is two statements, and about as much text however many links the records have: a list of any length is told
    piece by piece. Of records that are gone by now nothing is told, which may leave it empty.

    Args:
        kind: what is listed.
        ids: of the whole list.
        begin: where in it the piece begins; what comes after it is what is returned, until that is the end.
    """
    asked = ids[begin : begin + RECORDS]
    counts = _links(kind, asked)
    sums = accumulate(counts.get(record, 0) for record in asked)
    fit = sum(links <= LINKS for links in sums)
    told = asked[: max(fit, 1)]
    return details.records(kind, told), begin + len(told)


def at_once(kind: Listed, record: int) -> bytes | None:
    """Return a record in full, empty if it is gone; None if it has so many links that telling it lasts."""
    lasts = _links(kind, [record]).get(record, 0) > SOON
    return None if lasts else details.records(kind, [record])


def brief_piece(kind: Kind, ids: Sequence[int], begin: int) -> tuple[bytes, int]:
    """Return the next records of a list as those show them that they are linked to; else as `piece` does."""
    told = ids[begin : begin + LINKS]
    return details.briefs(kind, told), begin + len(told)


def _links(kind: Listed, ids: Sequence[int]) -> dict[int, int]:
    """Return how much is linked to each of some records."""
    if kind == "category":
        query = Item.select(Item.category, fn.count(SQL("*"))).where(Item.category.in_(these(ids)))
        return dict(query.group_by(Item.category).tuples())
    stat, number = STAT[kind], STAT[kind].count
    for other in PARTNERS[kind][1:]:
        # These are not counted for good; there are few.
        table, mine, _ = sides(kind, other)
        number = number + table.select(fn.count(SQL("*"))).where(mine == stat.id)
    return dict(stat.select(stat.id, number).where(stat.id.in_(these(ids))).tuples())
