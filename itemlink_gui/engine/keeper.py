"""The thread for what takes long and opens the file for itself: backups, checks, comparisons."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from typing_extensions import override

from itemlink_gui.base import log
from itemlink_gui.base.errors import Cancelled, CannotWrite, let_go
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine.workers import Damage, Job, Worker
from itemlink_gui.store import backups, course, database, state, whereabouts
from itemlink_gui.store.explain import explain, harmed, moved

_log = logging.getLogger(__name__)

# How far its thread stands back, from 0 to 19.
_NICE = 10
# How long a change may be without a backup.
BACKUP_SECONDS = 30 * 60
# In so many looks one after the other nobody has asked anything: then a backup is made, or after so many in any case.
QUIET_LOOKS = 3
MOST_LOOKS = 60


class Keeper(Worker):
    """Keeps backups, and does whatever else may last long; it gives way to every write.

    Args:
        path: the file.
        writing: set while a write is under way.
        notice: gets what comes of a backup.
        keeping: whether it makes backups of its own accord.
        damaged: where it is noted that the file is.
        others: who answers what a window asks: a backup of its own accord begins when they rest.
    """

    def __init__(
        self,
        path: Path,
        writing: threading.Event,
        *,
        notice: Callable[[Notice], None],
        keeping: bool,
        damaged: Damage,
        others: Sequence[Worker] = (),
    ) -> None:
        super().__init__(path, writing)
        self.damaged = damaged
        self._notice = notice
        self._keeping = keeping
        # What was changed before this start is backed up at once, if no backup has it.
        self._changed = True
        self._due = 0.0
        self._others = others
        self._asked = [0] * len(others)
        self._quiet = self._looks = 0
        self.file_id = ""
        """Which file it keeps."""

    @override
    def serve(self) -> None:
        # Where both processors are wanted, it is the one that waits. Linux has a priority for each thread.
        if sys.platform == "linux":
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
        super().serve()

    def note_change(self) -> None:
        """Remember that the file is no longer as it was backed up."""
        self._changed = True

    def _shall_stop(self) -> bool:
        job = self._running
        return self.writing.is_set() or (job is not None and job.unwanted)

    @override
    def perform(self, job: Job) -> Any:
        """Do a job, from the beginning again whenever a write came in between.

        Raises:
            Cancelled: if the answer is no longer wanted.
        """
        while True:
            try:
                with database.interruptible(self._shall_stop), course.under_way(job.future.course):
                    return job.work()
            except Exception as error:
                let_go(error)
                if job.unwanted or not isinstance(explain(error), Cancelled):
                    raise
            self.wait_for_the_writer(job)

    @override
    def idle(self) -> None:
        """Make a backup where one is due."""
        if self._keeping and self._changed and time.monotonic() >= self._due and self._is_quiet():
            # Gives up if a write comes; the next quiet moment is soon.
            self._running = job = Job(self.back_up)
            try:
                with database.interruptible(self._shall_stop), course.under_way(job.future.course):
                    self.back_up()
            except Exception as error:
                let_go(error)
                self._due = time.monotonic() + BACKUP_SECONDS
                told = explain(error)
                if isinstance(told, Cancelled):
                    self._due = 0.0
                elif whereabouts.identity(self.path) is None or (
                    isinstance(told, CannotWrite) and told.trouble == "moved"
                ):
                    # The writer tells it, and keeps what there is.
                    _log.info("the file is not there to be backed up")
                else:
                    _log.warning("no backup could be made\n%s", log.describe(error))
                    self.tell_failure(error)
            finally:
                self._running = None

    def _is_quiet(self) -> bool:
        """Whether nobody has asked the file anything for a while: a window that opens needs the disk for its rows."""
        asked = [one.asked for one in self._others]
        self._quiet = self._quiet + 1 if asked == self._asked else 0
        self._asked = asked
        self._looks += 1
        if self._quiet < QUIET_LOOKS and self._looks < MOST_LOOKS:
            return False
        self._quiet = self._looks = 0
        return True

    def back_up(self) -> None:
        """Make a backup, unless the newest one has the file as it is.

        Raises:
            CannotOpen, CannotWrite, Cancelled, OSError, sqlite3.DatabaseError: if there is none now.
        """
        # Before the file is read: what is written from here on is for the next one.
        due = self._due
        self._settle()
        try:
            with database.opened(self.path) as connected:
                if state.file_id() != self.file_id:
                    raise moved()
                made = backups.make(connected, self.path)
        except BaseException:
            self._changed, self._due = True, due
            raise
        if made is not None:
            self._notice(Notice("backed_up", made.path))

    def back_up_when_asked(self) -> None:
        """Make a backup as `back_up` does, with the reason in words where there is none.

        Raises:
            CannotWrite, Cancelled: if there is none now.
        """
        try:
            self.back_up()
        except Exception as error:
            if isinstance(explain(error), Cancelled):
                raise
            told = backups.failure(error)
            raise (harmed() if told.kind == "damaged" else CannotWrite(told.reason)) from error

    def _settle(self) -> None:
        self._changed = False
        self._due = time.monotonic() + BACKUP_SECONDS

    def tell_failure(self, error: BaseException) -> None:
        """Tell that there is no backup, and why."""
        told = backups.failure(error)
        if told.kind == "damaged":
            # The writer, which watches over the file, tells it.
            self.damaged.found()
        else:
            self._notice(told)
