"""The local service: that it starts, answers and ends, whatever its clients do."""

from __future__ import annotations

import gc
import logging
import socket
import threading
from concurrent.futures import Future
from contextlib import closing

import pytest

from itemlink_gui.api import application, server, service, sockets
from itemlink_gui.api.service import Service
from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import Cancelled, ItemLinkError, PortTaken
from itemlink_gui.base.tokens import hashed
from itemlink_gui.engine import Engine
from tests.api.conftest import TOKEN, Client, Running, serving
from tests.api.holding import BIG, BIGNESS, FAULT, HOLD, MUCH, Holding, asking, heard, opened
from tests.support import PATIENCE, fill


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Holding:
    holding = Holding()
    monkeypatch.setattr(application, "create", lambda engine, port: holding)
    return holding


def test_who_knows_the_token_is_answered(client: Client) -> None:
    assert client("GET", "/api/items/").status == 200
    assert client("GET", "/api/items/", headers={"Authorization": f"Bearer {TOKEN}"}).status == 200


def test_who_does_not_is_not(client: Client) -> None:
    client.token = "another"
    assert client("GET", "/api/items/").status == 401


def test_with_another_token_the_one_before_is_nothing(running: Running, client: Client) -> None:
    running.service.renew(hashed("another"))
    assert client("GET", "/api/items/").status == 401
    client.token = "another"
    assert client("GET", "/api/items/").status == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_it_is_reached_by_each_name_of_this_computer(running: Running, host: str) -> None:
    if host == "::1" and not sockets_have_both():
        pytest.skip("no IPv6 here")
    named = f"[{host}]" if ":" in host else host
    with closing(socket.create_connection((host, running.port), PATIENCE)) as connection:
        connection.sendall(asking(running.port, "/api/items/", host=f"{named}:{running.port}"))
        assert heard(connection).startswith(b"HTTP/1.1 200 ")


def sockets_have_both() -> bool:
    listening = sockets.bind(0)
    sockets.close(listening)
    return len(listening) == 2


def test_what_it_does_is_news_for_the_window(running: Running, client: Client) -> None:
    fill(running.engine, 1, 1)
    changes: list[Change] = []
    running.engine.listen(changes.append)
    assert client("POST", "/api/items/1/add_customer/", {"customer_id": 1}).status == 200
    assert len(changes) == 1


def test_it_ends_and_starts_again_at_the_same_port(running: Running) -> None:
    port = running.port
    running.service.stop()
    running.service.stop()
    assert (running.service.running, running.service.port, running.service.address) == (False, 0, "")
    assert running.service.start(port, hashed(TOKEN)).result(PATIENCE) == f"http://localhost:{port}"
    assert running.service.address == f"http://localhost:{port}"


def test_a_port_that_is_taken_is_told_with_the_next_one(running: Running, engine: Engine) -> None:
    second = Service(engine)
    with pytest.raises(PortTaken) as told:
        second.start(running.port, hashed(TOKEN)).result(PATIENCE)
    assert told.value.free > running.port
    assert second.start(told.value.free, hashed(TOKEN)).result(PATIENCE) == f"http://localhost:{told.value.free}"
    second.stop()


@pytest.mark.parametrize("port", [-1, 1, 80, 1023, 65_536, 10**9])
def test_a_port_that_is_none_is_told(engine: Engine, port: int) -> None:
    with pytest.raises(ItemLinkError, match="from 1024 to 65535"):
        Service(engine).start(port, hashed(TOKEN)).result(PATIENCE)


def test_it_may_be_stopped_while_it_starts(running: Running, engine: Engine) -> None:
    """What it consists of is loaded already: that may take longer than a stop."""
    for _ in range(5):
        short = Service(engine)
        began = short.start(0, hashed(TOKEN))
        short.stop()
        assert not short.running
        assert isinstance(began.exception(PATIENCE), Cancelled | None)


def test_what_is_missing_is_named(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "itemlink_gui.api.server", None)
    monkeypatch.delattr("itemlink_gui.api.server")
    with pytest.raises(ItemLinkError, match=r"lacks itemlink_gui\.api\.server"):
        Service(engine).start(0, hashed(TOKEN)).result(PATIENCE)


def test_what_is_worked_on_comes_to_its_end(app: Holding, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    # However slow the machine is.
    monkeypatch.setattr(server, "GRACE_SECONDS", PATIENCE)
    monkeypatch.setattr(service, "END_SECONDS", PATIENCE)
    with serving(engine) as running:
        held = opened(running.port, asking(running.port, HOLD, connection=None))
        app.wait(1)
        stopping = threading.Thread(target=running.service.stop)
        stopping.start()
        # Nobody gets in any more from here on.
        while not refused(running.port):
            pass
        app.let_go()
        assert heard(held).startswith(b"HTTP/1.1 200 ")
        stopping.join(PATIENCE)
        assert not running.service.running


def refused(port: int) -> bool:
    with socket.socket(socket.AF_INET) as asking:
        return asking.connect_ex(("127.0.0.1", port)) != 0


def test_what_lasts_too_long_is_told_so(app: Holding, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "GRACE_SECONDS", 0.05)
    with serving(engine) as running:
        held = opened(running.port, asking(running.port, HOLD))
        app.wait(1)
        running.service.stop()
        assert not running.service.running
        assert heard(held).startswith(b"HTTP/1.1 503 ")
    assert [one.status for one in running.told] == [503]


def test_clients_who_wait_do_not_keep_it(app: Holding, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who say nothing, or half of what they want to."""
    monkeypatch.setattr(server, "GRACE_SECONDS", 60.0)
    with serving(engine) as running:
        whole = asking(running.port, "/", method="POST", body=b"[]")
        waiting = [opened(running.port, part) for part in (b"", whole[:40], whole[:-1], b"P")]
        running.service.stop()
        assert not running.service.running
    assert [heard(one) for one in waiting] == [b""] * 4


def test_who_does_not_take_the_answer_does_not_keep_it(
    app: Holding, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "GRACE_SECONDS", 0.05)
    with serving(engine) as running:
        slow = opened(running.port, asking(running.port, MUCH))
        app.wait(20)
        running.service.stop()
        assert not running.service.running
    assert not heard(slow).endswith(b"0\r\n\r\n")


def test_what_was_answered_is_sent(app: Holding, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_LAST_SECONDS", PATIENCE)
    with serving(engine) as running:
        # One connection stays, the other ends with the answer.
        some = [opened(running.port, asking(running.port, BIG, connection=kept)) for kept in (None, "close")]
        app.wait(2)
        stopping = threading.Thread(target=running.service.stop)
        stopping.start()
        assert [len(heard(one)) > BIGNESS for one in some] == [True, True]
        stopping.join(PATIENCE)


def test_two_may_stop_it_and_both_wait(app: Holding, engine: Engine) -> None:
    with serving(engine) as running:
        held = opened(running.port, asking(running.port, HOLD))
        app.wait(1)
        ended: Future[bool] = Future()

        def stop() -> None:
            running.service.stop()
            ended.set_result(running.service.running)

        threading.Thread(target=stop).start()
        running.service.stop()
        assert not running.service.running
        assert ended.result(PATIENCE) is False
        held.close()


def test_a_fault_is_told_without_what_it_says(
    app: Holding, engine: Engine, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(engine) as running:
        answer = heard(opened(running.port, asking(running.port, FAULT))).decode()
    assert answer.startswith("HTTP/1.1 500 ")
    assert '{"detail": "There is a fault in ItemLink; its log says where."}' in answer
    assert "ValueError" in caplog.text
    assert "Ann" not in caplog.text + answer
    assert capfd.readouterr() == ("", "")


def test_it_leaves_the_logs_and_the_garbage_of_others_alone(
    running: Running, client: Client, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    handlers = list(logging.getLogger().handlers)
    collected = gc.isenabled()
    heard(opened(running.port, b"nonsense\r\n\r\n"))
    client("GET", "/api/items/")
    running.service.stop()
    assert logging.getLogger().handlers == handlers
    assert gc.isenabled() == collected
    assert [record for record in caplog.records if record.name.startswith("uvicorn")] == []
    assert capfd.readouterr() == ("", "")


def test_each_request_is_told(running: Running, client: Client) -> None:
    fill(running.engine, 1, 0)
    client("GET", "/api/items/?search=Ann")
    client("GET", "/api/items/2/")
    client("POST", "/api/items/1/add_customer/", {"customer_id": 9})
    client("PATCH", "/api/items/1/", {"name": "Ann"}, {"If-Match": "2026"})
    client("POST", "/api/items/", {f"{letter * 77}\n ä": "Ann" for letter in "abcd"})
    client.token = "another"
    client("POST", "/api/items/", {"name": "Ann"})
    running.service.stop()
    adding = ("POST", "/api/items/1/add_customer/")
    no_fields = " ".join(["name: This is needed.", *(f"{letter * 77} ä: There is no such field." for letter in "ab")])
    long = f"{no_fields[:199]}…"
    assert [(one.method, one.path, one.status, one.problem) for one in running.told] == [
        ("GET", "/api/items/", 200, ""),
        ("GET", "/api/items/2/", 404, "No longer in this file: 1 item (number 2)."),
        (*adding, 400, "customer_id: No longer in this file: 1 customer (number 9)."),
        ("PATCH", "/api/items/1/", 412, "This was changed elsewhere in the meantime."),
        ("POST", "/api/items/", 400, long),
        ("POST", "/api/items/", 401, "Invalid token."),
    ]
    assert all(one.at.endswith("Z") and one.ms > 0 for one in running.told)
