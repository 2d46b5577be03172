"""Records in full as JSON: every key in its place, every text as it is, and everything linked in its order."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.ops import categories, companies, customers, items, link_data, link_fields, links
from itemlink_gui.store import details
from itemlink_gui.store.link_rows import own_fields
from itemlink_gui.store.models import FIELDS
from tests.support import ask, count_statements, fill, on_writer, raw, run

# What is at home in no JSON text as it is, or is easily lost on the way into one and back.
LINE = 'quote " backslash \\ slash / </script> \\u0041 é ß 中 \U0001f600 null %s {x}'
ODD = LINE + "\n\tfeed"


def told(engine: Engine, question: Callable[[], bytes | None]) -> Any:
    text = ask(engine, question)
    assert text
    return json.loads(text)


def people(engine: Engine) -> None:
    """Make johndoe (1) and janedoe (2), who would come first by her name; both have item 1."""
    for username, full_name in (("johndoe", "John Doe"), ("janedoe", "Jane Doe")):
        run(engine, customers.create(username=username, full_name=full_name, email=f"{username}@example.org"))
    run(engine, items.create(name="Basic", description="Starter", customer_ids=[1, 2]))


JANE = {"id": 2, "username": "janedoe", "email": "janedoe@example.org", "full_name": "Jane Doe", "phone": ""}
JOHN = {"id": 1, "username": "johndoe", "email": "johndoe@example.org", "full_name": "John Doe", "phone": ""}


def test_an_item_in_full(engine: Engine) -> None:
    people(engine)
    category = run(engine, categories.create("Arts", item_ids=[1]))
    run(engine, items.update(1, capacity="5", available_from="2026-01-31"))
    found = told(engine, lambda: details.records("item", [1]))
    created, updated = found.pop("created_at"), found.pop("updated_at")
    assert found == {
        "id": 1, "name": "Basic", "description": "Starter", "customer_count": 2, "customers_detail": [JOHN, JANE],
        "customer_ids": [1, 2], "waiting_ids": [],
        "category_id": category, "capacity": 5, "capacity_policy": "block", "low_stock": None,
        "available_from": "2026-01-31", "available_until": None,
    }  # fmt: skip
    assert created < updated
    assert updated.endswith("Z")
    run(engine, links.unlink([1], [2]))
    assert told(engine, lambda: details.records("item", [1]))["updated_at"] > updated


def test_a_customer_in_full(engine: Engine) -> None:
    people(engine)
    for name in ("Works", "Äpfel"):
        run(engine, companies.create(name=name, customer_ids=[1]))
    run(engine, items.create(name="Another", customer_ids=[1]))
    run(engine, customers.update(1, phone="+1", address="Here", notes="n", no_messages="1"))
    found = told(engine, lambda: details.records("customer", [1]))
    assert [found.pop(name).endswith("Z") for name in ("created_at", "updated_at")] == [True, True]
    brief = [told(engine, lambda one=one: details.records("item", [one])) for one in (1, 2)]
    keys = ("id", "name", "description", "created_at", "updated_at")
    assert found == JOHN | {
        "phone": "+1", "address": "Here", "notes": "n", "no_messages": True, "item_count": 2,
        "companies_detail": [{"id": 1, "name": "Works"}, {"id": 2, "name": "Äpfel"}], "company_ids": [1, 2],
        "items_detail": [{key: one[key] for key in keys} for one in brief], "item_ids": [1, 2],
    }  # fmt: skip
    assert told(engine, lambda: details.records("customer", [2]))["no_messages"] is False


def test_a_company_and_a_category_in_full(engine: Engine) -> None:
    people(engine)
    run(engine, companies.create(name="Works", customer_ids=[1, 2]))
    found = told(engine, lambda: details.records("company", [1]))
    assert list(found) == [
        "id", "name", "customer_count", "customers_detail", "customer_ids", "created_at", "updated_at",
    ]  # fmt: skip
    assert (found["customer_count"], found["customers_detail"], found["customer_ids"]) == (2, [JOHN, JANE], [1, 2])
    run(engine, items.create(name="Another"))
    run(engine, categories.create("Arts", colour="#112233", item_ids=[1, 2]))
    found = told(engine, lambda: details.records("category", [1]))
    assert list(found) == ["id", "name", "colour", "item_count", "items_detail", "item_ids"]
    assert (found["colour"], found["item_count"], found["item_ids"]) == ("#112233", 2, [1, 2])
    assert [one["name"] for one in found["items_detail"]] == ["Basic", "Another"]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (
            "item",
            "id name description customer_count customers_detail customer_ids waiting_ids category_id capacity "
            "capacity_policy low_stock available_from available_until created_at updated_at",
        ),
        (
            "customer",
            "id username email full_name phone address notes no_messages item_count companies_detail company_ids "
            "items_detail item_ids created_at updated_at",
        ),
    ],
)
def test_the_keys_are_in_their_order_and_no_field_is_left_out(engine: Engine, kind: details.Listed, keys: str) -> None:
    people(engine)
    found = list(told(engine, lambda: details.records(kind, [1])))
    assert found == keys.split()
    assert {field.name for field in FIELDS[kind]} <= set(found)  # type: ignore[index]


def test_what_is_gone_is_nothing(engine: Engine) -> None:
    people(engine)
    kinds: tuple[details.Listed, ...] = ("item", "customer", "company", "category")
    assert ask(engine, lambda: [details.records(kind, [9, 10**30]) for kind in kinds]) == [b""] * 4
    absent = ((1, 9), (9, 1), (1, 10**30), (-(2**64), 1))
    assert ask(engine, lambda: [details.link(*pair) for pair in absent]) == [None] * 4
    assert ask(engine, lambda: [details.records("item", []), details.briefs("item", [9])]) == [b"", b""]
    run(engine, items.create(name="Alone"))
    assert told(engine, lambda: details.records("item", [2]))["customers_detail"] == []


def test_records_stand_in_the_order_that_was_asked_for(engine: Engine) -> None:
    fill(engine, 4, 1)
    found = told(engine, lambda: b"[%b]" % details.records("item", [3, 9, 1, 4]))
    assert [one["id"] for one in found] == [3, 1, 4]


@pytest.mark.parametrize(
    ("kind", "of", "where"),
    [
        ("item", "customer", "items_detail"),
        ("customer", "item", "customers_detail"),
        ("company", "customer", "companies_detail"),
    ],
)
def test_in_short_a_record_is_as_those_show_it_that_it_is_linked_to(
    engine: Engine, kind: Kind, of: Kind, where: str
) -> None:
    people(engine)
    run(engine, items.create(name="Another", customer_ids=[1, 2]))
    for name in ("Works", "Acme"):
        run(engine, companies.create(name=name, customer_ids=[1, 2]))
    shown = told(engine, lambda: details.records(of, [1]))[where]
    assert told(engine, lambda: b"[%b]" % details.briefs(kind, [2, 9, 1])) == shown[::-1]


def test_all_that_is_linked_stands_by_its_ids_whenever_it_was_linked(engine: Engine) -> None:
    fill(engine, 12, 12)
    for one in (11, 2, 7, 1, 12, 10, 3):
        run(engine, links.link([one], [5]))
        run(engine, links.link([5], [one]))
        run(engine, categories.put([one], run(engine, categories.create(f"C{one}"))))
        run(engine, companies.create(name=f"{20 - one}", customer_ids=[5, 13 - one]))
    run(engine, categories.put([12, 3, 10, 9], 1))
    item, customer = (
        told(engine, lambda: details.records("item", [5])),
        told(engine, lambda: details.records("customer", [5])),
    )
    assert [one["id"] for one in item["customers_detail"]] == item["customer_ids"] == [1, 2, 3, 7, 10, 11, 12]
    assert [one["id"] for one in customer["items_detail"]] == customer["item_ids"] == [1, 2, 3, 7, 10, 11, 12]
    assert [one["id"] for one in customer["companies_detail"]] == customer["company_ids"] == list(range(1, 8))
    company, category = (
        told(engine, lambda: details.records("company", [1])),
        told(engine, lambda: details.records("category", [1])),
    )
    assert [one["id"] for one in company["customers_detail"]] == company["customer_ids"] == [2, 5]
    assert [one["id"] for one in category["items_detail"]] == category["item_ids"] == [3, 9, 10, 11, 12]


def test_so_do_very_many(engine: Engine) -> None:
    fill(engine, 2, 3_000)
    run(engine, links.link([1, 2], range(3_000, 0, -1)))
    for whole in told(engine, lambda: b"[%b]" % details.records("item", [1, 2])):
        assert [one["id"] for one in whole["customers_detail"]] == list(range(1, 3_001))
        assert whole["customer_ids"] == list(range(1, 3_001))


def test_every_text_comes_back_as_it_is(engine: Engine) -> None:
    run(engine, customers.create(username=LINE, notes=ODD))
    run(engine, items.create(name="One", description=ODD, customer_ids=[1]))
    with raw(engine.path) as connection:
        every = "".join(map(chr, range(1, 0x20))) + "\x7f\u2028\u2029\ufeff" + ODD
        connection.execute("UPDATE item SET description = ?", (every,))
        connection.execute("UPDATE item_customer SET note = ?", (every,))
    assert told(engine, lambda: details.records("customer", [1]))["notes"] == ODD
    assert told(engine, lambda: details.records("customer", [1]))["items_detail"][0]["description"] == every
    assert told(engine, lambda: details.records("item", [1]))["description"] == every
    assert told(engine, lambda: details.link(1, 1))["note"] == every
    # What looks like JSON is a text like any other.
    run(engine, items.update(1, name='{"id": 2}', description="[1, 2]"))
    found = told(engine, lambda: details.records("item", [1]))
    assert (found["name"], found["description"]) == ('{"id": 2}', "[1, 2]")
    assert told(engine, lambda: details.records("customer", [1]))["items_detail"][0]["name"] == '{"id": 2}'


@pytest.fixture
def linked(engine: Engine) -> Engine:
    """Item 1 has customer 1; links have a field of each type."""
    fill(engine, 1, 1)
    for name, kind in (("Badge", "text"), ("Seat", "number"), ("Day", "day"), ("Paid", "yesno")):
        run(engine, link_fields.add(name, kind))
    run(engine, link_fields.add('Size "x"', "choice", ["S", "L"]))
    run(engine, links.link([1], [1]))
    return engine


def test_the_data_of_a_link(linked: Engine) -> None:
    none = {"Badge": None, "Seat": None, "Day": None, "Paid": False, 'Size "x"': None}
    found = told(linked, lambda: details.link(1, 1))
    assert found.pop("created_at").endswith("Z")
    assert list(found.items()) == [
        ("item_id", 1), ("customer_id", 1), ("quantity", 1), ("note", ""), ("starts_on", None), ("ends_on", None),
        ("fields", none),
    ]  # fmt: skip
    values = {"own_1": LINE, "own_2": -7, "own_3": "2026-01-31", "own_4": 1, "own_5": "L"}
    run(linked, link_data.set_details([1], [1], quantity=3, note=ODD, ends_on="2026-02-01", **values))
    found = told(linked, lambda: details.link(1, 1))
    assert (found["quantity"], found["note"], found["ends_on"]) == (3, ODD, "2026-02-01")
    assert found["fields"] == {
        "Badge": LINE, "Seat": -7, "Day": "2026-01-31", "Paid": True, 'Size "x"': "L",
    }  # fmt: skip
    assert list(found["fields"]) == [field.name for field in ask(linked, own_fields)]


@pytest.mark.parametrize(
    ("extra", "badge", "seat", "paid"),
    [
        ("no JSON", None, None, False),
        ("[1]", None, None, False),
        ('{"1": 5, "2": "5", "4": "yes"}', "5", None, False),
        ('{"1": {"a": 1}, "2": 2.5, "4": true}', '{"a":1}', 2.5, True),
        ('{"1": null, "2": 1e999, "4": null}', None, None, False),
    ],
)
def test_what_another_program_left_in_a_field_is_of_its_type_or_nothing(
    linked: Engine, extra: str, badge: str | None, seat: float | None, paid: bool
) -> None:
    with raw(linked.path) as connection:
        connection.execute("UPDATE item_customer SET extra = ?", (extra,))
    found = told(linked, lambda: details.link(1, 1))["fields"]
    assert (found["Badge"], found["Seat"], found["Paid"]) == (badge, seat, paid)


@pytest.mark.parametrize("kind", ["item", "customer", "company", "category"])
def test_one_statement_tells_of_any_number_of_records(engine: Engine, kind: details.Listed) -> None:
    fill(engine, 30, 30)
    run(engine, companies.create(name="Works", customer_ids=range(1, 31)))
    run(engine, categories.create("Arts", item_ids=range(1, 31)))
    run(engine, links.link(range(1, 31), range(1, 31)))
    assert count_statements(engine, lambda: on_writer(engine, lambda: details.records(kind, range(1, 31)))) == 1
