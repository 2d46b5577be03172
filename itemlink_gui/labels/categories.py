"""What steps about categories and pinned items did, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itemlink_gui.base.i18n import tr

Values = Mapping[str, Any]


def message(kind: str, v: Values) -> str:
    """Return a sentence such as "3 items put into the category “Arts”".

    Args:
        kind: of the step.
        v: of its label.
    """
    match kind:
        case "category.create":
            with_items = tr(" with {what}", what=_what(v)) if v["count"] else ""
            return tr("Category “{name}” created", name=v["category"]) + with_items
        case "category.rename":
            return tr("Category “{name}” is called “{new}” now", name=v["category"], new=v["name"])
        case "category.recolour":
            return tr("Category “{name}” has another colour", name=v["category"])
        case "category.update":
            return tr("Category “{name}” changed", name=v["category"])
        case "category.delete":
            return tr("Category “{name}” deleted", name=v["category"]) + _fate(v)
        case "pinned.on":
            return tr("{name} is on key {key}", name=v["name"], key=v["key"])
        case "pinned.off":
            return tr("{name} is on no key any more", name=v["name"])
    if v["category"]:
        return tr("{what} put into the category “{name}”", what=_what(v), name=v["category"])
    return tr("{what} taken out of the category", what=_what(v))


def title(kind: str, v: Values) -> str:
    """Return the name of a step, such as "Put 3 items into “Arts”"."""
    match kind:
        case "category.create":
            return tr("Create category {name}", name=v["category"])
        case "category.rename":
            return tr("Rename category {name}", name=v["category"])
        case "category.recolour":
            return tr("Recolour category {name}", name=v["category"])
        case "category.update":
            return tr("Change category {name}", name=v["category"])
        case "category.delete":
            return tr("Delete category {name}", name=v["category"])
        case "pinned.on":
            return tr("Pin {name}", name=v["name"])
        case "pinned.off":
            return tr("Unpin {name}", name=v["name"])
    if v["category"]:
        return tr("Put {what} into “{name}”", what=_what(v), name=v["category"])
    return tr("Take {what} out of the category", what=_what(v))


def _what(v: Values) -> str:
    """Return the name of the one item, or how many they are."""
    return str(v["name"] or tr("%n [item|items]", n=v["count"]))


def _fate(v: Values) -> str:
    """Return what became of the items of a category that was deleted."""
    if not v["count"]:
        return ""
    if v["fate"] == "delete":
        return tr(" with %n [item|items]", n=v["count"])
    if v["fate"] == "move":
        return tr("; %n [item|items] put into “{name}”", n=v["count"], name=v["to"])
    return tr("; %n [item|items] without category now", n=v["count"])
