"""Numbers and days are read and shown as the user's country writes them, and stored the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from itemlink_gui.gui import values


@pytest.fixture
def country(request: pytest.FixtureRequest) -> Iterator[str]:
    """The user's country for one test."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "shown"),
    [("en_US", "1/31/2026"), ("de_DE", "31.01.2026"), ("sv_SE", "2026-01-31"), ("ja_JP", "2026/01/31")],
    indirect=["country"],
)
def test_a_day_is_shown_with_its_whole_year_and_read_back(country: str, shown: str) -> None:
    assert values.day("2026-01-31") == shown
    assert values.read_day(shown) == "2026-01-31"


@pytest.mark.parametrize("country", ["ar_EG", "fa_IR", "hu_HU", "ko_KR", "bg_BG"], indirect=True)
def test_what_is_shown_is_read_back_everywhere(country: str) -> None:
    assert values.read_day(values.day("2026-01-31")) == "2026-01-31"
    assert values.read_number(values.number(1_234_567)) == "1234567"
    assert values.read_number(values.number(-40)) == "-40"


@pytest.mark.parametrize(
    ("country", "typed", "read"),
    [
        ("de_DE", "1.2.26", "2026-02-01"),
        ("de_DE", " 1. 2. 2026 ", "2026-02-01"),
        ("de_DE", "1/2/2026", "2026-02-01"),
        ("en_US", "1.2.2026", "2026-01-02"),
        ("en_US", "2026-1-2", "2026-01-02"),
        ("de_DE", "2026-01-02", "2026-01-02"),
        ("en_US", "Saturday, January 31, 2026", "2026-01-31"),
        ("en_US", "12/31/99", "1999-12-31"),
    ],
    indirect=["country"],
)
def test_a_day_may_be_typed_in_many_ways(country: str, typed: str, read: str) -> None:
    assert values.read_day(typed) == read


@pytest.mark.parametrize("country", ["en_US"], indirect=True)
@pytest.mark.parametrize("typed", ["", "tomorrow", "1/2", "1/2/3/4", "1/2/123", "31", "x" * 10_000])
def test_what_is_no_day_stays_as_typed(country: str, typed: str) -> None:
    assert values.read_day(typed) == typed


@pytest.mark.parametrize(
    ("country", "typed", "read"),
    [
        ("en_US", " 42 ", "42"),
        ("en_US", "1,000", "1000"),
        ("de_DE", "1.000", "1000"),
        ("en_US", "٤٢", "42"),
        ("en_US", "007", "7"),
        ("en_US", "-5", "-5"),
    ],
    indirect=["country"],
)
def test_a_number_may_be_typed_in_many_ways(country: str, typed: str, read: str) -> None:
    assert values.read_number(typed) == read


@pytest.mark.parametrize("country", ["en_US"], indirect=True)
@pytest.mark.parametrize("typed", ["", "a few", "1.5", "1e3", "²", "9" * 5_000, "1 0"])
def test_what_is_no_whole_number_stays_as_typed(country: str, typed: str) -> None:
    assert values.read_number(typed) == typed
