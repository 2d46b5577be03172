"""Taking one step back wherever it stands in the history."""

from __future__ import annotations

from itemlink_gui.ops import places
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import undo
from itemlink_gui.store.journal import Journal


def revert(step_id: int) -> Operation[None]:
    """Take a step back where nothing later depends on it; that is a new step, and can be undone itself.

    Args:
        step_id: the step's id.

    Returns:
        an operation. It raises CannotUndo if rows were changed since, and NoRoom or Invalid if the places of an item
        no longer allow it.
    """

    def write(journal: Journal) -> None:
        with places.kept(journal, undo.items_of(step_id)):
            undo.revert(journal, step_id)

    return Operation("revert", write)
