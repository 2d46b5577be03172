"""The steps of the file and of a record, and taking one back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from itemlink_gui.gui.panes import history_list
from itemlink_gui.gui.panes.history_list import HistoryList
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import queries
from tests.gui.conftest import Open, watch_model
from tests.gui.helpers import HOSTILE, Person
from tests.support import ask, run, standing


def history_of(person: Person, kind: str) -> HistoryList:
    """The history of the record in the inspector, in front."""
    page = person.window.inspector.pages[kind]  # type: ignore[index]
    page.tabs.setCurrentWidget(page.history)
    person.settle()
    return page.history


def lines(found: HistoryList) -> list[str]:
    return [found.table.index(row, 1).data() for row in range(found.table.rowCount())]


def take_back(person: Person, found: HistoryList, line: str) -> None:
    found.view.selectRow(lines(found).index(line))
    assert found.take_back.isEnabled()
    found.take_back.click()
    person.settle()


def test_the_steps_of_a_record(person: Person) -> None:
    person.select("customer", "Ann Lee")
    found = history_of(person, "customer")
    watch_model(found.table)
    assert lines(found) == [
        "Customer Ann Lee added to item Extended Support",
        "Assigned 3 customers to Basic Package",
        "Customer Ann Lee created",
    ]
    person.select("customer", "John Doe")
    assert lines(found) == ["Customer John Doe created"]
    person.do(customers.update(6, full_name="Jon Doe"))
    assert lines(found)[0] == "Customer John Doe changed: Full name from “John Doe” to “Jon Doe”"
    person.select("item", "Extended Support")
    assert lines(history_of(person, "item")) == [
        "Customer Ann Lee added to item Extended Support",
        "Item Extended Support created",
    ]


def test_a_step_in_the_middle_is_taken_back_as_a_step_of_its_own(person: Person) -> None:
    person.do(links.link([4], [6]))
    person.do(items.create(name="Later"))
    person.select("item", "Training Day")
    found = history_of(person, "item")
    assert not found.take_back.isEnabled()
    take_back(person, found, "Customer John Doe added to item Training Day")
    assert (4, 6) not in standing(person.engine)
    assert person.message == "Taken back: Customer John Doe added to item Training Day"
    assert "Later" in person.names("item")
    assert person.action("undo").text() == "&Undo Take back “Assign John Doe to Training Day”"
    person.trigger("undo")
    assert (4, 6) in standing(person.engine)


def test_what_later_steps_rest_on_is_refused_in_words(person: Person) -> None:
    person.select("item", "Extended Support")
    found = history_of(person, "item")
    before = standing(person.engine)
    take_back(person, found, "Item Extended Support created")
    assert standing(person.engine) == before
    assert "Extended Support" in person.names("item")
    # Said where the button is: the message bar may be behind this window.
    refused = found.findChild(QLabel, "takeBackRefused")
    assert refused.text()
    assert person.message == ""
    take_back(person, found, "Customer Ann Lee added to item Extended Support")
    assert refused.text() == ""


def test_what_is_undone_cannot_be_taken_back(person: Person) -> None:
    person.do(links.link([4], [6]))
    person.trigger("undo")
    person.select("item", "Training Day")
    found = history_of(person, "item")
    line = "Customer John Doe added to item Training Day (undone)"
    found.view.selectRow(lines(found).index(line))
    assert not found.take_back.isEnabled()
    assert found.table.index(0, 1).data(Role.MUTED)


def test_nothing_is_asked_while_it_cannot_be_seen(person: Person) -> None:
    person.select("item", "Training Day")
    page = person.window.inspector.pages["item"]
    page.tabs.setCurrentIndex(0)
    person.do(items.update(4, description="x"))
    assert page.history.table.rowCount() == 0
    assert len(lines(history_of(person, "item"))) == 2


def test_the_model_answers_plainly(person: Person) -> None:
    person.do(items.update(4, name=HOSTILE))
    person.view("item").selection.select([4], 4)
    person.view("item").setFocus()
    person.settle()
    found = history_of(person, "item")
    model = found.table
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)] == ["When", "What", "By", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, 0).data()
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data(Role.ID) == model.rows[0].id
    assert model.data(QModelIndex()) is None
    person.do(items.update(4, description="y"))
    assert lines(found)[0] == f"Item {HOSTILE} changed: Description from “About training day” to “y”"
    assert found.findChild(QTableView, "historyTable").accessibleName() == "History"
    assert found.findChild(QPushButton, "takeBack").text() == "Take back this step"


def test_a_long_history_comes_in_pieces_and_stays_where_it_is(
    open_window: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_list, "CHUNK", 20)
    person = open_window(path)
    record = run(person.engine, items.create(name="Pottery"))
    for number in range(50):
        run(person.engine, items.update(record, description=str(number)))
    person.settle()
    person.select("item", "Pottery")
    found = history_of(person, "item")
    assert len(lines(found)) == 20
    bar = found.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    person.settle()
    assert len(lines(found)) == 40
    top = found.view.rowAt(0)
    assert top > 5
    bar.setValue(bar.maximum())
    person.settle()
    assert len(lines(found)) == 51
    assert ask(person.engine, lambda: queries.total("item")) == 1


def test_the_chosen_step_stays_chosen_on_news(person: Person) -> None:
    person.select("customer", "Ann Lee")
    found = history_of(person, "customer")
    found.view.selectRow(1)
    person.do(customers.update(1, phone="1"))
    (index,) = found.view.selectionModel().selectedRows(1)
    assert index.data() == "Assigned 3 customers to Basic Package"
    assert found.take_back.isEnabled()


def test_who_did_it_is_said_as_soon_as_it_was_not_the_window(person: Person) -> None:
    person.select("item", "Extended Support")
    found = history_of(person, "item")
    by = found.table.columnCount() - 1
    assert found.view.isColumnHidden(by)
    person.engine.run(items.update(2, description="By a script"), who="service")
    person.settle()
    assert not found.view.isColumnHidden(by)
    assert [found.table.index(row, by).data() for row in range(3)] == ["Local service", "", ""]
