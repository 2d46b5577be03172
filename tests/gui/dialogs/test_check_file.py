"""The check of a file: at once, with what helps beside what was found, and again after a repair."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QPushButton

from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.engine.keeper import Keeper
from itemlink_gui.gui.dialogs.check_file import MOST_LINES, CheckFile
from itemlink_gui.ops import items, repair
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import check
from itemlink_gui.store.check import Finding
from tests.gui.conftest import Open, watch_model
from tests.gui.dialogs.seen import button, reached, said
from tests.gui.helpers import HOSTILE, Person, delete_later
from tests.gui.test_accessibility import listening, nameless
from tests.gui.test_plain_text import careless
from tests.support import PATIENCE, raw

pytestmark = pytest.mark.usefixtures(listening.__name__)
__all__ = ["listening"]

LOOSE = Finding("2 links to a customer that is not there.", "loose")
BROKEN = Finding("The file is damaged: page 4.", damage=True)
FOREIGN = Finding(f"The table “{HOSTILE}” does not belong to ItemLink.")
Find = Callable[..., None]


@pytest.fixture(autouse=True)
def _no_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Keeper, "idle", lambda _self: None)


@pytest.fixture
def will_find(monkeypatch: pytest.MonkeyPatch) -> Find:
    """Say what the next checks find, the last one for ever."""

    def find(*answers: list[Finding] | Exception) -> None:
        left = list(answers)

        def found(_path: Path) -> list[Finding]:
            answer = left.pop(0) if len(left) > 1 else left[0]
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr(check, "check", found)

    return find


def opened(person: Person) -> CheckFile:
    dialog = CheckFile(person.window.bridge, person.window)
    watch_model(dialog.table)
    dialog.open()
    ready(person, dialog)
    return dialog


def ready(person: Person, dialog: CheckFile) -> None:
    (bar,) = dialog.findChildren(QProgressBar)
    person.until(lambda: not bar.isVisible())
    person.settle()


def buttons(dialog: QDialog) -> list[str]:
    """The buttons that are there, the default one marked."""
    there = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
    return sorted(one.text() + ("!" if one.isDefault() else "") for one in there)


def found(dialog: CheckFile) -> list[tuple[str, str]]:
    table = dialog.table
    return [(table.index(row, 0).data(), table.index(row, 1).data()) for row in range(table.rowCount())]


def test_a_sound_file(person: Person) -> None:
    dialog = opened(person)
    assert said(dialog, "checkTitle") == "The file is in order."
    assert said(dialog, "checkDetails").startswith("Looked at: every page")
    assert not dialog.view.isVisible()
    assert buttons(dialog) == ["Close!"]
    assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_while_it_looks(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def slow(_path: Path) -> list[Finding]:
        assert go_on.wait(PATIENCE)
        return []

    monkeypatch.setattr(check, "check", slow)
    dialog = CheckFile(person.window.bridge, person.window)
    dialog.open()
    QApplication.processEvents()
    (bar,) = dialog.findChildren(QProgressBar)
    assert bar.isVisible()
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert said(dialog, "checkTitle") == "Looking through the file…"
    assert buttons(dialog) == ["Close!"]
    assert nameless(dialog) == []
    # Others go on meanwhile.
    person.do(items.create(name="Pottery"))
    go_on.set()
    ready(person, dialog)
    assert said(dialog, "checkTitle") == "The file is in order."


def test_what_was_found_and_what_helps(person: Person, will_find: Find) -> None:
    will_find([LOOSE, FOREIGN])
    dialog = opened(person)
    assert said(dialog, "checkTitle") == "2 problems found."
    assert said(dialog, "checkDetails").startswith("Nothing was changed. Repair makes a backup first")
    assert found(dialog) == [(LOOSE.text, "Repair"), (FOREIGN.text, "")]
    assert buttons(dialog) == ["Close", "Repair!"]
    assert nameless(dialog) == []
    assert careless(dialog) == []
    dialog.grab()


def test_what_nothing_helps_against(person: Person, will_find: Find) -> None:
    will_find([FOREIGN])
    dialog = opened(person)
    assert said(dialog, "checkTitle") == "1 problem found."
    assert said(dialog, "checkDetails") == "Nothing was changed."
    assert buttons(dialog) == ["Close!"]


def test_damage_is_not_repaired_in_place(person: Person, will_find: Find) -> None:
    will_find([LOOSE, BROKEN])
    dialog = opened(person)
    assert found(dialog) == [(LOOSE.text, "A backup"), (BROKEN.text, "A backup")]
    assert buttons(dialog) == ["Backups…!", "Close", "Save what can be read…"]
    assert said(dialog, "checkDetails").startswith("Nothing was changed. Go back to a backup")


@pytest.mark.parametrize(
    ("name", "signal"), [("checkBackups", "backups_requested"), ("checkSalvage", "salvage_requested")]
)
def test_what_helps_takes_its_place(person: Person, will_find: Find, name: str, signal: str) -> None:
    will_find([BROKEN])
    dialog, asked = opened(person), list[bool]()
    getattr(dialog, signal).connect(lambda: asked.append(dialog.isVisible()))
    button(dialog, name).click()
    assert asked == [False]


def spoilt(small: Path, open_window: Open, *statements: str) -> Person:
    with raw(small) as connection:
        for statement in statements:
            connection.execute(statement)
    return open_window(small)


def test_repair_what_is_no_record(small: Path, open_window: Open) -> None:
    person = spoilt(small, open_window, "DROP INDEX item_created_at")
    dialog = opened(person)
    assert [help_ for _, help_ in found(dialog)] == ["Repair"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    person.until(lambda: said(dialog, "checkTitle") == "The file is in order.")
    repaired = said(dialog, "checkRepaired")
    assert repaired.startswith("Repaired:\n• The index “item_created_at”")
    # It is no step: Undo would take back something else.
    assert "Undo" not in repaired
    assert buttons(dialog) == ["Close!"]
    assert check.check(small) == []


def test_repair_that_fills_in_records(small: Path, open_window: Open) -> None:
    person = spoilt(small, open_window, "PRAGMA foreign_keys = OFF", "DELETE FROM item WHERE id = 1")
    dialog = opened(person)
    button(dialog, "checkRepair").click()
    person.until(lambda: said(dialog, "checkTitle") == "The file is in order.")
    assert said(dialog, "checkRepaired").endswith("\nUndo takes back what was filled in.")
    assert len(person.names("item")) == 4
    dialog.close()
    person.trigger("undo")
    person.until(lambda: len(person.names("item")) == 3)


def test_many_repairs_are_not_all_told(person: Person, will_find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"<b>{number}</b> was put right." for number in range(MOST_LINES + 1_000)]
    monkeypatch.setattr(repair, "repair", lambda: Operation("none", lambda _journal: lines))
    will_find([LOOSE], [FOREIGN])
    dialog = opened(person)
    button(dialog, "checkRepair").click()
    person.until(lambda: found(dialog) == [(FOREIGN.text, "")])
    told = said(dialog, "checkRepaired").splitlines()
    assert told == ["Repaired:", *(f"• {line}" for line in lines[:MOST_LINES]), "… and 1,000 more"]
    assert said(dialog, "checkDetails") == ""
    assert careless(dialog) == []


def test_a_repair_that_comes_to_nothing(person: Person, will_find: Find) -> None:
    will_find([LOOSE], [])
    dialog = opened(person)
    button(dialog, "checkRepair").click()
    person.until(lambda: said(dialog, "checkTitle") == "The file is in order.")
    assert said(dialog, "checkRepaired") == "There was nothing to repair."


def test_a_repair_that_is_refused(person: Person, will_find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_journal: object) -> list[str]:
        raise CannotWrite("The disk is full.", "full")

    with monkeypatch.context() as broken:
        broken.setattr(repair, "repair", lambda: Operation("none", full))
        will_find([LOOSE], [])
        dialog = opened(person)
        button(dialog, "checkRepair").click()
        person.until(lambda: said(dialog, "checkRefused") == "It could not be repaired. The disk is full.")
    assert buttons(dialog) == ["Close", "Repair!"]
    assert said(dialog, "checkTitle") == "1 problem found."
    button(dialog, "checkRepair").click()
    person.until(lambda: said(dialog, "checkTitle") == "The file is in order.")
    assert said(dialog, "checkRefused") == ""


def test_a_file_that_can_only_be_read(person: Person, will_find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person.engine, "read_only", True)
    will_find([LOOSE])
    dialog = opened(person)
    assert not button(dialog, "checkRepair").isEnabled()
    assert "only be read" in button(dialog, "checkRepair").toolTip()
    assert "only be read: repair a copy" in said(dialog, "checkDetails")
    assert buttons(dialog) == ["Close!", "Repair"]


@pytest.mark.parametrize(
    ("error", "offered"),
    [
        (CannotOpen(Path("x"), "It is gone.", missing=True), ["Close!"]),
        (CannotOpen(Path("x"), "It is damaged.", damaged=True), ["Backups…!", "Close", "Save what can be read…"]),
        (CannotWrite("It is damaged.", "damaged"), ["Backups…!", "Close", "Save what can be read…"]),
        (CannotWrite("Another program is using the file.", "busy"), ["Close!"]),
    ],
)
def test_a_check_that_fails(person: Person, will_find: Find, error: Exception, offered: list[str]) -> None:
    will_find(error)
    dialog = opened(person)
    assert said(dialog, "checkTitle") == "The file could not be checked."
    assert said(dialog, "checkDetails") == str(error)
    assert buttons(dialog) == offered


def test_closing_gives_it_up(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, asked = threading.Event(), threading.Event(), list[int]()

    def slow(_path: Path) -> list[Finding]:
        asked.append(1)
        begun.set()
        assert go_on.wait(PATIENCE)
        return [LOOSE]

    monkeypatch.setattr(check, "check", slow)
    dialog = CheckFile(person.window.bridge, person.window)
    dialog.open()
    person.until(begun.is_set)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    delete_later()
    running = person.engine._keeper._running
    assert running is not None
    unwanted = running.unwanted
    go_on.set()
    assert unwanted
    person.engine.aside(lambda: None).result(PATIENCE)
    person.settle()
    assert asked == [1]
    assert person.window.findChildren(QDialog, "checkFile") == []


def test_every_part_is_reached_by_tab(person: Person, will_find: Find) -> None:
    will_find([BROKEN])
    dialog = opened(person)
    assert reached(4) == ["checkBackups", "checkClose", "checkFindings", "checkSalvage"]
    assert dialog.isVisible()


def test_the_action_opens_it(person: Person) -> None:
    person.trigger("check_file")
    found = person.find(QDialog, "checkFile")
    assert isinstance(found, CheckFile)
    ready(person, found)
