"""From a text to what it asks for: words, tests of fields, and, or, not; or where it goes wrong and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.base.i18n import tr
from itemlink_gui.store.query import values
from itemlink_gui.store.query.fields import Field, Fields, elsewhere
from itemlink_gui.store.query.scanner import NAME, OPERATOR, WORD, Scanner

Op = Literal["has", "=", "<", "<=", ">", ">="]

# So many parentheses and "not" may stand inside each other: a parser of SQLite with its stack of 100 takes 20.
MOST_DEEP = 16

# A text without any of these is no query, whatever stands in it.
_MAYBE = re.compile(r"""[:=<>()"]|(?:^|\s)-\S|\b(?:and|or|not)\b""", re.IGNORECASE)
_COMPARED = re.compile(r"\s+(?=!=|[<>=])")
_LIST = re.compile(r"(any|all|none)\(", re.IGNORECASE)
_MINUS = re.compile(r'-(?=[^\W\d_]|["(])')
_EQUAL = (":", "=", "==", "!=")
_MORE_OR_LESS: dict[str, Op] = {"<": "<", "<=": "<=", ">": ">", ">=": ">="}


@dataclass(frozen=True, slots=True)
class Word:
    """A text to look for: as words are looked for, or, in quotation marks, letter by letter."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A field that is compared with a value."""

    field: Field
    op: Op
    value: values.Value


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts; of none it is everything."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple[Node, ...]


Node = Word | Condition | Not | And | Or


def may_be_query(text: str) -> bool:
    """Return whether there is anything in a text that could be more than words to look for."""
    return _MAYBE.search(text) is not None and not WORD.fullmatch(text.strip())


def parse(text: str, fields: Fields) -> Node:
    """Return what a text asks for.

    Args:
        text: as typed.
        fields: that it may ask about.

    Raises:
        WrongQuery: if it is a query that means nothing; says where and why.
    """
    if not may_be_query(text):
        return And(tuple(Word(word) for word in text.split()))
    return _Reader(text, fields).any_of()


class _Reader(Scanner):
    """Reads one text.

    Args:
        text: as typed.
        fields: that it may ask about.
    """

    def __init__(self, text: str, fields: Fields) -> None:
        super().__init__(text)
        self._fields = fields
        self._deep = 0
        # Where an operator stands that waits for what it works on, and its length.
        self._operator: tuple[int, int] | None = None
        self._after_word = False

    # What holds parts together.

    def any_of(self) -> Node:
        """Take all that stands within these parentheses, or the whole text."""
        parts = [self._all_of()]
        while self._takes("or"):
            parts.append(self._all_of())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all_of(self) -> Node:
        parts: list[Node] = []
        while not self.ends() and not self.sees("or"):
            if not parts and self.sees("and"):
                break
            if self._takes("and") and (self.ends() or self.sees("or", "and")):
                break
            parts.append(self._one())
        if not parts or self._operator:
            self._miss()
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _miss(self) -> None:
        """Refuse an operator, or parentheses, with nothing to work on."""
        if self._operator is not None:
            start, length = self._operator
            word = self.text[start : start + length]
            reason = tr(
                "Something is missing after “{word}”. To look for the word itself, put it in quotes.", word=word
            )
            raise WrongQuery(start, length, reason)
        found = WORD.match(self.text, self.at)
        if found is not None:
            word = found[0]
            reason = tr(
                "Something is missing before “{word}”. To look for the word itself, put it in quotes.", word=word
            )
            raise WrongQuery(self.at, len(word), reason)
        if self.open:
            if self.over:
                self._not_closed()
            start = self.open[-1]
            raise WrongQuery(start, self.at + 1 - start, tr("There is nothing between these parentheses."))

    def _not_closed(self) -> None:
        raise WrongQuery(self.open[-1], 1, tr("This parenthesis is not closed."))

    def _takes(self, word: str) -> bool:
        """Take an operator, if it is what follows."""
        if self.ends() or not self.sees(word):
            return False
        self._operator = self.at, len(word)
        self.at += len(word)
        self._after_word = False
        return True

    # The parts.

    def _one(self) -> Node:
        minus = _MINUS.match(self.text, self.at)
        if minus is not None:
            self._operator = self.at, 1
            self.at += 1
        if minus is not None or self._takes("not"):
            self._after_word = False
            if self.ends() or self.sees("or", "and"):
                self._miss()
            return Not(self._deeper(self._one))
        self._operator = None
        if self.text[self.at] == "(":
            return self._group()
        if self.text[self.at] == ")":
            reason = tr("This parenthesis closes nothing. To look for it, put it in quotes.")
            raise WrongQuery(self.at, 1, reason)
        return self._test() or self._word()

    def _deeper(self, read: Callable[[], Node]) -> Node:
        self._deep += 1
        if self._deep > MOST_DEEP:
            reason = tr("Too much stands inside of each other here. Please make it simpler.")
            raise WrongQuery(min(self.at, len(self.text) - 1), 1, reason)
        node = read()
        self._deep -= 1
        return node

    def _group(self) -> Node:
        self.open.append(self.at)
        self.at += 1
        self._after_word = False
        node = self._deeper(self.any_of)
        if self.ends() and self.over:
            self._not_closed()
        self.at += 1
        self.open.pop()
        self._after_word = False
        return node

    def _word(self) -> Word:
        start = self.at
        quoted = self.text[start] == '"'
        if quoted or not self._after_word:
            self.count(start)
        self._after_word = True
        if quoted:
            text, end, _ = self.quoted(start)
            if text.strip():
                self.at = end
                return Word(text, quoted=True)
        return Word(self.bare())

    # Tests.

    def _test(self) -> Node | None:
        start = self.at
        named = self._named()
        if named is None:
            return None
        name, length, op, at = named
        field = self._fields.find(name)
        if field is None:
            raise WrongQuery(start, length, _unknown(name, self._fields))
        self._after_word = False
        self.count(start)
        self.at = at
        if self.ends():
            raise WrongQuery(start, at - start, tr("Something is missing after “{word}”.", word=self.text[start:at]))
        if field.type not in ("number", "day") and op not in _EQUAL:
            reason = tr("“{name}” is no number: it can only be compared with : and =.", name=field.name)
            raise WrongQuery(start, at - start, reason)
        found = (self._list(field, op) if op in _EQUAL else None) or self._compared(field, op)
        return Not(found) if op == "!=" else found

    def _named(self) -> tuple[str, int, str, int] | None:
        """Return a name, its length, the operator behind it and where the value begins; None if this is no test."""
        start, text = self.at, self.text
        if text[start] == '"':
            name, end, closed = self.quoted(start)
            op = OPERATOR.match(text, end) if closed and name.strip() else None
            return (name, end - start, op[0], op.end()) if op else None
        found = NAME.match(text, start)
        if found is None:
            return None
        field, op = self._fields.find(found[0]), OPERATOR.match(text, found.end())
        if op is None:
            blank = _COMPARED.match(text, found.end()) if field and field.type in ("number", "day") else None
            op = OPERATOR.match(text, blank.end()) if blank else None
        if op is None or (field is None and _is_text(found[0], op[0], text[op.end() :])):
            return None
        return found[0], len(found[0]), op[0], op.end()

    def _compared(self, field: Field, op: str) -> Node:
        begin, there = self.at, Condition(field, "=", values.Whether())
        if self.text[begin] == '"':
            text, self.at, _ = self.quoted(begin)
            nothing, something = not text.strip(), False
        else:
            text = self.bare()
            nothing, something = text.lower() == "none", text.lower() == "any"
        if (nothing or something) and op in _EQUAL and field.type != "state":
            return Not(there) if nothing else there
        return self._tested(field, op, text, begin)

    def _tested(self, field: Field, op: str, text: str, begin: int) -> Condition:
        value, reason = values.parse(field, text)
        if value is None:
            raise WrongQuery(begin, max(self.at - begin, 1), reason)
        contains = op == ":" and field.type in ("text", "record")
        return Condition(field, "has" if contains else _MORE_OR_LESS.get(op, "="), value)

    def _list(self, field: Field, op: str) -> Node | None:
        """Take several values in parentheses, if that is what follows."""
        start, found = self.at, _LIST.match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        tests: list[Node] = []
        while not tests or self.text[self.at - 1] == ",":
            tests.append(self._listed(field, op, start, found.end() - start))
            self.at += 1
        return _joined(found[1].lower(), tests)

    def _listed(self, field: Field, op: str, start: int, length: int) -> Condition:
        """Take one of several values, up to what ends it."""
        self.ends()
        begin = self.at
        if not self.over and self.text[begin] == '"':
            text, self.at, _ = self.quoted(begin)
            self.ends()
        else:
            text = self.up_to_comma()
        if self.over:
            raise WrongQuery(start, length, tr("This parenthesis is not closed."))
        if self.text[self.at] not in ",)":
            raise WrongQuery(self.at, 1, tr("Here must be a comma, or the end of the parenthesis."))
        if not text.strip():
            raise WrongQuery(start, self.at + 1 - start, tr("Something is missing between these parentheses."))
        self.count(begin)
        return self._tested(field, op, text.strip(), begin)


def _joined(how: str, tests: Sequence[Node]) -> Node:
    if how == "all":
        return And(tuple(tests))
    return Or(tuple(tests)) if how == "any" else Not(Or(tuple(tests)))


def _is_text(name: str, op: str, rest: str) -> bool:
    """Return whether an unknown name with an operator behind it is more likely a text, such as http://x or C:."""
    if len(name) < 2:
        return True
    return op == ":" and (not rest or rest[0].isspace() or rest[0] in ":/\\)(-'")


def _unknown(name: str, fields: Fields) -> str:
    """Return why a name that is no field means nothing."""
    near = fields.near(name)
    match elsewhere(name):
        case "item":
            return tr("“{name}” can be asked of [items], but not here.", name=name)
        case "customer":
            return tr("“{name}” can be asked of [customers], but not here.", name=name)
        case None if near:
            return tr(
                "There is no field “{name}”. Is “{near}” meant? To look for the text itself, put it in quotes.",
                name=name,
                near=near,
            )
    return tr("There is no field “{name}”. To look for the text itself, put it in quotes.", name=name)
