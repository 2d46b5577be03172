"""The file is moved, replaced, deleted or overwritten between two writes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from itemlink_gui.base.errors import CannotWrite, ItemLinkError
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import derive, new_file, queries
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import Forked, Line, bare, begin, seen
from tests.support import PATIENCE, ask, beside, digest, faults, on_writer, run, snapshot


def _moved(path: Path, _other: Path) -> Path:
    return path.rename(path.with_name("moved.itemlink"))


def _replaced(path: Path, other: Path) -> Path:
    return other.replace(path)


def _deleted(path: Path, _other: Path) -> Path:
    path.unlink()
    return path


def _folder(path: Path, _other: Path) -> Path:
    path.unlink()
    path.mkdir()
    return path


_MOVES: tuple[Callable[[Path, Path], Path], ...] = (_moved, _replaced, _deleted, _folder)


def _gone(seed: int, folder: Path) -> Outcome:
    """Another way to lose the file for each seed; the last two are written over in place."""
    way = seed % (len(_MOVES) + 2)
    if way >= len(_MOVES):
        return _overwritten(seed, folder, by_itself=way > len(_MOVES))
    move, chosen = _MOVES[way], random.Random(seed)
    path, other = begin(folder), folder / "other.itemlink"
    new_file.create(other)
    engine = Engine(path)
    _some_work(engine, chosen)
    before, content = snapshot(path), digest(other)
    there = move(path, other)
    names = beside(path)
    lost = _refused(engine, move.__name__, chosen)
    if ask(engine, lambda: len(queries.names("item", [1]))) != 1:
        lost.append(f"{move.__name__}: it can no longer be read")
    if beside(path) != names:
        lost.append(f"{move.__name__}: a file was made or removed: {names}, {beside(path)}")
    engine.save_copy(copy := folder / "copy.itemlink").result(PATIENCE)
    if snapshot(copy) != before:
        lost.append(f"{move.__name__}: the copy is not what was open")
    engine.close()
    if move is _replaced and digest(there) != content:
        lost.append("the other file was written")
    if move is _moved and snapshot(there) != before:
        lost.append("the moved file was written")
    return judged(lost, faults(copy))


def _some_work(engine: Engine, chosen: random.Random) -> None:
    for number in range(chosen.randrange(1, 8)):
        run(engine, items.create(name=f"More {number}", customer_ids=[1, 2]))
        if chosen.random() < 0.3:
            engine.undo().result(PATIENCE)


def _refused(engine: Engine, how: str, chosen: random.Random) -> list[str]:
    """Try to write, and return what was not refused as it should be."""
    writes: list[Callable[[], Future[Any]]] = [
        lambda: engine.run(links.link([3, 4], [5, 6])),
        engine.undo,
        lambda: engine.run(items.create(name="x")),
        lambda: engine.run(customers.delete([1])),
    ]
    chosen.shuffle(writes)
    errors = [write().exception(PATIENCE) for write in writes]
    return [f"{how}: {e!r}" for e in errors if not (isinstance(e, CannotWrite) and e.trouble == "moved")]


def _overwritten(seed: int, folder: Path, *, by_itself: bool) -> Outcome:
    """Written over in place: another file is refused and left alone, an older copy of the same is followed."""
    chosen = random.Random(seed)
    path, other = begin(folder), folder / "other.itemlink"
    with Forked(_copies) as child:
        if not by_itself:
            new_file.create(other)
            window = Engine(other, keeping=False)
            for number in range(chosen.randrange(12)):
                run(window, items.create(name=f"Other {number}" * chosen.randrange(1, 9)))
            window.close()
        engine = Engine(path)
        if by_itself:
            _some_work(engine, chosen)
            # Not "Save a copy", which makes another file of it.
            _copied(child, path, other)
        _some_work(engine, chosen)
        then, content = snapshot(other), digest(other)
        _copied(child, other, path)
    if by_itself:
        run(engine, items.create(name="After it"))
        half = [*on_writer(engine, derive.drift), *faults(path)]
        expected = seen(path)
        engine.close()
        names = [row[1] for row in bare(then)["item"]]
        lost = [] if sorted([*names, "After it"]) == sorted(row[1] for row in expected["item"]) else ["not followed"]
        return judged(lost, half)
    lost = _refused(engine, "overwritten", chosen)
    error = engine.read(lambda: queries.names("item", [1])).exception(PATIENCE)
    if error is not None and not isinstance(error, ItemLinkError):
        lost.append(f"overwritten: reading ended with {error!r}")
    engine.close()
    if digest(path) != content:
        lost.append("the file that was written over it was changed")
    return judged(lost)


def _copied(child: Forked, source: Path, target: Path) -> None:
    child.line.say([str(source), str(target)])
    child.line.hear()


def _copies(line: Line) -> None:
    """Write files over others in place, as a careless program does."""
    while True:
        source, target = map(Path, line.hear())
        with source.open("rb") as new, target.open("r+b" if target.exists() else "wb") as old:
            shutil.copyfileobj(new, old)
            old.truncate()
        line.say("done")


FAULTS = (Fault("deleted, replaced, renamed, overwritten while open", 6, 102, _gone),)
