"""Banners: what they say is read as it is, their buttons work, and without any they take no room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from itemlink_gui.gui import text as texts
from itemlink_gui.gui.panes.banner import Banner, Banners
from tests.gui.helpers import HOSTILE, delete_later

Said = list[tuple[str, bool]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """What screen readers are told."""
    heard: Said = []
    monkeypatch.setattr(texts, "announce", lambda _who, text, *, urgent=False: heard.append((text, urgent)))
    return heard


@pytest.fixture
def banners(qtbot: QtBot) -> Iterator[Banners]:
    made = Banners()
    made.resize(900, 200)
    made.show()
    qtbot.addWidget(made)
    yield made
    delete_later()


def only(banners: Banners) -> Banner:
    (found,) = [one for one in banners.findChildren(Banner) if one.isVisible()]
    return found


def test_without_any_there_is_no_room_taken(banners: Banners) -> None:
    assert Banners().isHidden()
    banners.put("a", "One.")
    assert banners.isVisible()
    assert banners.shown() == {"a": "One."}
    banners.take("a")
    assert not banners.isVisible()
    assert banners.shown() == {}
    banners.take("never there")
    delete_later()
    assert banners.findChildren(Banner) == []


def test_each_button_calls(banners: Banners) -> None:
    called: list[str] = []
    banners.put("a", "One.", ("First", lambda: called.append("first")), ("Second", lambda: called.append("second")))
    buttons = only(banners).findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["First", "Second"]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert called == ["second", "first"]
    assert banners.shown() == {"a": "One."}


def test_the_same_key_replaces(banners: Banners, said: Said) -> None:
    banners.put("a", "One.")
    banners.put("a", "One.")
    banners.put("a", "Two.", urgent=False)
    assert only(banners).text == "Two."
    assert said == [("One.", True), ("Two.", False)]
    banners.take("a")
    banners.put("a", "Two.", urgent=False)
    assert said[2:] == [("Two.", False)]


def test_only_what_is_not_urgent_can_be_put_away(banners: Banners) -> None:
    closed: list[str] = []
    banners.put("a", "One.", close=lambda: closed.append("a"))
    assert only(banners).findChildren(QToolButton) == []
    banners.put("a", "One.", urgent=False, close=lambda: closed.append(str(banners.shown())))
    (cross,) = only(banners).findChildren(QToolButton)
    assert cross.accessibleName() == "Put this away"
    cross.click()
    assert closed == ["{}"]
    assert not banners.isVisible()
    banners.put("b", "Two.", urgent=False)
    (cross,) = only(banners).findChildren(QToolButton)
    cross.click()
    assert banners.shown() == {}


def test_urgent_ones_stand_above_the_others(banners: Banners) -> None:
    banners.put("a", "A hint.", urgent=False)
    banners.put("b", "Trouble.", urgent=True)
    banners.put("c", "Another hint.", urgent=False)
    QApplication.processEvents()
    found = sorted(banners.findChildren(Banner), key=lambda one: one.y())
    assert [one.text for one in found] == ["Trouble.", "A hint.", "Another hint."]


def test_names_are_text(banners: Banners) -> None:
    banners.put("a", HOSTILE, (HOSTILE, lambda: None))
    (label,) = only(banners).findChildren(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert only(banners).accessibleName() == HOSTILE


def test_a_long_text_wraps_and_the_buttons_stay(banners: Banners) -> None:
    banners.put("a", "word " * 80, ("Save a copy…", lambda: None))
    banners.resize(600, 200)
    banners.grab()
    (label,) = only(banners).findChildren(QLabel)
    (way,) = only(banners).findChildren(QPushButton)
    assert label.wordWrap()
    assert way.geometry().right() < 600
    assert way.width() >= way.sizeHint().width()


@pytest.mark.parametrize("urgent", [True, False])
def test_it_paints_its_sign(banners: Banners, urgent: bool) -> None:
    banners.put("a", "One.", urgent=urgent)
    image = only(banners).grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(16, 32) for y in range(image.height())}
    assert len(colors) > 2


def test_a_button_may_take_its_own_banner_away(banners: Banners) -> None:
    banners.put("a", "One.", ("Go", lambda: banners.take("a")))
    only(banners).findChildren(QPushButton)[0].click()
    delete_later()
    assert banners.shown() == {}
