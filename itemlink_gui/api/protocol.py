"""Connections: few, and none of them waits for another's client."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Literal

import h11
from typing_extensions import override
from uvicorn.protocols.http.h11_impl import STATUS_PHRASES, H11Protocol

from itemlink_gui.api.guard import MOST_HEADER_BYTES

MOST = 16
"""How many connections there are at a time."""
SECONDS = 5.0
"""How long a client has for the header of a request, for its body, and to begin the next one."""

# The beginning of a piece of less than 256 bytes, in a body that comes in pieces. How long reading takes depends on how
# many there are, and nobody is answered meanwhile: so there are not more at a time.
_SMALL = re.compile(rb"\r\n0*[0-9a-f]{1,2}(?:;[^\r\n]*)?\r\n", re.IGNORECASE)
_MOST_SMALL = 1_000

Owed = Literal["", "request", "header", "body", "answer"]
"""What a client is waited for: to begin, to complete a header or a body, or to take the answer; or nothing."""


class Protocol(H11Protocol):
    """One connection. Where there is one too many, the one goes that has waited for its client for longest."""

    _owed: Owed = ""
    _since = 0.0
    _timer: asyncio.TimerHandle | None = None
    _is_in = False
    """Whether it is one of those that are listened to."""
    _is_out = False
    """Whether it is ended, or about to be; what it is about to send is sent."""

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._is_in = len(self._those_in()) < MOST
        super().connection_made(transport)
        self._turn()
        if not self._is_in:
            # Not before what has come to the others was read, for which two rounds of the loop are enough.
            self.loop.call_soon(self.loop.call_soon, self._come_in)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._is_out = True
        super().connection_lost(exc)
        self._turn()

    @override
    def data_received(self, data: bytes) -> None:
        if len(_SMALL.findall(data)) > _MOST_SMALL:
            self.refuse(400, "The body comes in very many pieces.")
            return
        super().data_received(data)
        self._turn()

    @override
    def handle_events(self) -> None:
        if not self._is_in:
            return
        if self.conn.their_state is h11.IDLE:
            header = self.conn.trailing_data[0].partition(b"\r\n\r\n")[0]
            # It takes long to read.
            if len(header) > MOST_HEADER_BYTES:
                self.refuse(431, "The header is too long.")
                return
            # h11 takes lines that end as no program ends them: what comes between may read them otherwise.
            if b"\n" in header.replace(b"\r\n", b""):
                self.refuse(400, "A line of the header does not end as lines do.")
                return
        super().handle_events()

    @override
    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._turn()

    @override
    def pause_writing(self) -> None:
        super().pause_writing()
        self._turn()

    @override
    def resume_writing(self) -> None:
        super().resume_writing()
        self._turn()

    @override
    def send_400_response(self, msg: str) -> None:
        self.refuse(400, "This is no request as HTTP wants it.")

    @override
    def shutdown(self) -> None:
        """Let what is being worked on, or being taken, come to its end, and nothing else."""
        if self._owed in ("request", "header"):
            # What was answered is still sent.
            self.transport.close()
        elif self._owed == "body":
            self.put_out()
        elif self.cycle is not None:
            self.cycle.keep_alive = False
        self._turn()

    def put_out(self) -> None:
        """End it at once, whatever was still to come."""
        self._is_out = True
        if self.cycle is not None:
            # What is written from now on would go nowhere, and be told in asyncio's log.
            self.cycle.disconnected = True
        self.transport.abort()
        self._turn()

    def refuse(self, status: int, detail: str) -> None:
        """Answer what is no request, and end it.

        Args:
            status: of the answer.
            detail: why, in words.
        """
        if self.transport.is_closing() or self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            # Something was answered already.
            self.put_out()
            return
        body = json.dumps({"detail": detail}).encode()
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", b"%d" % len(body)),
            (b"x-content-type-options", b"nosniff"),
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
        ]
        answer = h11.Response(status_code=status, headers=headers, reason=STATUS_PHRASES[status])
        for event in (answer, h11.Data(data=body), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event))
        self._is_out = True
        self.transport.close()
        self._turn()

    def _turn(self) -> None:
        """Take note of what is waited for now, and since when."""
        owed = self._what_is_owed()
        if owed == self._owed:
            return
        if not self._owed:
            self._since = self.loop.time()
        self._owed = owed
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if owed in ("request", "header", "body"):
            self._timer = self.loop.call_later(SECONDS, self._too_late)

    def _what_is_owed(self) -> Owed:
        if self._is_out:
            return ""
        if self.transport.is_closing():
            return "answer"
        if self.cycle is None or self.cycle.response_complete:
            return "header" if self.conn.trailing_data[0] else "request"
        if self.cycle.more_body:
            return "body"
        return "answer" if self.flow.write_paused else ""

    def _too_late(self) -> None:
        if self._owed == "request":
            self.transport.close()
            self._turn()
        else:
            self.refuse(408, "The request did not come in time.")

    def _those_in(self) -> list[Protocol]:
        return [one for one in self.connections if isinstance(one, Protocol) and one._is_in and not one._is_out]

    def _come_in(self) -> None:
        """Begin to listen, in the place of another where all are taken."""
        if self._is_out:
            return
        others = self._those_in()
        if len(others) >= MOST:
            waiting = [one for one in others if one._owed]
            if not waiting:
                self.refuse(503, "Too much is being worked on; try again in a moment.")
                return
            min(waiting, key=lambda one: one._since).put_out()
        self._is_in = True
        self.handle_events()
        self._turn()
