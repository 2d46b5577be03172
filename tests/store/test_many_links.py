"""What keeps very many links fast: they are found by keys and group by group, and nothing is looked for twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.store import apply, database, places, preferences
from itemlink_gui.store.apply import Known
from itemlink_gui.store.delta import Links
from itemlink_gui.store.fold import fold
from itemlink_gui.store.journal import among, known
from itemlink_gui.store.models import current
from tests.support import assert_sound, fill, on_writer, pairs, raw, redo, run, standing, undo

BIG = ("item_customer", "past_link", "customer", "user", "item", "customer_stat", "item_stat", "waiting", "preference")
FEW, MANY = range(1, 11), range(1, 201)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Items 1 to 3; customers 1 to 300."""
    fill(engine, 3, 300)
    return engine


@contextmanager
def gathered(engine: Engine) -> Iterator[list[str]]:
    """Gather the statements that the writer runs, with their values."""
    ran: list[str] = []
    on_writer(engine, lambda: current.connection().set_trace_callback(ran.append))
    yield ran
    on_writer(engine, lambda: current.connection().set_trace_callback(None))


def scans(engine: Engine, statements: list[str]) -> list[str]:
    """Return the steps of their plans that read a large table from end to end."""
    found = []
    with raw(engine.path) as connection:
        connection.create_function("fold", 1, fold, deterministic=True)
        for sql in statements:
            if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE)", sql):
                plan = [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
                names = "|".join(BIG)
                # What is bound to another name is told by that name.
                short = dict(re.findall(rf"\b({names}) (?:AS )?([a-z])\b", sql))
                names = "|".join([names, *short.values()])
                found += [f"{sql[:80]}: {step}" for step in plan if re.fullmatch(rf"SCAN ({names})", step)]
    return found


def test_no_large_table_is_read_from_end_to_end(filled: Engine) -> None:
    with gathered(filled) as ran:
        run(filled, links.link([1], MANY))
        undo(filled)
        redo(filled)
        run(filled, links.unlink([1], FEW))
        undo(filled)
        redo(filled)
        run(filled, links.replace("item", 1, "customer", range(100, 300)))
        undo(filled)
        run(filled, links.replace("customer", 7, "item", [2, 3]))
        run(filled, links.clear("customer", [20, 21, 22]))
        undo(filled)
    assert any(sql.startswith("DELETE FROM item_customer") for sql in ran)
    assert scans(filled, ran) == []
    assert scans(filled, ["SELECT count(*) FROM customer c WHERE c.phone = ''"]) != []


def test_links_between_are_grouped_by_the_side_of_which_there_are_fewer(filled: Engine) -> None:
    run(filled, links.link([1, 2], FEW))
    run(filled, links.link([3], [4]))

    def ask() -> list[Links]:
        both = ([1, 2, 3], list(FEW)), (None, [4, 3]), ([3], None), ([1, 2, 3], [3, 4])
        return [apply.between("item_customer", *ends) for ends in both]

    every, by_customer, by_item, fewer = on_writer(filled, ask)
    assert (every.by, every.other, len(every)) == ("item_id", "customer_id", 21)
    assert every.groups == ((1, tuple(FEW)), (2, tuple(FEW)), (3, (4,)))
    assert (by_customer.by, by_customer.groups) == ("customer_id", ((3, (1, 2)), (4, (1, 2, 3))))
    assert (by_item.by, by_item.groups) == ("item_id", ((3, (4,)),))
    assert (fewer.by, fewer.groups) == (by_customer.by, by_customer.groups)
    asked = on_writer(filled, lambda: among("item_customer", [1, 2, 3], [4]))
    assert set(asked) == pairs([1, 2, 3], [4])


def test_who_waits_or_declined_is_found_by_the_side_of_which_there_are_fewer(filled: Engine) -> None:
    for items, customers, key in (([1], list(MANY), "item_id=?"), ([1, 2, 3], [5], "customer_id=?")):
        for table in ("waiting", "preference"):
            sql = f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE {apply.both(items, customers)}"
            with raw(filled.path) as connection:
                plan = [row[3] for row in connection.execute(sql, (json.dumps(items), json.dumps(customers)))]
            assert key in plan[0]
        assert on_writer(filled, lambda i=items, c=customers: places.queue(i, c)) == []  # type: ignore[misc]
        assert on_writer(filled, lambda i=items, c=customers: preferences.declined(i, c)) == set()  # type: ignore[misc]


def test_ids_that_are_known_are_not_looked_for_again(filled: Engine) -> None:
    first = on_writer(filled, lambda: known("customer", [3, 1, 3]))
    assert first == [1, 3]
    with gathered(filled) as ran:
        assert on_writer(filled, lambda: known("customer", first)) == [1, 3]
        assert not any("FROM customer" in sql for sql in ran)
        # They are known of this table only.
        assert on_writer(filled, lambda: known("item", Known("customer", [1, 2]))) == [1, 2]
        assert any("FROM item" in sql for sql in ran)


def test_linking_again_adds_only_what_is_missing(filled: Engine) -> None:
    run(filled, links.link([1], range(1, 100)))
    run(filled, links.link([2], [1]))
    result = run(filled, links.link([1, 2, 3], range(1, 201)))
    assert (result.added, result.already) == (500, 100)
    assert standing(filled) == pairs([1, 2, 3], range(1, 201))
    undo(filled)
    assert standing(filled) == pairs([1], range(1, 100)) | {(2, 1)}
    assert_sound(filled)


def test_the_writer_keeps_all_that_a_large_step_touches(filled: Engine) -> None:
    (size,) = on_writer(filled, lambda: current.execute_sql("PRAGMA cache_size").fetchone())
    assert size == -database.WRITER_CACHE_KB
    (spills,) = on_writer(filled, lambda: current.execute_sql("PRAGMA cache_spill").fetchone())
    assert spills == 0
