"""Files that move while they are open; `tests.faults` does the same and worse, more often."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import new_file, queries
from tests.support import (
    PATIENCE,
    Child,
    ask,
    assert_sound,
    beside,
    digest,
    faults,
    fill,
    run,
    snapshot,
    standing,
)


def moved_away(path: Path) -> Path:
    return path.rename(path.with_name("moved.itemlink"))


def replaced(path: Path) -> Path:
    other = path.with_name("other.itemlink")
    new_file.create(other)
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
        assert caught.value.trouble == "moved"
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


OVERWRITE = """
while True:
    source, target = map(Path, hear())
    target.write_bytes(source.read_bytes())
    say("done")
"""


def test_another_file_written_over_it_in_place_is_left_alone(engine: Engine) -> None:
    fill(engine, 3, 3)
    other = engine.path.with_name("other.itemlink")
    new_file.create(other)
    window = Engine(other)
    for number in range(9):
        run(window, items.create(name=f"Other {number}"))
    window.close()
    content = digest(other)
    with Child(OVERWRITE, engine.path) as child:
        child.say([str(other), str(engine.path)])
        assert child.hear() == "done"
    for future in (engine.run(items.create(name="Ours")), engine.undo()):
        with pytest.raises(CannotWrite) as caught:
            future.result(PATIENCE)
        assert caught.value.trouble == "moved"
    engine.close()
    assert digest(engine.path) == content


def test_an_older_copy_written_over_it_in_place_is_followed(engine: Engine) -> None:
    """As when a synchronised folder brings it back."""
    fill(engine, 3, 3)
    older = engine.path.with_name("older.itemlink")
    with Child(OVERWRITE) as child:
        child.say([str(engine.path), str(older)])
        assert child.hear() == "done"
        for number in range(9):
            run(engine, items.create(name=f"Newer {number}"))
        child.say([str(older), str(engine.path)])
        assert child.hear() == "done"
    assert run(engine, items.create(name="After it")) == 4
    assert [row[1] for row in snapshot(engine.path)["item"]] == ["Item 1", "Item 2", "Item 3", "After it"]
    assert_sound(engine)
