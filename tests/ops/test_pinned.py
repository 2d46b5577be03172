"""Items on the keys 1 to 9, kept in the file."""

from __future__ import annotations

import pytest

from itemlink_gui.base.errors import Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, pinned
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import pinned as questions
from itemlink_gui.store.models import Setting
from tests.support import ask, assert_sound, fill, redo, run, snapshot, undo


def pins(engine: Engine) -> dict[int, int]:
    return {key: item for key, (item, _name) in ask(engine, questions.listed).items()}


def test_an_item_is_put_on_a_key_moved_and_taken_off(engine: Engine) -> None:
    fill(engine, 3, 0)
    before = snapshot(engine.path)
    run(engine, pinned.pin(2, 1))
    run(engine, pinned.pin(3, 9))
    assert pins(engine) == {1: 2, 9: 3}
    run(engine, pinned.pin(2, 9))
    assert pins(engine) == {9: 2}
    run(engine, pinned.unpin(2))
    assert pins(engine) == {}
    for expected in ({9: 2}, {1: 2, 9: 3}, {1: 2}, {}):
        undo(engine)
        assert pins(engine) == expected
        assert_sound(engine)
    assert snapshot(engine.path) == before
    redo(engine)
    assert pins(engine) == {1: 2}


def test_a_deleted_item_leaves_its_key_and_comes_back_to_it(engine: Engine) -> None:
    fill(engine, 2, 0)
    run(engine, pinned.pin(1, 4))
    run(engine, items.delete([1]))
    assert pins(engine) == {}
    undo(engine)
    assert pins(engine) == {4: 1}
    run(engine, items.delete([1]))
    run(engine, pinned.pin(2, 4))
    assert pins(engine) == {4: 2}


@pytest.mark.parametrize("key", [0, 10, -1])
def test_there_are_nine_keys(engine: Engine, key: int) -> None:
    fill(engine, 1, 0)
    with pytest.raises(Invalid):
        run(engine, pinned.pin(1, key))
    for operation in (pinned.pin(7, 1), pinned.unpin(7)):
        with pytest.raises(NotFound):
            run(engine, operation)


@pytest.mark.parametrize(
    "value", ["", "nonsense", "[]", "5", '{"a": 1}', '{"1": "x"}', '{"99": 1}', '{"1": null}', "[" * 5000]
)
def test_what_another_program_left_there_does_no_harm(engine: Engine, value: str) -> None:
    fill(engine, 1, 0)

    def write(journal: object) -> None:
        Setting.create(name="pinned", value=value)

    run(engine, Operation("odd", write))
    assert pins(engine) == {}
    run(engine, pinned.pin(1, 2))
    assert pins(engine) == {2: 1}
