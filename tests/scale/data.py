"""The file that the benchmark works on: made once by the program's own sample data, kept, and copied to be changed."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.store import database
from itemlink_gui.store.fold import fold

SEED = 1
# What the rows of a file come from: where one of these changes, it is made anew.
_SOURCES = ("ops/sample*.py", "store/derive.py", "store/migrations/*.py")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a file holds."""

    customers: int
    items: int
    links: int

    def __str__(self) -> str:
        return f"{self.customers:,} customers, {self.items:,} items, {self.links:,} links"


WHOLE = Size(1_000_000, 10_000, 10_000_000)
QUICK = Size(100_000, 1_000, 1_000_000)


class Data:
    """Files of sample data.

    Args:
        size: of the file that most is measured on.
        scratch: a folder for copies; it goes when the benchmark ends.
    """

    def __init__(self, size: Size, scratch: Path) -> None:
        self.size = size
        self.scratch = scratch
        self.made: dict[Size, float] = {}
        """How many seconds the files took that were made just now."""
        self._copies = 0

    def file(self, size: Size | None = None) -> Path:
        """Return a file that is only read; it is made where it was not kept.

        Args:
            size: of the file; None for the one that most is measured on.
        """
        size = size or self.size
        folder = platformdirs.user_cache_path("itemlink") / "scale"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{size.customers}-{size.items}-{size.links}-{_version()}.itemlink"
        if not path.exists():
            for old in folder.glob(f"{size.customers}-{size.items}-{size.links}-*.itemlink"):
                old.unlink()
            print(f"making {size}: {path}", flush=True)
            self.made[size] = make(path, size)
        return path

    def copy(self, size: Size | None = None) -> Path:
        """Return a copy of a file, which may be changed."""
        self._copies += 1
        return Path(shutil.copy(self.file(size), self.scratch / f"copy-{self._copies}.itemlink"))


def make(path: Path, size: Size) -> float:
    """Make a file by the program's own command, and return how many seconds that took."""
    numbers = {"items": size.items, "customers": size.customers, "links": size.links, "seed": SEED}
    options = [word for name, number in numbers.items() for word in (f"--{name}", str(number))]
    begun = time.perf_counter()
    subprocess.run([sys.executable, PACKAGE.parent / "main.py", "--demo", path, *options], check=True)
    return time.perf_counter() - begun


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder for the length of a ``with`` block, where files lie that are kept, not in memory."""
    kept = platformdirs.user_cache_path("itemlink") / "scale"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="now-", dir=kept) as folder:
        yield Path(folder)


@contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """Connect as the program's writer does, without the program: what the limits are measured on.

    Transactions begin where they are said to begin.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("fold", 1, fold, deterministic=True)
        for name, value in database.PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        connection.execute(f"PRAGMA cache_size = -{database.WRITER_CACHE_KB}")
        yield connection


def _version() -> str:
    package = PACKAGE
    sources = sorted(path for pattern in _SOURCES for path in package.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
