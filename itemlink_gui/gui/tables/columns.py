"""The columns of the tables: what each is called, how wide it starts, and which field is edited in it."""

from __future__ import annotations

from dataclasses import dataclass

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.store import queries
from itemlink_gui.store.models import OTHER


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: as in `queries.COLUMNS`; also what it sorts by.
        label: its heading.
        field: the field that is edited in it; empty if it is not edited in the table.
        width: in pixels, at first.
        shown: whether it is, at first.
    """

    key: str
    label: str
    field: str
    width: int
    shown: bool
    spec: FieldSpec | None = None
    """What values stand in it, where it is a field; of a long text only the beginning does."""

    @property
    def numeric(self) -> bool:
        """Whether numbers stand in it, one under the other."""
        return self.key == "count" or (self.spec is not None and self.spec.type == "number")


_WIDTHS = {
    "name": 160, "username": 104, "email": 176, "phone": 112, "companies": 116, "category": 104, "capacity": 88,
    "description": 170, "count": 92,
}  # fmt: skip
# What is shown at first fits into a window 1366 pixels wide, with the number of links.
_SHOWN = {"name", "username", "email", "companies", "capacity", "count"}
# The name of a customer is the full name, or the username where there is none.
_EDITED_AS = {"customer": {"name": "full_name"}}


def columns(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a table, in their first order."""
    known = {field.name: field for field in fields.specs(kind)}
    heads = {
        "name": tr("Name"),
        "count": labels.plural(OTHER[kind]),
        "companies": labels.plural("company"),
        "category": tr("Category"),
        "created_at": tr("Created"),
        "updated_at": tr("Changed"),
    }
    found = []
    for key in queries.COLUMNS[kind]:
        field = known.get(_EDITED_AS.get(kind, {}).get(key, key))
        label = heads.get(key) or (field.label if field else key)
        # A long text does not fit into a row; it is edited in the inspector.
        edited = field.name if field and not field.multiline else ""
        found.append(Column(key, label, edited, _WIDTHS.get(key, 140), key in _SHOWN, field))
    return tuple(found)
