"""Making rows in a second process while the first one writes those that it has got."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

P = ParamSpec("P")
T = TypeVar("T")


def ahead(make: Callable[P, Iterator[T]], *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
    """Yield what a generator yields; a second process runs it meanwhile.

    Where that process cannot be started or ends early, this one goes on from there.

    Args:
        make: a function of a module that gives the same for the same arguments everywhere.
        args: its arguments.
        kwargs: the same.
    """
    # Only here: no start of the window needs it.
    import multiprocessing

    got = 0
    with suppress(EOFError, OSError):
        # A fork would take along the threads' locks.
        context = multiprocessing.get_context("spawn")
        receiving, sending = context.Pipe(duplex=False)
        maker = context.Process(target=_send, args=(sending, make, args, kwargs), daemon=True)
        with sending:
            maker.start()
        try:
            while (made := receiving.recv()) is not None:
                got += 1
                yield made
            return
        finally:
            receiving.close()
            maker.join()
    yield from islice(make(*args, **kwargs), got, None)


def _send(
    sending: Connection, make: Callable[..., Iterator[object]], args: tuple[object, ...], kwargs: dict[str, object]
) -> None:
    # Who stops the first process ends this one, too, which then can send nothing more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError), sending:
        for made in make(*args, **kwargs):
            sending.send(made)
        sending.send(None)
