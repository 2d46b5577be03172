"""What the centre tells of steps and of items, and when that is over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from itemlink_gui.base.changes import Change
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops import notifications as verbs
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import notifications
from itemlink_gui.store.models import Waiting, current
from itemlink_gui.store.notifications import Told
from tests.support import ask, fill, on_writer, redo, run, undo

TODAY = date(2026, 11, 22)


def told(engine: Engine, kinds: Iterable[str] = notifications.KINDS) -> list[Told]:
    return ask(engine, lambda: notifications.told(list(kinds), 500))


def holding(engine: Engine) -> list[str]:
    """Return what still holds, the newest first."""
    return [one.kind for one in told(engine) if not one.over]


def unread(engine: Engine) -> int:
    return ask(engine, lambda: notifications.unread(notifications.KINDS))


def until(engine: Engine, day: str, *customers: int, item: int = 1) -> None:
    run(engine, Operation("link", lambda write: write.link("item_customer", [item], customers, {"ends_on": day})))


@pytest.fixture
def maths(engine: Engine) -> Engine:
    """Item 1 with three places, told of below two, and six customers."""
    fill(engine, 2, 6)
    run(engine, items.update(1, name="Maths", capacity=3, low_stock=2, capacity_policy="overbook"))
    return engine


def test_a_drop_of_many_is_one_line(maths: Engine) -> None:
    run(maths, links.link([2], [1, 2, 3, 4, 5]))
    (line,) = told(maths)
    assert (line.kind, line.item, line.customer, line.values) == ("added", 2, None, {"added": 5, "removed": 0})
    assert line.label is not None
    assert line.label.values["item"] == "Item 2"


def test_what_one_did_oneself_is_read_and_what_others_did_is_not(maths: Engine) -> None:
    run(maths, links.link([2], [1]))
    assert [line.read for line in told(maths)] == [True]
    service = Engine(maths.path, who="service", keeping=False)
    run(service, links.unlink([2], [1]))
    service.close()
    assert [(line.kind, line.read) for line in told(maths)] == [("removed", False), ("added", True)]
    assert unread(maths) == 1


def test_few_places_then_none_too_few_and_enough_again(maths: Engine) -> None:
    run(maths, links.link([1], [1]))
    assert holding(maths) == ["added"]
    run(maths, links.link([1], [2]))
    assert holding(maths)[0] == "low"
    run(maths, links.link([1], [3, 4]))
    assert "over" in holding(maths)
    assert "low" not in holding(maths)
    (line,) = told(maths, ["over"])
    assert line.values == {"name": "Maths", "capacity": 3, "taken": 4}
    run(maths, links.clear("item", [1]))
    assert set(holding(maths)) == {"added", "removed"}
    assert unread(maths) == 0


def test_what_holds_is_told_once(maths: Engine) -> None:
    run(maths, links.link([1], [1, 2, 3, 4]))
    run(maths, links.link([1], [5]))
    assert len(told(maths, ["over"])) == 1


def test_quantity_counts_and_so_does_another_capacity(maths: Engine) -> None:
    run(maths, Operation("link", lambda write: write.link("item_customer", [1], [1], {"quantity": 4})))
    assert "over" in holding(maths)
    run(maths, items.update(1, capacity=10))
    assert holding(maths) == ["added"]


def test_undo_and_redo_say_whether_it_holds(maths: Engine) -> None:
    run(maths, links.link([1], [1, 2, 3, 4]))
    undo(maths)
    assert holding(maths) == []
    redo(maths)
    assert set(holding(maths)) == {"added", "over"}


def test_who_waits_can_move_up_when_there_is_room(maths: Engine) -> None:
    run(maths, links.link([1], [1, 2, 3]))
    run(maths, Operation("wait", lambda write: write.add(Waiting, item=1, customer=4)))
    assert "waiting" not in holding(maths)
    run(maths, links.unlink([1], [1]))
    assert "waiting" in holding(maths)


def test_what_ends_soon_is_told_once_and_anew_when_it_is_more(maths: Engine) -> None:
    until(maths, "2026-11-30", 1, 2)
    until(maths, "2026-12-30", 3, item=2)
    until(maths, "2026-11-21", 4, item=2)
    for _ in range(2):
        run(maths, verbs.look_ahead(TODAY, 14))
    (line,) = told(maths, ["ending"])
    assert (line.item, line.values) == (1, {"name": "Maths", "links": 2, "last": "2026-11-30"})
    until(maths, "2026-12-01", 5)
    run(maths, verbs.look_ahead(TODAY, 14))
    assert [(one.over, one.values["links"]) for one in told(maths, ["ending"])] == [(False, 3), (True, 2)]
    run(maths, verbs.look_ahead(date(2026, 12, 2), 14))
    assert all(one.over for one in told(maths, ["ending"]))


def test_looking_and_reading_are_no_steps_and_other_windows_follow(maths: Engine) -> None:
    until(maths, "2026-11-30", 1)
    service = Engine(maths.path, who="service", keeping=False)
    seen: list[Change] = []
    maths.listen(seen.append)
    run(service, verbs.look_ahead(TODAY, 14))
    run(service, verbs.mark_read(None))
    service.close()
    run(maths, verbs.mark_read(None))
    assert [one.read for one in told(maths, ["ending"])] == [True]
    assert undo(maths).label.kind == "link"
    run(maths, verbs.look_ahead(TODAY, 14))
    assert seen[-1].wrote("notification")
    assert seen[-1].step is None


def test_single_lines_are_read_and_kinds_are_counted_apart(maths: Engine) -> None:
    run(maths, links.link([1], [1, 2, 3, 4]))
    (over,) = told(maths, ["over"])
    assert ask(maths, lambda: notifications.unread(["low"])) == 0
    run(maths, verbs.mark_read([over.id]))
    assert unread(maths) == 0


def test_old_lines_are_forgotten(maths: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notifications, "KEPT", 3)
    for customer in range(1, 7):
        run(maths, links.link([2], [customer]))
    assert len(told(maths)) == 3


def test_a_deleted_item_needs_no_look(maths: Engine) -> None:
    run(maths, links.link([1], [1, 2, 3, 4]))
    run(maths, items.delete([1]))
    assert "over" not in holding(maths)


def test_nothing_of_it_is_told_of_an_edit(maths: Engine) -> None:
    run(maths, items.update(2, name="Other"))
    run(maths, customers.update(1, phone="1"))
    assert told(maths) == []


def test_a_large_drop_costs_no_more_statements(maths: Engine) -> None:
    counted: list[str] = []

    def count(customer_ids: list[int]) -> int:
        counted.clear()
        on_writer(maths, lambda: current.connection().set_trace_callback(counted.append))
        run(maths, links.link([1], customer_ids))
        on_writer(maths, lambda: current.connection().set_trace_callback(None))
        return sum("notification" in statement for statement in counted)

    assert count([1]) == count([2, 3, 4, 5, 6])


def test_very_many_that_end_are_told_once_however_few_lines_are_kept(
    maths: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifications, "KEPT", 1)
    for item in (1, 2):
        until(maths, "2026-11-30", 1, item=item)
    run(maths, verbs.look_ahead(TODAY, 14))
    run(maths, links.link([1], [2]))
    assert len(told(maths, ["ending"])) == 2
    before = told(maths, ["ending"])
    run(maths, verbs.look_ahead(TODAY, 14))
    assert told(maths, ["ending"]) == before
