"""Attacks over a bare socket: a request that would link a customer, with one thing about it that must not get in."""

from __future__ import annotations

import gzip
import json
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from tests.api.conftest import SOCKET_SECONDS, TOKEN

PATH = "/api/items/1/add_customer/"
BODY = json.dumps({"customer_id": 1}).encode()

Attack = Callable[[int], bytes]


def request(
    port: int,
    *lines: str,
    method: str = "POST",
    target: str = PATH,
    version: str = "HTTP/1.1",
    body: bytes = BODY,
    end: str = "\r\n",
    **headers: str | None,
) -> bytes:
    """Return a request that is answered, or what becomes of it.

    Args:
        port: of the service.
        lines: of the header, beside the usual ones.
        method: of the request.
        target: what is asked for.
        version: of HTTP.
        body: what it brings.
        end: of each line.
        headers: instead of the usual ones, by their names; None to leave one out. ``%d`` in one is the port.
    """
    usual: dict[str, str | None] = {
        "host": "localhost:%d",
        "authorization": f"Token {TOKEN}",
        "content_type": "application/json",
        "content_length": str(len(body)) if body else None,
        "connection": "close",
    }
    given = [f"{name.replace('_', '-')}: {value}" for name, value in (usual | headers).items() if value is not None]
    head = [f"{method} {target} {version}", *given, *lines, "", ""]
    return end.join(line.replace("%d", str(port)) for line in head).encode("latin-1") + body


def _with(*lines: str, **more: Any) -> Attack:
    """Return an attack: what `request` makes of it."""
    return lambda port: request(port, *lines, **more)


def _chunked(body: bytes, **more: Any) -> Attack:
    """Return one whose body says itself how long it is."""
    return _with("Transfer-Encoding: chunked", body=body, **({"content_length": None} | more))


def _bare(data: bytes) -> Attack:
    return lambda _port: data


def _of_hosts() -> Iterator[tuple[str, Attack]]:
    wrong = ("evil.example:%d", "evil.example", "localhost", "localhost:1", "user@localhost:%d", "0.0.0.0:%d")
    also = ("localhost:%d.evil.example", "127.0.0.1.evil.example:%d", "2130706433:%d", "[::]:%d", "localhost:%d, x", "")
    for host in (*wrong, *also, "localhost.:%d", "localhost:0%d", "http://localhost:%d"):
        yield f"host {host}", _with(host=host)
    yield "two hosts", _with("Host: evil.example")
    yield "the same host twice", _with("Host: localhost:%d")
    yield "no host", _with(host=None)
    yield "no host, as long ago", _with(host=None, version="HTTP/1.0")


def _of_pages() -> Iterator[tuple[str, Attack]]:
    wrong = ("http://evil.example", "null", "https://localhost:%d", "http://localhost:1", "http://localhost", "")
    for origin in (*wrong, "http://127.0.0.1:%d", "http://localhost:%d.evil.example", "file://"):
        yield f"origin {origin}", _with(origin=origin)
    yield "two origins", _with("Origin: http://evil.example", origin="http://localhost:%d")
    for site in ("cross-site", "same-site", "", "same-origin, none"):
        yield f"a page that is {site}", _with(sec_fetch_site=site)
    asks = ("Access-Control-Request-Method: POST", "Access-Control-Request-Headers: authorization")
    preflight: dict[str, Any] = {"method": "OPTIONS", "body": b"", "content_type": None}
    yield "preflight", _with(*asks, **preflight, origin="http://evil.example", authorization=None)
    yield "preflight with a token", _with(*asks, **preflight, origin="http://evil.example")
    yield "preflight of our own", _with(*asks, **preflight, origin="http://localhost:%d", authorization=None)


def _of_types() -> Iterator[tuple[str, Attack]]:
    form = "application/x-www-form-urlencoded"
    yield "form", _with(body=b"customer_id=1", content_type=form)
    yield "form of JSON", _with(content_type=form)
    for kind in ("text/plain", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "", "*/*", None):
        yield f"type {kind}", _with(content_type=kind)
    yield "two types", _with("Content-Type: application/json", content_type="text/plain")
    yield "packed", _with(body=gzip.compress(BODY), content_encoding="gzip")
    yield "deep JSON", _with(body=b"[" * 100_000)
    yield "deep objects", _with(body=b'{"customer_id":' * 20_000 + b"1" + b"}" * 20_000)
    yield "no JSON", _with(body=b"customer_id=1")
    yield "UTF-16", _with(body=BODY.decode().encode("utf-16"))


def _of_lengths() -> Iterator[tuple[str, Attack]]:
    for length in ("-1", "+18", "0x12", "1e1", "18, 19", "", "9" * 15, "9" * 19, "9" * 40, "8388609000"):
        yield f"length {length}", _with(content_length=length)
    yield "two lengths", _with("Content-Length: 5")
    yield "two ways to say how long", _with("Transfer-Encoding: chunked")
    whole = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
    yield "both, rightly", _chunked(whole, content_length=str(len(whole)))
    yield "gzip, chunked", _with("Transfer-Encoding: gzip, chunked", content_length=None)
    yield "chunked twice", _chunked(whole, transfer_encoding="chunked")
    yield "chunked, long ago", _chunked(whole, version="HTTP/1.0")
    for name, chunks in {
        "no number": b"zz\r\n" + BODY,
        "negative": b"-5\r\n" + BODY,
        "longer than they say": b"5\r\n" + BODY,
        "very long": b"f" * 40 + b"\r\n",
        "a long line": b"1;" + b"x" * 70_000,
        "very small": b"1\r\n \r\n" * 200_000,
        "very small, said at length": b"0001;x=y\r\n \r\n" * 200_000,
        "without end": (b"10000\r\n" + b" " * 0x10000 + b"\r\n") * 300,
    }.items():
        yield f"chunks, {name}", _chunked(chunks)


def _of_headers() -> Iterator[tuple[str, Attack]]:
    yield "a long header", _with("X-Long: " + "x" * 70_000)
    yield "a long path", _with(target=PATH + "?q=" + "x" * 70_000)
    yield "many headers", _with(*[f"X-{number}: 1" for number in range(1_000)])
    yield "a zero in a header", _with("X-Zero: a\0b")
    yield "a zero in a name", _with("X\0: a")
    yield "a bare return", _with("X-Return: a\rb")
    yield "a space before the colon", _with("X-Space : a")
    yield "no colon", _with("nothing")
    yield "bare newlines", _with(end="\n")
    yield "one bare newline", _with("X-One: 1\nX-Two: 2")


def _of_tokens() -> Iterator[tuple[str, Attack]]:
    others = (
        TOKEN[:-1],
        TOKEN + "0",
        TOKEN.upper(),
        TOKEN[::-1],
        "",
        "x",
        TOKEN * 100,
        f"{TOKEN} {TOKEN}",
        f"{TOKEN},",
    )
    for number, token in enumerate(others):
        yield f"token {number}", _with(authorization=f"Token {token}")
    for given in (TOKEN, f"Basic {TOKEN}", f"Token{TOKEN}", f'Token "{TOKEN}"', f"Token token={TOKEN}", "Bearer", "é"):
        yield f"authorization {given}", _with(authorization=given)
    yield "no token", _with(authorization=None)
    yield "two tokens", _with(f"Authorization: Token {'0' * 40}")
    yield "the token twice", _with(f"Authorization: Token {TOKEN}")
    for place in (f"?token={TOKEN}", f"?authorization=Token%20{TOKEN}", f"?Authorization=Token+{TOKEN}"):
        yield f"token in the query {place}", _with(target=PATH + place, authorization=None)
    yield "token as a cookie", _with(authorization=None, cookie=f"token={TOKEN}")
    yield "token under another name", _with(authorization=None, x_authorization=f"Token {TOKEN}")
    yield "token of a proxy", _with(authorization=None, proxy_authorization=f"Token {TOKEN}")
    yield "name and token in the address", _with(target=f"http://x:{TOKEN}@localhost:%d{PATH}")


def _of_paths() -> Iterator[tuple[str, Attack]]:
    for path in (
        "//api/items/1/add_customer/",
        "/api//items/1/add_customer/",
        "/api/x/../items/1/add_customer/",
        "/../api/items/1/add_customer/",
        "/./api/items/1/add_customer/",
        "/api/%2e%2e/api/items/1/add_customer/",
        "/api%2fitems%2f1%2fadd_customer%2f",
        "/api/items/%31/add_customer/",
        "/api/items/1;x/add_customer/",
        "/api/items/1/add_customer/;",
        "/api\\items\\1\\add_customer\\",
        "/api/items/1%00/add_customer/",
        "/api/items/1/add_customer/%20",
        "/API/items/1/add_customer/",
        "api/items/1/add_customer/",
        "http://evil.example/api/items/1/add_customer/",
        "http://localhost:%d/api/items/1/add_customer/",
        "*",
    ):
        yield f"path {path}", _with(target=path)
    for path in ("../items/1/add_customer/", "%2e%2e/items/1/add_customer/", "..;/items/1/add_customer/", "/..//"):
        yield f"from the open page {path}", _with(target=f"/api/docs/{path}", authorization=None)
        yield (
            f"looked at from the open page {path}",
            _with(method="GET", target=f"/api/docs/{path}", authorization=None, body=b""),
        )


def _of_protocols() -> Iterator[tuple[str, Attack]]:
    yield "HTTP/0.9", _bare(b"GET /api/items/\r\n\r\n")
    for version in ("HTTP/2.0", "HTTP/9.9", "HTTP/0.9", "http/1.1", "HTTP/1.10", "HTCPCP/1.0"):
        yield f"version {version}", _with(version=version)
    yield "HTTP/2", _bare(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9))
    yield "TLS", _bare(bytes.fromhex("16030100c8010000c40303") + bytes(200))
    yield "zeros", _bare(bytes(1_000))
    yield "no words", _bare(b"\xff\xfe\xfd" * 100 + b"\r\n\r\n")
    yield "CONNECT", _with(method="CONNECT", target="localhost:%d", body=b"")
    for method in ("TRACE", "TRACK", "PROPFIND", "post", "GET", "HEAD", "DELETE", "X" * 100):
        yield f"method {method}", _with(method=method, body=b"")
    yield "another method by a header", _with("X-HTTP-Method-Override: POST", method="PATCH")
    socket_ = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: eA==")
    yield "websocket", _with(*socket_, method="GET", body=b"")
    yield (
        "websocket without a token",
        _with(*socket_, method="GET", target="/api/items/", body=b"", authorization=None),
    )
    first = _with(method="GET", target="/api/docs/x", body=b"", authorization=None, connection=None)
    yield "behind an open page", lambda port: first(port) + request(port, authorization=None)
    within = request(1, authorization=None)
    yield "within a body", _with(body=BODY + within, authorization=None)


def attacks() -> dict[str, Attack]:
    """Return what must not get in, each with its name: it gets the port, and returns what is sent."""
    families = (_of_hosts, _of_pages, _of_types, _of_lengths, _of_headers, _of_tokens, _of_paths, _of_protocols)
    return {name: attack for family in families for name, attack in family()}


def sent(port: int, data: bytes) -> tuple[list[int], bytes]:
    """Send something, and return what comes back until the connection is ended: the status of each answer, and all."""
    heard = b""
    with socket.create_connection(("127.0.0.1", port), timeout=SOCKET_SECONDS) as connection:
        # What is refused may be refused before all of it was sent.
        with suppress(ConnectionError):
            connection.sendall(data)
        with suppress(ConnectionError):
            while more := connection.recv(65_536):
                heard += more
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", heard)], heard
