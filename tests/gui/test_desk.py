"""What the commands work on: where the keyboard was last, and what is selected there."""

from __future__ import annotations

from itemlink_gui.base.changes import KINDS
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables.view import IdTableView
from tests.gui.helpers import Person


def desk(person: Person) -> Desk:
    return person.window.desk


def test_it_knows_every_table(person: Person) -> None:
    met: list[IdTableView] = []
    desk(person).with_each_view(met.append)
    for kind in KINDS:
        assert person.window.inspector.pages[kind]
    views = desk(person).views()
    linked = ["linkedTable"] * 4
    assert [view.objectName() for view in views] == ["itemsTable", "customersTable", "companiesTable", *linked]
    assert [view.table.kind for view in views[3:]] == ["customer", "item", "company", "customer"]
    assert met == views
    assert all(view.actions() for view in views)


def test_a_page_of_the_inspector_is_made_when_it_is_needed(person: Person) -> None:
    assert "customer" not in person.window.inspector.pages
    person.select("customer", "Ann Lee")
    assert "customer" in person.window.inspector.pages
    assert "company" not in person.window.inspector.pages


def test_rows_that_come_later_are_as_small_as_the_others(person: Person) -> None:
    person.window.settings.set("rows", "compact")
    person.window.files.preferences_changed.emit()
    person.select("customer", "Ann Lee")
    heights = {view.verticalHeader().defaultSectionSize() for view in desk(person).views()}
    assert len(heights) == 1


def test_what_is_behind_is_not_what_an_action_is_about(person: Person) -> None:
    assert desk(person).shown().keys() == {"item", "customer"}
    person.select("item", "Basic Package")
    assert desk(person).partner() == "customer"
    person.trigger("go_companies")
    assert desk(person).shown().keys() == {"company", "customer"}
    assert desk(person).subject() == ("company", [])
    person.select("customer", "Ann Lee")
    assert desk(person).partner() == "company"
    person.trigger("go_items")
    assert desk(person).subject() == ("item", [1])


def test_it_follows_the_keyboard(person: Person) -> None:
    moved: list[str] = []
    desk(person).moved.connect(lambda: moved.append(desk(person).view.objectName()))
    for kind in ("customer", "item"):
        person.view(kind).setFocus()  # type: ignore[arg-type]
        assert desk(person).kind == kind
    assert moved[-2:] == ["customersTable", "itemsTable"]
    # A box or a button elsewhere changes nothing.
    person.search("customer", "ann")
    assert desk(person).kind == "item"


def test_the_subject_is_what_is_selected_or_whose_list_it_is(person: Person) -> None:
    assert desk(person).subject() == ("item", [])
    person.select("item", "Basic Package", "Training Day")
    assert desk(person).subject() == ("item", [1, 4])
    person.select("customer", "Ann Lee")
    assert desk(person).subject() == ("customer", [1])
    assert desk(person).selected("item") == [1, 4]
    person.window.inspector.pages["customer"].tabs.setCurrentIndex(1)
    person.settle()
    person.select(person.linked(), "Extended Support")
    assert desk(person).subject() == ("customer", [1])


def test_words_for_records(person: Person) -> None:
    words = desk(person).words
    assert words("item", [1]) == "Basic Package"
    assert words("customer", [4]) == "dora"
    assert words("item", [1, 2]) == "2 items"
    assert words("customer", []) == "0 customers"
    # A row that was never looked at has no name here.
    assert words("customer", [999]) == "1 customer"


def test_words_for_a_record_that_a_search_hides(person: Person) -> None:
    person.select("item", "Training Day")
    person.search("item", "premium")
    assert desk(person).words("item", [4]) == "Training Day"
