"""One window per file and user: who knocks is heard, and whatever else arrives at the door is not."""

from __future__ import annotations

import os
import socket as sockets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from itemlink_gui.gui import instance
from itemlink_gui.gui.instance import Door, show_first
from tests.gui.conftest import Open
from tests.gui.helpers import delete_later
from tests.support import Child

SECOND_START = """
from itemlink_gui.gui.instance import show_first
hear()
say(show_first(Path(argv[0])))
"""

PROGRAM = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from itemlink_gui import app
say("here")
say(app.main(argv))
"""


@pytest.fixture
def door(qapp: object, path: Path) -> Iterator[Door]:
    made = Door(path)
    yield made
    made.close()
    made.deleteLater()
    delete_later()


def knocks(door: Door) -> list[int]:
    """A list that gets an entry for each knock."""
    heard: list[int] = []
    door.knocked.connect(lambda: heard.append(1))
    return heard


def visitor(qtbot: QtBot, path: Path) -> QLocalSocket:
    """One who stands at the door and has said nothing yet."""
    made = QLocalSocket()
    made.connectToServer(instance._name(path))
    qtbot.waitUntil(lambda: made.state() == QLocalSocket.LocalSocketState.ConnectedState)
    return made


def test_the_first_one_answers_and_comes(qtbot: QtBot, door: Door, path: Path) -> None:
    heard = knocks(door)
    with Child(SECOND_START, path) as child:
        with qtbot.waitSignal(door.knocked, timeout=20_000):
            child.say("go")
        assert child.hear() is True
    assert heard == [1]


def test_one_who_could_not_listen_at_first_does_when_the_door_is_free(qtbot: QtBot, door: Door, path: Path) -> None:
    second = Door(path)
    heard = knocks(second)
    second.listen()
    with Child(SECOND_START, path) as child, qtbot.waitSignal(door.knocked, timeout=20_000):
        child.say("go")
    door.close()
    second.listen()
    second.listen()
    with Child(SECOND_START, path) as child:
        with qtbot.waitSignal(second.knocked, timeout=20_000):
            child.say("go")
        assert child.hear() is True
    assert heard == [1]
    second.close()


def test_a_file_that_was_moved_keeps_its_door(qtbot: QtBot, door: Door, path: Path) -> None:
    moved = path.rename(path.with_name("moved.itemlink"))
    assert door.is_of(moved)
    assert not door.is_of(path)
    with Child(SECOND_START, moved) as child, qtbot.waitSignal(door.knocked, timeout=20_000):
        child.say("go")


def test_the_same_file_by_another_name(qtbot: QtBot, door: Door, path: Path) -> None:
    by_link = path.with_name("link.itemlink")
    by_link.symlink_to(path)
    assert door.is_of(by_link)
    with Child(SECOND_START, by_link) as child:
        with qtbot.waitSignal(door.knocked, timeout=20_000):
            child.say("go")
        assert child.hear() is True


def test_nobody_is_there(qapp: object, path: Path) -> None:
    assert show_first(path) is False
    assert show_first(path.with_name("missing.itemlink")) is False
    assert show_first(Path("no\0name")) is False


def test_after_closing_nobody_is_there(qapp: object, path: Path) -> None:
    door = Door(path)
    door.close()
    assert show_first(path) is False


def test_another_file_has_another_door(door: Door, path: Path) -> None:
    other = path.with_name("other.itemlink")
    other.write_bytes(b"")
    assert show_first(other) is False
    assert not door.is_of(other)
    assert not door.is_of(path.with_name("missing.itemlink"))


@pytest.mark.skipif(instance.WINDOWS, reason="named pipes have no folder")
def test_a_folder_that_others_may_enter_has_no_door(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    # Not pytest's own folder: the system allows the path of a socket 107 bytes.
    with tempfile.TemporaryDirectory(prefix="itemlink-") as name:
        shared = Path(name)
        shared.chmod(0o777)
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        with closing(Door(path)) as made:
            assert not show_first(path)
            assert not made.is_of(path)
            assert list(shared.iterdir()) == []
        shared.chmod(0o700)
        with closing(Door(path)) as made:
            assert made.is_of(path)
            assert len(list(shared.iterdir())) == 1


def test_one_that_is_busy_is_not_waited_for_and_does_not_come_later(
    qtbot: QtBot, door: Door, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert instance.ANSWER_MS == 1000
    monkeypatch.setattr(instance, "ANSWER_MS", 50)
    heard = knocks(door)
    began = time.monotonic()
    # The loop that the door needs to hear stands still meanwhile.
    assert show_first(path) is False
    assert time.monotonic() - began < 1
    late = visitor(qtbot, path)
    late.write(b"there?\n")
    qtbot.waitUntil(lambda: late.bytesAvailable() > 0)
    assert heard == []


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows goes with its process")
def test_a_door_left_behind_by_one_that_was_killed(qtbot: QtBot, path: Path) -> None:
    probe = QLocalServer()
    assert probe.listen(instance._name(path))
    place = Path(probe.fullServerName())
    probe.close()
    with sockets.socket(sockets.AF_UNIX) as left:
        left.bind(os.fspath(place))
    assert place.exists()
    assert show_first(path) is False
    door = Door(path)
    try:
        with Child(SECOND_START, path) as child:
            with qtbot.waitSignal(door.knocked, timeout=20_000):
                child.say("go")
            assert child.hear() is True
    finally:
        door.close()
    assert not place.exists()


@pytest.mark.parametrize(
    "said",
    [b"\0", b"\n", b"come", b"come\n\n", b"COME\n", b"there?\ncome\n", b"here\n", b"\xff" * 100_000, b"come\n" * 1000],
)
def test_whatever_else_is_said_is_not_heard(qtbot: QtBot, door: Door, path: Path, said: bytes) -> None:
    heard = knocks(door)
    hostile = visitor(qtbot, path)
    hostile.write(said)
    qtbot.waitUntil(lambda: hostile.bytesToWrite() == 0)
    polite = visitor(qtbot, path)
    polite.write(b"there?\n")
    qtbot.waitUntil(lambda: polite.bytesAvailable() > 0)
    assert polite.readAll().data() == b"here\n"
    assert heard == []
    assert hostile.bytesAvailable() == 0
    hostile.abort()
    polite.disconnectFromServer()


def test_one_who_leaves_at_once_does_no_harm(qtbot: QtBot, door: Door, path: Path) -> None:
    for _ in range(20):
        gone = QLocalSocket()
        gone.connectToServer(instance._name(path))
        gone.write(b"there?\n")
        gone.abort()
    polite = visitor(qtbot, path)
    polite.write(b"there?\n")
    qtbot.waitUntil(lambda: polite.bytesAvailable() > 0)
    assert polite.readAll().data() == b"here\n"


def test_an_answer_that_is_none(qapp: object, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that has taken the name does not keep ItemLink from starting."""
    code = """
import socket
server = socket.socket(socket.AF_UNIX)
server.bind(argv[0])
server.listen()
say("here")
one, _ = server.accept()
one.recv(100)
one.sendall(b"who is there?" * 1000)
one.recv(100)
"""
    probe = QLocalServer()
    assert probe.listen(instance._name(path))
    place = Path(probe.fullServerName())
    probe.close()
    try:
        with Child(code, place) as child:
            assert child.hear() == "here"
            assert show_first(path) is False
    finally:
        place.unlink(missing_ok=True)


def test_a_second_start_brings_the_window_to_the_front(qtbot: QtBot, open_window: Open, small: Path) -> None:
    person = open_window(small)
    person.window.showMinimized()
    with Child(PROGRAM, small) as child:
        assert child.hear() == "here"
        qtbot.waitUntil(lambda: not person.window.isMinimized(), timeout=20_000)
        assert child.hear() == 0
        assert child.end() == 0
    assert person.window.isVisible()
