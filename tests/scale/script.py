"""A script that uses the local service over one connection, kept alive; in a process of its own it does as told."""

from __future__ import annotations

import http.client
import json
import sys
import threading
import time
from typing import Any

TOKEN = "0123456789abcdef0123456789abcdef01234567"
# So much of a long answer is taken at once.
_PIECE = 1 << 20
# A service closes a connection on which nothing is asked for a few seconds.
_IDLE = 1.0
# Far beyond what anything takes.
_PATIENCE = 120.0


class Script:
    """Asks a service over one connection; after a while in which nothing was asked, over another.

    Args:
        port: where it listens.
    """

    def __init__(self, port: int) -> None:
        self._last = 0.0
        self._connection = http.client.HTTPConnection("localhost", port, timeout=_PATIENCE)

    def ask(self, method: str, path: str, body: Any = None) -> bytes:
        """Return an answer, which must be a good one."""
        response = self._asked(method, path, body)
        found = response.read()
        assert response.status < 300, found
        return found

    def stream(self, path: str) -> int:
        """Take a long answer as it comes, and return how many bytes it had."""
        response, size = self._asked("GET", path), 0
        assert response.status == 200, response.read()
        while piece := response.read(_PIECE):
            size += len(piece)
        return size

    def _asked(self, method: str, path: str, body: Any = None) -> http.client.HTTPResponse:
        headers = {"Authorization": f"Token {TOKEN}", "Content-Type": "application/json"}
        if time.monotonic() - self._last > _IDLE:
            self._connection.close()
        self._connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = self._connection.getresponse()
        self._last = time.monotonic()
        return response

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def follow(port: int) -> None:
    """Ask what each line of standard input says, and print how many milliseconds it took until all was answered.

    Args:
        port: where the service listens.
    """
    script = Script(port)
    for line in sys.stdin:
        asked = json.loads(line)
        begun = time.perf_counter()
        for method, path, body in asked:
            if method == "GET":
                script.stream(path)
            else:
                script.ask(method, path, body)
        print((time.perf_counter() - begun) * 1000, flush=True)


def work(port: int, item: int, customers: int) -> None:
    """Stream all customers again and again, and link and unlink one after the other, until standard input ends."""
    ended = threading.Event()

    def stream() -> None:
        script = Script(port)
        while not ended.is_set():
            print("streamed", script.stream("/api/customers/"), flush=True)
            script.close()

    def link() -> None:
        script, number = Script(port), 0
        while not ended.is_set():
            number = number % customers + 1
            for verb in ("add", "remove"):
                script.ask("POST", f"/api/items/{item}/{verb}_customer/", {"customer_id": number})
            print("linked", number, flush=True)

    for what in (stream, link):
        threading.Thread(target=what, daemon=True).start()
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    (follow if len(sys.argv) == 2 else work)(*map(int, sys.argv[1:]))
