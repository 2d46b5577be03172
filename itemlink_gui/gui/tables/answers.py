"""What the cells of a table of records say: one function for each role, all quick to say None."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from itemlink_gui.gui import place_words
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.labels import values
from itemlink_gui.store import queries
from itemlink_gui.store.columns import typed
from itemlink_gui.store.places import Places

if TYPE_CHECKING:
    from itemlink_gui.gui.tables.id_table import IdTable

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def display(table: IdTable, row: int, column: int) -> Any:
    """Return the text or number of a cell; times short and local."""
    found = table.row(row)
    if found is None:
        return None
    value, shown = found[column], table.columns[column]
    if isinstance(value, Places):
        return place_words.short(value) or None
    if shown.spec is not None and shown.spec.type in ("day", "choice", "yesno"):
        return values.shown(shown.spec, value) if value is not None else None
    return texts.short_date(value) if shown.key.endswith("_at") else value


def edited(table: IdTable, row: int, column: int) -> Any:
    """Return the value that an editor begins with."""
    found = table.row(row)
    if found is None or not table.columns[column].field:
        return None
    if isinstance(found[column], Places):
        return typed(found[column].capacity)
    # A customer without full name is shown by the username, which is no full name to edit.
    return "" if table.columns[column].field == "full_name" and found[0] == found[1] else typed(found[column])


def tooltip(table: IdTable, row: int, column: int) -> Any:
    """Return a time in full, or how an item stands; what is cut short elsewhere the delegate shows."""
    if table.columns[column].key == "capacity":
        return accessible(table, row, column)
    found = table.row(row) if table.columns[column].key.endswith("_at") else None
    return texts.full_date(found[column]) if found else None


def accessible(table: IdTable, row: int, column: int) -> Any:
    """Return in words what is shown by a bar and a colour."""
    found = table.row(row) if table.columns[column].key == "capacity" else None
    return place_words.full(found[column]) if found and found[column] else None


def bar(table: IdTable, row: int, column: int) -> Any:
    """Return how many of its places an item has given away."""
    found = table.row(row) if table.columns[column].key == "capacity" else None
    places = found[column] if found else None
    if not isinstance(places, Places) or places.capacity is None:
        return None
    return min(places.taken / places.capacity, 1.0) if places.capacity else 1.0, places.state


def alignment(table: IdTable, _row: int, column: int) -> Any:
    """Return where the text of a cell stands: numbers at the right."""
    return RIGHT if table.columns[column].numeric else LEFT


def record_id(table: IdTable, row: int, _column: int) -> Any:
    """Return the record's id."""
    return table.id_at(row)


def muted(table: IdTable, _row: int, column: int) -> Any:
    """Return whether a cell is beside the point: all but the name and the numbers."""
    return column > 0 and not table.columns[column].numeric


def initials(table: IdTable, row: int, column: int) -> Any:
    """Return the letters of a customer's disc."""
    found = table.row(row) if column == 0 and table.kind == "customer" else None
    words = found[0].split() if found else []
    return "".join(word[0] for word in dict.fromkeys((*words[:1], *words[-1:]))).upper() or None


def colour(table: IdTable, row: int, column: int) -> Any:
    """Return the colour of an item's category; an empty text keeps room for it where other items have one."""
    found = table.row(row) if column == 0 and table.kind == "item" and table.dotted else None
    return found[len(queries.COLUMNS[table.kind])] if found else None


def pin(table: IdTable, row: int, column: int) -> Any:
    """Return the key that an item is on."""
    return table.pins.get(table.id_at(row)) if column == 0 and table.pins else None


def count(table: IdTable, row: int, column: int) -> Any:
    """Return the number of links."""
    found = table.row(row) if table.columns[column].key == "count" else None
    return found[column] if found else None


def drop_state(table: IdTable, row: int, _column: int) -> Any:
    """Return how many of the dragged records this one is linked to: all, some, none."""
    return table.session.state(table.kind, table.id_at(row))


def badge(table: IdTable, row: int, _column: int) -> Any:
    """Return what a drop would do, on the row that it would land on."""
    return table.session.badge(table.kind, table.id_at(row)) if row == table.target_row else None


def flash(table: IdTable, row: int, _column: int) -> Any:
    """Return how strongly the row lights up."""
    return table.flashing.get(table.id_at(row)) if table.flashing else None


def placeholder(table: IdTable, row: int, _column: int) -> Any:
    """Return whether the row is not here yet."""
    return table.row(row) is None


def apart(table: IdTable, row: int, _column: int) -> Any:
    """Return whether the row is one of so many selected ones that Qt does not hold them."""
    return bool(table.apart) and table.id_at(row) in table.apart


def target(table: IdTable, row: int, _column: int) -> Any:
    """Return whether a drop would land on this row."""
    return row == table.target_row


BY_ROLE: dict[int, Callable[[IdTable, int, int], Any]] = {
    Qt.ItemDataRole.DisplayRole.value: display,
    Qt.ItemDataRole.EditRole.value: edited,
    Qt.ItemDataRole.ToolTipRole.value: tooltip,
    Qt.ItemDataRole.TextAlignmentRole.value: alignment,
    Qt.ItemDataRole.AccessibleTextRole.value: accessible,
    Role.BAR.value: bar,
    Role.ID.value: record_id,
    Role.MUTED.value: muted,
    Role.INITIALS.value: initials,
    Role.COUNT.value: count,
    Role.COLOUR.value: colour,
    Role.PIN.value: pin,
    Role.DROP_STATE.value: drop_state,
    Role.BADGE.value: badge,
    Role.FLASH.value: flash,
    Role.PLACEHOLDER.value: placeholder,
    Role.TARGET.value: target,
    Role.APART.value: apart,
}
