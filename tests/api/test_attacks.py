"""Nobody gets in who shall not: each attack is refused, changes nothing, and leaves the service as it was."""

from __future__ import annotations

import socket
from contextlib import ExitStack

from itemlink_gui.engine import Engine
from tests.api.attacking import PATH, attacks, request, sent
from tests.api.conftest import SOCKET_SECONDS, Client, Running
from tests.support import fill, raw, snapshot

# What an answer must not have, whatever it says.
NEVER = (b"access-control", b"set-cookie", b"traceback", b"internal server error", b"server: ", b".py")


def test_what_is_attacked_gets_in_as_it_is(running: Running) -> None:
    """Else it would say nothing that the rest does not."""
    fill(running.engine, 1, 1)
    before = snapshot(running.engine.path)
    assert sent(running.port, request(running.port))[0] == [200]
    assert snapshot(running.engine.path) != before


def test_nothing_else_gets_in(running: Running) -> None:
    fill(running.engine, 1, 1)
    before = snapshot(running.engine.path)
    with raw(running.engine.path) as other:
        version = other.execute("PRAGMA data_version").fetchone()
        wrong = {name: said for name, attack in attacks().items() if (said := result(running, attack(running.port)))}
        assert wrong == {}
        assert other.execute("PRAGMA data_version").fetchone() == version
    assert snapshot(running.engine.path) == before


def result(running: Running, data: bytes) -> str:
    """Return what is wrong with the answer to an attack, or with the one to a good request after it."""
    statuses, heard = sent(running.port, data)
    if any(status < 400 or (status >= 500 and status != 505) for status in statuses):
        return f"answered with {statuses}"
    if found := [text for text in NEVER if text in heard.lower()]:
        return f"the answer has {found}"
    good = request(running.port, method="GET", target="/api/items/1/", body=b"")
    after = sent(running.port, good)[0]
    return "" if after == [200] else f"a good request after it was answered with {after}"


def test_there_are_many_attacks() -> None:
    assert len(attacks()) > 100


def test_idle_clients_stop_nobody(running: Running, client: Client) -> None:
    fill(running.engine, 1, 1)
    with ExitStack() as stack:
        for number in range(200):
            idle = stack.enter_context(socket.create_connection(("127.0.0.1", running.port), SOCKET_SECONDS))
            # Some say nothing, some begin and do not go on, with the header or with the body.
            idle.sendall((b"", b"POST / HTTP/1.1\r\nHost:", request(running.port)[:-1])[number % 3])
        client.connection.timeout = SOCKET_SECONDS
        assert client("POST", PATH, {"customer_id": 1}).status == 200


def test_a_flood_of_them_stops_nobody_who_is_there(running: Running, client: Client) -> None:
    fill(running.engine, 1, 1)
    client.connection.timeout = SOCKET_SECONDS
    for _ in range(5):
        with ExitStack() as stack:
            for _ in range(40):
                one = stack.enter_context(socket.socket(socket.AF_INET))
                one.setblocking(False)
                one.connect_ex(("127.0.0.1", running.port))
            assert client("GET", "/api/items/1/").status == 200
            client.close()


def test_the_engine_goes_on(running: Running, engine: Engine) -> None:
    for attack in list(attacks().values())[::10]:
        sent(running.port, attack(running.port))
    fill(engine, 1, 1)
