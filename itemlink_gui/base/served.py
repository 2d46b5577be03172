"""What the local service tells of a request."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Served:
    """One request, and what became of it.

    Args:
        at: when it came, as times are stored (UTC).
        method: such as ``GET``.
        path: what was asked for, as it came, without the query; it may be cut short.
        status: of the answer, such as 200; of one that the client did not wait for, what it would have been.
        ms: how long it took, in milliseconds.
        problem: why it was refused, in words, which may be cut short; empty otherwise.
    """

    at: str
    method: str
    path: str
    status: int
    ms: float
    problem: str = ""
