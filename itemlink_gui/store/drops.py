"""What is to be known of a drag at its beginning, so that each row can tell what a drop on it would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import places, preferences, queries
from itemlink_gui.store.apply import execute
from itemlink_gui.store.models import OTHER, PARTNERS, through
from itemlink_gui.store.places import Places

# Of so many at once it is asked how many links they have.
_PIECE = 50_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a drop on a record would do.

    Args:
        new: how many links are new.
        already: how many are there already.
        over: for how many of the new ones there is no place.
        policy: what becomes of those; see `Places`. With several items it is that of the first without a place.
        declined: how many of the new ones were declined.
        away: how many of the items are not available today.
    """

    new: int
    already: int
    over: int = 0
    policy: str = ""
    declined: int = 0
    away: int = 0

    @property
    def full(self) -> bool:
        """Whether there is no place for any of those that are new, and no more are taken."""
        return bool(self.new) and self.over == self.new and self.policy == "block"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is known of the partners of records that are dragged.

    Args:
        count: how many are dragged.
        linked: by kind and id of a partner, to how many of them it is linked.
        places: of the items that have something to say: those that are dropped on, or those that are dragged.
        kept: by item with places that are left for those who wait, for how many of the new ones there is none.
        full: of the dragged items, how many have no place left; by customer, of how many of these the customer has one
            or may take one.
        policy: of the first of those.
        declined: by kind and id of a partner, how many of them were declined.
        away: how many of the dragged items are not available today.
        day: today.
    """

    count: int
    linked: Mapping[Kind, Mapping[int, int]]
    declined: Mapping[Kind, Mapping[int, int]]
    places: Mapping[int, Places] = field(default_factory=dict)
    kept: Mapping[int, int] = field(default_factory=dict)
    full: tuple[int, Mapping[int, int]] = (0, {})
    policy: str = ""
    away: int = 0
    day: str = ""

    def outcome(self, kind: Kind, record: int) -> Outcome | None:
        """Return what a drop on a record would do; None for a record that is no partner."""
        if kind not in self.linked:
            return None
        already = self.linked[kind].get(record, 0)
        new, declined = self.count - already, self.declined.get(kind, {}).get(record, 0)
        if kind == "item":
            stands = self.places.get(record)
            if stands is None:
                return Outcome(new, already, declined=declined)
            over = 0 if stands.free is None else self.kept.get(record, max(new - max(stands.free, 0), 0))
            return Outcome(new, already, over, stands.policy, declined, int(stands.away(self.day)))
        n, had = self.full
        over = n - had.get(record, 0) if kind == "customer" and n else 0
        return Outcome(new, already, over, self.policy, declined, self.away)


def weigh(kind: Kind, ids: Sequence[int]) -> Weighed:
    """Return what is to be known when records of a kind are dragged."""
    linked = {other: _linked(other, ids, kind) for other in PARTNERS[kind]}
    day = places.today()
    if kind == "customer":
        declined: dict[Kind, Mapping[int, int]] = {
            "item": _summed("preference", partial(preferences.declined_counts, "item"), ids)
        }
        stands = places.limited()
        return Weighed(len(ids), linked, declined, stands, _kept(stands, ids, linked["item"]), day=day)
    if kind == "company":
        return Weighed(len(ids), linked, {})
    dragged = places.limited(ids)
    lines = places.lines(dragged)
    full = [record for record, stands in dragged.items() if _is_full(stands, lines.get(record, ()))]
    return Weighed(
        len(ids),
        linked,
        {"customer": preferences.declined_counts("customer", ids)},
        full=(len(full), _with_place(full, _linked_to(full, ids, linked["customer"]), dragged, lines)),
        policy=dragged[full[0]].policy if full else "",
        away=sum(stands.away(day) for stands in dragged.values()),
        day=day,
    )


def _linked(kind: Kind, others: Sequence[int], other: Kind) -> Mapping[int, int]:
    """Return for each record of a kind to how many of the others it is linked; those with none are left out."""
    if other == OTHER[kind] and len(others) > _PIECE and len(others) == queries.total(other):
        # All there are: then it is what each has.
        return dict(execute(f"SELECT id, count FROM {kind}_stat WHERE count > 0").fetchall())
    through_table = through(kind, other)._meta.table_name
    return _summed(through_table, partial(queries.linked_counts, kind, other=other), others)


def _summed(
    table: str, count: Callable[[Sequence[int]], Mapping[int, int]], others: Sequence[int]
) -> Mapping[int, int]:
    """Return counts of rows of a table for others, asked in pieces: one that is too long would stop painting."""
    if not execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]:
        return {}
    if len(others) <= _PIECE:
        return count(others)
    found: Counter[int] = Counter()
    for start in range(0, len(others), _PIECE):
        found.update(count(others[start : start + _PIECE]))
    return found


def _kept(stands: Mapping[int, Places], ids: Sequence[int], linked: Mapping[int, int]) -> dict[int, int]:
    """Return by item with places kept for those who wait, how many of the customers that are new find none."""
    found: dict[int, int] = {}
    kept = places.lines(stands)
    dragged = set(ids) if kept else set()
    for item, line in kept.items():
        asked = [one for one in line if one[0] in dragged]
        # Of the others only the number is known, and they are all alike: nobody in particular, one place each.
        others = len(dragged) - linked.get(item, 0) - len(asked)
        asked += [(-n, 1) for n in range(1, others + 1)]
        found[item] = len(places.without_place(stands[item].free or 0, asked, line))
    return found


def _is_full(stands: Places, line: Sequence[tuple[int, int]]) -> bool:
    """Return whether one who does not wait finds no place of an item."""
    return stands.free is not None and stands.free <= sum(quantity for _, quantity in line)


def _with_place(
    full: Sequence[int],
    linked: Mapping[int, int],
    stands: Mapping[int, Places],
    lines: Mapping[int, Sequence[tuple[int, int]]],
) -> Mapping[int, int]:
    """Return by customer of how many items without a place they have one, or may take one that is kept for them."""
    found = Counter(linked)
    for item in full:
        line = lines.get(item, ())
        late = set(places.without_place(stands[item].free or 0, line, line))
        found.update(customer for customer, _ in line if customer not in late)
    return found


def _linked_to(full: Sequence[int], ids: Sequence[int], linked: Mapping[int, int]) -> Mapping[int, int]:
    """Return by customer how many of the items without a place they have."""
    if not full:
        return {}
    return linked if len(full) == len(set(ids)) else queries.linked_counts("customer", full)
