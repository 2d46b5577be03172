"""The watch of the suite itself: it must bark."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from itemlink_gui.base import files
from itemlink_gui.engine import Engine
from itemlink_gui.store import new_file


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells which files are open")
def test_opening_a_live_file_is_noticed(engine: Engine, opened_live: list[str]) -> None:
    engine.path.read_bytes()
    os.close(os.open(engine.path, os.O_RDONLY))
    assert opened_live == [str(engine.path)] * 2
    opened_live.clear()


def test_opening_a_closed_file_in_own_code_is_noticed(path: Path, opened_live: list[str]) -> None:
    path.read_bytes()  # nothing holds it, and it is the test that reads
    assert opened_live == []
    own = compile("open(path, 'rb').close()", str(Path(files.__file__)), "exec")
    exec(own, {"path": path})
    assert opened_live == [str(path)]
    opened_live.clear()


def test_making_and_opening_a_file_is_not_noticed(tmp_path: Path, opened_live: list[str]) -> None:
    new_file.create(tmp_path / "new.itemlink")
    Engine(tmp_path / "new.itemlink").close()
    assert opened_live == []
