"""Records made, duplicated and deleted; steps taken back and done again, each by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import items, links
from tests.gui.conftest import Open
from tests.gui.dragging import LEFT
from tests.gui.helpers import Person
from tests.support import assert_sound, snapshot, standing

FIRST = {(1, 1), (1, 2), (1, 3), (2, 1)}


def dialog(person: Person) -> QDialog:
    return person.find(QDialog, "newRecord")


def fill_in(person: Person, **values: str) -> None:
    """Type into the dialog, and press Enter."""
    for name, text in values.items():
        editor = dialog(person).findChild(QLineEdit, f"field_{name}") or dialog(person).findChild(
            QPlainTextEdit, f"field_{name}"
        )
        assert editor is not None
        editor.setFocus()
        person.qtbot.keyClicks(editor, text)
    first = dialog(person).findChild(QLineEdit)
    assert first is not None
    person.press("Return", first)
    person.settle()


def test_a_new_item_is_selected_and_can_be_undone(person: Person) -> None:
    before = snapshot(person.engine.path)
    person.trigger("new_item")
    assert dialog(person).windowTitle() == "New item"
    fill_in(person, name="Pottery", description="Clay")
    assert person.message == "Item Pottery created"
    assert person.selected("item") == ["Pottery"]
    assert not person.window.findChildren(QDialog, "newRecord")
    person.trigger("undo")
    assert snapshot(person.engine.path) == before
    person.trigger("redo")
    assert "Pottery" in person.names("item")
    assert_sound(person.engine)


def test_a_new_customer(person: Person) -> None:
    person.trigger("new_customer")
    fill_in(person, username="zoe", email="zoe@example.org")
    assert person.message == "Customer zoe created"
    assert person.selected("customer") == ["zoe"]


def test_a_new_record_shows_although_a_search_hid_it(person: Person) -> None:
    person.search("item", "premium")
    assert person.names("item") == ["Premium Subscription"]
    person.trigger("new_item")
    fill_in(person, name="Pottery")
    assert person.selected("item") == ["Pottery"]
    assert len(person.names("item")) == 5


def test_the_keyboard_is_in_the_first_field(person: Person) -> None:
    person.trigger("new_customer")
    person.until(lambda: dialog(person).focusWidget() is not None)
    assert dialog(person).focusWidget().objectName() == "field_username"
    dialog(person).reject()


def test_duplicate(person: Person) -> None:
    person.select("item", "Basic Package")
    person.trigger("duplicate")
    assert person.message == "Item Basic Package (copy) made as a copy"
    assert person.selected("item") == ["Basic Package (copy)"]
    assert standing(person.engine) == FIRST
    person.select("customer", "Ann Lee")
    person.trigger("duplicate")
    assert person.names("customer").count("Ann Lee") == 2
    assert person.window.inspector.pages["customer"].form.values()["username"] == "ann-2"


def test_delete_without_links_does_not_ask(person: Person) -> None:
    person.select("customer", "John Doe")
    person.press("Delete", person.view("customer"))
    person.settle()
    assert "John Doe" not in person.names("customer")
    assert person.message == "Customer John Doe deleted"
    assert person.prompts.calls == []


@pytest.mark.parametrize(
    ("kind", "names", "asked", "said"),
    [
        (
            "item",
            ["Basic Package"],
            "Delete Basic Package? 3 links will go with it.",
            "Item Basic Package deleted with 3 links",
        ),
        (
            "customer",
            ["Ben Ortiz"],
            "Delete Ben Ortiz? 1 link will go with it.",
            "Customer Ben Ortiz deleted with 1 link",
        ),
        (
            "customer",
            ["Ann Lee", "John Doe"],
            "Delete 2 customers? 2 links will go with them.",
            "2 customers deleted with 2 links",
        ),
    ],
)
def test_delete_tells_what_goes_with_it_and_comes_back_whole(
    person: Person, kind: Kind, names: list[str], asked: str, said: str
) -> None:
    before = snapshot(person.engine.path)
    person.prompts.will("ask", False, True)
    person.select(kind, *names)
    person.trigger("delete")
    assert snapshot(person.engine.path) == before
    assert person.prompts.calls == [("ask", "Delete", asked, "Delete", "Undo brings everything back.")]
    person.trigger("delete")
    assert person.message == said
    assert not set(names) & set(person.names(kind))
    # What nobody chose is not what the next key deletes.
    assert person.selected(kind) == []
    assert person.selection_line == ""
    person.trigger("undo")
    after = snapshot(person.engine.path)
    assert after == before
    assert_sound(person.engine)


def test_what_is_deleted_is_not_selected_any_more(person: Person) -> None:
    person.select("customer", "Eve Stone", "John Doe")
    person.trigger("delete")
    assert person.view("customer").selection.ids() == []
    assert person.selection_line == ""


def test_what_is_deleted_under_a_search_is_not_selected_any_more(person: Person) -> None:
    person.search("customer", "e")
    person.select("customer", "Eve Stone")
    person.trigger("delete")
    assert person.view("customer").selection.ids() == []
    assert person.selection_line == ""


def test_what_another_deletes_while_it_is_hidden_is_not_selected_any_more(person: Person) -> None:
    person.select("item", "Basic Package", "Training Day")
    person.search("item", "premium")
    assert person.selection_line == "2 items selected, 2 hidden"
    person.do(items.delete([4]))
    assert person.view("item").selection.ids() == [1]


def test_edit_goes_to_the_name_where_a_cell_cannot_be_edited(person: Person) -> None:
    view = person.view("item")
    person.select("item", "Training Day")
    section = [column.key for column in view.table.columns].index("count")
    view.setCurrentIndex(view.model().index(person.row("item", "Training Day"), section))
    person.trigger("edit")
    (editor,) = view.viewport().findChildren(QLineEdit, "cellEdit")
    assert editor.text() == "Training Day"
    person.press("Escape", editor)


def test_open_goes_to_the_first_field(person: Person) -> None:
    person.select("customer", "John Doe")
    person.press("Return", person.view("customer"))
    person.settle()
    form = person.window.inspector.pages["customer"].form
    assert form.rows["username"].editor.hasFocus()
    assert form.values()["username"] == "john"


def double_click(person: Person, view: IdTableView, name: str, column: str) -> None:
    section = [one.key for one in view.table.columns].index(column)
    view.setColumnHidden(section, False)
    person.settle()
    at = person.place(view, person.row(view, name), section)
    view.setFocus()
    person.qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    person.qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    person.qtbot.mouseRelease(view.viewport(), LEFT, pos=at)
    person.settle()


def test_a_double_click_opens_the_field_that_was_clicked(person: Person) -> None:
    double_click(person, person.view("customer"), "John Doe", "email")
    form = person.window.inspector.pages["customer"].form
    assert form.rows["email"].editor.hasFocus()
    double_click(person, person.view("customer"), "Eve Stone", "count")
    assert form.rows["username"].editor.hasFocus()
    assert person.window.inspector.shown_name == "Eve Stone"


def test_a_double_click_edits_what_belongs_to_a_link_in_place(person: Person) -> None:
    person.select("item", "Basic Package")
    page = person.window.inspector.pages["item"]
    page.tabs.setCurrentWidget(page.linked)
    person.settle()
    linked = page.linked.view
    double_click(person, linked, "Ben Ortiz", "quantity")
    (editor,) = linked.viewport().findChildren(QLineEdit, "cellEdit")
    assert editor.text() == "1"
    person.press("Escape", editor)
    assert person.window.inspector.shown_name == "Basic Package"
    double_click(person, linked, "Ben Ortiz", "email")
    assert person.window.inspector.shown_name == "Ben Ortiz"
    assert person.window.inspector.pages["customer"].form.rows["email"].editor.hasFocus()
    # The list is out of sight now: what is selected in it is no subject any more.
    person.view("customer").clearSelection()
    person.view("item").clearSelection()
    person.settle()
    person.trigger("details")
    assert person.message == "Select rows in the list of what is linked to a record first."
    before = person.action("undo").text()
    for action in ("unassign", "delete"):
        person.trigger(action)
    assert person.action("undo").text() == before


def test_a_double_click_opens(person: Person) -> None:
    view = person.view("item")
    person.select("item", "Training Day")
    person.qtbot.mouseDClick(view.viewport(), LEFT, pos=person.place(view, 3))
    person.qtbot.mouseRelease(view.viewport(), LEFT, pos=person.place(view, 3))
    person.settle()
    assert person.window.inspector.pages["item"].form.rows["name"].editor.hasFocus()
    assert not view.viewport().findChildren(QLineEdit, "cellEdit")


def test_undo_and_redo_say_what_they_do(person: Person) -> None:
    person.do(links.link([3], [6]))
    assert person.action("undo").text() == "&Undo Assign John Doe to Premium Subscription"
    assert not person.action("redo").isEnabled()
    person.trigger("undo")
    assert person.action("redo").text() == "&Redo Assign John Doe to Premium Subscription"
    assert person.action("undo").text() == "&Undo Assign Ann Lee to Extended Support"
    person.do(items.create(name="R&D <b>"))
    assert person.action("undo").text() == "&Undo Create R&&D <b>"
    assert not person.action("redo").isEnabled()
    assert person.action("redo").text() == "&Redo"
    assert "Create R&amp;D &lt;b&gt; (Ctrl+Z)" in person.action("undo").toolTip()


def test_nothing_to_undo_in_a_fresh_file(open_window: Open, path: Path) -> None:
    person = open_window(path)
    assert not person.action("undo").isEnabled()
    assert not person.action("redo").isEnabled()
    person.press("Ctrl+Z")
    person.settle()
    assert person.message == ""


def test_two_quick_undos_take_two_steps(person: Person) -> None:
    person.do(links.link([3], [6]))
    person.do(links.link([4], [6]))
    person.press("Ctrl+Z", person.view("item"))
    person.press("Ctrl+Z", person.view("item"))
    person.settle()
    assert standing(person.engine) == FIRST
    person.press("Ctrl+Shift+Z", person.view("item"))
    person.press("Ctrl+Shift+Z", person.view("item"))
    person.settle()
    assert standing(person.engine) == FIRST | {(3, 6), (4, 6)}


def test_a_key_held_down_undoes_step_by_step(person: Person) -> None:
    for customer in range(1, 7):
        for item in (3, 4):
            person.engine.run(links.link([item], [customer])).result()
    person.settle()
    refused: list[object] = []
    person.window.bridge.failed.connect(refused.append)
    for number in range(12):
        person.action("undo").trigger()
        # The answers of the step before arrive sooner or later, or not at all yet.
        for _ in range(number * 7 % 40):
            QApplication.processEvents()
    person.settle()
    assert refused == []
    assert standing(person.engine) == FIRST
    assert person.message.startswith("Undone: Assign Ann Lee to ")


def test_undo_after_a_restart(open_window: Open, small: Path) -> None:
    person = open_window(small)
    person.do(links.link([3], [6]))
    person.trigger("undo")
    person.do(links.link([4], [5]))
    person.app.close()
    again = open_window(small)
    assert again.action("undo").text() == "&Undo Assign Eve Stone to Training Day"
    again.trigger("undo")
    again.trigger("undo")
    again.app.close()
    third = open_window(small)
    assert third.action("redo").text() == "&Redo Assign Ann Lee to Extended Support"
    third.trigger("redo")
    assert standing(third.engine) == FIRST


def test_the_message_never_undoes_what_it_does_not_tell(open_window: Open, small: Path) -> None:
    mine, theirs = open_window(small), open_window(small)
    mine.do(links.link([3], [6]))
    theirs.do(links.link([4], [5]))
    mine.until(lambda: "Eve Stone" in mine.action("undo").text())
    assert mine.message == "Customer John Doe added to item Premium Subscription"
    mine.push("messageUndo")
    assert (4, 5) in standing(mine.engine)
    assert mine.message.startswith("Something else was changed in the meantime")
