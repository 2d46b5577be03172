"""Who had an item, or what a customer had, between two days."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme, values
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import mime, plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.store import periods
from itemlink_gui.store.periods import Held

_BEGUN, _OVER, _QUANTITY = 1, 2, 3


class HeldTable(plain.ShortTable[Held]):
    """Links that stood in a period.

    Args:
        kind: of the record whose links they are.
        parent: owns the model.
    """

    def __init__(self, kind: Kind, parent: QObject | None = None) -> None:
        name = tr("[Customer]") if kind == "item" else tr("[Item]")
        super().__init__((name, tr("From"), tr("Until"), tr("Quantity"), tr("Note")), parent)

    def shown(self, row: int) -> tuple[Any, ...]:
        """Return what a row says."""
        held = self.rows[row]
        over = texts.short_day(held.over) if held.over else tr("still")
        return held.name, texts.short_day(held.begun), over, held.quantity, held.note

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        held, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(index.row())[column]
            case Qt.ItemDataRole.ToolTipRole if column in (_BEGUN, _OVER):
                return texts.long_day(held.begun if column == _BEGUN else held.over)
            case Role.MUTED:
                return column == _OVER and not held.over
        return None


class Periods(QDialog):
    """Lists them, anew whenever a day is changed or the file is.

    Args:
        bridge: to the file.
        kind: item or customer.
        record: its id.
        name: what people call it.
        parent: the window.
    """

    def __init__(self, bridge: Bridge, kind: Kind, record: int, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("periods")
        self._bridge = bridge
        self._kind: Kind = kind
        self._record = record
        title = tr("Who had “{name}”?", name=name) if kind == "item" else tr("What had “{name}”?", name=name)
        self.setWindowTitle(title)
        today = QDate.currentDate()
        self.first = self._day(tr("From"), today.addYears(-1))
        self.last = self._day(tr("Until"), today)
        self.found = texts.label(muted=True)
        self.copy = QPushButton(tr("Copy"))
        self.copy.setIcon(theme.icon("copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        self.table = HeldTable(kind, self)
        self.view = QTableView()
        self.view.setAccessibleName(title)
        plain.set_up(self.view, self.table, compact=False)
        self._lay_out()
        bridge.changed.connect(self._on_changed)
        self._ask()

    def _day(self, name: str, day: QDate) -> QDateEdit:
        edit = QDateEdit(day)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat(values.day_pattern())
        edit.setAccessibleName(name)
        edit.dateChanged.connect(self._ask)
        return edit

    def _lay_out(self) -> None:
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate((220, 110, 110, 90)):
            self.view.setColumnWidth(section, width)
        head = QHBoxLayout()
        head.setSpacing(8)
        for edit in (self.first, self.last):
            caption = texts.label(edit.accessibleName(), muted=True)
            caption.setBuddy(edit)
            head.addWidget(caption)
            head.addWidget(edit)
        head.addStretch(1)
        head.addWidget(self.found)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.resize(680, 420)

    def _ask(self, *_day: QDate) -> None:
        # The earlier of the two is the first, whichever was typed where.
        first, last = sorted(date(*edit.date().getDate()) for edit in (self.first, self.last))
        question = partial(periods.held, self._kind, self._record, first, last)
        self._bridge.read(question, self._on_held, slot=("periods", id(self)))

    def _on_held(self, found: list[Held]) -> None:
        self.table.set_rows(found)
        self.copy.setEnabled(bool(found))
        if self._kind == "item":
            self.found.setText(tr("%n [customer|customers]", n=len({one.id for one in found})))
        else:
            self.found.setText(tr("%n [item|items]", n=len({one.id for one in found})))

    def _on_changed(self, change: Change) -> None:
        if change.linked or change.listed:
            self._ask()

    def _on_copy(self) -> None:
        lines = [mime.line(self.table.shown(row)) for row in range(self.table.rowCount())]
        QApplication.clipboard().setText("\n".join(lines))
