"""What tests of the store begin with: files, an engine, and a clock for backups."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from itemlink_gui.engine import Engine
from tests.store import salvaging
from tests.store.helpers import Clock, written


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as version 1 wrote it, with ten items, the last one deleted, five customers, and links."""
    path = tmp_path / "test.itemlink"
    path.write_bytes(written(1))
    return path


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """An engine on the fresh file that makes no backups of its own accord, closed at the end."""
    opened = Engine(path, keeping=False)
    yield opened
    opened.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What time it is for backups; it stands still until it is set."""
    return Clock(monkeypatch)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of many pages, with a history, which stays as it is."""
    return salvaging.make(tmp_path_factory.mktemp("made") / "made.itemlink")


@pytest.fixture
def source(made: Path, tmp_path: Path) -> Path:
    """A copy of it to be damaged, alone in its folder."""
    (tmp_path / "from").mkdir()
    return Path(shutil.copy(made, tmp_path / "from" / "broken.itemlink"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where to salvage to."""
    (tmp_path / "to").mkdir()
    return tmp_path / "to" / "saved.itemlink"
