"""Opening and making files, and what SQLite's errors mean."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import database, new_file, schema
from itemlink_gui.store.models import current
from tests.support import Child, ask, beside, fill, on_writer, raw, run, snapshot

Maker = Callable[[Path], object]
ODD_NAMES = ["a b.itemlink", "100%41.itemlink", "wh?mode=ro&x#y", os.fsdecode(b"caf\xe9.itemlink"), "日本", "'\"\n;--"]


@pytest.mark.parametrize("path", [Path("a\0b"), Path("x" * 300), Path("/" + "x/" * 5000), Path("x/../../.."), Path()])
def test_strange_paths_are_refused(path: Path) -> None:
    with pytest.raises(CannotOpen):
        database.inspect(path)


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(socket.socket(socket.AF_UNIX)) as listening:
        listening.bind("s.itemlink")
        with pytest.raises(CannotOpen, match="not a file"):
            database.inspect(Path("s.itemlink"))


def test_a_path_longer_than_sqlite_takes_is_refused(path: Path, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d" * 100] * 6)
    deep.mkdir(parents=True)
    with pytest.raises(CannotOpen):
        new_file.create(deep / "new.itemlink")
    assert list(deep.iterdir()) == []
    path.rename(deep / "old.itemlink")
    with pytest.raises(CannotOpen):
        Engine(deep / "old.itemlink")


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_odd_names_open(tmp_path: Path, name: str) -> None:
    path = tmp_path / "folder %20?#" / name
    path.parent.mkdir()
    new_file.create(path)
    engine = Engine(path)
    fill(engine, 1, 1)
    engine.close()
    assert len(snapshot(path)["item"]) == 1
    assert set(beside(path)) <= {name, f"{name}-journal"}


def test_a_link_and_a_relative_path_open_the_real_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = path.with_name("link.itemlink")
    link.symlink_to(path.name)
    monkeypatch.chdir(path.parent)
    for number, way in enumerate((link, Path("test.itemlink"), Path("./link.itemlink")), 1):
        engine = Engine(way)
        assert engine.path.is_absolute()
        fill(engine, 1, 0)
        engine.close()
        assert len(snapshot(path)["item"]) == number
    assert link.is_symlink()


def test_a_file_in_use_in_another_journal_mode_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with raw(path) as other:
        other.execute("PRAGMA journal_mode = wal")
        other.execute("BEGIN")
        other.execute("SELECT * FROM item").fetchall()
        with pytest.raises(CannotOpen):
            Engine(path)
    gc.collect()  # the error holds on to the connection that failed
    Engine(path).close()
    with raw(path) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() != ("wal",)


@pytest.mark.parametrize("attempt", range(5))
def test_a_file_in_another_journal_mode_is_brought_back(path: Path, attempt: int) -> None:
    with raw(path) as other:
        other.execute("PRAGMA journal_mode = wal")
    engine = Engine(path)
    fill(engine, 1, 0)
    engine.close()
    assert not [name for name in beside(path) if name.endswith(("-wal", "-shm"))]


def test_connecting_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        database.connect(tmp_path / "gone.itemlink")
    assert list(tmp_path.iterdir()) == []


def test_safety_settings_are_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # what is spared the other tests
    engine = Engine(path, keeping=False)

    def read_back() -> dict[str, Any]:
        return {name: current.execute_sql(f"PRAGMA {name}").fetchone() for name in (*database.PRAGMAS, "query_only")}

    expected = {
        "journal_mode": ("truncate",), "synchronous": (2,), "cache_spill": (0,), "foreign_keys": (1,),
        "trusted_schema": (0,), "cell_size_check": (1,), "mmap_size": (0,), "query_only": (0,),
    }  # fmt: skip
    assert on_writer(engine, read_back) == expected
    assert ask(engine, read_back) == expected | {"query_only": (1,)}
    assert on_writer(engine, lambda: current.execute_sql("PRAGMA busy_timeout").fetchone()) == (10_000,)
    with pytest.raises(CannotWrite):
        ask(engine, lambda: current.execute_sql("DELETE FROM item"))
    engine.close()


def test_a_setting_that_is_not_taken_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(database.PRAGMAS, "page_size", 1)
    with pytest.raises(CannotOpen, match="not safe to share"):
        Engine(path)


def test_each_thread_has_its_own_file(path: Path, tmp_path: Path) -> None:
    new_file.create(tmp_path / "other.itemlink")
    one, other = Engine(path), Engine(tmp_path / "other.itemlink")
    fill(one, 3, 0)
    fill(other, 5, 0)
    with database.opened(path, read_only=True):
        assert current.execute_sql("SELECT count(*) FROM item").fetchone() == (3,)
        assert ask(other, lambda: current.execute_sql("SELECT count(*) FROM item").fetchone()) == (5,)
    assert current.obj is None
    one.close()
    other.close()


SOMEBODY_ELSE = """
import os, shutil, tempfile
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.engine import Engine
from itemlink_gui.store import new_file
folder = Path(tempfile.mkdtemp())
cases = {"locked": (0o000, 0o755), "closed folder": (0o666, 0)}
try:
    for name, (of_file, of_folder) in cases.items():
        (folder / name).mkdir()
        shutil.copy(argv[0], folder / name / "f.itemlink")
        (folder / name / "f.itemlink").chmod(of_file)
        (folder / name).chmod(of_folder)
    folder.chmod(0o755)
    os.setresgid(65534, 65534, 0); os.setresuid(65534, 65534, 0)
    for name in cases:
        try:
            Engine(folder / name / "f.itemlink")
        except ItemLinkError as error:
            say([name, type(error).__name__, error.reason])
    try:
        new_file.create(folder / "new.itemlink")
    except ItemLinkError as error:
        say(["new", type(error).__name__, error.reason])
    os.setresuid(0, 0, 0)
    say(sorted(str(p.relative_to(folder)) for p in folder.rglob("*.itemlink*")))
    say(len({p.read_bytes() for p in [Path(argv[0]), *folder.rglob("*.itemlink")]}))
finally:
    os.setresuid(0, 0, 0)
    shutil.rmtree(folder)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_without_the_right_to_read(path: Path) -> None:
    """Root may do everything, so a child becomes somebody else, who may not read a file or make one in a folder."""
    engine = Engine(path)
    fill(engine, 1, 1)
    engine.close()
    with Child(SOMEBODY_ELSE, path) as child:
        assert child.rest() == [
            ["locked", "CannotOpen", "You may not read it."],
            ["closed folder", "CannotOpen", "You may not read it."],
            ["new", "CannotOpen", "It cannot be made there: Permission denied."],
            ["closed folder/f.itemlink", "locked/f.itemlink"],
            1,
        ]


def test_a_full_disk_is_told_and_nothing_is_lost(engine: Engine) -> None:
    fill(engine, 20, 20)
    before = snapshot(engine.path)

    def limit(pages: str) -> object:
        return on_writer(engine, lambda: current.execute_sql(f"PRAGMA max_page_count = {pages}").fetchone())

    (pages,) = on_writer(engine, lambda: current.execute_sql("PRAGMA page_count").fetchone())
    limit(pages)
    for operation in (
        items.create(name="Big", description="x" * 90_000),
        items.update(1, description="y" * 90_000),
        links.link(range(1, 21), range(1, 21)),
    ):
        with pytest.raises(CannotWrite, match="disk is full"):
            run(engine, operation)
        assert snapshot(engine.path) == before
    limit("1073741823")
    run(engine, links.link(range(1, 21), range(1, 21)))
    assert len(snapshot(engine.path)["item_customer"]) == 400


def test_a_disk_that_fills_up_on_the_way(path: Path) -> None:
    """The system itself refuses to let files grow, for a write and for a copy."""
    with Child(
        """
import resource
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import derive
engine = Engine(Path(argv[0]))
engine.run(items.create(name="A", description="x" * 50_000)).result()
size = Path(argv[0]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY))
for future in (
    engine.run(items.create(name="B", description="x" * 90_000)),
    engine.save_copy(Path(argv[0]).with_name("copy.itemlink")),
):
    error = future.exception()
    say([type(error).__name__, str(error)])
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
say([engine.run(items.create(name="C", description="x" * 90_000)).result()])
say([engine.read(derive.drift).result()])
engine.close()
""",
        path,
    ) as child:
        told = child.rest()
    assert [one[0] for one in told[:2]] == ["CannotWrite", "CannotWrite"]
    assert all("Nothing was stored" in one[1] or "could not be written" in one[1] for one in told[:2])
    assert told[3] == [[]]
    assert [row[1] for row in snapshot(path)["item"]] == ["A", "C"]
    assert not path.with_name("copy.itemlink").exists()
    assert not list(path.parent.glob("*.part"))


# Writes more than fits into its memory, so that some of it goes into the file before the end, and never ends.
_GROWS = """
import os, sqlite3
connection = sqlite3.connect(argv[0], isolation_level=None)
connection.execute("PRAGMA cache_size = 5")
connection.execute("BEGIN IMMEDIATE")
for number in range(200):
    connection.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (f"x{number}", "x" * 3000))
say(os.stat(argv[0]).st_size)
os.kill(os.getpid(), 9)
"""


def test_a_file_whose_first_page_says_more_than_was_written_yet_is_taken_back(path: Path) -> None:
    before, size = snapshot(path), path.stat().st_size
    with Child(_GROWS, path) as child:
        assert child.hear() > size
        child.end()
    # The first page goes first when a commit is written: killed right after that, this is what stands there.
    with path.open("r+b") as file:
        page = bytearray(file.read(100))
        page[28:32] = (path.stat().st_size // 4096 + 5).to_bytes(4, "big")
        page[92:96] = page[24:28]
        file.seek(0)
        file.write(page)
    assert database.inspect(path) == schema.newest()
    assert snapshot(path) == before
    assert path.stat().st_size == size
