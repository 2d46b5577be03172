"""When objects that hold each other are deleted."""

from __future__ import annotations

import gc
import weakref

from itemlink_gui.base import garbage


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.ring = self


def test_nothing_is_deleted_by_itself() -> None:
    assert not gc.isenabled()
    assert garbage.by_hand() is False
    garbage.by_itself()
    try:
        assert garbage.by_hand() is True
        left = weakref.ref(Ring())
        kept: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]
        assert left() is not None
        assert kept
    finally:
        garbage.by_hand()


def test_as_much_as_is_due_is_deleted() -> None:
    gc.collect()
    left = weakref.ref(Ring())
    garbage.collect_when_due()
    assert left() is not None
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    garbage.collect_when_due()
    assert left() is None
    assert kept


def test_old_ones_are_deleted_in_their_turn() -> None:
    gc.collect()
    ring = Ring()
    left = weakref.ref(ring)
    gc.collect(0)
    gc.collect(1)
    del ring
    young, middle, old = gc.get_threshold()
    kept: list[list[int]] = []
    for _ in range((middle + 2) * (old + 2)):
        kept += ([] for _ in range(young + 1))
        garbage.collect_when_due()
        if left() is None:
            break
    assert left() is None
    assert kept


def test_what_stays_is_not_looked_at_while_it_is_made() -> None:
    garbage.by_itself()
    try:
        with garbage.nothing_becomes_any():
            assert not gc.isenabled()
        assert gc.isenabled()
    finally:
        garbage.by_hand()
    with garbage.nothing_becomes_any():
        pass
    assert not gc.isenabled()
