"""Many rows of a side table at once: in one statement, with all that another program has put there, and back again."""

from __future__ import annotations

from functools import partial

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, places, preferences
from itemlink_gui.store import effects, history
from tests.support import ask, count_statements, fill, raw, run, undo


def rows(engine: Engine, table: str) -> list[tuple[object, ...]]:
    with raw(engine.path) as connection:
        return list(connection.execute(f"SELECT * FROM {table} ORDER BY id"))


def test_ids_never_come_back(engine: Engine) -> None:
    fill(engine, 1, 5)
    run(engine, places.wait([1], [1, 2]))
    undo(engine)
    run(engine, places.wait([1], [3, 4]))
    assert [row[:3] for row in rows(engine, "waiting")] == [(3, 1, 3), (4, 1, 4)]


@pytest.mark.parametrize("note", ["\0 null", "½ “quoted” \\ \n\t 😀", "x" * 10_000])
def test_what_another_program_wrote_comes_back(engine: Engine, note: str) -> None:
    fill(engine, 1, 3)
    run(engine, preferences.prefer([1], [1, 2], "wants"))
    with raw(engine.path) as other:
        other.execute("ALTER TABLE preference ADD COLUMN theirs TEXT")
        other.execute("UPDATE preference SET note = ?, theirs = 'own' || id", (note,))
    before = rows(engine, "preference")
    run(engine, preferences.clear([1], [1, 2]))
    assert rows(engine, "preference") == []
    undo(engine)
    assert rows(engine, "preference") == before


def test_deleting_many_customers_brings_their_wishes_back_at_once(engine: Engine) -> None:
    fill(engine, 1, 40)
    counts = []
    for wishing in ([], range(1, 41)):
        run(engine, preferences.prefer([1], wishing, "wants"))
        before = rows(engine, "preference")
        run(engine, customers.delete(range(1, 21)))
        counts.append(count_statements(engine, partial(undo, engine)))
        assert rows(engine, "preference") == before
    assert counts[1] - counts[0] < 10


def test_a_step_that_touched_very_many_is_in_the_history_of_each(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(effects, "MANY", 5)
    fill(engine, 2, 20)
    run(engine, places.wait([1], range(1, 20)))
    for record, there in ((1, True), (19, True), (20, False)):
        steps = ask(engine, partial(history.record_steps, "customer", record, 10))
        assert ("wait" in [step.label.kind for step in steps]) is there
    assert "wait" in [step.label.kind for step in ask(engine, partial(history.record_steps, "item", 1, 10))]
