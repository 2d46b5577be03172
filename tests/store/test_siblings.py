"""The conflicted copies of a file: found by name and by content, and nothing else is."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import new_file, schema, siblings, state
from itemlink_gui.store.database import APPLICATION_ID
from itemlink_gui.store.siblings import conflicted
from tests.support import ask, beside, digest, raw, run

# Whatever a sync program looks after the folder or not.
SAID = [
    "{} (Ann's conflicted copy 2026-11-22)",
    "{} (Ann Example's conflicted copy 2026-11-22 (1))",
    "{} (conflicted copy 2026-11-22 123105)",
    "{}_conflict-20261122-123105",
    "{}.sync-conflict-20261122-123105-ABCDEFG",
    "{} (SFConflict ann@example.org 2026-11-22-12-31-05)",
    "{} (conflicted)",
    "{}.Conflict",
    "{}(Conflict_Ann (Web browser)_2026-11-22-22-50-36)",
    "{} (ANNS-PC conflict 2026-11-22)",
    "{} (in Konflikt stehende Kopie von Ann 2026-11-22)",
    "{} (copie en conflit de Ann 2026-11-22)",
    "{} (Copia en conflicto de Ann 2026-11-22)",
    "{} (Конфликтующая копия с Ann 2026-11-22)",
    "{} (Annの競合コピー 2026-11-22)",
    "Conflict of {}",
]
# Only where one does.
SHAPED = [
    "{} (anything that Ann has 2026-11-22)",
    "{} (anything that Ann has 2026-11-22) (1)",
    "{} (1)",
    "{} (12)",
    "{} 2",
    "{}-LAPTOP-AB12CD",
    "{}-ANNS-PC",
    "{}-ANNS-PC-2",
    "{}-Ann’s MacBook Pro",
]
OTHERS = [
    "{} before version 2",
    "{} before version 2 (conflicted copy 2026-11-22 123105)",
    "{} replaced 2026-11-22 12.31.05",
    "{} replaced 2026-11-22T123105Z (1)",
    "{}s (conflicted)",
    "{}2 conflict",
    "x{} conflict",
    "Old {} (1)",
    "conflict",
    "other (conflicted copy 2026-11-22 123105)",
    "{} of Ann",
    "{} copy",
    "{}2",
    "{} 2026",
    "{} (2026)",
    "{} (copy)",
    "{}-backup",
    "{}-2026-11-22",
    "{}-20261122",
    ".itemlink-{} conflict",
]


@pytest.fixture
def file_id(path: Path) -> str:
    with raw(path) as connection:
        return str(connection.execute("SELECT file_id FROM file_state").fetchone()[0])


def copy(path: Path, shape: str, suffix: str = ".itemlink") -> Path:
    return Path(shutil.copy(path, path.with_name(shape.format(path.stem) + suffix)))


@pytest.mark.parametrize("shape", SAID)
def test_a_name_that_says_conflict_counts_anywhere(path: Path, file_id: str, shape: str) -> None:
    made = copy(path, shape)
    assert conflicted(path, file_id, synced=True) == [made]
    assert conflicted(path, file_id, synced=False) == [made]


@pytest.mark.parametrize("shape", SHAPED)
def test_a_shape_counts_where_files_are_synced(path: Path, file_id: str, shape: str) -> None:
    made = copy(path, shape)
    assert conflicted(path, file_id, synced=True) == [made]
    assert conflicted(path, file_id, synced=False) == []


@pytest.mark.parametrize("shape", OTHERS)
def test_other_names_do_not_count(path: Path, file_id: str, shape: str) -> None:
    copy(path, shape)
    assert conflicted(path, file_id, synced=True) == []


def test_this_computers_own_name_counts(path: Path, file_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = copy(path, "{}-anns-pc")
    assert conflicted(path, file_id, synced=True) == []
    monkeypatch.setattr(platform, "node", lambda: "Anns-PC.example.org")
    assert conflicted(path, file_id, synced=True) == [made]
    monkeypatch.setattr(platform, "node", str)
    assert conflicted(path, file_id, synced=True) == []


@pytest.mark.parametrize(
    "stem",
    [
        "conflict",
        "Parts replaced 2025",
        "Parts before version 3",
        "a.b",
        "[x] (1)*?",
        "Ünïcode 日本",
        "-",
        "2",
        "a 'b' \"c\" %41#?&",
        os.fsdecode(b"caf\xe9"),
        "name.sync-conflict-20261122-123105-ABCDEFG",
    ],
    ids=ascii,
)
def test_what_the_own_name_says_does_not_count(path: Path, file_id: str, stem: str) -> None:
    path = path.rename(path.with_name(f"{stem}.itemlink"))
    plain = copy(path, "{} of Ann")
    assert conflicted(path, file_id, synced=True) == []
    made = {copy(path, "{} (conflicted copy 2026-11-22 123105)"), copy(path, "{} (1)")}
    assert set(conflicted(path, file_id, synced=True)) == made
    plain.unlink()
    assert len(conflicted(path, file_id, synced=False)) == 1


def test_letters_may_be_written_in_other_characters_and_capitals(path: Path, file_id: str) -> None:
    path = path.rename(path.with_name(unicodedata.normalize("NFC", "Übersicht é.itemlink")))
    name = unicodedata.normalize("NFD", "übersicht É (Conflicted).ITEMLINK")
    made = Path(shutil.copy(path, path.with_name(name)))
    assert conflicted(path, file_id, synced=False) == [made]
    again = Path(shutil.copy(path, made.with_name(f"{made.stem} (1).itemlink")))
    assert conflicted(made, file_id, synced=True) == [again]


def test_only_the_same_file_by_its_contents_counts(path: Path, file_id: str, tmp_path: Path) -> None:
    name = f"{path.stem} (conflicted copy 2026-11-22 12310%s).itemlink"
    new_file.create(tmp_path / (name % 0))
    (tmp_path / (name % 1)).write_bytes(b"")
    (tmp_path / (name % 2)).write_bytes(b"no database")
    (tmp_path / (name % 3)).mkdir()
    (tmp_path / (name % 4)).write_bytes(path.read_bytes()[:5000])
    (tmp_path / (name % 5)).symlink_to(tmp_path / "missing")
    with closing(sqlite3.connect(shutil.copy(path, tmp_path / (name % 6)))) as other:
        other.execute("PRAGMA application_id = 1")
    with closing(sqlite3.connect(tmp_path / (name % 7))) as old:
        schema.run_scripts(old, 0, 1)
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.commit()
    copy(path, "{} (conflicted)", ".txt")
    copy(path, "{}.itemlink (conflicted)", "")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / (name % 8))
    assert conflicted(path, file_id, synced=True) == []
    made = copy(path, "{} (conflicted)")
    assert conflicted(path, file_id, synced=True) == [made]
    assert conflicted(path, "", synced=True) == []
    assert conflicted(path, "0" * 32, synced=True) == []


def test_an_old_file_has_no_copies_that_could_be_told(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("UPDATE file_state SET file_id = ''")
    copy(path, "{} (conflicted)")
    assert conflicted(path, "", synced=True) == []


def test_another_name_of_the_file_itself_is_no_copy(path: Path, file_id: str) -> None:
    os.link(path, path.with_name(f"{path.stem} (1).itemlink"))
    path.with_name(f"{path.stem} (conflicted).itemlink").symlink_to(path)
    assert conflicted(path, file_id, synced=True) == []


def test_the_newest_come_first_and_not_too_many(path: Path, file_id: str) -> None:
    made = [copy(path, f"{{}} (conflicted {number})") for number in range(siblings.MOST + 5)]
    for place, one in enumerate(reversed(made)):
        os.utime(one, (1_000_000 + place, 1_000_000 + place))
    # What is newer and of another file takes no place.
    new_file.create(path.with_name(f"{path.stem} (conflict).itemlink"))
    assert conflicted(path, file_id, synced=False) == made[: siblings.MOST]


def test_a_folder_that_cannot_be_read_has_no_copies(tmp_path: Path) -> None:
    assert conflicted(tmp_path / "missing" / "a.itemlink", "1", synced=True) == []
    assert conflicted(Path("a\0b/c.itemlink"), "1", synced=True) == []
    assert conflicted(Path("x" * 5000, "c.itemlink"), "1", synced=True) == []


def test_beside_an_open_file_nothing_is_changed(path: Path) -> None:
    # The watch over live files is on in every test: neither is opened by anybody but SQLite.
    made = copy(path, "{} (Ann's conflicted copy 2026-11-22)")
    made.with_name(f"{made.name}-journal").write_bytes(b"left behind")
    before, stamp = digest(made), made.stat().st_mtime_ns
    engine = Engine(path)
    run(engine, items.create(name="One"))
    names = beside(path)
    file_id = ask(engine, state.file_id)
    assert conflicted(path, file_id, synced=False) == [made]
    run(engine, items.create(name="Two"))
    assert beside(path) == names
    engine.close()
    assert (digest(made), made.stat().st_mtime_ns) == (before, stamp)
    assert made.with_name(f"{made.name}-journal").read_bytes() == b"left behind"
