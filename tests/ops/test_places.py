"""Places: what fits, what becomes of the rest, the waiting list, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import Invalid, ItemLinkError, NoRoom, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, link_data, links, places
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import drops
from itemlink_gui.store import places as stands
from itemlink_gui.store.journal import Journal
from tests.support import (
    News,
    ask,
    assert_sound,
    count_statements,
    fill,
    on_writer,
    pairs,
    raw,
    redo,
    run,
    standing,
    undo,
)

FOUR = 4


def waiting(engine: Engine) -> list[tuple[int, int]]:
    """Return who waits for what, in order."""
    with raw(engine.path) as connection:
        return list(connection.execute("SELECT item_id, customer_id FROM waiting ORDER BY id"))


def whole(engine: Engine) -> tuple[object, ...]:
    with raw(engine.path) as connection:
        tables = ("item_customer", "waiting", "item_stat")
        return tuple(
            sorted(row[:5] for row in connection.execute(f"SELECT * FROM {table}"))
            if table != "item_stat"
            else sorted(connection.execute("SELECT id, count FROM item_stat"))
            for table in tables
        )


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Items 1…4 and customers 1…9; item 1 has 4 places and customers 1 and 2; it refuses more."""
    fill(engine, 4, 9)
    run(engine, items.update(1, capacity=FOUR))
    run(engine, links.link([1], [1, 2]))
    return engine


def policy(engine: Engine, name: str) -> None:
    run(engine, items.update(1, capacity_policy=name))


def test_what_fits_is_linked(filled: Engine) -> None:
    assert run(filled, links.link([1], [2, 3, 4])) == LinkResult(added=2, already=1)
    assert standing(filled) == pairs([1], [1, 2, 3, 4])


def test_what_does_not_fit_is_refused_with_the_numbers(filled: Engine) -> None:
    before = whole(filled)
    with pytest.raises(NoRoom) as refused:
        run(filled, links.link([2, 1], [1, 3, 4, 5, 6]))
    error = refused.value
    assert (error.item, error.item_id, error.capacity, error.taken, error.wanted, error.free, error.others) == (
        "Item 1", 1, 4, 2, 4, 2, 0,
    )  # fmt: skip
    assert str(error) == "Item 1 has 2 free places, but 4 are needed."
    assert whole(filled) == before


def test_a_full_item_says_so(filled: Engine) -> None:
    run(filled, items.update(2, capacity=0))
    run(filled, links.link([1], [3, 4]))
    with pytest.raises(NoRoom, match=r"^Item 1 is full: 4 of 4 places are taken\. So it is with 1 other\.$"):
        run(filled, links.link([1, 2], [5]))


BEYOND: dict[str, tuple[Beyond, LinkResult, list[int], list[int]]] = {
    "the first": ("first", LinkResult(2, 1, left=2), [1, 2, 7, 5], []),
    "all the same": ("overbook", LinkResult(4, 1), [1, 2, 7, 5, 3, 9], []),
    "on the list": ("wait", LinkResult(2, 1, waiting=2), [1, 2, 7, 5], [3, 9]),
}


@pytest.mark.parametrize(("beyond", "result", "linked", "queue"), BEYOND.values(), ids=BEYOND.keys())
def test_a_choice_at_the_drop(
    filled: Engine, beyond: Beyond, result: LinkResult, linked: list[int], queue: list[int]
) -> None:
    before = whole(filled)
    assert run(filled, links.link([1], [7, 5, 2, 3, 9], beyond=beyond)) == result
    after = whole(filled)
    assert standing(filled) == pairs([1], linked)
    assert waiting(filled) == [(1, customer) for customer in queue]
    assert_sound(filled)
    undo(filled)
    assert whole(filled) == before
    redo(filled)
    assert whole(filled) == after


POLICIES = {"overbook": "all the same", "waitlist": "on the list"}


@pytest.mark.parametrize(("name", "like"), POLICIES.items())
def test_the_rule_of_the_item(filled: Engine, name: str, like: str) -> None:
    _, result, linked, queue = BEYOND[like]
    policy(filled, name)
    assert run(filled, links.link([1], [7, 5, 2, 3, 9])) == result
    assert (standing(filled), waiting(filled)) == (pairs([1], linked), [(1, customer) for customer in queue])


def test_who_waits_already_keeps_the_place_in_the_list(filled: Engine) -> None:
    run(filled, items.update(1, capacity=2, capacity_policy="waitlist"))
    run(filled, links.link([1], [5, 3]))
    news = News(filled)
    assert run(filled, links.link([1], [4, 3])) == LinkResult(waiting=1, waited=1)
    assert waiting(filled) == [(1, 5), (1, 3), (1, 4)]
    told = news.wait(lambda change: change.label.kind == "link").label.values
    assert (told["waiting"], told["waited"]) == (1, 1)


@pytest.fixture
def in_line(filled: Engine) -> Engine:
    """Item 1 keeps a waiting list, with 3 and then 4 on it, who wants two; two places have become free since."""
    policy(filled, "waitlist")
    run(filled, places.wait([1], [3]))
    run(filled, places.wait([1], [4], quantity=2))
    return filled


IN_LINE: dict[str, tuple[list[int], int, LinkResult, list[int], list[int]]] = {
    "a newcomer waits behind them": ([5], 4, LinkResult(waiting=1), [], [3, 4, 5]),
    "also before one who may": ([5, 3], 4, LinkResult(1, waiting=1), [3], [4, 5]),
    "who comes up takes the place": ([3], 4, LinkResult(1), [3], [4]),
    "who does not goes on waiting": ([4], 4, LinkResult(waited=1), [], [3, 4]),
    "with room for all of them": ([4], 5, LinkResult(1), [4], [3]),
    "and for a newcomer": ([5, 6], 6, LinkResult(1, waiting=1), [5], [3, 4, 6]),
}


@pytest.mark.parametrize(("customers", "capacity", "result", "linked", "queue"), IN_LINE.values(), ids=IN_LINE.keys())
def test_places_are_first_of_those_who_wait(
    in_line: Engine, customers: list[int], capacity: int, result: LinkResult, linked: list[int], queue: list[int]
) -> None:
    run(in_line, items.update(1, capacity=capacity))
    new = len(customers) - result.waiting - result.waited
    weighed = ask(in_line, partial(drops.weigh, "customer", [2, *customers]))
    assert weighed.outcome("item", 1) == drops.Outcome(len(customers), 1, len(customers) - new, "waitlist")
    onto = ask(in_line, partial(drops.weigh, "item", [1, 2])).outcome("customer", customers[0])
    assert onto == drops.Outcome(2, 0, int(customers[0] not in linked), onto.policy if onto else "")
    assert run(in_line, links.link([1, 2], customers)) == replace(result, added=result.added + len(customers))
    assert standing(in_line) == pairs([1], [1, 2, *linked]) | pairs([2], customers)
    assert waiting(in_line) == [(1, customer) for customer in queue]


@pytest.mark.parametrize("beyond", ["first", "overbook"])
def test_who_is_chosen_passes_those_who_wait(in_line: Engine, beyond: Beyond) -> None:
    assert run(in_line, links.link([1], [5], beyond=beyond)) == LinkResult(1)
    assert waiting(in_line) == [(1, 3), (1, 4)]


def test_a_quantity_takes_as_many_places(filled: Engine) -> None:
    def several(journal: Journal) -> LinkResult:
        return places.link(journal, [1], [3, 4], data={"quantity": 2}, beyond="first")

    assert run(filled, Operation("link", several)) == LinkResult(1, left=1)
    assert ask(filled, partial(stands.of_items, [1]))[1].taken == 4

    def more(journal: Journal) -> None:
        places.make_room(journal, {1: 1, 2: 5})

    with pytest.raises(NoRoom):
        run(filled, Operation("more", more))
    policy(filled, "overbook")
    run(filled, Operation("more", more))


@pytest.mark.parametrize(("quantity", "fits"), [(2, True), (3, False)])
def test_a_greater_quantity_of_links_that_stand_needs_room(filled: Engine, quantity: int, fits: bool) -> None:
    if fits:
        run(filled, link_data.set_details([1], [1, 2], quantity=quantity))
        # As many as before need no room, and fewer give some back.
        run(filled, link_data.set_details([1], [1, 2], quantity=quantity, note="again"))
        run(filled, link_data.set_details([1], [1], quantity=1))
    else:
        with pytest.raises(NoRoom) as refused:
            run(filled, link_data.set_details([1], [1, 2], quantity=quantity))
        assert (refused.value.taken, refused.value.wanted) == (2, 4)
        assert run(filled, link_data.set_details([1], [1, 2], quantity=quantity, beyond="overbook")) == 2
        assert ask(filled, partial(stands.of_items, [1]))[1].state == "over"


def test_one_who_waited_gets_what_was_waited_for(filled: Engine) -> None:
    run(filled, places.wait([1], [3, 4], quantity=2))
    assert run(filled, links.link([1], [3])) == LinkResult(1)
    with raw(filled.path) as connection:
        assert connection.execute("SELECT quantity FROM item_customer WHERE customer_id = 3").fetchall() == [(2,)]
    assert waiting(filled) == [(1, 4)]
    undo(filled)
    assert waiting(filled) == [(1, 3), (1, 4)]
    redo(filled)
    assert waiting(filled) == [(1, 4)]


def test_those_who_go_make_room_for_those_who_come(filled: Engine) -> None:
    assert run(filled, links.replace("item", 1, "customer", [2, 3, 4, 5])) == LinkResult(3, 1, 1)
    with pytest.raises(NoRoom):
        run(filled, links.replace("item", 1, "customer", [2, 3, 4, 5, 6]))
    with pytest.raises(NoRoom):
        run(filled, links.replace_items(9, [1, 2]))
    assert run(filled, links.replace_items(9, [1, 2], beyond="first")) == LinkResult(1, left=1)


def test_a_new_record_finds_room_or_is_not_made(filled: Engine) -> None:
    for refused in (
        items.create(name="Small", capacity=1, customer_ids=[1, 2]),
        customers.create(username="late", item_ids=[2, 1]),
    ):
        run(filled, items.update(1, capacity=2))
        with pytest.raises(NoRoom):
            run(filled, refused)
    made = run(filled, items.create(name="Small", capacity=1, customer_ids=[1, 2], beyond="wait"))
    assert (made, waiting(filled)) == (5, [(5, 2)])


@pytest.mark.parametrize(("capacity", "fits"), [(1, False), (0, False), (2, True), (3, True), ("", True)])
def test_not_fewer_places_than_are_taken(filled: Engine, capacity: object, fits: bool) -> None:
    if fits:
        run(filled, items.update(1, capacity=capacity))
    else:
        with pytest.raises(Invalid, match=r"^2 places are taken; there cannot be only [01].$") as refused:
            run(filled, items.update(1, capacity=capacity))
        assert refused.value.field == "capacity"


def test_an_overbooked_item_may_get_more_places_or_fewer_customers(filled: Engine) -> None:
    run(filled, links.link([1], range(1, 9), beyond="overbook"))
    run(filled, items.update(1, capacity=6))
    with pytest.raises(Invalid):
        run(filled, items.update(1, capacity=5))
    run(filled, items.update(1, capacity=5, customer_ids=range(1, 6)))
    with pytest.raises(Invalid):
        run(filled, items.update(2, capacity=0, customer_ids=[1], beyond="overbook"))


@pytest.mark.parametrize("wrong", ["-1", "2147483648", "many", "1.5", 2**40, "1" * 30])
def test_no_number_of_places(filled: Engine, wrong: object) -> None:
    for field in ("capacity", "low_stock"):
        with pytest.raises(Invalid):
            run(filled, items.update(1, **{field: wrong}))  # type: ignore[arg-type]


def test_moving_up_in_order(filled: Engine) -> None:
    run(filled, places.wait([1], [9, 3, 5]))
    before = whole(filled)
    assert run(filled, places.promote([1])) == LinkResult(2, left=1)
    assert (standing(filled), waiting(filled)) == (pairs([1], [1, 2, 9, 3]), [(1, 5)])
    assert_sound(filled)
    with pytest.raises(NoRoom, match="full") as refused:
        run(filled, places.promote([1]))
    assert refused.value.wanted == 1
    undo(filled)
    assert whole(filled) == before
    redo(filled)
    assert run(filled, places.promote([1], beyond="overbook")) == LinkResult(1)
    with pytest.raises(ItemLinkError, match="waiting"):
        run(filled, places.promote([1]))


def test_moving_some_up(filled: Engine) -> None:
    run(filled, places.wait([1, 2], [9, 3, 5]))
    assert run(filled, places.promote([1, 2], [3, 5])) == LinkResult(4)
    assert waiting(filled) == [(1, 9), (2, 9)]
    with pytest.raises(ItemLinkError):
        run(filled, places.promote([1], [8]))
    with pytest.raises(NotFound):
        run(filled, places.promote([99]))


def test_nobody_overtakes(filled: Engine) -> None:
    run(filled, places.wait([1], [9], quantity=3))
    run(filled, places.wait([1], [8]))
    assert ask(filled, stands.can_move) == {}
    with pytest.raises(NoRoom):
        run(filled, places.promote([1]))
    run(filled, items.update(1, capacity=5))
    assert ask(filled, partial(stands.can_move, [1, 2])) == {1: 1}
    assert run(filled, places.promote([1])) == LinkResult(1, left=1)


def test_waiting_and_no_longer(filled: Engine) -> None:
    assert run(filled, places.wait([1, 2], [1, 3, 3])) == LinkResult(already=1, waiting=3)
    assert run(filled, places.wait([1], [3])) == LinkResult(already=1)
    assert run(filled, places.stop_waiting([1, 2], [3, 7])) == LinkResult(removed=2)
    assert waiting(filled) == [(2, 1)]
    undo(filled)
    assert waiting(filled) == [(1, 3), (2, 1), (2, 3)]
    run(filled, customers.delete([3]))
    assert waiting(filled) == [(2, 1)]
    undo(filled)
    assert waiting(filled) == [(1, 3), (2, 1), (2, 3)]
    for wrong in (0, -1, 10**7, "x"):
        with pytest.raises(Invalid):
            run(filled, places.wait([1], [4], quantity=wrong))  # type: ignore[arg-type]
    for operation in (places.wait, places.stop_waiting):
        with pytest.raises(NotFound):
            run(filled, operation([1], [99]))


def test_an_item_that_is_not_available_is_linked_with_a_word(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stands, "today", lambda: "2027-03-01")
    run(filled, items.update(1, available_from="2027-03-02"))
    run(filled, items.update(2, available_until="2027-03-01"))
    news = News(filled)
    run(filled, links.link([1, 2], [3]))
    assert news.wait(lambda change: change.label.kind == "link").label.values["away"] == 1


MANY: dict[str, Callable[[int], Operation[LinkResult]]] = {
    "the first": lambda n: links.link([1, 2], range(1, n), beyond="first"),
    "on the list": lambda n: links.link([1, 2], range(1, n), beyond="wait"),
    "waiting": lambda n: places.wait([1, 2], range(1, n)),
}


@pytest.mark.parametrize("operation", MANY.values(), ids=MANY.keys())
def test_the_number_of_statements_does_not_grow(
    engine: Engine, operation: Callable[[int], Operation[LinkResult]]
) -> None:
    fill(engine, 2, 60)
    for item in (1, 2):
        run(engine, items.update(item, capacity=20))
    counts = []
    for n in (30, 60):
        counts.append(count_statements(engine, lambda: run(engine, operation(n))))  # noqa: B023
        counts.append(count_statements(engine, lambda: undo(engine)))
    assert counts[:2] == counts[2:]


def test_moving_many_up_costs_no_more_statements(engine: Engine) -> None:
    fill(engine, 2, 60)
    counts = []
    for n in (10, 60):
        run(engine, places.wait([1, 2], range(1, n), quantity=2))
        counts.append(count_statements(engine, lambda: run(engine, places.promote([1, 2]))))
        undo(engine)
        undo(engine)
    assert counts[0] == counts[1]


def test_how_items_stand_and_who_can_move(filled: Engine) -> None:
    def state(record: int) -> str:
        return ask(filled, partial(stands.of_items, [record]))[record].state

    run(filled, items.update(1, low_stock=3))
    assert state(1) == "low"
    run(filled, links.link([1], [3, 4]))
    assert state(1) == "full"
    run(filled, links.link([1], [5], beyond="overbook"))
    assert (state(1), state(2)) == ("over", "")
    run(filled, places.wait([1, 2], [8, 9]))
    assert ask(filled, stands.can_move) == {2: 2}
    assert on_writer(filled, partial(stands.can_move, [1])) == {}
