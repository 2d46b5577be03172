"""A screen for all tests here, a filled file, and windows on it that end with their test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Customer, Item, User
from tests.support import run
from tests.xcb.screen import TOOLS, Screen, Window

Open = Callable[[], Window]


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The screen; without the tools for it the tests are skipped, or fail where they must run."""
    missing = ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)
    if missing:
        told = f"a real window needs {missing}"
        if os.environ.get("ITEMLINK_REQUIRE_XCB"):
            pytest.fail(told)
        pytest.skip(told)
    made = Screen(tmp_path_factory.mktemp("screen"))
    yield made
    made.close()


def _fill(journal: Journal) -> None:
    # With names that sort as the ids do.
    for number in range(1, 41):
        journal.add(Item, name=f"Item {number:02}")
        user = journal.add(User, username=f"user{number:02}", full_name=f"Person {number:02}")
        journal.add(Customer, user=user)


@pytest.fixture
def filled(screen: Screen, path: Path) -> Path:
    """A file of 40 items and 40 customers, of whom 1, 2 and 3 are linked to item 2."""
    engine = Engine(path)
    run(engine, Operation("sample", _fill))
    run(engine, links.link([2], [1, 2, 3]))
    engine.close()
    return path


@pytest.fixture
def open_window(screen: Screen, filled: Path) -> Iterator[Open]:
    """Opens a window on the file, and returns it as soon as it is in front and shows everything."""
    opened: list[Window] = []

    def open_one() -> Window:
        screen.park()
        opened.append(Window(screen, filled))
        opened[-1].wait(True, "ready")
        screen.prepare()
        return opened[-1]

    yield open_one
    screen.release()
    for window in opened:
        window.finish()


@pytest.fixture
def window(open_window: Open) -> Window:
    """A window on the file."""
    return open_window()
