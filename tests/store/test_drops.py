"""What is asked when a drag begins: the same for very many as for few, and nothing where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import links, preferences
from itemlink_gui.store import drops
from itemlink_gui.store.models import current
from tests.support import ask, fill, run


@pytest.fixture
def filled(engine: Engine) -> Iterator[Engine]:
    """Three items and nine customers; the first item has all of them but one, the second one."""
    fill(engine, 3, 9)
    run(engine, links.link([1], range(1, 9)))
    run(engine, links.link([2], [4]))
    run(engine, preferences.prefer([3], [4, 5], "declined"))
    return engine


@pytest.mark.parametrize("piece", [2, 4, 100])
@pytest.mark.parametrize("dragged", [range(1, 10), [9, 4, 1, 5, 2]])
def test_pieces_make_no_difference(
    filled: Engine, monkeypatch: pytest.MonkeyPatch, piece: int, dragged: range | list[int]
) -> None:
    monkeypatch.setattr(drops, "_PIECE", piece)
    found = ask(filled, lambda: drops.weigh("customer", list(dragged)))
    first = len(set(dragged) & set(range(1, 9)))
    assert dict(found.linked["item"]) == {1: first, 2: 1}
    assert dict(found.declined["item"]) == {3: 2}


def test_the_links_of_few_are_asked_for_with_one_question_and_none_where_there_are_none(filled: Engine) -> None:
    def asked() -> list[str]:
        ran: list[str] = []
        current.connection().set_trace_callback(ran.append)
        try:
            drops.weigh("customer", [1, 2, 3])
        finally:
            current.connection().set_trace_callback(None)
        return [sql for sql in ran if "GROUP BY" in sql]

    (links_of_items, declined) = ask(filled, asked)
    assert "item_customer" in links_of_items
    assert "preference" in declined
