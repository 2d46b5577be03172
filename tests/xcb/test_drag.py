"""Dragging with a real mouse: what people do most, in a real window."""

from __future__ import annotations

import pytest

from tests.xcb.screen import Screen, Window

pytestmark = pytest.mark.xcb

ITEMS, CUSTOMERS, LINKED = "itemsTable", "customersTable", "linkedTable"

# What the file holds at first.
BEFORE = {(2, 1), (2, 2), (2, 3)}


def test_one_customer_onto_an_item_and_undo_by_the_mouse(screen: Screen, window: Window) -> None:
    screen.drag(window.find("place", CUSTOMERS, 5), window.find("place", ITEMS, 3))
    window.wait([3, "+1"], "badge", ITEMS)
    screen.release()
    window.wait_links(BEFORE | {(3, 5)})
    window.wait("Customer Person 05 added to item Item 03", "text", "messageText")
    window.wait(1, "count", ITEMS, 3)
    window.wait("Undo Assign Person 05 to Item 03", "action", "undo")

    screen.click(window.find("middle", "messageUndo"))
    window.wait_links(BEFORE)
    window.wait("Undone: Assign Person 05 to Item 03", "text", "messageText")
    window.wait(0, "count", ITEMS, 3)
    window.wait("Redo Assign Person 05 to Item 03", "action", "redo")


def test_twenty_selected_customers_onto_an_item(screen: Screen, window: Window) -> None:
    chosen = list(range(3, 23))
    screen.click(window.find("place", CUSTOMERS, 3))
    window.wait([3], "selected", CUSTOMERS)
    screen.wheel_down(5)
    last = window.find("place", CUSTOMERS, 22)
    screen.do("keydown", "shift", "mousemove", *last, "click", 1, "keyup", "shift")
    window.wait(chosen, "selected", CUSTOMERS)

    # Pressing one of them takes all.
    screen.drag(window.find("place", CUSTOMERS, 20), window.find("place", ITEMS, 4))
    window.wait([4, "+20"], "badge", ITEMS)
    window.wait("Assign 20 customers to Item 04", "text", "selectionText")
    screen.release()
    window.wait_links(BEFORE | {(4, customer) for customer in chosen})
    window.wait("Assigned 20 customers to Item 04", "text", "messageText")
    window.wait(20, "count", ITEMS, 4)
    assert window.ask("selected", CUSTOMERS) == chosen

    # A click on one of them chooses it alone, when the button is let go.
    screen.do("mousemove", *window.find("place", CUSTOMERS, 20), "mousedown", 1)
    assert window.ask("selected", CUSTOMERS) == chosen
    screen.release()
    window.wait([20], "selected", CUSTOMERS)


def test_items_onto_a_customer(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", ITEMS, 2))
    screen.do("keydown", "ctrl", "mousemove", *window.find("place", ITEMS, 4), "click", 1, "keyup", "ctrl")
    window.wait([2, 4], "selected", ITEMS)
    screen.drag(window.find("place", ITEMS, 4), window.find("place", CUSTOMERS, 7))
    window.wait([7, "+2"], "badge", CUSTOMERS)
    screen.release()
    window.wait_links(BEFORE | {(2, 7), (4, 7)})
    window.wait("Assigned Person 07 to 2 items", "text", "messageText")
    window.wait("Undo Assign Person 07 to 2 items", "action", "undo")


def test_the_right_button_asks_what_a_drop_shall_do_and_still_opens_menus(screen: Screen, window: Window) -> None:
    screen.drag(window.find("place", CUSTOMERS, 5), window.find("place", ITEMS, 3), button=3)
    window.wait([3, "+1"], "badge", ITEMS)
    assert window.ask("menu") == []
    screen.release(button=3)
    window.wait(["Assign", "Assign with details…", "Cancel"], "menu")
    screen.keys("Down", "Down", "Return")
    window.wait("details", "dialog")
    screen.keys("ctrl+a")
    screen.type("3")
    screen.keys("Return")
    window.wait_links(BEFORE | {(3, 5)})
    window.wait("", "dialog")

    # Without a drag the menu of the row opens as the button is let go.
    screen.press(window.find("place", CUSTOMERS, 6), button=3)
    assert window.ask("menu") == []
    screen.release(button=3)
    window.wait(True, "offers", "Delete")
    screen.keys("Escape")


def test_esc_in_mid_drag_changes_nothing(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", CUSTOMERS, 4))
    screen.do("keydown", "shift", "mousemove", *window.find("place", CUSTOMERS, 6), "click", 1, "keyup", "shift")
    window.wait("3 customers selected", "text", "selectionText")
    steps = window.steps()
    screen.drag(window.find("place", CUSTOMERS, 5), window.find("place", ITEMS, 3))
    window.wait([3, "+3"], "badge", ITEMS)
    assert window.ask("dragging")

    screen.keys("Escape")
    window.wait(False, "dragging")
    window.wait(None, "badge", ITEMS)
    window.wait("3 customers selected", "text", "selectionText")
    screen.release()
    assert set(window.ask("states", ITEMS)) == {None}
    assert window.ask("selected", CUSTOMERS) == [4, 5, 6]
    assert (window.links(), window.steps()) == (BEFORE, steps)
    assert window.ask("text", "messageText") is None


def test_what_is_linked_already_is_refused(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", CUSTOMERS, 1))
    screen.do("keydown", "ctrl", "mousemove", *window.find("place", CUSTOMERS, 3), "click", 1, "keyup", "ctrl")
    window.wait([1, 3], "selected", CUSTOMERS)
    steps = window.steps()
    screen.drag(window.find("place", CUSTOMERS, 3), window.find("place", ITEMS, 2))
    window.wait([2, "already linked"], "badge", ITEMS)
    window.wait("All are linked to Item 02 already", "text", "selectionText")
    screen.release()
    window.wait(False, "dragging")
    window.wait(None, "badge", ITEMS)
    assert window.ask("selected", CUSTOMERS) == [1, 3]
    assert (window.links(), window.steps()) == (BEFORE, steps)


def test_what_is_linked_in_part_is_completed(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", CUSTOMERS, 2))
    screen.do("keydown", "shift", "mousemove", *window.find("place", CUSTOMERS, 5), "click", 1, "keyup", "shift")
    window.wait([2, 3, 4, 5], "selected", CUSTOMERS)
    screen.drag(window.find("place", CUSTOMERS, 2), window.find("place", ITEMS, 2))
    window.wait([2, "+2 · 2 already"], "badge", ITEMS)
    window.wait("Assign 2 customers to Item 02 (2 already linked)", "text", "selectionText")
    assert window.ask("states", ITEMS)[:3] == ["none", "some", "none"]
    screen.release()
    window.wait_links(BEFORE | {(2, 4), (2, 5)})
    window.wait("Assigned 2 customers to Item 02 (2 already were)", "text", "messageText")


def test_one_of_several_selected_items_offers_the_others(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", ITEMS, 3))
    screen.do("keydown", "shift", "mousemove", *window.find("place", ITEMS, 5), "click", 1, "keyup", "shift")
    window.wait([3, 4, 5], "selected", ITEMS)
    screen.drag(window.find("place", CUSTOMERS, 5), window.find("place", ITEMS, 4))
    window.wait([4, "+1"], "badge", ITEMS)
    screen.release()
    window.wait_links(BEFORE | {(4, 5)})
    window.wait("Also to the 2 others selected", "text", "messageMore")
    screen.click(window.find("middle", "messageMore"))
    window.wait_links(BEFORE | {(3, 5), (4, 5), (5, 5)})


def test_into_the_linked_list_and_out_of_it(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", ITEMS, 2))
    window.wait("Item 02", "inspected")
    screen.click(window.find("tab", 1))
    window.wait([1, 2, 3], "listed", LINKED)
    screen.drag(window.find("place", CUSTOMERS, 6), window.find("place", LINKED, 2))
    window.wait("Assign 1 customer to Item 02", "text", "selectionText")
    assert window.ask("badge", LINKED) is None
    screen.release()
    window.wait_links(BEFORE | {(2, 6)})
    window.wait([1, 2, 3, 6], "listed", LINKED)

    screen.drag(window.find("place", LINKED, 2), window.find("place", CUSTOMERS, 8))
    window.wait("Drop to remove 1 link; the records stay", "text", "selectionText")
    screen.release()
    window.wait_links(BEFORE - {(2, 2)} | {(2, 6)})
    window.wait("Customer Person 02 removed from item Item 02", "text", "messageText")
    window.wait([1, 3, 6], "listed", LINKED)
    assert 2 in window.ask("listed", CUSTOMERS)

    screen.click(window.find("middle", "messageUndo"))
    window.wait_links(BEFORE | {(2, 6)})
    window.wait([1, 2, 3, 6], "listed", LINKED)


def test_into_an_empty_linked_list(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", ITEMS, 3))
    window.wait("Item 03", "inspected")
    screen.click(window.find("tab", 1))
    window.wait("Item 03 has no customers yet. Drag some here, or add them.", "text", "linkedNothing")
    screen.drag(window.find("place", CUSTOMERS, 6), window.find("middle", "linkedNothing"))
    window.wait("Assign 1 customer to Item 03", "text", "selectionText")
    screen.release()
    window.wait_links(BEFORE | {(3, 6)})
    window.wait([6], "listed", LINKED)
    window.wait(None, "text", "linkedNothing")


def test_resting_at_the_edge_scrolls_to_what_was_not_visible(screen: Screen, window: Window) -> None:
    assert window.ask("place", ITEMS, 40) is None
    start, bottom = window.find("place", CUSTOMERS, 5), window.find("bottom", ITEMS)
    screen.drag(start, bottom)
    # The mouse rests; the list goes on until its end.
    window.wait(True, "at_end", ITEMS)
    goal = window.find("place", ITEMS, 40)
    screen.move(bottom, goal)
    window.wait([40, "+1"], "badge", ITEMS)
    screen.release()
    window.wait_links(BEFORE | {(40, 5)})


def test_shift_moves_from_list_to_list(screen: Screen, window: Window) -> None:
    screen.click(window.find("place", ITEMS, 2))
    window.wait("Item 02", "inspected")
    screen.click(window.find("tab", 1))
    window.wait([1, 2, 3], "listed", LINKED)
    start, goal = window.find("place", LINKED, 2), window.find("place", ITEMS, 4)
    screen.drag(start, goal)
    window.wait("Assign 1 customer to Item 04 · hold Shift to move", "text", "selectionText")
    screen.do("keydown", "shift", "mousemove", goal[0] + 3, goal[1] + 2)
    try:
        window.wait("Drop to move 1 from Item 02 to Item 04", "text", "selectionText")
        screen.release()
        window.wait_links({(2, 1), (2, 3), (4, 2)})
    finally:
        screen.do("keyup", "shift")
    window.wait("Moved Person 02 from Item 02 to Item 04", "text", "messageText")
    window.wait([1, 3], "listed", LINKED)
    screen.keys("ctrl+z")
    window.wait_links(BEFORE)


def test_below_the_last_item_a_new_one_is_named(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+shift+f")
    screen.type("item 40")
    window.wait([40], "listed", ITEMS)
    screen.drag(window.find("place", CUSTOMERS, 5), window.find("bottom", ITEMS))
    window.wait("New item with 1 customer…", "text", "selectionText")
    screen.release()
    window.wait("ghostEdit", "focus")
    screen.type("Pottery")
    screen.keys("Return")
    window.wait_links(BEFORE | {(41, 5)})
    window.wait("Item Pottery created with 1 customer", "text", "messageText")
    window.wait([41], "selected", ITEMS)
