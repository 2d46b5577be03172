"""Moving about in the window: panes, search boxes, selection, history."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui import dialogs
from itemlink_gui.gui.desk import Desk


class ViewCommands(QObject):
    """The actions about what is seen.

    Args:
        desk: what they act on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.bar.show_hidden_requested.connect(self._on_show_hidden)
        desk.bar.clear_selection_requested.connect(self._on_clear_hidden)

    def go_items(self) -> None:
        """Give the keyboard to the items."""
        self._go("item")

    def go_companies(self) -> None:
        """Give the keyboard to the companies."""
        self._go("company")

    def go_customers(self) -> None:
        """Give the keyboard to the customers."""
        self._go("customer")

    def _go(self, kind: Kind) -> None:
        self._desk.show(kind).view.enter(Qt.FocusReason.ShortcutFocusReason)

    def go_inspector(self) -> None:
        """Give the keyboard to the records linked to the current one."""
        page = self._desk.inspector.page()
        if page is not None:
            self._desk.inspector.show()
            page.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find_items(self) -> None:
        """Go to the search box of the items."""
        self._find("item")

    def find_customers(self) -> None:
        """Go to the search box of the customers."""
        self._find("customer")

    def find_companies(self) -> None:
        """Go to the search box of the companies."""
        self._find("company")

    def _find(self, kind: Kind) -> None:
        search = self._desk.show(kind).search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def select_all(self) -> None:
        """Select all that is listed in the table that has the keyboard."""
        self._desk.view.selection.drop_hidden()
        self._desk.view.selectAll()

    def clear_selection(self) -> None:
        """Select nothing in the table that has the keyboard."""
        self._desk.view.selection.clear()

    def _on_show_hidden(self) -> None:
        for pane in self._desk.shown().values():
            if pane.selection.hidden:
                pane.show_all()

    def _on_clear_hidden(self) -> None:
        for pane in self._desk.shown().values():
            if pane.selection.hidden:
                pane.selection.clear()

    def history(self) -> None:
        """Show the history of the file; where it is open already, bring it to the front."""
        open_already = self._desk.window.findChild(dialogs.file_history.FileHistory)
        dialog = open_already or dialogs.file_history.FileHistory(self._desk.bridge, self._desk.window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
