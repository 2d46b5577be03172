"""The heart without a face: one writer thread, one reader thread, undo and redo, and the news of every change."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from itemlink_gui.base import log
from itemlink_gui.base.changes import Change, Label
from itemlink_gui.base.errors import Cancelled, let_go
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import backup, database, derive, undo
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import FileState, current

_log = logging.getLogger(__name__)

T = TypeVar("T")
Listener = Callable[[Change], None]

# How often the file is looked at for the work of other programs.
POLL_SECONDS = 0.5
# Up to this size, keys and counts are compared with the records once after opening (about 0.1 s).
COMPARED_BYTES = 32 * 1024 * 1024
# A read that lasts longer than this makes room when a write waits; after so many tries it is let through.
PATIENCE_SECONDS = 0.05
MOST_TRIES = 3
# How many instructions of SQLite's machine run between two looks at whether an answer is still wanted (about 1 ms).
STEPS_BETWEEN_LOOKS = 10_000


@dataclass(eq=False, slots=True)
class _Job:
    """Something for a worker to do, and the future that its answer goes to."""

    work: Callable[[], Any]
    slot: Hashable = None
    future: Future[Any] = field(default_factory=Future)
    unwanted: bool = False


class _Worker(threading.Thread):
    """A thread with a connection of its own that does one job after another.

    Args:
        path: the file.
        writing: set while a write is under way.
    """

    read_only = False

    def __init__(self, path: Path, writing: threading.Event) -> None:
        super().__init__(name=f"itemlink-{type(self).__name__.strip('_').lower()}", daemon=True)
        self.path = path
        self.writing = writing
        self.ready: Future[None] = Future()
        self.connection: sqlite3.Connection
        self._jobs: deque[_Job | None] = deque()
        self._arrived = threading.Semaphore(0)
        self._running: _Job | None = None

    def put(self, job: _Job | None) -> None:
        """Queue a job; None ends the thread after the jobs before it."""
        self._jobs.append(job)
        self._arrived.release()

    def supersede(self, slot: Hashable = None) -> None:
        """Give up jobs whose answer is no longer wanted, queued or running; without a slot, all."""
        for job in [*self._jobs, self._running]:
            if job is not None and (slot is None or job.slot == slot):
                job.unwanted = True

    def run(self) -> None:
        """Connect, answer jobs until the end is queued, disconnect."""
        try:
            with database.opened(self.path, read_only=self.read_only) as connected:
                self.connection = connected.connection()
                self.connected()
                self.ready.set_result(None)
                while (job := self._next()) is not None:
                    self._answer(job)
        except BaseException as error:
            if self.ready.done():
                _log.exception("a worker ended")
            else:
                self.ready.set_exception(error)

    def _next(self) -> _Job | None:
        while not self._arrived.acquire(timeout=POLL_SECONDS):
            self.idle()
        # Never out of sight: in the queue or running, it can be given up.
        self._running = self._jobs[0]
        return self._jobs.popleft()

    def _answer(self, job: _Job) -> None:
        if job.unwanted:
            job.future.cancel()
        if not job.future.set_running_or_notify_cancel():
            return
        try:
            answer = self.perform(job)
        except BaseException as error:
            let_go(error)
            told = database.explain(error)
            if told is None:
                _log.error("a job failed\n%s", log.describe(error))
            elif told is not error:
                told.__cause__ = error
            job.future.set_exception(told or error)
        else:
            job.future.set_result(answer)
        finally:
            self._running = None

    def connected(self) -> None:
        """Prepare the connection."""

    def idle(self) -> None:
        """Look around when there is nothing to do."""

    def perform(self, job: _Job) -> Any:
        """Do a job and return its answer."""
        return job.work()


class _Reader(_Worker):
    """Answers questions; one whose answer nobody waits for any more is interrupted."""

    read_only = True

    def __init__(self, path: Path, writing: threading.Event) -> None:
        super().__init__(path, writing)
        self._deadline = float("inf")

    def connected(self) -> None:
        """Let every statement be interrupted."""
        self.connection.set_progress_handler(self._shall_stop, STEPS_BETWEEN_LOOKS)

    def _shall_stop(self) -> bool:
        job = self._running
        if job is not None and job.unwanted:
            return True
        return self.writing.is_set() and time.monotonic() > self._deadline

    def perform(self, job: _Job) -> Any:
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
                if job.unwanted or not isinstance(database.explain(error), Cancelled):
                    raise
            while self.writing.is_set() and not job.unwanted:
                time.sleep(0.005)
        self._deadline = float("inf")
        return job.work()


class _Writer(_Worker):
    """Runs operations, each in one transaction, and watches for the work of other programs."""

    def __init__(self, path: Path, writing: threading.Event, tell: Listener) -> None:
        super().__init__(path, writing)
        self._tell = tell
        self._identity: tuple[int, int] = (0, 0)
        self._data_version = 0
        self._serial = 0
        self._compared = False

    def connected(self) -> None:
        """Remember which file this is and in which state it is."""
        found = self.path.stat()
        self._identity = (found.st_dev, found.st_ino)
        self._data_version, self._serial = self._state()

    def _state(self) -> tuple[int, int]:
        """Return SQLite's and our own number of the last commit, together: nobody can write in between."""
        with current.atomic("DEFERRED"):
            serial = FileState.select(FileState.serial).scalar()
            (version,) = current.execute_sql("PRAGMA data_version").fetchone()
        return version, serial

    def write(self, work: Callable[[], tuple[T, Change | None]]) -> T:
        """Do work in one transaction; nothing of it stays if it fails.

        Raises:
            CannotWrite: if the file is no longer where it was opened, or the disk refuses.
        """
        done = False
        while not done:
            self._look_for_others()
            self.writing.set()
            try:
                with current.atomic():
                    self._refuse_if_moved()
                    # Somebody may have written while this waited for the file: then look again first.
                    if done := self._state() == (self._data_version, self._serial):
                        result, change = work()
                        serial = self._state()[1]
            finally:
                self.writing.clear()
        self._serial = serial
        if change is not None:
            self._tell(change)
        return result

    def _refuse_if_moved(self) -> None:
        if not self.is_at(self.path):
            raise database.moved()

    def is_at(self, path: Path) -> bool:
        """Whether it is the open file that stands at ``path``."""
        try:
            found = path.stat()
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == self._identity

    def idle(self) -> None:
        """Notice what other programs wrote."""
        try:
            self._look_for_others()
            if not self._compared:
                self._compared = True
                self._compare()
        except Exception as error:
            # The file may be held or gone at this moment; the next look, or the next write, will tell.
            _log.info("the file could not be looked at\n%s", log.describe(error))

    def _look_for_others(self) -> None:
        version, serial = self._state()
        if version == self._data_version:
            return
        if serial == self._serial:
            # Not one of ours: a program that knows nothing of keys, index and counts.
            version, serial = self._derive_anew()
        self._data_version, self._serial = version, serial
        self._tell_outside()

    def _compare(self) -> None:
        """Find what such a program did while the file was closed; in a large file that is left to the file check."""
        (pages,), (size,) = (current.execute_sql(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        if pages * size <= COMPARED_BYTES and derive.drift():
            self._data_version, self._serial = self._derive_anew()
            self._tell_outside()

    def _derive_anew(self) -> tuple[int, int]:
        with current.atomic():
            self._refuse_if_moved()
            # Another window may have been quicker.
            version, serial = self._state()
            if serial == self._serial:
                derive.rebuild()
                FileState.update(serial=FileState.serial + 1).execute()
                serial += 1
        return version, serial

    def _tell_outside(self) -> None:
        everything: dict[str, frozenset[int] | None] = {"item": None, "customer": None}
        self._tell(Change(Label("outside"), "outside", None, everything, frozenset(everything), linked=True))


class Engine:
    """One open file.

    Args:
        path: of a file that exists; it is never made.
        who: who the steps are done by.

    Raises:
        CannotOpen: if it is missing, not ours, damaged or newer; nothing is changed then.
    """

    def __init__(self, path: Path, *, who: str = "window") -> None:
        self.path = path.absolute()
        self._who = who
        self._listeners: list[Listener] = []
        self._closed = False
        database.migrate(self.path, database.inspect(self.path))
        writing = threading.Event()
        self._writer = _Writer(self.path, writing, self._tell)
        self._reader = _Reader(self.path, writing)
        try:
            # One after the other: leaving another journal mode takes the file for oneself.
            for worker in (self._writer, self._reader):
                worker.start()
                worker.ready.result()
        except BaseException:
            self.close()
            raise

    def run(self, operation: Operation[T]) -> Future[T]:
        """Run an operation as one undoable step, after those before it.

        Returns:
            a future of the operation's result. Its error is an `ItemLinkError` for what can happen without a bug;
            nothing is stored then.
        """

        def work() -> tuple[T, Change | None]:
            journal = Journal(operation.kind, self._who)
            result = operation.write(journal)
            return result, journal.finish()

        return self._write(work)

    def read(self, question: Callable[[], T], *, slot: Hashable = None) -> Future[T]:
        """Ask the file something on the reader.

        Args:
            question: runs on the reader; must return plain data.
            slot: a question in the same slot that was asked before is given up, its future cancelled or failed with
                `Cancelled`.
        """
        if slot is not None:
            self._reader.supersede(slot)
        return self._queue(self._reader, _Job(question, slot))

    def undo(self, expected: int | None = None) -> Future[Change]:
        """Take the newest step back.

        Args:
            expected: the id of the step that the user was shown, if it must be that one.

        Returns:
            a future of what was taken back. It fails with `CannotUndo` if there is nothing, or rows were changed since.
        """
        return self._write(partial(_twice, undo.undo, expected))

    def redo(self, expected: int | None = None) -> Future[Change]:
        """Do the step again that was taken back last; arguments and failure as with `undo`."""
        return self._write(partial(_twice, undo.redo, expected))

    def save_copy(self, target: Path) -> Future[None]:
        """Write a verified copy of the file, as it is after all operations queued so far."""
        return self._queue(self._writer, _Job(partial(self._copy, target)))

    def _copy(self, target: Path) -> None:
        if self._writer.is_at(target):
            raise database.same_file()
        backup.copy(current.obj, target)

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` on the writer thread after every change, whoever made it."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Finish what is queued for the writer, give up what is asked, and let go of the file."""
        if self._closed:
            return
        self._closed = True
        self._reader.supersede()
        for worker in (self._writer, self._reader):
            worker.put(None)
        for worker in (self._writer, self._reader):
            if worker.ident is not None:
                worker.join()

    def _write(self, work: Callable[[], tuple[T, Change | None]]) -> Future[T]:
        return self._queue(self._writer, _Job(partial(self._writer.write, work)))

    def _queue(self, worker: _Worker, job: _Job) -> Future[Any]:
        if self._closed:
            job.future.set_exception(Cancelled(tr("The file is closed.")))
        else:
            worker.put(job)
        return job.future

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            try:
                listener(change)
            except Exception as error:
                # What was stored stays stored, whatever comes of the news.
                _log.error("a listener failed\n%s", log.describe(error))


def _twice(function: Callable[[int | None], Change], expected: int | None) -> tuple[Change, Change]:
    """Return a change both as the result and as the news."""
    change = function(expected)
    return change, change
