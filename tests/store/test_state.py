"""Which file the connected one is, and what its last commit was."""

from __future__ import annotations

import re
from pathlib import Path

import peewee
import pytest

from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import database, new_file, state
from tests.support import ask, fill, raw, run, undo


def test_every_new_file_is_another(path: Path, tmp_path: Path) -> None:
    found = set()
    for number in range(5):
        new_file.create(tmp_path / f"{number}.itemlink")
        with database.opened(tmp_path / f"{number}.itemlink"):
            found.add(state.file_id())
    assert len(found) == 5
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in found)


def test_the_number_of_the_last_commit(engine: Engine) -> None:
    def look() -> tuple[int, int]:
        version, mark = ask(engine, lambda: state.last_commit(engine.file_id))
        return version, mark[0]

    version, serial = look()
    assert serial == 0
    fill(engine, 1, 1)
    assert (look()[0] > version, look()[1]) == (True, 1)
    run(engine, items.create(name="x"))
    undo(engine)
    version, serial = look()
    assert serial == 3
    with raw(engine.path) as other:
        other.execute("INSERT INTO company (name, created_at, updated_at) VALUES ('x', '', '')")
        # Only SQLite itself has counted that one, until the engine sees it.
        assert look()[0] > version


@pytest.mark.parametrize(
    "fault",
    ["UPDATE file_state SET file_id = 'another'", "DELETE FROM file_state", "DROP TABLE file_state",
     "ALTER TABLE file_state DROP COLUMN file_id"],
)  # fmt: skip
def test_another_file_is_noticed(path: Path, fault: str) -> None:
    with database.opened(path, read_only=True):
        expected = state.file_id()
        state.last_commit(expected)
        with raw(path) as other:
            other.execute(fault)
        with pytest.raises(CannotWrite) as caught:
            state.last_commit(expected)
        assert caught.value.trouble == "moved"


def test_a_file_that_is_held_is_not_taken_for_another(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with database.opened(path, read_only=True), raw(path) as other:
        expected = state.file_id()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(peewee.OperationalError, match="locked"):
            state.last_commit(expected)
        other.execute("ROLLBACK")
        assert state.last_commit(expected)[1] == (0, None, None)
