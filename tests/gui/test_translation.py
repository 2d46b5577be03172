"""The window speaks the language that was chosen, or that of the system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from itemlink_gui import labels
from itemlink_gui.base import paths, words
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import text, translation
from tests.gui.conftest import Open


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    translation.apply(qapp, "en")


def spoken(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(translation, "_of_system", lambda: (QLocale(names[0]), list(names)))


def test_german(qapp: QApplication, qtbot: QtBot) -> None:
    translation.apply(qapp, "de")
    assert tr("Open") == "Öffnen"
    assert [tr("%n step(s)", n=n) for n in (0, 1, 2)] == ["0 Schritte", "1 Schritt", "2 Schritte"]
    assert labels.counted("customer", 12_000) == "12.000 Kunden"
    assert labels.linking("item", "Ann", "Mathe") == "Ann zu Mathe zuordnen"
    assert grouped(1_234_567) == "1.234.567"
    assert text.full_date("2026-01-31T12:00:00Z").startswith("Samstag, 31. Januar 2026")
    # What Qt itself says.
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_the_words_of_a_file_in_german(qapp: QApplication) -> None:
    translation.apply(qapp, "de")
    words.use(words.preset("course"))
    try:
        assert (
            labels.linking("item", labels.counted("customer", 12), "Mathe") == "12 Teilnehmende in Mathe einschreiben"
        )
        assert tr("No [customers] yet") == "Noch keine Teilnehmende"
    finally:
        words.use(None)


@pytest.mark.parametrize(
    ("names", "chosen", "expected", "separator"),
    [
        (["de-AT"], "system", "Öffnen", "\xa0"),
        (["fr-FR", "de-DE"], "system", "Öffnen", "\u202f"),
        (["en-GB", "de-DE"], "system", "Open", ","),
        (["fr-FR"], "system", "Open", "\u202f"),
        (["C"], "system", "Open", ","),
        (["C"], "de", "Öffnen", "."),
        (["de-CH"], "de", "Öffnen", "'"),
        (["de-DE"], "en", "Open", ","),
        (["en-IN"], "en", "Open", ","),
        (["de-DE"], "xx", "Open", ","),
        (["de-DE"], "../../de", "Open", ","),
        (["de-DE"], "\x00", "Open", ","),
        (["de-DE"], "", "Open", ","),
    ],
)
def test_which_language_and_which_country(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, names: list[str], chosen: str, expected: str, separator: str
) -> None:
    spoken(monkeypatch, *names)
    translation.apply(qapp, chosen)
    assert tr("Open") == expected
    assert grouped(1_000) == f"1{separator}000"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_translation_that_cannot_be_read_counts_as_none(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "itemlink_de.qm").write_bytes(b"not a translation")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    translation.apply(qapp, "de")
    assert tr("Open") == "Open"


def test_english_leaves_nothing_of_german(qapp: QApplication, qtbot: QtBot) -> None:
    translation.apply(qapp, "de")
    translation.apply(qapp, "en")
    assert tr("Open") == "Open"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"


def test_the_setting_counts_from_the_next_start(open_window: Open, small: Path) -> None:
    Settings(paths.settings_file()).set("language", "de")
    person = open_window(small)
    assert person.window.findChild(QAction, "quit").text() == "&Beenden"
    person.select("item", "Premium Subscription")
    person.select("customer", "John Doe")
    person.trigger("link")
    assert person.message == "Kunde John Doe zu Artikel Premium Subscription hinzugefügt"
    assert person.action("undo").text() == "&Rückgängig: John Doe zu Premium Subscription zuordnen"
    assert person.find(QPushButton, "messageUndo").text() == "Rückgängig"


def test_mnemonics_differ_within_each_menu_in_every_language(open_window: Open, small: Path) -> None:
    for language in ("en", "de"):
        Settings(paths.settings_file()).set("language", language)
        window = open_window(small).window
        for top in window.menuBar().actions():
            marked = [action.text().replace("&&", "") for action in top.menu().actions() if not action.isSeparator()]
            letters = [said[said.index("&") + 1].lower() for said in marked if "&" in said]
            assert len(letters) == len(set(letters)), (language, top.text(), marked)
