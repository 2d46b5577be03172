"""The table of the records linked to one record: behind their own columns stand those of each link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.record_edit import FieldEdit, LinkEdit
from itemlink_gui.gui.tables import answers
from itemlink_gui.gui.tables.columns import Column
from itemlink_gui.gui.tables.drag import DragSession, Owner
from itemlink_gui.gui.tables.id_list import Index
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.lister import Answer, Rows
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.labels import values
from itemlink_gui.ops import link_fields
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.store import link_rows, link_values
from itemlink_gui.store.link_rows import OwnField
from itemlink_gui.store.listings import Listing

_WIDTHS = {"quantity": 88, "starts_on": 110, "ends_on": 140, "note": 180}


def today() -> str:
    """Return the day as links know it."""
    return date.today().isoformat()


class LinkedTable(IdTable):
    """The customers of an item or the items of a customer, with the data of their links.

    Args:
        bridge: to the file.
        kind: what it lists.
        session: the drag under way in this window, shared by its tables.
        parent: owns the model.
    """

    found = Signal(str)
    """A link is listed that has something in a column, by its key."""
    columns_changed = Signal()

    def __init__(self, bridge: Bridge, kind: Kind, session: DragSession, parent: QObject | None = None) -> None:
        super().__init__(bridge, kind, session, parent)
        self.first_of_link = len(self.columns)
        """The number of the first column that belongs to the link."""
        self.own: tuple[OwnField, ...] = ()
        self.specs: tuple[FieldSpec, ...] = ()
        # Whose list the rows at hand are; another one has other data.
        self._of: Owner | None = None
        self._set_columns()
        self._ask_for_fields()

    # The columns.

    def _set_columns(self) -> None:
        self.specs = link_fields.specs(self.own)
        made = [
            # A long text does not fit into a row; it is edited with the other details.
            Column(spec.name, spec.label, "" if spec.multiline else spec.name, _WIDTHS.get(spec.name, 130), False)
            for spec in self.specs
        ]
        self.columns = (*self.columns[: self.first_of_link], *made)

    def _ask_for_fields(self) -> None:
        self.bridge.read(link_rows.own_fields, self._on_fields, slot=("own_fields", id(self)))

    def _on_fields(self, own: tuple[OwnField, ...]) -> None:
        if own == self.own:
            return
        self.about_to_list.emit()
        self.beginResetModel()
        self.own = own
        self._set_columns()
        self._forget_rows()
        self.endResetModel()
        self.columns_changed.emit()

    def spec_of(self, column: int) -> FieldSpec | None:
        """Return the field of a link that stands in a column, or None for a column of the record's own."""
        return self.specs[column - self.first_of_link] if column >= self.first_of_link else None

    def is_long(self, column: int) -> bool:
        """Return whether a column holds texts that are too long to be edited in it."""
        spec = self.spec_of(column)
        return spec is not None and spec.multiline

    # The rows.

    def _forget_rows(self) -> None:
        self._age += 1
        self._rows.clear()
        self._coming.clear()

    @override
    def _on_changed(self, change: Change) -> None:
        super()._on_changed(change)
        if change.wrote("link_field"):
            self._ask_for_fields()

    @override
    def _take(self, answer: Answer) -> None:
        if self._of != self.owner:
            self._of = self.owner
            self._forget_rows()
        super()._take(answer)

    @override
    def _question(self, listing: Listing) -> Callable[[Sequence[int]], Rows]:
        owner = listing.others[0] if listing.others else 0
        return partial(link_rows.rows, self.kind, owner, [field.id for field in self.own])

    @override
    def _keep(self, rows: Rows) -> None:
        super()._keep(rows)
        for place, name in enumerate(link_values.COLUMNS, -len(self.specs)):
            if any(row[place] not in (None, "", 1) for row in rows.values()):
                self.found.emit(name)

    @override
    def edit_of(self, row: int, column: int) -> FieldEdit:
        spec = self.spec_of(column)
        if spec is None:
            return super().edit_of(row, column)
        return LinkEdit(self.bridge, self.kind, self.id_at(row), self._of[1] if self._of else 0, spec)

    # What the cells say.

    def over(self, row: int) -> bool:
        """Return whether the last day of a link has passed."""
        ends = self._value(row, self.first_of_link + link_values.COLUMNS.index("ends_on"))
        return ends not in (None, "") and str(ends) < today()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        spec = self.spec_of(index.column())
        if role == Role.MUTED:
            return self._muted(index, spec)
        if spec is None or role not in _OF_LINK:
            return super().data(index, role)
        return _OF_LINK[role](self, index.row(), index.column(), spec)

    def _muted(self, index: Index, spec: FieldSpec | None) -> bool:
        if self.over(index.row()):
            return True
        if spec is None:
            return bool(super().data(index, Role.MUTED))
        # More than one is what one looks for.
        return spec.name != "quantity" or self._value(index.row(), index.column()) == 1

    def _value(self, row: int, column: int) -> Any:
        """Return a value of a link: they are the last of a row, which may hold more than has a column."""
        found = self.row(row)
        return found[column - len(self.columns)] if found else None

    def _display(self, row: int, column: int, spec: FieldSpec) -> Any:
        value = self._value(row, column)
        if value is None or value == "" or (spec.type == "yesno" and not value):
            return None
        if spec.name == "ends_on" and self.over(row):
            return tr("ended {day}", day=values.shown(spec, value))
        return value if spec.type == "number" and isinstance(value, int) else values.shown(spec, value)

    def _edited(self, row: int, column: int, _spec: FieldSpec) -> Any:
        return self._value(row, column)

    def _alignment(self, _row: int, _column: int, spec: FieldSpec) -> Any:
        return answers.RIGHT if spec.type == "number" else answers.LEFT

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and self.first_of_link <= section < len(self.columns):
            return self._alignment(0, section, self.specs[section - self.first_of_link])
        return super().headerData(section, orientation, role)


_OF_LINK: dict[int, Callable[[LinkedTable, int, int, FieldSpec], Any]] = {
    Qt.ItemDataRole.DisplayRole.value: LinkedTable._display,
    Qt.ItemDataRole.EditRole.value: LinkedTable._edited,
    Qt.ItemDataRole.TextAlignmentRole.value: LinkedTable._alignment,
}
