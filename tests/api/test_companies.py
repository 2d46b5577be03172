"""Companies over HTTP."""

from __future__ import annotations

from itemlink_gui.engine import Engine
from tests.api.conftest import Client
from tests.support import assert_sound, fill


def test_one_is_made_read_changed_and_deleted(engine: Engine, client: Client) -> None:
    fill(engine, 0, 3)
    made = client("POST", "/api/companies/", {"name": "Harbour", "customer_ids": [3, 1]})
    assert (made.status, made.headers["Location"]) == (201, "/api/companies/1/")
    assert (made.json["customer_count"], made.json["customer_ids"]) == (2, [1, 3])
    assert {one["full_name"] for one in made.json["customers_detail"]} == {"Person 1", "Person 3"}
    read = client("GET", "/api/companies/1/")
    assert read.body == made.body
    assert client("PUT", "/api/companies/1/", read.body).body == read.body
    changed = client("PATCH", "/api/companies/1/", {"customer_ids": [2]}, {"If-Match": read.headers["ETag"]})
    assert (changed.json["name"], changed.json["customer_ids"]) == ("Harbour", [2])
    assert client("PATCH", "/api/companies/1/", {"name": "X"}, {"If-Match": read.headers["ETag"]}).status == 412
    assert client("PUT", "/api/companies/1/", {"customer_ids": []}).status == 400
    assert client("DELETE", "/api/companies/1/").status == 204
    assert client("GET", "/api/companies/1/").status == 404
    assert len(client("GET", "/api/customers/").json) == 3
    assert_sound(engine)


def test_what_is_wrong_is_named(engine: Engine, client: Client) -> None:
    assert list(client("POST", "/api/companies/", {"name": " "}).json["fields"]) == ["name"]
    assert client("POST", "/api/companies/", {"name": "A", "customer_ids": [4]}).json["ids"] == [4]
    assert client("GET", "/api/companies/").json == []
    # Several may have the same name.
    assert [client("POST", "/api/companies/", {"name": "A"}).status for _ in range(2)] == [201, 201]
