"""What can be read of a damaged file: a copy of it, made as readable as it gets, and walked number by number."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import salvage_pages, schema
from itemlink_gui.store.database import address
from itemlink_gui.store.journal import MAX_ID
from itemlink_gui.store.salvage_looks import COLUMNS, Row, row_of, table_of

Gap = tuple[int, int]

# Of what is copied, so much at a time: where a disk no longer gives a piece, only that one is lost.
_PIECE = 4096
# The journal comes along. What ends in -shm is only an index of the -wal, which SQLite makes anew.
_BESIDE = ("-journal", "-wal")
# So many unreadable spots of a table are closed in on; beyond, the pages themselves are looked at.
_MOST_FAILURES = 4000
_MOST_FINDINGS = 1000
_UNREADABLE = 10**6


def copy(source: Path, target: Path) -> None:
    """Copy what the disk still gives of a file that nobody in this process has open; the rest becomes zeros.

    Raises:
        CannotOpen: if it may not be read.
        OSError: if the copy cannot be written.
    """
    try:
        old = source.open("rb", buffering=0)
    except OSError as error:
        raise CannotOpen(source, tr("It could not be read.")) from error
    with old, target.open("wb") as new:
        for at in range(0, source.stat().st_size, _PIECE):
            try:
                old.seek(at)
                piece = old.read(_PIECE)
            except OSError:
                piece = bytes(_PIECE)
            new.write(piece)


def prepare(source: Path, target: Path) -> None:
    """Make the most readable copy there can be: with its journal played back, without, or with a mended header.

    Args:
        source: the damaged file; nobody in this process has it open.
        target: the copy, in a folder of its own.

    Raises:
        CannotOpen: if the file may not be read.
        OSError: if the copy cannot be written.
    """
    ways: list[Callable[[Path, Path], None]] = [_alone, _mended]
    if any(_beside(source, end).exists() for end in _BESIDE):
        ways.insert(0, _with_journal)
    found: list[int] = []
    for way in ways:
        way(source, target)
        found.append(_findings(target))
        if not found[-1]:
            return
    best = found.index(min(found))
    if best != len(ways) - 1:
        ways[best](source, target)


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _alone(source: Path, target: Path) -> None:
    for end in (*_BESIDE, "-shm"):
        _beside(target, end).unlink(missing_ok=True)
    copy(source, target)


def _with_journal(source: Path, target: Path) -> None:
    _alone(source, target)
    for end in _BESIDE:
        if _beside(source, end).is_file():
            copy(_beside(source, end), _beside(target, end))


def _mended(source: Path, target: Path) -> None:
    _alone(source, target)
    with target.open("rb+") as file:
        header, size = file.read(salvage_pages.HEADER), target.stat().st_size
        file.seek(0)
        file.write(salvage_pages.mended(header, size))
        # The last page may be cut off in the middle.
        file.truncate(-(-max(size, 1) // _PIECE) * _PIECE)


def _findings(path: Path) -> int:
    """Return a number that is the higher the worse a file is; 0 for a sound one."""
    found = 3 * _UNREADABLE
    try:
        with closing(sqlite3.connect(address(path), uri=True)) as connection:
            tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name IN ('item', 'customer', 'user')")
            found = _UNREADABLE * (3 - int(tables.fetchone()[0]))
            for (line,) in connection.execute(f"PRAGMA quick_check({_MOST_FINDINGS})"):
                found += line != "ok"
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return found + _MOST_FINDINGS
    return found


class Gaps:
    """The numbers of a table of which nothing could be read."""

    def __init__(self) -> None:
        self._ranges: list[Gap] = []

    def extend(self, gaps: Iterable[Gap]) -> None:
        """Add ranges, both ends included."""
        self._ranges = sorted([*self._ranges, *gaps])

    def single(self) -> list[int]:
        """Return the numbers that could be told apart from those around them."""
        return [low for low, high in self._ranges if low == high]

    def __bool__(self) -> bool:
        return bool(self._ranges)

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        place = bisect_right(self._ranges, (number, MAX_ID))
        return place > 0 and self._ranges[place - 1][0] <= number <= self._ranges[place - 1][1]


class Source:
    """A copy of a damaged file, made by `prepare`; what cannot be read of it is never an error.

    Args:
        path: the copy.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._failures = 0
        self._connect()
        self.gaps: dict[str, Gaps] = {}
        # Tables that a file of its version has not got.
        self._unknown = COLUMNS.keys() - schema.tables(self._version())
        self.sequence = {
            name: number
            for name, number in self.some("SELECT name, seq FROM sqlite_sequence", "rowid")[0]
            if isinstance(number, int) and 0 <= number <= MAX_ID
        }

    def _connect(self) -> None:
        self._connection = sqlite3.connect(address(self._path), uri=True, isolation_level=None)
        # What a flipped bit makes of a text is still shown, with a sign where it cannot be a letter.
        self._connection.text_factory = lambda content: content.decode("utf-8", "replace")
        for pragma in ("query_only = 1", "trusted_schema = 0", "cell_size_check = 1", "writable_schema = 1"):
            # The last one: a broken line of the schema shall not stand in the way of the others.
            with suppress(sqlite3.DatabaseError):
                self._connection.execute(f"PRAGMA {pragma}")

    def _version(self) -> int:
        with suppress(sqlite3.DatabaseError):
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            if 0 < version < schema.newest():
                return int(version)
        return schema.newest()

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()

    def readable(self) -> bool:
        """Whether one of the tables can be found."""
        return any(self._columns(table) for table in ("item", "customer", "user"))

    def _columns(self, table: str) -> dict[str, str]:
        """Return an expression for each column that the program knows; a file of an older version may lack some."""
        with suppress(sqlite3.DatabaseError):
            there = {row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")}
            if there:
                return {name: name if name in there else f"NULL AS {name}" for name in COLUMNS[table]}
        return {}

    def high(self, table: str) -> int:
        """Return a number that no row of a table is beyond, as far as can be told."""
        record = table.removesuffix("_stat").removesuffix("_key")
        found = [self.sequence.get(record, 0)]
        for witness in (record, f"{record}_stat", f"{record}_key"):
            with suppress(sqlite3.DatabaseError):
                found += self._connection.execute(f"SELECT max(id) FROM {witness}").fetchone()
        numbers = [number for number in found if isinstance(number, int) and 1 <= number <= MAX_ID]
        return max(numbers, default=MAX_ID)

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table whose rows have numbers; some come twice, and `gaps` tells what is unreadable."""
        gaps, self._failures = Gaps(), 0
        self.gaps[table] = gaps
        columns, high = self._columns(table), self.high(table)
        if not columns:
            gaps.extend([] if table in self._unknown else [(1, MAX_ID)])
            return
        select = f"SELECT {', '.join(columns.values())} FROM {table} NOT INDEXED WHERE"
        yield from self._walk(select, "id", high, gaps)

    def links(self) -> Iterator[Row]:
        """Yield the links, as `rows` does."""
        gaps, self._failures = Gaps(), 0
        self.gaps["item_customer"] = gaps
        columns = self._columns("item_customer")
        select = f"SELECT {', '.join(columns.values())} FROM item_customer WHERE"
        if not columns:
            gaps.extend([(1, MAX_ID)])
            return
        customers = self.high("customer")
        yield from self._walk(select, "item_id", self.high("item"), gaps)
        for item in gaps.single():
            yield from self._walk(f"{select} item_id = {item} AND", "customer_id", customers, Gaps())

    def links_in_index(self) -> Iterator[Row]:
        """Yield the links that the indexes have, with what little those say, where `links` could not read them all."""
        columns = self._columns("item_customer")
        if not self.gaps["item_customer"] or not columns:
            return
        # The few links that have more than one, or an end, stand in one of their own each.
        more = (
            ("quantity", "item_customer_several WHERE quantity > 1", "item_id, quantity"),
            ("ends_on", "item_customer_ends WHERE ends_on IS NOT NULL", "ends_on"),
        )
        said: dict[tuple[int, int], dict[str, Any]] = {}
        for column, index, order in more:
            select = f"SELECT item_id, customer_id, {column} FROM item_customer INDEXED BY {index}"
            for item, customer, value in self.some(select, order)[0]:
                said.setdefault((item, customer), {})[column] = value
        self._failures = 0
        index = "SELECT item_id, customer_id FROM item_customer INDEXED BY item_customer_reverse WHERE"
        for item, customer in self._walk(index, "customer_id", self.high("customer"), Gaps()):
            link = {"item_id": item, "customer_id": customer} | said.get((item, customer), {})
            yield row_of("item_customer", link)

    def _walk(self, select: str, column: str, high: int, gaps: Gaps) -> Iterator[Row]:
        """Yield the rows of a query, up to a number halving whatever range cannot be read to its end."""
        found: list[Gap] = []
        work, place = deque([(1, high)]), 1 if column == "customer_id" else 0
        while work:
            low, top = work.popleft()
            # Asked for one number, SQLite does not look at the row behind it, which may be the unreadable one.
            condition, wanted = ("= ?", [low]) if low == top else ("BETWEEN ? AND ?", [low, top])
            try:
                for row in self._connection.execute(f"{select} {column} {condition} ORDER BY {column}", wanted):
                    low = row[place] if isinstance(row[place], int) and low <= row[place] <= top else low
                    yield row
            except sqlite3.DatabaseError:
                self._failures += 1
                if low == top or self._failures > _MOST_FAILURES:
                    found.append((low, top))
                else:
                    middle = (low + top) // 2
                    work += [(low, middle), (middle + 1, top)]
        gaps.extend(found)
        with suppress(sqlite3.DatabaseError):
            yield from self._connection.execute(f"{select} {column} > ? ORDER BY {column}", [high])

    def some(self, select: str, order: str) -> tuple[list[Row], bool]:
        """Return the rows of a query that can be reached from either end of an order, and whether these are all."""
        found: list[Row] = []
        for direction in ("", " DESC"):
            try:
                for row in self._connection.execute(f"{select} ORDER BY {order}{direction}"):
                    found.append(row)  # noqa: PERF402  # those before an error count
            except sqlite3.DatabaseError:
                continue
            return found, not direction
        return found, False

    def usernames(self) -> dict[int, str]:
        """Return the usernames by the number of the user, from the index that keeps them apart."""
        rows, _ = self.some("SELECT id, username FROM user INDEXED BY sqlite_autoindex_user_1", "username")
        return {number: name for number, name in rows if isinstance(name, str)}

    def users_of_customers(self) -> dict[int, int]:
        """Return the numbers of the users by those of the customers, from the index that keeps them apart."""
        rows, _ = self.some("SELECT id, user_id FROM customer INDEXED BY sqlite_autoindex_customer_1", "user_id")
        return {number: user for number, user in rows if isinstance(user, int)}

    def keys(self, kind: str, wanted: Callable[[int], bool]) -> dict[int, Row]:
        """Return what records are searched by: without capitals and accents, but better than nothing."""
        columns = self._columns(f"{kind}_key")
        texts = [place for place, column in enumerate(columns) if place and columns[column] == column]
        return {
            row[0]: row
            for row in self.rows(f"{kind}_key")
            if wanted(row[0]) and all(isinstance(row[place], str) for place in texts)
        }

    def counts(self) -> dict[str, dict[int, int]]:
        """Return the numbers of links by item and by customer, as far as they can be read."""
        return {
            kind: {row[0]: row[1] for row in self.rows(f"{kind}_stat") if isinstance(row[1], int)}
            for kind in ("item", "customer")
        }

    def step_ids(self) -> set[int]:
        """Return the numbers of the steps that the other tables know of."""
        queries = (
            ("SELECT id FROM step INDEXED BY step_state", "state, id"),
            ("SELECT DISTINCT step_id FROM past_link INDEXED BY past_link_step", "step_id"),
            ("SELECT DISTINCT step_id FROM step_record", "kind, record_id, step_id"),
        )
        return {number for select, order in queries for (number,) in self.some(select, order)[0] if number}

    def loose(self) -> Iterator[tuple[str, Row]]:
        """Yield the rows that stand on any page, with the table that they must belong to by their looks."""
        # Closing what the pages are read through would drop SQLite's locks.
        self.close()
        try:
            for number, values in salvage_pages.rows(self._path):
                table = table_of(number, values)
                if table is not None:
                    whole = values + (None,) * (len(COLUMNS[table]) - len(values))
                    yield table, whole if number is None else (number, *whole[1:])
        finally:
            self._connect()
