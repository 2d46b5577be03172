"""Parts of a window are deleted on the GUI thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from itemlink_gui.base import garbage
from itemlink_gui.gui.garbage import GarbageCollector
from tests.gui.conftest import Open
from tests.gui.helpers import Person


def test_not_in_a_thread_that_makes_objects(person: Person) -> None:
    gc.collect()
    part = QObject()
    part.ring = part  # type: ignore[attr-defined]
    on: list[bool] = []
    weakref.finalize(part, lambda: on.append(QThread.currentThread() is QApplication.instance().thread()))
    del part
    made: list[list[int]] = []
    thread = threading.Thread(target=lambda: made.extend([] for _ in range(10 * gc.get_threshold()[0])))
    thread.start()
    thread.join()
    assert on == []
    person.until(lambda: bool(on))
    assert on == [True]


def test_as_before_when_the_window_is_closed(open_window: Open, small: Path) -> None:
    garbage.by_itself()
    try:
        person = open_window(small)
        assert not gc.isenabled()
        person.window.close()
        assert gc.isenabled()
    finally:
        garbage.by_hand()


def test_twice_is_once() -> None:
    collector = GarbageCollector()
    collector.install()
    collector.remove()
    assert not gc.isenabled()
