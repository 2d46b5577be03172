"""Copying and moving the links of customers to another one."""

from __future__ import annotations

import pytest

from itemlink_gui.base.errors import ItemLinkError, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, link_data, links
from itemlink_gui.ops.handover import hand_over
from itemlink_gui.store import handover, history, places
from itemlink_gui.store.check import check
from tests.gui.helpers import statements
from tests.support import ask, raw, run, snapshot, undo


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Items 1 to 6; Ann (1) has 1, 2 and 3, Ben (2) has 3, Cleo (3) has 1 and 4, Dora (4) nothing."""
    for number in range(1, 7):
        run(engine, items.create(name=f"Item {number}"))
    for name in ("ann", "ben", "cleo", "dora"):
        run(engine, customers.create(username=name))
    run(engine, links.link([1, 2, 3], [1]))
    run(engine, links.link([3], [2]))
    run(engine, links.link([1, 4], [3]))
    return engine


def links_of(engine: Engine) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    with raw(engine.path) as connection:
        for customer, item in connection.execute("SELECT customer_id, item_id FROM item_customer ORDER BY 1, 2"):
            found.setdefault(customer, []).append(item)
    return found


def test_copying(filled: Engine) -> None:
    before = snapshot(filled.path)
    result = run(filled, hand_over([1], 2, moving=False))
    assert (result.added, result.already, result.removed) == (2, 1, 0)
    assert links_of(filled) == {1: [1, 2, 3], 2: [1, 2, 3], 3: [1, 4]}
    (step, *_) = ask(filled, lambda: history.steps(1))
    assert step.label.kind == "hand_over"
    assert check(filled.path) == []
    undo(filled)
    assert snapshot(filled.path) == before


def test_moving(filled: Engine) -> None:
    before = snapshot(filled.path)
    result = run(filled, hand_over([1, 3], 2, moving=True))
    assert (result.added, result.already, result.removed) == (3, 1, 5)
    assert links_of(filled) == {2: [1, 2, 3, 4]}
    assert check(filled.path) == []
    undo(filled)
    assert snapshot(filled.path) == before


def test_the_data_of_the_first_come_along(filled: Engine) -> None:
    run(filled, link_data.set_details([1], [1], quantity=3, note="x" * 10_000, starts_on="2024-01-01"))
    run(filled, link_data.set_details([1], [3], quantity=5))
    run(filled, link_data.set_details([3], [2], note="stays"))
    run(filled, hand_over([3, 1], 4, moving=False))
    run(filled, hand_over([1], 2, moving=True))
    with raw(filled.path) as connection:
        sql = "SELECT quantity, length(note), starts_on FROM item_customer WHERE item_id = ? AND customer_id = ?"
        assert connection.execute(sql, (1, 4)).fetchone() == (5, 0, None)
        assert connection.execute(sql, (1, 2)).fetchone() == (3, 10_000, "2024-01-01")
        assert connection.execute(sql, (3, 2)).fetchone() == (1, len("stays"), None)


def test_a_copy_keeps_to_the_places_and_a_move_has_them(filled: Engine) -> None:
    run(filled, items.update(1, capacity="2", capacity_policy="block"))
    run(filled, items.update(2, capacity="1", capacity_policy="waitlist"))
    run(filled, items.update(3, capacity="2", capacity_policy="overbook"))
    found = ask(filled, lambda: handover.plan([1], 4, moving=False))
    assert ([item for item, _ in found.new], found.waits, found.left, found.over) == ([3], ((2, 1),), 1, 1)
    result = run(filled, hand_over([1], 4, moving=False))
    assert (result.added, result.waiting, result.left) == (1, 1, 1)
    run(filled, links.unlink([3], [1]))
    with pytest.raises(ItemLinkError, match="free place"):
        run(filled, hand_over([1], 4, moving=False))
    run(filled, hand_over([1], 4, moving=True))
    assert links_of(filled)[4] == [1, 2, 3]
    assert ask(filled, lambda: places.queue([2])) == []
    assert check(filled.path) == []


def test_what_cannot_be(filled: Engine) -> None:
    before = snapshot(filled.path)
    for sources, target, error in (([1], 99, NotFound), ([99], 1, NotFound), ([0], 1, NotFound), ([1], -1, NotFound)):
        with pytest.raises(error):
            run(filled, hand_over(sources, target, moving=True))
    for sources, target in (([4], 1), ([], 1), ([1], 1)):
        with pytest.raises(ItemLinkError, match="no links"):
            run(filled, hand_over(sources, target, moving=True))
    with pytest.raises(ItemLinkError, match="already"):
        run(filled, hand_over([2], 1, moving=False))
    assert snapshot(filled.path) == before


@pytest.mark.parametrize("moving", [False, True])
def test_as_many_statements_for_many_links_as_for_few(filled: Engine, moving: bool) -> None:
    for number in range(7, 60):
        run(filled, items.create(name=f"Item {number}"))
    run(filled, links.link(range(7, 60), [3]))
    run(filled, link_data.set_details([1], [1], quantity=2))
    for item in range(7, 60):
        run(filled, link_data.set_details([item], [3], quantity=item))
    counts = []
    # To somebody who has nothing: records whose counts move alike are counted together.
    for source, target in ((1, 4), (3, run(filled, customers.create(username="new")))):
        with statements(filled) as ran:
            run(filled, hand_over([source], target, moving=moving))
        counts.append(len(ran))
    assert counts[0] == counts[1]
