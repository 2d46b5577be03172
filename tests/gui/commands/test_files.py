"""Files opened, made and copied from the window; the present one stays where that fails."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu

import itemlink_gui
from itemlink_gui.base import launcher, paths
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui.commands import files
from itemlink_gui.gui.dialogs.words import WordsDialog
from itemlink_gui.ops import customers, items
from itemlink_gui.store import check, new_file
from tests.gui.conftest import Open
from tests.gui.helpers import Person
from tests.gui.standing import look_often, take_way, told
from tests.support import digest


def recent(person: Person) -> list[QAction]:
    """The entries of the menu, as it opens."""
    menu = person.window.commands["recent"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu.actions()


def names_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM item ORDER BY name")]


def new(person: Person) -> None:
    """Ask for a new file with the words that are offered."""
    person.trigger("new")
    dialog = person.find(WordsDialog, "words")
    person.press("Return", dialog)
    person.settle()


def test_open_another_file(person: Person, small: Path, path: Path) -> None:
    person.prompts.will("open_file", path)
    old = person.engine
    person.trigger("open")
    person.until(lambda: person.engine.path == path)
    person.settle()
    assert person.prompts.calls == [("open_file", "Open", str(small.parent))]
    assert person.window.windowTitle() == "test — ItemLink"
    assert person.names("item") == []
    assert person.window.isVisible()
    assert old.run(items.create(name="x")).exception() is not None
    assert [action.text() for action in recent(person)] == ["Spring term.itemlink"]


def test_cancelling_changes_nothing(person: Person, small: Path) -> None:
    person.prompts.will("open_file", None)
    person.prompts.will("save_file", None, None)
    for name in ("open", "save_copy"):
        person.trigger(name)
    new(person)
    assert person.engine.path == small
    assert list(small.parent.iterdir()) == [small]


def bad_files(folder: Path) -> dict[str, Path]:
    """A file of each sort that cannot be opened."""
    text, torn, newer = folder / "text.itemlink", folder / "torn.itemlink", folder / "newer.itemlink"
    text.write_text("no database")
    new_file.create(torn)
    whole = torn.read_bytes()
    torn.write_bytes(whole[: len(whole) // 2])
    new_file.create(newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.commit()
    return {"missing": folder / "missing.itemlink", "folder": folder, "text": text, "torn": torn, "newer": newer}


@pytest.mark.parametrize("kind", ["missing", "folder", "text", "torn", "newer"])
def test_the_present_file_stays_where_another_cannot_be_opened(
    person: Person, small: Path, tmp_path_factory: pytest.TempPathFactory, kind: str
) -> None:
    bad = bad_files(tmp_path_factory.mktemp("bad"))[kind]
    before = digest(bad) if bad.is_file() else ""
    beside = sorted(bad.parent.iterdir())
    window = person.window
    person.prompts.will("open_file", bad)
    if kind == "torn":
        # There is a way out, and nobody takes it.
        person.prompts.will("choose", None)
    person.trigger("open")
    person.until(lambda: len(person.prompts.calls) == 2)
    (_, said) = person.prompts.calls
    assert said[:2] == ("choose" if kind == "torn" else "tell", "Open")
    assert said[2].startswith(f"“{bad.name}” cannot be opened. ")
    assert person.window is window
    assert window.isVisible()
    assert (digest(bad) if bad.is_file() else "") == before
    assert sorted(bad.parent.iterdir()) == beside
    person.do(items.create(name="Still here"))
    assert "Still here" in person.names("item")
    assert Settings(paths.settings_file()).get("last_file") == str(small)


def test_opening_the_present_file_again_keeps_the_window(person: Person, small: Path) -> None:
    window = person.window
    person.prompts.will("open_file", small)
    person.trigger("open")
    person.settle()
    assert person.window is window


def test_new(person: Person, small: Path) -> None:
    made = small.with_name("Autumn & winter.itemlink")
    person.prompts.will("save_file", made)
    new(person)
    person.until(lambda: person.engine.path == made)
    person.settle()
    assert person.prompts.calls == [("save_file", "New file", str(small.with_name("Untitled.itemlink")))]
    assert person.names("item") == []
    assert person.names("customer") == []
    (before,) = recent(person)
    assert before.text() == "Spring term.itemlink"
    assert before.toolTip() == f'<p style="white-space:pre-wrap">{small}</p>'
    person.window.commands["recent"].menu().triggered.emit(before)
    person.until(lambda: person.engine.path == small)
    assert [action.text() for action in recent(person)] == ["Autumn && winter.itemlink"]


def test_new_never_overwrites(person: Person, small: Path, path: Path) -> None:
    before = digest(path)
    person.prompts.will("save_file", path)
    new(person)
    assert person.prompts.calls[-1][:2] == ("tell", "New file")
    assert digest(path) == before
    assert person.engine.path == small


def test_no_recent_files_yet(person: Person) -> None:
    (only,) = recent(person)
    assert only.text() == "No other files yet"
    assert not only.isEnabled()


def test_recent_files_are_the_last_ten_each_once(home: Path, tmp_path: Path) -> None:
    settings = Settings(paths.settings_file())
    for number in [*range(12), 5]:
        files.remember(settings, tmp_path / f"{number}.itemlink")
    kept = [Path(name).stem for name in settings.get("recent_files")]
    assert kept == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    assert settings.get("last_file") == str(tmp_path / "5.itemlink")


def test_save_a_copy(person: Person, small: Path) -> None:
    copy = small.with_name("Elsewhere.itemlink")
    person.prompts.will("save_file", copy)
    person.trigger("save_copy")
    assert person.prompts.calls == [("save_file", "Save a copy", str(small.with_name("Spring term copy.itemlink")))]
    assert person.message == "A copy was saved as Elsewhere.itemlink"
    assert person.engine.path == small
    assert names_of(copy) == ["Basic Package", "Extended Support", "Premium Subscription", "Training Day"]
    assert check.check(copy) == []


def test_a_copy_onto_the_file_itself_is_refused(person: Person, small: Path) -> None:
    person.prompts.will("save_file", small)
    person.trigger("save_copy")
    person.until(lambda: len(person.prompts.calls) == 2)
    assert person.prompts.calls[1][:3] == (
        "tell",
        "Save a copy",
        "This is the open file itself; choose another name for the copy.",
    )
    assert told(person) == {}
    assert check.check(small) == []


def test_a_copy_that_cannot_be_written_is_told_and_stands_in_nobodys_way(person: Person, small: Path) -> None:
    person.prompts.will("save_file", small.with_name("missing") / "Copy.itemlink")
    person.trigger("save_copy")
    person.until(lambda: len(person.prompts.calls) == 2)
    assert person.prompts.calls[1][:2] == ("tell", "Save a copy")
    assert told(person) == {}
    person.do(items.create(name="Goes on"))
    assert "Goes on" in person.names("item")


def test_a_moved_file_offers_a_copy_with_everything_in_it(
    person: Person, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_often(monkeypatch)
    copy = small.with_name("Saved.itemlink")
    moved = small.rename(small.with_name("Moved.itemlink"))
    before = len(list(small.parent.iterdir()))
    person.prompts.will("save_file", copy)
    person.window.bridge.run(items.create(name="Lost?"))
    person.until(lambda: "gone" in told(person) and "see above" in person.message)
    take_way(person.window, "The file was moved", "Save a copy…")
    # What is done from now on belongs into the copy.
    person.until(lambda: person.engine.path == copy)
    assert names_of(copy) == names_of(moved)
    assert told(person) == {}
    assert not small.exists()
    assert len(list(small.parent.iterdir())) == before + 1


def test_refusing_the_copy_leaves_everything(person: Person, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)
    small.rename(small.with_name("Moved.itemlink"))
    person.window.bridge.run(customers.create(username="x"))
    person.until(lambda: "gone" in told(person))
    person.prompts.will("save_file", None)
    take_way(person.window, "The file was moved", "Save a copy…")
    person.look()
    assert [call[0] for call in person.prompts.calls] == ["save_file"]
    assert "gone" in told(person)
    assert person.engine.path == small


def test_reveal_shows_the_folder(person: Person, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    person.trigger("reveal")
    assert [url.toLocalFile() for url in shown] == [str(small.parent)]


def test_about_tells_the_version(person: Person) -> None:
    person.trigger("about")
    ((method, _, text, details),) = person.prompts.calls
    assert method == "tell"
    assert itemlink_gui.__version__ in text
    assert details


def test_quit_closes(person: Person) -> None:
    window = person.window
    person.action("quit").trigger()
    assert not window.isVisible()
    assert person.engine.run(items.create(name="x")).exception() is not None


def test_the_launcher_is_installed(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[int] = []
    monkeypatch.setattr(launcher, "install", lambda: called.append(1))
    person.trigger("install_launcher")
    assert called == [1]
    assert person.message == "ItemLink is in the applications menu, and opens *.itemlink files."

    def fail() -> None:
        raise ItemLinkError("No desktop here.")

    monkeypatch.setattr(launcher, "install", fail)
    person.trigger("install_launcher")
    assert person.prompts.calls == [("tell", "Add to applications menu", "No desktop here.", "")]


def test_a_second_window_on_the_file_goes_on_where_the_first_ends(open_window: Open, small: Path) -> None:
    one, other = open_window(small), open_window(small)
    one.do(items.create(name="From the first"))
    other.until(lambda: "From the first" in other.names("item"))
    one.app.close()
    other.do(items.create(name="From the second"))
    assert "From the second" in other.names("item")
