"""Closing and starting again: alone, beside a window that answers, and beside one that does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from itemlink_gui.base.paths import PACKAGE
from tests.support import PATIENCE, faults
from tests.xcb.conftest import Open
from tests.xcb.screen import Screen, Window

pytestmark = pytest.mark.xcb

ITEMS, CUSTOMERS = "itemsTable", "customersTable"

# What the file holds at first.
BEFORE = {(2, 1), (2, 2), (2, 3)}


def test_everything_is_there_again_and_can_be_undone(screen: Screen, filled: Path, open_window: Open) -> None:
    window = open_window()
    screen.drag(window.find("place", CUSTOMERS, 5), window.find("place", ITEMS, 3))
    window.wait([3, "+1"], "badge", ITEMS)
    screen.release()
    window.wait_links(BEFORE | {(3, 5)})
    screen.keys("alt+F4")
    assert window.process.wait(PATIENCE) == 0
    assert faults(filled) == []

    window = open_window()
    assert window.links() == BEFORE | {(3, 5)}
    assert window.ask("count", ITEMS, 3) == 1
    window.wait("Undo Assign Person 05 to Item 03", "action", "undo")
    screen.keys("ctrl+z")
    window.wait_links(BEFORE)
    window.wait(0, "count", ITEMS, 3)
    screen.keys("ctrl+q")
    assert window.process.wait(PATIENCE) == 0

    window = open_window()
    window.wait("Redo Assign Person 05 to Item 03", "action", "redo")
    screen.keys("ctrl+shift+z")
    window.wait_links(BEFORE | {(3, 5)})


def test_the_window_says_who_it_is(screen: Screen, window: Window) -> None:
    handle = window.ask("handle")
    assert screen.ask("getwindowname", handle) == "test — ItemLink"
    assert str(handle) in screen.ask("search", "--class", "^itemlink$").split()
    assert window.ask("icon")


def start_again(screen: Screen, path: Path) -> None:
    """Start the program on a file that is open already; it ends at once, without a word."""
    started = subprocess.run(
        [sys.executable, PACKAGE.parent / "main.py", path],
        env=screen.environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (started.returncode, started.stdout, started.stderr) == (0, b"", b"")


def test_a_second_start_brings_the_window_back(screen: Screen, filled: Path, window: Window) -> None:
    screen.do("windowminimize", window.ask("handle"))
    window.wait(False, "active")
    start_again(screen, filled)
    window.wait(True, "active")


def test_beside_a_window_that_does_not_answer_a_second_one_opens(screen: Screen, open_window: Open) -> None:
    first = open_window()
    os.kill(first.process.pid, signal.SIGSTOP)
    try:
        second = open_window()
        screen.keys("ctrl+1", "Down", "Down", "ctrl+2", "ctrl+shift+l")
        second.wait_links(BEFORE | {(3, 1)})
    finally:
        os.kill(first.process.pid, signal.SIGCONT)
    first.wait(1, "count", ITEMS, 3)
    # Too late to answer: it does not push itself before the other one.
    first.wait(False, "active")
    assert second.ask("active")

    screen.do("windowactivate", first.ask("handle"))
    first.wait(True, "active")
    screen.keys("ctrl+1", "ctrl+2", "ctrl+shift+l")
    first.wait_links(BEFORE | {(3, 1), (1, 1)})
    second.wait(1, "count", ITEMS, 1)
