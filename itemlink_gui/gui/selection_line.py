"""The right end of the line at the bottom: how much is selected, or what a drop here and now would do."""

from __future__ import annotations

from PySide6.QtCore import QObject

from itemlink_gui import labels
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables.drag import DragSession


class SelectionLine(QObject):
    """Tells it in the message bar.

    Args:
        desk: of the window.
        session: the drag under way in the window.
    """

    def __init__(self, desk: Desk, session: DragSession) -> None:
        super().__init__(desk)
        self._desk = desk
        session.hinted.connect(self._on_hinted)

    def tell(self) -> None:
        """Tell how many records are selected, and how many of them are hidden."""
        told, hidden = [], 0
        for kind, pane in self._desk.shown().items():
            count = len(pane.selection)
            if count > 1 or pane.selection.hidden:
                told.append(tr("{what} selected", what=labels.counted(kind, count)))
            hidden += pane.selection.hidden
        text = " · ".join(told) + (tr(", {hidden} hidden", hidden=grouped(hidden)) if hidden else "")
        self._desk.bar.set_selection(text, hidden)

    def _on_hinted(self, text: str) -> None:
        if text:
            self._desk.bar.set_selection(text, 0)
        else:
            self.tell()
