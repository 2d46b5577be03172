"""What is said of the places of an item: in a cell, in its tooltip, and to those who cannot see the bar."""

from __future__ import annotations

from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import text as texts
from itemlink_gui.store import places as stands
from itemlink_gui.store.places import Places


def short(places: Places) -> str:
    """Return what a cell says: "24/30", or "33/30 · −3" where more are taken than there are."""
    if places.capacity is None or places.free is None:
        return ""
    said = f"{grouped(places.taken)}/{grouped(places.capacity)}"
    return f"{said} · −{grouped(-places.free)}" if places.free < 0 else said


def full(places: Places) -> str:
    """Return in words how an item stands, a line for each thing worth knowing; empty if there is none."""
    lines = [_taken(places)]
    if places.waiting:
        lines.append(tr("%n [customer|customers] waiting", n=places.waiting))
    if places.away(stands.today()):
        lines.append(away(places))
    return "\n".join(line for line in lines if line)


def _taken(places: Places) -> str:
    if places.capacity is None or places.free is None:
        return ""
    said = tr("{taken} of %n place(s) taken", n=places.capacity, taken=grouped(places.taken))
    match places.state:
        case "over":
            return tr("{said}: overbooked by {over}", said=said, over=grouped(-places.free))
        case "full":
            return tr("{said}: full", said=said)
        case "low":
            return tr("{said}: only %n left", n=places.free, said=said)
    return tr("{said}, %n left", n=places.free, said=said)


def away(places: Places) -> str:
    """Return from when on, or until when, an item that is not available today is."""
    if places.available_from and stands.today() < places.available_from:
        return tr("not available before {day}", day=texts.short_day(places.available_from))
    return tr("not available since {day}", day=texts.short_day(places.available_until or ""))
