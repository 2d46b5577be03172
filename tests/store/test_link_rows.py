"""The questions about the data of links: rows, what several have in common, sorting, and what is over."""

from __future__ import annotations

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import link_data, link_fields, links
from itemlink_gui.store import link_rows, link_values, listings, queries
from itemlink_gui.store.listings import Listing
from tests.support import ask, fill, raw, run


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Item 1 has customers 1 to 4 with data of all sorts, item 2 has customer 1."""
    fill(engine, 2, 5)
    run(engine, link_fields.add("Badge", "text"))
    run(engine, link_fields.add("Seat", "number"))
    run(engine, links.link([1, 2], [1], details={"quantity": 3, "ends_on": "2026-01-31", "own_2": 10}))
    run(engine, links.link([1], [2], details={"quantity": 3, "note": "one\ntwo " + "x" * 400, "own_1": "Éa"}))
    run(engine, links.link([1], [3], details={"starts_on": "2026-05-01", "own_1": "b", "own_2": 9}))
    run(engine, links.link([1], [4]))
    return engine


def test_rows_have_the_data_of_their_link_behind(filled: Engine) -> None:
    found = ask(filled, lambda: link_rows.rows("customer", 1, [2, 1], [1, 2, 5, 99]))
    plain = ask(filled, lambda: queries.rows("customer", [1, 2]))
    assert found == {
        1: (*plain[1], 3, None, "2026-01-31", "", 10, None),
        2: (*plain[2], 3, None, None, ("one two " + "x" * 400)[:300], None, "Éa"),
    }
    found = ask(filled, lambda: link_rows.rows("item", 1, [], [1, 2]))
    assert [row[-4:] for row in found.values()] == [(3, None, "2026-01-31", "")] * 2


def test_what_links_have_in_common(filled: Engine) -> None:
    def common(items: list[int], customers: list[int]) -> dict[str, str]:
        return dict(ask(filled, lambda: link_rows.common(items, customers)).values)

    assert common([1, 2], [1]) == {
        "quantity": "3", "starts_on": "", "ends_on": "2026-01-31", "note": "", "own_1": "", "own_2": "10",
    }  # fmt: skip
    # A field that only some have is no common one, nor one that is empty in some.
    assert common([1], [1, 2]) == {"quantity": "3", "starts_on": ""}
    assert common([2], [3]) == dict.fromkeys(["quantity", "starts_on", "ends_on", "note", "own_1", "own_2"], "")
    assert ask(filled, lambda: link_rows.common([1, 2], [1, 2, 3, 4, 5])).links == 5


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("quantity", [3, 4, 1, 2]),
        ("starts_on", [1, 2, 4, 3]),
        ("ends_on", [2, 3, 4, 1]),
        ("note", [1, 3, 4, 2]),
        ("own_1", [1, 4, 3, 2]),
        ("own_2", [2, 4, 3, 1]),
        ("own_99", [1, 2, 3, 4]),
    ],
)
def test_a_list_of_one_record_sorts_by_the_data_of_its_links(filled: Engine, sort: str, order: list[int]) -> None:
    listing = Listing("customer", scope="in", others=(1,), sort=sort)
    assert list(ask(filled, lambda: listings.every(listing))) == order
    backwards = Listing("customer", scope="in", others=(1,), sort=sort, descending=True)
    assert list(ask(filled, lambda: listings.every(backwards))) == order[::-1]


def test_sorting_by_what_another_program_left_does_not_fail(filled: Engine) -> None:
    with raw(filled.path) as file:
        file.execute("UPDATE item_customer SET extra = '{' WHERE customer_id = 3")
    listing = Listing("customer", scope="in", others=(1,), sort="own_2")
    assert list(ask(filled, lambda: listings.every(listing))) == [2, 3, 4, 1]
    assert ask(filled, lambda: link_rows.having(2, "10")) == []


def test_links_are_over_on_the_day_after_the_last(filled: Engine) -> None:
    run(filled, link_data.set_details([1], [2], ends_on="2025-12-31"))
    for day, kind, ids, wanted in (
        ("2026-01-31", None, (), [(1, 2)]),
        ("2026-02-01", None, (), [(1, 1), (1, 2), (2, 1)]),
        ("2026-02-01", "item", (2,), [(2, 1)]),
        ("2026-02-01", "customer", (1, 2), [(1, 1), (1, 2), (2, 1)]),
        ("2026-02-01", "customer", (), []),
    ):
        assert sorted(ask(filled, lambda d=day, k=kind, i=ids: link_rows.over(d, k, i))) == wanted  # type: ignore[misc]


def test_looking_for_what_is_over_reads_the_links_that_end_alone(filled: Engine) -> None:
    with raw(filled.path) as file:
        plan = file.execute("EXPLAIN QUERY PLAN SELECT item_id FROM item_customer WHERE ends_on < '2026'").fetchall()
    assert "item_customer_ends" in str(plan)


@pytest.mark.parametrize(
    ("name", "is_of_link"), [("quantity", True), ("own_7", True), ("own_", False), ("own_x", False), ("name", False)]
)
def test_names_of_the_data_of_links(name: str, is_of_link: bool) -> None:
    assert link_values.is_of_link(name) is is_of_link
