"""What may stand in a field; the same rule for forms, tables and whatever else writes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.store.columns import Choice, Day, Edited, Number, YesNo
from itemlink_gui.store.models import FIELDS, LINK_FIELDS

# One @, something on both sides, a dot-separated domain without empty parts, no white space. What lies beyond that
# only the mail server of the address can tell.
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@.<>()\[\],;:\"]+(\.[^\s@.<>()\[\],;:\"]+)+")

Value = str | int | None
FieldType = Literal["text", "number", "day", "yesno", "choice"]

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# White space, and the mark of byte order: Qt takes it for one at the beginning of a text, and drops it. A pattern would
# look at white space in the middle again from each of its characters.
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff"
# Composed, a text has no less than the fourth part of its characters.
_COMPOSED = 4
# To put marks in their order takes the square of their number.
_MOST_MARKS = 1_000
# With a byte order that is turned round Qt would turn round the whole text.
_REFUSED = "\u2028\u2029\ufffe"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field as forms and tables need it.

    Args:
        name: as in the models.
        label: what people call it, in the current language.
        type: what kind of values it has.
        limit: most characters of a text.
        required: whether it may not be empty.
        multiline: whether it may have line breaks.
        least: smallest number.
        most: largest number.
        options: of a choice: the values as stored, each with what people call it.
    """

    name: str
    label: str
    type: FieldType = "text"
    limit: int = 0
    required: bool = False
    multiline: bool = False
    least: int = 0
    most: int = 0
    options: tuple[tuple[str, str], ...] = ()


def spec(field: Edited) -> FieldSpec:
    """Return a field of a model as forms and tables need it."""
    label = tr(field.verbose_name)
    match field:
        case Number():
            return FieldSpec(field.name, label, "number", required=field.required, least=field.least, most=field.most)
        case Day():
            return FieldSpec(field.name, label, "day")
        case YesNo():
            return FieldSpec(field.name, label, "yesno", required=True)
        case Choice():
            options = tuple((value, tr(said)) for value, said in field.options)
            return FieldSpec(field.name, label, "choice", required=True, options=options)
    return FieldSpec(field.name, label, limit=field.limit, required=field.required, multiline=field.multiline)


def specs(kind: Kind) -> tuple[FieldSpec, ...]:
    """Return the fields of a record that people edit, in the order in which forms show them."""
    return tuple(map(spec, FIELDS[kind]))


def link_specs() -> tuple[FieldSpec, ...]:
    """Return the data of a link that every file has, in the order in which they are shown."""
    return tuple(map(spec, LINK_FIELDS))


def clean(kind: Kind, name: str, value: object) -> Value:
    """Return a value of a record as it is stored; see `cleaned`.

    Args:
        kind: of the record.
        name: of the field.
        value: as typed.

    Raises:
        Invalid: if it may not stand in the field; says why.
    """
    field = next((f for f in FIELDS[kind] if f.name == name), None)
    if field is None:
        raise Invalid(name, tr("There is no such field."))
    return cleaned(spec(field), value)


def cleaned(field: FieldSpec, value: object) -> Value:
    """Return a value as it is stored.

    Args:
        field: where it is to stand.
        value: a text as typed (a day as ``YYYY-MM-DD``, an answer as 0 or 1), or already what is stored.

    Returns:
        a text (normalised to NFC, white space at the ends removed), a day or a choice as text; a whole number; 0 or 1
        for an answer; None for a number or a day that is left empty.

    Raises:
        Invalid: if it may not stand in the field; says why.
    """
    match field.type:
        case "number":
            return _number(field, value)
        case "day":
            return _day(field, value)
        case "yesno":
            if str(value) not in ("0", "1"):
                raise Invalid(field.name, tr("This must be yes or no."))
            return int(str(value))
        case "choice":
            return _choice(field, value)
    return _text(field, value)


def _number(field: FieldSpec, value: object) -> int | None:
    text = str(value).strip() if isinstance(value, str) or type(value) is int else "?" if value is not None else ""
    if not text:
        if field.required:
            raise Invalid(field.name, tr("{field} may not be empty.", field=field.label))
        return None
    if not _NUMBER.fullmatch(text):
        raise Invalid(field.name, tr("This must be a whole number."))
    number = int(text)
    if not field.least <= number <= field.most:
        raise Invalid(
            field.name,
            tr("This must be a number from {least} to {most}.", least=grouped(field.least), most=grouped(field.most)),
        )
    return number


def _day(field: FieldSpec, value: object) -> str | None:
    text = value.strip() if isinstance(value, str) else "?" if value is not None else ""
    if not text:
        if field.required:
            raise Invalid(field.name, tr("{field} may not be empty.", field=field.label))
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Invalid(field.name, tr("There is no such day. Write it like 2026-01-31.")) from None


def _choice(field: FieldSpec, value: object) -> str:
    if value == "" and not field.required:
        return ""
    options = [stored for stored, _ in field.options]
    if value not in options:
        # Only programs can say anything else: they need the values as they are stored.
        raise Invalid(field.name, tr("This must be one of: {values}.", values=", ".join(options)))
    return str(value)


def _text(field: FieldSpec, value: object) -> str:
    name = field.name
    if not isinstance(value, str):
        raise Invalid(name, tr("This must be a text."))
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip(_BLANK)
    _refuse_long(field, text, _COMPOSED * field.limit)
    if not text.isascii():
        _refuse_piles(name, text)
        text = unicodedata.normalize("NFC", text)
    _refuse_control(name, text, "\n\t" if field.multiline else "")
    if field.required and not text:
        raise Invalid(name, tr("{field} may not be empty.", field=field.label))
    _refuse_long(field, text, field.limit)
    if name == "email" and text and not _EMAIL.fullmatch(text):
        raise Invalid(name, tr("An e-mail address looks like name@example.org."))
    return text


def _refuse_long(field: FieldSpec, text: str, most: int) -> None:
    if len(text) > most:
        raise Invalid(
            field.name,
            tr("At most {limit} characters; these are {found}.", limit=grouped(field.limit), found=grouped(len(text))),
        )


def _refuse_piles(name: str, text: str) -> None:
    pile = 0
    for character in text:
        pile = pile + 1 if unicodedata.combining(character) else 0
        if pile > _MOST_MARKS:
            most = grouped(_MOST_MARKS)
            raise Invalid(name, tr("There are more than {most} accents on one letter; remove some.", most=most))


def _refuse_control(name: str, text: str, allowed: str) -> None:
    for character in text:
        if character in allowed:
            continue
        if unicodedata.category(character) in ("Cc", "Cs") or character in _REFUSED:
            code = f"U+{ord(character):04X}"
            raise Invalid(name, tr("There is a control character in it ({code}); remove it.", code=code))


def clean_all(kind: Kind, values: Mapping[str, object]) -> dict[str, Value]:
    """Return several values as they are stored.

    Raises:
        Invalid: for the first one that may not stand in its field.
    """
    return {name: clean(kind, name, value) for name, value in values.items()}
