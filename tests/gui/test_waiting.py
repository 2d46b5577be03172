"""Waiting for long work: the dialog tells how far it is, cancels it, and is gone when it is over."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.base.errors import Cancelled, CannotWrite
from itemlink_gui.gui import waiting
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.gui.waiting import Progress
from itemlink_gui.store import database
from tests.gui.helpers import delete_later
from tests.support import PATIENCE


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Show the dialog at once."""
    monkeypatch.setattr(waiting, "PATIENCE_MS", 0)
    yield
    delete_later()


def shown() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.objectName() == "waiting" and one.isVisible()]


def cancel(dialog: QWidget) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    button = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert isinstance(button, QPushButton)
    button.click()


class Steered:
    """Looks again and again from the GUI thread until a sight is there, then acts once for each sight."""

    def __init__(self, *acts: object) -> None:
        self._acts = list(acts)
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._acts and self._acts[0]():  # type: ignore[operator]
            self._acts.pop(0)
        if not self._acts:
            self._timer.stop()

    @property
    def done(self) -> bool:
        return not self._acts


def test_the_answer_comes_through_from_another_thread() -> None:
    asked: list[threading.Thread] = []

    def work(_progress: Progress) -> int:
        asked.append(threading.current_thread())
        return 42

    assert Prompts().wait_for("Restore", "Putting it in place…", work) == 42
    assert asked != [threading.main_thread()]
    assert shown() == []


def test_an_error_comes_through() -> None:
    def work(_progress: Progress) -> int:
        raise CannotWrite("The disk is full.", "full")

    with pytest.raises(CannotWrite, match="The disk is full"):
        Prompts().wait_for("Restore", "Putting it in place…", work)
    assert shown() == []


def test_a_mistake_of_the_program_comes_through() -> None:
    def work(_progress: Progress) -> int:
        return 1 // 0

    with pytest.raises(ZeroDivisionError):
        Prompts().wait_for("Restore", "Putting it in place…", work)
    assert shown() == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_in_telling_an_error_ends_the_waiting_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_progress: Progress) -> int:
        raise CannotWrite("The disk is full.", "full")

    monkeypatch.setattr(waiting, "explain", lambda _error: 1 // 0)
    with pytest.raises(CannotWrite):
        Prompts().wait_for("Restore", "Putting it in place…", work)


def test_it_tells_how_far_it_is() -> None:
    seen, go_on = [], threading.Event()

    def work(progress: Progress) -> str:
        progress("Reading pages", 3 * 10**9, 4 * 10**9)
        assert go_on.wait(PATIENCE)
        return "done"

    def look() -> bool:
        for dialog in shown():
            (bar,), (said,) = dialog.findChildren(QProgressBar), dialog.findChildren(QLabel)
            if said.text() == "Reading pages":
                seen.append((dialog.windowTitle(), bar.value(), bar.maximum(), dialog.windowModality()))
                go_on.set()
                return True
        return False

    steered = Steered(look)
    assert Prompts().wait_for("Salvage", "Reading…", work) == "done"
    assert steered.done
    assert seen == [("Salvage", 750, 1000, Qt.WindowModality.ApplicationModal)]
    assert shown() == []


def test_the_text_is_there_before_anything_is_told() -> None:
    seen, go_on = [], threading.Event()

    def look() -> bool:
        for dialog in shown():
            (bar,), (said,) = dialog.findChildren(QProgressBar), dialog.findChildren(QLabel)
            seen.append((said.text(), bar.maximum(), bar.accessibleName()))
            go_on.set()
            return True
        return False

    steered = Steered(look)
    Prompts().wait_for("Salvage", "Reading…", lambda _progress: go_on.wait(PATIENCE))
    assert steered.done
    assert seen == [("Reading…", 0, "Reading…")]


@pytest.mark.parametrize("how", ["button", "escape", "cross"])
def test_it_is_cancelled_at_the_next_sign_of_progress(qtbot: QtBot, how: str) -> None:
    told, go_on, reached = [], threading.Event(), []

    def work(progress: Progress) -> None:
        assert go_on.wait(PATIENCE)
        progress("On", 1, 2)
        reached.append("further")

    def press() -> bool:
        for dialog in shown():
            if how == "button":
                cancel(dialog)
            elif how == "escape":
                qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            else:
                dialog.close()
            # It stays until the work has noticed, and says so.
            told.extend([dialog.isVisible(), dialog.findChildren(QLabel)[0].text()])
            go_on.set()
            return True
        return False

    steered = Steered(press)
    with pytest.raises(Cancelled):
        Prompts().wait_for("Salvage", "Reading…", work)
    assert steered.done
    assert reached == []
    assert told == [True, "Cancelling…"]
    assert shown() == []


def test_a_long_statement_is_cancelled(path: Path) -> None:
    """Work that tells nothing, in the middle of a statement of the database."""

    def work(_progress: Progress) -> None:
        with database.opened(path) as connected:
            endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
            connected.execute_sql(endless).fetchone()

    def press() -> bool:
        for dialog in shown():
            cancel(dialog)
            return True
        return False

    steered = Steered(press)
    with pytest.raises(Cancelled):
        Prompts().wait_for("Restore", "Putting it in place…", work)
    assert steered.done
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM item").fetchone() == (0,)


def test_quick_work_shows_nothing_even_if_something_is_told_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog is deleted only when the loop goes on; a box that follows must not find it in its way."""
    monkeypatch.setattr(waiting, "PATIENCE_MS", 30)
    seen: list[QWidget] = []

    def act() -> None:
        assert Prompts().wait_for("Restore", "Putting it in place…", lambda _progress: 1) == 1
        box = QEventLoop()  # as a message box has one
        QTimer.singleShot(60, lambda: (seen.extend(shown()), box.quit()))
        box.exec()
        done.quit()

    # From inside the loop of the program, as everywhere.
    done = QEventLoop()
    QTimer.singleShot(0, act)
    done.exec()
    assert seen == []
