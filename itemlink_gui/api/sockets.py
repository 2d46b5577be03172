"""Where the service is reached: this computer's own addresses, and no others."""

from __future__ import annotations

import errno
import socket
import sys
from contextlib import suppress

from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr

PORT = 8000
"""The port that is offered first."""
LOWEST, HIGHEST = 1024, 65535

# By the name localhost programs try either; where only one were ours, somebody else could wait at the other for tokens.
_ADDRESSES = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
# What a computer without one of them says.
_NONE_HERE = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT}
_BACKLOG = 128
# How many ports after one another are tried before nothing is offered, and how often the system chooses one.
_TRIES = 200


class PortTaken(ItemLinkError):
    """The service cannot be reached at a port: it is somebody else's, or none that it may have.

    Args:
        port: the one that was asked for.
        free: the next one that it may have; 0 if none was found.
    """

    def __init__(self, port: int, free: int) -> None:
        if LOWEST <= port <= HIGHEST:
            text = tr("Port {port} is used by another program.", port=port)
        else:
            text = tr("The port must be a number from {low} to {high}.", low=LOWEST, high=HIGHEST)
        if free:
            text += " " + tr("Port {port} is free.", port=free)
        super().__init__(text)
        self.port = port
        self.free = free


def bind(port: int) -> list[socket.socket]:
    """Take a port of this computer, for connections from itself only.

    Args:
        port: 1024 to 65535, or 0 for any that is free.

    Returns:
        sockets that listen, all at the same port: of IPv4, and of IPv6 where this computer has it.

    Raises:
        PortTaken: if somebody else has it, or it is no such number.
    """
    if port == 0:
        return _bind_any()
    if LOWEST <= port <= HIGHEST and (taken := _try(port)):
        return taken
    raise PortTaken(port, next_free(port))


def next_free(port: int) -> int:
    """Return the next port after one that nobody uses at the moment; 0 if there is none near by."""
    first = port + 1 if LOWEST <= port < HIGHEST else PORT
    for other in range(first, min(first + _TRIES, HIGHEST + 1)):
        if taken := _try(other):
            close(taken)
            return other
    return 0


def close(sockets: list[socket.socket]) -> None:
    """Give a port back."""
    for one in sockets:
        one.close()


def _bind_any() -> list[socket.socket]:
    for _ in range(_TRIES):
        with socket.socket(socket.AF_INET) as asked:
            asked.bind(("127.0.0.1", 0))
            port = int(asked.getsockname()[1])
        if taken := _try(port):
            return taken
    raise PortTaken(0, 0)


def _try(port: int) -> list[socket.socket]:
    """Return sockets that listen at a port; none if it cannot be had."""
    taken: list[socket.socket] = []
    for family, host in _ADDRESSES:
        try:
            taken.append(_listening(family, host, port))
        except OSError as error:
            if error.errno in _NONE_HERE:
                continue
            close(taken)
            return []
    return taken


def _listening(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    # Only what says to be TCP asyncio sends at once; else each answer waits 40 ms for the client's receipt.
    one = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            one.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A port that was in use until a moment ago can be had again; one that is in use cannot.
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            with suppress(OSError):
                one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind((host, port))
        # Only who listens has a port.
        one.listen(_BACKLOG)
    except BaseException:
        one.close()
        raise
    return one
