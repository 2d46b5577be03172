"""The inspector follows the current record of the pane that was used last, also through quick changes."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QTabWidget

from itemlink_gui.base.changes import KINDS
from itemlink_gui.ops import customers, items, links
from tests.gui.helpers import Person


def shown(person: Person) -> str:
    """What can be read at the top of it."""
    page = person.window.inspector.page()
    return page.name.text() if page is not None and page.isVisible() else ""


def tab_texts(person: Person) -> list[str]:
    page = person.window.inspector.page()
    assert page is not None
    tabs: QTabWidget = page.tabs
    return [tabs.tabText(number) for number in range(tabs.count()) if tabs.isTabVisible(number)]


def test_it_follows_the_selection(person: Person) -> None:
    person.select("item", "Training Day")
    assert shown(person) == "Training Day"
    person.select("customer", "John Doe")
    assert shown(person) == "John Doe"
    person.press("Up", person.view("customer"))
    person.settle()
    assert shown(person) == "Eve Stone"


def test_it_goes_with_the_keyboard_from_pane_to_pane(person: Person) -> None:
    person.select("item", "Training Day")
    person.select("customer", "John Doe")
    person.view("item").setFocus()
    person.settle()
    assert shown(person) == "Training Day"
    person.view("customer").setFocus()
    person.settle()
    assert shown(person) == "John Doe"


def test_quick_changes_end_at_the_last_record(person: Person) -> None:
    for _ in range(5):
        for name in person.names("customer"):
            person.click("customer", name)
        person.settle()
        assert shown(person) == "John Doe"


def test_it_tells_the_number_of_links_and_follows_it(person: Person) -> None:
    person.select("item", "Basic Package")
    assert tab_texts(person) == ["Details", "Customers (3)", "Preferences (0)", "History"]
    person.do(links.link([1], [6]))
    assert tab_texts(person)[1] == "Customers (4)"
    person.select("customer", "Ann Lee")
    assert tab_texts(person)[1] == "Items (2)"


def test_it_follows_a_change_of_the_name(person: Person) -> None:
    person.select("item", "Basic Package")
    person.do(items.update(1, name="Best Package"))
    assert shown(person) == "Best Package"
    person.select("customer", "John Doe")
    person.do(customers.update(6, full_name=""))
    assert shown(person) == "john"


def test_it_shows_when_a_record_was_made_and_changed(person: Person) -> None:
    person.select("item", "Basic Package")
    page = person.window.inspector.page()
    assert page is not None
    (times,) = [label for label in page.findChildren(QLabel) if label.text().startswith("Created ")]
    assert "changed" in times.text()
    assert times.isVisible()
    assert times.toolTip()


def test_after_a_deletion_it_goes_on_to_the_next_record_or_says_what_to_do(person: Person) -> None:
    person.select("item", "Training Day")
    person.do(items.delete([4]))
    assert shown(person) == "Premium Subscription"
    person.do(items.delete([1, 2, 3]))
    assert shown(person) == ""
    assert person.window.inspector.current is None
    (hint,) = [
        label for label in person.window.inspector.findChildren(QLabel) if label.text().startswith("Select a record")
    ]
    assert hint.isVisible()


def test_it_stays_when_a_search_hides_its_record(person: Person) -> None:
    person.select("item", "Training Day")
    person.search("item", "premium")
    assert shown(person) == "Training Day"


def test_it_can_be_hidden_and_shown_by_the_menu(person: Person) -> None:
    inspector = person.window.inspector
    action = person.window.commands["inspector"]
    assert inspector.isVisible()
    action.trigger()
    assert not inspector.isVisible()
    action.trigger()
    assert inspector.isVisible()
    assert inspector.objectName() == "inspector"
    assert inspector.accessibleName() == "Inspector"


def test_a_record_opened_from_the_linked_list_is_shown(person: Person) -> None:
    person.select("item", "Basic Package")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    person.settle()
    person.select(person.linked(), "Ben Ortiz")
    assert shown(person) == "Basic Package"
    person.press("Return", person.linked())
    person.settle()
    assert shown(person) == "Ben Ortiz"


def test_after_a_drag_it_shows_the_row_that_was_pressed(person: Person) -> None:
    person.select("customer", "Ann Lee", "Eve Stone")
    assert shown(person) == "Eve Stone"
    during = []
    person.drag("customer").carry(lambda _drag: during.append(shown(person)))
    # What is linked to the one that is shown may be where the drag ends.
    assert during == ["Eve Stone"]
    assert shown(person) == "Ann Lee"
    assert person.selected("customer") == ["Ann Lee", "Eve Stone"]


def test_making_a_page_opens_no_other_window(person: Person) -> None:
    assert person.window.isActiveWindow()
    for kind in KINDS:
        assert person.window.inspector.pages[kind]
        person.settle()
        assert person.window.isActiveWindow()
