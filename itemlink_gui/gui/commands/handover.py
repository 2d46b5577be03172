"""Copying or moving the links of customers to another one, by drop or from the menu; always shown before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import dialogs
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables.drag import Drop


class HandOverCommands(QObject):
    """The action that hands over what customers have.

    Args:
        desk: what it acts on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.panes["customer"].view.table.dropped.connect(self._on_dropped)

    def _on_dropped(self, drop: Drop) -> None:
        if drop.op == "hand_over":
            # A dialog must not open before the drop has returned to the program it came from.
            QTimer.singleShot(0, self, partial(self._show, drop.ids, drop.targets[0]))

    def hand_over(self) -> None:
        """Ask who shall get what the selected customers have."""
        kind, ids = self._desk.subject()
        if kind != "customer":
            ids = self._desk.selected("customer")
        if ids:
            self._show(ids, 0)
        else:
            self._desk.bar.show_message(tr("Select [customers] first."), kind="warning")

    def _show(self, sources: Sequence[int], target: int) -> None:
        words, window = partial(self._desk.words, "customer"), self._desk.window
        dialogs.handover.HandOver(self._desk.bridge, sources, words(sources), target, words([target]), window).open()
