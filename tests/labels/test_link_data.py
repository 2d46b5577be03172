"""What steps about the data of links are called, word for word."""

from __future__ import annotations

import pytest

from itemlink_gui import labels
from itemlink_gui.base.changes import LinkResult
from itemlink_gui.base.i18n import day
from itemlink_gui.engine import Engine
from itemlink_gui.ops import link_data, link_fields, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.history import steps
from tests.support import ask, fill, run

CASES: list[tuple[Operation[int] | Operation[None] | Operation[LinkResult], str, str]] = [
    (
        link_data.set_details([1], [1, 2, 3], quantity=2),
        "Quantity of 3 customers in Item 1 set to 2",
        "Set Quantity of 3 customers in Item 1 to 2",
    ),
    (
        link_data.set_details([1], [1], ends_on="2026-01-31"),
        "Ends on of Person 1 in Item 1 set to {day}",
        "Set Ends on of Person 1 in Item 1 to {day}",
    ),
    (
        link_data.set_details([1, 2], [1], note="by\nhand " + "x" * 100, onto="customer"),
        "Note of Person 1 in 2 items set to by hand " + "x" * 72,
        "Set Note of Person 1 in 2 items to by hand " + "x" * 72,
    ),
    (
        link_data.set_details([1], [2], starts_on=""),
        "Starts on of Person 2 in Item 1 cleared",
        "Clear Starts on of Person 2 in Item 1",
    ),
    (
        link_data.set_details([1, 2], [1, 2], quantity=1_000, own_1="1"),
        "Quantity, Paid of 2 customers in 2 items changed",
        "Change Quantity, Paid of 2 customers in 2 items",
    ),
    (
        link_data.set_details([1], [1], own_1="1"),
        "Paid of Person 1 in Item 1 set to Yes",
        "Set Paid of Person 1 in Item 1 to Yes",
    ),
    (link_data.end_over("2026-01-01"), "Ended 2 links that were over", "End 2 links that are over"),
    (
        link_data.end_over("2026-01-01", kind="item", ids=[1]),
        "Ended 1 link of Item 1 that was over",
        "End 1 link of Item 1 that is over",
    ),
    (link_fields.add("Badge", "text"), "Field Badge of links added", "Add field Badge"),
    (link_fields.rename(1, "Settled"), "Field Paid of links is called Settled now", "Rename field Paid to Settled"),
    (
        link_fields.set_choices(2, ["A"]),
        "What can be chosen in field Size of links changed",
        "Change what can be chosen in field Size",
    ),
    (
        link_fields.reorder([2, 1]),
        "Fields of links brought into another order",
        "Reorder the fields of links",
    ),
    (link_fields.delete(1), "Field Paid of links deleted", "Delete field Paid"),
]


@pytest.mark.parametrize(("operation", "message", "title"), CASES, ids=[case[2][:40] for case in CASES])
def test_what_a_step_is_called(engine: Engine, operation: Operation[object], message: str, title: str) -> None:
    fill(engine, 2, 3)
    run(engine, link_fields.add("Paid", "yesno"))
    run(engine, link_fields.add("Size", "choice", ["S"]))
    run(engine, links.link([1], [1, 2, 3]))
    run(engine, link_data.set_details([1], [2], starts_on="2020-01-01", ends_on="2020-02-01"))
    run(engine, links.link([2], [1], details={"ends_on": "2020-01-01", "quantity": 1_000, "own_1": 1}))
    run(engine, operation)
    (step,) = ask(engine, lambda: steps(1))
    told = labels.message(step.label), labels.title(step.label)
    assert told == (
        message.replace("{day}", day("2026-01-31")),
        title.replace("{day}", day("2026-01-31")),
    )
