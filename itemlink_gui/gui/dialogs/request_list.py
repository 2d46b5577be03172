"""What the local service was asked last, the newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.base.served import Served
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.service import MOST_REQUESTS, Requests
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role

# How often it is looked for new ones while the list is seen: a script may ask hundreds of times a second.
LOOK_MS = 250
_TIME, _METHOD, _PATH, _ANSWER, _TOOK = range(5)
# From this status on a request was refused, or went wrong.
_WRONG = 400
# Pixels: the heading and one row.
_LEAST = 64


class RequestTable(plain.ShortTable[Served]):
    """The last requests.

    Args:
        wrong: how the sign of a request that was refused is coloured, ``#rrggbb``.
        parent: owns it.
    """

    def __init__(self, wrong: str, parent: QObject | None = None) -> None:
        super().__init__((tr("Time"), tr("Method"), tr("Path"), tr("Answer"), tr("ms")), parent)
        self._wrong = wrong
        self.rows: list[Served] = []

    def put_before(self, new: list[Served]) -> None:
        """Put rows before those that are there, of which the oldest go."""
        if not new:
            return
        kept = max(0, MOST_REQUESTS - len(new))
        if kept < len(self.rows):
            self.beginRemoveRows(QModelIndex(), kept, len(self.rows) - 1)
            del self.rows[kept:]
            self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
        self.rows[:0] = new
        self.endInsertRows()

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        request, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(request, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = texts.full_date(request.at) if column == _TIME else str(self._said(request, column))
            return texts.tooltip(whole)
        if role == Role.MUTED:
            return column in (_TIME, _METHOD) or (column == _ANSWER and request.status < _WRONG)
        if role == Role.COLOUR and column == _ANSWER:
            return self._wrong if request.status >= _WRONG else ""
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if section == _TOOK and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def _said(self, request: Served, column: int) -> str | int:
        if column == _TOOK:
            # What took less than one did take time.
            return max(1, round(request.ms))
        answer = f"{request.status} {request.problem}".rstrip()
        return (texts.clock(request.at), request.method, request.path, answer)[column]


class RequestList(QWidget):
    """Lists them under a heading.

    Args:
        requests: where they are remembered.
        parent: the widget it belongs to.
    """

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._seen = 0
        self.table = RequestTable(theme.colors(self).danger.name(), self)
        self.view = QTableView()
        self.view.setObjectName("serviceRequests")
        self.view.setAccessibleName(tr("Last requests"))
        plain.set_up(self.view, self.table, compact=True)
        self.view.setMinimumHeight(_LEAST)
        # It takes what is left, and asks for no more than that.
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_PATH, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_TIME, 90), (_METHOD, 80), (_ANSWER, 220), (_TOOK, 64)):
            self.view.setColumnWidth(column, width)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(8)
        column_.addWidget(texts.label(tr("Last requests"), muted=True))
        column_.addWidget(self.view, 1)

    def look(self) -> None:
        """Show what came since the last look; what is looked at stays where it is."""
        self._seen, new = self._requests.since(self._seen)
        bar = self.view.verticalScrollBar()
        away = bar.value()
        self.table.put_before(new)
        if away:
            bar.setValue(away + len(new))

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.look()
        self._looking.start()

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._looking.stop()
