"""Undo and redo of everything: each state comes back exactly, also after a restart and with others about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, history, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.history import steps, undo_state
from tests.support import (
    ask,
    assert_sound,
    fill,
    last_step,
    on_writer,
    pairs,
    raw,
    redo,
    run,
    snapshot,
    standing,
    undo,
)


def test_redo_follows_the_newest_branch(engine: Engine) -> None:
    fill(engine, 1, 0)
    run(engine, items.update(1, name="First"))
    undo(engine)
    run(engine, items.update(1, name="Second"))
    run(engine, items.update(1, name="Third"))
    undo(engine)
    undo(engine)
    redo(engine)
    assert snapshot(engine.path)["item"][0][1] == "Second"
    redo(engine)
    assert snapshot(engine.path)["item"][0][1] == "Third"
    with pytest.raises(CannotUndo):
        redo(engine)


def test_nothing_to_undo_or_redo(engine: Engine) -> None:
    with pytest.raises(CannotUndo, match="nothing to undo"):
        undo(engine)
    with pytest.raises(CannotUndo, match="nothing to do again"):
        redo(engine)
    fill(engine, 1, 0)
    with pytest.raises(CannotUndo):
        redo(engine)


def test_a_link_comes_back_with_its_time(engine: Engine) -> None:
    fill(engine, 1, 2)
    run(engine, links.link([1], [1]))
    before = snapshot(engine.path)
    run(engine, links.link([1], [2]))
    run(engine, links.clear("item", [1]))
    past = snapshot(engine.path)["past_link"]
    assert [row[:4] for row in past] == [(1, 1, "Item 1", "Person 1"), (1, 2, "Item 1", "Person 2")]
    undo(engine)
    assert snapshot(engine.path)["past_link"] == []
    undo(engine)
    assert snapshot(engine.path) == before


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_another_step_than_the_one_shown_is_refused(engine: Engine, way: str) -> None:
    fill(engine, 1, 1)
    run(engine, items.update(1, name="A"))
    run(engine, items.update(1, name="B"))
    step, act = last_step(engine), undo
    if way == "redo":
        undo(engine)
        act = redo
    before = snapshot(engine.path)
    for wrong in (step - 1, step + 1, 0):
        with pytest.raises(CannotUndo, match="look at the history"):
            act(engine, wrong)
    assert snapshot(engine.path) == before
    assert act(engine, step).step == step


# What was done, what another program did then, and whether the reason names the record.
FOREIGN = {
    "field": (items.update(1, name="New"), "UPDATE item SET name = 'Theirs' WHERE id = 1", "Theirs"),
    "user": (customers.update(1, full_name="New"), "UPDATE user SET full_name = 'Theirs' WHERE id = 1", "Theirs"),
    "record gone": (items.update(1, name="New"), "DELETE FROM item WHERE id = 1", "deleted since"),
    "made, then changed": (items.create(name="New"), "UPDATE item SET description = 'x' WHERE id = 4", "New"),
    "made, then linked": (
        items.create(name="New"),
        "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (4, 1, '2026-01-01T00:00:00.000Z')",
        "links that were made since",
    ),
    "deleted, then taken": (customers.delete([3]), "INSERT INTO user (username) VALUES ('user3')", "used by somebody"),
    "deleted, then made again": (
        items.delete([3]),
        "INSERT INTO item (id, name, created_at, updated_at) VALUES (3, 'Theirs', '', '')",
        "Theirs",
    ),
    "linked, then unlinked": (links.link([2], [2, 3]), "DELETE FROM item_customer WHERE customer_id = 3", "links"),
    "unlinked, then linked": (
        links.unlink([1], [1]),
        "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (1, 1, '2026-01-01T00:00:00.000Z')",
        "links",
    ),
    "unlinked, then deleted": (links.unlink([1], [1]), "DELETE FROM item WHERE id = 1", "no longer exists"),
    "unlinked, then forgotten": (links.unlink([1], [1]), "DELETE FROM past_link", "links"),
    "cleared, then partly linked": (
        links.clear("item", [1]),
        "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (1, 2, '2026-01-01T00:00:00.000Z')",
        "links",
    ),
}


@pytest.mark.parametrize(("operation", "statement", "reason"), FOREIGN.values(), ids=FOREIGN.keys())
def test_what_somebody_changed_since_is_not_taken_back(
    engine: Engine, operation: Operation[Any], statement: str, reason: str
) -> None:
    fill(engine, 3, 3)
    run(engine, links.link([1], [1, 2]))
    run(engine, operation)
    with raw(engine.path) as other:
        other.execute(statement)
    before = snapshot(engine.path)
    with pytest.raises(CannotUndo, match=reason) as caught:
        undo(engine)
    assert "It stays as it is." in str(caught.value)
    assert snapshot(engine.path) == before
    assert on_writer(engine, undo_state).redo is None
    run(engine, items.create(name="Life goes on"))
    undo(engine)
    assert snapshot(engine.path) == before


@pytest.mark.parametrize(
    ("operation", "statement"),
    [
        (items.update(1, name="New"), "UPDATE item SET name = 'Theirs' WHERE id = 1"),
        (
            links.link([2], [2, 3]),
            "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (2, 3, '2026-01-01T00:00:00.000Z')",
        ),
        (
            items.delete([3]),
            "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (3, 3, '2026-01-01T00:00:00.000Z')",
        ),
        (customers.create(username="new"), "INSERT INTO user (username) VALUES ('new')"),
        (links.clear("item", [1]), "DELETE FROM item_customer WHERE customer_id = 2"),
    ],
)
def test_what_somebody_changed_since_is_not_done_again(
    engine: Engine, operation: Operation[Any], statement: str
) -> None:
    fill(engine, 3, 3)
    run(engine, links.link([1], [1, 2]))
    run(engine, operation)
    undo(engine)
    with raw(engine.path) as other:
        other.execute(statement)
    before = snapshot(engine.path)
    with pytest.raises(CannotUndo):
        redo(engine)
    assert snapshot(engine.path) == before


def test_a_change_elsewhere_in_the_record_does_not_matter(engine: Engine) -> None:
    fill(engine, 1, 0)
    run(engine, items.update(1, name="New"))
    with raw(engine.path) as other:
        other.execute("UPDATE item SET description = 'Theirs' WHERE id = 1")
    undo(engine)
    assert snapshot(engine.path)["item"][0][1:3] == ("Item 1", "Theirs")


def test_a_step_in_the_middle_is_taken_back(engine: Engine) -> None:
    fill(engine, 3, 4)
    run(engine, links.link([1, 2], [1, 2]))
    step = last_step(engine)
    run(engine, items.update(1, name="Later"))
    run(engine, links.link([3], [4]))
    before = snapshot(engine.path)
    run(engine, history.revert(step))
    after = snapshot(engine.path)
    assert standing(engine) == {(3, 4)}
    assert after["item"][0][1] == "Later"
    assert len(after["past_link"]) == 4
    assert_sound(engine)
    with pytest.raises(CannotUndo):
        run(engine, history.revert(step))
    undo(engine)
    assert snapshot(engine.path) == before
    redo(engine)
    assert snapshot(engine.path) == after
    assert_sound(engine)


def test_taken_back_and_that_taken_back(engine: Engine) -> None:
    fill(engine, 1, 3)
    run(engine, links.link([1], [1, 2, 3]))
    before, linked = snapshot(engine.path), standing(engine)
    run(engine, links.clear("item", [1]))
    run(engine, history.revert(last_step(engine)))
    assert standing(engine) == linked
    # They begin again: that they ended in between stays known.
    assert snapshot(engine.path)["item_customer"] != before["item_customer"]
    again = snapshot(engine.path)
    run(engine, history.revert(last_step(engine)))
    assert standing(engine) == set()
    run(engine, history.revert(last_step(engine)))
    assert standing(engine) == linked
    for _ in range(2):
        undo(engine)
    assert snapshot(engine.path) == again
    for _ in range(2):
        redo(engine)
    assert standing(engine) == linked
    for _ in range(4):
        undo(engine)
    assert snapshot(engine.path) == before
    assert_sound(engine)


@pytest.mark.parametrize(
    ("first", "then", "reason"),
    [
        (items.create(name="New"), links.link([4], [1]), "links that were made since"),
        (items.create(name="New"), items.update(4, name="Newer"), "Newer"),
        (items.update(1, name="A"), items.update(1, name="B"), "Name is now “B”, not “A”"),
        (links.link([1], [1]), links.unlink([1], [1]), "links"),
        (links.link([1], [1]), items.delete([1]), "links"),
        (customers.update(1, username="a"), customers.delete([1]), "deleted since"),
        (customers.delete([1]), customers.create(username="user1"), "used by somebody"),
        (customers.update(1, username="a"), customers.create(username="user1"), "used by somebody"),
    ],
    ids=["linked", "edited", "edited twice", "unlinked", "deleted", "gone", "taken", "name taken"],
)
def test_a_step_that_others_depend_on_stays(
    engine: Engine, first: Operation[Any], then: Operation[Any], reason: str
) -> None:
    fill(engine, 3, 3)
    run(engine, first)
    step = last_step(engine)
    run(engine, then)
    before, newest = snapshot(engine.path), last_step(engine)
    with pytest.raises(CannotUndo, match=reason):
        run(engine, history.revert(step))
    assert snapshot(engine.path) == before
    assert last_step(engine) == newest
    assert_sound(engine)


def test_many_links_at_once(engine: Engine) -> None:
    fill(engine, 100, 200)
    run(engine, links.link(range(1, 101), range(1, 201)))
    assert len(standing(engine)) == 20_000
    undo(engine)
    assert standing(engine) == set()
    redo(engine)
    assert standing(engine) == pairs(range(1, 101), range(1, 201))
    assert_sound(engine)


def test_the_stack_outlives_a_restart(path: Path) -> None:
    engine = Engine(path)
    fill(engine, 1, 2)
    run(engine, links.link([1], [1, 2]))
    run(engine, items.update(1, name="New"))
    undo(engine)
    engine.close()
    engine = Engine(path)
    state = ask(engine, undo_state)
    assert state.undo is not None
    assert state.redo is not None
    assert (state.undo.label.kind, state.redo.label.kind) == ("link", "item.update")
    redo(engine)
    undo(engine)
    undo(engine)
    undo(engine)
    assert not any(snapshot(path).values())
    assert [step.state for step in ask(engine, lambda: steps(9))] == ["undone"] * 3
    engine.close()
