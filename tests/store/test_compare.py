"""What differs between two files: every kind of difference, counted exactly and named, and nothing is changed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import peewee
import pytest

from itemlink_gui.base.errors import Cancelled, CannotOpen, let_go
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import database, schema
from itemlink_gui.store.compare import Difference, compare
from itemlink_gui.store.explain import explain
from itemlink_gui.store.models import current
from tests.store.comparing import EARLY, LATE, change, copied, differences, listed
from tests.support import PATIENCE, digest, fill, raw, run


@pytest.fixture
def other(path: Path) -> Path:
    """A copy of the file after both were filled: items 1 to 4, customers 1 to 6, some links. Neither is open."""
    return copied(path)


def act(path: Path, *operations: Any) -> None:
    engine = Engine(path)
    for operation in operations:
        run(engine, operation)
    engine.close()


def test_nothing_differs_from_a_copy(path: Path, other: Path) -> None:
    assert listed(path, other) == []
    assert listed(path, path) == []


def test_what_is_not_shown_makes_no_difference(path: Path, other: Path) -> None:
    act(other, items.create(name="x"), items.delete([5]), links.link([4], [6]), links.unlink([4], [6]))
    change(other, "UPDATE item SET updated_at = '2030-01-01T00:00:00.000Z'")
    change(other, "UPDATE item_customer SET created_at = '2030-01-01T00:00:00.000Z'")
    assert listed(path, other) == []


def test_what_was_added_on_either_side(path: Path, other: Path) -> None:
    act(path, items.create(name="Only here"), customers.create(username="here", full_name="Here Only"))
    act(path, links.link([5], [1]), links.link([4], [7]))
    act(other, customers.create(username="there"), links.link([4], [1]))
    change(path, f"UPDATE customer SET created_at = '{EARLY}' WHERE id = 7")
    assert listed(path, other) == [
        Difference("item", "here", "Only here"),
        Difference("customer", "here", "Here Only"),
        Difference("customer", "there", "there"),
        Difference("link", "here", "Here Only", "Item 4"),
        Difference("link", "here", "Person 1", "Only here"),
        Difference("link", "there", "Person 1", "Item 4"),
    ]


def test_what_was_removed_on_either_side(path: Path, other: Path) -> None:
    act(path, items.delete([1]), links.unlink([2], [1]))
    act(other, customers.delete([5]), links.unlink([2], [2]))
    assert listed(path, other) == [
        Difference("item", "there", "Item 1"),
        Difference("customer", "here", "Person 5"),
        Difference("link", "here", "Person 2", "Item 2"),
        Difference("link", "here", "Person 5", "Item 3"),
        Difference("link", "there", "Person 1", "Item 1"),
        Difference("link", "there", "Person 2", "Item 1"),
        Difference("link", "there", "Person 3", "Item 1"),
        Difference("link", "there", "Person 1", "Item 2"),
    ]


def test_what_was_changed_is_told_field_by_field(path: Path, other: Path) -> None:
    act(path, items.update(1, name="New"), customers.update(2, phone="1", full_name=""))
    act(
        other,
        items.update(1, description="Long\ntext"),
        customers.update(2, notes="n", username="u2", email="e@example.org"),
    )
    assert listed(path, other) == [
        Difference("item", "changed", "New", fields=(("name", "New", "Item 1"), ("description", "", "Long\ntext"))),
        Difference(
            "customer",
            "changed",
            "user2",
            fields=(
                ("username", "user2", "u2"),
                ("full_name", "", "Person 2"),
                ("email", "", "e@example.org"),
                ("phone", "1", ""),
                ("notes", "", "n"),
            ),
        ),
    ]


def test_the_same_change_on_both_sides_is_none(path: Path, other: Path) -> None:
    for one in (path, other):
        act(one, items.update(1, name="New"), links.link([4], [6]), links.unlink([1], [1]))
    assert listed(path, other) == []


def test_a_number_given_twice_is_two_records(path: Path, other: Path) -> None:
    for one, at, name in ((path, EARLY, "here"), (other, LATE, "there")):
        act(one, items.create(name=f"Item {name}"), customers.create(username=name))
        act(one, links.link([5], [1, 7]), links.link([4], [7]))
        change(one, *(f"UPDATE {table} SET created_at = '{at}' WHERE id > 4" for table in ("item",)))
        change(one, f"UPDATE customer SET created_at = '{at}' WHERE id = 7")
    assert listed(path, other) == [
        Difference("item", "here", "Item here"),
        Difference("item", "there", "Item there"),
        Difference("customer", "here", "here"),
        Difference("customer", "there", "there"),
        Difference("link", "here", "here", "Item 4"),
        Difference("link", "here", "Person 1", "Item here"),
        Difference("link", "here", "here", "Item here"),
        Difference("link", "there", "there", "Item 4"),
        Difference("link", "there", "Person 1", "Item there"),
        Difference("link", "there", "there", "Item there"),
    ]


def test_a_user_may_have_another_number(path: Path, other: Path) -> None:
    change(other, "UPDATE user SET id = 99 WHERE id = 3", "UPDATE customer SET user_id = 99 WHERE user_id = 3")
    assert listed(path, other) == []


def test_only_so_many_are_listed_and_all_are_counted(path: Path, other: Path) -> None:
    act(other, items.delete([1]), customers.delete([4]), items.update(2, name="x"))
    whole = differences(path, other)
    assert whole.counts["link", "here"] == 4
    for most in range(len(whole.differences) + 2):
        some = differences(path, other, most)
        assert some.counts == whole.counts
        assert some.differences == whole.differences[:most]
    assert compare(path, other, -1).differences == ()


TEXTS = (
    "Zoë", "Zoe\u0308", "zoë", "İstanbul", "שלום עולם", "\u202eabc", "👩‍👩‍👧‍👦", "a\u2028b", "a\u00a0b", "a b", "a  b",
    "%_\\", "';--", '"', "=1+1", "<img src='x'>", "{x} {name}", "?1 :a @b $c", "日本語", "ﬁ", "fi", "ß", "ss",
    "1", "01", "1.0",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_any_text_is_compared_and_told_as_it_is(path: Path, other: Path, text: str) -> None:
    neighbour = TEXTS[(TEXTS.index(text) + 1) % len(TEXTS)]
    for one, written in ((path, text), (other, neighbour)):
        with raw(one) as connection:
            connection.execute("UPDATE item SET name = ? WHERE id = 1", (written,))
            connection.execute("UPDATE item SET name = ?, description = ? WHERE id = 2", (text, text))
            connection.execute("UPDATE user SET full_name = ?, username = ? WHERE id = 6", (text, written))
            connection.execute(
                "INSERT INTO item (name, created_at, updated_at) VALUES (?, ?, ?)", (text, written, EARLY)
            )
            connection.execute(
                "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (5, 6, ?)", (EARLY,)
            )
    assert listed(path, other) == [
        Difference("item", "here", text),
        Difference("item", "there", text),
        Difference("item", "changed", text, fields=(("name", text, neighbour),)),
        Difference("customer", "changed", text, fields=(("username", text, neighbour),)),
        Difference("link", "here", text, text),
        Difference("link", "there", text, text),
    ]


@pytest.mark.parametrize("name", ["a 'b' \"c\" %41 ?mode=rw#&x.itemlink", "日本 ✓.itemlink", "-.itemlink"])
def test_a_file_may_have_any_name(path: Path, other: Path, name: str) -> None:
    act(other, items.delete([4]))
    assert listed(path, other.rename(other.with_name(name))) == [Difference("item", "here", "Item 4")]


def test_an_older_version_is_compared(path: Path, other: Path) -> None:
    act(other, items.delete([4]))
    old = other.with_name("old.itemlink")
    with closing(sqlite3.connect(old)) as connection:
        schema.run_scripts(connection, 0, 1)
        connection.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("ATTACH ? AS new", (str(other),))
        for table in ("user", "customer", "item", "item_customer"):
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} SELECT {columns} FROM new.{table}")
        connection.commit()
    before = digest(old)
    assert compare(path, old).differences == (Difference("item", "here", "Item 4"),)
    assert digest(old) == before
    assert database.inspect(old) == 1


def test_a_field_that_an_older_file_lacks_is_left_out(path: Path, other: Path) -> None:
    change(path, "UPDATE customer SET phone = 'x', notes = 'y' WHERE id = 1")
    change(other, "ALTER TABLE customer DROP COLUMN phone")
    assert compare(path, other).differences == (
        Difference("customer", "changed", "Person 1", fields=(("notes", "y", ""),)),
    )


def test_what_hangs_loose_is_told_too(path: Path, other: Path) -> None:
    change(
        path,
        f"INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (99, 1, '{EARLY}'), (1, 98, '{EARLY}')",
    )
    for one in (path, other):
        change(
            one,
            "DELETE FROM user WHERE id = 5",
            f"INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (97, 1, '{EARLY}')",
        )
    change(other, "UPDATE customer SET phone = 'x' WHERE id = 5", "DELETE FROM user WHERE id = 6")
    assert listed(path, other) == [
        Difference("customer", "changed", "", fields=(("phone", "", "x"),)),
        Difference(
            "customer", "changed", "Person 6", fields=(("username", "user6", ""), ("full_name", "Person 6", ""))
        ),
        Difference("link", "here", "", "Item 1"),
        Difference("link", "here", "Person 1", ""),
    ]


def test_a_file_in_wal_mode_is_compared(path: Path, other: Path) -> None:
    change(other, "DELETE FROM item WHERE id = 4", "PRAGMA journal_mode = wal")
    before = digest(other)
    assert compare(path, other).differences == (Difference("item", "here", "Item 4"),)
    assert digest(other) == before


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_what_is_no_file_of_ours_is_refused(path: Path, tmp_path: Path, content: bytes | None) -> None:
    wrong = tmp_path / "wrong.itemlink"
    if content is not None:
        wrong.write_bytes(content)
    for one, two in ((path, wrong), (path, tmp_path)):
        with pytest.raises(CannotOpen) as caught:
            compare(one, two)
        assert caught.value.path == two
    assert current.obj is None
    assert wrong.exists() == (content is not None)


def test_a_newer_file_is_refused(path: Path, other: Path) -> None:
    change(other, f"PRAGMA user_version = {schema.newest() + 1}")
    with pytest.raises(CannotOpen, match="newer"):
        compare(path, other)


def spoil(path: Path, *names: str) -> None:
    """Overwrite the pages where tables or indexes begin."""
    with raw(path) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema"))
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    for name in names:
        content[(roots[name] - 1) * size : roots[name] * size] = b"\xff" * size
    path.write_bytes(content)


@pytest.mark.parametrize("names", [("item",), ("customer",), ("user",), ("item_customer", "item_customer_reverse")])
def test_a_damaged_one_is_told_from_a_damaged_other(
    path: Path, other: Path, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As with a large file, which is not looked through when it is opened.
    monkeypatch.setattr(database, "QUICK_CHECK_BYTES", 0)
    spoil(other, *names)
    before = digest(other)
    with pytest.raises(CannotOpen) as caught:
        compare(path, other)
    assert caught.value.path == other
    assert caught.value.damaged
    with pytest.raises(peewee.DatabaseError) as raised:
        compare(other, path)
    assert getattr(explain(raised.value), "trouble", "") == "damaged"
    for error in (caught.value, raised.value):
        let_go(error)
    assert digest(other) == before
    assert current.obj is None


def test_a_copy_cut_short_is_refused(path: Path, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "QUICK_CHECK_BYTES", 0)
    other.write_bytes(other.read_bytes()[: 20 * 4096])
    with pytest.raises(CannotOpen) as caught:
        compare(path, other)
    assert caught.value.path == other


@pytest.fixture
def many(path: Path) -> Path:
    change(
        path,
        f"""INSERT INTO item (name, created_at, updated_at)
            WITH n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)
            SELECT x, '{EARLY}', '{EARLY}' FROM n""",
    )
    return Path(shutil.copy(path, path.with_name("many.itemlink")))


def test_it_can_be_stopped_at_any_look(path: Path, many: Path) -> None:
    looks: list[int] = []
    with database.interruptible(lambda: bool(looks.append(0))):
        compare(path, many)
    assert len(looks) > 10
    for stop_at in range(0, len(looks), 5):
        left = iter(range(stop_at))
        with (
            database.interruptible(lambda left=left: next(left, None) is None),
            pytest.raises(peewee.DatabaseError) as caught,
        ):
            compare(path, many)
        assert isinstance(explain(caught.value), Cancelled)
        assert current.obj is None
        # Neither file is held any more.
        change(path, "UPDATE item SET description = '' WHERE id = 1")
        change(many, "UPDATE item SET description = '' WHERE id = 1")


def test_beside_an_open_file_writing_goes_on(engine: Engine) -> None:
    fill(engine, 2, 2)
    there = engine.path.with_name("there.itemlink")
    engine.save_copy(there).result(PATIENCE)
    run(engine, links.link([1], [2]))
    found = engine.aside(partial(compare, engine.path, there)).result(PATIENCE)
    assert found.differences == (Difference("link", "here", "Person 2", "Item 1"),)
    run(engine, items.delete([1]))
    found = engine.aside(partial(compare, engine.path, there)).result(PATIENCE)
    assert found.differences == (Difference("item", "there", "Item 1"),)
