"""What dragging can do beside linking: move from list to list, make a new record; and all of it without a mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import labels
from itemlink_gui.gui.commands.links import PREVIEW
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables.carry import Carry
from itemlink_gui.gui.tables.drag import Drop
from itemlink_gui.gui.tables.ghost_row import GhostRow
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import by_kind, moves


class GestureCommands(QObject):
    """The actions and drops that are no plain linking.

    Args:
        desk: what they act on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._carry = Carry(self)
        for view in desk.views():
            view.table.dropped.connect(partial(self._on_dropped, view))
            view.ghost.named.connect(partial(self._on_named, view.ghost))

    def pick_up(self) -> None:
        """Pick up what is selected where the keyboard is, to be dropped in the other pane."""
        view, desk = self._desk.view, self._desk
        if not len(view.selection):
            desk.bar.show_message(tr("Select what to pick up first."), kind="warning")
            return
        side = desk.left.kind if view.table.kind == "customer" else "customer"
        self._carry.pick_up(view, desk.panes[side].view)

    def _on_dropped(self, view: IdTableView, drop: Drop) -> None:
        if drop.op == "move":
            # A dialog must not open before the drop has returned to the program it came from.
            QTimer.singleShot(0, self, partial(self._move, drop))
        elif drop.op == "create":
            QTimer.singleShot(0, self, partial(view.ghost.ask, drop))

    def _move(self, drop: Drop) -> None:
        words = self._desk.words
        if len(drop.ids) > PREVIEW:
            ends = (words(drop.onto, ids) for ids in ([drop.source], drop.targets))
            text = tr("{what}?", what=labels.moving(words(drop.kind, drop.ids), *ends))
            if not self._desk.prompts.ask(tr("Move"), text, tr("Move")):
                return
        self._desk.bridge.run(moves.move(drop.kind, drop.ids, drop.onto, drop.source, *drop.targets))

    def _on_named(self, ghost: GhostRow, drop: Drop, name: str) -> None:
        linked = by_kind.linked_ids({drop.kind: drop.ids})
        operation = by_kind.OF[drop.onto].create(name=name, **linked)
        self._desk.bridge.run(operation, partial(self._on_created, ghost, drop), partial(self._on_refused, ghost))

    def _on_created(self, ghost: GhostRow, drop: Drop, record: int) -> None:
        ghost.close_editor()
        self._desk.show(drop.onto).reveal(record)

    def _on_refused(self, ghost: GhostRow, error: ItemLinkError) -> bool:
        if not isinstance(error, Invalid):
            return False
        ghost.refuse(error.reason)
        return True
