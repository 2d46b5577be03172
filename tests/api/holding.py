"""An application in the place of ours: it answers when it is told to, or without end."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any

from itemlink_gui.api.guard import Receive, Send
from tests.api.attacking import request
from tests.api.conftest import SOCKET_SECONDS
from tests.support import PATIENCE

HOLD, MUCH, BIG, BLOCK, FAULT = "/hold/", "/much/", "/big/", "/block/", "/fault/"
BIGNESS = 8 * 1024 * 1024
_PIECE = bytes(0x10000)


class Holding:
    """Answers all at once: but ``/hold/`` when it is let go, ``/much/`` without end, ``/fault/`` never.

    ``/big/`` is one long piece, and during ``/block/`` nothing else goes on in the service.
    """

    def __init__(self) -> None:
        self.asked = 0
        self._held = threading.Semaphore(0)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._go = asyncio.Event()
        self._unblocked = threading.Event()

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        self.asked += 1
        self._loop = asyncio.get_running_loop()
        body = (await receive())["body"]
        match scope["path"]:
            case "/hold/":
                self._held.release()
                await self._go.wait()
            case "/block/":
                self._held.release()
                self._unblocked.wait(PATIENCE)
            case "/big/":
                self._held.release()
                body = bytes(BIGNESS)
            case "/fault/":
                raise ValueError("Ann Smith")
        await send({"type": "http.response.start", "status": 200, "headers": [(b"set-cookie", b"a=b")]})
        while scope["path"] == MUCH:
            self._held.release()
            await send({"type": "http.response.body", "body": _PIECE, "more_body": True})
            if (await asyncio.wait({asyncio.ensure_future(receive())}, timeout=0))[0]:
                return
        await send({"type": "http.response.body", "body": body if scope["path"] == BIG else str(len(body)).encode()})

    def wait(self, count: int) -> None:
        """Wait until so many requests are held."""
        for _ in range(count):
            assert self._held.acquire(timeout=PATIENCE)

    def unblock(self) -> None:
        """Let the service go on."""
        self._unblocked.set()

    def let_go(self) -> None:
        """Answer those that are held, and those that come."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._go.set)


def opened(port: int, data: bytes = b"") -> socket.socket:
    """Return a connection, and what was sent on it already."""
    connection = socket.create_connection(("127.0.0.1", port), SOCKET_SECONDS)
    connection.sendall(data)
    return connection


def asking(port: int, path: str, **more: Any) -> bytes:
    """Return a good request."""
    return request(port, **({"method": "GET", "target": path, "body": b""} | more))


def answered(connection: socket.socket) -> bytes:
    """Return one answer of the application, and leave the connection as it is."""
    found = b""
    while not found.endswith(b"0\r\n\r\n"):
        found += connection.recv(0x10000)
    return found


def heard(connection: socket.socket) -> bytes:
    """Return what comes until the connection is ended."""
    found = bytearray()
    with connection, suppress(ConnectionError):
        while more := connection.recv(0x10000):
            found += more
    return bytes(found)
