"""The questions about steps: what can be undone, and what happened to the file or to a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from itemlink_gui.base.changes import Kind, Label
from itemlink_gui.store import delta as deltas
from itemlink_gui.store import undo
from itemlink_gui.store.apply import SIDE
from itemlink_gui.store.delta import THROUGH, Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.models import Customer, Step, StepRecord


@dataclass(frozen=True, slots=True)
class StepInfo:
    """One line of the history.

    Args:
        id: of the step.
        label: what it did.
        at: when, as it is stored.
        state: done, or taken back.
        who: the window, the service or an import.
    """

    id: int
    label: Label
    at: str
    state: Literal["done", "undone"]
    who: str


@dataclass(frozen=True, slots=True)
class UndoState:
    """What *Undo* and *Redo* would do now; None where there is nothing."""

    undo: StepInfo | None
    redo: StepInfo | None


def _info(step: Step) -> StepInfo:
    return StepInfo(
        step.id, undo.label_of(step), step.created_at, "done" if step.state == "done" else "undone", step.who
    )


def undo_state() -> UndoState:
    """Return what *Undo* and *Redo* would do now."""
    back, again = undo.next_undo(), undo.next_redo()
    return UndoState(_info(back) if back else None, _info(again) if again else None)


def steps(limit: int, before: int | None = None) -> list[StepInfo]:
    """Return the newest steps of the file.

    Args:
        limit: how many at most.
        before: only steps with a smaller id, for going on.
    """
    query = Step.select().order_by(Step.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Step.id < before)
    return [_info(step) for step in query]


def record_steps(kind: Kind, record: int, limit: int) -> list[StepInfo]:
    """Return the newest steps that touched a record.

    Args:
        kind: item or customer.
        record: its id.
        limit: how many at most.
    """
    listed = StepRecord.select(StepRecord.step_id).where((StepRecord.kind == kind) & (StepRecord.record_id == record))
    query = Step.select().where(Step.id.in_(listed) | Step.wide.contains(kind)).order_by(Step.id.desc())
    found: list[StepInfo] = []
    for step in query.iterator():
        if kind not in step.wide.split() or _touches(deltas.unpack(step.delta), kind, record):
            found.append(_info(step))
            if len(found) == limit:
                break
    return found


def _touches(changes: list[Delta], kind: Kind, record: int) -> bool:
    users = {row[0] for row in Customer.select(Customer.user_id).where(Customer.id == record).tuples()}
    return any(_delta_touches(change, kind, record, users if kind == "customer" else set()) for change in changes)


def _delta_touches(change: Delta, kind: Kind, record: int, users: set[int]) -> bool:
    match change:
        case Links():
            if change.by == f"{kind}_id":
                return any(one == record for one, _ in change.groups)
            return f"{kind}_id" in THROUGH[change.through] and any(record in others for _, others in change.groups)
        case LinkData():
            place = ("item", "customer").index(kind) if kind != "company" else None
            return place is not None and any(row[place] == record for row in change.rows)
        case Rows():
            ids = {row["id"] for row in change.rows}
            beside = change.table in SIDE and any(row.get(f"{kind}_id") == record for row in change.rows)
            return beside or (change.table == kind and record in ids) or (change.table == "user" and bool(users & ids))
        case Update():
            return (change.table == kind and change.id == record) or (change.table == "user" and change.id in users)
