"""The first screenful of a long list comes at once, the rest grows behind it, and the order of all is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.engine import Engine
from itemlink_gui.gui.tables import lister
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.lister import FIRST
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import listings
from itemlink_gui.store.listings import Listing
from tests.gui.conftest import watch_model
from tests.gui.tables.test_id_list import SlowBridge, pump
from tests.support import ask, fill, run

MANY = 400


class Stages:
    """A table of four hundred customers that is handed its answers one by one."""

    def __init__(self, engine: Engine, qtbot: QtBot) -> None:
        fill(engine, 3, MANY)
        self.bridge = SlowBridge(engine)
        self.table = IdTable(self.bridge, "customer", DragSession(self.bridge, self.bridge), self.bridge)
        watch_model(self.table)
        self.view = IdTableView(self.table)
        self.view.resize(600, 300)
        qtbot.addWidget(self.view)
        self.told: list[str] = []
        self.table.modelReset.connect(lambda: self.told.append("reset"))
        self.table.rowsInserted.connect(lambda: self.told.append("grown"))
        self.table.listed.connect(lambda: self.told.append("listed"))
        self.table.reload()
        pump(self.bridge)
        self.told.clear()
        self.bridge.slow = True

    def hand_over(self) -> None:
        """Deliver what is asked, but not what is asked because of it."""
        QApplication.processEvents()
        self.bridge.hand_over()

    def settle(self) -> None:
        """Deliver all that is asked, one after the other."""
        for _ in range(5):
            self.hand_over()

    def every(self) -> list[int]:
        """Return what the file says is listed."""
        return list(ask(self.bridge.engine, lambda: listings.every(self.table.listing)))


@pytest.fixture
def stages(engine: Engine, qtbot: QtBot) -> Iterator[Stages]:
    made = Stages(engine, qtbot)
    yield made
    made.bridge.close()


def test_the_first_screenful_is_there_with_its_rows_and_the_rest_grows_behind_it(stages: Stages) -> None:
    table = stages.table
    table.show(descending=True)
    stages.hand_over()
    assert (table.rowCount(), table.complete, table.total) == (FIRST, False, MANY)
    assert list(table.ids) == stages.every()[:FIRST]
    assert None not in [table.index(row, 0).data() for row in range(FIRST)]
    assert stages.told == ["reset", "listed"]
    stages.hand_over()
    assert (table.rowCount(), table.complete) == (MANY, True)
    assert list(table.ids) == stages.every()
    assert stages.told == ["reset", "listed", "grown", "listed"]


def test_a_short_list_is_whole_at_once(stages: Stages) -> None:
    stages.table.show(text="Person 12")
    stages.hand_over()
    assert stages.table.complete
    assert list(stages.table.ids) == stages.every()
    assert stages.bridge.answers == []


def test_the_rest_of_an_older_list_is_given_up(stages: Stages) -> None:
    """The newest question wins, in whichever stage the one before it is."""
    stages.bridge.slow = False
    for changes in ({"descending": True}, {"sort": "count"}, {"text": "person 3"}, {"text": "person"}):
        stages.table.show(**changes)
    pump(stages.bridge)
    assert stages.table.complete
    assert list(stages.table.ids) == stages.every()


def test_another_list_takes_its_place_where_something_came_between(stages: Stages) -> None:
    stages.table.show(descending=True)
    stages.hand_over()
    new = run(stages.bridge.engine, customers.create(username="zzz", full_name="Zzz"))
    QApplication.processEvents()
    stages.settle()
    assert stages.table.ids[0] == new
    assert list(stages.table.ids) == stages.every()


def test_news_change_nothing_before_the_whole_list_is_there(stages: Stages) -> None:
    """Rows, selection and place stay: the first stage is for another list only."""
    table, bar = stages.table, stages.view.verticalScrollBar()
    stages.view.show()
    stages.view.selection.select([stages.table.ids[300]])
    bar.setValue(5_000)
    table.show(sort="count", descending=True)
    stages.settle()
    bar.setValue(5_000)
    stages.told.clear()
    run(stages.bridge.engine, links.link([1], [7]))
    QApplication.processEvents()
    assert stages.bridge.asked[-1] in ("ids", "rows")
    while stages.bridge.answers:
        assert table.rowCount() == MANY
        stages.settle()
    assert stages.told.count("reset") == 1
    assert list(table.ids) == stages.every()
    assert bar.value() == 5_000
    assert len(stages.view.selection) == 1


def test_what_is_selected_stays_so_while_the_rest_is_coming(stages: Stages) -> None:
    last = stages.table.ids[-1]
    chosen = [last, stages.table.ids[0]]
    stages.view.selection.select(chosen, current=stages.table.ids[0])
    stages.table.show(descending=True)
    stages.hand_over()
    # The one is not listed yet; nobody says that a filter hides it.
    assert sorted(stages.view.selection.ids()) == sorted(chosen)
    assert stages.view.selection.hidden == 0
    stages.hand_over()
    assert sorted(stages.view.selection.visible()) == sorted(chosen)
    assert stages.view.selection.hidden == 0
    assert stages.view.selection.current() == chosen[1]


def test_all_means_all_also_before_they_are_there(stages: Stages) -> None:
    stages.table.show(descending=True)
    stages.hand_over()
    stages.view.selectAll()
    # Nothing reaches just the few that are here.
    assert len(stages.view.selection) == 0
    stages.hand_over()
    assert len(stages.view.selection) == MANY


def test_all_of_another_list_are_not_meant(stages: Stages) -> None:
    stages.table.show(descending=True)
    stages.hand_over()
    stages.view.selectAll()
    stages.table.show(descending=False)
    stages.hand_over()
    stages.hand_over()
    assert stages.table.complete
    assert len(stages.view.selection) == 0


def test_the_first_screenful_selected_by_hand_is_not_all(stages: Stages) -> None:
    stages.table.show(descending=True)
    stages.hand_over()
    stages.view.selectAll()
    stages.view.clearSelection()
    flag = QItemSelectionModel.SelectionFlag
    stages.view.selectionModel().select(stages.table.index(0, 0), flag.ClearAndSelect | flag.Rows)
    stages.hand_over()
    assert len(stages.view.selection) == 1


def test_an_edit_holds_the_first_screenful_too(stages: Stages) -> None:
    before = list(stages.table.ids)
    stages.table.hold()
    stages.table.show(descending=True)
    stages.hand_over()
    stages.hand_over()
    assert list(stages.table.ids) == before
    stages.table.release()
    assert list(stages.table.ids) == stages.every()
    assert stages.table.complete


def test_a_query_that_means_nothing_leaves_the_list_alone(stages: Stages) -> None:
    refused: list[WrongQuery] = []
    stages.table.refused.connect(refused.append)
    stages.table.show(text="items>=x")
    stages.settle()
    assert len(refused) == 1
    assert stages.table.rowCount() == MANY


def test_a_search_is_put_into_the_order_that_is_known(stages: Stages, monkeypatch: pytest.MonkeyPatch) -> None:
    """No sorting in the file, until a record is another one."""
    monkeypatch.setattr(lister, "LARGE", 100)
    asked: list[bool] = []
    first = listings.first

    def spy(listing: Listing, most: int, order: listings.Order | None = None) -> list[int] | None:
        asked.append(order is not None)
        return first(listing, most, order)

    monkeypatch.setattr(listings, "first", spy)
    stages.bridge.slow = False

    def show(**changes: object) -> None:
        stages.table.show(**changes)
        pump(stages.bridge)
        assert list(stages.table.ids) == stages.every()

    show(sort="username")
    show(text="person")
    show(text="person 3")
    assert asked == [False, True, True]
    run(stages.bridge.engine, items.update(1, name="Other"))
    pump(stages.bridge)
    show(text="person 4")
    assert asked[3:] == [True]
    run(stages.bridge.engine, customers.update(9, full_name="Person 45"))
    pump(stages.bridge)
    show(text="person 45")
    assert 9 in stages.table.ids
    show(text="person 5")
    show(text="person", sort="name")
    assert asked[-1] is False
