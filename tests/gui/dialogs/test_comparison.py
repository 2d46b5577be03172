"""What differs between two files is counted and listed, and the other one can be opened."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.engine import Engine
from itemlink_gui.engine.keeper import Keeper
from itemlink_gui.gui.dialogs.backup_table import when
from itemlink_gui.gui.dialogs.comparison import ComparisonDialog, summary
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import backups, compare
from itemlink_gui.store.compare import Comparison
from tests.gui.conftest import watch_model
from tests.gui.dialogs.seen import button, reached, said
from tests.gui.helpers import HOSTILE, Person, delete_later
from tests.gui.test_accessibility import listening, nameless
from tests.gui.test_plain_text import careless
from tests.support import PATIENCE, raw, run

pytestmark = pytest.mark.usefixtures(listening.__name__)
__all__ = ["listening"]


@pytest.fixture(autouse=True)
def _no_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Keeper, "idle", lambda _self: None)


@pytest.fixture
def other(template: Path, tmp_path: Path) -> Path:
    """A copy that went its own way: an item more and one less, another phone and address of Ann Lee, a link less."""
    path = Path(shutil.copy(template, tmp_path / "Spring term (conflicted copy).itemlink"))
    engine = Engine(path, keeping=False)
    run(engine, items.create(name="Pottery"))
    run(engine, items.delete([4]))
    run(engine, customers.update(1, phone="2", address="One\nTwo"))
    run(engine, links.unlink([1], [3]))
    engine.close()
    return path


def opened(person: Person, *others: Path) -> ComparisonDialog:
    dialog = ComparisonDialog(person.window.bridge, others, person.window)
    watch_model(dialog.table)
    dialog.open()
    ready(person, dialog)
    return dialog


def ready(person: Person, dialog: ComparisonDialog) -> None:
    person.until(lambda: dialog.view.isVisible() or said(dialog, "comparisonState") != "Comparing…")
    person.settle()


def rows(dialog: ComparisonDialog) -> list[tuple[str, ...]]:
    table = dialog.table
    return [tuple(table.index(row, column).data() for column in range(4)) for row in range(table.rowCount())]


LISTED = [
    ("Item", "Training Day", "there", "—"),
    ("Item", "Pottery", "—", "there"),
    ("Customer", "Ann Lee", "Phone: 1", "Phone: 2"),
    ("Customer", "Ann Lee", "Address: —", "Address: One\nTwo"),
    ("Link", "Cléo Satō · Basic Package", "there", "—"),
]
SUMMARY = "1 item only here, 1 only there · 1 customer changed · 1 link only here"


def test_what_differs(person: Person, other: Path) -> None:
    person.do(customers.update(1, phone="1"))
    dialog = opened(person, other)
    assert said(dialog, "comparisonOther") == "Spring term (conflicted copy).itemlink"
    assert said(dialog, "comparisonSummary") == SUMMARY
    assert rows(dialog) == LISTED
    assert said(dialog, "comparisonMore") == ""
    assert dialog.view.hasFocus()
    muted = [row for row in range(5) if dialog.table.index(row, 1).data(Role.MUTED)]
    assert muted == [3]  # Ann Lee once more


@pytest.mark.parametrize(
    ("counts", "here", "since"),
    [
        ({}, "", ""),
        ({("item", "here"): 0, ("link", "there"): 0}, "", ""),
        ({("item", "here"): 1}, "1 item only here", "1 item added"),
        (
            {("item", "here"): 3, ("item", "there"): 1, ("item", "changed"): 2, ("link", "here"): 4000},
            "3 items only here, 1 only there, 2 changed · 4,000 links only here",
            "3 items added, 1 deleted, 2 changed · 4,000 links added",
        ),
        (
            {("customer", "changed"): 1, ("link", "there"): 1},
            "1 customer changed · 1 link only there",
            "1 customer changed · 1 link deleted",
        ),
    ],
)
def test_counts_in_words(counts: dict[tuple[str, str], int], here: str, since: str) -> None:
    assert summary(counts, since=False) == here
    assert summary(counts, since=True) == since


def test_no_differences(person: Person, template: Path, tmp_path: Path) -> None:
    dialog = opened(person, Path(shutil.copy(template, tmp_path / "same.itemlink")))
    assert said(dialog, "comparisonState") == "No differences: both files hold the same."
    assert not dialog.view.isVisible()
    assert said(dialog, "comparisonSummary") == ""
    assert nameless(dialog) == []


def test_a_backup_is_told_by_its_time(person: Person) -> None:
    person.engine.back_up().result(PATIENCE)
    person.do(items.create(name="Pottery"))
    (backup,) = backups.listed(person.engine.file_id)
    dialog = opened(person, backup.path)
    assert said(dialog, "comparisonOther") == f"Backup · {when(backup.at)}"
    assert rows(dialog) == [("Item", "Pottery", "there", "—")]


def test_more_than_are_listed(person: Person, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itemlink_gui.gui.dialogs.comparison.MOST", 2)
    dialog = opened(person, other)
    assert len(rows(dialog)) == 2
    assert said(dialog, "comparisonMore") == "The first 2 of 4 differences are listed."
    assert said(dialog, "comparisonSummary") == SUMMARY


def test_several_others(person: Person, other: Path, template: Path, tmp_path: Path) -> None:
    same = Path(shutil.copy(template, tmp_path / "same.itemlink"))
    dialog = opened(person, other, same)
    assert said(dialog, "comparisonOther") == ""
    (choice,) = dialog.findChildren(QComboBox, "comparisonChoice")
    assert [choice.itemText(row) for row in range(2)] == [other.name, same.name]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert said(dialog, "comparisonState") == "Comparing…"
    assert rows(dialog) == []
    ready(person, dialog)
    assert said(dialog, "comparisonState").startswith("No differences")
    QTest.keyClick(choice, Qt.Key.Key_Up)
    person.until(dialog.view.isVisible)
    assert len(rows(dialog)) == 5
    assert choice.hasFocus()
    assert nameless(dialog) == []


def test_others_of_the_same_name_are_told_apart(person: Person, other: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    twins = [Path(shutil.copy(other, tmp_path / name / "twin.itemlink")) for name in ("one", "two")]
    (choice,) = opened(person, *twins).findChildren(QComboBox, "comparisonChoice")
    assert [choice.itemText(row) for row in range(2)] == [f"twin.itemlink — {twin.parent}" for twin in twins]


def test_an_answer_about_another_one_is_not_shown(
    person: Person, other: Path, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = Path(shutil.copy(template, tmp_path / "same.itemlink"))
    go_on, begun, real = threading.Event(), threading.Event(), compare.compare

    def compared(path: Path, chosen: Path, most: int) -> Comparison:
        found = real(path, chosen, most)
        if chosen == other:
            begun.set()
            assert go_on.wait(PATIENCE)
        return found

    monkeypatch.setattr(compare, "compare", compared)
    dialog = ComparisonDialog(person.window.bridge, [other, same], person.window)
    dialog.open()
    person.until(begun.is_set)
    dialog.findChildren(QComboBox, "comparisonChoice")[0].setCurrentIndex(1)
    seen: list[bool] = []
    dialog.table.modelReset.connect(lambda: seen.append(dialog.table.rowCount() > 0))
    go_on.set()
    ready(person, dialog)
    assert said(dialog, "comparisonState").startswith("No differences")
    assert not any(seen)


def test_it_follows_the_file(person: Person, other: Path) -> None:
    dialog = opened(person, other)
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    person.do(items.delete([4]))
    person.until(lambda: said(dialog, "comparisonSummary").startswith("1 item only there"))
    assert dialog.view.currentIndex().row() == 1
    assert dialog.view.isVisible()


@pytest.mark.parametrize("content", [b"rubbish" * 999, None])
def test_one_that_cannot_be_read(person: Person, other: Path, content: bytes | None) -> None:
    if content is None:
        other.unlink()
    else:
        other.write_bytes(content)
    dialog = opened(person, other)
    assert said(dialog, "comparisonState").startswith(f"“{other.name}” cannot be opened.")
    assert not dialog.view.isVisible()


def test_a_failure_after_an_answer(person: Person, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(person, other)

    def fail(_path: Path, chosen: Path, _most: int) -> Comparison:
        raise CannotOpen(chosen, "It could not be read.")

    monkeypatch.setattr(compare, "compare", fail)
    person.do(items.create(name="Yoga"))
    person.until(lambda: said(dialog, "comparisonState").endswith("It could not be read."))
    assert not dialog.view.isVisible()
    assert said(dialog, "comparisonSummary") == ""


def test_open_and_show(person: Person, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog, asked = opened(person, other), list[object]()
    dialog.preview_requested.connect(asked.append)
    button(dialog, "comparisonOpen").click()
    button(dialog, "comparisonReveal").click()
    assert asked == [other]
    assert [Path(url.toLocalFile()) for url in shown] == [other.parent]
    assert dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_close_it(person: Person, other: Path, key: Qt.Key) -> None:
    dialog = opened(person, other)
    QTest.keyClick(dialog.view, key)
    assert not dialog.isVisible()
    delete_later()
    assert person.window.findChildren(QDialog, "comparison") == []


def test_every_part_is_reached_by_tab_and_has_a_name(person: Person, other: Path) -> None:
    dialog = opened(person, other)
    assert reached(4) == ["comparisonTable", "comparisonReveal", "comparisonOpen", "comparisonClose"]
    assert nameless(dialog) == []


@pytest.mark.parametrize("name", [HOSTILE, "two\nlines", "Wide " * 38])
def test_names_are_text(person: Person, other: Path, name: str) -> None:
    renamed = other.rename(other.with_name(f"{HOSTILE.replace('/', '')}.itemlink"))
    person.do(customers.update(1, full_name=name.replace("\n", " ").strip()))
    with raw(renamed) as connection:
        connection.execute("UPDATE item SET name = ? WHERE id = 1", (name,))
    dialog = opened(person, renamed, renamed.with_name("gone <b>.itemlink"))
    assert ("Item", "Basic Package", "Name: Basic Package", f"Name: {name}") in rows(dialog)
    assert careless(dialog) == []
    dialog.grab()


def test_closed_before_its_answer_is_there(person: Person, other: Path) -> None:
    for _ in range(10):
        dialog = ComparisonDialog(person.window.bridge, [other], person.window)
        dialog.open()
        dialog.close()
        delete_later()
    person.settle()
    assert person.window.findChildren(QDialog, "comparison") == []


def test_closing_gives_it_up(person: Person, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_path: Path, chosen: Path, _most: int) -> Comparison:
        begun.set()
        assert go_on.wait(PATIENCE)
        raise CannotOpen(chosen, "It could not be read.")

    monkeypatch.setattr(compare, "compare", slow)
    dialog = ComparisonDialog(person.window.bridge, [other], person.window)
    dialog.open()
    person.until(begun.is_set)
    running = person.engine._keeper._running
    dialog.close()
    assert running is not None
    unwanted = running.unwanted
    go_on.set()
    assert unwanted
