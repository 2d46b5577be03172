"""The repair of loose ends: nothing is lost, and undo and redo lead through sound files."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from itemlink_gui import labels
from itemlink_gui.base.changes import KINDS
from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.ops import history as history_verbs
from itemlink_gui.ops import items, repair
from itemlink_gui.store import backups, history
from itemlink_gui.store.check import check
from tests.conftest import Prepared
from tests.store.spoiling import AT, back_and_forth, engine_on, fill, mends, serial, spoil
from tests.support import FIRST, LINK, News, Snapshot, ask, assert_sound, on_writer, redo, run, snapshot, undo


@pytest.fixture
def filled(prepared: Prepared) -> Path:
    """A file with records, links and a history, not open."""
    return prepared(fill)


# Loose ends.


def test_a_link_to_an_item_that_is_not_there(filled: Path) -> None:
    spoil(
        filled,
        f"{LINK} (999, 1, '{AT}'), (999, 2, '{AT}'), (998, 1, '{AT}')",
    )
    before = snapshot(filled)
    assert "loose" in mends(filled)
    with engine_on(filled) as engine:
        told = run(engine, repair.repair())
        assert "Made again: 2 items that links lead to; the names are lost." in told
        assert check(filled) == []
        assert_sound(engine)
        after = snapshot(filled)
        assert after["item_customer"] == before["item_customer"]
        assert [row[:2] for row in after["item"] if row not in before["item"]] == [
            (998, "Item 998 (name lost)"),
            (999, "Item 999 (name lost)"),
        ]
        back_and_forth(engine)
        undo(engine)
        gone = snapshot(filled)
        assert gone["item"] == before["item"]
        assert [row for row in before["item_customer"] if row not in gone["item_customer"]] == [
            (998, 1, AT, *FIRST), (999, 1, AT, *FIRST), (999, 2, AT, *FIRST)
        ]  # fmt: skip


def test_a_link_to_a_customer_that_is_not_there(filled: Path) -> None:
    spoil(
        filled,
        "UPDATE user SET username = 'lost-999' WHERE id = 8",
        f"{LINK} (1, 999, '{AT}'), (2, 999, '{AT}')",
        "INSERT INTO customer_company VALUES (999, 1), (998, 1)",
    )
    before = snapshot(filled)
    with engine_on(filled) as engine:
        assert "Made again: 2 customers that links lead to; the names are lost." in run(engine, repair.repair())
        assert check(filled) == []
        assert_sound(engine)
        after = snapshot(filled)
        assert after["item_customer"] == before["item_customer"]
        assert after["customer_company"] == before["customer_company"]
        assert {row[1:] for row in after["user"] if row not in before["user"]} == {
            ("lost-998", "", "Customer 998 (name lost)"),
            ("lost-999-2", "", "Customer 999 (name lost)"),
        }
        back_and_forth(engine)


def test_both_ends_of_a_link_and_a_company(filled: Path) -> None:
    spoil(
        filled,
        f"{LINK} (999, 998, '{AT}')",
        "INSERT INTO customer_company VALUES (1, 7)",
    )
    with engine_on(filled) as engine:
        told = run(engine, repair.repair())
        assert told[-3:] == [
            "Made again: 1 item that links lead to; the name is lost.",
            "Made again: 1 customer that links lead to; the name is lost.",
            "Made again: 1 company record that customers lead to; the name is lost.",
        ]
        assert check(filled) == []
        assert (999, 998, AT, *FIRST) in snapshot(filled)["item_customer"]
        assert (7, "Company 7 (name lost)") in [row[:2] for row in snapshot(filled)["company"]]
        back_and_forth(engine)


def test_what_is_beside_links_leads_to_records_that_are_not_there(filled: Path) -> None:
    spoil(
        filled,
        f"INSERT INTO waiting (item_id, customer_id, quantity, created_at) VALUES (999, 1, 2, '{AT}')",
        f"INSERT INTO preference (item_id, customer_id, kind, created_at) VALUES (1, 998, 'declined', '{AT}')",
        f"INSERT INTO told (customer_id, created_at) VALUES (998, '{AT}'), (997, '{AT}')",
        "UPDATE item SET category_id = 77 WHERE id IN (1, 2)",
        "UPDATE category SET name = 'Category 77 (name lost)' WHERE id = 1",
        f"{LINK} (999, 5, '{AT}')",
        "UPDATE item_customer SET quantity = 4, note = 'n', extra = '{\"1\":\"B\"}' WHERE item_id = 999",
        "DELETE FROM user WHERE id = 21",
    )
    before = snapshot(filled)
    with engine_on(filled) as engine:
        told = run(engine, repair.repair())
        assert told[-4:] == [
            "Made again: 1 item that links lead to; the name is lost.",
            "Made again: 2 customers that links lead to; the names are lost.",
            "Made again: 1 category record that items lead to; the name is lost.",
            "Made again: the user of 1 customer; the name is lost.",
        ]
        assert check(filled) == []
        assert_sound(engine)
        assert_nothing_lost(before, snapshot(filled))
        assert [row[:2] for row in snapshot(filled)["category"]] == [
            (1, "Category 77 (name lost)"), (77, "Category 77 (name lost, 2)")
        ]  # fmt: skip
        back_and_forth(engine)
        undo(engine)
        gone = snapshot(filled)
        assert [row[0] for row in gone["item"]] == [row[0] for row in before["item"]]
        assert all(not row[5] for row in gone["item"])
        redo(engine)
        assert_nothing_lost(before, snapshot(filled))


def test_a_customer_without_its_user(filled: Path) -> None:
    """The customer is as it was, with all its links; they go and come with the step."""
    spoil(filled, "DELETE FROM user WHERE id IN (1, 2)", "UPDATE customer SET phone = '555' WHERE id = 1")
    before = snapshot(filled)
    linked = [row for row in before["item_customer"] if row[1] in (1, 2)]
    assert linked
    with engine_on(filled) as engine:
        assert "Made again: the users of 2 customers; the names are lost." in run(engine, repair.repair())
        assert check(filled) == []
        assert_sound(engine)
        after = snapshot(filled)
        for table in ("customer", "item_customer", "customer_company", "item", "past_link"):
            assert after[table] == before[table]
        assert (1, "lost-1", "", "Customer 1 (name lost)") in after["user"]
        back_and_forth(engine)
        undo(engine)
        gone = snapshot(filled)
        assert {row[0] for row in gone["customer"]}.isdisjoint({1, 2})
        assert {row[1] for row in gone["item_customer"]}.isdisjoint({1, 2})
        assert {row[0] for row in gone["customer_company"]} == {3}


def test_a_user_without_a_customer(filled: Path) -> None:
    spoil(filled, "INSERT INTO user (id, username, full_name) VALUES (70000, 'alone', 'All Alone')")
    with engine_on(filled) as engine:
        assert run(engine, repair.repair())[-1] == "Made again: the customer of 1 user."
        assert check(filled) == []
        assert [row[1] for row in snapshot(filled)["customer"]][-1] == 70000
        assert (70000, "alone", "", "All Alone") in snapshot(filled)["user"]
        back_and_forth(engine)
        undo(engine)
        assert 70000 not in [row[0] for row in snapshot(filled)["user"]]


def test_what_cannot_be_made_stays_as_it_is(filled: Path) -> None:
    spoil(
        filled,
        f"{LINK} (2147483647, 1, '{AT}'), (-1, 3, '{AT}'), (999, -2, '{AT}')",
        f"{LINK} (997, 3, '{AT}')",
        "INSERT INTO customer_company VALUES (1, 2147483647)",
    )
    before = snapshot(filled)
    with engine_on(filled) as engine:
        assert "Made again: 1 item that links lead to; the name is lost." in run(engine, repair.repair())
        assert [(one.text, one.mend) for one in check(filled)] == [
            ("1 row of the table customer_company without the other end.", ""),
            ("1 link whose customer is missing.", ""),
            ("3 links whose item is missing.", ""),
        ]
        assert snapshot(filled)["item_customer"] == before["item_customer"]
        assert run(engine, items.create(name="There are numbers left")) == 1000 - 2
        undo(engine)
        undo(engine)
        assert snapshot(filled)["item"] == before["item"]


def test_a_second_repair_does_nothing(filled: Path) -> None:
    spoil(
        filled,
        f"{LINK} (999, 1, '{AT}')",
        "DROP INDEX item_created_at",
    )
    with engine_on(filled) as engine:
        assert run(engine, repair.repair())
        before, number = snapshot(filled), serial(filled)
        news = News(engine)
        assert run(engine, repair.repair()) == []
        assert (snapshot(filled), serial(filled), news.changes) == (before, number, [])


def test_the_repair_taken_back_where_it_stands_and_that_too(filled: Path) -> None:
    spoil(
        filled,
        f"{LINK} (999, 1, '{AT}')",
        "DELETE FROM user WHERE id = 2",
    )
    with engine_on(filled) as engine:
        run(engine, repair.repair())
        mended, step = snapshot(filled), ask(engine, history.undo_state).undo
        assert step is not None
        run(engine, items.create(name="Later"))
        later = snapshot(filled)
        run(engine, history_verbs.revert(step.id))
        taken = snapshot(filled)
        assert check(filled) == []
        run(engine, history_verbs.revert(step.id + 2))
        assert [row[:2] for row in snapshot(filled)["item_customer"]] == [row[:2] for row in mended["item_customer"]]
        for shot in (taken, later, mended):
            undo(engine)
            assert_sound(engine)
            assert snapshot(filled) == shot
        for shot in (later, taken):
            redo(engine)
            assert_sound(engine)
            assert snapshot(filled) == shot
        redo(engine)
        assert [row[:2] for row in snapshot(filled)["item_customer"]] == [row[:2] for row in mended["item_customer"]]


def test_news_step_and_backup(filled: Path) -> None:
    spoil(filled, f"{LINK} (999, 1, '{AT}')")
    with engine_on(filled) as engine:
        news, number = News(engine), serial(filled)
        run(engine, repair.repair())
        (change,) = news.changes
        assert (change.how, change.ids, change.listed, change.linked) == (
            "done", dict.fromkeys(KINDS), set(KINDS), True
        )  # fmt: skip
        assert labels.news(change) == "The file was repaired: 1 record made again"
        assert serial(filled) == number + 1
        assert len(backups.listed(engine.file_id)) == 1
        for kind, record in (("item", 999), ("customer", 1)):
            (step, *_) = ask(engine, lambda kind=kind, record=record: history.record_steps(kind, record, 5))
            assert step.id == change.step


# Anything at all.

OR_LINK = LINK.replace("INSERT", "INSERT OR IGNORE").removesuffix(" VALUES")

SPOILS = (
    "DELETE FROM user WHERE id IN ({some})",
    "DELETE FROM customer WHERE id IN ({some})",
    "DELETE FROM item WHERE id IN ({some})",
    "DELETE FROM company",
    "DELETE FROM category",
    "UPDATE item SET category_id = {other} WHERE id IN ({some})",
    """INSERT OR IGNORE INTO waiting (item_id, customer_id, created_at)
        SELECT value, {other}, '{at}' FROM json_each('[{some}]')""",
    """INSERT OR IGNORE INTO preference (item_id, customer_id, kind, created_at)
        SELECT {other}, value, 'wants', '{at}' FROM json_each('[{some}]')""",
    "INSERT OR IGNORE INTO told (customer_id, created_at) VALUES ({other}, '{at}')",
    "UPDATE item_customer SET quantity = 7, note = 'n' WHERE item_id IN ({some})",
    "DELETE FROM company_key",
    "{link} SELECT value, {other}, '{at}' FROM json_each('[{some}]')",
    "{link} SELECT {other}, value, '{at}' FROM json_each('[{some}]')",
    "INSERT OR IGNORE INTO customer_company SELECT value, {other} FROM json_each('[{some}]')",
    "INSERT OR IGNORE INTO user (username) VALUES ('lost-{other}')",
    "UPDATE OR IGNORE customer SET user_id = {other} WHERE id = {one}",
    "UPDATE item_stat SET count = {one} WHERE id IN ({some})",
    "DELETE FROM item_key WHERE id IN ({some})",
    "INSERT INTO customer_part (customer_part) VALUES ('delete-all')",
    "DELETE FROM item_word_data",
    "DROP INDEX IF EXISTS item_customer_reverse",
    "DROP INDEX IF EXISTS customer_key_name",
    "UPDATE step SET delta = x'00' WHERE id = {one}",
    "UPDATE step SET parameters = '' WHERE id = {one}",
)


def spoil_at_random(path: Path, dice: random.Random) -> None:
    ids = [*range(1, 12), 70, 999, 5000]
    for statement in dice.choices(SPOILS, k=dice.randint(1, 6)):
        some = ", ".join(map(str, dice.sample(ids, 3)))
        spoil(path, statement.format(some=some, one=dice.choice(ids), other=dice.choice(ids), at=AT, link=OR_LINK))


def assert_nothing_lost(before: Snapshot, after: Snapshot) -> None:
    for table, rows in before.items():
        assert set(rows) <= set(after[table]), table


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(6, 60))])
def test_a_walk(filled: Path, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(3):
        spoil_at_random(filled, dice)
        before = snapshot(filled)
        with engine_on(filled) as engine:
            news = News(engine)
            told = run(engine, repair.repair())
            assert bool(told) == bool(news.changes)
            assert check(filled) == []
            assert_sound(engine)
            assert_nothing_lost(before, snapshot(filled))
            assert run(engine, repair.repair()) == []
            if news.changes and news.changes[0].how == "done":
                back_and_forth(engine)
            if dice.random() < 0.5:
                run(engine, items.create(name="In between"))
            for _ in range(dice.randint(0, 3)):
                try:
                    dice.choice([undo, redo])(engine)
                except CannotUndo:
                    break
                assert_sound(engine)
            assert on_writer(engine, lambda: [labels.title(step.label) for step in history.steps(100)])
