"""A list that stands beside the links of a record: counted always, but read only while it is seen, up to a limit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import plain

# So many lines are listed; nobody reads more, and each of them costs time whenever something changes.
LISTED = 1000

Number = Callable[[Kind, int], int]
Lines = Callable[[Kind, int, int], Sequence[Any]]


class BesideView(QTableView):
    """The table of such a list, in which several lines can be chosen.

    Args:
        model: what it shows.
    """

    removed = Signal()
    """The key that removes was pressed."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        plain.set_up(self, model, compact=True)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().setHighlightSections(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class BesideList(QWidget):
    """Lines that belong to an item or a customer.

    Args:
        bridge: to the file.
        kind: item or customer: whose list it is.
        number: answers how many lines a record has.
        lines: answers the first lines of a record, as many as the last argument.
        tables: when these are written to, it is read anew.
    """

    counted = Signal(int)
    """How many lines there are, listed or not."""
    read = Signal(object)
    """The lines to show now, and no others."""

    def __init__(self, bridge: Bridge, kind: Kind, number: Number, lines: Lines, tables: Sequence[str]) -> None:
        super().__init__()
        self._bridge = bridge
        self._kind: Kind = kind
        self._record = 0
        self._ask = partial(_answer, number, lines, kind)
        self._tables = tables
        self.number = 0
        """How many lines there are, listed or not."""
        self.more = texts.ElidedLabel(muted=True)
        self.more.setObjectName("besideMore")
        self.more.setContentsMargins(12, 0, 12, 0)
        self.more.setMinimumHeight(self.more.fontMetrics().height() + 8)
        self.more.hide()
        bridge.changed.connect(self._on_changed)

    def show_record(self, record: int) -> None:
        """Show the lines of a record."""
        if record != self._record and not self.isVisible():
            # When it is seen next, it does not show those of another at first.
            self.read.emit([])
        self._record = record
        self._refresh()

    def _refresh(self) -> None:
        question = partial(self._ask, self._record, LISTED if self.isVisible() else None)
        self._bridge.read(question, self._on_answer, slot=("beside", id(self)))

    def _on_answer(self, answer: tuple[int, Sequence[Any] | None]) -> None:
        self.number, lines = answer
        if lines is not None:
            self.read.emit(lines)
            listed, every = grouped(len(lines)), grouped(self.number)
            self.more.setText(tr("The first {listed} of {all} are listed.", listed=listed, all=every))
            self.more.setVisible(self.number > len(lines))
        self.counted.emit(self.number)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._record:
            self._refresh()

    def _on_changed(self, change: Change) -> None:
        if self._record and change.wrote(*self._tables):
            self._refresh()


def _answer(
    number: Number, lines: Lines, kind: Kind, record: int, limit: int | None
) -> tuple[int, Sequence[Any] | None]:
    """Return how many lines there are, and the first of them; None in place of those without a limit."""
    return number(kind, record), lines(kind, record, limit) if limit is not None else None
