"""The list of linked records with the data of each link: what is shown, and editing it in place."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from itemlink_gui.gui import values
from itemlink_gui.gui.field_editor import ChoiceEditor, DayEditor, NumberEditor, YesNoEditor
from itemlink_gui.gui.tables.linked import LinkedTable
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import link_data, link_fields
from itemlink_gui.store import link_rows
from tests.gui.conftest import watch_model
from tests.gui.helpers import Person, retype
from tests.support import ask

JANUARY = "1/2/2026"
TODAY = date.today()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def shown(person: Person) -> dict[str, list[str]]:
    """The columns of the list of linked records that are seen, in their order, with what stands in them."""
    view = person.linked()
    header, model = view.columns, view.table
    order = (header.logicalIndex(place) for place in range(header.count()))
    return {
        model.columns[section].key: [str(model.index(row, section).data() or "") for row in range(model.rowCount())]
        for section in order
        if not header.isSectionHidden(section)
    }


def open_list(person: Person, kind: str = "item", name: str = "Basic Package") -> LinkedTable:
    """Show the list of a record; Basic Package has Ann, Ben and Cléo."""
    person.select(kind, name)  # type: ignore[arg-type]
    page = person.window.inspector.page()
    assert page is not None
    page.tabs.setCurrentWidget(page.linked)
    person.settle()
    table = page.linked.table
    assert isinstance(table, LinkedTable)
    return table


def edit(person: Person, name: str, key: str) -> QWidget:
    """Begin to edit a cell of the list."""
    view = person.linked()
    section = [column.key for column in view.table.columns].index(key)
    view.columns.setSectionHidden(section, False)
    person.select(view, name)
    view.setCurrentIndex(view.model().index(person.row(view, name), section))
    person.press("F2", view)
    (editor,) = (one for one in view.viewport().findChildren(QWidget, "cellEdit") if one.isVisible())
    return editor


def stored(person: Person, customer: int = 1) -> dict[str, str]:
    return dict(ask(person.engine, lambda: link_rows.common([1], [customer])).values)


def test_columns_are_there_as_soon_as_there_is_something_in_them(person: Person) -> None:
    watch_model(open_list(person))
    assert not {"quantity", "starts_on", "ends_on", "note"} & shown(person).keys()
    person.do(link_data.set_details([1], [2], quantity=1_200))
    assert list(shown(person))[:3] == ["name", "username", "quantity"]
    assert shown(person)["quantity"] == ["1", "1200", "1"]
    person.do(link_data.set_details([1], [1, 2], note="By the\ndoor", starts_on="2026-01-02"))
    assert shown(person)["note"] == ["By the door", "By the door", ""]
    assert shown(person)["starts_on"] == [JANUARY, JANUARY, ""]
    # Once there they stay: columns that come and go with each record would make the list restless.
    person.select("item", "Extended Support")
    assert shown(person)["quantity"] == ["1"]


def test_what_the_user_chose_counts(person: Person) -> None:
    open_list(person)
    menu = person.linked().columns.menu(person.window)
    (action,) = (one for one in menu.actions() if one.text() == "Note")
    assert not action.isChecked()
    action.trigger()
    assert shown(person)["note"] == ["", "", ""]
    menu = person.linked().columns.menu(person.window)
    next(one for one in menu.actions() if one.text() == "Note").trigger()
    person.do(link_data.set_details([1], [1], note="x"))
    assert "note" not in shown(person)


def test_numbers_stand_at_the_right_and_more_than_one_stands_out(person: Person) -> None:
    table = open_list(person)
    person.do(link_data.set_details([1], [2], quantity=2))
    column = [column.key for column in table.columns].index("quantity")
    right = Qt.AlignmentFlag.AlignRight
    assert table.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert table.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) & right
    assert [bool(table.index(row, column).data(Role.MUTED)) for row in range(3)] == [True, False, True]


def test_a_link_that_is_over_is_muted_and_says_when_it_ended(person: Person) -> None:
    table = open_list(person)
    for customer, day in ((1, YESTERDAY), (2, TODAY), (3, TOMORROW)):
        person.do(link_data.set_details([1], [customer], ends_on=day.isoformat()))
    said = [values.day(day.isoformat()) for day in (YESTERDAY, TODAY, TOMORROW)]
    assert shown(person)["ends_on"] == [f"ended {said[0]}", said[1], said[2]]
    assert [bool(table.index(row, 0).data(Role.MUTED)) for row in range(3)] == [True, False, False]


def test_each_record_has_the_data_of_its_own_links(person: Person) -> None:
    person.do(link_data.set_details([1], [1], quantity=2))
    person.do(link_data.set_details([2], [1], quantity=7))
    open_list(person)
    assert shown(person)["quantity"] == ["2", "1", "1"]
    person.select("item", "Extended Support")
    assert shown(person)["quantity"] == ["7"]
    open_list(person, "customer", "Ann Lee")
    assert shown(person)["quantity"] == ["2", "7"]


def test_own_fields_are_columns_at_once(person: Person) -> None:
    watch_model(open_list(person))
    for name, kind in (("Badge", "text"), ("Seat", "number"), ("Paid on", "day"), ("Came", "yesno")):
        person.do(link_fields.add(name, kind))
    data = {"own_1": "A7", "own_2": "12", "own_3": "2026-01-02", "own_4": "1"}
    person.do(link_data.set_details([1], [1], **data))
    found = shown(person)
    assert [found[key] for key in data] == [["A7", "", ""], ["12", "", ""], [JANUARY, "", ""], ["Yes", "", ""]]
    person.do(link_fields.rename(1, "Tag"))
    person.do(link_fields.reorder([2, 1, 3, 4]))
    view = person.linked()
    heads = [view.model().headerData(column, Qt.Orientation.Horizontal) for column in range(view.model().columnCount())]
    assert heads[-4:] == ["Seat", "Tag", "Paid on", "Came"]
    person.do(link_fields.delete(2))
    assert "own_2" not in shown(person)
    assert shown(person)["own_1"] == ["A7", "", ""]
    person.trigger("undo")
    assert shown(person)["own_2"] == ["12", "", ""]
    assert person.selected("item") == ["Basic Package"]


def test_the_list_sorts_by_the_data_of_links(person: Person) -> None:
    table = open_list(person)
    person.do(link_data.set_details([1], [2], quantity=2))
    person.linked().columns.setSortIndicator(
        [column.key for column in table.columns].index("quantity"), Qt.SortOrder.DescendingOrder
    )
    person.settle()
    assert person.names(person.linked())[0] == "Ben Ortiz"


def test_a_quantity_is_edited_in_place(person: Person) -> None:
    open_list(person)
    editor = edit(person, "Ann Lee", "quantity")
    assert isinstance(editor, NumberEditor)
    assert editor.text() == "1"
    retype(editor, "3")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert stored(person)["quantity"] == "3"
    assert person.message == "Quantity of Ann Lee in Basic Package set to 3"
    assert shown(person)["quantity"][0] == "3"
    person.trigger("undo")
    assert stored(person)["quantity"] == "1"


def test_what_cannot_be_is_refused_in_place_and_stays_as_typed(person: Person) -> None:
    open_list(person)
    for key, text in (
        ("quantity", "0"),
        ("quantity", "-1"),
        ("quantity", "two"),
        ("quantity", ""),
        ("ends_on", "31 02"),
    ):
        editor = edit(person, "Ann Lee", key)
        assert isinstance(editor, QLineEdit)
        retype(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        person.settle()
        assert (bool(editor.property("invalid")), editor.text()) == (True, text)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        person.settle()
    assert stored(person) == {"quantity": "1", "starts_on": "", "ends_on": "", "note": ""}


def test_an_end_before_the_start_is_refused_in_place(person: Person) -> None:
    person.do(link_data.set_details([1], [1], starts_on="2026-02-01"))
    open_list(person)
    editor = edit(person, "Ann Lee", "ends_on")
    assert isinstance(editor, DayEditor)
    retype(editor, "2026-01-31")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert editor.accessibleDescription() == "The end may not lie before the start."
    retype(editor, "2026-02-28")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert stored(person)["ends_on"] == "2026-02-28"


def test_own_fields_are_edited_by_their_type(person: Person) -> None:
    person.do(link_fields.add("Came", "yesno"))
    person.do(link_fields.add("Size", "choice", ["S", "M"]))
    open_list(person)
    answer = edit(person, "Ann Lee", "own_1")
    assert isinstance(answer, YesNoEditor)
    answer.click()
    person.settle()
    assert stored(person)["own_1"] == "1"
    choice = edit(person, "Ann Lee", "own_2")
    assert isinstance(choice, ChoiceEditor)
    assert [choice.itemText(row) for row in range(choice.count())] == ["", "S", "M"]
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Return)
    person.settle()
    assert stored(person)["own_2"] == "M"


def test_a_value_that_is_no_longer_offered_stays_until_it_is_changed(person: Person) -> None:
    person.do(link_fields.add("Size", "choice", ["S", "M"]))
    person.do(link_data.set_details([1], [1], own_1="S"))
    person.do(link_fields.set_choices(1, ["M"]))
    open_list(person)
    assert shown(person)["own_1"][0] == "S"
    editor = edit(person, "Ann Lee", "own_1")
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "S"
    editor.setCurrentIndex(editor.findData("M"))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert stored(person)["own_1"] == "M"


def test_a_change_made_meanwhile_is_asked_about(person: Person) -> None:
    open_list(person)
    editor = edit(person, "Ann Lee", "quantity")
    person.do(link_data.set_details([1], [1], quantity=5))
    person.prompts.will("choose", "theirs")
    assert isinstance(editor, QLineEdit)
    retype(editor, "2")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert stored(person)["quantity"] == "5"


def test_a_note_is_edited_with_the_other_details(person: Person) -> None:
    person.do(link_data.set_details([1], [1], note="By the door"))
    open_list(person)
    view = person.linked()
    person.select(view, "Ann Lee")
    section = [column.key for column in view.table.columns].index("note")
    view.setCurrentIndex(view.model().index(0, section))
    person.press("F2", view)
    person.settle()
    dialog = person.find(QDialog, "details")
    assert dialog.isVisible()
    dialog.reject()
