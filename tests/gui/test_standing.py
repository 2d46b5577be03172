"""How the file stands: every banner comes, each of its buttons does what it says, and it goes when all is well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit

from itemlink_gui.base import paths
from itemlink_gui.base.errors import CannotWrite, Trouble
from itemlink_gui.base.notices import Notice
from itemlink_gui.base.settings import Settings
from itemlink_gui.ops import items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import backups, database
from itemlink_gui.store.check import check
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Item
from tests.gui.conftest import Open
from tests.gui.helpers import Person, retype
from tests.gui.standing import (
    banner,
    fill_disk,
    free_disk,
    look_often,
    spoil_page,
    take_way,
    told,
    ways,
)
from tests.gui.test_instance import SECOND_START
from tests.support import Child, raw, snapshot

LONG = "x" * 4000


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)


def items_in(path: Path) -> list[str]:
    return [name for _, name, *_ in snapshot(path)["item"]]


def dialog(person: Person, name: str) -> QDialog:
    (found,) = [one for one in person.window.findChildren(QDialog, name) if one.isVisible()]
    return found


# Moved, replaced, deleted.


def test_nothing_is_told_of_a_file_that_is_well(person: Person) -> None:
    person.do(items.create(name="One"))
    assert told(person) == {}
    assert not person.window.banners.isVisible()


def test_a_moved_file_goes_on_where_it_is_now(person: Person, small: Path, tmp_path: Path) -> None:
    person.do(items.create(name="One"))
    (tmp_path / "sub").mkdir()
    now = small.rename(tmp_path / "sub" / "Autumn term.itemlink")
    person.until(lambda: "gone" in told(person))
    said = banner(person.window, f"The file was moved or renamed; it is now “Autumn term.itemlink” in {now.parent}.")
    assert said.urgent
    assert ways(said) == ["Go on there", "Save a copy…"]
    person.window.bridge.run(items.create(name="Refused"))
    person.until(lambda: "see above" in person.message)
    take_way(person.window, "The file was moved", "Go on there")
    person.until(lambda: person.engine.path == now)
    person.settle()
    assert told(person) == {}
    assert "One" in person.names("item")
    person.trigger("undo")
    assert person.message == "Undone: Create One"
    person.trigger("redo")
    assert items_in(now).count("One") == 1
    assert "Refused" not in items_in(now)
    assert not small.exists()
    assert Settings(paths.settings_file()).get("last_file") == str(now)
    # A later start finds this window, by the new name.
    door = person.app._opened._door
    assert door is not None
    with Child(SECOND_START, now) as child, person.qtbot.waitSignal(door.knocked, timeout=20_000):
        child.say("go")
        person.until(lambda: True)


def type_phone(person: Person) -> None:
    """Type into a field, and stay in it."""
    person.select("customer", "John Doe")
    page = person.window.inspector.page()
    assert page is not None
    editor = page.form.rows["phone"].editor
    assert isinstance(editor, QLineEdit)
    retype(editor, "0123")


@pytest.mark.parametrize("how", ["go on", "copy", "close"])
def test_what_is_typed_and_not_taken_is_told_and_then_in_nobodys_way(person: Person, small: Path, how: str) -> None:
    type_phone(person)
    window, now, copy = person.window, small.with_name("Autumn.itemlink"), small.with_name("Copy.itemlink")
    small.rename(now)
    person.until(lambda: "gone" in told(person))

    def ask() -> None:
        if how == "close":
            window.close()
            return
        if how == "copy":
            person.prompts.will("save_file", copy.with_stem("Copy 2") if copy.exists() else copy)
        take_way(window, "The file was moved", "Go on there" if how == "go on" else "Save a copy…")

    ask()
    person.until(lambda: "Nothing was stored" in person.message)
    person.look()
    assert person.window is window
    assert window.isVisible()
    ask()
    if how == "close":
        person.until(lambda: person.app._closed)
    else:
        person.until(lambda: person.window is not window)
        person.settle()
        assert told(person) == {}


def test_a_file_that_comes_back_is_told_no_more(person: Person, small: Path) -> None:
    away = small.rename(small.with_name("away.itemlink"))
    person.until(lambda: "gone" in told(person))
    away.rename(small)
    person.until(lambda: told(person) == {})
    assert not person.window.banners.isVisible()
    person.do(items.create(name="Back"))
    assert "Back" in items_in(small)


def test_a_replaced_file_is_left_alone_and_may_be_opened(person: Person, small: Path, path: Path) -> None:
    window = person.window
    path.replace(small)
    person.until(lambda: "gone" in told(person))
    assert ways(banner(window, "Another file was put in the place of this one.")) == [
        "Open the new one",
        "Save a copy…",
    ]
    window.bridge.run(items.create(name="Refused"))
    person.until(lambda: "see above" in person.message)
    assert len(person.names("item")) == 4
    take_way(window, "Another file was put", "Open the new one")
    person.until(lambda: person.window is not window)
    person.settle()
    assert told(person) == {}
    assert person.names("item") == []
    person.do(items.create(name="In the new one"))
    assert items_in(small) == ["In the new one"]


def test_a_replaced_file_may_be_saved_as_it_was(person: Person, small: Path, path: Path) -> None:
    path.replace(small)
    person.until(lambda: "gone" in told(person))
    copy = small.with_name("Saved.itemlink")
    person.prompts.will("save_file", copy)
    take_way(person.window, "Another file was put", "Save a copy…")
    person.until(lambda: person.engine.path == copy)
    person.settle()
    assert len(person.names("item")) == 4
    assert items_in(small) == []


def test_a_deleted_file_is_saved_and_work_goes_on(person: Person, small: Path) -> None:
    person.do(items.create(name="Precious"))
    small.unlink()
    person.until(lambda: "gone" in told(person))
    assert ways(banner(person.window, "The file was deleted")) == ["Save a copy…", "Backups…"]
    person.prompts.will("save_file", small)
    take_way(person.window, "The file was deleted", "Save a copy…")
    person.until(lambda: told(person) == {})
    person.settle()
    assert "Precious" in person.names("item")
    person.do(items.create(name="Next"))
    assert {"Precious", "Next"} <= set(items_in(small))
    assert check(small) == []


def test_the_backups_of_a_deleted_file_are_listed(person: Person, small: Path) -> None:
    small.unlink()
    person.until(lambda: "gone" in told(person))
    take_way(person.window, "The file was deleted", "Backups…")
    assert dialog(person, "backups").isVisible()


# What a change met.


def test_on_a_full_disk_nothing_is_lost_and_it_is_stored_once_when_there_is_room(person: Person, small: Path) -> None:
    def write(journal: Journal) -> None:
        for number in range(50):
            journal.add(Item, name=f"Big {number}", description=LONG)

    fill_disk(person)
    person.window.bridge.run(Operation("item.create", write))
    person.until(lambda: "full" in told(person))
    said = banner(person.window, "The disk is full. Nothing was stored")
    assert (said.urgent, ways(said)) == (True, ["Try again", "Save a copy…"])
    take_way(person.window, "The disk is full.", "Try again")
    person.settle()
    assert "full" in told(person)
    assert len(items_in(small)) == 4
    free_disk(person)
    take_way(person.window, "The disk is full.", "Try again")
    person.until(lambda: told(person) == {})
    person.settle()
    person.window.bridge.try_again()
    person.settle()
    assert len(items_in(small)) == 54
    assert len(person.names("item")) == 54
    person.trigger("undo")
    assert len(items_in(small)) == 4


def test_while_another_program_holds_the_file(open_window: Open, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Long enough for the reader of the same window to be out of the way.
    monkeypatch.setattr(database, "BUSY_SECONDS", 1)
    person = open_window(small)
    with raw(small) as other:
        other.execute("BEGIN IMMEDIATE")
        person.window.bridge.run(items.create(name="In a moment"))
        person.until(lambda: "busy" in told(person))
        said = banner(person.window, "Another program is using the file.")
        assert ways(said) == ["Try again", "Save a copy…"]
        other.execute("ROLLBACK")
    take_way(person.window, "Another program", "Try again")
    person.until(lambda: told(person) == {})
    person.settle()
    assert items_in(small).count("In a moment") == 1
    assert person.names("item").count("In a moment") == 1


@pytest.mark.parametrize("trouble", ["busy", "full", "read_only", "disk"])
def test_each_trouble_has_its_banner_until_something_is_stored(person: Person, small: Path, trouble: Trouble) -> None:
    def refuse(_journal: Journal) -> None:
        raise CannotWrite(f"No: {trouble}.", trouble)

    person.window.bridge.run(Operation("item.create", refuse))
    person.until(lambda: told(person) == {trouble: f"No: {trouble}."})
    assert ways(banner(person.window, "No: ")) == ["Try again", "Save a copy…"]
    take_way(person.window, "No: ", "Try again")
    person.settle()
    assert told(person) == {trouble: f"No: {trouble}."}
    person.do(items.create(name="Another"))
    assert told(person) == {}


def test_what_others_store_proves_nothing(open_window: Open, small: Path) -> None:
    mine, theirs = open_window(small), open_window(small)

    def refuse(_journal: Journal) -> None:
        raise CannotWrite("No.", "full")

    mine.window.bridge.run(Operation("item.create", refuse))
    mine.until(lambda: "full" in told(mine))
    theirs.do(items.create(name="Theirs"))
    mine.until(lambda: "Theirs" in mine.names("item"))
    assert told(mine) == {"full": "No."}


def test_a_copy_leads_on_from_a_full_disk(person: Person, small: Path) -> None:
    def refuse(_journal: Journal) -> None:
        raise CannotWrite("No.", "full")

    copy = small.with_name("Elsewhere.itemlink")
    person.window.bridge.run(Operation("item.create", refuse))
    person.until(lambda: "full" in told(person))
    person.prompts.will("save_file", copy)
    take_way(person.window, "No.", "Save a copy…")
    person.until(lambda: person.engine.path == copy)
    person.settle()
    assert told(person) == {}


def test_a_damaged_file_offers_what_helps(person: Person, small: Path, caplog: pytest.LogCaptureFixture) -> None:
    person.do(items.create(name="Before", description=LONG))
    spoil_page(small)
    person.window.bridge.run(items.create(name="After"))
    person.until(lambda: "damaged" in told(person))
    assert ways(banner(person.window, "The file is damaged.")) == ["Backups…", "Save what can be read…"]
    take_way(person.window, "The file is damaged.", "Backups…")
    dialog(person, "backups").reject()
    person.prompts.will("save_file", None)
    take_way(person.window, "The file is damaged.", "Save what can be read…")
    person.until(lambda: any(call[0] == "save_file" for call in person.prompts.calls))
    # Whoever thinks better of it has the window still.
    person.look()
    assert person.window.isVisible()
    assert "damaged" in told(person)
    assert [name for name in person.names("item") if name] == person.names("item")
    caplog.clear()


# Backups.


def test_a_backup_that_fails_is_told_and_can_be_tried_again(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:

        def refuse(*_: object) -> None:
            raise CannotWrite("There is not enough room on the disk for a backup.", "full")

        patch.setattr(backups, "make", refuse)
        person.engine._keeper.tell_failure(CannotWrite("No room.", "full"))
        reason = "There is not enough room on the disk for it."
        person.until(lambda: told(person) == {"backup": f"No backup could be made. {reason}"})
        said = banner(person.window, "No backup could be made.")
        assert (said.urgent, ways(said)) == (False, ["Try again"])
        take_way(person.window, "No backup", "Try again")
        person.until(lambda: "not enough room" in told(person)["backup"])
    take_way(person.window, "No backup", "Try again")
    person.until(lambda: told(person) == {})
    assert len(backups.listed(person.engine.file_id)) == 1


def test_the_urgent_banner_stands_first(person: Person) -> None:
    put: Callable[..., None] = person.window.banners.put
    put("hint", "A hint.", urgent=False)
    put("trouble", "Trouble.", urgent=True)
    person.look()
    assert banner(person.window, "Trouble.").y() < banner(person.window, "A hint.").y()


def test_a_disk_that_is_gone_and_back(person: Person) -> None:
    folder = person.engine.path.parent / "stick"
    folder.mkdir()
    path = person.engine.path.rename(folder / person.engine.path.name)
    person.until(lambda: "gone" in told(person))
    take_way(person.window, "The file was moved", "Go on there")
    person.until(lambda: person.engine.path == path)
    person.settle()
    person.window.bridge.noticed.emit(Notice("unreachable"))
    said = banner(person.window, "The file cannot be reached")
    assert ways(said) == ["Save a copy…", "Backups…"]
    person.window.bridge.noticed.emit(Notice("here"))
    assert "gone" not in told(person)
