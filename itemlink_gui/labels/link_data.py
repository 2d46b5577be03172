"""What steps about the data of links did, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itemlink_gui.base.i18n import tr
from itemlink_gui.labels import values
from itemlink_gui.ops import fields
from itemlink_gui.ops.fields import FieldSpec

Values = Mapping[str, Any]


def data_message(v: Values, customers: str, items: str) -> str:
    """Return a sentence such as "Quantity of 3 customers in Maths 101 set to 2".

    Args:
        v: of the label.
        customers: a name, or a number of them in words.
        items: the same.
    """
    names = _names(v)
    if "value" not in v:
        return tr("{fields} of {customers} in {items} changed", fields=names, customers=customers, items=items)
    if not _said(v):
        return tr("{field} of {customers} in {items} cleared", field=names, customers=customers, items=items)
    return tr(
        "{field} of {customers} in {items} set to {value}",
        field=names,
        customers=customers,
        items=items,
        value=_said(v),
    )


def data_title(v: Values, customers: str, items: str) -> str:
    """Return the name of the step, such as "Set Quantity of 3 customers in Maths 101 to 2"; as `data_message`."""
    names = _names(v)
    if "value" not in v:
        return tr("Change {fields} of {customers} in {items}", fields=names, customers=customers, items=items)
    if not _said(v):
        return tr("Clear {field} of {customers} in {items}", field=names, customers=customers, items=items)
    return tr(
        "Set {field} of {customers} in {items} to {value}",
        field=names,
        customers=customers,
        items=items,
        value=_said(v),
    )


def _names(v: Values) -> str:
    known = {spec.name: spec.label for spec in fields.link_specs()}
    return ", ".join(own or known[name] for name, own in v["fields"])


def _said(v: Values) -> str:
    return values.shown(FieldSpec("", "", v["type"]), v["value"])


def end_message(v: Values) -> str:
    """Return a sentence such as "Ended 3 links of Maths 101 that were over"."""
    if v["name"]:
        return tr("Ended %n link(s) of {name} that [was|were] over", n=v["removed"], name=v["name"])
    return tr("Ended %n link(s) that [was|were] over", n=v["removed"])


def end_title(v: Values) -> str:
    """Return the name of the step, such as "End 3 links of Maths 101 that are over"."""
    if v["name"]:
        return tr("End %n link(s) of {name} that [is|are] over", n=v["removed"], name=v["name"])
    return tr("End %n link(s) that [is|are] over", n=v["removed"])


def field_message(kind: str, v: Values) -> str:
    """Return a sentence such as "Field Badge of links added".

    Args:
        kind: of the step, beginning with ``link_field.``.
        v: of the label.
    """
    match kind:
        case "link_field.add":
            return tr("Field {name} of links added", name=v["name"])
        case "link_field.rename":
            return tr("Field {old} of links is called {name} now", old=v["old"], name=v["name"])
        case "link_field.choices":
            return tr("What can be chosen in field {name} of links changed", name=v["name"])
        case "link_field.delete":
            return tr("Field {name} of links deleted", name=v["name"])
    return tr("Fields of links brought into another order")


def field_title(kind: str, v: Values) -> str:
    """Return the name of the step, such as "Add field Badge"; as `field_message`."""
    match kind:
        case "link_field.add":
            return tr("Add field {name}", name=v["name"])
        case "link_field.rename":
            return tr("Rename field {old} to {name}", old=v["old"], name=v["name"])
        case "link_field.choices":
            return tr("Change what can be chosen in field {name}", name=v["name"])
        case "link_field.delete":
            return tr("Delete field {name}", name=v["name"])
    return tr("Reorder the fields of links")
