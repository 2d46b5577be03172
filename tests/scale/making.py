"""How fast sample data is made: a whole file by `--demo`."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.scale.data import QUICK, Data, make
from tests.scale.measure import Goal, Row

QUICK_ROUNDS = 3


def rows(files: Data) -> Iterator[Row]:
    """Yield the row of this part: links a second, from the start of the process to its end.

    The whole size is made once, as that takes a minute; a smaller one several times.
    """
    path = files.scratch / "made.itemlink"
    took = []
    for _ in range(QUICK_ROUNDS if files.size.links <= QUICK.links else 1):
        took.append(make(path, files.size))
        path.unlink()
    speed = files.size.links / statistics.median(took)
    yield Row(f"make a file of {files.size.links:,} links", Goal("least", 150_000), speed, unit="links/s")
