"""Which records are selected, also those that a filter hides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.store import queries

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Selection(QObject):
    """The selection of a table, kept by id while its list changes.

    Args:
        view: the table; it selects whole rows.
        model: its model.
    """

    changed = Signal()

    def __init__(self, view: QTableView, model: IdTable) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._hidden: set[int] = set()
        self._kept: set[int] = set()
        self._current = 0
        self._row = 0
        self._scrolled = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.changed)
        model.about_to_list.connect(self._on_about_to_list)
        model.modelReset.connect(self._on_reset)
        model.listed.connect(self._on_listed)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _ranges(self) -> Iterator[tuple[int, int]]:
        """Yield first and last row of each run of selected rows; a run is one step however long it is."""
        for run in self._view.selectionModel().selection().toList():
            yield run.top(), run.bottom()

    def visible(self) -> list[int]:
        """Return the ids of the selected rows, in their order."""
        ids = self._model.ids
        return [record for top, bottom in sorted(set(self._ranges())) for record in ids[top : bottom + 1]]

    def ids(self) -> list[int]:
        """Return the ids of all selected records: the rows in their order, then those that a filter hides."""
        return [*self.visible(), *sorted(self._hidden)]

    def __len__(self) -> int:
        return sum(bottom - top + 1 for top, bottom in set(self._ranges())) + len(self._hidden)

    @property
    def hidden(self) -> int:
        """How many selected records a filter hides."""
        return len(self._hidden)

    def current(self) -> int:
        """Return the id of the current row, or 0."""
        row = self._view.currentIndex().row()
        return self._model.id_at(row) if 0 <= row < self._model.rowCount() else 0

    def drop_hidden(self) -> None:
        """Forget what a filter hides: a new selection begins."""
        if self._hidden:
            self._hidden.clear()
            self._later.start()

    def select(self, ids: Collection[int], current: int = 0) -> None:
        """Select just these records; those that are not listed count as hidden.

        Args:
            ids: of the records.
            current: the record that gets the current row; 0 for none.
        """
        self._kept, self._current = set(ids), current
        self._restore()

    def clear(self) -> None:
        """Select nothing."""
        self._hidden.clear()
        self._view.clearSelection()
        self._later.start()

    def _on_about_to_list(self) -> None:
        self._kept = set(self.ids())
        self._current = self.current()
        self._row = max(self._view.currentIndex().row(), 0)
        self._scrolled = self._view.verticalScrollBar().value()

    def _on_reset(self) -> None:
        unlinked = self._model.owner is not None and bool(self._kept)
        self._restore()
        if unlinked:
            self._step_on(_SELECT)
        self._view.verticalScrollBar().setValue(self._scrolled)

    def _on_listed(self) -> None:
        # What is not listed is hidden by a filter, or gone.
        if self._hidden:
            asked = sorted(self._hidden)
            question = partial(queries.known, self._model.kind, asked)
            self._model.bridge.read(question, partial(self._on_known, asked), slot=("hidden", id(self)))

    def _on_known(self, asked: list[int], known: list[int]) -> None:
        gone = set(asked).difference(known)
        self._hidden -= gone
        if gone:
            # Not selected: a record that nobody chose must not be what the next key deletes.
            self._step_on(QItemSelectionModel.SelectionFlag.NoUpdate)
        self._later.start()

    def _step_on(self, command: QItemSelectionModel.SelectionFlag) -> None:
        """Make the row current that took the place of what is gone, so that the keyboard goes on from there."""
        row = min(self._row, self._model.rowCount() - 1)
        if row >= 0 and not len(self):
            self._view.selectionModel().setCurrentIndex(self._model.index(row, 0), command)

    def _restore(self) -> None:
        selection, found = QItemSelection(), set[int]()
        if self._kept:
            found = self._kept.intersection(self._model.ids)
            last = self._model.columnCount() - 1
            for top, bottom in _runs(self._model.ids, found):
                selection.append(QItemSelectionRange(self._model.index(top, 0), self._model.index(bottom, last)))
        # What a record is no longer linked to is not hidden by a filter: it is gone from its list.
        self._hidden = self._kept - found if self._model.owner is None else set()
        model = self._view.selectionModel()
        row = self._model.row_of(self._current) if self._current else -1
        if row >= 0:
            model.setCurrentIndex(self._model.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._kept = set()
        self._later.start()

    def _on_selection_changed(self) -> None:
        self._later.start()


def _runs(ids: Collection[int], wanted: set[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last row of each run of wanted ids."""
    start = -1
    for row, record in enumerate(ids):
        if record in wanted:
            if start < 0:
                start = row
        elif start >= 0:
            yield start, row - 1
            start = -1
    if start >= 0:
        yield start, len(ids) - 1
