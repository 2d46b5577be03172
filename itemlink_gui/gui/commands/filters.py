"""Filters: using one, saving what stands in a search box, and what the menu of a saved one offers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import theme
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.filter_list import FilterDock
from itemlink_gui.ops import filters
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.filters import Filter


class FilterCommands(QObject):
    """The actions about filters.

    Args:
        desk: what they act on.
        dock: lists the filters.
    """

    def __init__(self, desk: Desk, dock: FilterDock) -> None:
        super().__init__(desk)
        self._desk = desk
        self._dock = dock
        # The search box that was used last.
        self._last: Kind = desk.left.kind
        dock.chosen.connect(self._on_chosen)
        dock.menu_requested.connect(self._on_menu)
        dock.save_requested.connect(self.save_filter)
        for kind, pane in desk.panes.items():
            pane.search.textChanged.connect(partial(self._on_typed, kind))

    def _on_typed(self, kind: Kind, text: str) -> None:
        self._last = kind
        self._dock.mark(kind, text)

    def _on_chosen(self, one: Filter) -> None:
        """Write a filter into its search box; if it stands there, clear the box."""
        search = self._desk.show(one.kind).search
        search.write("" if search.text().strip() == one.query else one.query)

    def save_filter(self) -> None:
        """Keep what stands in the search box that was used last, and let the user give it a name."""
        shown = self._desk.shown()
        used = sorted(shown, key=lambda kind: kind != self._last)
        kind = next((kind for kind in used if shown[kind].search.text().strip()), None)
        if kind is None:
            self._desk.bar.show_message(tr("Type into a search box first what the filter is to find."))
            return
        self._dock.show()
        self._desk.bridge.run(filters.save(kind, shown[kind].search.text()), self._dock.edit_name)

    def _on_menu(self, one: Filter, at: QPoint) -> None:
        menu = QMenu(self._desk.window)
        menu.setObjectName("filterMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        typed = self._desk.panes[one.kind].search.text().strip()
        rename = menu.addAction(theme.icon("pencil"), tr("&Rename"))
        rename.triggered.connect(partial(self._on_rename, one.id))
        replace = self._add(menu, tr("Re&place by the present search"), filters.set_query(one.id, typed), "replace")
        replace.setEnabled(typed not in ("", one.query))
        menu.addSeparator()
        self._add(menu, tr("Move &up"), filters.move(one.id, -1))
        self._add(menu, tr("Move &down"), filters.move(one.id, 1))
        menu.addSeparator()
        self._add(menu, tr("De&lete"), filters.delete(one.id), "trash-2")
        menu.popup(at)

    def _add(self, menu: QMenu, text: str, operation: Operation[None], icon: str = "") -> QAction:
        action = menu.addAction(theme.icon(icon), text) if icon else menu.addAction(text)
        action.triggered.connect(partial(self._on_action, operation))
        return action

    def _on_action(self, operation: Operation[None], _checked: bool = False) -> None:
        self._desk.bridge.run(operation)

    def _on_rename(self, record: int, _checked: bool = False) -> None:
        self._dock.edit_name(record)
