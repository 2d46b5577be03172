"""Engines that look around every few milliseconds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from itemlink_gui.engine import Engine, workers
from itemlink_gui.engine.keeper import Keeper
from itemlink_gui.engine.writer import Writer
from tests.engine.watching import Rounds, Watched
from tests.support import fill


class Watch(Protocol):
    """Opens a file and watches what is told of it."""

    def __call__(self, path: Path, **options: Any) -> Watched: ...


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Open files and watch what is told of them; closed at the end."""
    rounds = Rounds()
    opened: list[Watched] = []
    monkeypatch.setattr(workers, "POLL_SECONDS", 0.01)
    for kind in (Writer, Keeper):
        monkeypatch.setattr(kind, "idle", rounds.counted(kind.idle))

    def open_(path: Path, **options: Any) -> Watched:
        opened.append(Watched(rounds, path, **options))
        return opened[-1]

    yield open_
    for one in opened:
        one.engine.close()


@pytest.fixture
def filled(path: Path) -> Path:
    """A file that was changed, and closed before a backup was made."""
    engine = Engine(path, keeping=False)
    fill(engine, 2, 2)
    engine.close()
    return path
