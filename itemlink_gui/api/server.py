"""Serves the application to connections until it is told to stop: uvicorn, without its signals, prints and ticks."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, cast

import uvicorn
from typing_extensions import override

from itemlink_gui.api import application
from itemlink_gui.api.guard import MOST_HEADER_BYTES, Guard
from itemlink_gui.api.protocol import Protocol
from itemlink_gui.base import log
from itemlink_gui.base.served import Served
from itemlink_gui.engine import Engine

_log = logging.getLogger(__name__)

GRACE_SECONDS = 1.0
"""How long what is being worked on may take when it is stopped."""
# How long the last bytes of an answer have to be sent, and how often is looked whether they are.
_LAST_SECONDS = 0.3
_LOOK_SECONDS = 0.01
# More rounds of the loop than there are between accepting a connection and its protocol.
_ROUNDS = 5


def serve(
    engine: Engine,
    listening: list[socket.socket],
    *,
    token_hash: Callable[[], str],
    told: Callable[[Served], None] | None,
    began: Callable[[], None],
    end: Future[None],
) -> None:
    """Serve until the end is wanted.

    Args:
        engine: of the file.
        listening: the sockets that it is reached at, all at the same port; they are closed at the end.
        token_hash: returns that of the token that lets in.
        told: is called with each request once it is answered.
        began: is called when requests are answered from now on.
        end: done when the end is wanted.
    """
    port = int(listening[0].getsockname()[1])
    app = Guard(application.create(engine, port), port=port, token_hash=token_hash, told=told)
    config = uvicorn.Config(
        cast(Any, app),
        http=Protocol,
        ws="none",
        interface="asgi3",
        lifespan="off",
        # It would print what it has to tell; what matters the guard and the loop write into our log.
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        workers=1,
        backlog=128,
        h11_max_incomplete_event_size=MOST_HEADER_BYTES,
    )
    asyncio.run(_Server(config, began, end).serve(listening))


def _note(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Write what goes wrong between requests into our log: asyncio's own would print it, with what was sent."""
    error = context.get("exception")
    _log.error("a connection failed\n%s", log.describe(error) if error is not None else "")


class _Server(uvicorn.Server):
    """Uvicorn's server, which ends at once when it is told to; arguments as of `serve`."""

    def __init__(self, config: uvicorn.Config, began: Callable[[], None], end: Future[None]) -> None:
        super().__init__(config)
        self._began = began
        self._end = end

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().set_exception_handler(_note)
        await super().startup(sockets)
        self._began()

    @override
    async def main_loop(self) -> None:
        await asyncio.wrap_future(self._end)

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._let_nobody_in()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()
        if late := await self._unfinished(GRACE_SECONDS):
            for task in late:
                task.cancel()
            await self._unfinished(_LAST_SECONDS)
        await self._sent()
        for connection in list(state.connections):
            connection.transport.abort()
        # The transports let go of their sockets in the next round.
        await asyncio.sleep(0)

    async def _let_nobody_in(self) -> None:
        loop = asyncio.get_running_loop()
        for server in self.servers:
            for listening in server.sockets:
                # Windows has no such thing to take away.
                with suppress(NotImplementedError):
                    loop.remove_reader(listening)
        # Whom the sockets have let in a moment ago, asyncio would lose if they were closed at once.
        for _ in range(_ROUNDS):
            await asyncio.sleep(0)
        for server in self.servers:
            server.close()

    async def _unfinished(self, seconds: float) -> set[asyncio.Task[None]]:
        """Wait for what is being worked on, and return what is not finished by then."""
        tasks = set(self.server_state.tasks)
        if not tasks:
            return tasks
        _, late = await asyncio.wait(tasks, timeout=seconds)
        return late

    async def _sent(self) -> None:
        """Wait until all answers are sent, for as long as is given to that."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _LAST_SECONDS
        while self.server_state.connections and loop.time() < until:
            await asyncio.sleep(_LOOK_SECONDS)
