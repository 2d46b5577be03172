"""Items over HTTP: all that can be done with one, each as one step by the service."""

from __future__ import annotations

from array import array

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import categories, customers, items
from itemlink_gui.store import history
from tests.api.conftest import Client
from tests.support import ask, assert_sound, fill, run, standing, undo

READ_ONLY = ("id", "customer_count", "customers_detail", "created_at", "updated_at")


def test_one_is_made_with_all_that_it_has(engine: Engine, client: Client) -> None:
    fill(engine, 0, 3)
    run(engine, categories.create("Courses"))
    body = {
        "name": "Choir", "description": "Two\nlines", "capacity": 2, "capacity_policy": "waitlist", "low_stock": 1,
        "available_from": "2026-01-31", "available_until": None, "category_id": 1, "customer_ids": [3, 1, 3],
    }  # fmt: skip
    made = client("POST", "/api/items/", body)
    assert made.status == 201
    assert made.headers["Location"] == "/api/items/1/"
    assert made.json.items() >= (body | {"id": 1, "customer_ids": [1, 3], "customer_count": 2}).items()
    assert client("GET", made.headers["Location"]).json == made.json
    (step, *_) = ask(engine, lambda: history.steps(1))
    assert (step.label.kind, step.who) == ("item.create", "service")
    undo(engine)
    assert client("GET", "/api/items/1/").status == 404
    assert_sound(engine)


def test_what_is_read_can_be_put_back(engine: Engine, client: Client) -> None:
    fill(engine, 1, 2)
    run(engine, items.update(1, customer_ids=[2]))
    before = client("GET", "/api/items/1/")
    assert client("PUT", "/api/items/1/", before.body).json == before.json
    assert client("PUT", "/api/items/1/", before.json | dict.fromkeys(READ_ONLY)).json == before.json
    assert client("PATCH", "/api/items/1/", before.body).json == before.json


def test_put_needs_a_name_and_leaves_what_is_not_named(engine: Engine, client: Client) -> None:
    run(engine, items.create(name="Choir", description="Sings", capacity=3))
    refused = client("PUT", "/api/items/1/", {"description": ""})
    assert (refused.status, refused.json["fields"]) == (400, {"name": ["This is needed."]})
    changed = client("PUT", "/api/items/1/", {"name": "Band"}).json
    assert (changed["name"], changed["description"], changed["capacity"]) == ("Band", "Sings", 3)


def test_patch_changes_what_is_named_and_an_empty_one_nothing(engine: Engine, client: Client) -> None:
    fill(engine, 1, 4)
    run(engine, categories.create("Courses", item_ids=[1]))
    before = client("GET", "/api/items/1/").json
    assert client("PATCH", "/api/items/1/", {}).json == before
    assert client("PATCH", "/api/items/1/", {"capacity": 9}).json["capacity"] == 9
    assert client("PATCH", "/api/items/1/", {"capacity": None}).json["capacity"] is None
    assert client("PATCH", "/api/items/1/", {"name": " Choir ", "customer_ids": [4, 2]}).json["name"] == "Choir"
    assert client("PATCH", "/api/items/1/", {"customer_ids": [2, 3]}).json["customer_ids"] == [2, 3]
    assert client("PATCH", "/api/items/1/", {"customer_ids": []}).json["customer_count"] == 0
    assert client("PATCH", "/api/items/1/", {"category_id": None}).json["category_id"] is None
    assert_sound(engine)


def test_of_customers_that_are_not_all_there_none_is_linked(engine: Engine, client: Client) -> None:
    fill(engine, 1, 2)
    refused = client("PATCH", "/api/items/1/", {"name": "Other", "customer_ids": [1, 7, 2, 2**31 - 1]})
    assert (refused.status, refused.json["ids"]) == (400, [7, 2**31 - 1])
    assert list(refused.json["fields"]) == ["customer_ids"]
    assert client("GET", "/api/items/1/").json["name"] == "Item 1"
    assert standing(engine) == set()
    unknown = client("PATCH", "/api/items/1/", {"category_id": 3})
    assert (unknown.status, list(unknown.json["fields"]), unknown.json["ids"]) == (400, ["category_id"], [3])


def test_one_is_deleted_with_its_links(engine: Engine, client: Client) -> None:
    fill(engine, 2, 1)
    run(engine, items.update(1, customer_ids=[1]))
    gone = client("DELETE", "/api/items/1/")
    assert (gone.status, gone.body) == (204, b"")
    assert client("DELETE", "/api/items/1/").status == 404
    assert [one["id"] for one in client("GET", "/api/items/").json] == [2]
    assert_sound(engine)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_what_was_changed_since_it_was_read_is_left_alone(method: str, engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    body = None if method == "DELETE" else {"name": "Mine"}
    tag = client("GET", "/api/items/1/").headers["ETag"]
    assert tag == f'"{client("GET", "/api/items/1/").json["updated_at"]}"'
    run(engine, items.update(1, name="Theirs", customer_ids=[1]))
    refused = client(method, "/api/items/1/", body, {"If-Match": tag})
    now = client("GET", "/api/items/1/")
    assert (refused.status, refused.json["updated_at"]) == (412, now.json["updated_at"])
    assert now.json["name"] == "Theirs"
    assert client(method, "/api/items/1/", body, {"If-Match": tag.strip('"')}).status == 412
    tag = now.headers["ETag"]
    assert client(method, "/api/items/1/", body, {"If-Match": tag}).status in (200, 204)
    assert client(method, "/api/items/1/", body, {"If-Match": tag}).status in (412, 404)


def test_what_is_no_tag_of_ours_is_refused_and_a_star_fits_all(engine: Engine, client: Client) -> None:
    fill(engine, 1, 0)
    for wrong in ("x", '"2026', 'W/"2026"', '"a", "b"', "", '""'):
        assert client("PATCH", "/api/items/1/", {}, {"If-Match": wrong}).status == 400
    for right in (client("GET", "/api/items/1/").json["updated_at"], "*"):
        assert client("PATCH", "/api/items/1/", {"name": "X"}, {"If-Match": right}).status == 200
    assert client("PATCH", "/api/items/7/", {"name": "X"}, {"If-Match": '"2026"'}).status == 404


def test_an_item_that_is_full_says_so_in_numbers(engine: Engine, client: Client) -> None:
    fill(engine, 1, 3)
    run(engine, items.update(1, capacity=2, customer_ids=[1]))
    refused = client("PATCH", "/api/items/1/", {"customer_ids": [1, 2, 3]})
    numbers = {name: value for name, value in refused.json.items() if name != "detail"}
    assert (refused.status, numbers) == (409, {"item_id": 1, "capacity": 2, "taken": 1, "wanted": 2, "free": 1})
    fewer = client("PATCH", "/api/items/1/", {"capacity": 0})
    assert (fewer.status, list(fewer.json["fields"])) == (400, ["capacity"])


def test_very_many_customers_at_once(engine: Engine, client: Client) -> None:
    fill(engine, 1, 300)
    many = array("q", range(1, 301)).tolist() * 334
    assert len(many) > 100_000
    assert client("PATCH", "/api/items/1/", {"customer_ids": many}).json["customer_count"] == 300
    refused = client("PATCH", "/api/items/1/", {"customer_ids": list(range(1, 100_001))})
    assert (refused.status, refused.json["ids"]) == (400, list(range(301, 100_001)))
    assert client("GET", "/api/items/1/").json["customer_count"] == 300


def test_a_window_sees_what_a_script_did(engine: Engine, client: Client) -> None:
    seen: list[object] = []
    run(engine, customers.create(username="ann"))
    engine.listen(lambda change: seen.append((change.label.kind, change.step)))
    client("POST", "/api/items/", {"name": "Choir", "customer_ids": [1]})
    assert seen == [("item.create", 2)]
