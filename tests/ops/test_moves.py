"""Links move from one record to another of its kind, with the data that they have, in one step."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.base.errors import ItemLinkError, NoRoom, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import companies, items, link_data, links, moves
from tests.support import News, assert_sound, fill, raw, redo, run, snapshot, standing, undo


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Item 1 has customers 1, 2 and 3, of whom 2 has a quantity, a note and a day; item 2 has customer 3."""
    fill(engine, 3, 5)
    run(engine, links.link([1], [1, 2, 3]))
    run(engine, links.link([2], [3], details={"note": "there first"}))
    run(engine, link_data.set_details([1], [2, 3], quantity=2, note="from the first", starts_on="2026-01-31"))
    return engine


def data(engine: Engine) -> dict[tuple[int, int], tuple[Any, ...]]:
    """Quantity, note and first day of each link."""
    return {row[:2]: (row[3], row[4], row[5]) for row in snapshot(engine.path)["item_customer"]}


def test_customers_move_from_item_to_item_with_their_data(filled: Engine) -> None:
    before, news = snapshot(filled.path), News(filled)
    assert run(filled, moves.move("customer", [1, 2, 3, 5], "item", 1, 2)) == LinkResult(added=2, already=1, removed=3)
    assert data(filled) == {
        (2, 1): (1, "", None), (2, 2): (2, "from the first", "2026-01-31"), (2, 3): (1, "there first", None),
    }  # fmt: skip
    (change,) = news.changes
    assert labels.message(change.label) == "Moved 3 customers from Item 1 to Item 2 (1 already was there)"
    assert labels.title(change.label) == "Move 3 customers from Item 1 to Item 2"
    assert_sound(filled)
    after = data(filled)
    undo(filled)
    assert snapshot(filled.path) == before
    redo(filled)
    assert data(filled) == after
    assert_sound(filled)


def test_items_move_from_customer_to_customer(filled: Engine) -> None:
    before = snapshot(filled.path)
    run(filled, items.update(1, capacity=5))
    # There is room for just those who are there: the place of who goes is the place of who comes.
    news = News(filled)
    assert run(filled, moves.move("item", [1], "customer", 2, 4)) == LinkResult(added=1, removed=1)
    assert data(filled)[1, 4] == (2, "from the first", "2026-01-31")
    assert labels.message(news.changes[-1].label) == "Moved Item 1 from Person 2 to Person 4"
    assert_sound(filled)
    undo(filled)
    undo(filled)
    assert snapshot(filled.path) == before


def test_without_room_nothing_moves(filled: Engine) -> None:
    run(filled, items.update(2, capacity=2))
    before = snapshot(filled.path)
    with pytest.raises(NoRoom):
        run(filled, moves.move("customer", [1, 2], "item", 1, 2))
    assert snapshot(filled.path) == before


def test_who_finds_no_place_stays(filled: Engine) -> None:
    run(filled, items.update(2, capacity=2, capacity_policy="waitlist"))
    result = run(filled, moves.move("customer", [1, 2], "item", 1, 2))
    assert result == LinkResult(added=1, waiting=1, removed=1)
    assert standing(filled) == {(1, 2), (1, 3), (2, 1), (2, 3)}
    assert_sound(filled)


def test_places_are_given_in_the_order_chosen(filled: Engine) -> None:
    run(filled, items.update(2, capacity=4, capacity_policy="waitlist"))
    run(filled, links.link([1], [4, 5]))
    # The second wants two places: with three left, the third finds none, although it is like the first.
    result = run(filled, moves.move("customer", [5, 2, 4, 1], "item", 1, 2))
    assert result == LinkResult(added=2, waiting=2, removed=2)
    assert data(filled)[2, 2] == (2, "from the first", "2026-01-31")
    assert standing(filled) == {(1, 1), (1, 3), (1, 4), (2, 2), (2, 3), (2, 5)}
    with raw(filled.path) as connection:
        queue = connection.execute("SELECT customer_id, quantity FROM waiting ORDER BY id").fetchall()
    assert queue == [(4, 1), (1, 1)]
    assert_sound(filled)


def test_one_who_wants_several_waits_for_as_many(filled: Engine) -> None:
    run(filled, items.update(2, capacity=2))
    with pytest.raises(NoRoom) as refused:
        run(filled, moves.move("customer", [1, 2], "item", 1, 2))
    assert (refused.value.taken, refused.value.wanted) == (1, 3)
    run(filled, moves.move("customer", [1, 2], "item", 1, 2, beyond="wait"))
    with raw(filled.path) as connection:
        assert connection.execute("SELECT customer_id, quantity FROM waiting").fetchall() == [(2, 2)]


@pytest.mark.parametrize(
    ("kind", "ids", "of", "source", "target", "left"),
    [
        ("customer", [1, 2], "company", 1, 2, {(1, 2), (2, 2)}),
        ("company", [1], "customer", 1, 3, {(2, 1), (3, 1), (2, 2)}),
    ],
)
def test_companies(
    engine: Engine, kind: Kind, ids: list[int], of: Kind, source: int, target: int, left: set[tuple[int, int]]
) -> None:
    fill(engine, 0, 3)
    run(engine, companies.create(name="Birch", customer_ids=[1, 2]))
    run(engine, companies.create(name="Acme", customer_ids=[2]))
    before = snapshot(engine.path)
    run(engine, moves.move(kind, ids, of, source, target))
    assert set(snapshot(engine.path)["customer_company"]) == left
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before


def test_what_cannot_move(filled: Engine) -> None:
    before = snapshot(filled.path)
    for ids, source, target in (([4], 1, 2), ([1], 1, 1), ([], 1, 2)):
        with pytest.raises(ItemLinkError, match="nothing to move"):
            run(filled, moves.move("customer", ids, "item", source, target))
    for ids, source, target in (([99], 1, 2), ([1], 99, 2), ([1], 1, 99)):
        with pytest.raises(NotFound):
            run(filled, moves.move("customer", ids, "item", source, target))
    assert snapshot(filled.path) == before
