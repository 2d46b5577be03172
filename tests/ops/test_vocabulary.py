"""The words of a file: chosen and changed in steps, and what another program left in their place."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from itemlink_gui.base import words
from itemlink_gui.base.errors import CannotOpen, Invalid
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, link_fields, vocabulary
from itemlink_gui.ops.vocabulary import Wish
from itemlink_gui.store import history, link_rows, queries
from itemlink_gui.store.check import check
from itemlink_gui.store.vocabulary import Chosen, chosen
from tests.support import ask, beside, raw, run, undo

OWN = asdict(words.preset("item")) | {"item": "key", "items": "keys", "customer": "holder", "customers": "holders"}


def field_names(engine: Engine) -> list[str]:
    return [field.name for field in ask(engine, link_rows.own_fields)]


def test_a_file_says_items_and_customers_at_first(engine: Engine) -> None:
    assert ask(engine, chosen) == Chosen()
    assert ask(engine, chosen).words == words.preset("item")


@pytest.mark.parametrize("preset", words.PRESETS)
def test_a_preset_brings_words_fields_and_what_happens_when_full_in_one_step(engine: Engine, preset: str) -> None:
    run(engine, vocabulary.choose(Wish(preset)))
    brought = vocabulary.BROUGHT[preset]
    assert ask(engine, chosen) == Chosen(preset, None, brought.policy)
    assert field_names(engine) == [name for name, *_ in brought.fields]
    steps = ask(engine, lambda: history.steps(10))
    assert [step.label.kind for step in steps] == ["vocabulary"] * (preset != "item")
    if steps:
        undo(engine)
        assert ask(engine, chosen) == Chosen()
        assert field_names(engine) == []


def test_words_of_its_own(engine: Engine) -> None:
    run(engine, vocabulary.choose(Wish("licence", OWN | {"item": "  key "}, with_fields=False)))
    found = ask(engine, chosen)
    assert found.words.item == "key"
    assert found.words.customers == "holders"
    assert found.preset == "licence"
    assert field_names(engine) == []
    run(engine, vocabulary.choose(Wish("course")))
    assert ask(engine, chosen).own is None
    undo(engine)
    assert ask(engine, chosen) == found
    assert check(engine.path) == []


def test_the_same_again_is_no_step(engine: Engine) -> None:
    for _ in range(2):
        run(engine, vocabulary.choose(Wish("course")))
    assert len(ask(engine, lambda: history.steps(10))) == 1


def test_fields_whose_names_are_taken_are_left_out(engine: Engine) -> None:
    run(engine, link_fields.add("grade", "text"))
    run(engine, vocabulary.choose(Wish("course")))
    assert field_names(engine) == ["grade", "Paid"]


@pytest.mark.parametrize("word", ["", "   ", "x" * 41, "x" * 10_000, "a|b", "R&D", "a\nb", "a\0b", "\ufffe", 7, None])
def test_what_cannot_be_a_word_is_refused(engine: Engine, word: object) -> None:
    with pytest.raises(Invalid) as refused:
        run(engine, vocabulary.choose(Wish("item", OWN | {"verb": word})))
    assert refused.value.field == "verb"
    assert ask(engine, chosen) == Chosen()


@pytest.mark.parametrize("word", ["[item]", "<b>x</b>", "{name}", "%n", "פריט", "x" * 40])
def test_odd_words_are_taken_as_they_are(engine: Engine, word: str) -> None:
    run(engine, vocabulary.choose(Wish("item", OWN | {"item": word})))
    assert ask(engine, chosen).words.item == word


def test_an_unknown_preset_is_refused(engine: Engine) -> None:
    with pytest.raises(Invalid):
        run(engine, vocabulary.choose(Wish("nothing")))


@pytest.mark.parametrize(
    "value",
    ["", "x", "[]", "7", "null", '{"preset": "nothing"}', '{"preset": 7}', '{"preset": []}', "[" * 100_000],
)
def test_what_cannot_be_used_is_the_default(engine: Engine, value: str) -> None:
    with raw(engine.path) as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('vocabulary', ?)", (value,))
    assert ask(engine, chosen) == Chosen()


@pytest.mark.parametrize(
    "own", [[], {"item": "x"}, OWN | {"verb": "a\nb"}, OWN | {"verb": "x" * 41}, OWN | {"verb": 7}]
)
def test_words_that_cannot_be_used_are_those_of_the_preset(engine: Engine, own: object) -> None:
    value = json.dumps({"preset": "course", "words": own, "policy": "nothing"})
    with raw(engine.path) as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('vocabulary', ?)", (value,))
    assert ask(engine, chosen) == Chosen("course")


def test_new_items_are_as_the_file_has_it(engine: Engine) -> None:
    run(engine, vocabulary.choose(Wish("course")))
    made = [run(engine, items.create(name="A")), run(engine, items.create(name="B", capacity_policy="overbook"))]
    details = [ask(engine, lambda record=record: queries.detail("item", record)) for record in made]
    assert [detail.fields["capacity_policy"] for detail in details if detail] == ["waitlist", "overbook"]


def test_a_new_file_that_speaks_otherwise_from_the_start(tmp_path: Path) -> None:
    made = tmp_path / "new.itemlink"
    vocabulary.create_file(made, Wish("course"))
    assert check(made) == []
    engine = Engine(made)
    assert ask(engine, chosen).preset == "course"
    assert field_names(engine) == ["Grade", "Paid"]
    engine.close()
    with pytest.raises(CannotOpen):
        vocabulary.create_file(made, Wish())


def test_a_new_file_is_not_made_with_words_that_cannot_be(tmp_path: Path) -> None:
    made = tmp_path / "new.itemlink"
    with pytest.raises(Invalid):
        vocabulary.create_file(made, Wish("item", OWN | {"item": ""}))
    assert beside(made) == []
