"""The door: nothing gets to the application that is not from a program of this computer that knows the token."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from email.utils import formatdate
from typing import Any

from itemlink_gui.base import log
from itemlink_gui.base.served import Served
from itemlink_gui.base.tokens import matches

_log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

MOST_BYTES = 8 * 1024 * 1024
"""How long a body may be. Of a longer one as much again is taken and thrown away, so that the answer is heard."""
MOST_HEADER_BYTES = 16 * 1024
MOST_HEADERS = 100
HOSTS = ("localhost", "127.0.0.1", "[::1]")

# What may be looked at without a token, for it holds no data.
_OPEN = re.compile(rb"/api/(?:docs(?:/.*)?|schema/?)\Z")
# As paths of ours are: no empty part, none of dots only, nothing written otherwise than it is meant.
_PATH = re.compile(rb"(?:/(?!\.+(?:/|\Z))[A-Za-z0-9_.-]+)*/?\Z")
_TOKEN = re.compile(rb"(?:token|bearer) +([\x21-\x7e]+)\Z", re.IGNORECASE)
_JSON = re.compile(rb"application/json\s*(?:;\s*charset\s*=\s*\"?utf-8\"?\s*)?\Z", re.IGNORECASE)
# Browsers say where a request comes from: from a page of ours, or from somebody who typed the address.
_SITES = {b"same-origin", b"none"}

# What the application says goes before; what would let others in is taken out.
_SAFE = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)
_NEVER = (b"set-cookie", b"server", b"access-control-")
_LONGEST_PATH_TOLD = 200
_LONGEST_PROBLEM_TOLD = 200
# How an answer of ours begins that tells why something is refused; it may have very many numbers behind.
_DETAIL = re.compile(rb'\{"detail": ("(?:[^"\\]|\\.)*")')


class Refused(Exception):
    """A request that does not get in.

    Args:
        status: of the answer.
        detail: why, in words.
        headers: of the answer, beside the usual ones.
        ends: whether the connection ends, too: nobody reads the rest of the request.
    """

    def __init__(self, status: int, detail: str, headers: Headers | None = None, *, ends: bool = False) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or []
        self.ends = ends


class _Gone(Exception):
    """The client does not wait for an answer."""


class Guard:
    """Stands before an ASGI application.

    Args:
        app: the application; it gets each request with its body in one piece.
        port: where the service is reached.
        token_hash: returns that of the token that lets in.
        told: is called with each request once it is answered, on the service's thread.
    """

    def __init__(
        self, app: App, *, port: int, token_hash: Callable[[], str], told: Callable[[Served], None] | None
    ) -> None:
        self._app = app
        self._hosts = {f"{host}:{port}".encode() for host in HOSTS}
        self._token_hash = token_hash
        self._told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it."""
        at, began = datetime.now(UTC).isoformat(timespec="milliseconds"), time.perf_counter()
        answer = _Answer(send)
        problem = ""
        try:
            body = await self._body(scope, receive)
            await self._app(scope, _given(body, receive), answer)
        except Refused as refused:
            problem = refused.detail
            await answer.refuse(refused)
        except _Gone:
            answer.status, problem = 400, "The request did not come to its end."
        except asyncio.CancelledError:
            problem = "The service is ending; whether this was done stands in the history."
            await answer.refuse(Refused(503, problem))
        except Exception as error:
            problem = "There is a fault in ItemLink; its log says where."
            _log.error("a request failed\n%s", log.describe(error))
            await answer.refuse(Refused(500, problem))
        if self._told is not None:
            path = bytes(scope["raw_path"][:_LONGEST_PATH_TOLD]).decode("ascii", "replace")
            ms = (time.perf_counter() - began) * 1000
            problem = problem or answer.detail
            self._told(Served(at.replace("+00:00", "Z"), scope["method"], path, answer.status, ms, problem))

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        """Return what a request brings, when all of it has come.

        Raises:
            Refused: if it does not get in. That is told when all has come as well: who still sends hears nothing.
        """
        try:
            self._look(scope)
        except Refused as refused:
            # Who asks whether to go on has not sent it.
            refused.ends = refused.ends or bool(_values(scope["headers"], b"expect"))
            if not refused.ends:
                await _taken(receive, keep=False)
            raise
        return await _taken(receive, keep=True)

    def _look(self, scope: Scope) -> None:
        """Look at everything but the body.

        Raises:
            Refused: if it does not get in.
        """
        headers: Headers = scope["headers"]
        path: bytes = scope["raw_path"]
        if len(headers) > MOST_HEADERS or _size(scope) > MOST_HEADER_BYTES:
            raise Refused(431, "The header is too long.", ends=True)
        _look_at_the_framing(scope)
        hosts = _values(headers, b"host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            raise Refused(403, "The service answers to this computer's own names only, such as localhost.")
        _look_at_the_origin(headers, hosts[0])
        if not path.startswith(b"/") or not _PATH.match(path):
            raise Refused(404, "There is nothing here.")
        if scope["method"] != "GET" or not _OPEN.match(path):
            self._look_at_the_token(headers)
        _look_at_the_type(headers)

    def _look_at_the_token(self, headers: Headers) -> None:
        given = _values(headers, b"authorization")
        challenge = [(b"www-authenticate", b'Token realm="ItemLink"')]
        if not given:
            raise Refused(401, "Authentication credentials were not provided.", challenge)
        found = _TOKEN.match(given[0])
        if len(given) != 1 or found is None or not matches(found[1].decode("ascii"), self._token_hash()):
            raise Refused(401, "Invalid token.", challenge)


def _look_at_the_framing(scope: Scope) -> None:
    """Refuse what two programs could read in two ways, and what is too long."""
    headers: Headers = scope["headers"]
    lengths, encodings = _values(headers, b"content-length"), _values(headers, b"transfer-encoding")
    if scope["http_version"] not in ("1.0", "1.1"):
        raise Refused(505, "The service speaks HTTP/1.1.", ends=True)
    if encodings and (lengths or len(encodings) != 1 or scope["http_version"] != "1.1"):
        raise Refused(400, "It is not clear how long the body is.", ends=True)
    if lengths and int(lengths[0]) > MOST_BYTES:
        raise _too_long(ends=int(lengths[0]) > 2 * MOST_BYTES)


def _look_at_the_origin(headers: Headers, host: bytes) -> None:
    """Refuse what a page of somebody else asks for in a browser."""
    origins = _values(headers, b"origin")
    if origins and (len(origins) != 1 or origins[0].lower() != b"http://" + host.lower()):
        raise Refused(403, "Pages from elsewhere are not answered.")
    if not _SITES.issuperset(_values(headers, b"sec-fetch-site")):
        raise Refused(403, "Pages from elsewhere are not answered.")


def _look_at_the_type(headers: Headers) -> None:
    """Refuse a body that says to be something else than JSON."""
    lengths = _values(headers, b"content-length")
    if not _values(headers, b"transfer-encoding") and (not lengths or int(lengths[0]) == 0):
        return
    types, encodings = _values(headers, b"content-type"), _values(headers, b"content-encoding")
    if len(types) != 1 or not _JSON.match(types[0]):
        raise Refused(415, "The body must be JSON: Content-Type: application/json")
    if encodings and encodings != [b"identity"]:
        raise Refused(415, "The body must not be packed.")


def _values(headers: Headers, name: bytes) -> list[bytes]:
    return [value for known, value in headers if known == name]


def _size(scope: Scope) -> int:
    return len(scope["raw_path"]) + len(scope["query_string"]) + sum(len(n) + len(v) + 4 for n, v in scope["headers"])


def _too_long(*, ends: bool) -> Refused:
    return Refused(413, "The body is longer than 8 MB.", ends=ends)


async def _taken(receive: Receive, *, keep: bool) -> bytes:
    """Return the body of a request.

    Args:
        receive: where it comes from.
        keep: whether it is wanted; else it is only taken.

    Raises:
        Refused: if it is too long.
        _Gone: if it does not come.
    """
    kept, size, more = bytearray(), 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        piece, more = message.get("body", b""), message.get("more_body", False)
        size += len(piece)
        if size > 2 * MOST_BYTES:
            raise _too_long(ends=True)
        if keep and size <= MOST_BYTES:
            kept += piece
    if size > MOST_BYTES:
        raise _too_long(ends=False)
    return bytes(kept)


def _given(body: bytes, receive: Receive) -> Receive:
    """Return how the application gets a body that is here, and later that the client has gone."""
    pending = [body]

    async def given() -> Message:
        if pending:
            return {"type": "http.request", "body": pending.pop(), "more_body": False}
        while (message := await receive())["type"] != "http.disconnect":
            pass
        return message

    return given


class _Answer:
    """What is sent to the client.

    Args:
        send: sends it.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        """Of the answer; 0 as long as there is none."""
        self.detail = ""
        """Why something was refused, as the answer tells it; it may have names in it and is written nowhere."""

    async def __call__(self, message: Message) -> None:
        """Send a part of it, with what keeps others out in its header."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            said = [(name.lower(), value) for name, value in message.get("headers", [])]
            kept = [(name, value) for name, value in said if not name.startswith(_NEVER)]
            names = {name for name, _ in kept}
            kept += [header for header in _SAFE if header[0] not in names]
            kept.append((b"date", formatdate(usegmt=True).encode()))
            message = {**message, "headers": kept}
        elif self.status >= 400 and not self.detail and (found := _DETAIL.match(message.get("body", b""))):
            told = " ".join(json.loads(found[1]).split())
            more = len(told) > _LONGEST_PROBLEM_TOLD
            self.detail = f"{told[: _LONGEST_PROBLEM_TOLD - 1]}…" if more else told
        await self._send(message)

    async def refuse(self, refused: Refused) -> None:
        """Answer in the application's place; where it has begun to answer, what is there stays without an end."""
        if self.status:
            return
        body = json.dumps({"detail": refused.detail}).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body)), *refused.headers]
        if refused.ends:
            headers.append((b"connection", b"close"))
        await self({"type": "http.response.start", "status": refused.status, "headers": headers})
        await self({"type": "http.response.body", "body": body, "more_body": False})
