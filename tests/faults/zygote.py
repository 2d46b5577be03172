"""A process that has imported everything and forks for each trial, which costs milliseconds and may die."""

from __future__ import annotations

import dataclasses
import faulthandler
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from itemlink_gui.base.paths import HOME_VARIABLE, PACKAGE
from tests.faults.fault import Fault, Outcome
from tests.guard import Guard

_TOLD = 600
# Where files lie in memory, and what must be on the disk is there at once; the trials need little of it.
_MEMORY = Path("/dev/shm")
_NEEDED = 512 * 1024 * 1024


class Zygote:
    """The way to that process."""

    def __init__(self) -> None:
        own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
        if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _NEEDED:
            own["TMPDIR"] = str(_MEMORY)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote"],
            cwd=PACKAGE.parent,
            env=os.environ | own,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, fault: Fault, seed: int) -> Outcome:
        """Have a trial done, and return what came of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([fault.name, seed]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the process that forks the trials ended"
        return Outcome(**json.loads(answer))

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


def serve(faults: dict[str, Fault]) -> None:
    """Do the trials that are asked for on the standard input, until it ends."""
    guard = Guard()
    sys.addaudithook(guard)
    with tempfile.TemporaryDirectory(prefix="itlk-") as name:
        os.environ["ITEMLINK_FAULT_TEMPLATES"] = name
        Path(name).chmod(0o755)
        for line in sys.stdin:
            fault, seed = json.loads(line)
            print(json.dumps(dataclasses.asdict(_apart(faults[fault], seed, guard))), flush=True)


def _apart(fault: Fault, seed: int, guard: Guard) -> Outcome:
    """Do a trial in a process of its own."""
    # A short name: the system allows the path of a socket 107 bytes.
    room = Path(tempfile.mkdtemp(prefix="itlk-"))
    try:
        pid = os.fork()
        if not pid:
            _trial(fault, seed, room, guard)
        _, status = os.waitpid(pid, 0)
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        outcome = room / "outcome"
        said = (room / "said").read_text(errors="replace")[-_TOLD:] if (room / "said").exists() else ""
        if not outcome.exists():
            return Outcome(crashed=1, note=f"{_ending(status)}: {said}")
        found = Outcome(**json.loads(outcome.read_text()))
        return dataclasses.replace(found, note=f"{found.note} {said}") if found.crashed else found
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _ending(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGALRM:
        return "it hung"
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"ended with {code}"


def _trial(fault: Fault, seed: int, room: Path, guard: Guard) -> NoReturn:
    # Whatever it starts is ended with it.
    os.setpgid(0, 0)
    said = os.open(room / "said", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    for descriptor in (1, 2):
        os.dup2(said, descriptor)
    faulthandler.register(signal.SIGALRM, chain=True)
    signal.alarm(fault.limit)
    room.chmod(0o755)
    folder = room / "trial"
    for made in (folder, room / "home", room / "run"):
        made.mkdir()
    (room / "run").chmod(0o700)
    os.environ[HOME_VARIABLE], os.environ["XDG_RUNTIME_DIR"] = str(room / "home"), str(room / "run")
    try:
        outcome = fault.trial(seed, folder)
    except BaseException as error:
        outcome = Outcome(crashed=1, note=_words(error))
    if opened := _opened_live(guard):
        outcome = dataclasses.replace(outcome, lost=outcome.lost + 1, note=f"opened while in use: {opened}")
    part = room / "part"
    part.write_text(json.dumps(dataclasses.asdict(outcome)))
    part.rename(room / "outcome")
    os._exit(0)


def _opened_live(guard: Guard) -> list[str]:
    """Return what was opened while in use; a copy that nobody else can know of may be."""
    return [one for one in guard.seen if not Path(one).parent.name.startswith(".itemlink-")]


def _words(error: BaseException) -> str:
    places = [f"{Path(one.filename).name}:{one.lineno}" for one in traceback.extract_tb(error.__traceback__)[-4:]]
    return f"{type(error).__name__}: {str(error)[:_TOLD]} ({' > '.join(places)})"


if __name__ == "__main__":
    from tests.faults.catalogue import FAULTS

    serve({one.name: one for one in FAULTS})
