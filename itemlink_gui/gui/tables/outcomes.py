"""What a drop would do, in words: in few letters on the row, and in a line for the status bar."""

from __future__ import annotations

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.store.drops import Outcome


def badge(found: Outcome) -> str:
    """Return what a row says while something is held over it, such as "+9 · 3 already · 2 wait"."""
    if not found.new:
        return tr("already linked")
    waits = found.over if found.policy == "waitlist" else 0
    # With "overbook" all of them get a place.
    placed = found.new if found.policy == "overbook" else found.new - found.over
    parts = [tr("full")] if found.full else [f"+{grouped(placed)}"] if placed else []
    if found.already:
        parts.append(tr("{already} already", already=grouped(found.already)))
    if waits:
        parts.append(tr("%n [waits|wait]", n=waits))
    elif found.over and not found.full:
        over = found.policy == "overbook"
        parts.append(tr("%n over capacity", n=found.over) if over else tr("%n without a place", n=found.over))
    if found.declined:
        parts.append(tr("%n declined", n=found.declined))
    if found.away:
        parts.append(tr("not available"))
    return " · ".join(parts)


def hint(found: Outcome, kind: Kind, onto: Kind, name: str, *, source: str | None = None) -> str:
    """Return the line for what would be new.

    Args:
        found: what the drop would do.
        kind: of what is dropped.
        onto: the kind of the record that it would add to.
        name: what people call that record.
        source: what people call the one that they would be moved from; None where they stay there.
    """
    if source is None:
        some = labels.counted(kind, found.new)
        text = labels.linking(kind, name, some) if onto == "customer" else labels.linking(onto, some, name)
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
        waiting, placed = tr("%n [waits|wait]", n=found.over), found.new - found.over
        return tr("%n [gets|get] a place, {waiting}", n=placed, waiting=waiting) if placed else waiting
    if found.policy == "overbook":
        return tr("%n more than there are places", n=found.over)
    return tr("no place for %n of them: you will be asked", n=found.over)


def _declined(found: Outcome) -> str:
    return tr("%n declined this", n=found.declined) if found.declined else ""


def _away(found: Outcome) -> str:
    return tr("not available today") if found.away else ""
