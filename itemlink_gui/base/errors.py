"""The errors of the world: what is told to people in plain words, as opposed to bugs."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from itemlink_gui.base.i18n import grouped, tr


class ItemLinkError(Exception):
    """Something that can happen without a bug; ``str()`` of it is a sentence for people."""


class CannotOpen(ItemLinkError):
    """A file could not be opened; nothing was created or changed.

    Args:
        path: the file that was asked for.
        reason: a sentence for people: what is wrong and what to do.
        damaged: it is one of ours and damaged, so a backup or salvage should be offered.
        missing: there is no such file.
        foreign: what stands there is no file of ours.
    """

    def __init__(
        self, path: Path, reason: str, *, damaged: bool = False, missing: bool = False, foreign: bool = False
    ) -> None:
        super().__init__(tr("“{name}” cannot be opened. {reason}", name=path.name or str(path), reason=reason))
        self.path = path
        self.reason = reason
        self.damaged = damaged
        self.missing = missing
        self.foreign = foreign


Trouble = Literal["busy", "moved", "full", "read_only", "damaged", "index", "disk"]


class CannotWrite(ItemLinkError):
    """The file could not be written; nothing was stored.

    Args:
        reason: a sentence for people.
        trouble: what is the matter: another program holds the file for now, it is no longer where it was opened, the
            disk is full, it may not be written, it is damaged, only its search index is, or the disk reports an error.
    """

    def __init__(self, reason: str, trouble: Trouble = "disk") -> None:
        super().__init__(reason)
        self.trouble = trouble


class Invalid(ItemLinkError):
    """A value was refused; nothing was stored.

    Args:
        field: the name of the field as in the models, such as ``"email"``.
        reason: a sentence for people.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


class Taken(Invalid):
    """A name is somebody else's already, and may stand only once; nothing was stored."""


class WrongQuery(ItemLinkError):
    """What stands in a search box is a query, and means nothing.

    Args:
        position: where it goes wrong, in characters from the beginning.
        length: how many characters are wrong, at least one.
        reason: a sentence for people.
    """

    def __init__(self, position: int, length: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position
        self.length = length
        self.reason = reason


class NotFound(ItemLinkError):
    """Records that an operation needs are not in the file (any more); nothing was stored.

    Args:
        kind: what they are.
        ids: the ids that were not found.
    """

    def __init__(self, kind: str, ids: Iterable[object]) -> None:
        self.kind = kind
        self.ids = tuple(ids)
        shown = ", ".join(str(i) for i in self.ids[:3]) + ("…" if len(self.ids) > 3 else "")
        n = len(self.ids)
        match kind:
            case "item":
                text = tr("No longer in this file: %n [item|items] (number {ids}).", n=n, ids=shown)
            case "company":
                text = tr("No longer in this file: %n [company|companies] (number {ids}).", n=n, ids=shown)
            case "category":
                text = tr("This category is no longer in the file.")
            case _:
                text = tr("No longer in this file: %n [customer|customers] (number {ids}).", n=n, ids=shown)
        super().__init__(text)


class Conflict(ItemLinkError):
    """Somebody else changed the value since it was shown; nothing was stored.

    Args:
        field: the name of the field as in the models.
        theirs: the value that stands in the file now.
        ours: the value that was to be stored.
    """

    def __init__(self, field: str, theirs: str, ours: str) -> None:
        super().__init__(tr("This was changed elsewhere in the meantime."))
        self.field = field
        self.theirs = theirs
        self.ours = ours


class Outdated(ItemLinkError):
    """A record was changed since it was read; nothing was stored.

    Args:
        at: when it was changed last, as it is stored.
    """

    def __init__(self, at: str) -> None:
        super().__init__(tr("This was changed elsewhere in the meantime."))
        self.at = at


class NoRoom(ItemLinkError):
    """There are not as many free places as are wanted; nothing was stored.

    Args:
        item: what people call the item.
        capacity: places there are.
        taken: places that are taken; more than there are where it is overbooked.
        wanted: places that were wanted.
        item_id: its id.
        others: how many other items of the same operation have no room either.
    """

    def __init__(self, item: str, capacity: int, taken: int, wanted: int, *, item_id: int, others: int = 0) -> None:
        self.item = item
        self.capacity = capacity
        self.taken = taken
        self.wanted = wanted
        self.free = max(capacity - taken, 0)
        self.item_id = item_id
        self.others = others
        said = tr("{taken} of %n place(s) [is|are] taken", n=capacity, taken=grouped(taken))
        text = (
            tr(
                "{item} has %n free place(s), but {wanted} are needed.",
                n=self.free,
                item=item,
                wanted=grouped(wanted),
            )
            if self.free
            else tr("{item} is full: {said}.", item=item, said=said)
        )
        if others:
            text += " " + tr("So it is with %n other(s).", n=others)
        super().__init__(text)


class CannotUndo(ItemLinkError):
    """A step cannot be taken back or repeated; nothing was changed.

    Args:
        reason: a sentence for people.
    """


class PortTaken(ItemLinkError):
    """Another program answers on a port of this computer already; nothing was started.

    Args:
        port: the one that was wanted.
        free: the next one that is free; 0 where there is none.
    """

    def __init__(self, port: int, free: int) -> None:
        text = tr("Port {port} is used by another program.", port=port)
        super().__init__(f"{text} {tr('Port {port} is free.', port=free)}" if free else text)
        self.port = port
        self.free = free


class Cancelled(ItemLinkError):
    """An answer that nobody waits for any more."""


def let_go(error: BaseException | None) -> None:
    """Empty the frames that an error and those behind it keep: an open cursor in one would hold the file locked."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
