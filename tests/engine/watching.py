"""Watching what an engine tells of its file, from the first look around on."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from itemlink_gui.base import paths
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine import Engine
from itemlink_gui.engine.workers import Worker
from tests.support import PATIENCE


class Gate:
    """Keeps a worker busy until it is let go."""

    def __init__(self) -> None:
        self.entered, self.open = threading.Event(), threading.Event()

    def __call__(self, *_: object, **__: object) -> str:
        self.entered.set()
        assert self.open.wait(PATIENCE)
        return "through"


class Watched:
    """An engine, what it tells, and how often its threads have looked around.

    Args:
        rounds: a condition, and per thread how often it has looked around.
        path: the file.
        options: of the engine.
    """

    def __init__(self, rounds: Rounds, path: Path, **options: Any) -> None:
        self._rounds = rounds
        self._arrived = threading.Condition()
        self.notices: list[Notice] = []
        self.engine = Engine(path, **options)
        self.engine.watch(self._on_notice)
        rounds.begin()

    def _on_notice(self, notice: Notice) -> None:
        with self._arrived:
            self.notices.append(notice)
            self._arrived.notify_all()

    @property
    def kinds(self) -> list[str]:
        """What was told so far."""
        return [notice.kind for notice in self.notices]

    def wait(self, *kinds: str) -> Notice:
        """Wait until exactly this has been told, in this order, and return the last of it."""
        with self._arrived:
            there = self._arrived.wait_for(lambda: len(self.notices) >= len(kinds), PATIENCE)
        assert there, self.kinds
        assert tuple(self.kinds) == kinds
        return self.notices[-1]

    def look_around(self) -> None:
        """Wait until the writer and the keeper have looked around once more, from the beginning to the end."""
        for worker in (self.engine._writer, self.engine._keeper):
            # One may be under way and have looked before what is to be seen.
            self._rounds.wait_for(worker, 2)


class Rounds:
    """Lets the threads of engines look around every few milliseconds, once all is set up, and counts how often."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._done: Counter[Worker] = Counter()
        self._begun = threading.Event()

    def begin(self) -> None:
        """Let them look around from now on."""
        self._begun.set()

    def counted(self, whole: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return a method that looks around, and counts."""

        def idle(worker: Worker) -> None:
            if self._begun.is_set():
                whole(worker)
                with self._condition:
                    self._done[worker] += 1
                    self._condition.notify_all()

        return idle

    def wait_for(self, worker: Worker, more: int) -> None:
        """Wait until a thread has looked around so many times more."""
        with self._condition:
            wanted = self._done[worker] + more
            assert self._condition.wait_for(lambda: self._done[worker] >= wanted, PATIENCE)


def all_backups() -> list[Path]:
    """Return the backups of all files."""
    return sorted(paths.backups_dir().rglob("*.itemlink"))
