"""What the window says after a change or a failure, and the rows that light up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QVariantAnimation

from itemlink_gui import labels
from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.errors import CannotWrite, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import theme
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.standing import Standing

# More rows than this at once do not light up: nobody could follow.
MOST_FLASHING = 200
# What scripts do is told when they have done nothing more for so long.
QUIET_MS = 1_000


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
        # What scripts did and nobody was told yet: how much, the last of it, and what was said of them before.
        self._scripted = 0
        self._last: Change | None = None
        self._said = ""
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        self._glow = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=theme.MOVE_MS)
        self._glow.valueChanged.connect(self._on_glow)
        desk.bridge.changed.connect(self._on_changed)
        desk.bridge.failed.connect(self._on_failed)
        desk.bridge.given_up.connect(self._on_given_up)
        desk.inspector.not_stored.connect(self._on_not_stored)

    def _on_changed(self, change: Change) -> None:
        # Nobody could follow, either, where a script does one thing after the other.
        busy = change.who == "service" and self._quiet.isActive()
        if change.who == "service":
            if change.how != "outside":
                self._scripted += change.steps
                self._last = change
                self._quiet.start()
        elif change.how != "outside":
            self._tell(change, labels.news(change))
        if not change.linked or busy or theme.reduced_motion():
            return
        # What glows still from the change before must not stay as it is.
        self._on_glow(0.0)
        self._flashing = {
            kind: ids for kind in self._desk.panes if (ids := change.ids.get(kind)) and len(ids) <= MOST_FLASHING
        }
        if self._flashing:
            self._glow.start()

    def _tell(self, change: Change, text: str) -> None:
        self._desk.bar.show_message(text, undo=change.step if change.how == "done" else None)

    def _on_quiet(self) -> None:
        """Tell what scripts did, in one sentence, when nothing else is being told: an Undo stays where it is."""
        bar, last = self._desk.bar, self._last
        if bar.text not in ("", self._said):
            self._quiet.start()
        elif last is not None:
            if self._scripted == 1:
                self._tell(last, tr("Local service: {told}", told=labels.news(last)))
            else:
                bar.show_message(tr("Local service: %n change(s); the history lists them", n=self._scripted))
            self._said = bar.text
            self._scripted, self._last = 0, None

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
