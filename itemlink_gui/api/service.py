"""The local service: starts and stops it beside everything else, on a thread of its own."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress

from itemlink_gui.api import sockets
from itemlink_gui.base import log
from itemlink_gui.base.errors import Cancelled, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.served import Served
from itemlink_gui.engine import Engine

_log = logging.getLogger(__name__)

Told = Callable[[Served], None]

END_SECONDS = 2.0
"""How long is waited for the end of its thread."""


class Service:
    """The operations of a file over HTTP, for programs of this computer; off until it is started.

    Args:
        engine: of the file; it must outlive the service.
        told: is called with each request once it is answered, on the service's thread.
    """

    def __init__(self, engine: Engine, told: Told | None = None) -> None:
        self._engine = engine
        self._told = told
        self._thread: _Thread | None = None

    @property
    def running(self) -> bool:
        """Whether it answers, or is about to."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def port(self) -> int:
        """Where it is reached; 0 while it does not run."""
        return self._thread.port if self._thread is not None and self.running else 0

    @property
    def address(self) -> str:
        """Such as ``http://localhost:8000``; empty while it does not run."""
        return f"http://localhost:{self.port}" if self.port else ""

    def start(self, port: int, token_hash: str) -> Future[str]:
        """Start it, after stopping it where it runs.

        Args:
            port: 1024 to 65535, or 0 for any that is free.
            token_hash: of the token that lets in, as `tokens.hashed` makes it.

        Returns:
            a future of the address. Its error is an `ItemLinkError`, `PortTaken` for one, and `Cancelled` if it is
            stopped before. It is done on the service's thread.
        """
        self.stop()
        self._thread = _Thread(self._engine, port, token_hash, self._told)
        self._thread.start()
        return self._thread.began

    def renew(self, token_hash: str) -> None:
        """Let in who has another token from now on, and nobody with the one before.

        Args:
            token_hash: as with `start`.
        """
        if self._thread is not None:
            self._thread.token_hash = token_hash

    def stop(self) -> None:
        """End it, within two seconds, of which what is being worked on has one; from any thread, also twice."""
        if self._thread is not None:
            self._thread.end()
            self._thread.join(END_SECONDS)


class _Thread(threading.Thread):
    """One run of the service; arguments as there."""

    def __init__(self, engine: Engine, port: int, token_hash: str, told: Told | None) -> None:
        super().__init__(name="itemlink-service", daemon=True)
        self.began: Future[str] = Future()
        self.port = 0
        self.token_hash = token_hash
        self._engine = engine
        self._asked = port
        self._told = told
        self._end: Future[None] = Future()
        # Nobody takes it back any more.
        self.began.set_running_or_notify_cancel()

    def end(self) -> None:
        """Have it end; from any thread."""
        with suppress(InvalidStateError):
            self._end.set_result(None)

    def run(self) -> None:
        """Serve until the end is wanted."""
        listening: list[socket.socket] = []
        try:
            listening = sockets.bind(self._asked)
            self.port = int(listening[0].getsockname()[1])
            self._serve(listening)
        except BaseException as error:
            if self.began.done():
                _log.error("the service ended\n%s", log.describe(error))
            else:
                self.began.set_exception(error)
        finally:
            sockets.close(listening)
            if not self.began.done():
                self.began.set_exception(Cancelled(tr("The service was stopped.")))

    def _serve(self, listening: list[socket.socket]) -> None:
        try:
            # Here and not before: it takes more than half a second, and no window waits for it.
            from itemlink_gui.api import server
        except ModuleNotFoundError as error:
            raise ItemLinkError(
                tr("The local service lacks {name}. To install it: pip install fastapi uvicorn", name=error.name)
            ) from error

        server.serve(
            self._engine,
            listening,
            token_hash=lambda: self.token_hash,
            told=self._told,
            began=lambda: self.began.set_result(f"http://localhost:{self.port}"),
            end=self._end,
        )
