"""Items on the keys 1 to 9: a key adds its item to the selected customers, or removes it from all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.commands.links import LinkCommands
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables.drag import between
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import pinned as operations
from itemlink_gui.store import pinned, queries

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class PinCommands(QObject):
    """The keys and the menu of pinned items.

    Args:
        desk: what they act on.
        linking: adds and removes.
    """

    def __init__(self, desk: Desk, linking: LinkCommands) -> None:
        super().__init__(desk)
        self._desk = desk
        self._linking = linking
        self._pins: Mapping[int, tuple[int, str]] = {}
        desk.panes["customer"].view.installEventFilter(self)
        desk.bridge.changed.connect(self._on_changed)
        desk.with_each_view(self._mark)
        self._ask()

    def _ask(self) -> None:
        self._desk.bridge.read(pinned.listed, self._on_pins, slot=("pinned", id(self)))

    def _on_changed(self, change: Change) -> None:
        if change.wrote("setting", "item"):
            self._ask()

    def _on_pins(self, pins: dict[int, tuple[int, str]]) -> None:
        self._pins = pins
        for view in self._desk.views():
            self._mark(view)

    def _mark(self, view: IdTableView) -> None:
        if view.table.kind == "item":
            view.table.set_pins({item: key for key, (item, _name) in self._pins.items()})

    def fill_menu(self, menu: QMenu) -> None:
        """Fill a menu that puts the current item on a key."""
        menu.clear()
        view = self._desk.view if self._desk.kind == "item" else self._desk.panes["item"].view
        current = view.selection.current()
        own = next((key for key, (item, _name) in self._pins.items() if item == current), 0)
        for key in pinned.KEYS:
            name = texts.menu_text(self._pins[key][1]) if key in self._pins else tr("(free)")
            action = menu.addAction(tr("&{key}  {name}", key=str(key), name=name), partial(self._pin, current, key))
            action.setCheckable(True)
            action.setChecked(key == own)
        menu.addSeparator()
        unpin = menu.addAction(tr("Take it off its key"), partial(self._unpin, current))
        for action in menu.actions():
            action.setEnabled(bool(current) and not self._desk.bridge.read_only)
        unpin.setEnabled(unpin.isEnabled() and bool(own))

    def _pin(self, item: int, key: int) -> None:
        if self._pins.get(key, (0, ""))[0] != item:
            self._desk.bridge.run(operations.pin(item, key))

    def _unpin(self, item: int) -> None:
        self._desk.bridge.run(operations.unpin(item))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            key = event.key() - Qt.Key.Key_0.value
            customers = self._desk.selected("customer")
            if key in self._pins and customers and not self._desk.bridge.read_only:
                if not event.isAutoRepeat():
                    self._press(self._pins[key][0], customers)
                return True
            if key in pinned.KEYS and key not in self._pins:
                before = self._desk.panes["customer"].selection.current()
                # After the table has looked for a name with it.
                QTimer.singleShot(0, self, partial(self._tell_free, key, before))
        return super().eventFilter(watched, event)

    def _tell_free(self, key: int, before: int) -> None:
        """Say what a key is for that has no item, unless it was part of a name that was looked for."""
        pane = self._desk.panes["customer"]
        current = pane.selection.current()
        if current == before and str(key) not in pane.table.name_of(current):
            text = tr("Nothing is on key {key}. Put [items] on keys with Records ▸ Put on a key.", key=str(key))
            self._desk.bar.show_message(text)

    def _press(self, item: int, customers: list[int]) -> None:
        question = partial(queries.linked_counts, "item", customers, "customer")
        self._desk.bridge.read(question, partial(self._on_counted, item, customers), slot=("pressed", id(self)))

    def _on_counted(self, item: int, customers: list[int], linked: dict[int, int]) -> None:
        all_have_it = linked.get(item, 0) == len(customers)
        self._linking.apply(between("unlink" if all_have_it else "link", "customer", customers, "item", [item]))
