"""Places in the window: what a drop meets, the choices where there is no room, moving up, and preferences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import items, links, places, preferences
from itemlink_gui.store import places as stands
from tests.gui.commands.test_links import FIRST, drag_onto
from tests.gui.dragging import Drag
from tests.gui.helpers import Person
from tests.support import raw, standing

NAMES = ("dora", "Eve Stone", "John Doe")
SHOWN = Qt.ItemDataRole.DisplayRole


def waiting(person: Person) -> list[tuple[int, int]]:
    with raw(person.engine.path) as connection:
        return list(connection.execute("SELECT item_id, customer_id FROM waiting ORDER BY id"))


def wishes(person: Person) -> list[tuple[int, int, str]]:
    with raw(person.engine.path) as connection:
        return list(connection.execute("SELECT item_id, customer_id, kind FROM preference ORDER BY id"))


def cell(person: Person, name: str, role: int = SHOWN) -> object:
    """Return what the cell of an item's places answers."""
    view = person.view("item")
    column = [one.key for one in view.table.columns].index("capacity")
    return view.model().index(person.row("item", name), column).data(role)


def over(person: Person, kind: str, names: tuple[str, ...], name: str) -> tuple[str, str, str]:
    """Hold records of one pane over a row of the other: its badge, its state, and the line below."""
    other = "item" if kind == "customer" else "customer"
    found: list[tuple[str, str, str]] = []

    def look(held: Drag) -> None:
        view, row = person.view(other), person.row(other, name)  # type: ignore[arg-type]
        held.over(view, row)
        index = view.model().index(row, 0)
        found.append((index.data(Role.BADGE), index.data(Role.DROP_STATE), person.selection_line))

    person.drag(kind, *names).carry(look)  # type: ignore[arg-type]
    return found[0]


# What a table says.


STATES = {
    "enough": ({"capacity": 10}, "3/10", "", "3 of 10 places taken, 7 left"),
    "low": ({"capacity": 5, "low_stock": 3}, "3/5", "low", "3 of 5 places taken: only 2 left"),
    "full": ({"capacity": 3}, "3/3", "full", "3 of 3 places taken: full"),
    "one": ({"capacity": 3, "low_stock": 2}, "3/3", "full", "3 of 3 places taken: full"),
}


@pytest.mark.parametrize(("fields", "said", "state", "words"), STATES.values(), ids=STATES.keys())
def test_how_an_item_stands(person: Person, fields: dict[str, int], said: str, state: str, words: str) -> None:
    assert cell(person, "Basic Package") is None
    assert cell(person, "Basic Package", Role.BAR) is None
    person.do(items.update(1, **fields))  # type: ignore[arg-type]
    assert cell(person, "Basic Package") == said
    share, found = cell(person, "Basic Package", Role.BAR)  # type: ignore[misc]
    assert (share, found) == (3 / fields["capacity"], state)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert cell(person, "Basic Package", role) == words


def test_an_overbooked_item_and_who_waits(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stands, "today", lambda: "2027-03-01")
    person.do(items.update(1, capacity=3, available_until="2027-02-28"))
    person.do(links.link([1], [4, 5], beyond="overbook"))
    person.do(places.wait([1], [6]))
    assert cell(person, "Basic Package") == "5/3 · −2"
    assert cell(person, "Basic Package", Role.BAR) == (1.0, "over")
    words = str(cell(person, "Basic Package", Qt.ItemDataRole.ToolTipRole)).splitlines()
    assert words[:2] == ["5 of 3 places taken: overbooked by 2", "1 customer waiting"]
    assert words[2].startswith("not available since ")


@pytest.mark.parametrize("typed", ["2", "-1", "99999999999", "many"])
def test_too_few_places_are_refused_in_the_table(person: Person, typed: str) -> None:
    person.do(items.update(1, capacity=10))
    editor = person.editor("item", "Basic Package", "capacity")
    assert editor.text() == "10"
    editor.setText(typed)
    person.press("Return", editor)
    person.settle()
    assert editor.property("invalid")
    if typed == "2":
        assert editor.accessibleDescription() == "3 places are taken; there cannot be only 2."
    person.press("Esc", editor)
    person.settle()
    assert cell(person, "Basic Package") == "3/10"


# A drop.


DROPS = {
    "block": ({"capacity": 5}, "+2 · 1 without a place", "none", "no place for 1 of them: you will be asked"),
    "full": ({"capacity": 3}, "full", "full", "no place for 3 of them: you will be asked"),
    "overbook": ({"capacity": 4, "capacity_policy": "overbook"}, "+3 · 2 over capacity", "none", "2 more than there"),
    "waitlist": ({"capacity": 4, "capacity_policy": "waitlist"}, "+1 · 2 wait", "none", "1 gets a place, 2 wait"),
    "all wait": (
        {"capacity": 3, "capacity_policy": "waitlist"},
        "3 wait",
        "none",
        "Assign 3 customers to Basic Package · 3 wait",
    ),
    "room": ({"capacity": 6}, "+3", "none", "Assign 3 customers to Basic Package"),
}


@pytest.mark.parametrize(("fields", "badge", "state", "line"), DROPS.values(), ids=DROPS.keys())
def test_what_a_drop_would_do(person: Person, fields: dict[str, object], badge: str, state: str, line: str) -> None:
    person.do(items.update(1, **fields))  # type: ignore[arg-type]
    found = over(person, "customer", NAMES, "Basic Package")
    assert found[:2] == (badge, state)
    assert line in found[2]


def test_a_newcomer_goes_behind_those_who_wait(person: Person) -> None:
    person.do(items.update(1, capacity=4, capacity_policy="waitlist"))
    person.do(places.wait([1], [5]))
    found = over(person, "customer", NAMES[:1], "Basic Package")
    assert found[0] == "1 waits"
    assert "Assign 1 customer to Basic Package · 1 waits" in found[2]
    assert over(person, "customer", NAMES[:2], "Basic Package")[0] == "+1 · 1 waits"
    assert over(person, "item", ("Basic Package",), "dora")[0] == "1 waits"
    assert over(person, "item", ("Basic Package",), "Eve Stone")[0] == "+1"
    assert drag_onto(person, "customer", NAMES[:1], "Basic Package")
    person.settle()
    assert person.message == "dora put on the waiting list of Basic Package"
    assert (standing(person.engine), waiting(person)) == (FIRST, [(1, 5), (1, 4)])


def test_who_declined_and_what_is_away(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stands, "today", lambda: "2027-03-01")
    person.do(items.update(3, available_from="2027-05-01"))
    person.do(preferences.prefer([3], [4, 5], "declined"))
    assert over(person, "customer", NAMES, "Premium Subscription") == (
        "+3 · 2 declined · not available",
        "none",
        "Assign 3 customers to Premium Subscription · 2 declined this · not available today",
    )
    assert over(person, "item", ("Premium Subscription",), "dora")[0] == "+1 · 1 declined · not available"
    assert drag_onto(person, "customer", NAMES, "Premium Subscription")
    person.settle()
    assert person.message == (
        "Assigned 3 customers to Premium Subscription · 2 had declined this · not available today"
    )


def test_items_without_room_onto_a_customer(person: Person) -> None:
    person.do(items.update(1, capacity=3))
    assert over(person, "item", ("Basic Package", "Training Day"), "dora")[0] == "+1 · 1 without a place"
    assert over(person, "item", ("Basic Package",), "dora")[:2] == ("full", "full")
    assert over(person, "item", ("Basic Package", "Training Day"), "Ann Lee")[0] == "+1 · 1 already"


CHOICES = {
    "first": ({(1, 4), (1, 5)}, [], "Assigned 2 customers to Basic Package · 1 left out"),
    "overbook": ({(1, 4), (1, 5), (1, 6)}, [], "Assigned 3 customers to Basic Package · 1 more than there are places"),
    "wait": ({(1, 4), (1, 5)}, [(1, 6)], "Assigned 2 customers to Basic Package · 1 put on the waiting list"),
    None: (set(), [], ""),
}


@pytest.mark.parametrize("chosen", CHOICES)
def test_the_choices_where_there_is_no_room(person: Person, chosen: str | None) -> None:
    person.do(items.update(1, capacity=5))
    added, queue, said = CHOICES[chosen]
    person.prompts.will("choose", chosen)
    before = person.message
    assert drag_onto(person, "customer", NAMES, "Basic Package")
    person.settle()
    assert person.prompts.calls == [
        (
            "choose",
            "No room",
            "Basic Package has 2 free places, but 3 are needed.",
            "Only the first 2",
            "Put 1 on the waiting list",
            "Overbook by 1",
        )
    ]
    assert person.prompts.presses == ["first"]
    assert (standing(person.engine), waiting(person)) == (FIRST | added, queue)
    assert person.message == (said or before)
    if chosen:
        person.trigger("undo")
        assert (standing(person.engine), waiting(person)) == (FIRST, [])


def test_nobody_fits_and_the_rest_waits_already(person: Person) -> None:
    person.do(items.update(1, capacity=3, capacity_policy="waitlist"))
    assert drag_onto(person, "customer", NAMES[:1], "Basic Package")
    person.settle()
    assert person.message == "dora put on the waiting list of Basic Package"
    assert drag_onto(person, "customer", NAMES[:1], "Basic Package")
    person.settle()
    assert person.message == "1 is on the waiting list already"
    assert waiting(person) == [(1, 4)]
    person.trigger("undo")
    assert person.message == "Undone: Put dora on the waiting list of Basic Package"


# Moving up.


def test_those_who_wait_are_offered_the_place_that_becomes_free(person: Person) -> None:
    person.do(items.update(1, capacity=3))
    person.do(places.wait([1], [5, 4, 6]))
    offer = person.find(QPushButton, "messageMore")
    assert not offer.isVisible()
    person.do(links.unlink([1], [1, 2]))
    assert (offer.text(), offer.isVisible()) == ("2 can move up · Move up", True)
    assert standing(person.engine) == {(1, 3), (2, 1)}
    person.push("messageMore")
    assert standing(person.engine) == {(1, 3), (2, 1), (1, 5), (1, 4)}
    assert person.message == "2 customers moved up to Basic Package · 1 still waiting"
    assert not offer.isVisible()
    person.trigger("undo")
    assert waiting(person) == [(1, 5), (1, 4), (1, 6)]
    assert not offer.isVisible()
    person.do(items.update(1, capacity=9))
    assert offer.text() == "3 can move up · Move up"


@pytest.mark.parametrize(("field", "value", "offered"), [("name", "Basic", False), ("capacity", 6, True)])
def test_only_a_change_of_places_offers_to_move_up(person: Person, field: str, value: object, offered: bool) -> None:
    person.do(items.update(1, capacity=5))
    person.do(places.wait([1], [5]))
    person.do(items.update(1, **{field: value}))  # type: ignore[arg-type]
    assert person.find(QPushButton, "messageMore").isVisible() == offered


def test_moving_up_by_the_menu(person: Person) -> None:
    person.do(items.update(1, capacity=3))
    person.select("item", "Basic Package")
    person.select("customer", "John Doe", "dora")
    person.trigger("wait")
    assert waiting(person) == [(1, 4), (1, 6)]
    person.trigger("wait")
    assert person.message == "Nobody to put on the list: all of them have it or wait already"
    person.prompts.will("choose", None, "overbook")
    person.click("item", "Basic Package")
    for left in ([(1, 4), (1, 6)], []):
        person.trigger("promote")
        assert waiting(person) == left
    assert person.prompts.calls[0][2:] == ("Basic Package is full: 3 of 3 places are taken.", "Overbook by 2")
    assert person.prompts.presses == [None, None]


# Preferences.


@pytest.mark.parametrize("kind", ["wants", "favourite", "declined"])
def test_a_preference_by_the_menu(person: Person, kind: str) -> None:
    person.select("item", "Basic Package")
    person.select("customer", "John Doe", "dora")
    person.trigger(f"prefer_{kind}")
    assert wishes(person) == [(1, 4, kind), (1, 6, kind)]
    assert person.message.startswith("Preference of 2 customers for Basic Package: ")
    person.trigger(f"prefer_{kind}")
    assert person.message == "Nothing to change: it is so already"
    person.trigger("prefer_nothing")
    assert wishes(person) == []
    assert person.message == "Preference of 2 customers for Basic Package forgotten"


def test_a_preference_in_a_linked_list(person: Person) -> None:
    person.select("item", "Basic Package")
    page = person.window.inspector.page()
    assert page is not None
    page.tabs.setCurrentWidget(page.linked)
    person.settle()
    person.select(person.linked(), "Ben Ortiz")
    person.trigger("prefer_favourite")
    assert wishes(person) == [(1, 2, "favourite")]
    assert person.message == "Preference of Ben Ortiz for Basic Package: favourite"


def test_everyone_who_wants_it(person: Person) -> None:
    person.do(preferences.prefer([3], [4, 5, 6], "wants"))
    person.do(items.update(3, capacity=2))
    person.prompts.will("choose", "wait")
    person.select("item", "Premium Subscription")
    person.trigger("link_wanting")
    assert standing(person.engine) == FIRST | {(3, 4), (3, 5)}
    assert waiting(person) == [(3, 6)]
    person.select("item", "Training Day")
    person.trigger("link_wanting")
    assert person.message == "Nobody wants it who does not have it"


def test_nothing_selected(person: Person) -> None:
    for name in ("wait", "promote", "link_wanting", "prefer_wants", "prefer_nothing"):
        person.trigger("clear_selection")
        person.trigger(name)
        assert person.message.startswith("Select items"), name
