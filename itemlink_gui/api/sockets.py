"""Where the service is reached: this computer's own addresses, and no others."""

from __future__ import annotations

import errno
import socket
import sys
from contextlib import suppress

from itemlink_gui.base.errors import ItemLinkError, PortTaken
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import PORT, PORTS

# By the name localhost programs try either; where only one were ours, somebody else could wait at the other for tokens.
_ADDRESSES = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
# What a computer without one of them says.
_NONE_HERE = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT}
_BACKLOG = 128
# How many ports after one another are tried before nothing is offered, and how often the system chooses one.
_TRIES = 200


def bind(port: int) -> list[socket.socket]:
    """Take a port of this computer, for connections from itself only.

    Args:
        port: 1024 to 65535, or 0 for any that is free.

    Returns:
        sockets that listen, all at the same port: of IPv4, and of IPv6 where this computer has it.

    Raises:
        PortTaken: if somebody else has it.
        ItemLinkError: if it is no such number.
    """
    if port == 0:
        return _bind_any()
    if port not in PORTS:
        text = tr("The port must be a number from {low} to {high}.", low=PORTS[0], high=PORTS[-1])
        free = next_free(PORT - 1)
        raise ItemLinkError(f"{text} {tr('Port {port} is free.', port=free)}" if free else text)
    if taken := _try(port):
        return taken
    raise PortTaken(port, next_free(port))


def next_free(port: int) -> int:
    """Return the next port after one that nobody uses at the moment; 0 if there is none near by."""
    for other in range(port + 1, min(port + 1 + _TRIES, PORTS.stop)):
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
