"""The keyboard alone does all that the mouse does; nothing here touches the mouse."""

from __future__ import annotations

import pytest

from tests.xcb.screen import Screen, Window

pytestmark = pytest.mark.xcb

ITEMS, CUSTOMERS, LINKED, MATCHES = "itemsTable", "customersTable", "linkedTable", "assignMatches"

# What the file holds at first.
BEFORE = {(2, 1), (2, 2), (2, 3)}


def test_selecting_linking_and_undo(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+1")
    window.wait([1], "selected", ITEMS)
    screen.keys("Down", "Down")
    window.wait([3], "selected", ITEMS)
    screen.keys("ctrl+2")
    window.wait(CUSTOMERS, "focus")
    window.wait([1], "selected", CUSTOMERS)
    screen.keys("Down", "Down", "Down", "shift+Down", "ctrl+Down", "ctrl+Down", "ctrl+space")
    window.wait([4, 5, 7], "selected", CUSTOMERS)

    screen.keys("ctrl+shift+l")
    added = BEFORE | {(3, 4), (3, 5), (3, 7)}
    window.wait_links(added)
    window.wait("Assigned 3 customers to Item 03", "text", "messageText")
    window.wait(3, "count", ITEMS, 3)
    window.wait("Undo Assign 3 customers to Item 03", "action", "undo")
    screen.keys("ctrl+z")
    window.wait_links(BEFORE)
    window.wait("Undone: Assign 3 customers to Item 03", "text", "messageText")
    window.wait("Redo Assign 3 customers to Item 03", "action", "redo")
    screen.keys("ctrl+shift+z")
    window.wait_links(added)
    screen.keys("ctrl+shift+u")
    window.wait_links(BEFORE)
    window.wait("Removed 3 customers from Item 03", "text", "messageText")
    assert window.ask("selected", CUSTOMERS) == [4, 5, 7]


def test_the_palette(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+1", "Down")
    window.wait([2], "selected", ITEMS)
    screen.keys("ctrl+l")
    window.wait("assignPalette", "dialog")
    window.wait("assignSearch", "focus")
    window.wait([*range(4, 41), 1, 2, 3], "listed", MATCHES)
    screen.type("person 05")
    window.wait([5], "listed", MATCHES)
    screen.keys("Return")
    window.wait_links(BEFORE | {(2, 5)})
    window.wait(["all"], "states", MATCHES)
    screen.keys("Return")
    window.wait_links(BEFORE)
    window.wait([None], "states", MATCHES)
    screen.keys("ctrl+a")
    screen.type("person 0")
    window.wait([4, 5, 6, 7, 8, 9, 1, 2, 3], "listed", MATCHES)
    screen.keys("Down", "Down", "Return")
    window.wait_links(BEFORE | {(2, 6)})
    assert window.ask("dialog") == "assignPalette"
    screen.keys("Escape")
    window.wait("", "dialog")
    window.wait(ITEMS, "focus")


def test_copy_and_paste(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+2", "shift+Down")
    window.wait([1, 2], "selected", CUSTOMERS)
    screen.keys("ctrl+c")
    window.wait("2 customers copied", "text", "messageText")
    assert window.ask("copied")
    screen.keys("ctrl+1", "Down", "Down", "Down")
    window.wait([4], "selected", ITEMS)
    screen.keys("ctrl+v")
    window.wait_links(BEFORE | {(4, 1), (4, 2)})
    window.wait("Assigned 2 customers to Item 04", "text", "messageText")


def test_delete_in_a_linked_list_unlinks(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+1", "Down")
    window.wait("Item 02", "inspected")
    screen.keys("ctrl+3", "Right")
    window.wait([1, 2, 3], "listed", LINKED)
    screen.keys("Tab", "Tab")
    window.wait(LINKED, "focus")
    screen.keys("space", "shift+Down")
    window.wait([1, 2], "selected", LINKED)
    screen.keys("Delete")
    window.wait_links({(2, 3)})
    window.wait("Removed 2 customers from Item 02", "text", "messageText")
    window.wait([3], "listed", LINKED)
    assert window.ask("dialog") == ""
    window.wait("Undo Remove 2 customers from Item 02", "action", "undo")
    screen.keys("ctrl+z")
    window.wait_links(BEFORE)
    window.wait([1, 2, 3], "listed", LINKED)


def test_delete_in_a_pane_tells_what_goes_and_can_be_undone(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+1", "Down", "Delete")
    window.wait("Delete", "dialog")
    screen.keys("Escape")
    window.wait("", "dialog")
    assert window.links() == BEFORE
    screen.keys("Delete")
    window.wait("Delete", "dialog")
    screen.keys("Return")
    window.wait_links(set())
    window.wait([1, *range(3, 41)], "listed", ITEMS)
    window.wait("Item Item 02 deleted with 3 links", "text", "messageText")
    window.wait("Undo Delete Item 02", "action", "undo")
    screen.keys("ctrl+z")
    window.wait_links(BEFORE)
    window.wait([*range(1, 41)], "listed", ITEMS)


def test_renaming_in_the_table(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+1")
    window.wait(ITEMS, "focus")
    steps = window.steps()
    screen.keys("F2")
    window.wait("cellEdit", "focus")
    screen.keys("ctrl+a", "BackSpace", "Return")
    window.wait("Name may not be empty.", "reason", "cellEdit")
    assert window.ask("text", "cellEdit") == ""
    assert window.ask("focus") == "cellEdit"
    screen.keys("Escape")
    window.wait(ITEMS, "focus")
    assert window.ask("name", ITEMS, 1) == "Item 01"
    assert window.steps() == steps

    screen.keys("F2")
    window.wait("cellEdit", "focus")
    screen.type("Zither")
    screen.keys("Return")
    window.wait([*range(2, 41), 1], "listed", ITEMS)
    window.wait("Zither", "name", ITEMS, 1)
    window.wait(ITEMS, "focus")
    window.wait([1], "selected", ITEMS)
    window.wait("Undo Change Item 01", "action", "undo")
    screen.keys("ctrl+z")
    window.wait([*range(1, 41)], "listed", ITEMS)
    window.wait("Item 01", "name", ITEMS, 1)


def test_searching_keeps_the_selection(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+2", "shift+Down")
    window.wait([1, 2], "selected", CUSTOMERS)
    screen.keys("ctrl+f")
    window.wait("customersSearch", "focus")
    screen.type("user1")
    window.wait([*range(10, 20)], "listed", CUSTOMERS)
    window.wait("2 customers selected, 2 hidden", "text", "selectionText")
    screen.keys("Escape")
    window.wait([*range(1, 41)], "listed", CUSTOMERS)
    window.wait([1, 2], "selected", CUSTOMERS)
    screen.type("son 3")
    window.wait([*range(30, 40)], "listed", CUSTOMERS)
    screen.keys("ctrl+shift+a", "Down")
    window.wait(CUSTOMERS, "focus")
    window.wait([30], "selected", CUSTOMERS)


def test_a_new_customer(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+u")
    window.wait("newRecord", "dialog")
    window.wait("field_username", "focus")
    screen.type("user05")
    screen.keys("Tab")
    screen.type("Somebody New")
    steps = window.steps()
    screen.keys("Return")
    window.wait("This username is taken by Person 05.", "reason", "field_username")
    assert window.ask("text", "field_username") == "user05"
    assert window.ask("text", "field_full_name") == "Somebody New"
    assert window.ask("focus") == "field_username"
    assert window.steps() == steps

    screen.keys("End")
    screen.type("b")
    screen.keys("Return")
    window.wait("", "dialog")
    window.wait([41], "selected", CUSTOMERS)
    window.wait("Somebody New", "name", CUSTOMERS, 41)
    window.wait("Customer Somebody New created", "text", "messageText")


def test_a_drag_without_a_mouse(screen: Screen, window: Window) -> None:
    screen.keys("ctrl+2")
    window.wait([1], "selected", CUSTOMERS)
    screen.keys("Down")
    window.wait([2], "selected", CUSTOMERS)
    screen.keys("space", "Tab", "Tab")
    window.wait([3, "+1"], "badge", ITEMS)
    window.wait("Assign 1 customer to Item 03", "text", "selectionText")
    screen.keys("Return")
    window.wait_links(BEFORE | {(3, 2)})
    window.wait(CUSTOMERS, "focus")
    screen.keys("space", "Tab", "Escape")
    window.wait(False, "dragging")
    assert window.links() == BEFORE | {(3, 2)}
