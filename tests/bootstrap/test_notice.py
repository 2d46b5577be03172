"""What the set-up tells, in a terminal and in a window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import IO

import pytest

from itemlink_gui.bootstrap import notice

ROOT = Path(notice.__file__).parents[2]


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed: sudo apt install xvfb")
    pytest.importorskip("tkinter", reason="this Python has no tkinter")
    reader, writer = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp", "-screen", "0", "800x600x24"],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writer)
        with os.fdopen(reader) as numbers:
            number = numbers.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def in_own_process(code: str, env: dict[str, str]) -> str:
    """Return what ``code`` prints: tkinter and Qt do not share a process well."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | env, capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("streams", "env", "platform", "expected"),
    [
        ((None, None, None), {}, "win32", True),
        ((StringIO(), StringIO(), StringIO()), {"DISPLAY": ":0"}, "linux", True),
        ((StringIO(), StringIO(), StringIO()), {"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ((StringIO(), StringIO(), StringIO()), {}, "linux", False),
        ((Terminal(), StringIO(), StringIO()), {"DISPLAY": ":0"}, "linux", False),
        ((None, None, Terminal()), {}, "darwin", False),
    ],
)
def test_a_double_click_is_told_from_a_terminal(
    streams: tuple[IO[str] | None, ...], env: dict[str, str], platform: str, expected: bool
) -> None:
    assert notice.without_terminal(streams, env, platform) is expected


def test_said_on_the_terminal_alone(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice, "make_window", lambda: pytest.fail("no window is wanted"))
    notice.tell("What happened", in_window=False)
    assert capsys.readouterr().err == "What happened\n"


def test_without_a_terminal_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    notice.say("What happened")


@pytest.mark.parametrize("tool", [command[0] for command in notice.DIALOGS])
def test_the_desktops_own_dialogs_stand_in_for_tkinter(
    tool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / tool
    script.write_text(f'#!/bin/sh\nfor last; do :; done\nprintf %s "$last" > {tmp_path}/shown\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(notice, "make_window", lambda: None)
    notice.tell("<b>What</b> happened", in_window=True)
    assert (tmp_path / "shown").read_text() == "<b>What</b> happened"


def test_no_window_where_there_is_no_screen() -> None:
    pytest.importorskip("tkinter", reason="this Python has no tkinter")
    code = "from itemlink_gui.bootstrap import notice; print(notice.make_window())"
    assert in_own_process(code, {"DISPLAY": ":59999"}) == "None\n"


def test_the_window_hands_on_what_went_wrong(display: str) -> None:
    code = """if True:
        from itemlink_gui.bootstrap import notice
        def work(say):
            raise OSError("disk")
        print(repr(notice.make_window().work(work, print)))
    """
    assert in_own_process(code, {"DISPLAY": display}) == "OSError('disk')\n"


def test_the_window_ends_with_the_work(display: str) -> None:
    code = """if True:
        from itemlink_gui.bootstrap import notice
        print(notice.make_window().work(lambda say: say("Setting up"), print))
    """
    assert in_own_process(code, {"DISPLAY": display}) == "None\n"


def test_the_window_shows_the_steps_and_closing_it_stops_the_work(display: str) -> None:
    code = """if True:
        import threading
        from itemlink_gui.bootstrap import notice
        window = notice.make_window()
        stopped = threading.Event()
        def work(say):
            say("Setting up")
            say("  Fetching")
            stopped.wait(20)
        def texts(widget):
            if widget.winfo_class() == "TLabel":
                yield widget["text"]
            for child in widget.winfo_children():
                yield from texts(child)
        def close_when_shown():
            if list(texts(window.root)) == ["Setting up", "Fetching"]:
                window.root.tk.call(window.root.protocol("WM_DELETE_WINDOW"))
            else:
                window.root.after(10, close_when_shown)
        window.root.after(0, close_when_shown)
        print(window.work(work, stopped.set), stopped.is_set())
    """
    assert in_own_process(code, {"DISPLAY": display}) == "None True\n"


def test_an_error_can_be_read_until_the_window_is_closed(display: str) -> None:
    code = """if True:
        from itemlink_gui.bootstrap import notice
        window = notice.make_window()
        def close():
            area = [w for w in window._box.winfo_children() if w.winfo_class() == "Text"][0]
            print(area.get("1.0", "end-1c"))
            window.root.tk.call(window.root.protocol("WM_DELETE_WINDOW"))
        window.root.after(50, close)
        window.tell("sudo apt install libegl1")
    """
    assert in_own_process(code, {"DISPLAY": display}) == "sudo apt install libegl1\n"
