"""What steps about places and preferences did, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields
from itemlink_gui.store.models import Preference

Values = Mapping[str, Any]

KINDS = ("promote", "wait", "stop_waiting", "prefer", "prefer.clear", "prefer.note")


def beside(v: Values) -> str:
    """Return what is to be added to the sentence about new links: who found no place, who declined, what is away."""
    parts = []
    if v.get("over"):
        parts.append(tr("%n more than there are places", n=v["over"]))
    if v.get("waiting"):
        parts.append(tr("%n put on the waiting list", n=v["waiting"]))
    if v.get("waited"):
        parts.append(tr("%n [was|were] waiting already", n=v["waited"]))
    if v.get("left"):
        parts.append(tr("%n left out", n=v["left"]))
    if v.get("declined"):
        parts.append(tr("%n had declined this", n=v["declined"]))
    if v.get("away"):
        parts.append(tr("not available today"))
    return "".join(f" · {part}" for part in parts)


def message(kind: str, v: Values, customers: str, items: str) -> str:
    """Return a sentence such as "Ann Lee moved up from the waiting list to Pottery".

    Args:
        kind: one of ``KINDS``.
        v: of the label.
        customers: a name, or a number of them in words.
        items: the same.
    """
    match kind:
        case "promote":
            still = tr(" · %n still waiting", n=v["left"]) if v["left"] else ""
            return tr("{customers} moved up to {items}", customers=customers, items=items) + still
        case "wait":
            return tr("{customers} put on the waiting list of {items}", customers=customers, items=items)
        case "stop_waiting":
            return tr("{customers} taken off the waiting list of {items}", customers=customers, items=items)
        case "prefer":
            said = preference(v["preference"])
            return tr("Preference of {customers} for {items}: {said}", customers=customers, items=items, said=said)
        case "prefer.clear":
            return tr("Preference of {customers} for {items} forgotten", customers=customers, items=items)
    return tr("Note on the preference of {customers} for {items} changed", customers=customers, items=items)


def title(kind: str, v: Values, customers: str, items: str) -> str:
    """Return the name of a step, such as "Move Ann Lee up to Pottery"; as `message`."""
    match kind:
        case "promote":
            return tr("Move {customers} up to {items}", customers=customers, items=items)
        case "wait":
            return tr("Put {customers} on the waiting list of {items}", customers=customers, items=items)
        case "stop_waiting":
            return tr("Take {customers} off the waiting list of {items}", customers=customers, items=items)
        case "prefer":
            said = preference(v["preference"])
            return tr("Preference of {customers} for {items}: {said}", customers=customers, items=items, said=said)
        case "prefer.clear":
            return tr("Forget the preference of {customers} for {items}", customers=customers, items=items)
    return tr("Note on the preference of {customers} for {items}", customers=customers, items=items)


def preference(kind: str) -> str:
    """Return what people call a preference, as it stands in a sentence."""
    return dict(fields.spec(Preference.kind).options).get(kind, kind)
