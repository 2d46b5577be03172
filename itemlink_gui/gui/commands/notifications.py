"""Being told: the centre of notifications, looking ahead for what ends soon, and messages of the desktop."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import dialogs
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.notification_centre import NotificationCentre, sentence
from itemlink_gui.ops import notifications as verbs
from itemlink_gui.store import queries
from itemlink_gui.store.notifications import Told

# How often it is looked for what ends soon: a day begins while the window is open.
LOOK_MS = 60 * 60 * 1000
# After a change of links, when no other follows at once.
SOON_MS = 1_000


class NotificationCommands(QObject):
    """The actions about being told.

    Args:
        desk: what they act on.
        centre: lists what is told.
    """

    counted = Signal(int)
    """How many notifications are unread."""

    def __init__(self, desk: Desk, centre: NotificationCentre) -> None:
        super().__init__(desk)
        self._desk = desk
        self._centre = centre
        self._tray: QSystemTrayIcon | None = None
        centre.go_requested.connect(self._on_go_requested)
        centre.arrived.connect(self._on_arrived)
        centre.counted.connect(self.counted)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look_ahead)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look_ahead)
        desk.bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look for the first time, and from now on now and then."""
        self._centre.refresh()
        if not self._desk.bridge.read_only:
            self.look_ahead()
            self._looking.start()

    def _on_changed(self, change: Change) -> None:
        if self._looking.isActive() and change.wrote("item_customer"):
            self._soon.start()

    def look_ahead(self) -> None:
        """Have links told of that end soon."""
        days = int(self._desk.settings.get("ending_days"))
        self._desk.bridge.run(verbs.look_ahead(date.today(), days))

    def notifications(self) -> None:
        """Show the centre, or hide it."""
        self._centre.setVisible(not self._centre.isVisible())
        if self._centre.isVisible():
            self._centre.view.setFocus()

    def outbox(self) -> None:
        """Write to customers what was added and removed."""
        dialogs.outbox.Outbox(self._desk.bridge, self._desk.window).show()

    def _on_go_requested(self, kind: Kind, record: int) -> None:
        question = partial(queries.known, kind, [record])
        self._desk.bridge.read(question, partial(self._go_to, kind), slot=("go", id(self)))

    def _go_to(self, kind: Kind, there: list[int]) -> None:
        if there:
            self._desk.show(kind).reveal(there[0])
        else:
            self._desk.bar.show_message(tr("It is no longer there."))

    def _on_arrived(self, new: list[Told]) -> None:
        """Tell on the desktop what came while the user is elsewhere."""
        if not self._desk.settings.get("notify_desktop") or self._desk.window.isActiveWindow():
            return
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(QIcon(self._desk.window.windowIcon()), self)
            self._tray.messageClicked.connect(self._desk.window.activateWindow)
            self._tray.show()
        more = tr("\nand %n more", n=len(new) - 1) if len(new) > 1 else ""
        self._tray.showMessage(self._desk.bridge.engine.path.stem, sentence(new[0]) + more, self._tray.icon())
