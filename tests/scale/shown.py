"""The window over a file, and how long it takes until rows are painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from typing_extensions import override

from itemlink_gui import app
from itemlink_gui.gui.application import App
from itemlink_gui.gui.panes.table_pane import TablePane

# Far beyond what anything takes.
PATIENCE = 120.0
HEART_MS = 20
SIZE = (1400, 900)


@contextmanager
def window(path: Path) -> Iterator[App]:
    """Open the program's window over a file for the length of a ``with`` block."""
    running = app.build([str(path)])
    try:
        running.window.resize(*SIZE)
        for pane in running.window.panes.values():
            until(lambda pane=pane: pane.table.loaded and _complete(pane))  # type: ignore[misc]
        yield running
    finally:
        running.close()
        # A window that stays in memory makes each one after it slower to build.
        running.window.deleteLater()
        running.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(there: Callable[[], bool]) -> None:
    """Let the window work until something is so; fails where it does not come to be."""
    deadline = time.monotonic() + PATIENCE
    # With a time to wait Qt would not wait at all, but ask again and again, and take the processor from who works.
    heart = QTimer(interval=HEART_MS)
    heart.start()
    while not there():
        assert time.monotonic() < deadline, "it did not come to be"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Painting(QObject):
    """Watches a pane until a paint in which every row that can be seen was there.

    Args:
        pane: which.
    """

    def __init__(self, pane: TablePane) -> None:
        super().__init__()
        self._pane = pane
        self._listed = False
        self._painted = False
        pane.table.listed.connect(self._on_listed)
        pane.view.viewport().installEventFilter(self)
        # It is seen in place of the table where nothing is found.
        pane.empty.installEventFilter(self)

    def _on_listed(self) -> None:
        self._listed = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted = _complete(self._pane)
        return False

    def after(self, act: Callable[[], Any], *, listing: bool) -> float:
        """Do something and return how many milliseconds pass until its rows are painted.

        Args:
            act: what changes what is shown.
            listing: wait for a new list first; else the list stays and other rows of it are shown.
        """
        self._listed, self._painted = not listing, False
        begun = time.perf_counter()
        act()
        if not listing:
            self._painted = False
            self._pane.view.viewport().update()

        def shown() -> bool:
            # A paint before the new list is there is one of the old.
            self._painted = self._painted and self._listed
            return self._painted

        until(shown)
        return (time.perf_counter() - begun) * 1000


def _complete(pane: TablePane) -> bool:
    """Return whether all rows are here that can be seen."""
    view, table = pane.view, pane.table
    first = view.rowAt(0)
    if first < 0:
        return table.loaded and table.rowCount() == 0
    last = view.rowAt(view.viewport().height() - 1)
    last = last if last >= 0 else table.rowCount() - 1
    return all(table.row(row) is not None for row in range(first, last + 1))
