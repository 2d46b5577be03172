"""Making an empty file of ours."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.paths import FILE_SUFFIX
from itemlink_gui.store import schema
from itemlink_gui.store.database import APPLICATION_ID, address
from itemlink_gui.store.explain import explain


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give an empty file of ours that gets the name ``path`` at the end; a kill leaves nothing under that name.

    Args:
        path: where; its folder must exist.

    Raises:
        CannotOpen: if something is there already, or the place cannot be written.
    """
    taken = CannotOpen(path, tr("There is a file of that name already; it was left as it is."))
    if path.exists() or path.is_symlink():
        raise taken
    try:
        folder = tempfile.TemporaryDirectory(prefix=".itemlink-", dir=path.absolute().parent)
    except OSError as error:
        raise CannotOpen(path, tr("It cannot be made there: {reason}.", reason=error.strerror)) from error
    with folder as name:
        part = Path(name, f"new{FILE_SUFFIX}")
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _fill(part)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        try:
            # Unlike a renaming, a link never takes the place of what came to stand there meanwhile.
            path.hardlink_to(part)
        except OSError:
            if path.exists():
                raise taken from None
            # Some file systems, such as those of memory cards, know no links.
            part.rename(path)


def _fill(path: Path) -> None:
    """Make an empty file one of ours."""
    connection = sqlite3.connect(address(path), uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = 0")
        connection.execute("BEGIN EXCLUSIVE")
        schema.run_scripts(connection, 0, schema.newest())
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.newest()}")
        connection.execute("COMMIT")
    finally:
        connection.close()


def create(path: Path, fill: Callable[[Path], None] | None = None) -> None:
    """Make a file of ours.

    Args:
        path: as with `new_file`.
        fill: puts into the empty file, before it gets its name, what it shall have from the start.

    Raises:
        CannotOpen: as with `new_file`.
    """
    try:
        with new_file(path) as part:
            if fill is not None:
                fill(part)
    except (sqlite3.DatabaseError, OSError) as error:
        raise CannotOpen(path, str(explain(error) or tr("It cannot be made there."))) from error
