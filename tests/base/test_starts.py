"""Starts that did not come through: after two of them the next one is in safe mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from itemlink_gui.base import starts
from itemlink_gui.base.starts import Starts
from tests.support import Child

START = """
from itemlink_gui.base.starts import Starts
note = Starts(Path(argv[0]))
say(note.begin())
if argv[1] == "through":
    note.finish()
if argv[1] == "waits":
    hear()
"""


def start(file: Path, how: str = "fails") -> int:
    with Child(START, file, how) as child:
        failed = int(child.hear())
        assert child.end() == 0
    return failed


def test_starts_that_fail_are_counted_until_one_comes_through(tmp_path: Path) -> None:
    file = tmp_path / "config" / "starts"
    assert [start(file) for _ in range(4)] == [0, 1, 2, 3]
    assert start(file, "through") == 4
    assert start(file) == 0


def test_a_window_that_is_being_opened_beside_is_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "starts"
    with Child(START, file, "waits") as first:
        # One after the other: notes that are written at the same moment may be lost, and then count as no failure.
        assert first.hear() == 0
        with Child(START, file, "waits") as second:
            assert second.hear() == 0
            assert start(file, "through") == 0
            for child in (first, second):
                child.say("go")
                assert child.end() == 0
    assert start(file) == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"garbage\n\n-5 x\n" + b"9" * 40 + b" 1\n"])
def test_any_content_is_taken(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "starts"
    file.write_bytes(content)
    assert start(file, "through") >= 0
    assert start(file) == 0


def test_where_nothing_can_be_noted_the_program_starts(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    note = Starts(tmp_path / "file" / "starts")
    assert note.begin() == 0
    note.finish()


def test_where_the_system_does_not_tell_who_lives_the_time_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starts.sys, "platform", "win32")
    file = tmp_path / "starts"
    assert [Starts(file).begin() for _ in range(3)] == [0, 0, 0]
    moment = starts.time.time()
    monkeypatch.setattr(starts.time, "time", lambda: moment + 60)
    assert Starts(file).begin() == 3
