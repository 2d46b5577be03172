"""Adding and removing one at a time, and the data of a link."""

from __future__ import annotations

import pytest

from itemlink_gui.base import words
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, link_fields, links
from tests.api.conftest import Client
from tests.support import assert_sound, fill, run, standing

LINK = "/api/items/1/customers/2/"


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Two items and three customers; customer 2 has item 1. Links have a size, and are paid or not."""
    fill(engine, 2, 3)
    run(engine, links.link([1], [2]))
    run(engine, link_fields.add("Size", "choice", ["S", "M"]))
    run(engine, link_fields.add("Paid", "yesno"))
    run(engine, link_fields.add("Row", "number"))
    return engine


def test_one_is_added_or_removed_and_the_answer_says_so(filled: Engine, client: Client) -> None:
    for where, body, said, left in (
        ("items/1/add_customer", {"customer_id": 3}, "Customer Person 3 added to item", {(1, 2), (1, 3)}),
        ("items/1/add_customer", {"customer_id": 3}, "Customer Person 3 is already added to item", {(1, 2), (1, 3)}),
        ("items/1/remove_customer", {"customer_id": 3}, "Customer Person 3 removed from item", {(1, 2)}),
        ("items/1/remove_customer", {"customer_id": 3}, "Customer Person 3 is not added to item", {(1, 2)}),
        ("customers/2/add_item", {"item_id": 2}, "Item Item 2 added to customer", {(1, 2), (2, 2)}),
        ("customers/2/add_item", {"item_id": 2}, "Item Item 2 is already added to customer", {(1, 2), (2, 2)}),
        ("customers/2/remove_item", {"item_id": 2}, "Item Item 2 removed from customer", {(1, 2)}),
        ("customers/2/remove_item", {"item_id": 2}, "Item Item 2 is not added to customer", {(1, 2)}),
    ):
        done = client("POST", f"/api/{where}/", body)
        assert (done.status, done.json) == (200, {"message": said})
        assert standing(filled) == left
    assert_sound(filled)


def test_the_words_are_those_of_programs_whatever_the_file_says(filled: Engine, client: Client) -> None:
    with words.speaking(words.preset("course")):
        done = client("POST", "/api/items/1/add_customer/", {"customer_id": 3})
        assert done.json == {"message": "Customer Person 3 added to item"}
        assert client("GET", "/api/items/9/").detail == "No longer in this file: 1 item (number 9)."


def test_what_is_not_there_is_said_of_the_address_and_of_the_body(filled: Engine, client: Client) -> None:
    for where, field in (("items/{}/{}_customer", "customer_id"), ("customers/{}/{}_item", "item_id")):
        for verb in ("add", "remove"):
            assert client("POST", f"/api/{where.format(9, verb)}/", {field: 2}).status == 404
            refused = client("POST", f"/api/{where.format(1, verb)}/", {field: 9})
            assert (refused.status, refused.json["ids"], list(refused.json["fields"])) == (400, [9], [field])


def test_who_waits_is_told_so(filled: Engine, client: Client) -> None:
    run(filled, items.update(1, capacity=1, capacity_policy="waitlist"))
    said = {"message": "Customer Person 3 is on the waiting list of item"}
    assert [client("POST", "/api/items/1/add_customer/", {"customer_id": 3}).json for _ in range(2)] == [said] * 2
    run(filled, items.update(1, capacity_policy="block"))
    refused = client("POST", "/api/items/1/add_customer/", {"customer_id": 1})
    assert (refused.status, refused.json["capacity"], refused.json["free"]) == (409, 1, 0)


def test_the_data_of_a_link_is_read_and_changed(filled: Engine, client: Client) -> None:
    read = client("GET", LINK).json
    bare = {"quantity": 1, "note": "", "starts_on": None, "ends_on": None}
    fields = {"Size": None, "Paid": False, "Row": None}
    assert read == {"item_id": 1, "customer_id": 2, **bare, "fields": fields, "created_at": read["created_at"]}
    new = {"quantity": 3, "note": "a\nb", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    changed = client("PATCH", LINK, new | {"fields": {"Size": "M", "Paid": True, "Row": 7}})
    assert changed.json == read | new | {"fields": {"Size": "M", "Paid": True, "Row": 7}}
    assert client("PATCH", LINK, changed.body).json == changed.json
    assert client("PATCH", LINK, {}).json == changed.json
    assert client("PATCH", LINK, {"fields": {"Size": None}}).json["fields"] == {"Size": None, "Paid": True, "Row": 7}
    assert client("GET", "/api/steps/?limit=1").json[0]["who"] == "service"
    assert_sound(filled)


WRONG: list[tuple[dict[str, object], str]] = [
    ({"quantity": True}, "quantity"),
    ({"quantity": "2"}, "quantity"),
    ({"quantity": None}, "quantity"),
    ({"quantity": 0}, "quantity"),
    ({"note": "\x00"}, "note"),
    ({"starts_on": "2026-02-30"}, "starts_on"),
    ({"starts_on": "2026-02-02", "ends_on": "2026-02-01"}, "ends_on"),
    ({"fields": {"Size": "XL"}}, "Size"),
    ({"fields": {"Row": "x"}}, "Row"),
    ({"fields": {"Row": True}}, "Row"),
    ({"fields": {"Paid": "maybe"}}, "Paid"),
    ({"fields": {"Colour": 1}}, "Colour"),
    ({"fields": {"x" * 5_000: 1}}, "x" * 80 + "…"),
    ({"fields": [1]}, "fields"),
    ({"own_1": "M"}, "own_1"),
    ({"extra": "{}"}, "extra"),
]


def test_data_that_may_not_stand_there_changes_nothing(filled: Engine, client: Client) -> None:
    before = client("GET", LINK).body
    for body, field in WRONG:
        refused = client("PATCH", LINK, {"note": "new"} | body)
        assert (refused.status, list(refused.json["fields"])) == (400, [field])
    assert client("GET", LINK).body == before


def test_a_link_that_is_not_there_has_no_data(filled: Engine, client: Client) -> None:
    for item, customer in ((1, 1), (1, 9), (9, 2), (2, 2)):
        where = f"/api/items/{item}/customers/{customer}/"
        assert client("GET", where).status == 404
        assert [client("PATCH", where, body).status for body in ({"note": "x"}, {})] == [404, 404]


def test_more_than_there_is_room_for_is_refused(filled: Engine, client: Client) -> None:
    run(filled, items.update(1, capacity=2))
    refused = client("PATCH", LINK, {"quantity": 5})
    assert (refused.status, refused.json["wanted"], refused.json["taken"]) == (409, 4, 1)
