"""How a step's delta is written down: what was added, removed and updated, packed into one blob."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import Any, Literal

from itemlink_gui.store.slices import packed, slices

Op = Literal["add", "remove"]

THROUGH = {"item_customer": ("item_id", "customer_id"), "customer_company": ("customer_id", "company_id")}
"""The columns of the through tables, in their order."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links that came or went.

    Args:
        op: whether they were added or removed.
        through: the through table.
        by: the column of the side whose ids stand first in ``groups``.
        groups: ``(id, (ids of the other side, ascending))``.
        data: of links that are new, the columns in which they are not what a link is at first; None for links that
            come back or go with the data that they have.
    """

    op: Op
    through: str
    by: str
    groups: tuple[tuple[int, tuple[int, ...]], ...]
    data: Mapping[str, Any] | None = None

    def __len__(self) -> int:
        return sum(len(others) for _, others in self.groups)

    @property
    def other(self) -> str:
        """The column of the side whose ids stand second in ``groups``."""
        left, right = THROUGH[self.through]
        return right if self.by == left else left

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield ``(id of the grouped side, id of the other side)``."""
        for one, others in self.groups:
            for other in others:
                yield one, other


@dataclass(frozen=True, slots=True)
class Rows:
    """Whole rows that came or went, by column name."""

    op: Op
    table: str
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Update:
    """Columns of one row that changed."""

    table: str
    id: int
    old: dict[str, Any]
    new: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkData:
    """Data of links that changed.

    Args:
        columns: of ``item_customer``.
        rows: ``(item's id, customer's id, (old values), (new values))``, values in the order of ``columns``.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, int, tuple[Any, ...], tuple[Any, ...]], ...]


Delta = Links | LinkData | Rows | Update


def group(
    through: str,
    op: Op,
    left: str,
    right: str,
    pairs: Iterable[tuple[int, int]],
    data: Mapping[str, Any] | None = None,
) -> Links:
    """Group pairs by the side that has fewer different ids.

    Args:
        through: the through table.
        op: whether the links were added or removed.
        left: the column of the first id of a pair.
        right: the column of the second.
        pairs: the links.
        data: as of `Links`.
    """
    by_left: dict[int, list[int]] = {}
    by_right: dict[int, list[int]] = {}
    for one, other in pairs:
        by_left.setdefault(one, []).append(other)
        by_right.setdefault(other, []).append(one)
    by, groups = (left, by_left) if len(by_left) <= len(by_right) else (right, by_right)
    return Links(op, through, by, tuple((one, tuple(sorted(groups[one]))) for one in sorted(groups)), data)


def pack(deltas: Iterable[Delta]) -> bytes:
    """Return deltas as they are stored: JSON with ids as differences, compressed."""
    return zlib.compress(f"[{','.join(map(_text, deltas))}]".encode(), 3)


def unpack(blob: bytes) -> list[Delta]:
    """Return what `pack` was given.

    Raises:
        ValueError, zlib.error: if the blob is not one of ours.
    """
    return [_delta(plain) for plain in json.loads(zlib.decompress(blob))]


def _text(delta: Delta) -> str:
    plain = json.dumps(_plain(delta), separators=(",", ":"))
    if not isinstance(delta, Links):
        return plain
    groups = ",".join(packed((one, *_differences(others))) for one, others in delta.groups)
    return f'{plain[:-1]},"groups":[{groups}]}}'


def _differences(ids: Sequence[int]) -> Iterator[int]:
    before = 0
    for piece in slices(ids):
        yield from list(map(sub, piece, (before, *piece[:-1])))
        before = piece[-1]


def _plain(delta: Delta) -> dict[str, Any]:
    """Return a delta as it is written down, but for the ids of links, which may be very many."""
    match delta:
        case Links(op, through, by, _, data):
            plain = {"is": "links", "op": op, "through": through, "by": by}
            return plain if data is None else plain | {"data": dict(data)}
        case LinkData(columns, rows):
            return {"is": "data", "columns": columns, "rows": rows}
        case Rows(op, table, rows):
            return {"is": "rows", "op": op, "table": table, "rows": rows}
        case Update(table, record, old, new):
            return {"is": "update", "table": table, "id": record, "old": old, "new": new}


def _delta(plain: dict[str, Any]) -> Delta:
    match plain["is"]:
        case "links":
            groups = tuple((one, tuple(accumulate(others))) for one, *others in plain["groups"])
            return Links(plain["op"], plain["through"], plain["by"], groups, plain.get("data"))
        case "data":
            rows = tuple((item, customer, tuple(old), tuple(new)) for item, customer, old, new in plain["rows"])
            return LinkData(tuple(plain["columns"]), rows)
        case "rows":
            return Rows(plain["op"], plain["table"], tuple(plain["rows"]))
        case "update":
            return Update(plain["table"], plain["id"], plain["old"], plain["new"])
    raise ValueError(plain["is"])
