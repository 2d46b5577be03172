"""The window at work: what a drag asks, what is selected, and how long its thread does not come round meanwhile."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from itemlink_gui.base import garbage
from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.gui.application import App
from itemlink_gui.gui.tables import mime
from itemlink_gui.store.apply import execute
from tests.scale.data import SEED, WHOLE, Data, plain
from tests.scale.gaps import EMPTY, Gaps, p99
from tests.scale.measure import ROUNDS, Goal, Row, timed
from tests.scale.shown import Painting, until, window

DRAGGED = 10_000
# What is typed, letter by letter.
TYPED = ("smith", "an", "gmail.com", "qx")
_GROUPED = """SELECT item_id, count(*) FROM item_customer
    WHERE customer_id IN (SELECT value FROM json_each(?)) GROUP BY item_id"""


def rows(files: Data) -> Iterator[Row]:
    """Yield the rows of this part."""
    gaps = Gaps()
    # As the program does when it starts.
    garbage.leave_out_what_is_here()
    with window(files.copy()) as running:
        hands = Hands(running, gaps)
        hands.rest()
        gaps.idle(2)
        limit, ours = hands.weigh(files.file())
        yield Row(f"state of all items, {DRAGGED:,} customers dragged", Goal("most", 100), ours, limit)
        yield Row(f"select all {files.size.customers:,} customers", Goal("most", 50), hands.select_all())
        hands.read()
        with generating(files):
            hands.scroll("scroll through while a file is generated")
        hands.write(files.size.customers // 10)
        hands.cancel_a_drop_of_all()
    for what in gaps.found:
        found = gaps.found[what]
        line = f"  {what}: p99 {p99(found):.1f}, worst {max(found):.1f} ms, {len(found)} beats"
        print(line, file=sys.stderr)
    empty = gaps.found[EMPTY]
    yield Row("gap of the window's thread, p99", Goal("most", 20), p99(gaps.all()), p99(empty))
    yield Row("gap of the window's thread, worst", Goal("most", 60), max(gaps.all()), max(empty))


class Hands:
    """One who works with a window.

    Args:
        running: the program.
        gaps: watches meanwhile.
    """

    def __init__(self, running: App, gaps: Gaps) -> None:
        self._running = running
        self._window = running.window
        self._gaps = gaps
        self._customers = running.window.panes["customer"]
        self._items = running.window.panes["item"]
        # Everything is agreed to.
        running.prompts.ask = _yes  # type: ignore[method-assign]

    def rest(self) -> None:
        """Wait until nothing is asked or stored any more; a backup may go on, as it does at work."""
        until(lambda: not self._window.bridge.tasks)
        until(self._window.bridge.engine.read(lambda: None).done)
        _wait(0.3)

    def weigh(self, file: Path) -> tuple[float, float]:
        """Return how long the bare question takes, and how long the drag does until it knows."""
        session, total = self._window.session, len(self._customers.table.ids)
        ids = random.Random(SEED).sample(list(self._customers.table.ids), min(DRAGGED, total))
        text = "[" + ",".join(map(str, ids)) + "]"
        theirs, own = [], []
        with plain(file) as connection:
            for _ in range(ROUNDS):
                theirs.append(timed(lambda: connection.execute(_GROUPED, (text,)).fetchall()))
                with self._gaps.during("begin to drag"):
                    begun = time.perf_counter()
                    session.begin("customer", ids)
                    until(lambda: session.known)
                    own.append((time.perf_counter() - begun) * 1000)
                    session.end()
        return statistics.median(theirs), statistics.median(own)

    def select_all(self) -> float:
        """Return how long it takes until all customers are painted as selected."""
        found = []
        painting = Painting(self._customers)
        with self._gaps.during("select all"):
            for _ in range(ROUNDS):
                found.append(painting.after(self._customers.view.selectAll, listing=False))
                _wait(0.1)
                self._customers.view.clearSelection()
                _wait(0.1)
        return statistics.median(found)

    def read(self) -> None:
        """Sort by every column, type into the search box, jump, and scroll through."""
        pane, order = self._customers, Qt.SortOrder
        with self._gaps.during("sort by each column"):
            painting = Painting(pane)
            for column in (*range(1, len(pane.table.columns)), 0):
                way = order.AscendingOrder if column == 0 else order.DescendingOrder
                painting.after(partial(pane.table.sort, column, way), listing=True)
                _wait(0.1)
        with self._gaps.during("type a search"):
            for text in TYPED:
                for end in range(len(text) + 1):
                    pane.search.setText(text[:end])
                    _wait(0.1)
            pane.search.clear()
            _wait(0.5)
            until(lambda: pane.table.loaded and len(pane.table.ids) == pane.table.total)
        self.scroll("scroll through and jump")

    def scroll(self, what: str) -> None:
        """Jump to places all over the list, and scroll from one of them."""
        bar = self._customers.view.verticalScrollBar()
        with self._gaps.during(what):
            for step in range(100):
                bar.setValue(bar.maximum() * (step * 37 % 100) // 100)
                _wait(0.01)
            for _ in range(100):
                bar.setValue(bar.value() + 64)
                _wait(0.01)

    def write(self, count: int) -> None:
        """Drop very many on an item, and take it back."""
        # The first of the names: their ids are in no order.
        self._customers.selection.select(list(self._customers.table.ids[:count]))
        self.rest()
        with self._gaps.during(f"drop {count:,}"):
            self._drop()
            until(lambda: not self._window.bridge.tasks)
            _wait(0.2)
        for name in ("undo", "redo", "undo"):
            with self._gaps.during(f"{name} it"):
                until(self._window.commands[name].isEnabled)
                self._window.commands[name].trigger()
                until(lambda: not self._window.bridge.tasks)
                _wait(0.2)

    def cancel_a_drop_of_all(self) -> None:
        """Drop everybody on an item, see that it is shown, and cancel it; nothing stays."""
        cancel = self._window.findChild(QPushButton, "workingCancel")
        assert isinstance(cancel, QPushButton)
        before = self._links()
        with self._gaps.during("drop all, and cancel"):
            self._customers.view.selectAll()
            self._drop()
            until(cancel.isVisible)
            _wait(0.1)
            assert self._window.bridge.tasks, "it was done before it could be cancelled"
            begun = time.perf_counter()
            cancel.click()
            until(lambda: not self._window.bridge.tasks)
            print(f"  cancelled after {(time.perf_counter() - begun) * 1000:.0f} ms more", file=sys.stderr)
            _wait(0.2)
        assert self._links() == before, "what was cancelled left something behind"

    def _links(self) -> list[tuple[Any, ...]]:
        asked = self._window.bridge.engine.read(
            lambda: execute("SELECT (SELECT sum(count) FROM item_stat), (SELECT max(id) FROM step)").fetchall()
        )
        until(asked.done)
        return asked.result()

    def _drop(self) -> None:
        """Drop what is selected on the first item, as the mouse does."""
        ids = self._customers.selection.packed()
        data = self._customers.table.pack(ids)
        self._window.session.begin("customer", ids)
        index = self._items.table.index(0, 0)
        copy = Qt.DropAction.CopyAction
        for _ in range(5):
            self._items.table.canDropMimeData(data, copy, -1, -1, index)
            _wait(0.01)
        assert mime.decode(data, self._window.bridge.nonce) is not None
        assert self._items.table.dropMimeData(data, copy, -1, -1, index)
        self._window.session.end()
        until(lambda: bool(self._window.bridge.tasks))


@contextmanager
def generating(files: Data) -> Iterator[None]:
    """Have a file of a million generated by another process for the length of a ``with`` block."""
    target = files.scratch / "generated.itemlink"
    numbers = {"items": WHOLE.items, "customers": WHOLE.customers, "links": WHOLE.links, "seed": SEED}
    options = [word for name, number in numbers.items() for word in (f"--{name}", str(number))]
    process = subprocess.Popen([sys.executable, PACKAGE.parent / "main.py", "--demo", target, *options])
    try:
        _wait(2.0)
        yield
    finally:
        process.terminate()
        process.wait()
        for left in files.scratch.glob("*generated*"):
            left.unlink()


def _wait(seconds: float) -> None:
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)


def _yes(*_question: object, **_more: object) -> bool:
    return True
