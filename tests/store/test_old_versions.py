"""A file that an older version wrote becomes one of the newest version, with every row and every step."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import database, derive, migrate, new_file, schema
from itemlink_gui.store.check import check
from itemlink_gui.store.migrations import SCRIPTS
from tests.store.helpers import every_row, written
from tests.support import assert_sound, beside, digest, faults, on_writer, raw, redo, run, snapshot, undo

TODAY = len(SCRIPTS)
OLDER = range(1, TODAY)

# How many rows the files have, and what their steps are, the newest that is done first.
ROWS = {
    1: {
        "user": 5, "customer": 5, "item": 9, "item_customer": 45, "past_link": 5, "step": 5, "step_record": 38,
        "item_stat": 9, "customer_stat": 5, "item_key": 9, "customer_key": 5, "file_state": 1, "sqlite_sequence": 5,
    },
    2: {
        "user": 5, "customer": 5, "item": 3, "item_customer": 13, "past_link": 2, "step": 16, "step_record": 28,
        "item_stat": 3, "customer_stat": 5, "item_key": 3, "customer_key": 5, "file_state": 1, "sqlite_sequence": 6,
        "company": 3, "customer_company": 4,
    },
}  # fmt: skip
STEPS = {
    1: ["item.delete", "link", "item.update", "customer.update", "fill"],
    2: [
        "item.update", "item.delete", "company.update", "company.create", "unlink", "link",
        *["customer.create"] * 5, *["item.create"] * 4,
    ],
}  # fmt: skip


def write(folder: Path, version: int) -> Path:
    path = folder / "test.itemlink"
    path.write_bytes(written(version))
    return path


def test_there_is_a_file_of_every_version() -> None:
    assert [*ROWS] == [*STEPS] == [*OLDER]


@pytest.mark.parametrize("version", OLDER)
def test_the_file_of_an_older_version_is_sound(tmp_path: Path, version: int) -> None:
    old = write(tmp_path, version)
    assert faults(old) == []
    assert database.inspect(old) == version
    assert {name: len(rows) for name, rows in every_row(old).items() if rows} == ROWS[version]


@pytest.mark.parametrize("version", OLDER)
def test_up_to_date_with_every_row(tmp_path: Path, version: int) -> None:
    old = write(tmp_path, version)
    before, bytes_before = every_row(old, version), digest(old)
    migrate.migrate(old, version)
    assert database.inspect(old) == TODAY
    after = every_row(old, version)
    ((_, serial, *_),) = after.pop("file_state")
    assert serial == before.pop("file_state")[0][1]
    assert {name: [row for row in rows if row in before[name]] for name, rows in after.items()} == before
    # No record came along, only numbers that stand for none.
    assert {name for name in before if after[name] != before[name]} <= {"sqlite_sequence"}
    assert faults(old) == []
    assert check(old) == []
    kept = old.with_name(f"test before version {TODAY}.itemlink")
    assert [name for name in beside(old) if not name.endswith("-journal")] == [kept.name, old.name]
    assert database.inspect(kept) == version
    assert {name: rows for name, rows in every_row(kept, version).items() if name != "file_state"} == before
    assert digest(old) != bytes_before
    before_opening = digest(old)
    Engine(old, keeping=False).close()
    assert digest(old) == before_opening


@pytest.mark.parametrize("version", OLDER)
def test_a_migrated_file_is_like_a_new_one(tmp_path: Path, version: int) -> None:
    """What is derived is as if it were derived anew, and the parts are those of a new file."""
    old, new = write(tmp_path, version), tmp_path / "new.itemlink"
    migrate.migrate(old, version)
    new_file.create(new)
    with raw(old) as one, raw(new) as other:
        assert schema.parts(one) == schema.parts(other) == schema.fresh_parts()
    before = every_row(old)
    with database.opened(old):
        derive.rebuild()
    assert every_row(old) == before


def test_the_file_of_a_file_keeps_its_id(tmp_path: Path) -> None:
    old = write(tmp_path, 2)
    migrate.migrate(old, 2)
    assert (
        every_row(old)["file_state"] == every_row(old.with_name(f"test before version {TODAY}.itemlink"))["file_state"]
    )


def test_two_files_of_version_1_become_two_files(old: Path) -> None:
    other = Path(shutil.copy(old, old.with_name("other.itemlink")))
    ids = []
    for one in (old, other):
        with closing(Engine(one, keeping=False)) as engine:
            assert re.fullmatch("[0-9a-f]{32}", engine.file_id)
            ids.append(engine.file_id)
    assert len(set(ids)) == 2


@pytest.mark.parametrize("version", OLDER)
def test_older_steps_are_undone_and_done_again(tmp_path: Path, version: int) -> None:
    old = write(tmp_path, version)
    engine = Engine(old, keeping=False)
    before = snapshot(old)
    assert [undo(engine).label.kind for _ in STEPS[version]] == STEPS[version]
    assert not any(snapshot(old).values())
    assert_sound(engine)
    for _ in STEPS[version]:
        redo(engine)
    assert snapshot(old) == before
    assert_sound(engine)
    if version == 2:
        assert redo(engine).label.kind == "clear"
        undo(engine)
        assert snapshot(old) == before
    assert run(engine, items.create(name="New")) == dict(every_row(old)["sqlite_sequence"])["item"]
    assert_sound(engine)
    engine.close()


def test_companies_are_found_and_sorted_by(tmp_path: Path) -> None:
    old = write(tmp_path, 2)
    with closing(Engine(old, keeping=False)) as engine:
        rows = every_row(old)
        assert [(row[0], row[-1]) for row in rows["customer_key"] if row[-1]] == [
            (1, "zweirad ortl"), (3, "apfel & co, zweirad ortl"), (4, "apfel & co")
        ]  # fmt: skip
        assert [row[:2] for row in rows["company_stat"]] == [(1, 2), (2, 2), (3, 0)]
        assert on_writer(engine, derive.drift) == []
