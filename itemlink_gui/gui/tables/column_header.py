"""The header of a table of records: columns that are shown, hidden, moved, sorted by, and remembered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QToolTip, QWidget
from typing_extensions import override

from itemlink_gui.gui import text as texts
from itemlink_gui.gui.tables.id_table import IdTable

# The first column gives way to the others down to so many pixels, unless the user chose its width.
_LEAST = 126


class ColumnHeader(QHeaderView):
    """Takes its columns from the model's.

    Args:
        view: the table.
        model: its model.
    """

    chosen = Signal(str, bool)
    """The user showed or hid a column, by its key."""

    def __init__(self, view: QTableView, model: IdTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._table = model
        view.setHorizontalHeader(self)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortIndicatorShown(True)
        self.sortIndicatorChanged.connect(model.sort)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.set_up()
        # The pixels that the first column has beyond its own width because the table has room, or lacks.
        self._slack = 0
        self._filling = False
        self.sectionResized.connect(self._on_resized)
        # A header asks its selection model about every row; an empty one of its own answers at once.
        for header in (self, view.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(model, header))

    def set_up(self, first: int = 0) -> None:
        """Give columns, from a number on, the width with which they start, and hide those that are not shown then."""
        for section, column in enumerate(self._table.columns[first:], first):
            self.resizeSection(section, column.width)
            self.setSectionHidden(section, not column.shown)

    def fill(self, width: int) -> None:
        """Give the first column what the others leave of a table's width, or take back what they need.

        Args:
            width: of the table's inside, in pixels.
        """
        own = self.sectionSize(0) - self._slack
        least = min(_LEAST, own) if own == self._table.columns[0].width else own
        self._slack = max(width - (self.length() - self._slack), least - own)
        self._filling = True
        self.resizeSection(0, own + self._slack)
        self._filling = False

    def _on_resized(self, section: int, _old: int, _new: int) -> None:
        # A width that the user chose is the column's own.
        if section == 0 and not self._filling:
            self._slack = 0

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        """Show the whole of a head that is cut short: the file's own words may be long."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        section = self.logicalIndexAt(event.pos())
        cut = section >= 0 and self.sectionSizeHint(section) > self.sectionSize(section)
        QToolTip.showText(event.globalPos(), texts.tooltip(self._table.columns[section].label) if cut else "", self)
        return True

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu to show and hide columns."""
        menu = QMenu(parent)
        for section, column in enumerate(self._table.columns):
            action = menu.addAction(texts.menu_text(column.label))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(section > 0)
            action.setData(section)
        menu.triggered.connect(self._on_column_toggled)
        return menu

    def _on_menu(self, at: QPoint) -> None:
        menu = self.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))

    def _on_column_toggled(self, action: QAction) -> None:
        self.setSectionHidden(action.data(), not action.isChecked())
        self.fill(self.viewport().width())
        self.chosen.emit(self._table.columns[action.data()].key, action.isChecked())

    def kept(self) -> dict[str, Any]:
        """Return order, widths, visibility and sorting of the columns, as the settings keep it."""
        keys = [column.key for column in self._table.columns]
        order = [keys[self.logicalIndex(place)] for place in range(len(keys))]
        shown = {key: not self.isSectionHidden(section) for section, key in enumerate(keys)}
        # A hidden section has no width of its own to keep.
        widths = {key: self.sectionSize(section) for section, key in enumerate(keys) if shown[key]}
        widths[keys[0]] -= self._slack
        sort = [self._table.listing.sort, self._table.listing.descending]
        return {"order": order, "shown": shown, "widths": widths, "sort": sort}

    def restore(self, state: dict[str, Any]) -> None:
        """Put the columns as they were; what does not fit is left as it is.

        Args:
            state: from `kept`, or anything else that a settings file may hold.
        """
        keys = [column.key for column in self._table.columns]
        order, shown, widths, sort = (state.get(name) for name in ("order", "shown", "widths", "sort"))
        if isinstance(order, list) and sorted(map(str, order)) == sorted(keys):
            for place, key in enumerate(order):
                self.moveSection(self.visualIndex(keys.index(key)), place)
        for section, key in enumerate(keys):
            if section and isinstance(shown, dict) and isinstance(shown.get(key), bool):
                self.setSectionHidden(section, not shown[key])
            if isinstance(widths, dict) and isinstance(widths.get(key), int):
                self.resizeSection(section, min(max(widths[key], 48), 2000))
        if isinstance(sort, list) and len(sort) == 2 and sort[0] in keys:
            order_of = Qt.SortOrder.DescendingOrder if sort[1] is True else Qt.SortOrder.AscendingOrder
            self.setSortIndicator(keys.index(sort[0]), order_of)
