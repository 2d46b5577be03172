"""Values of fields as a table or a sentence shows them."""

from __future__ import annotations

from itemlink_gui.base.i18n import day, grouped, tr
from itemlink_gui.ops.fields import FieldSpec


def shown(field: FieldSpec, value: object) -> str:
    """Return a value as a table or a sentence shows it.

    Args:
        field: where it stands.
        value: as it is stored, or the same as an editor takes it; None and an empty text are nothing.
    """
    text = "" if value is None else str(value)
    match field.type:
        case "number":
            return _number(text)
        case "day":
            return day(text)
        case "yesno":
            return tr("Yes") if text == "1" else tr("No")
        case "choice":
            return dict(field.options).get(text, text)
    return text


def _number(text: str) -> str:
    """Return a number with marks between thousands; what is none as it is."""
    try:
        return grouped(int(text))
    except ValueError:
        return text
