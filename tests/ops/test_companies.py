"""Companies: made, edited, copied and deleted; customers belong to them, from either side, each in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from itemlink_gui import labels
from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.errors import Conflict, Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import by_kind, companies, customers, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import listings, queries
from itemlink_gui.store.listings import Listing
from tests.support import News, ask, assert_sound, count_statements, fill, redo, run, snapshot, undo


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Four customers; Birch (1) has the first two of them, Acme (2) has the second."""
    fill(engine, 1, 4)
    run(engine, companies.create(name="Birch", customer_ids=[1, 2]))
    run(engine, companies.create(name="Acme", customer_ids=[2]))
    return engine


def members(engine: Engine) -> set[tuple[int, int]]:
    """Who belongs where, as (company, customer)."""
    return {(company, customer) for customer, company in snapshot(engine.path)["customer_company"]}


def test_a_new_company_with_customers_is_one_step(engine: Engine) -> None:
    fill(engine, 0, 3)
    before, news = snapshot(engine.path), News(engine)
    assert run(engine, companies.create(name="  Cafe\u0301 Ltd ", customer_ids=[3, 1, 3])) == 1
    assert members(engine) == {(1, 1), (1, 3)}
    (change,) = news.changes
    assert change.label.values == {"name": "Café Ltd", "added": 2, "removed": 0}
    assert change.ids["company"] == frozenset({1})
    assert change.linked
    assert labels.message(change.label) == "Company Café Ltd created with 2 customers"
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before
    redo(engine)
    assert members(engine) == {(1, 1), (1, 3)}
    assert_sound(engine)


def test_two_may_have_the_same_name(engine: Engine) -> None:
    assert [run(engine, companies.create(name="Acme")) for _ in range(2)] == [1, 2]


@pytest.mark.parametrize(
    "values",
    [{}, {"name": " "}, {"name": "x" * 201}, {"name": "a\nb"}, {"name": 5}, {"name": "x", "city": "y"}],
    ids=repr,
)
def test_wrong_fields_are_refused(filled: Engine, values: dict[str, Any]) -> None:
    before = snapshot(filled.path)
    with pytest.raises(Invalid):
        run(filled, companies.create(**values))
    if values:
        with pytest.raises(Invalid):
            run(filled, companies.update(1, **values, customer_ids=[]))
    assert snapshot(filled.path) == before


def test_an_edit_replaces_the_customers_in_the_same_step(filled: Engine) -> None:
    before = snapshot(filled.path)
    run(filled, companies.update(1, name="Birch & Sons", customer_ids=[2, 3], expected={"name": "Birch"}))
    assert members(filled) == {(1, 2), (1, 3), (2, 2)}
    assert ask(filled, lambda: queries.names("company", [1])) == {1: "Birch & Sons"}
    undo(filled)
    assert snapshot(filled.path) == before
    with pytest.raises(Conflict):
        run(filled, companies.update(1, name="Mine", expected={"name": "Seen before"}))
    with pytest.raises(NotFound, match="1 company"):
        run(filled, companies.update(9, name="Nobody"))


def test_a_customer_is_made_and_edited_with_companies_and_items(filled: Engine) -> None:
    record = run(filled, customers.create(username="eve", item_ids=[1], company_ids=[1, 2]))
    assert members(filled) >= {(1, record), (2, record)}
    detail = ask(filled, lambda: queries.detail("customer", record))
    assert detail is not None
    assert detail.counts == {"item": 1, "company": 2}
    run(filled, customers.update(record, full_name="Eve", item_ids=[], company_ids=[2]))
    assert (1, record) not in members(filled)
    detail = ask(filled, lambda: queries.detail("customer", record))
    assert detail is not None
    assert (detail.name, detail.counts) == ("Eve", {"item": 0, "company": 1})
    assert_sound(filled)


def test_a_copy_has_no_customers(filled: Engine) -> None:
    long = run(filled, companies.create(name="x" * 200))
    assert ask(filled, lambda: queries.names("company", [run(filled, companies.duplicate(1))])) == {4: "Birch (copy)"}
    copied = run(filled, companies.duplicate(long))
    assert len(ask(filled, lambda: queries.names("company", [copied]))[copied]) == 200
    assert {company for company, _ in members(filled)} == {1, 2}


def test_deleting_and_undo(filled: Engine) -> None:
    before = snapshot(filled.path)
    news = News(filled)
    run(filled, companies.delete([1, 2, 1]))
    assert members(filled) == set()
    assert labels.message(news.changes[-1].label) == "2 companies deleted with 3 links"
    assert len(snapshot(filled.path)["customer"]) == 4
    assert_sound(filled)
    undo(filled)
    assert snapshot(filled.path) == before
    run(filled, customers.delete([2]))
    assert labels.message(news.changes[-1].label) == "Customer Person 2 deleted with 2 links"
    assert members(filled) == {(1, 1)}
    undo(filled)
    assert snapshot(filled.path) == before
    assert_sound(filled)


SENTENCES: list[tuple[Operation[LinkResult], LinkResult, str, str]] = [
    (
        by_kind.link("customer", [1], "company", [2]), LinkResult(added=1),
        "Customer Person 1 added to company Acme", "Add Person 1 to Acme",
    ),
    (
        by_kind.link("company", [2], "customer", [1]), LinkResult(added=1),
        "Company Acme added to customer Person 1", "Add Person 1 to Acme",
    ),
    (
        by_kind.link("customer", [1, 2, 3, 4], "company", [1]), LinkResult(added=2, already=2),
        "Added 2 customers to Birch (2 already were)", "Add 2 customers to Birch",
    ),
    (
        by_kind.link("customer", [4], "company", [1, 2]), LinkResult(added=2),
        "Added Person 4 to 2 companies", "Add Person 4 to 2 companies",
    ),
    (
        by_kind.unlink("customer", [1], "company", [1]), LinkResult(removed=1),
        "Customer Person 1 removed from company Birch", "Remove Person 1 from Birch",
    ),
    (
        by_kind.unlink("company", [1], "customer", [1]), LinkResult(removed=1),
        "Company Birch removed from customer Person 1", "Remove Person 1 from Birch",
    ),
    (
        by_kind.unlink("customer", [2], "company", [1, 2]), LinkResult(removed=2),
        "Removed Person 2 from 2 companies", "Remove Person 2 from 2 companies",
    ),
    (
        links.replace("company", 1, "customer", [2, 3]), LinkResult(added=1, already=1, removed=1),
        "Customers of company Birch replaced: 1 added, 1 removed", "Replace customers of Birch",
    ),
    (
        links.replace("customer", 2, "company", []), LinkResult(removed=2),
        "Companies of customer Person 2 replaced: 0 added, 2 removed", "Replace companies of Person 2",
    ),
    (links.clear("company", [1]), LinkResult(removed=2), "Removed 2 customers from Birch", "Remove 2 links"),
    (links.clear("company", [1, 2]), LinkResult(removed=3), "All links (3) of 2 companies removed", "Remove 3 links"),
    (
        links.clear("customer", [1, 2], "company"), LinkResult(removed=3),
        "All links (3) of 2 customers removed", "Remove 3 links",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "result", "message", "title"), SENTENCES, ids=lambda value: str(value)[:40])
def test_what_is_done_and_told(
    filled: Engine, operation: Operation[LinkResult], result: LinkResult, message: str, title: str
) -> None:
    before, news = snapshot(filled.path), News(filled)
    assert run(filled, operation) == result
    (change,) = news.changes
    assert (labels.message(change.label), labels.title(change.label)) == (message, title)
    assert change.linked
    assert change.wrote("customer_company")
    assert not change.wrote("item_customer")
    assert_sound(filled)
    undo(filled)
    assert snapshot(filled.path) == before


MAKERS: dict[str, Callable[[Any], Operation[Any]]] = {
    "add to": lambda wrong: by_kind.link("customer", [3], "company", [1, wrong]),
    "add": lambda wrong: by_kind.link("customer", [3, wrong], "company", [1]),
    "remove": lambda wrong: by_kind.unlink("customer", [1, wrong], "company", [1]),
    "replace customers": lambda wrong: links.replace("company", 1, "customer", [3, wrong]),
    "replace companies": lambda wrong: links.replace("customer", 1, "company", [2, wrong]),
    "create": lambda wrong: companies.create(name="x", customer_ids=[wrong]),
    "delete": lambda wrong: companies.delete([1, wrong]),
    "duplicate": lambda wrong: companies.duplicate(wrong),
}


@pytest.mark.parametrize("wrong", [0, -1, 99, 2**31, True, "1", None], ids=repr)
@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS.keys())
def test_unknown_ids_change_nothing(filled: Engine, maker: Callable[[Any], Operation[Any]], wrong: object) -> None:
    before = snapshot(filled.path)
    with pytest.raises(NotFound):
        run(filled, maker(wrong))
    assert snapshot(filled.path) == before


def test_the_number_of_statements_does_not_grow_with_the_customers(engine: Engine) -> None:
    fill(engine, 0, 300)
    counts = []
    for number in (2, 300):
        company = run(engine, companies.create(name="x"))
        operation = by_kind.link("customer", range(1, number + 1), "company", [company])
        counts.append(count_statements(engine, lambda done=operation: run(engine, done)))  # type: ignore[misc]
    assert counts[0] == counts[1]


def test_questions_about_companies(filled: Engine) -> None:
    def ids(listing: Listing) -> list[int]:
        return list(ask(filled, lambda: listings.every(listing)))

    assert ids(Listing("company")) == [2, 1]
    assert ids(Listing("company", text="acm")) == [2]
    assert ids(Listing("customer", scope="in", other="company", others=(1,))) == [1, 2]
    assert ids(Listing("customer", scope="not", other="company", others=(1, 2))) == [3, 4]
    assert ids(Listing("company", scope="in", others=(1,))) == [1]
    # Sorted by the names of the companies; those without come first.
    assert ids(Listing("customer", sort="companies")) == [3, 4, 2, 1]
    assert ask(filled, lambda: queries.rows("customer", [2]))[2][4] == "Acme, Birch"
    assert ask(filled, lambda: queries.linked_counts("company", [1, 2], "customer")) == {1: 2, 2: 1}
    assert ask(filled, lambda: queries.linked_counts("customer", [1, 2], "company")) == {1: 1, 2: 2}
    assert ask(filled, lambda: [queries.links_of("customer", [1, 2], kind) for kind in ("item", "company", None)]) == [
        0, 3, 3,
    ]  # fmt: skip
    offers = ask(filled, lambda: queries.matches("company", "", [1], 10))
    assert [(offer.name, offer.linked) for offer in offers] == [("Acme", 0), ("Birch", 1)]
    offers = ask(filled, lambda: queries.matches("customer", "", [2], 10, "company"))
    assert [(offer.id, offer.linked) for offer in offers] == [(1, 0), (3, 0), (4, 0), (2, 1)]


def test_verbs_by_kind(filled: Engine) -> None:
    assert run(filled, by_kind.link("customer", [3], "company", [1, 2])) == LinkResult(added=2)
    assert run(filled, by_kind.unlink("company", [1], "customer", [3])) == LinkResult(removed=1)
    assert run(filled, by_kind.link("item", [1], "customer", [3])) == LinkResult(added=1)
    assert by_kind.linked_ids({"customer": [1], "company": [2]}) == {"customer_ids": [1], "company_ids": [2]}
    assert {by_kind.OF[kind].delete([1]).kind for kind in by_kind.OF} == {
        "item.delete", "customer.delete", "company.delete",
    }  # fmt: skip
