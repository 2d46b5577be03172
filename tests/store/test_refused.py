"""What is not ours, damaged or newer is refused in words, and not a byte of it is changed."""

from __future__ import annotations

import functools
import os
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.store import database, new_file
from tests.support import Child, beside, digest, fill, raw, run

Maker = Callable[[Path], object]
OPENERS: list[Callable[[Path], object]] = [database.inspect, Engine]


@functools.cache
def content() -> bytes:
    """Return a file of ours with some rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "some.itemlink")
        new_file.create(path)
        engine = Engine(path)
        fill(engine, 30, 30)
        run(engine, links.link(range(1, 31), range(1, 31)))
        engine.close()
        return path.read_bytes()


def ours(path: Path, *statements: str) -> None:
    """Make a file of ours with some rows, and change it."""
    path.write_bytes(content())
    with raw(path) as connection:
        for statement in statements:
            connection.execute(statement)


def changed(*statements: str) -> Maker:
    return lambda path: ours(path, *statements)


def cut(size: int) -> Maker:
    def make(path: Path) -> None:
        ours(path)
        os.truncate(path, size if size > 0 else path.stat().st_size + size)

    return make


def patched(offset: int, content: bytes) -> Maker:
    def make(path: Path) -> None:
        ours(path)
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(content)

    return make


def of_another_program(path: Path, mode: str = "delete") -> None:
    with raw(path) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)")


def left_by_a_crash(mode: str) -> Maker:
    """Make a file of another program that was killed in the middle of its work, with its journal."""

    def make(path: Path) -> None:
        of_another_program(path, mode)
        with Child(
            """
import os, sqlite3
connection = sqlite3.connect(argv[0], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.executemany("INSERT INTO item (name) VALUES (?)", [("x" * 500,)] * 2000)
if argv[1] == "wal":
    connection.execute("COMMIT")
os._exit(0)
""",
            path,
            mode,
        ) as child:
            child.end()
        assert len(beside(path)) > 1

    return make


# How to make it, and what is said.
REFUSED: dict[str, tuple[Maker, str]] = {
    "missing": (lambda path: None, "There is no such file."),
    "folder": (Path.mkdir, "It is a folder."),
    "fifo": (os.mkfifo, "It is not a file."),
    "empty": (Path.touch, "It is not an ItemLink file."),
    "text": (lambda path: path.write_text("name,customers\n" * 99), "It is not an ItemLink file."),
    "zeros": (lambda path: path.write_bytes(bytes(8192)), "It is not an ItemLink file."),
    "head alone": (lambda path: path.write_bytes(b"SQLite format 3\0"), "It is not an ItemLink file."),
    "dangling link": (lambda path: path.symlink_to("nowhere"), "There is no such file."),
    "link to itself": (lambda path: path.symlink_to(path.name), "There is no such file."),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "It is not a file."),
    "other program's": (of_another_program, "It is not an ItemLink file."),
    "other program's, wal": (lambda path: of_another_program(path, "wal"), "It is not an ItemLink file."),
    "other program's, crashed": (left_by_a_crash("delete"), "It is not an ItemLink file."),
    "other program's, wal, crashed": (left_by_a_crash("wal"), "It is not an ItemLink file."),
    "newer": (changed("PRAGMA user_version = 99"), "newer ItemLink"),
    "no version": (changed("PRAGMA user_version = 0"), "It is damaged."),
    "version below zero": (changed("PRAGMA user_version = -1"), "It is damaged."),
    "other identity": (changed("PRAGMA application_id = 7"), "It is not an ItemLink file."),
    "table gone": (changed("DROP TABLE past_link"), "It is damaged."),
    "index table gone": (changed("DROP TABLE item_part"), "It is damaged."),
    "cut to one page": (cut(4096), "It is damaged."),
    "cut in the middle": (cut(40_000), "It is damaged."),
    "cut at the end": (cut(-4096), "It is damaged."),
    "cut in the head": (cut(60), "It is not an ItemLink file."),
    "page overwritten": (patched(8192, b"\xff" * 4096), "It is damaged."),
    "many overwritten": (patched(4096, bytes(4096 * 9)), "It is damaged."),
    "schema overwritten": (patched(100, b"\xff" * 200), "It is damaged."),
    "wrong page size": (patched(16, struct.pack(">H", 3)), "It is not an ItemLink file."),
}


def look(path: Path) -> tuple[object, list[str]]:
    """Return what must not change: the names in the folder, and the bytes of each file."""
    files = [one for one in path.parent.iterdir() if one.is_file() and not one.is_char_device()]
    return {one.name: digest(one) for one in files}, beside(path)


@pytest.mark.parametrize("opener", OPENERS, ids=["inspect", "Engine"])
@pytest.mark.parametrize(("maker", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_ours_is_refused_in_words_and_left_alone(
    tmp_path: Path, maker: Maker, reason: str, opener: Callable[[Path], object]
) -> None:
    path = tmp_path / "some.itemlink"
    maker(path)
    before = look(path)
    with pytest.raises(CannotOpen) as caught:
        opener(path)
    assert reason in caught.value.reason
    assert caught.value.path == path
    assert look(path) == before
