"""What becomes of the times when a file has ten times as much: they may hardly grow."""

from __future__ import annotations

import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import pairwise
from pathlib import Path

from itemlink_gui.bootstrap import ROOT
from itemlink_gui.ops import links
from tests.scale import shown
from tests.scale.data import QUICK, WHOLE, Data, Size
from tests.scale.measure import Goal, Row, timed
from tests.support import ask

SIZES = (Size(10_000, 100, 100_000), QUICK, WHOLE)
OPENED = 5
# These times are short: a few rounds would tell more of the machine than of the file.
ROUNDS = 20
# One in 3, 40, 17, 38 and 45 customers.
COMMON = ("an", "smith", "street", "anna", "john")

_OPEN = """
import sys
from pathlib import Path
from tests.scale import shown
with shown.window(Path(sys.argv[1])) as running:
    for pane in running.window.panes.values():
        if pane.isVisible():
            shown.Painting(pane).after(pane.update, listing=False)
    print("painted", flush=True)
"""

Times = dict[str, dict[Size, list[float]]]
"""Milliseconds by the name of the work and the size of the file."""


def rows(files: Data) -> Iterator[Row]:
    """Yield the rows of this part: by how much the time grows from one size to the next, at worst.

    The sizes take turns, and no larger file is measured than the benchmark's own.
    """
    sizes = [size for size in SIZES if size.customers <= files.size.customers]
    copies = {size: files.copy(size) for size in sizes}
    times: Times = defaultdict(lambda: defaultdict(list))
    for _ in range(OPENED):
        for size, path in copies.items():
            times["open"][size].append(_opening(path))
    with ExitStack() as stack:
        opened = {size: _Opened(stack, path, size) for size, path in copies.items()}
        for number in range(ROUNDS):
            for size, one in opened.items():
                for work, ms in one.turn(number):
                    times[work][size].append(ms)
    for path in copies.values():
        path.unlink()
    for work, by_size in times.items():
        yield _row(work, by_size)


def _row(work: str, by_size: dict[Size, list[float]]) -> Row:
    medians = {size: statistics.median(found) for size, found in by_size.items()}
    told = ", ".join(f"{size.customers:,} customers {ms:.1f} ms" for size, ms in medians.items())
    print(f"growth: {work}: {told}", file=sys.stderr, flush=True)
    factor = max(larger / smaller for smaller, larger in pairwise(medians.values()))
    return Row(f"{work}, ten times as much", Goal("most", 1.5), factor, unit="×")


def _opening(path: Path) -> float:
    """Return the milliseconds from the start of a process to its painted rows."""
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", _OPEN, path], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"painted\n"
        return (time.perf_counter() - begun) * 1000


class _Opened:
    """A window over a file of some size, in which the same is done as in the others.

    Args:
        stack: closes it.
        path: of the file, which is changed.
        size: of the file.
    """

    def __init__(self, stack: ExitStack, path: Path, size: Size) -> None:
        self._app = stack.enter_context(shown.window(path))
        self._pane = self._app.window.panes["customer"]
        self._painting = shown.Painting(self._pane)
        self._random = random.Random(1)
        with closing(sqlite3.connect(path)) as connection:
            names = connection.execute("SELECT username FROM user WHERE length(username) > 12").fetchall()
            (self._item,) = connection.execute("SELECT id FROM item_stat ORDER BY count DESC").fetchone()
            sql = "SELECT customer_id FROM item_customer WHERE item_id = ?"
            linked = {customer for (customer,) in connection.execute(sql, (self._item,))}
        self._rare = self._random.sample([name for (name,) in names], ROUNDS)
        self._unlinked = self._random.sample(sorted(set(range(1, size.customers + 1)) - linked), ROUNDS)

    def turn(self, number: int) -> Iterator[tuple[str, float]]:
        """Do everything once, elsewhere than before, and yield what it was and its milliseconds.

        Args:
            number: of the round.
        """
        yield "search, one is found", self._search(self._rare[number])
        yield "search, many are found", self._search(COMMON[number % len(COMMON)])
        bar = self._pane.view.verticalScrollBar()
        place = int(self._random.random() * bar.maximum())
        yield "jump", self._painting.after(lambda: bar.setValue(place), listing=False)
        self._rest()
        yield "small drop", timed(lambda: self._drop(self._unlinked[number]))
        self._rest()

    def _search(self, text: str) -> float:
        took = self._painting.after(lambda: self._pane.search.setText(text), listing=True)
        self._painting.after(self._pane.search.clear, listing=True)
        self._rest()
        return took

    def _drop(self, customer: int) -> None:
        """Link a customer to the item that most have; done when the news of it has come."""
        told: list[object] = []
        self._app.window.bridge.run(links.link([self._item], [customer]), told.append)
        shown.until(lambda: bool(told))

    def _rest(self) -> None:
        """Wait for what is still asked and told, so that it is not measured with what comes next."""
        ask(self._app.engine, lambda: None)
        self._app.qt.processEvents()
