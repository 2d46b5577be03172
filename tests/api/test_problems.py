"""Whatever is wrong with a request is said in JSON, and changes nothing."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.api import asking, strict
from itemlink_gui.api.service import Service
from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotUndo, CannotWrite, Conflict, ItemLinkError
from itemlink_gui.base.tokens import hashed
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.journal import Journal
from tests.api.attacking import request
from tests.api.conftest import TOKEN, Client, Running
from tests.api.holding import heard, opened
from tests.support import PATIENCE, fill, run, snapshot

NO_JSON = [
    b"", b"{", b"nonsense", b"[]", b'"name"', b"1", b"null", b"{}{}", b'{"name": "a",}', b"{'name': 'a'}",
    b'{"name": "a", "\\ud800": "b"}',
    b'{"name": "a", "name": "b"}', b'{"name": "a", "x": {"y": 1, "y": 2}}', b'{"name": NaN}',
    b'{"name": "a", "capacity": Infinity}', b"\xff\xfe{}", b'{"name": "\xff"}', b"\xef\xbb\xbf{}",
    json.dumps(dict.fromkeys(map(str, range(1_001)))).encode(),
    b"[" * 200_000, b'{"a":' * 100_000, b'{"name": "a", "capacity": ' + b"9" * 5_000 + b"}",
]  # fmt: skip

# What may not stand in a field, and which field is named.
WRONG: list[tuple[dict[str, object], str]] = [
    ({"name": ""}, "name"),
    ({"name": " \n\t "}, "name"),
    ({"name": None}, "name"),
    ({"name": 5}, "name"),
    ({"name": ["a"]}, "name"),
    ({"name": "a" * 201}, "name"),
    ({"name": "a\x00b"}, "name"),
    ({"name": "a\nb"}, "name"),
    ({"name": "\ud800"}, "name"),
    ({"name": "\u2028"}, "name"),
    ({"description": "a\x1bb"}, "description"),
    ({"description": "a" * 100_001}, "description"),
    ({"capacity": -1}, "capacity"),
    ({"capacity": 2**31}, "capacity"),
    ({"capacity": 10**4000}, "capacity"),
    ({"capacity": 1.0}, "capacity"),
    ({"capacity": True}, "capacity"),
    ({"capacity": "5"}, "capacity"),
    ({"capacity_policy": "never"}, "capacity_policy"),
    ({"capacity_policy": None}, "capacity_policy"),
    ({"available_from": "2026-02-29"}, "available_from"),
    ({"available_from": "31.1.2026"}, "available_from"),
    ({"available_from": 2026}, "available_from"),
    ({"available_from": "2026-02-02", "available_until": "2026-02-01"}, "available_until"),
    ({"category_id": 0}, "category_id"),
    ({"category_id": "1"}, "category_id"),
    ({"category_id": 4}, "category_id"),
    ({"customer_ids": None}, "customer_ids"),
    ({"customer_ids": 1}, "customer_ids"),
    ({"customer_ids": {"1": 1}}, "customer_ids"),
    ({"customer_ids": [[1]]}, "customer_ids"),
    ({"customer_ids": ["1"]}, "customer_ids"),
    ({"customer_ids": [True]}, "customer_ids"),
    ({"customer_ids": [1.0]}, "customer_ids"),
    ({"customer_ids": [None]}, "customer_ids"),
    ({"customer_ids": [0]}, "customer_ids"),
    ({"customer_ids": [-1]}, "customer_ids"),
    ({"customer_ids": [2**31]}, "customer_ids"),
    ({"customer_ids": [2**63]}, "customer_ids"),
    ({"customer_ids": [10**4000]}, "customer_ids"),
    ({"customer_ids": [1, 9]}, "customer_ids"),
    ({"custommer_ids": [1]}, "custommer_ids"),
    ({"category": 1}, "category"),
    ({"self": 1}, "self"),
    ({"": 1}, ""),
    ({"a" * 5_000: 1}, "a" * 80 + "…"),
    ({"__class__": {}}, "__class__"),
]

PATHS = (
    "/", "/api", "/api/", "/api/items", "/api/items/1", "/api/items//", "/api/items/1/customers", "/api/Items/",
    "/api/items/0/", "/api/items/-1/", "/api/items/01/", "/api/items/1.0/", "/api/items/+1/", "/api/items/1_0/",
    "/api/items/x/", "/api/items/%31%00/", "/api/items/2147483648/", "/api/items/9223372036854775808/",
    "/api/items/" + "9" * 5_000 + "/", "/api/items/%D9%A1/", "/api/items/9/", "/api/items/1/customers/x/",
    "/api/items/9/customers/", "/api/customers/9/", "/api/companies/9/", "/api/categories/9/", "/api/steps/1/",
)  # fmt: skip


def test_what_is_no_json_object_is_refused(engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    before = snapshot(engine.path)
    for body in NO_JSON:
        for method, path in (("POST", "/api/items/"), ("PATCH", "/api/items/1/")):
            refused = client(method, path, body)
            assert (refused.status, set(refused.json)) == (400, {"detail"}), body[:40]
            assert len(refused.body) < 300
    assert snapshot(engine.path) == before


def test_a_field_that_is_wrong_is_named(engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    before = snapshot(engine.path)
    for body, field in WRONG:
        for method, path in (("POST", "/api/items/"), ("PATCH", "/api/items/1/")):
            refused = client(method, path, {"name": "new"} | body)
            assert (refused.status, list(refused.json["fields"])) == (400, [field]), str(body)[:80]
            # It does not send back what it was sent.
            assert len(refused.body) < 600
    assert snapshot(engine.path) == before


def test_several_fields_that_are_wrong_are_all_named(client: Client) -> None:
    refused = client("POST", "/api/items/", {"name": 1, "capacity": "x", "customer_ids": 3, "nick": 4})
    assert sorted(refused.json["fields"]) == ["capacity", "customer_ids", "name", "nick"]
    assert refused.detail.endswith(" …")


def test_of_many_ids_the_first_that_is_none_is_named_by_its_place(client: Client) -> None:
    refused = client("POST", "/api/items/", {"name": "a", "customer_ids": [5] * 50_000 + ["x"] * 50_000})
    assert refused.json["fields"] == {"customer_ids": ["Number 50001 of the list: This must be a whole number."]}


def test_addresses_that_are_none(engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    for path in PATHS:
        found = client("GET", path)
        assert (found.status, set(found.json)) == (404, {"detail"}), path[:40]
        assert len(found.body) < 300


def test_another_method_is_told_which_there_are(client: Client) -> None:
    for method, path, allowed in (
        ("DELETE", "/api/items/", "GET, POST"),
        ("POST", "/api/items/1/", "DELETE, GET, PATCH, PUT"),
        ("GET", "/api/items/1/add_customer/", "POST"),
        ("PUT", "/api/items/1/customers/2/", "GET, PATCH"),
        ("GET", "/api/undo/", "POST"),
        ("TRACE", "/api/steps/", "GET"),
        ("POST", "/api/docs/", "GET"),
        ("DELETE", "/api/schema/", "GET"),
        ("BREW", "/api/categories/4/", "DELETE, GET, PATCH, PUT"),
    ):
        refused = client(method, path, headers={"Content-Length": "0"})
        assert (refused.status, refused.headers["Allow"]) == (405, allowed)
        assert allowed in refused.detail
    assert client("HEAD", "/api/items/").status == 405


def test_parameters_that_nobody_reads_are_refused(engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    body = {"customer_id": 1}
    for method, path, sent in (
        ("GET", "/api/items/?serach=x", None),
        ("GET", "/api/items/1/?x", None),
        ("GET", "/api/items/1/?%00=", None),
        ("POST", "/api/items/1/add_customer/?dry_run=1", body),
        ("GET", "/api/items/?limit=1&limit=2", None),
        ("DELETE", "/api/items/1/?customers=keep", None),
    ):
        refused = client(method, path, sent)
        assert (refused.status, len(refused.json["fields"])) == (400, 1), path
    assert client("GET", "/api/items/1/").json["customer_count"] == 0


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (CannotWrite("The disk is full.", "full"), 507),
        (CannotWrite("This file can only be read.", "read_only"), 403),
        (CannotWrite("Another program is using the file.", "busy"), 503),
        (CannotWrite("The file is damaged.", "damaged"), 503),
        (CannotUndo("Something later."), 409),
        (Conflict("name", "a", "b"), 409),
        (Cancelled("Cancelled."), 503),
        (CannotOpen(Path("a.itemlink"), "It could not be read."), 503),
        (ItemLinkError("These are 9 links at once."), 400),
    ],
)
def test_what_the_engine_says_has_a_status(
    error: ItemLinkError, status: int, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(_journal: Journal) -> int:
        raise error

    monkeypatch.setattr(items, "create", lambda **_: Operation("item.create", write))
    refused = client("POST", "/api/items/", {"name": "a"})
    assert (refused.status, refused.json) == (status, {"detail": str(error)})


def test_a_file_that_is_only_looked_at_is_told_but_not_changed(path: Path, engine: Engine) -> None:
    fill(engine, 1, 1)
    looking = Engine(path, read_only=True)
    service = Service(looking)
    service.start(0, hashed(TOKEN)).result(PATIENCE)
    client = Client(service.port)
    assert client("GET", "/api/items/1/").json["name"] == "Item 1"
    assert client("POST", "/api/items/1/add_customer/", {"customer_id": 1}).status == 403
    assert client("POST", "/api/undo/").status == 403
    client.close()
    service.stop()
    looking.close()


def test_a_question_that_the_engine_gives_up_is_answered(
    engine: Engine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy, go_on, queued = (threading.Event() for _ in range(3))
    read = engine.read
    read(lambda: (busy.set(), go_on.wait(PATIENCE)), long=True)
    assert busy.wait(PATIENCE)

    def asked(question: Callable[[], Any], **how: Any) -> Any:
        task = read(question, slot="given up", **how)
        queued.set()
        return task

    monkeypatch.setattr(engine, "read", asked)
    client.connection.request("GET", "/api/items/", headers={"Authorization": f"Token {TOKEN}"})
    assert queued.wait(PATIENCE)
    read(lambda: None, slot="given up")
    go_on.set()
    answer = client.connection.getresponse()
    assert (answer.status, json.loads(answer.read())) == (503, {"detail": "The file is closed."})


def test_a_bug_is_no_traceback(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(asking, "record", broken)
    answer = client("GET", "/api/items/1/")
    assert answer.status == 500
    assert b"secret" not in answer.body
    assert set(answer.json) == {"detail"}


def test_nothing_of_it_stands_in_the_history(engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    run(engine, items.update(1, capacity=0))
    for body in ({"customer_id": 1}, {"customer_id": 9}, {}):
        assert client("POST", "/api/items/1/add_customer/", body).status in (400, 409)
    assert [step["id"] for step in client("GET", "/api/steps/").json] == [2, 1]


def test_a_tag_is_refused_where_it_would_not_be_looked_at(engine: Engine, client: Client) -> None:
    fill(engine, 1, 2)
    run(engine, links.link([1], [1]))
    tag = {"If-Match": client("GET", "/api/items/1/").headers["ETag"]}
    for method, path, body in (
        ("PATCH", "/api/items/1/customers/1/", {"note": "x"}),
        ("POST", "/api/items/1/add_customer/", {"customer_id": 2}),
        ("POST", "/api/undo/", {}),
    ):
        refused = client(method, path, body, tag)
        assert (refused.status, list(refused.json["fields"])) == (400, ["If-Match"])
    assert client("GET", "/api/items/1/", headers=tag).status == 200
    assert client("POST", "/api/undo/", {}, {"If-Match": "*"}).status == 200


def test_of_great_bodies_one_is_read_at_a_time(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    read: queue.Queue[bytes] = queue.Queue()
    may_go = threading.Event()
    parse = strict._StrictRequest.parse

    async def noted(request: strict._StrictRequest) -> None:
        read.put(await request.body())
        await parse(request)

    monkeypatch.setattr(strict._StrictRequest, "parse", noted)
    monkeypatch.setattr(strict, "_MUCH", 30)
    held = running.engine.run(Operation("item.create", lambda _: may_go.wait(PATIENCE)))
    sent = [b'{"name": "%b"}' % (letter * many) for letter, many in ((b"a", 40), (b"b", 40), (b"c", 4))]
    open_ = []
    for body, those in zip(sent, (1, 0, 1), strict=True):
        open_.append(opened(running.port, request(running.port, target="/api/items/", body=body)))
        assert [read.get(timeout=PATIENCE) for _ in range(those)] == [body] * those
    assert read.empty()
    may_go.set()
    assert held.result(PATIENCE)
    assert [heard(connection)[9:12] for connection in open_] == [b"201"] * 3
    assert read.get(timeout=PATIENCE) == sent[1]
