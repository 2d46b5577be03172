"""A comparison of two files, against one that is worked out row by row."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.store.compare import compare
from tests.support import fill, raw, run

EARLY, LATE = "2020-01-01T00:00:00.000Z", "2021-01-01T00:00:00.000Z"


@pytest.fixture
def filled(path: Path) -> Path:
    """A file with items 1 to 4, customers 1 to 6 and some links, not open."""
    engine = Engine(path, keeping=False)
    fill(engine, 4, 6)
    run(engine, links.link([1, 2], [1, 2, 3]))
    engine.close()
    return path


def oracle(path: Path, other: Path) -> list[tuple[str, ...]]:
    """Work the comparison out row by row, in Python."""
    sides = []
    for one in (path, other):
        with raw(one) as connection:
            found: dict[Any, Any] = {}
            keys: dict[tuple[str, int], Any] = {}
            for record, name, text, at in connection.execute("SELECT id, name, description, created_at FROM item"):
                keys["item", record] = ("item", record, at)
                found["item", record, at] = (name, name, text)
            for record, at, *values in connection.execute(
                """SELECT c.id, c.created_at, username, full_name, email, phone, address, notes
                    FROM customer c JOIN user u ON u.id = user_id"""
            ):
                keys["customer", record] = ("customer", record, at)
                found["customer", record, at] = (values[1] or values[0], *values)
            for item, customer in connection.execute("SELECT item_id, customer_id FROM item_customer"):
                ends = keys["item", item], keys["customer", customer]
                found["link", *ends] = (found[ends[1]][0], found[ends[0]][0])
            sides.append(found)
    here, there = sides
    told = [(key[0], "here", here[key]) for key in here.keys() - there.keys()]
    told += [(key[0], "there", there[key]) for key in there.keys() - here.keys()]
    told += [
        (key[0], "changed", here[key])
        for key in here.keys() & there.keys()
        if key[0] != "link" and here[key][1:] != there[key][1:]
    ]
    return sorted((kind, how, *(names if kind == "link" else names[:1])) for kind, how, names in told)


_record = st.integers(1, 7)
_steps = st.lists(st.tuples(st.sampled_from("NDCRncrlu"), _record, _record, st.sampled_from(["x", "y"])), max_size=12)


def apply(path: Path, steps: list[tuple[str, int, int, str]], at: str) -> None:
    """Change a file as a list of letters says; what cannot be done is left out."""
    statements = {
        "N": [f"INSERT INTO item (name, created_at, updated_at) VALUES (:x, '{at}', '{at}')"],
        "D": ["DELETE FROM item_customer WHERE item_id = :a", "DELETE FROM item WHERE id = :a"],
        "C": ["UPDATE item SET description = :x WHERE id = :a"],
        "R": ["UPDATE item SET name = :x WHERE id = :a"],
        "n": [
            "INSERT OR IGNORE INTO user (username) VALUES (:x || :a || :b)",
            f"""INSERT OR IGNORE INTO customer (user_id, created_at, updated_at)
                SELECT max(id), '{at}', '{at}' FROM user""",
        ],
        "c": ["UPDATE customer SET notes = :x WHERE id = :a"],
        "r": ["UPDATE user SET full_name = :x WHERE id = (SELECT user_id FROM customer WHERE id = :a)"],
        "l": [
            f"""INSERT OR IGNORE INTO item_customer (item_id, customer_id, created_at)
                SELECT i.id, c.id, '{at}' FROM item i, customer c WHERE i.id = :a AND c.id = :b"""
        ],
        "u": ["DELETE FROM item_customer WHERE item_id = :a AND customer_id = :b"],
    }
    with raw(path) as connection:
        for letter, a, b, x in steps:
            for statement in statements[letter]:
                connection.execute(statement, {"a": a, "b": b, "x": x})


@settings(max_examples=25)
@given(_steps, _steps)
def test_it_agrees_with_a_comparison_row_by_row(filled: Path, ours: list[Any], theirs: list[Any]) -> None:
    here, there = filled.with_name("here.itemlink"), filled.with_name("there.itemlink")
    for one, steps, at in ((here, ours, EARLY), (there, theirs, LATE)):
        shutil.copy(filled, one)
        apply(one, steps, at)
    expected, found = oracle(here, there), compare(here, there)
    told = [(one.kind, one.how, one.name) + ((one.other,) if one.kind == "link" else ()) for one in found.differences]
    assert sorted(told) == expected
    for key, number in found.counts.items():
        assert number == sum(one[:2] == key for one in expected)
    for one in found.differences:
        assert (one.how == "changed") == bool(one.fields)
        assert all(ours != theirs for _, ours, theirs in one.fields)
