"""Very many ids, a slice at a time: what Python does in one call of C stops all other threads, the window's too."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence

from itemlink_gui.store import course

# So many ids take a few milliseconds, whatever is done with them.
SLICE = 20_000
_encode = json.JSONEncoder(separators=(",", ":")).encode


def held(ids: Iterable[int]) -> Sequence[int]:
    """Return ids as they are now, whatever becomes of what was given; an array stays one, which costs nothing."""
    return ids[:] if isinstance(ids, array) else list(ids)


def slices(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield ids in their order, some at a time.

    Raises:
        Cancelled: between two slices, if nobody wants any more what this thread is doing.
    """
    for begin in range(0, len(ids), SLICE):
        if begin:
            course.go_on()
        yield ids[begin : begin + SLICE]


def unique(ids: Sequence[int]) -> list[int]:
    """Return ids in their order, each once."""
    seen: dict[int, None] = {}
    for piece in slices(ids):
        seen.update(dict.fromkeys(piece))
    return list(seen)


def as_set(ids: Sequence[int]) -> set[int]:
    """Return a set of ids."""
    found = set[int]()
    for piece in slices(ids):
        found.update(piece)
    return found


def ascending(ids: Sequence[int]) -> list[int]:
    """Return ids in order."""
    if len(ids) <= SLICE:
        return sorted(ids)
    near: dict[int, list[int]] = {}
    for piece in slices(ids):
        for one in piece:
            near.setdefault(one // SLICE, []).append(one)
    found: list[int] = []
    for high in sorted(near):
        found += sorted(near[high])
    return found


def packed(ids: Sequence[int]) -> str:
    """Return ids as JSON."""
    return "[" + ",".join(_encode(list(piece))[1:-1] for piece in slices(ids)) + "]"


def unpacked(text: str) -> Iterator[list[int]]:
    """Yield what `packed` or SQLite's ``json_group_array`` was given, some at a time."""
    begin, end = 1, len(text) - 1
    while begin < end:
        comma = text.find(",", begin + 8 * SLICE)
        comma = end if comma < 0 else comma
        yield json.loads(f"[{text[begin:comma]}]")
        begin = comma + 1
