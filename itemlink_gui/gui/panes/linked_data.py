"""What a linked list has for the data of its links: columns as soon as there is something in them, and two buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import theme
from itemlink_gui.gui.tables.linked import LinkedTable, today
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.store import link_rows, link_values


class LinkedData(QObject):
    """Shows a column for the first link that has something in it, and leaves it there; what the user chooses counts.

    Args:
        view: the list.
        table: its model.
    """

    def __init__(self, view: IdTableView, table: LinkedTable) -> None:
        super().__init__(view)
        self._view = view
        self._table = table
        self._chosen: dict[str, bool] = {}
        self._found: set[str] = set()
        self.details = QPushButton(tr("Details…"))
        self.details.setObjectName("linkedDetails")
        self.details.setIcon(theme.icon("pencil"))
        self.end = QPushButton()
        self.end.setObjectName("linkedEnd")
        self.end.setIcon(theme.icon("calendar"))
        self.end.hide()
        table.found.connect(self._on_found)
        table.columns_changed.connect(self._on_columns_changed)
        table.listed.connect(self._ask_for_over)
        view.columns.chosen.connect(self._on_chosen)
        view.selection.changed.connect(self._on_selection_changed)
        self._arrange()
        self._on_selection_changed()

    # The columns.

    def _on_chosen(self, key: str, shown: bool) -> None:
        self._chosen[key] = shown

    def _on_found(self, key: str) -> None:
        if key not in self._found:
            self._found.add(key)
            self._lay()

    def _on_columns_changed(self) -> None:
        self._view.columns.set_up(self._table.first_of_link)
        self._arrange()
        self._lay()

    def _arrange(self) -> None:
        """Put what is said of the link beside the name: whose list it is, this is what one looks for."""
        header, first = self._view.columns, self._table.first_of_link
        names = [column.key for column in self._table.columns]
        place = 1 + ("username" in names)
        for section in range(first, len(names)):
            header.moveSection(header.visualIndex(section), place + section - first)

    def _lay(self) -> None:
        header = self._view.columns
        for section, column in enumerate(self._table.columns[self._table.first_of_link :], self._table.first_of_link):
            # Who makes a field wants to fill it in.
            at_first = column.key in self._found or column.key not in link_values.COLUMNS
            header.setSectionHidden(section, not self._chosen.get(column.key, at_first))
        header.fill(self._view.viewport().width())

    # The buttons.

    def _on_selection_changed(self) -> None:
        self.details.setEnabled(len(self._view.selection) > 0 and not self._table.bridge.read_only)

    def _ask_for_over(self) -> None:
        owner = self._table.owner
        if owner is not None and not self._table.bridge.read_only:
            question = partial(link_rows.over, today(), owner[0], [owner[1]])
            self._table.bridge.read(question, self._on_over, slot=("over", id(self)))

    def _on_over(self, found: list[tuple[int, int]]) -> None:
        self.end.setText(tr("End %n that [is|are] over", n=len(found)))
        self.end.setVisible(bool(found))
