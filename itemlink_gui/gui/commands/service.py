"""The local service: its dialog, its sign, and what is said when it does not start."""

from __future__ import annotations

from PySide6.QtCore import QObject

from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import dialogs
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.service_sign import ServiceSign
from itemlink_gui.gui.service import ForAnotherFile, LocalService, why_off


class ServiceCommands(QObject):
    """The action about the local service.

    Args:
        desk: of the window.
        service: of the file; None where it has none, because it is only looked at.
    """

    def __init__(self, desk: Desk, service: LocalService | None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._service = service
        if service is not None:
            sign = ServiceSign(service)
            sign.clicked.connect(self.local_service)
            desk.bar.put_at_end(sign)
            service.failed.connect(self._on_failed)

    def local_service(self) -> None:
        """Show the local service; where its dialog is open already, bring it to the front."""
        if self._service is not None:
            kind = dialogs.service.ServiceDialog
            dialog = self._desk.window.findChild(kind) or kind(self._service, self._desk.bridge, self._desk.window)
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def _on_failed(self, error: ItemLinkError) -> None:
        # An open dialog says it itself.
        if self._desk.window.findChild(dialogs.service.ServiceDialog) is not None:
            return
        more = (tr("Local service…"), self.local_service)
        if isinstance(error, ForAnotherFile):
            more = (tr("Start for this file"), self._on_start)
        self._desk.bar.show_message(why_off(error), kind="warning", more=more)

    def _on_start(self) -> None:
        if self._service is not None:
            self._service.start(self._service.port)
