"""Starting: what is needed is there, or made, or named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from itemlink_gui import bootstrap
from itemlink_gui.bootstrap import notice
from itemlink_gui.bootstrap.setup import Setup, missing_parts
from tests.bootstrap.fakes import FakeRunner

ROOT = Path(__file__).parents[1]
ENTRY = """
import sys
def main(argv):
    print("started", argv, sys.executable)
    return 7
"""


class Restarted(BaseException):
    """Stands for the process that is replaced."""

    def __init__(self, python: Path, command: Sequence[str]) -> None:
        super().__init__(python, command)
        self.python = python
        self.command = command


class Machine:
    """A checkout in a folder, on a computer on which some parts are not installed."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.runner = FakeRunner()
        self.setup = Setup(root, self.runner)
        self.missing = ["PySide6", "peewee"]
        (root / "pyproject.toml").write_text("[project]\n")
        patch.setattr(bootstrap, "Setup", lambda _root: self.setup)
        patch.setattr(bootstrap, "missing_parts", lambda _names: self.missing)
        patch.setattr(os, "execv", self._replaced)
        patch.setattr(bootstrap, "_without_terminal", lambda: False)
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        patch.setenv(bootstrap.RESTARTED, "")  # so that what a test leaves there is taken back
        patch.delenv(bootstrap.RESTARTED)

    def _replaced(self, python: Path, command: Sequence[str]) -> None:
        raise Restarted(python, command)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    if sys.platform == "win32":
        pytest.skip("Windows has no execv worth the name")
    return Machine(tmp_path, monkeypatch)


def test_nothing_is_bootstrapped_where_all_is_there(machine: Machine) -> None:
    machine.missing = []
    bootstrap.ensure([])
    assert machine.runner.steps == []
    assert not machine.setup.venv.exists()


def test_the_first_start_sets_up_and_starts_again(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Restarted) as again:
        bootstrap.ensure([])
    assert machine.runner.steps == ["venv", "pip"]
    assert again.value.python == machine.setup.python
    assert again.value.command == [str(machine.setup.python), *sys.orig_argv[1:]]
    assert os.environ[bootstrap.RESTARTED] == "made"
    captured = capsys.readouterr()
    assert captured.err.startswith("Setting up ItemLink (once)…\n")
    assert captured.out == ""


def test_later_starts_go_straight_on(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.setup.make(bool)
    machine.runner.steps.clear()
    with pytest.raises(Restarted):
        bootstrap.ensure([])
    assert machine.runner.steps == []
    assert os.environ[bootstrap.RESTARTED] == "ready"
    assert capsys.readouterr().err == ""


def test_an_environment_that_lost_a_part_is_made_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.setup.make(bool)
    machine.runner.steps.clear()
    monkeypatch.setenv(bootstrap.RESTARTED, "ready")
    with pytest.raises(Restarted):
        bootstrap.ensure([])
    assert machine.runner.steps == ["venv", "pip"]
    assert os.environ[bootstrap.RESTARTED] == "made"


def test_it_never_starts_again_and_again(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.setup.make(bool)
    monkeypatch.setenv(bootstrap.RESTARTED, "made")
    with pytest.raises(SystemExit) as end:
        bootstrap.ensure([])
    assert end.value.code == 1
    assert "it lacks PySide6, peewee" in capsys.readouterr().err


def test_the_mark_of_the_restart_is_not_handed_on(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.missing = []
    monkeypatch.setenv(bootstrap.RESTARTED, "made")
    bootstrap.ensure([])
    assert bootstrap.RESTARTED not in os.environ


def test_its_own_environment_is_kept_up_to_date(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.setup.make(bool)
    machine.runner.steps.clear()
    machine.missing = []
    monkeypatch.setattr(sys, "prefix", str(machine.setup.venv))
    bootstrap.ensure([])
    assert machine.runner.steps == []
    (machine.setup.root / "pyproject.toml").write_text("changed\n")
    with pytest.raises(Restarted):
        bootstrap.ensure([])
    assert machine.runner.steps == ["pip"]


def test_an_installed_copy_that_lacks_a_part_is_told(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    (machine.setup.root / "pyproject.toml").unlink()
    with pytest.raises(SystemExit) as end:
        bootstrap.ensure([])
    assert end.value.code == 1
    assert "Install it again" in capsys.readouterr().err
    assert not machine.setup.venv.exists()


def test_a_failing_setup_is_told_without_a_traceback(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.runner.code = 1
    machine.runner.output = ["ERROR: NewConnectionError"]
    with pytest.raises(SystemExit) as end:
        bootstrap.ensure([])
    assert end.value.code == 1
    assert "ERROR: NewConnectionError" in capsys.readouterr().err


def test_ctrl_c_ends_the_setup_in_words(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    machine.runner.during_pip = interrupt
    with pytest.raises(SystemExit) as end:
        bootstrap.ensure([])
    assert end.value.code == 130
    assert "The set-up was stopped" in capsys.readouterr().err


def test_a_double_click_shows_a_window(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    class Window:
        def work(self, work, stop) -> None:  # type: ignore[no-untyped-def]
            assert stop == machine.runner.stop
            work(shown.append)

    monkeypatch.setattr(bootstrap, "_without_terminal", lambda: True)
    monkeypatch.setattr(notice, "make_window", Window)
    with pytest.raises(Restarted):
        bootstrap.ensure([])
    assert shown[0] == "Setting up ItemLink (once)…"


def test_what_fails_after_a_double_click_is_shown_in_a_window(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    class Window:
        def work(self, work, stop) -> Exception:  # type: ignore[no-untyped-def]
            return OSError("unforeseen")

        def tell(self, text: str) -> None:
            told.append(text)

    monkeypatch.setattr(bootstrap, "_without_terminal", lambda: True)
    monkeypatch.setattr(notice, "make_window", Window)
    with pytest.raises(OSError, match="unforeseen"):  # a bug is not hidden
        bootstrap.ensure([])
    machine.setup.venv.write_text("in the way")
    monkeypatch.setattr(Window, "work", lambda self, work, stop: _error_of(work))
    with pytest.raises(SystemExit):
        bootstrap.ensure([])
    assert "could not be set up" in told[0]


def _error_of(work) -> Exception | None:  # type: ignore[no-untyped-def]
    try:
        work(print)
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize(
    ("argv", "window"),
    [
        ([], True),
        (["a.itemlink"], True),
        (["--new", "a.itemlink"], True),
        (["--help"], False),
        (["-h"], False),
        (["--version"], False),
        (["--check", "a.itemlink"], False),
        (["--check=a.itemlink"], False),
        (["--demo", "a.itemlink", "--items", "3"], False),
        (["--serve", "a.itemlink"], False),
        (["--install-launcher"], False),
        (["--remove-launcher"], False),
    ],
)
def test_which_arguments_open_a_window(argv: list[str], window: bool) -> None:
    assert bootstrap.opens_window(argv) is window


def test_only_a_window_needs_a_screen(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.missing = []
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    bootstrap.ensure(["--version"])
    bootstrap.ensure([], tests=True)
    with pytest.raises(SystemExit) as end:
        bootstrap.ensure([])
    assert end.value.code == 1
    assert "sudo apt install xvfb xauth" in capsys.readouterr().err


def test_the_tests_need_more(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bootstrap, "missing_parts", lambda names: asked.extend(names) or [])
    bootstrap.ensure([], tests=True)
    assert set(asked) == {*bootstrap.NEEDED, *bootstrap.NEEDED_BY_THE_SERVICE, *bootstrap.NEEDED_BY_TESTS}


@pytest.mark.parametrize("argv", [["--serve", "a.itemlink"], ["--port=8001", "--serve=a.itemlink"]])
def test_so_does_the_local_service(machine: Machine, monkeypatch: pytest.MonkeyPatch, argv: list[str]) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bootstrap, "missing_parts", lambda names: asked.extend(names) or [])
    bootstrap.ensure(argv)
    assert set(asked) == {*bootstrap.NEEDED, *bootstrap.NEEDED_BY_THE_SERVICE}


def test_all_that_the_project_names_is_looked_for() -> None:
    modules = {"pyside6": "PySide6", "pytest-qt": "pytestqt", "pytest-xdist": "xdist", "import-linter": "importlinter"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        found = {requirement.partition(">")[0].strip().lower() for requirement in requirements}
        return {modules.get(name, name.replace("-", "_")) for name in found}

    assert names(project["dependencies"]) == set(bootstrap.NEEDED)
    assert names(project["optional-dependencies"]["api"]) == set(bootstrap.NEEDED_BY_THE_SERVICE)
    assert names(project["optional-dependencies"]["test"]) == set(bootstrap.NEEDED_BY_TESTS)
    assert missing_parts(["os", "itemlink_no_such_part"]) == ["itemlink_no_such_part"]


def app(error: Exception | None = None) -> ModuleType:
    """Return a stand-in for ``itemlink_gui.app``."""

    def main(argv: list[str]) -> int:
        if error:
            raise error
        return len(argv)

    module = ModuleType("itemlink_gui.app")
    module.main = main  # type: ignore[attr-defined]
    return module


def test_start_hands_the_arguments_on_and_the_exit_code_back(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.missing = []
    monkeypatch.setitem(sys.modules, "itemlink_gui.app", app())
    assert bootstrap.start(("a", "b")) == 2
    monkeypatch.setattr(sys, "argv", ["main.py", "a", "b", "c"])
    with pytest.raises(SystemExit) as end:
        bootstrap.run()
    assert end.value.code == 3


def test_a_missing_library_of_qt_is_told_without_a_traceback(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.missing = []
    error = ImportError("libitemlink.so.1: cannot open shared object file: No such file or directory")
    monkeypatch.setitem(sys.modules, "itemlink_gui.app", app(error))
    assert bootstrap.start([]) == 1
    assert "libitemlink.so.1" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "itemlink_gui.app", app(ImportError("a bug")))
    with pytest.raises(ImportError, match="a bug"):
        bootstrap.start([])


def test_the_standard_library_is_enough() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import itemlink_gui.bootstrap, main\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code, str(ROOT)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) <= {"itemlink_gui", "main", "__main__"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what starts ItemLink, with a stand-in for the program."""
    root = tmp_path / "a copy"
    ignored = shutil.ignore_patterns("__pycache__")
    for part in ("bootstrap", "base"):
        shutil.copytree(ROOT / "itemlink_gui" / part, root / "itemlink_gui" / part, ignore=ignored)
    for name in ("main.py", "pyproject.toml", "itemlink_gui/__init__.py", "itemlink_gui/__main__.py"):
        shutil.copy(ROOT / name, root / name)
    (root / "itemlink_gui" / "app.py").write_text(ENTRY)
    return root


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for venv makes a symbolic link")
@pytest.mark.parametrize("command", [["main.py"], ["-m", "itemlink_gui"]])
def test_a_bare_python_goes_on_in_the_environment(checkout: Path, command: list[str]) -> None:
    """A real start by a Python that has nothing installed; nothing is fetched, the environment is there."""
    setup = Setup(checkout)
    setup.python.parent.mkdir(parents=True)
    # -S hides what is installed from the first start; it is handed on, and must not hide it from the second.
    setup.python.write_text(f'#!/bin/sh\n[ "$1" = -S ] && shift\nexec "{sys.executable}" "$@"\n')
    setup.python.chmod(0o755)
    setup.stamp.write_text(setup.wanted())
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    bare = [getattr(sys, "_base_executable", sys.executable), "-S"]
    done = subprocess.run(
        [*bare, *command, "--version"], cwd=checkout, env=env, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert done.stdout == f"started ['--version'] {sys.executable}\n"
    assert done.returncode == 7
