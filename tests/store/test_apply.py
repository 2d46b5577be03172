"""Carrying deltas out on the tables, and refusing what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.store import apply, database, undoable
from itemlink_gui.store.delta import Delta, Links, Rows, Update
from itemlink_gui.store.models import Company, Customer, CustomerCompany, Item, ItemCustomer, PastLink, User
from tests.support import FIRST

AT = "2026-01-01T00:00:00.000Z"
LATER = "2026-02-02T00:00:00.000Z"


ROW = {
    "id": 2, "name": "Item 2", "description": "", "created_at": AT, "updated_at": AT, "category_id": None,
    "capacity": None, "capacity_policy": "block", "low_stock": None, "available_from": None, "available_until": None,
}  # fmt: skip


@pytest.fixture(autouse=True, params=[1, 1000], ids=["many", "few"])
def _tables(path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Three items, three customers; customer 3 has no full name; item 1 has customers 1 and 2."""
    monkeypatch.setattr(apply, "MANY", request.param)
    with database.opened(path):
        for number in (1, 2, 3):
            Item.create(name=f"Item {number}", created_at=AT, updated_at=AT)
            user = User.create(username=f"user{number}", full_name=f"Person {number}" if number < 3 else "")
            Customer.create(user=user, created_at=AT, updated_at=AT)
        for customer in (1, 2):
            ItemCustomer.create(item=1, customer=customer, created_at=AT)
        yield


def some(op: str, *pairs: tuple[int, int], by: str = "item_id", through: str = "item_customer") -> Links:
    groups: dict[int, list[int]] = {}
    for one, other in pairs:
        groups.setdefault(one, []).append(other)
    return Links(op, through, by, tuple((one, tuple(others)) for one, others in groups.items()))  # type: ignore[arg-type]


def standing() -> set[tuple[int, int, str]]:
    columns = (ItemCustomer.item, ItemCustomer.customer, ItemCustomer.created_at)
    return set(ItemCustomer.select(*columns).tuples())


def past() -> list[tuple[object, ...]]:
    return [row[1:] for row in PastLink.select().order_by(PastLink.id).tuples()]


@pytest.mark.parametrize("by", ["item_id", "customer_id"])
def test_links_come_and_go_from_either_side(by: str) -> None:
    pairs = [(2, 3), (3, 1)] if by == "item_id" else [(3, 2), (1, 3)]
    links = some("add", *pairs, by=by)
    assert apply.standing(links) == 0
    apply.insert_links(links, LATER)
    assert standing() == {(1, 1, AT), (1, 2, AT), (2, 3, LATER), (3, 1, LATER)}
    assert apply.standing(links) == 2
    apply.delete_links(links)
    assert standing() == {(1, 1, AT), (1, 2, AT)}


@pytest.mark.parametrize("pairs", [[(1, 1), (1, 3)], [(1, 3)], [(1, 1)], [(1, 1), (1, 2)], [(2, 1), (2, 2)]])
def test_of_links_that_do_not_all_stand_no_others_go(pairs: list[tuple[int, int]]) -> None:
    """Also where as many others stand, and however many are looked at together."""
    for by in ("item_id", "customer_id"):
        links = some("remove", *(pairs if by == "item_id" else [(b, a) for a, b in pairs]), by=by)
        before = {(item, customer) for item, customer, _ in standing()}
        apply.delete_links(links, past=(7, LATER))
        assert {(item, customer) for item, customer, _ in standing()} == before - set(pairs)
        assert {row[:2] for row in past()} == before & set(pairs)
        apply.restore_past(some("add", *(before & set(pairs))), 7, forget=True)


def test_links_that_end_are_kept_and_come_back_as_they_were() -> None:
    links = some("remove", (1, 1), (1, 2))
    apply.delete_links(links, past=(7, LATER))
    assert standing() == set()
    assert past() == [(1, n, "Item 1", f"Person {n}", AT, LATER, 7, *FIRST) for n in (1, 2)]
    apply.restore_past(some("add", (1, 2)), 7, forget=False, again=LATER)
    assert standing() == {(1, 2, LATER)}
    assert len(past()) == 2
    apply.delete_links(some("remove", (1, 2)))
    apply.restore_past(some("add", (1, 1), (1, 2)), 7, forget=True)
    assert standing() == {(1, 1, AT), (1, 2, AT)}
    assert past() == []


def test_past_links_that_somebody_removed_are_missed() -> None:
    with pytest.raises(CannotUndo):
        apply.restore_past(some("add", (3, 3)), 7, forget=True)


def test_a_past_link_of_a_customer_without_full_name_has_the_username() -> None:
    apply.insert_links(some("add", (1, 3)), AT)
    apply.keep_past(some("remove", (1, 3)), 7, LATER)
    assert past()[0][3] == "user3"


def test_companies_have_links_without_a_time() -> None:
    company = Company.create(name="Works", created_at=AT, updated_at=AT)
    links = some("add", (1, company.id), (2, company.id), by="customer_id", through="customer_company")
    apply.insert_links(links, AT)
    assert set(CustomerCompany.select().tuples()) == {(1, company.id), (2, company.id)}
    apply.delete_links(links)
    assert not CustomerCompany.select().exists()


def test_names() -> None:
    company = Company.create(name="Works", created_at=AT, updated_at=AT)
    assert apply.name_of("item", 1) == "Item 1"
    assert apply.name_of("customer", 1) == "Person 1"
    assert apply.name_of("customer", 3) == "user3"
    assert apply.name_of("user", 3) == "user3"
    assert apply.name_of("company", company.id) == "Works"
    assert apply.name_of("item", 99) == "99"


def test_rows_come_and_go_whole() -> None:
    (row,) = apply.fetch_rows("item", [2])
    assert row == ROW
    apply.delete_rows("item", [2])
    assert apply.fetch_rows("item", [2]) == ()
    apply.insert_rows(Rows("add", "item", (row,)))
    assert apply.fetch_rows("item", [2]) == (row,)
    assert apply.missing("item", [1, 2, 99]) == [99]
    assert apply.fetch_rows("item", [3, 1])[0]["id"] == 1


def test_inverse_leads_back() -> None:
    changes: list[Delta] = [
        some("add", (1, 2)),
        some("remove", (1, 2)),
        Rows("add", "item", ({"id": 1},)),
        Update("item", 1, {"name": "a"}, {"name": "b"}),
    ]
    for change in changes:
        assert apply.inverse(change) != change
        assert apply.inverse(apply.inverse(change)) == change


@pytest.mark.parametrize(
    "change",
    [
        some("add", (2, 1)),
        some("remove", (1, 1), (1, 2)),
        some("remove", (1, 1), by="customer_id"),
        Rows("add", "item", ({**ROW, "id": 9},)),
        Rows("remove", "item", (ROW,)),
        Update("item", 2, {"name": "Item 2"}, {"name": "x"}),
    ],
)
def test_what_fits_may_be_carried_out(change: Delta) -> None:
    undoable.check(change)


@pytest.mark.parametrize(
    "change",
    [
        some("add", (2, 1), (1, 1)),
        some("add", (99, 1)),
        some("add", (1, 99)),
        some("add", (99, 1), by="customer_id"),
        some("add", (1, 99), by="customer_id"),
        some("remove", (1, 1), (1, 3)),
        Rows("add", "item", (ROW,)),
        Rows("remove", "item", ({**ROW, "description": "x"},)),
        Rows("remove", "item", ({**ROW, "id": 99},)),
        Update("item", 2, {"name": "Item 3"}, {"name": "x"}),
        Update("item", 99, {"name": "Item 3"}, {"name": "x"}),
    ],
)
def test_what_does_not_fit_is_refused(change: Delta) -> None:
    with pytest.raises(CannotUndo):
        undoable.check(change)


def test_which_records_people_see_change() -> None:
    assert apply.kind_of("item", [1, 2]) == ("item", [1, 2])
    assert apply.kind_of("customer", [2]) == ("customer", [2])
    assert apply.kind_of("company", [1]) == ("company", [1])
    assert apply.kind_of("category", [1]) is None
    User.create(username="nobody")
    Customer.create(user=4, created_at=AT, updated_at=AT)
    assert apply.kind_of("user", [4, 99]) == ("customer", [4])
