"""Opening and copying files, and what concerns the program as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu

import itemlink_gui
from itemlink_gui.base import launcher, paths
from itemlink_gui.base.errors import CannotWrite, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import dialogs
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.desk import Desk

MOST_RECENT = 10


def remember(settings: Settings, path: Path) -> None:
    """Put a file at the top of the recent ones."""
    recent = [str(path), *(old for old in settings.get("recent_files") if old != str(path))]
    settings.set("recent_files", recent[:MOST_RECENT])
    settings.set("last_file", str(path))


class FileCommands(QObject):
    """The actions about files.

    Args:
        desk: what they act on.
    """

    open_requested = Signal(object)
    """A path to open in place of the present file."""
    preferences_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    @property
    def _path(self) -> Path:
        return self._desk.bridge.engine.path

    def open(self) -> None:
        """Ask which file to open."""
        path = self._desk.prompts.open_file(tr("Open"), self._path.parent)
        if path is not None:
            self.open_requested.emit(path)

    def fill_recent(self, menu: QMenu) -> None:
        """List the files that were open lately, without the present one."""
        menu.clear()
        for name in self._desk.settings.get("recent_files"):
            if isinstance(name, str) and name != str(self._path):
                action = QAction(Path(name).name.replace("&", "&&"), menu)
                texts.set_tooltip(action, name)
                action.setData(name)
                menu.addAction(action)
        if menu.isEmpty():
            menu.addAction(tr("No other files yet")).setEnabled(False)

    def open_recent(self, action: QAction) -> None:
        """Open a file that was chosen from the list."""
        self.open_requested.emit(Path(action.data()))

    def save_copy(self) -> None:
        """Ask where to write a copy, and write it."""
        self._save_copy(self._on_copied)

    def _save_copy(self, then: Callable[[Path, None], None]) -> None:
        suggestion = self._path.with_name(tr("{name} copy", name=self._path.stem) + paths.FILE_SUFFIX)
        path = self._desk.prompts.save_file(tr("Save a copy"), suggestion)
        if path is not None:
            bridge = self._desk.bridge
            bridge.store(bridge.engine.save_copy(path), "save_copy", partial(then, path), self._on_not_copied)

    def _on_not_copied(self, error: ItemLinkError) -> bool:
        # It says nothing of the file itself, unless that is damaged.
        damaged = isinstance(error, CannotWrite) and error.trouble == "damaged"
        if not damaged:
            self._desk.prompts.tell(tr("Save a copy"), str(error))
        return not damaged

    def _on_copied(self, path: Path, _answer: None) -> None:
        self._desk.bar.show_message(tr("A copy was saved as {name}", name=path.name))

    def save_copy_and_go_on(self) -> None:
        """Ask where to write a copy, write it, and open it in place of the file, which takes nothing any more."""
        self._save_copy(self._on_rescued)

    def _on_rescued(self, path: Path, _answer: None) -> None:
        self.open_requested.emit(path)

    def reveal(self) -> None:
        """Show the folder of the file."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.resolve().parent)))

    def quit(self) -> None:
        """Close the window; everything is stored already."""
        self._desk.window.close()

    def preferences(self) -> None:
        """Show the preferences."""
        dialog = dialogs.preferences.Preferences(self._desk.settings, self._desk.window)
        dialog.changed.connect(self.preferences_changed)
        dialog.open()

    def install_launcher(self) -> None:
        """Put ItemLink into the desktop's menu of applications."""
        try:
            launcher.install()
        except (ItemLinkError, OSError) as error:
            self._desk.prompts.tell(tr("Add to applications menu"), str(error))
            return
        text = tr("ItemLink is in the applications menu, and opens *{suffix} files.", suffix=paths.FILE_SUFFIX)
        self._desk.bar.show_message(text)

    def about(self) -> None:
        """Say what this is."""
        version = tr("ItemLink {version}", version=itemlink_gui.__version__)
        self._desk.prompts.tell(tr("About ItemLink"), version, tr("Who has what: [customers] dragged onto [items]."))
