"""The parts of the benchmark, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tests.scale import growth, making, reads, service, starts, window, writes
from tests.scale.data import Data
from tests.scale.measure import Row

PARTS: Mapping[str, Callable[[Data], Iterator[Row]]] = {
    "making": making.rows,
    "writes": writes.rows,
    "reads": reads.rows,
    "growth": growth.rows,
    "window": window.rows,
    "service": service.rows,
    "starts": starts.rows,
}
