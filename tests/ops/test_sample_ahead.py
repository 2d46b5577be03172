"""A second process makes rows: all of them, in their order, and it never stays behind."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator

import pytest

from itemlink_gui.ops.sample_ahead import ahead


def numbers(up_to: int, *, but: int, here: int) -> Iterator[int]:
    """Yield numbers, and end where this is another process and the number is a bad one."""
    for number in range(up_to):
        if number == but and os.getpid() != here:
            os._exit(1)
        yield number


def processes(up_to: int) -> Iterator[int]:
    yield from [os.getpid()] * up_to


def test_it_is_another_process_that_makes_them() -> None:
    found = set(ahead(processes, 3))
    assert len(found) == 1
    assert found != {os.getpid()}


@pytest.mark.parametrize("but", [-1, 0, 700], ids=["whole", "from the start", "half-way"])
def test_what_it_does_not_make_is_made_here(but: int) -> None:
    assert list(ahead(numbers, 1000, but=but, here=os.getpid())) == list(range(1000))


def test_where_it_cannot_be_started_all_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_process: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
    assert set(ahead(processes, 3)) == {os.getpid()}


def test_it_ends_when_nobody_wants_more() -> None:
    made = ahead(numbers, 10**9, but=-1, here=0)
    assert next(made) == 0
    assert len(multiprocessing.active_children()) == 1
    made.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
