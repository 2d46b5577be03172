"""What every test relies on: a home of its own, files to begin with, and a watch over who opens a live file."""

from __future__ import annotations

import functools
import gc
import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from itemlink_gui.base import garbage
from itemlink_gui.base.paths import HOME_VARIABLE
from itemlink_gui.engine import Engine
from itemlink_gui.store import database, new_file
from tests.guard import Guard

# In English, whatever the machine speaks.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

hypothesis.settings.register_profile(
    "itemlink",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=50,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("itemlink")

Filler = Callable[[Path], object]
Prepared = Callable[[Filler], Path]

# Windows are deleted on this thread only, as in the program.
garbage.by_hand()

_guard = Guard()
sys.addaudithook(_guard)


def pytest_collection_finish() -> None:
    """Leave out what stays to the end: looking through it again and again takes long."""
    gc.collect()
    garbage.leave_out_what_is_here()


@pytest.fixture(scope="session")
def _room(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes folders; pytest itself looks at all there are before it makes another, which takes longer with each."""
    root, numbers = tmp_path_factory.mktemp("rooms"), itertools.count(1)

    def made() -> Path:
        folder = root / str(next(numbers))
        folder.mkdir(mode=0o700)
        return folder

    return made


@pytest.fixture
def tmp_path(_room: Callable[[], Path]) -> Path:
    """A folder for this test alone."""
    return _room()


@pytest.fixture(autouse=True)
def home(_room: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data and logs of this test alone."""
    folder = _room()
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_garbage() -> Iterator[None]:
    """Delete what tests have left behind."""
    yield
    garbage.collect_when_due()


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no disk: nothing here pulls the plug. Processes that are started, those of the faults too, do wait."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    monkeypatch.setitem(database.PRAGMAS, "synchronous", 0)


@pytest.fixture(autouse=True)
def opened_live() -> Iterator[list[str]]:
    """Fail a test in which anything but SQLite opened a live file; a test of the watch itself empties the list."""
    _guard.seen.clear()
    yield _guard.seen
    assert _guard.seen == []


@pytest.fixture(scope="session")
def _fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fresh") / "fresh.itemlink"
    new_file.create(made)
    return made


@pytest.fixture
def path(tmp_path: Path, _fresh: Path) -> Path:
    """A fresh file of ours, not open; made once and copied, which is faster."""
    return Path(shutil.copy(_fresh, tmp_path / "test.itemlink"))


@pytest.fixture(scope="session")
def _kept(tmp_path_factory: pytest.TempPathFactory, _fresh: Path) -> Prepared:
    @functools.cache
    def made(fill: Filler) -> Path:
        kept = Path(shutil.copy(_fresh, tmp_path_factory.mktemp("kept") / "kept.itemlink"))
        fill(kept)
        return kept

    return made


@pytest.fixture
def prepared(path: Path, _kept: Prepared) -> Prepared:
    """Let the fresh file be as a function fills it; that is done once, and copied for each test."""
    return lambda fill: Path(shutil.copy(_kept(fill), path))


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """An engine on the fresh file, closed at the end."""
    opened = Engine(path)
    yield opened
    opened.close()
