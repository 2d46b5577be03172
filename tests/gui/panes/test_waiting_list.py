"""The waiting list in the inspector: of an item and of a customer, moved up, taken off, dragged to a place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from itemlink_gui.gui.panes.waiting_list import WaitingList
from itemlink_gui.ops import customers, items, places
from tests.gui.commands.test_places import waiting
from tests.gui.dragging import drop, enter, move_over
from tests.gui.helpers import CTRL, Person
from tests.support import standing


@pytest.fixture
def queued(person: Person) -> Person:
    """One who looks at the waiting list of Basic Package: John, dora and Eve; it has four places, one is free."""
    person.do(items.update(1, capacity=4))
    person.do(places.wait([1], [6, 4]))
    person.do(places.wait([1], [5], quantity=2))
    person.do(places.wait([3], [4]))
    person.select("item", "Basic Package")
    show(person)
    return person


def show(person: Person) -> WaitingList:
    """Bring the list to the front."""
    page = person.window.inspector.page()
    assert page is not None
    assert page.waiting is not None
    page.tabs.setCurrentWidget(page.waiting)
    person.settle()
    return page.waiting


def lines(person: Person) -> list[tuple[object, ...]]:
    model = show(person).table
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def titles(person: Person) -> list[str]:
    """Return the tabs that are seen."""
    page = person.window.inspector.page()
    assert page is not None
    return [page.tabs.tabText(place) for place in range(page.tabs.count()) if page.tabs.isTabVisible(place)]


def choose(person: Person, *rows: int) -> None:
    view = show(person).view
    view.clearSelection()
    for row in rows:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, person.place(view, row, 1))


def test_who_waits_in_order(queued: Person) -> None:
    assert lines(queued) == [(1, "John Doe", 1), (2, "dora", 1), (3, "Eve Stone", 2)]
    assert "Waiting (3)" in titles(queued)
    queued.do(customers.update(6, full_name="Jo Doe"))
    assert lines(queued)[0] == (1, "Jo Doe", 1)
    queued.select("item", "Training Day")
    assert not [title for title in titles(queued) if title.startswith("Waiting")]


def test_what_a_customer_waits_for(queued: Person) -> None:
    queued.select("customer", "dora")
    assert "Waiting (2)" in titles(queued)
    assert lines(queued) == [(2, "Basic Package", 1), (1, "Premium Subscription", 1)]
    button = show(queued).findChild(QPushButton, "waitingMove")
    assert button is not None
    assert not button.isEnabled()
    choose(queued, 1)
    button.click()
    queued.settle()
    assert (3, 4) in standing(queued.engine)
    assert lines(queued) == [(2, "Basic Package", 1)]


def test_moving_up(queued: Person) -> None:
    move = show(queued).findChild(QPushButton, "waitingMove")
    assert move is not None
    move.click()
    queued.settle()
    assert queued.message == "John Doe moved up to Basic Package · 2 still waiting"
    queued.trigger("undo")
    assert waiting(queued)[:3] == [(1, 6), (1, 4), (1, 5)]
    # Chosen by hand, one may pass the others.
    choose(queued, 1)
    move.click()
    queued.settle()
    assert waiting(queued) == [(1, 6), (1, 5), (3, 4)]
    choose(queued, 1)
    queued.prompts.will("choose", "overbook")
    move.click()
    queued.settle()
    assert queued.prompts.calls[-1][2:] == ("Basic Package is full: 4 of 4 places are taken.", "Overbook by 2")
    assert waiting(queued) == [(1, 6), (3, 4)]


def test_taking_off_the_list(queued: Person) -> None:
    remove = show(queued).findChild(QPushButton, "waitingRemove")
    assert remove is not None
    assert not remove.isEnabled()
    choose(queued, 0, 2)
    remove.click()
    queued.settle()
    assert lines(queued) == [(1, "dora", 1)]
    assert queued.message == "2 customers taken off the waiting list of Basic Package"
    choose(queued, 0)
    queued.press("Del", show(queued).view)
    queued.settle()
    assert not [title for title in titles(queued) if title.startswith("Waiting")]


def test_the_choice_stays_when_the_list_changes(queued: Person) -> None:
    choose(queued, 1)
    queued.do(places.stop_waiting([1], [6]))
    assert show(queued).view.chosen() == [4]


def test_dragged_to_the_customers_of_the_item(queued: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(queued, 0)
    waiters, page, offered = show(queued), queued.window.inspector.page(), []
    assert page is not None

    def execute(drag: QDrag, *_: object) -> Qt.DropAction:
        page.tabs.setCurrentWidget(page.linked)
        queued.look()
        view, at = queued.linked(), queued.place(queued.linked(), 0)
        assert enter(view, drag.mimeData(), at)
        queued.look()
        offered.append((move_over(view, drag.mimeData(), at), queued.selection_line))
        assert drop(view, drag.mimeData(), at)
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", execute)
    waiters.view.startDrag(Qt.DropAction.CopyAction)
    queued.settle()
    assert offered == [(True, "Assign 1 customer to Basic Package")]
    assert (1, 6) in standing(queued.engine)
    assert waiting(queued) == [(1, 4), (1, 5), (3, 4)]
    assert queued.window.session.kind is None
