"""The running program: one window over one file at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.engine import Engine
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.bugs import BugCatcher
from itemlink_gui.gui.commands import files
from itemlink_gui.gui.instance import Door, show_first
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.store import database

# The desktop finds the menu entry of a window by this name.
DESKTOP_ID = "itemlink"


def qt_application(settings: Settings) -> QApplication:
    """Return the application, made if there is none, in the colours that the user chose."""
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(["itemlink"])
    qt.setApplicationName("ItemLink")
    if QLocale.system().language() == QLocale.Language.C:
        # No language is set: its dates would be for machines.
        QLocale.setDefault(QLocale(QLocale.Language.English))
    qt.setDesktopFileName(DESKTOP_ID)
    theme.apply(qt, settings.get("theme"))
    return qt


class Opened(QObject):
    """One open file with its window.

    Args:
        path: of a file that exists.
        settings: of the user.
        prompts: asks the user.
        parent: owns it.

    Raises:
        CannotOpen: if the file cannot be opened; nothing is made then.
    """

    closed = Signal()

    def __init__(self, path: Path, settings: Settings, prompts: Prompts, parent: QObject) -> None:
        self.engine = Engine(path)
        super().__init__(parent)
        self.bridge = Bridge(self.engine, prompts, self)
        self.window = MainWindow(self.bridge, settings)
        self.window.closed.connect(self.closed)
        self._door = Door(path, self)
        self._door.knocked.connect(self.to_front)
        files.remember(settings, self.engine.path)

    def shows(self, path: Path) -> bool:
        """Return whether ``path`` leads to the open file, and this is still where it was opened."""
        return self._door.is_of(path) and self._door.is_of(self.engine.path)

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
        self._door.close()
        self.engine.close()
        self.bridge.close()
        self.window.deleteLater()
        self.deleteLater()


class App(QObject):
    """The running program: one window over one file at a time.

    Args:
        qt: the application.
        settings: of the user.
        path: of the file to open; it must exist.
        prompts: asks the user; None for dialogs.

    Raises:
        CannotOpen: if the file cannot be opened.
    """

    def __init__(self, qt: QApplication, settings: Settings, path: Path, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.qt = qt
        self._settings = settings
        self.prompts = prompts or Prompts()
        self._bugs = BugCatcher(self.prompts, self)
        self._closed = False
        self._opened = self._open(path)
        self._bugs.install()

    def _open(self, path: Path) -> Opened:
        opened = Opened(path, self._settings, self.prompts, self)
        self.prompts.parent = opened.window
        opened.closed.connect(self.close)
        opened.window.files.open_requested.connect(self._on_open_requested)
        opened.window.files.new_requested.connect(self._on_new_requested)
        opened.window.show()
        return opened

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._opened.window

    @property
    def engine(self) -> Engine:
        """The engine of the open file."""
        return self._opened.engine

    def close(self) -> None:
        """Store what is queued, and end. May be called twice."""
        if not self._closed:
            self._closed = True
            self._opened.close()
            self._bugs.remove()

    def _on_open_requested(self, path: Path) -> None:
        # Not while the menu or the dialog that asked for it is still closing.
        QTimer.singleShot(0, self, partial(self._replace, path))

    def _on_new_requested(self, path: Path) -> None:
        try:
            database.create(path)
        except CannotOpen as error:
            self.prompts.tell(tr("New file"), str(error))
        else:
            self._on_open_requested(path)

    def _replace(self, path: Path) -> None:
        """Open another file in place of the present one, which stays if that fails."""
        try:
            database.inspect(path)
            if self._opened.shows(path) or show_first(path):
                return
            self.window.remember()
            present, self._opened = self._opened, self._open(path)
        except CannotOpen as error:
            self.prompts.tell(tr("Open"), str(error))
        else:
            present.close()
