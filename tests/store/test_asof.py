"""The file as of a day: what stood, what it was called, and what had come and gone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, history, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import asof, check, derive, journal
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Category, Company, Customer, Item, User
from tests.support import on_writer, run, snapshot, undo

FIRST = date(2026, 3, 1)


def at(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    """Let the clock of the journal stand at noon of a day, counted from the first."""
    moment = (FIRST + timedelta(days=day)).isoformat()
    monkeypatch.setattr(journal, "now", lambda: f"{moment}T12:00:00.000Z")


def seen(engine: Engine, day: int, question: str) -> list[tuple[Any, ...]]:
    """Return what a file as of a day answers; it is sound, and nothing in it is derived wrongly."""
    copy = engine.path.with_name(f"{day}.itemlink")
    asof.make(engine.path, copy, FIRST + timedelta(days=day), lambda *_: None)
    assert check.check(copy) == []
    with closing(sqlite3.connect(copy)) as connection:
        found = connection.execute(question).fetchall()
    copy.unlink()
    return found


NAMES = "SELECT name FROM item ORDER BY id"
LINKS = "SELECT item_id, customer_id FROM item_customer ORDER BY 1, 2"


def test_records_come_change_and_go(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 0)
    item = run(engine, items.create(name="Old name"))
    at(monkeypatch, 2)
    run(engine, items.update(item, name="New name", capacity=5))
    at(monkeypatch, 4)
    run(engine, items.delete([item]))
    assert [seen(engine, day, "SELECT name, capacity FROM item") for day in (-1, 1, 3, 5)] == [
        [],
        [("Old name", None)],
        [("New name", 5)],
        [],
    ]


def test_the_last_moment_of_the_day_counts(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "now", lambda: asof.end_of(FIRST - timedelta(days=1)))
    run(engine, items.create(name="At midnight"))
    assert seen(engine, -1, NAMES) == []
    assert seen(engine, 0, NAMES) == [("At midnight",)]


def test_links_that_ended_stood_until_then(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 0)
    item, ann = run(engine, items.create(name="Maths")), run(engine, customers.create(username="ann"))
    at(monkeypatch, 1)
    run(engine, links.link([item], [ann]))
    at(monkeypatch, 3)
    run(engine, links.unlink([item], [ann]))
    at(monkeypatch, 5)
    run(engine, links.link([item], [ann]))
    assert [len(seen(engine, day, LINKS)) for day in range(7)] == [0, 1, 1, 0, 0, 1, 1]
    assert seen(engine, 2, "SELECT count FROM customer_stat") == [(1,)]


def test_a_deleted_record_comes_back_with_its_links(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 0)
    ann = run(engine, customers.create(username="ann", email="ann@example.org"))
    run(engine, items.create(name="Maths", customer_ids=[ann]))
    at(monkeypatch, 2)
    run(engine, customers.delete([ann]))
    assert seen(engine, 1, "SELECT username, email FROM user") == [("ann", "ann@example.org")]
    assert seen(engine, 1, LINKS) == [(1, 1)]
    assert seen(engine, 2, "SELECT count(*) FROM customer") == [(0,)]


def dated(engine: Engine, **dates: str) -> None:
    """Link item 1 and customer 1 with dates of its own."""
    run(engine, Operation("link", lambda write: write.link("item_customer", [1], [1], dates)))


def pair(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, -30)
    run(engine, items.create(name="Maths"))
    run(engine, customers.create(username="ann"))
    at(monkeypatch, 0)


def test_a_start_written_down_late_counts(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    pair(engine, monkeypatch)
    dated(engine, starts_on="2026-02-20")
    assert [len(seen(engine, day, LINKS)) for day in (-10, -9, 0)] == [0, 1, 1]


def test_an_end_that_is_over_counts_although_the_link_still_stands(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair(engine, monkeypatch)
    dated(engine, starts_on="2026-02-20", ends_on="2026-02-25")
    assert [len(seen(engine, day, LINKS)) for day in (-5, -4, -3, 0)] == [1, 1, 0, 0]
    at(monkeypatch, 10)
    run(engine, links.unlink([1], [1]))
    assert [len(seen(engine, day, LINKS)) for day in (-4, -3, 5, 11)] == [1, 0, 0, 0]


def test_data_of_a_link_are_those_of_the_day_but_dates_are_what_is_known_now(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair(engine, monkeypatch)
    dated(engine)
    at(monkeypatch, 4)

    def change(write: Journal) -> None:
        write.set_data([1], [1], ("quantity", "starts_on"), lambda _: (7, "2026-02-20"))

    run(engine, Operation("data", change))
    assert seen(engine, 3, "SELECT quantity FROM item_customer") == [(1,)]
    assert seen(engine, 4, "SELECT quantity FROM item_customer") == [(7,)]
    assert seen(engine, -5, "SELECT quantity FROM item_customer") == [(1,)]
    at(monkeypatch, 6)
    run(engine, links.unlink([1], [1]))
    assert seen(engine, 3, "SELECT quantity FROM item_customer") == [(1,)]
    assert seen(engine, 5, "SELECT quantity FROM item_customer") == [(7,)]


def test_records_that_were_written_down_late_are_there_where_a_link_of_theirs_stood(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 0)

    def late(write: Journal) -> None:
        item = write.add(Item, name="Maths", category_id=write.add(Category, name="Arts"))
        for name in ("ann", "bob"):
            user = write.add(User, username=name)
            customer = write.add(Customer, user=user)
            if name == "ann":
                write.link("item_customer", [item], [customer], {"starts_on": "2026-02-01", "ends_on": "2026-02-10"})

    run(engine, Operation("late", late))
    assert seen(engine, -25, "SELECT username FROM user") == [("ann",)]
    assert seen(engine, -25, "SELECT name, category_id FROM item") == [("Maths", None)]
    assert seen(engine, -25, LINKS) == [(1, 1)]
    assert seen(engine, -15, NAMES) == []
    at(monkeypatch, 3)
    run(engine, customers.delete([1]))
    assert seen(engine, -25, "SELECT username FROM user") == [("ann",)]
    assert seen(engine, -25, LINKS) == [(1, 1)]


def test_companies_and_categories(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    pair(engine, monkeypatch)

    def group(write: Journal) -> None:
        company = write.add(Company, name="Acme")
        write.link("customer_company", [1], [company])
        write.update(Item, 1, category_id=write.add(Category, name="Arts"))

    run(engine, Operation("group", group))
    at(monkeypatch, 2)
    run(engine, Operation("leave", lambda write: write.unlink("customer_company", None, [1])))
    assert [seen(engine, day, "SELECT companies FROM customer_key") for day in (-1, 1, 2)] == [
        [("",)],
        [("acme",)],
        [("",)],
    ]
    assert [seen(engine, day, "SELECT category_id FROM item") for day in (-1, 1)] == [[(None,)], [(1,)]]
    assert seen(engine, -1, "SELECT count(*) FROM category") == [(0,)]


def test_one_of_several_companies_comes_back_beside_the_others(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    pair(engine, monkeypatch)

    def join(write: Journal) -> None:
        made = [write.add(Company, name=name) for name in ("Acme", "Works")]
        write.link("customer_company", [1], made)

    run(engine, Operation("join", join))
    at(monkeypatch, 2)
    run(engine, Operation("leave", lambda write: write.unlink("customer_company", [1], [1])))
    assert [seen(engine, day, "SELECT companies FROM customer_key") for day in (1, 2)] == [
        [("acme, works",)],
        [("works",)],
    ]


def test_what_was_taken_back_never_was_and_the_history_ends_with_the_day(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 0)
    run(engine, items.create(name="Kept"))
    at(monkeypatch, 1)
    run(engine, items.create(name="Undone"))
    undo(engine)
    at(monkeypatch, 2)
    run(engine, items.create(name="Later"))
    assert seen(engine, 1, NAMES) == [("Kept",)]
    assert seen(engine, 1, "SELECT kind FROM step WHERE state = 'done'") == [("item.create",)]


def test_a_step_taken_back_where_it_stands(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 0)
    run(engine, items.create(name="Kept"))
    at(monkeypatch, 1)
    run(engine, items.update(1, name="Renamed"))
    at(monkeypatch, 2)
    run(engine, history.revert(2))
    assert [seen(engine, day, NAMES) for day in range(3)] == [[("Kept",)], [("Renamed",)], [("Kept",)]]


def test_records_without_a_step_count_by_when_they_were_made(engine: Engine) -> None:
    def write() -> None:
        for item, made in ((1, "2026-02-01T00:00:00Z"), (2, "2026-04-01T00:00:00Z")):
            sql = "INSERT INTO item (id, name, created_at, updated_at) VALUES (?, ?, ?, ?)"
            derive.current.execute_sql(sql, (item, f"Item {item}", made, made))
        derive.rebuild()

    on_writer(engine, write)
    assert seen(engine, 0, NAMES) == [("Item 1",)]


def test_the_file_itself_stays_as_it_is(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    pair(engine, monkeypatch)
    dated(engine)
    before = snapshot(engine.path)
    seen(engine, -20, NAMES)
    assert snapshot(engine.path) == before


def test_a_history_that_does_not_lead_back_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    pair(engine, monkeypatch)
    run(engine, customers.update(1, username="ann2"))
    on_writer(engine, lambda: derive.current.execute_sql("INSERT INTO user (id, username) VALUES (77, 'ann')"))
    on_writer(
        engine,
        lambda: derive.current.execute_sql(
            "INSERT INTO customer (id, user_id, created_at, updated_at) VALUES (77, 77, '2026-01-01', '2026-01-01')"
        ),
    )
    with pytest.raises(CannotOpen, match="does not lead back"):
        asof.make(engine.path, engine.path.with_name("x.itemlink"), FIRST - timedelta(days=1), lambda *_: None)


def test_how_far_it_is(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pair(engine, monkeypatch)
    told: list[tuple[str, int, int]] = []
    asof.make(engine.path, tmp_path / "c.itemlink", FIRST - timedelta(days=60), lambda *how: told.append(how))
    assert ("Taking steps back", 1, 2) in told
