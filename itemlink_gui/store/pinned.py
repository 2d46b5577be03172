"""Which items are on the keys 1 to 9; kept in the file's setting ``pinned``."""

from __future__ import annotations

import json

from itemlink_gui.store import queries
from itemlink_gui.store.models import Setting

NAME = "pinned"
KEYS = range(1, 10)


def stored() -> dict[int, int]:
    """Return the item on each key that was given one, whether it is still there or not; nothing unreadable."""
    row = Setting.get_or_none(Setting.name == NAME)
    try:
        found = json.loads(row.value) if row else {}
        pairs = {int(key): item for key, item in found.items()}
    except (ValueError, AttributeError, RecursionError):
        return {}
    return {key: item for key, item in pairs.items() if key in KEYS and type(item) is int}


def listed() -> dict[int, tuple[int, str]]:
    """Return by key the id and the name of its item; an item that is gone leaves its key free."""
    found = stored()
    names = queries.names("item", list(found.values()))
    return {key: (item, names[item]) for key, item in sorted(found.items()) if item in names}
