"""One open file with its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from itemlink_gui.base.settings import Settings
from itemlink_gui.engine import Engine
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.commands import files
from itemlink_gui.gui.instance import Door
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.prompts import Prompts


class Opened(QObject):
    """One open file with its window.

    Args:
        path: of a file that exists.
        settings: of the user.
        prompts: asks the user.
        parent: owns it.
        safe: nothing runs in the background.
        title: of a file that is only looked at beside the one that is worked in; empty for the latter.

    Raises:
        CannotOpen: if the file cannot be opened; nothing is made then.
    """

    closed = Signal()

    def __init__(
        self,
        path: Path,
        settings: Settings,
        prompts: Prompts,
        parent: QObject,
        *,
        title: str = "",
        safe: bool = False,
    ) -> None:
        self.engine = Engine(path, read_only=bool(title), keeping=not (title or safe))
        super().__init__(parent)
        self.bridge = Bridge(self.engine, prompts, self)
        self.window = MainWindow(self.bridge, settings, title=title)
        self.window.closed.connect(self.closed)
        self._door = None if title else Door(path, self)
        if self._door is not None:
            self._door.knocked.connect(self.to_front)
            files.remember(settings, self.engine.path)
            if not safe:
                self.window.standing.begin()

    def shows(self, path: Path) -> bool:
        """Return whether ``path`` leads to the open file, and this is still where it was opened."""
        return self.has(path) and self.has(self.engine.path)

    def has(self, path: Path) -> bool:
        """Return whether it is the open file that stands at ``path``, wherever it was opened."""
        return self._door is not None and self._door.is_of(path)

    def listen(self) -> None:
        """Have later starts with this file bring this window to the front."""
        if self._door is not None:
            self._door.listen()

    def to_front(self) -> None:
        """Bring the window before all others."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Store what is queued, then let go of the file and of the window."""
        self.window.closed.disconnect(self.closed)
        self.window.leaving.for_good = True
        self.window.close()
        self.window.clipboard.let_go()
        if self._door is not None:
            self._door.close()
        self.engine.close()
        self.bridge.close()
        self.window.deleteLater()
        self.deleteLater()
