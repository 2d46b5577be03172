"""The list of backups: what each holds, what was done since, and one or two clicks to have it back."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.engine.keeper import Keeper
from itemlink_gui.gui.dialogs import backup_table
from itemlink_gui.gui.dialogs.backups import Backups
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import backups, compare
from itemlink_gui.store.compare import Comparison
from tests.gui.conftest import Open, watch_model
from tests.gui.dialogs.seen import button, reached, said
from tests.gui.dragging import LEFT
from tests.gui.helpers import HOSTILE, Person, delete_later
from tests.gui.test_accessibility import listening, nameless
from tests.gui.test_plain_text import careless
from tests.support import PATIENCE

pytestmark = pytest.mark.usefixtures(listening.__name__)
__all__ = ["listening"]

NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
DAY = timedelta(days=1)
Made = list[object]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """What time it is, when backups ask; none is made of the keeper's own accord."""
    time = [NOON]
    monkeypatch.setattr(backups, "now", lambda: time[0])
    monkeypatch.setattr(Keeper, "idle", lambda _self: None)
    return time


@pytest.fixture
def three(person: Person, clock: list[datetime]) -> Person:
    """Backups of three days: with four items; with a fifth; with a link more and another name of Ann Lee."""
    back_up(person, clock, NOON - 2 * DAY)
    person.do(items.create(name="Pottery"))
    back_up(person, clock, NOON - DAY)
    person.do(links.link([5], [1, 2]))
    person.do(customers.update(1, full_name="Ann Lea"))
    back_up(person, clock, NOON - timedelta(hours=1))
    clock[0] = NOON
    return person


def back_up(person: Person, clock: list[datetime], at: datetime) -> Path:
    clock[0] = at
    person.engine.back_up().result(PATIENCE)
    person.settle()
    return backups.listed(person.engine.file_id)[0].path


def opened(person: Person) -> Backups:
    dialog = Backups(person.window.bridge, person.window)
    watch_model(dialog.table)
    dialog.open()
    ready(person, dialog)
    return dialog


def ready(person: Person, dialog: Backups) -> None:
    person.until(lambda: dialog.view.isVisible() or not said(dialog, "backupsState").startswith("Looking"))
    person.until(lambda: not said(dialog, "backupsSince").startswith("Comparing"))
    person.settle()


def column(dialog: Backups, number: int) -> list[str]:
    return [str(dialog.table.index(row, number).data()) for row in range(dialog.table.rowCount())]


def click(dialog: Backups, row: int) -> None:
    place = dialog.view.visualRect(dialog.table.index(row, 0)).center()
    QTest.mouseClick(dialog.view.viewport(), LEFT, pos=place)


def paths(person: Person) -> list[Path]:
    return [one.path for one in backups.listed(person.engine.file_id)]


# What is listed.


def test_the_newest_is_first_and_selected(three: Person) -> None:
    three.do(items.delete([1, 2]))
    dialog = opened(three)
    assert column(dialog, backup_table.HOLDS) == [
        "5 items · 6 customers · 6 links",
        "5 items · 6 customers · 4 links",
        "4 items · 6 customers · 4 links",
    ]
    assert column(dialog, backup_table.SINCE) == [
        "1 step: 2 fewer items, 4 fewer links",
        "3 steps: 2 fewer items, 2 fewer links",
        "4 steps: 1 fewer item, 2 fewer links",
    ]
    assert dialog.view.isColumnHidden(backup_table.NAME)
    assert dialog.view.currentIndex().row() == 0
    assert dialog.view.hasFocus()
    assert said(dialog, "backupsSince") == "Since then: 2 items deleted · 4 links deleted"
    assert all(size.endswith("kB") for size in column(dialog, backup_table.SIZE))


def test_the_exact_difference_follows_the_row(three: Person) -> None:
    dialog = opened(three)
    assert said(dialog, "backupsSince") == "Since then: nothing"
    assert column(dialog, backup_table.SINCE)[0] == "nothing"
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    ready(three, dialog)
    assert said(dialog, "backupsSince") == "Since then: 1 customer changed · 2 links added"
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    ready(three, dialog)
    assert said(dialog, "backupsSince") == "Since then: 1 item added · 1 customer changed · 2 links added"


def test_what_is_done_meanwhile_is_told(three: Person) -> None:
    dialog = opened(three)
    click(dialog, 1)
    ready(three, dialog)
    three.do(items.create(name="Yoga"))
    three.until(lambda: "item added" in said(dialog, "backupsSince"))
    assert said(dialog, "backupsSince") == "Since then: 1 item added · 1 customer changed · 2 links added"
    three.until(lambda: column(dialog, backup_table.SINCE)[0] == "1 step: 1 more item")
    assert dialog.view.currentIndex().row() == 1


# What is done with one.


def listen(dialog: Backups) -> dict[str, Made]:
    heard: dict[str, Made] = {}
    for name in ("restore", "preview", "compare"):
        made = heard[name] = []
        getattr(dialog, f"{name}_requested").connect(made.append)
    return heard


def test_enter_restores_the_newest(three: Person) -> None:
    dialog = opened(three)
    heard, gone = listen(dialog), Made()
    dialog.destroyed.connect(partial(gone.append, 1))
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert heard == {"restore": [paths(three)[0]], "preview": [], "compare": []}
    delete_later()
    assert gone


def test_two_clicks_restore_another(three: Person) -> None:
    dialog = opened(three)
    heard = listen(dialog)
    click(dialog, 2)
    QTest.mouseClick(button(dialog, "backupsRestore"), LEFT)
    assert heard == {"restore": [paths(three)[2]], "preview": [], "compare": []}
    assert not dialog.isVisible()


def test_looking_and_comparing_leave_it_open(three: Person) -> None:
    dialog = opened(three)
    heard = listen(dialog)
    click(dialog, 1)
    button(dialog, "backupsPreview").click()
    button(dialog, "backupsCompare").click()
    click(dialog, 2)
    QTest.mouseDClick(dialog.view.viewport(), LEFT, pos=dialog.view.visualRect(dialog.table.index(2, 0)).center())
    first, second = paths(three)[1:]
    assert heard == {"restore": [], "preview": [first, second], "compare": [first]}
    assert dialog.isVisible()


def test_back_up_now(three: Person, clock: list[datetime]) -> None:
    dialog = opened(three)
    click(dialog, 1)
    three.do(items.create(name="Yoga"))
    button(dialog, "backupsBackUp").click()
    assert not button(dialog, "backupsBackUp").isEnabled()
    three.until(lambda: said(dialog, "backupsNote") == "A backup was made.")
    ready(three, dialog)
    assert len(column(dialog, 0)) == 4
    assert dialog.view.currentIndex().row() == 0
    assert said(dialog, "backupsSince") == "Since then: nothing"
    clock[0] += timedelta(minutes=1)
    button(dialog, "backupsBackUp").click()
    three.until(lambda: said(dialog, "backupsNote") == "Nothing has changed since the newest backup.")
    assert len(column(dialog, 0)) == 4
    assert button(dialog, "backupsBackUp").isEnabled()


def test_a_backup_that_fails_is_told(three: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise CannotWrite("There is not enough room on the disk for a backup.", "full")

    monkeypatch.setattr(backups, "make", full)
    dialog = opened(three)
    button(dialog, "backupsBackUp").click()
    three.until(lambda: said(dialog, "backupsNote").startswith("There is not enough room"))
    assert button(dialog, "backupsBackUp").isEnabled()
    assert len(column(dialog, 0)) == 3


def test_one_that_the_keeper_makes_appears(three: Person, clock: list[datetime]) -> None:
    dialog = opened(three)
    three.do(items.create(name="Yoga"))
    chosen = dialog.selected()
    back_up(three, clock, NOON)
    three.until(lambda: len(column(dialog, 0)) == 4)
    assert chosen is not None
    now = dialog.selected()
    assert now is not None
    assert now.backup == chosen.backup
    assert said(dialog, "backupsNote") == ""


def test_the_folder_is_shown(three: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    button(opened(three), "backupsShowFolder").click()
    assert [Path(url.toLocalFile()) for url in shown] == [backups.folder(three.engine.file_id)]


# Where not all is well.


def test_without_any(open_window: Open) -> None:
    person = open_window()
    dialog = opened(person)
    assert said(dialog, "backupsState").startswith("No backups yet.")
    off = {"backupsRestore", "backupsPreview", "backupsCompare", "backupsShowFolder"}
    assert not any(button(dialog, name).isEnabled() for name in off)
    assert button(dialog, "backupsBackUp").isDefault()
    assert nameless(dialog) == []
    button(dialog, "backupsBackUp").click()
    person.until(lambda: said(dialog, "backupsNote") == "There is nothing in the file to back up yet.")
    person.do(items.create(name="First"))
    button(dialog, "backupsBackUp").click()
    person.until(lambda: dialog.view.isVisible())
    assert button(dialog, "backupsRestore").isDefault()
    assert said(dialog, "backupsNote") == "A backup was made."


def test_a_file_that_can_only_be_read(three: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(three.engine, "read_only", True)
    dialog = opened(three)
    for name in ("backupsRestore", "backupsBackUp"):
        assert not button(dialog, name).isEnabled()
        assert "only be read" in button(dialog, name).toolTip()
    heard = listen(dialog)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert heard == {"restore": [], "preview": paths(three)[:1], "compare": []}


def test_a_damaged_backup(three: Person) -> None:
    paths(three)[1].write_bytes(b"rubbish" * 999)
    dialog = opened(three)
    assert column(dialog, backup_table.HOLDS)[1] == "Cannot be read"
    assert column(dialog, backup_table.SINCE)[1] == ""
    click(dialog, 1)
    assert said(dialog, "backupsSince") == "This backup is damaged and cannot be read."
    for name in ("backupsRestore", "backupsPreview", "backupsCompare"):
        assert not button(dialog, name).isEnabled()
    heard = listen(dialog)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    QTest.mouseDClick(dialog.view.viewport(), LEFT, pos=dialog.view.visualRect(dialog.table.index(1, 0)).center())
    assert heard == {"restore": [], "preview": [], "compare": []}
    click(dialog, 2)
    assert button(dialog, "backupsRestore").isEnabled()


def test_one_that_cannot_be_compared_can_be_restored(three: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path, other: Path, _most: int) -> Comparison:
        raise CannotOpen(other, "It could not be read.")

    monkeypatch.setattr(compare, "compare", fail)
    dialog = opened(three)
    assert said(dialog, "backupsSince").startswith("It cannot be compared. ")
    assert button(dialog, "backupsRestore").isEnabled()


def test_a_list_that_fails(three: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_file_id: str) -> list[object]:
        raise OSError(5, "Input/output error")

    dialog = opened(three)
    monkeypatch.setattr(backups, "listed", fail)
    dialog.refresh()
    three.until(lambda: said(dialog, "backupsState").startswith("The backups could not be listed. "))
    assert dialog.table.rowCount() == 0
    assert said(dialog, "backupsSince") == ""
    assert not button(dialog, "backupsRestore").isEnabled()


def test_an_answer_about_another_row_is_not_shown(three: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun, real = threading.Event(), threading.Event(), compare.compare
    slow = paths(three)[1]

    def compared(path: Path, other: Path, most: int) -> Comparison:
        found = real(path, other, most)
        if other == slow:
            begun.set()
            assert go_on.wait(PATIENCE)
        return found

    monkeypatch.setattr(compare, "compare", compared)
    dialog = opened(three)
    click(dialog, 1)
    three.until(begun.is_set)
    assert said(dialog, "backupsSince") == "Comparing…"
    click(dialog, 2)
    go_on.set()
    three.until(lambda: said(dialog, "backupsSince") != "Comparing…")
    assert said(dialog, "backupsSince") == "Since then: 1 item added · 1 customer changed · 2 links added"


def test_names_are_text(small: Path, open_window: Open, clock: list[datetime]) -> None:
    hostile = HOSTILE.replace("/", "")
    before = shutil.copy(small, small.with_name(f"{hostile}.itemlink"))
    person = open_window(before)
    folder = backups.folder(person.engine.file_id)
    back_up(person, clock, NOON - DAY)
    person.do(items.create(name=HOSTILE))
    newest = back_up(person, clock, NOON)
    newest.rename(folder / newest.name.replace(hostile, f"<b>{hostile}"))
    dialog = opened(person)
    assert column(dialog, backup_table.NAME) == [f"<b>{hostile}", ""]
    assert not dialog.view.isColumnHidden(backup_table.NAME)
    assert careless(dialog) == []
    dialog.grab()


# The keyboard and who cannot see.


def test_every_part_is_reached_by_tab_and_has_a_name(three: Person) -> None:
    dialog = opened(three)
    wanted = "Table ShowFolder BackUp Compare Preview Restore Close"
    assert reached(7) == [f"backups{name}" for name in wanted.split()]
    assert nameless(dialog) == []


def test_esc_and_close_close_it(three: Person) -> None:
    closings: list[Callable[[Backups], None]] = [
        lambda dialog: QTest.keyClick(dialog.view, Qt.Key.Key_Escape),
        lambda dialog: button(dialog, "backupsClose").click(),
    ]
    for close in closings:
        dialog = opened(three)
        heard = listen(dialog)
        close(dialog)
        assert not dialog.isVisible()
        assert heard == {"restore": [], "preview": [], "compare": []}


def test_the_action_opens_it(three: Person) -> None:
    three.trigger("backups")
    assert isinstance(three.find(QDialog, "backups"), Backups)


def test_closing_gives_up_what_it_asked_for(three: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_file_id: str) -> list[object]:
        begun.set()
        assert go_on.wait(PATIENCE)
        return []

    monkeypatch.setattr(backups, "listed", slow)
    dialog = Backups(three.window.bridge, three.window)
    dialog.open()
    three.until(begun.is_set)
    running = three.engine._keeper._running
    dialog.close()
    assert running is not None
    unwanted = running.unwanted
    go_on.set()
    assert unwanted
    delete_later()
    assert three.window.findChildren(QDialog, "backups") == []
