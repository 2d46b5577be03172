"""The centre of notifications: what was added and removed, and which items need a look; a click goes there."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui import labels
from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import notifications as verbs
from itemlink_gui.store import notifications
from itemlink_gui.store.notifications import Told

# More than these nobody looks through.
MOST = 200


def kinds() -> dict[str, str]:
    """Return what each kind of notification is called, in the current language."""
    return {
        "added": tr("Added"),
        "removed": tr("Removed"),
        "low": tr("Few places left"),
        "over": tr("Overbooked"),
        "waiting": tr("Waiting list can move up"),
        "ending": tr("Ending soon"),
    }


def wanted(settings: Settings) -> list[str]:
    """Return the kinds that the user wants to be told of."""
    return [kind for kind in notifications.KINDS if settings.get(f"notify_{kind}")]


def sentence(told: Told) -> str:
    """Return what a line of the centre says."""
    if told.label is not None:
        return labels.message(told.label)
    v = told.values
    name = str(v.get("name", ""))
    try:
        match told.kind:
            case "low":
                return tr("{name}: %n place(s) left", n=v["capacity"] - v["taken"], name=name)
            case "over":
                return tr("{name}: %n more than there are places", n=v["taken"] - v["capacity"], name=name)
            case "waiting":
                return tr("{name}: there is room for those who wait", name=name)
            case "ending":
                last = texts.short_day(v["last"])
                return tr("{name}: ends for %n [customer|customers] by {last}", n=v["links"], name=name, last=last)
    except (KeyError, TypeError):
        # Another program was here; which item it is about is still told.
        pass
    return name


class ToldTable(plain.ShortTable[Told]):
    """Lines of the centre, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("What"), tr("When")), parent)

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        told = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return texts.short_date(told.at) if index.column() else self._said(told)
            case Qt.ItemDataRole.AccessibleTextRole if not index.column() and not told.read:
                return tr("{text} (new)", text=self._said(told))
            case Qt.ItemDataRole.ToolTipRole if index.column():
                return texts.full_date(told.at)
            case Role.MUTED:
                return told.read or told.over or index.column() == 1
        return None

    def _said(self, told: Told) -> str:
        return tr("{text} (over)", text=sentence(told)) if told.over else sentence(told)


class NotificationCentre(QDockWidget):
    """Lists notifications, hidden at first.

    Args:
        bridge: to the file.
        settings: of the user.
        parent: the window.
    """

    go_requested = Signal(str, int)
    """Kind and id of a record to go to."""
    arrived = Signal(list)
    """Lines that are new and unread since the last look."""
    counted = Signal(int)
    """How many are unread."""

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Notifications"), parent)
        self.setObjectName("notificationCentre")
        self.setAccessibleName(tr("Notifications"))
        features = QDockWidget.DockWidgetFeature
        self.setFeatures(features.DockWidgetMovable | features.DockWidgetClosable)
        self._bridge = bridge
        self._settings = settings
        self._newest: int | None = None
        self.table = ToldTable(self)
        self.view = QTableView()
        self.view.setObjectName("notificationTable")
        self.view.setAccessibleName(tr("Notifications"))
        plain.set_up(self.view, self.table, compact=True)
        self.filter = QComboBox()
        self.filter.setObjectName("notificationFilter")
        self.filter.setAccessibleName(tr("Which to list"))
        self.read_all = QPushButton(tr("All read"))
        self.read_all.setAccessibleName(tr("Mark all as read"))
        texts.set_tooltip(self.read_all, tr("Mark all as read"))
        self.read_all.setObjectName("notificationsReadAll")
        self._nothing = texts.label(tr("Nothing to tell."), muted=True)
        self._lay_out()
        self.filter.currentIndexChanged.connect(self._show)
        self.read_all.clicked.connect(self._on_read_all)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self._found: list[Told] = []
        bridge.changed.connect(self._on_changed)
        self.hide()

    def _lay_out(self) -> None:
        self.filter.addItem(tr("All"), "")
        self.filter.addItem(tr("Unread"), "unread")
        for kind, name in kinds().items():
            self.filter.addItem(name, kind)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.hide()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QHBoxLayout(self.view.viewport()).addWidget(self._nothing)
        # The button needs its words; the kinds may end in "…".
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setMinimumContentsLength(8)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(8)
        head.addWidget(self.filter, 1)
        head.addWidget(self.read_all)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        inner.setMinimumWidth(320)
        self.setWidget(inner)

    def refresh(self) -> None:
        """Ask for the lines anew."""
        question = partial(_ask, wanted(self._settings))
        self._bridge.read(question, self._on_told, slot=("notifications", id(self)))

    def _on_changed(self, change: Change) -> None:
        if change.wrote("notification"):
            self.refresh()

    def _on_told(self, answer: tuple[list[Told], int]) -> None:
        self._found, unread = answer
        self.counted.emit(unread)
        self.read_all.setEnabled(unread > 0 and not self._bridge.read_only)
        newest = max((told.id for told in self._found), default=0)
        if self._newest is not None:
            new = [told for told in self._found if told.id > (self._newest or 0) and not told.read and not told.over]
            if new:
                self.arrived.emit(new)
        self._newest = newest
        self._show()

    def _show(self, *_: int) -> None:
        chosen = self.filter.currentData()
        shown = [told for told in self._found if not chosen or told.kind == chosen or _is_news(told, chosen)]
        self.table.set_rows(shown)
        self._nothing.setVisible(not shown)

    def _on_read_all(self) -> None:
        self._bridge.run(verbs.mark_read(None))

    def _on_chosen(self, index: QModelIndex) -> None:
        told = self.table.rows[index.row()]
        if not told.read and not self._bridge.read_only:
            self._bridge.run(verbs.mark_read([told.id]))
        if told.item is not None:
            self.go_requested.emit("item", told.item)
        elif told.customer is not None:
            self.go_requested.emit("customer", told.customer)


def _is_news(told: Told, chosen: str) -> bool:
    return chosen == "unread" and not told.read and not told.over


def _ask(wanted_kinds: Collection[str]) -> tuple[list[Told], int]:
    return notifications.told(wanted_kinds, MOST), notifications.unread(wanted_kinds)
