"""Opening and making files, and what SQLite's errors mean."""

from __future__ import annotations

import gc
import os
import socket
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import peewee
import pytest

from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite, Invalid
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import database
from itemlink_gui.store.models import MODELS, current
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
        database.create(deep / "new.itemlink")
    assert list(deep.iterdir()) == []
    path.rename(deep / "old.itemlink")
    with pytest.raises(CannotOpen):
        Engine(deep / "old.itemlink")


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_odd_names_open(tmp_path: Path, name: str) -> None:
    path = tmp_path / "folder %20?#" / name
    path.parent.mkdir()
    database.create(path)
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


def test_making_a_file(tmp_path: Path) -> None:
    path = tmp_path / "new.itemlink"
    database.create(path)
    assert beside(path) == ["new.itemlink"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert database.inspect(path) == len(database.SCRIPTS)
    with raw(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x49544C4B,)
        assert database.schema(connection) == database.fresh_schema()
    assert path.read_bytes()[68:72] == b"ITLK"


@pytest.mark.parametrize("maker", [Path.touch, Path.mkdir, lambda path: path.symlink_to("nowhere"), os.mkfifo])
def test_what_is_there_is_never_overwritten(tmp_path: Path, maker: Maker) -> None:
    path = tmp_path / "there.itemlink"
    maker(path)
    before = path.lstat()
    with pytest.raises(CannotOpen, match="already"):
        database.create(path)
    assert path.lstat()[:9] == before[:9]
    assert beside(path) == ["there.itemlink"]


@pytest.mark.parametrize("path", [Path("/proc/x.itemlink"), Path("missing/x.itemlink"), Path("x" * 300)])
def test_a_place_that_cannot_be_written_is_told(path: Path) -> None:
    with pytest.raises(CannotOpen) as caught:
        database.create(path)
    assert "made there" in caught.value.reason or "could not be written" in caught.value.reason


def test_half_made_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "SCRIPTS", (*database.SCRIPTS, ("CREATE TABLE t (a)", "CREATE TABLE t (a)")))
    with pytest.raises(CannotOpen):
        database.create(tmp_path / "half.itemlink")
    assert list(tmp_path.iterdir()) == []


def test_safety_settings_are_taken(engine: Engine) -> None:
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


def test_a_setting_that_is_not_taken_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(database.PRAGMAS, "page_size", 1)
    with pytest.raises(CannotOpen, match="not safe to share"):
        Engine(path)


def test_each_thread_has_its_own_file(path: Path, tmp_path: Path) -> None:
    database.create(tmp_path / "other.itemlink")
    one, other = Engine(path), Engine(tmp_path / "other.itemlink")
    fill(one, 3, 0)
    fill(other, 5, 0)
    with database.opened(path, read_only=True):
        assert current.execute_sql("SELECT count(*) FROM item").fetchone() == (3,)
        assert ask(other, lambda: current.execute_sql("SELECT count(*) FROM item").fetchone()) == (5,)
    assert current.obj is None
    one.close()
    other.close()


def kind_of(field: peewee.Field) -> str:
    return field.field_type if field.field_type in ("TEXT", "BLOB") else "INTEGER"


def test_the_models_and_the_file_agree(path: Path) -> None:
    with raw(path) as connection:
        tables = {row[1]: row for row in connection.execute("PRAGMA table_list") if row[2] in ("table", "virtual")}
        made = {name for name in tables if not name.startswith(("sqlite_", "item_part", "item_word", "customer_part"))}
        made = {name for name in made if not name.startswith("customer_word")}
        assert made == {model._meta.table_name for model in MODELS}
        for model in MODELS:
            name = model._meta.table_name
            info = connection.execute(f"PRAGMA table_info({name})").fetchall()
            # The key of a row is never NULL, said or not.
            columns = {column: (kind, bool(refused or key)) for _, column, kind, refused, _, key in info}
            fields = {field.column_name: (kind_of(field), not field.null) for field in model._meta.sorted_fields}
            assert columns == fields, name
            *_, without_rowid, strict = tables[name]
            assert strict, name
            assert without_rowid == isinstance(model._meta.primary_key, peewee.CompositeKey), name


def test_the_file_itself_refuses_what_the_fields_refuse(engine: Engine) -> None:
    fill(engine, 1, 1)
    with raw(engine.path) as other:
        for statement in (
            "UPDATE item SET name = ''",
            f"UPDATE item SET name = '{'x' * 201}'",
            "UPDATE item SET name = NULL",
            "UPDATE item SET name = x'00'",
            "UPDATE item SET id = 2147483648",
            "UPDATE item SET id = 0",
            f"UPDATE user SET username = '{'x' * 151}'",
            f"UPDATE user SET email = '{'x' * 255}'",
            "INSERT INTO user (username) VALUES ('user1')",
            "INSERT INTO customer (user_id, created_at, updated_at) VALUES (1, '', '')",
            "UPDATE item_stat SET count = -1",
            "UPDATE step SET state = 'lost'",
            "INSERT INTO item_customer (item_id, customer_id) VALUES (1, 1)",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(statement)


def raised(code: int | None, behind: BaseException | None = None) -> Exception:
    error = sqlite3.OperationalError("cannot rollback - no transaction is active")
    if code is not None:
        error.sqlite_errorcode = code
    error.__context__ = behind
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (raised(sqlite3.SQLITE_FULL), "disk is full"),
        (raised(sqlite3.SQLITE_READONLY), "read-only"),
        (raised(sqlite3.SQLITE_READONLY_DBMOVED), "moved"),
        (raised(sqlite3.SQLITE_BUSY), "Another program"),
        (raised(sqlite3.SQLITE_BUSY_SNAPSHOT), "Another program"),
        (raised(sqlite3.SQLITE_LOCKED), "Another program"),
        (raised(sqlite3.SQLITE_CORRUPT_VTAB), "damaged"),
        (raised(sqlite3.SQLITE_NOTADB), "damaged"),
        (raised(sqlite3.SQLITE_IOERR_WRITE), "disk reports"),
        (raised(sqlite3.SQLITE_CANTOPEN), "cannot be written"),
        (raised(sqlite3.SQLITE_PERM), "cannot be written"),
        (raised(sqlite3.SQLITE_INTERRUPT), "Cancelled"),
        (raised(sqlite3.SQLITE_ERROR, raised(sqlite3.SQLITE_FULL)), "disk is full"),
        (raised(None, raised(None, raised(sqlite3.SQLITE_FULL))), "disk is full"),
        (raised(sqlite3.SQLITE_ERROR, Invalid("name", "too long")), "too long"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
)
def test_errors_of_the_world_are_told(error: Exception, words: str) -> None:
    told = database.explain(error)
    assert words in str(told)
    assert isinstance(told, CannotWrite | Cancelled | Invalid)
    assert getattr(told, "moved", False) == (words == "moved")


@pytest.mark.parametrize(
    "error", [ValueError("x"), raised(sqlite3.SQLITE_ERROR), raised(sqlite3.SQLITE_CONSTRAINT_UNIQUE), raised(None)]
)
def test_bugs_are_not(error: Exception) -> None:
    assert database.explain(error) is None


SOMEBODY_ELSE = """
import os, shutil, tempfile
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import database
folder = Path(tempfile.mkdtemp())
cases = {
    "locked": (0o000, 0o755), "read-only": (0o444, 0o777),
    "read-only folder": (0o666, 0o555), "closed folder": (0o666, 0),
}
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
            engine = Engine(folder / name / "f.itemlink")
        except ItemLinkError as error:
            say([name, "open", type(error).__name__, error.reason])
            continue
        error = engine.run(items.create(name="x")).exception()
        say([name, "write", type(error).__name__, str(error)])
        engine.close()
    try:
        database.create(folder / "read-only folder" / "new.itemlink")
    except ItemLinkError as error:
        say(["new", "open", type(error).__name__, error.reason])
    os.setresuid(0, 0, 0)
    say([sorted(str(p.relative_to(folder)) for p in folder.rglob("*.itemlink*"))])
    say([len({p.read_bytes() for p in [Path(argv[0]), *folder.rglob("*.itemlink")]})])
finally:
    os.setresuid(0, 0, 0)
    shutil.rmtree(folder)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_without_rights(path: Path) -> None:
    """Root may do everything, so a child becomes somebody else, who may not read or write a file or a folder."""
    engine = Engine(path)
    fill(engine, 1, 1)
    engine.close()
    names = ["closed folder", "locked", "read-only", "read-only folder"]
    with Child(SOMEBODY_ELSE, path) as child:
        told = child.rest()
    assert told[:5] == [
        ["locked", "open", "CannotOpen", "You may not read it."],
        ["read-only", "write", "CannotWrite", told[1][3]],
        ["read-only folder", "write", "CannotWrite", told[2][3]],
        ["closed folder", "open", "CannotOpen", "You may not read it."],
        ["new", "open", "CannotOpen", "It cannot be made there: Permission denied."],
    ]
    assert "read-only" in told[1][3]
    assert "read-only" in told[2][3]
    assert set(told[5][0]) == {f"{name}/f.itemlink" for name in names}
    assert told[6] == [1]


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
resource.setrlimit(resource.RLIMIT_FSIZE, (size - 4096, resource.RLIM_INFINITY))
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
