"""What was done, and taking it back, over HTTP."""

from __future__ import annotations

import re

import pytest

from itemlink_gui.base.changes import Change
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items
from tests.api.conftest import Client
from tests.support import run


@pytest.fixture
def five(engine: Engine, client: Client) -> Client:
    """Five steps, the last one done by the service."""
    for number in range(4):
        run(engine, customers.create(username=f"user{number}"))
    client("POST", "/api/items/", {"name": "Choir"})
    return client


def test_the_newest_steps_come_first(five: Client) -> None:
    found = five("GET", "/api/steps/").json
    assert [step["id"] for step in found] == [5, 4, 3, 2, 1]
    newest = found[0]
    assert re.fullmatch(r"\d{4}-.*Z", newest.pop("at"))
    assert newest == {"id": 5, "kind": "item.create", "text": "Item Choir created", "state": "done", "who": "service"}
    assert found[1]["who"] == "window"
    assert [step["id"] for step in five("GET", "/api/steps/?limit=2&before=5").json] == [4, 3]
    assert five("GET", "/api/steps/?before=1").json == []


def test_what_cannot_be_asked_is_refused(client: Client) -> None:
    for query in ("limit=0", "limit=1001", "limit=x", "before=0", "before=-1", "limit=1&limit=2", "a="):
        assert client("GET", f"/api/steps/?{query}").status == 400


def test_the_newest_is_undone_and_only_the_one_that_is_meant(five: Client) -> None:
    assert five("POST", "/api/undo/", {"step": 4}).status == 409
    undone = five("POST", "/api/undo/", {"step": 5})
    assert (undone.status, undone.json) == (200, {"message": "Undone: Create Choir", "step": 5})
    assert [step["state"] for step in five("GET", "/api/steps/?limit=2").json] == ["undone", "done"]
    assert five("POST", "/api/undo/", {}).json["step"] == 4
    assert five("POST", "/api/undo/").json["step"] == 3
    assert [five("POST", "/api/undo/").status for _ in range(3)] == [200, 200, 409]


def test_what_the_service_takes_back_is_told_as_its_doing(engine: Engine, five: Client) -> None:
    heard: list[Change] = []
    engine.listen(heard.append)
    five("POST", "/api/undo/")
    assert [(change.how, change.who) for change in heard] == [("undone", "service")]


def test_what_stands_against_it_is_said(engine: Engine, client: Client) -> None:
    run(engine, items.create(name="Choir"))
    nothing = client("POST", "/api/undo/", {"step": 9})
    assert (nothing.status, set(nothing.json)) == (409, {"detail"})
    for wrong in ({"step": 0}, {"step": "1"}, {"step": True}, {"stop": 1}):
        assert client("POST", "/api/undo/", wrong).status == 400
    assert len(client("GET", "/api/items/").json) == 1
