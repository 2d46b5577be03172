"""The places of items: what fits is linked, what does not is refused, left out, or put on the waiting list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import Invalid, ItemLinkError, NoRoom
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.ops import fields
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.telling import describe
from itemlink_gui.store import apply, places
from itemlink_gui.store import preferences as wishes
from itemlink_gui.store.delta import LinkData
from itemlink_gui.store.journal import Journal, among, in_order, known
from itemlink_gui.store.models import ItemCustomer, Waiting
from itemlink_gui.store.places import Places

Beyond = Literal["policy", "refuse", "first", "overbook", "wait"]
"""What becomes of those for whom there is no place: what each item says, nothing is done at all, they are left out,
they are linked all the same, or they go to the waiting list. Where an item says that they wait, its places are first
those of the customers who wait already."""

_OF_POLICY: Mapping[str, Beyond] = {"block": "refuse", "overbook": "overbook", "waitlist": "wait"}
Pair = tuple[int, int]


@dataclass(slots=True)
class _Fit:
    """What there is room for.

    Args:
        out: pairs of item and customer that are not linked.
        waits: those of them that go to the waiting list, in order.
        over: how many places are taken beyond those there are.
        short: items without room of which nothing may be left out: id, how they stand, and places wanted.
    """

    out: set[Pair] = field(default_factory=set)
    waits: list[Pair] = field(default_factory=list)
    over: int = 0
    short: list[tuple[int, Places, int]] = field(default_factory=list)

    def take(
        self,
        item: int,
        stands: Places,
        asked: Sequence[tuple[int, int]],
        beyond: Beyond,
        line: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Give places of an item to customers, each with the number that is wanted, in order, after those in line."""
        free, wanted = stands.free, sum(quantity for _, quantity in asked)
        how = _OF_POLICY[stands.policy] if beyond == "policy" else beyond
        if free is None or not asked:
            return
        if how in ("first", "wait"):
            late = [(item, customer) for customer in places.without_place(free, asked, line)]
            self.out.update(late)
            self.waits += late if how == "wait" else []
        elif wanted > free:
            if how == "refuse":
                self.short.append((item, stands, wanted))
            else:
                self.over += wanted - max(free, 0)

    def refuse(self) -> None:
        """Say that there is no room, if something was short of it."""
        if self.short:
            item, stands, wanted = self.short[0]
            assert stands.capacity is not None
            name = apply.name_of("item", item)
            raise NoRoom(name, stands.capacity, stands.taken, wanted, item_id=item, others=len(self.short) - 1)


def make_room(journal: Journal, needed: Mapping[int, int], *, beyond: Beyond = "policy", written: bool = False) -> None:
    """Make sure that items have room for more of links that stand, such as a greater quantity.

    Args:
        journal: of the step.
        needed: by item's id, how many places more are needed; what is not positive needs no room.
        beyond: ``"overbook"`` takes them all the same; nothing else helps where the item's own rule is not that, as
            part of a link cannot wait.
        written: the step has written them already; they are taken back if this raises.

    Raises:
        NoRoom: if there is none.
    """
    fit = _Fit()
    for item, stands in _limits(journal, [item for item, more in needed.items() if more > 0]).items():
        overbooks = beyond == "overbook" or (beyond == "policy" and stands.policy == "overbook")
        if written:
            stands = replace(stands, taken=stands.taken - needed[item])
        # Nobody in particular asks for them: it is all or nothing.
        fit.take(item, stands, [(0, needed[item])], "overbook" if overbooks else "refuse")
    fit.refuse()
    if fit.over:
        journal.say(over=fit.over)


def link(
    journal: Journal,
    item_ids: Iterable[int],
    customer_ids: Iterable[int],
    *,
    data: Mapping[str, Any] | None = None,
    quantities: Mapping[Pair, int] | None = None,
    beyond: Beyond = "policy",
) -> LinkResult:
    """Link customers to items as far as there is room, as part of a step; those who waited for it wait no longer.

    Args:
        journal: of the step; its label gets the numbers that are not of every day.
        item_ids: ids of items; duplicates are ignored.
        customer_ids: ids of customers, in the order in which they get places; duplicates are ignored.
        data: of the new links, as with `Journal.link`; one who waited gets the quantity that was waited for, unless
            another is given here.
        quantities: by item and customer, where they are not the same for all.
        beyond: what becomes of those for whom there is no place.

    Raises:
        NotFound: if an id is unknown.
        NoRoom: if there is no room, and those who find none are neither left out nor may they wait.
    """
    items, customers = in_order("item", item_ids), in_order("customer", customer_ids)
    data = dict(data or {})
    quantity, queue = data.get("quantity", 1), _queued(items, customers)
    own = dict(quantities or ({} if "quantity" in data else {pair: n for pair, (_, n) in queue.items()}))
    limits = _limits(journal, items)
    # A few look for their links anew; all the others the journal knows best.
    looked_at = {*limits, *(item for item, _ in own)}
    standing = set(among("item_customer", looked_at, customers)) if looked_at else set()
    asked = {at: [(c, own.get((at, c), quantity)) for c in customers if (at, c) not in standing] for at in limits}
    fit = _fitted(limits, asked, beyond)
    declined = wishes.declined(items, customers)
    new = journal.link("item_customer", items, customers, data, without=fit.out)
    _give(journal, {pair: n for pair, n in own.items() if pair not in fit.out and pair not in standing})
    if queue:
        journal.remove(Waiting, [entry for pair, (entry, _) in queue.items() if pair not in fit.out])
    waiting = _queue(journal, {pair: own.get(pair, quantity) for pair in fit.waits if pair not in queue})
    result = LinkResult(
        added=len(new),
        already=len(items) * len(customers) - len(new) - len(fit.out),
        waiting=waiting,
        waited=len(fit.waits) - waiting,
        left=len(fit.out) - len(fit.waits),
    )
    _tell(journal, result, fit.over, limits, declined=len(declined - fit.out))
    return result


def _fitted(limits: Mapping[int, Places], asked: Mapping[int, Sequence[tuple[int, int]]], beyond: Beyond) -> _Fit:
    """Return what there is room for of what customers ask of items; raises NoRoom as `link` does."""
    # Only where the item's own rule is followed: who chooses otherwise may well pass those who wait.
    lines = places.lines(limits) if beyond == "policy" else {}
    fit = _Fit()
    for item, stands in limits.items():
        fit.take(item, stands, asked[item], beyond, lines.get(item, ()))
    fit.refuse()
    return fit


def _queued(items: Collection[int], customers: Collection[int]) -> dict[Pair, tuple[int, int]]:
    """Return the entry's id and the quantity of those who wait."""
    return {(item, customer): (entry, n) for entry, item, customer, n in places.queue(items, customers)}


def _limits(journal: Journal, items: Iterable[int]) -> dict[int, Places]:
    """Return how items with something to say stand at this moment of a step."""
    came, found = journal.came("item"), places.limited(items)
    return {
        item: replace(stands, taken=stands.taken + came[item]) if item in came else stands
        for item, stands in found.items()
    }


def _give(journal: Journal, wanted: Mapping[Pair, int]) -> None:
    """Give new links the quantity that was waited for, where it is more than one."""
    rows = tuple((item, customer, (1,), (n,)) for (item, customer), n in sorted(wanted.items()) if n > 1)
    journal.change_data(LinkData(("quantity",), rows))


def _queue(journal: Journal, wanted: Mapping[Pair, int]) -> int:
    rows = [{"item_id": item, "customer_id": customer, "quantity": n} for (item, customer), n in wanted.items()]
    return len(journal.add_rows(Waiting, rows))


def _tell(journal: Journal, result: LinkResult, over: int, limits: Mapping[int, Places], *, declined: int) -> None:
    """Give the label what is worth a word."""
    day = places.today()
    told = {
        "waiting": result.waiting,
        "waited": result.waited,
        "left": result.left,
        "over": over,
        "declined": declined,
        "away": sum(stands.away(day) for stands in limits.values()),
    }
    journal.say(**{name: n for name, n in told.items() if n})


def promote(
    item_ids: Iterable[int], customer_ids: Iterable[int] | None = None, *, beyond: Beyond = "first"
) -> Operation[LinkResult]:
    """Give those who wait a place, in the order in which they wait, as far as there is room.

    Args:
        item_ids: of the items whose waiting lists move up; duplicates are ignored.
        customer_ids: only these; None for all who wait.
        beyond: ``"overbook"`` for more than there is room for.

    Returns:
        an operation. It raises NotFound, NoRoom if there is no room for anybody, or ItemLinkError if nobody waits.
    """
    items, customers = list(item_ids), None if customer_ids is None else list(customer_ids)

    def write(journal: Journal) -> LinkResult:
        queue = places.queue(known("item", items), customers and known("customer", customers))
        if not queue:
            raise ItemLinkError(tr("Nobody of them is waiting any more."))
        limits, fit = _limits(journal, items), _Fit()
        for item, stands in limits.items():
            fit.take(item, stands, [(customer, n) for _, at, customer, n in queue if at == item], beyond)
        moved = {(item, customer): n for _, item, customer, n in queue if (item, customer) not in fit.out}
        if not moved:
            wanted: Counter[int] = Counter()
            for _, item, _, n in queue:
                wanted[item] += n
            fit.short = [(item, limits[item], n) for item, n in wanted.items()]
        fit.refuse()
        moved_items, moved_customers = zip(*moved, strict=True)
        new = set(moved) - set(among("item_customer", moved_items, moved_customers))
        journal.link_pairs("item_customer", sorted(new))
        _give(journal, {pair: n for pair, n in moved.items() if pair in new})
        journal.remove(Waiting, [entry for entry, item, customer, _ in queue if (item, customer) in moved])
        describe(journal, moved_items, moved_customers, "item", added=len(moved), left=len(fit.out))
        return LinkResult(len(moved), left=len(fit.out))

    return Operation("promote", write)


def wait(item_ids: Iterable[int], customer_ids: Iterable[int], *, quantity: int = 1) -> Operation[LinkResult]:
    """Put customers at the end of waiting lists; those who have the item or wait already stay as they are.

    Args:
        item_ids: of the items; duplicates are ignored.
        customer_ids: of the customers, in the order in which they shall wait; duplicates are ignored.
        quantity: how many places each of them wants, from 1.

    Returns:
        an operation. It raises NotFound if an id is unknown, or Invalid for the quantity, and then changes nothing.
    """
    given = list(item_ids), list(customer_ids)

    def write(journal: Journal) -> LinkResult:
        items, customers = in_order("item", given[0]), in_order("customer", given[1])
        fields.cleaned(fields.spec(ItemCustomer.quantity), quantity)
        there = set(among("item_customer", items, customers))
        there |= {(item, customer) for _, item, customer, _ in places.queue(items, customers)}
        pairs = [(item, customer) for item in items for customer in customers if (item, customer) not in there]
        new = _queue(journal, dict.fromkeys(pairs, quantity))
        describe(journal, items, customers, "item", waiting=new, already=len(there))
        return LinkResult(already=len(there), waiting=new)

    return Operation("wait", write)


def stop_waiting(item_ids: Iterable[int], customer_ids: Iterable[int]) -> Operation[LinkResult]:
    """Take customers off waiting lists.

    Args:
        item_ids: of the items; duplicates are ignored.
        customer_ids: of the customers; duplicates are ignored.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then changes nothing.
    """
    items, customers = list(item_ids), list(customer_ids)

    def write(journal: Journal) -> LinkResult:
        queue = places.queue(known("item", items), known("customer", customers))
        journal.remove(Waiting, [entry for entry, *_ in queue])
        describe(journal, items, customers, "item", removed=len(queue))
        return LinkResult(removed=len(queue))

    return Operation("stop_waiting", write)


def refuse_fewer(journal: Journal, item: int, before: int | None) -> None:
    """Refuse that an item has fewer places than are taken, at the end of an edit that made them fewer.

    Args:
        journal: of the step.
        item: its id.
        before: how many places it had; None for as many as were wanted.

    Raises:
        Invalid: with the numbers.
    """
    stands = _limits(journal, [item]).get(item)
    if stands is None or stands.capacity is None or stands.capacity >= stands.taken:
        return
    if before is None or stands.capacity < before:
        capacity = grouped(stands.capacity)
        raise Invalid(
            "capacity",
            tr("%n place(s) [is|are] taken; there cannot be only {capacity}.", n=stands.taken, capacity=capacity),
        )


@contextmanager
def kept(journal: Journal, item_ids: Iterable[int]) -> Iterator[None]:
    """Hold the rules of places for whatever is written inside: what is over afterwards was so before, or may be.

    Args:
        journal: of the step.
        item_ids: the items that are written to.

    Raises:
        NoRoom, Invalid: with the numbers, at the end.
    """
    items = list(item_ids)
    before = _limits(journal, items)
    yield
    for item, stands in _limits(journal, items).items():
        was = before.get(item)
        # An item that comes back stands as it did when it went.
        if was is None or stands.free is None or stands.free >= 0:
            continue
        refuse_fewer(journal, item, was.capacity)
        more = stands.taken - was.taken
        if more > 0 and stands.policy != "overbook":
            raise NoRoom(apply.name_of("item", item), stands.free + stands.taken, was.taken, more, item_id=item)
