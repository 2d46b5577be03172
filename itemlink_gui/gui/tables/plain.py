"""Short read-only tables that look like those of records: the history, and what the palette offers."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QTableView

from itemlink_gui.gui.tables.delegate import RowDelegate, row_height


def set_up(view: QTableView, model: QAbstractItemModel, *, compact: bool) -> None:
    """Let a view show a model one row at a time.

    Args:
        view: the table, without a model yet.
        model: what it shows.
        compact: rows of 26 instead of 32 px.
    """
    view.setModel(model)
    rows = RowDelegate(view)
    view.setItemDelegate(rows)
    view.selectionModel().currentRowChanged.connect(rows.move_ring)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(row_height(compact))
