"""What tests of banners and previews share: reading and pressing them, and an engine that looks around quickly."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from itemlink_gui.engine import keeper, workers
from itemlink_gui.gui.dialogs.backups import Backups
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.opened import Opened
from itemlink_gui.gui.panes.banner import Banner
from itemlink_gui.store import backups
from itemlink_gui.store.backups import Backup
from itemlink_gui.store.models import current
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import Person
from tests.support import on_writer

READ_ONLY = "This file can only be read. To change something, save a copy and go on there."


def look_often(monkeypatch: pytest.MonkeyPatch, *, keeping: bool = False) -> None:
    """Have engines look at their files every few ms; without backups of their own accord unless wanted."""
    monkeypatch.setattr(workers, "POLL_SECONDS", 0.02)
    if not keeping:
        monkeypatch.setattr(keeper.Keeper, "idle", lambda _keeper: None)


def told(person: Person) -> dict[str, str]:
    """Return the texts of the banners by their keys."""
    return person.window.banners.shown()


def banner(window: MainWindow, begins: str) -> Banner:
    """Return the banner that begins so, which must be in sight."""
    (found,) = [one for one in window.findChildren(Banner) if one.text.startswith(begins) and one.isVisible()]
    said = found.findChild(QLabel, "bannerText")
    assert isinstance(said, QLabel)
    assert said.isVisible()
    return found


def ways(one: Banner) -> list[str]:
    """Return what its buttons say."""
    return [button.text() for button in one.findChildren(QPushButton, "bannerWay")]


def take_way(window: MainWindow, begins: str, words: str) -> None:
    """Press a button of a banner."""
    found = banner(window, begins).findChildren(QPushButton, "bannerWay")
    (button,) = [button for button in found if button.text() == words]
    button.click()
    QApplication.processEvents()


def put_away(window: MainWindow, begins: str) -> None:
    """Press the cross of a banner."""
    (cross,) = banner(window, begins).findChildren(QToolButton, "bannerClose")
    cross.click()
    QApplication.processEvents()


def fill_disk(person: Person) -> None:
    """Let the file grow no more."""
    pages = on_writer(person.engine, lambda: current.execute_sql("PRAGMA page_count").fetchone()[0])
    on_writer(person.engine, lambda: current.execute_sql(f"PRAGMA max_page_count = {pages}").fetchone())


def free_disk(person: Person) -> None:
    """Let it grow again."""
    on_writer(person.engine, lambda: current.execute_sql("PRAGMA max_page_count = 1000000").fetchone())


def back_up(person: Person) -> Backup:
    """Have a backup made, and return it."""
    person.engine.back_up().result()
    return backups.listed(person.engine.file_id)[0]


def spoil_page(path: Path) -> None:
    """Overwrite a page of the records in a file, without dropping the locks of those who have it open."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    code = "import sys; f = open(sys.argv[1], 'r+b'); f.seek(int(sys.argv[2])); f.write(b'\\xff' * int(sys.argv[3]))"
    subprocess.run([sys.executable, "-c", code, str(path), str((root - 1) * size), str(size)], check=True, timeout=60)


class Looker(Person):
    """One who works with a window in which nothing can be stored.

    Args:
        opened: the window and its engine.
        qtbot: waits.
        prompts: answers its questions.
    """

    def __init__(self, opened: Opened, qtbot: QtBot, prompts: FakePrompts) -> None:
        super().__init__(opened, qtbot, prompts)  # type: ignore[arg-type]

    @override
    def settle(self) -> None:
        quiet = 0
        while quiet < 2:
            before = self._asked
            self.look()
            quiet = quiet + 1 if self._asked == before else 0


def backups_dialog(person: Person) -> Backups:
    """Open the list of backups from the menu, and wait until one can be restored."""
    person.action("backups").trigger()
    (dialog,) = [one for one in person.window.findChildren(Backups) if one.isVisible()]
    person.until(lambda: button(dialog, "backupsRestore").isEnabled())
    return dialog


def button(parent: QWidget, name: str) -> QPushButton:
    """Return a button by its name."""
    (found,) = parent.findChildren(QPushButton, name)
    return found


def preview(person: Person, path: Path) -> Looker:
    """Look at a backup as the list of them asks for it, and return who looks."""
    person.window.keeping.preview_requested.emit(path)
    return looker(person, path)


def looker(person: Person, path: Path) -> Looker:
    """Return who looks at a preview, as soon as it is there."""
    shown = person.app._previews._shown
    person.until(lambda: path in shown)
    found = Looker(shown[path], person.qtbot, person.prompts)
    found.settle()
    return found


def replaced(path: Path) -> list[Path]:
    """Return what was kept beside a file that was restored."""
    return sorted(path.parent.glob(f"{path.stem} replaced *{path.suffix}"))
