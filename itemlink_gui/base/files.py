"""Writing a file so that at every moment either the old or the new one is whole."""

from __future__ import annotations

import contextlib
import itertools
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST_NAME = 255 - len("-journal")


@contextmanager
def replacing(target: Path, before: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """Give a temporary path beside ``target``; what stands there at the end takes its place.

    A symbolic link stays one (its target is replaced) and an existing file's permissions are kept. On an error
    inside the block the target is untouched and the temporary file is gone.

    Args:
        target: the file to write.
        before: called with the resolved target just before the old one goes.

    Raises:
        OSError: if it cannot be written.
    """
    target = target.resolve()
    handle, name = tempfile.mkstemp(prefix=".itemlink-", suffix=".part", dir=target.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        if before is not None:
            before(target)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(target.parent)


def beside(path: Path, addition: str) -> Path:
    """Return a path in the same folder, its name lengthened before the ending; a long one is cut so that it fits.

    Args:
        path: of a file.
        addition: what comes after its name, such as " (2)".
    """
    # Most file systems take 255 bytes; SQLite puts "-journal" after the name.
    stem = path.stem
    while len(os.fsencode(stem + addition + path.suffix)) > _LONGEST_NAME:
        stem = stem[:-1]
    return path.with_name(stem + addition + path.suffix)


def free(path: Path) -> Path:
    """Return a path of which there is no file yet: this one, or the same with a number."""
    return next(found for found in _numbered(path) if not found.exists() and not found.is_symlink())


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in itertools.count(2):
        yield beside(path, f" ({number})")


def write_bytes(target: Path, content: bytes) -> None:
    """Write a small file whole, as `replacing` does; the folder is made when missing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as part:
        part.write_bytes(content)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system lets a folder be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
