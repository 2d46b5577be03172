"""A screen of its own with a window manager, a mouse and a keyboard, and the windows on it."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from itemlink_gui.base.paths import PACKAGE
from tests.support import PATIENCE

TOOLS = ("Xvfb", "openbox", "xdotool")
SIZE = (1400, 900)

# The pace of a hand, in seconds: between two moves of the mouse, and before it lets go.
_MOVE = 0.03
_REST = 0.06
# Between two questions while waiting.
_POLL = 0.02

Place = tuple[int, int]


def wait_until(there: Callable[[], bool], what: Callable[[], str]) -> None:
    """Return as soon as something is so.

    Args:
        there: whether it is.
        what: tells what was waited for.

    Raises:
        AssertionError: if it does not come to be in time.
    """
    deadline = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < deadline, what()
        time.sleep(_POLL)


def end(process: subprocess.Popen[Any]) -> None:
    """End a process that a test has started, if it still runs."""
    if process.poll() is None:
        process.kill()
    process.wait(PATIENCE)
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()


class Screen:
    """An X server with a window manager, and what a hand does on it.

    Args:
        folder: for the settings and messages of both.
    """

    def __init__(self, folder: Path) -> None:
        self._processes: list[subprocess.Popen[Any]] = []
        self._log = (folder / "screen.log").open("w")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        # Nothing of the desktop of whoever runs the tests.
        for name in ("XAUTHORITY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "SESSION_MANAGER"):
            self.environment.pop(name, None)
        self.environment.update(QT_QPA_PLATFORM="xcb", XDG_CONFIG_HOME=str(folder), XDG_CACHE_HOME=str(folder))
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        ours, theirs = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        arguments = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        with open(ours) as told:
            self._processes.append(
                subprocess.Popen(arguments, pass_fds=[theirs], stdout=self._log, stderr=self._log)
            )
            os.close(theirs)
            assert select.select([told], [], [], PATIENCE)[0], "Xvfb did not start"
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self.environment["DISPLAY"] = f":{number}"
        manager = ["openbox", "--sm-disable"]
        self._processes.append(
            subprocess.Popen(manager, env=self.environment, stdout=self._log, stderr=self._log)
        )
        wait_until(self._managed, lambda: "openbox did not start")

    def _managed(self) -> bool:
        asked = subprocess.run(["xdotool", "get_num_desktops"], env=self.environment, capture_output=True, check=False)
        return asked.returncode == 0

    def close(self) -> None:
        """End both."""
        for process in reversed(self._processes):
            end(process)
        self._log.close()

    def do(self, *steps: object) -> None:
        """Do something with mouse or keyboard, in the words of xdotool."""
        subprocess.run(["xdotool", *map(str, steps)], env=self.environment, check=True, timeout=PATIENCE)

    # The mouse.

    def click(self, place: Place) -> None:
        """Click on a place."""
        self.do("mousemove", *place, "click", 1)

    def press(self, place: Place) -> None:
        """Press the button on a place and begin to move."""
        self.do("mousemove", *place, "sleep", _REST, "mousedown", 1)

    def move(self, start: Place, goal: Place) -> None:
        """Move from one place to another as a hand does."""
        steps: list[object] = []
        for number in range(1, 11):
            between = [round(a + (b - a) * number / 10) for a, b in zip(start, goal, strict=True)]
            steps += ["mousemove", *between, "sleep", _MOVE]
        self.do(*steps, "sleep", _REST)

    def release(self) -> None:
        """Let go of the button."""
        self.do("mouseup", 1)

    # The keyboard.

    def keys(self, *keys: str) -> None:
        """Press keys one after another, such as "ctrl+z"."""
        self.do("key", "--delay", 8, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", 8, text)


class Window:
    """ItemLink in a process of its own, looked at from outside.

    Args:
        screen: where it is shown.
        path: of the file that it shows.
        folder: for its messages.
    """

    def __init__(self, screen: Screen, path: Path, folder: Path) -> None:
        self.screen = screen
        self.path = path
        self._errors = folder / f"window-{time.monotonic_ns()}.log"
        with self._errors.open("w") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "error", "-m", "tests.xcb.driver", str(path)],
                cwd=PACKAGE.parent,
                env={**screen.environment, "ITEMLINK_HOME": os.environ["ITEMLINK_HOME"]},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def kill(self) -> None:
        """End it at once."""
        end(self.process)

    def ask(self, question: str, *arguments: object) -> Any:
        """Ask the driver.

        Raises:
            AssertionError: if it does not answer.
        """
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([question, *arguments]) + "\n")
        self.process.stdin.flush()
        answered = select.select([self.process.stdout], [], [], PATIENCE)[0]
        line = self.process.stdout.readline() if answered else ""
        assert line, f"no answer to {question}\n{self._errors.read_text()}"
        return json.loads(line)

    def wait(self, expected: object, question: str, *arguments: object) -> None:
        """Ask until the answer is the expected one."""
        seen: list[Any] = [None]

        def there() -> bool:
            seen[0] = self.ask(question, *arguments)
            return bool(seen[0] == expected)

        wait_until(there, lambda: f"{question}{arguments}: {seen[0]!r} instead of {expected!r}")

    # Where things are.

    def place(self, table: str, record: int) -> Place:
        """Return a point on a row, as soon as it is seen."""
        found: list[Any] = []

        def there() -> bool:
            found[:] = self.ask("place", table, record) or []
            return bool(found)

        wait_until(there, lambda: f"{record} is not to be seen in {table}")
        return found[0], found[1]

    def middle(self, name: str) -> Place:
        """Return the middle of a widget, as soon as it is seen."""
        found: list[Any] = []

        def there() -> bool:
            found[:] = self.ask("area", name) or []
            return bool(found)

        wait_until(there, lambda: f"{name} is not to be seen")
        left, top, width, height = found
        return left + width // 2, top + height // 2
