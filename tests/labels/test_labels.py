"""What steps are called: every kind, for one and for many, from both sides, word for word."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from itemlink_gui import labels
from itemlink_gui.base.changes import Change, How, Kind, Label
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, history, items, links, sample
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.history import steps
from tests.support import ask, last_step, run

BASIC, PREMIUM, JOHN = "Basic Package", "Premium Subscription", "John Doe"


def label(kind: str, **values: Any) -> Label:
    return Label(kind, values)


def link(item: str, customer: str, n_items: int, n_customers: int, onto: Kind, **counts: int) -> dict[str, Any]:
    return {"item": item, "customer": customer, "items": n_items, "customers": n_customers, "onto": onto, **counts}


ONE_ONE_ITEM = link(PREMIUM, JOHN, 1, 1, "item")
ONE_ONE_CUSTOMER = link(BASIC, JOHN, 1, 1, "customer")

LINKED = [
    # What was done, the sentence, the name of the step.
    (
        label("link", **ONE_ONE_ITEM, added=1, already=0),
        "Customer John Doe added to item Premium Subscription",
        "Assign John Doe to Premium Subscription",
    ),
    (
        label("link", **ONE_ONE_CUSTOMER, added=1, already=0),
        "Item Basic Package added to customer John Doe",
        "Assign John Doe to Basic Package",
    ),
    (
        label("unlink", **ONE_ONE_ITEM, removed=1),
        "Customer John Doe removed from item Premium Subscription",
        "Remove John Doe from Premium Subscription",
    ),
    (
        label("unlink", **ONE_ONE_CUSTOMER, removed=1),
        "Item Basic Package removed from customer John Doe",
        "Remove John Doe from Basic Package",
    ),
    (
        label("link", **link(BASIC, "", 1, 12, "item", added=12, already=0)),
        "Assigned 12 customers to Basic Package",
        "Assign 12 customers to Basic Package",
    ),
    (
        label("link", **link(BASIC, "", 1, 4, "item", added=1, already=3)),
        "Assigned 1 customer to Basic Package (3 already were)",
        "Assign 1 customer to Basic Package",
    ),
    (
        label("link", **link("", JOHN, 3, 1, "customer", added=3, already=0)),
        "Assigned John Doe to 3 items",
        "Assign John Doe to 3 items",
    ),
    (
        label("link", **link("", JOHN, 2, 1, "customer", added=1, already=1)),
        "Assigned John Doe to 1 item (1 already was)",
        "Assign John Doe to 1 item",
    ),
    (
        label("link", **link("", "", 2, 1_500, "item", added=2_999, already=1)),
        "2,999 links added between 2 items and 1,500 customers (1 already linked)",
        "Assign 1,500 customers to 2 items",
    ),
    (
        label("link", **link("", "", 2, 3, "customer", added=1, already=5)),
        "1 link added between 2 items and 3 customers (5 already linked)",
        "Assign 3 customers to 2 items",
    ),
    (
        label("unlink", **link(BASIC, "", 1, 2, "item", removed=2)),
        "Removed 2 customers from Basic Package",
        "Remove 2 customers from Basic Package",
    ),
    (
        label("unlink", **link("", JOHN, 2, 1, "customer", removed=1)),
        "Removed John Doe from 1 item",
        "Remove John Doe from 1 item",
    ),
    (
        label("unlink", **link("", "", 2, 3, "item", removed=6)),
        "6 links removed between 2 items and 3 customers",
        "Remove 3 customers from 2 items",
    ),
    (
        label("unlink", **link("", "", 2, 3, "customer", removed=1)),
        "1 link removed between 2 items and 3 customers",
        "Remove 3 customers from 2 items",
    ),
    (
        label("replace", **link(BASIC, "", 1, 3, "item", added=1_000, removed=2)),
        "Customers of item Basic Package replaced: 1,000 added, 2 removed",
        "Replace customers of Basic Package",
    ),
    (
        label("replace", **link("", JOHN, 3, 1, "customer", added=0, removed=1)),
        "Items of customer John Doe replaced: 0 added, 1 removed",
        "Replace items of John Doe",
    ),
    (
        label("clear", **link(BASIC, "", 1, 0, "item", removed=1)),
        "Removed 1 customer from Basic Package",
        "Remove 1 link",
    ),
    (
        label("clear", **link(BASIC, "", 1, 0, "item", removed=3)),
        "Removed 3 customers from Basic Package",
        "Remove 3 links",
    ),
    (
        label("clear", **link("", JOHN, 0, 1, "customer", removed=2)),
        "Removed John Doe from 2 items",
        "Remove 2 links",
    ),
    (
        label("clear", **link("", "", 2, 0, "item", removed=4)),
        "All links (4) of 2 items removed",
        "Remove 4 links",
    ),
    (
        label("clear", **link("", "", 0, 2, "customer", removed=1)),
        "All links (1) of 2 customers removed",
        "Remove 1 link",
    ),
]

RECORDS = [
    (label("item.create", name=BASIC), "Item Basic Package created", "Create Basic Package"),
    (label("customer.create", name=JOHN), "Customer John Doe created", "Create John Doe"),
    (label("item.update", name=BASIC), "Item Basic Package changed", "Change Basic Package"),
    (label("customer.update", name=JOHN), "Customer John Doe changed", "Change John Doe"),
    (
        label("customer.create", name=JOHN, added=2, removed=0, waiting=1),
        "Customer John Doe created with 2 links · 1 put on the waiting list",
        "Create John Doe",
    ),
    (
        label("item.update", name=BASIC, fields=[], added=3, removed=61),
        "Item Basic Package changed (links: 3 added, 61 removed)",
        "Change Basic Package",
    ),
    (
        label("item.update", name=BASIC, fields=["capacity"], was="", now="12", added=0, removed=0, left=2),
        "Item Basic Package changed: Places from nothing to “12” · 2 left out",
        "Change Basic Package",
    ),
    (
        label("customer.update", name=JOHN, fields=["phone", "email"], added=0, removed=5),
        "Customer John Doe changed: Phone, E-mail (links: 0 added, 5 removed)",
        "Change John Doe",
    ),
    (
        label("item.update", name=BASIC, fields=["capacity"], was="", now="12"),
        "Item Basic Package changed: Places from nothing to “12”",
        "Change Basic Package",
    ),
    (
        label("customer.update", name=JOHN, fields=["phone", "email", "gone"]),
        "Customer John Doe changed: Phone, E-mail",
        "Change John Doe",
    ),
    (label("item.duplicate", name="Copy"), "Item Copy made as a copy", "Duplicate as Copy"),
    (label("customer.duplicate", name="john-2"), "Customer john-2 made as a copy", "Duplicate as john-2"),
    (label("item.delete", name=BASIC, records=1, removed=0), "Item Basic Package deleted", "Delete Basic Package"),
    (
        label("item.delete", name=BASIC, records=1, removed=1),
        "Item Basic Package deleted with 1 link",
        "Delete Basic Package",
    ),
    (
        label("customer.delete", name=JOHN, records=1, removed=3),
        "Customer John Doe deleted with 3 links",
        "Delete John Doe",
    ),
    (label("item.delete", name="", records=2, removed=4), "2 items deleted with 4 links", "Delete 2 items"),
    (label("customer.delete", name="", records=12, removed=0), "12 customers deleted", "Delete 12 customers"),
    (label("sample"), "Sample data added", "Fill with sample data"),
    (
        label("revert", step={"id": 3, "kind": "item.create", "values": {"name": BASIC}}),
        "Taken back: Item Basic Package created",
        "Take back “Create Basic Package”",
    ),
    (label("repair"), "The file was repaired", "Repair the file"),
    (label("repair", records=1, links=0), "The file was repaired: 1 record made again", "Repair the file"),
    (label("repair", records=3, links=9), "The file was repaired: 3 records made again", "Repair the file"),
    (label("outside"), "Changed by another program", "Change by another program"),
    (label("something.newer"), "Changed by another program", "Change by another program"),
]


@pytest.mark.parametrize(("done", "sentence", "name"), LINKED + RECORDS)
def test_word_for_word(done: Label, sentence: str, name: str) -> None:
    assert labels.message(done) == sentence
    assert labels.title(done) == name


def test_names_are_put_in_as_they_are() -> None:
    for name in ("{customer}", "%n item(s)", "{", "<b>&amp;</b>", "100 %"):
        values = link(name, JOHN, 1, 1, "item", added=1, already=0)
        assert labels.message(Label("link", values)) == f"Customer John Doe added to item {name}"
        assert labels.title(Label("link", values)) == f"Assign John Doe to {name}"
        gone = Label("item.delete", {"name": name, "records": 1, "removed": 2})
        assert labels.message(gone) == f"Item {name} deleted with 2 links"
        back = Label("revert", {"step": {"id": 1, "kind": "item.create", "values": {"name": name}}})
        assert labels.title(back) == f"Take back “Create {name}”"


LOST = "A change that can no longer be read"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("link", {}),
        ("link", {"item": 1}),
        ("item.delete", {"name": "", "records": "many", "removed": 0}),
        ("replace", {"onto": "item", "item": BASIC, "added": None, "removed": 1}),
        ("repair", {"records": "many"}),
    ],
)
def test_a_step_whose_values_were_lost_is_shown_all_the_same(kind: str, values: dict[str, Any]) -> None:
    assert labels.message(Label(kind, values)) == LOST
    assert labels.title(Label(kind, values))
    inner = Label("revert", {"step": {"id": 1, "kind": kind, "values": values}})
    assert labels.message(inner) == f"Taken back: {LOST}"
    assert labels.title(Label("revert", {})) == labels.message(Label("revert", {"step": 1})) == LOST


def test_the_news() -> None:
    done = label("link", **ONE_ONE_ITEM, added=1, already=0)
    told = {}
    for how in get_args(How):
        told[how] = labels.news(Change(done, how, 1, {}, frozenset(), linked=True))
    assert told == {
        "done": "Customer John Doe added to item Premium Subscription",
        "undone": "Undone: Assign John Doe to Premium Subscription",
        "redone": "Done again: Assign John Doe to Premium Subscription",
        "outside": "Customer John Doe added to item Premium Subscription",
    }


def test_counts_and_headings() -> None:
    assert [labels.counted("item", n) for n in (0, 1, 2)] == ["0 items", "1 item", "2 items"]
    assert [labels.counted("customer", n) for n in (1, 12_000)] == ["1 customer", "12,000 customers"]
    assert (labels.plural("item"), labels.plural("customer")) == ("Items", "Customers")


EVERY_OPERATION: list[Operation[Any]] = [
    items.create(name=BASIC),
    items.create(name=PREMIUM),
    customers.create(username="john", full_name=JOHN),
    customers.create(username="dora"),
    links.link([2], [1]),
    links.link([1, 2], [1, 2]),
    links.unlink([1], [1], onto="customer"),
    links.replace("item", 1, "customer", [1]),
    links.replace_items(2, [1]),
    links.clear("item", [1]),
    links.link([1], [1], onto="customer"),
    links.clear_items(1),
    items.update(1, name="Best Package"),
    customers.update(2, full_name="Dora Diaz"),
    items.duplicate(1),
    customers.duplicate(1),
    items.delete([1]),
    customers.delete([1, 3]),
    customers.delete([2]),
    items.delete([2, 3]),
    sample.fill(),
]

THEIR_WORDS = [
    "Item Basic Package created",
    "Item Premium Subscription created",
    "Customer John Doe created",
    "Customer dora created",
    "Customer John Doe added to item Premium Subscription",
    "3 links added between 2 items and 2 customers (1 already linked)",
    "Item Basic Package removed from customer John Doe",
    "Customers of item Basic Package replaced: 1 added, 1 removed",
    "Items of customer dora replaced: 1 added, 1 removed",
    "Removed 2 customers from Basic Package",
    "Item Basic Package added to customer John Doe",
    "Removed John Doe from 2 items",
    "Item Basic Package changed: Name from “Basic Package” to “Best Package”",
    "Customer dora changed: Full name from nothing to “Dora Diaz”",
    "Item Best Package (copy) made as a copy",
    "Customer John Doe made as a copy",
    "Item Best Package deleted",
    "2 customers deleted",
    "Customer Dora Diaz deleted",
    "2 items deleted",
    "Sample data added",
    "Taken back: Sample data added",
]


def test_every_kind_of_step_that_there_is_has_its_words(engine: Engine) -> None:
    """The operations themselves, so that none of them gives the words less than they need."""
    for operation in EVERY_OPERATION:
        run(engine, operation)
    run(engine, history.revert(last_step(engine)))
    told = [labels.message(step.label) for step in reversed(ask(engine, lambda: steps(100)))]
    assert told == THEIR_WORDS
    assert all(labels.title(step.label) for step in ask(engine, lambda: steps(100)))
    assert "Changed by another program" not in told
