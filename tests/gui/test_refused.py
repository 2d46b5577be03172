"""What the file did not take: it waits for another try, and is not lost without a word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from itemlink_gui.gui.dialogs.new_record import NewRecord
from itemlink_gui.ops import items
from itemlink_gui.store import backups
from tests.gui.helpers import Person, delete_later, retype
from tests.gui.standing import back_up, fill_disk, free_disk, look_often, take_way, told


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)


def make_big(person: Person, name: str) -> None:
    """Have an item made that needs more room than there is."""
    person.window.bridge.run(items.create(name=name, description="x" * 90_000))


def test_all_that_was_refused_is_stored_at_the_next_try_in_its_order(person: Person) -> None:
    fill_disk(person)
    for name in ("First", "Second"):
        make_big(person, name)
    person.until(lambda: "2 changes to be tried again" in told(person).get("full", ""))
    free_disk(person)
    take_way(person.window, "The disk is full.", "Try again")
    person.until(lambda: {"First", "Second"} <= set(person.names("item")))
    person.settle()
    assert told(person) == {}
    person.trigger("undo")
    assert "Second" not in person.names("item")


def test_closing_tells_once_what_would_be_gone(person: Person) -> None:
    fill_disk(person)
    make_big(person, "Refused")
    person.until(lambda: "full" in told(person))
    person.settle()
    person.window.close()
    assert person.window.isVisible()
    assert person.message.startswith("1 change could not be stored.")
    person.window.close()
    assert person.app._closed


def test_what_was_asked_in_a_dialog_that_was_closed_is_not_tried_again(person: Person) -> None:
    person.trigger("new_item")
    (dialog,) = person.window.findChildren(NewRecord)
    assert isinstance(dialog, QDialog)
    retype(dialog.form.rows["name"].editor, "Cancelled")
    dialog.form.rows["description"].set_text("x" * 90_000)
    fill_disk(person)
    dialog.accept()
    person.until(lambda: "full" in told(person))
    dialog.reject()
    delete_later()
    free_disk(person)
    take_way(person.window, "The disk is full.", "Try again")
    person.settle()
    assert "Cancelled" not in person.names("item")


def test_a_file_written_over_this_one_may_be_opened_and_gone_back_from(person: Person, small: Path, path: Path) -> None:
    made = back_up(person)
    copy = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"
    subprocess.run([sys.executable, "-c", copy, str(path), str(small)], check=True, timeout=60)
    person.until(lambda: "gone" in told(person))
    window = person.window
    take_way(window, "Another file was written over this one", "Open the new one")
    person.until(lambda: person.window is not window)
    person.settle()
    assert person.names("item") == []
    assert told(person) == {}
    # Its backups are another file's, and those of the file that stood there are listed with them.
    assert made in backups.of_file(person.engine.file_id, small)
    window = person.window
    person.window.keeping.restore_requested.emit(made.path)
    person.until(lambda: person.window is not window)
    person.settle()
    assert len(person.names("item")) == 4
