"""Looking back: the file as of a day, and who had what in a period."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from itemlink_gui.base.errors import Cancelled, CannotOpen, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.paths import FILE_SUFFIX
from itemlink_gui.gui import dialogs
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.desk import Desk
from itemlink_gui.store import asof


@dataclass(frozen=True, slots=True)
class LookBack:
    """A copy of the file as it was.

    Args:
        path: of the copy.
        room: the folder that it lies in, which goes when nobody looks at it any more.
        title: what people call it.
        day: in words.
    """

    path: Path
    room: tempfile.TemporaryDirectory[str]
    title: str
    day: str


class DateCommands(QObject):
    """The actions about other days than today.

    Args:
        desk: what they act on.
    """

    look_back_requested = Signal(object)
    """A `LookBack` to show in a window of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def as_of(self) -> None:
        """Show the file as it was at the end of a day."""
        dialog = dialogs.as_of.AsOf(self._desk.window)
        dialog.chosen.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, day: date) -> None:
        said = texts.long_day(day.isoformat())
        name = self._desk.bridge.engine.path.stem
        room = tempfile.TemporaryDirectory(prefix="itemlink-")
        copy = Path(room.name, f"{day.isoformat()}{FILE_SUFFIX}")
        work = partial(asof.make, self._desk.bridge.engine.path, copy, day)
        try:
            self._desk.prompts.wait_for(tr("As of {day}", day=said), tr("Looking back…"), work)
        except (ItemLinkError, OSError) as error:
            room.cleanup()
            if not isinstance(error, Cancelled):
                reason = error.reason if isinstance(error, CannotOpen) else str(error)
                self._desk.prompts.tell(tr("As of {day}", day=said), reason)
            return
        self.look_back_requested.emit(LookBack(copy, room, tr("{name} as of {day}", name=name, day=said), said))

    def held(self) -> None:
        """Show who had the current item, or what the current customer had, between two days."""
        current = self._desk.inspector.current
        if current is None or current[0] == "company":
            self._desk.bar.show_message(tr("Select one [item] or one [customer] first."), kind="warning")
            return
        kind, record = current
        dialogs.periods.Periods(
            self._desk.bridge, kind, record, self._desk.words(kind, [record]), self._desk.window
        ).show()
