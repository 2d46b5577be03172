"""The one door for texts."""

from __future__ import annotations

import pytest

from itemlink_gui.base.i18n import mark, tr


def test_a_text_without_values_is_left_alone() -> None:
    assert tr("50 % of {it}, 100%") == "50 % of {it}, 100%"
    assert mark("Name {x} item(s) %n") == "Name {x} item(s) %n"


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "0 items, 0 links"), (1, "1 item, 1 link"), (2, "2 items, 2 links"), (1_234, "1,234 items, 1,234 links")],
)
def test_words_follow_the_number(n: int, expected: str) -> None:
    assert tr("%n item(s), %n link(s)", n=n) == expected


def test_without_a_number_nothing_is_a_plural() -> None:
    assert tr("item(s) %n") == "item(s) %n"


@pytest.mark.parametrize("name", ["{x}", "{0}", "{}", "item(s)", "%n", "{name.__class__}", "%s %d", "<b>", "“”"])
def test_values_are_never_interpreted(name: str) -> None:
    assert tr("“{name}” and %n other(s)", n=2, name=name) == f"“{name}” and 2 others"
