"""Who had what between two days."""

from __future__ import annotations

from datetime import date

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import journal, periods
from itemlink_gui.store.periods import Held
from tests.support import ask, run


def clock(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(journal, "now", lambda: f"2026-{day}T12:00:00.000Z")


def who(engine: Engine, first: str, last: str) -> list[str]:
    found = ask(engine, lambda: periods.held("item", 1, day(first), day(last)))
    return [held.name for held in found]


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@pytest.fixture
def maths(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An item that three had: by the time of the act, by dates written down late, and one that still has it."""
    clock(monkeypatch, "01-01")
    run(engine, items.create(name="Maths"))
    for name in ("ann", "bob", "cy"):
        run(engine, customers.create(username=name, full_name=name.title()))
    clock(monkeypatch, "02-10")
    run(engine, links.link([1], [1]))
    clock(monkeypatch, "03-10")
    run(engine, links.unlink([1], [1]))
    clock(monkeypatch, "06-01")
    dates = {"starts_on": "2026-04-01", "ends_on": "2026-04-30", "quantity": 2, "note": "late"}
    run(engine, Operation("link", lambda write: write.link("item_customer", [1], [2], dates)))
    run(engine, links.link([1], [3]))
    return engine


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("01-01", "02-09", []),
        ("01-01", "02-10", ["Ann"]),
        ("03-10", "03-20", ["Ann"]),
        ("03-11", "03-31", []),
        ("03-11", "04-01", ["Bob"]),
        ("04-30", "05-31", ["Bob"]),
        ("05-01", "05-31", []),
        ("01-01", "12-31", ["Ann", "Bob", "Cy"]),
        ("07-01", "07-01", ["Cy"]),
    ],
)
def test_who_had_it(maths: Engine, first: str, last: str, names: list[str]) -> None:
    assert who(maths, first, last) == names


def test_what_is_told_of_each(maths: Engine) -> None:
    ann, bob, cy = ask(maths, lambda: periods.held("item", 1, day("01-01"), day("12-31")))
    assert ann == Held(1, "Ann", "2026-02-10T12:00:00.000Z", "2026-03-10T12:00:00.000Z", 1, "")
    assert bob == Held(2, "Bob", "2026-04-01", "2026-04-30", 2, "late")
    assert cy.over == ""


def test_what_she_had_and_under_which_name_when_it_was_deleted(maths: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    clock(monkeypatch, "08-01")
    run(maths, items.update(1, name="Mathematics"))
    assert [one.name for one in ask(maths, lambda: periods.held("customer", 3, day("07-01"), day("12-31")))] == [
        "Mathematics"
    ]
    run(maths, items.delete([1]))
    (held,) = ask(maths, lambda: periods.held("customer", 3, day("07-01"), day("12-31")))
    assert (held.name, held.over[:10]) == ("Mathematics", "2026-08-01")


def test_an_end_in_the_future_does_not_outlast_the_removal(maths: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    until = {"ends_on": "2026-12-31"}
    run(maths, Operation("link", lambda write: write.link("item_customer", [1], [1], until)))
    clock(monkeypatch, "09-01")
    run(maths, links.unlink([1], [1]))
    assert "Ann" in who(maths, "09-01", "09-01")
    assert "Ann" not in who(maths, "09-02", "12-31")
