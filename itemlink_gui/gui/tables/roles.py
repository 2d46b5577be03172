"""What a row of a table may tell its painter beside text."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """The roles that our models answer. Those of a whole row give the same answer in each of its cells."""

    ID = Qt.ItemDataRole.UserRole.value
    """int: the record's id (whole row)."""
    MUTED = ID + 1
    """bool: secondary text, such as a user name beside the full name."""
    INITIALS = ID + 2
    """str: one or two letters, shown in a disc before the text."""
    COUNT = ID + 3
    """int: shown as a pill instead of the text."""
    DROP_STATE = ID + 4
    """"all", "some", "none" or None: how many of what is being dragged this row has already (whole row)."""
    BADGE = ID + 5
    """str: what a drop here would do, shown over the right end of the row (whole row)."""
    FLASH = ID + 6
    """float 0..1: how strongly the row lights up because it has just changed (whole row)."""
    PLACEHOLDER = ID + 7
    """bool: the row is not loaded yet; a soft bar stands for its text (whole row)."""
    TARGET = ID + 8
    """bool: a drop would land on this row (whole row)."""
    COLOUR = ID + 9
    """str: ``#rrggbb`` of the category, a dot before the text; empty where only its room is kept."""
    PIN = ID + 11
    """int: the key that the item is on, shown small at the end of its name."""
    APART = ID + 12
    """bool: the row is selected although Qt does not know of it (whole row)."""
    BAR = ID + 10
    """(float, str): how much of a thin bar under a number is filled, from 0 to 1, and its state as in `Places`."""
