"""Categories: made, named, coloured, filled and deleted, each in one step that can be taken back."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.base.errors import Invalid, NotFound, Taken
from itemlink_gui.engine import Engine
from itemlink_gui.ops import categories, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import categories as questions
from itemlink_gui.store import listings, queries
from itemlink_gui.store.listings import Listing
from tests.support import News, ask, assert_sound, fill, last_step, redo, run, snapshot, undo


def listed(engine: Engine) -> list[tuple[str, int]]:
    """Names and numbers of the categories, the items without one last."""
    return [(row.name, row.count) for row in ask(engine, questions.listed)]


def both_ways(engine: Engine, operation: Operation[Any]) -> Any:
    """Run an operation, take it back and do it again; the file must be as before, and as after it."""
    before = snapshot(engine.path)
    result = run(engine, operation)
    after = snapshot(engine.path)
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before
    redo(engine)
    assert snapshot(engine.path) == after
    assert_sound(engine)
    return result


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Five items, three of them in Arts (1), one in Sports (2)."""
    fill(engine, 5, 2)
    run(engine, categories.create("Arts", item_ids=[1, 2, 3]))
    run(engine, categories.create("Sports", item_ids=[4]))
    return engine


def test_a_new_category_with_items(engine: Engine) -> None:
    fill(engine, 3, 0)
    assert both_ways(engine, categories.create("  Cafe\u0301 ", item_ids=iter([3, 1, 3]))) == 1
    assert listed(engine) == [("Café", 2), ("", 1)]
    assert ask(engine, lambda: listings.every(Listing("item", category=1))).tolist() == [1, 3]
    assert ask(engine, lambda: listings.every(Listing("item", category=0))).tolist() == [2]


@pytest.mark.parametrize("name", ["Arts", "ARTS", " arts ", "Árts", "ａrts"])
def test_a_category_named_twice_is_refused(filled: Engine, name: str) -> None:
    before = snapshot(filled.path)
    for operation in (categories.create(name), categories.rename(2, name)):
        with pytest.raises(Invalid) as refused:
            run(filled, operation)
        assert (refused.value.field, refused.value.reason) == ("name", "There is a category “Arts” already.")
    assert snapshot(filled.path) == before


@pytest.mark.parametrize("name", ["", " \n ", "x" * 201, "a\nb", "a\x00", None, 5])
def test_bad_names_are_refused(filled: Engine, name: object) -> None:
    for operation in (categories.create(name), categories.rename(1, name)):
        with pytest.raises(Invalid):
            run(filled, operation)


def test_a_category_may_change_its_own_case(filled: Engine) -> None:
    both_ways(filled, categories.rename(1, "ARTS"))
    assert listed(filled) == [("ARTS", 3), ("Sports", 1), ("", 1)]


def test_new_categories_get_the_colours_that_are_used_least(engine: Engine) -> None:
    for number in range(12):
        run(engine, categories.create(f"C{number:02}"))
    found = [row.colour for row in ask(engine, questions.listed)][:-1]
    assert found == [*categories.COLOURS, *categories.COLOURS[:2]]


def test_another_colour(filled: Engine) -> None:
    both_ways(filled, categories.recolour(1, "#ABCDEF"))
    assert ask(filled, questions.listed)[0].colour == "#abcdef"
    for wrong in ("red", "#12345", "#12345g", "#1234567", "url(x)"):
        with pytest.raises(Invalid):
            run(filled, categories.recolour(1, wrong))


def test_a_category_is_changed_with_its_items_in_one_step(filled: Engine) -> None:
    both_ways(filled, categories.update(1, name="Fine arts", colour="#123456", item_ids=[3, 4]))
    assert listed(filled)[0] == ("Fine arts", 2)
    assert next(row.colour for row in ask(filled, questions.listed)) == "#123456"
    before = last_step(filled)
    run(filled, categories.update(1))
    with pytest.raises(Taken):
        run(filled, categories.update(1, name="SPORTS", item_ids=[]))
    assert last_step(filled) == before
    both_ways(filled, categories.update(1, item_ids=[]))
    assert listed(filled)[0] == ("Fine arts", 0)


def test_items_are_put_into_a_category_and_taken_out(filled: Engine) -> None:
    news = News(filled)
    assert both_ways(filled, categories.put([5, 4, 3, 5], 1)) == 2
    assert listed(filled) == [("Arts", 5), ("Sports", 0), ("", 0)]
    change = news.changes[0]
    assert (change.label.kind, change.label.values) == ("category.put", {"name": "", "count": 2, "category": "Arts"})
    assert change.ids["item"] == frozenset({4, 5})
    assert both_ways(filled, categories.put([1], None)) == 1
    assert listed(filled) == [("Arts", 4), ("Sports", 0), ("", 1)]


def test_putting_where_they_are_is_no_step(filled: Engine) -> None:
    news = News(filled)
    assert run(filled, categories.put([1, 2], 1)) == 0
    assert news.changes == []


@pytest.mark.parametrize(
    ("fate", "to", "left", "records"),
    [
        ("none", 0, [("Sports", 1), ("", 4)], 5),
        ("move", 2, [("Sports", 4), ("", 1)], 5),
        ("delete", 0, [("Sports", 1), ("", 1)], 2),
    ],
)
def test_deleting_with_a_choice(
    filled: Engine, fate: categories.Fate, to: int, left: list[tuple[str, int]], records: int
) -> None:
    run(filled, links.link([1, 4], [1, 2]))
    assert both_ways(filled, categories.delete(1, fate, to=to)) == 3
    assert listed(filled) == left
    assert ask(filled, lambda: queries.total("item")) == records
    assert len(snapshot(filled.path)["item_customer"]) == (2 if fate == "delete" else 4)


def test_an_empty_category_is_just_deleted(filled: Engine) -> None:
    run(filled, categories.create("Empty"))
    assert both_ways(filled, categories.delete(3, "delete")) == 0


@pytest.mark.parametrize(
    "operation",
    [
        categories.rename(9, "New"),
        categories.recolour(9, ""),
        categories.delete(9),
        categories.delete(1, "move", to=9),
        categories.put([1], 9),
        categories.put([1, 9], 2),
        categories.create("New", item_ids=[9]),
        items.create(name="New", category=9),
        items.update(1, name="New", category=9),
        categories.update(9, name="New"),
        categories.update(1, name="New", item_ids=[9]),
    ],
)
def test_what_is_not_there_is_told_and_nothing_changes(filled: Engine, operation: Operation[Any]) -> None:
    before = snapshot(filled.path)
    with pytest.raises(NotFound):
        run(filled, operation)
    assert snapshot(filled.path) == before


def test_a_category_cannot_give_its_items_to_itself(filled: Engine) -> None:
    with pytest.raises(Invalid):
        run(filled, categories.delete(1, "move", to=1))


def test_items_are_made_in_a_category_and_copies_stay_in_it(filled: Engine) -> None:
    new = run(filled, items.create(name="New", category=2))
    run(filled, items.duplicate(new))
    assert dict(listed(filled))["Sports"] == 3
    assert ask(filled, lambda: queries.detail("item", new)).category == 2  # type: ignore[union-attr]
    assert ask(filled, lambda: questions.of_items([1, 4, 5, new])) == {1: 1, 2: 2, 0: 1}


def test_an_edit_of_an_item_moves_it_too(filled: Engine) -> None:
    both_ways(filled, items.update(1, name="Renamed", category=2))
    assert listed(filled) == [("Arts", 2), ("Sports", 2), ("", 1)]
    run(filled, items.update(1, name="Again"))
    run(filled, items.update(2, category=None))
    assert listed(filled) == [("Arts", 1), ("Sports", 2), ("", 2)]


def test_items_sort_by_the_folded_name_of_their_category(filled: Engine) -> None:
    run(filled, categories.rename(1, "Übung"))
    run(filled, categories.rename(2, "zoo"))
    assert ask(filled, lambda: listings.every(Listing("item", sort="category"))).tolist() == [5, 1, 2, 3, 4]
