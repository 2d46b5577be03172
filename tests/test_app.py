"""The program from its command line: what it opens, makes, writes and checks, and what it says where it cannot."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import itemlink_gui
from itemlink_gui import app as root
from itemlink_gui.base import launcher, log, paths
from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import application, bugs, prompts
from itemlink_gui.gui.application import App
from itemlink_gui.ops import items
from itemlink_gui.store import new_file
from itemlink_gui.store.check import check
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import delete_later
from tests.support import beside, digest, raw, run, snapshot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Build = Callable[..., App]

BAD = {
    "missing": "There is no such file.",
    "folder": "It is a folder.",
    "text": "It is not an ItemLink file.",
    "other": "It is not an ItemLink file.",
    "newer": "It was made by a newer ItemLink.",
    "torn": "It is damaged.",
}


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the log, the interpreter and its signals as they were."""
    seconds, interrupted = sys.getswitchinterval(), signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(bugs, "qInstallMessageHandler", lambda _handler: None)
    # Python's own watch belongs to the process that runs the tests.
    monkeypatch.setattr(log, "watch_for_crashes", lambda _folder: "")
    yield
    log.stop()
    sys.setswitchinterval(seconds)
    signal.signal(signal.SIGINT, interrupted)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakePrompts]:
    """Who answers; a mistake of the program fails the test."""
    fake = FakePrompts()
    monkeypatch.setattr(application, "Prompts", lambda: fake)
    yield fake
    assert fake.bugs == []
    assert fake.unused() == []


@pytest.fixture
def build(qapp: QApplication, told: FakePrompts) -> Iterator[Build]:
    """Build the program; what was built is closed at the end."""
    built: list[App] = []

    def start(*argv: object) -> App:
        app = root.build([str(argument) for argument in argv])
        built.append(app)
        return app

    yield start
    for app in built:
        app.close()
    delete_later()


@pytest.fixture
def bad(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file that cannot be opened, alone in its folder."""
    folder = tmp_path / "bad"
    folder.mkdir()
    path = folder / f"{request.param}.itemlink"
    if request.param == "folder":
        path.mkdir()
    elif request.param == "text":
        path.write_text("no database")
    elif request.param == "other":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE item (id)")
    elif request.param != "missing":
        new_file.create(path)
        if request.param == "newer":
            with raw(path) as writer:
                writer.execute("PRAGMA user_version = 999")
        else:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def state(path: Path) -> tuple[list[str], str, int]:
    """What may not change about a file that cannot be opened."""
    return beside(path), digest(path) if path.is_file() else "", path.stat().st_mtime_ns if path.exists() else 0


def message(app: App) -> str:
    found = app.window.findChild(QLabel, "messageText")
    assert isinstance(found, QLabel)
    return found.text()


# Building.


def test_build_shows_the_window_and_uses_the_application_that_exists(
    build: Build, qapp: QApplication, path: Path
) -> None:
    app = build(path)
    assert app.qt is qapp
    assert app.engine.path == path
    assert app.window.isVisible()
    assert app.window.windowTitle() == "test — ItemLink"


def test_close_stores_what_is_queued_and_may_be_called_twice(build: Build, path: Path) -> None:
    app = build(path)
    window = app.window
    done = app.engine.run(items.create(name="The last one"))
    app.close()
    app.close()
    assert done.done()
    assert [name for _, name, *_ in snapshot(path)["item"]] == ["The last one"]
    assert not window.isVisible()
    assert check(path) == []


@pytest.mark.parametrize("bad", BAD, indirect=True)
def test_build_refuses_and_leaves_everything_as_it_was(build: Build, told: FakePrompts, bad: Path, home: Path) -> None:
    before, windows = state(bad), len(QApplication.topLevelWidgets())
    if bad.stem == "torn":
        told.will("choose", None)
    with pytest.raises(CannotOpen) as refused:
        build(bad)
    assert BAD[bad.stem] in refused.value.reason
    assert state(bad) == before
    assert len(QApplication.topLevelWidgets()) == windows
    assert Settings(paths.settings_file()).get("last_file") == ""
    assert not (home / "data").exists()


@pytest.mark.parametrize("bad", BAD, indirect=True)
def test_main_refuses_in_words(
    qapp: QApplication, told: FakePrompts, bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(bad)
    if bad.stem == "torn":
        told.will("choose", None)
    assert root.main([str(bad)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"“{bad.name}” cannot be opened. {BAD[bad.stem]}")
    assert said.err.count("\n") == 1
    assert state(bad) == before


def test_from_the_menu_errors_are_told_in_a_dialog(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(prompts.Prompts, "tell", lambda _self, _title, text: calls.append(text))
    assert root.main(["--in-window", str(tmp_path / "gone.itemlink")]) == 2
    assert calls == ["“gone.itemlink” cannot be opened. There is no such file."]
    assert capsys.readouterr().err == ""


def test_a_file_may_be_named_from_where_one_stands(
    build: Build, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = build(path.name)
    monkeypatch.chdir("/")
    run(app.engine, items.create(name="Anywhere"))
    assert Path(Settings(paths.settings_file()).get("last_file")) == path


# Which file.


def test_the_first_start_makes_a_file_at_home(build: Build, home: Path) -> None:
    app = build()
    assert app.engine.path == home / "data" / "ItemLink.itemlink"
    assert check(app.engine.path) == []
    assert message(app) == ""


def test_a_later_start_opens_the_last_file(build: Build, path: Path, home: Path) -> None:
    build(path).close()
    app = build()
    assert app.engine.path == path
    assert message(app) == ""
    assert not (home / "data").exists()


@pytest.mark.parametrize("kind", ["gone", "damaged"])
def test_without_the_last_file_the_first_one_is_opened_and_said_so(
    build: Build, path: Path, home: Path, kind: str
) -> None:
    build(path).close()
    if kind == "gone":
        path.unlink()
    else:
        path.write_text("no database")
    app = build()
    assert app.engine.path == home / "data" / "ItemLink.itemlink"
    assert message(app).startswith("“test.itemlink” cannot be opened. ")
    assert message(app).endswith(" This is ItemLink.itemlink.")
    assert kind == "gone" or path.read_text() == "no database"


def test_a_first_file_that_is_damaged_is_left_as_it_is(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    paths.default_file().parent.mkdir(parents=True)
    paths.default_file().write_text("no database")
    assert root.main([]) == 2
    assert "“ItemLink.itemlink” cannot be opened. It is not an ItemLink file." in capsys.readouterr().err
    assert paths.default_file().read_text() == "no database"


def test_a_home_that_cannot_be_made_is_told(qapp: QApplication, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "data").write_text("in the way")
    assert root.main([]) == 2
    assert "Its folder cannot be made" in capsys.readouterr().err


def test_new_makes_a_file_and_opens_it(build: Build, tmp_path: Path) -> None:
    target = tmp_path / "Fresh.itemlink"
    app = build("--new", target)
    assert app.engine.path == target
    assert check(target) == []


def test_new_never_overwrites(qapp: QApplication, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(path)
    assert root.main(["--new", str(path)]) == 2
    assert "There is a file of that name already; it was left as it is." in capsys.readouterr().err
    assert state(path) == before


# Without a window.


@pytest.fixture(autouse=True)
def nicer(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How much the process gives way to others; it could not be taken back."""
    monkeypatch.setattr(os, "nice", (added := list[int]()).append, raising=False)
    return added


def test_demo_writes_what_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str], nicer: list[int]) -> None:
    one, other = tmp_path / "one.itemlink", tmp_path / "other.itemlink"
    numbers = ["--items", "5", "--customers", "20", "--links", "30", "--seed"]
    for target, seed in ((one, "7"), (other, "7")):
        assert root.main(["--demo", str(target), *numbers, seed]) == 0
        assert capsys.readouterr().out == f"{target} is written.\n"
    assert snapshot(one) == snapshot(other)
    assert [len(snapshot(one)[table]) for table in ("item", "customer", "item_customer")] == [5, 20, 30]
    third = tmp_path / "third.itemlink"
    assert root.main(["--demo", str(third), *numbers, "8"]) == 0
    assert snapshot(third) != snapshot(one)
    assert nicer == [10, 10, 10]


def test_demo_never_overwrites(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(path)
    assert root.main(["--demo", str(path)]) == 2
    assert "left as it is" in capsys.readouterr().err
    assert state(path) == before


@pytest.mark.parametrize(
    "numbers",
    [["--items", "-1"], ["--customers", "-5"], ["--items", "2", "--customers", "2", "--links", "5"]],
)
def test_demo_refuses_numbers_that_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], numbers: list[str]
) -> None:
    assert root.main(["--demo", str(tmp_path / "x.itemlink"), *numbers]) == 2
    assert "This must be a number from 0 to" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("argv", [["--demo", "x.itemlink", "--items", "many"], ["--nonsense"], ["a", "b"]])
def test_arguments_that_make_no_sense(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        root.main(argv)
    assert end.value.code == 2
    assert "usage: itemlink" in capsys.readouterr().err


@pytest.mark.parametrize("bad", BAD, indirect=True)
def test_check_of_what_cannot_be_opened(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(bad)
    assert root.main(["--check", str(bad)]) == 2
    assert f"“{bad.name}” cannot be opened. {BAD[bad.stem]}" in capsys.readouterr().err
    assert state(bad) == before


def test_version_and_help(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    for option, said in (("--version", f"ItemLink {itemlink_gui.__version__}\n"), ("--help", "usage: itemlink ")):
        with pytest.raises(SystemExit) as end:
            root.main([option])
        assert end.value.code == 0
        assert capsys.readouterr().out.startswith(said)
    assert list(home.iterdir()) == []


def test_the_launcher_is_installed_and_removed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher, "install", lambda: [Path("/there/a"), Path("/there/b")])
    monkeypatch.setattr(launcher, "remove", lambda: [Path("/there/a")])
    assert root.main(["--install-launcher"]) == 0
    assert capsys.readouterr().out == "/there/a\n/there/b\n"
    assert root.main(["--remove-launcher"]) == 0
    assert capsys.readouterr().out == "/there/a\n"


def test_without_a_window_nothing_of_qt_is_loaded(path: Path, tmp_path: Path, home: Path) -> None:
    code = """
import sys
from itemlink_gui import app
assert app.main(["--check", sys.argv[1]]) == 0
assert app.main(["--demo", sys.argv[2], "--items", "1", "--customers", "1", "--links", "1"]) == 0
assert app.main(["--demo", sys.argv[2]]) == 2
for option in ("--version", "--help"):
    try:
        app.main([option])
    except SystemExit as end:
        assert not end.code
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
"""
    arguments = [sys.executable, "-W", "error", "-c", code, str(path), str(tmp_path / "demo.itemlink")]
    ran = subprocess.run(arguments, cwd=PACKAGE.parent, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert list(home.iterdir()) == []


# With a window, to its end.


def test_main_runs_until_the_window_is_closed(qtbot: QtBot, qapp: QApplication, told: FakePrompts, path: Path) -> None:
    seen: list[str] = []

    def close() -> None:
        for window in QApplication.topLevelWidgets():
            if window.objectName() == "mainWindow" and window.isVisible():
                seen.append(window.windowTitle())
                window.close()

    QTimer.singleShot(0, qapp, close)
    assert root.main([str(path)]) == 0
    delete_later()
    assert seen == ["test — ItemLink"]
    assert Settings(paths.settings_file()).get("last_file") == str(path)


def test_a_process_of_its_own(tmp_path: Path) -> None:
    """What is started is the program itself; its end leaves a file that is sound."""
    target = tmp_path / "own.itemlink"
    code = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from itemlink_gui import app
qt = QApplication([])
def act():
    (window,) = [w for w in qt.topLevelWidgets() if w.objectName() == "mainWindow"]
    print(window.windowTitle(), flush=True)
    window.close()
QTimer.singleShot(0, act)
raise SystemExit(app.main(sys.argv[1:]))
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    for option in (["--new"], []):
        ran = subprocess.run(
            [sys.executable, "-W", "error", "-c", code, *option, str(target)],
            cwd=PACKAGE.parent, env=environment, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert (ran.returncode, ran.stdout) == (0, "own — ItemLink\n"), ran.stderr
        assert "Traceback" not in ran.stderr
    assert check(target) == []
