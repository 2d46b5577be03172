"""How long the thread of the window does not come round: a timer of 5 ms, and what it finds when it is late."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

from tests.scale.shown import until

BEAT_MS = 5


class Gaps(QObject):
    """Gathers the times between two beats of a timer, in milliseconds, by what was done meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[float]] = {}
        self._now: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._now.append((now - self._last) * 1000)
        self._last = now

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Watch for the length of a ``with`` block."""
        self._now = self.found.setdefault(what, [])
        self._last = time.perf_counter()
        self._timer.start()
        try:
            yield
            # What the block began ends with the next beat.
            seen = len(self._now)
            until(lambda: len(self._now) > seen)
        finally:
            self._timer.stop()

    def idle(self, seconds: float) -> None:
        """Watch a loop in which nothing happens."""
        end = time.monotonic() + seconds
        with self.during(EMPTY):
            until(lambda: time.monotonic() > end)

    def worst(self, what: str) -> float:
        """Return the longest gap of one kind of work."""
        return max(self.found[what])

    def all(self) -> list[float]:
        """Return the gaps of all work."""
        return [gap for what, gaps in self.found.items() if what != EMPTY for gap in gaps]


EMPTY = "an empty event loop"


def p99(gaps: list[float]) -> float:
    """Return what 99 of 100 gaps are not longer than."""
    return statistics.quantiles(gaps, n=100, method="inclusive")[98] if len(gaps) > 1 else max(gaps)
