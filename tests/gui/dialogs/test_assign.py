"""The palette: what is linked stands last, Enter adds and removes, Shift+Enter creates, it stays open meanwhile."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui.dialogs.assign import MOST, AssignPalette
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import customers, links
from tests.gui.conftest import watch_model
from tests.gui.helpers import HOSTILE, Person, delete_later, retype
from tests.support import run, standing

FIRST = {(1, 1), (1, 2), (1, 3), (2, 1)}


def open_palette(person: Person, kind: Kind, *names: str) -> AssignPalette:
    """Select records and open the palette by its keys."""
    person.select(kind, *names)
    person.press("Ctrl+L", person.view(kind))
    person.settle()
    found = person.find(QDialog, "assignPalette")
    assert isinstance(found, AssignPalette)
    return found


def state(palette: AssignPalette) -> list[tuple[str, str | None]]:
    """Each name that is offered, with how it is marked."""
    model = palette.table
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [(index.data(), index.data(Role.DROP_STATE)) for index in rows]


def key(person: Person, palette: AssignPalette, code: Qt.Key, shift: bool = False) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(palette.search, code, keys)
    person.settle()


def test_what_is_linked_stands_last_and_is_marked(person: Person) -> None:
    palette = open_palette(person, "item", "Basic Package")
    watch_model(palette.table)
    assert palette.findChild(QLineEdit, "assignSearch").hasFocus()
    assert state(palette) == [
        ("dora", None), ("Eve Stone", None), ("John Doe", None),
        ("Ann Lee", "all"), ("Ben Ortiz", "all"), ("Cléo Satō", "all"),
    ]  # fmt: skip
    assert palette.table.index(0, 1).data() == "dora@example.org"
    assert palette.table.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ann Lee, linked"


def test_enter_adds_removes_and_stays_open(person: Person) -> None:
    palette = open_palette(person, "item", "Basic Package")
    key(person, palette, Qt.Key.Key_Down)
    key(person, palette, Qt.Key.Key_Return)
    assert standing(person.engine) == FIRST | {(1, 5)}
    assert palette.isVisible()
    assert state(palette)[1] == ("Eve Stone", "all")
    assert palette.view.currentIndex().row() == 1
    assert person.message == "Customer Eve Stone added to item Basic Package"
    key(person, palette, Qt.Key.Key_Return)
    assert standing(person.engine) == FIRST
    assert state(palette)[1] == ("Eve Stone", None)
    assert person.message == "Customer Eve Stone removed from item Basic Package"


def test_typing_finds_and_the_first_match_is_taken(person: Person) -> None:
    palette = open_palette(person, "item", "Premium Subscription")
    QTest.keyClicks(palette.search, "john")
    person.settle()
    assert [name for name, _ in state(palette)] == ["John Doe"]
    key(person, palette, Qt.Key.Key_Return)
    assert standing(person.engine) == FIRST | {(3, 6)}
    retype(palette.search, "nobody")
    person.settle()
    assert state(palette) == []
    for code in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up):
        key(person, palette, code)
    assert standing(person.engine) == FIRST | {(3, 6)}


def test_the_arrows_stay_within_the_list(person: Person) -> None:
    palette = open_palette(person, "customer", "dora")
    key(person, palette, Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == 0
    for _ in range(9):
        key(person, palette, Qt.Key.Key_Down)
    assert palette.view.currentIndex().row() == 3


def test_items_are_offered_to_customers(person: Person) -> None:
    palette = open_palette(person, "customer", "Ann Lee")
    assert state(palette) == [
        ("Premium Subscription", None), ("Training Day", None), ("Basic Package", "all"), ("Extended Support", "all"),
    ]  # fmt: skip
    key(person, palette, Qt.Key.Key_Return)
    assert person.message == "Item Premium Subscription added to customer Ann Lee"


def test_for_several_at_once(person: Person) -> None:
    palette = open_palette(person, "item", "Basic Package", "Extended Support")
    assert dict(state(palette))["Ann Lee"] == "all"
    assert dict(state(palette))["Ben Ortiz"] == "some"
    assert state(palette)[-1][0] == "Ann Lee"
    retype(palette.search, "ben")
    person.settle()
    key(person, palette, Qt.Key.Key_Return)
    assert standing(person.engine) == FIRST | {(2, 2)}
    key(person, palette, Qt.Key.Key_Return)
    assert standing(person.engine) == FIRST - {(1, 2)}


def test_a_click_does_what_enter_does(person: Person) -> None:
    palette = open_palette(person, "item", "Training Day")
    QTest.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=person.place(palette.view, 0))
    person.settle()
    assert standing(person.engine) == FIRST | {(4, 1)}


@pytest.mark.parametrize(
    ("kind", "name", "field", "said"),
    [
        ("item", "Training Day", "username", "Customer zed created with 1 link"),
        ("customer", "dora", "name", "Item zed created with 1 customer"),
    ],
)
def test_shift_enter_creates_and_links(person: Person, kind: Kind, name: str, field: str, said: str) -> None:
    palette = open_palette(person, kind, name)
    QTest.keyClicks(palette.search, "zed")
    key(person, palette, Qt.Key.Key_Return, shift=True)
    (dialog,) = palette.findChildren(QDialog, "newRecord")
    editor = dialog.findChild(QLineEdit, f"field_{field}")
    assert editor.text() == "zed"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert person.message == said
    assert standing(person.engine) == FIRST | {(4, 7) if kind == "item" else (5, 4)}
    assert palette.isVisible()
    assert state(palette)[0] == ("zed", "all")


def test_it_follows_what_others_do(person: Person) -> None:
    palette = open_palette(person, "item", "Training Day")
    person.do(links.link([4], [6]))
    assert state(palette)[-1] == ("John Doe", "all")
    person.do(customers.create(username="aaa"))
    assert "aaa" in dict(state(palette))


def test_not_more_than_can_be_read(person: Person) -> None:
    for number in range(MOST + 5):
        run(person.engine, customers.create(username=f"u{number:03}"))
    palette = open_palette(person, "item", "Training Day")
    assert len(state(palette)) == MOST


def test_it_takes_names_as_text(person: Person) -> None:
    person.do(customers.update(4, full_name=HOSTILE))
    palette = open_palette(person, "item", "Training Day")
    assert HOSTILE in dict(state(palette))


def test_it_dies_when_it_is_closed(person: Person) -> None:
    palette = open_palette(person, "item", "Training Day")
    gone: list[int] = []
    palette.destroyed.connect(lambda: gone.append(1))
    ref = weakref.ref(palette)
    key(person, palette, Qt.Key.Key_Escape)
    del palette
    delete_later()
    assert gone == [1]
    import gc

    gc.collect()
    assert ref() is None


def test_an_answer_that_comes_after_its_end_hurts_nobody(person: Person) -> None:
    person.select("item", "Training Day")
    for _ in range(10):
        person.trigger("assign")
        palette = person.find(AssignPalette, "assignPalette")
        QTest.keyClicks(palette.search, "a")
        QTest.keyClick(palette.search, Qt.Key.Key_Escape)
        delete_later()
        person.settle()
    assert not person.window.findChildren(QDialog, "assignPalette")
