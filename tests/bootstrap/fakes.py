"""Stands in for venv and pip, so that no test waits for them or reaches the network."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from itemlink_gui.bootstrap.setup import Runner


class FakeRunner(Runner):
    """Does what venv and pip would do to the folder, and notes what it was asked for.

    Args:
        output: what pip prints.
        code: pip's exit code.
        usable: an environment that is there works on this Python.
    """

    def __init__(self, output: Iterable[str] = (), code: int = 0, usable: bool = True) -> None:
        super().__init__()
        self.output = list(output)
        self.code = code
        self.usable = usable
        self.during_pip: Callable[[], object] = bool
        self.steps: list[str] = []
        self.env: dict[str, str] = {}

    def __call__(
        self, command: Sequence[str], folder: Path, env: Mapping[str, str], lock: int, heard: Callable[[str], None]
    ) -> int:
        python = folder / ".venv" / "bin" / "python"
        if command[1:3] == ["-m", "venv"]:
            self.steps.append("venv")
            python.parent.mkdir()
            python.symlink_to(sys.executable)
            return 0
        assert command[0] == str(python)
        if command[1] == "-c":
            if not python.exists():
                raise FileNotFoundError(str(python))
            return 0 if self.usable else 1
        assert command[1:4] == ["-m", "pip", "install"]
        self.steps.append("pip")
        self.env = dict(env)
        for line in self.output:
            heard(line)
        self.during_pip()
        return self.code
