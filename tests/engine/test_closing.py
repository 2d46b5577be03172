"""The journal, empty beside an open file, goes when the file is closed, unless it may be somebody's."""

from __future__ import annotations

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import new_file
from tests.support import assert_sound, beside, faults, fill, raw, run, undo


def test_a_closed_file_lies_there_alone(engine: Engine) -> None:
    fill(engine, 2, 2)
    assert beside(engine.path) == ["test.itemlink", "test.itemlink-journal"]
    engine.close()
    assert beside(engine.path) == ["test.itemlink"]
    assert faults(engine.path) == []


def test_another_window_goes_on_without_it(engine: Engine) -> None:
    other = Engine(engine.path)
    fill(engine, 2, 2)
    run(other, items.create(name="Before"))
    engine.close()
    assert beside(engine.path) == ["test.itemlink"]
    run(other, items.create(name="After"))
    undo(other)
    assert_sound(other)
    other.close()
    assert beside(engine.path) == ["test.itemlink"]


def test_while_somebody_reads_it_stays(engine: Engine) -> None:
    fill(engine, 2, 2)
    with raw(engine.path) as other:
        reading = other.execute("SELECT id FROM item")
        reading.fetchone()
        engine.close()
        assert beside(engine.path) == ["test.itemlink", "test.itemlink-journal"]


@pytest.mark.parametrize("replaced", [True, False])
def test_that_of_another_file_in_its_place_stays(engine: Engine, replaced: bool) -> None:
    fill(engine, 2, 2)
    engine.path.rename(engine.path.with_name("moved.itemlink"))
    if replaced:
        new_file.create(engine.path)
    engine.path.with_name("test.itemlink-journal").write_bytes(b"theirs")
    engine.close()
    assert engine.path.with_name("test.itemlink-journal").read_bytes() == b"theirs"
