"""The first records of a list are those that the whole list begins with, however they are found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import database, listings, new_file, search
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.listings import Listing, Order, Scope
from itemlink_gui.store.models import PARTNERS, Customer, Item, User, current
from itemlink_gui.store.queries import COLUMNS
from tests.support import ask, run

KINDS: tuple[Kind, ...] = get_args(Kind)
EVERY_COLUMN = [(kind, column) for kind in KINDS for column in COLUMNS[kind]]
INDEXED = [one for one in EVERY_COLUMN if listings.is_indexed(Listing(one[0], sort=one[1]))]
WORDS = ("ann", "anna", "Anton", "smith", "Smithson", "Zoë", "日本", "x", "straße", "o'neill", "αννα", "a1")
CUSTOMERS = 400


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Customers with a few words in many combinations, linked to none, few or most items; only to be read."""
    path = tmp_path_factory.mktemp("filled") / "test.itemlink"
    new_file.create(path)
    engine = Engine(path)
    chosen = random.Random(5)

    def write(journal: Journal) -> None:
        for number in range(30):
            journal.add(Item, name=f"{chosen.choice(WORDS)} {number % 7}")
        for number in range(CUSTOMERS):
            name = chosen.choice((" ", "-", "é", "—")).join(chosen.choices(WORDS, k=2))
            user = journal.add(User, username=f"u{number}", full_name=name, email=f"{number}@example.org")
            journal.add(Customer, user=user, phone=f"+1-555-{number % 10}")

    run(engine, Operation("fill", write))
    everybody = list(range(1, CUSTOMERS + 1))
    run(engine, links.link([1], everybody))
    run(engine, links.link([2, 3], everybody[::9]))
    run(engine, links.link([4], [7]))
    yield engine
    engine.close()


WORDED = "a an ann smith +1-555 example.org @ qx 日 日本 α ss"
TEXTS = st.one_of(
    st.sampled_from(WORDED.split()),
    st.sampled_from(
        ["", "a smith", "items>=2", "items=1", "NOT items>=2", 'item="x"', "phone=1 OR ann", "ann items>=2"]
    ),
    st.text(alphabet="anstmihxzoé1α日 -.@", max_size=6),
)
ASKED = st.builds(
    Listing,
    st.just("customer"),
    text=TEXTS,
    scope=st.sampled_from(get_args(Scope)),
    others=st.sampled_from([(1,), (2,), (4,), (2, 4), (30,)]),
    sort=st.sampled_from(COLUMNS["customer"]),
    descending=st.booleans(),
)


def whole(listing: Listing) -> Listing:
    return replace(listing, text="", scope="all", category=None)


@pytest.mark.parametrize(("few", "patience", "together", "looked_at"), [(50_000, 4_000, 512, 500), (40, 60, 16, 5)])
def test_the_first_are_those_that_the_whole_list_begins_with(
    filled: Engine, monkeypatch: pytest.MonkeyPatch, few: int, patience: int, together: int, looked_at: int
) -> None:
    """Also where all that is few and patient is made so small that each way of finding them is taken."""
    for module, name, value in (
        (listings, "FEW", few), (listings, "PATIENCE", patience), (listings, "TOGETHER", together),
        (listings, "PIECE", 100), (search, "_LOOKED_AT", looked_at),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)

    ways = set()

    @settings(max_examples=150, deadline=None)
    @given(ASKED, st.booleans())
    def check(listing: Listing, known: bool) -> None:
        def answers() -> Any:
            try:
                expected = list(listings.every(listing))
            except WrongQuery:
                with pytest.raises(WrongQuery):
                    listings.first(listing, 20)
                return
            order = Order(listings.every(whole(listing))) if known else None
            assert list(listings.every(listing, order)) == expected
            found = listings.first(listing, 20, order)
            ways.add((found is None, order is None))
            assert found is None or found == expected[:20]

        ask(filled, answers)

    check()
    assert {known for missing, known in ways if not missing} == {True, False}


@pytest.mark.parametrize(("kind", "column"), INDEXED)
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_screenful_comes_from_an_index(filled: Engine, kind: Kind, column: str, descending: bool) -> None:
    listing = Listing(kind, sort=column, descending=descending)
    (statement,) = statements(filled, listing)
    steps = plan(filled, statement)
    assert not [step for step in steps if "TEMP B-TREE" in step]
    assert all("INDEX" in step for step in steps)


@pytest.mark.parametrize("scope", ["in", "not"])
@pytest.mark.parametrize("other", PARTNERS["customer"])
def test_what_is_looked_at_is_found_by_its_key(filled: Engine, scope: Scope, other: Kind) -> None:
    """Nothing that a table is narrowed to is found whole where only a few records are looked at."""
    listing = Listing("customer", "items>=2 ann", scope, (1, 2), other=other)
    order = Order(ask(filled, lambda: listings.every(whole(listing))))
    *_, looked = statements(filled, listing, order)
    steps = plan(filled, looked)
    assert not [step for step in steps if step.startswith("SCAN") and "json_each" not in step and "VIRTUAL" not in step]
    assert "customer_part" not in looked


def test_few_statements_however_many_are_found(filled: Engine) -> None:
    order = Order(ask(filled, lambda: listings.every(Listing("customer"))))
    assert len(statements(filled, Listing("customer"))) == 1
    assert len(statements(filled, Listing("customer", "smith"), order)) <= 8
    assert len(statements(filled, Listing("customer", scope="in", others=(1,)), order)) <= 3


def statements(engine: Engine, listing: Listing, order: Order | None = None) -> list[str]:
    """Return what the file is asked to find the first records of a listing."""
    found: list[str] = []

    def look() -> None:
        connection = current.connection()
        connection.set_trace_callback(found.append)
        try:
            listings.first(listing, 20, order)
        finally:
            connection.set_trace_callback(None)

    ask(engine, look)
    return [statement for statement in found if not statement.startswith("--")]


def plan(engine: Engine, statement: str) -> list[str]:
    """Return the steps in which SQLite answers a statement."""
    return ask(engine, lambda: [row[3] for row in current.execute_sql(f"EXPLAIN QUERY PLAN {statement}")])


def test_an_order_knows_only_those_it_was_made_of() -> None:
    order = Order(listings.array("q", [5, 2, 9]))
    assert order.first([9, 2, 7, 100, 5], 2) == [5, 2]
    assert list(order.sort(listings.array("q", [9, 7, 100, 5]))) == [5, 9]
    assert order.first([], 3) == []
    assert Order(listings.array("q")).first([1], 1) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("times", [3, 20, 10_000])
def test_the_first_by_their_last_change(path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind, times: int) -> None:
    """The later of two times, of which neither has an index; with many that are the same, and some that are none."""
    monkeypatch.setattr(listings, "PATIENCE", 320)
    chosen = random.Random(times)
    ways = set()
    with database.opened(path) as connected:
        connected.execute_sql("PRAGMA foreign_keys = 0")
        for number in range(1, 201):
            at, changed = (f"{chosen.randrange(times):05}" for _ in range(2))
            connected.execute_sql(f"INSERT INTO {kind} {MADE[kind]}", (number, str(number), at))
            linked = (number, changed if number % 3 else None)
            connected.execute_sql(f"INSERT OR REPLACE INTO {kind}_stat (id, changed_at) VALUES (?, ?)", linked)
        for descending in (False, True):
            listing = Listing(kind, sort="updated_at", descending=descending)
            expected = listings.every(listing).tolist()
            assert len(expected) == 200
            for most in (1, 7, 60, 150, 300):
                found = listings.first(listing, most)
                assert found is None or found == expected[:most]
                ways.add((descending, found is None))
            monkeypatch.setattr(listings, "PATIENCE", 10**6)
            assert listings.first(listing, 60) == expected[:60]
            monkeypatch.setattr(listings, "PATIENCE", 320)
    assert ways >= {(True, False), (False, False), (False, True)}
    assert (True, True) not in ways


MADE: dict[Kind, str] = {
    "item": "(id, name, created_at, updated_at) VALUES (?, ?, '', ?)",
    "customer": "(id, user_id, created_at, updated_at) VALUES (?, ?, '', ?)",
    "company": "(id, name, created_at, updated_at) VALUES (?, ?, '', ?)",
}


@pytest.mark.parametrize("descending", [False, True])
def test_the_last_change_is_not_looked_up_for_all(filled: Engine, descending: bool) -> None:
    """Two long tables are not joined to find the first ones."""
    *_, looked = statements(filled, Listing("customer", sort="updated_at", descending=descending))
    steps = plan(filled, looked)
    assert not [step for step in steps if step.startswith("SCAN") and "json_each" not in step]
