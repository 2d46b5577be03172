"""The words of the open file: used from the start, and the window is made anew when they change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from itemlink_gui.base import words
from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.panes.inspector import Inspector
from itemlink_gui.gui.panes.table_pane import TablePane
from itemlink_gui.gui.tables.drag import Owner
from itemlink_gui.store import vocabulary
from itemlink_gui.store.vocabulary import Chosen

# How often it is looked whether the user is done with a dialog, a menu or a drag.
LOOK_MS = 150


class FileWords(QObject):
    """Follows the words of a file.

    Args:
        bridge: to the file.
        parent: owns it.
    """

    due = Signal()
    """Other words are in use now: the window shall be made anew."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.news: Change | None = None
        """What brought the words, to be told by the new window."""
        self._wanted: Chosen | None = None
        self._later = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._later.timeout.connect(self._renew)
        self.window: MainWindow | None = None
        try:
            words.use(bridge.engine.read(vocabulary.chosen).result().words)
        except ItemLinkError:
            # Held by another program: the bridge asks until it is not.
            words.use(None)
            self._ask()
        bridge.changed.connect(self._on_changed)

    def _ask(self) -> None:
        self._bridge.read(vocabulary.chosen, self._on_chosen, slot="vocabulary")

    def _on_changed(self, change: Change) -> None:
        if change.wrote("setting"):
            self.news = change
            self._ask()
        elif self._wanted is not None:
            self._renew()

    def _on_chosen(self, chosen: Chosen) -> None:
        self._wanted = chosen if chosen.words != words.current() else None
        self._renew()

    def _renew(self) -> None:
        """Ask for another window once nothing is lost with this one: not what is typed, nor a dialog or a drag."""
        if self._wanted is None or self.window is None:
            return
        if self._in_use(self.window):
            self._later.start()
        else:
            self.window.leaving.store_then(self._use)

    def _in_use(self, window: MainWindow) -> bool:
        dialogs = any(dialog.isVisible() for dialog in window.findChildren(QDialog))
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton or window.session.kind is not None
        return dialogs or held or QApplication.activePopupWidget() is not None

    def _use(self) -> None:
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            words.use(wanted.words)
            self.due.emit()


def carry_over(old: MainWindow, new: MainWindow) -> None:
    """Let a window go on where another over the same file stands: what is looked for, selected and inspected."""
    new.resize(old.size())
    used = old.desk.view.table
    # The keyboard stays in its pane: what is current there is what the inspector follows.
    pane_used = used.owner[0] if used.owner else used.kind
    new.panes[pane_used].view.setFocus()
    for kind, pane in new.panes.items():
        before = old.panes[kind]
        pane.search.setText(before.search.text())
        inspected = old.inspector.current if kind == pane_used else None
        again = partial(_select, pane, before.selection.ids(), before.selection.current(), new.inspector, inspected)
        # Before there are rows, none of them can be the current one.
        pane.table.listed.connect(again, Qt.ConnectionType.SingleShotConnection)


def _select(pane: TablePane, ids: list[int], current: int, inspector: Inspector, inspected: Owner | None) -> None:
    pane.selection.select(ids, current or next(iter(ids), 0))
    shown = pane.selection.current()
    if inspected is not None:
        inspector.show_record(*((pane.kind, shown) if shown else inspected))
