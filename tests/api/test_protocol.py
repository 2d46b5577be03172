"""Connections: how many there are, how long they are waited for, and which one goes."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator

import pytest

from itemlink_gui.api import application, protocol
from itemlink_gui.engine import Engine
from tests.api.conftest import Client, Running, serving
from tests.api.holding import BLOCK, HOLD, MUCH, Holding, answered, asking, heard, opened

OK = b"HTTP/1.1 200 "


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Holding:
    holding = Holding()
    monkeypatch.setattr(application, "create", lambda engine, port: holding)
    return holding


@pytest.fixture
def running(app: Holding, engine: Engine) -> Iterator[Running]:
    with serving(engine) as running:
        yield running


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "SECONDS", 0.1)


def test_there_are_sixteen_and_the_one_goes_that_has_waited_longest(running: Running) -> None:
    idle = [opened(running.port) for _ in range(20)]
    assert [heard(one) for one in idle[:4]] == [b""] * 4
    for one in idle[4:]:
        one.sendall(asking(running.port, "/"))
        assert heard(one).startswith(OK)


def test_whoever_was_answered_last_stays(running: Running) -> None:
    first = opened(running.port)
    idle = [opened(running.port) for _ in range(15)]
    for one in (idle[-1], first):
        one.sendall(asking(running.port, "/", connection=None))
        assert answered(one).startswith(OK)
    late = opened(running.port, asking(running.port, "/"))
    assert heard(late).startswith(OK)
    assert heard(idle[0]) == b""
    first.sendall(asking(running.port, "/"))
    assert heard(first).startswith(OK)
    for one in idle[1:]:
        one.close()


def test_what_is_worked_on_stays(running: Running, app: Holding) -> None:
    held = [opened(running.port, asking(running.port, HOLD)) for _ in range(15)]
    app.wait(15)
    idle = opened(running.port)
    assert heard(opened(running.port, asking(running.port, "/"))).startswith(OK)
    assert heard(idle) == b""
    held.append(opened(running.port, asking(running.port, HOLD)))
    app.wait(1)
    refused = heard(opened(running.port, asking(running.port, "/")))
    assert refused.startswith(b"HTTP/1.1 503 ")
    assert b'"detail"' in refused
    app.let_go()
    assert [heard(one)[: len(OK)] for one in held] == [OK] * 16
    assert app.asked == 17


def test_many_at_once_are_either_answered_or_told(running: Running, app: Holding) -> None:
    blocking = opened(running.port, asking(running.port, BLOCK))
    app.wait(1)
    at_once = [opened(running.port, asking(running.port, HOLD)) for _ in range(40)]
    app.unblock()
    assert heard(blocking).startswith(OK)
    app.wait(15)
    app.let_go()
    statuses = [heard(one)[9:12] for one in at_once]
    assert set(statuses) == {b"200", b"503"}
    assert statuses.count(b"200") in (15, 16)


def test_who_begins_late_has_waited_as_long(running: Running) -> None:
    idle = [opened(running.port) for _ in range(16)]
    idle[0].sendall(b"G")
    idle[-1].sendall(asking(running.port, "/", connection=None))
    assert answered(idle[-1]).startswith(OK)
    assert heard(opened(running.port, asking(running.port, "/"))).startswith(OK)
    assert heard(idle[0]) == b""
    for one in idle[1:]:
        one.close()


def test_who_does_not_take_the_answer_makes_room(running: Running, app: Holding) -> None:
    slow = []
    for _ in range(16):
        one = socket.socket(socket.AF_INET)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect(("127.0.0.1", running.port))
        one.sendall(asking(running.port, MUCH))
        slow.append(one)
    # Until nothing more can be sent to them they are being worked on.
    while not (answer := heard(opened(running.port, asking(running.port, "/")))).startswith(OK):
        assert answer.startswith(b"HTTP/1.1 503 ")
    for one in slow:
        one.close()


@pytest.mark.usefixtures("impatient")
def test_who_says_nothing_is_put_out(running: Running) -> None:
    assert heard(opened(running.port)) == b""


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("cut", [1, 30, 100, -1, -10])
def test_who_does_not_say_all_is_told(running: Running, app: Holding, cut: int) -> None:
    whole = asking(running.port, "/", method="POST", body=b"[1, 2, 3, 4, 5]")
    said = heard(opened(running.port, whole[:cut]))
    assert said.startswith(b"HTTP/1.1 408 ")
    assert app.asked == 0


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("dripping", [b"x", b"\r\n"])
def test_drop_by_drop_is_not_faster(running: Running, app: Holding, dripping: bytes) -> None:
    one = opened(running.port, b"POST / HTTP/1.1\r\nHost: a\r\nX: ")
    while not select.select([one], [], [], 0.01)[0]:
        one.sendall(dripping[:1])
    assert heard(one).startswith((b"HTTP/1.1 408 ", b"HTTP/1.1 400 "))
    assert app.asked == 0


@pytest.mark.usefixtures("impatient")
def test_what_is_worked_on_may_take_longer(running: Running, app: Holding) -> None:
    held = opened(running.port, asking(running.port, HOLD))
    app.wait(1)
    assert heard(opened(running.port)) == b""
    app.let_go()
    assert heard(held).startswith(OK)


def test_one_connection_for_many_requests(running: Running, app: Holding) -> None:
    again = asking(running.port, "/", connection=None)
    one = opened(running.port, again + again + asking(running.port, "/"))
    assert heard(one).count(OK) == 3
    assert app.asked == 3


@pytest.mark.parametrize("cut", [24, 25, 26])
def test_lines_end_as_lines_do(running: Running, app: Holding, cut: int) -> None:
    again = asking(running.port, "/", connection=None)
    one = opened(running.port, again)
    assert answered(one).startswith(OK)
    wrong = again.replace(b"/ HTTP/1.1\r\n", b"/ HTTP/1.1\r\nX-Long-Name: 1\n")
    one.sendall(wrong[:cut])
    one.sendall(wrong[cut:])
    assert heard(one).startswith(b"HTTP/1.1 400 ")
    assert app.asked == 1


def test_a_long_body_is_refused_so_that_it_is_heard(running: Running, app: Holding, client: Client) -> None:
    """Also where the connection is to end after it, and where its length is told piece by piece."""
    much = b" " * (9 * 1024 * 1024)
    assert client("POST", "/", much).status == 413
    assert client("POST", "/", much, {"Connection": "close"}).status == 413
    pieces = iter([much[: 1 << 20]] * 9)
    client.connection.close()
    client.connection.request("POST", "/", pieces, {"Authorization": f"Token {client.token}"}, encode_chunked=True)
    assert client.connection.getresponse().status in (413, 415)
    assert app.asked == 0


def test_a_body_may_be_long(running: Running, client: Client) -> None:
    assert client("POST", "/", b" " * (8 * 1024 * 1024)).body == str(8 * 1024 * 1024).encode()


def test_who_asks_whether_to_send_is_told(running: Running, app: Holding) -> None:
    asks = {"method": "POST", "body": b"{}", "expect": "100-continue"}
    whole = asking(running.port, "/", **asks)
    one = opened(running.port, whole[:-2])
    assert one.recv(0x10000).startswith(b"HTTP/1.1 100 ")
    one.sendall(b"{}")
    assert heard(one).startswith(OK)
    refused = heard(opened(running.port, asking(running.port, "/", authorization=None, **asks)[:-2]))
    assert refused.startswith(b"HTTP/1.1 401 ")
    assert app.asked == 1
