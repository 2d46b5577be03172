"""Which records are selected, also those that a filter hides."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, count

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QTableView

from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.store import queries
from itemlink_gui.store.listings import Listing

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows

# More runs of rows than this are not given to Qt, which looks through all of them for every cell that it paints.
MOST_RUNS = 1_000


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
        # Those that are listed, of which Qt does not know: they stand too scattered.
        self._apart: set[int] = set()
        self._ids: array[int] | None = None
        self._kept: Collection[int] = ()
        self._everything = False
        self._total = 0
        # The list of which all shall be selected when it is here.
        self._all_of: Listing | None = None
        # The record that shall be the current one again when its row is here; 0 for none.
        self._current = 0
        self._row = 0
        self._scrolled = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.changed)
        model.about_to_list.connect(self._on_about_to_list)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_grown)
        model.listed.connect(self._on_listed)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def visible(self) -> array[int]:
        """Return the ids of the selected rows, in their order."""
        if self._ids is None:
            ids, found = self._model.ids, array("q")
            for top, bottom in _held(self._view):
                found.extend(ids[top : bottom + 1])
            if self._apart:
                both = self._apart.union(found)
                found = array("q", [record for record in ids if record in both])
            self._ids = found
        return self._ids

    def ids(self) -> list[int]:
        """Return the ids of all selected records: the rows in their order, then those that a filter hides."""
        return self.packed().tolist()

    def packed(self) -> array[int]:
        """Return the same as `ids`, 8 bytes each: very many are handed on without making a number of each."""
        return self.visible() + array("q", sorted(self._hidden))

    def __len__(self) -> int:
        held = sum(bottom - top + 1 for top, bottom in _held(self._view))
        return held + len(self._apart) + len(self._hidden)

    @property
    def hidden(self) -> int:
        """How many selected records a filter hides; 0 as long as that is not known."""
        return len(self._hidden) if self._model.complete else 0

    def current(self) -> int:
        """Return the id of the current row, or 0."""
        row = self._view.currentIndex().row()
        return self._model.id_at(row) if 0 <= row < self._model.rowCount() else 0

    def drop_hidden(self) -> None:
        """Forget what a filter hides, and what Qt does not know of: a new selection begins."""
        self._current = 0
        if self._hidden or self._apart:
            self._hidden.clear()
            self._set_apart(set())
            self._later.start()

    def take_up(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Let Qt know that a row is selected, before a key or the mouse does something with it."""
        if self._apart and index.isValid() and (record := self._model.id_at(index.row())) in self._apart:
            self._set_apart(self._apart - {record})
            self._view.selectionModel().select(index, _ADD)

    def _set_apart(self, ids: set[int]) -> None:
        self._ids = None
        if ids or self._apart:
            self._apart = self._model.apart = ids
            self._view.viewport().update()

    def select(self, ids: Collection[int], current: int = 0) -> None:
        """Select just these records; those that are not listed count as hidden.

        Args:
            ids: of the records.
            current: the record that gets the current row; 0 for none.
        """
        self._kept, self._everything, self._current = set(ids), False, current
        self._restore()

    def clear(self) -> None:
        """Select nothing."""
        self._hidden.clear()
        self._set_apart(set())
        self._view.clearSelection()
        self._later.start()

    def _on_about_to_list(self) -> None:
        self._kept = self.packed()
        # Then it is known without a look at each whether another list has any that are not selected.
        self._everything = len(self._kept) == self._total > MOST_RUNS
        self._current = _sought(self._view, self._current) or self.current()
        self._row = max(self._view.currentIndex().row(), 0)
        self._scrolled = self._view.verticalScrollBar().value()

    def _on_reset(self) -> None:
        unlinked = self._model.owner is not None and bool(self._kept)
        self._restore()
        if unlinked and not len(self):
            _step_on(self._view, self._row, _SELECT)
        self._view.verticalScrollBar().setValue(self._scrolled if self._model.complete else 0)

    def _on_grown(self) -> None:
        """Take up what the rest of a list has of the selection, once it is here."""
        sought = _sought(self._view, self._current) or self.current()
        if self._hidden or sought != self.current():
            scrolled = self._view.verticalScrollBar().value()
            self._kept, self._everything, self._current = self.ids(), False, sought
            self._restore()
            self._view.verticalScrollBar().setValue(scrolled)

    def wait_for_all(self) -> bool:
        """Return whether the list is still coming: then nothing is selected before all of it is here.

        What is done to the selection meanwhile shall not reach just the few that are listed already.
        """
        self._all_of = None if self._model.complete else self._model.listing
        if self._all_of is not None:
            self.clear()
        return self._all_of is not None

    def _on_listed(self) -> None:
        self._total = self._model.total
        if self._model.complete:
            self._current = 0
        if self._all_of is not None and self._model.complete:
            wanted, self._all_of = self._all_of == self._model.listing and not len(self), None
            if wanted:
                self._view.selectAll()
        # What is not listed is hidden by a filter, or gone.
        if self._hidden and self._model.complete:
            asked = sorted(self._hidden)
            question = partial(queries.known, self._model.kind, asked)
            self._model.bridge.read(question, partial(self._on_known, asked), slot=("hidden", id(self)))

    def _on_known(self, asked: list[int], known: list[int]) -> None:
        gone = set(asked).difference(known)
        self._hidden -= gone
        if gone and not len(self):
            # Not selected: a record that nobody chose must not be what the next key deletes.
            _step_on(self._view, self._row, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._later.start()

    def _restore(self) -> None:
        kept, ids = self._kept, self._model.ids
        self._kept = ()
        rows: Sequence[int] = ()
        if kept and self._everything and ids and max(ids) <= max(kept):
            # New records have higher numbers than all before them.
            rows = range(len(ids))
        elif kept:
            rows = list(compress(count(), map(set(kept).__contains__, ids)))
        selection = QItemSelection()
        runs = list(_runs(rows))
        apart = set[int]()
        if len(runs) > MOST_RUNS:
            apart = {ids[row] for row in rows}
        else:
            last = self._model.columnCount() - 1
            for top, bottom in runs:
                selection.append(QItemSelectionRange(self._model.index(top, 0), self._model.index(bottom, last)))
        self._set_apart(apart)
        # What a record is no longer linked to is not hidden by a filter: it is gone from its list.
        missing = len(kept) > len(rows) and (self._model.owner is None or not self._model.complete)
        self._hidden = set(kept).difference(ids) if missing else set()
        model = self._view.selectionModel()
        row = self._model.row_of(self._current) if self._current else -1
        if row >= 0:
            self._current = 0
            model.setCurrentIndex(self._model.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        self._ids = None
        self._later.start()


def _held(view: QTableView) -> list[tuple[int, int]]:
    """Return first and last row of each run of rows that Qt holds selected; one step, however long it is."""
    return sorted({(run.top(), run.bottom()) for run in view.selectionModel().selection().toList()})


def _step_on(view: QTableView, row: int, command: QItemSelectionModel.SelectionFlag) -> None:
    """Make the row current that took the place of what is gone, so that the keyboard goes on from there."""
    last = view.model().rowCount() - 1
    if last >= 0:
        view.selectionModel().setCurrentIndex(view.model().index(min(row, last), 0), command)


def _sought(view: QTableView, before: int) -> int:
    """Return the record that was current before the list came anew, unless the user has moved since, or 0.

    The first row becomes the current one by itself where the keyboard is in the table.
    """
    return before if view.currentIndex().row() <= 0 else 0


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of rows, which ascend."""
    if isinstance(rows, range):
        if rows:
            yield rows[0], rows[-1]
        return
    start = end = -1
    for row in rows:
        if row != end + 1 or start < 0:
            if start >= 0:
                yield start, end
            start = row
        end = row
    if start >= 0:
        yield start, end
