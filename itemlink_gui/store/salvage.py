"""Saving what can be read of a damaged file into a new one; the damaged one stays as it is."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from itemlink_gui.base.changes import KINDS
from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import check, database, derive, explain, new_file, salvage_source
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.apply import execute
from itemlink_gui.store.bulk import Progress, nobody, without_indexes
from itemlink_gui.store.delta import Rows, Update
from itemlink_gui.store.journal import MAX_ID, is_id
from itemlink_gui.store.models import current, now
from itemlink_gui.store.salvage_looks import COLUMNS, LOOSE, Row, row_of
from itemlink_gui.store.salvage_rows import mended
from itemlink_gui.store.salvage_source import Source

_BATCH = 5000
# Nobody else sees the new file yet, and one that fails is thrown away.
_PRAGMAS = ("journal_mode = off", "synchronous = 0", "cache_spill = 1", "foreign_keys = 0", "cache_size = -131072")
# Tables whose rows have numbers, but for those of records and of the history.
_BESIDE = ("link_field", "waiting", "preference", "saved_filter", "notification", "told", "setting")
_NUMBERED = ("user", "customer", "company", "category", "item", *_BESIDE, "step", "past_link")
# Tables that show whose file it is.
_OWN = ("user", "customer", "item", "item_customer", "step")
_FILE_ID = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Saved:
    """What a salvage got, by kind: "item", "customer", "link" or "step".

    Args:
        saved: how many are in the new file as they were.
        lost: how many there must have been that are not in it.
        nameless: how many are in it, but had to be filled in: without their name, or without other fields.
    """

    saved: Mapping[str, int]
    lost: Mapping[str, int]
    nameless: Mapping[str, int]


def salvage(source: Path, target: Path, progress: Progress | None = None) -> Saved:
    """Save what can be read of a damaged file into a new one, record by record, with their numbers.

    The damaged file and those beside it are only read, and the new one appears when it is whole.

    Args:
        source: the damaged file. Nobody in this process may have it open: closing what it is read through would drop
            SQLite's locks.
        target: the file to make; nothing of that name may be there.
        progress: told what is being saved, how much of it is done, and how much there is to do.

    Returns:
        how much was saved.

    Raises:
        CannotOpen: if there is no such file, nothing of ours can be read in it, or the new one cannot be made.
        CannotWrite: if the disk refuses, or the new file turns out not to be sound.
    """
    try:
        if not source.is_file():
            raise CannotOpen(source, tr("There is no such file."), missing=not source.exists())
        with new_file.new_file(target) as part:
            # The folder of the file in the making is private, and gone at the end.
            kept = part.with_name(f"damaged{part.suffix}")
            salvage_source.prepare(source, kept)
            with closing(Source(kept)) as found, database.opened(part):
                for pragma in _PRAGMAS:
                    execute(f"PRAGMA {pragma}")
                with current.atomic(), without_indexes():
                    saved = _Salvage(source, found, progress or nobody).run()
                _verify()
        return saved
    except (OSError, *explain.BROKEN) as error:
        told = explain.explain(error)
        if told is None:
            raise
        raise told from error


def _verify() -> None:
    findings = execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]
    if findings or execute("PRAGMA foreign_key_check").fetchone():
        raise CannotWrite(tr("What was saved could not be verified and was not kept."))


class _Salvage:
    """One salvage, into the current database.

    Args:
        path: of the damaged file, for telling.
        source: what can be read of it.
        progress: told how far it is.
    """

    def __init__(self, path: Path, source: Source, progress: Progress) -> None:
        self._path = path
        self._source = source
        self._progress = progress
        self._connection: sqlite3.Connection = current.connection()
        self._now = now()
        # By table: rows that cannot be rows of it, and rows that were put together from what else is known.
        self._dropped: dict[str, set[Any]] = {table: set() for table in COLUMNS}
        self._filled: dict[str, set[int]] = {table: set() for table in COLUMNS}
        # Customers whose user is somebody else's already.
        self._twins: dict[int, Row] = {}
        self._states: list[Row] = []
        self._counts = source.counts()
        self._known: dict[str, set[int]] = {}
        self._users: dict[int, int] = {}

    def run(self) -> Saved:
        """Save everything and return how much it was."""
        names = {"user": tr("Users"), "customer": tr("[Customers]"), "company": tr("Companies"), "item": tr("[Items]")}
        names |= {"step": tr("History"), "past_link": tr("History")}
        for table in _NUMBERED:
            self._put(table, self._source.rows(table), names.get(table, ""), self._source.high(table))
        total = max(sum(counts.values()) for counts in self._counts.values())
        self._put("item_customer", self._source.links(), tr("Links"), total)
        self._put("file_state", self._source.rows("file_state"))
        for table in ("customer_company", "step_record"):
            columns = ", ".join(COLUMNS[table])
            rows, whole = self._source.some(f"SELECT {columns} FROM {table}", columns)
            self._put(table, rows)
        if not whole or any(gaps for table, gaps in self._source.gaps.items() if table in LOOSE):
            self._put_loose()
        self._put("item_customer", self._source.links_in_index())
        if not self._source.readable() and not any(map(self._count, _OWN)):
            raise explain.not_ours(self._path)
        self._know()
        self._recall(whole)
        self._fill_in_items()
        self._fill_in_customers()
        self._progress(tr("Search index"), 0, 1)
        derive.rebuild()
        self._keep_state()
        self._progress(tr("Search index"), 1, 1)
        return self._saved()

    def _put(self, table: str, rows: Iterable[Row], stage: str = "", total: int = 0) -> None:
        """Write rows into a table, as far as they can be rows of it and are not there yet."""
        if table == "file_state":
            self._states += rows
            return
        rows, done = iter(rows), 0
        while batch := list(islice(rows, _BATCH)):
            mended = [row for row in (self._mended(table, row) for row in batch) if row is not None]
            before = self._connection.total_changes
            self._connection.executemany(_insert(table), mended)
            if table in ("user", "customer") and self._connection.total_changes - before < len(mended):
                self._put_twins(table, mended)
            done += len(batch)
            if stage:
                self._progress(stage, min(done, total), total)

    def _mended(self, table: str, row: Row) -> Row | None:
        found = mended(table, row, self._now)
        if found is None:
            self._dropped[table].add(row[0] if "id" in COLUMNS[table] else row[:2])
        return found

    def _put_twins(self, table: str, batch: list[Row]) -> None:
        """Write what was left out because another row has its username or its user."""
        for row in batch:
            if self._has(table, row[0]):
                continue
            if table == "user":
                self._add_user(row)
            else:
                self._twins[row[0]] = row

    def _add_user(self, row: Row) -> None:
        """Write a user, with a number behind the username if somebody else has that."""
        names = chain([row[1]], (f"{row[1][:130]}-{number}" for number in (row[0], *range(2, 1000))))
        any(self._connection.execute(_insert("user"), (row[0], name, *row[2:])).rowcount > 0 for name in names)

    def _has(self, table: str, number: int) -> bool:
        return execute(f"SELECT 1 FROM {table} WHERE id = ?", number).fetchone() is not None

    def _put_loose(self) -> None:
        """Write what stands on pages that cannot be reached, where something is missing."""
        gaps = self._source.gaps

        def missing() -> Iterator[tuple[str, Row]]:
            for table, row in self._source.loose():
                if table == "step_record" or (gaps[table] if table == "item_customer" else row[0] in gaps[table]):
                    yield table, row

        rows = missing()
        while batch := list(islice(rows, _BATCH)):
            for table in {table for table, _ in batch}:
                self._put(table, [row for one, row in batch if one == table])

    def _count(self, table: str) -> int:
        return int(execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def _ids(self, sql: str) -> set[int]:
        return {number for (number,) in execute(sql)}

    def _know(self) -> None:
        """Gather which numbers there must have been, and let new records get numbers beyond them."""
        gaps, counts, known = self._source.gaps, self._counts, self._known
        known["user"] = self._ids("SELECT user_id FROM customer")
        for kind in ("item", "customer"):
            witnesses = counts[kind].keys() | self._dropped[kind]
            if gaps[kind]:
                witnesses |= self._source.keys(kind, gaps[kind].__contains__).keys()
            if kind == "customer" and gaps[kind]:
                self._users = self._source.users_of_customers()
                witnesses |= self._users.keys()
            known[kind] = {number for number in witnesses if is_id(number) and self._missing(kind, number)}
        for kind in ("item", "customer"):
            known[kind] |= {number for number in self._led_to(kind) if not self._has(kind, number)}
        known["step"] = self._source.step_ids() if gaps["step"] else set()
        known["step"] |= {number for number in self._dropped["step"] if is_id(number)}
        for table in _NUMBERED:
            high = max(known.get(table, set()) | self._ids(f"SELECT coalesce(max(id), 0) FROM {table}"))
            stands = self._source.sequence.get(table, 0)
            # A number near the end can only be damage, and would leave none for new records.
            high = max(high, stands) if stands < MAX_ID - _BATCH**2 else high
            if high:
                execute("DELETE FROM sqlite_sequence WHERE name = ?", table)
                execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, high)

    def _led_to(self, parent: str) -> set[int]:
        """Return the numbers of records that rows of other tables lead to."""
        ends = [(table, column) for table, column, leads_to in check.ENDS if leads_to == parent]
        return self._ids(" UNION ".join(f"SELECT {column} FROM {table} WHERE {column} > 0" for table, column in ends))

    def _missing(self, table: str, number: int) -> bool:
        """Whether a record could not be read, as opposed to one that is not there."""
        return (number in self._source.gaps[table] or number in self._dropped[table]) and not self._has(table, number)

    def _recall(self, whole: bool) -> None:
        """Write the records that could not be read, but whose whole life stands in the history."""
        if not whole:
            # Then the history of a record is found by looking into every step.
            execute("UPDATE step SET wide = ?", " ".join(KINDS))
        if not any(self._source.gaps[table] or self._dropped[table] for table in _NUMBERED):
            return
        lives: dict[tuple[str, int], dict[str, Any]] = {}
        for (blob,) in execute("SELECT delta FROM step WHERE state = 'done' ORDER BY id"):
            for change in deltas.unpack(blob):
                if isinstance(change, Rows):
                    for row in change.rows:
                        lives.pop((change.table, row["id"]), None)
                        if change.op == "add" and self._wanted(change.table, row["id"]):
                            lives[change.table, row["id"]] = dict(row)
                elif isinstance(change, Update) and (change.table, change.id) in lives:
                    lives[change.table, change.id] |= change.new
        exact = self._count("step") and not self._known["step"] - self._ids("SELECT id FROM step")
        for (table, number), life in lives.items():
            if not self._has(table, number):
                self._put(table, [row_of(table, life)])
                if not exact:
                    self._filled[table].add(number)

    def _wanted(self, table: str, number: int) -> bool:
        if table in ("item", "customer"):
            return number in self._known[table] and not self._has(table, number)
        return table in _NUMBERED and self._missing(table, number)

    def _fill_in_items(self) -> None:
        wanted = {number for number in self._known["item"] if not self._has("item", number)}
        keys = self._source.keys("item", wanted.__contains__) if wanted else {}
        linked = self._led_to("item") if wanted else set()
        for number in sorted(wanted & (linked | keys.keys())):
            name, text = keys[number][1:4:2] if number in keys else (tr("[Item] {id} (name lost)", id=number), "")
            name = name or tr("[Item] {id} (name lost)", id=number)
            description = text.partition("\n")[2]
            self._put("item", [row_of("item", {"id": number, "name": name, "description": description})])
            self._filled["item"].add(number)
        for number in sorted(self._led_to("company") - self._ids("SELECT id FROM company")):
            self._put("company", [row_of("company", {"id": number, "name": tr("Company {id} (name lost)", id=number)})])
        for number in sorted(self._led_to("category") - self._ids("SELECT id FROM category")):
            name = tr("Category {id} (name lost)", id=number)
            self._put("category", [row_of("category", {"id": number, "name": name})])

    def _fill_in_customers(self) -> None:
        """Give every customer that is known a row, every customer a user, and every user a customer."""
        wanted = {number for number in self._known["customer"] if not self._has("customer", number)}
        wanted -= self._twins.keys()
        homeless = set(execute("SELECT id, user_id FROM customer WHERE user_id NOT IN (SELECT id FROM user)"))
        keys: dict[int, Row] = {}
        if wanted or homeless:
            keys = self._source.keys("customer", (wanted | {number for number, _ in homeless}).__contains__)
        linked = self._led_to("customer")
        fresh = count(1 + max(self._ids("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'user'")))
        taken = self._ids("SELECT user_id FROM customer")
        alone = "SELECT id, fold(username) FROM user WHERE id NOT IN (SELECT user_id FROM customer)"
        # Whose user somebody is can also be told from the username that the customer is searched by.
        by_name = {name: user for user, name in execute(alone)} if wanted else {}
        rows = list(self._twins.values())
        for number in sorted(wanted & (linked | keys.keys() | self._users.keys())):
            phone = keys[number][4] if number in keys else ""
            user = self._users.get(number) or by_name.get(keys[number][2] if number in keys else "")
            rows.append(row_of("customer", {"id": number, "user_id": user, "phone": phone}))
        for number, user, *rest in rows:
            user = user if is_id(user) and user not in taken else next(fresh)
            taken.add(user)
            self._put("customer", [(number, user, *rest)])
            self._filled["customer"].add(number)
            if not self._has("user", user):
                homeless.add((number, user))
        names = self._source.usernames() if homeless else {}
        for number, user in sorted(homeless):
            key = keys.get(number, (number, "", "", ""))
            name = mended("user", (user, names.get(user) or key[2], key[3], key[1]), self._now)
            self._add_user(name or (user, f"lost-{number}", "", tr("[Customer] {id} (name lost)", id=number)))
            self._filled["customer"].add(number)
        for user in sorted(user for user, _ in execute(alone)):
            sql = "INSERT INTO customer (user_id, created_at, updated_at) VALUES (?, ?, ?)"
            self._filled["customer"].add(int(execute(sql, user, self._now, self._now).lastrowid or 0))

    def _keep_state(self) -> None:
        """Let the new file be the same one, one commit later, so that its backups stay in reach."""
        for _, serial, file_id, *_ in (row for row in self._states if len(row) > 2):
            if isinstance(serial, int) and 0 <= serial < MAX_ID:
                execute("UPDATE file_state SET serial = ?", serial + 1)
            if isinstance(file_id, str) and _FILE_ID.fullmatch(file_id):
                execute("UPDATE file_state SET file_id = ?", file_id)

    def _saved(self) -> Saved:
        filled = {kind: self._filled[kind] for kind in ("item", "customer")}
        users = json.dumps(sorted(self._filled["user"]))
        sql = "SELECT id FROM customer WHERE user_id IN (SELECT value FROM json_each(?))"
        filled["customer"] |= {number for (number,) in execute(sql, users)}
        nameless = {kind: len(numbers) for kind, numbers in filled.items()} | {"link": 0, "step": 0}
        tables = {"item": "item", "customer": "customer", "link": "item_customer", "step": "step"}
        there = {kind: self._count(table) for kind, table in tables.items()}
        lost = {
            kind: len(self._known[kind] - self._ids(f"SELECT id FROM {kind}")) for kind in ("item", "customer", "step")
        }
        lost["link"] = len(self._dropped["item_customer"])
        if self._source.gaps["item_customer"]:
            expected = max(sum(counts.values()) for counts in self._counts.values())
            lost["link"] = max(lost["link"], expected - there["link"])
        return Saved({kind: number - nameless[kind] for kind, number in there.items()}, lost, nameless)


def _insert(table: str) -> str:
    columns = COLUMNS[table]
    return f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
