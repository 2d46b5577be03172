"""The local service: that it starts, answers and ends."""

from __future__ import annotations

import sys
import threading

import pytest

import itemlink_gui.api
from itemlink_gui.api.service import Service
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.tokens import hashed
from itemlink_gui.engine import Engine
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


def test_another_token_lets_in_at_once_and_the_one_before_no_longer(running: Running, client: Client) -> None:
    assert client("GET", "/api/items/").status != 401
    running.service.renew(hashed("another"))
    # Over the connection that stands, too.
    assert client("GET", "/api/items/").status == 401
    client.token = "another"
    assert client("GET", "/api/items/").status != 401


def test_who_stops_it_a_second_time_waits_as_well(running: Running) -> None:
    first = threading.Thread(target=running.service.stop)
    first.start()
    running.service.stop()
    assert not running.service.running
    first.join(PATIENCE)


def test_without_the_libraries_it_says_what_to_do(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "itemlink_gui.api.application", raising=False)
    monkeypatch.delattr(itemlink_gui.api, "application", raising=False)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    error = Service(engine).start(0, hashed(TOKEN)).exception(PATIENCE)
    assert isinstance(error, ItemLinkError)
    assert "pip install 'itemlink[api]'" in str(error)
