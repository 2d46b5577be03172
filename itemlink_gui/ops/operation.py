"""What an operation is: a named function that writes only through the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from itemlink_gui.store.journal import Journal

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Operation(Generic[R]):
    """One undoable step to be.

    Args:
        kind: its name in the history, such as ``"link"``.
        write: writes through the journal and returns the result; runs in one transaction on the writer thread.
        backed_up: it touches so much that a backup is made before it; "needed" if it is not done without one.
    """

    kind: str
    write: Callable[[Journal], R]
    backed_up: Literal["", "tried", "needed"] = ""
