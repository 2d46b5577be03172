"""The one thread that writes, and that watches over the file and over what other programs do to it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from typing_extensions import override

from itemlink_gui.base import log
from itemlink_gui.base.changes import Change, Label, anything
from itemlink_gui.base.errors import CannotWrite, let_go
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine.workers import Connected, Damage, Job
from itemlink_gui.store import backups, course, database, derive, explain, state, whereabouts
from itemlink_gui.store.models import FileState, current

_log = logging.getLogger(__name__)

T = TypeVar("T")
Listener = Callable[[Change], None]
Watcher = Callable[[Notice], None]

# What leaves this connection as the only way to what was done since the last backup.
_LAST_WAY = ("deleted", "replaced", "unreachable")
# Up to this size, keys and counts are compared with the records once after opening (about 0.1 s).
COMPARED_BYTES = 32 * 1024 * 1024


class Writer(Connected):
    """Runs operations, each in one transaction, and watches for the work of other programs.

    Args:
        path: the file.
        writing: set while a write is under way.
        read_only: whether it only watches.
        damaged: where it is noted that the file is; from then on nothing is written.
        tell: gets every change.
        notice: gets what is told of the file itself.
    """

    def __init__(
        self,
        path: Path,
        writing: threading.Event,
        *,
        read_only: bool,
        damaged: Damage,
        tell: Listener,
        notice: Watcher,
    ) -> None:
        super().__init__(path, writing, read_only=read_only, damaged=damaged)
        self._tell = tell
        self._notice = notice
        self._identity: whereabouts.Identity | None = None
        self._stamp: tuple[int, int] = (0, 0)
        # When the file was written last, as of before the look around that is under way, save for that look's writes.
        self._before: tuple[int, int] = (0, 0)
        self._told = Notice("here")
        self.file_id = ""
        self._data_version = 0
        self._mark: state.Mark = ()
        self._compared = read_only

    @override
    def connected(self) -> None:
        """Remember which file this is and in which state it is."""
        course.watch(self.connection)
        self._identity = whereabouts.identity(self.path)
        self.file_id = state.file_id()
        self._stamp = whereabouts.stamp(self.path)
        self._data_version, self._mark = self._state()

    @override
    def perform(self, job: Job) -> Any:
        """Do a job; it can be given up until it is being stored."""
        with course.under_way(job.future.course):
            return super().perform(job)

    def _state(self) -> tuple[int, state.Mark]:
        return state.last_commit(self.file_id)

    def write(self, work: Callable[[], tuple[T, Change | None]]) -> T:
        """Do work in one transaction; nothing of it stays if it fails.

        Raises:
            CannotWrite: if the file is no longer where it was opened, may not be written, or the disk refuses.
            Cancelled: if it was given up.
        """
        if self.read_only:
            raise explain.read_only()
        if self.damaged.is_known():
            raise explain.harmed()
        done = False
        while not done:
            self._look_for_others()
            self.writing.set()
            try:
                with current.atomic():
                    self._refuse_if_moved()
                    # Somebody may have written while this waited for the file: then look again first.
                    if done := self._state() == (self._data_version, self._mark):
                        result, change = work()
                        course.close()
                        mark = self._state()[1]
            finally:
                self.writing.clear()
        self._mark = mark
        self._note_own_write()
        if change is not None:
            self._tell(change)
        return result

    def _refuse_if_moved(self) -> None:
        if not self.is_at(self.path):
            raise explain.moved()

    def is_at(self, path: Path) -> bool:
        """Whether it is the open file that stands at ``path``."""
        return whereabouts.identity(path) == self._identity

    @override
    def idle(self) -> None:
        """Notice what other programs wrote, and what became of the file."""
        found = whereabouts.whereabouts(self.path, self._identity)
        self._before = whereabouts.stamp(self.path)
        self.damaged.doubt()
        try:
            self._look_for_others()
            if not self._compared:
                self._compared = True
                self._compare()
        except Exception as error:
            # The file may be held or gone at this moment; the next look, or the next write, will tell.
            let_go(error)
            told = explain.explain(error)
            if isinstance(told, CannotWrite) and told.trouble == "damaged":
                self.damaged.found(self._before)
            if isinstance(told, CannotWrite) and told.trouble == "moved":
                # Another file was written over it, byte by byte, where it was not moved.
                found = Notice("overwritten" if found.kind == "here" else found.kind, found.where)
            else:
                _log.info("the file could not be looked at\n%s", log.describe(error))
        if self.damaged.is_known() and found.kind == "here":
            found = Notice("damaged")
        if found != self._told:
            self._told = found
            self._notice(found)
            self._keep_what_is_gone()

    def _keep_what_is_gone(self) -> None:
        """Make a backup of a file that only this connection still leads to."""
        if self.read_only or whereabouts.whereabouts(self.path, self._identity).kind not in _LAST_WAY:
            return
        try:
            made = backups.make(current.obj, self.path, gone=True)
        except Exception as error:
            let_go(error)
            _log.warning("no backup could be made\n%s", log.describe(error))
            self._notice(backups.failure(error))
        else:
            if made is not None:
                self._notice(Notice("backed_up", made.path))

    @override
    def disconnecting(self) -> None:
        self._keep_what_is_gone()
        if not self.read_only and not self.damaged.is_known():
            database.leave_no_journal(current.obj, partial(self.is_at, self.path))

    def _look_for_others(self) -> None:
        version, mark = self._state()
        stamp = whereabouts.stamp(self.path)
        if stamp != self._stamp and version == self._data_version:
            # Written to without SQLite: what is kept of it in memory may be another file's by now.
            current.execute_sql("PRAGMA shrink_memory")
            version, mark = self._state()
        self._stamp = stamp
        if (version, mark) == (self._data_version, self._mark):
            return
        if mark == self._mark and not self.read_only:
            # Not one of ours: a program that knows nothing of keys, index and counts.
            version, mark = self._derive_anew()
        self._data_version, self._mark = version, mark
        self._tell_outside()

    def _compare(self) -> None:
        """Find what such a program did while the file was closed; in a large file that is left to the file check."""
        (pages,), (size,) = (current.execute_sql(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        if pages * size <= COMPARED_BYTES and derive.drift():
            self._data_version, self._mark = self._derive_anew()
            self._tell_outside()

    def _derive_anew(self) -> tuple[int, state.Mark]:
        if self.damaged.is_known():
            raise explain.harmed()
        self.writing.set()
        try:
            with current.atomic():
                self._refuse_if_moved()
                # Another window may have been quicker.
                version, mark = self._state()
                if mark == self._mark:
                    derive.rebuild()
                    FileState.update(serial=FileState.serial + 1).execute()
                    mark = state.mark()
        finally:
            self.writing.clear()
        self._note_own_write()
        return version, mark

    def _note_own_write(self) -> None:
        self._stamp = self._before = whereabouts.stamp(self.path)
        # It may have been found meanwhile.
        self.damaged.stays(self._stamp)

    def _tell_outside(self) -> None:
        self._tell(anything(Label("outside"), "outside", None))
