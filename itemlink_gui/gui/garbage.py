"""Objects that hold each other are deleted on the GUI thread and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from itemlink_gui.base import garbage

INTERVAL_MS = 1_000


class GarbageCollector(QObject):
    """Does about every second what Python would else do in any thread.

    Args:
        parent: owns it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_itself = False
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(garbage.collect_when_due)

    def install(self) -> None:
        """Begin."""
        self._by_itself = garbage.by_hand()
        self._timer.start()

    def remove(self) -> None:
        """Put everything back as it was; the engine's threads must have ended."""
        self._timer.stop()
        if self._by_itself:
            garbage.by_itself()
