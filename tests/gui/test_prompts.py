"""What the dialogs ask, and what Enter, Esc and the buttons answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.gui import prompts
from itemlink_gui.gui.prompts import Prompts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # what the offscreen platform says to a fixed size

HOSTILE = '<img src="file:///dev/zero">'


@pytest.fixture
def ask(qtbot: QtBot) -> Prompts:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Prompts(window)
    made.window = window  # type: ignore[attr-defined]  # lives as long as the test
    return made


def answer(act: Callable[[QDialog], object]) -> list[QDialog]:
    """Do something in the next dialog, as soon as its loop runs; the list tells whether one came."""
    met: list[QDialog] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        met.append(dialog)
        act(dialog)

    QTimer.singleShot(0, meet)
    return met


def press(key: Qt.Key) -> Callable[[QDialog], None]:
    return lambda dialog: QTest.keyClick(dialog, key)


def click(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()

    return act


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_tell_is_closed_by_enter_and_esc(ask: Prompts, key: Qt.Key) -> None:
    met = answer(press(key))
    ask.tell("Cannot open", "No", "details")
    assert len(met) == 1


@pytest.mark.parametrize(
    ("act", "danger", "said"),
    [
        (press(Qt.Key.Key_Return), False, True),
        (press(Qt.Key.Key_Escape), False, False),
        (click("Replace"), False, True),
        (click("Cancel"), False, False),
        (press(Qt.Key.Key_Return), True, False),
        (press(Qt.Key.Key_Escape), True, False),
        (click("Replace"), True, True),
    ],
)
def test_ask(ask: Prompts, act: Callable[[QDialog], None], danger: bool, said: bool) -> None:
    answer(act)
    assert ask.ask("Replace", "12 go", "Replace", danger=danger) is said


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (press(Qt.Key.Key_Return), "copy"),
        (click("Move"), "move"),
        (press(Qt.Key.Key_Escape), None),
        (click("Cancel"), None),
    ],
)
def test_choose(ask: Prompts, act: Callable[[QDialog], None], said: str | None) -> None:
    answer(act)
    assert ask.choose("Move or copy", "12 items", {"move": "Move", "copy": "Copy"}, "copy") == said


def test_enter_may_cancel_a_choice(ask: Prompts) -> None:
    answer(press(Qt.Key.Key_Return))
    assert ask.choose("No room", "It is full.", {"more": "Overbook"}, None) is None


def test_names_in_dialogs_are_text(ask: Prompts) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert {made.textFormat() for made in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
        assert dialog.text() == HOSTILE
        dialog.reject()

    met = [answer(look)]
    ask.ask("Delete", HOSTILE, "Delete", danger=True, details=HOSTILE)
    met.append(answer(look))
    ask.choose("Move", HOSTILE, {"a": "A"}, "a")
    met.append(answer(look))
    ask.tell("Note", HOSTILE, HOSTILE)
    assert [len(one) for one in met] == [1, 1, 1]


@pytest.mark.parametrize(
    "run",
    [
        lambda ask: ask.ask("Delete", "x", "Delete"),
        lambda ask: ask.report_bug("Something went wrong", "report"),
        lambda ask: ask.open_file("Open", Path()),
    ],
    ids=["ask", "bug", "file"],
)
@pytest.mark.usefixtures("plain_dialogs")
def test_dialogs_die_after_the_answer(ask: Prompts, qtbot: QtBot, run: Callable[[Prompts], object]) -> None:
    met = answer(press(Qt.Key.Key_Escape))
    run(ask)
    qtbot.waitUntil(lambda: not shiboken6.isValid(met[0]))


def type_name(name: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        edit.setText(name)
        dialog.accept()

    return act


@pytest.fixture
def plain_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own file dialog on every system: the system's cannot be driven."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield  # type: ignore[misc]
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.mark.usefixtures("plain_dialogs")
def test_open_file(ask: Prompts, tmp_path: Path) -> None:
    (tmp_path / "term.itemlink").touch()
    answer(type_name("term.itemlink"))
    assert ask.open_file("Open", tmp_path) == tmp_path / "term.itemlink"
    answer(press(Qt.Key.Key_Escape))
    assert ask.open_file("Open", tmp_path) is None


@pytest.mark.usefixtures("plain_dialogs")
@pytest.mark.parametrize(
    ("typed", "name"),
    [("copy", "copy.itemlink"), ("copy.itemlink", "copy.itemlink"), ("term.2", "term.2.itemlink")],
)
def test_save_file_adds_the_suffix(ask: Prompts, tmp_path: Path, typed: str, name: str) -> None:
    answer(type_name(typed))
    assert ask.save_file("Save a copy", tmp_path / "suggested.itemlink") == tmp_path / name
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("plain_dialogs")
def test_save_file_proposes_a_name(ask: Prompts, tmp_path: Path) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        assert dialog.selectedFiles() == [str(tmp_path / "suggested.itemlink")]
        dialog.reject()

    answer(look)
    assert ask.save_file("Save a copy", tmp_path / "suggested.itemlink") is None


@pytest.mark.usefixtures("plain_dialogs")
@pytest.mark.parametrize(("key", "given"), [("Replace", True), ("Cancel", False)])
def test_a_file_whose_suffix_we_add_is_not_replaced_unasked(
    ask: Prompts, tmp_path: Path, key: str, given: bool
) -> None:
    taken = tmp_path / "term.2.itemlink"
    taken.touch()

    def type_and_answer(dialog: QDialog) -> None:
        type_name("term.2")(dialog)
        answer(click(key))

    answer(type_and_answer)
    assert ask.save_file("Save a copy", tmp_path / "x.itemlink") == (taken if given else None)


def test_a_bug_is_told_once_in_five_seconds(ask: Prompts, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(prompts, "monotonic", lambda: now[0])
    shown = []

    def copy_and_close(dialog: QDialog) -> None:
        report = dialog.findChild(QPlainTextEdit)
        assert report is not None
        shown.append(report.toPlainText())
        ask.report_bug("A second one while the first is open", "no")
        click("Copy report")(dialog)
        assert dialog.isVisible()
        dialog.reject()

    answer(copy_and_close)
    ask.report_bug("Something went wrong", "report one")
    assert QApplication.clipboard().text() == "report one"
    now[0] += 4.9
    ask.report_bug("Something went wrong", "report two")
    now[0] += 0.2
    answer(copy_and_close)
    ask.report_bug("Something went wrong", "report three")
    assert shown == ["report one", "report three"]


def test_waiting_for_work_gives_its_answer_or_its_error(qapp: object) -> None:
    assert Prompts().wait_for("Restore", "Putting it in place…", lambda _progress: 42) == 42

    def fail(_progress: object) -> None:
        raise ItemLinkError("No.")

    with pytest.raises(ItemLinkError, match="No"):
        Prompts().wait_for("Restore", "Putting it in place…", fail)


def test_a_dialog_that_has_asked_has_the_keyboard_again(ask: Prompts, qtbot: QtBot) -> None:
    dialog = QDialog(ask.parent)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    def agree(box: QDialog) -> None:
        assert ask.parent is not None
        # As window managers do when the box has gone: it belongs to the window, not to the dialog.
        box.finished.connect(ask.parent.activateWindow)
        press(Qt.Key.Key_Return)(box)

    answer(agree)
    assert ask.ask("Renew", "Renew it?", "Renew")
    qtbot.waitUntil(dialog.isActiveWindow)
