"""What copying or moving the links of customers did, or would do, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itemlink_gui.base.i18n import tr
from itemlink_gui.store.handover import Handover

Values = Mapping[str, Any]


def message(v: Values, source: str) -> str:
    """Return a sentence such as "7 courses of Ann Lee copied to Ben Ortiz (2 were there already)".

    Args:
        v: of the label.
        source: who had them.
    """
    if v["moving"]:
        said = tr("%n [item|items] moved from {source} to {target}", n=v["removed"], source=source, target=v["target"])
    else:
        said = tr("%n [item|items] of {source} copied to {target}", n=v["added"], source=source, target=v["target"])
    counts = _counts(v["already"], v["left"], v["waiting"], 0)
    return said + (f" ({' · '.join(counts)})" if counts else "")


def title(v: Values, source: str) -> str:
    """Return the name of the step; arguments as with `message`."""
    if v["moving"]:
        return tr("Move [items] of {source} to {target}", source=source, target=v["target"])
    return tr("Copy [items] of {source} to {target}", source=source, target=v["target"])


def preview(found: Handover) -> str:
    """Return what it would come to, in numbers."""
    gone = [tr("%n link(s) removed", n=found.gone)] if found.gone else []
    counts = _counts(found.already, found.left, len(found.waits), found.over)
    return " · ".join([tr("%n [item|items] added", n=len(found.new)), *counts, *gone])


def _counts(already: int, left: int, waiting: int, over: int) -> list[str]:
    said = (
        (already, tr("%n [was|were] there already", n=already)),
        (left, tr("%n [does|do] not fit", n=left)),
        (waiting, tr("%n to the waiting list", n=waiting)),
        (over, tr("overbooked by %n", n=over)),
    )
    return [text for n, text in said if n]
