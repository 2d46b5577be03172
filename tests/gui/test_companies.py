"""Companies through the window: made, dragged, assigned by the palette, listed in the inspector, deleted, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from itemlink_gui.gui.dialogs.assign import AssignPalette
from itemlink_gui.gui.dialogs.new_record import NewRecord
from itemlink_gui.ops import companies
from tests.gui.dragging import Drag
from tests.gui.helpers import Person, retype
from tests.support import assert_sound, snapshot


@pytest.fixture
def office(person: Person) -> Person:
    """Acme (1) has Ann and Ben, Birch (2) nobody; companies are in front."""
    person.do(companies.create(name="Acme", customer_ids=[1, 2]))
    person.do(companies.create(name="Birch"))
    person.trigger("go_companies")
    return person


def members(person: Person) -> set[tuple[int, int]]:
    return {(company, customer) for customer, company in snapshot(person.engine.path)["customer_company"]}


def test_the_first_company_is_made_from_the_empty_page(person: Person) -> None:
    person.trigger("go_companies")
    page = person.window.panes["company"].empty
    assert page.isVisible()
    assert "No companies yet" in [label.text() for label in page.findChildren(QLabel)]
    page.add_requested.emit()
    dialog = person.window.findChild(NewRecord)
    assert dialog is not None
    assert dialog.windowTitle() == "New company"
    retype(dialog.findChild(QLineEdit, "field_name"), "Acme")
    dialog.accept()
    person.settle()
    assert person.selected("company") == ["Acme"]
    assert person.message == "Company Acme created"


def test_a_new_company_comes_to_the_front(person: Person) -> None:
    person.trigger("new_company")
    dialog = person.window.findChild(NewRecord)
    assert dialog is not None
    retype(dialog.findChild(QLineEdit, "field_name"), "Acme")
    dialog.accept()
    person.settle()
    assert person.view("company").isVisible()
    assert person.selected("company") == ["Acme"]


def test_customers_onto_a_company(office: Person) -> None:
    seen: list[tuple[bool, str]] = []

    def act(held: Drag) -> None:
        view = office.view("company")
        seen.append((held.over(view, 0), office.find(QLabel, "selectionText").text()))
        assert held.drop(view, 0)

    office.drag("customer", "Ann Lee", "dora", "John Doe").carry(act)
    assert seen == [(True, "Add 2 customers to Acme (1 already linked)")]
    assert members(office) == {(1, 1), (1, 2), (1, 4), (1, 6)}
    assert office.message == "Added 2 customers to Acme (1 already was)"
    office.press("Ctrl+Z", office.window)
    office.settle()
    assert members(office) == {(1, 1), (1, 2)}
    assert office.message == "Undone: Add 2 customers to Acme"
    assert_sound(office.engine)


def test_a_company_onto_a_customer(office: Person) -> None:
    view, seen = office.view("customer"), list[bool]()

    def act(held: Drag) -> None:
        seen.append(held.over(view, office.row("customer", "Ann Lee")))
        assert held.drop(view, office.row("customer", "dora"))

    office.drag("company", "Acme").carry(act)
    assert seen == [False]
    assert (1, 4) in members(office)
    assert office.message == "Company Acme added to customer dora"
    assert office.view("customer").table.index(office.row("customer", "dora"), 4).data() == "Acme"


def test_a_company_means_nothing_to_items(office: Person) -> None:
    office.select("customer", "Ann Lee")
    page = office.window.inspector.pages["customer"]
    page.tabs.setCurrentWidget(page.lists["item"])
    office.settle()
    office.drag("company", "Birch").carry(lambda held: [held.over(page.linked.view, row) for row in (0, -1)])
    before = snapshot(office.engine.path)
    refused: list[bool] = []
    office.drag("company", "Birch").carry(lambda held: refused.append(held.drop(page.linked.view, 0)))
    assert refused == [False]
    assert snapshot(office.engine.path) == before


def test_the_inspector_of_a_customer_lists_companies(office: Person) -> None:
    office.select("company", "Birch")
    office.select("customer", "Ann Lee")
    page = office.window.inspector.pages["customer"]
    texts = [page.tabs.tabText(tab) for tab in range(page.tabs.count())]
    assert texts[:3] == ["Details", "Items (2)", "Companies (1)"]
    linked = page.lists["company"]
    page.tabs.setCurrentWidget(linked)
    office.settle()
    assert office.names(linked.view) == ["Acme"]
    # Dropped in, dragged out.
    Drag(office, office.view("company")).carry(lambda held: held.drop(linked.view, -1))
    assert members(office) == {(1, 1), (1, 2), (2, 1)}
    assert page.tabs.tabText(2) == "Companies (2)"
    office.drag(linked.view, "Acme").carry(lambda held: held.drop(office.view("company"), -1))
    assert members(office) == {(1, 2), (2, 1)}
    assert office.message == "Company Acme removed from customer Ann Lee"
    office.select(linked.view, "Birch")
    linked.findChild(QPushButton, "linkedRemove").click()
    office.settle()
    assert members(office) == {(1, 2)}
    nothing = linked.findChild(QLabel, "linkedNothing")
    assert nothing.text() == "Ann Lee has no companies yet. Drag some here, or add them."


def test_the_inspector_of_a_company(office: Person) -> None:
    office.select("company", "Acme")
    page = office.window.inspector.pages["company"]
    assert office.window.inspector.shown_name == "Acme"
    assert [page.tabs.tabText(tab) for tab in range(3)] == ["Details", "Customers (2)", "History"]
    page.tabs.setCurrentWidget(page.linked)
    office.settle()
    assert office.names(page.linked.view) == ["Ann Lee", "Ben Ortiz"]
    page.tabs.setCurrentWidget(page.history)
    office.settle()
    steps = [page.history.table.index(row, 1).data() for row in range(page.history.table.rowCount())]
    assert steps == ["Company Acme created with 2 customers"]
    page.tabs.setCurrentIndex(0)
    editor = page.form.rows["name"].editor
    assert isinstance(editor, QLineEdit)
    retype(editor, "Acme Works")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    office.settle()
    assert office.names("company") == ["Acme Works", "Birch"]
    assert office.message == "Company Acme changed: Name from “Acme” to “Acme Works”"
    assert office.view("customer").table.index(office.row("customer", "Ann Lee"), 4).data() == "Acme Works"


def palette(person: Person) -> AssignPalette:
    person.settle()
    found = person.window.findChild(AssignPalette)
    assert found is not None
    return found


def test_the_palette_offers_what_is_in_front(office: Person) -> None:
    office.select("customer", "Ann Lee", "dora")
    office.press("Ctrl+L", office.view("customer"))
    offered = palette(office)
    assert [match.name for match in offered.table.rows] == ["Acme", "Birch"]
    assert [match.linked for match in offered.table.rows] == [1, 0]
    offered.toggle(1)
    office.settle()
    assert members(office) >= {(2, 1), (2, 4)}
    offered.close()
    office.trigger("go_items")
    office.select("customer", "dora")
    office.trigger("assign")
    assert len(palette(office).table.rows) == 4


def test_the_palette_of_companies_is_there_also_beside_items(office: Person) -> None:
    office.trigger("go_items")
    office.trigger("assign_companies")
    assert office.message == "Select customers first."
    office.select("customer", "dora")
    office.trigger("assign_companies")
    offered = palette(office)
    retype(offered.search, "Cedar")
    QTest.keyClick(offered.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    dialog = office.window.findChild(NewRecord)
    assert dialog is not None
    dialog.accept()
    office.settle()
    assert members(office) == {(1, 1), (1, 2), (3, 4)}


def test_a_company_is_assigned_customers(office: Person) -> None:
    office.select("company", "Birch")
    office.press("Ctrl+L", office.view("company"))
    offered = palette(office)
    assert len(offered.table.rows) == 6
    offered.toggle(0)
    office.settle()
    assert members(office) == {(1, 1), (1, 2), (2, 1)}
    assert office.message == "Customer Ann Lee added to company Birch"


def test_menu_and_clipboard(office: Person) -> None:
    assert office.action("link").text() == "Add the sele&cted customers to the selected companies"
    office.trigger("link")
    assert office.message == "Select companies on one side and customers on the other first."
    office.select("company", "Birch")
    office.select("customer", "dora")
    office.trigger("link")
    assert (2, 4) in members(office)
    office.trigger("unassign")
    assert (2, 4) not in members(office)
    assert office.message == "Customer dora removed from company Birch"
    office.trigger("copy")
    office.select("company", "Acme")
    office.trigger("paste")
    assert (1, 4) in members(office)
    office.trigger("copy")
    office.trigger("go_items")
    office.select("item", "Training Day")
    office.trigger("paste")
    assert "Nothing to paste here" in office.message
    office.trigger("go_companies")
    assert QApplication.clipboard().text().startswith("Acme")


def test_replace_and_clear(office: Person) -> None:
    office.select("customer", "Ann Lee")
    office.select("company", "Birch")
    office.select("customer", "Ann Lee")
    office.prompts.will("ask", True, True)
    office.trigger("replace")
    assert members(office) == {(1, 2), (2, 1)}
    assert "Replace all companies of Ann Lee by 1 company?" in office.prompts.calls[-1][2]
    office.trigger("clear_links")
    assert members(office) == {(1, 2)}
    assert office.prompts.calls[-1][2] == "Remove Ann Lee from all companies? That is 1 link."
    assert office.message == "Removed Ann Lee from 1 company"


def test_deleting_shows_what_goes_with_it_and_is_undone(office: Person) -> None:
    before = snapshot(office.engine.path)
    office.select("company", "Acme")
    office.prompts.will("ask", False, True)
    office.trigger("delete")
    assert office.prompts.calls[-1][2] == "Delete Acme? 2 links will go with it."
    assert snapshot(office.engine.path) == before
    office.trigger("delete")
    assert office.names("company") == ["Birch"]
    assert members(office) == set()
    office.trigger("undo")
    assert snapshot(office.engine.path) == before
    office.select("company", "Birch")
    office.trigger("duplicate")
    assert office.selected("company") == ["Birch (copy)"]


def test_a_customer_in_a_company_tells_of_it_when_deleted(office: Person) -> None:
    office.select("customer", "Ben Ortiz")
    office.prompts.will("ask", False)
    office.trigger("delete")
    assert office.prompts.calls[-1][2] == "Delete Ben Ortiz? 2 links will go with it."


def test_a_name_is_edited_in_the_table_and_refused(office: Person) -> None:
    editor = office.editor("company", "Birch", "name")
    retype(editor, "x" * 201)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    office.settle()
    assert "At most 200 characters" in editor.accessibleDescription()
    retype(editor, "Birch & Sons")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    office.settle()
    assert office.names("company") == ["Acme", "Birch & Sons"]
