"""What steps about saved filters did, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itemlink_gui.base.i18n import tr

Values = Mapping[str, Any]


def message(step: str, v: Values) -> str:
    """Return a sentence that tells what a step did.

    Args:
        step: its kind.
        v: of the label.
    """
    match step:
        case "filter.save":
            return tr("Filter “{name}” saved", name=v["name"])
        case "filter.rename":
            return tr("Filter “{old}” is called “{name}” now", old=v["old"], name=v["name"])
        case "filter.delete":
            return tr("Filter “{name}” deleted", name=v["name"])
        case "filter.move":
            return tr("Filter “{name}” moved", name=v["name"])
    return tr("Filter “{name}” changed", name=v["name"])


def title(step: str, v: Values) -> str:
    """Return the name of a step; the arguments are those of `message`."""
    match step:
        case "filter.save":
            return tr("Save filter “{name}”", name=v["name"])
        case "filter.rename":
            return tr("Rename filter “{name}”", name=v["old"])
        case "filter.delete":
            return tr("Delete filter “{name}”", name=v["name"])
        case "filter.move":
            return tr("Move filter “{name}”", name=v["name"])
    return tr("Change filter “{name}”", name=v["name"])
