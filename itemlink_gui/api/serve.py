"""The local service without a window: what ``--serve FILE`` runs."""

from __future__ import annotations

import os
import queue
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TextIO

from itemlink_gui.api.service import Service
from itemlink_gui.base import tokens
from itemlink_gui.base.errors import CannotOpen, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine import Engine
from itemlink_gui.store import database, explain, siblings

TOKEN_VARIABLE = "ITEMLINK_TOKEN"  # noqa: S105 (its name)
# Only between two of these looks Windows tells a program that it shall end.
_LOOK_SECONDS = 1.0
# Stands in the queue where it is to be looked at what became of the file; all else there are numbers of signals.
_LOOK = 0


def run(path: Path, port: int) -> int:
    """Serve a file until the program is told to end, by its terminal or the system; what is queued is stored then.

    Where a backup of the file is put in its place, that is served from then on.

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
    with _told_to_end() as news:
        first = True
        while True:
            engine = Engine(path, who="service")
            service = Service(engine)
            try:
                address = service.start(port, tokens.hashed(token)).result()
                if first:
                    _introduce(path.name, address, engine, token if given is None else "")
                else:
                    _say(tr("{name} is served again, as it is now.", name=path.name), sys.stderr)
                engine.watch(lambda _: news.put(_LOOK))
                first, port = False, service.port
                if not _goes_on(news, service, engine):
                    return 0
            finally:
                service.stop()
                engine.close()


def _introduce(name: str, address: str, engine: Engine, token: str) -> None:
    _say(tr("{name} is served at {address}", name=name, address=address))
    _say(tr("Described at {address}", address=f"{address}/api/docs/"))
    if engine.read_only:
        _say(tr("Nothing can be changed: this file is open for reading only."))
    if token:
        _say(tr("Token: {token}", token=token))
    _say(tr("Ctrl+C ends it."))


def _goes_on(news: queue.SimpleQueue[int], service: Service, engine: Engine) -> bool:
    """Wait until the program is told to end, and tell meanwhile how the file stands.

    Returns:
        whether it shall go on instead with what stands in the file's place: the same file in another state.
    """
    told = Notice("here")
    while True:
        with suppress(queue.Empty):
            if news.get(timeout=_LOOK_SECONDS) != _LOOK:
                return False
        if not service.running:
            raise ItemLinkError(tr("The local service has ended. Its log says why."))
        if engine.standing != told:
            told = engine.standing
            _say(_standing(engine.path.name, told), sys.stderr)
        if told.kind == "replaced" and _can_be_served(engine.path, engine.file_id):
            return True


def _can_be_served(path: Path, file_id: str) -> bool:
    """Whether the file that was opened stands there as another: a backup of it, or as a program wrote it anew."""
    if not siblings.is_same(path, file_id):
        return False
    try:
        database.inspect(path)
    except CannotOpen:
        return False
    return True


def _standing(name: str, notice: Notice) -> str:
    """Return in words how the file stands."""
    match notice.kind:
        case "moved":
            why = tr("{name} was moved or renamed; it is now {where}.", name=name, where=notice.where)
        case "replaced":
            why = tr("Another file was put in the place of {name}.", name=name)
        case "overwritten":
            why = tr("Another file was written over {name}.", name=name)
        case "deleted":
            why = tr("{name} was deleted.", name=name)
        case "unreachable":
            why = tr("{name} cannot be reached.", name=name)
        case "damaged":
            return str(explain.harmed())
        case _:
            return tr("{name} stands where it was, and is served again.", name=name)
    return f"{why} {tr('Until it is back, scripts are answered with 503.')}"


def _say(text: str, to: TextIO | None = None) -> None:
    """Print a line; where it cannot be read by anybody, that is no reason to end."""
    stream = to or sys.stdout
    # There is none where the system starts a service.
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), file=stream, flush=True)
    except OSError:
        # What is left to be written would fail once more at the end, with a traceback.
        with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())


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
