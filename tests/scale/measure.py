"""How the benchmark measures: medians side by side, a row for each piece of work, and the table of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any, Literal

# So often each side is measured, in turns: machines are noisy.
ROUNDS = 5

Nothing = Callable[[], object]


def nothing() -> None:
    """Do nothing before or after what is measured."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a row must reach.

    Args:
        how: ``"times"``: at most ``bound`` times the limit; ``"faster"``: the limit takes at least ``bound`` times as
            long; ``"over"``: at most ``bound`` more than the limit; ``"most"`` and ``"least"``: at most or at least
            ``bound``, whatever the limit is.
        bound: in the unit of the row, or a factor.
    """

    how: Literal["times", "faster", "over", "most", "least"]
    bound: float

    def reached(self, ours: float, limit: float | None) -> bool:
        """Whether a figure, beside its limit, is good enough."""
        if self.how == "most":
            return ours <= self.bound
        if self.how == "least":
            return ours >= self.bound
        assert limit is not None, "measured beside nothing"
        if self.how == "times":
            return ours <= limit * self.bound
        return ours * self.bound <= limit if self.how == "faster" else ours <= limit + self.bound

    def told(self, unit: str) -> str:
        """Return the goal as the table shows it."""
        bound = f"{self.bound:,g}"
        match self.how:
            case "times":
                return f"≤ {bound} ×"
            case "faster":
                return f"{bound} × faster"
            case "over":
                return f"≤ +{bound} {unit}"
            case "most":
                return f"≤ {bound} {unit}"
            case "least":
                return f"≥ {bound} {unit}"


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of work, measured.

    Args:
        work: what it is.
        goal: what it must reach.
        ours: what ItemLink needs, in ``unit``.
        limit: what was measured beside it; None where there is nothing to measure.
        unit: of all three.
        beside: what other programs or libraries need for the same, in ``unit``, by name.
    """

    work: str
    goal: Goal
    ours: float
    limit: float | None = None
    unit: str = "ms"
    beside: Mapping[str, float] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the goal is reached."""
        return self.goal.reached(self.ours, self.limit)

    @property
    def ratio(self) -> float | None:
        """How many times the limit it is, or, where being faster is the goal, the other way round."""
        if not self.limit or not self.ours:
            return None
        return self.limit / self.ours if self.goal.how == "faster" else self.ours / self.limit

    def plain(self) -> dict[str, Any]:
        """Return the row as it is written to a file: figures in milliseconds, or with their ``unit``."""
        in_ms = self.unit == "ms"
        found: dict[str, Any] = {
            "work": self.work,
            "limit_ms": self.limit if in_ms else None,
            "ours_ms": self.ours if in_ms else None,
            "ratio": self.ratio,
            "goal": self.goal.told(self.unit),
            "ok": self.ok,
        }
        if not in_ms:
            found |= {"unit": self.unit, "limit": self.limit, "ours": self.ours}
        return found | ({"beside": dict(self.beside)} if self.beside else {})


def timed(work: Nothing) -> float:
    """Return how many milliseconds some work takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def median(work: Nothing, *, rounds: int = ROUNDS, between: Nothing = nothing) -> float:
    """Return the median of the milliseconds that some work takes.

    Args:
        work: what is measured.
        rounds: how often.
        between: brings things back to where they were, after each; not measured.
    """
    found = []
    for _ in range(rounds):
        found.append(timed(work))
        between()
    return statistics.median(found)


def side_by_side(
    limit: Nothing,
    ours: Nothing,
    *,
    rounds: int = ROUNDS,
    after_limit: Nothing = nothing,
    after_ours: Nothing = nothing,
) -> tuple[float, float]:
    """Return the medians, in milliseconds, of two pieces of work that take turns.

    Args:
        limit: the one.
        ours: the other.
        rounds: how often each.
        after_limit: brings things back to where they were; not measured.
        after_ours: the same for the other.
    """
    theirs, own = [], []
    for _ in range(rounds):
        theirs.append(timed(limit))
        after_limit()
        own.append(timed(ours))
        after_ours()
    return statistics.median(theirs), statistics.median(own)


_HEADINGS = ("work", "limit", "ours", "ratio", "goal", "ok")
# Which of them stand to the left, as words do.
_WORDS = (True, False, False, False, True, True)


def table(rows: list[Row]) -> str:
    """Return the rows as one table of text, with what others need at its right."""
    names = list(dict.fromkeys(name for row in rows for name in row.beside))
    cells = [[*_HEADINGS, *names]]
    for row in rows:
        limit = "" if row.limit is None else _figure(row.limit, row.unit)
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        others = [_figure(row.beside[name], row.unit) if name in row.beside else "" for name in names]
        ours = _figure(row.ours, row.unit)
        cells.append([row.work, limit, ours, ratio, row.goal.told(row.unit), "yes" if row.ok else "NO", *others])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(map(_fitted, chain(_WORDS, repeat(False)), line, widths)).rstrip() for line in cells]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _fitted(is_word: bool, cell: str, width: int) -> str:
    return cell.ljust(width) if is_word else cell.rjust(width)


def _figure(value: float, unit: str) -> str:
    digits = 2 if abs(value) < 1 else 1 if abs(value) < 100 else 0
    return f"{value:,.{digits}f} {unit}"
