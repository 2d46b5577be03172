"""The primitives that every operation writes through; each records what it changed, so that undo needs no code."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from itemlink_gui.base.changes import Change, Kind, Label
from itemlink_gui.base.errors import NotFound
from itemlink_gui.store import apply, course, slices
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.apply import Known
from itemlink_gui.store.delta import Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.effects import MANY, Effects
from itemlink_gui.store.models import Base, now

MAX_ID = 2**31 - 1

NewData = Callable[[tuple[Any, ...]], Iterable[Any]]


class Journal:
    """What an operation writes through, inside one transaction.

    Args:
        kind: the operation, for its label.
        who: who runs it: ``"window"``, ``"service"`` or ``"import"``.
    """

    def __init__(self, kind: str, who: str) -> None:
        self.kind = kind
        self.at = now()
        self.values: dict[str, Any] = {}
        self.mended = False
        """Whether the file itself was put right, so that all that is derived is made anew, with or without a step."""
        self.noted = False
        """Whether something was written that is no part of a step, and that other windows shall follow."""
        self._who = who
        self._effects = Effects(self.at)
        self._deltas: list[Delta] = []
        self._step: int | None = None

    def say(self, **values: Any) -> None:
        """Give names and counts that the step's label needs."""
        self.values.update(values)

    @property
    def step(self) -> int:
        """The id of this operation's step, made at the first write."""
        if self._step is None:
            # What was taken back before this step can no longer be done again.
            apply.execute("UPDATE step SET state = 'dropped' WHERE state = 'undone'")
            columns = "kind, parameters, created_at, state, delta, wide, who"
            sql = f"INSERT INTO step ({columns}) VALUES (?, '{{}}', ?, 'done', x'', '', ?)"
            self._step = int(apply.execute(sql, self.kind, self.at, self._who).lastrowid or 0)
        return self._step

    def add(self, model: type[Base], **values: Any) -> int:
        """Add a row and return its id; columns not named take their defaults."""
        table = model._meta.table_name
        if "created_at" in model._meta.fields:
            values |= dict.fromkeys({"created_at", "updated_at"} & model._meta.fields.keys(), self.at)
        record = int(model.insert(**values).execute())
        rows = apply.fetch_rows(table, [record])
        self._effects.touch(table, rows)
        self._record(Rows("add", table, rows))
        return record

    def adopt(self, change: Links | Rows | Update) -> None:
        """Record what stands already as if this operation had added or changed it; set `mended` too.

        Undoing the step takes it away, and doing it again brings it back.
        """
        self._effects.adopt(change)
        self._record(change)

    def add_rows(self, model: type[Base], rows: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add many rows at once, in their order, and return their ids.

        Args:
            model: their table; it has ``created_at``.
            rows: by column as the file names it; an ``id`` or a time that is given is kept.
        """
        table = model._meta.table_name
        given = list(rows)
        if not given:
            return []
        first = apply.next_id(table)
        whole = tuple({"id": first + i, "created_at": self.at, **row} for i, row in enumerate(given))
        apply.insert_rows(Rows("add", table, whole))
        ids = [row["id"] for row in whole]
        found = apply.fetch_rows(table, ids)
        self._effects.touch(table, found)
        self._record(Rows("add", table, found))
        return ids

    def remove(self, model: type[Base], ids: Iterable[int]) -> None:
        """Remove rows whose links are gone."""
        table = model._meta.table_name
        rows = Rows("remove", table, apply.fetch_rows(table, ids))
        if rows.rows:
            course.expect(len(rows.rows) * course.STEPS_OF_ROW)
            self._effects.rows(rows)
            self._record(rows)

    def update(self, model: type[Base], record: int, **values: Any) -> bool:
        """Change columns of a row; those that stay the same are left alone.

        Returns:
            whether anything changed.
        """
        table = model._meta.table_name
        (row,) = apply.fetch_rows(table, [record])
        new = {name: value for name, value in values.items() if row[name] != value}
        if not new:
            return False
        if "updated_at" in row:
            new["updated_at"] = self.at
        update = Update(table, record, {name: row[name] for name in new}, new)
        self._effects.update(update)
        self._record(update)
        return True

    def link(
        self,
        through: str,
        lefts: Iterable[int],
        rights: Iterable[int],
        data: Mapping[str, Any] | None = None,
        *,
        without: Collection[tuple[int, int]] = (),
    ) -> Links:
        """Link every left record to every right one; links that stand already are left alone.

        Args:
            through: the through table.
            lefts: ids for its first column.
            rights: ids for its second column.
            data: of new links of items, by column of ``item_customer``; what is not named is as it is at first.
            without: pairs that are left out.

        Returns:
            the links that were new.

        Raises:
            NotFound: if one of the ids is unknown.
        """
        left, right = deltas.THROUGH[through]
        lefts, rights = known(left.removesuffix("_id"), lefts), known(right.removesuffix("_id"), rights)
        there = apply.between(through, lefts, rights)
        ones, others = (lefts, rights) if there.by == left else (rights, lefts)
        out = {one: slices.as_set(those) for one, those in there.groups}
        for pair in without:
            one, other = pair if there.by == left else reversed(pair)
            out.setdefault(one, set()).add(other)
        everybody = tuple(others)
        groups = ((one, tuple(o for o in others if o not in out[one]) if one in out else everybody) for one in ones)
        new = Links("add", through, there.by, tuple(group for group in groups if group[1]), dict(data or {}))
        self._links(new)
        return new

    def link_pairs(
        self, through: str, pairs: Iterable[tuple[int, int]], data: Mapping[str, Any] | None = None
    ) -> Links:
        """Link records that are known to be there and not to be linked.

        Args:
            through: the through table.
            pairs: ids in the order of its columns.
            data: as with `link`.

        Returns:
            the links.
        """
        new = deltas.group(through, "add", *deltas.THROUGH[through], pairs, dict(data or {}))
        self._links(new)
        return new

    def unlink(self, through: str, lefts: Iterable[int] | None, rights: Iterable[int] | None) -> Links:
        """Remove the links between left and right records; None stands for all of a side.

        Returns:
            the links that were removed.

        Raises:
            NotFound: if one of the ids is unknown.
        """
        left, right = deltas.THROUGH[through]
        given = {left: lefts, right: rights}
        asked = {end: None if ids is None else _asked(end.removesuffix("_id"), ids) for end, ids in given.items()}
        gone = apply.between(through, asked[left], asked[right])
        # Who is linked is there: only the others are looked for.
        linked = {gone.by: [one for one, _ in gone.groups], gone.other: chain.from_iterable(o for _, o in gone.groups)}
        for end, ids in asked.items():
            if ids is not None:
                _refuse_missing(end.removesuffix("_id"), set(ids).difference(linked[end]))
        self._links(gone)
        return gone

    def unlink_pairs(self, through: str, pairs: Iterable[tuple[int, int]]) -> Links:
        """Remove links that stand.

        Args:
            through: the through table.
            pairs: the links, as the ids of its first and its second column.

        Returns:
            the links that were removed.
        """
        gone = deltas.group(through, "remove", *deltas.THROUGH[through], pairs)
        self._links(gone)
        return gone

    def set_data(
        self, item_ids: Iterable[int], customer_ids: Iterable[int], columns: Sequence[str], value: NewData
    ) -> LinkData:
        """Change data of all links that stand between items and customers; those that stay the same are left alone.

        Args:
            item_ids: ids of items.
            customer_ids: ids of customers.
            columns: of ``item_customer``.
            value: takes a link's values in the order of the columns, and returns the new ones.

        Returns:
            what changed.

        Raises:
            NotFound: if one of the ids is unknown.
        """
        standing = apply.link_data(columns, known("item", item_ids), known("customer", customer_ids))
        rows = ((item, customer, tuple(old), tuple(value(tuple(old)))) for item, customer, *old in standing)
        return self.change_data(LinkData(tuple(columns), tuple(row for row in rows if row[2] != row[3])))

    def change_data(self, change: LinkData) -> LinkData:
        """Change data of links that are known to stand and to have the old values; returns what changed."""
        if change.rows:
            self._effects.data(change)
            self._record(change)
        return change

    def came(self, kind: Kind) -> Mapping[int, int]:
        """Return how many links of records came in this step so far (or, negative, went): their counts follow later."""
        return self._effects.counts[kind]

    def _links(self, links: Links) -> None:
        if links.groups:
            course.expect(len(links) * course.STEPS_OF_LINK)
            self._effects.links(links, step=self.step)
            self._record(links)

    def write(self, changes: Iterable[Delta], source: int) -> None:
        """Carry ready-made deltas out as this operation's own, each checked against the present state first.

        Args:
            changes: the deltas, in order.
            source: the step that they take back.

        Raises:
            CannotUndo: if the file is not in the state they start from.
        """
        for change in changes:
            if isinstance(change, Update) and "updated_at" in change.new:
                change = self._dated(change)
            self._effects.carry_out(change, step=self.step, source=source)
            self._record(change)

    def _dated(self, update: Update) -> Update:
        """Return an update that leads from the time that stands to the present one."""
        rows = apply.fetch_rows(update.table, [update.id])
        old = update.old | {"updated_at": rows[0]["updated_at"] if rows else ""}
        return Update(update.table, update.id, old, update.new | {"updated_at": self.at})

    def _record(self, change: Delta) -> None:
        self._deltas.append(change)

    def finish(self) -> Change | None:
        """Write the step down and return the news, or None if nothing changed."""
        if not self._deltas:
            if self.noted:
                return self._effects.finish_without_step()
            return self._effects.renew(Label(self.kind), "outside", None) if self.mended else None
        step = self.step
        label = Label(self.kind, dict(self.values))
        wide = []
        for kind, ids in self._effects.touched().items():
            if len(ids) > MANY:
                wide.append(kind)
            else:
                sql = "INSERT INTO step_record (kind, record_id, step_id) SELECT ?, value, ? FROM json_each(?)"
                apply.execute(sql, kind, step, json.dumps(sorted(ids)))
        told = json.dumps(self.values, ensure_ascii=False), deltas.pack(self._deltas), " ".join(wide)
        apply.execute("UPDATE step SET parameters = ?, delta = ?, wide = ? WHERE id = ?", *told, step)
        finish = self._effects.renew if self.mended else self._effects.finish
        return finish(label, "done", step)


def is_id(value: object) -> bool:
    """Whether a value can be the id of a record: a whole number from 1 to 2**31 - 1."""
    return type(value) is int and 1 <= value <= MAX_ID


def known(table: str, ids: Iterable[int]) -> Known:
    """Return ids ascending and without repetition.

    Raises:
        NotFound: if one is not a whole number from 1 to 2**31 - 1, or not in the table.
    """
    return in_order(table, ids).ascending


def in_order(table: str, ids: Iterable[int]) -> Known:
    """Return ids as `known` does, but in the order given."""
    if isinstance(ids, Known) and ids.table == table:
        return ids
    unique = Known(table, _asked(table, ids))
    _refuse_missing(table, unique)
    return unique


def _asked(table: str, ids: Iterable[int]) -> list[int]:
    """Return ids that could be some, each once, in the order given."""
    given = slices.held(ids)
    for piece in slices.slices(given):
        if not (set(map(type, piece)) == {int} and min(piece) >= 1 and max(piece) <= MAX_ID):
            raise NotFound(table, [one for one in given if not is_id(one)])
    return slices.unique(given)


def _refuse_missing(table: str, ids: Collection[int]) -> None:
    absent = apply.missing(table, ids) if ids else []
    if absent:
        raise NotFound(table, absent)


def among(through: str, lefts: Collection[int] | None, rights: Collection[int] | None) -> list[tuple[int, int]]:
    """Return the pairs that stand linked between two sets of ids; None stands for all of a side."""
    there = apply.between(through, lefts, rights)
    if there.by == deltas.THROUGH[through][0]:
        return list(there.pairs())
    return [(other, one) for one, other in there.pairs()]
