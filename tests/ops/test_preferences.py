"""Preferences: one for a pair, set for many at once, and what they are good for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import Invalid, ItemLinkError, NoRoom, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links, preferences
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import preferences as wishes
from tests.support import News, ask, assert_sound, count_statements, fill, raw, redo, run, standing, undo


@pytest.fixture
def filled(engine: Engine) -> Engine:
    fill(engine, 3, 6)
    return engine


def found(engine: Engine) -> dict[tuple[int, int], tuple[str, str]]:
    """Return by item and customer what the preferences are, and their notes."""
    with raw(engine.path) as connection:
        rows = list(connection.execute("SELECT item_id, customer_id, kind, note FROM preference ORDER BY id"))
    assert len({row[:2] for row in rows}) == len(rows)
    return {row[:2]: row[2:] for row in rows}


def test_one_preference_for_a_pair(filled: Engine) -> None:
    assert run(filled, preferences.prefer([1, 2], [1, 2, 2], "wants", note="from May on")) == 4
    with raw(filled.path) as connection:
        before = connection.execute("SELECT id, created_at FROM preference").fetchall()
    assert run(filled, preferences.prefer([1], [1, 3], "declined")) == 2
    assert found(filled) == {
        (1, 1): ("declined", "from May on"),
        (1, 2): ("wants", "from May on"),
        (2, 1): ("wants", "from May on"),
        (2, 2): ("wants", "from May on"),
        (1, 3): ("declined", ""),
    }
    with raw(filled.path) as connection:
        assert set(before) < set(connection.execute("SELECT id, created_at FROM preference"))
    undo(filled)
    assert found(filled) == dict.fromkeys([(1, 1), (1, 2), (2, 1), (2, 2)], ("wants", "from May on"))
    redo(filled)
    undo(filled)
    undo(filled)
    assert found(filled) == {}
    assert_sound(filled)


def test_what_stays_the_same_is_no_step(filled: Engine) -> None:
    run(filled, preferences.prefer([1], [1], "wants"))
    news = News(filled)
    assert run(filled, preferences.prefer([1], [1], "wants")) == 0
    assert run(filled, preferences.clear([2], [1])) == 0
    assert news.changes == []


def test_both_sides_hear_of_it(filled: Engine) -> None:
    news = News(filled)
    run(filled, preferences.prefer([1], [2], "favourite"))
    change = news.changes[0]
    assert (change.ids["item"], change.ids["customer"], change.linked) == ({1}, {2}, False)
    assert change.wrote("preference")
    assert change.label.values["preference"] == "favourite"


WRONG: dict[str, Callable[[], Operation[object]]] = {
    "kind": lambda: preferences.prefer([1], [1], "loves"),
    "no kind": lambda: preferences.prefer([1], [1], ""),
    "too long": lambda: preferences.prefer([1], [1], "wants", note="x" * 10_001),
    "control": lambda: preferences.prefer([1], [1], "wants", note="\0"),
}


@pytest.mark.parametrize("operation", WRONG.values(), ids=WRONG.keys())
def test_what_is_no_preference(filled: Engine, operation: Callable[[], Operation[object]]) -> None:
    with pytest.raises(Invalid):
        run(filled, operation())
    assert found(filled) == {}


@pytest.mark.parametrize("wrong", [0, -1, 99, True, "1", None, 2**31])
def test_unknown_records(filled: Engine, wrong: int) -> None:
    for operation in (
        preferences.prefer([wrong], [1], "wants"),
        preferences.prefer([1], [1, wrong], "wants"),
        preferences.clear([1], [wrong]),
        preferences.note(1, wrong, "x"),
        preferences.link_wanting(wrong),
    ):
        with pytest.raises(NotFound):
            run(filled, operation)  # type: ignore[arg-type]
    assert found(filled) == {}


def test_a_note(filled: Engine) -> None:
    with pytest.raises(ItemLinkError, match="not there"):
        run(filled, preferences.note(1, 1, "x"))
    run(filled, preferences.prefer([1], [1], "wants"))
    run(filled, preferences.note(1, 1, "y" * 10_000))
    assert found(filled) == {(1, 1): ("wants", "y" * 10_000)}
    with pytest.raises(Invalid, match="At most"):
        run(filled, preferences.note(1, 1, "y" * 10_001))
    undo(filled)
    assert found(filled) == {(1, 1): ("wants", "")}


def test_preferences_go_with_a_record_and_come_back(filled: Engine) -> None:
    run(filled, preferences.prefer([1, 2, 3], [1, 2, 3], "wants", note="n"))
    before = found(filled)
    for deleted in (items.delete([1]), customers.delete([2])):
        run(filled, deleted)
        assert len(found(filled)) == 6
        undo(filled)
        assert found(filled) == before


def test_everyone_who_wants_it(filled: Engine) -> None:
    run(filled, preferences.prefer([1], [5], "wants"))
    run(filled, preferences.prefer([1], [2, 3, 4], "wants"))
    run(filled, preferences.prefer([1], [6], "favourite"))
    run(filled, preferences.prefer([1], [1], "declined"))
    run(filled, links.link([1], [3]))
    run(filled, items.update(1, capacity=2))
    with pytest.raises(NoRoom):
        run(filled, preferences.link_wanting(1))
    assert run(filled, preferences.link_wanting(1, beyond="first")) == LinkResult(1, left=2)
    assert standing(filled) == {(1, 3), (1, 5)}
    run(filled, items.update(1, capacity=""))
    assert run(filled, preferences.link_wanting(1)) == LinkResult(2)
    assert run(filled, preferences.link_wanting(1)) == LinkResult()
    assert run(filled, preferences.link_wanting(2)) == LinkResult()


def test_who_declined_is_told_at_a_link(filled: Engine) -> None:
    run(filled, preferences.prefer([1], [1, 2, 3], "declined"))
    run(filled, links.link([1], [1]))
    assert ask(filled, partial(wishes.declined_counts, "item", [1, 2, 4])) == {1: 1}
    assert ask(filled, partial(wishes.declined_counts, "customer", [1, 2])) == {2: 1, 3: 1}
    news = News(filled)
    run(filled, links.link([1, 2], [1, 2, 4]))
    assert news.changes[0].label.values["declined"] == 1


def test_the_lists_of_both_sides(filled: Engine) -> None:
    run(filled, preferences.prefer([1], [3, 1], "declined"))
    run(filled, preferences.prefer([1], [2], "favourite", note="n"))
    run(filled, preferences.prefer([2], [2], "wants"))
    mine = ask(filled, partial(wishes.of_record, "item", 1, 9))
    assert [(line.name, line.kind, line.note) for line in mine] == [
        ("Person 2", "favourite", "n"), ("Person 1", "declined", ""), ("Person 3", "declined", ""),
    ]  # fmt: skip
    theirs = ask(filled, partial(wishes.of_record, "customer", 2, 9))
    assert [(line.name, line.item, line.kind) for line in theirs] == [
        ("Item 1", 1, "favourite"),
        ("Item 2", 2, "wants"),
    ]


def test_the_number_of_statements_does_not_grow(engine: Engine) -> None:
    fill(engine, 2, 60)
    counts = []
    for n in (10, 60):
        run(engine, preferences.prefer([1], range(1, n), "wants"))
        work = (
            partial(run, engine, preferences.prefer([1, 2], range(1, n), "declined", note="no")),
            partial(undo, engine),
            partial(redo, engine),
            partial(run, engine, preferences.clear([1, 2], range(1, n))),
            partial(undo, engine),
        )
        counts.append([count_statements(engine, one) for one in work])
        undo(engine)
        undo(engine)
    assert counts[0] == counts[1]
