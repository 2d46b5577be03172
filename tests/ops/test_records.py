"""What items and customers have in common."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import Conflict, Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import links, records
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.journal import Journal
from tests.support import fill, run, standing


def test_ids_outlive_the_call() -> None:
    assert records.ids_in(None) is None
    assert records.ids_in(iter([2, 1])) == [2, 1]
    assert records.ids_in([]) == []


def check(engine: Engine, *arguments: Any) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the values of a checked edit and what the label says."""

    def write(journal: Journal) -> tuple[dict[str, str], dict[str, Any]]:
        return records.checked(journal, *arguments), journal.values

    return run(engine, Operation("check", write))


def test_an_edit_is_checked_against_what_was_seen(engine: Engine) -> None:
    fill(engine, 1, 1)
    values = {"name": " New ", "description": ""}
    assert check(engine, "item", 1, values, {"name": "Item 1"}) == (
        {"name": "New", "description": ""},
        {"name": "Item 1", "fields": ["name"], "was": "Item 1", "now": "New"},
    )
    assert check(engine, "customer", 1, {}, {}) == ({}, {"name": "Person 1", "fields": []})
    for values, field, theirs, ours in (
        ({"description": "mine"}, "description", "", "mine"),
        ({"description": "mine"}, "name", "Item 1", ""),
    ):
        with pytest.raises(Conflict) as caught:
            check(engine, "item", 1, values, {field: "seen"})
        assert (caught.value.field, caught.value.theirs, caught.value.ours) == (field, theirs, ours)


def test_what_another_meant_as_well_is_no_conflict(engine: Engine) -> None:
    fill(engine, 1, 0)
    assert check(engine, "item", 1, {"name": "Item 1"}, {"name": "Before"})[0] == {"name": "Item 1"}


def test_the_order_of_refusals(engine: Engine) -> None:
    fill(engine, 1, 0)
    with pytest.raises(NotFound):
        check(engine, "item", 2, {"name": ""}, {"name": "x"})
    with pytest.raises(Invalid):
        check(engine, "item", 1, {"name": ""}, {"name": "x"})
    with pytest.raises(Conflict):
        check(engine, "item", 1, {"name": "New"}, {"name": "x"})


def test_links_are_replaced_only_if_given(engine: Engine) -> None:
    fill(engine, 2, 2)
    run(engine, links.link([1], [1]))

    def relink(kind: Any, others: Any) -> dict[str, Any]:
        def write(journal: Journal) -> dict[str, Any]:
            records.relink(journal, kind, 1, "customer" if kind == "item" else "item", others)
            return journal.values

        return run(engine, Operation("relink", write))

    assert relink("item", None) == {}
    assert standing(engine) == {(1, 1)}
    assert relink("item", [2]) == {"added": 1, "removed": 1}
    assert relink("customer", [2]) == {"added": 1, "removed": 0}
    assert standing(engine) == {(1, 2), (2, 1)}


def test_what_goes_with_deleted_records_is_described(engine: Engine) -> None:
    fill(engine, 2, 2)
    assert run(engine, links.link([1, 2], [1, 2])) == LinkResult(added=4)

    def describe(*ids: int) -> tuple[list[int], dict[str, Any]]:
        def write(journal: Journal) -> tuple[list[int], dict[str, Any]]:
            return records.describe_deleted(journal, "customer", ids), journal.values

        return run(engine, Operation("describe", write))

    assert describe() == ([], {"name": "", "records": 0, "removed": 0})
    assert describe(1) == ([1], {"name": "Person 1", "records": 1, "removed": 2})
    assert describe(2, 1, 2) == ([1, 2], {"name": "", "records": 2, "removed": 2})
