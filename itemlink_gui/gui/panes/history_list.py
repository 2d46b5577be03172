"""The history of the file or of a record: what was done, when, and taking one step back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui import labels
from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import history as verbs
from itemlink_gui.store import history
from itemlink_gui.store.history import StepInfo

# So many steps are listed at first, and so many more each time the end is reached.
CHUNK = 200
_WHEN, _WHAT, _BY = range(3)


class StepTable(plain.ShortTable[StepInfo]):
    """Steps, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("When"), tr("What"), tr("By")), parent)

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (texts.short_date(step.at), self._sentence(step), _by(step))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _WHEN:
            return texts.full_date(step.at)
        if role == Role.MUTED:
            return index.column() != _WHAT or step.state == "undone"
        if role == Role.ID:
            return step.id
        return None

    def _sentence(self, step: StepInfo) -> str:
        told = labels.message(step.label)
        return tr("{step} (undone)", step=told) if step.state == "undone" else told


def _by(step: StepInfo) -> str:
    """Return who did a step; empty for the window."""
    return tr("Local service") if step.who == "service" else ""


class HistoryList(QWidget):
    """Lists steps and takes one back.

    Args:
        bridge: to the file.
        parent: the widget it belongs to.
    """

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._record: tuple[Kind, int] | None = None
        self._limit = CHUNK
        self.table = StepTable(self)
        self.view = QTableView()
        self.view.setObjectName("historyTable")
        self.view.setAccessibleName(tr("History"))
        self._set_up_view()
        self.take_back = QPushButton(tr("Take back this step"))
        self.take_back.setObjectName("takeBack")
        self.take_back.setAutoDefault(False)
        self.take_back.setIcon(theme.icon("undo-2"))
        self.take_back.clicked.connect(self._on_take_back)
        self._refused = texts.ElidedLabel()
        self._refused.setObjectName("takeBackRefused")
        self._refused.setProperty("kind", "reason")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self.take_back)
        foot.addWidget(self._refused, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(foot)
        column.addWidget(self.view, 1)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.modelReset.connect(self._on_selected)
        bridge.changed.connect(self._on_changed)
        self._on_selected()

    def _set_up_view(self) -> None:
        view = self.view
        plain.set_up(view, self.table, compact=True)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.horizontalHeader().setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(_WHEN, 140)
        view.setColumnWidth(_BY, 140)
        view.setColumnHidden(_BY, True)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_record(self, kind: Kind, record: int) -> None:
        """List the steps that touched a record."""
        if self._record != (kind, record):
            self._record, self._limit = (kind, record), CHUNK
        self.refresh()

    def refresh(self) -> None:
        """Ask for the steps anew, if they can be seen."""
        if not self.isVisible():
            return
        if self._record is None:
            question = partial(history.steps, self._limit)
        else:
            question = partial(history.record_steps, *self._record, self._limit)
        self._bridge.read(question, self._on_steps, slot=("history", id(self)))

    def _on_steps(self, steps: list[StepInfo]) -> None:
        chosen, scrolled = self._selected(), self.view.verticalScrollBar().value()
        self.table.set_rows(steps)
        # Where all was done in the window it need not be said.
        self.view.setColumnHidden(_BY, not any(map(_by, steps)))
        for row, step in enumerate(steps):
            if chosen is not None and step.id == chosen.id:
                self.view.selectRow(row)
        self.view.verticalScrollBar().setValue(scrolled)

    @override
    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.refresh()

    def _on_changed(self, _change: Change) -> None:
        self.refresh()

    def _on_scrolled(self, value: int) -> None:
        if value == self.view.verticalScrollBar().maximum() and self.table.rowCount() == self._limit:
            self._limit += CHUNK
            self.refresh()

    def _selected(self) -> StepInfo | None:
        rows = self.view.selectionModel().selectedRows()
        return self.table.rows[rows[0].row()] if rows else None

    def _on_selected(self) -> None:
        step = self._selected()
        self.take_back.setEnabled(step is not None and step.state == "done" and not self._bridge.read_only)

    def _on_take_back(self) -> None:
        step = self._selected()
        if step is not None:
            self._refused.setText("")
            self._bridge.run(verbs.revert(step.id), failed=self._on_refused)

    def _on_refused(self, error: ItemLinkError) -> bool:
        # Here, where the button is: the message bar may be behind this window.
        self._refused.setText(str(error))
        return True
