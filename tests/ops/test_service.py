"""Every endpoint of the specification has one function or one query with the same meaning, at a cost that stays."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from itemlink_gui.base.errors import NoRoom, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import companies, customers, items, links, single
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import details, history, listings, pages
from itemlink_gui.store.listings import Listing
from itemlink_gui.store.pages import Asked
from tests.support import ask, assert_sound, count_statements, fill, last_step, on_writer, pairs, run, standing, undo

Act = Callable[[Engine], object]


def does(make: Callable[[], Operation[Any]]) -> Act:
    return lambda engine: run(engine, make())


def asks(question: Callable[[], object]) -> Act:
    return lambda engine: on_writer(engine, question)


# Item 1 and customer 1 are the ones with many links; customer 2 has item 1, customer 300 has nothing.
ENDPOINTS: dict[str, Act] = {
    "GET items": asks(lambda: pages.piece("item", pages.ids("item", Asked()), 0)),
    "POST items": does(lambda: items.create(name="New", customer_ids=[1, 2])),
    "GET item": asks(lambda: details.records("item", [1])),
    "PUT item": does(lambda: items.update(1, name="Put", description="All", customer_ids=[300])),
    "PATCH item": does(lambda: items.update(1, name="Patched")),
    "DELETE item": does(lambda: items.delete([1])),
    "GET customers of item": asks(lambda: pages.brief_piece("customer", pages.ids("customer", Asked(of=1)), 0)),
    "POST add_customer": does(lambda: single.add_customer(1, 300)),
    "POST remove_customer": does(lambda: single.remove_customer(1, 2)),
    "GET customers": asks(lambda: pages.piece("customer", pages.ids("customer", Asked()), 0)),
    "POST customers": does(lambda: customers.create(username="new", item_ids=[1, 2], company_ids=[1])),
    "GET customer": asks(lambda: details.records("customer", [1])),
    "PATCH customer": does(lambda: customers.update(1, phone="1", item_ids=[1, 300], company_ids=[])),
    "POST add_item": does(lambda: single.add_item(300, 1)),
    "POST remove_item": does(lambda: single.remove_item(2, 1)),
}


def test_there_are_fifteen() -> None:
    assert len(ENDPOINTS) == 15


@pytest.fixture
def linked(engine: Engine) -> Iterator[Engine]:
    fill(engine, 300, 300)
    run(engine, companies.create(name="Works", customer_ids=[1]))
    yield engine
    assert_sound(engine)


@pytest.mark.parametrize("act", ENDPOINTS.values(), ids=ENDPOINTS)
def test_the_number_of_statements_is_the_same_however_many_links_there_are(linked: Engine, act: Act) -> None:
    counted = []
    for most in (1, 200):
        run(linked, links.replace("item", 1, "customer", range(2, most + 2)))
        run(linked, links.replace_items(1, range(2, most + 2)))
        before = last_step(linked)
        counted.append(count_statements(linked, lambda: act(linked)))
        if last_step(linked) != before:
            undo(linked)
    few, many = counted
    assert many == few < 100


def people(engine: Engine) -> None:
    for username, full_name in (("johndoe", "John Doe"), ("janedoe", "Jane Doe")):
        mail = f"{username[:4]}@example.org"
        run(engine, customers.create(username=username, full_name=full_name, email=mail, phone="+1-555-0199"))
    run(engine, items.create(name="Basic Package", description="Starter package"))


def test_the_four_messages(engine: Engine) -> None:
    people(engine)
    assert run(engine, single.add_customer(1, 1)) == "Customer John Doe added to item"
    assert run(engine, single.add_customer(1, 1)) == "Customer John Doe is already added to item"
    assert run(engine, single.add_item(1, 1)) == "Item Basic Package is already added to customer"
    assert standing(engine) == {(1, 1)}
    assert run(engine, single.remove_customer(1, 1)) == "Customer John Doe removed from item"
    assert run(engine, single.remove_customer(1, 1)) == "Customer John Doe is not added to item"
    assert run(engine, single.add_item(1, 1)) == "Item Basic Package added to customer"
    assert standing(engine) == {(1, 1)}
    assert run(engine, single.remove_item(1, 1)) == "Item Basic Package removed from customer"
    assert run(engine, single.remove_item(1, 1)) == "Item Basic Package is not added to customer"
    assert standing(engine) == set()
    undo(engine)
    assert standing(engine) == {(1, 1)}


def test_who_gets_no_place_is_not_said_to_have_one(engine: Engine) -> None:
    people(engine)
    run(engine, items.update(1, capacity="0"))
    for operation in (single.add_customer(1, 1), single.add_item(1, 1)):
        with pytest.raises(NoRoom):
            run(engine, operation)
    assert run(engine, single.add_customer(1, 1, beyond="first")) == "Customer John Doe was left out; there is no place"
    assert run(engine, single.add_item(1, 1, beyond="first")) == "Item Basic Package was left out; there is no place"
    said = run(engine, single.add_customer(1, 1, beyond="wait"))
    assert said == "Customer John Doe is on the waiting list of item"
    said = run(engine, single.add_item(1, 1, beyond="wait"))
    assert said == "Item Basic Package is full; customer is on its waiting list"
    assert standing(engine) == set()


def test_who_waits_is_told_and_removed_like_who_has_it(engine: Engine) -> None:
    people(engine)
    run(engine, items.update(1, capacity="0", capacity_policy="waitlist"))
    run(engine, links.link([1], [2, 1]))

    def waiting() -> object:
        return json.loads(ask(engine, lambda: details.records("item", [1])))["waiting_ids"]

    assert waiting() == [2, 1]
    said = run(engine, single.remove_customer(1, 2))
    assert said == "Customer Jane Doe removed from the waiting list of item"
    assert waiting() == [1]
    assert run(engine, single.remove_item(1, 1)) == "Customer removed from the waiting list of item Basic Package"
    assert run(engine, single.remove_customer(1, 1)) == "Customer John Doe is not added to item"
    assert waiting() == []
    (step,) = ask(engine, lambda: history.steps(1))
    assert step.label.kind == "stop_waiting"
    undo(engine)
    undo(engine)
    assert waiting() == [2, 1]


@pytest.mark.parametrize("wrong", [0, -1, 99, 2**31, True, "1", None], ids=repr)
def test_unknown_records_are_refused(engine: Engine, wrong: Any) -> None:
    people(engine)
    for operation in (
        *(single.add_customer(wrong, 1), single.add_customer(1, wrong), single.remove_customer(1, wrong)),
        *(single.add_item(wrong, 1), single.add_item(1, wrong), single.remove_item(wrong, 1)),
    ):
        with pytest.raises(NotFound):
            run(engine, operation)
    assert standing(engine) == set()


def found_by(engine: Engine, listing: Listing) -> set[int]:
    return set(ask(engine, lambda: list(listings.every(listing))))


def test_each_example_of_querying(engine: Engine) -> None:
    people(engine)
    for name in ("Premium Subscription", "Pro Features"):
        run(engine, items.create(name=name))
    for number in range(3, 8):
        run(engine, customers.create(username=f"user{number}"))
    run(engine, links.link([1], [1, 2]))  # item.customers.add(customer1, customer2)
    assert found_by(engine, Listing("item", scope="in", others=(1,))) == {1}  # customer.items.all()
    assert found_by(engine, Listing("customer", scope="in", others=(1,))) == {1, 2}  # item.customers.all()
    assert found_by(engine, Listing("item", "username=johndoe")) == {1}
    run(engine, links.link([2], range(1, 6)))
    assert found_by(engine, Listing("customer", 'item="Premium Subscription"')) == set(range(1, 6))
    # The number of customers of each item.
    told = json.loads(ask(engine, lambda: b"[%b]" % details.records("item", [1, 2, 3])))
    assert [one["customer_count"] for one in told] == [2, 5, 0]
    assert found_by(engine, Listing("item", "customers>=5")) == {2}  # filter(customer_count__gte=5)
    run(engine, links.replace_items(1, [1, 2, 3]))  # customer.items.set(items)
    assert found_by(engine, Listing("customer", "items>=3")) == {1}  # filter(item_count__gte=3)
    run(engine, links.link([1, 2, 3], [7]))  # customer.items.add(*items)
    assert found_by(engine, Listing("item", scope="in", others=(7,))) == {1, 2, 3}
    run(engine, links.unlink([1, 2], [7]))  # customer.items.remove(item1, item2)
    assert found_by(engine, Listing("item", scope="in", others=(7,))) == {3}
    run(engine, links.clear_items(7))  # customer.items.clear()
    assert found_by(engine, Listing("item", scope="in", others=(7,))) == set()
    assert standing(engine) == pairs([1, 2], [1, 2]) | pairs([2], [3, 4, 5]) | {(3, 1)}
    assert_sound(engine)
