"""What an operation is: a named function that writes only through the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from itemlink_gui.store.journal import Journal

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Operation(Generic[R]):
    """One undoable step to be.

    Args:
        kind: its name in the history, such as ``"link"``.
        write: writes through the journal and returns the result; runs in one transaction on the writer thread.
    """

    kind: str
    write: Callable[[Journal], R]
