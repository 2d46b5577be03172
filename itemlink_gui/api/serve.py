"""The local service without a window: what ``--serve FILE`` runs."""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from itemlink_gui.api.service import Service
from itemlink_gui.base import tokens
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.engine import Engine

TOKEN_VARIABLE = "ITEMLINK_TOKEN"  # noqa: S105 (its name)
# Only between two of these looks Windows tells a program that it shall end.
_LOOK_SECONDS = 1.0


def run(path: Path, port: int) -> int:
    """Serve a file until the program is told to end, by its terminal or the system; what is queued is stored then.

    Args:
        path: of a file that exists.
        port: where the service is reached.

    Returns:
        the exit code.

    Raises:
        ItemLinkError: if it cannot be opened, or not served there; or the token is none.
    """
    given = os.environ.get(TOKEN_VARIABLE)
    if given is not None and not tokens.is_usable(given):
        raise ItemLinkError(
            tr(
                "{name} needs {low} to {high} letters of English, digits or signs, without spaces.",
                name=TOKEN_VARIABLE,
                low=tokens.SHORTEST,
                high=tokens.LONGEST,
            )
        )
    token = tokens.new_token() if given is None else given
    with _told_to_end() as ends:
        engine = Engine(path, who="service")
        service = Service(engine)
        try:
            address = service.start(port, tokens.hashed(token)).result()
            print(tr("{name} is served at {address}", name=path.name, address=address))
            print(tr("Described at {address}", address=f"{address}/api/docs/"))
            if engine.read_only:
                print(tr("Nothing can be changed: this file is open for reading only."))
            if given is None:
                print(tr("Token: {token}", token=token))
            print(tr("Ctrl+C ends it."), flush=True)
            return _wait(ends, service)
        finally:
            service.stop()
            engine.close()


def _wait(ends: queue.SimpleQueue[int], service: Service) -> int:
    while True:
        try:
            ends.get(timeout=_LOOK_SECONDS)
        except queue.Empty:
            if service.running:
                continue
            raise ItemLinkError(tr("The local service has ended. Its log says why.")) from None
        return 0


@contextmanager
def _told_to_end() -> Iterator[queue.SimpleQueue[int]]:
    """Take note, for a block, of what tells the program to end, instead of ending it."""
    # One of the few things that may be used when a program is interrupted anywhere.
    told: queue.SimpleQueue[int] = queue.SimpleQueue()

    def note(number: int, _frame: FrameType | None) -> None:
        told.put(number)

    numbers = [signal.SIGINT, signal.SIGTERM]
    # Its terminal is closed; under nohup it shall go on all the same.
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, note) for number in numbers}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
