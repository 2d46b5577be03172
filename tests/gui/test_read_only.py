"""A window in which nothing can be stored: a file that may only be read, and a backup that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui import app as application_root
from itemlink_gui.engine import Engine
from itemlink_gui.gui import actions, bugs, theme
from itemlink_gui.gui.tables import mime
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import backups, database, new_file
from itemlink_gui.store.journal import Journal
from tests.gui.conftest import Open
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import Person, delete_later
from tests.gui.standing import READ_ONLY, Looker, back_up, banner, look_often, preview, take_way, told, ways
from tests.support import beside, digest, raw, snapshot

Start = Callable[..., Looker]


@pytest.fixture
def look_at(qtbot: QtBot, qapp: object, prompts: FakePrompts, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program with files that may not be written."""
    look_often(monkeypatch, keeping=True)
    monkeypatch.setattr(bugs, "qInstallMessageHandler", lambda _handler: None)
    monkeypatch.setattr(theme, "_style_sheet", lambda _colors: "")
    # As root the rights of a file say nothing.
    monkeypatch.setattr(database, "writable", lambda _path: False)
    apps = []

    def start(path: Path) -> Looker:
        app = application_root.build([str(path)])
        apps.append(app)
        looker = Looker(app, qtbot, prompts)  # type: ignore[arg-type]
        app.window.activateWindow()
        qtbot.waitExposed(app.window)
        looker.settle()
        return looker

    yield start
    for app in apps:
        app.close()
    delete_later()


@pytest.fixture(params=["file", "backup"])
def looker(request: pytest.FixtureRequest, small: Path) -> Looker:
    """One who looks: at a file that may not be written, or at a backup beside the window of its file."""
    if request.param == "file":
        start: Start = request.getfixturevalue("look_at")
        return start(small)
    opening: Open = request.getfixturevalue("open_window")
    person = opening(small)
    return preview(person, back_up(person).path)


def test_a_file_that_may_only_be_read_says_so(look_at: Start, small: Path) -> None:
    before, names = digest(small), beside(small)
    looker = look_at(small)
    assert looker.window.windowTitle() == "Spring term (read only) — ItemLink"
    assert told(looker) == {"reading": READ_ONLY}
    said = banner(looker.window, READ_ONLY)
    assert (said.urgent, ways(said)) == (False, ["Save a copy…"])
    assert len(looker.names("item")) == 4
    assert looker.action("backups").isEnabled()
    looker.app.close()
    assert digest(small) == before
    assert beside(small) == names
    assert backups.listed(looker.engine.file_id) == []


def test_a_copy_of_it_can_be_changed(look_at: Start, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looker = look_at(small)
    copy = small.with_name("Mine.itemlink")
    looker.prompts.will("save_file", copy)
    monkeypatch.setattr(database, "writable", lambda path: path == copy)
    take_way(looker.window, READ_ONLY, "Save a copy…")
    looker.until(lambda: looker.engine.path == copy)
    looker.settle()
    assert told(looker) == {}
    Person.settle(looker)
    looker.do(items.create(name="Mine"))
    assert "Mine" in looker.names("item")
    assert looker.action("new_item").isEnabled()


def test_no_action_that_writes_can_be_chosen(looker: Looker) -> None:
    looker.select("item", "Training Day")
    looker.select("customer", "John Doe")
    assert {name for name in actions.WRITING if looker.action(name).isEnabled()} == set()
    for name in ("copy", "find_items", "history", "save_copy", "go_items"):
        assert looker.action(name).isEnabled(), name


def test_every_action_that_writes_is_named(person: Person) -> None:
    """What is greyed where nothing can be stored, against what the commands do."""
    assert set(actions.WRITING) <= {row.id for row in actions.rows()}
    reading = {
        "new", "open", "save_copy", "backups", "reveal", "quit", "copy", "select_all", "clear_selection", "find_items",
        "find_customers", "find_companies", "preferences", "go_items", "go_customers", "go_companies", "go_inspector",
        "history", "held", "as_of", "notifications", "outbox", "open_record", "check_file", "local_service",
        "install_launcher", "about",
    }  # fmt: skip
    assert {row.id for row in actions.rows()} - set(actions.WRITING) == reading


def test_keys_change_nothing(looker: Looker) -> None:
    before = snapshot(looker.engine.path)
    looker.select("customer", "Ben Ortiz")
    looker.select("item", "Basic Package")
    table = looker.view("item")
    QGuiApplication.clipboard().setMimeData(mime.encode("customer", [6], looker.window.bridge.nonce, "John Doe"))
    for keys in (
        "F2",
        "Del",
        "Ctrl+V",
        "Ctrl+D",
        "Ctrl+Z",
        "Ctrl+Y",
        "Ctrl+Shift+Z",
        "Ctrl+L",
        "Ctrl+Shift+L",
        "Ctrl+I",
    ):
        looker.press(keys, table)
        looker.settle()
    assert table.viewport().findChildren(QLineEdit) == []
    assert looker.prompts.calls == []
    assert len(looker.names("item")) == 4
    assert snapshot(looker.engine.path) == before


def test_a_double_click_edits_nothing(looker: Looker) -> None:
    table = looker.view("item")
    at = looker.place(table, looker.row("item", "Training Day"))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    looker.settle()
    assert table.viewport().findChildren(QLineEdit) == []


@pytest.mark.qt_log_ignore(r"Keyboard event not accepted|does not support raise")
def test_fields_can_be_read_and_copied_and_not_typed_into(looker: Looker) -> None:
    looker.select("customer", "John Doe")
    page = looker.window.inspector.page()
    assert page is not None
    for row in page.form.rows.values():
        editor = row.editor
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            assert editor.isReadOnly()
            assert editor.isEnabled()
        else:
            assert not editor.isEnabled()
        before = page.form.values()
        editor.setFocus()
        QTest.keyClicks(editor, "changed")
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        assert page.form.values() == before
    looker.select("item", "Basic Package")
    looker.select("customer", "Ann Lee")
    buttons = looker.window.inspector.findChildren(QPushButton)
    assert {button.objectName() for button in buttons if button.isVisible() and button.isEnabled()} & {
        "linkedAdd",
        "linkedRemove",
    } == set()


def test_drops_are_not_welcome(looker: Looker) -> None:
    welcome: list[bool] = []
    table: IdTableView = looker.view("item")
    looker.drag("customer", "John Doe").carry(lambda drag: welcome.append(drag.over(table, 3)))
    looker.drag("customer", "John Doe").carry(lambda drag: welcome.append(drag.drop(table, 3)))
    looker.drag("item", "Training Day").carry(lambda drag: welcome.append(drag.drop(looker.view("customer"), 0)))
    assert welcome == [False] * 3


def test_an_operation_that_comes_all_the_same_is_refused_in_words(looker: Looker) -> None:
    def never(_journal: Journal) -> None:
        raise AssertionError

    looker.window.bridge.run(Operation("item.create", never))
    looker.until(lambda: looker.message != "")
    assert looker.message == "This file can only be read. Nothing was stored; save a copy to go on."
    assert "reading" in told(looker)


def test_the_empty_page_offers_nothing(look_at: Start, tmp_path: Path) -> None:
    path = tmp_path / "empty.itemlink"
    new_file.create(path)
    looker = look_at(path)
    for kind in ("item", "customer"):
        page: QWidget = looker.window.panes[kind].empty  # type: ignore[index]
        assert [
            button.text() for button in page.findChildren(QPushButton) if button.isVisible() and button.isEnabled()
        ] == []
        assert any(label.isVisible() for label in page.findChildren(QLabel))


def test_what_others_store_is_shown(look_at: Start, small: Path) -> None:
    looker = look_at(small)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "writable", lambda _path: True)
        other = Engine(small, keeping=False)
    other.run(items.create(name="Theirs")).result()
    looker.until(lambda: "Theirs" in looker.names("item"))
    other.close()


def test_the_history_takes_nothing_back(looker: Looker) -> None:
    looker.action("history").trigger()
    looker.settle()
    buttons = [one for one in looker.window.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    assert [one.text() for one in buttons if "undo" in one.text().lower() or "take back" in one.text().lower()] == []


def test_a_second_writer_is_not_disturbed(look_at: Start, small: Path) -> None:
    """Looking takes no lock that would keep others from writing."""
    look_at(small)
    with raw(small) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE item SET description = 'x' WHERE id = 1")
        other.execute("COMMIT")
    assert "'x'" in str(snapshot(small)["item"])
