"""What the window says after a change or a failure, and the rows that light up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QVariantAnimation

from itemlink_gui import labels
from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.errors import CannotWrite, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import theme
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.standing import Standing

# More rows than this at once do not light up: nobody could follow.
MOST_FLASHING = 200


class News(QObject):
    """Tells changes and failures in the message bar.

    Args:
        desk: of the window.
        standing: tells what is the matter with the file.
    """

    def __init__(self, desk: Desk, standing: Standing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._standing = standing
        self._flashing: dict[Kind, frozenset[int]] = {}
        self._glow = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=theme.MOVE_MS)
        self._glow.valueChanged.connect(self._on_glow)
        desk.bridge.changed.connect(self._on_changed)
        desk.bridge.failed.connect(self._on_failed)
        desk.bridge.given_up.connect(self._on_given_up)
        desk.inspector.not_stored.connect(self._on_not_stored)

    def _on_changed(self, change: Change) -> None:
        if change.how != "outside":
            self._desk.bar.show_message(labels.news(change), undo=change.how == "done")
        if not change.linked or theme.reduced_motion():
            return
        # What glows still from the change before must not stay as it is.
        self._on_glow(0.0)
        self._flashing = {
            kind: ids for kind in self._desk.panes if (ids := change.ids.get(kind)) and len(ids) <= MOST_FLASHING
        }
        if self._flashing:
            self._glow.start()

    def _on_glow(self, strength: float) -> None:
        for kind, ids in self._flashing.items():
            self._desk.panes[kind].table.set_flash(dict.fromkeys(ids, strength) if strength else {})

    def _on_failed(self, error: ItemLinkError) -> None:
        if isinstance(error, CannotWrite):
            self._standing.refused(error)
        else:
            self._desk.bar.show_message(str(error), kind="warning")

    def _on_given_up(self) -> None:
        self._desk.bar.show_message(tr("Cancelled. Nothing was changed."))

    def _on_not_stored(self, label: str, reason: str) -> None:
        self._desk.bar.show_message(tr("{field} was not stored: {reason}", field=label, reason=reason), kind="warning")
