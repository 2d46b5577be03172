"""Creating, editing, duplicating and deleting customers, each with the user behind it."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.base.errors import Conflict, Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.models import Company
from tests.support import News, assert_sound, fill, pairs, raw, redo, run, snapshot, standing, undo

NO_IDS = [0, -1, 2**31, True, "1", 1.0, None, 99]

WHOLE = {
    "username": "ann", "email": "ann@example.org", "full_name": "Ann Lee",
    "phone": "+49 30 1", "address": "Street 1\nTown", "notes": "a\tb",
}  # fmt: skip


def people(engine: Engine) -> list[tuple[Any, ...]]:
    """Return id, username, e-mail, full name, phone, address and notes of every customer."""
    shot = snapshot(engine.path)
    users = {row[0]: row[1:] for row in shot["user"]}
    assert sorted(users) == sorted(row[1] for row in shot["customer"])
    return [(row[0], *users[row[1]], *row[2:5]) for row in shot["customer"]]


def test_a_new_customer(engine: Engine) -> None:
    news = News(engine)
    assert run(engine, customers.create(**WHOLE)) == 1
    assert people(engine) == [(1, "ann", "ann@example.org", "Ann Lee", "+49 30 1", "Street 1\nTown", "a\tb")]
    assert news.changes[0].label.values == {"name": "Ann Lee"}
    assert news.changes[0].ids == {"item": frozenset(), "customer": frozenset({1}), "company": frozenset()}
    assert news.changes[0].listed == frozenset({"customer"})
    assert run(engine, customers.create(username="  Bo\u0308b ")) == 2
    assert people(engine)[1] == (2, "Böb", "", "", "", "", "")
    assert news.changes[1].label.values == {"name": "Böb"}
    assert_sound(engine)
    undo(engine)
    undo(engine)
    assert not any(snapshot(engine.path).values())
    assert_sound(engine)


def test_a_new_customer_with_items_is_one_step(engine: Engine) -> None:
    fill(engine, 3, 0)
    before = snapshot(engine.path)
    record = run(engine, customers.create(username="ann", item_ids={1, 3}))
    after = snapshot(engine.path)
    assert standing(engine) == pairs([1, 3], [record])
    undo(engine)
    assert snapshot(engine.path) == before
    redo(engine)
    assert snapshot(engine.path) == after
    assert_sound(engine)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"full_name": "No username"}, "username"),
        ({"username": ""}, "username"),
        ({"username": "\u3000"}, "username"),
        ({"username": "x" * 151}, "username"),
        ({"username": "a\x00"}, "username"),
        ({"username": b"a"}, "username"),
        ({"username": "user2"}, "username"),
        ({"username": " user2\n"}, "username"),
        ({"username": "x", "email": "nobody"}, "email"),
        ({"username": "x", "email": "a@b"}, "email"),
        ({"username": "x", "email": "a@" + "b" * 250 + ".org"}, "email"),
        ({"username": "x", "full_name": "x" * 201}, "full_name"),
        ({"username": "x", "full_name": "\udc80"}, "full_name"),
        ({"username": "x", "phone": "1\n2"}, "phone"),
        ({"username": "x", "phone": 12}, "phone"),
        ({"username": "x", "address": "x" * 1001}, "address"),
        ({"username": "x", "notes": "\x1b[0m"}, "notes"),
        ({"username": "x", "name": "x"}, "name"),
        ({"username": "x", "user_id": "2"}, "user_id"),
    ],
    ids=repr,
)
def test_wrong_fields_are_named_and_nothing_is_stored(engine: Engine, values: dict[str, Any], field: str) -> None:
    fill(engine, 1, 2)
    before, news = snapshot(engine.path), News(engine)
    operations = [customers.create(**values, item_ids=[1])]
    if "username" in values:
        operations.append(customers.update(1, **values, item_ids=[1]))
    for operation in operations:
        with pytest.raises(Invalid) as caught:
            run(engine, operation)
        assert caught.value.field == field
    assert snapshot(engine.path) == before
    assert news.changes == []
    assert_sound(engine)


def test_a_taken_username_tells_whose_it_is(engine: Engine) -> None:
    run(engine, customers.create(username="Ärzte", full_name="Ann {Lee}"))
    run(engine, customers.create(username="bob"))
    with pytest.raises(Invalid, match=r"taken by Ann \{Lee\}\."):
        run(engine, customers.create(username="A\u0308rzte"))
    with pytest.raises(Invalid, match=r"taken by bob\."):
        run(engine, customers.update(1, username="bob"))
    run(engine, customers.update(2, username="bob", full_name="Bob"))
    run(engine, customers.create(username="BOB"))  # capitals are another name
    run(engine, customers.delete([2]))
    run(engine, customers.update(1, username="bob"))
    assert_sound(engine)


@pytest.mark.parametrize("wrong", NO_IDS, ids=repr)
def test_unknown_ids_change_nothing(engine: Engine, wrong: Any) -> None:
    fill(engine, 2, 2)
    before = snapshot(engine.path)
    for operation, kind in (
        (customers.create(username="x", item_ids=[1, wrong]), "item"),
        (customers.update(wrong, phone="x"), "customer"),
        (customers.update(1, phone="x", item_ids=[wrong]), "item"),
        (customers.duplicate(wrong), "customer"),
        (customers.delete([1, wrong]), "customer"),
    ):
        with pytest.raises(NotFound) as caught:
            run(engine, operation)
        assert (caught.value.kind, caught.value.ids) == (kind, (wrong,))
    assert snapshot(engine.path) == before
    assert_sound(engine)


@pytest.mark.parametrize(
    "values",
    [{"full_name": "New"}, {"phone": "1"}, {"username": "new", "notes": "x"}, {"email": "n@x.org"}, {"full_name": ""}],
    ids=repr,
)
def test_an_edit_of_either_half(engine: Engine, values: dict[str, str]) -> None:
    fill(engine, 0, 2)
    before, news = snapshot(engine.path), News(engine)
    run(engine, customers.update(1, **values))
    names = ("id", "username", "email", "full_name", "phone", "address", "notes")
    found = dict(zip(names, people(engine)[0], strict=True))
    assert found == dict.fromkeys(names, "") | {"id": 1, "username": "user1", "full_name": "Person 1"} | values
    told = news.changes[0].label.values
    assert (told["name"], told["fields"]) == ("Person 1", list(values))
    assert told.get("now") == (next(iter(values.values())) if len(values) == 1 else None)
    assert news.changes[0].ids == {"item": frozenset(), "customer": frozenset({1}), "company": frozenset()}
    assert news.changes[0].step is not None
    assert snapshot(engine.path)["customer"][0][-1] >= before["customer"][0][-1]
    assert people(engine)[1][1] == "user2"
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before
    assert_sound(engine)


def test_the_time_of_a_change_is_the_customers_whichever_half_it_was(engine: Engine) -> None:
    fill(engine, 0, 1)
    with raw(engine.path) as other:
        other.execute("UPDATE customer SET updated_at = '2000-01-01T00:00:00.000Z'")
    run(engine, customers.update(1, full_name="Person 1"))
    assert snapshot(engine.path)["customer"][0][6].startswith("2000")
    run(engine, customers.update(1, full_name="New"))
    assert not snapshot(engine.path)["customer"][0][6].startswith("2000")


def test_fields_and_items_are_one_step(engine: Engine) -> None:
    fill(engine, 3, 2)
    run(engine, links.link([1, 2], [1]))
    before, news = snapshot(engine.path), News(engine)
    run(engine, customers.update(1, username="new", phone="1", item_ids=[2, 3]))
    assert standing(engine) == pairs([2, 3], [1])
    assert len(news.changes) == 1
    assert news.changes[0].label.values["added"] == news.changes[0].label.values["removed"] == 1
    undo(engine)
    assert snapshot(engine.path) == before
    assert_sound(engine)


@pytest.mark.parametrize(("field", "table"), [("full_name", "user"), ("notes", "customer")])
def test_an_edit_over_a_value_that_was_changed_since_is_refused(engine: Engine, field: str, table: str) -> None:
    fill(engine, 0, 1)
    seen = {"full_name": "Person 1", "notes": ""}[field]
    with raw(engine.path) as other:
        other.execute(f"UPDATE {table} SET {field} = 'Theirs'")
    before = snapshot(engine.path)
    values: Any = {field: "Ours"}
    with pytest.raises(Conflict) as caught:
        run(engine, customers.update(1, **values, expected={field: seen}))
    assert (caught.value.field, caught.value.theirs, caught.value.ours) == (field, "Theirs", "Ours")
    assert snapshot(engine.path) == before
    run(engine, customers.update(1, **values, expected={field: "Theirs"}))
    assert "Ours" in people(engine)[0]


def test_duplicates_get_usernames_of_their_own(engine: Engine) -> None:
    fill(engine, 1, 0)
    run(engine, customers.create(**WHOLE, item_ids=[1]))
    run(engine, customers.create(username="ann-3"))
    assert [run(engine, customers.duplicate(1)) for _ in range(3)] == [3, 4, 5]
    assert [row[1] for row in people(engine)[2:]] == ["ann-2", "ann-4", "ann-5"]
    assert [row[2:] for row in people(engine)[2:]] == [people(engine)[0][2:]] * 3
    assert standing(engine) == {(1, 1)}
    long = run(engine, customers.create(username="x" * 150))
    run(engine, customers.duplicate(long))
    assert people(engine)[-1][1] == "x" * 140 + "-2"
    assert_sound(engine)


def test_deleting_takes_user_links_and_companies_along(engine: Engine) -> None:
    fill(engine, 2, 3)
    run(engine, links.link([1, 2], [1, 2]))

    def join(journal: Any) -> None:
        journal.link("customer_company", [1, 3], [journal.add(Company, name="Works")])

    run(engine, Operation("join", join))
    before, news = snapshot(engine.path), News(engine)
    run(engine, customers.delete([1, 1, 2]))
    after = snapshot(engine.path)
    assert [row[0] for row in after["user"]] == [row[0] for row in after["customer"]] == [3]
    assert (after["item_customer"], after["customer_company"]) == ([], [(3, 1)])
    assert [row[3] for row in after["past_link"]] == ["Person 1", "Person 2"] * 2
    assert news.changes[0].label.values == {"name": "", "records": 2, "removed": 5}
    assert_sound(engine)
    undo(engine)
    assert snapshot(engine.path) == before
    redo(engine)
    assert snapshot(engine.path) == after
    assert_sound(engine)


def test_ids_of_deleted_customers_never_come_back(engine: Engine) -> None:
    fill(engine, 0, 2)
    run(engine, customers.delete([2]))
    assert run(engine, customers.create(username="user2")) == 3
    undo(engine)
    undo(engine)
    assert run(engine, customers.create(username="new")) == 4
    assert [row[1] for row in snapshot(engine.path)["customer"]] == [1, 2, 4]
