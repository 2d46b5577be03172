"""The repair of what is no record: indexes, the schema, what is derived, the history; and what is left alone."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

import pytest

from itemlink_gui import labels
from itemlink_gui.base.changes import KINDS
from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.ops import history as history_verbs
from itemlink_gui.ops import repair
from itemlink_gui.store import database, history
from itemlink_gui.store import repair as mending
from itemlink_gui.store.check import check
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import current
from tests.conftest import Prepared
from tests.store.spoiling import AT, count_steps, engine_on, fill, mends, serial, spoil
from tests.support import LINK, News, ask, assert_sound, faults, raw, redo, run, snapshot, undo


@pytest.fixture
def filled(prepared: Prepared) -> Path:
    """A file with records, links and a history, not open."""
    return prepared(fill)


# What is derived, indexes, and the schema.

DERIVED = {
    "texts": ["UPDATE item SET name = 'Other' WHERE id = 1"],
    "key": ["DELETE FROM customer_key WHERE id = 3"],
    "stray": ["INSERT INTO item_stat VALUES (99999, 4, NULL)"],
    "count": ["UPDATE item_stat SET count = 77 WHERE id = 1", "DELETE FROM customer_stat WHERE id = 2"],
    "search": ["INSERT INTO item_word (item_word) VALUES ('delete-all')"],
    "search texts": ["UPDATE customer_key SET text = 'else' WHERE id = 1"],
    "search data": ["UPDATE item_part_data SET block = x'ff'"],
    "search data gone": ["DELETE FROM customer_part_data"],
    "search settings gone": ["DELETE FROM customer_word_config"],
}
SCHEMA = {
    "index": ["DROP INDEX item_created_at", "DROP INDEX item_customer_reverse"],
    "other index": ["DROP INDEX item_key_name", "CREATE INDEX item_key_name ON item_key (text)"],
    "other table": ["ALTER TABLE item_stat RENAME COLUMN count TO number"],
    "more columns": ["ALTER TABLE customer_key ADD COLUMN more TEXT"],
}


@pytest.mark.parametrize(
    ("mend", "statements"),
    [*(("derived", one) for one in DERIVED.values()), *(("schema", one) for one in SCHEMA.values())],
    ids=[*DERIVED, *SCHEMA],
)
def test_what_is_no_record(filled: Path, mend: str, statements: list[str]) -> None:
    """No step, but a commit of ours, and news that lets every view ask again; redo stays possible."""
    with engine_on(filled) as engine:
        undo(engine)
    spoil(filled, *statements)
    assert mend in mends(filled)
    before, steps, number = snapshot(filled), count_steps(filled), serial(filled)
    with engine_on(filled) as engine:
        news = News(engine)
        assert run(engine, repair.repair())
        assert check(filled) == []
        assert_sound(engine)
        assert (snapshot(filled), count_steps(filled), serial(filled)) == (before, steps, number + 1)
        (change,) = news.changes
        assert (change.how, change.step, change.label.kind) == ("outside", None, "repair")
        assert (change.ids, change.linked) == (dict.fromkeys(KINDS), True)
        assert change.listed == set(KINDS)
        redo(engine)
        undo(engine)
        assert_sound(engine)
        assert all(change.label.kind != "outside" for change in news.changes)


MISSING = {
    **{name: [f"DROP TABLE {name}"] for name in ("item_stat", "customer_key", "item_word", "customer_part")},
    **{name: [f"DROP TABLE {name}"] for name in ("item_part_data", "item_word_idx", "customer_part_docsize")},
    "customer_word_config": ["DROP TABLE customer_word_config"],
    "all but its parts": ["DELETE FROM sqlite_schema WHERE name = 'item_word'"],
    "keys and what searches them": ["DROP TABLE item_word", "DROP TABLE item_part", "DROP TABLE item_key"],
}


@pytest.mark.parametrize("statements", MISSING.values(), ids=MISSING)
def test_derived_tables_that_are_missing(filled: Path, statements: list[str]) -> None:
    spoil(filled, *statements)
    before = snapshot(filled)
    assert "schema" in mends(filled)
    assert mended(filled)
    assert check(filled) == []
    assert faults(filled) == []
    assert snapshot(filled) == before


def mended(path: Path) -> list[str]:
    """Repair a file that no engine opens."""
    with database.opened(path), current.atomic():
        journal = Journal("repair", "window")
        told = mending.repair(journal)
        journal.finish()
    return told


def test_the_times_of_the_last_links_outlive_their_table(filled: Path) -> None:
    with raw(filled) as connection:
        before = connection.execute("SELECT * FROM item_stat ORDER BY id").fetchall()
    assert any(row[2] for row in before)
    spoil(filled, "ALTER TABLE item_stat ADD COLUMN more TEXT")
    assert "The table “item_stat” was made anew." in mended(filled)
    with raw(filled) as connection:
        assert connection.execute("SELECT * FROM item_stat ORDER BY id").fetchall() == before


def forget_rows(path: Path, index: str, *statements: str) -> None:
    """Let a table change while one of its indexes is out of sight."""
    with raw(path) as connection:
        row = connection.execute("SELECT * FROM sqlite_schema WHERE name = ?", [index]).fetchone()
    spoil(path, f"DELETE FROM sqlite_schema WHERE name = '{index}'")
    spoil(path, *statements)
    with raw(path) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row)


NEW = f"INSERT INTO item (name, created_at, updated_at) VALUES ('Unseen', '{AT}', '{AT}')"


@pytest.mark.parametrize(
    ("index", "statements"),
    [
        ("item_created_at", [NEW] * 3),
        ("item_created_at", ["UPDATE item SET created_at = 'x' WHERE id = 2"]),
        ("item_customer_reverse", ["DELETE FROM item_customer WHERE customer_id = 1"]),
        ("customer_key_name", ["UPDATE customer_key SET name = 'x'"]),
        ("customer_created_at", ["UPDATE customer SET created_at = 'y' WHERE id = 7"]),
    ],
)
def test_an_index_that_is_not_in_line(filled: Path, index: str, statements: list[str]) -> None:
    forget_rows(filled, index, *statements)
    before = snapshot(filled)
    assert "index" in mends(filled)
    assert faults(filled)
    with engine_on(filled) as engine:
        assert "The indexes were built anew." in run(engine, repair.repair())
        assert check(filled) == []
        assert_sound(engine)
        assert snapshot(filled) == before


def test_a_byte_of_an_index(filled: Path) -> None:
    with raw(filled) as connection:
        query = "SELECT pageno FROM dbstat WHERE name = 'item_created_at' AND pagetype = 'leaf'"
        try:
            page = connection.execute(query).fetchone()[0]
        except sqlite3.OperationalError:
            page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item_created_at'").fetchone()[0]
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (time,) = connection.execute("SELECT created_at FROM item WHERE id = 1").fetchone()
    content = bytearray(filled.read_bytes())
    at = content.index(time.encode(), (page - 1) * size, page * size)
    content[at + 3] ^= 1
    filled.write_bytes(content)
    assert mends(filled) == {"index"}
    assert mended(filled) == ["The indexes were built anew."]
    assert check(filled) == []
    assert faults(filled) == []


def test_an_index_that_would_refuse_its_table_stays(filled: Path) -> None:
    """Two users of one name: which of them it is nobody can know, and the rest is repaired."""
    forget_unique = "sqlite_autoindex_user_1"
    with raw(filled) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [forget_unique]).fetchone()
        (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'user'").fetchone()
    plain = sql.replace("UNIQUE ", "")
    spoil(filled, f"DELETE FROM sqlite_schema WHERE name = '{forget_unique}'")
    with raw(filled) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'user'", [plain])
    spoil(filled, "UPDATE user SET username = (SELECT username FROM user WHERE id = 1) WHERE id = 2")
    with raw(filled) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'user'", [sql])
        row = ("index", forget_unique, "user", page, None)
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row)
    spoil(filled, f"{LINK} (999, 1, '{AT}')")
    before = snapshot(filled)
    assert mends(filled) >= {"index", "loose"}
    assert "Made again: 1 item that links lead to; the name is lost." in mended(filled)
    assert mends(filled) == {"index"}
    assert snapshot(filled)["user"] == before["user"]


def test_a_file_with_damaged_pages_stays_as_it_is(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "QUICK_CHECK_BYTES", 0)
    spoil(
        filled,
        f"{LINK} (999, 1, '{AT}')",
        "DROP INDEX item_created_at",
    )
    with raw(filled) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'past_link'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(filled.read_bytes())
    content[(page - 1) * size : (page - 1) * size + 500] = b"\x07" * 500
    filled.write_bytes(content)
    assert mended(filled) == []
    assert filled.read_bytes() == content


def test_a_file_without_a_table_of_records_stays_as_it_is(filled: Path) -> None:
    spoil(filled, "DROP TABLE past_link", "DROP INDEX item_created_at")
    before = filled.read_bytes()
    assert mended(filled) == []
    assert filled.read_bytes() == before


def test_what_belongs_to_others_stays(filled: Path) -> None:
    theirs = [
        "CREATE TABLE mine (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id))",
        "INSERT INTO mine VALUES (1, 2)",
        "CREATE INDEX mine_item ON mine (item)",
        "CREATE VIEW look AS SELECT * FROM mine",
        "ALTER TABLE item ADD COLUMN price INTEGER",
        "UPDATE item SET price = 5",
    ]
    spoil(
        filled,
        *theirs,
        "DROP INDEX item_created_at",
        f"{LINK} (999, 1, '{AT}')",
    )
    with engine_on(filled) as engine:
        assert len(run(engine, repair.repair())) == 3
        left = check(filled)
        assert len(left) == 4
        assert {(one.mend, one.damage) for one in left} == {("", False)}
        with raw(filled) as connection:
            assert connection.execute("SELECT * FROM look").fetchall() == [(1, 2)]
            assert connection.execute("SELECT DISTINCT price FROM item WHERE id <> 999").fetchall() == [(5,)]
        undo(engine)
        redo(engine)
        assert_sound(engine)


# The history.


@pytest.mark.parametrize("state", ["done", "undone"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE step SET delta = x'00112233' WHERE id = 3",
        "UPDATE step SET delta = x'', wide = 'item customer' WHERE id = 3",
        "UPDATE step SET parameters = '{' WHERE id = 3",
        "UPDATE step SET parameters = '[1]' WHERE id = 3",
        "UPDATE step SET parameters = '', delta = x'' WHERE id = 3",
    ],
)
def test_a_step_that_cannot_be_read(filled: Path, statement: str, state: str) -> None:
    """It no longer stands in the way of undo and redo, and the history is shown."""
    with engine_on(filled) as engine:
        for _ in range(2 if state == "undone" else 0):
            undo(engine)
    spoil(filled, statement)
    before = snapshot(filled)
    assert mends(filled) == {"history"}
    with engine_on(filled) as engine:
        (told,) = run(engine, repair.repair())
        assert told == "1 step of the history cannot be read and can no longer be taken back."
        assert check(filled) == []
        assert snapshot(filled) == before
        shown = ask(engine, lambda: history.steps(100))
        assert [step.id for step in shown] == [4, 3, 2, 1]
        assert all(labels.message(step.label) and labels.title(step.label) for step in shown)
        assert ask(engine, lambda: history.record_steps("item", 1, 10))
        if state == "done":
            assert undo(engine).step == 4
            with pytest.raises(CannotUndo):
                run(engine, history_verbs.revert(3))
        else:
            assert redo(engine).step == 4
        assert_sound(engine)


@pytest.mark.parametrize(
    "plain",
    [
        [{"is": "rows", "op": "add", "table": "sqlite_schema", "rows": [{"id": 1}]}],
        [{"is": "rows", "op": "add", "table": "item", "rows": [{"id": 1, 'name") SELECT 1 --': 1}]}],
        [{"is": "rows", "op": "other", "table": "item", "rows": []}],
        [{"is": "update", "table": "item", "id": 1, "old": {"name = 1 --": 1}, "new": {"name = 1 --": 2}}],
        [{"is": "update", "table": "item", "id": 1, "old": {}, "new": {"name": 2}}],
        [{"is": "update", "table": "item", "id": "1", "old": {}, "new": {}}],
        [{"is": "links", "op": "add", "through": "item", "by": "id", "groups": []}],
        [{"is": "links", "op": "add", "through": "item_customer", "by": "id", "groups": []}],
        [{"is": "links", "op": "add", "through": "item_customer", "by": "item_id", "groups": [["1", 2]]}],
        [{"is": "links", "op": "add", "through": "item_customer", "by": "item_id", "groups": [[1, 0.5]]}],
    ],
)
def test_a_step_that_names_what_it_cannot_have_changed(filled: Path, plain: object) -> None:
    with raw(filled) as connection:
        blob = zlib.compress(json.dumps(plain).encode())
        connection.execute("UPDATE step SET delta = ? WHERE id = 4", [blob])
    assert mends(filled) == {"history"}
    assert len(mended(filled)) == 1
    assert check(filled) == []
    with raw(filled) as connection:
        assert connection.execute("SELECT state, delta FROM step WHERE id = 4").fetchone() == ("dropped", blob)
