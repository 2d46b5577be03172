"""Makes the project's own .venv: once, whole or not at all, and told step by step."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from itemlink_gui.base.errors import Cancelled, ItemLinkError
from itemlink_gui.base.i18n import tr

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

Say = Callable[[str], None]

# What pip prints when it cannot reach the package index.
OFFLINE = ("ConnectionError", "connection", "Temporary failure", "Timeout", "timed out", "SSLError", "ProxyError")


class Runner:
    """Runs one command at a time, and can be stopped from another thread."""

    def __init__(self) -> None:
        self.stopped = False
        self._process: subprocess.Popen[str] | None = None

    def __call__(self, command: Sequence[str], folder: Path, env: Mapping[str, str], lock: int, heard: Say) -> int:
        """Run ``command`` to its end and return its exit code.

        Args:
            command: the program and its arguments.
            folder: where it runs.
            env: its environment.
            lock: a file descriptor that it holds open, so that the lock outlives a starter that was killed.
            heard: gets each line of output as it comes.

        Raises:
            Cancelled: ``stop`` was called.
        """
        windows = os.name == "nt"
        with subprocess.Popen(  # noqa: S603 (venv and pip, no shell)
            command,
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            pass_fds=() if windows else (lock,),
            process_group=None if windows else 0,
            creationflags=0x08000000 if windows else 0,  # no console window
        ) as process:
            self._process = process
            try:
                if self.stopped:  # while this command was being started
                    self.stop()
                for line in process.stdout or ():
                    heard(line.rstrip())
            except BaseException:
                self.stop()
                raise
        if self.stopped:
            raise Cancelled
        return int(process.returncode)

    def stop(self) -> None:
        """End the command that runs, with all that it started, and let no other begin."""
        self.stopped = True
        if self._process is None or self._process.poll() is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.terminate()
            else:
                os.killpg(self._process.pid, signal.SIGTERM)


class Setup:
    """The ``.venv`` beside ``main.py``: whether it is ready, and how it is made.

    Args:
        root: the folder of ``main.py`` and ``pyproject.toml``.
        run: runs a command; see ``Runner``.
    """

    def __init__(self, root: Path, run: Runner | None = None) -> None:
        self.root = root
        self.run = run or Runner()
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.stamp = self.venv / "itemlink-ready"
        self.lock = self.venv / "itemlink-lock"

    def wanted(self) -> str:
        """Return what the stamp must hold: the version of Python and what the project asks for."""
        version = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
        return f"{version}\n{(self.root / 'pyproject.toml').read_text('utf-8')}"

    def stamped(self) -> str | None:
        """Return what the stamp holds; None when the set-up never came to its end."""
        try:
            return self.stamp.read_text("utf-8")
        except (OSError, ValueError):
            return None

    def ready(self) -> bool:
        """Tell whether the set-up came to its end for this Python and this ``pyproject.toml``."""
        return self.stamped() == self.wanted() and self.python.exists()

    def stale(self, prefix: Path) -> bool:
        """Tell whether the environment ``prefix`` is ours and was made for an earlier ``pyproject.toml``."""
        return prefix.resolve() == self.venv.resolve() and self.stamped() not in (None, self.wanted())

    def make(self, say: Say, *, broken: bool = False) -> None:
        """Make the environment, or bring it up to date; waits while another start does the same.

        Args:
            say: gets each step as a line for people.
            broken: it looks ready and does not work.

        Raises:
            ItemLinkError: it could not be made.
            Cancelled: ``run.stop`` was called.
        """
        if missing_parts(("venv", "ensurepip")):
            raise ItemLinkError(no_venv())
        try:
            self.venv.mkdir(exist_ok=True)
            before = self._made()
            interrupted = self.lock.exists() and not before
            with self._locked(say) as lock:
                if self.ready() and not (broken and self._made() == before):
                    return
                keep = not (interrupted or broken) and self._usable(lock)
                say(tr("Bringing ItemLink up to date…") if keep else tr("Setting up ItemLink (once)…"))
                if not keep:
                    self._create(say, lock)
                say("  " + (tr("Fetching what has changed") if keep else tr("Fetching what it needs (about 300 MB)")))
                self._install(say, lock)
        except OSError as error:
            raise ItemLinkError(
                tr(
                    "ItemLink could not be set up in “{folder}”: {reason}.\n\nIt needs a folder that you may write to, "
                    "with 1.5 GB of free space. Copy ItemLink to such a folder and start it there.",
                    folder=self.venv,
                    reason=error.strerror or error,
                )
            ) from error

    def _made(self) -> int:
        """Return when the stamp was written, in nanoseconds; 0 when there is none."""
        return self.stamp.stat().st_mtime_ns if self.stamp.exists() else 0

    def _usable(self, lock: int) -> bool:
        """Tell whether the environment that is there has a working pip on this version of Python."""
        probe = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
        try:
            return self.run([str(self.python), "-c", probe], self.root, os.environ, lock, _ignore) == 0
        except OSError:
            return False

    @contextlib.contextmanager
    def _locked(self, say: Say) -> Iterator[int]:
        """Hold the lock file; the system lets go of it when the last process that has it open ends."""
        with self.lock.open("a") as file:
            waiting = False
            while not _try_lock(file):
                if self.run.stopped:
                    raise Cancelled
                if not waiting:
                    say(tr("Another start is setting ItemLink up. Waiting for it…"))
                waiting = True
                time.sleep(0.2)
            yield file.fileno()

    def _create(self, say: Say, lock: int) -> None:
        """Make an empty environment with pip in it."""
        for entry in self.venv.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry != self.lock:
                entry.unlink()
        say("  " + tr("Making an environment for it in .venv"))
        base = getattr(sys, "_base_executable", None) or sys.executable
        lines: list[str] = []
        if self.run([base, "-m", "venv", str(self.venv)], self.root, os.environ, lock, lines.append):
            raise ItemLinkError(no_venv() if "ensurepip" in "".join(lines) else pip_failed(lines))

    def _install(self, say: Say, lock: int) -> None:
        """Let pip fetch what the project needs, and stamp the environment when all of it is there."""
        before, wanted = self.stamped(), self.wanted()
        self.stamp.unlink(missing_ok=True)
        # pip's cache and temporary files would lie outside .venv, and /tmp is too small on some systems.
        temporary = self.venv / "tmp"
        temporary.mkdir(exist_ok=True)
        env = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
        env |= {"PIP_NO_CACHE_DIR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
        env |= {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
        lines: list[str] = []

        def heard(line: str) -> None:
            lines.append(line)
            if told := in_short(line):
                say(f"  {told}")

        pip = [str(self.python), "-m", "pip", "install", "--progress-bar", "off", "--editable", ".[api,test]"]
        code = self.run(pip, self.root, env, lock, heard)
        shutil.rmtree(temporary, ignore_errors=True)
        if code:
            if before is not None:  # pip leaves things as they were when it fails by itself
                self.stamp.write_text(before, "utf-8")
            raise ItemLinkError(pip_failed(lines))
        self.stamp.write_text(wanted, "utf-8")
        say(tr("ItemLink is ready."))


def _ignore(_line: str) -> None:
    """Hear nothing."""


def _try_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def missing_parts(names: Iterable[str]) -> list[str]:
    """Return those of the modules ``names`` that cannot be imported."""
    return [name for name in names if importlib.util.find_spec(name) is None]


def in_short(line: str) -> str | None:
    """Return what a line of pip's output means to people; None when it means nothing to them."""
    words = line.split()
    if words[:1] == ["Downloading"] and line.endswith(")"):
        name, _, version = words[1].rpartition("/")[2].partition("-")
        size = line[line.rindex("(") + 1 : -1]
        return f"{name} {version.partition('-')[0]}, {size}"
    if line.startswith("Installing collected packages"):
        return tr("Installing it")
    return None


def no_venv() -> str:
    """Return what to say when Python cannot make environments, as on a bare Debian."""
    return tr(
        "ItemLink needs Python's venv and pip to set itself up, and this Python has not got them. On Debian and "
        "Ubuntu install them with:\n\n  sudo apt install python3-venv\n\nThen start ItemLink again."
    )


def pip_failed(lines: Sequence[str]) -> str:
    """Return what to say when a step of the set-up failed.

    Args:
        lines: what it printed.
    """
    text = "\n".join(lines)
    if any(sign in text for sign in ("No space left", "Errno 28")):
        what = tr("The disk is full. The set-up needs 1.5 GB of free space: make room, then start ItemLink again.")
    elif any(sign in text for sign in OFFLINE):
        what = tr("The internet cannot be reached, which the set-up needs once. Connect, then start ItemLink again.")
    elif "No matching distribution" in text:
        what = tr("A part is not to be had for this computer with Python {version}.", version=sys.version.split()[0])
    else:
        what = tr("A step failed. Starting ItemLink again repeats it.")
    worth = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("note:")]
    last = "\n".join(f"  {line}" for line in worth[-10:])
    return tr("ItemLink could not be set up. {what}\n\nThe last lines were:\n{last}", what=what, last=last)
