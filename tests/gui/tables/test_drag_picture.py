"""The picture under the pointer shows names and a number, of any length, on any screen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.gui.tables.drag_picture import picture
from tests.gui.helpers import HOSTILE


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def image(names: list[str], count: int, widget: QWidget) -> QImage:
    return picture(names, count, widget).toImage()


def test_names_and_number_make_a_difference(widget: QWidget) -> None:
    one = image(["Ann Lee"], 1, widget)
    assert one != image(["Ben Lee"], 1, widget)
    assert one != image(["Ann Lee"], 2, widget)
    assert image(["Ann Lee", "Ben"], 2, widget).height() > one.height()


def test_at_most_three_names(widget: QWidget) -> None:
    names = ["Ann", "Ben", "Cleo", "Dora"]
    assert image(names, 4, widget) == image(names[:3], 4, widget)


def test_without_names_there_is_the_number(widget: QWidget) -> None:
    assert image([], 1_234, widget) != image([], 1_235, widget)


@pytest.mark.parametrize("name", ["x" * 100_000, HOSTILE, "two\nlines", "", " ", "🙂" * 50, "\u202e" + "abc" * 70])
def test_any_name_stays_within_bounds(widget: QWidget, name: str) -> None:
    made = picture([name] * 3, 10**6, widget)
    assert 0 < made.deviceIndependentSize().width() <= 320
    assert 0 < made.deviceIndependentSize().height() <= 200
    assert not made.isNull()


def test_it_is_sharp_on_a_fine_screen(widget: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = picture(["Ann"], 1, widget)
    monkeypatch.setattr(widget, "devicePixelRatioF", lambda: 2.0)
    fine = picture(["Ann"], 1, widget)
    assert fine.width() == 2 * plain.width()
    assert fine.deviceIndependentSize() == plain.deviceIndependentSize()
