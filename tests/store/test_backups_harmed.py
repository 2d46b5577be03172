"""What cannot harm the backups that are there: damage, a full disk, a kill in the middle."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from itemlink_gui.base import paths
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import backups
from itemlink_gui.store.explain import explain
from tests.store.helpers import Clock, left, made, make
from tests.support import Child, digest, faults, fill, raw, run, snapshot

pytestmark = pytest.mark.usefixtures("clock")


def damage(path: Path) -> None:
    """Break an index of a file that nobody has open: it opens, and is not sound."""
    with raw(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item_created_at'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(content)


def test_none_is_made_from_a_damaged_file(engine: Engine, clock: Clock) -> None:
    fill(engine, 3, 3)
    first = made(engine.path)
    run(engine, items.create(name="x"))
    engine.close()
    damage(engine.path)
    before = digest(engine.path), digest(first.path)
    for _ in range(3):
        clock.pass_(days=40)
        with pytest.raises(CannotWrite, match="The file is damaged") as caught:
            make(engine.path)
        assert caught.value.trouble == "damaged"
    assert (digest(engine.path), digest(first.path)) == before
    assert backups.listed(engine.file_id) == [first]


def test_without_room_none_is_made(engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(engine, 1, 1)
    size = engine.path.stat().st_size
    usage = namedtuple("usage", "total used free")
    free = [2 * size]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10 * size, 0, free[0]))
    first = made(engine.path)
    run(engine, items.create(name="x"))
    clock.pass_(hours=1)
    free[0] = 2 * engine.path.stat().st_size - 1
    with pytest.raises(CannotWrite, match="not enough room") as caught:
        make(engine.path)
    assert caught.value.trouble == "full"
    assert left(first.path.parent) == ["origin", first.path.name]
    free[0] += 1
    assert made(engine.path)


def test_a_name_that_is_taken(engine: Engine, clock: Clock) -> None:
    """A stray, or a clock that stands still: what is there gives way to a whole backup."""
    fill(engine, 1, 1)
    folder = backups.folder(engine.file_id)
    folder.mkdir(parents=True)
    (folder / "test 2026-03-01T120000.000000Z.itemlink").write_bytes(b"stray")
    one = made(engine.path)
    assert snapshot(one.path) == snapshot(engine.path)
    run(engine, items.create(name="x"))
    assert made(engine.path).path == one.path
    assert snapshot(one.path) == snapshot(engine.path)
    assert left(folder) == ["origin", one.path.name]


@pytest.mark.parametrize("error", [OSError(28, "No space left"), CannotWrite("Not verified."), KeyboardInterrupt()])
def test_one_that_fails_leaves_nothing(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    fill(engine, 1, 1)
    first = made(engine.path)
    run(engine, items.create(name="x"))
    clock.pass_(days=400)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(type(error)):
            make(engine.path)
    assert backups.listed(engine.file_id) == [first]
    assert left(first.path.parent) == ["origin", first.path.name]
    assert made(engine.path)


DEADLY = """
import os
from itemlink_gui.store import backup, backups, database
where = argv[1]
def die(*_):
    os._exit(9)
def die_later(pieces=iter(range(9))):
    next(pieces) < 5 or die()
with database.opened(Path(argv[0])) as connected:
    if where == "before the copy":
        backup._take = die
    if where == "in the copy":
        backup.PAGES, backup.give_way = 1, die_later
    if where == "before it is verified":
        backup._is_sound = die
    if where == "before it gets its name":
        Path.replace = die
    if where == "before the others are thinned":
        backups.thin = die
    backups.make(connected, Path(argv[0]))
"""


@pytest.mark.parametrize(
    ("where", "more"),
    [
        ("before the copy", 0), ("in the copy", 0), ("before it is verified", 0), ("before it gets its name", 0),
        ("before the others are thinned", 1),
    ],
)  # fmt: skip
def test_killed_in_the_middle_the_last_good_one_stays(engine: Engine, clock: Clock, where: str, more: int) -> None:
    fill(engine, 50, 50)
    first = made(engine.path)
    before = digest(first.path)
    run(engine, links.link(range(1, 51), range(1, 51)))
    engine.close()
    with Child(DEADLY, engine.path, where) as child:
        assert child.end() == 9
    listed = backups.listed(engine.file_id)
    assert len(listed) == 1 + more
    assert listed[-1] == first
    assert digest(first.path) == before
    assert all(faults(one.path) == [] for one in listed)
    if more:
        assert snapshot(listed[0].path) == snapshot(engine.path)
    else:
        clock.pass_(hours=1)
        assert snapshot(made(engine.path).path) == snapshot(engine.path)
        assert len(backups.listed(engine.file_id)) == 2
    assert faults(engine.path) == []


def test_on_a_full_disk_the_last_good_one_stays(engine: Engine) -> None:
    """The system itself refuses to let the copy grow."""
    fill(engine, 50, 50)
    first = made(engine.path)
    run(engine, links.link(range(1, 51), range(1, 51)))
    engine.close()
    with Child(
        """
import resource
from itemlink_gui.store import backups, database
from itemlink_gui.store.explain import explain
path = Path(argv[0])
with database.opened(path) as connected:
    for most in (8192, path.stat().st_size // 2):
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        try:
            backups.make(connected, path)
        except Exception as error:
            say(type(explain(error)).__name__)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    say(sorted(one.name for one in Path(argv[1]).iterdir()))
    say(backups.make(connected, path) is not None)
""",
        engine.path,
        first.path.parent,
    ) as child:
        assert child.rest() == ["CannotWrite", "CannotWrite", ["origin", first.path.name], True]
    newest, oldest = backups.listed(engine.file_id)
    assert oldest.path != first.path or oldest == first
    assert {snapshot(newest.path)["item_customer"] != [], snapshot(oldest.path)["item_customer"] != []} == {True, False}


def test_what_cannot_be_made_is_explained(engine: Engine) -> None:
    fill(engine, 1, 1)
    paths.backups_dir().parent.mkdir(parents=True, exist_ok=True)
    paths.backups_dir().write_bytes(b"a file where the folder should be")
    with pytest.raises(OSError, match=r".") as caught:
        make(engine.path)
    assert isinstance(explain(caught.value), CannotWrite)
