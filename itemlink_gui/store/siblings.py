"""The conflicted copies of a file that sync programs leave beside it."""

from __future__ import annotations

import platform
import re
import sqlite3
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from itemlink_gui.store.database import APPLICATION_ID, address
from itemlink_gui.store.explain import BROKEN
from itemlink_gui.store.whereabouts import identity

MOST = 20

# What ItemLink itself puts beside a file.
_OWN_PREFIX = ".itemlink-"
_OWN_MARKS = (" before version ", " replaced ")

# How programs say it in the languages they speak.
_CONFLICT = re.compile("conflict|conflit|konflikt|конфлікт|конфликт|競合|衝突|冲突|충돌")
# Names that say less. Dropbox: "(… 2026-11-22)", in any language; Google Drive: "(1)"; iCloud Drive: "2".
_DATED = r" \(.*\d{4}-\d{2}-\d{2}.*\)( \(\d+\))?"
_NUMBERED = r" (\(\d{1,2}\)|\d{1,2})"
# OneDrive: "-" and what a computer is called, which Windows writes in capitals.
_COMPUTER = r"-((?=[0-9-]*[A-Z])[A-Z0-9-]{2,15}(-\d{1,2})?|.*\b(MacBook|iMac|Mac (mini|Studio|Pro))\b.*)"
_SHAPE = re.compile(f"{_DATED}|{_NUMBERED}|{_COMPUTER}")


def conflicted(path: Path, file_id: str, *, synced: bool) -> list[Path]:
    """Return the conflicted copies of an open file, the newest first.

    They lie in its folder, are named as sync programs name such copies, and are the same file by their contents.

    Args:
        path: where the file is.
        file_id: which file it is.
        synced: whether a sync program looks after the folder; elsewhere ``name (1)`` is a person's own copy, and only
            a name that says "conflict" counts.

    Returns:
        at most `MOST`.
    """
    if not file_id:
        return []
    named = [one for one in _files(path) if _is_conflict(path.stem, one.stem, synced=synced)]
    stamped, itself = [], identity(path)
    for one in named:
        try:
            found = one.stat()
        except OSError:
            continue
        # Opening a pipe would wait for ever, and another name of the open file is no copy.
        if stat.S_ISREG(found.st_mode) and (found.st_dev, found.st_ino) != itself:
            stamped.append((found.st_mtime_ns, one))
    newest = (one for _, one in sorted(stamped, reverse=True))
    return list(islice((one for one in newest if is_same(one, file_id)), MOST))


def _files(path: Path) -> Iterator[Path]:
    """Yield what lies beside a file with the same ending and was not put there by ItemLink."""
    try:
        beside = list(path.absolute().parent.iterdir())
    except (OSError, ValueError):
        return
    for one in beside:
        if one.suffix.casefold() == path.suffix.casefold() and not one.name.startswith(_OWN_PREFIX):
            yield one


def _is_conflict(stem: str, other: str, *, synced: bool) -> bool:
    """Whether a name is that of a conflicted copy of another; what the file's own name says does not count."""
    # A Mac may write the same letters in other characters, and Windows other capitals.
    ours, theirs = unicodedata.normalize("NFC", stem), unicodedata.normalize("NFC", other)
    # Not in the middle of a word: "names (conflict)" is of another file than "name".
    match = re.search(rf"(?<![^\W_]){re.escape(ours)}(?![^\W_])", theirs, re.IGNORECASE)
    if match is None:
        return False
    before, rest = theirs[: match.start()], theirs[match.end() :]
    if any(mark in rest for mark in _OWN_MARKS):
        return False
    if _CONFLICT.search(f"{before} {rest}".casefold()):
        return True
    return synced and not before and (_SHAPE.fullmatch(rest) is not None or _is_here(rest))


def _is_here(rest: str) -> bool:
    """Whether what follows the name is what this computer is called."""
    here = platform.node().partition(".")[0]
    return bool(here) and rest.casefold() == f"-{here}".casefold()


def is_same(path: Path, file_id: str) -> bool:
    """Whether a file is one of ours with that number; it is neither written nor locked, and its journals stay."""
    try:
        uri = address(path, frozen=True)
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return False
            return bool(connection.execute("SELECT file_id FROM file_state").fetchone() == (file_id,))
    except (OSError, *BROKEN):
        return False
