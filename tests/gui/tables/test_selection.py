"""The selection is kept by id while the list under it changes, also of what a filter hides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itemlink_gui.engine import Engine
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import lister, selection
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.gui.tables.selection import Selection
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import customers
from tests.gui.dragging import LEFT
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import CTRL, NOTHING
from tests.support import PATIENCE, fill, run

NO = QItemSelectionModel.SelectionFlag.NoUpdate


class Table:
    """A table of twenty customers, shown."""

    def __init__(self, engine: Engine, qtbot: QtBot) -> None:
        self.engine = engine
        self.bridge = Bridge(engine, FakePrompts())
        self.model = IdTable(self.bridge, "customer", DragSession(self.bridge, self.bridge), self.bridge)
        self.view = IdTableView(self.model)
        self.view.resize(600, 300)
        qtbot.addWidget(self.view)
        self.view.show()
        self.model.reload()
        self.settle()

    @property
    def selection(self) -> Selection:
        return self.view.selection

    def settle(self) -> None:
        for _ in range(4):
            self.engine.run(NOTHING).result(PATIENCE)
            self.engine.read(lambda: None).result(PATIENCE)
            self.engine.read(lambda: None, long=True).result(PATIENCE)
            QApplication.processEvents()

    def show(self, **listing: object) -> None:
        self.model.show(**listing)
        self.settle()

    def click(self, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = self.view.visualRect(self.model.index(row, 0)).center()
        QTest.mouseClick(self.view.viewport(), LEFT, keys, place)


@pytest.fixture
def table(engine: Engine, qtbot: QtBot) -> Iterator[Table]:
    fill(engine, 1, 20)
    made = Table(engine, qtbot)
    yield made
    made.bridge.close()


def test_ids_are_those_of_the_rows_in_their_order(table: Table) -> None:
    table.selection.select([7, 3, 20])
    assert (
        table.selection.ids() == list(table.selection.visible()) == sorted([7, 3, 20], key=list(table.model.ids).index)
    )
    assert len(table.selection) == 3
    table.selection.select([7], current=7)
    assert table.selection.current() == 7


def test_a_run_of_rows_is_one_range(table: Table) -> None:
    table.selection.select(list(table.model.ids))
    assert len(table.view.selectionModel().selection().toList()) == 1
    assert table.selection.ids() == list(table.model.ids)


def test_it_is_kept_through_search_and_sort(table: Table) -> None:
    table.selection.select([1, 5, 10], current=5)
    table.show(text="person 10")
    assert list(table.selection.visible()) == [10]
    assert table.selection.ids() == [10, 1, 5]
    assert (len(table.selection), table.selection.hidden) == (3, 2)
    table.show(sort="username", descending=True)
    assert table.selection.hidden == 2
    table.show(text="")
    assert sorted(table.selection.visible()) == [1, 5, 10]
    assert table.selection.hidden == 0


def test_the_current_row_is_kept_while_it_is_listed(table: Table) -> None:
    table.selection.select([5], current=5)
    table.show(descending=True)
    assert table.selection.current() == 5
    run(table.engine, customers.update(5, full_name="Aaa"))
    table.settle()
    assert table.selection.current() == 5
    assert table.view.currentIndex().row() == len(table.model.ids) - 1


@pytest.mark.parametrize("chosen", [True, False])
def test_the_current_row_is_kept_through_a_sort_that_comes_in_two_stages(
    table: Table, monkeypatch: pytest.MonkeyPatch, chosen: bool
) -> None:
    monkeypatch.setattr(lister, "FIRST", 4)
    table.view.setFocus()
    table.selection.select([15], current=15)
    if not chosen:
        table.selection.clear()
    stages: list[tuple[int, int]] = []

    def listed() -> None:
        # As the window does it where the keyboard is in a table without a current row.
        if not table.view.currentIndex().isValid():
            table.view.selectionModel().setCurrentIndex(table.model.index(0, 0), NO)
        stages.append((table.model.rowCount(), table.view.currentIndex().row()))

    table.model.listed.connect(listed)
    for descending in (True, False):
        table.show(sort="username", descending=descending)
        assert stages[-2:] == [(4, 0), (20, table.model.row_of(15))]
        assert table.selection.current() == 15
    assert table.selection.ids() == [15] * chosen


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, None])
def test_who_moved_before_all_was_listed_stays_there(
    table: Table, monkeypatch: pytest.MonkeyPatch, key: Qt.Key | None
) -> None:
    monkeypatch.setattr(lister, "FIRST", 4)
    table.view.setFocus()
    table.click(1)
    moved: list[int] = []

    def move() -> None:
        if not table.model.complete:
            table.view.selectionModel().setCurrentIndex(table.model.index(0, 0), NO)
            if key is None:
                table.click(0)
            else:
                QTest.keyClick(table.view, key)
            moved.append(table.selection.current())

    table.model.listed.connect(move)
    table.show(sort="username", descending=True)
    assert moved == [table.selection.current()] == table.selection.ids()


def test_what_is_gone_is_not_hidden(table: Table) -> None:
    table.selection.select([1, 5, 10])
    table.show(text="person 10")
    run(table.engine, customers.delete([1, 10]))
    table.settle()
    assert table.selection.ids() == [5]
    assert table.selection.hidden == 1
    table.show(text="")
    assert list(table.selection.visible()) == [5]


def test_the_row_that_took_the_place_of_what_is_gone_is_current_and_not_selected(table: Table) -> None:
    ids = list(table.model.ids)
    for record, place in ((5, ids[ids.index(5) + 1]), (ids[-1], ids[-2])):
        table.selection.select([record], current=record)
        run(table.engine, customers.delete([record]))
        table.settle()
        assert table.selection.current() == place
        assert table.selection.ids() == []
    run(table.engine, customers.delete(list(table.model.ids)))
    table.settle()
    assert table.selection.current() == 0


def test_what_comes_back_is_not_selected(table: Table) -> None:
    table.selection.select([5])
    run(table.engine, customers.delete([5]))
    table.settle()
    table.engine.undo().result(PATIENCE)
    table.settle()
    assert 5 in table.model.ids
    assert 5 not in table.selection.ids()
    assert table.selection.hidden == 0


def test_one_signal_for_many_changes(table: Table) -> None:
    told: list[int] = []
    table.selection.changed.connect(lambda: told.append(len(table.selection)))
    table.selection.select([1, 2, 3])
    table.selection.select([4])
    table.selection.clear()
    table.selection.select([5, 6])
    table.settle()
    assert told == [2]


def test_a_click_drops_what_is_hidden_and_ctrl_keeps_it(table: Table) -> None:
    table.selection.select([1, 5])
    table.show(text="person 1")
    assert table.selection.ids() == [1, 5]
    row = table.model.row_of(12)
    table.click(row, CTRL)
    assert sorted(table.selection.ids()) == [1, 5, 12]
    table.click(row)
    assert table.selection.ids() == [12]
    assert table.selection.hidden == 0


def test_the_arrows_drop_what_is_hidden(table: Table) -> None:
    table.selection.select([1, 5])
    table.show(text="person 1")
    table.view.setCurrentIndex(table.model.index(0, 0))
    table.selection.select([1, 5], current=1)
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert len(table.selection.ids()) == 1
    assert table.selection.hidden == 0


def test_nothing_is_selected_after_clear(table: Table) -> None:
    table.selection.select([1, 5])
    table.show(text="person 1")
    table.selection.clear()
    assert table.selection.ids() == []
    table.show(text="")
    assert table.selection.ids() == []


def test_everything_selected_is_one_step_however_long(table: Table) -> None:
    table.view.selectAll()
    assert len(table.selection) == 20
    table.show(text="nobody")
    assert (len(table.selection), table.selection.hidden) == (20, 20)
    assert list(table.selection.visible()) == []
    table.show(text="")
    assert len(table.selection.visible()) == 20


def test_qt_is_told_of_one_cell_to_drag_however_many_are_selected(table: Table) -> None:
    assert table.view.selectedIndexes() == []
    table.view.selectAll()
    assert [(index.row(), index.column()) for index in table.view.selectedIndexes()] == [(0, 0)]


@pytest.fixture
def scattered(table: Table, monkeypatch: pytest.MonkeyPatch) -> Table:
    """Five customers, none beside another, more than Qt is given."""
    monkeypatch.setattr(selection, "MOST_RUNS", 2)
    ids = table.model.ids
    table.selection.select([ids[row] for row in (0, 2, 4, 6, 8)])
    return table


def painted(table: Table) -> list[int]:
    """Return the rows that are painted as selected."""
    known = {index.row() for index in table.view.selectionModel().selectedRows()}
    rows = range(table.model.rowCount())
    return [row for row in rows if row in known or table.model.index(row, 0).data(Role.APART)]


def test_what_stands_scattered_is_selected_without_qt(scattered: Table) -> None:
    assert scattered.view.selectionModel().selectedRows() == []
    assert painted(scattered) == [0, 2, 4, 6, 8]
    assert scattered.selection.ids() == [scattered.model.id_at(row) for row in (0, 2, 4, 6, 8)]
    assert (len(scattered.selection), scattered.selection.hidden) == (5, 0)


def test_a_click_with_control_takes_one_of_them_out_or_one_more_in(scattered: Table) -> None:
    scattered.click(4, CTRL)
    assert painted(scattered) == [0, 2, 6, 8]
    scattered.click(5, CTRL)
    assert painted(scattered) == [0, 2, 5, 6, 8]
    assert len(scattered.selection) == len(scattered.selection.ids()) == 5


def test_a_press_on_one_of_them_may_begin_a_drag_and_a_click_selects_it_alone(scattered: Table) -> None:
    place = scattered.view.visualRect(scattered.model.index(4, 0)).center()
    QTest.mousePress(scattered.view.viewport(), LEFT, pos=place)
    assert painted(scattered) == [0, 2, 4, 6, 8]
    QTest.mouseRelease(scattered.view.viewport(), LEFT, pos=place)
    assert painted(scattered) == [4]
    assert len(scattered.selection) == 1


def test_they_stay_selected_in_another_order_and_behind_a_filter(scattered: Table) -> None:
    chosen = set(scattered.selection.ids())
    scattered.show(descending=True)
    assert set(scattered.selection.ids()) == chosen
    assert len(painted(scattered)) == 5
    scattered.show(text="Person 1")
    assert set(scattered.selection.ids()) == chosen
    assert len(painted(scattered)) + scattered.selection.hidden == 5
    scattered.show(text="")
    assert len(painted(scattered)) == 5
    scattered.selection.clear()
    assert painted(scattered) == []
    assert len(scattered.selection) == 0


def test_all_of_very_many_stay_selected_and_none_that_comes_later(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "MOST_RUNS", 2)
    table.view.selectAll()
    table.show(descending=True)
    assert (len(table.selection), table.selection.hidden) == (20, 0)
    assert [(run.top(), run.bottom()) for run in table.view.selectionModel().selection().toList()] == [(0, 19)]
    table.show(text="Person 1")
    assert len(table.selection) == 20
    assert table.selection.hidden == 20 - table.model.rowCount()
    table.show(text="")
    table.view.selectAll()
    new = run(table.engine, customers.create(username="late", full_name="Person 1"))
    table.settle()
    assert table.model.rowCount() == 21
    assert new not in table.selection.ids()
    assert len(table.selection) == 20
