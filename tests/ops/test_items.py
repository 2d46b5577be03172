"""Creating, editing, duplicating and deleting items."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.base.errors import Conflict, Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import history
from tests.support import News, ask, assert_sound, fill, last_step, pairs, raw, redo, run, snapshot, standing, undo

NO_IDS = [0, -1, 2**31, True, "1", 1.0, None, 99]


def rows(engine: Engine) -> list[tuple[Any, ...]]:
    return [row[:3] for row in snapshot(engine.path)["item"]]


def test_a_new_item(engine: Engine) -> None:
    news = News(engine)
    assert run(engine, items.create(name="  Cafe\u0301 ", description=" a\r\nb ")) == 1
    assert rows(engine) == [(1, "Café", "a\nb")]
    (change,) = news.changes
    assert (change.label.kind, change.label.values) == ("item.create", {"name": "Café"})
    assert (change.ids["item"], change.listed, change.linked) == (frozenset({1}), frozenset({"item"}), False)
    assert_sound(engine)
    undo(engine)
    assert rows(engine) == []
    assert_sound(engine)
    redo(engine)
    assert rows(engine) == [(1, "Café", "a\nb")]


def test_a_new_item_with_customers_is_one_step(engine: Engine) -> None:
    fill(engine, 0, 3)
    before, news = snapshot(engine.path), News(engine)
    record = run(engine, items.create(name="New", customer_ids=iter([3, 1, 3])))
    assert standing(engine) == pairs([record], [1, 3])
    assert len(news.changes) == 1
    assert news.changes[0].label.values == {"name": "New", "added": 2, "removed": 0}
    undo(engine)
    assert snapshot(engine.path) == before
    assert_sound(engine)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "name"),
        ({"name": ""}, "name"),
        ({"name": " \n"}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "a\x00b"}, "name"),
        ({"name": "a\ud800"}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"name": 5}, "name"),
        ({"name": None}, "name"),
        ({"name": "x", "description": "\x07"}, "description"),
        ({"name": "x", "description": "x" * 100_001}, "description"),
        ({"name": "x", "colour": "red"}, "colour"),
        ({"name": "x", "id": "7"}, "id"),
    ],
    ids=repr,
)
def test_wrong_fields_are_named_and_nothing_is_stored(engine: Engine, values: dict[str, Any], field: str) -> None:
    fill(engine, 1, 1)
    before, news = snapshot(engine.path), News(engine)
    operations = [items.create(**values, customer_ids=[1])]
    if values:
        operations.append(items.update(1, **values, customer_ids=[1]))
    for operation in operations:
        with pytest.raises(Invalid) as caught:
            run(engine, operation)
        assert caught.value.field == field
        assert caught.value.reason
    assert snapshot(engine.path) == before
    assert news.changes == []


@pytest.mark.parametrize("wrong", NO_IDS, ids=repr)
def test_unknown_ids_change_nothing(engine: Engine, wrong: Any) -> None:
    fill(engine, 2, 2)
    before = snapshot(engine.path)
    for operation, kind in (
        (items.create(name="x", customer_ids=[1, wrong]), "customer"),
        (items.update(wrong, name="x"), "item"),
        (items.update(1, name="x", customer_ids=[1, wrong]), "customer"),
        (items.update(wrong, customer_ids=[1]), "item"),
        (items.duplicate(wrong), "item"),
        (items.delete([1, wrong]), "item"),
    ):
        with pytest.raises(NotFound) as caught:
            run(engine, operation)
        assert (caught.value.kind, caught.value.ids) == (kind, (wrong,))
    assert snapshot(engine.path) == before
    assert_sound(engine)


def test_an_edit(engine: Engine) -> None:
    fill(engine, 2, 0)
    before, news = snapshot(engine.path), News(engine)
    run(engine, items.update(1, name="New", description="Text"))
    assert rows(engine) == [(1, "New", "Text"), (2, "Item 2", "")]
    assert news.changes[0].label.values == {"name": "Item 1", "fields": ["name", "description"]}
    assert news.changes[0].ids == {"item": frozenset({1}), "customer": frozenset(), "company": frozenset()}
    assert snapshot(engine.path)["item"][0][3] == before["item"][0][3]
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before


def test_an_edit_that_changes_nothing_is_no_step(engine: Engine) -> None:
    run(engine, items.create(name="Café"))
    news = News(engine)
    run(engine, items.update(1, name="Cafe\u0301 ", description=""))
    run(engine, items.update(1))
    assert news.changes == []


def test_fields_and_customers_are_one_step(engine: Engine) -> None:
    fill(engine, 2, 4)
    run(engine, links.link([1], [1, 2]))
    before, news = snapshot(engine.path), News(engine)
    run(engine, items.update(1, name="New", customer_ids=[2, 3, 4, 4]))
    after = snapshot(engine.path)
    assert standing(engine) == pairs([1], [2, 3, 4])
    assert len(news.changes) == 1
    edit = {"name": "Item 1", "fields": ["name"], "was": "Item 1", "now": "New"}
    assert news.changes[0].label.values == edit | {"added": 2, "removed": 1}
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before
    redo(engine)
    assert snapshot(engine.path) == after


def test_customers_are_left_alone_unless_given(engine: Engine) -> None:
    fill(engine, 1, 2)
    run(engine, links.link([1], [1, 2]))
    run(engine, items.update(1, name="New"))
    assert len(standing(engine)) == 2
    run(engine, items.update(1, customer_ids=[]))
    assert standing(engine) == set()
    assert rows(engine)[0][1] == "New"


def test_an_edit_over_a_value_that_was_changed_since_is_refused(engine: Engine) -> None:
    fill(engine, 1, 1)
    with raw(engine.path) as other:
        other.execute("UPDATE item SET name = 'Theirs'")
    before = snapshot(engine.path)
    with pytest.raises(Conflict) as caught:
        run(engine, items.update(1, name="Ours", customer_ids=[1], expected={"name": "Item 1"}))
    assert (caught.value.field, caught.value.theirs, caught.value.ours) == ("name", "Theirs", "Ours")
    assert snapshot(engine.path) == before
    run(engine, items.update(1, description="Ours", expected={"description": ""}))
    run(engine, items.update(1, name="Theirs", expected={"name": "Item 1"}))  # both meant the same
    run(engine, items.update(1, name="Ours", expected={"name": "Theirs"}))
    assert rows(engine) == [(1, "Ours", "Ours")]


def test_a_duplicate(engine: Engine) -> None:
    fill(engine, 0, 1)
    run(engine, items.create(name="Café", description="a\nb", customer_ids=[1]))
    news = News(engine)
    assert run(engine, items.duplicate(1)) == 2
    assert rows(engine)[1] == (2, "Café (copy)", "a\nb")
    assert standing(engine) == {(1, 1)}
    assert news.changes[0].label.values == {"name": "Café (copy)"}
    assert_sound(engine)
    undo(engine)
    assert len(rows(engine)) == 1
    long = run(engine, items.create(name="x" * 200))
    run(engine, items.duplicate(long))
    assert rows(engine)[-1][1] == "x" * 193 + " (copy)"


def test_deleting_takes_the_links_along_and_undo_brings_both_back(engine: Engine) -> None:
    fill(engine, 3, 3)
    run(engine, links.link([1, 2, 3], [1, 2]))
    before, news = snapshot(engine.path), News(engine)
    run(engine, items.delete(iter([2, 1, 2])))
    assert [row[0] for row in rows(engine)] == [3]
    assert standing(engine) == pairs([3], [1, 2])
    assert [row[2] for row in snapshot(engine.path)["past_link"]] == ["Item 1"] * 2 + ["Item 2"] * 2
    assert news.changes[0].label.values == {"name": "", "records": 2, "removed": 4}
    assert news.changes[0].ids == {"item": frozenset({1, 2}), "customer": frozenset({1, 2}), "company": frozenset()}
    assert news.changes[0].listed == frozenset({"item"})
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before
    assert_sound(engine)
    redo(engine)
    assert_sound(engine)
    with pytest.raises(NotFound):
        run(engine, links.link([1], [1]))


def test_deleting_one_tells_its_name_and_none_is_no_step(engine: Engine) -> None:
    fill(engine, 1, 0)
    news = News(engine)
    run(engine, items.delete([]))
    run(engine, items.delete([1]))
    assert [change.label.values for change in news.changes] == [{"name": "Item 1", "records": 1, "removed": 0}]


def test_ids_of_deleted_items_never_come_back(engine: Engine) -> None:
    fill(engine, 2, 0)
    run(engine, items.delete([2]))
    assert run(engine, items.create(name="New")) == 3
    undo(engine)
    undo(engine)
    assert run(engine, items.create(name="Newer")) == 4
    run(engine, items.delete([1, 2, 4]))
    assert run(engine, items.create(name="Newest")) == 5


def test_a_column_of_another_program_survives_delete_and_undo(engine: Engine) -> None:
    fill(engine, 1, 1)
    with raw(engine.path) as other:
        other.execute('ALTER TABLE item ADD COLUMN "shelf no." TEXT')
        other.execute("""UPDATE item SET "shelf no." = 'B 7'""")
    before = snapshot(engine.path)
    run(engine, items.delete([1]))
    undo(engine)
    assert snapshot(engine.path) == before
    assert snapshot(engine.path)["item"][0][-1] == "B 7"


def test_values_with_the_names_of_arguments(engine: Engine) -> None:
    run(engine, customers.create(username="expected"))
    record = run(engine, items.create(name="record", description="{name} %n"))
    run(engine, items.update(record, name="values"))
    assert ask(engine, lambda: history.steps(1))[0].label.values["name"] == "record"
    assert last_step(engine) == 3


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"available_until": "2026-04-30"}, "available_until"),
        ({"available_from": "2026-06-02"}, "available_from"),
        ({"available_from": "2026-07-02", "available_until": "2026-07-01"}, "available_until"),
    ],
)
def test_no_item_is_available_until_before_it_is(engine: Engine, values: dict[str, str], field: str) -> None:
    days = {"available_from": "2026-05-01", "available_until": "2026-06-01"}
    record = run(engine, items.create(name="Course", **days))
    before = snapshot(engine.path)
    with pytest.raises(Invalid) as refused:
        run(engine, items.update(record, **values))
    assert refused.value.field == field
    assert snapshot(engine.path) == before
    with pytest.raises(Invalid):
        run(engine, items.create(name="Course", available_from="2026-05-02", available_until="2026-05-01"))
    run(engine, items.update(record, available_from="2027-01-01", available_until="2027-01-01"))
    run(engine, items.update(record, available_from="", available_until="2020-01-01"))
