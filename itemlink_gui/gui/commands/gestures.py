"""What dragging can do beside linking: make a new record; and dragging without a mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables.carry import Carry
from itemlink_gui.gui.tables.drag import Drop
from itemlink_gui.gui.tables.ghost_row import GhostRow
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import by_kind
from itemlink_gui.store import vocabulary
from itemlink_gui.store.vocabulary import Chosen


class GestureCommands(QObject):
    """The actions and drops that are no plain linking.

    Args:
        desk: what they act on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._carry = Carry(self)
        desk.with_each_view(self._listen_to)

    def _listen_to(self, view: IdTableView) -> None:
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
        if drop.op == "create":
            # The drop returns to the program it came from before the keyboard goes elsewhere.
            QTimer.singleShot(0, self, partial(view.ghost.ask, drop))

    def _on_named(self, ghost: GhostRow, drop: Drop, name: str) -> None:
        if drop.onto == "item":
            self._desk.bridge.read(vocabulary.chosen, partial(self._make_item, ghost, drop, name))
        else:
            self._make(ghost, drop, name=name)

    def _make_item(self, ghost: GhostRow, drop: Drop, name: str, chosen: Chosen) -> None:
        self._make(ghost, drop, name=name, capacity_policy=chosen.policy)

    def _make(self, ghost: GhostRow, drop: Drop, **values: str) -> None:
        operation = by_kind.OF[drop.onto].create(**values, **by_kind.linked_ids({drop.kind: drop.ids}))
        self._desk.bridge.run(operation, partial(self._on_created, ghost, drop), partial(self._on_refused, ghost))

    def _on_created(self, ghost: GhostRow, drop: Drop, record: int) -> None:
        ghost.close_editor()
        self._desk.show(drop.onto).reveal(record)

    def _on_refused(self, ghost: GhostRow, error: ItemLinkError) -> bool:
        if not isinstance(error, Invalid):
            return False
        ghost.refuse(error.reason)
        return True
