"""What a file calls its records: a new file that is made with its words, and others for the open one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from itemlink_gui.base import paths
from itemlink_gui.base.errors import CannotOpen, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import dialogs
from itemlink_gui.gui.desk import Desk
from itemlink_gui.ops.vocabulary import Wish, choose, create_file
from itemlink_gui.store import vocabulary
from itemlink_gui.store.vocabulary import Chosen


class WordCommands(QObject):
    """The actions about the words of files.

    Args:
        desk: what they act on.
    """

    made = Signal(object)
    """The path of a new file, to be opened in place of the present one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def new(self) -> None:
        """Ask which words a new file shall have and where to make it, and open it."""
        dialogs.words.WordsDialog(
            tr("New file"), tr("Next…"), Chosen(), self._ask_where, self._desk.window, fields=True
        ).open()

    def _ask_where(self, wish: Wish, then: Callable[[], None], _failed: Callable[[ItemLinkError], bool]) -> None:
        then()
        suggestion = self._desk.bridge.engine.path.with_name(tr("Untitled") + paths.FILE_SUFFIX)
        path = self._desk.prompts.save_file(tr("New file"), suggestion, replace=False)
        if path is not None:
            self.make(path, wish)

    def make(self, path: Path, wish: Wish) -> None:
        """Make a file, and have it opened.

        Args:
            path: where.
            wish: the words that it shall have.
        """
        try:
            create_file(path, wish)
        except CannotOpen as error:
            self._desk.prompts.tell(tr("New file"), str(error))
        else:
            self.made.emit(path)

    def words(self) -> None:
        """Let the user choose what the file calls its records."""
        self._desk.bridge.read(vocabulary.chosen, self._show, slot=("words", id(self)))

    def _show(self, chosen: Chosen) -> None:
        title = tr("Words of this file")
        dialogs.words.WordsDialog(
            title, tr("Use these words"), chosen, self._use, self._desk.window, fields=False
        ).open()

    def _use(self, wish: Wish, then: Callable[[], None], failed: Callable[[ItemLinkError], bool]) -> None:
        self._desk.bridge.run(choose(wish), lambda _done: then(), failed)
