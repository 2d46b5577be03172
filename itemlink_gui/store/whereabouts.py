"""Where an open file is, and whether it is still the one that was opened; asked without opening it."""

from __future__ import annotations

import os
from pathlib import Path

from itemlink_gui.base.notices import Notice

# Where Linux tells by which name an open file is known now.
_DESCRIPTORS = Path("/proc/self/fd")
_DELETED = " (deleted)"

Identity = tuple[int, int]


def identity(path: Path) -> Identity | None:
    """Return what tells a file from every other one on this computer, or None if nothing can be reached there."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file that is there."""
    return identity(one) is not None and identity(one) == identity(other)


def stamp(path: Path) -> tuple[int, int]:
    """Return the time of the last write (ns) and the size (bytes) of a file; zeros if it cannot be reached."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_mtime_ns, found.st_size


def whereabouts(path: Path, expected: Identity | None) -> Notice:
    """Find out what became of an open file.

    Args:
        path: where it was opened.
        expected: its `identity` then.

    Returns:
        "here", or "moved" (with the place), "replaced", "deleted" or "unreachable".
    """
    found = identity(path)
    if found == expected:
        return Notice("here")
    now = _in_folder(path.parent, expected) or _among_descriptors(expected)
    if found is not None:
        return Notice("replaced", now)
    if now is not None:
        return Notice("moved", now)
    return Notice("deleted") if _is_reachable(path.parent) else Notice("unreachable")


def _is_reachable(folder: Path) -> bool:
    try:
        os.scandir(folder).close()
    except (OSError, ValueError):
        return False
    return True


def _in_folder(folder: Path, expected: Identity | None) -> Path | None:
    if expected is None:
        return None
    try:
        with os.scandir(folder) as entries:
            candidates = [Path(entry.path) for entry in entries if entry.inode() == expected[1]]
    except OSError:
        return None
    return next((one for one in candidates if identity(one) == expected), None)


def _among_descriptors(expected: Identity | None) -> Path | None:
    try:
        descriptors = list(_DESCRIPTORS.iterdir())
    except OSError:
        return None
    for one in descriptors:
        try:
            if identity(one) == expected:
                name = str(one.readlink())
                if not name.endswith(_DELETED) and identity(Path(name)) == expected:
                    return Path(name)
        except OSError:
            continue
    return None
