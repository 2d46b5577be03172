"""Looks through the whole file, tells what was found, and offers what helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import CannotOpen, CannotWrite, ItemLinkError
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import repair
from itemlink_gui.store import check
from itemlink_gui.store.check import Finding

# More of what was repaired is only counted.
MOST_LINES = 6
_SIGN = 20


class FindingTable(plain.ShortTable[Finding]):
    """What was found, and what helps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("What was found"), tr("What helps")), parent)

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            finding = self.rows[index.row()]
            return finding.text if index.column() == 0 else self._help(finding)
        if role == Role.MUTED:
            return index.column() == 1
        return None

    def _help(self, finding: Finding) -> str:
        if not (finding.mend or finding.damage):
            return ""
        return tr("A backup") if is_damaged(self.rows) else tr("Repair")


def is_damaged(findings: Iterable[Finding]) -> bool:
    """Return whether a part of the file is destroyed; nothing of it is repaired then, as that could destroy more."""
    return any(one.damage for one in findings)


class _Sign(QWidget):
    """The sign beside the result, in the colours of the scheme."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIGN, _SIGN)
        self.good = True

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        c = theme.colors(self)
        name, color = ("shield-check", c.good) if self.good else ("triangle-alert", c.warning)
        theme.draw_icon(QPainter(self), name, QRectF(self.rect()), color)


class CheckFile(QDialog):
    """Checks the file at once, and again after a repair.

    Args:
        bridge: to the file.
        parent: the window.
    """

    backups_requested = Signal()
    salvage_requested = Signal()
    """What can be read shall be saved in a new file."""

    def __init__(self, bridge: Bridge, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._slot = ("check", id(self))
        # Whether the repair became a step: not all that is mended does.
        self._undoable = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("checkFile")
        self.setWindowTitle(tr("Check file"))
        self.table = FindingTable(self)
        self.view = QTableView()
        self._sign = _Sign()
        self._title = texts.label(wrap=True)
        self._title.setObjectName("checkTitle")
        self._details = texts.label(muted=True, wrap=True)
        self._details.setObjectName("checkDetails")
        self._repaired = texts.label(wrap=True)
        self._repaired.setObjectName("checkRepaired")
        self._refused = texts.label(wrap=True)
        self._refused.setObjectName("checkRefused")
        self._refused.setProperty("kind", "reason")
        self._progress = QProgressBar()
        self._progress.setObjectName("checkProgress")
        self._progress.setAccessibleName(tr("Checking the file"))
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(8)
        self._repair = self._button("checkRepair", tr("Repair"), self._on_repair)
        self._backups = self._button("checkBackups", tr("Backups…"), self._on_backups)
        self._salvage = self._button("checkSalvage", tr("Save what can be read…"), self._on_salvage)
        self._close = self._button("checkClose", tr("Close"), self.reject)
        self._set_up_view()
        self._lay_out()
        bridge.changed.connect(self._on_changed)
        self._check()

    def _button(self, name: str, text: str, call: Any) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.clicked.connect(call)
        return made

    def _set_up_view(self) -> None:
        view = self.view
        view.setObjectName("checkFindings")
        view.setAccessibleName(tr("What was found"))
        plain.set_up(view, self.table, compact=False)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(1, 120)

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._title, 1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(8)
        head.addLayout(title)
        for part in (self._progress, self._details, self._repaired, self._refused):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self._salvage, self._backups, self._repair, self._close):
            foot.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.view, 1)
        self._column.addStretch(0)
        self._column.addLayout(foot)
        for before, after in pairwise((self.view, self._salvage, self._backups, self._repair, self._close)):
            self.setTabOrder(before, after)
        self.resize(640, 160)

    def _check(self) -> None:
        self._show(tr("Looking through the file…"), tr("Closing this window stops it."), busy=True)
        work = partial(check.check, self._bridge.engine.path)
        self._bridge.aside(work, self._on_checked, self._on_failed, slot=self._slot)

    def _on_checked(self, found: list[Finding]) -> None:
        if not found:
            looked_at = tr(
                "Looked at: every page of the file, both ends of each link, what records are sorted and searched by, "
                "and the history."
            )
            self._show(tr("The file is in order."), looked_at, good=True)
            return
        details = [] if self._repaired.text() else [tr("Nothing was changed.")]
        damaged = is_damaged(found)
        if any(one.mend for one in found) and not damaged:
            reading = tr("This file can only be read: repair a copy of it.")
            mending = tr("Repair makes a backup first and throws nothing away.")
            details.append(reading if self._bridge.read_only else mending)
        if damaged:
            details.append(tr("Go back to a backup, or save what can be read in a new file."))
        self._show(tr("%n problem(s) found.", n=len(found)), " ".join(details), found)

    def _on_failed(self, error: ItemLinkError) -> bool:
        self._show(tr("The file could not be checked."), str(error), damaged=_is_damage(error))
        return True

    def _show(
        self,
        title: str,
        details: str,
        found: Sequence[Finding] = (),
        *,
        busy: bool = False,
        good: bool = False,
        damaged: bool = False,
    ) -> None:
        """Show one state of the dialog, with the buttons that help in it."""
        self._title.setText(title)
        self._details.setText(details)
        self._sign.good = good
        self._sign.setVisible(not busy)
        self._sign.update()
        self._progress.setVisible(busy)
        self.table.set_rows(found)
        self.view.setVisible(bool(found))
        damaged = damaged or is_damaged(found)
        mends = any(one.mend for one in found) and not damaged
        self._repair.setVisible(mends)
        self._repair.setEnabled(not self._bridge.read_only)
        texts.set_tooltip(self._repair, tr("This file can only be read.") if self._bridge.read_only else "")
        self._backups.setVisible(damaged)
        self._salvage.setVisible(damaged)
        helps = self._repair if mends and not self._bridge.read_only else self._backups if damaged else self._close
        helps.setDefault(True)
        helps.setFocus()
        for part in (self._details, self._repaired, self._refused):
            part.setVisible(bool(part.text()))
        if found:
            self.resize(max(self.width(), 720), max(self.height(), 440))
        texts.announce(self, f"{title} {details}")

    def _on_repair(self) -> None:
        self._repair.setEnabled(False)
        self._undoable = False
        self._refused.setText("")
        self._refused.hide()
        self._bridge.run(repair.repair(), self._on_repaired, self._on_not_repaired)

    def _on_changed(self, change: Change) -> None:
        if change.label.kind == "repair" and change.how == "done":
            self._undoable = True

    def _on_repaired(self, done: list[str]) -> None:
        lines = [f"• {line}" for line in done[:MOST_LINES]]
        if len(done) > MOST_LINES:
            lines.append(tr("… and {rest} more", rest=grouped(len(done) - MOST_LINES)))
        if done:
            lines.insert(0, tr("Repaired:"))
        if self._undoable:
            lines.append(tr("Undo takes back what was filled in."))
        self._repaired.setText("\n".join(lines) or tr("There was nothing to repair."))
        self._check()

    def _on_not_repaired(self, error: ItemLinkError) -> bool:
        self._repair.setEnabled(True)
        self._repair.setFocus()
        self._refused.setText(tr("It could not be repaired. {reason}", reason=error))
        self._refused.show()
        return True

    def _on_backups(self) -> None:
        self.accept()
        self.backups_requested.emit()

    def _on_salvage(self) -> None:
        self.accept()
        self.salvage_requested.emit()

    @override
    def done(self, result: int, /) -> None:
        self._bridge.engine.give_up(self._slot)
        super().done(result)


def _is_damage(error: ItemLinkError) -> bool:
    if isinstance(error, CannotOpen):
        return error.damaged
    return isinstance(error, CannotWrite) and error.trouble == "damaged"
