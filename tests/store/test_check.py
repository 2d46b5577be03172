"""The check of a file: it finds each kind of fault, names it in words, and changes nothing."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from itemlink_gui.base.errors import Cancelled, CannotOpen, let_go
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links, sample
from itemlink_gui.store import check as check_module
from itemlink_gui.store import database, schema
from itemlink_gui.store.check import Finding, check
from itemlink_gui.store.explain import explain
from tests.conftest import Prepared
from tests.support import LINK, Child, beside, digest, raw, run, undo

Fault = Callable[[sqlite3.Connection], object]


@pytest.fixture
def filled(prepared: Prepared) -> Path:
    """A file with records, links and a history, not open."""
    return prepared(fill)


def fill(path: Path) -> None:
    engine = Engine(path)
    run(engine, sample.fill())
    run(engine, links.unlink([1, 2], [1, 2, 3, 4, 5]))
    run(engine, items.create(name="Gone again"))
    undo(engine)
    engine.close()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as large: they are opened without a look at every page."""
    monkeypatch.setattr(database, "QUICK_CHECK_BYTES", 0)


def spoil(path: Path, *statements: str) -> None:
    with raw(path) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute("PRAGMA writable_schema = 1")
        for statement in statements:
            connection.execute(statement)


def findings(path: Path) -> list[str]:
    """Check, and return what is told."""
    return [finding.text for finding in found_in(path)]


def found_in(path: Path) -> list[Finding]:
    """Check, and make sure that neither the file nor its folder changes."""
    before, names = digest(path), beside(path)
    found = check(path)
    assert digest(path) == before
    assert beside(path) == names
    assert len(set(found)) == len(found)
    return found


def test_all_is_well(filled: Path) -> None:
    assert findings(filled) == []


def test_all_is_well_in_an_empty_file(path: Path) -> None:
    assert findings(path) == []


AT = "'2026-01-01T00:00:00.000Z'"


@pytest.mark.parametrize(
    ("statement", "expected", "mend"),
    [
        (
            f"{LINK} (999, 1, {AT})",
            "1 link whose item is missing.",
            "loose",
        ),
        (
            f"{LINK} (1, 997, {AT}), (1, 998, {AT})",
            "2 links whose customer is missing.",
            "loose",
        ),
        ("DELETE FROM user WHERE id IN (3, 4)", "2 customers without their user.", "loose"),
        (
            "INSERT INTO customer_company VALUES (1, 999)",
            "1 row of the table customer_company without the other end.",
            "loose",
        ),
        ("INSERT INTO user (username) VALUES ('alone')", "1 user that no customer has.", "loose"),
        (
            "UPDATE item SET name = 'Other' WHERE id = 1",
            "What items are sorted and searched by is not in line",
            "derived",
        ),
        (
            "UPDATE user SET email = 'a@example.org' WHERE id = 1",
            "What customers are sorted and searched by is not",
            "derived",
        ),
        (
            "DELETE FROM customer_key WHERE id = 7",
            "What customers are sorted and searched by is not in line",
            "derived",
        ),
        (
            "UPDATE item_stat SET count = 5000 WHERE id = 1",
            "The number of customers is not right for every item.",
            "derived",
        ),
        (
            "UPDATE customer_stat SET count = 77 WHERE id = 1",
            "The number of items is not right for every customer.",
            "derived",
        ),
        ("DELETE FROM customer_stat WHERE id = 1", "The number of items is not right for every customer.", "derived"),
        (
            "UPDATE step SET delta = x'00112233' WHERE id = 2",
            "1 step of the history that cannot be read (number 2).",
            "history",
        ),
        ("UPDATE step SET parameters = '{'", "3 steps of the history that cannot be read (number 1, 2, 3).", "history"),
        ("DROP INDEX item_created_at", "The index “item_created_at” is missing.", "schema"),
        ("CREATE TABLE mine (id INTEGER)", "The table “mine” does not belong to ItemLink.", ""),
        ("CREATE TRIGGER mine AFTER INSERT ON item BEGIN SELECT 1; END", "The trigger “mine” does not belong to", ""),
        ("CREATE INDEX more ON item (name)", "The index “more” does not belong to ItemLink.", ""),
        ("ALTER TABLE item_key ADD COLUMN price INTEGER", "The table “item_key” is not made as", "schema"),
        ("ALTER TABLE item ADD COLUMN price INTEGER", "The table “item” is not made as it should be.", ""),
    ],
)
def test_faults_are_found(filled: Path, statement: str, expected: str, mend: str) -> None:
    spoil(filled, statement)
    found = found_in(filled)
    assert [(one.mend, one.damage) for one in found if one.text.startswith(expected)] == [(mend, False)], found


def test_ends_that_could_not_be_made_are_told_apart(filled: Path) -> None:
    """A record with so high a number would be the last one; with such a one nobody could make it."""
    spoil(filled, f"{LINK} (2147483647, 1, {AT}), (999, 2, {AT}), (-1, 3, {AT}), (999, 0, {AT})")
    spoil(filled, "UPDATE customer SET user_id = -7 WHERE id = 9")
    found = [
        (one.text, one.mend) for one in found_in(filled) if "missing" in one.text or "without their user" in one.text
    ]
    assert found == [
        ("1 customer without their user.", ""),
        ("1 link whose customer is missing.", ""),
        ("1 link whose item is missing.", "loose"),
        ("3 links whose item is missing.", ""),
    ]


def test_a_table_of_others_is_no_damage(filled: Path) -> None:
    spoil(
        filled,
        "CREATE TABLE mine (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id))",
        "CREATE INDEX mine_item ON mine (item)",
        "CREATE VIEW look AS SELECT * FROM mine",
        "INSERT INTO mine VALUES (1, 999)",
    )
    assert found_in(filled) == [
        Finding("1 row of the table mine without the other end."),
        Finding("The index “mine_item” does not belong to ItemLink."),
        Finding("The table “mine” does not belong to ItemLink."),
        Finding("The view “look” does not belong to ItemLink."),
    ]


@pytest.mark.parametrize(
    ("statement", "name", "mend"),
    [
        ("DROP TABLE item_stat", "item_stat", "schema"),
        ("DROP TABLE customer_key", "customer_key", "schema"),
        ("DROP TABLE item_word", "item_word", "schema"),
        ("DROP TABLE item_word_data", "item_word_data", "schema"),
        ("DROP TABLE past_link", "past_link", ""),
        ("DROP TABLE step_record", "step_record", ""),
    ],
)
def test_a_missing_table_can_be_made_if_nothing_but_that_is_lost(
    filled: Path, statement: str, name: str, mend: str
) -> None:
    spoil(filled, statement)
    (found,) = (one for one in found_in(filled) if one.text == f"The table “{name}” is missing.")
    assert (found.mend, found.damage) == (mend, not mend)


def test_with_damage_nothing_is_to_be_repaired_in_place(filled: Path, large: None) -> None:
    spoil(filled, f"{LINK} (999, 1, {AT})", "DROP INDEX item_created_at")
    assert {one.mend for one in found_in(filled)} >= {"loose", "schema"}
    overwrite_page(filled, "past_link")
    found = found_in(filled)
    assert {one.mend for one in found} == {""}
    assert any(one.damage for one in found)
    assert "1 link whose item is missing." in [one.text for one in found]


@pytest.mark.parametrize(
    ("line", "mend", "damage"),
    [
        ("row 5 missing from index item_created_at", "index", False),
        ("row 5 values differ from index item_created_at", "index", False),
        ("wrong # of entries in index sqlite_autoindex_user_1", "index", False),
        ("rowid not at end-of-record for row 3 of index item_created_at", "index", False),
        ("non-unique entry in index sqlite_autoindex_user_1", "", True),
        ("malformed inverted index for FTS5 table main.item_part", "derived", False),
        ("NULL value in item.name", "", True),
        ("CHECK constraint failed in item", "", True),
        ("Tree 5 page 5: btreeInitPage() returns error code 11", "", True),
        ("Page 9 is never used", "", True),
        ("Freelist: size is 3 but should be 0", "", True),
    ],
)
def test_what_sqlite_says_is_told_apart(line: str, mend: str, damage: bool) -> None:
    """Some versions of SQLite say what others do not."""
    found = check_module._page(line)
    assert (found.mend, found.damage) == (mend, damage)
    assert f"{line}." in found.text
    assert found.text.startswith("The file is damaged") == damage


def test_it_can_be_interrupted_and_the_file_is_free_then(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At whatever place it is: nothing of it is taken for a finding."""
    monkeypatch.setattr(database, "STEPS_BETWEEN_LOOKS", 1000)
    before, ends = digest(filled), []
    for wanted in range(0, 10_000, 3):
        looks = iter(range(wanted))
        try:
            with database.interruptible(lambda looks=looks: next(looks, None) is None):
                ends.append(check(filled))
            break
        except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
            let_go(error)
            ends.append(type(explain(error)))
        with raw(filled) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    assert ends == [*[Cancelled] * (len(ends) - 1), []]
    assert len(ends) >= 10
    assert digest(filled) == before


@pytest.mark.parametrize("kind", ["item", "customer"])
@pytest.mark.parametrize("index", ["part", "word"])
def test_a_search_index_that_forgot_a_record_is_found(filled: Path, kind: str, index: str) -> None:
    name = f"{kind}_{index}"
    spoil(filled, f"INSERT INTO {name} ({name}, rowid, text) SELECT 'delete', id, text FROM {kind}_key WHERE id = 2")
    assert findings(filled) == [f"The search index “{name}” is not in line with the records."]


def test_a_search_index_over_changed_texts_is_found(filled: Path) -> None:
    spoil(filled, "UPDATE item_key SET text = 'else' WHERE id = 1")
    assert findings(filled) == [
        "What items are sorted and searched by is not in line with them.",
        "The search index “item_part” is not in line with the records.",
        "The search index “item_word” is not in line with the records.",
    ]


def test_many_unreadable_steps_are_named_in_short(filled: Path) -> None:
    deltas = ("x''", "x'789c030000000001'", "CAST('[]' AS BLOB)")
    for blob in deltas:
        spoil(filled, f"INSERT INTO step VALUES (NULL, 'link', '{{}}', {AT}, 'done', {blob}, '', 'window')")
    spoil(filled, "UPDATE step SET delta = x'ff' WHERE id = 1")
    assert findings(filled) == ["4 steps of the history that cannot be read (number 1, 4, 5…)."]


@pytest.mark.parametrize("plain", ["[[]]", "[{}]", "[1]", '[{"is": "other"}]', '[{"is": "links", "groups": 1}]'])
def test_a_delta_of_another_shape_is_found(filled: Path, plain: str) -> None:
    blob = zlib.compress(plain.encode())
    with raw(filled) as connection:
        connection.execute("UPDATE step SET delta = ? WHERE id = 1", [blob])
    assert findings(filled) == ["1 step of the history that cannot be read (number 1)."]


@pytest.mark.parametrize("table", ["user", "customer", "company", "item"])
@pytest.mark.parametrize("number", [0, -5, 2**31])
def test_numbers_out_of_range_are_found(filled: Path, large: None, table: str, number: int) -> None:
    columns = {
        "user": "(id, username) VALUES ({}, 'x')",
        "customer": f"(id, user_id, created_at, updated_at) VALUES ({{}}, 999, {AT}, {AT})",
        "company": f"(id, name, created_at, updated_at) VALUES ({{}}, 'x', {AT}, {AT})",
        "item": f"(id, name, created_at, updated_at) VALUES ({{}}, 'x', {AT}, {AT})",
    }
    spoil(filled, f"INSERT INTO {table} {columns[table].format(number)}")
    assert f"1 row of the table {table} with a number that cannot be." in findings(filled)


def test_an_index_that_lost_rows_is_found_and_the_findings_are_cut_short(filled: Path, large: None) -> None:
    with raw(filled) as connection:
        index = connection.execute("SELECT * FROM sqlite_schema WHERE name = 'item_created_at'").fetchone()
    # While its index is out of sight, the table gets rows.
    spoil(filled, "DELETE FROM sqlite_schema WHERE name = 'item_created_at'")
    spoil(filled, *[f"INSERT INTO item (name, created_at, updated_at) VALUES ('Unseen', {AT}, {AT})"] * 30)
    with raw(filled) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", index)
    found = [one for one in found_in(filled) if one.text.startswith("An index of the file is not in line")]
    assert len(found) == 20
    assert all("item_created_at" in one.text for one in found)
    assert {(one.mend, one.damage) for one in found} == {("index", False)}
    overwrite_page(filled, "past_link")
    # What there is to say of the index does not hide what is worse.
    assert any(one.damage for one in found_in(filled))


def overwrite_page(path: Path, table: str) -> None:
    """Put noise over the middle of the first page of a table."""
    with raw(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\x07" * (size // 2))


@pytest.mark.parametrize("table", ["user", "item_customer", "customer_key", "step", "item_part_data"])
def test_a_damaged_page_of_a_large_file_is_found(filled: Path, large: None, table: str) -> None:
    overwrite_page(filled, table)
    found = findings(filled)
    assert sum(line.startswith("The file is damaged: ") for line in found) in range(1, 21), found


def test_a_damaged_small_file_is_looked_through_though_it_cannot_be_opened(filled: Path) -> None:
    overwrite_page(filled, "user")
    with pytest.raises(CannotOpen, match="damaged"):
        database.inspect(filled)
    assert any(line.startswith("The file is damaged: ") for line in findings(filled))


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.itemlink"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE t (x)")
    for path, reason in (
        (tmp_path / "none.itemlink", "no such file"),
        (tmp_path, "a folder"),
        (foreign, "not an ItemLink file"),
    ):
        with pytest.raises(CannotOpen, match=reason):
            check(path)


def test_a_table_that_is_not_as_expected_does_not_end_the_check(filled: Path) -> None:
    spoil(filled, "ALTER TABLE item_stat RENAME COLUMN count TO number", "UPDATE step SET delta = x'00' WHERE id = 1")
    found = findings(filled)
    assert "The table “item_stat” is not made as it should be." in found
    assert any(line.startswith("A part of the file cannot be read (") for line in found)
    assert "1 step of the history that cannot be read (number 1)." in found


def test_a_file_of_an_older_version_is_looked_through_as_far_as_that_goes(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = (*schema.SCRIPTS, ("CREATE TABLE newer (id INTEGER)", "DROP TABLE step"))
    monkeypatch.setattr(schema, "SCRIPTS", newer)
    assert findings(filled) == []
    spoil(filled, f"{LINK} (999, 1, {AT})")
    assert findings(filled) == ["1 link whose item is missing."]


def test_a_file_that_cannot_be_written_is_checked_as_far_as_that_goes(filled: Path) -> None:
    spoil(filled, "INSERT INTO user (username) VALUES ('alone')")
    spoil(filled, "INSERT INTO item_word (item_word) VALUES ('delete-all')")
    filled.chmod(0o400)
    if os.access(filled, os.W_OK):
        pytest.skip("this user may write everything")
    assert findings(filled) == ["1 user that no customer has."]


def test_a_file_that_another_program_holds_is_said(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    code = """
import sqlite3
held = sqlite3.connect(argv[0], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
say("held")
hear()
"""
    with Child(code, filled) as child:
        child.hear()
        (found,) = check(filled)
        child.say("enough")
        assert child.end() == 0
    assert "Another program is using the file" in found.text
    assert (found.mend, found.damage) == ("", False)
