"""Categories over HTTP, and what becomes of their items."""

from __future__ import annotations

import pytest

from itemlink_gui.engine import Engine
from tests.api.conftest import Client
from tests.support import assert_sound, fill


@pytest.fixture
def two(engine: Engine, client: Client) -> Client:
    """Arts with items 1 and 2, Music with item 3."""
    fill(engine, 3, 1)
    client("POST", "/api/categories/", {"name": "Arts", "colour": "#ABCDEF", "item_ids": [1, 2]})
    client("POST", "/api/categories/", {"name": "Music", "item_ids": [3]})
    return client


def in_categories(client: Client) -> dict[int, int | None]:
    return {one["id"]: one["category_id"] for one in client("GET", "/api/items/").json}


def test_one_is_read_changed_and_put_back(two: Client, engine: Engine) -> None:
    read = two("GET", "/api/categories/1/").json
    assert (read["name"], read["colour"], read["item_count"], read["item_ids"]) == ("Arts", "#abcdef", 2, [1, 2])
    assert [one["name"] for one in read["items_detail"]] == ["Item 1", "Item 2"]
    assert two("PUT", "/api/categories/1/", read).json == read
    assert two("PATCH", "/api/categories/1/", {"item_ids": [2, 3]}).json["item_ids"] == [2, 3]
    assert in_categories(two) == {1: None, 2: 1, 3: 1}
    changed = two("PATCH", "/api/categories/1/", {"name": "Crafts", "colour": ""}).json
    assert (changed["name"], changed["colour"], changed["item_ids"]) == ("Crafts", "", [2, 3])
    assert two("GET", "/api/steps/?limit=1").json[0]["text"] == "Category “Arts” changed"
    assert_sound(engine)


def test_what_is_wrong_is_named(two: Client) -> None:
    taken = two("POST", "/api/categories/", {"name": "ARTS"})
    assert (taken.status, list(taken.json["fields"])) == (409, ["name"])
    assert two("PATCH", "/api/categories/2/", {"name": "arts"}).status == 409
    assert list(two("PATCH", "/api/categories/1/", {"colour": "red"}).json["fields"]) == ["colour"]
    assert two("PATCH", "/api/categories/1/", {"item_ids": [9]}).json["ids"] == [9]
    assert two("PUT", "/api/categories/1/", {"colour": ""}).status == 400
    assert two("GET", "/api/categories/9/").status == 404


def test_deleted_it_says_what_becomes_of_its_items(two: Client, engine: Engine) -> None:
    wishes: dict[str, dict[int, int | None]] = {
        "": {1: None, 2: None, 3: 2},
        "?items=keep": {1: None, 2: None, 3: 2},
        "?items=move&to=2": {1: 2, 2: 2, 3: 2},
        "?items=delete": {3: 2},
    }
    for query, left in wishes.items():
        assert two("DELETE", f"/api/categories/1/{query}").status == 204
        assert in_categories(two) == left
        assert two("POST", "/api/undo/").status == 200
        assert in_categories(two) == {1: 1, 2: 1, 3: 2}
    assert_sound(engine)


def test_a_wish_that_cannot_be_meant_deletes_nothing(two: Client) -> None:
    for query in (
        "items=move",
        "to=2",
        "items=delete&to=2",
        "items=move&to=1",
        "items=move&to=9",
        "items=a",
        "item=keep",
    ):
        assert two("DELETE", f"/api/categories/1/?{query}").status == 400
    assert in_categories(two) == {1: 1, 2: 1, 3: 2}
