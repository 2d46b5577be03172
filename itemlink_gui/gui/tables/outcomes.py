"""What a drop would do, in words: in few letters on the row, and in a line for the status bar."""

from __future__ import annotations

from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.store.drops import Outcome


def badge(found: Outcome) -> str:
    """Return what a row says while something is held over it, such as "+9 · 3 already · 2 over capacity"."""
    if not found.new:
        return tr("already linked")
    waits = found.over if found.policy == "waitlist" else 0
    parts = [tr("full")] if found.full else [f"+{grouped(found.new - waits)}"] if found.new > waits else []
    if found.already:
        parts.append(tr("{already} already", already=grouped(found.already)))
    if waits:
        parts.append(tr("%n [waits|wait]", n=waits))
    elif found.over and not found.full:
        parts.append(tr("%n over capacity", n=found.over))
    if found.declined:
        parts.append(tr("%n declined", n=found.declined))
    if found.away:
        parts.append(tr("not available"))
    return " · ".join(parts)


def hint(found: Outcome, name: str, *, source: str | None = None) -> str:
    """Return the line for what would be new.

    Args:
        found: what the drop would do.
        name: what people call the record that it would add to.
        source: what people call the one that they would be moved from; None where they stay there.
    """
    if source is None:
        text = tr("Drop to add %n to {name}", n=found.new, name=name)
    else:
        text = tr("Drop to move %n from {source} to {name}", n=found.new, source=source, name=name)
    if found.already:
        text += tr(" (%n already linked)", n=found.already)
    for part in (_places(found), _declined(found), _away(found)):
        text += f" · {part}" if part else ""
    return text


def _places(found: Outcome) -> str:
    if not found.over:
        return ""
    if found.policy == "waitlist":
        return tr("%n will be put on the waiting list", n=found.over)
    if found.policy == "overbook":
        return tr("%n more than there are places", n=found.over)
    return tr("no place for %n of them: you will be asked", n=found.over)


def _declined(found: Outcome) -> str:
    return tr("%n declined this", n=found.declined) if found.declined else ""


def _away(found: Outcome) -> str:
    return tr("not available today") if found.away else ""
