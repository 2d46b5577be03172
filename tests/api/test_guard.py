"""The door: who gets in, what the answer says, and what is told of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from itemlink_gui.api.guard import MOST_BYTES, Guard, Headers, Message, Receive, Scope, Send
from itemlink_gui.base.served import Served
from itemlink_gui.base.tokens import hashed
from tests.api.conftest import TOKEN

PORT = 8000
TOKEN_HASH = hashed(TOKEN)

Behave = Callable[[Receive, Send], Awaitable[None]]


async def echo(receive: Receive, send: Send) -> None:
    """Answer with how long the body is."""
    length = len((await receive())["body"])
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(length).encode()})


class Asked:
    """A guard that was asked once."""

    def __init__(self, behave: Behave = echo, body: list[bytes] | None = None, **scope: Any) -> None:
        self.scope = made(**scope)
        self.reached = 0
        self.told: list[Served] = []
        self.sent: list[Message] = []
        self._behave = behave
        self._body = [b""] if body is None else list(body)
        guard = Guard(self._app, port=PORT, token_hash=lambda: TOKEN_HASH, told=self.told.append)
        asyncio.run(guard(self.scope, self._receive, self._send))

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached += 1
        await self._behave(receive, send)

    async def _receive(self) -> Message:
        if not self._body:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": self._body.pop(0), "more_body": bool(self._body)}

    async def _send(self, message: Message) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"]) if self.sent else 0

    @property
    def headers(self) -> dict[bytes, bytes]:
        return dict(self.sent[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(message["body"] for message in self.sent[1:])


def made(
    method: str = "GET", path: str = "/api/items/", version: str = "1.1", token: str | None = TOKEN, **headers: str
) -> Scope:
    given: Headers = [(b"host", b"localhost:8000")]
    if token is not None:
        given.append((b"authorization", f"Token {token}".encode()))
    for name, value in headers.items():
        key = name.replace("_", "-").encode()
        given = [one for one in given if one[0] != key] + [(key, value.encode())]
    raw, _, query = path.partition("?")
    return {
        "type": "http",
        "http_version": version,
        "method": method,
        "raw_path": raw.encode(),
        "query_string": query.encode(),
        "headers": given,
    }


JSON = {"content_type": "application/json", "content_length": "2"}


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LocalHost:8000"])
def test_each_name_of_this_computer_gets_in(host: str) -> None:
    assert Asked(host=host).status == 200
    assert Asked(host=host, origin=f"http://{host}", sec_fetch_site="same-origin").status == 200


@pytest.mark.parametrize("said", ["Token {}", "token {}", "Bearer {}", "BEARER   {}"])
def test_each_way_to_say_the_token_gets_in(said: str) -> None:
    assert Asked(authorization=said.format(TOKEN)).status == 200


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"']
)
def test_each_way_to_say_json_gets_in(kind: str) -> None:
    answer = Asked(method="POST", body=[b"{}"], content_type=kind, content_length="2")
    assert (answer.status, answer.body) == (200, b"2")


def test_what_is_packed_does_not() -> None:
    answer = Asked(method="POST", body=[b"{}"], content_encoding="gzip", **JSON)
    assert (answer.status, answer.reached) == (415, 0)
    assert Asked(method="POST", body=[b"{}"], content_encoding="identity", **JSON).status == 200


def test_without_a_body_nothing_needs_to_be_said_of_it() -> None:
    assert Asked(method="POST").status == 200
    assert Asked(method="POST", content_length="0").status == 200


@pytest.mark.parametrize("path", ["/api/docs/", "/api/docs", "/api/docs/page.css", "/api/schema/", "/api/schema"])
def test_the_description_needs_no_token(path: str) -> None:
    assert Asked(path=path, token=None).status == 200
    assert Asked(path=path, token=None, method="POST").status == 401
    assert Asked(path=path, token=None, host="evil.example").status == 403
    assert Asked(path=path, token=None, origin="http://evil.example").status == 403


@pytest.mark.parametrize("path", ["/", "/api/", "/api/items/", "/api/docsx/", "/api/schema/x", "/api/docs%2f", "/docs"])
def test_nothing_else_does_without(path: str) -> None:
    answer = Asked(path=path, token=None)
    assert answer.status in (401, 404)
    assert answer.reached == 0


@pytest.mark.parametrize(("size", "status"), [(MOST_BYTES, 200), (MOST_BYTES + 1, 413), (2 * MOST_BYTES + 1, 413)])
def test_a_body_is_counted_where_nothing_is_said_of_its_length(size: int, status: int) -> None:
    pieces = [bytes(1 << 20)] * (size >> 20) + [bytes(size % (1 << 20))]
    answer = Asked(method="POST", body=pieces, transfer_encoding="chunked", content_type="application/json")
    assert (answer.status, answer.reached) == (status, int(status == 200))


def test_who_is_gone_before_all_has_come_changes_nothing() -> None:
    async def gone(receive: Receive, send: Send) -> None:
        raise AssertionError

    asked = Asked(gone, method="POST", body=[], **JSON)
    assert (asked.status, asked.reached) == (0, 0)
    assert [(one.status, one.problem) for one in asked.told] == [(400, "The request did not come to its end.")]


def test_the_application_is_told_that_the_client_is_gone() -> None:
    async def waiting(receive: Receive, send: Send) -> None:
        assert await receive() == {"type": "http.request", "body": b"{}", "more_body": False}
        assert await receive() == {"type": "http.disconnect"}
        await echo_nothing(send)

    assert Asked(waiting, method="POST", body=[b"{", b"}"], **JSON).status == 204


async def echo_nothing(send: Send) -> None:
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def test_an_answer_keeps_others_out() -> None:
    async def careless(receive: Receive, send: Send) -> None:
        headers = [
            (b"Set-Cookie", b"a=b"),
            (b"Access-Control-Allow-Origin", b"*"),
            (b"server", b"x"),
            (b"Content-Security-Policy", b"default-src 'self'"),
            (b"ETag", b'"1"'),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    headers = Asked(careless).headers
    assert not {b"set-cookie", b"server", b"access-control-allow-origin"} & headers.keys()
    assert headers[b"content-security-policy"] == b"default-src 'self'"
    assert headers[b"etag"] == b'"1"'
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"cache-control"] == b"no-store"
    assert headers[b"date"].endswith(b" GMT")


@pytest.mark.parametrize("scope", [{"token": None}, {"host": "a"}, {"origin": "null"}, {"path": "//"}])
def test_so_does_a_refusal(scope: dict[str, Any]) -> None:
    answer = Asked(**scope)
    assert answer.headers[b"x-content-type-options"] == b"nosniff"
    assert answer.headers[b"content-type"] == b"application/json"
    assert json.loads(answer.body).keys() == {"detail"}
    assert (b"www-authenticate" in answer.headers) == (answer.status == 401)


def test_a_fault_is_told_without_what_it_says(caplog: pytest.LogCaptureFixture) -> None:
    async def faulty(receive: Receive, send: Send) -> None:
        raise ValueError("Ann Smith")

    answer = Asked(faulty)
    assert answer.status == 500
    assert "ValueError" in caplog.text
    assert "Ann" not in caplog.text + str(answer.sent) + str(answer.told)


def test_an_answer_that_breaks_off_stays_without_an_end(caplog: pytest.LogCaptureFixture) -> None:
    async def faulty(receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"[1,", "more_body": True})
        raise ValueError

    answer = Asked(faulty)
    assert answer.body == b"[1,"
    assert [(one.status, one.problem != "") for one in answer.told] == [(200, True)]


def test_what_is_given_up_is_told() -> None:
    async def given_up(receive: Receive, send: Send) -> None:
        raise asyncio.CancelledError

    assert Asked(given_up).status == 503


def test_what_is_told_has_no_query_and_an_end() -> None:
    told = Asked(path="/api/items/?search=Ann").told + Asked(path="/" + "x" * 5_000).told
    assert [one.path for one in told] == ["/api/items/", "/" + "x" * 199]
