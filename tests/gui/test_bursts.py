"""What scripts do reaches the window at once, and no more often than it can follow."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itemlink_gui.base.changes import Change, How, Label
from itemlink_gui.gui import bursts
from itemlink_gui.gui.bursts import Bursts


def change(number: int, who: str = "service", how: How = "done") -> Change:
    ids = {"item": frozenset({number}), "customer": frozenset[int](), "company": None}
    return Change(Label(f"{number}"), how, number, ids, frozenset({f"{number}"}), number % 2 == 0, None, who)  # type: ignore[arg-type]


@pytest.fixture
def told() -> list[Change]:
    return []


@pytest.fixture
def news(qapp: QApplication, told: list[Change]) -> Bursts:
    made = Bursts(qapp)
    made.told.connect(told.append)
    return made


def test_the_first_is_told_at_once_and_what_follows_as_one(news: Bursts, told: list[Change], qtbot: QtBot) -> None:
    for number in range(1, 6):
        news.add(change(number))
    assert told == [change(1)]
    qtbot.waitUntil(lambda: len(told) == 2)
    several = told[1]
    assert (several.steps, several.step, several.label.kind) == (4, 5, "5")
    assert several.ids == {"item": frozenset({2, 3, 4, 5}), "customer": frozenset(), "company": None}
    assert (several.listed, several.linked, several.tables) == (frozenset("2345"), True, None)
    assert sum(one.steps for one in told) == 5


def test_after_a_rest_the_next_is_told_at_once_again(news: Bursts, told: list[Change], qtbot: QtBot) -> None:
    news.add(change(1))
    qtbot.waitUntil(lambda: not news._rest.isActive())
    news.add(change(2))
    assert told == [change(1), change(2)]


@pytest.mark.parametrize("other", [change(9, "window"), change(9, "", "outside"), change(9, "service", "outside")])
def test_what_others_do_waits_for_nobody_and_comes_in_its_order(
    news: Bursts, told: list[Change], other: Change
) -> None:
    for number in (1, 2, 3):
        news.add(change(number))
    news.add(other)
    assert [one.step for one in told] == [1, 3, 9]
    news.add(other)
    assert told[3] == other


def test_what_was_gathered_can_be_forgotten(news: Bursts, told: list[Change], qtbot: QtBot) -> None:
    news.add(change(1))
    news.add(change(2))
    news.forget()
    qtbot.waitUntil(lambda: not news._rest.isActive())
    assert told == [change(1)]
    assert bursts.REST_MS <= 100
