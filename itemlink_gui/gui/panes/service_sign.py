"""The sign in the line at the bottom of the window that programs can reach the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.service import LocalService


class ServiceSign(QPushButton):
    """Says at which port the local service answers; seen only while it does.

    Args:
        service: of the file.
        parent: the line.
    """

    def __init__(self, service: LocalService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self.setObjectName("serviceSign")
        self.setProperty("kind", "link")
        # A click must not take the keyboard from the table.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(theme.icon("plug"))
        service.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        self.setVisible(self._service.state == "on")
        self.setText(tr("Port {port}", port=self._service.port))
        self.setAccessibleName(tr("The local service answers on port {port}", port=self._service.port))
        texts.set_tooltip(
            self, tr("Programs with the token can reach this file at {address}", address=self._service.address)
        )
