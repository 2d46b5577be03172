"""Putting right what a check of the file found."""

from __future__ import annotations

from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import repair as mending


def repair() -> Operation[list[str]]:
    """Put right what can be put right in place; a backup is made before, and nothing is thrown away.

    Returns:
        an operation. Its result is a sentence for each thing that was put right. It is a step only if records were
        made again.
    """
    return Operation("repair", mending.repair, backed_up="needed")
