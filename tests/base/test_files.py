"""Writing a file: either the old or the new one is whole, at every moment."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from itemlink_gui.base import files
from tests.support import Child


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_new_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "made" / "new.txt"
    files.write_bytes(target, b"content")
    assert target.read_bytes() == b"content"
    assert names(target.parent) == ["new.txt"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_the_permissions_of_an_old_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "old.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    files.write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "file", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    files.write_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert (names(tmp_path), names(tmp_path / "real")) == (["link", "real"], ["file"])


@pytest.mark.parametrize("old", [None, b"old"])
def test_an_error_leaves_everything_as_it_was(tmp_path: Path, old: bytes | None) -> None:
    target = tmp_path / "file"
    if old:
        target.write_bytes(old)

    def fail() -> None:
        with files.replacing(target) as part:
            part.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert names(tmp_path) == (["file"] if old else [])
    assert not old or target.read_bytes() == old


def test_the_old_file_is_whole_until_the_end(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with files.replacing(target) as part:
        assert part.parent == target.parent
        part.write_bytes(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    "name",
    ["x" * 255, "日本" * 42, "a b%41?#.json", os.fsdecode(b"caf\xe9\xff"), "\n"],
    ids=["255 letters", "252 bytes", "signs", "not UTF-8", "line break"],
)
def test_any_name_that_the_system_takes(tmp_path: Path, name: str) -> None:
    files.write_bytes(tmp_path / name, b"content")
    assert names(tmp_path) == [name]


def test_what_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "folder", tmp_path / "missing" / "x" / ".." / "file"):
        with pytest.raises(OSError, match="directory") as caught, files.replacing(target):
            pass
        assert caught.value.errno
    assert names(tmp_path) == ["folder"]
    with pytest.raises(OSError, match="too long"):
        files.write_bytes(tmp_path / ("x" * 256), b"content")


def test_killed_while_writing_the_old_file_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with Child(
        """
from itemlink_gui.base import files
with files.replacing(Path(argv[0])) as part:
    part.write_bytes(b"new" * 1000)
    say("half")
    hear()
""",
        target,
    ) as child:
        assert child.hear() == "half"
        child.process.kill()
    assert target.read_bytes() == b"old"
