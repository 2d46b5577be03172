"""Files that move while they are open, and processes that are killed."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import database, queries
from tests.support import (
    PATIENCE,
    Child,
    ask,
    assert_sound,
    beside,
    digest,
    faults,
    fill,
    pairs,
    run,
    snapshot,
    standing,
    undo,
)

WRITER = """
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
engine = Engine(Path(argv[0]))
"""


def moved_away(path: Path) -> Path:
    return path.rename(path.with_name("moved.itemlink"))


def replaced(path: Path) -> Path:
    other = path.with_name("other.itemlink")
    database.create(other)
    other.replace(path)
    return path


def deleted(path: Path) -> Path:
    path.unlink()
    return path


def folder_instead(path: Path) -> Path:
    path.unlink()
    path.mkdir()
    return path


@pytest.mark.parametrize("move", [moved_away, replaced, deleted, folder_instead])
def test_a_file_that_is_no_longer_there_is_not_written(engine: Engine, move: Callable[[Path], Path]) -> None:
    fill(engine, 2, 2)
    run(engine, links.link([1], [1]))
    before = snapshot(engine.path)
    there = move(engine.path)
    seen = digest(there) if move is replaced else ""
    names = beside(engine.path)
    for future in (engine.run(links.link([1, 2], [1, 2])), engine.undo(), engine.run(items.create(name="x"))):
        with pytest.raises(CannotWrite) as caught:
            future.result(PATIENCE)
        assert caught.value.moved
    assert ask(engine, lambda: queries.names("item", [1])) == {1: "Item 1"}
    assert beside(engine.path) == names
    if move is moved_away:
        assert snapshot(there) == before
    if move is replaced:
        assert digest(there) == seen
    copy = engine.path.with_name("copy.itemlink")
    for target in (copy, copy):
        engine.save_copy(target).result(PATIENCE)
    assert snapshot(copy) == before
    assert faults(copy) == []
    if move is moved_away:
        with pytest.raises(CannotWrite, match="open file itself"):
            engine.save_copy(there).result(PATIENCE)
        there.rename(engine.path)
        run(engine, links.link([1, 2], [1, 2]))
        assert len(standing(engine)) == 4
        assert_sound(engine)


def test_a_file_that_was_overwritten_in_place_is_followed(engine: Engine) -> None:
    fill(engine, 3, 3)
    other = engine.path.with_name("other.itemlink")
    database.create(other)
    window = Engine(other)
    for number in range(9):
        run(window, items.create(name=f"Other {number}"))
    window.close()
    with Child("Path(argv[1]).write_bytes(Path(argv[0]).read_bytes())", other, engine.path) as child:
        assert child.end() == 0
    assert run(engine, items.create(name="Ours")) == 10
    assert [row[1] for row in snapshot(engine.path)["item"]] == [f"Other {n}" for n in range(9)] + ["Ours"]
    assert_sound(engine)


# Being killed


@pytest.mark.parametrize("seed", range(10))
def test_killed_at_any_moment_what_was_promised_is_there(path: Path, seed: int) -> None:
    chosen = random.Random(seed)
    with Child(
        WRITER
        + """
engine.run(items.create(name="first")).result()
for number in range(2, 100_000):
    made = engine.run(customers.create(username=f"user{number}", item_ids=[1])).result()
    say(made)
""",
        path,
    ) as child:
        promised = [child.hear()]
        killer = threading.Timer(chosen.uniform(0, 0.15), child.process.kill)
        killer.start()
        promised += child.rest()
        killer.join()
    engine = Engine(path)
    there = {row[0] for row in snapshot(path)["customer"]}
    assert set(promised) <= there
    assert len(there) - len(promised) <= 1
    assert standing(engine) == pairs([1], there)
    assert_sound(engine)
    undo(engine)
    assert standing(engine) == pairs([1], there - {max(there)})
    assert_sound(engine)
    engine.close()


@pytest.mark.parametrize(
    "operation",
    [
        "links.replace_customers(1, range(3, 9))",
        "items.delete([1, 2])",
        "customers.create(username='new', item_ids=[1])",
    ],
)
def test_killed_at_any_statement_it_is_before_or_after(path: Path, tmp_path: Path, operation: str) -> None:
    engine = Engine(path)
    fill(engine, 3, 8)
    run(engine, links.link([1, 2], range(1, 6)))
    engine.close()
    before, content = snapshot(path), path.read_bytes()
    code = (
        WRITER
        + f"operation = {operation}"
        + """
import os
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.models import current
left = int(argv[1])
def count(statement):
    global left
    left -= 1
    if left == 0:
        os._exit(9)
engine.run(Operation("none", lambda _: current.connection().set_trace_callback(count))).result()
left = int(argv[1])
engine.run(operation).result()
os._exit(0)
"""
    )
    codes = {}
    for statement in (8, 20, 1000):
        path.write_bytes(content)
        with Child(code, path, statement) as child:
            codes[statement] = child.end()
        after = snapshot(path)
        assert (after == before) == (codes[statement] == 9)
        assert faults(path) == []
    assert codes[8] == 9
    assert codes[1000] == 0
