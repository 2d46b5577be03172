"""Everything that can be found wrong with a file, in words; the file stays as it is."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from itemlink_gui.base.changes import KINDS
from itemlink_gui.base.errors import Cancelled, CannotWrite
from itemlink_gui.base.i18n import mark, tr
from itemlink_gui.store import check_steps, database, derive, explain, schema
from itemlink_gui.store.apply import execute
from itemlink_gui.store.journal import MAX_ID
from itemlink_gui.store.models import current

_MOST_OF_SQLITE = 20
_SHOWN_IDS = 3
_NUMBERED = (
    *("user", "customer", "company", "category", "item", "link_field", "waiting", "preference", "saved_filter"),
    *("notification", "told", "setting"),
)

SEARCHED = tuple(f"{kind}_{index}" for kind in KINDS for index in ("part", "word"))
"""The search indexes; the tables that one is kept in have its name before theirs."""
DERIVED = (*(f"{kind}_{table}" for kind in KINDS for table in ("stat", "key")), *SEARCHED)
"""The tables that hold nothing but what follows from the records."""

ENDS = (
    ("item_customer", "item_id", "item"),
    ("item_customer", "customer_id", "customer"),
    ("customer_company", "customer_id", "customer"),
    ("customer_company", "company_id", "company"),
    ("customer", "user_id", "user"),
    ("item", "category_id", "category"),
    ("waiting", "item_id", "item"),
    ("waiting", "customer_id", "customer"),
    ("preference", "item_id", "item"),
    ("preference", "customer_id", "customer"),
    ("told", "customer_id", "customer"),
)
"""Which column of a table leads to a row of which other."""

# A row that is made again with its number leaves numbers enough for new ones, which are always higher.
_HIGHEST_MADE = MAX_ID // 2

# What SQLite says of an index whose table is in order. An entry that is there twice is not among it: the table has
# both rows, and an index made anew would refuse them as well.
_OF_AN_INDEX = re.compile(
    r"row \d+ (missing from|values differ from) index "
    r"|wrong # of entries in index "
    r"|rowid not at end-of-record for row \d+ of index "
)
_OF_A_SEARCH_INDEX = re.compile(r"FTS5 table ")

Mend = Literal["derived", "loose", "index", "schema", "history", ""]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a file.

    Args:
        text: a sentence for people.
        mend: which part of `repair` puts it right; empty where it cannot be put right in place.
        damage: a part of the file is destroyed: a backup helps, or saving what can be read.
    """

    text: str
    mend: Mend = ""
    damage: bool = False


def check(path: Path) -> list[Finding]:
    """Look through a whole file without changing a byte of it, on a thread that has no file open.

    A file of an older version is only looked through as far as SQLite itself knows it.

    Args:
        path: the file.

    Returns:
        what is wrong; empty when all is well.

    Raises:
        Cancelled: if it was interrupted.
        CannotOpen: if it is missing, not a file, unreadable, not ours, newer, or too damaged to be opened.
    """
    version = database.inspect(path, sound=False)
    questions = [pages, _loose_ends]
    if version == schema.newest():
        questions += [_schema, _loose_users, _numbers, _derived, _steps]
    found: list[Finding] = []
    with database.opened(path, read_only=True):
        for question in questions:
            found += answers(question)
        journal = current.execute_sql("PRAGMA journal_mode").fetchone()[0]
    # In WAL mode even a write that is taken back would change the file.
    if version == schema.newest() and journal != "wal":
        with database.opened(path):
            found += answers(_search_indexes)
    if any(finding.damage for finding in found):
        # Such a file is not written into, whatever else could be put right.
        found = [replace(finding, mend="") for finding in found]
    return list(dict.fromkeys(found))


def answers(question: Callable[[], Iterator[Finding]]) -> list[Finding]:
    """Return what a question finds; that it cannot be answered is a finding as well.

    Raises:
        Cancelled: if it was interrupted.
    """
    found: list[Finding] = []
    try:
        found.extend(question())
    except explain.BROKEN as error:
        told = explain.explain(error)
        if isinstance(told, Cancelled):
            raise
        damage = isinstance(told, CannotWrite) and told.trouble == "damaged"
        found.append(
            Finding(str(told or tr("A part of the file cannot be read ({reason}).", reason=error)), damage=damage)
        )
    return found


def worst() -> Iterator[Finding]:
    """Ask SQLite about every page, row and index of the current file, and return what it says first.

    If pages are damaged, it is that.
    """
    rows = execute(f"SELECT * FROM pragma_integrity_check({_MOST_OF_SQLITE}) LIMIT 1")
    lines = [line for (row,) in rows for line in row.splitlines()]
    yield from _pages(lines[:_MOST_OF_SQLITE])


def pages() -> Iterator[Finding]:
    """Ask SQLite about every page, row and index of the current file, and return all that it says."""
    if not (first := list(worst())):
        return
    try:
        lines = _said("integrity_check")
    except explain.BROKEN as error:
        if isinstance(explain.explain(error), Cancelled):
            raise
        # SQLite breaks off at a page that it cannot read, and Python then loses the row before.
        yield from first
        return
    if len(lines) >= _MOST_OF_SQLITE:
        # So much to say of indexes may have left no room for what is worse.
        lines = [*lines[:_MOST_OF_SQLITE], *_said("quick_check")]
    yield from _pages(lines)


def _pages(lines: Iterable[str]) -> Iterator[Finding]:
    return (_page(line) for line in lines if line != "ok" and not line.startswith("***"))


def _said(pragma: str) -> list[str]:
    rows = list(execute(f"PRAGMA {pragma}({_MOST_OF_SQLITE})"))
    return [line for (row,) in rows for line in row.splitlines()][:_MOST_OF_SQLITE]


def _page(line: str) -> Finding:
    if _OF_AN_INDEX.match(line):
        return Finding(tr("An index of the file is not in line with its table: {finding}.", finding=line), "index")
    if _OF_A_SEARCH_INDEX.search(line):
        return Finding(tr("A search index is not in line with the records: {finding}.", finding=line), "derived")
    return Finding(tr("The file is damaged: {finding}.", finding=line), damage=True)


def loose(table: str, column: str, parent: str) -> str:
    """Return the condition for rows of a table that lead to a row that is not there but can be made again."""
    ends = [(one, other) for name, one, other in ENDS if name == table]
    there = [f"({one} IN (SELECT id FROM {other}) OR {one} BETWEEN 1 AND {_HIGHEST_MADE})" for one, other in ends]
    return " AND ".join([f"{column} NOT IN (SELECT id FROM {parent})", *there])


def _loose_ends() -> Iterator[Finding]:
    """Find rows that lead to a row that is not there."""
    ends = Counter((table, parent) for table, _, parent, _ in execute("PRAGMA foreign_key_check"))
    columns = {(table, parent): column for table, column, parent in ENDS}
    for (table, parent), n in sorted(ends.items()):
        good = 0
        if column := columns.get((table, parent)):
            (good,) = execute(f"SELECT count(*) FROM {table} WHERE {loose(table, column, parent)}").fetchone()
        if good:
            yield Finding(_loose_end(table, parent, good), "loose")
        if n > good:
            yield Finding(_loose_end(table, parent, n - good))


def _loose_end(table: str, parent: str, n: int) -> str:
    match table, parent:
        case "item_customer", "item":
            return tr("%n link(s) whose [item] is missing.", n=n)
        case "item_customer", "customer":
            return tr("%n link(s) whose [customer] is missing.", n=n)
        case "customer", "user":
            return tr("%n [customer|customers] without their user.", n=n)
        case "item", "category":
            return tr("%n [item|items] whose category is missing.", n=n)
    return tr("%n row(s) of the table {table} without the other end.", n=n, table=table)


def amiss() -> list[tuple[str, str, str]]:
    """Return which parts of the current file are not as in a fresh one: type, name, and what is the matter.

    That is "missing", "foreign" where ItemLink knows nothing of a part, or "different".
    """
    expected, found = schema.fresh_parts(), schema.parts(current.connection())
    names, there = ({(kind, name) for kind, name, _ in parts} for parts in (expected, found))
    what = []
    for kind, name in sorted({(kind, name) for kind, name, _ in expected ^ found}):
        how = "missing" if (kind, name) not in there else "different" if (kind, name) in names else "foreign"
        what.append((kind, name, how))
    return what


def derived_from(name: str) -> str:
    """Return the derived table that a table is, or is a part of; empty for one of records."""
    return next((one for one in DERIVED if name == one or (one in SEARCHED and name.startswith(f"{one}_"))), "")


# What SQLite calls the parts of a file, and people see.
_PARTS = {"table": mark("table"), "index": mark("index"), "trigger": mark("trigger"), "view": mark("view")}


def _schema() -> Iterator[Finding]:
    for kind, name, how in amiss():
        mend: Mend = "schema" if kind == "index" or derived_from(name) else ""
        said = _PARTS.get(kind, kind)
        part = tr(said)
        match how:
            case "missing":
                text = tr("The {kind} “{name}” is missing.", kind=part, name=name)
                yield Finding(text, mend, damage=not mend)
            case "different":
                yield Finding(tr("The {kind} “{name}” is not made as it should be.", kind=part, name=name), mend)
            case _:
                yield Finding(tr("The {kind} “{name}” does not belong to ItemLink.", kind=part, name=name))


ALONE = "id NOT IN (SELECT user_id FROM customer)"
"""The condition for users that are no customer's."""
POSSIBLE = f"id BETWEEN 1 AND {MAX_ID}"
"""The condition for rows with a number that can be."""


def _loose_users() -> Iterator[Finding]:
    for numbers, possible in ((POSSIBLE, True), (f"NOT ({POSSIBLE})", False)):
        (n,) = execute(f"SELECT count(*) FROM user WHERE {ALONE} AND {numbers}").fetchone()
        if n:
            yield Finding(tr("%n user(s) that no [customer] has.", n=n), "loose" if possible else "")


def _numbers() -> Iterator[Finding]:
    for table in _NUMBERED:
        (n,) = execute(f"SELECT count(*) FROM {table} WHERE NOT ({POSSIBLE})").fetchone()
        if n:
            yield Finding(tr("%n row(s) of the table {table} with a number that cannot be.", n=n, table=table))


def _derived() -> Iterator[Finding]:
    texts = {
        "item_key": tr("What [items] are sorted and searched by is not in line with them."),
        "customer_key": tr("What [customers] are sorted and searched by is not in line with them."),
        "item_stat": tr("The number of [customers] is not right for every [item]."),
        "customer_stat": tr("The number of [items] is not right for every [customer]."),
        "company_key": tr("What companies are sorted and searched by is not in line with them."),
        "company_stat": tr("The number of [customers] is not right for every company."),
    }
    for table in derive.drift():
        yield Finding(texts[table], "derived")


def _steps() -> Iterator[Finding]:
    wrong = [step.id for step in check_steps.unreadable()]
    if wrong:
        ids = ", ".join(map(str, wrong[:_SHOWN_IDS])) + ("…" if len(wrong) > _SHOWN_IDS else "")
        text = tr("%n step(s) of the history that cannot be read (number {ids}).", n=len(wrong), ids=ids)
        yield Finding(text, "history")


def _search_indexes() -> Iterator[Finding]:
    """Find search indexes that do not stand for the present texts; in a file that cannot be written, none."""
    connection = current.connection()
    for table in _searchable():
        # SQLite compares an index with its texts only in the guise of a write.
        connection.execute("BEGIN IMMEDIATE")
        try:
            stale = is_stale(table)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                return
            raise
        finally:
            # An interrupt has taken the transaction back already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        if stale:
            yield Finding(tr("The search index “{name}” is not in line with the records.", name=table), "derived")


def _searchable() -> list[str]:
    there = {name for _, name, _ in schema.parts(current.connection())}
    return [table for table in SEARCHED if {table, f"{table[:-5]}_key"} <= there]


def is_stale(table: str) -> bool:
    """Whether a search index of the current file cannot be used or does not stand for the present texts.

    Args:
        table: the index. It is written to for this, in the caller's transaction.
    """
    try:
        # That is what rank = 1 asks for.
        current.connection().execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
            raise
        return True
    return False


def stale_indexes() -> list[str]:
    """Return the search indexes of the current file that are stale; see `is_stale`."""
    return [table for table in _searchable() if is_stale(table)]
