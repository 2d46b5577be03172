"""Where an open file is, and whether it is still the one that was opened."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from itemlink_gui.base.notices import Notice
from itemlink_gui.store import whereabouts
from tests.support import Child, raw

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a descriptor is called")


@pytest.fixture
def held(path: Path) -> Iterator[Path]:
    """A file that this process has open."""
    with raw(path) as connection:
        connection.execute("SELECT * FROM item")
        yield path


def look(path: Path, expected: whereabouts.Identity | None) -> Notice:
    """Look, and touch nothing on the way."""
    before = path.lstat()[:9] if os.path.lexists(path) else None
    found = whereabouts.whereabouts(path, expected)
    assert (path.lstat()[:9] if os.path.lexists(path) else None) == before
    return found


def test_what_tells_a_file_from_others(path: Path) -> None:
    found = whereabouts.identity(path)
    assert found == (path.stat().st_dev, path.stat().st_ino)
    os.link(path, path.with_name("hard link"))
    path.with_name("soft link").symlink_to(path.name)
    assert whereabouts.identity(path.with_name("hard link")) == found
    assert whereabouts.identity(path.with_name("soft link")) == found
    assert whereabouts.identity(path.parent) != found
    for nothing in (path.with_name("gone"), path / "x", Path("a\0b"), Path("x" * 300)):
        assert whereabouts.identity(nothing) is None
        assert whereabouts.stamp(nothing) == (0, 0)


def test_the_stamp_moves_with_every_write(path: Path) -> None:
    seen = {whereabouts.stamp(path)}
    assert seen == {(path.stat().st_mtime_ns, path.stat().st_size)}
    with path.open("ab") as file:
        file.write(b"x")
    seen.add(whereabouts.stamp(path))
    os.utime(path, ns=(1, 1))
    seen.add(whereabouts.stamp(path))
    assert len(seen) == 3


def test_here(held: Path) -> None:
    expected = whereabouts.identity(held)
    assert look(held, expected) == Notice("here")
    link = held.with_name("link")
    link.symlink_to(held.name)
    assert look(link, expected) == Notice("here")


def test_moved_within_its_folder(held: Path) -> None:
    expected = whereabouts.identity(held)
    held.with_name("link").symlink_to("new name.itemlink")
    now = held.rename(held.with_name("new name.itemlink"))
    assert look(held, expected) == Notice("moved", now)
    now.rename(held)
    assert look(held, expected) == Notice("here")


@only_linux
@pytest.mark.parametrize("name", ["b.itemlink", os.fsdecode(b"caf\xe9 (deleted).itemlink"), "a b\n"], ids=ascii)
def test_moved_to_another_folder(held: Path, name: str) -> None:
    expected = whereabouts.identity(held)
    folder = held.parent / "another"
    folder.mkdir()
    now = held.rename(folder / name)
    assert look(held, expected) == Notice("moved", now)
    held.write_bytes(b"another")
    assert look(held, expected) == Notice("replaced", now)


@only_linux
def test_its_folder_was_renamed(held: Path) -> None:
    expected = whereabouts.identity(held)
    now = held.parent.rename(held.parent.with_name("renamed folder"))
    assert whereabouts.whereabouts(held, expected) == Notice("moved", now / held.name)
    now.rename(held.parent)


def test_moved_by_somebody_else_where_the_system_does_not_tell(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = whereabouts.identity(held)
    monkeypatch.setattr(whereabouts, "_DESCRIPTORS", Path("/nowhere"))
    folder = held.parent / "another"
    folder.mkdir()
    with Child("Path(argv[0]).rename(argv[1])", held, folder / "b.itemlink") as child:
        assert child.end() == 0
    assert look(held, expected) == Notice("deleted")  # it cannot be known better


def test_replaced(held: Path) -> None:
    expected = whereabouts.identity(held)
    other = held.with_name("other")
    other.write_bytes(b"another")
    other.replace(held)
    assert look(held, expected) == Notice("replaced")


def test_replaced_by_a_folder_while_its_new_name_is_known(held: Path) -> None:
    expected = whereabouts.identity(held)
    now = held.rename(held.with_name("new name.itemlink"))
    held.mkdir()
    assert look(held, expected) == Notice("replaced", now)


def test_deleted(held: Path) -> None:
    expected = whereabouts.identity(held)
    held.unlink()
    assert look(held, expected) == Notice("deleted")


def test_deleted_but_for_another_name(held: Path) -> None:
    expected = whereabouts.identity(held)
    os.link(held, held.with_name("second name"))
    held.unlink()
    assert look(held, expected) == Notice("moved", held.with_name("second name"))


def test_its_folder_is_gone(held: Path) -> None:
    expected = whereabouts.identity(held)
    held.unlink()
    held.parent.rmdir()
    assert whereabouts.whereabouts(held, expected) == Notice("unreachable")
    held.parent.mkdir()


def test_of_a_file_that_was_never_there(tmp_path: Path) -> None:
    assert look(tmp_path / "gone", None) == Notice("here")
    (tmp_path / "come").write_bytes(b"")
    assert look(tmp_path / "come", None) == Notice("replaced")
