"""What carrying deltas out comes to: records touched, counts and keys brought in line, and the news of it."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

import peewee

from itemlink_gui.base.changes import KINDS, Change, How, Kind, Label, anything
from itemlink_gui.store import apply, derive, notifications, undoable
from itemlink_gui.store.delta import THROUGH, Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.slices import slices

# A step that touched more records of a kind than this is found by looking into it, not by a row for each.
MANY = 1000
_COUNT = "UPDATE file_state SET serial = serial + 1"


class Effects:
    """Carries deltas out, gathers what they touch, and brings what is derived in line at the end."""

    def __init__(self, at: str) -> None:
        self.at = at
        # Records whose keys are to be derived anew, and those that only look otherwise.
        self._dirty: dict[Kind, set[int]] = {kind: set() for kind in KINDS}
        self._moved: dict[Kind, set[int]] = {kind: set() for kind in KINDS}
        self.counts: dict[Kind, dict[int, int]] = {kind: {} for kind in KINDS}
        """By kind and id, how many links came (or, negative, went)."""
        self._regrouped: set[int] = set()
        self._added = self._removed = 0
        self._tables: set[str] = set()

    def links(self, links: Links, *, step: int, source: int | None = None, undoing: bool = False) -> None:
        """Add or remove links.

        Args:
            links: which.
            step: the step that this belongs to.
            source: the step whose past links come back; None for new links.
            undoing: the step itself is being taken back.
        """
        if links.op == "add":
            if source is not None and links.through == "item_customer":
                # A repair names itself as the source: what it found begins when it did.
                again = None if undoing or source == step else self.at
                apply.restore_past(links, source, forget=undoing, again=again)
            else:
                apply.insert_links(links, self.at)
        else:
            ends = not undoing and links.through == "item_customer"
            apply.delete_links(links, past=(step, self.at) if ends else None)
        self._count(links)

    def _count(self, links: Links) -> None:
        self._tables.add(links.through)
        if links.through == "customer_company":
            self._count_members(links)
            return
        sign = 1 if links.op == "add" else -1
        if links.op == "add":
            self._added += len(links)
        else:
            self._removed += len(links)
        by_item = links.by == "item_id"
        grouped, other = (
            self.counts["item" if by_item else "customer"],
            self.counts["customer" if by_item else "item"],
        )
        for one, others in links.groups:
            grouped[one] = grouped.get(one, 0) + sign * len(others)
            for piece in slices(others):
                if other.keys().isdisjoint(piece):
                    other.update(dict.fromkeys(piece, sign))
                    continue
                for record in piece:
                    other[record] = other.get(record, 0) + sign

    def _count_members(self, links: Links) -> None:
        """Count the customers of companies; the number of companies of a customer is kept nowhere."""
        sign, counts = 1 if links.op == "add" else -1, self.counts["company"]
        for one, other in links.pairs():
            customer, company = (one, other) if links.by == "customer_id" else (other, one)
            counts[company] = counts.get(company, 0) + sign
            self._regrouped.add(customer)

    def data(self, change: LinkData) -> None:
        """Change the data of links."""
        apply.update_links(change)
        self._tables.add("item_customer")
        for item, customer, *_ in change.rows:
            self._moved["item"].add(item)
            self._moved["customer"].add(customer)

    def rows(self, rows: Rows) -> None:
        """Add or remove whole rows."""
        ids = [row["id"] for row in rows.rows]
        if rows.op == "add":
            apply.insert_rows(rows)
            self.touch(rows.table, rows.rows)
        else:
            self.touch(rows.table, rows.rows)
            apply.delete_rows(rows.table, ids)

    def adopt(self, change: Links | Rows | Update) -> None:
        """Note what stands already as if it came now; at the end all is derived anew."""
        match change:
            case Links():
                self._count(change)
            case Rows():
                self.touch(change.table, change.rows)
            case Update():
                self.touch(change.table, apply.fetch_rows(change.table, [change.id]))

    def update(self, update: Update) -> None:
        """Change columns of a row."""
        apply.update_row(update)
        self._tables |= {f"{update.table}.{column}" for column in update.new}
        self.touch(update.table, apply.fetch_rows(update.table, [update.id]))

    def touch(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        """Note that rows of a table came, changed, or are about to go."""
        rows = list(rows)
        self._tables.add(table)
        touched = apply.kind_of(table, [row["id"] for row in rows])
        if touched:
            self._dirty[touched[0]].update(touched[1])
        for kind, ids in apply.concerned(table, rows).items():
            self._moved[kind] |= ids

    def carry_out(self, change: Delta, *, step: int, source: int | None = None, undoing: bool = False) -> None:
        """Carry a ready-made delta out if the file is in the state it starts from.

        Raises:
            CannotUndo: if it is not.
        """
        undoable.check(change)
        try:
            match change:
                case Links():
                    self.links(change, step=step, source=source, undoing=undoing)
                case LinkData():
                    self.data(change)
                case Rows():
                    self.rows(change)
                case Update():
                    self.update(change)
        except peewee.IntegrityError as error:
            raise undoable.refused(error) from error

    def touched(self) -> dict[Kind, Set[int]]:
        """Return by kind the ids of the records that were touched."""
        found: dict[Kind, Set[int]] = {}
        for kind in KINDS:
            others = self._dirty[kind] | self._moved[kind] | (self._regrouped if kind == "customer" else set())
            # Very many are copied only where they must be.
            found[kind] = self.counts[kind].keys() | others if others else self.counts[kind].keys()
        return found

    def finish(self, label: Label, how: How, step: int) -> Change:
        """Bring keys, index and counts in line, mark the commit as ours, and return the news."""
        # Those whose companies are others now; what follows has those, too, whose companies are called otherwise.
        members = dict.fromkeys(self._regrouped.difference(self.counts["customer"]), 0)
        if self._dirty["company"]:
            self._regrouped |= derive.members(self._dirty["company"])
        # Companies first: the key of a customer holds the names of its own.
        for kind in reversed(KINDS):
            if self._dirty[kind]:
                derive.refresh(kind, self._dirty[kind])
            derive.count(kind, self.counts[kind], self.at)
        derive.count("customer", members, self.at)
        derive.name_companies(self._regrouped - self._dirty["customer"])
        touched = self.touched()
        if self._tables & {"item_customer", "item", "waiting"}:
            ends = {"item": touched["item"], "customer": self.counts["customer"].keys()}
            notifications.follow(how, step, self._added, self._removed, ends, self.at)
            self._tables.add("notification")
        apply.execute(_COUNT)
        ids = {kind: (frozenset(found) if len(found) <= MANY else None) for kind, found in touched.items()}
        listed = {kind for kind in KINDS if self._dirty[kind] or self._moved[kind]}
        if self._regrouped:
            listed.add("customer")
        linked = not self._tables.isdisjoint(THROUGH)
        return Change(label, how, step, ids, frozenset(listed), linked, frozenset(self._tables))

    def finish_without_step(self) -> Change:
        """Mark the commit as ours, and return the news that only the centre of notifications moved."""
        apply.execute(_COUNT)
        ids: dict[Kind, frozenset[int] | None] = dict.fromkeys(KINDS, frozenset())
        return Change(Label("noted"), "outside", None, ids, frozenset(), False, frozenset({"notification"}))

    def renew(self, label: Label, how: How, step: int | None) -> Change:
        """Derive everything anew, mark the commit as ours, and return the news that anything may have moved."""
        derive.rebuild()
        apply.execute(_COUNT)
        return anything(label, how, step)
