"""Names from the data show as they are, whatever they look like, and nothing in them is ever loaded."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime
from PySide6.QtGui import QAction, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itemlink_gui.gui import text

HOSTILE = '<img src="file:///dev/zero"> & <b>bold</b>\n  second   line'


class Watched(QTextDocument):
    """A document that remembers what it was asked to load."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def loadResource(self, type: int, name: object) -> object:
        self.asked.append(str(name))
        return None


@pytest.mark.parametrize("name", [HOSTILE, "plain", "&lt;", "a\n\nb", "tab\there", "</p><p>x"])
def test_a_tooltip_shows_the_text_itself(qapp: QApplication, name: str) -> None:
    document = Watched()
    document.setHtml(text.tooltip(name))
    assert document.toPlainText() == name
    assert document.asked == []


def test_the_tooltip_test_would_see_a_name_taken_as_html(qapp: QApplication) -> None:
    document = Watched()
    document.setHtml(HOSTILE)
    assert document.toPlainText() != HOSTILE


def test_no_tooltip_for_no_text_and_a_short_one_for_a_long_text() -> None:
    assert text.tooltip("") == ""
    assert text.tooltip("x" * 100_000).count("x") == 999
    assert "…" in text.tooltip("x" * 100_000)


def test_a_tooltip_goes_on_widgets_and_actions(qtbot: QtBot) -> None:
    label = text.label()
    qtbot.addWidget(label)
    action = QAction()
    for holder in (label, action):
        text.set_tooltip(holder, HOSTILE)
        assert holder.toolTip() == text.tooltip(HOSTILE)


def test_labels_show_names_as_they_are(qtbot: QtBot) -> None:
    for made in (text.label(HOSTILE), text.label(HOSTILE, muted=True, wrap=True), text.ElidedLabel(HOSTILE)):
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText
        assert made.text() == HOSTILE


def test_the_looks_of_a_label(qtbot: QtBot) -> None:
    plain, quiet = text.label("x"), text.label("x", muted=True, small=True, wrap=True)
    for made in (plain, quiet):
        qtbot.addWidget(made)
    assert quiet.foregroundRole() == QPalette.ColorRole.PlaceholderText != plain.foregroundRole()
    assert quiet.font().pointSizeF() < plain.font().pointSizeF()
    assert quiet.wordWrap()
    assert not plain.wordWrap()


def test_an_elided_label_tells_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    name = "A name that is long <b>and</b> longer"
    made = text.ElidedLabel(name)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    assert made.elided() == name
    assert made.toolTip() == ""
    made.resize(60, 20)
    assert made.elided().endswith("…")
    assert made.toolTip() == text.tooltip(name)
    made.setText("short")
    assert made.toolTip() == ""
    assert made.text() == made.elided() == "short"


def test_an_elided_label_can_become_narrow_and_shows_one_line(qtbot: QtBot) -> None:
    made = text.ElidedLabel("long " * 40 + "\nsecond")
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 80
    assert made.sizeHint().height() == made.fontMetrics().height()
    made.resize(QSize(10_000, 20))
    assert made.elided() == ("long " * 40 + "second")


def test_an_elided_label_paints_what_fits(qtbot: QtBot) -> None:
    short, long = text.ElidedLabel("W" * 4), text.ElidedLabel("W" * 40)
    for made in (short, long):
        qtbot.addWidget(made)
        made.resize(200, 20)
    assert short.grab().toImage() != long.grab().toImage()


def test_a_message_box_shows_names_as_they_are(qtbot: QtBot) -> None:
    box = text.message_box(HOSTILE, HOSTILE, details=HOSTILE + "!", sign="triangle-alert")
    qtbot.addWidget(box)
    labels = box.findChildren(QLabel)
    assert {made.textFormat() for made in labels} == {Qt.TextFormat.PlainText}
    assert {made.text() for made in labels} >= {HOSTILE, HOSTILE + "!"}
    assert not box.iconPixmap().isNull()


@pytest.mark.parametrize("iso", ["2020-02-29T23:30:00Z", "2020-02-29T23:30:00.250Z", "2020-02-29T23:30:00"])
def test_dates_are_local(iso: str) -> None:
    local = datetime.fromisoformat("2020-02-29T23:30:00+00:00").astimezone()
    locale = QLocale()
    day, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    assert text.short_date(iso) == locale.toString(day, QLocale.FormatType.ShortFormat)
    full = text.full_date(iso)
    assert locale.toString(day, QLocale.FormatType.LongFormat) in full
    assert locale.toString(time, QLocale.FormatType.ShortFormat) in full


def test_today_is_told_by_the_time() -> None:
    noon = datetime.now().astimezone().replace(hour=12, minute=34, second=0, microsecond=0)
    said = QLocale().toString(QTime(12, 34), QLocale.FormatType.ShortFormat)
    assert text.short_date(noon.astimezone(tz=None).isoformat()) == said


@pytest.mark.parametrize("iso", ["", "yesterday", "2020-13-01T00:00:00Z"])
def test_what_is_no_date_is_empty(iso: str) -> None:
    assert text.short_date(iso) == text.full_date(iso) == ""
