"""Doing something to a record only if it is still as whoever asks has read it."""

from __future__ import annotations

from typing import TypeVar

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import NotFound, Outdated
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import queries
from itemlink_gui.store.journal import Journal

R = TypeVar("R")


def unchanged(kind: Kind, record: int, at: str, operation: Operation[R]) -> Operation[R]:
    """Return an operation that is refused where its record was changed since it was read.

    Args:
        kind: of the record.
        record: its id.
        at: the ``updated_at`` that was read.
        operation: what to do.

    Returns:
        an operation with the result of the other one. It raises NotFound, Outdated, or what the other one raises.
    """

    def write(journal: Journal) -> R:
        found = queries.changed_at(kind, record)
        if found is None:
            raise NotFound(kind, [record])
        if found != at:
            raise Outdated(found)
        return operation.write(journal)

    return Operation(operation.kind, write, operation.backed_up)
