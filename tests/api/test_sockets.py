"""The sockets that the service listens at."""

from __future__ import annotations

import errno
import socket
from contextlib import closing

import pytest

from itemlink_gui.api import sockets
from itemlink_gui.base.errors import ItemLinkError, PortTaken


@pytest.fixture
def port() -> int:
    """One that nobody uses."""
    listening = sockets.bind(0)
    found = int(listening[0].getsockname()[1])
    sockets.close(listening)
    return found


def has_v6() -> bool:
    listening = sockets.bind(0)
    sockets.close(listening)
    return len(listening) == 2


def test_answers_are_sent_at_once() -> None:
    """That is how asyncio knows that it may: each answer took 40 ms."""
    listening = sockets.bind(0)
    assert {one.proto for one in listening} == {socket.IPPROTO_TCP}
    sockets.close(listening)


def test_only_this_computer_reaches_them() -> None:
    listening = sockets.bind(0)
    assert {one.getsockname()[0] for one in listening} <= {"127.0.0.1", "::1"}
    assert len({one.getsockname()[1] for one in listening}) == 1
    sockets.close(listening)


def test_a_port_is_had_by_one_alone_and_again_after(port: int) -> None:
    for _ in range(2):
        listening = sockets.bind(port)
        with pytest.raises(PortTaken) as told:
            sockets.bind(port)
        assert (told.value.port, str(port) in str(told.value)) == (port, True)
        assert told.value.free > port
        assert str(told.value.free) in str(told.value)
        sockets.close(listening)


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_who_waits_at_one_of_the_addresses_gets_no_token(family: int, host: str, port: int) -> None:
    """As the other one would by the name localhost."""
    if family == socket.AF_INET6 and not has_v6():
        pytest.skip("no IPv6 here")
    with closing(socket.socket(family)) as other:
        other.bind((host, port))
        other.listen()
        with pytest.raises(PortTaken):
            sockets.bind(port)


def test_the_next_one_is_free_of_both(port: int) -> None:
    with closing(socket.socket(socket.AF_INET)) as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert sockets.next_free(port - 1) > port


def test_a_computer_without_the_newer_addresses_does_with_the_older(monkeypatch: pytest.MonkeyPatch) -> None:
    real = sockets._listening

    def without(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EADDRNOTAVAIL, "none here")
        return real(family, host, port)

    monkeypatch.setattr(sockets, "_listening", without)
    listening = sockets.bind(0)
    assert [one.family for one in listening] == [socket.AF_INET]
    sockets.close(listening)


@pytest.mark.parametrize("port", [-1, 1, 80, 1023, 65_536, 10**9])
def test_what_is_no_port_for_programs_is_told(port: int) -> None:
    with pytest.raises(ItemLinkError, match=r"from 1024 to 65535\. Port 8\d\d\d is free\."):
        sockets.bind(port)


def test_where_none_is_free_none_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "_try", lambda _port: [])
    with pytest.raises(PortTaken) as told:
        sockets.bind(65_535)
    assert told.value.free == 0
    assert str(told.value) == "Port 65535 is used by another program."
