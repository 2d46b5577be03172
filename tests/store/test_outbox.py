"""What customers have not been told yet."""

from __future__ import annotations

from itertools import count

import pytest

from itemlink_gui.base.errors import NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops import outbox as verbs
from itemlink_gui.store import journal, outbox
from tests.support import ask, fill, run, undo


@pytest.fixture
def office(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Three items and three customers; every step is a second later than the one before."""
    seconds = count()

    def clock() -> str:
        minute, second = divmod(next(seconds), 60)
        return f"2026-01-01T00:{minute:02}:{second:02}.000Z"

    monkeypatch.setattr(journal, "now", clock)
    fill(engine, 3, 3)
    return engine


def news(engine: Engine, limit: int = 100) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {one.customer: (one.added, one.removed) for one in ask(engine, lambda: outbox.waiting(limit))}


def test_what_came_and_went_since_the_last_message(office: Engine) -> None:
    assert news(office) == {}
    run(office, links.link([2, 1], [1]))
    assert news(office) == {1: (("Item 1", "Item 2"), ())}
    run(office, verbs.tell([1]))
    assert news(office) == {}
    run(office, links.unlink([1], [1]))
    run(office, links.link([3], [1]))
    assert news(office) == {1: (("Item 3",), ("Item 1",))}


def test_what_was_taken_back_again_is_no_news(office: Engine) -> None:
    run(office, links.link([1], [1]))
    run(office, verbs.tell([1]))
    run(office, links.unlink([1], [1]))
    run(office, links.link([1], [1]))
    run(office, links.link([2], [1]))
    run(office, links.unlink([2], [1]))
    assert news(office) == {}


def test_an_item_that_was_deleted_has_the_name_that_it_had(office: Engine) -> None:
    run(office, links.link([1], [1]))
    run(office, verbs.tell([1]))
    run(office, items.delete([1]))
    assert news(office) == {1: ((), ("Item 1",))}


def test_whoever_wants_no_messages_gets_none(office: Engine) -> None:
    run(office, links.link([1], [1, 2]))
    run(office, customers.update(1, no_messages=1))
    assert list(news(office)) == [2]


def test_they_stand_by_name_and_not_more_than_asked_for(office: Engine) -> None:
    run(office, customers.update(3, full_name="Ärmel"))
    run(office, links.link([1], [1, 2, 3]))
    found = ask(office, lambda: outbox.waiting(2))
    assert [one.name for one in found] == ["Ärmel", "Person 1"]


def test_what_came_after_the_news_was_read_is_news(office: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "now", lambda: journal.now())
    run(office, links.link([1], [1]))
    (read,) = ask(office, lambda: outbox.waiting(5))
    run(office, links.link([2], [1]))
    run(office, verbs.tell([1], read.until))
    assert news(office) == {1: (("Item 2",), ())}


def test_undo_takes_back_that_somebody_was_told(office: Engine) -> None:
    run(office, links.link([1], [1, 2]))
    run(office, verbs.tell([1]))
    run(office, verbs.tell([1, 2, 2]))
    assert news(office) == {}
    undo(office)
    assert list(news(office)) == [2]
    undo(office)
    assert list(news(office)) == [1, 2]


def test_somebody_who_is_not_there_cannot_be_told(office: Engine) -> None:
    with pytest.raises(NotFound):
        run(office, verbs.tell([1, 99]))
    assert ask(office, lambda: outbox.waiting(5)) == []


def test_a_customer_who_was_told_can_be_deleted_and_comes_back(office: Engine) -> None:
    run(office, links.link([1], [1]))
    run(office, verbs.tell([1]))
    run(office, customers.delete([1]))
    assert news(office) == {}
    undo(office)
    assert news(office) == {}
