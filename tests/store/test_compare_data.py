"""What else differs between two files: new fields, categories, companies and the data of links."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from itemlink_gui.store.compare import Difference
from tests.store.comparing import EARLY, LATE, change, copied, listed


@pytest.fixture
def other(path: Path) -> Path:
    """A copy of the file after both were filled."""
    return copied(path)


def test_new_fields_of_records(path: Path, other: Path) -> None:
    change(
        path,
        "INSERT INTO category (id, name, colour) VALUES (1, 'A', '#ff0000'), (2, 'B', '')",
        "UPDATE item SET capacity = 5, category_id = 1, available_from = '2026-01-01' WHERE id = 1",
        "UPDATE item SET category_id = 1 WHERE id = 2",
        "UPDATE customer SET no_messages = 1 WHERE id = 1",
    )
    change(
        other,
        "INSERT INTO category (id, name, colour) VALUES (7, 'A', '#00ff00'), (1, 'C', '')",
        "UPDATE item SET capacity_policy = 'overbook', low_stock = 2, category_id = 1 WHERE id = 1",
        "UPDATE item SET category_id = 7 WHERE id = 2",
    )
    assert listed(path, other) == [
        Difference(
            "item",
            "changed",
            "Item 1",
            fields=(
                ("capacity", "5", ""),
                ("capacity_policy", "block", "overbook"),
                ("low_stock", "", "2"),
                ("available_from", "2026-01-01", ""),
                ("category", "A", "C"),
            ),
        ),
        Difference("customer", "changed", "Person 1", fields=(("no_messages", "1", "0"),)),
        Difference("category", "here", "B"),
        Difference("category", "there", "C"),
        Difference("category", "changed", "A", fields=(("colour", "#ff0000", "#00ff00"),)),
    ]


def test_companies_and_whose_they_are(path: Path, other: Path) -> None:
    for one in (path, other):
        change(
            one,
            f"INSERT INTO company VALUES (1, 'Works', '{EARLY}', '{EARLY}')",
            "INSERT INTO customer_company VALUES (1, 1), (2, 1)",
        )
    change(path, f"INSERT INTO company VALUES (2, 'Here', '{EARLY}', '')", "INSERT INTO customer_company VALUES (3, 2)")
    change(other, f"INSERT INTO company VALUES (2, 'There', '{LATE}', '')", "DELETE FROM customer_company")
    change(other, "UPDATE company SET name = 'Firm' WHERE id = 1", "INSERT INTO customer_company VALUES (1, 1)")
    assert listed(path, other) == [
        Difference("company", "here", "Here"),
        Difference("company", "there", "There"),
        Difference("company", "changed", "Works", fields=(("name", "Works", "Firm"),)),
        Difference("member", "here", "Person 2", "Works"),
        Difference("member", "here", "Person 3", "Here"),
    ]


def test_data_of_links(path: Path, other: Path) -> None:
    change(path, "INSERT INTO link_field (id, name, type, position) VALUES (1, 'Seat', 'text', 0)")
    change(path, "UPDATE item_customer SET quantity = 3, note = 'n' WHERE item_id = 1 AND customer_id = 2")
    change(other, "UPDATE item_customer SET ends_on = '2026-01-01' WHERE item_id = 1 AND customer_id = 2")
    for one, seat in ((path, "A"), (other, "B")):
        own = json.dumps({"1": seat, "2": 5})
        change(one, f"UPDATE item_customer SET extra = '{own}' WHERE item_id = 2 AND customer_id = 1")
    change(other, "UPDATE item_customer SET extra = 'broken' WHERE item_id = 2 AND customer_id = 3")
    assert listed(path, other) == [
        Difference(
            "link", "changed", "Person 2", "Item 1",
            fields=(("quantity", "3", "1"), ("ends_on", "", "2026-01-01"), ("note", "n", "")),
        ),
        Difference("link", "changed", "Person 1", "Item 2", fields=(("Seat", "A", "B"),)),
        Difference("link", "changed", "Person 3", "Item 2", fields=(("extra", "{}", "broken"),)),
    ]  # fmt: skip
