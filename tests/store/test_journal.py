"""The primitives that every operation writes through."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import effects
from itemlink_gui.store import journal as journals
from itemlink_gui.store.journal import Journal, is_id, known
from itemlink_gui.store.models import Company, Customer, CustomerCompany, FileState, Item, Step, StepRecord, User
from tests.support import News, ask, assert_sound, fill, on_writer, pairs, raw, run, snapshot, standing, undo

NO_IDS = [0, -1, 2**31, 2**63, 2**70, True, False, "1", "", 1.0, None, b"1", (1,)]


def serial(engine: Engine) -> int:
    return ask(engine, lambda: int(FileState.get().serial))


def count_steps(engine: Engine) -> int:
    return ask(engine, lambda: int(Step.select().count()))


@pytest.mark.parametrize("value", NO_IDS, ids=repr)
def test_what_is_no_id(engine: Engine, value: object) -> None:
    fill(engine, 1, 0)
    assert not is_id(value)
    with pytest.raises(NotFound) as caught:
        on_writer(engine, lambda: known("item", [1, value]))  # type: ignore[list-item]
    assert caught.value.ids == (value,)


def test_known_ids_come_in_order_and_once(engine: Engine) -> None:
    fill(engine, 5, 0)
    assert is_id(1)
    assert is_id(2**31 - 1)
    assert on_writer(engine, lambda: known("item", iter([5, 1, 5, 3, 1]))) == [1, 3, 5]
    assert on_writer(engine, lambda: known("item", [])) == []
    with pytest.raises(NotFound) as caught:
        on_writer(engine, lambda: known("item", [9, 1, 7]))
    assert (caught.value.kind, caught.value.ids) == ("item", (7, 9))


def test_an_operation_that_changes_nothing_is_no_step(engine: Engine) -> None:
    fill(engine, 1, 1)
    news, before, steps = News(engine), serial(engine), count_steps(engine)

    def nothing(journal: Journal) -> str:
        journal.say(name="x")
        assert not journal.update(Item, 1, name="Item 1")
        journal.remove(Item, [99])
        journal.unlink("item_customer", [1], [1])
        return "result"

    assert run(engine, Operation("nothing", nothing)) == "result"
    assert (news.changes, serial(engine), count_steps(engine)) == ([], before, steps)


def test_an_operation_that_fails_leaves_nothing(engine: Engine) -> None:
    fill(engine, 2, 2)
    news, before, steps = News(engine), snapshot(engine.path), serial(engine)

    def half(journal: Journal) -> None:
        journal.add(Item, name="New")
        journal.update(Item, 1, name="Changed")
        journal.link("item_customer", [1], [1, 2])
        journal.remove(Item, [2])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(engine, Operation("half", half))
    assert (snapshot(engine.path), serial(engine), news.changes) == (before, steps, [])
    assert_sound(engine)


def test_the_news_of_a_step(engine: Engine) -> None:
    fill(engine, 3, 3)
    news, before = News(engine), serial(engine)

    def write(journal: Journal) -> None:
        journal.say(name="x", added=1)
        journal.link("item_customer", [1], [2, 3])
        journal.update(Item, 2, name="Changed")

    run(engine, Operation("mixed", write))
    (change,) = news.changes
    step = ask(engine, lambda: Step.select().order_by(Step.id.desc()).first())
    assert (change.label.kind, change.label.values) == ("mixed", {"name": "x", "added": 1})
    assert (change.how, change.step) == ("done", step.id)
    assert change.ids == {"item": frozenset({1, 2}), "customer": frozenset({2, 3}), "company": frozenset()}
    assert (change.listed, change.linked) == (frozenset({"item"}), True)
    assert (step.kind, step.state, step.who, step.wide) == ("mixed", "done", "window", "")
    assert serial(engine) == before + 1
    undone = undo(engine)
    assert news.changes[-1] is undone
    assert (undone.how, undone.step, undone.ids, undone.listed) == ("undone", step.id, change.ids, change.listed)
    assert serial(engine) == before + 2


def test_a_changed_user_is_news_of_the_customer(engine: Engine) -> None:
    fill(engine, 0, 2)
    news = News(engine)
    run(engine, Operation("rename", lambda journal: journal.update(User, 2, full_name="New")))
    (change,) = news.changes
    assert (change.ids["customer"], change.listed, change.linked) == (frozenset({2}), frozenset({"customer"}), False)


def test_very_many_records_are_not_listed_one_by_one(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (journals, effects):
        monkeypatch.setattr(module, "MANY", 4)
    fill(engine, 2, 5)
    news = News(engine)
    run(engine, Operation("link", lambda journal: journal.link("item_customer", [1, 2], range(1, 6))))
    assert news.changes[0].ids == {"item": frozenset({1, 2}), "customer": None, "company": frozenset()}
    step, records = ask(
        engine,
        lambda: (
            Step.select(Step.id, Step.wide).order_by(Step.id.desc()).tuples().first(),
            set(StepRecord.select().tuples()),
        ),
    )
    assert step[1] == "customer"
    assert {row for row in records if row[2] == step[0]} == {("item", 1, step[0]), ("item", 2, step[0])}


def test_which_records_a_step_touched_is_written_down(engine: Engine) -> None:
    fill(engine, 2, 3)
    run(engine, Operation("link", lambda journal: journal.link("item_customer", [2], [1, 3])))
    records = ask(engine, lambda: set(StepRecord.select().where(StepRecord.step_id == 2).tuples()))
    assert records == {("item", 2, 2), ("customer", 1, 2), ("customer", 3, 2)}


def test_times(engine: Engine) -> None:
    def make(journal: Journal) -> tuple[int, str]:
        return journal.add(Item, name="New"), journal.at

    record, at = run(engine, Operation("make", make))
    row = snapshot(engine.path)["item"][0]
    assert row[:5] == (record, "New", "", at, at)
    assert len(at) == len("2026-01-01T00:00:00.000Z")
    assert at.endswith("Z")

    def change(journal: Journal) -> str:
        journal.at = "2999-01-01T00:00:00.000Z"
        assert journal.update(Item, record, name="New") is False
        assert journal.update(Item, record, name="Newer", description="")
        return journal.at

    assert snapshot(engine.path)["item"][0] == row
    later = run(engine, Operation("change", change))
    assert snapshot(engine.path)["item"][0] == (record, "Newer", "", at, later, *row[5:])


def test_linking_and_unlinking_gives_what_moved(engine: Engine) -> None:
    fill(engine, 3, 4)

    def move(journal: Journal) -> list[Any]:
        first = journal.link("item_customer", [1, 2], [1, 2])
        second = journal.link("item_customer", [2, 1, 1], [2, 3, 3])
        return [len(first), set(second.pairs()), second.by, len(journal.unlink("item_customer", None, [2, 4]))]

    assert run(engine, Operation("move", move)) == [4, {(1, 3), (2, 3)}, "item_id", 2]
    assert standing(engine) == pairs([1, 2], [1, 3])
    assert_sound(engine)
    undo(engine)
    assert standing(engine) == set()
    assert_sound(engine)


@pytest.mark.parametrize("verb", ["link", "unlink"])
def test_unknown_records_are_not_linked(engine: Engine, verb: str) -> None:
    fill(engine, 2, 2)
    run(engine, Operation("link", lambda journal: journal.link("item_customer", [1], [1])))
    before = snapshot(engine.path)
    for kind, sides in (("item", ([1, 9], [1])), ("customer", ([1], [1, 9]))):
        with pytest.raises(NotFound) as caught:
            run(engine, Operation(verb, lambda journal, two=sides: getattr(journal, verb)("item_customer", *two)))
        assert (caught.value.kind, caught.value.ids) == (kind, (9,))
    assert snapshot(engine.path) == before


def test_companies_are_linked_the_same_way(engine: Engine) -> None:
    fill(engine, 0, 2)

    def join(journal: Journal) -> int:
        company = journal.add(Company, name="Works")
        journal.link("customer_company", [1, 2], [company])
        return company

    company = run(engine, Operation("join", join))
    assert snapshot(engine.path)["customer_company"] == [(1, company), (2, company)]
    run(engine, Operation("part", lambda journal: journal.unlink("customer_company", [1], None)))
    assert snapshot(engine.path)["customer_company"] == [(2, company)]
    assert ask(engine, lambda: CustomerCompany.select().count()) == 1
    undo(engine)
    undo(engine)
    assert snapshot(engine.path)["company"] == []
    assert_sound(engine)


def test_ids_of_removed_records_never_come_back(engine: Engine) -> None:
    fill(engine, 2, 2)
    run(engine, Operation("remove", lambda journal: journal.remove(Item, [2])))
    run(engine, Operation("remove", lambda journal: (journal.remove(Customer, [2]), journal.remove(User, [2]))))
    fill(engine, 1, 0)
    assert [row[0] for row in snapshot(engine.path)["item"]] == [1, 3]
    undo(engine)
    fill(engine, 1, 0)
    assert [row[0] for row in snapshot(engine.path)["item"]] == [1, 4]
    run(engine, Operation("add", lambda journal: journal.add(Customer, user=journal.add(User, username="new"))))
    assert [row[:2] for row in snapshot(engine.path)["customer"]] == [(1, 1), (3, 3)]


def test_a_new_step_drops_what_was_taken_back(engine: Engine) -> None:
    fill(engine, 1, 0)
    run(engine, Operation("rename", lambda journal: journal.update(Item, 1, name="A")))
    undo(engine)
    run(engine, Operation("rename", lambda journal: journal.update(Item, 1, name="B")))
    with raw(engine.path) as other:
        states = other.execute("SELECT state FROM step ORDER BY id").fetchall()
    assert states == [("done",), ("dropped",), ("done",)]


def test_who_ran_it(path: Any) -> None:
    engine = Engine(path, who="service")
    heard: list[Change] = []
    engine.listen(heard.append)
    fill(engine, 1, 0)
    assert ask(engine, lambda: Step.get().who) == "service"
    assert len(heard) == 1
    engine.close()
