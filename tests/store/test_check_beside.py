"""The check of what stands beside records and links: categories, companies, waiting lists, preferences."""

from __future__ import annotations

from pathlib import Path

import pytest

from itemlink_gui.store.check import check
from tests.conftest import Prepared
from tests.store.spoiling import fill, spoil

AT = "'2026-01-01T00:00:00.000Z'"


@pytest.fixture
def filled(prepared: Prepared) -> Path:
    """A file with records, links and a history, not open."""
    return prepared(fill)


def test_all_is_well(filled: Path) -> None:
    assert check(filled) == []


@pytest.mark.parametrize(
    ("statement", "expected", "mend"),
    [
        ("UPDATE item SET category_id = 77 WHERE id IN (1, 2)", "2 items whose category is missing.", "loose"),
        (
            f"INSERT INTO waiting (item_id, customer_id, created_at) VALUES (1, 999, {AT})",
            "1 row of the table waiting without the other end.",
            "loose",
        ),
        (
            f"INSERT INTO preference (item_id, customer_id, kind, created_at) VALUES (999, 1, 'wants', {AT})",
            "1 row of the table preference without the other end.",
            "loose",
        ),
        (
            f"INSERT INTO told (customer_id, created_at) VALUES (999, {AT})",
            "1 row of the table told without the other end.",
            "loose",
        ),
        (
            f"INSERT INTO company (name, created_at, updated_at) VALUES ('x', {AT}, {AT})",
            "What companies are sorted and searched by is not in line with them.",
            "derived",
        ),
        (
            "INSERT INTO company_stat VALUES (999, 1, NULL)",
            "The number of customers is not right for every company.",
            "derived",
        ),
        (
            "UPDATE customer_key SET companies = 'x' WHERE id = 1",
            "What customers are sorted and searched by is not in line",
            "derived",
        ),
    ],
)
def test_faults_are_found(filled: Path, statement: str, expected: str, mend: str) -> None:
    spoil(filled, statement)
    assert [finding.mend for finding in check(filled) if expected in finding.text] == [mend]
