"""A watch over who opens a database file: closing any other descriptor of it drops SQLite's locks."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from itemlink_gui.base.paths import FILE_SUFFIX, PACKAGE

_OWN = str(PACKAGE) + os.sep
# Salvage may read a file that SQLite cannot, as long as this process does not hold it.
_SALVAGE = str(PACKAGE / "store" / "salvage_source.py")
_DESCRIPTORS = Path("/proc/self/fd")


class Guard:
    """An audit hook that notes every opening of a database file by Python itself (SQLite's own raise no event).

    What counts is a file that this process has open already, whoever opens it again, and any existing file that the
    program's own code opens. Making a file that must not exist yet is allowed, and so is opening one that is still
    being made, out of sight.
    """

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event != "open":
            return
        path, _, flags = arguments
        if isinstance(path, int) or not os.fsdecode(path).endswith(FILE_SUFFIX):
            return
        if flags & os.O_EXCL and flags & os.O_CREAT:
            return
        file = Path(os.fsdecode(path))
        in_the_making = file.parent.name.startswith(".itemlink-")
        allowed = in_the_making or (flags & os.O_ACCMODE == os.O_RDONLY and _is_salvage(sys._getframe(1)))
        if _is_open(file) or (_is_own(sys._getframe(1)) and file.is_file() and not allowed):
            self.seen.append(str(file))


def _is_own(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith(_OWN):
            return True
        frame = frame.f_back
    return False


def _is_salvage(frame: FrameType | None) -> bool:
    """Whether it is salvage itself that opens a file, not something that it calls."""
    while frame is not None and not frame.f_code.co_filename.startswith(_OWN):
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename == _SALVAGE


def _is_open(path: Path) -> bool:
    """Whether this process holds the file open; where the system does not tell (only Linux does), no."""
    try:
        wanted = path.stat()
        held = [descriptor.stat() for descriptor in _descriptors()]
    except OSError:
        return False
    return any(os.path.samestat(wanted, one) for one in held)


def _descriptors() -> list[Path]:
    # The descriptor that lists the folder is gone by the time it is looked at.
    return [one for one in _DESCRIPTORS.iterdir() if one.exists()] if _DESCRIPTORS.is_dir() else []
