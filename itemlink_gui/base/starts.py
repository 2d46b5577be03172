"""Which starts of the program never came to an end: after two of them the next one is in safe mode."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from itemlink_gui.base import files

# So many starts that did not come through put the next one in safe mode.
MOST = 2
# Where the system cannot tell whether a process lives (Windows), a start that has lasted so long has failed.
_LONGEST = 30.0


class Starts:
    """Notes of starts under way, in one small file beside the settings.

    A file that cannot be read or written counts as empty.

    Args:
        path: the file; made at the first start.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._own = f"{os.getpid()} {time.time():.3f}"

    def begin(self) -> int:
        """Note that a start is under way.

        Returns:
            how many earlier ones have failed since one came through.
        """
        noted = self._noted()
        self._write([*noted, self._own])
        return sum(not _is_under_way(line) for line in noted)

    def finish(self) -> None:
        """Note that this start came through, and forget those that failed before."""
        noted = self._noted()
        if self._own in noted:
            self._write([line for line in noted if line != self._own and _is_under_way(line)])

    def withdraw(self) -> None:
        """Take this start back as if it had not been: it neither failed nor came through."""
        self._write([line for line in self._noted() if line != self._own])

    def _noted(self) -> list[str]:
        try:
            return self._path.read_text("ascii").splitlines()[-10:]
        except (OSError, ValueError):
            return []

    def _write(self, lines: list[str]) -> None:
        try:
            files.write_bytes(self._path, "".join(f"{line}\n" for line in lines).encode())
        except OSError:
            return


def _is_under_way(line: str) -> bool:
    process, _, begun = line.partition(" ")
    try:
        if sys.platform == "win32":
            return time.time() - float(begun) < _LONGEST
        os.kill(int(process), 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
