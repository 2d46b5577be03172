"""What is done only if the record is still as it was read."""

from __future__ import annotations

import pytest

from itemlink_gui.base.errors import NotFound, Outdated
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.unchanged import unchanged
from itemlink_gui.store import queries
from tests.support import ask, last_step, on_writer, run, standing


@pytest.fixture
def read(engine: Engine) -> str:
    """When item 1 was changed last."""
    run(engine, items.create(name="A"))
    run(engine, customers.create(username="ann"))
    return str(ask(engine, lambda: queries.changed_at("item", 1)))


def test_it_is_done_while_nothing_was_changed(engine: Engine, read: str) -> None:
    assert run(engine, unchanged("item", 1, read, links.link([1], [1]))).added == 1


@pytest.mark.parametrize("change", [items.update(1, name="B"), links.link([1], [1])], ids=["field", "link"])
def test_it_is_refused_after_a_change_of_a_field_or_a_link(engine: Engine, read: str, change: object) -> None:
    run(engine, change)  # type: ignore[arg-type]
    before = last_step(engine), standing(engine)
    with pytest.raises(Outdated) as refused:
        run(engine, unchanged("item", 1, read, items.update(1, name="C")))
    assert refused.value.at == ask(engine, lambda: queries.changed_at("item", 1)) > read
    assert (last_step(engine), standing(engine)) == before


def test_a_record_that_is_gone_is_not_found(engine: Engine, read: str) -> None:
    assert on_writer(engine, lambda: queries.changed_at("item", 2)) is None
    with pytest.raises(NotFound):
        run(engine, unchanged("item", 2, read, items.update(2, name="C")))
