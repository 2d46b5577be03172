"""Taking one step back wherever it stands in the history."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.base.errors import CannotUndo, Invalid, NoRoom
from itemlink_gui.engine import Engine
from itemlink_gui.ops import history, items, links
from itemlink_gui.store.models import Item, now
from tests.support import News, ask, assert_sound, fill, last_step, run, snapshot, standing, undo


def test_it_is_a_new_step_that_names_the_old_one(engine: Engine) -> None:
    fill(engine, 1, 2)
    run(engine, links.link([1], [1, 2]))
    step = last_step(engine)
    run(engine, items.update(1, name="Later"))
    news = News(engine)
    run(engine, history.revert(step))
    (change,) = news.changes
    assert (change.label.kind, change.how, change.linked) == ("revert", "done", True)
    assert change.label.values["step"]["kind"] == "link"
    assert change.label.values["step"]["values"]["item"] == "Item 1"
    assert change.ids == {"item": frozenset({1}), "customer": frozenset({1, 2}), "company": frozenset()}
    assert standing(engine) == set()
    assert_sound(engine)


@pytest.mark.parametrize("step", [0, -1, 99, 2**31, 2**63, 2**70, True, "1", 1.0, None], ids=repr)
def test_what_is_no_step(engine: Engine, step: Any) -> None:
    fill(engine, 1, 1)
    before = snapshot(engine.path)
    with pytest.raises(CannotUndo):
        run(engine, history.revert(step))
    assert snapshot(engine.path) == before


def test_a_step_that_is_taken_back_already(engine: Engine) -> None:
    fill(engine, 1, 1)
    run(engine, items.update(1, name="A"))
    step = last_step(engine)
    undo(engine)
    with pytest.raises(CannotUndo, match="taken back already"):
        run(engine, history.revert(step))
    run(engine, items.update(1, name="B"))
    with pytest.raises(CannotUndo, match="taken back already"):
        run(engine, history.revert(step))


# The place of the time of an item's last change.
UPDATED = 4


def content(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Return all records and links, without the times at which they changed last, or were linked."""
    shot = snapshot(engine.path)
    del shot["past_link"]
    shot["item_customer"] = [(*row[:2], *row[3:]) for row in shot["item_customer"]]
    for table, at in (("item", UPDATED), ("customer", 6)):
        shot[table] = [row[:at] + row[at + 1 :] for row in shot[table]]
    return shot


def test_taking_an_edit_back_is_a_change_of_its_own_time(engine: Engine) -> None:
    fill(engine, 1, 0)
    run(engine, items.update(1, name="A"))
    edited = snapshot(engine.path)["item"][0]
    while now() <= edited[UPDATED]:
        pass  # times are told apart by the millisecond
    run(engine, history.revert(last_step(engine)))
    reverted = snapshot(engine.path)["item"][0]
    assert reverted[1] == "Item 1"
    assert reverted[UPDATED] > edited[UPDATED]
    undo(engine)
    assert snapshot(engine.path)["item"][0] == edited


def test_every_kind_of_step(engine: Engine) -> None:
    fill(engine, 2, 3)
    run(engine, links.link([1], [1, 2]))
    start = content(engine)
    for operation in (
        items.create(name="New", customer_ids=[1]),
        items.update(1, name="New", customer_ids=[3]),
        items.duplicate(1),
        items.delete([1]),
        links.unlink([1], [1]),
        links.replace_items(1, [2]),
        links.clear("item", [1]),
    ):
        run(engine, operation)
        step = last_step(engine)
        run(engine, items.create(name="Something else"))
        other = max(row[0] for row in snapshot(engine.path)["item"])
        run(engine, history.revert(step))
        run(engine, items.delete([other]))
        assert content(engine) == start
        assert_sound(engine)


def test_a_removal_is_not_taken_back_where_its_place_is_taken(engine: Engine) -> None:
    fill(engine, 1, 2)
    run(engine, items.update(1, capacity=1))
    run(engine, links.link([1], [1]))
    run(engine, links.unlink([1], [1]))
    removal = last_step(engine)
    run(engine, links.link([1], [2]))
    before = snapshot(engine.path)
    with pytest.raises(NoRoom):
        run(engine, history.revert(removal))
    assert snapshot(engine.path) == before
    run(engine, items.update(1, capacity_policy="overbook"))
    run(engine, history.revert(removal))
    assert standing(engine) == {(1, 1), (1, 2)}


def test_places_are_not_taken_back_to_fewer_than_are_taken(engine: Engine) -> None:
    fill(engine, 1, 3)
    run(engine, items.update(1, capacity=1))
    run(engine, items.update(1, capacity=3))
    wider = last_step(engine)
    run(engine, links.link([1], [1, 2, 3]))
    with pytest.raises(Invalid, match="3 places are taken"):
        run(engine, history.revert(wider))
    run(engine, links.unlink([1], [2, 3]))
    run(engine, history.revert(wider))
    assert ask(engine, lambda: Item.get_by_id(1).capacity) == 1


def test_what_is_over_already_may_become_less(engine: Engine) -> None:
    fill(engine, 1, 3)
    run(engine, items.update(1, capacity=1, capacity_policy="overbook"))
    run(engine, links.link([1], [1]))
    run(engine, links.link([1], [2, 3]))
    added = last_step(engine)
    run(engine, items.update(1, capacity_policy="block"))
    run(engine, history.revert(added))
    assert standing(engine) == {(1, 1)}
