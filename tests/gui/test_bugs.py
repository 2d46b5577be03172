"""Mistakes of the program: caught wherever they happen, told once, and without what people wrote."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal, qWarning
from pytestqt.qtbot import QtBot

import itemlink_gui
from itemlink_gui.base.errors import NotFound
from itemlink_gui.gui.bugs import BugCatcher
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.ops import items
from tests.gui.helpers import Person

SECRET = "Ann Lee <ann@example.org>"


class Reports(Prompts):
    """Gathers what would be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.threads: list[bool] = []

    def report_bug(self, summary: str, report: str) -> None:
        self.told.append((summary, report))
        self.threads.append(threading.current_thread() is threading.main_thread())


class Sender(QObject):
    pressed = Signal()


class Fragile:
    def __del__(self) -> None:
        fail()


def fail() -> None:
    raise RuntimeError(SECRET)


def in_a_slot() -> None:
    sender = Sender()
    sender.pressed.connect(fail)
    sender.pressed.emit()


def in_a_timer() -> None:
    QTimer.singleShot(0, fail)


def in_a_thread() -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_a_destructor() -> None:
    Fragile()


@pytest.fixture
def reports(qapp: object) -> Reports:
    return Reports()


@pytest.fixture
def catcher(reports: Reports) -> Iterator[BugCatcher]:
    made = BugCatcher(reports)
    made.install()
    yield made
    made.remove()


@pytest.mark.parametrize("happen", [in_a_slot, in_a_timer, in_a_thread, in_a_destructor])
def test_a_mistake_is_told_once_and_without_names(
    qtbot: QtBot, catcher: BugCatcher, reports: Reports, caplog: pytest.LogCaptureFixture, happen: Callable[[], None]
) -> None:
    happen()
    qtbot.waitUntil(lambda: bool(reports.told))
    ((summary, report),) = reports.told
    assert "made a mistake" in summary
    assert report.startswith(
        f"ItemLink {itemlink_gui.__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
    )
    assert "builtins.RuntimeError" in report
    assert "tests/gui/test_bugs.py" in report
    assert "in fail" in report
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "builtins.RuntimeError" in caplog.text
    for said in (report, caplog.text):
        assert "Ann" not in said
        assert "example.org" not in said
        assert str(Path.home()) not in said or Path.home() == Path("/")
    assert reports.threads == [True]
    caplog.clear()


def test_what_is_behind_a_mistake_is_told_too(
    qtbot: QtBot, catcher: BugCatcher, reports: Reports, caplog: pytest.LogCaptureFixture
) -> None:
    def wrapped() -> None:
        try:
            fail()
        except RuntimeError as error:
            raise KeyError(SECRET) from error

    QTimer.singleShot(0, wrapped)
    qtbot.waitUntil(lambda: bool(reports.told))
    report = reports.told[0][1]
    assert report.index("RuntimeError") < report.index("which led to:") < report.index("KeyError")
    assert "Ann" not in report
    caplog.clear()


def test_a_dialog_never_opens_inside_the_mistake(
    qtbot: QtBot, catcher: BugCatcher, reports: Reports, caplog: pytest.LogCaptureFixture
) -> None:
    in_a_slot()
    assert reports.told == []
    qtbot.waitUntil(lambda: bool(reports.told))
    caplog.clear()


def test_ctrl_c_is_no_mistake(
    catcher: BugCatcher, reports: Reports, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert caplog.records == []
    assert reports.told == []


def test_everything_is_put_back(qapp: object, reports: Reports) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    catcher = BugCatcher(reports)
    catcher.remove()
    catcher.install()
    assert not {*before} & {sys.excepthook, threading.excepthook, sys.unraisablehook}
    catcher.remove()
    catcher.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.mark.qt_log_ignore("said afterwards")
def test_what_qt_says_reaches_the_log_without_its_words(
    qtbot: QtBot,
    reports: Reports,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    qtlog: object,
) -> None:
    catcher = BugCatcher(reports)
    catcher.install()
    qWarning(f"cannot show {SECRET}")
    catcher.remove()
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith("Qt ")
    assert "Ann" not in caplog.text
    assert SECRET in capsys.readouterr().err
    assert reports.told == []
    caplog.clear()
    qWarning("said afterwards")
    assert caplog.records == []
    assert [one.message for one in qtlog.records] == ["said afterwards"]  # type: ignore[attr-defined]


def test_in_the_program_a_mistake_in_a_slot_leaves_it_working(person: Person, caplog: pytest.LogCaptureFixture) -> None:
    # Qt's own connection, as every button has one.
    button = person.window.panes["item"].scope_button("all")
    button.pressed.connect(fail, Qt.ConnectionType.SingleShotConnection)
    button.pressed.emit()
    person.until(lambda: bool(person.prompts.bugs))
    (report,) = person.prompts.bugs
    assert "Ann" not in report
    person.prompts.bugs.clear()
    caplog.clear()
    person.do(items.create(name="Goes on"))
    assert "Goes on" in person.names("item")


def test_an_error_of_the_world_is_no_mistake(person: Person) -> None:
    person.window.bridge.run(items.delete([99]))
    person.until(lambda: bool(person.message))
    assert person.message == str(NotFound("item", [99]))
    assert person.prompts.bugs == []


def test_after_the_program_the_hooks_are_as_before(person: Person) -> None:
    assert isinstance(getattr(sys.excepthook, "__self__", None), BugCatcher)
    person.app.close()
    assert not isinstance(getattr(sys.excepthook, "__self__", None), BugCatcher)
