"""Every text that people read goes through the translation, and a window in another language works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from itemlink_gui.base import paths
from itemlink_gui.gui import actions, translation
from tests.gui import pseudo
from tests.gui.conftest import ITEMS, PEOPLE, Open
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import Person

# They end the program, or write outside of it.
LEFT_ALONE = {"quit", "install_launcher"}
# What the file says, and names.
DATA = {
    *ITEMS, *(part for person in PEOPLE for part in person), *(f"About {name.lower()}" for name in ITEMS),
    "Spring term", "ItemLink", "English", "Deutsch", ".itemlink", "kB", "MB",
}  # fmt: skip


@pytest.fixture
def reader(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, prompts: FakePrompts, open_window: Open, small: Path
) -> Iterator[Person]:
    """One who reads the pseudo-language, and says no to every question."""
    monkeypatch.setattr(translation, "apply", pseudo.apply)
    monkeypatch.setattr(prompts, "_answer", lambda method, *told: prompts.calls.append((method, *told)))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    yield open_window(small)
    pseudo.remove(qapp)


def untranslated(widget: QWidget, keys: set[str]) -> set[str]:
    found = set()
    for where, text in pseudo.said(widget):
        rest = pseudo.rest(text)
        for known in sorted(DATA | keys | pseudo.dates(), key=len, reverse=True):
            rest = rest.replace(known, "")
        if pseudo.rest(rest):
            found.add(f"{where}: {text}")
    return found


def dialogs(person: Person) -> list[QDialog]:
    return [found for found in person.window.findChildren(QDialog) if found.isVisible()]


def test_the_pseudo_language_finds_what_is_not_translated() -> None:
    assert pseudo.rest("⟦⟦12 customers⟧ selected ~⟧ · ⟦x⟧ (15) <p>⟦y⟧</p>") == ""
    assert pseudo.rest("⟦Customers⟧ and Items") == "and Items"


def test_the_window(reader: Person, qapp: QApplication) -> None:
    window = reader.window
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    reader.select("item", "Premium Subscription", "Training Day")
    reader.select("customer", "Ann Lee")
    reader.select("item", "Basic Package")
    assert untranslated(window, pseudo.keys(window)) == set()
    # It is worked with as ever.
    reader.select("customer", "John Doe")
    reader.trigger("link")
    assert reader.message.startswith("⟦Customer John Doe added")
    reader.trigger("undo")
    assert untranslated(window, pseudo.keys(window)) == set()


@pytest.mark.parametrize("kind", ["item", "customer"])
def test_every_action_and_the_dialog_that_it_opens(reader: Person, kind: str) -> None:
    window = reader.window
    known = pseudo.keys(window) | {str(paths.backups_dir() / reader.engine.file_id)}
    found, opened = set(), set()
    for row in actions.rows():
        reader.select("item", "Basic Package")
        reader.select("customer", "Ann Lee")
        reader.select(kind, reader.selected(reader.view(kind))[0])  # type: ignore[arg-type,call-overload]
        if row.id in LEFT_ALONE or not reader.action(row.id).isEnabled():
            continue
        reader.trigger(row.id)
        for dialog in dialogs(reader):
            opened.add(dialog.objectName())
            found |= untranslated(dialog, known)
            dialog.reject()
        reader.settle()
    assert found == set()
    wanted = {
        "preferences",
        "newRecord",
        "assignPalette",
        "fileHistory",
        "checkFile",
        "backups",
        "details",
        "linkFields",
    }
    assert wanted <= opened
    assert [call for call in reader.prompts.calls for text in call[1:] if pseudo.rest(text) and "/" not in text] == []
