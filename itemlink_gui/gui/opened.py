"""One open file with its window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.engine import Engine
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.commands import files
from itemlink_gui.gui.file_words import FileWords, carry_over
from itemlink_gui.gui.instance import Door
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.gui.service import LocalService
from itemlink_gui.store import database, schema


def _engine(path: Path, prompts: Prompts, *, read_only: bool, keeping: bool) -> Engine:
    """Return the engine of a file; where a file of an older version is brought up to date first, that is shown."""
    make = partial(Engine, path, read_only=read_only, keeping=keeping)
    if database.inspect(path) == schema.newest():
        return make()
    text = tr("Bringing “{name}” up to date…", name=path.stem)
    return prompts.wait_for(tr("Open"), text, lambda progress: make(progress=progress))


class Opened(QObject):
    """One open file with its window.

    Args:
        path: of a file that exists.
        settings: of the user.
        prompts: asks the user.
        parent: owns it.
        safe: nothing runs in the background.
        title: of a file that is only looked at beside the one that is worked in; empty for the latter.
        service: lets programs reach the file that is worked in.

    Raises:
        CannotOpen: if the file cannot be opened; nothing is made then.
        Cancelled: if the user did not wait until a file of an older version was brought up to date.
    """

    closed = Signal()
    renewed = Signal(object)
    """Another window came in the place of the one before, which is still there: the file speaks with other words."""

    def __init__(
        self,
        path: Path,
        settings: Settings,
        prompts: Prompts,
        parent: QObject,
        *,
        title: str = "",
        safe: bool = False,
        service: LocalService | None = None,
    ) -> None:
        self.engine = _engine(path, prompts, read_only=bool(title), keeping=not (title or safe))
        super().__init__(parent)
        self._settings = settings
        self._safe = safe
        self._service = service
        self.bridge = Bridge(self.engine, prompts, self)
        # Those that are only looked at are versions of the file that is worked in, and speak with its words.
        self._words = None if title else FileWords(self.bridge, self)
        self.window = MainWindow(self.bridge, settings, title=title, service=service)
        self.window.closed.connect(self.closed)
        if self._words is not None:
            self._words.window = self.window
            self._words.due.connect(self._on_words)
        self._door = None if title else Door(path, self)
        if self._door is not None:
            self._door.knocked.connect(self.to_front)
            files.remember(settings, self.engine.path)
            if not safe:
                self.window.standing.begin()

    def _on_words(self) -> None:
        """Have another window in the place of this one: texts that are shown already keep their words."""
        assert self._words is not None
        old = self.window
        old.remember()
        self.window = self._words.window = MainWindow(self.bridge, self._settings, service=self._service)
        carry_over(old, self.window)
        self.window.closed.connect(self.closed)
        self.renewed.emit(self.window)
        self.window.show()
        self._let_go(old)
        if not self._safe:
            self.window.standing.begin()
        QTimer.singleShot(0, self, self._tell_again)

    def _tell_again(self) -> None:
        """Let the new window say what the one before heard."""
        self.bridge.noticed.emit(self.engine.standing)
        if self._words is not None and self._words.news is not None:
            news, self._words.news = self._words.news, None
            self.bridge.changed.emit(news)

    def _let_go(self, window: MainWindow) -> None:
        window.closed.disconnect(self.closed)
        window.leaving.for_good = True
        window.close()
        window.deleteLater()

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
        self.window.clipboard.let_go()
        self._let_go(self.window)
        if self._door is not None:
            self._door.close()
        self.engine.close()
        self.bridge.close()
        self.deleteLater()
