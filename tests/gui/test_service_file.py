"""The local service and the file that it belongs to: restored, moved, or another one in its place."""

from __future__ import annotations

import gc
import shutil
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tests.gui.conftest import Open
from tests.gui.fakes import FakeServices
from tests.gui.helpers import Person
from tests.gui.test_service import HASH, free_port, local, settings, sign, start


@pytest.fixture
def worker(services: FakeServices, open_window: Open, small: Path) -> Person:
    """One who has opened the small file, and made a token before."""
    settings().set("service_token", HASH)
    return open_window(small)


def open_other(person: Person, path: Path) -> None:
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    person.settle()


def test_programs_do_not_get_from_one_file_into_another(worker: Person, services: FakeServices, path: Path) -> None:
    start(worker, 8123)
    old = worker.engine
    open_other(worker, path)
    worker.until(lambda: worker.message != "")
    assert worker.message == "The local service was for “Spring term”; it is off."
    (first,) = services.made
    assert (first.stopped, first.engine is old, first.engine_was_open) == (True, True, True)
    assert local(worker).state == "off"
    assert (sign(worker).isVisible(), sign(worker).text()) == (True, "Service off")
    button = worker.find(QPushButton, "messageMore")
    assert button.text() == "Start for this file"
    button.click()
    worker.until(lambda: local(worker).state == "on")
    (running,) = services.running
    assert (running.engine is worker.engine, running.port, running.token_hash) == (True, 8123, HASH)
    assert "8123" in sign(worker).text()


def test_that_it_was_for_another_file_is_said_once(worker: Person, services: FakeServices, path: Path) -> None:
    start(worker)
    before = worker.engine.path
    open_other(worker, path)
    worker.until(lambda: worker.message != "")
    worker.window.bar.hide_message()
    open_other(worker, before)
    assert (worker.message, len(services.made)) == ("", 1)


def test_while_it_starts_it_does_not_follow_either(worker: Person, services: FakeServices, path: Path) -> None:
    services.slow = True
    local(worker).start(8000)
    open_other(worker, path)
    assert [one.stopped for one in services.made] == [True]
    assert local(worker).state == "off"


@pytest.mark.parametrize("salvaged", [False, True])
def test_a_copy_beside_the_file_is_another_file(
    worker: Person, services: FakeServices, template: Path, tmp_path: Path, salvaged: bool
) -> None:
    start(worker)
    was, copy = worker.engine.file_id, Path(shutil.copy(template, tmp_path / "copy.itemlink"))
    if salvaged:
        worker.app._without_window(lambda: copy, worker.engine.path, then_open=True)  # type: ignore[arg-type]
    else:
        open_other(worker, copy)
    worker.until(lambda: worker.message != "")
    assert (worker.engine.path, worker.engine.file_id) == (copy, was)
    assert services.running == []
    assert worker.message.startswith("The local service was for")


def test_a_file_that_was_moved_is_the_same_one(worker: Person, services: FakeServices, tmp_path: Path) -> None:
    start(worker)
    open_other(worker, worker.engine.path.rename(tmp_path / "moved.itemlink"))
    worker.until(lambda: local(worker).state == "on")
    assert [one.engine is worker.engine for one in services.running] == [True]


def test_another_file_at_the_place_of_the_one_before_is_not_the_same(
    worker: Person, services: FakeServices, small: Path, path: Path
) -> None:
    start(worker)

    def work() -> None:
        path.replace(small)

    worker.app._without_window(work, small)  # type: ignore[arg-type]
    worker.until(lambda: worker.message != "")
    assert services.running == []


def test_where_it_was_off_another_file_does_not_start_it(worker: Person, services: FakeServices, path: Path) -> None:
    start(worker)
    local(worker).stop()
    worker.until(lambda: local(worker).state == "off")
    worker.window.files.open_requested.emit(path)
    worker.until(lambda: worker.engine.path == path)
    assert len(services.made) == 1


def test_while_nobody_may_have_the_file_it_is_not_served(
    worker: Person, services: FakeServices, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(worker)
    seen: list[int] = []

    def work() -> None:
        seen.append(len(services.running))

    worker.app._without_window(work, small)  # type: ignore[arg-type]
    worker.until(lambda: local(worker).state == "on")
    assert seen == [0]
    assert [one.engine is worker.engine for one in services.running] == [True]


def test_other_words_for_the_file_leave_it_as_it_is(worker: Person, services: FakeServices) -> None:
    start(worker)
    old = worker.window
    worker.app._opened._on_words()
    worker.settle()
    assert worker.window is not old
    assert sign(worker).isVisible()
    assert len(services.running) == 1


def test_it_ends_before_the_file_is_closed(worker: Person, services: FakeServices) -> None:
    start(worker)
    worker.window.close()
    (made,) = services.made
    assert made.stopped
    assert made.engine_was_open


def test_a_file_that_is_only_looked_at_is_never_served(worker: Person, services: FakeServices, path: Path) -> None:
    worker.app._previews._show(path)
    (preview,) = worker.app.previews
    assert not preview.commands["local_service"].isEnabled()
    assert preview.findChildren(QPushButton, "serviceSign") == []
    start(worker)
    assert [one.engine is worker.engine for one in services.made] == [True]


def test_nothing_of_it_stays_with_a_file_that_is_closed(person: Person, path: Path) -> None:
    local(person).renew()
    start(person, free_port())
    engine = weakref.ref(person.engine)
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    person.until(lambda: person.message != "")
    person.settle()
    gc.collect()
    assert engine() is None
    assert [thread.name for thread in threading.enumerate()].count("itemlink-service") == 0
