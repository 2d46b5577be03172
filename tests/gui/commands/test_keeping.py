"""Backups, previews and restoring from the window, and the dialogs that keep a file safe."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from itemlink_gui.base import paths
from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.base.settings import Settings
from itemlink_gui.engine import Engine
from itemlink_gui.gui.dialogs.check_file import CheckFile
from itemlink_gui.gui.dialogs.comparison import ComparisonDialog
from itemlink_gui.ops import items
from itemlink_gui.store import backups, restore
from itemlink_gui.store.backups import Backup
from itemlink_gui.store.check import check
from tests.gui.conftest import Open
from tests.gui.helpers import Person, delete_later, retype
from tests.gui.standing import (
    back_up,
    backups_dialog,
    banner,
    button,
    look_often,
    looker,
    preview,
    replaced,
    take_way,
    told,
    ways,
)
from tests.gui.test_instance import SECOND_START
from tests.support import PATIENCE, Child, digest, snapshot


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)


def items_in(path: Path) -> list[str]:
    return [name for _, name, *_ in snapshot(path)["item"]]


def two_states(person: Person) -> Backup:
    """Do something, have it backed up, and do something more."""
    person.do(items.create(name="First"))
    made = back_up(person)
    person.do(items.create(name="Second"))
    return made


def wait_for_restored(person: Person, window: object) -> Path:
    """Wait until the backup stands in the place of the file, and return where that is now."""
    person.until(lambda: person.window is not window and person.message.startswith("Restored."))
    person.settle()
    (kept,) = replaced(person.engine.path)
    return kept


def test_restoring_from_the_list(person: Person, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two_states(person)
    window = person.window
    dialog = backups_dialog(person)
    button(dialog, "backupsRestore").click()
    kept = wait_for_restored(person, window)
    assert person.message == f"Restored. The file as it was before is kept as “{kept.name}”"
    assert person.engine.path == small
    assert {"First", "Second"} & set(person.names("item")) == {"First"}
    assert {"First", "Second"} <= set(items_in(kept))
    assert check(small) == []
    assert check(kept) == []
    # The state that was replaced is a backup as well.
    assert "Second" in items_in(backups.listed(person.engine.file_id)[0].path)
    # Work goes on with the history of the backup.
    person.trigger("undo")
    assert person.message == "Undone: Create First"
    person.do(items.create(name="Third"))
    assert "Third" in items_in(small)
    assert told(person) == {}


def test_a_restore_is_taken_back(person: Person, small: Path) -> None:
    two_states(person)
    window = person.window
    button(backups_dialog(person), "backupsRestore").click()
    wait_for_restored(person, window)
    assert len(backups.listed(person.engine.file_id)) == 2
    more = person.find(QPushButton, "messageMore")
    assert more.text() == "Take back"
    window = person.window
    more.click()
    person.until(lambda: person.window is not window and person.message.startswith("Restored."))
    person.settle()
    assert {"First", "Second"} <= set(person.names("item"))
    assert len(replaced(small)) == 2


def test_after_restoring_a_later_start_finds_the_window(person: Person, small: Path) -> None:
    made, window = two_states(person), person.window
    window.keeping.restore_requested.emit(made.path)
    wait_for_restored(person, window)
    door = person.app._opened._door
    assert door is not None
    with Child(SECOND_START, small) as child, person.qtbot.waitSignal(door.knocked, timeout=20_000):
        child.say("go")


def test_a_preview_is_a_window_of_its_own_that_changes_nothing(person: Person, small: Path) -> None:
    made = two_states(person)
    before, settings = digest(made.path), Settings(paths.settings_file())
    kept = {key: settings.get(key) for key in ("last_file", "recent_files")}
    dialog = backups_dialog(person)
    button(dialog, "backupsPreview").click()
    seen = looker(person, made.path)
    title = seen.window.windowTitle()
    assert title.startswith("Spring term, backup of ")
    assert str(made.at.astimezone().year) in title
    assert title.endswith(" (read only) — ItemLink")
    assert seen.window.isVisible()
    assert {"First", "Second"} & set(seen.names("item")) == {"First"}
    assert not seen.action("backups").isEnabled()
    assert not seen.action("check_file").isEnabled()
    said = banner(seen.window, "This is a backup: you may look, but nothing can be changed.")
    assert ways(said) == ["Restore this"]
    # Asked for again it is the same, and what is done in the file does not touch it.
    again = preview(person, made.path)
    assert again.window is seen.window
    person.do(items.create(name="Third"))
    seen.settle()
    assert "Third" not in seen.names("item")
    seen.window.resize(700, 500)
    seen.window.close()
    person.until(lambda: person.app._previews.windows == [])
    delete_later()
    dialog.close()
    # What the dialog compares has the backup open.
    person.app.engine.aside(list).result(PATIENCE)
    assert digest(made.path) == before
    settings = Settings(paths.settings_file())
    assert {key: settings.get(key) for key in ("last_file", "recent_files")} == kept
    assert person.window.isVisible()
    person.do(items.create(name="Fourth"))
    assert "Fourth" in items_in(small)


def test_the_place_of_a_preview_is_not_that_of_the_window(person: Person) -> None:
    made = two_states(person)
    person.window.remember()
    before = Settings(paths.settings_file()).get("window")
    seen = preview(person, made.path)
    seen.window.resize(640, 480)
    seen.window.close()
    assert Settings(paths.settings_file()).get("window") == before != {}


def test_restoring_from_a_preview(person: Person, small: Path) -> None:
    made, window = two_states(person), person.window
    seen = preview(person, made.path)
    take_way(seen.window, "This is a backup", "Restore this")
    wait_for_restored(person, window)
    assert person.app._previews.windows == []
    assert {"First", "Second"} & set(person.names("item")) == {"First"}
    assert "Second" not in items_in(small)


def test_pressing_restore_twice_restores_once(person: Person) -> None:
    made, window = two_states(person), person.window
    seen = preview(person, made.path)
    take_way(seen.window, "This is a backup", "Restore this")
    if person.app._previews.windows:
        take_way(seen.window, "This is a backup", "Restore this")
    kept = wait_for_restored(person, window)
    assert "Second" in items_in(kept)


def test_a_preview_does_not_keep_the_program_running(open_window: Open, small: Path) -> None:
    person = open_window(small)
    made = two_states(person)
    seen = preview(person, made.path)
    person.window.close()
    assert person.app._previews.windows == []
    assert not seen.window.isVisible()


def test_previews_close_when_another_file_is_opened(person: Person, path: Path) -> None:
    made = two_states(person)
    preview(person, made.path)
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    assert person.app._previews.windows == []


def test_a_backup_that_went_away_cannot_be_previewed(person: Person) -> None:
    made = two_states(person)
    made.path.unlink()
    person.window.keeping.preview_requested.emit(made.path)
    person.until(lambda: bool(person.prompts.calls))
    (said,) = person.prompts.calls
    assert said[:2] == ("tell", "Preview")
    assert said[2].endswith(" cannot be opened. There is no such file.")
    assert person.app._previews.windows == []


def field(person: Person, name: str) -> QLineEdit:
    page = person.window.inspector.page()
    assert page is not None
    editor = page.form.rows[name].editor
    assert isinstance(editor, QLineEdit)
    return editor


def test_what_is_typed_and_not_left_is_stored_before_a_restore(person: Person) -> None:
    made, window = two_states(person), person.window
    person.select("customer", "John Doe")
    retype(field(person, "phone"), "0123")
    window.keeping.restore_requested.emit(made.path)
    kept = wait_for_restored(person, window)
    assert "0123" in str(snapshot(kept)["customer"])
    assert "0123" not in str(snapshot(person.engine.path)["customer"])


def test_what_is_typed_in_a_cell_is_stored_before_a_restore(person: Person) -> None:
    made, window = two_states(person), person.window
    retype(person.editor("item", "Training Day", "name"), "Training Week")
    window.keeping.restore_requested.emit(made.path)
    kept = wait_for_restored(person, window)
    assert "Training Week" in items_in(kept)


def test_what_cannot_be_stored_stops_a_restore(person: Person) -> None:
    """It stays where it was typed, and that is told; asked for again, the restore leaves it."""
    made, window = two_states(person), person.window
    person.select("customer", "John Doe")
    retype(field(person, "username"), "")
    window.keeping.restore_requested.emit(made.path)
    person.until(lambda: "was not stored" in person.message or person.window is not window)
    person.settle()
    assert person.window is window, "what was typed is lost, and nobody was told"
    assert replaced(person.engine.path) == []
    window.keeping.restore_requested.emit(made.path)
    wait_for_restored(person, window)


def test_a_restore_that_fails_leaves_the_file_open_as_it_was(
    person: Person, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, window = two_states(person), person.window

    def refuse(*_: object) -> None:
        raise CannotWrite("The folder cannot be written.", "read_only")

    monkeypatch.setattr(restore, "restore", refuse)
    window.keeping.restore_requested.emit(made.path)
    person.until(lambda: person.window is not window)
    person.settle()
    assert ("tell", "Not done", "The folder cannot be written.", "") in person.prompts.calls
    assert replaced(small) == []
    assert "Second" in person.names("item")
    assert person.window.isVisible()
    person.trigger("undo")
    assert "Second" not in person.names("item")


def test_a_mistake_of_the_program_in_a_restore_leaves_a_window(
    person: Person, small: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made, window = two_states(person), person.window

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(restore, "restore", fail)
    window.keeping.restore_requested.emit(made.path)
    person.until(lambda: person.window is not window and bool(person.prompts.bugs))
    person.settle()
    assert len(person.prompts.bugs) == 1
    person.prompts.bugs.clear()
    assert "Second" in person.names("item")
    assert person.engine.path == small
    caplog.clear()


def test_without_room_for_a_backup_the_restore_goes_on(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The replaced file is kept whole, so nothing is lost."""
    made, window = two_states(person), person.window

    def refuse(*_: object) -> None:
        raise CannotWrite("No room.", "full")

    monkeypatch.setattr(backups, "make", refuse)
    window.keeping.restore_requested.emit(made.path)
    kept = wait_for_restored(person, window)
    assert "Second" in items_in(kept)


def test_a_damaged_backup_is_not_put_in_the_place_of_the_file(person: Person, small: Path) -> None:
    made, window = two_states(person), person.window
    made.path.write_bytes(made.path.read_bytes()[:5000])
    window.keeping.restore_requested.emit(made.path)
    person.until(lambda: person.window is not window)
    person.settle()
    ((_, title, text, _),) = [call for call in person.prompts.calls if call[0] == "tell"]
    assert title == "Not done"
    assert "It is damaged." in text
    assert "Second" in person.names("item")
    assert replaced(small) == []


def test_restoring_a_deleted_file(person: Person, small: Path) -> None:
    made, window = two_states(person), person.window
    small.unlink()
    person.until(lambda: "gone" in told(person))
    window.keeping.restore_requested.emit(made.path)
    person.until(lambda: person.window is not window)
    person.settle()
    assert "First" in person.names("item")
    assert told(person) == {}
    person.do(items.create(name="Goes on"))
    assert "Goes on" in items_in(small)


# The dialogs.


def test_comparing_from_the_list(person: Person) -> None:
    two_states(person)
    dialog = backups_dialog(person)
    button(dialog, "backupsCompare").click()
    (shown,) = [one for one in person.window.findChildren(ComparisonDialog) if one.isVisible()]
    person.settle()
    shown.reject()


def test_checking_the_file(person: Person) -> None:
    person.trigger("check_file")
    (shown,) = [one for one in person.window.findChildren(CheckFile) if one.isVisible()]
    person.settle()
    asked: list[str] = []
    person.window.keeping.salvage_requested.connect(lambda: asked.append("salvage"))
    person.prompts.will("save_file", None)
    shown.salvage_requested.emit()
    person.until(lambda: bool(person.prompts.calls))
    assert asked == ["salvage"]
    shown.backups_requested.emit()
    assert any(one.isVisible() for one in person.window.findChildren(type(shown).__mro__[1], "backups"))
    shown.reject()


RESTORING = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from itemlink_gui import app
from itemlink_gui.gui import application
from itemlink_gui.gui.main_window import MainWindow
qt = application.qt_application(application.Settings(Path(argv[2])))
def windows():
    return [w for w in qt.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
def begin():
    (window,) = windows()
    say("shown")
    window.keeping.restore_requested.emit(Path(argv[1]))
    look.start()
def after():
    found = windows()
    if len(found) == 1 and found[0].bar._text.text().startswith("Restored."):
        look.stop()
        # Whatever would end the program has been posted by now.
        QTimer.singleShot(50, lambda: (say("alive" if windows() else "gone"), windows()[0].close()))
look = QTimer(interval=5)
look.timeout.connect(after)
QTimer.singleShot(0, begin)
say(app.main([argv[0]]))
"""


def test_the_program_lives_on_while_it_has_no_window(small: Path, tmp_path: Path) -> None:
    """A restore closes the last window for a moment, which by itself would end a program of Qt."""
    engine = Engine(small, keeping=False)
    engine.run(items.create(name="First")).result()
    engine.back_up().result()
    made = backups.listed(engine.file_id)[0]
    engine.run(items.create(name="Second")).result()
    engine.close()
    with Child(RESTORING, small, made.path, tmp_path / "settings.json") as child:
        assert child.hear() == "shown"
        assert child.hear() == "alive"
        assert child.hear() == 0
    assert "Second" not in items_in(small)
    (kept,) = replaced(small)
    assert "Second" in items_in(kept)
