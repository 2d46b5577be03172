"""When Python looks for objects that hold each other and nobody else does."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def by_hand() -> bool:
    """Let that be done by `collect_when_due` only, and return whether it was done by itself before.

    By itself it is done in whichever thread happens to make an object. Where that is one of the engine's, it deletes
    parts of a window there, and waits for a lock of Qt that the GUI thread holds while that waits for Python's.
    """
    before = gc.isenabled()
    gc.disable()
    return before


def by_itself() -> None:
    """Let it be done by itself again."""
    gc.enable()


@contextmanager
def nothing_becomes_any() -> Iterator[None]:
    """Do not look for any meanwhile: what a block makes, such as modules, stays."""
    before = by_hand()
    try:
        yield
    finally:
        if before:
            by_itself()


def collect_when_due() -> None:
    """Do it as far as Python would have done it by itself since the last time."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(len(counts)) if counts[generation] > limits[generation] > 0]
    if due:
        gc.collect(due[-1])


def leave_out_what_is_here() -> None:
    """Never look again at what there is now: modules, classes and functions, which stay to the end."""
    gc.freeze()
