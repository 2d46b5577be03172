"""What is told of an open file beside the changes of its records: where it is, and whether it is backed up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal[
    "here", "moved", "replaced", "overwritten", "deleted", "unreachable", "backed_up", "not_backed_up", "damaged"
]

_GONE = ("moved", "replaced", "overwritten", "deleted", "unreachable")


@dataclass(frozen=True, slots=True)
class Notice:
    """News of the file itself.

    Args:
        kind: it stands where it was opened (again); it was moved, replaced by another, overwritten by
            another or deleted; its folder or disk cannot be reached; a backup was made,
            or could not be made; it was found to be damaged.
        where: where a file that was moved is now, as far as can be found out; or the backup that was made.
        reason: why there is no backup, a sentence for people.
    """

    kind: Kind
    where: Path | None = None
    reason: str = ""

    @property
    def gone(self) -> bool:
        """Whether the file that was opened does not stand where it was; what stands there may be another."""
        return self.kind in _GONE
