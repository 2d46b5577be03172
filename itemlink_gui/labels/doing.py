"""What is being done, and how long it will still take, in words."""

from __future__ import annotations

from itemlink_gui.base.i18n import tr

# From so many seconds on they are told by fives.
_ROUGHLY = 10


def what(kind: str) -> str:
    """Return what is being done, such as "Adding links…".

    Args:
        kind: of the operation, or "undo", "redo" or "save_copy".
    """
    match kind.removeprefix("company."):
        case "link" | "promote":
            return tr("Adding links…")
        case "unlink" | "clear":
            return tr("Removing links…")
        case "replace" | "move" | "hand_over":
            return tr("Changing links…")
        case "item.delete" | "customer.delete" | "delete":
            return tr("Deleting…")
        case "undo":
            return tr("Undoing…")
        case "redo":
            return tr("Doing it again…")
        case "save_copy":
            return tr("Saving a copy…")
        case "sample":
            return tr("Making sample data…")
    return tr("Storing…")


def with_time(doing: str, seconds: float) -> str:
    """Return what is being done with how long it will still take.

    Args:
        doing: as of `what`.
        seconds: that are left, about.
    """
    if seconds >= 60:
        return tr("{what} about %n minute(s) left", n=round(seconds / 60), what=doing)
    whole = max(1, round(seconds) if seconds < _ROUGHLY else round(seconds / 5) * 5)
    return tr("{what} about %n second(s) left", n=whole, what=doing)
