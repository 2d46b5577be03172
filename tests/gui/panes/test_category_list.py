"""Categories in the window: a click narrows, a drop sorts, names are typed in place, and all of it can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QRadioButton

from itemlink_gui.gui.panes.category_list import CategoryList
from itemlink_gui.ops import categories, items
from itemlink_gui.store import categories as questions
from tests.gui.helpers import HOSTILE, Person, retype
from tests.support import ask

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sorted_items(person: Person) -> Person:
    """Basic Package (1) and Extended Support (2) are in Support, Training Day (4) is in Arts."""
    person.do(categories.create("Support", item_ids=[1, 2]))
    person.do(categories.create("Arts", item_ids=[4]))
    return person


def shown(person: Person) -> CategoryList:
    return person.window.categories


def rows(person: Person) -> list[str]:
    """What the list says, with the counts."""
    model = shown(person).rows
    return [str(model.index(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]


def stored(person: Person) -> dict[str, int]:
    return {row.name: row.count for row in ask(person.engine, questions.listed)}


def place(person: Person, name: str) -> QPoint:
    model = shown(person).rows
    names = [str(model.index(n).data()) for n in range(model.rowCount())]
    return shown(person).visualRect(model.index(names.index(name))).center()


def click(person: Person, name: str) -> None:
    QTest.mouseClick(shown(person).viewport(), LEFT, NONE, place(person, name))
    person.settle()


def name_editor(person: Person) -> QLineEdit:
    (editor,) = shown(person).viewport().findChildren(QLineEdit, "categoryName")
    return editor


def carry(person: Person, data: QMimeData, name: str, *, drop: bool) -> bool:
    """Carry data over a category as a drag does; return whether they are welcome there."""
    view, at = shown(person), place(person, name)
    copy = Qt.DropAction.CopyAction
    view.dragEnterEvent(QDragEnterEvent(at, copy, data, LEFT, NONE))
    move = QDragMoveEvent(at, copy, data, LEFT, NONE)
    view.dragMoveEvent(move)
    if not drop:
        return move.isAccepted()
    event = QDropEvent(QPointF(at), copy, data, LEFT, NONE)
    view.dropEvent(event)
    person.window.session.end()
    person.settle()
    return event.isAccepted()


def held(person: Person, *ids: int) -> QMimeData:
    """Begin to drag items."""
    person.window.session.begin("item", ids)
    person.settle()
    return person.view("item").table.pack(ids)


def test_without_categories_there_is_no_list(person: Person) -> None:
    assert not shown(person).isVisible()
    person.do(categories.create("Support"))
    assert shown(person).isVisible()
    person.trigger("undo")
    assert not shown(person).isVisible()


def test_it_lists_the_categories_with_their_counts(sorted_items: Person) -> None:
    person = sorted_items
    assert rows(person) == ["All, 4 items", "Arts, 1 item", "Support, 2 items", "No category, 1 item", "New category"]
    person.do(items.delete([1]))
    assert rows(person)[2] == "Support, 1 item"
    person.do(categories.rename(1, "Zoo"))
    assert rows(person)[1:3] == ["Arts, 1 item", "Zoo, 1 item"]


def test_a_click_narrows_and_all_widens(sorted_items: Person) -> None:
    person = sorted_items
    click(person, "Support")
    assert person.names("item") == ["Basic Package", "Extended Support"]
    click(person, "No category")
    assert person.names("item") == ["Premium Subscription"]
    person.search("item", "nothing like it")
    person.window.panes["item"].show_all()
    person.settle()
    assert len(person.names("item")) == 4
    assert shown(person).currentIndex().row() == 0


def test_a_category_that_goes_widens(sorted_items: Person) -> None:
    person = sorted_items
    click(person, "Arts")
    person.do(categories.delete(2))
    person.settle()
    assert len(person.names("item")) == 4
    person.trigger("undo")
    assert rows(person)[1] == "Arts, 1 item"


def test_a_drop_puts_items_into_a_category(sorted_items: Person) -> None:
    person = sorted_items
    data = held(person, 1, 3, 4)
    assert carry(person, data, "Support", drop=False)
    assert shown(person).badge(2) == "+2 · 1 already"
    assert person.selection_line == "Support: +2 · 1 already"
    assert carry(person, data, "Support", drop=True)
    assert stored(person) == {"Arts": 0, "Support": 4, "": 0}
    assert person.message == "2 items put into the category “Support”"
    assert person.selection_line == ""
    person.trigger("undo")
    assert stored(person) == {"Arts": 1, "Support": 2, "": 1}


def test_a_drop_on_no_category_takes_them_out(sorted_items: Person) -> None:
    person = sorted_items
    assert carry(person, held(person, 1), "No category", drop=True)
    assert stored(person) == {"Arts": 1, "Support": 1, "": 2}
    assert person.message == "Basic Package taken out of the category"


def test_what_means_nothing_is_not_welcome(sorted_items: Person) -> None:
    person = sorted_items
    before = stored(person)
    assert not carry(person, held(person, 1, 2), "Support", drop=False)
    assert shown(person).badge(2) == "already there"
    assert not carry(person, held(person, 1), "All", drop=True)
    person.window.session.begin("customer", [1])
    person.settle()
    assert not carry(person, person.view("customer").table.pack([1]), "Arts", drop=True)
    foreign = QMimeData()
    foreign.setText("1")
    assert not carry(person, foreign, "Arts", drop=True)
    shown(person).dragLeaveEvent(QDragLeaveEvent())
    assert stored(person) == before


def test_a_drop_on_new_asks_for_the_name_in_place(sorted_items: Person) -> None:
    person = sorted_items
    assert carry(person, held(person, 3, 4), "New category", drop=True)
    editor = name_editor(person)
    retype(editor, " sÚPPORT ")
    person.press("Return", editor)
    person.settle()
    assert editor.property("invalid") is True
    assert editor.accessibleDescription() == "There is a category “Support” already."
    assert editor.text() == " sÚPPORT "
    retype(editor, "Courses")
    assert editor.property("invalid") is False
    person.press("Return", editor)
    person.settle()
    assert stored(person) == {"Arts": 0, "Courses": 2, "Support": 2, "": 0}
    assert person.message == "Category “Courses” created with 2 items"
    person.trigger("undo")
    assert stored(person) == {"Arts": 1, "Support": 2, "": 1}


def test_esc_and_an_empty_name_make_nothing(sorted_items: Person) -> None:
    person = sorted_items
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        click(person, "New category")
        editor = name_editor(person)
        retype(editor, "  " if key == Qt.Key.Key_Return else "x")
        QTest.keyClick(editor, key)
        person.settle()
        assert not shown(person).naming
        assert set(stored(person)) == {"Arts", "Support", ""}
        assert shown(person).currentIndex().row() == 0


def test_news_while_a_name_is_typed_wait(sorted_items: Person) -> None:
    person = sorted_items
    click(person, "New category")
    retype(name_editor(person), "Half a na")
    person.do(categories.create("Other"))
    assert name_editor(person).text() == "Half a na"
    QTest.keyClick(name_editor(person), Qt.Key.Key_Escape)
    person.qtbot.waitUntil(lambda: "Other, 0 items" in rows(person))


def test_f2_renames_in_place(sorted_items: Person) -> None:
    person = sorted_items
    click(person, "Arts")
    person.press("F2", shown(person))
    editor = name_editor(person)
    assert editor.text() == "Arts"
    retype(editor, HOSTILE)
    person.press("Return", editor)
    person.settle()
    assert HOSTILE in stored(person)
    assert person.names("item") == ["Training Day"]


def menu_of(person: Person, name: str) -> QMenu:
    shown(person).customContextMenuRequested.emit(place(person, name))
    (menu,) = [m for m in shown(person).findChildren(QMenu, "categoryMenu") if m.isVisible()]
    return menu


def test_the_menu_colours(sorted_items: Person) -> None:
    person = sorted_items
    menu = menu_of(person, "Arts")
    colours = next(action.menu() for action in menu.actions() if action.menu())
    assert isinstance(colours, QMenu)
    assert [action.text() for action in colours.actions() if action.isChecked()] == ["Orange"]
    next(action for action in colours.actions() if action.text() == "Pink").trigger()
    menu.close()
    person.settle()
    assert ask(person.engine, questions.listed)[0].colour == categories.COLOURS[-1]


def delete_dialog(person: Person) -> QDialog:
    (dialog,) = [d for d in person.window.findChildren(QDialog, "deleteCategory") if d.isVisible()]
    return dialog


@pytest.mark.parametrize(
    ("fate", "left", "message"),
    [
        ("none", {"Arts": 1, "": 3}, "Category “Support” deleted; 2 items without category now"),
        ("move", {"Arts": 3, "": 1}, "Category “Support” deleted; 2 items put into “Arts”"),
        ("delete", {"Arts": 1, "": 1}, "Category “Support” deleted with 2 items"),
    ],
)
def test_deleting_asks_what_becomes_of_the_items(
    sorted_items: Person, fate: str, left: dict[str, int], message: str
) -> None:
    person = sorted_items
    click(person, "Support")
    person.press("Del", shown(person))
    dialog = delete_dialog(person)
    button = dialog.findChild(QRadioButton, f"fate_{fate}")
    assert isinstance(button, QRadioButton)
    button.setChecked(True)
    dialog.accept()
    person.settle()
    assert stored(person) == left
    assert person.message == message
    person.trigger("undo")
    assert stored(person) == {"Arts": 1, "Support": 2, "": 1}


def test_an_empty_category_is_deleted_without_a_question(sorted_items: Person) -> None:
    person = sorted_items
    person.do(categories.create("Empty"))
    click(person, "Empty")
    person.press("Del", shown(person))
    person.settle()
    assert "Empty" not in stored(person)


def set_category(person: Person, pick: Callable[[list[str]], str]) -> None:
    """Choose from the menu *Set category*."""
    menu = person.action("set_category").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    name = pick([action.text() for action in menu.actions() if not action.isSeparator()])
    next(action for action in menu.actions() if action.text() == name).trigger()
    person.settle()


def test_the_menu_sets_the_category_of_the_selected(sorted_items: Person) -> None:
    person = sorted_items
    offered: list[str] = []

    def pick(names: list[str]) -> str:
        offered.extend(names)
        return "Arts"

    person.select("item", "Basic Package", "Premium Subscription")
    set_category(person, pick)
    assert offered == ["Arts", "Support", "No category", "New category…"]
    assert stored(person) == {"Arts": 3, "Support": 1, "": 0}
    set_category(person, lambda _names: "Arts")
    assert person.message == "Nothing to change: they are in this category already"
    set_category(person, lambda _names: "New category…")
    retype(name_editor(person), "Both")
    person.press("Return", name_editor(person))
    person.settle()
    assert stored(person) == {"Arts": 1, "Both": 2, "Support": 1, "": 0}


def test_the_form_sets_the_category(sorted_items: Person) -> None:
    person = sorted_items
    person.select("item", "Premium Subscription")
    choice = person.window.inspector.findChild(QComboBox, "field_category")
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "No category"
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_End)
    person.settle()
    assert stored(person)["Support"] == 3
    person.trigger("undo")
    assert choice.currentText() == "No category"
    person.select("item", "Training Day")
    assert choice.currentText() == "Arts"


def test_a_new_item_belongs_to_the_category_that_is_listed(sorted_items: Person) -> None:
    person = sorted_items
    click(person, "Arts")
    person.trigger("new_item")
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "newRecord" and w.isVisible())
    assert isinstance(dialog, QDialog)
    name = dialog.findChild(QLineEdit, "field_name")
    assert isinstance(name, QLineEdit)
    retype(name, "Pottery")
    dialog.accept()
    person.settle()
    assert person.names("item") == ["Pottery", "Training Day"]
