"""The sockets that the service listens at."""

from __future__ import annotations

import socket

from itemlink_gui.api import sockets


def test_answers_are_sent_at_once() -> None:
    """That is how asyncio knows that it may: each answer took 40 ms."""
    listening = sockets.bind(0)
    assert {one.proto for one in listening} == {socket.IPPROTO_TCP}
    sockets.close(listening)
