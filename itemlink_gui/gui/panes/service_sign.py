"""The sign in the line at the bottom of the window that programs can reach the file, or why they cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.service import LocalService, why_off


class ServiceSign(QPushButton):
    """Says at which port the local service answers, or that it should and does not; seen only then.

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
        for told in (service.changed, service.failed):
            told.connect(self._show)
        self._show()

    def _show(self) -> None:
        service = self._service
        problem = service.problem if service.state == "off" else None
        self.setVisible(service.state == "on" or problem is not None)
        if problem is not None:
            self.setText(tr("Service off"))
            text = said = why_off(problem)
        else:
            self.setText(tr("Port {port}", port=service.port))
            said = tr("The local service answers on port {port}", port=service.port)
            text = tr("Programs with the token can reach this file at {address}", address=service.address)
        self.setAccessibleName(said)
        texts.set_tooltip(self, text)
        self._tint(warning=problem is not None)

    def _tint(self, *, warning: bool) -> None:
        """Give the icon and the text their colour."""
        if self.property("warning") != warning:
            self.setIcon(theme.icon("plug", warning=warning))
            self.setProperty("warning", warning)
            self.style().unpolish(self)
            self.style().polish(self)
