"""Windows that only look: at a backup, another version of the file, or how it was on another day."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from itemlink_gui.base.errors import Cancelled, CannotOpen
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.engine import Engine
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.commands.dates import LookBack
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.opened import Opened
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.store import backups


class Previews(QObject):
    """Opens them, each file once.

    Args:
        settings: of the user; previews start with them and keep nothing.
        prompts: asks the user.
        parent: owns them.
    """

    opened = Signal(object)
    """The window of a new one."""
    restore_requested = Signal(object)
    """A backup to put in the place of the file."""

    def __init__(self, settings: Settings, prompts: Prompts, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._prompts = prompts
        self._file_id = ""
        self._restorable = False
        self._shown: dict[Path, Opened] = {}
        self._rooms: dict[Path, tempfile.TemporaryDirectory[str]] = {}

    def follow(self, engine: Engine) -> None:
        """Be about the backups of a file, the one that is worked in."""
        self._file_id, self._restorable = engine.file_id, not engine.read_only

    @property
    def windows(self) -> list[MainWindow]:
        """Their windows."""
        return [one.window for one in self._shown.values()]

    def request(self, path: Path) -> None:
        """Show a backup or another version, as soon as the menu or the dialog that asked for it is closed."""
        QTimer.singleShot(0, self, partial(self._show, path))

    def look_back(self, found: LookBack) -> None:
        """Show the file as it was on another day."""
        try:
            self._open(found.path, found.title)
        except CannotOpen as error:
            found.room.cleanup()
            self._prompts.tell(tr("As of…"), str(error))
            return
        except Cancelled:
            found.room.cleanup()
            return
        self._rooms[found.path] = found.room
        window = self._shown[found.path].window
        text = tr("This is how it was at the end of {day}: you may look, but nothing can be changed.", day=found.day)
        window.banners.put("reading", text, urgent=False, stays=True)

    def _open(self, path: Path, title: str) -> Opened:
        """Open a window over a file.

        Raises:
            CannotOpen: if that does not work.
            Cancelled: if the user did not wait for it.
        """
        preview = Opened(path, self._settings.apart("window"), self._prompts, self, title=title)
        preview.closed.connect(partial(self._on_closed, path))
        self._shown[path] = preview
        self.opened.emit(preview.window)
        preview.to_front()
        return preview

    def _show(self, path: Path) -> None:
        if path not in self._shown:
            known = next((one for one in backups.listed(self._file_id) if one.path == path), None)
            title = path.stem
            if known is not None:
                title = tr("{name}, backup of {date}", name=known.name, date=texts.full_date(known.at.isoformat()))
            try:
                preview = self._open(path, title)
            except CannotOpen as error:
                self._prompts.tell(tr("Preview"), str(error))
                return
            except Cancelled:
                return
            if known is not None:
                restore = tr("Restore this"), partial(self.restore_requested.emit, path)
                text = tr("This is a backup: you may look, but nothing can be changed.")
                preview.window.banners.put("reading", text, *([restore] if self._restorable else []), urgent=False)
        self._shown[path].to_front()

    def _on_closed(self, path: Path) -> None:
        self._shown.pop(path).close()
        if path in self._rooms:
            self._rooms.pop(path).cleanup()

    def close_all(self) -> None:
        """Close all of them."""
        for path in list(self._shown):
            self._on_closed(path)
