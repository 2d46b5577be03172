"""A file that may only be looked at: all is shown, nothing is changed, and a copy can be saved."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from itemlink_gui.base import paths
from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import derive, listings, queries, schema
from itemlink_gui.store.migrations import SCRIPTS
from itemlink_gui.store.models import Item
from tests.conftest import Prepared
from tests.engine.conftest import Watch
from tests.support import PATIENCE, Child, News, ask, digest, faults, fill, raw, run, snapshot

only_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)


@pytest.fixture
def filled(prepared: Prepared) -> Path:
    """A file with two items and a step to take back."""
    return prepared(some)


def some(path: Path) -> None:
    engine = Engine(path, keeping=False)
    fill(engine, 2, 2)
    run(engine, links.link([1], [1]))
    run(engine, items.update(1, name="Renamed"))
    engine.undo().result(PATIENCE)
    engine.close()


def state(path: Path) -> dict[str, object]:
    """Return all there is to see of a folder and a closed file in it."""
    found: dict[str, object] = {one.name: one.stat()[:7] + one.stat()[8:] for one in path.parent.iterdir()}
    return found | {"": digest(path), ".": path.parent.stat().st_mtime_ns}


@pytest.fixture
def looking(filled: Path) -> Iterator[Engine]:
    """An engine that only looks; when it has closed, everything is as it was."""
    before = state(filled)
    engine = Engine(filled, read_only=True)
    yield engine
    engine.close()
    assert state(filled) == before
    assert not paths.backups_dir().exists()


def test_all_can_be_seen(looking: Engine) -> None:
    assert looking.read_only
    assert ask(looking, lambda: queries.names("item", [1, 2])) == {1: "Item 1", 2: "Item 2"}
    assert list(ask(looking, lambda: listings.every(listings.Listing("item", text="item")))) == [1, 2]
    assert ask(looking, derive.drift) == []
    assert looking.aside(lambda: 7).result(PATIENCE) == 7


def test_nothing_can_be_stored(looking: Engine) -> None:
    ran: list[int] = []
    for future in (
        looking.run(items.create(name="x")),
        looking.run(Operation("x", lambda _: ran.append(1))),
        looking.run(Operation("x", lambda journal: journal.add(Item, name="x"), backed_up=True)),
        looking.undo(),
        looking.redo(),
    ):
        with pytest.raises(CannotWrite, match="save a copy to go on") as caught:
            future.result(PATIENCE)
        assert caught.value.trouble == "read_only"
    assert ran == []


def test_a_copy_can_be_saved_and_goes_its_own_way(looking: Engine, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("elsewhere") / "copy.itemlink"
    for _ in range(2):
        looking.save_copy(target).result(PATIENCE)
    assert snapshot(target) == snapshot(looking.path)
    assert faults(target) == []
    with pytest.raises(CannotWrite):
        looking.run(items.create(name="x")).result(PATIENCE)  # the copying has left the connection as it was
    copy = Engine(target, keeping=False)
    assert copy.file_id != looking.file_id
    assert copy.undo().result(PATIENCE).label.kind == "link"
    copy.close()


def test_counts_that_another_program_left_wrong_are_left_alone(filled: Path, watch: Watch) -> None:
    with raw(filled) as other:
        other.execute("UPDATE item_stat SET count = 7")
    before = state(filled)
    one = watch(filled, read_only=True)
    one.look_around()
    assert one.notices == []
    one.engine.close()
    assert state(filled) == before


def test_the_work_of_others_is_seen(filled: Path, watch: Watch) -> None:
    one, window = watch(filled, read_only=True), Engine(filled, keeping=False)
    news = News(one.engine)
    run(window, items.create(name="From another window"))
    news.wait(lambda change: change.how == "outside")
    assert ask(one.engine, lambda: queries.names("item", [3])) == {3: "From another window"}
    window.close()
    with raw(filled) as other:
        other.execute("UPDATE item SET name = 'From another program' WHERE id = 3")
    one.look_around()
    assert ask(one.engine, lambda: queries.names("item", [3])) == {3: "From another program"}
    assert [change.how for change in news.changes] == ["outside"] * 2
    now = filled.rename(filled.with_name("moved.itemlink"))
    assert one.wait("moved").where == now
    now.rename(filled)
    one.wait("moved", "here")
    with pytest.raises(CannotWrite) as caught:
        run(one.engine, items.create(name="x"))
    assert caught.value.trouble == "read_only"


def test_a_file_of_an_older_version_is_left_alone(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SCRIPTS", (*SCRIPTS, ("CREATE TABLE category (id INTEGER PRIMARY KEY) STRICT",)))
    before = state(filled)
    with contextlib.suppress(CannotOpen):
        Engine(filled, read_only=True).close()
    assert state(filled) == before


SOMEBODY_ELSE = """
import os, shutil, tempfile, threading
from itemlink_gui.base import paths
from itemlink_gui.engine import Engine, workers
from itemlink_gui.ops import items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import queries
workers.POLL_SECONDS = 0.01
folder = Path(tempfile.mkdtemp())
os.environ["ITEMLINK_HOME"] = str(folder / "home")
path = folder / "there" / "f.itemlink"
try:
    for made in (path.parent, folder / "home"):
        made.mkdir()
        made.chmod(0o777)
    shutil.copy(argv[0], path)
    path.chmod(int(argv[1]))
    path.parent.chmod(int(argv[2]))
    folder.chmod(0o755)
    os.setresgid(65534, 65534, 0); os.setresuid(65534, 65534, 0)
    def state():
        return [[one.name, one.stat().st_mtime_ns, one.stat().st_mode] for one in (path.parent, *path.parent.iterdir())]
    before = state()
    engine = Engine(path)
    changed, notices = threading.Event(), []
    engine.listen(lambda change: changed.set())
    engine.watch(lambda notice: notices.append(notice.kind))
    say(engine.read_only)
    say(engine.read(lambda: list(queries.names("item", [1, 2]).values())).result())
    for future in (engine.run(items.create(name="x")), engine.undo(), engine.redo(),
                   engine.run(Operation("x", lambda _: 1, backed_up=True))):
        say(future.exception().trouble)
    engine.save_copy(folder / "home" / "copy.itemlink").result()
    copy = Engine(folder / "home" / "copy.itemlink", keeping=False)
    say([copy.read_only, copy.run(items.create(name="x")).result()])
    copy.close()
    idle = threading.Event()
    looked, engine._keeper.idle = engine._keeper.idle, lambda: (looked(), idle.set())
    idle.wait()
    say(state() == before)
    say(str(path))
    hear()
    changed.wait()
    say(engine.read(lambda: list(queries.names("item", [1, 2]).values())).result())
    engine.close()
    say([notices, paths.backups_dir().exists()])
finally:
    os.setresuid(0, 0, 0)
    shutil.rmtree(folder)
"""


@only_root
@pytest.mark.parametrize(
    ("of_file", "of_folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)], ids=["file", "folder", "both"]
)
def test_without_the_right_to_write(filled: Path, of_file: int, of_folder: int) -> None:
    """Root may do everything, so a child becomes somebody else."""
    with Child(SOMEBODY_ELSE, filled, of_file, of_folder) as child:
        assert child.hear() is True
        assert child.hear() == ["Item 1", "Item 2"]
        assert [child.hear() for _ in range(4)] == ["read_only"] * 4
        assert child.hear() == [False, 3]
        assert child.hear() is True
        there = Path(child.hear())
        assert digest(there) == digest(filled)
        with raw(there) as other:
            other.execute("UPDATE item SET name = 'theirs'")
        child.say(True)
        assert child.hear() == ["theirs", "theirs"]
        assert child.hear() == [[], False]
        assert child.end() == 0
