"""Making and mending .venv."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from itemlink_gui.base.errors import Cancelled, ItemLinkError
from itemlink_gui.bootstrap import setup as made_by
from itemlink_gui.bootstrap.setup import Runner, Setup, in_short, pip_failed
from tests.bootstrap.fakes import FakeRunner

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for venv makes a symbolic link")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return tmp_path


@pytest.fixture
def said() -> list[str]:
    return []


def made(root: Path, runner: FakeRunner | None = None) -> Setup:
    """Return a set-up that came to its end."""
    setup = Setup(root, runner or FakeRunner())
    setup.make(bool)
    assert setup.ready()
    return setup


def test_first_start_makes_and_fills_the_environment(root: Path, said: list[str]) -> None:
    runner = FakeRunner(["Downloading pyside6-6.11.3-cp39-abi3-manylinux.whl (80.3 MB)", "noise"])
    setup = Setup(root, runner)
    assert not setup.ready()
    setup.make(said.append)
    assert runner.steps == ["venv", "pip"]
    assert setup.ready()
    assert said[0] == "Setting up ItemLink (once)…"
    assert "  pyside6 6.11.3, 80.3 MB" in said
    assert not any("noise" in line for line in said)
    assert said[-1] == "ItemLink is ready."


def test_nothing_is_written_outside_the_environment(root: Path) -> None:
    runner = FakeRunner()
    made(root, runner)
    assert {path.name for path in root.iterdir()} == {".venv", "pyproject.toml"}
    assert runner.env["PIP_NO_CACHE_DIR"] == "1"
    assert {runner.env[name] for name in ("TMPDIR", "TEMP", "TMP")} == {str(root / ".venv" / "tmp")}
    assert not (root / ".venv" / "tmp").exists()


def test_what_is_ready_is_left_alone(root: Path) -> None:
    made(root)
    runner = FakeRunner()
    Setup(root, runner).make(bool)
    assert runner.steps == []


def test_a_changed_project_is_brought_up_to_date_in_place(root: Path, said: list[str]) -> None:
    made(root)
    (root / "pyproject.toml").write_text("[project]\ndependencies = []\n")
    runner = FakeRunner()
    setup = Setup(root, runner)
    assert not setup.ready()
    setup.make(said.append)
    assert runner.steps == ["pip"]
    assert said[0] == "Bringing ItemLink up to date…"
    assert setup.ready()


def test_stale_only_when_it_is_ours_and_out_of_date(root: Path, tmp_path: Path) -> None:
    setup = made(root)
    assert not setup.stale(setup.venv)
    (root / "pyproject.toml").write_text("changed\n")
    assert setup.stale(setup.venv)
    assert not setup.stale(Path(sys.prefix))
    setup.stamp.unlink()
    assert not setup.stale(setup.venv)


def test_another_python_makes_it_anew(root: Path) -> None:
    setup = made(root)
    setup.stamp.write_text(setup.wanted().replace("Python 3.", "Python 2."))
    runner = FakeRunner(usable=False)
    Setup(root, runner).make(bool)
    assert runner.steps == ["venv", "pip"]


def test_a_python_that_went_away_makes_it_anew(root: Path) -> None:
    setup = made(root)
    setup.python.unlink()
    setup.python.symlink_to(root / "gone")
    assert not setup.ready()
    runner = FakeRunner()
    Setup(root, runner).make(bool)
    assert runner.steps == ["venv", "pip"]


def test_an_interrupted_setup_is_made_anew(root: Path) -> None:
    half = FakeRunner()

    def power_cut() -> None:
        (root / ".venv" / "half-written").touch()
        (root / ".venv" / "lib").mkdir()
        (root / ".venv" / "lib64").symlink_to("lib")
        raise KeyboardInterrupt

    half.during_pip = power_cut
    with pytest.raises(KeyboardInterrupt):
        Setup(root, half).make(bool)
    again = FakeRunner()
    setup = Setup(root, again)
    assert not setup.ready()
    setup.make(bool)
    assert again.steps == ["venv", "pip"]
    assert not (root / ".venv" / "half-written").exists()
    assert setup.ready()


def test_an_environment_made_by_hand_is_kept(root: Path) -> None:
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    mine = root / ".venv" / "mine"
    mine.touch()
    runner = FakeRunner()
    Setup(root, runner).make(bool)
    assert runner.steps == ["pip"]
    assert mine.exists()


def test_what_looks_ready_and_is_broken_is_made_anew(root: Path) -> None:
    made(root)
    runner = FakeRunner()
    Setup(root, runner).make(bool, broken=True)
    assert runner.steps == ["venv", "pip"]


@pytest.mark.parametrize("broken", [False, True])
def test_two_starts_at_once_set_up_once(root: Path, broken: bool) -> None:
    if broken:
        made(root)
    inside, waits = threading.Event(), threading.Event()
    first, second = FakeRunner(), FakeRunner()

    def hold() -> None:
        inside.set()
        assert waits.wait(10)

    first.during_pip = hold
    thread = threading.Thread(target=lambda: Setup(root, first).make(bool, broken=broken))
    thread.start()
    assert inside.wait(10)
    if broken:  # the second found the stamp before the first took it away
        (root / ".venv" / "itemlink-ready").touch()

    def heard(line: str) -> None:
        if line.startswith("Another start"):
            waits.set()

    Setup(root, second).make(heard, broken=broken)
    thread.join()
    assert first.steps == ["venv", "pip"]
    assert second.steps == []


def test_waiting_for_another_start_can_be_stopped(root: Path) -> None:
    inside, release = threading.Event(), threading.Event()
    first, second = FakeRunner(), FakeRunner()

    def hold() -> None:
        inside.set()
        assert release.wait(10)

    first.during_pip = hold
    thread = threading.Thread(target=lambda: Setup(root, first).make(bool))
    thread.start()
    assert inside.wait(10)
    with pytest.raises(Cancelled):
        Setup(root, second).make(lambda _line: second.stop())
    release.set()
    thread.join()


def test_pip_failing_is_told_with_its_last_lines_and_tried_again(root: Path) -> None:
    runner = FakeRunner(["ERROR: something odd", "", "note: not worth it"], code=1)
    with pytest.raises(ItemLinkError, match="could not be set up") as caught:
        Setup(root, runner).make(bool)
    assert str(caught.value).endswith("The last lines were:\n  ERROR: something odd")
    made(root)


def test_pip_failing_at_an_update_leaves_what_was_there(root: Path) -> None:
    made(root)
    (root / "pyproject.toml").write_text("changed\n")
    with pytest.raises(ItemLinkError):
        Setup(root, FakeRunner(["no network"], code=1)).make(bool)
    runner = FakeRunner()
    Setup(root, runner).make(bool)
    assert runner.steps == ["pip"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("Retrying after connection broken by 'NewConnectionError(…)'", "internet cannot be reached"),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "internet cannot be reached"),
        ("ERROR: No matching distribution found for pyside6<6.12", "not to be had for this computer"),
        ("error: metadata-generation-failed", "A step failed"),
    ],
)
def test_why_pip_failed_in_words(line: str, told: str) -> None:
    text = pip_failed(["Collecting x", line])
    assert told in text
    assert line in text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("  Downloading peewee-4.5.3-py3-none-any.whl (194 kB)", "peewee 4.5.3, 194 kB"),
        ("Downloading https://example.org/a/click-8.5.1.tar.gz (12 kB)", "click 8.5.1.tar.gz, 12 kB"),
        ("Installing collected packages: peewee, click", "Installing it"),
        ("Downloading something odd", None),
        ("Collecting peewee<5,>=4.5.3", None),
        ("", None),
    ],
)
def test_lines_of_pip_in_short(line: str, told: str | None) -> None:
    assert in_short(line) == told


def test_python_without_venv_names_the_package(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_by, "missing_parts", lambda names: ["ensurepip"])
    with pytest.raises(ItemLinkError, match=re.escape("sudo apt install python3-venv")):
        Setup(root, FakeRunner()).make(bool)
    assert not (root / ".venv").exists()


def test_a_folder_that_cannot_be_written_is_told(root: Path) -> None:
    (root / ".venv").touch()
    with pytest.raises(ItemLinkError, match=re.escape(str(root / ".venv"))):
        Setup(root, FakeRunner()).make(bool)


def test_runner_hands_on_each_line_and_the_exit_code(tmp_path: Path) -> None:
    heard: list[str] = []
    with (tmp_path / "lock").open("w") as lock:
        command = [sys.executable, "-c", "import sys; print('één'); print('two', file=sys.stderr); sys.exit(3)"]
        assert Runner()(command, tmp_path, {"PYTHONUTF8": "1"}, lock.fileno(), heard.append) == 3
    assert sorted(heard) == ["two", "één"]


def test_runner_stops_a_command_with_all_that_it_started(tmp_path: Path) -> None:
    runner = Runner()
    # The inner process holds the output open: the runner could not return while it lives.
    inner = "import time; print('up', flush=True); time.sleep(60)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    with (tmp_path / "lock").open("w") as lock, pytest.raises(Cancelled):
        runner([sys.executable, "-c", outer], tmp_path, {}, lock.fileno(), lambda _line: runner.stop())
    with (tmp_path / "lock").open("w") as lock, pytest.raises(Cancelled):
        runner([sys.executable, "-c", inner], tmp_path, {}, lock.fileno(), bool)


def test_the_lock_outlives_a_starter_that_was_killed(root: Path) -> None:
    """A pip whose starter is gone still keeps the next start away until it ends."""
    code = (
        "import sys; from pathlib import Path; from itemlink_gui.bootstrap.setup import *\n"
        "setup = Setup(Path(sys.argv[1])); setup.venv.mkdir()\n"
        "inner = 'print(1, flush=True); input()'\n"
        "import os, subprocess\n"
        "with setup._locked(print) as lock:\n"
        "    subprocess.Popen([sys.executable, '-c', inner], pass_fds=(lock,))\n"
        "    os._exit(9)\n"
    )
    project = Path(made_by.__file__).parents[2]
    starter = subprocess.Popen(
        [sys.executable, "-c", code, str(root)], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert starter.wait(20) == 9
    assert starter.stdout is not None
    assert starter.stdin is not None
    assert starter.stdout.read(1) == b"1"
    waited: list[str] = []

    def heard(line: str) -> None:
        waited.append(line)
        assert starter.stdin is not None
        if not starter.stdin.closed:
            starter.stdin.close()  # lets the orphan end

    with starter.stdout:
        Setup(root, FakeRunner()).make(heard)
    assert waited[0].startswith("Another start")
