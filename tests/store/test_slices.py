"""Very many ids, a slice at a time."""

from __future__ import annotations

import json
import random
from array import array
from collections.abc import Iterator

import pytest

from itemlink_gui.base.errors import Cancelled
from itemlink_gui.store import course, slices
from itemlink_gui.store.apply import Known
from itemlink_gui.store.delta import Links, pack, unpack

IDS = random.Random(1).sample(range(1, 10**6), 1000)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make slices of 7, so that there are many of them."""
    monkeypatch.setattr(slices, "SLICE", 7)


@pytest.mark.parametrize("ids", [[], [3], IDS[:7], IDS[:8], IDS])
def test_in_slices_the_same_comes_out_as_at_once(ids: list[int]) -> None:
    assert [one for piece in slices.slices(ids) for one in piece] == ids
    assert slices.unique([*ids, *ids[::-1]]) == ids
    assert slices.as_set(ids) == set(ids)
    assert slices.ascending(ids) == sorted(ids)
    assert slices.ascending(ids + ids) == sorted(ids + ids)
    assert json.loads(slices.packed(ids)) == ids
    assert [one for piece in slices.unpacked(slices.packed(ids)) for one in piece] == ids
    known = Known("customer", ids)
    assert known.ascending == sorted(ids) == json.loads(known.packed)
    links = Links("add", "item_customer", "item_id", ((1, tuple(sorted(ids))), (2, (5,))), {"note": "x"})
    assert unpack(pack([links])) == [links]


def test_nothing_is_as_long_as_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    encoded: list[int] = []
    encode = slices._encode
    monkeypatch.setattr(slices, "_encode", lambda ids: encoded.append(len(ids)) or encode(ids))
    slices.packed(IDS)
    assert sum(encoded) == 1000
    assert max(encoded) == 7
    assert max(map(len, slices.slices(IDS))) == 7
    assert max(map(len, slices.unpacked(slices.packed(IDS)))) < 70


def test_what_is_held_stays_as_it_is() -> None:
    for given in ([1, 2], array("q", [1, 2])):
        held = slices.held(given)
        given.append(3)
        assert list(held) == [1, 2]
    assert isinstance(held, array)
    assert slices.held(iter([1, 2])) == [1, 2]


def test_between_two_slices_it_can_be_given_up() -> None:
    def first_of(pieces: Iterator[object], mine: course.Course) -> None:
        next(pieces)
        mine.unwanted = True
        next(pieces)

    mine = course.Course()
    with course.under_way(mine), pytest.raises(Cancelled):
        first_of(slices.slices(IDS), mine)
    # What is being stored is not.
    mine.storing = True
    with course.under_way(mine):
        assert slices.unique(IDS) == IDS
    assert slices.unique(IDS) == IDS
