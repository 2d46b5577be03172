"""How far a long piece of work is, by what SQLite's machine has done of it; and that nobody wants it any more."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from itemlink_gui.base.errors import Cancelled
from itemlink_gui.base.i18n import tr

# How many instructions of SQLite's machine run between two looks (about 1 ms).
STEPS_BETWEEN_LOOKS = 10_000
# How many run for a link or a record that comes or goes, with its counts and all, and for a page of a file that is
# copied: measured, and only an estimate is made of it.
STEPS_OF_LINK = 150
STEPS_OF_ROW = 1_000
STEPS_OF_PAGE = 700
# As far as the work seems at most, as long as it is not done.
_NEARLY = 0.99


class Course:
    """The course of one piece of work: one thread does it, any may look or give it up."""

    def __init__(self) -> None:
        self.unwanted = False
        """Whether nobody wants it any more."""
        self.storing = False
        """Whether it is being stored, which nothing stops any more."""
        self._begun = 0.0
        self._done = self._expected = 0

    def begin(self) -> None:
        """Note that it begins now."""
        self._begun = time.monotonic()

    def pass_by(self, steps: int) -> None:
        """Note that so much of it is done."""
        self._done += steps

    def expect(self, steps: int) -> None:
        """Note how much is still to be done."""
        self._expected = max(self._expected, self._done) + steps

    def share(self) -> float | None:
        """Return how much of it is done, from 0 to less than 1; None where that is not known."""
        return min(self._done / self._expected, _NEARLY) if self._expected else None

    def seconds_left(self) -> float | None:
        """Return how long it will go on, going by how long it took so far; None where that is not known."""
        share, passed = self.share(), self.seconds_passed()
        return passed * (1 - share) / share if share and passed else None

    def seconds_passed(self) -> float:
        """Return how long it goes on already; 0 before it began."""
        return time.monotonic() - self._begun if self._begun else 0.0

    def go_on(self) -> None:
        """Raise `Cancelled` if nobody wants it any more."""
        if self.unwanted and not self.storing:
            raise Cancelled(tr("Cancelled."))

    def close(self) -> None:
        """Note that all is written and only to be stored.

        Raises:
            Cancelled: if nobody wants that any more.
        """
        self.go_on()
        self.storing = True


class _Here(threading.local):
    course: Course | None = None


_here = _Here()


@contextmanager
def under_way(course: Course) -> Iterator[None]:
    """Let what this thread does in a ``with`` block be the course of that piece of work."""
    before, _here.course = _here.course, course
    course.begin()
    try:
        yield
    finally:
        _here.course = before


def expect(steps: int) -> None:
    """Tell how much more SQLite's machine will have to do for what this thread is doing."""
    if _here.course is not None:
        _here.course.expect(steps)


def go_on() -> None:
    """Raise `Cancelled` if nobody wants any more what this thread is doing."""
    if _here.course is not None:
        _here.course.go_on()


def went_on(steps: int) -> None:
    """Tell how much of what this thread is doing is done without SQLite's machine."""
    if _here.course is not None:
        _here.course.pass_by(steps)


def close() -> None:
    """Tell that what this thread is doing is only to be stored; raises `Cancelled` if nobody wants that any more."""
    if _here.course is not None:
        _here.course.close()


def watch(connection: sqlite3.Connection) -> None:
    """Let the statements of one of this thread's connections count, and be stopped when nobody wants them any more."""
    connection.set_progress_handler(_look, STEPS_BETWEEN_LOOKS)


def _look() -> bool:
    course = _here.course
    if course is None:
        return False
    course.pass_by(STEPS_BETWEEN_LOOKS)
    return course.unwanted and not course.storing
