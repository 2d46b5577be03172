"""What a query can ask about: the fields of each kind of record, by every name that they go by."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from itemlink_gui.base import words
from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.i18n import mark
from itemlink_gui.store.fold import fold

Type = Literal["text", "number", "day", "record", "state"]
Named = Literal["item", "customer", "company", "category"]


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of links that the user has made, as a query needs it.

    Args:
        id: of the field.
        name: what people call it.
        type: text, number, day, yesno or choice.
    """

    id: int
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a query can ask about.

    Args:
        key: what it is in the program.
        names: what it goes by in a query, the one that is shown first; a name in brackets is a noun of the file.
        type: what it is compared with.
        meaning: what it is about, in few words, marked for translation.
        example: a query with it; nouns of the file in brackets.
        named: the records whose names it is compared with.
        states: the words that may follow, each with what it means, marked for translation.
        own: the field of links that the user has made.
    """

    key: str
    names: tuple[str, ...]
    type: Type
    meaning: str = ""
    example: str = ""
    named: Named | None = None
    states: tuple[tuple[str, str], ...] = ()
    own: OwnField | None = None

    @property
    def name(self) -> str:
        """What it is called in a query, in the words of the file."""
        return spelled(self.names[0])


_LINK = (
    Field("quantity", ("quantity",), "number", mark("how many of it"), "quantity>=2"),
    Field("starts", ("starts",), "day", mark("the day from which it counts"), "starts<=today"),
    Field("ends", ("ends",), "day", mark("its last day"), "ends<30d"),
    Field("ending", ("ending",), "day", mark("its last day, from today on"), "ending<14d"),
    Field("note", ("note",), "text", mark("the note on it"), "note:paid"),
)
_MADE = (
    Field("created", ("created",), "day", mark("the day on which it was made"), "created>=-7d"),
    Field("changed", ("changed",), "day", mark("the day of its last change"), "changed:today"),
)
_OVER = (
    ("ending", mark("ends within 30 days")),
    ("ended", mark("has an end that has passed")),
)
_PLACES = (
    ("full", mark("no place is free")),
    ("over", mark("more are taken than there are places")),
    ("low", mark("fewer are free than the limit for a warning")),
    ("available", mark("can be had today, and a place is free")),
)

# A name that needs no quotation marks.
_PLAIN = re.compile(r"[^\W\d_]\w*(?:-\w+)*")

FIELDS: dict[Kind, tuple[Field, ...]] = {
    "item": (
        Field("name", ("name",), "text", mark("its name"), "name:basic"),
        Field("description", ("description",), "text", mark("its description"), "description:none"),
        Field("count", ("[customers]", "customers", "count"), "number", mark("how many [customers]"), "[customers]>=5"),
        Field("other", ("has", "in", "[customer]", "customer"), "record", mark("who has it"), "has:ann", "customer"),
        Field("username", ("username",), "text", mark("the username of one who has it"), "username=johndoe"),
        Field("category", ("category",), "record", mark("its category"), "category:arts", "category"),
        Field("company", ("company",), "record", mark("the company of one who has it"), "company:acme", "company"),
        Field("is", ("is",), "state", mark("whether it is full or ends soon"), "is:full", states=(*_PLACES, *_OVER)),
        Field("taken", ("taken",), "number", mark("places taken"), "taken>10"),
        Field("free", ("free",), "number", mark("places left"), "free<3"),
        Field("capacity", ("capacity", "places"), "number", mark("places there are"), "capacity:none"),
        Field("waiting", ("waiting",), "number", mark("how many wait for it"), "waiting>0"),
        Field("wants", ("wants",), "record", mark("who wants it"), "wants:any", "customer"),
        Field("favourite", ("favourite",), "record", mark("whose favourite it is"), "favourite:ann", "customer"),
        Field("declined", ("declined",), "record", mark("who declined it"), "declined:any", "customer"),
        Field("from", ("from",), "day", mark("available from"), "from>today"),
        Field("until", ("until",), "day", mark("available until"), "until<30d"),
        *_LINK,
        *_MADE,
    ),
    "customer": (
        Field("name", ("name",), "text", mark("the name"), "name:lee"),
        Field("username", ("username",), "text", mark("the username"), "username=johndoe"),
        Field("email", ("email", "e-mail"), "text", mark("the e-mail address"), "email:example.org"),
        Field("phone", ("phone",), "text", mark("the phone number"), "phone:none"),
        Field("address", ("address",), "text", mark("the address"), "address:street"),
        Field("notes", ("notes",), "text", mark("the notes"), "notes:any"),
        Field("count", ("[items]", "items", "count"), "number", mark("how many [items]"), "[items]>=3"),
        Field("other", ("has", "in", "[item]", "item"), "record", mark("what they have"), "in:any(a, b)", "item"),
        Field("category", ("category",), "record", mark("category of what they have"), "category:arts", "category"),
        Field("company", ("company",), "record", mark("the company"), "company:acme", "company"),
        Field("companies", ("companies",), "number", mark("how many companies"), "companies>1"),
        Field("is", ("is",), "state", mark("whether something of theirs ends soon"), "is:ending", states=_OVER),
        Field("waiting", ("waiting",), "number", mark("how many they wait for"), "waiting>0"),
        Field("wants", ("wants",), "record", mark("what they want"), "wants:maths", "item"),
        Field("favourite", ("favourite",), "record", mark("what they like best"), "favourite:any", "item"),
        Field("declined", ("declined",), "record", mark("what they declined"), "declined:any", "item"),
        *_LINK,
        *_MADE,
    ),
    "company": (
        Field("name", ("name",), "text", mark("its name"), "name:acme"),
        Field("count", ("[customers]", "customers", "count"), "number", mark("how many [customers]"), "[customers]>=5"),
        Field("other", ("has", "in", "[customer]", "customer"), "record", mark("who is in it"), "has:ann", "customer"),
        Field("username", ("username",), "text", mark("the username of one who is in it"), "username=johndoe"),
        *_MADE,
    ),
}  # fmt: skip

_OWN_TYPES: dict[str, Type] = {"number": "number", "day": "day", "yesno": "state"}


def spelled(text: str) -> str:
    """Return a name or an example with the nouns of the file; a name of several words in quotation marks."""
    tokens = words.tokens(words.current())
    for token in ("item", "items", "customer", "customers"):
        noun = tokens[token]
        text = text.replace(f"[{token}]", noun if _PLAIN.fullmatch(noun) else quoted(noun))
    return text


def quoted(text: str) -> str:
    """Return a text as it is written in a query to stand for itself."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


class Fields:
    """The fields of one kind of record in one file.

    Args:
        kind: of the records that are searched.
        own: the fields of links that the user has made; a name that another field has goes to the other one.
    """

    def __init__(self, kind: Kind, own: Sequence[OwnField] = ()) -> None:
        self.kind = kind
        made = (_own(one) for one in own if kind != "company")
        self.all = (*FIELDS[kind], *made)
        self._found = {fold(name): field for field in reversed(self.all) for name in _called(field)}

    def find(self, name: str) -> Field | None:
        """Return the field of a name, however it is written."""
        return self._found.get(fold(name))

    def near(self, name: str) -> str:
        """Return the name of a field that may have been meant, or an empty text."""
        close = difflib.get_close_matches(fold(name), self._found, 1, 0.7)
        return close[0] if close else ""


def elsewhere(name: str) -> Kind | None:
    """Return a kind of records that has a field of this name, or None."""
    known = (kind for kind in KINDS if any(fold(name) in map(fold, _called(field)) for field in FIELDS[kind]))
    return next(known, None)


def _own(own: OwnField) -> Field:
    name = own.name if _PLAIN.fullmatch(own.name) else quoted(own.name)
    states = (("yes", ""), ("no", "")) if own.type == "yesno" else ()
    return Field(f"own_{own.id}", (name,), _OWN_TYPES.get(own.type, "text"), own=own, states=states)


def _called(field: Field) -> Iterator[str]:
    if field.own is not None:
        yield field.own.name
        return
    tokens = words.tokens(words.current())
    for name in field.names:
        yield tokens[name[1:-1]] if name.startswith("[") else name
