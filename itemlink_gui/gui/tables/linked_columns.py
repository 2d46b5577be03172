"""Which columns of links a linked list shows: those with something in them, as soon as it is seen, and no others."""

from __future__ import annotations

from PySide6.QtCore import QObject

from itemlink_gui.gui.tables.linked import LinkedTable
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.store import link_values


class LinkedColumns(QObject):
    """Shows a column for the first link that has something in it, and leaves it there; what the user chooses counts.

    Args:
        view: the table.
        table: its model.
    """

    def __init__(self, view: IdTableView, table: LinkedTable) -> None:
        super().__init__(view)
        self._view = view
        self._table = table
        self._chosen: dict[str, bool] = {}
        self._found: set[str] = set()
        table.found.connect(self._on_found)
        table.columns_changed.connect(self._on_columns_changed)
        view.columns.chosen.connect(self._chosen.__setitem__)

    def _on_found(self, key: str) -> None:
        if key not in self._found:
            self._found.add(key)
            self._lay()

    def _on_columns_changed(self) -> None:
        self._view.columns.set_up(self._table.first_of_link)
        self._lay()

    def _lay(self) -> None:
        header = self._view.columns
        for section, column in enumerate(self._table.columns[self._table.first_of_link :], self._table.first_of_link):
            # Who makes a field wants to fill it in.
            at_first = column.key in self._found or column.key not in link_values.COLUMNS
            header.setSectionHidden(section, not self._chosen.get(column.key, at_first))
        header.fill(header.viewport().width())
