"""How long the program takes until its window is painted, and how much memory it holds, beside Qt's bare window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.store import new_file
from tests.scale.data import Data
from tests.scale.measure import ROUNDS, Goal, Row

# Says so when the window is painted, then, if asked, how many kB of memory are its own after scrolling through.
_PAINTED = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
class Painted(QObject):
    there = False
    def eventFilter(self, watched, event):
        self.there = self.there or event.type() == QEvent.Type.Paint
        return False
def go_on(until):
    while not until():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
def say(text):
    print(text, flush=True)
def hold():
    import gc
    from pathlib import Path
    gc.collect()
    kept = Path("/proc/self/smaps_rollup").read_text().split()
    say(sum(int(kept[kept.index(name) + 1]) for name in ("Private_Clean:", "Private_Dirty:")))
painted = Painted()
"""
_BARE = """
from PySide6.QtCore import QAbstractTableModel, QModelIndex
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTableView
class Empty(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()): return 0
    def columnCount(self, parent=QModelIndex()): return 0
app = QApplication([])
window, splitter = QMainWindow(), QSplitter()
for _ in range(2):
    view = QTableView()
    view.setModel(Empty(view))
    splitter.addWidget(view)
window.setCentralWidget(splitter)
window.resize(1280, 800)
window.installEventFilter(painted)
window.show()
go_on(lambda: painted.there)
say("painted")
if sys.argv[2:]: hold()
"""
_OURS = """
from itemlink_gui import app
running = app.build([sys.argv[1]])
running.window.installEventFilter(painted)
go_on(lambda: painted.there)
say("painted")
if sys.argv[2:]:
    from tests.scale import shown
    pane = running.window.panes["customer"]
    shown.until(lambda: pane.table.loaded)
    bar = pane.view.verticalScrollBar()
    for step in range(400):
        bar.setValue(bar.maximum() * step // 399)
        for _ in range(3): QCoreApplication.processEvents()
    running.window.bridge.engine.read(lambda: None).result()
    hold()
running.close()
"""


def rows(files: Data) -> Iterator[Row]:
    """Yield the rows of this part."""
    empty = files.scratch / "empty.itemlink"
    new_file.create(empty)
    ways = {"bare": (_BARE, empty), "empty": (_OURS, empty), "full": (_OURS, files.file())}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, (code, path) in ways.items():
            taken = _start(code, path)
            # The first time warms.
            if number:
                times[name].append(taken)
    bare, ours, full = (statistics.median(times[name]) for name in ("bare", "empty", "full"))
    said = f"{files.size.customers:,} customers"
    yield Row("start to the painted window, empty file", Goal("times", 1.6), ours, bare)
    yield Row(f"start to the painted window, {said}", Goal("times", 1.6), full, bare)
    yield Row(f"start with {said}, beside the empty file", Goal("over", 50), full, ours)
    if Path("/proc/self/smaps_rollup").exists():
        held, beside = (statistics.median(_memory(*ways[name]) for _ in range(ROUNDS)) for name in ("full", "bare"))
        yield Row(f"memory, {said} scrolled through", Goal("over", 80), held, beside, unit="MB")
    empty.unlink()


def _environment() -> dict[str, str]:
    # As for everybody: what was compiled once is kept.
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _child(code: str, path: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _PAINTED + code, str(path), *more]
    return subprocess.Popen(command, cwd=PACKAGE.parent, env=_environment(), stdout=subprocess.PIPE, text=True)


def _start(code: str, path: Path) -> float:
    begun = time.perf_counter()
    with _child(code, path) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "painted\n"
        return (time.perf_counter() - begun) * 1000


def _memory(code: str, path: Path) -> float:
    with _child(code, path, "hold") as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "painted\n"
        return int(child.stdout.readline()) / 1024
