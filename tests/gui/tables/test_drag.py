"""A drag under way: what a drop would do, known before it is asked, and told in words, in both directions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from itemlink_gui.engine import Engine
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables.drag import DragSession, Drop, Outcome, between
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import links
from tests.gui.dragging import Drag, enter, leave, move_over
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import NOTHING, Person
from tests.support import PATIENCE, fill, run, snapshot, standing

FIRST = {(1, 1), (1, 2), (1, 3), (2, 1)}


@pytest.fixture
def bridge(qapp: QApplication, engine: Engine) -> Iterator[Bridge]:
    """Over three items and four customers; item 1 has customers 1 and 2, item 2 has customer 1."""
    fill(engine, 3, 4)
    run(engine, links.link([1], [1, 2]))
    run(engine, links.link([2], [1]))
    made = Bridge(engine, FakePrompts())
    yield made
    made.close()


@pytest.fixture
def session(bridge: Bridge) -> DragSession:
    return DragSession(bridge, bridge)


def pump(bridge: Bridge) -> None:
    for _ in range(3):
        bridge.engine.run(NOTHING).result(PATIENCE)
        bridge.engine.read(lambda: None).result(PATIENCE)
        bridge.engine.read(lambda: None, long=True).result(PATIENCE)
        QApplication.processEvents()


def hints(session: DragSession) -> list[str]:
    told: list[str] = []
    session.hinted.connect(told.append)
    return told


def test_what_a_drop_would_do(bridge: Bridge, session: DragSession) -> None:
    session.begin("customer", [1, 2])
    assert session.outcome("item", 1) is None
    assert session.badge("item", 1) is session.state("item", 1) is None
    pump(bridge)
    assert [session.outcome("item", record) for record in (1, 2, 3)] == [Outcome(0, 2), Outcome(1, 1), Outcome(2, 0)]
    assert [session.state("item", record) for record in (1, 2, 3)] == ["all", "some", "none"]
    badges = [session.badge("item", record) for record in (1, 2, 3)]
    assert badges == ["already linked", "+1 · 1 already", "+2"]
    # Their own side has nothing to say.
    assert session.outcome("customer", 1) is None
    session.end()
    assert session.outcome("item", 1) is None


def test_the_other_direction(bridge: Bridge, session: DragSession) -> None:
    session.begin("item", [1, 2, 3])
    pump(bridge)
    badges = [session.badge("customer", record) for record in (1, 2, 4)]
    assert badges == ["+1 · 2 already", "+2 · 1 already", "+3"]


def test_big_numbers_are_readable(bridge: Bridge, session: DragSession) -> None:
    session.begin("customer", list(range(1, 1_235)))
    pump(bridge)
    assert session.badge("item", 3) == "+1,234"


def test_what_a_drop_means(bridge: Bridge, session: DragSession) -> None:
    session.begin("customer", [1, 2])
    pump(bridge)

    def meaning(target: int) -> Drop | None:
        return session.meaning("item", None, "customer", [1, 2], target)

    assert meaning(3) == Drop("link", "customer", (1, 2), "item", (3,))
    assert meaning(2) == Drop("link", "customer", (1, 2), "item", (2,))
    # All are linked already.
    assert meaning(1) is None
    # The space below the last row, where a new item may come to be.
    assert meaning(0) == Drop("create", "customer", (1, 2), "item", ())
    # On another customer, on one of themselves, and below.
    meant = session.meaning("customer", None, "customer", [1, 2], 4)
    assert meant == Drop("hand_over", "customer", (1, 2), "customer", (4,))
    for target in (0, 1):
        assert session.meaning("customer", None, "customer", [1, 2], target) is None
    # Into the linked list of an item, on a row of it or below.
    for target in (0, 1):
        meant = session.meaning("customer", ("item", 3), "customer", [1, 2], target)
        assert meant == Drop("link", "customer", (1, 2), "item", (3,))
    assert session.meaning("customer", ("item", 1), "customer", [1, 2], 0) is None


def test_what_a_drop_out_of_a_linked_list_means(bridge: Bridge, session: DragSession) -> None:
    session.begin("customer", [1, 2], ("item", 1))
    pump(bridge)
    # Anywhere in the pane of all customers removes it.
    for target in (0, 4):
        assert session.meaning("customer", None, "customer", [1, 2], target) == Drop(
            "unlink", "customer", (1, 2), "item", (1,)
        )
    # Back into the list that it comes from does nothing.
    assert session.meaning("customer", ("item", 1), "customer", [1, 2], 0) is None
    # On another item it is added, not moved.
    assert session.meaning("item", None, "customer", [1, 2], 3) == Drop("link", "customer", (1, 2), "item", (3,))
    session.begin("item", [1], ("customer", 2))
    pump(bridge)
    assert session.meaning("item", None, "item", [1], 0) == Drop("unlink", "item", (1,), "customer", (2,))


def test_sides() -> None:
    drop = between("link", "customer", [1, 2], "item", [3])
    assert drop == Drop("link", "customer", (1, 2), "item", (3,))
    assert (drop.side, drop.of("item"), drop.of("customer")) == ("item", (3,), (1, 2))
    drop = between("unlink", "company", [3], "customer", [1, 2])
    assert (drop.side, drop.of("company"), drop.of("customer")) == ("company", (3,), (1, 2))


def test_hints(bridge: Bridge, session: DragSession) -> None:
    told = hints(session)
    session.begin("customer", [1, 2])
    pump(bridge)
    session.hint(Drop("link", "customer", (1, 2), "item", (3,)), ("item", 3), "Item 3")
    session.hint(Drop("link", "customer", (1, 2), "item", (2,)), ("item", 2), "Item 2")
    session.hint(None, ("item", 1), "Item {1}")
    session.hint(None, None, "")
    session.hint(Drop("unlink", "customer", (1, 2), "item", (1,)), None, "")
    session.end()
    assert told == [
        "Assign 2 customers to Item 3",
        "Assign 1 customer to Item 2 (1 already linked)",
        "All are linked to Item {1} already",
        "",
        "Drop to remove 2 links; the records stay",
        "",
    ]


def test_a_drag_asks_once(bridge: Bridge, session: DragSession) -> None:
    asked: list[object] = []
    read = bridge.read

    def counted(*args: object, **values: object) -> None:
        asked.append(args)
        read(*args, **values)  # type: ignore[arg-type]

    bridge.read = counted  # type: ignore[method-assign]
    session.begin("customer", [1, 2])
    pump(bridge)
    for target in (0, 1, 2, 3) * 50:
        session.meaning("item", None, "customer", [1, 2], target)
        session.badge("item", target)
        session.state("item", target)
    assert len(asked) == 1


def test_the_answer_for_a_drag_that_is_over_is_dropped(bridge: Bridge, session: DragSession) -> None:
    changes: list[int] = []
    session.begin("customer", [1, 2])
    session.end()
    session.changed.connect(lambda: changes.append(1))
    pump(bridge)
    assert changes == []
    assert session.outcome("item", 1) is None
    session.begin("customer", [1, 2])
    session.begin("customer", [3])
    pump(bridge)
    assert session.outcome("item", 1) == Outcome(1, 0)
    session.end()
    changes.clear()
    session.end()
    assert changes == []


# In the window.


def hint(person: Person) -> str:
    return person.find(QLabel, "selectionText").text()


def test_a_drag_over_items_shows_what_it_would_do(person: Person) -> None:
    items = person.view("item")
    seen: dict[str, tuple[bool, str, object]] = {}

    def act(held: Drag) -> None:
        for name in ("Basic Package", "Extended Support", "Training Day"):
            row = person.row("item", name)
            taken = held.over(items, row)
            assert items.table.target_row == row
            seen[name] = taken, hint(person), items.table.index(row, 0).data(Role.BADGE)
        seen["below"] = held.over(items, -1), hint(person), None
        assert items.table.target_row == -1

    before = snapshot(person.engine.path)
    person.drag("customer", "Ann Lee", "Ben Ortiz").carry(act)
    assert seen == {
        "Basic Package": (False, "All are linked to Basic Package already", "already linked"),
        "Extended Support": (True, "Assign 1 customer to Extended Support (1 already linked)", "+1 · 1 already"),
        "Training Day": (True, "Assign 2 customers to Training Day", "+2"),
        "below": (True, "New item with 2 customers…", None),
    }
    # Not dropped: nothing is left of it.
    assert hint(person) == "2 customers selected"
    assert items.table.target_row == -1
    assert items.table.index(0, 0).data(Role.DROP_STATE) is None
    assert snapshot(person.engine.path) == before


def test_a_drag_over_customers_shows_what_it_would_do(person: Person) -> None:
    view = person.view("customer")
    seen: list[tuple[bool, str]] = []

    def act(held: Drag) -> None:
        names = ("Ann Lee", "Ben Ortiz", "dora")
        seen.extend((held.over(view, person.row(view, name)), hint(person)) for name in names)
        assert view.table.index(person.row(view, "Ann Lee"), 3).data(Role.DROP_STATE) == "all"
        assert held.drop(view, person.row(view, "dora"))

    person.drag("item", "Basic Package", "Extended Support").carry(act)
    assert seen == [
        (False, "All are linked to Ann Lee already"),
        (True, "Assign Ben Ortiz to 1 item (1 already linked)"),
        (True, "Assign dora to 2 items"),
    ]
    assert standing(person.engine) == FIRST | {(1, 4), (2, 4)}
    assert person.message == "Assigned dora to 2 items"


def test_moving_asks_the_file_nothing(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    items, asked = person.view("item"), list[object]()

    def act(held: Drag) -> None:
        held.over(items, 0)
        engine = person.engine
        with monkeypatch.context() as watched:
            for name in ("read", "run"):
                watched.setattr(engine, name, lambda *args, name=name, **_values: asked.append((name, args)))
            for step in range(200):
                move_over(items, held.mime, person.place(items, step % 4))
                QApplication.processEvents()

    person.drag("customer", "Ann Lee", "John Doe").carry(act)
    assert asked == []


def test_the_linked_list_is_dragged_out_of_and_dropped_on(person: Person) -> None:
    person.select("item", "Basic Package")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    person.settle()
    linked = person.linked()
    seen: list[tuple[bool, str]] = []

    def act(held: Drag) -> None:
        seen.append((held.over(linked, -1), hint(person)))
        seen.append((held.over(person.view("customer"), 0), hint(person)))
        assert person.view("customer").table.target_row == -1
        seen.append((held.over(person.view("item"), person.row("item", "Training Day")), hint(person)))
        seen.append((held.drop(person.view("customer"), -1), ""))

    person.drag(linked, "Ann Lee", "Ben Ortiz").carry(act)
    assert seen == [
        (False, ""),
        (True, "Drop to remove 2 links; the records stay"),
        (True, "Assign 2 customers to Training Day · hold Shift to move"),
        (True, ""),
    ]
    assert standing(person.engine) == {(1, 3), (2, 1)}
    seen.clear()

    def back(held: Drag) -> None:
        # What is linked in part tells so; on a row of the list as below its last.
        seen.extend((held.over(linked, row), hint(person)) for row in (0, -1))
        assert linked.table.target_row == -1
        seen.append((held.drop(linked, 0), ""))

    person.select("customer", "Ben Ortiz", "Cléo Satō")
    person.view("item").setFocus()
    person.settle()
    Drag(person, person.view("customer")).carry(back)
    told = "Assign 1 customer to Basic Package (1 already linked)"
    assert seen == [(True, told), (True, told), (True, "")]
    assert standing(person.engine) == {(1, 2), (1, 3), (2, 1)}


def test_data_that_come_and_go_leave_nothing(person: Person) -> None:
    """As when another of our tables is only passed on the way."""
    items = person.view("item")

    def act(held: Drag) -> None:
        assert enter(items, held.mime, person.place(items, 3))
        person.look()
        assert move_over(items, held.mime, person.place(items, 3))
        assert items.table.target_row == 3
        leave(items)
        assert items.table.target_row == -1
        assert hint(person) == ""

    person.drag("customer", "John Doe").carry(act)
    assert person.window.session.kind is None
    assert standing(person.engine) == FIRST


def test_what_scrolls_under_a_resting_pointer_is_weighed(person: Person) -> None:
    fill(person.engine, 40, 0)
    person.settle()
    items = person.view("item")
    bar, at = items.verticalScrollBar(), QPoint(30, items.viewport().height() - 3)

    def act(held: Drag) -> None:
        assert enter(items, held.mime, at)
        move_over(items, held.mime, at)
        person.look()
        move_over(items, held.mime, at)
        before = items.table.target_row, hint(person)
        assert before[0] >= 0
        bar.setValue(bar.value() + 32)
        assert items.table.target_row == before[0] + 1
        assert hint(person) != before[1]
        bar.setValue(bar.maximum())
        assert items.table.target_row == -1
        assert hint(person) == "New item with 2 customers…"
        leave(items)
        bar.setValue(0)
        assert (items.table.target_row, hint(person)) == (-1, "2 customers selected")

    person.drag("customer", "Ann Lee", "John Doe").carry(act)
