"""What a fault is, and what comes of a trial."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What a trial, or several, came to.

    Args:
        trials: how many.
        lost: how often something promised was not there, or something stood there that must not.
        half: how often something was there in part.
        crashed: how often a process died, hung, or met an error that is not told in words.
        note: what was wrong, for people.
        figure: what was measured, in the unit of the fault.
    """

    trials: int = 1
    lost: int = 0
    half: int = 0
    crashed: int = 0
    note: str = ""
    figure: float = 0.0

    @property
    def good(self) -> bool:
        return not (self.lost or self.half or self.crashed)


@dataclass(frozen=True)
class Fault:
    """A row of the table.

    Args:
        name: what is done.
        fast: how many trials in every run.
        long: how many in the long one.
        trial: gets a seed from 0 on, and an empty folder.
        figure: how to tell the largest figure, such as ``"start {:.2f} s"``.
        limit: seconds after which a trial counts as hanging.
    """

    name: str
    fast: int
    long: int
    trial: Callable[[int, Path], Outcome]
    figure: str = ""
    limit: int = 60


def total(outcomes: Iterable[Outcome]) -> Outcome:
    """Return several outcomes as one: sums, the largest figure, and every note."""
    found = list(outcomes)
    return Outcome(
        sum(one.trials for one in found),
        sum(one.lost for one in found),
        sum(one.half for one in found),
        sum(one.crashed for one in found),
        "\n".join(dict.fromkeys(one.note for one in found if one.note)),
        max((one.figure for one in found), default=0.0),
    )


def judged(lost: Iterable[str] = (), half: Iterable[str] = (), *, trials: int = 1, figure: float = 0.0) -> Outcome:
    """Return the outcome of a trial from what was found wrong, in words."""
    gone, torn = list(lost), list(half)
    return Outcome(trials, len(gone), len(torn), 0, "; ".join([*gone, *torn]), figure)
