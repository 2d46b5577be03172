"""What keeps a file safe: its backups, its check, and what helps when it is damaged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from itemlink_gui.gui import dialogs
from itemlink_gui.gui.desk import Desk


class KeepingCommands(QObject):
    """The actions about the safety of the file.

    Args:
        desk: what they act on.
    """

    preview_requested = Signal(object)
    """A path to look at in a window of its own."""
    restore_requested = Signal(object)
    """A backup to put in the place of the file."""
    salvage_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def backups(self) -> None:
        """List the backups of the file."""
        dialog = dialogs.backups.Backups(self._desk.bridge, self._desk.window)
        dialog.preview_requested.connect(self.preview_requested)
        dialog.restore_requested.connect(self.restore_requested)
        dialog.compare_requested.connect(self._on_compare_requested)
        self._show(dialog)

    def check_file(self) -> None:
        """Look through the whole file, and offer to repair what can be repaired."""
        dialog = dialogs.check_file.CheckFile(self._desk.bridge, self._desk.window)
        dialog.backups_requested.connect(self.backups)
        dialog.salvage_requested.connect(self.salvage)
        self._show(dialog)

    def compare(self, others: Sequence[Path]) -> None:
        """Show what differs between the file and others."""
        dialog = dialogs.comparison.ComparisonDialog(self._desk.bridge, others, self._desk.window)
        dialog.preview_requested.connect(self.preview_requested)
        self._show(dialog)

    def salvage(self) -> None:
        """Have what can be read of a damaged file saved in a new one."""
        self.salvage_requested.emit()

    def _on_compare_requested(self, other: Path) -> None:
        self.compare([other])

    def _show(self, dialog: QDialog) -> None:
        dialog.open()
