"""Lists of ids and their rows: what is asked of the file, what is shown until it answers, and what is dropped."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from itemlink_gui.base.changes import KINDS, Change, Kind, Label
from itemlink_gui.engine import Engine
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import id_list
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.lister import FIRST
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import listings, queries
from tests.gui.conftest import watch_model
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import NOTHING
from tests.support import PATIENCE, ask, fill, run, undo


class SlowBridge(Bridge):
    """Notes what is asked; while ``slow``, what is answered waits until the test hands it over."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, FakePrompts())
        self.asked: list[Hashable] = []
        self.slow = False
        self.answers: list[Callable[[], None]] = []

    def read(
        self, question: Callable[[], Any], then: Callable[[Any], None], *, slot: Hashable = None, long: bool = False
    ) -> None:
        self.asked.append(slot[0] if isinstance(slot, tuple) else slot)
        if self.slow:
            self.answers.append(partial(then, ask(self.engine, question)))
        else:
            super().read(question, then, slot=slot, long=long)

    def hand_over(self) -> None:
        """Deliver all that waits."""
        waiting, self.answers = self.answers, []
        for answer in waiting:
            answer()


@pytest.fixture
def bridge(qapp: QApplication, engine: Engine) -> Iterator[SlowBridge]:
    made = SlowBridge(engine)
    yield made
    made.close()


@pytest.fixture
def table(bridge: SlowBridge) -> IdTable:
    """Lists 300 items, but has not been asked to yet."""
    fill(bridge.engine, 300, 3)
    return IdTable(bridge, "item", DragSession(bridge, bridge), bridge)


def pump(bridge: Bridge) -> None:
    """Wait for all that is asked, and all that is asked because of it."""
    for _ in range(5):
        bridge.engine.run(NOTHING).result(PATIENCE)
        bridge.engine.read(lambda: None).result(PATIENCE)
        bridge.engine.read(lambda: None, long=True).result(PATIENCE)
        QApplication.processEvents()


def shown(table: IdTable, row: int, column: int = 0) -> object:
    return table.index(row, column).data()


def look(table: IdTable) -> list[object]:
    """Look at every name, as a very high window would."""
    return [shown(table, row) for row in range(table.rowCount())]


def names(table: IdTable) -> list[object]:
    look(table)
    pump(table.bridge)
    return look(table)


def fresh(table: IdTable) -> None:
    """Fail unless the table lists what the file says."""
    pump(table.bridge)
    assert list(table.ids) == list(ask(table.bridge.engine, lambda: listings.every(table.listing)))
    rows = ask(table.bridge.engine, lambda: queries.rows(table.kind, list(table.ids)))
    assert names(table) == [rows[record][0] for record in table.ids]
    assert table.total == ask(table.bridge.engine, lambda: queries.total(table.kind))


def test_nothing_is_there_before_it_is_asked_for(table: IdTable) -> None:
    assert (table.rowCount(), table.loaded, table.total) == (0, False, 0)
    table.reload()
    assert (table.rowCount(), table.loaded) == (0, False)
    pump(table.bridge)
    assert (table.rowCount(), table.loaded, table.total) == (300, True, 300)


def test_rows_are_placeholders_until_they_are_here(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    bridge.asked.clear()
    # The first screenful came with the list.
    assert shown(table, FIRST - 1) is not None
    assert shown(table, FIRST) is None
    assert table.index(FIRST, 0).data(Role.PLACEHOLDER) is True
    assert table.index(FIRST, 0).data(Role.ID) == table.ids[FIRST]
    assert table.index(FIRST, 0).data(Role.INITIALS) is None
    assert table.name_of(table.ids[FIRST]) == ""
    pump(bridge)
    assert bridge.asked == ["rows"]
    assert (
        shown(table, FIRST) == ask(bridge.engine, lambda: queries.names("item", [table.ids[FIRST]]))[table.ids[FIRST]]
    )
    assert table.index(FIRST, 0).data(Role.PLACEHOLDER) is False
    # A page at a time: what was not looked at is not fetched.
    assert table.index(299, 0).data(Role.PLACEHOLDER) is True
    pump(bridge)
    assert bridge.asked == ["rows", "rows"]


def test_a_look_at_everything_asks_for_each_page_once(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    bridge.asked.clear()
    for _ in range(3):
        look(table)
    pump(bridge)
    look(table)
    pump(bridge)
    assert bridge.asked == ["rows"] * 2
    assert None not in look(table)


def test_a_repaint_of_unchanged_data_asks_nothing(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    names(table)
    bridge.asked.clear()
    table.repaint_rows()
    look(table)
    table.set_target(3)
    table.set_flash({1: 0.5})
    look(table)
    pump(bridge)
    assert bridge.asked == []


def test_changed_rows_show_the_old_values_until_the_new_are_here(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    names(table)
    bridge.asked.clear()
    run(bridge.engine, items.update(1, description="New"))
    QApplication.processEvents()
    description = queries.COLUMNS["item"].index("description")
    assert shown(table, 0, description) == ""
    assert table.index(0, 0).data(Role.PLACEHOLDER) is False
    pump(bridge)
    assert shown(table, 0, description) == "New"
    # One page, whatever else is on the screen.
    assert bridge.asked.count("rows") == 1


def test_what_is_painted_is_painted_anew_only_where_news_are_of_rows_that_were_here(
    table: IdTable, bridge: SlowBridge
) -> None:
    table.reload()
    pump(bridge)
    shown(table, 0)
    pump(bridge)
    painted: list[object] = []
    table.dataChanged.connect(lambda *area: painted.append(area))
    near, far = table.ids[0], table.ids[-1]
    run(bridge.engine, links.link([far], [1]))
    QApplication.processEvents()
    assert painted == []
    run(bridge.engine, links.link([near], [1]))
    QApplication.processEvents()
    assert len(painted) == 1
    pump(bridge)
    painted.clear()
    # The rows that are on their way are dropped: they must be asked for again.
    bridge.slow = True
    shown(table, FIRST)
    QApplication.processEvents()
    run(bridge.engine, links.link([far], [2]))
    QApplication.processEvents()
    assert len(painted) == 1


def test_an_answer_older_than_the_last_news_is_dropped(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    bridge.slow = True
    late = table.ids[FIRST]
    shown(table, FIRST)
    QApplication.processEvents()
    (old,) = bridge.answers
    bridge.answers.clear()
    run(bridge.engine, links.link([late], [1, 2, 3]))
    QApplication.processEvents()
    old()
    count = [column.key for column in table.columns].index("count")
    assert shown(table, FIRST, count) is None
    QApplication.processEvents()
    bridge.hand_over()
    assert shown(table, FIRST, count) == 3


@pytest.mark.parametrize("seen", [True, False])
def test_a_row_that_is_gone_is_asked_for_once(table: IdTable, bridge: SlowBridge, seen: bool) -> None:
    """The row is gone, seen before or not, and the list without it is not here yet."""
    table.reload()
    pump(bridge)
    if seen:
        names(table)
    bridge.slow = True
    bridge.asked.clear()
    gone = table.ids[0]
    run(bridge.engine, items.delete([gone]))
    QApplication.processEvents()
    assert bridge.asked == ["ids"]
    (listing,) = bridge.answers
    bridge.answers.clear()
    for _ in range(5):
        shown(table, 0)
        QApplication.processEvents()
        bridge.hand_over()
    assert bridge.asked == ["ids", "rows"]
    assert table.rowCount() == 300
    listing()
    assert table.rowCount() == 299
    assert gone not in table.ids


def test_nothing_is_reset_where_the_list_is_as_it_was(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    resets: list[str] = []
    table.about_to_list.connect(lambda: resets.append("about"))
    table.modelReset.connect(lambda: resets.append("reset"))
    table.listed.connect(lambda: resets.append("listed"))
    table.reload()
    pump(bridge)
    assert resets == ["listed"]
    run(bridge.engine, items.create(name="Aardvark"))
    pump(bridge)
    assert resets == ["listed", "about", "reset", "listed"]


def test_the_same_listing_is_not_asked_for_again(table: IdTable, bridge: SlowBridge) -> None:
    table.show(text="1")
    pump(bridge)
    bridge.asked.clear()
    table.show(text="1")
    assert bridge.asked == []
    table.show(text="2")
    table.show(text="29")
    fresh(table)
    assert table.listing.text == "29"
    assert "Item 29" in names(table)
    assert "Item 2" not in names(table)


def test_an_edit_holds_the_list_as_it_is(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    before = list(table.ids)
    resets: list[int] = []
    table.modelReset.connect(lambda: resets.append(1))
    table.hold()
    table.hold()
    run(bridge.engine, items.create(name="Aardvark"))
    pump(bridge)
    run(bridge.engine, items.delete([5]))
    pump(bridge)
    assert (list(table.ids), resets) == (before, [])
    table.release()
    assert (list(table.ids), resets) == (before, [])
    table.release()
    assert resets == [1]
    fresh(table)
    # Nothing came: nothing is shown anew.
    table.hold()
    table.release()
    assert resets == [1]


def test_only_so_many_rows_are_kept(table: IdTable, bridge: SlowBridge, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(bridge.engine, 1_000, 0)
    monkeypatch.setattr(id_list, "KEPT", 300)
    table.reload()
    pump(bridge)
    for row in range(0, table.rowCount(), 100):
        shown(table, row)
        pump(bridge)
        assert shown(table, row) is not None
    assert shown(table, 0) is None
    pump(bridge)
    assert shown(table, 0) == "Item 1"


def test_news_of_another_program_make_every_row_old(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    names(table)
    bridge.asked.clear()
    everything: dict[Kind, frozenset[int] | None] = dict.fromkeys(KINDS)
    bridge.changed.emit(Change(Label("outside"), "outside", None, everything, frozenset(everything), linked=True))
    assert None not in look(table)
    pump(bridge)
    assert bridge.asked.count("ids") == 1
    assert bridge.asked.count("rows") == 3


def test_links_reorder_only_a_list_that_depends_on_them(table: IdTable, bridge: SlowBridge) -> None:
    table.reload()
    pump(bridge)
    bridge.asked.clear()
    run(bridge.engine, links.link([7], [1]))
    pump(bridge)
    assert "ids" not in bridge.asked
    table.show(sort="count", descending=True)
    pump(bridge)
    assert table.ids[0] == 7
    run(bridge.engine, links.link([9], [1, 2]))
    pump(bridge)
    assert table.ids[:2] == array("q", [9, 7])
    table.show(scope="in", others=(2,), sort="name")
    pump(bridge)
    assert list(table.ids) == [9]
    run(bridge.engine, links.link([3], [2]))
    pump(bridge)
    assert sorted(table.ids) == [3, 9]


def _show(tables: list[IdTable], **changes: Any) -> None:
    for table in tables:
        table.show(**changes)


def _sort_by_all(tables: list[IdTable]) -> None:
    for table in tables:
        for column in range(table.columnCount()):
            table.sort(column)


def test_both_models_stay_whole_through_everything(bridge: SlowBridge) -> None:
    """Qt's own tester looks on: its warnings fail the test."""
    engine, session = bridge.engine, DragSession(bridge, bridge)
    tables = [IdTable(bridge, "item", session, bridge), IdTable(bridge, "customer", session, bridge)]
    for table in tables:
        watch_model(table)
        table.reload()
        fresh(table)
    fill(engine, 5, 7)
    for table in tables:
        fresh(table)
    run(engine, links.link([1, 2], [1, 2, 3]))

    both = partial(_show, tables)
    steps: list[Callable[[], object]] = [
        partial(both, text="1"),
        partial(both, text="nothing has this"),
        partial(both, text=""),
        partial(_sort_by_all, tables),
        partial(both, sort="count", descending=True),
        partial(both, scope="in", others=(1,)),
        partial(run, engine, links.unlink([1], [1])),
        partial(undo, engine),
        partial(both, scope="not"),
        partial(both, scope="all", others=()),
        partial(run, engine, items.update(1, name="Zebra")),
        partial(run, engine, customers.update(1, full_name="Zoe")),
        partial(run, engine, items.delete([1, 2, 3])),
        partial(run, engine, customers.delete([1, 2, 3, 4, 5, 6, 7])),
        partial(undo, engine),
        partial(undo, engine),
        partial(run, engine, customers.create(username="aaa", item_ids=[1])),
        partial(session.begin, "item", [1]),
        partial(tables[1].set_target, 2),
        session.end,
        partial(run, engine, items.delete([1, 2, 3, 4, 5])),
    ]
    for step in steps:
        step()
        for table in tables:
            fresh(table)
