"""What is derived from the records: exact after every change, and drift is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from itemlink_gui.store import database, derive
from itemlink_gui.store.fold import fold
from itemlink_gui.store.models import Customer, Item, ItemCustomer, User, current
from tests.support import faults, raw

AT = "2026-01-01T00:00:00.000Z"


def fill() -> None:
    for number in range(1, 6):
        Item.create(name=f"Item {number}", description="Ünïcode", created_at=AT, updated_at=AT)
        Customer.create(user=User.create(username=f"user{number}"), created_at=AT, updated_at=AT)
    ItemCustomer.insert_many([{"item": 1, "customer": n, "created_at": AT} for n in (1, 2, 3)]).execute()
    derive.rebuild()


@pytest.fixture
def filled(path: Path) -> Iterator[Path]:
    with database.opened(path):
        fill()
        yield path


def keys(kind: str) -> list[tuple[object, ...]]:
    return list(current.execute_sql(f"SELECT id, name FROM {kind}_key ORDER BY id"))


def found(index: str, expression: str) -> list[int]:
    rows = current.execute_sql(f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid", (expression,))
    return [row for (row,) in rows]


def stats(kind: str) -> dict[int, tuple[int, str | None]]:
    return {record: (n, at) for record, n, at in current.execute_sql(f"SELECT id, count, changed_at FROM {kind}_stat")}


def test_rebuilt_is_sound(filled: Path) -> None:
    assert derive.drift() == []
    assert faults(filled) == []
    assert keys("item")[0] == (1, "item 1")
    assert keys("customer")[4] == (5, "user5")
    assert found("item_part", '"nic"') == [1, 2, 3, 4, 5]
    assert stats("item")[1][0] == 3


def test_every_field_is_folded_once(filled: Path) -> None:
    folded: list[str] = []
    current.register_function(lambda text: folded.append(text) or fold(text), "fold", 1, deterministic=True)
    derive.rebuild()
    fields = 5 * len(("name", "description"))
    fields += 5 * len(("username", "full_name", "email", "phone", "address", "notes"))
    assert len(folded) == fields
    assert derive.drift() == []


def test_rebuilding_twice_changes_nothing(filled: Path) -> None:
    derive.count("item", {1: 0}, AT)
    before = stats("item"), stats("customer"), keys("item"), keys("customer")
    derive.rebuild()
    assert (stats("item"), stats("customer"), keys("item"), keys("customer")) == before
    assert faults(filled) == []


def test_refresh_follows_added_changed_and_removed_records(filled: Path) -> None:
    Item.update(name="Other").where(Item.id == 2).execute()
    Item.delete().where(Item.id == 3).execute()
    Item.create(id=9, name="Ninth", created_at=AT, updated_at=AT)
    User.update(full_name="Äther").where(User.id == 5).execute()
    derive.refresh("item", [2, 3, 9])
    derive.refresh("customer", [5])
    assert derive.drift() == []
    assert faults(filled) == []
    assert keys("item") == [(1, "item 1"), (2, "other"), (4, "item 4"), (5, "item 5"), (9, "ninth")]
    assert found("customer_part", '"the"') == [5]
    assert found("item_word", '"ni"*') == [9]
    assert 3 not in stats("item")
    assert stats("item")[9] == (0, None)


def test_counts_are_added_to(filled: Path) -> None:
    derive.count("item", {1: -2, 2: 4, 4: 4, 5: 0}, AT)
    assert stats("item") == {1: (1, AT), 2: (4, AT), 3: (0, None), 4: (4, AT), 5: (0, AT)}
    derive.count("item", {}, AT)


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("UPDATE item SET name = 'x' WHERE id = 1", ["item_key"]),
        ("UPDATE user SET email = 'x' WHERE id = 1", ["customer_key"]),
        ("DELETE FROM customer_key WHERE id = 1", ["customer_key"]),
        ("INSERT INTO item_key VALUES (99, '', '', '')", ["item_key"]),
        ("UPDATE item_stat SET count = count + 1 WHERE id = 2", ["item_stat"]),
        ("DELETE FROM customer_stat WHERE id = 1", ["customer_stat"]),
        ("DELETE FROM item_customer WHERE customer_id = 2", ["item_stat", "customer_stat"]),
        ("INSERT INTO item (name, created_at, updated_at) VALUES ('New', '', '')", ["item_key", "item_stat"]),
    ],
)
def test_drift_is_found_and_mended(path: Path, statement: str, wrong: list[str]) -> None:
    with database.opened(path):
        fill()
    with raw(path) as other:
        other.execute(statement)
    with database.opened(path):
        assert derive.drift() == wrong
        derive.rebuild()
        assert derive.drift() == []
    assert faults(path) == []
