"""What the benchmark says of its figures; the figures themselves are no matter of the tests."""

from __future__ import annotations

import json

import pytest

from tests.scale import measure
from tests.scale.gaps import p99
from tests.scale.measure import Goal, Row

TIMES = Row("link", Goal("times", 1.6), 160.0, 100.0)
MEMORY = Row("memory", Goal("over", 80), 181.0, 100.0, unit="MB")


@pytest.mark.parametrize(
    ("goal", "just", "beyond", "limit"),
    [
        (Goal("times", 1.6), 160.0, 161.0, 100.0),
        (Goal("faster", 6), 10.0, 11.0, 60.0),
        (Goal("over", 80), 180.0, 181.0, 100.0),
        (Goal("most", 50), 50.0, 51.0, None),
        (Goal("least", 150_000), 150_000.0, 149_999.0, None),
    ],
)
def test_a_goal_is_reached_or_not(goal: Goal, just: float, beyond: float, limit: float | None) -> None:
    assert Row("work", goal, just, limit).ok
    assert not Row("work", goal, beyond, limit).ok


def test_being_faster_is_told_as_how_many_times() -> None:
    assert Row("work", Goal("faster", 6), 10.0, 70.0).ratio == 7
    assert TIMES.ratio == 1.6


def test_rows_are_written_as_plain_figures() -> None:
    assert json.loads(json.dumps(TIMES.plain())) == {
        "work": "link", "limit_ms": 100.0, "ours_ms": 160.0, "ratio": 1.6, "goal": "≤ 1.6 ×", "ok": True,
    }  # fmt: skip
    told = MEMORY.plain()
    assert (told["limit_ms"], told["ours_ms"], told["unit"], told["ours"]) == (None, None, "MB", 181.0)
    assert told["ok"] is False


def test_the_table_has_a_line_for_each_row_and_a_column_for_what_others_need() -> None:
    beside = Row("replace", Goal("times", 1.6), 1.5, 1.0, beside={"Django": 12345.6})
    heading, rule, first, second, third = measure.table([TIMES, MEMORY, beside]).splitlines()
    assert heading.split() == ["work", "limit", "ours", "ratio", "goal", "ok", "Django"]
    assert set(rule) == {"-"}
    assert first.split("  ")[0] == "link"
    assert first.endswith("yes")
    assert second.endswith("NO")
    assert third.endswith("12,346 ms")


def test_medians_are_taken_in_turns_and_what_brings_things_back_is_not_measured() -> None:
    done: list[str] = []
    measure.side_by_side(
        lambda: done.append("limit"),
        lambda: done.append("ours"),
        rounds=2,
        after_limit=lambda: done.append("back"),
        after_ours=lambda: done.append("undone"),
    )
    assert done == ["limit", "back", "ours", "undone"] * 2


def test_of_very_few_gaps_the_longest_is_told() -> None:
    assert p99([7.0]) == 7.0
    assert p99([1.0] * 99 + [50.0]) < 2
    assert p99([1.0] * 98 + [50.0] * 2) > 40
