"""A file that version 1 wrote becomes one of the newest version, with every row and every step."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import database, migrate
from itemlink_gui.store.migrations import SCRIPTS
from tests.store.helpers import every_row, version_1
from tests.support import assert_sound, beside, digest, faults, redo, run, snapshot, undo

TODAY = len(SCRIPTS)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as version 1 wrote it."""
    path = tmp_path / "test.itemlink"
    path.write_bytes(version_1())
    return path


def test_the_file_of_version_1_is_sound(old: Path) -> None:
    assert faults(old) == []
    assert database.inspect(old) == 1
    assert {name: len(rows) for name, rows in every_row(old).items() if rows} == {
        "user": 5, "customer": 5, "item": 9, "item_customer": 45, "past_link": 5, "step": 5, "step_record": 38,
        "item_stat": 9, "customer_stat": 5, "item_key": 9, "customer_key": 5, "file_state": 1, "sqlite_sequence": 5,
    }  # fmt: skip


def test_from_version_1_to_2(old: Path) -> None:
    before, bytes_before = every_row(old), digest(old)
    migrate.migrate(old, 1)
    assert database.inspect(old) == TODAY
    after = every_row(old)
    ((_, serial, file_id),) = after.pop("file_state")
    assert serial == before.pop("file_state")[0][1]
    assert re.fullmatch("[0-9a-f]{32}", str(file_id))
    assert after == before
    assert faults(old) == []
    kept = old.with_name(f"test before version {TODAY}.itemlink")
    assert [name for name in beside(old) if not name.endswith("-journal")] == [kept.name, old.name]
    assert database.inspect(kept) == 1
    assert {name: rows for name, rows in every_row(kept).items() if name != "file_state"} == before
    assert digest(old) != bytes_before
    before_opening = digest(old)
    Engine(old, keeping=False).close()
    assert digest(old) == before_opening


def test_two_files_of_version_1_become_two_files(old: Path) -> None:
    other = Path(shutil.copy(old, old.with_name("other.itemlink")))
    ids = []
    for one in (old, other):
        with closing(Engine(one, keeping=False)) as engine:
            ids.append(engine.file_id)
    assert len(set(ids)) == 2


def test_the_steps_of_version_1_are_undone_and_done_again(old: Path) -> None:
    before = snapshot(old)
    engine = Engine(old, keeping=False)
    labels = [undo(engine).label.kind for _ in range(5)]
    assert labels == ["item.delete", "link", "item.update", "customer.update", "fill"]
    assert not any(snapshot(old).values())
    assert_sound(engine)
    for _ in range(5):
        redo(engine)
    assert {name: rows for name, rows in snapshot(old).items() if name != "past_link"} == {
        name: rows for name, rows in before.items() if name != "past_link"
    }
    assert len(snapshot(old)["past_link"]) == 5
    assert run(engine, items.create(name="New")) == 11
    assert_sound(engine)
    engine.close()
