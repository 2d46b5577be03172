"""Lists for programs: what is asked for is what is found, and a long list is told in small pieces."""

from __future__ import annotations

import json
from typing import Any

import pytest

from itemlink_gui.base.errors import Invalid, WrongQuery
from itemlink_gui.engine import Engine
from itemlink_gui.ops import categories, companies, customers, items, links
from itemlink_gui.store import pages
from itemlink_gui.store.details import Listed
from itemlink_gui.store.pages import Asked
from tests.support import ask, count_statements, fill, on_writer, raw, run

NAMES = ("Bea", "ann", "Émil", "Zoe", "dan", "Cleo")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Six customers with names in no order; number n has n - 1 items, all but the last are in companies."""
    for number in range(1, 7):
        run(engine, items.create(name=f"Item {number}"))
    for number, name in enumerate(NAMES, 1):
        run(engine, customers.create(username=f"user{7 - number}", full_name=name, item_ids=range(1, number)))
    run(engine, companies.create(name="Works", customer_ids=[1, 2, 3]))
    run(engine, companies.create(name="Acme", customer_ids=[4, 5]))
    return engine


def found(engine: Engine, kind: Listed, **asked: Any) -> list[int]:
    return ask(engine, lambda: pages.ids(kind, Asked(**asked))).tolist()


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ("id", [1, 2, 3, 4, 5, 6]),
        ("-id", [6, 5, 4, 3, 2, 1]),
        ("name", [2, 1, 6, 5, 3, 4]),
        ("-name", [4, 3, 5, 6, 1, 2]),
        ("username", [6, 5, 4, 3, 2, 1]),
        ("count", [1, 2, 3, 4, 5, 6]),
        ("-item_count", [6, 5, 4, 3, 2, 1]),
        ("-created_at", [6, 5, 4, 3, 2, 1]),
        ("email", [1, 2, 3, 4, 5, 6]),
        ("-email", [6, 5, 4, 3, 2, 1]),
    ],
)
def test_a_list_has_the_order_that_was_asked_for(filled: Engine, ordering: str, expected: list[int]) -> None:
    assert found(filled, "customer", ordering=ordering) == expected
    assert found(filled, "customer", ordering=ordering, limit=2, offset=3) == expected[3:5]


@pytest.mark.parametrize("kind", pages.ORDERINGS)
def test_every_name_that_is_offered_orders_and_no_other(filled: Engine, kind: Listed) -> None:
    run(filled, categories.create("Arts", item_ids=[1]))
    whole = sorted(found(filled, kind))
    for name in pages.ORDERINGS[kind]:
        assert sorted(found(filled, kind, ordering=name)) == sorted(found(filled, kind, ordering=f"-{name}")) == whole
    for name in ("", "-", "--name", "no", "name desc", "extra", "text"):
        with pytest.raises(Invalid) as refused:
            found(filled, kind, ordering=name)
        assert refused.value.field == "ordering"
        assert "one of: id, " in str(refused.value)


def test_a_part_of_a_list(filled: Engine) -> None:
    for limit, offset in ((0, 0), (2, 0), (2, 5), (None, 4), (100, 100), (None, 6)):
        expected = list(range(1, 7))[offset:][:limit]
        assert found(filled, "customer", limit=limit, offset=offset) == expected
    assert found(filled, "customer", limit=2**63 - 1, offset=2**63 - 1) == []


def test_all_that_is_asked_for_must_hold(filled: Engine) -> None:
    assert found(filled, "customer", least=3) == [4, 5, 6]
    assert found(filled, "item", least=4) == [1, 2]
    assert found(filled, "company", least=3) == [1]
    assert found(filled, "customer", q="items>=2") == [3, 4, 5, 6]
    assert found(filled, "customer", q="company:acme or items=0") == [1, 4, 5]
    assert found(filled, "customer", search="user") == [1, 2, 3, 4, 5, 6]
    assert found(filled, "customer", search="z user3") == [4]
    assert found(filled, "customer", search="user", q="items=0 or items=3", least=1) == [4]
    assert found(filled, "customer", search="user", q="company:works", least=1, ordering="-name", limit=1) == [3]
    assert found(filled, "item", q="customers>=4", least=5) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "items>=2", ") or (items>=0", '" or items>=0 or "', "not user", "(", '"', "x' OR 1=1 --", "name:ann or user",
        "user or user", "\0", "\ud800", "%", "user%", "_", "*", "us*r", " ".join(f"w{n}" for n in range(3_000)),
    ],
)  # fmt: skip
def test_in_a_search_every_character_stands_for_itself(filled: Engine, text: str) -> None:
    for kind in pages.ORDERINGS:
        assert found(filled, kind, search=text) == []
    assert found(filled, "customer", search=text, q="items>=0") == []


def test_a_query_cannot_undo_what_else_must_hold(filled: Engine) -> None:
    assert found(filled, "customer", search="ann", q="items>=0 or name:zoe") == [2]
    assert found(filled, "customer", least=5, q="name:zoe or items=5") == [6]
    for wrong in (") or (items>=0", "items>=0) or (items>=0", "nothing=1", "items>=x"):
        with pytest.raises(WrongQuery):
            found(filled, "customer", q=wrong, least=1)
    # What is no query is words, as in the search boxes.
    assert found(filled, "customer", q="zoe") == [4]
    assert found(filled, "customer", q="zoe\0") == []


def test_the_list_of_one_record(filled: Engine) -> None:
    assert found(filled, "customer", of=1) == [2, 3, 4, 5, 6]
    assert found(filled, "customer", of=1, ordering="name", limit=3) == [2, 6, 5]
    assert found(filled, "customer", of=1, q="items>=3", least=4) == [5, 6]
    assert found(filled, "item", of=3, offset=1) == [2]
    assert found(filled, "company", of=5) == [2]
    assert found(filled, "customer", of=6) == found(filled, "customer", of=9) == []


def test_the_list_of_one_record_in_short_is_told_in_pieces(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LINKS", 100)
    fill(engine, 0, pages.LINKS + 1)
    ids = ask(engine, lambda: pages.ids("customer", Asked(ordering="-id")))
    first, begin = ask(engine, lambda: pages.brief_piece("customer", ids, 0))
    last, end = ask(engine, lambda: pages.brief_piece("customer", ids, begin))
    assert (begin, end) == (pages.LINKS, pages.LINKS + 1)
    told = json.loads(b"[%s,%s]" % (first, last))
    assert [one["id"] for one in told] == list(range(pages.LINKS + 1, 0, -1))
    assert told[-1] == {"id": 1, "username": "user1", "email": "", "full_name": "Person 1", "phone": ""}


def test_categories(filled: Engine) -> None:
    for name, records in (("Music", [1]), ("arts", [2, 3]), ("Émail", [])):
        run(filled, categories.create(name, item_ids=records))
    assert found(filled, "category") == [1, 2, 3]
    assert found(filled, "category", ordering="name") == [2, 3, 1]
    assert found(filled, "category", ordering="-count", limit=2) == [2, 1]
    assert found(filled, "category", offset=1) == [2, 3]
    assert found(filled, "category", search="mu sic") == [1]
    assert found(filled, "category", search="EMA") == [3]
    assert found(filled, "category", least=1) == [1, 2]


def pieces(engine: Engine, kind: Listed, ids: list[int]) -> list[list[Any]]:
    told, begin = [], 0
    while begin < len(ids):
        text, end = ask(engine, lambda begin=begin: pages.piece(kind, ids, begin))  # type: ignore[misc]
        assert end > begin
        told.append(json.loads(b"[%b]" % text))
        begin = end
    return told


def test_a_long_list_is_told_in_small_pieces(engine: Engine) -> None:
    fill(engine, 1, 1_250)
    told = pieces(engine, "customer", list(range(1_250, 0, -1)))
    assert list(map(len, told)) == [500, 500, 250]
    assert [one["id"] for piece in told for one in piece] == list(range(1_250, 0, -1))


@pytest.mark.parametrize("kind", ["item", "customer", "company", "category"])
def test_no_piece_has_many_links(engine: Engine, monkeypatch: pytest.MonkeyPatch, kind: Listed) -> None:
    monkeypatch.setattr(pages, "LINKS", 10)
    fill(engine, 20, 20)
    for number, links_of_it in enumerate((4, 6, 1, 20, 0, 10, 0, 1), 1):
        some = range(1, links_of_it + 1)
        match kind:
            case "item":
                run(engine, links.replace("item", number, "customer", some))
            case "customer":
                # Both sorts of links count.
                run(engine, links.replace_items(number, range(1, links_of_it // 2 + 1)))
            case "company":
                run(engine, companies.create(name=f"C{number}", customer_ids=some))
            case "category":
                made = run(engine, categories.create(f"C{number}"))
                with raw(engine.path) as connection:
                    sql = "INSERT INTO item (name, created_at, updated_at, category_id) VALUES ('x', '', '', ?)"
                    connection.executemany(sql, [(made,)] * links_of_it)
    if kind == "customer":
        for company, number in enumerate((4, 6, 1, 20, 0, 10, 0, 1), 1):
            for one in range(number - number // 2):
                run(engine, companies.create(name=f"C{company}-{one}", customer_ids=[company]))
    told = pieces(engine, kind, list(range(1, 9)))
    assert [[one["id"] for one in piece] for piece in told] == [[1, 2], [3], [4], [5, 6, 7], [8]]


def test_what_is_gone_meanwhile_is_left_out_and_the_list_goes_on(engine: Engine) -> None:
    fill(engine, 1, 1_100)
    ids = ask(engine, lambda: pages.ids("customer", Asked()))
    run(engine, customers.delete(range(1, 501)))
    assert ask(engine, lambda: pages.piece("customer", ids, 0)) == (b"", 500)
    told = pieces(engine, "customer", list(ids))
    assert list(map(len, told)) == [0, 500, 100]


def test_a_piece_is_two_statements_however_many_links_and_records_there_are(engine: Engine) -> None:
    fill(engine, 3, 300)

    def counted(*customers: int) -> int:
        return count_statements(engine, lambda: on_writer(engine, lambda: pages.piece("customer", customers, 0)))

    for _ in range(2):
        assert (counted(1), counted(*range(1, 301))) == (2, 2)
        run(engine, links.link([1, 2, 3], range(1, 301)))
