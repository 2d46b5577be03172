"""Customers over HTTP."""

from __future__ import annotations

from itemlink_gui.engine import Engine
from itemlink_gui.ops import companies, customers
from tests.api.conftest import Client
from tests.support import assert_sound, fill, run

ANN = {
    "username": "ann", "email": "ann@example.org", "full_name": "Ann Lee", "phone": "1", "address": "a\nb",
    "notes": "c\nd", "no_messages": True,
}  # fmt: skip


def test_one_is_made_with_all_that_it_has(engine: Engine, client: Client) -> None:
    fill(engine, 3, 0)
    run(engine, companies.create(name="Harbour"))
    made = client("POST", "/api/customers/", ANN | {"item_ids": [3, 1], "company_ids": [1]})
    assert (made.status, made.headers["Location"]) == (201, "/api/customers/1/")
    assert made.json.items() >= (ANN | {"id": 1, "item_count": 2, "item_ids": [1, 3], "company_ids": [1]}).items()
    assert made.json["companies_detail"] == [{"id": 1, "name": "Harbour"}]
    assert client("GET", "/api/customers/1/").body == made.body
    assert_sound(engine)


def test_a_username_that_is_taken_is_refused(engine: Engine, client: Client) -> None:
    fill(engine, 0, 2)
    for method, path in (("POST", "/api/customers/"), ("PATCH", "/api/customers/2/"), ("PUT", "/api/customers/2/")):
        refused = client(method, path, {"username": "user1"})
        said = "This username is taken by Person 1."
        assert (refused.status, refused.json["fields"]) == (409, {"username": [said]})
    assert client("PATCH", "/api/customers/1/", {"username": "user1"}).status == 200


def test_items_and_companies_are_replaced_in_one_step(engine: Engine, client: Client) -> None:
    fill(engine, 4, 1)
    for name in ("A", "B"):
        run(engine, companies.create(name=name, customer_ids=[1]))
    changed = client("PATCH", "/api/customers/1/", {"item_ids": [1, 2], "company_ids": [2], "phone": "2"}).json
    assert (changed["item_ids"], changed["company_ids"], changed["phone"]) == ([1, 2], [2], "2")
    changed = client("PUT", "/api/customers/1/", {"username": "user1", "item_ids": [2, 4]}).json
    assert (changed["item_ids"], changed["company_ids"]) == ([2, 4], [2])
    newest = client("GET", "/api/steps/?limit=2").json
    assert [(step["kind"], step["who"]) for step in newest] == [("customer.update", "service")] * 2
    assert client("PUT", "/api/customers/1/", {"item_ids": []}).status == 400


def test_ids_that_are_unknown_are_named_with_their_field(engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    for field in ("item_ids", "company_ids"):
        refused = client("PATCH", "/api/customers/1/", {field: [8], "phone": "2"})
        assert (refused.status, list(refused.json["fields"]), refused.json["ids"]) == (400, [field], [8])
    assert client("GET", "/api/customers/1/").json["phone"] == ""


def test_every_field_that_is_wrong_is_named(client: Client) -> None:
    wrong = {"email": "x", "full_name": 5, "phone": "a\x07b", "no_messages": 1, "notes": None, "nick": "x"}
    refused = client("POST", "/api/customers/", wrong | {"username": "a" * 151})
    assert (refused.status, sorted(refused.json["fields"])) == (400, sorted([*wrong, "username"]))
    assert client("GET", "/api/customers/").json == []


def test_what_is_read_can_be_put_back_unless_it_was_changed(engine: Engine, client: Client) -> None:
    run(engine, customers.create(username="ann", full_name="Ann"))
    read = client("GET", "/api/customers/1/")
    assert client("PUT", "/api/customers/1/", read.body, {"If-Match": read.headers["ETag"]}).body == read.body
    run(engine, customers.update(1, full_name="Bea"))
    assert client("PUT", "/api/customers/1/", read.body, {"If-Match": read.headers["ETag"]}).status == 412
    assert client("DELETE", "/api/customers/1/", headers={"If-Match": read.headers["ETag"]}).status == 412


def test_another_company_is_a_change_of_the_customer_too(engine: Engine, client: Client) -> None:
    run(engine, customers.create(username="ann"))
    read = client("GET", "/api/customers/1/")
    run(engine, companies.create(name="Harbour Ltd", customer_ids=[1]))
    refused = client("PUT", "/api/customers/1/", read.body, {"If-Match": read.headers["ETag"]})
    assert refused.status == 412
    assert client("GET", "/api/customers/1/").json["company_ids"] == [1]


def test_one_is_deleted_with_the_username(engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    assert client("POST", "/api/customers/1/add_item/", {"item_id": 1}).status == 200
    assert client("DELETE", "/api/customers/1/").status == 204
    assert client("GET", "/api/items/1/").json["customers_detail"] == []
    assert client("POST", "/api/customers/", {"username": "user1"}).status == 201
    assert_sound(engine)
