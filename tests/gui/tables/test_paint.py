"""What painting and dragging ask for: as much as can be seen, and nothing of the file."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from itemlink_gui.engine import Engine
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_list import Index
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.view import IdTableView
from tests.gui.dragging import enter, leave, move_over
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import NOTHING
from tests.support import PATIENCE, fill

# So many answers a cell needs to be painted, of all that Qt and the delegate could ask for.
MOST_OF_A_CELL = 10


class Asked(IdTable):
    """Counts the questions of its view."""

    questions = 0

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.questions += 1
        return super().data(index, role)


def shown(engine: Engine, qtbot: QtBot) -> tuple[Asked, IdTableView]:
    bridge = Bridge(engine, FakePrompts())
    model = Asked(bridge, "customer", DragSession(bridge, bridge), bridge)
    view = IdTableView(model)
    view.resize(600, 300)
    qtbot.addWidget(view)
    view.show()
    model.reload()
    for _ in range(4):
        engine.run(NOTHING).result(PATIENCE)
        engine.read(lambda: None).result(PATIENCE)
        engine.read(lambda: None, long=True).result(PATIENCE)
        QApplication.processEvents()
    return model, view


@pytest.mark.parametrize("customers", [20, 400])
def test_a_paint_asks_for_what_can_be_seen(engine: Engine, qtbot: QtBot, customers: int) -> None:
    fill(engine, 1, customers)
    model, view = shown(engine, qtbot)
    assert model.rowCount() == customers
    model.questions = 0
    view.viewport().repaint()
    rows = view.viewport().height() // view.rowHeight(0) + 2
    columns = sum(not view.isColumnHidden(column) for column in range(model.columnCount()))
    assert 0 < model.questions <= rows * columns * MOST_OF_A_CELL
    model.bridge.close()


def test_a_move_of_the_mouse_asks_the_file_nothing(
    engine: Engine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(engine, 1, 20)
    model, _view = shown(engine, qtbot)
    items = IdTable(model.bridge, "item", model.session, model.bridge)
    target = IdTableView(items)
    qtbot.addWidget(target)
    target.show()
    items.reload()
    data = model.pack(model.ids)
    model.session.begin("customer", model.ids)
    qtbot.waitUntil(lambda: model.session.known and items.rowCount() == 1)
    # What the rows lacked when they were shown is here.
    qtbot.waitUntil(lambda: items.row(0) is not None)
    asked: list[object] = []
    monkeypatch.setattr(engine, "read", lambda *question, **_slot: asked.append(question))
    assert enter(target, data, QPoint(20, 10))
    for step in range(50):
        assert move_over(target, data, QPoint(20 + step, 10))
    assert model.session.badge("item", 1) == "+20"
    leave(target)
    assert asked == []
    model.session.end()
    model.bridge.close()
