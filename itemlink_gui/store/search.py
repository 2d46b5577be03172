"""From what is typed into a search box to a condition on the keys; any text is a valid search."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from peewee import SQL, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.fold import fold
from itemlink_gui.store.models import KEY

# The index over parts of words holds runs of three letters.
PART = 3
# So many words are looked for one by one.
FEW = 8

# What no field may hold: SQLite takes neither of them, so it is not asked.
_NOWHERE = re.compile(r"[\0\ud800-\udfff]")


def terms(text: str) -> list[str]:
    """Return the folded words of a search; a record must match each of them."""
    # A mark of byte order comes along with a text from elsewhere, and stands at the end of no field.
    words = (word.strip("\ufeff") for word in fold(text).split())
    return [word for word in words if word]


def condition(kind: Kind, text: str, phrases: Sequence[str] = ()) -> list[Any]:
    """Return peewee conditions on the key table of a kind that a search stands for.

    One or two letters match beginnings of words; three or more match any part of any field. Every character is
    literal.

    Args:
        kind: what is searched.
        text: as typed; empty or blank finds everything.
        phrases: what must stand in it as it is, blanks and all.
    """
    wanted, whole = list(dict.fromkeys(terms(text))), list(dict.fromkeys(map(fold, phrases)))
    if not all(map(possible, [*wanted, *whole])):
        return [SQL("0")]
    key, found = KEY[kind], []
    beginnings = [f"{_quoted(term)}*" for term in wanted if _is_beginning(term)]
    if beginnings:
        found.append(key.id.in_(_matches(f"{kind}_word", beginnings)))
    parts = [*(term for term in wanted if not _is_beginning(term)), *whole]
    holding = holds(kind, parts)
    if holding is not None:
        found.append(key.id.in_(holding))
    found += [fn.instr(key.text, term) > 0 for term in parts[:FEW]]
    if parts[FEW:]:
        # Slower for each record, but a pasted page would be too deep an expression.
        rest = json.dumps(parts[FEW:])
        found.append(SQL("NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(text, value) = 0)", [rest]))
    return found


def possible(text: str) -> bool:
    """Return whether a text can stand in a field at all."""
    return _NOWHERE.search(text) is None


def holds(kind: Kind, parts: Iterable[str]) -> SQL | None:
    """Return a subquery of records that may hold all of some folded texts; None if the index knows nothing of them.

    It knows no phrases (detail = none): it is asked for every run of three letters, and what is found is to be
    looked at again.
    """
    runs = dict.fromkeys(part[i : i + PART] for part in parts for i in range(len(part) - PART + 1))
    return _matches(f"{kind}_part", map(_quoted, runs)) if runs else None


def _is_beginning(term: str) -> bool:
    return len(term) < PART and term.isalnum()


def _matches(table: str, all_of: Iterable[str]) -> SQL:
    return SQL(f"(SELECT rowid FROM {table} WHERE {table} MATCH ?)", [" AND ".join(all_of)])


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
