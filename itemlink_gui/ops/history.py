"""Taking one step back wherever it stands in the history."""

from __future__ import annotations

from functools import partial

from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import undo


def revert(step_id: int) -> Operation[None]:
    """Take a step back where nothing later depends on it; that is a new step, and can be undone itself.

    Args:
        step_id: the step's id.

    Returns:
        an operation. It raises CannotUndo if rows were changed since.
    """
    return Operation("revert", partial(undo.revert, step_id=step_id))
