"""Which records a table lists, and in which order: the first of them at once, all of them soon after."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import compress
from typing import Any, Literal

from peewee import JOIN, SQL, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import link_values, search
from itemlink_gui.store.models import KEY, OTHER, RECORD, STAT, Category, Item, ItemCustomer, ItemStat
from itemlink_gui.store.queries import later, sides, these
from itemlink_gui.store.query import grammar, sql
from itemlink_gui.store.slices import unpacked

Scope = Literal["all", "in", "not"]

# Up to so many records are gathered and put in order; of more, the first are found by walking along the order.
FEW = 80_000
# So many records are looked at, at most, before the first ones are left to the whole list.
PATIENCE = 4_000
# So many records are looked at together at first, and then more and more.
TOGETHER = 192
# Python takes up so many ids at once: as long as that, the window stands still.
PIECE = 50_000


@dataclass(frozen=True, slots=True)
class Listing:
    """Which records a table shows, and in which order.

    Args:
        kind: what is listed.
        text: what was typed into the search box: words, or a query.
        scope: all, or only those linked to any of ``others``, or only those linked to none of them.
        others: ids of the other side.
        other: what those are; None for the first partner of the kind.
        sort: ``id``, or one of `queries.COLUMNS`; in the list of one record also the name of data of its links.
        descending: the other way round.
        category: only the items of this one; 0 for those that have none; None for all.
    """

    kind: Kind
    text: str = ""
    scope: Scope = "all"
    others: tuple[int, ...] = ()
    sort: str = "name"
    descending: bool = False
    other: Kind | None = None
    category: int | None = None

    @property
    def narrowed(self) -> bool:
        """Whether it may leave records out."""
        return bool(self.text.strip()) or self.scope != "all" or self.category is not None


class Order:
    """All records of a kind in an order that is known, so that those that are found need no sorting.

    Args:
        ids: in that order.
    """

    def __init__(self, ids: array[int]) -> None:
        self.ids = ids
        self._places = array("i", bytes(4 * (max(ids, default=0) + 1)))
        for place, record in enumerate(ids, 1):
            self._places[record] = place

    def first(self, found: Collection[int], most: int) -> list[int]:
        """Return the first of some records in this order; those that it does not know are left out."""
        try:
            places = list(map(self._places.__getitem__, found))
        except IndexError:
            end = len(self._places)
            places = [self._places[record] for record in found if record < end]
        least = nsmallest(most, places)
        if least and not least[0]:
            least = nsmallest(most, filter(None, places))
        return [self.ids[place - 1] for place in least]

    def sort(self, found: array[int]) -> array[int]:
        """Return records in this order; those that it does not know are left out."""
        if len(found) <= PIECE:
            return array("q", self.first(found, len(found)))
        wanted = bytearray(len(self._places))
        for piece in _pieces(found):
            for record in piece:
                if record < len(wanted):
                    wanted[record] = 1
        put = array("q")
        for piece in _pieces(self.ids):
            put.extend(compress(piece, map(wanted.__getitem__, piece)))
        return put


def first(listing: Listing, most: int, order: Order | None = None) -> list[int] | None:
    """Return the ids that a listing begins with; None where only the whole list tells them.

    Args:
        listing: which records.
        most: how many ids at most; if there are fewer, these are all.
        order: of all records, the same as that of the listing, if it is known.

    Raises:
        WrongQuery: if its text is a query that means nothing.
    """
    sql.asks_more(listing.kind, listing.text)  # May refuse it.
    if listing.sort == "updated_at" and not listing.narrowed:
        return _by_change(listing, most)
    if not is_indexed(listing):
        return None
    if not listing.narrowed:
        return [record for (record,) in _ordered(listing, []).limit(most).tuples()]
    gathered = _gathered(listing)
    if gathered is not None and order is not None:
        # Hardly ever are more looked at than these.
        found = _looked_at(listing, order.first(gathered, PATIENCE // 4), most, whole=len(gathered) <= PATIENCE // 4)
        if found is not None:
            return found
        walked = order.first(gathered, PATIENCE)
    elif gathered is not None and len(gathered) <= PATIENCE:
        walked = _walked(listing, [KEY[listing.kind].id.in_(these(gathered))])
    else:
        gathered = None
        walked = _walked(listing, []) if order is None else order.ids[:PATIENCE].tolist()
    whole = len(walked) < PATIENCE if gathered is None else len(gathered) <= PATIENCE
    return _looked_at(listing, walked, most, whole=whole)


def _by_change(listing: Listing, most: int) -> list[int] | None:
    """Return the first of all records by the time of their last change, of their fields or of their links.

    There is no index of it, nor of the times of links, which would cost every link more than it spares: these are read
    once, and only those that come first by one of both are compared. Descending, whoever is among the first by the
    later of both times is also among the first by one of them. Ascending, nobody comes before the last one that is
    walked by that of the fields.
    """
    record, stat, down = RECORD[listing.kind], STAT[listing.kind], listing.descending
    fields, links = record.updated_at, stat.changed_at
    changed = later(record, stat)
    query = record.select(record.id, changed).join(stat, on=(stat.id == record.id))
    if down:
        by_fields = record.select(record.id).order_by(fields.desc(), record.id.desc()).limit(most)
        by_links = stat.select(stat.id).where(links.is_null(False)).order_by(links.desc(), stat.id.desc()).limit(most)
        among = [one for part in (by_fields, by_links) for (one,) in part.tuples()]
        found = query.where(record.id.in_(these(among))).order_by(changed.desc(), record.id.desc())
        return [one for one, _ in found.limit(most).tuples()]
    walked = list(record.select(fields, record.id).order_by(fields, record.id).limit(PATIENCE // 4).tuples())
    found = query.where(record.id.in_(these(one for _, one in walked))).order_by(changed, record.id)
    whole = len(walked) < PATIENCE // 4
    sure = [one for one, at in found.tuples() if whole or (at, one) <= walked[-1]]
    return sure[:most] if whole or len(sure) >= most else None


def _walked(listing: Listing, conditions: Sequence[Any]) -> list[int]:
    return [record for (record,) in _ordered(listing, conditions).limit(PATIENCE).tuples()]


def _gathered(listing: Listing) -> list[int] | None:
    """Return records among which are all that are listed, if it is quickly seen that they are few."""
    kind, other = listing.kind, listing.other or OTHER[listing.kind]
    if listing.scope == "in":
        stat = STAT[other]
        number = stat.select(fn.sum(stat.count)).where(stat.id.in_(these(listing.others))).tuples().get()[0]
        if other == OTHER[kind] and (number or 0) <= FEW:
            return list(_ids(_linked_to_any(kind, other, listing.others).distinct()))
    if listing.text.strip() and not grammar.may_be_query(listing.text):
        return search.candidates(kind, listing.text, FEW)
    return None


def _looked_at(listing: Listing, walked: Sequence[int], most: int, *, whole: bool) -> list[int] | None:
    """Return the first of some records that a listing holds; None where there may be more beyond them."""
    one = KEY[listing.kind].alias("one")
    query = one.select(one.id).where(*_conditions(listing, one))
    found: list[int] = []
    begin, together = 0, TOGETHER
    while begin < len(walked) and len(found) < most:
        piece = walked[begin : begin + together]
        there = {record for (record,) in query.where(one.id.in_(these(piece))).tuples()}
        found += [record for record in piece if record in there]
        begin, together = begin + together, together * 2
    return found[:most] if whole or len(found) >= most else None


def every(listing: Listing, order: Order | None = None) -> array[int]:
    """Return the ids of a listing in its order; ties in the order in which they were made.

    Args:
        listing: which records.
        order: as with `first`.

    Raises:
        WrongQuery: if its text is a query that means nothing.
    """
    if order is None or not listing.narrowed:
        return part(listing)
    return order.sort(_matching(listing))


def part(listing: Listing, also: Sequence[Any] = (), limit: int | None = None, offset: int = 0) -> array[int]:
    """Return the ids of a part of a listing in its order; ties in the order in which they were made.

    Args:
        listing: which records.
        also: peewee conditions on the key table of the kind that must hold, too.
        limit: how many at most; None for all.
        offset: how many are left out at the beginning.

    Raises:
        WrongQuery: if its text is a query that means nothing.
    """
    query = _ordered(listing, [*_conditions(listing), *also])
    if limit is not None or offset:
        query = query.limit(-1 if limit is None else limit).offset(offset)
    return _ids(query)


def _matching(listing: Listing) -> array[int]:
    """Return the ids of a listing in no order."""
    kind, text, key = listing.kind, listing.text, KEY[listing.kind]
    if grammar.may_be_query(text):
        return _ids(key.select(key.id).where(*_conditions(listing)))
    alone = listing.scope == "all" and listing.category is None
    if listing.scope == "in" and not text.strip() and listing.category is None:
        return _ids(_linked_to_any(kind, listing.other or OTHER[kind], listing.others).distinct())
    told = search.told(kind, text) if alone else None
    if told is not None:
        return _unpacked(key.select(fn.json_group_array(SQL("id"))).from_(told))
    if alone and search.is_common(kind, text):
        one = key.alias("one")
        return _ids(one.select(one.id).where(*_conditions(listing, one)))
    return _ids(key.select(key.id).where(*_conditions(listing)))


def is_indexed(listing: Listing) -> bool:
    """Whether an index has the order of a listing."""
    names = KEY[listing.kind]._meta.fields
    return listing.sort in names or listing.sort in ("count", "created_at")


def _ids(query: Any) -> array[int]:
    """Return the ids that a query selects, as one array.

    They are read from one JSON text: a million ids as rows would hold Python's lock for twice the time.
    """
    column = query._returning[0]
    packed = fn.json_group_array(SQL(f'"{column.column_name}"'))
    return _unpacked(query.model.select(packed).from_(query))


def _unpacked(query: Any) -> array[int]:
    (text,) = query.tuples().get()
    found = array("q")
    for piece in unpacked(text):
        found.extend(piece)
    return found


def _pieces(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for begin in range(0, len(ids), PIECE):
        yield ids[begin : begin + PIECE]


def _conditions(listing: Listing, one: Any = None) -> list[Any]:
    """Return peewee conditions on the key table, or on an alias of it, of which a few records are looked at."""
    kind, key = listing.kind, KEY[listing.kind]
    found = sql.conditions(kind, listing.text, one)
    if listing.scope != "all":
        linked = _linked_to_any(kind, listing.other or OTHER[kind], listing.others)
        among = sql.among(linked, key, one)
        found.append(among if listing.scope == "in" else ~among)
    if listing.category is not None:
        found.append(sql.among(_in_category(listing.category), key, one))
    return found


def _linked_to_any(kind: Kind, other: Kind, others: Sequence[int]) -> Any:
    """Return a subquery of the records of a kind that are linked to any of the others.

    The list of one record is read through the many-to-many field, that of several through its table.
    """
    if len(others) == 1:
        (one,) = others
        field = "customers" if kind == "customer" else "items" if kind == "item" else "companies"
        return getattr(RECORD[other](id=one), field).select(RECORD[kind].id)
    table, mine, theirs = sides(kind, other)
    return table.select(mine).where(theirs.in_(these(others)))


def _in_category(category: int) -> Any:
    """Return a subquery of the items of a category, or of those without one (0)."""
    return Item.select(Item.id).where(Item.category == category if category else Item.category.is_null())


def _ordered(listing: Listing, conditions: Sequence[Any]) -> Any:
    """Return the query of the ids of a listing in its order."""
    base = KEY[listing.kind]
    if listing.sort == "id" and not conditions:
        # A million of them are not read with all their texts.
        base = STAT[listing.kind]
    column, tie = base._meta.fields.get(listing.sort), base.id
    if column is None and not conditions and not link_values.is_of_link(listing.sort):
        # A million of them are not looked up in one table more.
        base = (STAT if listing.sort == "count" else RECORD)[listing.kind]
    query = base.select(base.id)
    if conditions:
        query = query.where(*conditions)
    if column is None:
        column, tie, query = _joined_column(listing, query)
    return query.order_by(*((column.desc(), tie.desc()) if listing.descending else (column, tie)))


def _joined_column(listing: Listing, query: Any) -> tuple[Any, Any, Any]:
    """Return the column to sort by that stands in another table, that table's id, and the query with it joined."""
    base, record, stat = query.model, RECORD[listing.kind], STAT[listing.kind]
    if link_values.is_of_link(listing.sort) and listing.others:
        links = link_values.sorting(listing.kind, listing.others[0], listing.sort)
        return links.c.value, base.id, query.join(links, on=(links.c.id == base.id))
    if listing.sort == "count":
        return stat.count, stat.id, query if base is stat else query.join(stat, on=(stat.id == base.id))
    if base is not record:
        query = query.join(record, on=(record.id == base.id))
    if listing.sort == "category":
        query = query.join(Category, JOIN.LEFT_OUTER, on=(Category.id == record.category))
        return fn.fold(fn.coalesce(Category.name, "")), record.id, query
    if listing.sort not in ("capacity", "updated_at"):
        return getattr(record, listing.sort), record.id, query
    query = query.join(stat, on=(stat.id == record.id))
    return _free() if listing.sort == "capacity" else later(record, stat), record.id, query


def _free() -> Any:
    """Return how many places of an item are left; those without a number of places come after all others."""
    several = ItemCustomer.select(fn.sum(ItemCustomer.quantity - 1))
    several = several.where((ItemCustomer.item == Item.id) & (ItemCustomer.quantity > 1))
    return fn.coalesce(Item.capacity - ItemStat.count - fn.coalesce(several, 0), SQL("9e18"))
