"""The fields of links that users make: what they are called, what may stand in them, and that nothing gets lost."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.base.errors import Invalid
from itemlink_gui.engine import Engine
from itemlink_gui.ops import link_data, link_fields, links
from itemlink_gui.store import link_rows, link_values
from tests.support import ask, assert_sound, fill, raw, redo, run, undo


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Item 1 has customers 1 to 3; fields 1 to 5 are one of each type."""
    fill(engine, 2, 4)
    run(engine, links.link([1], [1, 2, 3]))
    for name, kind in (("Badge", "text"), ("Seat", "number"), ("Paid on", "day"), ("Came", "yesno")):
        run(engine, link_fields.add(name, kind))
    run(engine, link_fields.add("Size", "choice", ["S", "M", "L"]))
    return engine


def names(engine: Engine) -> list[str]:
    return [field.name for field in ask(engine, link_rows.own_fields)]


def extras(engine: Engine) -> list[dict[str, Any]]:
    with raw(engine.path) as file:
        found = file.execute("SELECT extra FROM item_customer ORDER BY item_id, customer_id").fetchall()
    return [link_values.unpack(extra) for (extra,) in found]


def test_fields_come_in_the_order_in_which_they_were_made(filled: Engine) -> None:
    fields = ask(filled, link_rows.own_fields)
    assert [(f.id, f.name, f.type) for f in fields] == [
        (1, "Badge", "text"), (2, "Seat", "number"), (3, "Paid on", "day"), (4, "Came", "yesno"), (5, "Size", "choice"),
    ]  # fmt: skip
    assert fields[4].choices == ("S", "M", "L")
    assert [spec.name for spec in link_fields.specs(fields)] == [
        "quantity", "starts_on", "ends_on", "note", "own_1", "own_2", "own_3", "own_4", "own_5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["", "   ", "badge", "BÁDGE ", "Quantity", "note", "ends_on", "Énds on", "x" * 101, "a\nb", "a\x00b"]
)
def test_names_that_no_field_may_have(filled: Engine, name: str) -> None:
    for operation in (link_fields.add(name, "text"), link_fields.rename(2, name)):
        with pytest.raises(Invalid) as caught:
            run(filled, operation)
        assert caught.value.field == "name"
    assert names(filled) == ["Badge", "Seat", "Paid on", "Came", "Size"]


def test_a_field_may_be_named_as_it_is_with_other_capitals(filled: Engine) -> None:
    run(filled, link_fields.rename(1, "BADGE"))
    assert names(filled)[0] == "BADGE"


@pytest.mark.parametrize(
    "choices", [[], [""], ["S", "s"], ["a", "á"], ["x" * 101], [str(n) for n in range(201)]], ids=len
)
def test_choices_that_cannot_be(filled: Engine, choices: list[str]) -> None:
    for operation in (link_fields.add("New", "choice", choices), link_fields.set_choices(5, choices)):
        with pytest.raises(Invalid) as caught:
            run(filled, operation)
        assert caught.value.field == "choices"


def test_what_is_refused(filled: Engine) -> None:
    wrong = [
        link_fields.add("New", "colour"),
        link_fields.rename(9, "New"),
        link_fields.delete(9),
        link_fields.set_choices(1, ["a"]),
        link_fields.set_choices(9, ["a"]),
        link_fields.reorder([1, 2]),
        link_fields.reorder([1, 1, 2, 3, 4]),
        link_fields.reorder([1, 2, 3, 4, 9]),
    ]
    for operation in wrong:
        with pytest.raises(Invalid):
            run(filled, operation)
    assert len(names(filled)) == 5


def test_there_is_a_most_number_of_fields(filled: Engine) -> None:
    for number in range(6, link_fields.MOST + 1):
        run(filled, link_fields.add(f"Field {number}", "text"))
    with pytest.raises(Invalid, match="30"):
        run(filled, link_fields.add("One more", "text"))


def test_a_deleted_field_takes_its_values_out_of_sight_and_undo_brings_them_back(filled: Engine) -> None:
    run(filled, link_data.set_details([1], [1], own_1="A7"))
    run(filled, link_fields.delete(1))
    assert names(filled)[0] == "Seat"
    with pytest.raises(Invalid):
        run(filled, link_data.set_details([1], [1], own_1="B"))
    undo(filled)
    found = ask(filled, lambda: link_rows.common([1], [1]))
    assert (found.fields[0].name, found.values["own_1"]) == ("Badge", "A7")
    redo(filled)
    # A new field never shows the values of one that is gone.
    run(filled, link_fields.add("Badge", "text"))
    assert ask(filled, lambda: link_rows.common([1], [1])).values["own_6"] == ""
    assert_sound(filled)


def test_the_order_is_changed_in_one_step(filled: Engine) -> None:
    run(filled, link_fields.reorder([5, 1, 2, 3, 4]))
    assert names(filled)[:2] == ["Size", "Badge"]
    undo(filled)
    assert names(filled)[0] == "Badge"


def test_links_follow_choices_that_are_renamed_and_keep_those_that_are_gone(filled: Engine) -> None:
    for customer, size in ((1, "S"), (2, "M"), (3, "L")):
        run(filled, link_data.set_details([1], [customer], own_5=size))
    run(filled, link_fields.set_choices(5, ["M", "S", "XL"], {"S": "M", "M": "S"}))
    assert [extra["5"] for extra in extras(filled)] == ["M", "S", "L"]
    undo(filled)
    assert [extra["5"] for extra in extras(filled)] == ["S", "M", "L"]
    assert ask(filled, link_rows.own_fields)[4].choices == ("S", "M", "L")


GOOD = {
    "own_1": ("  A7 ", "A7"),
    "own_2": ("-12", -12),
    "own_3": ("2026-02-28", "2026-02-28"),
    "own_4": ("1", 1),
    "own_5": ("M", "M"),
}
BAD = {
    "own_1": ["x" * 1_001, "a\nb", 7],
    "own_2": ["1.5", "many", str(10**12 + 1), True],
    "own_3": ["2026-02-30", "28.2.2026", 5],
    "own_4": ["2", "yes", True],
    "own_5": ["XXL", "m", 1],
    "own_9": ["x"],
    "colour": ["red"],
}


@pytest.mark.parametrize("name", GOOD)
def test_values_of_each_type(filled: Engine, name: str) -> None:
    typed, stored = GOOD[name]
    assert run(filled, link_data.set_details([1], [1], **{name: typed})) == 1
    assert extras(filled) == [{name[-1]: stored}, {}, {}]
    # An empty field is not stored, nor is what every link says from the start.
    assert run(filled, link_data.set_details([1], [1], **{name: "0" if name == "own_4" else ""})) == 1
    assert extras(filled) == [{}, {}, {}]


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_values_that_do_not_fit_their_type(filled: Engine, name: str, value: object) -> None:
    for operation in (
        link_data.set_details([1], [1], **{name: value}),
        links.link([1], [4], details={name: value}),
    ):
        with pytest.raises(Invalid) as caught:
            run(filled, operation)
        assert caught.value.field == name
    assert extras(filled) == [{}, {}, {}]


def test_what_another_program_left_is_no_obstacle(filled: Engine) -> None:
    with raw(filled.path) as file:
        file.execute("UPDATE item_customer SET extra = 'no JSON' WHERE customer_id = 1")
        file.execute("UPDATE item_customer SET extra = '[1]' WHERE customer_id = 2")
        file.execute("UPDATE link_field SET choices = '{' WHERE id = 5")
    found = ask(filled, lambda: link_rows.common([1], [1, 2, 3]))
    assert found.values["own_1"] == ""
    assert found.fields[4].choices == ()
    assert len(ask(filled, lambda: link_rows.rows("customer", 1, [1, 2], [1, 2, 3]))) == 3
    assert run(filled, link_data.set_details([1], [1, 2], own_2=3)) == 2
    assert extras(filled) == [{"2": 3}, {"2": 3}, {}]


def test_values_are_given_by_what_fields_are_called(filled: Engine) -> None:
    given = {"Badge": "A1", "Seat": 7, "Paid on": "2026-01-31", "Came": True, "Size": "M"}
    run(filled, link_data.set_details([1], [2], own=given, note="new"))
    assert extras(filled) == [{}, {"1": "A1", "2": 7, "3": "2026-01-31", "4": 1, "5": "M"}, {}]
    run(filled, link_data.set_details([1], [2], own={"Badge": "", "Seat": None, "Came": False}))
    assert extras(filled)[1] == {"3": "2026-01-31", "5": "M"}
    for name, value in {"Seat": True, "Came": "maybe", "Size": "XL", "Badge": 5, "badge": "x", "own_1": "x"}.items():
        with pytest.raises(Invalid) as caught:
            run(filled, link_data.set_details([1], [2], own={"Paid on": None, name: value}, note="lost"))
        assert caught.value.field == name
    assert extras(filled)[1] == {"3": "2026-01-31", "5": "M"}
    undo(filled)
    undo(filled)
    assert extras(filled) == [{}, {}, {}]
    assert_sound(filled)
