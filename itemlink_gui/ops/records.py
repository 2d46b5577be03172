"""What records of all kinds have in common: checking an edit against what was seen, and deleting with all links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Conflict, NotFound
from itemlink_gui.ops import fields, links
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import queries
from itemlink_gui.store.columns import typed
from itemlink_gui.store.journal import Journal, known
from itemlink_gui.store.models import PARTNERS, Base, Preference, Told, Waiting
from itemlink_gui.store.queries import these

# Before so many records are deleted at once, a backup is made.
BACKED_UP_FROM = 100


# Of a value that the history shows.
_MOST_LETTERS = 80
# What is nothing without the record.
_GO_WITH: dict[Kind, tuple[type[Base], ...]] = {
    "item": (Waiting, Preference),
    "customer": (Waiting, Preference, Told),
}


def ids_in(value: Iterable[int] | None) -> list[int] | None:
    """Return ids as a list that outlives the call; None stays None: "leave the links alone"."""
    return None if value is None else list(value)


def checked(
    journal: Journal, kind: Kind, record: int, values: Mapping[str, object], expected: Mapping[str, str]
) -> dict[str, fields.Value]:
    """Return the new values of an edit as they are stored, after making sure that it starts from what stands.

    Args:
        journal: of the step; its label gets the record's name, the fields that change, and the values of a single one.
        kind: of the record.
        record: its id.
        values: new values by field name.
        expected: the values that the user was shown, by field name; they must still stand.

    Raises:
        NotFound: if the record is unknown.
        Invalid: for a value that may not stand in its field.
        Conflict: if a value is no longer the expected one.
    """
    known(kind, [record])
    cleaned = fields.clean_all(kind, values)
    before = queries.detail(kind, record)
    if before is None:
        raise NotFound(kind, [record])
    for name, seen in expected.items():
        ours = typed(cleaned.get(name))
        if before.fields[name] not in (seen, ours):
            raise Conflict(name, before.fields[name], ours)
    changed = [name for name, value in cleaned.items() if before.fields[name] != typed(value)]
    journal.say(name=before.name, fields=changed)
    if len(changed) == 1:
        (name,) = changed
        was, now = before.fields[name], typed(cleaned[name])
        # What is longer would be no sentence any more.
        if max(len(was), len(now)) <= _MOST_LETTERS:
            journal.say(was=was, now=now)
    return cleaned


def relink(
    journal: Journal, kind: Kind, record: int, other: Kind, ids: Sequence[int] | None, *, beyond: Beyond = "policy"
) -> None:
    """Make these the linked records of one record, if given, as part of an edit or a creation."""
    if ids is not None:
        result = links.replace_others(journal, kind, record, ids, other, beyond=beyond)
        added, removed = journal.values.get("added", 0), journal.values.get("removed", 0)
        journal.say(added=added + result.added, removed=removed + result.removed)


def describe_deleted(journal: Journal, kind: Kind, ids: Sequence[int]) -> list[int]:
    """Remove the links of records that are about to be deleted, and give the label names and counts.

    Returns:
        the ids, ascending and without repetition.

    Raises:
        NotFound: if one of the ids is unknown.
    """
    records = known(kind, ids)
    name = next(iter(queries.names(kind, records).values()), "") if len(records) == 1 else ""
    removed = sum(links.unlink_all(journal, kind, records, other) for other in PARTNERS[kind])
    journal.say(name=name, records=len(records), removed=removed)
    for model in _GO_WITH.get(kind, ()):
        journal.remove(model, [row.id for row in model.select(model.id).where(_of(model, kind).in_(these(records)))])
    return records


def _of(model: type[Base], kind: Kind) -> Any:
    return getattr(model, f"{kind}_id")
