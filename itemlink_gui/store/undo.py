"""Taking steps back and doing them again; the table of steps is the undo stack, also after a restart."""

from __future__ import annotations

import json

from itemlink_gui.base.changes import Change, Label
from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import apply, course
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.delta import Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.effects import Effects
from itemlink_gui.store.journal import Journal, is_id
from itemlink_gui.store.models import Step, now


def label_of(step: Step) -> Label:
    """Return what a step did."""
    return Label(step.kind, json.loads(step.parameters))


def next_undo() -> Step | None:
    """Return the step that an undo takes back: the newest that is done."""
    return Step.select().where(Step.state == "done").order_by(Step.id.desc()).first()  # type: ignore[no-any-return]


def next_redo() -> Step | None:
    """Return the step that a redo does again: the one taken back last; a new step has dropped those before it."""
    return Step.select().where(Step.state == "undone").order_by(Step.id).first()  # type: ignore[no-any-return]


def undo(expected: int | None = None) -> Change:
    """Take the newest step back.

    Args:
        expected: the step that the user was shown; another one is not taken back in its place.

    Raises:
        CannotUndo: if there is none, or rows were changed since.
    """
    step = _expected(next_undo(), expected, tr("There is nothing to undo."))
    effects = Effects(now())
    for change in reversed(_foreseen(deltas.unpack(step.delta))):
        effects.carry_out(apply.inverse(change), step=step.id, source=step.id, undoing=True)
    Step.update(state="undone").where(Step.id == step.id).execute()
    return effects.finish(label_of(step), "undone", step.id)


def redo(expected: int | None = None) -> Change:
    """Do the step again that was taken back last.

    Args:
        expected: the step that the user was shown; another one is not done in its place.

    Raises:
        CannotUndo: if there is none, or rows were changed since.
    """
    step = _expected(next_redo(), expected, tr("There is nothing to do again."))
    effects, label = Effects(step.created_at), label_of(step)
    reverted = label.values.get("step", {}).get("id")
    for change in _foreseen(deltas.unpack(step.delta)):
        effects.carry_out(change, step=step.id, source=reverted)
    Step.update(state="done").where(Step.id == step.id).execute()
    return effects.finish(label, "redone", step.id)


def revert(journal: Journal, step_id: int) -> None:
    """Take one step back wherever it stands in the history, as a new step of its own.

    Args:
        journal: of the new step.
        step_id: the step to take back.

    Raises:
        CannotUndo: if it is not there, is taken back already, or something later depends on it.
    """
    step = Step.get_or_none(Step.id == step_id) if is_id(step_id) else None
    if step is None or step.state != "done":
        raise CannotUndo(tr("This step is taken back already."))
    label = label_of(step)
    journal.say(step={"id": step.id, "kind": label.kind, "values": label.values})
    changes = [apply.inverse(change) for change in reversed(_foreseen(deltas.unpack(step.delta)))]
    journal.write(changes, source=step.id)


def _foreseen(changes: list[Delta]) -> list[Delta]:
    """Tell how much is to be done, and return what."""
    links = sum(len(change) for change in changes if isinstance(change, Links))
    rows = sum(len(change.rows) for change in changes if isinstance(change, Rows | LinkData))
    course.expect(links * course.STEPS_OF_LINK + rows * course.STEPS_OF_ROW)
    return changes


def items_of(step_id: int) -> set[int]:
    """Return the items whose links, or whose own fields, a step changed; none for a step that is not there."""
    step = Step.get_or_none(Step.id == step_id) if is_id(step_id) else None
    found: set[int] = set()
    # One that is not done cannot be taken back, and may be one that cannot be read.
    for change in deltas.unpack(step.delta) if step is not None and step.state == "done" else ():
        match change:
            case Links(_, "item_customer", by, groups):
                sides = ({one for one, _ in groups}, {other for _, others in groups for other in others})
                found |= sides[by != "item_id"]
            case LinkData():
                found |= {item for item, *_ in change.rows}
            case Update("item", item):
                found.add(item)
    return found


def _expected(step: Step | None, expected: int | None, nothing: str) -> Step:
    if step is None:
        raise CannotUndo(nothing)
    if expected is not None and step.id != expected:
        raise CannotUndo(tr("Something else was changed in the meantime; look at the history and try again."))
    return step
