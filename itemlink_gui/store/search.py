"""From what is typed into a search box to a condition on the keys; any text is a valid search."""

from __future__ import annotations

from typing import Any

from peewee import SQL, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.fold import fold
from itemlink_gui.store.models import KEY

# The index over parts of words holds runs of three letters.
PART = 3


def terms(text: str) -> list[str]:
    """Return the folded words of a search; a record must match each of them."""
    return fold(text).split()


def condition(kind: Kind, text: str) -> list[Any]:
    """Return peewee conditions on the key table of a kind that a search stands for.

    One or two letters match beginnings of words; three or more match any part of any field. Every character is
    literal.

    Args:
        kind: what is searched.
        text: as typed; empty or blank finds everything.
    """
    found: list[Any] = []
    key = KEY[kind]
    for term in terms(text):
        if len(term) < PART and term.isalnum():
            found.append(key.id.in_(_matches(f"{kind}_word", f"{_quoted(term)}*")))
            continue
        if len(term) >= PART:
            # The index knows no phrases (detail = none): ask for every run of three letters, then look again.
            runs = dict.fromkeys(term[i : i + PART] for i in range(len(term) - PART + 1))
            found.append(key.id.in_(_matches(f"{kind}_part", " AND ".join(map(_quoted, runs)))))
        found.append(fn.instr(key.text, term) > 0)
    return found


def _matches(table: str, expression: str) -> SQL:
    return SQL(f"(SELECT rowid FROM {table} WHERE {table} MATCH ?)", [expression])  # noqa: S608


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
