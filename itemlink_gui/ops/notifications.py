"""Looking ahead for what ends soon, and noting what was read; neither is a step that could be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import notifications
from itemlink_gui.store.journal import Journal


def look_ahead(today: date, days: int) -> Operation[None]:
    """Tell of links that end within some days and were not told of yet.

    Args:
        today: of the user's calendar.
        days: how far to look ahead.
    """

    def write(journal: Journal) -> None:
        journal.noted = notifications.look_ahead(today, days)

    return Operation("noted", write)


def mark_read(ids: Iterable[int] | None) -> Operation[None]:
    """Note that lines of the centre were seen; None stands for all."""
    seen = None if ids is None else list(ids)

    def write(journal: Journal) -> None:
        journal.noted = notifications.mark_read(seen)

    return Operation("noted", write)
