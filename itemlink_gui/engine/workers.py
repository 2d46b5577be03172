"""The threads of an engine: each does one job after another, and none waits for another."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from typing_extensions import override

from itemlink_gui.base import log
from itemlink_gui.base.errors import Cancelled, CannotWrite, ItemLinkError, let_go
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import course, database, whereabouts
from itemlink_gui.store.course import Course
from itemlink_gui.store.explain import explain, explain_open

T = TypeVar("T")

_log = logging.getLogger(__name__)

# How often the file is looked at for the work of other programs.
POLL_SECONDS = 0.5
# A read that lasts longer than this makes room when a write waits; after so many tries it is let through.
PATIENCE_SECONDS = 0.05
MOST_TRIES = 3
# How long a thread rests between two looks at whether a write is over.
REST_SECONDS = 0.005


class Task(Future[T]):
    """What becomes of something that a worker does: the future of its answer, and how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self.course = Course()

    def give_up(self) -> None:
        """Have it stopped, wherever it is; nothing of it stays, unless it is being stored already."""
        self.course.unwanted = True


@dataclass(eq=False, slots=True)
class Job:
    """Something for a worker to do, and the future that its answer goes to."""

    work: Callable[[], Any]
    slot: Hashable = None
    future: Task[Any] = field(default_factory=Task)
    # So that it speaks to whoever asked as they want to be spoken to.
    context: Context = field(default_factory=copy_context)

    @property
    def unwanted(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self.future.course.unwanted


class Damage:
    """Whether a file was found to be damaged, by any of the threads; held only until something else is written there.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        # Nobody writes between the look at the time and the note of it without noting the new one after.
        self._noting = threading.Lock()

    def is_known(self) -> bool:
        """Whether nothing may be stored any more."""
        return self._stamp is not None

    def found(self, stamp: tuple[int, int] | None = None) -> None:
        """Take note of it.

        Args:
            stamp: when the file was written last, as of before it was looked at; None for as of now.
        """
        with self._noting:
            if stamp is None:
                self._stamp = whereabouts.stamp(self._path)
            elif self._stamp is None:
                # Else another thread has found it meanwhile, and knows a later time.
                self._stamp = stamp

    def stays(self, stamp: tuple[int, int]) -> None:
        """Take note that what has just been written there was our own: what is damaged is not better for it."""
        with self._noting:
            if self._stamp is not None:
                self._stamp = stamp

    def doubt(self) -> None:
        """Forget it if somebody has written there since: whether that is better will be seen."""
        with self._noting:
            if self._stamp != whereabouts.stamp(self._path):
                self._stamp = None


class Worker(threading.Thread):
    """A thread that does one job after another.

    Args:
        path: the file.
        writing: set while a write is under way.
    """

    def __init__(self, path: Path, writing: threading.Event) -> None:
        super().__init__(name=f"itemlink-{type(self).__name__.lower()}", daemon=True)
        self.path = path
        self.writing = writing
        self.ready: Future[None] = Future()
        self._jobs: deque[Job | None] = deque()
        self._arrived = threading.Semaphore(0)
        self._running: Job | None = None
        self._looked = time.monotonic()
        self._ended = False
        self.asked = 0
        """How many jobs it was given."""

    def put(self, job: Job | None) -> None:
        """Queue a job; None ends the thread after the jobs before it."""
        self._jobs.append(job)
        self.asked += 1
        self._arrived.release()
        if self._ended:
            self._refuse_the_rest()

    def supersede(self, slot: Hashable = None) -> None:
        """Give up jobs whose answer is no longer wanted, queued or running; without a slot, all."""
        for job in [*self._jobs, self._running]:
            if job is not None and (slot is None or job.slot == slot):
                job.future.give_up()

    def run(self) -> None:
        """Answer jobs until the end is queued."""
        try:
            self.serve()
        except BaseException as error:
            if self.ready.done():
                _log.exception("a worker ended")
            else:
                self.ready.set_exception(error)
        finally:
            self._ended = True
            self._refuse_the_rest()

    def _refuse_the_rest(self) -> None:
        """Let nobody wait for an answer that does not come."""
        while self._jobs:
            job = self._jobs.popleft()
            if job is not None and job.future.set_running_or_notify_cancel():
                job.future.set_exception(Cancelled(tr("The file is closed.")))

    def serve(self) -> None:
        """Be ready, and answer jobs until the end is queued."""
        self.ready.set_result(None)
        while (job := self._next()) is not None:
            self._answer(job)

    def _next(self) -> Job | None:
        while not self._arrived.acquire(timeout=POLL_SECONDS):
            self._look()
        if time.monotonic() - self._looked >= POLL_SECONDS:
            # Also where one job follows another.
            self._look()
        # Never out of sight: in the queue or running, it can be given up.
        self._running = self._jobs[0]
        return self._jobs.popleft()

    def _look(self) -> None:
        try:
            self.idle()
        except Exception as error:
            let_go(error)
            _log.error("a look around failed\n%s", log.describe(error))
        self._looked = time.monotonic()

    def _answer(self, job: Job) -> None:
        if job.unwanted:
            job.future.cancel()
        if job.future.set_running_or_notify_cancel():
            job.context.run(self._try, job)

    def _try(self, job: Job) -> None:
        try:
            answer = self.perform(job)
        except BaseException as error:
            let_go(error)
            told = self.explained(error)
            if told is not None:
                self.failed(told)
            if told is None:
                _log.error("a job failed\n%s", log.describe(error))
            elif told is not error:
                told.__cause__ = error
            job.future.set_exception(told or error)
        else:
            job.future.set_result(answer)
        finally:
            self._running = None

    def explained(self, error: BaseException) -> ItemLinkError | None:
        """Return what an error means, or None if it is a bug."""
        return explain(error)

    def failed(self, told: ItemLinkError) -> None:
        """Take note of what a job met."""

    def idle(self) -> None:
        """Look around, about twice a second."""

    def perform(self, job: Job) -> Any:
        """Do a job and return its answer."""
        return job.work()

    def wait_for_the_writer(self, job: Job | None) -> None:
        """Rest until no write is under way, or the job is given up."""
        while self.writing.is_set() and not (job and job.unwanted):
            time.sleep(REST_SECONDS)


class Connected(Worker):
    """A worker with a connection of its own for as long as it lives.

    Args:
        path: the file.
        writing: set while a write is under way.
        read_only: whether it may not write.
        damaged: where it is noted that the file is.
    """

    def __init__(self, path: Path, writing: threading.Event, *, read_only: bool, damaged: Damage) -> None:
        super().__init__(path, writing)
        self.read_only = read_only
        self.damaged = damaged
        self.connection: sqlite3.Connection

    @override
    def serve(self) -> None:
        with database.opened(self.path, read_only=self.read_only) as connected:
            self.connection = connected.connection()
            self.connected()
            super().serve()
            self.disconnecting()

    def connected(self) -> None:
        """Prepare the connection."""

    def disconnecting(self) -> None:
        """Do what is left to do before the connection ends."""

    @override
    def explained(self, error: BaseException) -> ItemLinkError | None:
        return explain_open(error)

    @override
    def failed(self, told: ItemLinkError) -> None:
        if isinstance(told, CannotWrite) and told.trouble == "damaged":
            self.damaged.found()


class Reader(Connected):
    """Answers questions; one whose answer nobody waits for any more is interrupted."""

    def __init__(self, path: Path, writing: threading.Event, damaged: Damage) -> None:
        super().__init__(path, writing, read_only=True, damaged=damaged)
        self._deadline = float("inf")

    @override
    def connected(self) -> None:
        self.connection.set_progress_handler(self._shall_stop, course.STEPS_BETWEEN_LOOKS)

    def _shall_stop(self) -> bool:
        job = self._running
        if job is not None and job.unwanted:
            return True
        return self.writing.is_set() and time.monotonic() > self._deadline

    @override
    def perform(self, job: Job) -> Any:
        """Answer; a long question makes room for a write and is asked again after it.

        Raises:
            Cancelled: if the answer is no longer wanted.
        """
        for _ in range(MOST_TRIES):
            self._deadline = time.monotonic() + PATIENCE_SECONDS
            try:
                return job.work()
            except Exception as error:
                let_go(error)
                if job.unwanted or not isinstance(explain(error), Cancelled):
                    raise
            self.wait_for_the_writer(job)
        self._deadline = float("inf")
        return job.work()
