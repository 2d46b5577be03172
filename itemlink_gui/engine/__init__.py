"""The heart without a face: a thread that writes, two that read, one that keeps backups; undo, redo, and the news."""

from __future__ import annotations

import logging
import tempfile
import threading
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from itemlink_gui.base import log, paths
from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine.keeper import Keeper
from itemlink_gui.engine.workers import Damage, Job, Reader, Task, Worker
from itemlink_gui.engine.writer import Listener, Watcher, Writer
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import backup, backups, database, explain, migrate, schema, undo, whereabouts
from itemlink_gui.store.bulk import Progress, nobody
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import current

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Engine:
    """One open file.

    Args:
        path: of a file that exists; it is never made.
        who: who the steps are done by.
        read_only: look at it only; a file that may not be written is looked at only in any case.
        keeping: make backups of it.
        progress: is told how far a file of an older version is brought up to date.

    Raises:
        CannotOpen: if it is missing, not ours, damaged or newer; nothing is changed then.
        Cancelled: if that was stopped, inside `database.interruptible`; nothing is changed either.
    """

    def __init__(
        self,
        path: Path,
        *,
        who: str = "window",
        read_only: bool = False,
        keeping: bool = True,
        progress: Progress = nobody,
    ) -> None:
        self.path = path.absolute()
        self._who = who
        self._listeners: list[Listener] = []
        self._watchers: list[Watcher] = []
        self._closed = False
        self._early: list[Notice] = []
        self.standing = Notice("here")
        """How the file stands, as far as is known."""
        self._room: tempfile.TemporaryDirectory[str] | None = None
        self._workers: list[Worker] = []
        version = database.inspect(self.path)
        self.read_only = read_only or not database.writable(self.path)
        """Whether nothing can be stored."""
        try:
            self._begin(version, progress, keeping=keeping)
        except Exception as error:
            self.close()
            if isinstance(error, CannotOpen | Cancelled) or explain.explain(error) is None:
                raise
            raise explain.cannot_open(self.path, error) from error

    def _begin(self, version: int, progress: Progress, *, keeping: bool) -> None:
        at = self.path
        if self.read_only and version != schema.newest():
            self._room = tempfile.TemporaryDirectory(prefix="itemlink-")
            at = _copy_into(Path(self._room.name), self.path)
        migrate.migrate(at, version, progress)
        writing, damaged = threading.Event(), Damage(at)
        self._writer = Writer(
            at, writing, read_only=self.read_only, damaged=damaged, tell=self._tell, notice=self._notice
        )
        self._reader, self._patient = Reader(at, writing, damaged), Reader(at, writing, damaged)
        # There before the writer starts, whose first look around may find something to tell.
        keeping = keeping and not self.read_only
        readers = (self._reader, self._patient)
        self._keeper = Keeper(self.path, writing, notice=self._notice, keeping=keeping, damaged=damaged, others=readers)
        # One after the other: leaving another journal mode takes the file for oneself.
        for worker in (self._writer, self._reader, self._patient):
            self._workers.append(worker)
            worker.start()
            worker.ready.result()
        self.file_id = self._writer.file_id
        """Which file this is; its backups have the same."""
        self._keeper.file_id = self.file_id
        self._workers.append(self._keeper)
        self._keeper.start()

    def run(self, operation: Operation[T], *, who: str = "") -> Task[T]:
        """Run an operation as one undoable step, after those before it.

        Args:
            operation: what to do.
            who: who does it, where it is not who this engine is for.

        Returns:
            a future of the operation's result. Its error is an `ItemLinkError` for what can happen without a bug;
            nothing is stored then.
        """

        def work() -> tuple[T, Change | None]:
            journal = Journal(operation.kind, who or self._who)
            result = operation.write(journal)
            change = journal.finish()
            return result, change and replace(change, who=who or self._who)

        return self._write(work, backed_up=operation.backed_up)

    def read(self, question: Callable[[], T], *, slot: Hashable = None, long: bool = False) -> Task[T]:
        """Ask the file something on a reader.

        Args:
            question: runs on the reader; must return plain data.
            slot: a question in the same slot that was asked before is given up, its future cancelled or failed with
                `Cancelled`.
            long: it may last, and runs on a reader of its own, so that the short ones need not wait for it.
        """
        if slot is not None:
            self._reader.supersede(slot)
            self._patient.supersede(slot)
        return self._queue(self._patient if long else self._reader, Job(question, slot))

    def aside(self, work: Callable[[], T], *, slot: Hashable = None) -> Task[T]:
        """Have something done that lasts long and opens the files it needs by itself; it gives way to writes.

        Args:
            work: runs on a thread of its own, from the beginning again whenever a write interrupted it.
            slot: as with `read`.
        """
        if slot is not None:
            self._keeper.supersede(slot)
        return self._queue(self._keeper, Job(work, slot))

    def give_up(self, slot: Hashable) -> None:
        """Have nothing more done `aside` in a slot."""
        self._keeper.supersede(slot)

    def back_up(self) -> Task[None]:
        """Make a backup, unless the newest one has the file as it is."""
        return self.aside(self._keeper.back_up_when_asked)

    def undo(self, expected: int | None = None, *, who: str = "") -> Task[Change]:
        """Take the newest step back.

        Args:
            expected: the id of the step that the user was shown, if it must be that one.
            who: as with `run`; the step stays theirs who did it.

        Returns:
            a future of what was taken back. It fails with `CannotUndo` if there is nothing, or rows were changed since.
        """
        return self._write(partial(_twice, undo.undo, expected, who or self._who))

    def redo(self, expected: int | None = None, *, who: str = "") -> Task[Change]:
        """Do the step again that was taken back last; arguments and failure as with `undo`."""
        return self._write(partial(_twice, undo.redo, expected, who or self._who))

    def save_copy(self, target: Path) -> Task[None]:
        """Write a verified copy of the file, as it is after all operations queued so far."""
        return self._queue(self._writer, Job(partial(self._copy, target)))

    def _copy(self, target: Path) -> None:
        if self._writer.is_at(target) or whereabouts.same(target, self.path):
            raise explain.same_file()
        backup.copy(current.obj, target, another=True)

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` on the writer thread after every change, whoever made it."""
        self._listeners.append(listener)

    def watch(self, watcher: Watcher) -> None:
        """Call ``watcher``, on a thread of the engine, with what is to be told of the file itself.

        What was to be told before anybody listened is told at once.
        """
        self._watchers.append(watcher)
        for notice in self._early:
            watcher(notice)
        self._early.clear()

    def close(self) -> None:
        """Finish what is queued for the writer, give up what is asked, and let go of the file."""
        if self._closed:
            return
        self._closed = True
        # The writer last: it clears up once nobody else here is at the file.
        ending = sorted(self._workers, key=lambda worker: isinstance(worker, Writer))
        for worker in ending:
            if not isinstance(worker, Writer):
                worker.supersede()
        for worker in ending:
            worker.put(None)
            worker.join()
        if self._room is not None:
            self._room.cleanup()

    def _write(
        self, work: Callable[[], tuple[T, Change | None]], *, backed_up: Literal["", "tried", "needed"] = ""
    ) -> Task[T]:
        write = partial(self._back_up_and_write, backed_up == "needed") if backed_up else self._writer.write
        return self._queue(self._writer, Job(partial(write, work)))

    def _back_up_and_write(self, needed: bool, work: Callable[[], tuple[T, Change | None]]) -> T:
        try:
            if not self.read_only:
                backups.make(current.obj, self.path)
        except Exception as error:
            if isinstance(explain.explain(error), Cancelled):
                raise
            _log.warning("no backup could be made\n%s", log.describe(error))
            self._keeper.tell_failure(error)
            # A step that can be undone is done all the same.
            if needed:
                raise CannotWrite(tr("Nothing was done, because no backup could be made before.")) from None
        return self._writer.write(work)

    def _queue(self, worker: Worker, job: Job) -> Task[Any]:
        if self._closed:
            job.future.set_exception(Cancelled(tr("The file is closed.")))
        else:
            worker.put(job)
        return job.future

    def _tell(self, change: Change) -> None:
        self._keeper.note_change()
        if change.how == "outside":
            # The file may have been written without SQLite, which then knows nothing of it.
            for reader in (self._reader, self._patient):
                self._queue(reader, Job(_forget))
        self._call(self._listeners, change)

    def _notice(self, notice: Notice) -> None:
        if notice.kind not in ("backed_up", "not_backed_up"):
            self.standing = notice
        if not self._watchers:
            self._early.append(notice)
        self._call(self._watchers, notice)

    def _call(self, those: list[Callable[[T], None]], news: T) -> None:
        for one in those:
            try:
                one(news)
            except Exception as error:
                # What was stored stays stored, whatever comes of the news.
                _log.error("a listener failed\n%s", log.describe(error))


def _copy_into(folder: Path, older: Path) -> Path:
    """Return a copy, to be brought up to date, of an older file that shall not be written."""
    copied = folder / f"older{paths.FILE_SUFFIX}"
    with database.opened(older, read_only=True) as connected:
        backup.copy(connected, copied)
    return copied


def _forget() -> None:
    current.execute_sql("PRAGMA shrink_memory")


def _twice(function: Callable[[int | None], Change], expected: int | None, who: str) -> tuple[Change, Change]:
    """Return a change both as the result and as the news."""
    change = replace(function(expected), who=who)
    return change, change
