"""Linking items and customers: results, refusals, labels and cost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.operation import Operation
from tests.support import (
    News,
    assert_sound,
    count_statements,
    fill,
    pairs,
    redo,
    run,
    snapshot,
    standing,
    undo,
)

NO_IDS = [0, -1, 2**31, 2**63, True, "1", 1.0, None, 3, 99]  # 3 was deleted, 99 never was


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Items 1, 2, 4 and customers 1, 2, 4…8; item 1 has customers 1 and 2, item 2 has 2."""
    fill(engine, 4, 8)
    run(engine, items.delete([3]))
    run(engine, customers.delete([3]))
    run(engine, links.link([1], [1, 2]))
    run(engine, links.link([2], [2]))
    return engine


START = {(1, 1), (1, 2), (2, 2)}

RESULTS: dict[str, tuple[Operation[LinkResult], LinkResult, set[tuple[int, int]]]] = {
    "link one": (links.link([4], [4]), LinkResult(added=1), START | {(4, 4)}),
    "link what is linked": (links.link([1], [2]), LinkResult(already=1), START),
    "link some of each": (links.link([1, 2], [2, 4]), LinkResult(2, 2), START | pairs([1, 2], [4])),
    "link the same twice": (links.link([4, 4, 4], [1, 1]), LinkResult(added=1), START | {(4, 1)}),
    "link from generators": (
        links.link((i for i in (4, 2)), (c for c in (5, 4))),
        LinkResult(added=4),
        START | pairs([2, 4], [4, 5]),
    ),
    "link many": (links.link({1, 2, 4}, range(4, 9)), LinkResult(added=15), START | pairs([1, 2, 4], range(4, 9))),
    "link nothing": (links.link([], [1, 2]), LinkResult(), START),
    "link to nothing": (links.link([1], []), LinkResult(), START),
    "unlink one": (links.unlink([1], [2]), LinkResult(removed=1), START - {(1, 2)}),
    "unlink what is not linked": (links.unlink([4], [4]), LinkResult(), START),
    "unlink some of each": (links.unlink([1, 2, 2], [2, 4, 2]), LinkResult(removed=2), {(1, 1)}),
    "unlink nothing": (links.unlink([], []), LinkResult(), START),
    "replace customers": (
        links.replace("item", 1, "customer", [2, 4, 4]),
        LinkResult(1, 1, 1),
        START - {(1, 1)} | {(1, 4)},
    ),
    "replace by the same": (links.replace("item", 1, "customer", [2, 1, 1]), LinkResult(already=2), START),
    "replace by none": (links.replace("item", 1, "customer", []), LinkResult(removed=2), {(2, 2)}),
    "replace none": (
        links.replace("item", 4, "customer", range(4, 7)),
        LinkResult(added=3),
        START | pairs([4], range(4, 7)),
    ),
    "replace items": (links.replace_items(2, [2, 4]), LinkResult(1, 1, 1), {(1, 1), (2, 2), (4, 2)}),
    "replace items by none": (links.replace_items(2, []), LinkResult(removed=2), {(1, 1)}),
    "clear customers": (links.clear("item", [1]), LinkResult(removed=2), {(2, 2)}),
    "clear none": (links.clear("item", [4]), LinkResult(), START),
    "clear items": (links.clear_items(2), LinkResult(removed=2), {(1, 1)}),
    "clear several": (links.clear("item", [1, 2, 2]), LinkResult(removed=3), set()),
    "clear of customers": (links.clear("customer", iter([1, 2])), LinkResult(removed=3), set()),
}


@pytest.mark.parametrize(("operation", "result", "after"), RESULTS.values(), ids=RESULTS.keys())
def test_what_moves_and_what_is_told(
    filled: Engine, operation: Operation[LinkResult], result: LinkResult, after: set[tuple[int, int]]
) -> None:
    news, before = News(filled), snapshot(filled.path)
    assert run(filled, operation) == result
    assert standing(filled) == after
    assert_sound(filled)
    assert len(news.changes) == bool(result.added or result.removed)
    if news.changes:
        (change,) = news.changes
        moved = START ^ after
        assert change.ids == {"item": {i for i, _ in moved}, "customer": {c for _, c in moved}, "company": set()}
        assert (change.listed, change.linked) == (frozenset(), True)
        undo(filled)
    assert snapshot(filled.path) == before
    assert_sound(filled)


def test_the_same_operation_can_run_again(filled: Engine) -> None:
    operation = links.link([4], [4, 5])
    assert run(filled, operation) == LinkResult(added=2)
    assert run(filled, operation) == LinkResult(already=2)
    undo(filled)
    assert run(filled, operation) == LinkResult(added=2)


def test_dropping_five_on_an_item_that_had_two_and_undoing_leaves_the_two(engine: Engine) -> None:
    fill(engine, 1, 5)
    run(engine, links.link([1], [3, 4]))
    before = snapshot(engine.path)
    assert run(engine, links.link([1], [1, 2, 3, 4, 5])) == LinkResult(added=3, already=2)
    undo(engine)
    assert standing(engine) == {(1, 3), (1, 4)}
    assert snapshot(engine.path) == before


MAKERS: dict[str, Callable[[Any], Operation[LinkResult]]] = {
    "link item": lambda wrong: links.link([1, wrong], [4, 5]),
    "link customer": lambda wrong: links.link([4], [4, wrong]),
    "link to nothing": lambda wrong: links.link([], [wrong]),
    "unlink item": lambda wrong: links.unlink([1, wrong], [1]),
    "unlink customer": lambda wrong: links.unlink([1], [1, wrong]),
    "replace customers of": lambda wrong: links.replace("item", wrong, "customer", [4]),
    "replace customers by": lambda wrong: links.replace("item", 1, "customer", [4, wrong]),
    "replace items of": lambda wrong: links.replace_items(wrong, [4]),
    "replace items by": lambda wrong: links.replace_items(1, [4, wrong]),
    "clear customers": lambda wrong: links.clear("item", [wrong]),
    "clear items": lambda wrong: links.clear_items(wrong),
    "clear several": lambda wrong: links.clear("item", [1, wrong]),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_an_unknown_id_refuses_the_whole_operation(
    filled: Engine, make: Callable[[Any], Operation[LinkResult]]
) -> None:
    before, news = snapshot(filled.path), News(filled)
    for wrong in NO_IDS:
        with pytest.raises(NotFound) as caught:
            run(filled, make(wrong))
        assert caught.value.ids == (wrong,)
        assert type(caught.value.ids[0]) is type(wrong)
        assert caught.value.kind in ("item", "customer")
    assert snapshot(filled.path) == before
    assert news.changes == []
    assert_sound(filled)


@pytest.mark.parametrize("onto", ["item", "customer"])
def test_labels_hold_names_of_one_and_counts_of_many(filled: Engine, onto: Any) -> None:
    news = News(filled)
    run(filled, links.link([4], [4, 5], onto=onto))
    run(filled, links.unlink([4], [4], onto=onto))
    run(filled, links.replace("item", 4, "customer", [6, 7]))
    run(filled, links.clear("customer", [6, 7, 7]))
    labels = [change.label for change in news.changes]
    assert [label.kind for label in labels] == ["link", "unlink", "replace", "clear"]
    assert labels[0].values == {
        "item": "Item 4", "customer": "", "items": 1, "customers": 2, "onto": onto, "added": 2, "already": 0,
    }  # fmt: skip
    assert labels[1].values == {
        "item": "Item 4", "customer": "Person 4", "items": 1, "customers": 1, "onto": onto, "removed": 1,
    }  # fmt: skip
    assert labels[2].values == {
        "item": "Item 4", "customer": "", "items": 1, "customers": 2, "onto": "item", "added": 2, "removed": 1,
    }  # fmt: skip
    assert labels[3].values == {
        "item": "", "customer": "", "items": 0, "customers": 2, "onto": "customer", "removed": 2,
    }  # fmt: skip


def test_too_many_at_once_are_refused_before_any_work(filled: Engine) -> None:
    with pytest.raises(Invalid, match="5,000,000"):
        run(filled, links.link(range(1, 5000), range(1, 5000)))
    assert run(filled, links.link([4] * 5000, [4] * 5000)) == LinkResult(added=1)


# With a number n of links to be made, or that stand already between items 1, 2, 3 and customers 2…n+1.
GROWING: dict[str, tuple[bool, Callable[[int], Operation[Any]]]] = {
    "link": (False, lambda n: links.link([1], range(2, n + 2))),
    "link to five": (False, lambda n: links.link(range(1, 6), range(2, n + 2))),
    "unlink": (True, lambda n: links.unlink([1], range(2, n + 2))),
    "replace": (True, lambda n: links.replace("item", 1, "customer", range(n, n + n))),
    "clear": (True, lambda n: links.clear("item", [1])),
    "clear three": (True, lambda n: links.clear("item", [1, 2, 3])),
    "update": (True, lambda n: items.update(1, customer_ids=range(n, n + n))),
    "delete": (True, lambda n: items.delete([1])),
}


def test_the_number_of_statements_does_not_grow_with_the_links(engine: Engine) -> None:
    fill(engine, 6, 600)
    run(engine, links.link([6], [1]))
    for name, (linked, make) in GROWING.items():
        counted = []
        for n in (3, 300):
            if linked:
                run(engine, links.link([1, 2, 3], range(2, n + 2)))
            work = (partial(run, engine, make(n)), partial(undo, engine), partial(redo, engine))
            counted.append([count_statements(engine, one) for one in work])
            for _ in range(1 + linked):
                undo(engine)
            assert standing(engine) == {(6, 1)}
        assert max(counted[0]) < 80
        assert all(many <= few for more in counted[1:] for many, few in zip(more, counted[0], strict=True)), name
    assert_sound(engine)
