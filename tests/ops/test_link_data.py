"""Changing the data of links that stand, giving it to new ones, and ending those that are over."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import Conflict, Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import link_data, links
from tests.support import (
    News,
    assert_sound,
    count_statements,
    fill,
    last_step,
    raw,
    redo,
    run,
    snapshot,
    standing,
    undo,
)

DATA = ("quantity", "starts_on", "ends_on", "note")
FIRST = (1, None, None, "")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Item 1 has customers 1 to 3, item 2 has customer 1."""
    fill(engine, 3, 6)
    run(engine, links.link([1], [1, 2, 3]))
    run(engine, links.link([2], [1]))
    return engine


def data(engine: Engine, item: int, customer: int, table: str = "item_customer") -> tuple[Any, ...]:
    with raw(engine.path) as file:
        sql = f"SELECT {', '.join(DATA)} FROM {table} WHERE item_id = ? AND customer_id = ?"
        found: tuple[Any, ...] = file.execute(sql, (item, customer)).fetchone()
        return found


def test_new_links_have_the_details_and_the_others_keep_theirs(filled: Engine) -> None:
    details = {"quantity": "2", "starts_on": "2026-01-01", "ends_on": "2026-01-31", "note": " by hand "}
    assert run(filled, links.link([1], [3, 4, 5], details=details)) == LinkResult(added=2, already=1)
    wanted = (2, "2026-01-01", "2026-01-31", "by hand")
    assert [data(filled, 1, customer) for customer in (3, 4, 5)] == [FIRST, wanted, wanted]
    undo(filled)
    assert standing(filled) == {(1, 1), (1, 2), (1, 3), (2, 1)}
    redo(filled)
    assert data(filled, 1, 4) == wanted
    assert_sound(filled)


BAD: list[tuple[dict[str, object], str]] = [
    ({"quantity": "0"}, "quantity"),
    ({"quantity": -1}, "quantity"),
    ({"quantity": "1.5"}, "quantity"),
    ({"quantity": ""}, "quantity"),
    ({"quantity": None}, "quantity"),
    ({"quantity": 1_000_001}, "quantity"),
    ({"quantity": True}, "quantity"),
    ({"note": "x" * 10_001}, "note"),
    ({"note": None}, "note"),
    ({"starts_on": "2026-02-30"}, "starts_on"),
    ({"ends_on": "tomorrow"}, "ends_on"),
    ({"ends_on": "2026-1-1"}, "ends_on"),
    ({"starts_on": "2026-02-01", "ends_on": "2026-01-31"}, "ends_on"),
    ({"created_at": "2026-01-01"}, "created_at"),
    ({"extra": "{}"}, "extra"),
]


@pytest.mark.parametrize(("values", "field"), BAD, ids=str)
def test_what_may_not_stand_in_a_link(filled: Engine, values: dict[str, object], field: str) -> None:
    before = snapshot(filled.path)
    for operation in (links.link([1], [4], details=values), link_data.set_details([1], [1, 2], **values)):
        with pytest.raises(Invalid) as caught:
            run(filled, operation)
        assert caught.value.field == field
    assert snapshot(filled.path) == before


def test_the_longest_note_and_the_same_day_are_good(filled: Engine) -> None:
    note = "ä" * 10_000
    run(filled, link_data.set_details([1], [1], note=note, starts_on="2026-02-01", ends_on="2026-02-01"))
    assert data(filled, 1, 1) == (1, "2026-02-01", "2026-02-01", note)


def test_data_of_many_links_change_in_one_step(filled: Engine) -> None:
    run(filled, link_data.set_details([1], [2], quantity=2))
    news = News(filled)
    assert run(filled, link_data.set_details([1, 2, 3], [1, 2, 3, 4], quantity=2)) == 3
    change = news.wait(lambda c: c.label.kind == "link.data")
    assert change.ids["item"] == {1, 2}
    assert change.ids["customer"] == {1, 3}
    assert change.linked
    assert change.wrote("item_customer")
    assert {data(filled, *pair)[0] for pair in standing(filled)} == {2}
    undo(filled)
    assert [data(filled, *pair)[0] for pair in sorted(standing(filled))] == [1, 2, 1, 1]
    redo(filled)
    assert {data(filled, *pair)[0] for pair in standing(filled)} == {2}
    assert_sound(filled)


def test_what_stays_the_same_is_no_step(filled: Engine) -> None:
    step = last_step(filled)
    assert run(filled, link_data.set_details([1], [1, 2], quantity=1, note="", ends_on=None)) == 0
    assert run(filled, link_data.set_details([1], [1, 2])) == 0
    assert run(filled, link_data.set_details([3], [1], quantity=5)) == 0
    assert last_step(filled) == step


def test_a_new_end_is_measured_against_the_start_that_stands(filled: Engine) -> None:
    run(filled, link_data.set_details([1], [2], starts_on="2026-03-01"))
    with pytest.raises(Invalid) as caught:
        run(filled, link_data.set_details([1], [1, 2, 3], ends_on="2026-02-28"))
    assert caught.value.field == "ends_on"
    run(filled, link_data.set_details([1], [1, 2, 3], ends_on="2026-03-31"))
    with pytest.raises(Invalid) as caught:
        run(filled, link_data.set_details([1], [1], starts_on="2026-04-01"))
    assert caught.value.field == "starts_on"


def test_an_edit_is_refused_where_somebody_else_was_quicker(filled: Engine) -> None:
    run(filled, link_data.set_details([1], [1], quantity=5))
    with pytest.raises(Conflict) as caught:
        run(filled, link_data.set_details([1], [1], expected={"quantity": "1"}, quantity="2"))
    assert (caught.value.field, caught.value.theirs, caught.value.ours) == ("quantity", "5", "2")
    assert run(filled, link_data.set_details([1], [1], expected={"quantity": "1", "note": "?"}, quantity="5")) == 0
    assert run(filled, link_data.set_details([1], [1], expected={"quantity": "5"}, quantity="2")) == 1


def test_unknown_records_are_refused(filled: Engine) -> None:
    for items, customers in (([1, 99], [1]), ([1], [99])):
        with pytest.raises(NotFound):
            run(filled, link_data.set_details(items, customers, quantity=2))


def test_undo_is_refused_where_another_program_changed_the_data(filled: Engine) -> None:
    run(filled, link_data.set_details([1], [1], quantity=2))
    with raw(filled.path) as file:
        file.execute("UPDATE item_customer SET quantity = 7 WHERE item_id = 1 AND customer_id = 1")
    with pytest.raises(Exception, match="changed since"):
        undo(filled)
    assert data(filled, 1, 1)[0] == 7


def ending(engine: Engine) -> None:
    """Item 1: customer 1 until yesterday, 2 until today, 3 without end; item 2: customer 1 long ago."""
    run(engine, link_data.set_details([1], [1], ends_on="2026-01-30", quantity=3))
    run(engine, link_data.set_details([1], [2], ends_on="2026-01-31"))
    run(engine, link_data.set_details([2], [1], ends_on="1999-12-31"))


def test_links_that_are_over_end_in_one_step_and_stay_known(filled: Engine) -> None:
    ending(filled)
    assert run(filled, link_data.end_over("2026-01-31")) == LinkResult(removed=2)
    assert standing(filled) == {(1, 2), (1, 3)}
    assert data(filled, 1, 1, "past_link") == (3, None, "2026-01-30", "")
    assert_sound(filled)
    undo(filled)
    assert data(filled, 1, 1) == (3, None, "2026-01-30", "")
    assert run(filled, link_data.end_over("1999-12-31")) == LinkResult()


def test_only_the_links_of_some_records_end(filled: Engine) -> None:
    ending(filled)
    assert run(filled, link_data.end_over("2026-02-01", kind="item", ids=[2])) == LinkResult(removed=1)
    undo(filled)
    assert run(filled, link_data.end_over("2026-02-01", kind="customer", ids=[1])) == LinkResult(removed=2)
    assert standing(filled) == {(1, 2), (1, 3)}
    assert run(filled, link_data.end_over("2026-02-01", kind="item", ids=[])) == LinkResult()


@pytest.mark.parametrize("day", ["", "today", "2026-13-01"])
def test_a_day_that_is_none_ends_nothing(filled: Engine, day: str) -> None:
    ending(filled)
    with pytest.raises(Invalid):
        run(filled, link_data.end_over(day))
    assert len(standing(filled)) == 4


def test_the_number_of_statements_does_not_grow_with_the_links(engine: Engine) -> None:
    fill(engine, 4, 30)
    counts = set()
    for customers in (range(1, 3), range(3, 30)):
        run(engine, links.link([1, 2, 3], customers))
        change = partial(run, engine, link_data.set_details([1, 2], customers, ends_on="2026-01-01"))
        end = partial(run, engine, link_data.end_over("2026-02-01"))
        counts.add((count_statements(engine, change), count_statements(engine, end)))
    assert len(counts) == 1
