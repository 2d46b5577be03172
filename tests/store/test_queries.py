"""The questions that the window asks."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import database, listings, new_file, queries
from itemlink_gui.store.fold import fold
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.listings import Listing
from itemlink_gui.store.models import FIELDS, PARTNERS, Category, Company, Customer, Item, User, current
from itemlink_gui.store.places import Places
from itemlink_gui.store.queries import BESIDE, COLUMNS
from tests.support import ask, fill, pairs, raw, run, snapshot

KINDS: tuple[Kind, ...] = get_args(Kind)
EVERY_COLUMN = [(kind, column) for kind in KINDS for column in COLUMNS[kind]]
# There are not so many items with these that an index would be worth its room.
SORTED_LATE = ("category", "capacity", "capacity_policy", "low_stock", "available_from", "available_until")
TEXTS = ["", "a", "A", "á", "b", "Zoë", "zoe", "10", "9", "日本", "x\ny", "Ä b", "x" * 60, "x" * 60 + "y"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Forty items and customers with few different texts, made in a few steps, and some links; only to be read."""
    path = tmp_path_factory.mktemp("filled") / "test.itemlink"
    new_file.create(path)
    engine = Engine(path)
    chosen = random.Random(3)

    def write(journal: Journal) -> None:
        for _ in range(10):
            name = chosen.choice(TEXTS[1:]).replace("\n", " ")
            journal.add(Item, name=name, description=chosen.choice(TEXTS))
            user = journal.add(
                User,
                username=f"{chosen.choice(TEXTS)}{chosen.random()}".replace("\n", " "),
                full_name=chosen.choice(TEXTS).replace("\n", " "),
                email=chosen.choice(["", "a@example.org", "B@example.org"]),
            )
            own = {name: chosen.choice(TEXTS) for name in ("address", "notes")}
            journal.add(Customer, user=user, phone=chosen.choice(["", "1", "2"]), **own)

    def more(journal: Journal) -> None:
        red, blue = (journal.add(Category, name=name, colour=colour) for name, colour in (("b", "#ff0000"), ("Á", "")))
        for item, category in ((1, red), (2, red), (3, blue), (40, blue)):
            journal.update(
                Item, item, category_id=category, capacity=item, available_from=f"2026-01-{item % 28 + 1:02}"
            )
        for name in ("Works", "Äpfel", "works", "Empty"):
            company = journal.add(Company, name=name)
            if name != "Empty":
                journal.link("customer_company", chosen.sample(range(1, 41), 7), [company])

    for _ in range(4):
        run(engine, Operation("fill", write))
        run(engine, links.link(chosen.sample(range(1, 11), 4), chosen.sample(range(1, 11), 4)))
    run(engine, Operation("more", more))
    run(engine, items.update(5, description="changed", capacity=300))
    run(engine, customers.update(6, phone="changed"))
    yield engine
    engine.close()


def ids(listing: Listing) -> list[int]:
    found = listings.every(listing)
    assert isinstance(found, array)
    return list(found)


def table(engine: Engine, name: str) -> dict[int, dict[str, Any]]:
    """Return the rows of a table by id and by column."""
    with raw(engine.path) as connection:
        cursor = connection.execute(f"SELECT * FROM {name}")
        names = [column[0] for column in cursor.description]
        return {row[0]: dict(zip(names, row, strict=True)) for row in cursor}


def whole(engine: Engine, kind: Kind) -> dict[int, dict[str, Any]]:
    """Return the records as plain Python sees them, by column of the table."""
    shot, found = snapshot(engine.path), table(engine, kind)
    through, place = ("customer_company", 1) if kind == "company" else ("item_customer", 0 if kind == "item" else 1)
    standing = [row[place] for row in shot[through]]
    users, companies, categories = (table(engine, name) for name in ("user", "company", "category"))
    moved = table(engine, f"{kind}_stat")
    for record, values in found.items():
        if kind == "customer":
            user = users[values["user_id"]]
            values |= {name: user[name] for name in ("username", "email")}
            values["name"] = user["full_name"] or user["username"]
            mine = [companies[company]["name"] for customer, company in shot["customer_company"] if customer == record]
            values["companies"] = ", ".join(sorted(mine, key=fold))
        elif kind == "item":
            category = categories.get(values["category_id"], {"name": "", "colour": ""})
            values |= {"category": category["name"], "colour": category["colour"]}
            values["category_id"] = values["category_id"] or 0
        values["count"] = standing.count(record)
        values["updated_at"] = max(values["updated_at"], moved[record]["changed_at"] or "")
    return found


@pytest.mark.parametrize(("kind", "column"), EVERY_COLUMN)
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_both_ways_and_ties_by_id(filled: Engine, kind: Kind, column: str, descending: bool) -> None:
    records = whole(filled, kind)

    def key(record: int) -> tuple[bool, Any, int]:
        value = records[record][column]
        if column == "capacity":
            # By what is left, and without an end last.
            return value is None, 0 if value is None else value - records[record]["count"], record
        if isinstance(value, str) and not column.endswith("_at"):
            value = fold(value)[:40] if column in ("description", "address", "notes") else fold(value)
        return value is not None, 0 if value is None else value, record

    expected = sorted(records, key=key, reverse=descending)
    assert ask(filled, lambda: ids(Listing(kind, sort=column, descending=descending))) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("others", [(), (1,), (1, 2, 3), (40,), (999,), tuple(range(1, 41))])
def test_scopes(filled: Engine, kind: Kind, others: tuple[int, ...]) -> None:
    every = set(whole(filled, kind))
    for other in PARTNERS[kind]:
        table, (mine, theirs) = (
            ("customer_company", (0, 1)) if "company" in (kind, other) else ("item_customer", (1, 0))
        )
        if kind != "customer":
            mine, theirs = theirs, mine
        inside = {row[mine] for row in snapshot(filled.path)[table] if row[theirs] in others}
        scoped = [Listing(kind, scope=scope, others=others, other=other) for scope in get_args(listings.Scope)]
        answers = ask(filled, lambda scoped=scoped: [ids(listing) for listing in scoped])
        assert [set(answer) for answer in answers] == [every, inside, every - inside]
        assert all(len(answer) == len(set(answer)) for answer in answers)


@pytest.mark.parametrize(("kind", "column"), EVERY_COLUMN)
def test_scope_search_and_order_together(filled: Engine, kind: Kind, column: str) -> None:
    def compare() -> None:
        for scope in get_args(listings.Scope):
            narrowed = ids(Listing(kind, "x", scope, (1, 2, 3), column))
            assert narrowed == [
                record
                for record in ids(Listing(kind, sort=column))
                if record in set(ids(Listing(kind, "x"))) & set(ids(Listing(kind, "", scope, (1, 2, 3))))
            ]

    ask(filled, compare)


@pytest.mark.parametrize("kind", KINDS)
def test_rows_are_what_the_tables_show(filled: Engine, kind: Kind) -> None:
    records = whole(filled, kind)
    answer = ask(filled, lambda: queries.rows(kind, [*records, 999]))
    shown = {
        record: tuple(value.capacity if isinstance(value, Places) else value for value in row)
        for record, row in answer.items()
    }
    assert shown == {
        record: tuple(
            value[:300].replace("\n", " ") if isinstance(value, str) else value
            for value in (values[column] for column in (*COLUMNS[kind], *BESIDE[kind]))
        )
        for record, values in records.items()
    }
    assert ask(filled, lambda: queries.rows(kind, [])) == {}
    assert ask(filled, lambda: queries.names(kind, [3, 1])) == {n: records[n]["name"] for n in (1, 3)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_record(filled: Engine, kind: Kind) -> None:
    record = whole(filled, kind)[2]
    detail = ask(filled, lambda: queries.detail(kind, 2))
    assert detail is not None
    assert (detail.kind, detail.id, detail.name, detail.count) == (kind, 2, record["name"], record["count"])
    assert (detail.created_at, detail.updated_at) == (record["created_at"], record["updated_at"])
    assert list(detail.fields) == [field.name for field in FIELDS[kind]]
    last = list(detail.fields)[-1]
    assert detail.fields[last] == record[last]
    assert ask(filled, lambda: queries.detail(kind, 999)) is None


def test_a_customer_without_full_name_is_called_by_the_username(engine: Engine) -> None:
    run(engine, customers.create(username="zed"))
    run(engine, customers.create(username="b", full_name="Ann"))
    assert ask(engine, lambda: queries.names("customer", [1, 2])) == {1: "zed", 2: "Ann"}
    assert ask(engine, lambda: ids(Listing("customer"))) == [2, 1]


def test_the_later_of_two_times_is_shown(engine: Engine) -> None:
    fill(engine, 1, 1)
    changed = COLUMNS["item"].index("updated_at")
    made = ask(engine, lambda: queries.rows("item", [1])[1][changed])
    own = snapshot(engine.path)["item"]
    run(engine, Operation("link", lambda journal: journal.link("item_customer", [1], [1])))
    shown = ask(engine, lambda: queries.rows("item", [1])[1])
    assert shown[changed] >= made
    assert snapshot(engine.path)["item"] == own
    moved = ask(engine, lambda: current.execute_sql("SELECT changed_at FROM item_stat").fetchone()[0])
    assert shown[changed] == moved


def test_counting_links(engine: Engine) -> None:
    fill(engine, 4, 4)
    run(engine, links.link([1, 2], [1, 2, 3]))
    run(engine, links.link([3], [3]))
    assert ask(engine, lambda: queries.linked_counts("item", [2, 3, 4, 99])) == {1: 2, 2: 2, 3: 1}
    assert ask(engine, lambda: queries.linked_counts("customer", [1, 3])) == {1: 1, 2: 1, 3: 2}
    assert ask(engine, lambda: queries.linked_counts("customer", [])) == {}
    sides = (("item", [1, 2, 3]), ("item", [1]), ("customer", [3]), ("customer", [1, 99]), ("item", []))
    assert ask(engine, lambda: [queries.links_of(*side) for side in sides]) == [7, 3, 3, 2, 0]
    assert ask(engine, lambda: [queries.total("item"), queries.total("customer")]) == [4, 4]


def test_offers_for_assigning(engine: Engine) -> None:
    for name in ("cara", "Bob", "ann", "Anna", "ann"):
        number = len(snapshot(engine.path)["customer"]) + 1
        run(engine, customers.create(username=f"u{number}", full_name=name, email=f"{number}@example.org"))
    fill(engine, 2, 0)
    run(engine, links.link([1, 2], [3]))
    run(engine, links.link([1], [4]))
    offers = ask(engine, lambda: queries.matches("customer", "", [1, 2], 10))
    assert [(offer.id, offer.linked) for offer in offers] == [(5, 0), (4, 1), (2, 0), (1, 0), (3, 2)]
    assert (offers[0].name, offers[0].more) == ("ann", "5@example.org")
    assert [offer.id for offer in ask(engine, lambda: queries.matches("customer", "AN", [1], 2))] == [5, 3]
    assert [offer.id for offer in ask(engine, lambda: queries.matches("item", "item", [3, 4], 10))] == [2, 1]
    assert len(ask(engine, lambda: queries.matches("item", "", [], 10))) == 2


def test_which_records_are_there(engine: Engine) -> None:
    fill(engine, 3, 2)
    assert ask(engine, lambda: queries.known("item", [3, 99, 1, 3])) == [3, 1, 3]
    assert ask(engine, lambda: queries.known("customer", [3, 2])) == [2]


def test_many_ids_in_one_question(engine: Engine) -> None:
    fill(engine, 2, 2)
    run(engine, links.link([1], [2]))
    many = list(range(1, 200_001))
    assert ask(engine, lambda: ids(Listing("item", scope="in", others=tuple(many)))) == [1]
    assert ask(engine, lambda: queries.known("item", many)) == [1, 2]
    assert ask(engine, lambda: queries.linked_counts("customer", many)) == {2: 1}


def test_the_models_speak_the_relation(path: Path) -> None:
    engine = Engine(path)
    fill(engine, 2, 3)
    run(engine, links.link([1], [1, 3]))
    engine.close()
    with database.opened(path, read_only=True):
        assert [customer.id for customer in Item.get_by_id(1).customers.order_by(Customer.id)] == [1, 3]
        assert [item.id for item in Customer.get_by_id(3).items] == [1]
        assert list(Customer.get_by_id(3).companies) == []
        assert Customer.get_by_id(3).user.username == "user3"
    assert pairs([1], [1, 3]) == {(1, 1), (1, 3)}


@pytest.mark.parametrize(("kind", "column"), EVERY_COLUMN)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_that_matters_comes_from_an_index(
    filled: Engine, kind: Kind, column: str, descending: bool
) -> None:
    statements: list[str] = []

    def plan() -> str:
        connection = current.connection()
        connection.set_trace_callback(statements.append)
        listings.every(Listing(kind, sort=column, descending=descending))
        connection.set_trace_callback(None)
        return "\n".join(row[3] for row in current.execute_sql(f"EXPLAIN QUERY PLAN {statements[0]}"))

    sorts = "USE TEMP B-TREE" in ask(filled, plan)
    assert sorts == (column in ("updated_at", *SORTED_LATE))
