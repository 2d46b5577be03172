"""Records in a drag or on the clipboard: two functions, and nothing believed that is not checked."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QMimeData

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.columns import typed

TYPE = "application/x-itemlink-records"

_VERSION = 1
_KINDS: dict[int, Kind] = {1: "item", 2: "customer", 3: "company"}
_HEADER = struct.Struct("<4sBB16sQ")
_MAGIC = b"ILNK"
_MAX_ID = 2**31 - 1

MANY = 10_000
"""More than so many are unpacked once."""
# Very many that were packed last, and what they are: while they are dragged the same is asked again and again.
_last: list[tuple[QByteArray, bytes, tuple[Kind, Sequence[int]]]] = []


def encode(kind: Kind, ids: Sequence[int], nonce: bytes, text: str = "") -> QMimeData:
    """Pack records.

    Args:
        kind: what they are.
        ids: 8 bytes each.
        nonce: 16 bytes that mark the open file of this process.
        text: what other programs get, one record a line; empty for nothing.
    """
    number = next(n for n, known in _KINDS.items() if known == kind)
    mime = QMimeData()
    numbers = ids if isinstance(ids, array) else array("q", ids)
    header = _HEADER.pack(_MAGIC, _VERSION, number, nonce, len(ids))
    packed = QByteArray(b"".join((header, memoryview(numbers))))
    if len(ids) > MANY:
        _last[:] = [(packed, nonce, (kind, ids))]
    mime.setData(TYPE, packed)
    if text:
        mime.setText(text)
    return mime


def line(row: Iterable[object]) -> str:
    """Return a table row as other programs take it: one line, values apart by tabs."""
    return "\t".join(" ".join(typed(value).split()) for value in row)


def decode(mime: QMimeData | None, nonce: bytes) -> tuple[Kind, Sequence[int]] | None:
    """Unpack records; anything that is not whole, ours and of this file is None.

    Args:
        mime: from a drop or the clipboard: hostile until checked.
        nonce: as with `encode`.
    """
    if mime is None or not mime.hasFormat(TYPE):
        return None
    data = mime.data(TYPE)
    # Looked at before they are copied, as each move of the mouse asks.
    if _last and (data, nonce) == _last[0][:2]:
        return _last[0][2]
    packed = bytes(data.data())
    if len(packed) < _HEADER.size:
        return None
    magic, version, number, found, count = _HEADER.unpack_from(packed)
    if (magic, version, found) != (_MAGIC, _VERSION, nonce) or number not in _KINDS:
        return None
    if len(packed) != _HEADER.size + 8 * count or not count:
        return None
    ids = array("q")
    ids.frombytes(packed[_HEADER.size :])
    if min(ids) < 1 or max(ids) > _MAX_ID:
        return None
    return _KINDS[number], ids.tolist()
