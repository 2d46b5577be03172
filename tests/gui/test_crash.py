"""A start after a run that the system ended: its report is offered, in the program as it is started."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from itemlink_gui import app as root
from itemlink_gui.base import log
from itemlink_gui.gui import bugs
from itemlink_gui.gui.main_window import MainWindow
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import delete_later


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the interpreter and its signals as they were."""
    seconds, interrupted = sys.getswitchinterval(), signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(bugs, "qInstallMessageHandler", lambda _handler: None)
    yield
    sys.setswitchinterval(seconds)
    signal.signal(signal.SIGINT, interrupted)


def test_the_report_of_a_crash_is_offered_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, prompts: FakePrompts, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "watch_for_crashes", lambda _folder: "Fatal Python error: Aborted")
    seen: list[str] = []

    def look() -> None:
        (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        seen.append(window.findChildren(QLabel, "messageText")[0].text())
        (report,) = window.findChildren(QPushButton, "messageMore")
        seen.append(report.text())
        report.click()
        window.close()

    QTimer.singleShot(0, qapp, look)
    assert root.main([str(path)]) == 0
    delete_later()
    assert seen == ["ItemLink was ended by the system the last time.", "Show report"]
    (report,) = prompts.bugs
    assert report.endswith("Fatal Python error: Aborted")
    prompts.bugs.clear()
