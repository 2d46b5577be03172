"""A service on a file of its own, at a port that the system chose, and a client that knows the token."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from itemlink_gui.api.service import Service
from itemlink_gui.base.served import Served
from itemlink_gui.base.tokens import hashed
from itemlink_gui.engine import Engine
from tests.support import PATIENCE

TOKEN = "0123456789abcdef0123456789abcdef01234567"

# Longer than the service lets a client wait for anything.
SOCKET_SECONDS = 5.0


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def detail(self) -> str:
        """Why it was refused."""
        return str(self.json["detail"])


class Client:
    """Asks a service over one connection, made again where it was closed."""

    def __init__(self, port: int, token: str = TOKEN) -> None:
        self.port = port
        self.token = token
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def __call__(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None, **more: Any
    ) -> Answer:
        """Ask, with the token; a body that is no bytes is sent as JSON.

        Args:
            method: such as GET.
            path: with its query.
            body: of the request; None for none.
            headers: beside the token and the type, or in their place.
            more: for `http.client`.
        """
        sent = {"Authorization": f"Token {self.token}"} if self.token else {}
        if body is not None:
            sent["Content-Type"] = "application/json"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.connection.request(method, path, body=body, headers=sent | dict(headers or {}), **more)
        response = self.connection.getresponse()
        return Answer(response.status, response.headers, response.read())

    def close(self) -> None:
        self.connection.close()


@dataclass
class Running:
    """A service that runs."""

    service: Service
    engine: Engine
    told: list[Served]

    @property
    def port(self) -> int:
        return self.service.port


@contextmanager
def serving(engine: Engine) -> Iterator[Running]:
    """Give a service over an engine, stopped at the end."""
    told: list[Served] = []
    service = Service(engine, told.append)
    service.start(0, hashed(TOKEN)).result(PATIENCE)
    try:
        yield Running(service, engine, told)
    finally:
        service.stop()


@pytest.fixture
def running(engine: Engine) -> Iterator[Running]:
    """A service over the engine of the test, stopped before it is closed."""
    with serving(engine) as running:
        yield running


@pytest.fixture
def client(running: Running) -> Iterator[Client]:
    """Asks that service."""
    client = Client(running.port)
    yield client
    client.close()
