"""What a query finds, over a small file; the examples of the specification; and that indexes are used."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import listings, new_file, queries
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.listings import Listing
from itemlink_gui.store.models import (
    Category,
    Company,
    Customer,
    Item,
    ItemCustomer,
    LinkField,
    Preference,
    User,
    Waiting,
    current,
)
from itemlink_gui.store.query import sql, values
from itemlink_gui.store.query.fields import FIELDS, spelled
from itemlink_gui.store.query.grammar import MOST_DEEP
from tests.support import ask, run

TODAY = date(2026, 3, 15)
PEOPLE = ("johndoe", "ann", "ben", "cleo", "dora", "eve")


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


def _write(journal: Journal) -> None:
    science, arts = (journal.add(Category, name=name) for name in ("Science", "Fine Arts"))
    places = {"capacity": 3, "low_stock": 2}
    journal.add(Item, name="Maths 101", category=science, description="numbers", **places)
    journal.add(Item, name="Maths 202", category=science, capacity=1)
    journal.add(Item, name="Pottery", category=arts, available_until=day(-1))
    journal.add(Item, name="Premium Subscription", capacity=10, available_from=day(5))
    journal.add(Item, name="Empty, quiet (x)")
    for number, name in enumerate(PEOPLE):
        user = journal.add(User, username=name, full_name="" if name == "eve" else f"{name.capitalize()} Lee")
        journal.add(Customer, user=user, phone="+1-555-01" if number % 2 else "")
    journal.add(LinkField, name="grade", type="number", position=1)
    journal.add(LinkField, name="Shoe size", type="text", position=2)
    journal.add(LinkField, name="paid", type="yesno", position=3)
    journal.add(LinkField, name="exam", type="day", position=4)
    acme, bolt = (journal.add(Company, name=name) for name in ("Acme", "Bolt Works"))
    journal.link("customer_company", [1, 2], [acme])
    journal.link("customer_company", [2], [bolt])
    journal.link("item_customer", [1], [1, 2, 3, 4, 5], {"extra": json.dumps({"1": 2, "3": 1})})
    journal.link("item_customer", [2], [1], {"quantity": 2, "ends_on": day(10), "note": "Paid Café"})
    journal.link("item_customer", [3], [1, 2], {"ends_on": day(-3), "starts_on": day(-60)})
    journal.link("item_customer", [4], [1], {"extra": json.dumps({"1": 5, "2": "XL", "4": day(0)})})
    journal.add(Waiting, item=2, customer=2)
    journal.add(Preference, customer=6, item=3, kind="wants")
    journal.add(Preference, customer=2, item=1, kind="declined")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Five items, six customers, links with data; only to be read."""
    path = tmp_path_factory.mktemp("school") / "school.itemlink"
    new_file.create(path)
    engine = Engine(path, keeping=False)
    run(engine, Operation("fill", _write))
    yield engine
    engine.close()


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "today", lambda: TODAY)


def find(engine: Engine, kind: Kind, text: str) -> list[int]:
    return sorted(ask(engine, lambda: list(listings.every(Listing(kind, text)))))


FOUND: list[tuple[Kind, str, list[int]]] = [
    ("item", "customers>=2", [1, 3]),
    ("item", "customers:none", [5]),
    ("item", "customers!=1", [1, 3, 5]),
    ("item", "has:none", [5]),
    ("item", "has:ben", [1]),
    ("item", "has=ben", [1]),
    ("item", "has=be", []),
    ("item", 'has:"Johndoe Lee"', [1, 2, 3, 4]),
    ("item", "has:any(ben, ann)", [1, 3]),
    ("item", "has:all(ben, ann)", [1]),
    ("item", "has:none(ben, ann)", [2, 4, 5]),
    ("item", "username:joh", [1, 2, 3, 4]),
    ("item", "category:arts", [3]),
    ("item", 'category="FINE ARTS"', [3]),
    ("item", "category:none", [4, 5]),
    ("item", "category:any(arts, science) -pottery", [1, 2]),
    ("item", "company:bolt", [1, 3]),
    ("item", "company:none", [5]),
    ("item", "is:over", [1, 2]),
    ("item", "is:full", [1, 2]),
    ("item", "is:low", [1]),
    ("item", "is:available", [5]),
    ("item", "is:ending", [2]),
    ("item", "is:ended", [3]),
    ("item", "taken=2", [2, 3]),
    ("item", "free<0", [1, 2]),
    ("item", "free:any", [1, 2, 4]),
    ("item", "capacity:none", [3, 5]),
    ("item", "capacity>=3", [1, 4]),
    ("item", "waiting>0", [2]),
    ("item", "waiting:none", [1, 3, 4, 5]),
    ("item", "wants:any", [3]),
    ("item", "wants:eve", [3]),
    ("item", "declined:ann", [1]),
    ("item", "favourite:any", []),
    ("item", "until<today", [3]),
    ("item", "from>today", [4]),
    ("item", "description:numb", [1]),
    ("item", "description=numbers", [1]),
    ("item", "description:none", [2, 3, 4, 5]),
    ("item", "name:MATHS", [1, 2]),
    ("item", 'name="maths 101"', [1]),
    ("item", '"empty, quiet (x)"', [5]),
    ("item", '"ths 1"', [1]),
    ("item", "maths -101", []),
    ("item", "maths not 101", [2]),
    ("item", "maths or pott -science", [1, 2, 3]),
    ("item", "created:today", []),
    ("item", "created>2020 changed>2020-01", [1, 2, 3, 4, 5]),
    ("item", "grade>=3", [4]),
    ("item", '"Shoe size":xl', [4]),
    ("item", "exam:today", [4]),
    ("customer", "items>=3", [1, 2][:1]),
    ("customer", "in:none", [6]),
    ("customer", "in:maths", [1, 2, 3, 4, 5]),
    ("customer", 'in:"maths 2"', [1]),
    ("customer", "in:any(pottery, 202)", [1, 2]),
    ("customer", "in:all(pottery, 202)", [1]),
    ("customer", "in:none(pottery, 202)", [3, 4, 5, 6]),
    ("customer", 'in:"empty, quiet (x)"', []),
    ("customer", "not in:maths", [6]),
    ("customer", "company:acme", [1, 2]),
    ("customer", "company:none", [3, 4, 5, 6]),
    ("customer", "companies=2", [2]),
    ("customer", "companies:none", [3, 4, 5, 6]),
    ("customer", "category:arts", [1, 2]),
    ("customer", "quantity>=2", [1]),
    ("customer", "quantity>1", [1]),
    ("customer", "quantity=1", [1, 2, 3, 4, 5]),
    ("customer", "quantity<1", []),
    ("customer", "quantity:any", [1]),
    ("customer", "ends<30d", [1, 2]),
    ("customer", "ending<14d", [1]),
    ("customer", "ending<10d", []),
    ("customer", "ends:none", [3, 4, 5, 6]),
    ("customer", "is:ended", [1, 2]),
    ("customer", "starts<=2026-01", [1, 2]),
    ("customer", "starts<2026-01", []),
    ("customer", "starts>2026-01", []),
    ("customer", "starts>=2026-01 starts:2026", [1, 2]),
    ("customer", "note:cafe", [1]),
    ("customer", 'note="paid cafe"', [1]),
    ("customer", "note:any", [1]),
    ("customer", "grade=2", [1, 2, 3, 4, 5]),
    ("customer", "grade:none", [6]),
    ("customer", "paid:yes", [1, 2, 3, 4, 5]),
    ("customer", "paid:no", [1, 2]),
    ("customer", "wants:pottery", [6]),
    ("customer", "waiting>=1", [2]),
    ("customer", "name=eve", [6]),
    ("customer", "phone:555", [2, 4, 6]),
    ("customer", "phone:none", [1, 3, 5]),
    ("customer", "email:none", [1, 2, 3, 4, 5, 6]),
    ("customer", "notes:any", []),
    ("customer", "lee (items>1 or company:none) -johndoe", [2, 3, 4, 5]),
    ("customer", 'name:"\0"', []),
    ("customer", "name:\ud800", []),
    ("customer", '"\ud800"', []),
    ("company", "customers>=2", [1]),
    ("company", "has:ann", [1, 2]),
    ("company", "username=johndoe", [1]),
    ("company", "name:bolt or customers=2", [1, 2]),
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found(school: Engine, kind: Kind) -> None:
    wrong = {text: found for of, text, ids in FOUND if of == kind and (found := find(school, kind, text)) != ids}
    assert wrong == {}


def test_the_examples_of_the_specification(school: Engine) -> None:
    """Each says the same in the models and in the language; where a comment differs, the code decides."""
    examples: tuple[tuple[Kind, str, str], ...] = (
        ("item", "username=johndoe", "SELECT item_id FROM item_customer WHERE customer_id = 1"),
        ("customer", 'item="Premium Subscription"', "SELECT customer_id FROM item_customer WHERE item_id = 4"),
        ("item", "customers>=5", "SELECT item_id FROM item_customer GROUP BY 1 HAVING count(*) >= 5"),
        ("customer", "items>=3", "SELECT customer_id FROM item_customer GROUP BY 1 HAVING count(*) >= 3"),
    )
    for kind, text, plain in examples:
        expected = ask(school, lambda plain=plain: sorted(row[0] for row in current.execute_sql(plain)))
        assert find(school, kind, text) == expected != [], text

    def through_the_models() -> None:
        customer, item = Customer.get_by_id(1), Item.get_by_id(1)
        assert sorted(one.id for one in customer.items) == [1, 2, 3, 4]
        assert sorted(one.id for one in item.customers) == [1, 2, 3, 4, 5]
        counts = dict(queries.rows("item", [1, 2, 3, 4, 5]))
        place = queries.COLUMNS["item"].index("count")
        assert [counts[record][place] for record in counts] == [5, 1, 2, 1, 0]

    ask(school, through_the_models)


def test_the_examples_that_write(path: Path) -> None:
    engine = Engine(path, keeping=False)
    run(engine, Operation("fill", _write))
    run(engine, links.replace_items(3, [3, 4]))
    assert find(engine, "item", "username=ben") == [3, 4]
    run(engine, links.link([5], [3]))
    assert find(engine, "item", "username=ben") == [3, 4, 5]
    run(engine, links.unlink([3, 5], [3]))
    assert find(engine, "item", "username=ben") == [4]
    run(engine, links.clear("customer", [3]))
    assert find(engine, "customer", "in:none") == [3, 6]
    engine.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_of_the_help_can_be_asked(school: Engine, kind: Kind) -> None:
    for field in FIELDS[kind]:
        find(school, kind, spelled(field.example))
        for state, _ in field.states:
            find(school, kind, f"is:{state}")
        if field.type in ("number", "day"):
            for op in ("=", "!=", "<", "<=", ">", ">="):
                find(school, kind, f"{field.name}{op}2")
            find(school, kind, f"{field.name}:none or {field.name}:any")


def test_and_or_not_are_those_of_sets(school: Engine) -> None:
    chosen = random.Random(5)
    for kind in ("item", "customer"):
        leaves = [text for of, text, _ in FOUND if of == kind and '"' not in text and " " not in text]
        every = set(find(school, kind, ""))
        for _ in range(20):
            one, two, three = chosen.sample(leaves, 3)
            a, b, c = (set(find(school, kind, text)) for text in (one, two, three))
            assert set(find(school, kind, f"{one} or {two} {three}")) == a | (b & c)
            assert set(find(school, kind, f"({one} or {two}) and not {three}")) == (a | b) - c
            assert set(find(school, kind, f"-({one} {two}) -({three})")) == (every - (a & b)) - c


def test_the_largest_query_that_may_be_asked(school: Engine) -> None:
    assert find(school, "customer", " or ".join(["in:pottery"] * 200)) == [1, 2]
    assert find(school, "customer", " ".join(["in:pottery"] * 200)) == [1, 2]
    assert find(school, "customer", " ".join(['"lee"', *["in:pottery lee"] * 99, "lee"])) == [1, 2]
    deep = "in:pottery"
    for number in range(MOST_DEEP // 2):
        deep = f'not ("x" {number} in:any(a, b) {deep} or note:x)'
    assert len(find(school, "customer", deep)) == 6
    deep = "in:pottery"
    for number in range(MOST_DEEP // 2):
        deep = f"(in:maths a (in:{number} or username=x or {deep}))"
    assert find(school, "customer", deep) == [2]
    with pytest.raises(WrongQuery):
        find(school, "customer", "(" * 1000 + "in:pottery" + ")" * 1000)


def test_what_another_program_left_in_own_fields_is_no_end(path: Path) -> None:
    engine = Engine(path, keeping=False)
    run(engine, Operation("fill", _write))

    def spoil(_journal: Journal) -> None:
        ItemCustomer.update(extra="no json").where(ItemCustomer.item == 1).execute()

    run(engine, Operation("none", spoil))
    assert find(engine, "item", "grade>=3") == [4]
    engine.close()


def test_a_query_depends_on_more_than_words(school: Engine) -> None:
    asked = {"ann lee": False, "ann or (lee)": False, "-ann": False, "ann in:x": True, "not in:x": True}
    found = {text: ask(school, lambda text=text: sql.asks_more("customer", text)) for text in asked}
    assert found == asked


INDEXED: list[tuple[Kind, str, str]] = [
    ("item", "customers>=5", "item_stat_count"),
    ("customer", "items>=3", "customer_stat_count"),
    ("company", "customers>=3", "company_stat_count"),
    ("item", "username=johndoe", "customer_key_username"),
    ("item", "username=johndoe", "item_customer_reverse (customer_id=?"),
    ("customer", 'in="Premium Subscription"', "item_key_name"),
    ("customer", 'in="Premium Subscription"', "PRIMARY KEY (item_id=?"),
    ("customer", "in:premium", "item_part VIRTUAL TABLE INDEX"),
    ("item", "has:johndoe", "customer_part VIRTUAL TABLE INDEX"),
    ("customer", '"ann lee"', "customer_part VIRTUAL TABLE INDEX"),
    ("item", "category:arts", "item_category (category_id=?"),
    ("customer", "company:acme", "customer_company_reverse (company_id=?"),
    ("customer", "quantity>=2", "item_customer_several"),
    ("customer", "ends<30d", "item_customer_ends"),
    ("customer", "is:ending", "item_customer_ends"),
    ("item", "wants:johndoe", "preference"),
    ("item", "created>=2026-01-01", "item_created_at"),
    ("customer", "name=ann", "customer_key_name (name=?"),
]


def test_queries_use_the_indexes(school: Engine) -> None:
    def plan(kind: Kind, text: str) -> str:
        key = queries.KEY[kind]
        statement, bound = key.select(key.id).where(*sql.conditions(kind, text)).sql()
        return "\n".join(row[3] for row in current.execute_sql(f"EXPLAIN QUERY PLAN {statement}", bound))

    plans = {(kind, text): ask(school, lambda kind=kind, text=text: plan(kind, text)) for kind, text, _ in INDEXED}
    missing = [(text, index, plans[kind, text]) for kind, text, index in INDEXED if not _uses(plans[kind, text], index)]
    assert missing == []


def _uses(plan: str, index: str) -> bool:
    name, _, kind = index.partition(" ")
    return any(name in line and kind in line for line in plan.split("\n"))
