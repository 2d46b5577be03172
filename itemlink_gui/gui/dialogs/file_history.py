"""The history of the whole file, in a window that may stay open beside the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.history_list import HistoryList


class FileHistory(QDialog):
    """Lists all steps of the file.

    Args:
        bridge: to the file.
        parent: the window.
    """

    def __init__(self, bridge: Bridge, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("fileHistory")
        self.setWindowTitle(tr("History"))
        self.list = HistoryList(bridge, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.resize(640, 480)
