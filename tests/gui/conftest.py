"""What every test of the window relies on: a filled file, a window over it, and that nothing goes wrong unseen."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QObject
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from itemlink_gui import app as application_root
from itemlink_gui.base import log, words
from itemlink_gui.engine import Engine
from itemlink_gui.gui import application, bugs, theme
from itemlink_gui.gui.application import App
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import new_file
from tests.gui.fakes import FakePrompts, FakeServices
from tests.gui.helpers import Person, delete_later
from tests.support import run

# Windows that nobody sees, also where there is a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ITEMS = ("Basic Package", "Extended Support", "Premium Subscription", "Training Day")
PEOPLE = (
    ("ann", "Ann Lee", "ann@example.org"),
    ("ben", "Ben Ortiz", "ben@example.org"),
    ("cleo", "Cléo Satō", "cleo@example.org"),
    ("dora", "", "dora@example.org"),
    ("eve", "Eve Stone", ""),
    ("john", "John Doe", "john@example.org"),
)
Open = Callable[..., Person]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say that it has neither windows to bring to the front nor a keyboard."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)"))


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which the log got a warning; a test that means to cause one clears it."""
    yield
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    log.stop()
    assert [record.getMessage() for record in records if record.levelno >= logging.WARNING] == []


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four items, six customers; Basic Package has Ann, Ben and Cléo, Extended Support has Ann."""
    path = tmp_path_factory.mktemp("template") / "small.itemlink"
    new_file.create(path)
    engine = Engine(path)
    for name in ITEMS:
        run(engine, items.create(name=name, description=f"About {name.lower()}"))
    for username, full_name, email in PEOPLE:
        run(engine, customers.create(username=username, full_name=full_name, email=email))
    run(engine, links.link([1], [1, 2, 3]))
    run(engine, links.link([2], [1]))
    engine.close()
    return path


@pytest.fixture
def small(template: Path, tmp_path: Path) -> Path:
    """A copy of the template for this test alone, not open."""
    return Path(shutil.copy(template, tmp_path / "Spring term.itemlink"))


@pytest.fixture
def prompts(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakePrompts]:
    """Who answers the window's questions; a mistake of the program that it was told of fails the test."""
    fake = FakePrompts()
    monkeypatch.setattr(application, "Prompts", lambda: fake)
    yield fake
    assert fake.bugs == []
    assert fake.unused() == []


@pytest.fixture
def open_window(qtbot: QtBot, qapp: object, prompts: FakePrompts, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Start the program with arguments, with its models under Qt's own tester if wanted; all is closed at the end."""
    # Qt's warnings go on failing the test instead of reaching the log.
    monkeypatch.setattr(bugs, "qInstallMessageHandler", lambda _handler: None)
    # Dressing every new widget is half of what a start costs, and none of these tests looks at it.
    monkeypatch.setattr(theme, "_style_sheet", lambda _colors: "")
    apps: list[App] = []
    testers: list[QObject] = []

    def start(*argv: object, tested: bool = False) -> Person:
        app = application_root.build([str(argument) for argument in argv])
        apps.append(app)
        if tested:
            app.window.desk.with_each_view(lambda view: testers.append(watch_model(view.table)))
        person = Person(app, qtbot, prompts)
        app.window.activateWindow()
        qtbot.waitExposed(app.window)
        person.settle()
        return person

    yield start
    for app in reversed(apps):
        app.close()
    delete_later()
    words.use(None)


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> FakeServices:
    """Local services without sockets, in every window that is opened from now on."""
    fakes = FakeServices()
    monkeypatch.setattr(application_root, "_service", fakes)
    return fakes


def watch_model(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Put a model under Qt's tester: what it finds is a warning of Qt, and fails the test."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)


@pytest.fixture
def person(open_window: Open, small: Path) -> Person:
    """One who has opened the small file."""
    return open_window(small)
