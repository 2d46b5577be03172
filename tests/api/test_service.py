"""The local service: that it starts, answers and ends."""

from __future__ import annotations

from itemlink_gui.base.tokens import hashed
from tests.api.conftest import TOKEN, Client, Running
from tests.support import PATIENCE


def test_who_knows_the_token_is_answered(client: Client) -> None:
    assert client("GET", "/api/items/").status != 401


def test_who_does_not_is_not(client: Client) -> None:
    client.token = "another"
    assert client("GET", "/api/items/").status == 401


def test_it_ends_and_starts_again_at_the_same_port(running: Running) -> None:
    port = running.port
    running.service.stop()
    running.service.stop()
    assert (running.service.running, running.service.port, running.service.address) == (False, 0, "")
    assert running.service.start(port, hashed(TOKEN)).result(PATIENCE) == f"http://localhost:{port}"
    assert running.service.address == f"http://localhost:{port}"
