"""The local service as the window knows it: what it needs of one, and the one of the open file."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from itemlink_gui.base import tokens
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.engine import Engine

if TYPE_CHECKING:
    from itemlink_gui.base.served import Served

State = Literal["off", "starting", "on", "stopping"]

# So many requests are remembered.
MOST_REQUESTS = 500
# How often it is looked whether all is well with it.
LOOK_MS = 1_000
# A service that starts with the window leaves it so many milliseconds to be painted first.
WAIT_MS = 500


class Service(Protocol):
    """What answers scripts over one open file, on threads of its own."""

    @property
    def running(self) -> bool:
        """Whether it answers, or is about to."""

    def start(self, port: int, token_hash: str) -> Future[str]:
        """Begin to answer on this computer.

        Args:
            port: where.
            token_hash: of the token that lets programs in.

        Returns:
            a future of the address, such as ``http://localhost:8000``. Its error is an `ItemLinkError`, `PortTaken` for
            one, and then it does not answer.
        """

    def renew(self, token_hash: str) -> None:
        """Let in who has another token from now on, and nobody with the one before."""

    def stop(self) -> None:
        """End, and return when it has ended; may be called twice, and while it starts."""


Make = Callable[[Engine, "Callable[[Served], None]"], Service]
"""Makes a service over an engine; it tells what it was asked, on threads of its own."""


class Requests:
    """The last requests; they are added on the service's threads, very many of them where a script is busy."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: deque[Served] = deque(maxlen=MOST_REQUESTS)
        self._count = 0

    def add(self, request: Served) -> None:
        """Remember one."""
        with self._lock:
            self._last.appendleft(request)
            self._count += 1

    def since(self, seen: int) -> tuple[int, list[Served]]:
        """Return how many there were in all, and the newest first those that came since.

        Args:
            seen: how many there had been then.
        """
        with self._lock:
            return self._count, list(islice(self._last, self._count - seen))


class ForAnotherFile(ItemLinkError):
    """Another file was opened than the one that scripts were let into; they do not get into this one by themselves.

    Args:
        name: of the file before.
    """

    def __init__(self, name: str) -> None:
        super().__init__(tr("The local service was for “{name}”; it is off.", name=name))


class LocalService(QObject):
    """The service of the file that is worked in.

    Args:
        make: makes a service for each file.
        settings: of the user: the port, the hash of the token, and whether it starts with the window.
        parent: owns it.
    """

    changed = Signal()
    """It came to another `state`, or has another token."""
    failed = Signal(object)
    """An `ItemLinkError`: it did not start, or ended by itself."""

    _arrived = Signal(object)

    def __init__(self, make: Make, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self.settings = settings
        self._engine: Engine | None = None
        self._service: Service | None = None
        # Whether it goes on when the file that it answered from, its id and its place, is opened again.
        self._wanted = False
        self._answered: tuple[str, Path] | None = None
        self.state: State = "off"
        self.address = ""
        """Where it answers; empty as long as it does not."""
        self.problem: ItemLinkError | None = None
        """Why it is off, as long as nobody saw it where it stays."""
        self.requests = Requests()
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._on_look)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    # Which file.

    def begin(self) -> None:
        """Start, soon, if the user wants it to start with the window."""
        if self.settings.get("service_starts"):
            QTimer.singleShot(WAIT_MS, self, self._on_begin)

    def _on_begin(self) -> None:
        if self.has_token:
            self.start(self.port)
        else:
            error = ItemLinkError(tr("The local service has no token yet. Start it by hand once."))
            self._give_up(self._service, error)

    def follow(self, engine: Engine) -> None:
        """Let go of the file before. Go on where it is the same one again; with another one, only say that it is off.

        Who has the token was let into one file, and must not write into another that comes to stand in its place.
        """
        self.pause()
        self._engine, self.requests = engine, Requests()
        if self._wanted and self._answered is not None:
            if _is_same(engine, *self._answered):
                self.start(self.port)
            else:
                self._wanted, self.problem = False, ForAnotherFile(self._answered[1].stem)
                # When the window over it is there, which says so, and the one before is not.
                QTimer.singleShot(0, self, partial(self.failed.emit, self.problem))

    def mark_seen(self) -> None:
        """Note that the user saw why it is off."""
        if self.problem is not None:
            self.problem = None
            self.changed.emit()

    def pause(self) -> None:
        """Stop, wait until it has, and let go of the file; `follow` has it go on with the same one."""
        service, self._service, self._engine = self._service, None, None
        if service is not None:
            service.stop()
        self._set("off")

    # On and off.

    @property
    def port(self) -> int:
        """Where it answers, or where it did the last time."""
        return int(self.settings.get("service_port"))

    def start(self, port: int) -> None:
        """Begin to answer, to the newest token; how it went is told by `changed` or `failed`. There must be one.

        Args:
            port: where.
        """
        if self._engine is None or self.state != "off":
            return
        self._wanted, self._answered, self.problem = True, (self._engine.file_id, self._engine.path), None
        self.settings.look_again()
        self._set("starting")
        service = self._service = self._make(self._engine, self.requests.add)
        began = service.start(port, self._token_hash)
        began.add_done_callback(lambda done: self._arrived.emit(partial(self._on_started, service, port, done)))

    def _on_started(self, service: Service, port: int, began: Future[str]) -> None:
        if service is not self._service or self.state != "starting":
            return
        try:
            self.address = began.result()
        except (ItemLinkError, CancelledError) as error:
            self._give_up(service, error if isinstance(error, ItemLinkError) else None)
        except Exception:
            # A mistake of the program, which is told as such.
            self._give_up(service)
            raise
        else:
            self.settings.set("service_port", port)
            self._set("on")

    def _give_up(self, service: Service | None, error: ItemLinkError | None = None) -> None:
        """Let go of a service that ended, unless there is another one by now; say why, if it should not have."""
        if service is self._service:
            self._service, self._wanted, self.problem = None, False, error
            self._set("off")
            if error is not None:
                self.failed.emit(error)

    def stop(self) -> None:
        """End, as soon as what is under way is done; the window goes on meanwhile."""
        self._wanted = False
        if self._service is not None and self.state != "stopping":
            self._set("stopping")
            threading.Thread(target=self._end, args=(self._service,), name="service-stopping", daemon=True).start()

    def _end(self, service: Service) -> None:
        try:
            service.stop()
        finally:
            self._arrived.emit(partial(self._give_up, service))

    def close(self) -> None:
        """End for good, and return when it has ended."""
        self._wanted = False
        self.pause()

    def _set(self, state: State) -> None:
        if state != "on":
            self.address = self.address if state == "stopping" else ""
        if state != self.state:
            self.state = state
            if state == "on":
                self._looking.start()
            else:
                self._looking.stop()
            self.changed.emit()

    # Who gets in.

    @property
    def _token_hash(self) -> str:
        return str(self.settings.get("service_token"))

    @property
    def has_token(self) -> bool:
        """Whether a token was made; nobody knows any more which, but those who have it."""
        return bool(self._token_hash)

    def renew(self) -> str:
        """Make a token, the only one that gets in from now on, and return it; it is kept nowhere."""
        token = tokens.new_token()
        self.settings.set("service_token", tokens.hashed(token))
        if self._service is not None:
            self._service.renew(tokens.hashed(token))
        self.changed.emit()
        return token

    def lets_in(self, token: str) -> bool:
        """Whether it is the token that gets in."""
        return self.has_token and tokens.matches(token, self._token_hash)

    def _on_look(self) -> None:
        """See whether it answers still, and whether another window made another token, which counts for all."""
        before = self._token_hash
        self.settings.look_again()
        if self._service is None or self.state != "on":
            return
        if not self._service.running:
            self._give_up(self._service, ItemLinkError(tr("It ended by itself.")))
        elif self.has_token and self._token_hash != before:
            self._service.renew(self._token_hash)
            self.changed.emit()

    def _on_arrived(self, what: Callable[[], None]) -> None:
        what()


def _is_same(engine: Engine, file_id: str, path: Path) -> bool:
    """Return whether an engine has the file of an id that was at a place, restored or moved or as it was."""
    # A copy that was made without the program has the same id, but what was moved is not where it was.
    return engine.file_id == file_id and (engine.path == path or not path.exists())


def why_off(problem: ItemLinkError) -> str:
    """Return a sentence that says that there is no local service, and why."""
    if isinstance(problem, ForAnotherFile):
        return str(problem)
    return tr("The local service is off. {reason}", reason=problem)
