"""The drag that is under way: what is held, and what a drop on each row would do, known before it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import mime, outcomes
from itemlink_gui.store import drops
from itemlink_gui.store.drops import Outcome, Weighed
from itemlink_gui.store.models import PARTNERS

Owner = tuple[Kind, int]
"""A record whose linked records are listed: its kind and id."""
Op = Literal["link", "unlink", "move", "create", "hand_over"]


@dataclass(frozen=True, slots=True)
class Drop:
    """What a drop means, whichever pair of kinds it is about.

    Args:
        op: links are added, removed, or moved here from another record; or a new record is made that has them all;
            or customers are dropped on one who shall get what they have, which is shown before.
        kind: what is dropped.
        ids: of those.
        onto: what they are dropped on.
        targets: ids of those; empty for a record that is yet to be made.
        source: the id of the record that they are moved away from; it is of the same kind as the target.
    """

    op: Op
    kind: Kind
    ids: Sequence[int]
    onto: Kind
    targets: Sequence[int]
    source: int = 0

    @property
    def side(self) -> Kind:
        """What the customers are linked to: item or company."""
        return self.onto if self.kind == "customer" else self.kind

    def of(self, kind: Kind) -> Sequence[int]:
        """Return the ids of one of the two kinds."""
        return self.ids if kind == self.kind else self.targets


def between(op: Op, kind: Kind, ids: Sequence[int], onto: Kind, targets: Sequence[int], source: int = 0) -> Drop:
    """Return the drop of records of a kind onto records of another kind; arguments as of `Drop`."""
    # Very many stay as they are: a tuple would be made of them at each move of the mouse.
    held = ids if len(ids) > mime.MANY else tuple(ids)
    return Drop(op, kind, held, onto, tuple(targets), source)


class DragSession(QObject):
    """One drag at a time in a window; asks the file once, when it begins, and never while the pointer moves.

    Args:
        bridge: to the file.
        parent: owns the session.
    """

    changed = Signal()
    hinted = Signal(str)
    """What a drop here and now would do, in words; empty when there is nothing to say."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.kind: Kind | None = None
        self.ids: Sequence[int] = ()
        self.owner: Owner | None = None
        self.owner_name = ""
        self.asking = False
        """Whether it is dragged with the right button, so that a drop asks what it shall do."""
        self._weighed: Weighed | None = None
        self._pointed: tuple[int, Sequence[int], bool] = (0, (), False)
        bridge.changed.connect(self._on_changed)

    def begin(self, kind: Kind, ids: Sequence[int], owner: Owner | None = None, owner_name: str = "") -> None:
        """Start.

        Args:
            kind: of the records that are dragged.
            ids: of the records.
            owner: the record from whose list they are dragged out, if so.
            owner_name: what people call it.
        """
        self.kind, self.ids, self.owner, self.owner_name, self._weighed = kind, ids, owner, owner_name, None
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        if self.kind is not None and not self._bridge.read_only:
            question = partial(drops.weigh, self.kind, self.ids)
            self._bridge.read(question, self._on_weighed, slot=("drag", id(self)))

    def _on_changed(self, _change: Change) -> None:
        # Another window may link while this one drags.
        self._ask()

    def end(self) -> None:
        """Forget everything."""
        if self.kind is not None:
            self.kind, self.ids, self.owner, self.owner_name, self._weighed = None, (), None, "", None
            self.asking = False
            self.changed.emit()
            self.hinted.emit("")

    def _on_weighed(self, weighed: Weighed) -> None:
        if self.kind is not None:
            self._weighed = weighed
            self.changed.emit()

    @property
    def known(self) -> bool:
        """Whether the file has told what is linked already."""
        return self._weighed is not None

    def meaning(
        self, table: Kind, owner: Owner | None, kind: Kind, ids: Sequence[int], target: int, *, moving: bool = False
    ) -> Drop | None:
        """Return what dropping records on a table means, or None where it means nothing.

        Args:
            table: what the table lists.
            owner: the record whose linked records it lists; None for a table of all.
            kind: of the records that are dropped.
            ids: of the records that are dropped.
            target: the id of the row under the pointer; 0 for none.
            moving: they are to leave the list that they come from, where there is one.
        """
        if self._bridge.read_only:
            return None
        onto = self.landing(table, owner, kind, target)
        if onto is not None:
            found = self.outcome(*onto)
            if found is not None and not found.new:
                return None
            # With the right button it is asked anyway.
            if moving and not self.asking and self.movable(onto[0]) and self.owner is not None:
                return between("move", kind, ids, onto[0], [onto[1]], self.owner[1])
            return between("link", kind, ids, onto[0], [onto[1]])
        if not target and self.makes(table, owner, kind):
            return between("create", kind, ids, table, ())
        if (
            kind == table == "customer"
            and owner is None
            and self.owner is None
            and target
            and not self._drags(ids, target)
        ):
            return between("hand_over", kind, ids, table, [target])
        if kind == table and owner is None and self.owner is not None:
            return between("unlink", kind, ids, self.owner[0], [self.owner[1]])
        return None

    def _drags(self, ids: Sequence[int], record: int) -> bool:
        """Return whether a record is among those dragged; looked up once for as long as the pointer is over its row."""
        if self._pointed[0] != record or self._pointed[1] is not ids:
            self._pointed = record, ids, record in ids
        return self._pointed[2]

    def movable(self, onto: Kind) -> bool:
        """Return whether what is dragged could be moved to a record, from another one of its kind."""
        return self.owner is not None and self.owner[0] == onto

    def makes(self, table: Kind, owner: Owner | None, kind: Kind | None) -> bool:
        """Return whether a drop below the last row of a table makes a new record that has what is dropped."""
        return kind == "customer" and owner is None and table in PARTNERS[kind] and not self._bridge.read_only

    def landing(self, table: Kind, owner: Owner | None, kind: Kind | None, target: int) -> Owner | None:
        """Return the record that a drop would add to: that of the row, or the one whose list it is; None for neither.

        Args: as with `meaning`.
        """
        if kind != table:
            return (table, target) if target and kind is not None and table in PARTNERS[kind] else None
        return owner if owner != self.owner else None

    def hint(self, drop: Drop | None, onto: Owner | None, name: str) -> str:
        """Tell in words what a drop would do, and return them.

        Args:
            drop: its meaning.
            onto: the record that it would add to.
            name: what people call that record.
        """
        found = self.outcome(*onto) if onto else None
        if drop is not None and drop.op == "unlink":
            text = tr("Drop to remove %n link(s); the records stay", n=len(self.ids))
        elif drop is not None and drop.op == "hand_over":
            text = tr("Drop to copy or move [items] to {name}…", name=name)
        elif drop is not None and drop.op == "create":
            text = nouns.making(drop.onto, len(self.ids))
        elif onto is not None and found is not None and found.new and self.kind is not None:
            moved = drop is not None and drop.op == "move"
            text = outcomes.hint(found, self.kind, onto[0], name, source=self.owner_name if moved else None)
            if drop is not None and drop.op == "link" and self.movable(drop.onto):
                text += tr(" · hold Shift to move")
        elif found is not None:
            text = tr("All are linked to {name} already", name=name)
        else:
            text = ""
        self.hinted.emit(text)
        return text

    def outcome(self, kind: Kind, record: int) -> Outcome | None:
        """Return what a drop on a record would do, or None as long as that is not known."""
        return self._weighed.outcome(kind, record) if self._weighed is not None else None

    def state(self, kind: Kind, record: int) -> str | None:
        """Return whether a record has all, some or none of what is dragged, or is full; None if it is no target."""
        found = self.outcome(kind, record)
        if found is None:
            return None
        if found.full:
            return "full"
        return "all" if not found.new else "some" if found.already else "none"

    def badge(self, kind: Kind, record: int) -> str | None:
        """Return what a drop on a record would do, in few letters."""
        found = self.outcome(kind, record)
        return outcomes.badge(found) if found is not None else None
