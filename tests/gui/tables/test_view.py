"""The view of a table: keys, mouse and hostile drags; nothing is asked of the file while nothing changes."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from itemlink_gui.gui.tables.delegate import row_height
from tests.gui.dragging import LEFT, Drag, drop, enter, leave, move_over
from tests.gui.helpers import Person, statements
from tests.support import snapshot


def test_it_looks_like_a_list_of_whole_rows(person: Person) -> None:
    view = person.view("item")
    assert isinstance(view, QTableView)
    assert not view.showGrid()
    assert view.selectionBehavior() == QTableView.SelectionBehavior.SelectRows
    assert view.verticalHeader().isHidden()
    assert view.rowHeight(0) == row_height(False)
    view.set_compact(True)
    assert view.rowHeight(0) == row_height(True)


def test_tab_leaves_the_table(person: Person) -> None:
    view = person.view("item")
    person.select("item", "Basic Package")
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_typing_letters_goes_to_a_row_and_edits_nothing(person: Person) -> None:
    view = person.view("item")
    person.select("item", "Basic Package")
    QTest.keyClicks(view, "pre")
    person.settle()
    assert person.selected("item") == ["Premium Subscription"]
    assert not view.viewport().findChildren(QLineEdit)


def test_a_click_edits_and_unlinks_nothing(person: Person) -> None:
    before = snapshot(person.engine.path)
    person.select("item", "Basic Package")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    person.settle()
    for name in ("Ann Lee", "Ben Ortiz"):
        person.select(person.linked(), name)
        person.click(person.linked(), name)
    assert snapshot(person.engine.path) == before
    assert not person.window.findChildren(QLineEdit, "cellEdit")


def test_pressing_a_selected_row_collapses_on_release_only(person: Person) -> None:
    person.select("customer", "Ann Lee", "Ben Ortiz", "dora")
    view = person.view("customer")
    place = person.place(view, person.row("customer", "Ben Ortiz"))
    QTest.mousePress(view.viewport(), LEFT, pos=place)
    assert sorted(person.selected("customer")) == ["Ann Lee", "Ben Ortiz", "dora"]
    QTest.mouseRelease(view.viewport(), LEFT, pos=place)
    assert person.selected("customer") == ["Ben Ortiz"]


def test_a_drag_carries_the_whole_selection_and_what_is_hidden(person: Person) -> None:
    person.select("customer", "Ann Lee", "John Doe")
    person.search("customer", "john")
    carried: list[int] = []
    Drag(person, person.view("customer")).carry(lambda drag: carried.extend(person.window.session.ids))
    assert sorted(carried) == [1, 6]
    assert person.window.session.kind is None
    assert sorted(person.view("customer").selection.ids()) == [1, 6]


def test_only_copying_is_offered(person: Person) -> None:
    drag = person.drag("customer", "Ann Lee")
    drag.carry(lambda held: held.over(person.view("item"), 0))
    assert drag.offered == Qt.DropAction.CopyAction


def test_one_row_is_the_target_and_none_after_the_drag(person: Person) -> None:
    view = person.view("item")
    rows: list[int] = []

    def act(held: Drag) -> None:
        for row in (0, 2, -1):
            held.over(view, row)
            rows.append(view.table.target_row)
        held.over(view, 1)
        leave(view)
        rows.append(view.table.target_row)

    person.drag("customer", "John Doe").carry(act)
    assert rows == [0, 2, -1, -1]
    assert view.table.target_row == -1


def test_esc_leaves_everything_as_it_was(person: Person) -> None:
    before = snapshot(person.engine.path)
    person.drag("customer", "John Doe", "dora").carry(lambda held: held.over(person.view("item"), 2))
    assert snapshot(person.engine.path) == before
    assert sorted(person.selected("customer")) == ["John Doe", "dora"]
    assert person.message == ""


def test_the_pointer_lights_its_row(person: Person) -> None:
    view = person.view("item")
    QTest.mouseMove(view.viewport(), person.place(view, 2))
    person.until(lambda: view.rows.hover_row == 2)
    QTest.mouseMove(person.window.menuBar(), QPoint(2, 2))
    view.leaveEvent(None)  # type: ignore[arg-type]
    assert view.rows.hover_row == -1


def test_painting_again_asks_the_file_nothing(person: Person) -> None:
    with statements(person.engine) as ran:
        for _ in range(5):
            for view in person.window.desk.views():
                view.viewport().update()
            person.window.repaint()
            QApplication.processEvents()
        person.look()
    assert ran == []


def test_moving_the_pointer_asks_the_file_nothing(person: Person) -> None:
    view = person.view("customer")
    with statements(person.engine) as ran:
        for row in range(6):
            QTest.mouseMove(view.viewport(), person.place(view, row))
            QApplication.processEvents()
        person.look()
    assert ran == []


def noise(rng: random.Random) -> QMimeData:
    """Data as no program of good will would drag them."""
    made = QMimeData()
    kinds = ["application/x-qabstractitemmodeldatalist", "application/x-itemlink-records", "text/plain", "text/html",
             "text/uri-list", "image/png", "application/octet-stream"]  # fmt: skip
    for kind in rng.sample(kinds, rng.randint(1, 4)):
        made.setData(kind, QByteArray(rng.randbytes(rng.choice([0, 1, 8, 30, 38, 46, 400]))))
    return made


def test_five_hundred_hostile_drags_write_nothing(person: Person) -> None:
    rng = random.Random(20)
    before = snapshot(person.engine.path)
    steps = person.action("undo").text()
    person.select("item", "Basic Package")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    person.settle()
    views = [person.view("item"), person.view("customer"), person.linked()]
    taken = 0
    for _ in range(500):
        view, data = rng.choice(views), noise(rng)
        at = QPoint(rng.randint(0, view.viewport().width() - 1), rng.randint(0, view.viewport().height() - 1))
        # Also what no desktop does: to drop without having entered.
        taken += enter(view, data, at) + move_over(view, data, at) + drop(view, data, at)
        if rng.random() < 0.1:
            leave(view)
    person.settle()
    assert taken == 0
    assert snapshot(person.engine.path) == before
    assert person.action("undo").text() == steps
    assert person.window.session.kind is None


@pytest.mark.parametrize("kind", ["item", "customer"])
def test_the_inherited_drop_is_never_used(person: Person, kind: str) -> None:
    model = person.view(kind).model()  # type: ignore[arg-type]
    data = QMimeData()
    data.setData("application/x-qabstractitemmodeldatalist", QByteArray(bytes(range(256)) * 8))
    assert model.mimeTypes() == ["application/x-itemlink-records"]
    for row, column in ((-1, -1), (0, 0), (2**31 - 1, 5)):
        assert not model.canDropMimeData(data, Qt.DropAction.CopyAction, row, column, model.index(0, 0))
        assert not model.dropMimeData(data, Qt.DropAction.CopyAction, row, column, model.index(0, 0))
