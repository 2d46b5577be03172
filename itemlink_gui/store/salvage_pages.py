"""Rows straight from the pages of a file of SQLite, for where the way that leads to a page is destroyed."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from itemlink_gui.store import schema
from itemlink_gui.store.database import APPLICATION_ID

# The names are those of SQLite's description of its file format.
MAGIC = b"SQLite format 3\0"
HEADER = 100
_USUAL_PAGE = 4096
_INTERIOR_INDEX, _LEAF_INDEX, _LEAF_TABLE = 2, 10, 13
_BIGGEST_PAYLOAD = 2**27
_SMALLEST = 512
_MOST_COLUMNS = 100
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)


def mended(header: bytes, size: int) -> bytes:
    """Return a header that lets SQLite try to read a file.

    Args:
        header: the first 100 bytes as they are, or what there is of them.
        size: of the file, in bytes.
    """
    known = header.startswith(MAGIC) and len(header) == HEADER
    new = bytearray(header if known else bytes(HEADER))
    if not known:
        struct.pack_into(">II", new, 60, schema.newest(), 0)
        struct.pack_into(">I", new, 68, APPLICATION_ID)
    page = _page_size(header)
    new[:16] = MAGIC
    struct.pack_into(">H6B", new, 16, page if page < 2**16 else 1, 1, 1, 0, 64, 32, 32)
    struct.pack_into(">I", new, 28, -(-size // page))
    # The schema's format, no vacuuming on its own, UTF-8; the size stands for the last change.
    struct.pack_into(">I", new, 44, 4)
    struct.pack_into(">II", new, 52, 0, 1)
    new[92:96] = new[24:28]
    return bytes(new)


def _page_size(header: bytes) -> int:
    (found,) = struct.unpack_from(">H", header, 16) if header.startswith(MAGIC) and len(header) >= 18 else (0,)
    found = 2**16 if found == 1 else found
    return found if found >= _SMALLEST and found & (found - 1) == 0 else _USUAL_PAGE


def rows(path: Path) -> Iterator[tuple[int | None, tuple[Any, ...]]]:
    """Yield what stands on the pages of a file that nobody has open, whatever it belongs to.

    Pages that SQLite has put aside for later are left out: what stands there was deleted.

    Yields:
        the number of the row (None for one of an index or of a table without such numbers) and its values, in the order
        of the pages.
    """
    if path.stat().st_size < _SMALLEST:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        pages = _Pages(content)
        free = pages.free()
        for number in range(1, pages.count + 1):
            if number not in free:
                yield from pages.cells(number)


class _Pages:
    """The bytes of a file, page by page."""

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._size = _page_size(content[:HEADER])
        self.count = len(content) // self._size

    def _page(self, number: int) -> bytes:
        return self._content[(number - 1) * self._size : number * self._size]

    def free(self) -> set[int]:
        """Return the pages that are put aside, as far as their list can be followed."""
        found: set[int] = set()
        (trunk,) = struct.unpack_from(">I", self._content, 32) if self._content[:16] == MAGIC else (0,)
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            trunk, leaves = struct.unpack_from(">II", page)
            if leaves <= self._size // 4 - 2:
                found.update(struct.unpack_from(f">{leaves}I", page, 8))
        return found

    def cells(self, number: int) -> Iterator[tuple[int | None, tuple[Any, ...]]]:
        """Yield the rows of a page that can be made out."""
        page, start = self._page(number), HEADER if number == 1 else 0
        kind, cells = page[start], struct.unpack_from(">H", page, start + 3)[0]
        if kind not in (_INTERIOR_INDEX, _LEAF_INDEX, _LEAF_TABLE) or cells > self._size // 3:
            return
        first = start + (12 if kind == _INTERIOR_INDEX else 8)
        for place in range(first, min(first + 2 * cells, self._size - 1), 2):
            (cell,) = struct.unpack_from(">H", page, place)
            try:
                yield self._cell(page, cell + (4 if kind == _INTERIOR_INDEX else 0), kind == _LEAF_TABLE)
            except (IndexError, ValueError, struct.error):
                continue

    def _cell(self, page: bytes, at: int, in_table: bool) -> tuple[int | None, tuple[Any, ...]]:
        length, at = _varint(page, at)
        row = None
        if in_table:
            row, at = _varint(page, at)
        if not 0 < length < _BIGGEST_PAYLOAD:
            raise ValueError(length)
        # How much of a row stands on its page, and how much in a chain of others.
        most = self._size - 35 if in_table else (self._size - 12) * 64 // 255 - 23
        here = length
        if length > most:
            least = (self._size - 12) * 32 // 255 - 23
            here = least + (length - least) % (self._size - 4)
            here = here if here <= most else least
        payload = page[at : at + here]
        if length > here:
            payload += self._chain(struct.unpack_from(">I", page, at + here)[0], length - here)
        if len(payload) != length:
            raise ValueError(length)
        return row, _record(payload)

    def _chain(self, number: int, length: int) -> bytes:
        parts = []
        while length > 0:
            if not 1 < number <= self.count:
                raise ValueError(number)
            page = self._page(number)
            (number,) = struct.unpack_from(">I", page)
            parts.append(page[4 : 4 + length])
            length -= len(parts[-1])
        return b"".join(parts)


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """Return a number that takes up to nine bytes, and where it ends."""
    value = 0
    for end in range(at, at + 8):
        value = value << 7 | content[end] & 0x7F
        if content[end] < 0x80:
            return value, end + 1
    return value << 8 | content[at + 8], at + 9


def _record(payload: bytes) -> tuple[Any, ...]:
    start, at = _varint(payload, 0)
    values: list[Any] = []
    end = start
    while at < start:
        kind, at = _varint(payload, at)
        width = _WIDTHS[kind] if kind < len(_WIDTHS) else (kind - 12) // 2
        part = payload[end : end + width]
        if len(part) != width or kind in (10, 11) or len(values) > _MOST_COLUMNS:
            raise ValueError(kind)
        end += width
        values.append(_value(kind, part))
    if end != len(payload):
        raise ValueError(end)
    return tuple(values)


def _value(kind: int, part: bytes) -> Any:
    match kind:
        case 0:
            return None
        case 7:
            return struct.unpack(">d", part)[0]
        case 8 | 9:
            return kind - 8
        case _ if kind < 8:
            return int.from_bytes(part, "big", signed=True)
    return part.decode("utf-8", "replace") if kind % 2 else part
