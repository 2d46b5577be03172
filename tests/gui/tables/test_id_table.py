"""The model behind the tables: what its cells say, and what it takes part in when rows are dragged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import id_table, mime
from itemlink_gui.gui.tables.drag import DragSession, Drop
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import queries
from tests.gui.dragging import COPY, MOVE
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import NOTHING
from tests.support import PATIENCE, run

DISPLAY, EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole
NO_ROW = QModelIndex()


@pytest.fixture
def bridge(qapp: QApplication, engine: Engine) -> Iterator[Bridge]:
    """Over two items and three customers; the second item has the first two customers."""
    run(engine, items.create(name="Basic Package", description="First line\nsecond line"))
    run(engine, items.create(name="Training Day"))
    run(engine, customers.create(username="ann", full_name="Ann Maria Lee", email="ann@example.org", phone="1"))
    run(engine, customers.create(username="ben", full_name="Ben Ortiz"))
    run(engine, customers.create(username="dora"))
    run(engine, links.link([2], [1, 2]))
    made = Bridge(engine, FakePrompts())
    yield made
    made.close()


def pump(bridge: Bridge) -> None:
    for _ in range(4):
        bridge.engine.run(NOTHING).result(PATIENCE)
        bridge.engine.read(lambda: None).result(PATIENCE)
        bridge.engine.read(lambda: None, long=True).result(PATIENCE)
        QApplication.processEvents()


def loaded(bridge: Bridge, kind: Kind) -> IdTable:
    """Return a table with its rows."""
    table = IdTable(bridge, kind, DragSession(bridge, bridge), bridge)
    table.reload()
    pump(bridge)
    for row in range(table.rowCount()):
        table.row(row)
    pump(bridge)
    return table


def cell(table: IdTable, row: int, key: str, role: int = DISPLAY) -> object:
    section = [column.key for column in table.columns].index(key)
    return table.data(table.index(row, section), role)


def test_what_the_cells_of_items_say(bridge: Bridge) -> None:
    table = loaded(bridge, "item")
    assert [cell(table, 0, key) for key in ("name", "description", "count")] == [
        "Basic Package",
        "First line second line",
        0,
    ]
    created = table.row(0)[queries.COLUMNS["item"].index("created_at")]  # type: ignore[index]
    assert cell(table, 0, "created_at") == texts.short_date(created)
    assert cell(table, 0, "created_at", Qt.ItemDataRole.ToolTipRole) == texts.full_date(created)
    assert cell(table, 0, "name", Qt.ItemDataRole.ToolTipRole) is None
    assert cell(table, 1, "count", Role.COUNT) == 2
    assert cell(table, 1, "name", Role.COUNT) is None
    assert cell(table, 0, "name", EDIT) == "Basic Package"
    # A long text is not edited here, nor what the program keeps itself.
    assert cell(table, 0, "description", EDIT) is None
    assert cell(table, 0, "count", EDIT) is None
    assert cell(table, 0, "name", Role.INITIALS) is None
    assert cell(table, 0, "name", Role.ID) == cell(table, 0, "count", Role.ID) == 1
    assert cell(table, 0, "name", Qt.ItemDataRole.DecorationRole) is None


def test_what_the_cells_of_customers_say(bridge: Bridge) -> None:
    table = loaded(bridge, "customer")
    assert [cell(table, row, "name") for row in range(3)] == ["Ann Maria Lee", "Ben Ortiz", "dora"]
    assert [cell(table, row, "name", Role.INITIALS) for row in range(3)] == ["AL", "BO", "D"]
    assert cell(table, 0, "username", Role.INITIALS) is None
    assert [cell(table, 0, key, Role.MUTED) for key in ("name", "email", "count")] == [False, True, False]
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    assert cell(table, 0, "count", Qt.ItemDataRole.TextAlignmentRole) == right
    assert cell(table, 0, "name", Qt.ItemDataRole.TextAlignmentRole) == left


def test_headings(bridge: Bridge) -> None:
    table = loaded(bridge, "item")
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    heads = [table.headerData(section, across) for section in range(table.columnCount())]
    assert heads == [column.label for column in table.columns]
    for section in (heads.index("Places"), heads.index("Customers")):
        assert table.headerData(section, across, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    for section in (-1, len(heads), 99):
        assert table.headerData(section, across) is None
    assert table.headerData(0, down) is None
    assert loaded(bridge, "customer").headerData(7, across) == "Items"


def test_what_may_be_done_with_a_cell(bridge: Bridge) -> None:
    table = loaded(bridge, "customer")
    editable = [
        column.key
        for section, column in enumerate(table.columns)
        if table.flags(table.index(0, section)) & Qt.ItemFlag.ItemIsEditable
    ]
    assert editable == ["name", "username", "email", "phone"]
    flags = table.flags(table.index(0, 0))
    for flag in (Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled, Qt.ItemFlag.ItemIsSelectable):
        assert flags & flag
    assert table.flags(NO_ROW) == Qt.ItemFlag.NoItemFlags
    assert table.rowCount(table.index(0, 0)) == table.columnCount(table.index(0, 0)) == 0
    # Only what is in a list can be moved out of it.
    assert table.supportedDragActions() == COPY
    assert table.supportedDropActions() == COPY | MOVE
    table.owner = ("item", 1)
    assert table.supportedDragActions() == COPY | MOVE
    assert table.mimeTypes() == [mime.TYPE]


def test_nothing_is_written_through_the_model(bridge: Bridge) -> None:
    table = loaded(bridge, "item")
    assert not table.setData(table.index(0, 0), "Taken over")
    assert not table.removeRows(0, 1)
    assert not table.insertRows(0, 1)
    pump(bridge)
    assert cell(table, 0, "name") == "Basic Package"
    assert table.rowCount() == 2


def test_sorting(bridge: Bridge) -> None:
    table = loaded(bridge, "item")
    table.sort(2, Qt.SortOrder.DescendingOrder)
    pump(bridge)
    assert list(table.ids) == [2, 1]
    before = table.listing
    table.sort(99)
    table.sort(-1)
    assert table.listing == before


def test_a_drag_carries_ids_and_text(bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    table = loaded(bridge, "customer")
    indexes = [table.index(row, column) for column in (0, 1) for row in (2, 0)]
    data = table.mimeData(indexes)
    assert mime.decode(data, bridge.nonce) == ("customer", [1, 3])
    assert [line.split("\t")[:2] for line in data.text().splitlines()] == [["Ann Maria Lee", "ann"], ["dora", "dora"]]
    assert mime.decode(data, bytes(16)) is None
    # Very many rows go without text, and so do rows that are not here.
    monkeypatch.setattr(id_table, "MOST_AS_TEXT", 1)
    assert not table.pack([1, 2, 3]).hasText()
    assert not IdTable(bridge, "customer", table.session, bridge).pack([1]).hasText()


def test_a_drop_is_told_and_nothing_else(bridge: Bridge) -> None:
    table = loaded(bridge, "item")
    drops: list[Drop] = []
    table.dropped.connect(drops.append)
    data = mime.encode("customer", [3], bridge.nonce)
    assert table.canDropMimeData(data, COPY, -1, -1, table.index(1, 0))
    assert drops == []
    assert table.dropMimeData(data, COPY, -1, -1, table.index(1, 0))
    assert drops == [Drop("link", "customer", (3,), "item", (2,))]
    for wrong in (mime.encode("item", [1], bridge.nonce), QMimeData()):
        assert not table.canDropMimeData(wrong, COPY, -1, -1, table.index(1, 0))
        assert not table.dropMimeData(wrong, COPY, -1, -1, table.index(1, 0))
    assert table.dropMimeData(data, COPY, -1, -1, NO_ROW)
    assert drops[1:] == [Drop("create", "customer", (3,), "item", ())]


def test_rows_light_up_and_are_pointed_at(bridge: Bridge) -> None:
    table = loaded(bridge, "item")
    repainted: list[int] = []
    table.dataChanged.connect(lambda *_: repainted.append(1))
    table.set_flash({2: 0.5})
    assert [cell(table, row, "count", Role.FLASH) for row in range(2)] == [None, 0.5]
    table.set_flash({})
    assert cell(table, 1, "name", Role.FLASH) is None
    table.set_target(1)
    assert [cell(table, row, "count", Role.TARGET) for row in range(2)] == [False, True]
    assert len(repainted) == 3
    table.set_target(1)
    assert len(repainted) == 3


def test_during_a_drag_every_row_tells_what_it_has(bridge: Bridge) -> None:
    table = loaded(bridge, "item")
    table.session.begin("customer", [1, 2, 3])
    assert cell(table, 0, "name", Role.DROP_STATE) is None
    pump(bridge)
    assert [cell(table, row, "name", Role.DROP_STATE) for row in range(2)] == ["none", "some"]
    assert cell(table, 1, "name", Role.BADGE) is None
    table.set_target(1)
    assert [cell(table, row, "name", Role.BADGE) for row in range(2)] == [None, "+1 · 2 already"]
    table.session.begin("customer", [1, 2])
    pump(bridge)
    assert cell(table, 1, "name", Role.DROP_STATE) == "all"
    assert cell(table, 1, "name", Role.BADGE) == "already linked"
    table.session.end()
    assert cell(table, 1, "name", Role.DROP_STATE) is None
    assert cell(table, 1, "name", Role.BADGE) is None
