"""The backups of the file: what each holds, what was done since, and putting one in the file's place."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine.keeper import BACKUP_SECONDS
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.dialogs.backup_table import BackupTable, BackupView, Row, look
from itemlink_gui.gui.dialogs.comparison import summary
from itemlink_gui.store import backups, compare
from itemlink_gui.store.compare import Comparison


class SinceLine(texts.ElidedLabel):
    """Says exactly what was done since a backup was made.

    Args:
        bridge: to the file.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._slot = ("backup", id(self))
        self._path: Path | None = None
        self.setObjectName("backupsSince")

    def show_backup(self, row: Row | None) -> None:
        """Compare a backup with the file, unless it cannot be read; None for no backup."""
        self._path = row.backup.path if row and row.holds else None
        if self._path is None:
            self.stop()
            self.setText(tr("This backup is damaged and cannot be read.") if row else "")
            return
        self.setText(tr("Comparing…"))
        work = partial(compare.compare, self._bridge.engine.path, self._path, 0)
        then, failed = partial(self._on_compared, self._path), partial(self._on_failed, self._path)
        self._bridge.aside(work, then, failed, slot=self._slot)

    def stop(self) -> None:
        """Give up what is being compared."""
        self._bridge.engine.give_up(self._slot)

    def _on_compared(self, path: Path, found: Comparison) -> None:
        if path == self._path:  # else another one was selected while this answer was on its way
            what = summary(found.counts, since=True)
            self.setText(tr("Since then: {what}", what=what or tr("nothing")))

    def _on_failed(self, path: Path, error: ItemLinkError) -> bool:
        if path == self._path:
            self.setText(tr("It cannot be compared. {reason}", reason=error))
        return True


class Explanation(QWidget):
    """Says when backups are made, which are kept, and where.

    Args:
        folder: where they are, or will be.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        made = tr(
            "A backup is made on opening after a change, after every {minutes} minutes of change, and before anything "
            "that touches much. All of the last {all} days are kept, then one a day for {days} days, one a week for "
            "{weeks} weeks and one a month for {months} months. Restore puts a backup in the place of the file; the "
            "file as it is now is kept beside it.",
            minutes=BACKUP_SECONDS // 60,
            all=backups.KEEP_ALL.days,
            days=backups.DAYS,
            weeks=backups.WEEKS,
            months=backups.MONTHS,
        )
        self.show_folder = QPushButton(tr("Show folder"))
        self.show_folder.setObjectName("backupsShowFolder")
        self.show_folder.setProperty("kind", "link")
        self.show_folder.setAutoDefault(False)
        self.show_folder.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_folder.clicked.connect(self._on_show_folder)
        where = QHBoxLayout()
        where.setSpacing(4)
        where.addWidget(texts.ElidedLabel(str(folder), muted=True, small=True))
        where.addWidget(self.show_folder)
        where.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(texts.label(made, muted=True, small=True, wrap=True))
        column.addLayout(where)

    def _on_show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


class Backups(QDialog):
    """Lists the backups; one is restored with two clicks, the newest with one.

    Args:
        bridge: to the file.
        parent: the window.
    """

    restore_requested = Signal(object)
    """The path of a backup to put in the place of the file."""
    preview_requested = Signal(object)
    """A path to look at in a window of its own."""
    compare_requested = Signal(object)
    """A path whose differences from the file shall be listed."""

    def __init__(self, bridge: Bridge, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._slot = ("backups", id(self))
        # Whether a backup is being made, whether one was and is to be told of, and which was the newest before.
        self._making = self._made = False
        self._before: Path | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("backups")
        self.setWindowTitle(tr("Backups"))
        self.table = BackupTable(bridge.engine.path.stem, self)
        self.view = BackupView(self.table)
        self._pages = QStackedWidget()
        self._said = texts.label(tr("Looking for backups…"), wrap=True)
        self._said.setObjectName("backupsState")
        self._since = SinceLine(bridge)
        self._explanation = Explanation(backups.folder(bridge.engine.file_id))
        self._note = texts.ElidedLabel(muted=True)
        self._note.setObjectName("backupsNote")
        self._back_up = self._button("backupsBackUp", tr("Back up now"), self._on_back_up)
        self._compare = self._button("backupsCompare", tr("Compare…"), self._on_compare)
        self._preview = self._button("backupsPreview", tr("Preview"), self._on_preview)
        self._restore = self._button("backupsRestore", tr("Restore"), self._on_restore)
        self._close = self._button("backupsClose", tr("Close"), self.reject)
        self._lay_out()
        self.view.doubleClicked.connect(self._on_preview)
        self.view.selectionModel().currentRowChanged.connect(self._on_selected)
        bridge.changed.connect(self.refresh)
        bridge.noticed.connect(self._on_noticed)
        self._enable()
        self.refresh()

    def _button(self, name: str, text: str, call: Any) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.clicked.connect(call)
        return made

    def _lay_out(self) -> None:
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setContentsMargins(24, 24, 24, 24)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._said)
        self._pages.setCurrentWidget(self._said)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._back_up)
        foot.addWidget(self._note, 1)
        for button in (self._compare, self._preview, self._restore, self._close):
            foot.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(16, 12, 16, 16)
        below.setSpacing(12)
        below.addWidget(self._since)
        below.addWidget(self._explanation)
        below.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addLayout(below)
        order = (self.view, self._explanation.show_folder, self._back_up, self._compare, self._preview, self._restore)
        for before, after in pairwise((*order, self._close)):
            self.setTabOrder(before, after)
        self.resize(860, 520)

    def refresh(self, *_: object) -> None:
        """List the backups anew, and find out what was done since."""
        self._bridge.read(backups.present, self.table.set_present, slot=self._slot)
        work = partial(look, self._bridge.engine.file_id, self._bridge.engine.path)
        self._bridge.aside(work, self._on_listed, self._on_not_listed, slot=self._slot)

    def _on_listed(self, rows: list[Row]) -> None:
        chosen = None if self._made else self.selected()
        self.table.set_rows(rows)
        paths = [row.backup.path for row in rows]
        if self._made:
            self._made = False
            self._tell_made(paths)
        if not rows:
            self._said.setText(tr("No backups yet. One is made when the file is opened again after a change."))
            self._pages.setCurrentWidget(self._said)
            self._on_selected()
            return
        if self._pages.currentWidget() is not self.view:
            self._pages.setCurrentWidget(self.view)
            self.view.setFocus()
        before, row = self.view.currentIndex().row(), 0
        if chosen and chosen.backup.path in paths:
            row = paths.index(chosen.backup.path)
        self.view.selectRow(row)
        if row == before:  # else the view tells of it
            self._on_selected()

    def _on_not_listed(self, error: ItemLinkError) -> bool:
        self._made = False
        self.table.set_rows([])
        self._said.setText(tr("The backups could not be listed. {reason}", reason=error))
        self._pages.setCurrentWidget(self._said)
        self._on_selected()
        return True

    def selected(self) -> Row | None:
        """Return the backup that is selected."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def _enable(self) -> None:
        row, reading = self.selected(), self._bridge.read_only
        whole = row is not None and row.holds is not None
        self._preview.setEnabled(whole)
        self._compare.setEnabled(whole)
        self._restore.setEnabled(whole and not reading)
        self._back_up.setEnabled(not (reading or self._making))
        self._explanation.show_folder.setEnabled(bool(self.table.rows))
        for button in (self._restore, self._back_up):
            texts.set_tooltip(button, tr("This file can only be read.") if reading else "")
        if not self.table.rows:
            default = self._close if reading else self._back_up
        else:
            default = self._preview if reading else self._restore
        default.setDefault(True)

    def _on_selected(self, *_: object) -> None:
        self._enable()
        self._since.show_backup(self.selected())

    def _on_noticed(self, notice: Notice) -> None:
        if notice.kind == "backed_up":
            self.refresh()

    # The buttons.

    def _on_back_up(self) -> None:
        self._before = self.table.rows[0].backup.path if self.table.rows else None
        self._making = True
        self._enable()
        self._tell(tr("Making a backup…"))
        self._bridge.follow(self._bridge.engine.back_up(), self._on_backed_up, self._on_not_backed_up)

    def _on_backed_up(self, _answer: None) -> None:
        self._making, self._made = False, True
        self.refresh()

    def _tell_made(self, paths: list[Path]) -> None:
        if not paths:
            self._tell(tr("There is nothing in the file to back up yet."))
        elif paths[0] == self._before:
            self._tell(tr("Nothing has changed since the newest backup."))
        else:
            self._tell(tr("A backup was made."))

    def _on_not_backed_up(self, error: ItemLinkError) -> bool:
        self._making = False
        self._enable()
        self._tell(str(error))
        return True

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        texts.announce(self, text)

    def _on_restore(self) -> None:
        row = self.selected()
        if row is not None:
            self.accept()
            self.restore_requested.emit(row.backup.path)

    def _on_preview(self, *_: object) -> None:
        row = self.selected()
        if row is not None and row.holds is not None:
            self.preview_requested.emit(row.backup.path)

    def _on_compare(self) -> None:
        row = self.selected()
        if row is not None:
            self.compare_requested.emit(row.backup.path)

    @override
    def done(self, result: int, /) -> None:
        self._since.stop()
        self._bridge.engine.give_up(self._slot)
        super().done(result)
