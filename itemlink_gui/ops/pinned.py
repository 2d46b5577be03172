"""Putting items on the keys 1 to 9."""

from __future__ import annotations

import json

from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import pinned, queries
from itemlink_gui.store.journal import Journal, known
from itemlink_gui.store.models import Setting


def pin(item: int, key: int) -> Operation[None]:
    """Put an item on a key, in place of the item that is on it; an item is on one key at most.

    Args:
        item: its id.
        key: from 1 to 9.

    Returns:
        an operation. It raises NotFound or Invalid.
    """

    def write(journal: Journal) -> None:
        known("item", [item])
        if key not in pinned.KEYS:
            raise Invalid("key", tr("The keys are 1 to 9."))
        others = {k: i for k, i in pinned.stored().items() if i != item}
        _describe(journal, item, key)
        _store(journal, {**others, key: item})

    return Operation("pinned.on", write)


def unpin(item: int) -> Operation[None]:
    """Take an item off its key.

    Returns:
        an operation. It raises NotFound.
    """

    def write(journal: Journal) -> None:
        known("item", [item])
        _describe(journal, item, 0)
        _store(journal, {key: other for key, other in pinned.stored().items() if other != item})

    return Operation("pinned.off", write)


def _describe(journal: Journal, item: int, key: int) -> None:
    journal.say(name=queries.names("item", [item])[item], key=key)


def _store(journal: Journal, pins: dict[int, int]) -> None:
    value = json.dumps({str(key): item for key, item in sorted(pins.items())})
    row = Setting.get_or_none(Setting.name == pinned.NAME)
    if row is not None:
        journal.update(Setting, row.id, value=value)
    elif pins:
        journal.add(Setting, name=pinned.NAME, value=value)
