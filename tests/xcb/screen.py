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
from tests.support import PATIENCE, raw

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


class Program:
    """ItemLink in a process of its own, that waits for what it shall show.

    Args:
        environment: in which it starts.
        folder: for what it complains of.
    """

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self._complaints = folder / f"window-{time.monotonic_ns()}.log"
        with self._complaints.open("w") as complaints:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "error", "-m", "tests.xcb.driver"],
                cwd=PACKAGE.parent,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            )

    @property
    def complaints(self) -> str:
        return self._complaints.read_text()

    def begin(self, path: Path, environment: dict[str, str]) -> None:
        """Show a window on a file, in the environment of the present test."""
        self.say([str(path), environment])

    def say(self, what: object) -> None:
        """Tell it something, on a line."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()


class Screen:
    """An X server with a window manager, and what a hand does on it.

    Args:
        folder: for the settings and messages of both.
    """

    def __init__(self, folder: Path) -> None:
        self._processes: list[subprocess.Popen[Any]] = []
        self._folder = folder
        self._spare: Program | None = None
        self._log = (folder / "screen.log").open("w")
        self._own = {"QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        ours, theirs = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        arguments = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        with os.fdopen(ours) as told:
            self._processes.append(subprocess.Popen(arguments, pass_fds=[theirs], stdout=self._log, stderr=self._log))
            os.close(theirs)
            assert select.select([told], [], [], PATIENCE)[0], "Xvfb did not start"
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self._own["DISPLAY"] = f":{number}"
        manager = ["openbox", "--sm-disable"]
        self._processes.append(subprocess.Popen(manager, env=self.environment(), stdout=self._log, stderr=self._log))
        wait_until(self._managed, lambda: "openbox did not start")

    def environment(self) -> dict[str, str]:
        """Return the environment of a program on this screen: nothing of the desktop of whoever runs the tests."""
        foreign = ("QT_", "XDG_", "WAYLAND_", "XAUTHORITY", "DESKTOP_SESSION", "SESSION_MANAGER", "DBUS_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        return kept | self._own

    def _managed(self) -> bool:
        question = ["xdotool", "get_num_desktops"]
        asked = subprocess.run(question, env=self.environment(), capture_output=True, check=False, timeout=PATIENCE)
        return asked.returncode == 0

    def prepare(self) -> None:
        """Have a program ready for the next window: to import all it needs takes it longer than to show the window."""
        if self._spare is None:
            self._spare = Program(self.environment(), self._folder)

    def program(self, path: Path) -> Program:
        """Return a program that shows a window on a file."""
        self.prepare()
        assert self._spare is not None
        made, self._spare = self._spare, None
        made.begin(path, self.environment())
        return made

    def close(self) -> None:
        """End both, and what is not needed any more."""
        if self._spare is not None:
            end(self._spare.process)
        for process in reversed(self._processes):
            end(process)
        self._log.close()

    def do(self, *steps: object) -> None:
        """Do something with mouse or keyboard, in the words of xdotool."""
        subprocess.run(["xdotool", *map(str, steps)], env=self.environment(), check=True, timeout=PATIENCE)

    def ask(self, *question: object) -> str:
        """Ask the X server something, in the words of xdotool."""
        arguments = ["xdotool", *map(str, question)]
        asked = subprocess.run(
            arguments, env=self.environment(), check=True, timeout=PATIENCE, capture_output=True, text=True
        )
        return asked.stdout.strip()

    # The mouse.

    def park(self) -> None:
        """Put the mouse where it touches nothing."""
        self.do("mousemove", SIZE[0] - 1, SIZE[1] - 1)

    def click(self, place: Place) -> None:
        """Click on a place."""
        self.do("mousemove", *place, "click", 1)

    def wheel_down(self, notches: int) -> None:
        """Turn the wheel where the mouse is."""
        self.do("click", "--repeat", notches, "--delay", 10, 5)

    def press(self, place: Place, button: int = 1) -> None:
        """Press a button on a place and begin to move."""
        self.do("mousemove", *place, "sleep", _REST, "mousedown", button)

    def move(self, start: Place, goal: Place) -> None:
        """Move from one place to another as a hand does."""
        steps: list[object] = []
        for number in range(1, 11):
            between = [round(a + (b - a) * number / 10) for a, b in zip(start, goal, strict=True)]
            steps += ["mousemove", *between, "sleep", _MOVE]
        self.do(*steps, "sleep", _REST)

    def drag(self, start: Place, goal: Place, button: int = 1) -> None:
        """Take what is at one place to another, without letting go."""
        self.press(start, button)
        self.move(start, goal)

    def release(self, button: int = 1) -> None:
        """Let go of a button."""
        self.do("mouseup", button)

    # The keyboard.

    def keys(self, *keys: str) -> None:
        """Press keys one after another, such as "ctrl+z"."""
        self.do("key", "--delay", 8, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", 8, text)


class Window:
    """A window of ItemLink, looked at from outside.

    Args:
        screen: where it is shown.
        path: of the file that it shows.
    """

    def __init__(self, screen: Screen, path: Path) -> None:
        self._path = path
        self._program = screen.program(path)
        self.process = self._program.process

    def finish(self) -> None:
        """Close it, and see that it was content.

        Raises:
            AssertionError: if it complained or did not end well.
        """
        try:
            assert self.process.stdin is not None
            self.process.stdin.close()
            code = self.process.wait(PATIENCE)
        finally:
            end(self.process)
        assert (code, self._program.complaints) == (0, "")

    def ask(self, question: str, *arguments: object) -> Any:
        """Ask the driver.

        Raises:
            AssertionError: if it does not answer.
        """
        assert self.process.stdout is not None
        self._program.say([question, *arguments])
        answered = select.select([self.process.stdout], [], [], PATIENCE)[0]
        line = self.process.stdout.readline() if answered else ""
        assert line, f"no answer to {question}\n{self._program.complaints}"
        return json.loads(line)

    def wait(self, expected: object, question: str, *arguments: object) -> None:
        """Ask until the answer is the expected one."""
        answers: list[Any] = []

        def there() -> bool:
            answer = self.ask(question, *arguments)
            if answer not in answers:
                answers.append(answer)
            return bool(answer == expected)

        wait_until(there, lambda: f"{question}{arguments}: {answers} instead of {expected!r}")

    def find(self, question: str, *arguments: object) -> Place:
        """Return a place on the screen as soon as it is there, such as the "middle" of a widget."""
        answers: list[Any] = []

        def there() -> bool:
            answers.append(self.ask(question, *arguments))
            return bool(answers[-1])

        wait_until(there, lambda: f"{question}{arguments} is not to be seen")
        x, y = answers[-1]
        return x, y

    # The file, as another program sees it.

    def links(self) -> set[tuple[int, int]]:
        """Return the links that stand, as (item, customer)."""
        with raw(self._path) as connection:
            return set(connection.execute("SELECT item_id, customer_id FROM item_customer"))

    def steps(self) -> int:
        """Return how many steps were made, taken back or not."""
        with raw(self._path) as connection:
            return int(connection.execute("SELECT count(*) FROM step").fetchone()[0])

    def wait_links(self, expected: set[tuple[int, int]]) -> None:
        """Return as soon as just these links stand in the file."""
        wait_until(lambda: self.links() == expected, lambda: f"{self.links()} instead of {expected}")
