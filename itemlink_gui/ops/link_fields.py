"""The data of a link: the fields that every file has, those that the user makes, and what may stand in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast, get_args

from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields
from itemlink_gui.ops.fields import FieldSpec, FieldType, Value
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import link_rows, link_values
from itemlink_gui.store.fold import fold
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.link_rows import OwnField
from itemlink_gui.store.models import LinkField

MOST = 30
"""So many fields a file may have at most."""
MOST_CHOICES = 200
TYPES: tuple[FieldType, ...] = get_args(FieldType)

_NUMBER = 10**12
_TEXT = 1_000


def specs(own: Iterable[OwnField]) -> tuple[FieldSpec, ...]:
    """Return all data of a link in the order in which they are shown.

    Args:
        own: the fields that the user has made, from `link_rows.own_fields`.
    """
    return (*fields.link_specs(), *map(_own_spec, own))


def _own_spec(field: OwnField) -> FieldSpec:
    made = FieldSpec(field.key, field.name, cast(FieldType, field.type))
    match made.type:
        case "number":
            return replace(made, least=-_NUMBER, most=_NUMBER)
        case "choice":
            return replace(made, options=tuple((choice, choice) for choice in field.choices))
        case "text":
            return replace(made, limit=_TEXT)
    return made


def clean(own: Iterable[OwnField], values: Mapping[str, object]) -> dict[str, Value]:
    """Return data of a link, by name, as they are stored; of own fields None, 0 or "" where there is nothing to store.

    Args:
        own: the fields that the user has made.
        values: by the names of `specs`.

    Raises:
        Invalid: for the first value that may not stand in its field; its field is the name.
    """
    known = {spec.name: spec for spec in specs(own)}
    cleaned = {}
    for name, value in values.items():
        if name not in known:
            raise Invalid(name, tr("There is no such field."))
        unset = value in ("", None) and name not in link_values.COLUMNS
        cleaned[name] = None if unset else fields.cleaned(known[name], value)
    refuse_end_before_start(cleaned)
    return cleaned


def clean_called(own: Iterable[OwnField], values: Mapping[str, object]) -> dict[str, Value]:
    """Return values of own fields as `clean` does, for somebody who knows what the fields are called.

    Args:
        own: the fields that the user has made.
        values: by what they are called; yes and no may be True and False.

    Raises:
        Invalid: for the first value that may not stand in its field; its field is what that is called.
    """
    known = {field.name: field for field in own}
    cleaned: dict[str, Value] = {}
    for name, value in values.items():
        if name not in known:
            raise Invalid(name, tr("There is no such field."))
        field = known[name]
        answer = int(value) if isinstance(value, bool) and field.type == "yesno" else value
        try:
            cleaned |= clean([field], {field.key: answer})
        except Invalid as error:
            raise Invalid(name, error.reason) from None
    return cleaned


def refuse_end_before_start(values: Mapping[str, Any], blamed: str = "ends_on") -> None:
    """Make sure that the days of a link are in order.

    Args:
        values: its data; days as ``YYYY-MM-DD``.
        blamed: the field that is named.

    Raises:
        Invalid: if the end lies before the start.
    """
    start, end = values.get("starts_on"), values.get("ends_on")
    if start and end and end < start:
        raise Invalid(blamed, tr("The end may not lie before the start."))


def columns(cleaned: Mapping[str, Value], before: str = "{}") -> dict[str, Any]:
    """Return data of a link by column of ``item_customer``.

    Args:
        cleaned: from `clean`.
        before: the values of own fields that the link has, as they are stored.
    """
    found = {name: value for name, value in cleaned.items() if name in link_values.COLUMNS}
    own = {name.removeprefix("own_"): value for name, value in cleaned.items() if name not in found}
    if own:
        extra = link_values.unpack(before) | own
        # Nothing is stored for "no" either: it is what every link says from the start.
        found["extra"] = link_values.pack({k: v for k, v in extra.items() if k not in own or v not in (None, "", 0)})
    return found


# The fields that the user makes.


def add(name: str, kind: str, choices: Sequence[str] = ()) -> Operation[int]:
    """Make a field, behind the others.

    Args:
        name: what people call it; no other field of links may be called so, whatever the capitals and accents.
        kind: one of `TYPES`; it stays as it is.
        choices: what can be chosen, in that order; for a choice only.

    Returns:
        an operation whose result is the field's id. It raises Invalid.
    """

    def write(journal: Journal) -> int:
        own = link_rows.own_fields()
        if len(own) >= MOST:
            raise Invalid("name", tr("There are %n fields already; that is the most.", n=len(own)))
        cleaned = _clean_name(name, own)
        if kind not in TYPES:
            raise Invalid("type", tr("This is none of the values to choose from."))
        packed = _packed(choices) if kind == "choice" else "[]"
        last = LinkField.select(LinkField.position).order_by(LinkField.position.desc()).limit(1).scalar()
        journal.say(name=cleaned)
        return journal.add(LinkField, name=cleaned, type=kind, choices=packed, position=(last or 0) + 1)

    return Operation("link_field.add", write)


def rename(field: int, name: str) -> Operation[None]:
    """Call a field otherwise.

    Args:
        field: its id.
        name: as with `add`.

    Returns:
        an operation. It raises Invalid.
    """

    def write(journal: Journal) -> None:
        own = link_rows.own_fields()
        old = _known(own, field)
        cleaned = _clean_name(name, [other for other in own if other.id != field])
        journal.say(name=cleaned, old=old.name)
        journal.update(LinkField, field, name=cleaned)

    return Operation("link_field.rename", write)


def set_choices(field: int, choices: Sequence[str], renamed: Mapping[str, str] | None = None) -> Operation[None]:
    """Change what can be chosen; links that have a value that is not offered any more keep it.

    Args:
        field: its id.
        choices: what can be chosen, in that order.
        renamed: choices that are called otherwise now, by what they were called: links that have them follow.

    Returns:
        an operation. It raises Invalid.
    """
    follow = dict(renamed or {})

    def write(journal: Journal) -> None:
        old = _known(link_rows.own_fields(), field)
        if old.type != "choice":
            raise Invalid("choices", tr("There is nothing to choose in this field."))
        packed = _packed(choices)
        journal.say(name=old.name)
        # All values at once, so that two choices may change places.
        pairs = [pair for was in follow for pair in link_rows.having(field, was)]
        if pairs:
            items, customers = zip(*pairs, strict=True)
            journal.set_data(items, customers, ["extra"], lambda data: (_renamed(data[0], field, follow),))
        journal.update(LinkField, field, choices=packed)

    return Operation("link_field.choices", write)


def _renamed(extra: str, field: int, follow: Mapping[str, str]) -> str:
    values = link_values.unpack(extra)
    was = str(values.get(str(field)))
    return link_values.pack(values | {str(field): follow[was]}) if was in follow else extra


def reorder(ids: Sequence[int]) -> Operation[None]:
    """Bring the fields into another order.

    Args:
        ids: all fields in their new order.

    Returns:
        an operation. It raises Invalid if these are not the fields.
    """
    wanted = list(ids)

    def write(journal: Journal) -> None:
        if sorted(wanted) != sorted(field.id for field in link_rows.own_fields()):
            raise _gone()
        for place, field in enumerate(wanted, 1):
            journal.update(LinkField, field, position=place)

    return Operation("link_field.reorder", write)


def delete(field: int) -> Operation[None]:
    """Delete a field. Links keep its values out of sight: undo brings the field back, and them with it.

    Args:
        field: its id.

    Returns:
        an operation. It raises Invalid if there is no such field.
    """

    def write(journal: Journal) -> None:
        journal.say(name=_known(link_rows.own_fields(), field).name)
        journal.remove(LinkField, [field])

    return Operation("link_field.delete", write)


def _known(own: Iterable[OwnField], field: int) -> OwnField:
    for one in own:
        if one.id == field:
            return one
    raise _gone()


def _gone() -> Invalid:
    return Invalid("field", tr("These fields were changed in the meantime. Look at them and try again."))


def _clean_name(name: str, others: Iterable[OwnField]) -> str:
    cleaned = str(fields.cleaned(fields.spec(LinkField.name), name))
    taken = (*(spec.label for spec in specs(others)), *link_values.COLUMNS)
    if fold(cleaned) in map(fold, taken):
        raise Invalid("name", tr("There is a field of this name already."))
    return cleaned


def _packed(choices: Sequence[str]) -> str:
    spec = FieldSpec("choices", tr("A choice"), limit=100, required=True)
    cleaned = [str(fields.cleaned(spec, choice)) for choice in choices]
    if not 1 <= len(cleaned) <= MOST_CHOICES:
        raise Invalid("choices", tr("Give from 1 to {most} values to choose from.", most=MOST_CHOICES))
    if len(set(map(fold, cleaned))) < len(cleaned):
        raise Invalid("choices", tr("Each value may be there once only."))
    return json.dumps(cleaned, ensure_ascii=False)
