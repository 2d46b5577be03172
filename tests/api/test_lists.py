"""Lists over HTTP: whole, narrowed, in any order, and piece by piece."""

from __future__ import annotations

import http.client
import queue
import socket
import threading
from array import array
from collections.abc import Sequence

import pytest

from itemlink_gui.api.service import Service
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.base.served import Served
from itemlink_gui.base.tokens import hashed
from itemlink_gui.engine import Engine
from itemlink_gui.ops import categories, companies, items, links
from itemlink_gui.store import pages
from itemlink_gui.store.models import current
from tests.api.conftest import TOKEN, Client, Running
from tests.api.holding import asking, opened
from tests.support import PATIENCE, fill, run

FOREVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
KINDS = ("items", "customers", "companies", "categories")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Four items; of five customers item 1 has all, item 2 the first two, item 3 the first one."""
    fill(engine, 4, 5)
    for item, many in ((1, 5), (2, 2), (3, 1)):
        run(engine, links.link([item], range(1, many + 1)))
    run(engine, items.update(4, name="Über alles", description="needle"))
    run(engine, companies.create(name="Harbour", customer_ids=[1, 2]))
    run(engine, categories.create("Courses", item_ids=[1, 2]))
    return engine


def ids(client: Client, path: str) -> list[int]:
    found = client("GET", f"/api/{path}")
    assert found.status == 200, found.json
    return [one["id"] for one in found.json]


def test_of_nothing_it_is_empty(client: Client) -> None:
    for kind in KINDS:
        found = client("GET", f"/api/{kind}/")
        assert (found.status, found.body, found.headers["Content-Type"]) == (200, b"[]", "application/json")


def test_every_record_stands_there_in_full(filled: Engine, client: Client) -> None:
    for kind in KINDS:
        found = client("GET", f"/api/{kind}/").json
        assert found
        assert found == [client("GET", f"/api/{kind}/{one['id']}/").json for one in found]


def test_they_are_narrowed_and_ordered(filled: Engine, client: Client) -> None:
    for path, found in {
        "items/": [1, 2, 3, 4],
        "items/?ordering=-id": [4, 3, 2, 1],
        "items/?ordering=-customer_count&limit=2": [1, 2],
        "items/?ordering=name&offset=3": [4],
        "items/?limit=2&offset=1": [2, 3],
        "items/?offset=9": [],
        "items/?search=uber": [4],
        "items/?search=NEEDLE%20alles": [4],
        "items/?search=customers%3E%3D2": [],
        "items/?q=customers%3E%3D2": [1, 2],
        "items/?q=customers%3E%3D2&search=item%202": [2],
        "items/?min_customers=2": [1, 2],
        "items/?min_customers=2&search=&q=": [1, 2],
        "items/?min_customers=6": [],
        "customers/?min_items=2&ordering=-username": [2, 1],
        "customers/?q=items%3D3": [1],
        "customers/?search=user4": [4],
        "companies/?min_customers=2": [1],
        "companies/?min_customers=3": [],
        "companies/?search=harb": [1],
        "categories/?min_items=2": [1],
        "categories/?min_items=3": [],
        "categories/?ordering=-item_count": [1],
        "items/1/customers/": [1, 2, 3, 4, 5],
        "items/2/customers/?ordering=-name": [2, 1],
        "items/1/customers/?min_items=2&limit=1": [1],
        "items/4/customers/": [],
    }.items():
        assert ids(client, path) == found, path


def test_a_customer_of_an_item_stands_there_in_short(filled: Engine, client: Client) -> None:
    whole = client("GET", "/api/items/2/").json
    assert client("GET", "/api/items/2/customers/").json == whole["customers_detail"]
    assert client("GET", "/api/items/9/customers/").status == 404


def test_what_cannot_be_asked_is_named(filled: Engine, client: Client) -> None:
    for path, field in (
        ("items/?ordering=nam", "ordering"),
        ("items/?ordering=", "ordering"),
        ("customers/?ordering=--id", "ordering"),
        ("items/?ordering=id,name", "ordering"),
        ("items/?q=customers%3E%3Dmany", "q"),
        ("items/?q=%28", "q"),
        ("items/1/customers/?q=items%3E", "q"),
        ("items/?limit=0", "limit"),
        ("items/?limit=-1", "limit"),
        ("items/?limit=1e3", "limit"),
        ("items/?limit=", "limit"),
        ("items/?limit=99999999999999999999", "limit"),
        ("items/?offset=x", "offset"),
        ("items/?offset=2147483648", "offset"),
        ("items/?min_customers=%D9%A1", "min_customers"),
        ("items/?min_items=1", "min_items"),
        ("customers/?min_customers=1", "min_customers"),
        ("categories/?q=a", "q"),
        ("companies/?page=2", "page"),
    ):
        refused = client("GET", f"/api/{path}")
        assert (refused.status, list(refused.json["fields"])) == (400, [field]), path


@pytest.mark.parametrize("kind", ["items", "customers"])
def test_a_long_one_comes_in_pieces_and_is_the_same(
    kind: str, filled: Engine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client("GET", f"/api/{kind}/?ordering=-name")
    assert whole.headers["Content-Length"]
    monkeypatch.setattr(pages, "RECORDS", 1)
    in_pieces = client("GET", f"/api/{kind}/?ordering=-name")
    assert in_pieces.headers["Transfer-Encoding"] == "chunked"
    assert in_pieces.body == whole.body


def test_records_that_go_meanwhile_leave_no_gap(
    filled: Engine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(kind: pages.Listed, ids: Sequence[int], begin: int) -> tuple[bytes, int]:
        return (b"" if ids[begin] in left_out else pages.details.records(kind, [ids[begin]])), begin + 1

    monkeypatch.setattr(pages, "piece", gone)
    for left_out in ({1}, {2, 3}, {4}, {1, 2, 3, 4}):
        assert ids(client, "items/") == sorted({1, 2, 3, 4} - left_out)


def test_the_number_of_statements_does_not_grow_with_links(filled: Engine, client: Client) -> None:
    ran: list[str] = []

    def count(path: str) -> int:
        ran.clear()
        assert client("GET", path).status == 200
        return len(ran)

    for long in (True, False):
        filled.read(lambda: current.connection().set_trace_callback(ran.append), long=long).result()
    paths = ("/api/items/", "/api/items/2/", "/api/items/2/customers/", "/api/customers/", "/api/customers/5/")
    before = {path: count(path) for path in paths}
    assert min(before.values()) > 0
    run(filled, links.link([2, 3, 4], [1, 2, 3, 4, 5]))
    assert {path: count(path) for path in paths} == before
    for long in (True, False):
        filled.read(lambda: current.connection().set_trace_callback(None), long=long).result()


def test_who_goes_away_ends_it(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def endless(_kind: object, _ids: object, begin: int) -> tuple[bytes, int]:
        asked.append(begin)
        return b" " * 1_000_000, begin + 1

    monkeypatch.setattr(pages, "ids", lambda *_: array("q", range(5_000)))
    monkeypatch.setattr(pages, "piece", endless)
    told: queue.Queue[Served] = queue.Queue()
    service = Service(engine, told.put)
    service.start(0, hashed(TOKEN)).result(PATIENCE)
    with socket.create_connection(("127.0.0.1", service.port), PATIENCE) as away:
        host = f"Host: localhost:{service.port}"
        away.sendall(f"GET /api/items/ HTTP/1.1\r\n{host}\r\nAuthorization: Token {TOKEN}\r\n\r\n".encode())
        assert away.recv(12) == b"HTTP/1.1 200"
    assert told.get(timeout=PATIENCE).path == "/api/items/"
    assert len(asked) < 1_000
    service.stop()


def test_who_goes_away_before_it_begins_keeps_nobody_waiting(
    running: Running, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = threading.Event()

    def endless(*_: object) -> array[int]:
        began.set()
        current.execute_sql(FOREVER).fetchone()
        raise AssertionError

    monkeypatch.setattr(pages, "ids", endless)
    with opened(running.port, asking(running.port, "/api/customers/")):
        assert began.wait(PATIENCE)
        # What is short does not wait for it in any case.
        assert client("POST", "/api/items/", {"name": "Course"}).status == 201
        assert client("GET", "/api/steps/").json[0]["kind"] == "item.create"
        assert client("GET", "/api/items/1/customers/1/").status == 404
    monkeypatch.undo()
    assert ids(client, "items/") == [1]


def test_what_takes_too_long_is_given_up(running: Running, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ids", lambda *_: current.execute_sql(FOREVER).fetchone())
    monkeypatch.setattr("itemlink_gui.api.asking.LONGEST_SECONDS", 0.1)
    refused = client("GET", "/api/customers/")
    assert (refused.status, refused.detail) == (503, "This takes too long; ask for less, or later.")
    monkeypatch.undo()
    assert ids(client, "customers/") == []


def test_a_record_that_has_very_many_links_is_told_like_any_other(
    filled: Engine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = client("GET", "/api/items/1/").json
    monkeypatch.setattr(pages, "SOON", 2)
    assert client("GET", "/api/items/1/").json == told
    assert client("GET", "/api/items/5/").status == 404


def test_what_goes_wrong_in_the_middle_is_no_whole_list(
    filled: Engine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(kind: pages.Listed, ids: Sequence[int], begin: int) -> tuple[bytes, int]:
        if begin == at:
            raise CannotWrite("The file is damaged.", "damaged")
        return pages.details.records(kind, [ids[begin]]), begin + 1

    monkeypatch.setattr(pages, "piece", broken)
    at = 0
    refused = client("GET", "/api/items/")
    assert (refused.status, refused.detail) == (503, "The file is damaged.")
    at = 2
    with pytest.raises(http.client.IncompleteRead):
        client("GET", "/api/items/")
    monkeypatch.undo()
    client.close()
    assert len(client("GET", "/api/items/").json) == 4
