"""Waiting lists and preferences: moving up, putting on and taking off a list, and what customers think of items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from itemlink_gui.base.changes import Change, LinkResult
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import room
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.inspector import Page
from itemlink_gui.ops import places, preferences
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import places as stands

# After these nobody is asked whether those who wait shall move up: the step was about them.
_OF_THEM = ("promote", "wait", "stop_waiting")


class PlaceCommands(QObject):
    """The actions about waiting lists.

    Args:
        desk: what they act on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.bridge.changed.connect(self._on_changed)
        desk.inspector.made.connect(self._listen_to)

    def _listen_to(self, page: Page) -> None:
        if page.waiting is not None:
            page.waiting.move_requested.connect(self._promote)
            page.waiting.remove_requested.connect(self._on_remove_requested)

    def _on_changed(self, change: Change) -> None:
        """Offer those who wait a place that has just become free."""
        items = change.ids.get("item", frozenset())
        if change.how not in ("done", "redone") or change.label.kind in _OF_THEM or self._desk.bridge.read_only:
            return
        if change.who == "service":
            # It would stand beside a message of something else.
            return
        if (items is None or items) and change.wrote("item_customer", "waiting", "item.capacity"):
            self._desk.bridge.read(partial(stands.can_move, items), self._on_can_move, slot=("can_move", id(self)))

    def _on_can_move(self, found: Mapping[int, int]) -> None:
        if found:
            text = tr("%n can move up · Move up", n=sum(found.values()))
            self._desk.bar.offer(text, partial(self._promote, list(found)))

    def _promote(self, items: Iterable[int], customers: Iterable[int] | None = None) -> None:
        make = partial(_promotion, list(items), None if customers is None else list(customers))
        room.run(self._desk.bridge, make, ways=("overbook",))

    def _on_remove_requested(self, items: list[int], customers: list[int]) -> None:
        self._desk.bridge.run(places.stop_waiting(items, customers))

    def promote(self) -> None:
        """Give those who wait for the selected items a place, in order."""
        items = _items(self._desk)
        if items:
            self._promote(items)

    def wait(self) -> None:
        """Put the selected customers on the waiting lists of the selected items."""
        pair = _pair(self._desk)
        if pair is not None:
            self._desk.bridge.run(places.wait(*pair), self._on_waiting)

    def _on_waiting(self, result: LinkResult) -> None:
        if not result.waiting:
            self._desk.bar.show_message(tr("Nobody to put on the list: all of them have it or wait already"))


class PreferenceCommands(QObject):
    """The actions about what customers think of items.

    Args:
        desk: what they act on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.inspector.made.connect(self._listen_to)

    def _listen_to(self, page: Page) -> None:
        if page.preferences is not None:
            page.preferences.set_requested.connect(self._set)
            page.preferences.add_requested.connect(self._on_add_requested)
            page.preferences.link_requested.connect(self._link_wanting)

    def link_wanting(self) -> None:
        """Link everyone who wants the current item."""
        items = _items(self._desk)
        if len(items) > 1:
            self._desk.bar.show_message(tr("Select one [item] first."), kind="warning")
        elif items:
            self._link_wanting(items[0])

    def _link_wanting(self, item: int) -> None:
        room.run(self._desk.bridge, partial(_wanting, item), self._on_wanting)

    def _on_wanting(self, result: LinkResult) -> None:
        if result == LinkResult():
            self._desk.bar.show_message(tr("Nobody wants it who does not have it"))

    def prefer_wants(self) -> None:
        """Note that the selected customers want the selected items."""
        self._prefer("wants")

    def prefer_favourite(self) -> None:
        """Note that the selected items are favourites of the selected customers."""
        self._prefer("favourite")

    def prefer_declined(self) -> None:
        """Note that the selected customers declined the selected items."""
        self._prefer("declined")

    def prefer_nothing(self) -> None:
        """Forget the preferences of the selected customers for the selected items."""
        self._prefer("")

    def _prefer(self, kind: str) -> None:
        pair = _pair(self._desk)
        if pair is not None:
            self._set(*pair, kind)

    def _on_add_requested(self, kind: str) -> None:
        """Set a preference between the record in the inspector and those selected on the other side."""
        current = self._desk.inspector.current
        if current is None:
            return
        others = self._desk.selected("customer" if current[0] == "item" else "item")
        if others:
            items, customers = ([current[1]], others) if current[0] == "item" else (others, [current[1]])
            self._set(items, customers, kind)
        elif current[0] == "item":
            self._desk.bar.show_message(tr("Select [customers] first."), kind="warning")
        else:
            self._desk.bar.show_message(tr("Select [items] first."), kind="warning")

    def _set(self, items: list[int], customers: list[int], kind: str) -> None:
        operation = preferences.prefer(items, customers, kind) if kind else preferences.clear(items, customers)
        self._desk.bridge.run(operation, self._on_preferred)

    def _on_preferred(self, changed: int) -> None:
        if not changed:
            self._desk.bar.show_message(tr("Nothing to change: it is so already"))


def _items(desk: Desk) -> list[int]:
    """Return the selected items, or the one whose list has the keyboard."""
    kind, ids = desk.subject()
    items = ids if kind == "item" else desk.selected("item")
    if not items:
        desk.bar.show_message(tr("Select [items] first."), kind="warning")
    return items


def _pair(desk: Desk) -> tuple[list[int], list[int]] | None:
    """Return items and customers: those of a linked list and its owner, or those selected in the two panes."""
    view = desk.view
    owner = view.table.owner
    if owner is not None and {owner[0], view.table.kind} == {"item", "customer"}:
        mine, theirs = [owner[1]], view.selection.ids()
        items, customers = (mine, theirs) if owner[0] == "item" else (theirs, mine)
    else:
        items, customers = desk.selected("item"), desk.selected("customer")
    if items and customers:
        return items, customers
    text = tr("Select [items] on one side and [customers] on the other first.")
    desk.bar.show_message(text, kind="warning")
    return None


def _promotion(items: list[int], customers: list[int] | None, beyond: Beyond) -> Operation[LinkResult]:
    return places.promote(items, customers, beyond="first" if beyond == "policy" else beyond)


def _wanting(item: int, beyond: Beyond) -> Operation[LinkResult]:
    return preferences.link_wanting(item, beyond=beyond)
