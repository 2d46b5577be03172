"""Salvage: what it promises of any file, sound or not."""

from __future__ import annotations

import io
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.store import salvage as module
from itemlink_gui.store import salvage_source, schema
from itemlink_gui.store.database import APPLICATION_ID
from itemlink_gui.store.fold import fold
from itemlink_gui.store.salvage import Saved, salvage
from tests.store.helpers import every_row, written
from tests.store.salvaging import (
    CUSTOMERS,
    NOTHING,
    PAGE,
    contents,
    rescue,
)
from tests.support import FIRST, Child, beside, digest, raw, snapshot


def test_of_a_sound_file_everything_is_saved(source: Path, target: Path) -> None:
    whole, records = contents(source), snapshot(source)
    saved, found = rescue(source, target)
    assert found == whole
    assert saved.lost == saved.nameless == NOTHING
    assert saved.saved == {
        "item": len(whole["item"]),
        "customer": CUSTOMERS,
        "link": len(whole["item_customer"]),
        "step": len(whole["step"]),
    }
    assert set(records) <= set(found)


def test_it_is_the_same_file_one_commit_later_and_numbers_of_the_deleted_stay_theirs(
    source: Path, target: Path
) -> None:
    salvage(source, target)
    states, sequences = [], []
    for path in (source, target):
        with raw(path) as connection:
            states.append(connection.execute("SELECT serial, file_id FROM file_state").fetchone())
            sequences.append(dict(connection.execute("SELECT * FROM sqlite_sequence")))
    assert states[1] == (states[0][0] + 1, states[0][1])
    assert sequences[1] == sequences[0]
    assert sequences[1]["item"] > max(contents(target)["item"])


def test_an_empty_file_of_ours_is_saved(path: Path, target: Path) -> None:
    assert rescue(path, target)[0] == Saved(NOTHING, NOTHING, NOTHING)


def test_a_file_with_a_hot_journal_is_saved_as_it_was_before_the_write_that_broke_off(
    source: Path, target: Path
) -> None:
    whole = contents(source)
    code = """
import os, sqlite3
connection = sqlite3.connect(argv[0], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE item SET description = 'half' || description")
connection.execute("UPDATE customer SET notes = 'half'")
say("now")
os._exit(1)
"""
    before = digest(source)
    with Child(code, source) as child:
        child.hear()
        child.end()
    assert digest(source) != before
    assert beside(source) == ["broken.itemlink", "broken.itemlink-journal"]
    saved, found = rescue(source, target)
    assert found == whole
    assert saved.lost == saved.nameless == NOTHING


def test_a_journal_that_would_make_it_worse_is_left_out(source: Path, made: Path, target: Path) -> None:
    """As when a file is put back from a copy, beside the journal of another state."""
    whole = contents(source)
    pages = list(range(2, source.stat().st_size // PAGE, 2))
    journal = bytearray(bytes.fromhex("d9d505f920a163d7"))
    journal += struct.pack(">IIIII", len(pages), 1, source.stat().st_size // PAGE, 512, PAGE)
    journal += bytes(512 - len(journal))
    for page in pages:
        content = bytes([7]) * PAGE
        check_sum = (1 + sum(content[place] for place in range(PAGE - 200, 0, -200))) & 0xFFFFFFFF
        journal += struct.pack(">I", page) + content + struct.pack(">I", check_sum)
    source.with_name(source.name + "-journal").write_bytes(journal)
    with_it = target.with_name("with")
    with_it.mkdir()
    for one in source.parent.iterdir():
        shutil.copy(one, with_it)
    with raw(with_it / source.name) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_schema, item, user").fetchall()
    shutil.rmtree(with_it)
    saved, found = rescue(source, target)
    assert found == whole
    assert saved.lost == saved.nameless == NOTHING


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(Random(1).randbytes(50_000)),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"SQLite format 3\0"),
        lambda path: path.write_text("Dear all,\n" * 5000),
        foreign,
    ],
    ids=["noise", "empty", "short", "text", "foreign"],
)
def test_where_nothing_of_ours_can_be_read_nothing_is_made(
    source: Path, target: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(source)
    before = digest(source)
    with pytest.raises(CannotOpen):
        salvage(source, target)
    assert digest(source) == before
    assert beside(source) == [source.name]
    assert beside(target) == []


def test_what_is_not_there_or_no_file_is_told(tmp_path: Path, source: Path, target: Path) -> None:
    with pytest.raises(CannotOpen) as told:
        salvage(tmp_path / "none.itemlink", target)
    assert told.value.missing
    with pytest.raises(CannotOpen) as told:
        salvage(tmp_path, target)
    assert not told.value.missing
    target.write_text("mine")
    with pytest.raises(CannotOpen, match="already"):
        salvage(source, target)
    assert target.read_text() == "mine"
    with pytest.raises(CannotOpen, match="made there"):
        salvage(source, tmp_path / "nowhere" / "saved.itemlink")


def test_a_full_disk_is_told_and_leaves_nothing(source: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PRAGMAS", (*module._PRAGMAS, "max_page_count = 90"))
    with pytest.raises(CannotWrite) as told:
        salvage(source, target)
    assert told.value.trouble == "full"
    assert beside(target) == []


def test_a_file_of_the_first_version_is_saved(tmp_path: Path, target: Path) -> None:
    (tmp_path / "from").mkdir()
    source = tmp_path / "from" / "old.itemlink"
    with closing(sqlite3.connect(source)) as connection:
        schema.run_scripts(connection, 0, 1)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("UPDATE file_state SET serial = 41")
        connection.execute(
            "INSERT INTO item (id, name, created_at, updated_at) VALUES (3, 'Box', '2026-01-01T00:00:00.000Z', '')"
        )
        connection.commit()
    saved, found = rescue(source, target)
    assert saved.saved == NOTHING | {"item": 1}
    with raw(target) as connection:
        assert connection.execute("SELECT serial, length(file_id) FROM file_state").fetchone() == (42, 32)
    assert found["item"][3][1] == "Box"


@pytest.mark.parametrize("version", [1, 2])
def test_all_of_an_older_file_is_saved(tmp_path: Path, target: Path, version: int) -> None:
    (tmp_path / "from").mkdir()
    source = tmp_path / "from" / "old.itemlink"
    source.write_bytes(written(version))
    before = every_row(source, version)
    saved, found = rescue(source, target)
    assert saved.lost == saved.nameless == NOTHING
    assert len(found["step"]) == len(before["step"])
    for table in ("user", "customer", "company", "customer_company", "item", "item_customer"):
        first = {"item": (None, None, "block", None, None, None), "customer": (0,), "item_customer": FIRST}.get(
            table, ()
        )
        assert sorted(found[table].values()) == [row + first for row in before[table]]


def test_values_that_may_not_be_are_mended(source: Path, target: Path) -> None:
    whole = contents(source)
    with raw(source) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute("UPDATE item SET name = 'a' || char(7) || 'b' || char(0) || 'c' WHERE id = 1")
        connection.execute("UPDATE item SET name = printf('%.300c', 'x'), created_at = 'never' WHERE id = 2")
        connection.execute("UPDATE item SET name = '' WHERE id = 3")
        connection.execute("UPDATE item SET description = CAST(x'41ff42' AS TEXT) WHERE id = 4")
        connection.execute("UPDATE step SET delta = x'00' WHERE id = 1")
        connection.execute("UPDATE step SET parameters = '[]' WHERE id = 2")
        connection.execute(
            "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (9999, 1, ''), (1, 9999, '')"
        )
    saved, found = rescue(source, target)
    assert found["item"][1][1] == "abc"
    assert found["item"][2][1] == "x" * 200
    assert found["item"][2][3].startswith("20")
    assert found["item"][3][1] == fold(whole["item"][3][1])
    assert found["item"][4][2] == "A\ufffdB"
    assert found["item"][9999][1] == "Item 9999 (name lost)"
    assert found["customer"][9999][1] == CUSTOMERS + 1 or found["customer"][9999][1] == 10_000
    assert found["step"].keys() == whole["step"].keys() - {1, 2}
    assert saved.nameless == NOTHING | {"item": 2, "customer": 1}
    assert saved.lost == NOTHING | {"step": 2}


def test_two_of_one_username_and_two_of_one_user_are_kept_apart(source: Path, target: Path) -> None:
    with raw(source) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, ' UNIQUE', '') WHERE name IN ('user', 'customer')"
        )
        connection.execute(
            "DELETE FROM sqlite_schema WHERE name LIKE 'sqlite_autoindex%' AND tbl_name IN ('user', 'customer')"
        )
    whole = contents(source)
    with raw(source) as connection:
        connection.execute("UPDATE user SET username = (SELECT username FROM user WHERE id = 8) WHERE id IN (9, 10)")
        connection.execute("UPDATE customer SET user_id = 20 WHERE id = 21")
    saved, found = rescue(source, target)
    name = whole["user"][8][1]
    assert [found["user"][number][1] for number in (8, 9, 10)] == [name, f"{name}-9", f"{name}-10"]
    assert found["customer"][20][1] == 20
    assert found["customer"][21][1] > CUSTOMERS
    assert found["customer"][21][2:] == whole["customer"][21][2:]
    assert len(found["customer"]) == CUSTOMERS + 1
    assert saved.lost == NOTHING


def test_where_the_disk_gives_no_more_of_a_piece_the_rest_is_copied(source: Path, tmp_path: Path) -> None:
    class Worn(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() == 2 * PAGE:
                raise OSError(5, "Input/output error")
            return super().read(size)

    content = source.read_bytes()

    class Disk(type(source)):  # type: ignore[misc]
        def open(self, *_: object, **__: object) -> Worn:
            return Worn(content)

    salvage_source.copy(Disk(source), tmp_path / "copied")
    assert (tmp_path / "copied").read_bytes() == content[: 2 * PAGE] + bytes(PAGE) + content[3 * PAGE :]


def test_it_tells_how_far_it_is(source: Path, target: Path) -> None:
    told: list[tuple[str, int, int]] = []
    salvage(source, target, lambda *news: told.append(news))
    assert all(0 <= done <= total for _, done, total in told)
    assert {"Items", "Customers", "Links", "Search index"} <= {what for what, _, _ in told}
    assert ("Links", len(contents(source)["item_customer"])) in {(what, total) for what, _, total in told}


def test_a_file_that_somebody_here_has_open_is_noticed(source: Path, target: Path, opened_live: list[str]) -> None:
    """It would drop SQLite's locks: the watch of the suite sees it."""
    with raw(source) as connection:
        connection.execute("SELECT count(*) FROM item").fetchone()
        salvage(source, target)
    assert opened_live
    opened_live.clear()
