"""The questions about steps."""

from __future__ import annotations

import pytest

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import history, journal
from tests.support import ask, fill, last_step, raw, redo, run, undo


def steps_of(engine: Engine, kind: Kind, record: int, limit: int = 99) -> list[int]:
    return [info.id for info in ask(engine, lambda: history.record_steps(kind, record, limit))]


def test_an_empty_file_has_none(engine: Engine) -> None:
    assert ask(engine, history.undo_state) == history.UndoState(None, None)
    assert ask(engine, lambda: history.steps(9)) == []
    assert ask(engine, lambda: history.record_steps("item", 1, 9)) == []


def test_the_newest_come_first_and_page_by_page(engine: Engine) -> None:
    for number in range(7):
        run(engine, items.create(name=f"Item {number}"))
    first = ask(engine, lambda: history.steps(3))
    assert [info.id for info in first] == [7, 6, 5]
    assert [info.id for info in ask(engine, lambda: history.steps(3, before=5))] == [4, 3, 2]
    assert [info.id for info in ask(engine, lambda: history.steps(3, before=2))] == [1]
    assert (first[0].label.kind, first[0].label.values["name"]) == ("item.create", "Item 6")
    assert (first[0].state, first[0].who) == ("done", "window")
    with raw(engine.path) as other:
        assert other.execute("SELECT created_at FROM step WHERE id = 7").fetchone() == (first[0].at,)


def test_what_undo_and_redo_would_do(engine: Engine) -> None:
    run(engine, items.create(name="A"))
    run(engine, items.update(1, name="B"))
    state = ask(engine, history.undo_state)
    assert state.undo is not None
    assert (state.undo.id, state.redo) == (2, None)
    undo(engine)
    state = ask(engine, history.undo_state)
    assert state.undo is not None
    assert state.redo is not None
    assert (state.undo.id, state.redo.id) == (1, 2)
    assert state.redo.label.values == {"name": "A", "fields": ["name"], "was": "A", "now": "B"}
    undo(engine)
    state = ask(engine, history.undo_state)
    assert state.redo is not None
    assert (state.undo, state.redo.id) == (None, 1)
    redo(engine)
    run(engine, items.create(name="C"))
    assert ask(engine, history.undo_state).redo is None
    assert [(info.id, info.state) for info in ask(engine, lambda: history.steps(9))] == [
        (3, "done"),
        (2, "undone"),
        (1, "done"),
    ]


def test_the_steps_of_a_record(engine: Engine) -> None:
    fill(engine, 2, 2)  # 1
    run(engine, items.update(1, name="New"))  # 2
    run(engine, customers.update(2, full_name="New"))  # 3
    run(engine, links.link([1], [2]))  # 4
    run(engine, links.unlink([1], [2]))  # 5
    run(engine, items.delete([1]))  # 6
    assert steps_of(engine, "item", 1) == [6, 5, 4, 2, 1]
    assert steps_of(engine, "item", 2) == [1]
    assert steps_of(engine, "customer", 2) == [5, 4, 3, 1]
    assert steps_of(engine, "customer", 1) == [1]
    assert steps_of(engine, "item", 1, limit=2) == [6, 5]
    assert steps_of(engine, "item", 99) == []


@pytest.mark.parametrize("many", [0, 1000])
def test_steps_over_very_many_records_are_looked_into(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(journal, "MANY", many)
    fill(engine, 3, 4)  # 1
    run(engine, links.link([1, 2], [1, 2]))  # 2
    run(engine, links.link([3], [4]))  # 3
    run(engine, links.clear("customer", [1, 4]))  # 4
    run(engine, customers.update(3, full_name="New", notes="New"))  # 5
    run(engine, items.update(2, name="New"))  # 6
    run(engine, customers.delete([2]))  # 7
    assert {n: steps_of(engine, "item", n) for n in (1, 2, 3)} == {1: [7, 4, 2, 1], 2: [7, 6, 4, 2, 1], 3: [4, 3, 1]}
    assert {n: steps_of(engine, "customer", n) for n in (1, 2, 3, 4)} == {
        1: [4, 2, 1],
        2: [7, 2, 1],
        3: [5, 1],
        4: [4, 3, 1],
    }
    assert steps_of(engine, "item", 1, limit=2) == [7, 4]


def test_labels_keep_names_as_they_were(engine: Engine) -> None:
    run(engine, items.create(name="<b>Äpfel</b> {x} %n"))
    run(engine, customers.create(username="ann"))
    run(engine, links.link([1], [1]))
    run(engine, items.update(1, name="Later"))
    label = ask(engine, lambda: history.steps(9))[1].label
    assert label.kind == "link"
    assert label.values == {
        "item": "<b>Äpfel</b> {x} %n", "customer": "ann", "items": 1, "customers": 1, "onto": "item",
        "added": 1, "already": 0,
    }  # fmt: skip
    assert last_step(engine) == 4
