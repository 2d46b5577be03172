"""From what a query asks for to peewee conditions on the key table; every value is bound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peewee import SQL, NodeList, Select, fn

from itemlink_gui.base.changes import Kind
from itemlink_gui.store import search
from itemlink_gui.store.models import KEY, LinkField
from itemlink_gui.store.query import grammar
from itemlink_gui.store.query.answers import ids_of
from itemlink_gui.store.query.fields import Fields, OwnField
from itemlink_gui.store.query.grammar import And, Condition, Node, Not, Or, Word


def conditions(kind: Kind, text: str, one: Any = None) -> list[Any]:
    """Return peewee conditions on the key table of a kind that the text of a search box stands for.

    Args:
        kind: what is searched.
        text: as typed; empty or blank finds everything.
        one: an alias of the key table, where each of a few records shall be looked at; None for all that there are.

    Raises:
        WrongQuery: if it is a query that means nothing.
    """
    if not grammar.may_be_query(text):
        return search.condition(kind, text, one=one)
    return [_joined(_all_of(kind, [understand(kind, text)], one, nested=False), "AND")]


def understand(kind: Kind, text: str) -> Node:
    """Return what a text asks for in the open file.

    Args:
        kind: what is searched.
        text: as typed.

    Raises:
        WrongQuery: if it is a query that means nothing.
    """
    return grammar.parse(text, fields(kind))


def fields(kind: Kind) -> Fields:
    """Return what can be asked about records of a kind in the open file."""
    rows = LinkField.select(LinkField.id, LinkField.name, LinkField.type).order_by(LinkField.position, LinkField.id)
    return Fields(kind, [OwnField(*row) for row in rows.tuples()])


def asks_more(kind: Kind, text: str) -> bool:
    """Return whether there is more in a text than words to look for in the records themselves.

    Raises:
        WrongQuery: as `conditions`.
    """
    return grammar.may_be_query(text) and _depends(understand(kind, text))


def _depends(node: Node) -> bool:
    match node:
        case Condition():
            return True
        case Not():
            return _depends(node.part)
        case And() | Or():
            return any(map(_depends, node.parts))
    return False


def _all_of(kind: Kind, parts: Sequence[Node], one: Any, *, nested: bool = True) -> list[Any]:
    """Return the conditions of parts that must all hold; words are looked for together."""
    flat = [part for one in parts for part in (one.parts if isinstance(one, And) else (one,))]
    words = " ".join(part.text for part in flat if isinstance(part, Word) and not part.quoted)
    phrases = [part.text for part in flat if isinstance(part, Word) and part.quoted]
    found, key = search.condition(kind, words, phrases, one), KEY[kind]
    if found and nested and one is None:
        # Asked for once, and not for each record in the order of the list.
        found = [key.id.in_(key.select(key.id).where(*found))]
    return found + [_one(kind, part, one) for part in flat if not isinstance(part, Word)]


def _one(kind: Kind, node: Node, one: Any) -> Any:
    match node:
        case Condition():
            return among(ids_of(kind, node), KEY[kind], one)
        case Not():
            return NodeList((SQL("NOT"), _one(kind, node.part, one)), parens=True)
        case Or():
            return _joined([_one(kind, part, one) for part in node.parts], "OR")
        case And():
            return _joined(_all_of(kind, node.parts, one), "AND")
    return _joined(_all_of(kind, [node], one), "AND")


def among(ids: Any, key: Any, one: Any = None) -> Any:
    """Return the condition that a record is among those that a subquery gives.

    Args:
        ids: the subquery; what it selects first is an id.
        key: the key table.
        one: an alias of it, where each of a few records shall be looked at, without finding all others.
    """
    if one is None:
        return key.id.in_(ids)
    if not isinstance(ids, Select):
        return one.id.in_(ids)
    return fn.EXISTS(ids.where(ids._returning[0] == one.id))


def _joined(parts: Sequence[Any], word: str) -> Any:
    """Join conditions without a parenthesis around each two of them: SQLite's parser takes few inside each other."""
    return NodeList(tuple(parts), f" {word} ", parens=True) if parts else SQL("1")
