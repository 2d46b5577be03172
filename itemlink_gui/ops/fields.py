"""What may stand in a field; the same rule for forms, tables and whatever else writes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import tr
from itemlink_gui.store.models import FIELDS

# One @, something on both sides, a dot-separated domain without empty parts, no white space. What lies beyond that
# only the mail server of the address can tell.
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@.<>()\[\],;:\"]+(\.[^\s@.<>()\[\],;:\"]+)+")

# White space, and the mark of byte order: Qt takes it for one at the beginning of a text, and drops it.
_ENDS = re.compile(r"^[\s\ufeff]+|[\s\ufeff]+$")
# With a byte order that is turned round Qt would turn round the whole text.
_REFUSED = "\u2028\u2029\ufffe"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field as forms and tables need it.

    Args:
        name: as in the models.
        label: what people call it, in the current language.
        limit: most characters.
        required: whether it may not be empty.
        multiline: whether it may have line breaks.
    """

    name: str
    label: str
    limit: int
    required: bool
    multiline: bool


def specs(kind: Kind) -> tuple[FieldSpec, ...]:
    """Return the fields of a record that people edit, in the order in which forms show them."""
    return tuple(
        FieldSpec(field.name, tr(field.verbose_name), field.limit, field.required, field.multiline)
        for field in FIELDS[kind]
    )


def clean(kind: Kind, name: str, value: object) -> str:
    """Return a value as it is stored: normalised to NFC, white space at the ends removed.

    Args:
        kind: item or customer.
        name: of the field.
        value: as typed.

    Raises:
        Invalid: if it may not stand in the field; says why.
    """
    field = next((f for f in FIELDS[kind] if f.name == name), None)
    if field is None:
        raise Invalid(name, tr("There is no such field."))
    if not isinstance(value, str):
        raise Invalid(name, tr("This must be a text."))
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    text = _ENDS.sub("", text)
    _refuse_control(name, text, "\n\t" if field.multiline else "")
    if field.required and not text:
        raise Invalid(name, tr("{field} may not be empty.", field=tr(field.verbose_name)))
    if len(text) > field.limit:
        raise Invalid(
            name, tr("At most {limit} characters; these are {found}.", limit=f"{field.limit:,}", found=f"{len(text):,}")
        )
    if name == "email" and text and not _EMAIL.fullmatch(text):
        raise Invalid(name, tr("An e-mail address looks like name@example.org."))
    return text


def _refuse_control(name: str, text: str, allowed: str) -> None:
    for character in text:
        if character in allowed:
            continue
        if unicodedata.category(character) in ("Cc", "Cs") or character in _REFUSED:
            code = f"U+{ord(character):04X}"
            raise Invalid(name, tr("There is a control character in it ({code}); remove it.", code=code))


def clean_all(kind: Kind, values: Mapping[str, object]) -> dict[str, str]:
    """Return several values as they are stored.

    Raises:
        Invalid: for the first one that may not stand in its field.
    """
    return {name: clean(kind, name, value) for name, value in values.items()}
