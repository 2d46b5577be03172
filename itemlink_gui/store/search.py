"""From what is typed into a search box to a condition on the keys; any text is a valid search."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from peewee import SQL, NodeList, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.fold import fold
from itemlink_gui.store.models import KEY, current

# The index over parts of words holds runs of three letters.
PART = 3
# So many words are looked for one by one.
FEW = 8
# What this part of all records has is common; where a search has nothing else, so many runs of letters are enough.
_COMMON = 0.2
_ASKED = 3
# By so many records it is guessed how many there are.
_LOOKED_AT = 500
# All letters beyond ASCII, in a pattern.
_BEYOND = "\x80-\U0010ffff"

# What no field may hold: SQLite takes neither of them, so it is not asked.
_NOWHERE = re.compile(r"[\0\ud800-\udfff]")


def terms(text: str) -> list[str]:
    """Return the folded words of a search; a record must match each of them."""
    # A mark of byte order comes along with a text from elsewhere, and stands at the end of no field.
    words = (word.strip("\ufeff") for word in fold(text).split())
    return [word for word in words if word]


def condition(kind: Kind, text: str, phrases: Sequence[str] = (), one: Any = None) -> list[Any]:
    """Return peewee conditions on the key table of a kind that a search stands for.

    One or two letters match beginnings of words; three or more match any part of any field. Every character is
    literal.

    Args:
        kind: what is searched.
        text: as typed; empty or blank finds everything.
        phrases: what must stand in it as it is, blanks and all.
        one: an alias of the key table, where each of a few records shall be looked at; None where the index shall
            tell all of them.
    """
    wanted, whole = list(dict.fromkeys(terms(text))), list(dict.fromkeys(map(fold, phrases)))
    if not all(map(possible, [*wanted, *whole])):
        return [SQL("0")]
    key, found = KEY[kind] if one is None else one, list[Any]()
    beginnings = [term for term in wanted if _is_beginning(term)]
    parts = [*(term for term in wanted if not _is_beginning(term)), *whole]
    if one is not None:
        found += [_begins(kind, one, term) for term in beginnings]
    else:
        told = [_words(kind, beginnings), holds(kind, parts)]
        found += [key.id.in_(ids) for ids in told if ids is not None]
    found += [fn.instr(key.text, term) > 0 for term in parts[:FEW]]
    if parts[FEW:]:
        # Slower for each record, but a pasted page would be too deep an expression.
        rest = json.dumps(parts[FEW:])
        found.append(SQL("NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(text, value) = 0)", [rest]))
    return found


def candidates(kind: Kind, text: str, most: int) -> list[int] | None:
    """Return records that may be what a search stands for, and all that are; None if there are more than so many.

    Args:
        kind: what is searched.
        text: as typed.
        most: how many at most.
    """
    if not all(map(possible, terms(text))):
        return []
    share, table, match = _rarest(kind, text)
    if share * _newest(kind) > most:
        return None
    found = f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?"
    sql = f"SELECT json_group_array(rowid) FROM ({found})"
    ids: list[int] = json.loads(current.execute_sql(sql, [match, most + 1]).fetchone()[0])
    return ids if len(ids) <= most else None


def told(kind: Kind, text: str) -> SQL | None:
    """Return a subquery of just the records that a search stands for; None where each is to be looked at."""
    wanted = dict.fromkeys(terms(text))
    parts = [term for term in wanted if not _is_beginning(term)]
    if not wanted or not all(map(possible, wanted)) or any(len(part) != PART for part in parts):
        return None
    words = [f"{_quoted(term)}*" for term in wanted if _is_beginning(term)]
    asked = [(f"{kind}_word", words), (f"{kind}_part", list(map(_quoted, parts)))]
    tables = [(table, _all(terms)) for table, terms in asked if terms]
    sql = " INTERSECT ".join(f"SELECT rowid AS id FROM {table} WHERE {table} MATCH ?" for table, _ in tables)
    return SQL(f"({sql})", [match for _, match in tables])


def is_common(kind: Kind, text: str) -> bool:
    """Return whether a search is likely to find so many records that looking at all of them is quicker."""
    return any(not _is_beginning(term) for term in terms(text)) and _rarest(kind, text)[0] > _COMMON


def _rarest(kind: Kind, text: str) -> tuple[float, str, str]:
    """Return how to narrow a search down the most: the part of all records that is left, the index, what to ask it."""
    wanted = [term for term in dict.fromkeys(terms(text)) if possible(term)]
    words = [f"{_quoted(term)}*" for term in wanted if _is_beginning(term)]
    runs = _runs(term for term in wanted if not _is_beginning(term))
    ways = [(float("inf"), "", "")]
    for table, asked in ((f"{kind}_word", words), (f"{kind}_part", list(map(_quoted, runs)))):
        if asked:
            # Those that hold for many records cost more time than they spare.
            shares = sorted((_share(table, term), term) for term in asked)
            rarest = [term for share, term in shares if share < _COMMON] or [term for _, term in shares[:_ASKED]]
            ways.append((_share(table, _all(rarest)), table, _all(rarest)))
    return min(ways)


def _share(table: str, term: str) -> float:
    """Return about how many of all records the index has for a term, by those that were made first."""
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT 1 OFFSET ?"
    row = current.execute_sql(sql, [term, _LOOKED_AT - 1]).fetchone()
    return _LOOKED_AT / row[0] if row else 0.0


def _newest(kind: Kind) -> int:
    return int(current.execute_sql(f"SELECT coalesce(max(id), 0) FROM {kind}_key").fetchone()[0])


def possible(text: str) -> bool:
    """Return whether a text can stand in a field at all."""
    return _NOWHERE.search(text) is None


def holds(kind: Kind, parts: Iterable[str]) -> SQL | None:
    """Return a subquery of records that may hold all of some folded texts; None if the index knows nothing of them.

    It knows no phrases (detail = none): it is asked for every run of three letters, and what is found is to be
    looked at again.
    """
    runs = _runs(parts)
    return _matches(f"{kind}_part", map(_quoted, runs)) if runs else None


def _runs(parts: Iterable[str]) -> list[str]:
    """Return the runs of letters, as long as the index holds them, that stand in some texts."""
    return list(dict.fromkeys(part[i : i + PART] for part in parts for i in range(len(part) - PART + 1)))


def _is_beginning(term: str) -> bool:
    return len(term) < PART and term.isalnum()


def _words(kind: Kind, beginnings: Sequence[str]) -> SQL | None:
    """Return a subquery of records in which a word begins with each of some letters; None if there are none."""
    return _matches(f"{kind}_word", (f"{_quoted(term)}*" for term in beginnings)) if beginnings else None


def _begins(kind: Kind, one: Any, term: str) -> Any:
    """Return the condition that a word of a record begins with a letter or two.

    The index takes long to tell it of one record: it is asked only where letters beyond ASCII leave it in doubt.
    """
    asked = SQL(f"EXISTS (SELECT 1 FROM {kind}_word WHERE {kind}_word MATCH ? AND rowid =", [f"{_quoted(term)}*"])
    told = NodeList((asked, one.id, SQL(")")))
    if not term.isascii():
        return (fn.instr(one.text, term) > 0) & told
    sure = fn.glob(f"{term}*", one.text) | fn.glob(f"*[^a-zA-Z0-9{_BEYOND}]{term}*", one.text)
    return sure | (fn.glob(f"*[{_BEYOND}]{term}*", one.text) & told)


def _matches(table: str, all_of: Iterable[str]) -> SQL:
    return SQL(f"(SELECT rowid FROM {table} WHERE {table} MATCH ?)", [_all(all_of)])


def _all(terms: Iterable[str]) -> str:
    return " AND ".join(terms)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
