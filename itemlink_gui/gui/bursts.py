"""The news of what scripts do, slowed down: hundreds of times a second no window could follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from itemlink_gui.base.changes import Change, merged

# After the news of one thing that a script did, that of what follows is gathered for so long.
REST_MS = 100


class Bursts(QObject):
    """Hands news on in their order: at once, or, where a script does one thing after the other, several as one.

    Args:
        parent: owns it.
    """

    told = Signal(object)
    """A `Change`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._gathered: Change | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rested)

    def add(self, change: Change) -> None:
        """Take the next news."""
        if change.who != "service" or change.how == "outside":
            self._hand_on()
            self.told.emit(change)
        elif self._rest.isActive():
            self._gathered = merged(self._gathered, change) if self._gathered else change
        else:
            self._rest.start()
            self.told.emit(change)

    def _on_rested(self) -> None:
        if self._gathered is not None:
            self._rest.start()
            self._hand_on()

    def _hand_on(self) -> None:
        if self._gathered is not None:
            change, self._gathered = self._gathered, None
            self.told.emit(change)

    def forget(self) -> None:
        """Hand nothing more on of what is gathered."""
        self._gathered = None
