"""Saved filters: queries with a name."""

from __future__ import annotations

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.errors import Invalid, WrongQuery
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import filters
from itemlink_gui.store.filters import Filter
from itemlink_gui.store.fold import fold
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import SavedFilter
from itemlink_gui.store.query import sql

NAME = 100
QUERY = 10_000
"""Most characters of a name and of a query."""


def save(kind: Kind, query: str, name: str = "") -> Operation[int]:
    """Give a query a name, behind the others.

    Args:
        kind: of the records that it searches.
        query: as it stands in the search box.
        name: what people call it; no other filter of this kind may be called so, whatever the capitals and accents.
            Without one it is called by its query.

    Returns:
        an operation whose result is the filter's id. It raises Invalid.
    """

    def write(journal: Journal) -> int:
        if kind not in KINDS:
            raise Invalid("kind", tr("This is none of the values to choose from."))
        every = filters.saved()
        asked = _clean_query(kind, query)
        cleaned = _clean_name(name, kind, every) if name else _free_name(asked, kind, every)
        journal.say(name=cleaned)
        last = SavedFilter.select(SavedFilter.position).order_by(SavedFilter.position.desc()).limit(1).scalar()
        return journal.add(SavedFilter, kind=kind, name=cleaned, query=asked, position=(last or 0) + 1)

    return Operation("filter.save", write)


def rename(record: int, name: str) -> Operation[None]:
    """Call a filter otherwise.

    Args:
        record: its id.
        name: as with `save`, not empty.

    Returns:
        an operation. It raises Invalid.
    """

    def write(journal: Journal) -> None:
        every = filters.saved()
        old = _known(every, record)
        cleaned = _clean_name(name, old.kind, [one for one in every if one.id != record])
        journal.say(name=cleaned, old=old.name)
        journal.update(SavedFilter, record, name=cleaned)

    return Operation("filter.rename", write)


def set_query(record: int, query: str) -> Operation[None]:
    """Let a filter ask something else.

    Args:
        record: its id.
        query: as with `save`.

    Returns:
        an operation. It raises Invalid.
    """

    def write(journal: Journal) -> None:
        old = _known(filters.saved(), record)
        journal.say(name=old.name)
        journal.update(SavedFilter, record, query=_clean_query(old.kind, query))

    return Operation("filter.query", write)


def move(record: int, places: int) -> Operation[None]:
    """Move a filter among those of its kind.

    Args:
        record: its id.
        places: how far down; less than 0 for up. Beyond an end it stays at the end.

    Returns:
        an operation. It raises Invalid.
    """

    def write(journal: Journal) -> None:
        every = filters.saved()
        moved = _known(every, record)
        journal.say(name=moved.name)
        same = [one.id for one in every if one.kind == moved.kind]
        order = [one for one in same if one != record]
        order.insert(max(0, same.index(record) + places), record)
        for position, one in enumerate(order if order != same else (), 1):
            journal.update(SavedFilter, one, position=position)

    return Operation("filter.move", write)


def delete(record: int) -> Operation[None]:
    """Delete a filter; what it found stays as it is.

    Args:
        record: its id.

    Returns:
        an operation. It raises Invalid if there is no such filter.
    """

    def write(journal: Journal) -> None:
        journal.say(name=_known(filters.saved(), record).name)
        journal.remove(SavedFilter, [record])

    return Operation("filter.delete", write)


def _known(every: list[Filter], record: int) -> Filter:
    for one in every:
        if one.id == record:
            return one
    raise Invalid("filter", tr("This filter is no longer there."))


def _clean_query(kind: Kind, query: str) -> str:
    asked = query.strip()
    if not asked:
        raise Invalid("query", tr("Type into a search box first what the filter is to find."))
    if len(asked) > QUERY:
        raise Invalid("query", tr("This is too long for a filter: it may have %n character(s).", n=QUERY))
    try:
        sql.conditions(kind, asked)
    except WrongQuery as wrong:
        raise Invalid("query", wrong.reason) from wrong
    try:
        asked.encode()
    except UnicodeEncodeError:
        raise Invalid("query", tr("There is a character in it that cannot be stored.")) from None
    if "\0" in asked:
        raise Invalid("query", tr("There is a character in it that cannot be stored."))
    return asked


def _clean_name(name: str, kind: Kind, others: list[Filter]) -> str:
    cleaned = str(fields.cleaned(FieldSpec("name", tr("Name"), limit=NAME, required=True), name))
    if fold(cleaned) in (fold(one.name) for one in others if one.kind == kind):
        raise Invalid("name", tr("There is a filter of this name already."))
    return cleaned


def _free_name(query: str, kind: Kind, others: list[Filter]) -> str:
    """Return a name made of the query that no other filter has."""
    start, number = " ".join(query.split())[: NAME - 6].rstrip(), 1
    taken = {fold(one.name) for one in others if one.kind == kind}
    while True:
        name = start if number == 1 else f"{start} ({number})"
        if fold(name) not in taken:
            return _clean_name(name, kind, others)
        number += 1
