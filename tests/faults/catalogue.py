"""The table of faults."""

from __future__ import annotations

from tests.faults import (
    actions,
    damage,
    keeping,
    kills,
    logs,
    migrations,
    moves,
    search,
    sharing,
    space,
    texts,
    windows,
)
from tests.faults.fault import Fault

FAULTS: tuple[Fault, ...] = (
    *kills.FAULTS,
    *space.FAULTS,
    *moves.FAULTS,
    *sharing.FAULTS,
    *keeping.FAULTS,
    *migrations.FAULTS,
    *damage.FAULTS,
    *windows.FAULTS,
    *actions.FAULTS,
    *texts.FAULTS,
    *search.FAULTS,
    *logs.FAULTS,
)
