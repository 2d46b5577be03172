"""The history of the whole file, in a window beside the work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from itemlink_gui.gui.dialogs.file_history import FileHistory
from itemlink_gui.ops import items
from tests.gui.conftest import Open
from tests.gui.helpers import Person, delete_later


def opened(person: Person) -> FileHistory:
    person.trigger("history")
    found = person.find(QDialog, "fileHistory")
    assert isinstance(found, FileHistory)
    return found


def lines(dialog: FileHistory) -> list[str]:
    model = dialog.list.table
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_it_lists_all_steps_the_newest_first_and_follows(person: Person) -> None:
    dialog = opened(person)
    assert len(lines(dialog)) == 12
    assert lines(dialog)[0] == "Customer Ann Lee added to item Extended Support"
    assert lines(dialog)[-1] == "Item Basic Package created"
    person.do(items.create(name="Pottery"))
    assert lines(dialog)[0] == "Item Pottery created"
    person.trigger("undo")
    assert lines(dialog)[0] == "Item Pottery created (undone)"
    person.trigger("redo")
    assert lines(dialog)[0] == "Item Pottery created"


def test_it_ends_with_its_window(open_window: Open, small: Path, path: Path) -> None:
    person = open_window(small)
    dialog = opened(person)
    gone: list[int] = []
    dialog.destroyed.connect(lambda: gone.append(1))
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    delete_later()
    assert gone == [1]


def test_closed_before_its_answer_is_there(person: Person) -> None:
    for _ in range(10):
        person.action("history").trigger()
        person.find(QDialog, "fileHistory").close()
        delete_later()
    person.settle()
    assert person.window.findChild(QDialog, "fileHistory") is None


def test_asking_twice_shows_one(person: Person) -> None:
    opened(person)
    person.trigger("history")
    assert len(person.window.findChildren(QDialog, "fileHistory")) == 1
