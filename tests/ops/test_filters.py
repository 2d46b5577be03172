"""Saved filters: named, renamed, changed, moved and deleted, all of it undone like anything else."""

from __future__ import annotations

import pytest

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid, WrongQuery
from itemlink_gui.engine import Engine
from itemlink_gui.ops import filters as operations
from itemlink_gui.ops import link_fields
from itemlink_gui.store import filters
from itemlink_gui.store.filters import Filter
from tests.support import News, ask, assert_sound, fill, last_step, redo, run, undo


def saved(engine: Engine) -> list[Filter]:
    return ask(engine, filters.saved)


def named(engine: Engine) -> list[str]:
    return [one.name for one in saved(engine)]


def test_a_filter_is_saved_changed_and_deleted_and_all_of_it_undone(engine: Engine) -> None:
    record = run(engine, operations.save("customer", "  in:none ", "Without"))
    states = [saved(engine)]
    assert states[0] == [Filter(record, "customer", "Without", "in:none")]
    for operation in (
        operations.rename(record, "  Nothing at all"),
        operations.set_query(record, "items>=3"),
        operations.delete(record),
    ):
        run(engine, operation)
        states.append(saved(engine))
    assert states[2] == [Filter(record, "customer", "Nothing at all", "items>=3")]
    assert states[3] == []
    for before in reversed(states[:-1]):
        undo(engine)
        assert saved(engine) == before
    for after in states[1:]:
        redo(engine)
        assert saved(engine) == after
    assert_sound(engine)


def test_filters_keep_their_order_and_move(engine: Engine) -> None:
    kinds: tuple[Kind, ...] = ("item", "customer", "item", "item", "company")
    ids = [run(engine, operations.save(kind, f"w{number}")) for number, kind in enumerate(kinds)]
    for record, places, order in (
        (ids[3], -1, ["w0", "w3", "w2"]),
        (ids[3], -9, ["w3", "w0", "w2"]),
        (ids[3], 99, ["w0", "w2", "w3"]),
        (ids[0], 1, ["w2", "w0", "w3"]),
    ):
        run(engine, operations.move(record, places))
        assert [one.name for one in saved(engine) if one.kind == "item"] == order
    before = last_step(engine)
    run(engine, operations.move(ids[4], 1))
    assert last_step(engine) == before
    undo(engine)
    assert [one.name for one in saved(engine) if one.kind == "item"] == ["w0", "w2", "w3"]


def test_a_filter_without_a_name_is_called_by_its_query(engine: Engine) -> None:
    for _ in range(3):
        run(engine, operations.save("item", "is:over"))
    run(engine, operations.save("customer", "is:ended"))
    run(engine, operations.save("item", "x " * 80))
    run(engine, operations.save("item", "x " * 80))
    assert named(engine)[:4] == ["is:over", "is:over (2)", "is:over (3)", "is:ended"]
    assert all(len(name) <= 100 for name in named(engine))
    assert len(set(named(engine))) == 6


@pytest.mark.parametrize(
    ("kind", "query", "name", "field", "reason"),
    [
        ("item", "  ", "x", "query", "Type into a search box first"),
        ("item", "foo:x", "x", "query", "There is no field “foo”"),
        ("item", "x" * 10_001, "x", "query", "This is too long for a filter: it may have 10,000 characters."),
        ("item", "a\0b", "x", "query", "cannot be stored"),
        ("item", "\ud800", "x", "query", "cannot be stored"),
        ("item", "a", "x" * 101, "name", "At most 100 characters"),
        ("item", "a", "   ", "name", "Name may not be empty"),
        ("item", "a", "a\nb", "name", "There is a control character in it"),
        ("item", "a", "OVÉR", "name", "There is a filter of this name already."),
        ("person", "a", "x", "kind", "none of the values"),
    ],
)
def test_what_is_no_filter_is_refused(
    engine: Engine, kind: Kind, query: str, name: str, field: str, reason: str
) -> None:
    run(engine, operations.save("item", "is:over", "Over"))
    before = last_step(engine)
    with pytest.raises(Invalid, match=reason.replace("(", r"\(")) as caught:
        run(engine, operations.save(kind, query, name))
    assert caught.value.field == field
    assert (last_step(engine), named(engine)) == (before, ["Over"])


def test_what_is_gone_or_wrong_is_refused(engine: Engine) -> None:
    one = run(engine, operations.save("item", "a", "One"))
    run(engine, operations.save("item", "b", "Two"))
    run(engine, operations.save("customer", "b", "Three"))
    with pytest.raises(Invalid, match="of this name already"):
        run(engine, operations.rename(one, "two"))
    run(engine, operations.rename(one, "three"))
    with pytest.raises(Invalid, match="There is nothing between these parentheses"):
        run(engine, operations.set_query(one, "()"))
    for operation in (
        operations.rename(99, "x"),
        operations.set_query(99, "x"),
        operations.move(99, 1),
        operations.delete(99),
    ):
        with pytest.raises(Invalid, match="This filter is no longer there"):
            run(engine, operation)


def test_what_a_filter_finds_is_counted(engine: Engine) -> None:
    fill(engine, 3, 5)
    field = run(engine, link_fields.add("grade", "number"))
    run(engine, operations.save("customer", "grade>=3"))
    assert ask(engine, lambda: filters.count("customer", "in:none")) == 5
    assert ask(engine, lambda: filters.count("item", "item 2")) == 1
    assert ask(engine, lambda: filters.count("customer", "grade>=3")) == 0
    run(engine, link_fields.delete(field))
    wrong = ask(engine, lambda: filters.count("customer", "grade>=3"))
    assert isinstance(wrong, WrongQuery)
    assert "There is no field “grade”" in str(wrong)


def test_the_news_names_the_table(engine: Engine) -> None:
    news = News(engine)
    run(engine, operations.save("item", "a"))
    change = news.wait(lambda change: change.label.kind == "filter.save")
    assert change.wrote("saved_filter")
    assert not change.listed
    assert not change.linked
