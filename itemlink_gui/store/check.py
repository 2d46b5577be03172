"""Everything that can be found wrong with a file, in words; the file stays as it is."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import peewee

from itemlink_gui.base.i18n import tr
from itemlink_gui.store import database, derive
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.apply import execute
from itemlink_gui.store.journal import MAX_ID
from itemlink_gui.store.migrations import SCRIPTS
from itemlink_gui.store.models import Step, current

_MOST_OF_SQLITE = 20
_SHOWN_IDS = 3
_NUMBERED = ("user", "customer", "company", "item")


def check(path: Path) -> list[str]:
    """Look through a whole file without changing a byte of it.

    A file of an older version is only looked through as far as SQLite itself knows it.

    Args:
        path: the file.

    Returns:
        a sentence for each finding; empty when all is well.

    Raises:
        CannotOpen: if it is missing, not a file, unreadable, not ours, newer, or too damaged to be opened.
    """
    version = database.inspect(path, sound=False)
    questions = [_damage, _loose_ends]
    if version == len(SCRIPTS):
        questions += [_schema, _loose_users, _numbers, _derived, _steps]
    found: list[str] = []
    with database.opened(path, read_only=True):
        for question in questions:
            found += _answer(question)
        journal = current.execute_sql("PRAGMA journal_mode").fetchone()[0]
    # In WAL mode even a write that is taken back would change the file.
    if version == len(SCRIPTS) and journal != "wal":
        with database.opened(path):
            found += _answer(_search_index)
    return list(dict.fromkeys(found))


def _answer(question: Callable[[], Iterator[str]]) -> list[str]:
    """Return what a question finds; that it cannot be answered is a finding as well."""
    found: list[str] = []
    try:
        found.extend(question())
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        told = database.explain(error) or tr("A part of the file cannot be read ({reason}).", reason=error)
        found.append(str(told))
    return found


def _damage() -> Iterator[str]:
    try:
        rows = list(execute(f"PRAGMA integrity_check({_MOST_OF_SQLITE})"))
    except (peewee.DatabaseError, sqlite3.DatabaseError):
        # SQLite breaks off at a page that it cannot read, and Python then loses the row before.
        rows = list(execute(f"SELECT * FROM pragma_integrity_check({_MOST_OF_SQLITE}) LIMIT 1"))
    lines = [line for (row,) in rows for line in row.splitlines() if line != "ok" and not line.startswith("***")]
    for line in lines[:_MOST_OF_SQLITE]:
        yield tr("The file is damaged: {finding}.", finding=line)


def _loose_ends() -> Iterator[str]:
    """Find rows that lead to a row that is not there."""
    ends = Counter((table, parent) for table, _, parent, _ in execute("PRAGMA foreign_key_check"))
    for (table, parent), n in sorted(ends.items()):
        match table, parent:
            case "item_customer", "item":
                yield tr("%n link(s) to an item that is not there.", n=n)
            case "item_customer", "customer":
                yield tr("%n link(s) to a customer that is not there.", n=n)
            case "customer", "user":
                yield tr("%n customer(s) without a user.", n=n)
            case _:
                yield tr("%n row(s) of the table {table} without the other end.", n=n, table=table)


def _schema() -> Iterator[str]:
    expected, found = database.fresh_schema(), database.schema(current.connection())
    names = {(kind, name) for kind, name, _ in expected}
    there = {(kind, name) for kind, name, _ in found}
    for kind, name in sorted({(kind, name) for kind, name, _ in expected ^ found}):
        if (kind, name) not in there:
            yield tr("The {kind} “{name}” is missing.", kind=kind, name=name)
        elif (kind, name) not in names:
            yield tr("The {kind} “{name}” does not belong to ItemLink.", kind=kind, name=name)
        else:
            yield tr("The {kind} “{name}” is not made as it should be.", kind=kind, name=name)


def _loose_users() -> Iterator[str]:
    (n,) = execute("SELECT count(*) FROM user WHERE id NOT IN (SELECT user_id FROM customer)").fetchone()
    if n:
        yield tr("%n user(s) without a customer.", n=n)


def _numbers() -> Iterator[str]:
    for table in _NUMBERED:
        (n,) = execute(f"SELECT count(*) FROM {table} WHERE id NOT BETWEEN 1 AND ?", MAX_ID).fetchone()
        if n:
            yield tr("%n row(s) of the table {table} with a number that cannot be.", n=n, table=table)


def _derived() -> Iterator[str]:
    texts = {
        "item_key": tr("What items are sorted and searched by is not in line with them."),
        "customer_key": tr("What customers are sorted and searched by is not in line with them."),
        "item_stat": tr("The number of customers of an item is not right."),
        "customer_stat": tr("The number of items of a customer is not right."),
    }
    for table in derive.drift():
        yield texts[table]


def _steps() -> Iterator[str]:
    """Find steps that can be neither shown nor taken back."""
    wrong = []
    for step, parameters, blob in Step.select(Step.id, Step.parameters, Step.delta).tuples().iterator():
        try:
            json.loads(parameters)
            deltas.unpack(blob)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError, zlib.error):
            wrong.append(step)
    if wrong:
        ids = ", ".join(map(str, wrong[:_SHOWN_IDS])) + ("…" if len(wrong) > _SHOWN_IDS else "")
        yield tr("%n step(s) of the history that cannot be read (number {ids}).", n=len(wrong), ids=ids)


def _search_index() -> Iterator[str]:
    """Find search indexes that do not stand for the present texts; in a file that cannot be written, none."""
    connection = current.connection()
    for table in ("item_part", "item_word", "customer_part", "customer_word"):
        # SQLite compares an index with its texts (that is what rank = 1 asks for) only in the guise of a write.
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                return
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            yield tr("The search index “{name}” is not in line with the records.", name=table)
        finally:
            connection.execute("ROLLBACK")
