"""The words of the open file, and what texts make of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from itemlink_gui.base import words
from itemlink_gui.base.i18n import install, plainly, tr
from itemlink_gui.base.words import PRESETS, Vocabulary

HOSTILE = Vocabulary("{x}", "%n [customer]", "[item]", "a(b)", "{", "}", "%n", "[", "]", "[verb|from]")


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    yield
    words.use(None)
    install(None)


def test_the_default_words() -> None:
    assert words.current() == words.preset("item")
    assert tr("New [item], [Items], [Customer], no [customers]") == "New item, Items, Customer, no customers"
    assert tr("[Verb] {who} [prep] {what}", who="Ann", what="Maths") == "Assign Ann to Maths"
    assert tr("[Undone] {who} [from] {what}", who="Ann", what="Maths") == "Removed Ann from Maths"


def test_every_preset_has_all_its_words() -> None:
    for key in PRESETS:
        found = words.preset(key)
        words.use(found)
        assert words.current() is found
        assert all(words.tokens(found).values())
        assert "[" not in tr(
            "[Verb] [Done] [Unverb] [Undone] [verb] [done] [unverb] [undone] [prep] [from] [Customers]"
        )
    with pytest.raises(KeyError):
        words.preset("nothing")


@pytest.mark.parametrize(
    ("n", "expected"),
    [(1, "Enrolled 1 student in Maths (1 was)"), (1_200, "Enrolled 1,200 students in Maths (1,200 were)")],
)
def test_nouns_and_verbs_follow_the_file_and_the_number(n: int, expected: str) -> None:
    words.use(words.preset("course"))
    assert tr("[Done] %n [customer|customers] [prep] {item} (%n [was|were])", n=n, item="Maths") == expected


def test_a_word_keeps_its_capitals_but_for_the_first_letter() -> None:
    words.use(Vocabulary("eBook", "eBooks", "VIP", "VIPs", "Lend", "Lent", "to", "Take back", "Took back", "from"))
    assert tr("[Item] [customer] [items] [verb] [undone] [Unverb]") == "EBook VIP eBooks lend took back Take back"


@pytest.mark.parametrize("name", ["[item]", "[Verb]", "[item|items]", "[customer"])
def test_a_name_that_looks_like_a_word_stays(name: str) -> None:
    assert tr("[Item] {name} created", name=name) == f"Item {name} created"
    assert tr("%n [item|items]: {name}", n=2, name=name) == f"2 items: {name}"


def test_words_are_put_in_as_they_are() -> None:
    words.use(HOSTILE)
    assert tr("%n [item|items]: {name}", n=2, name="N") == "2 %n [customer]: N"
    assert tr("[item] [customer] [customers] [from]") == "{x} [item] a(b) [verb|from]"


def test_what_is_no_word_is_left_alone() -> None:
    assert tr("[*] [other] [x|y] [] [item") == "[*] [other] [x|y] [] [item"


def test_a_translation_with_too_few_words_is_not_used() -> None:
    install(lambda text, _n: text.rpartition("|")[0])
    assert words.preset("course").from_ == "from"


def test_texts_in_another_language() -> None:
    german = {"%n record(s) [prep] {name}": ("%n Satz in {name}", "%n Sätze [prep] {name}")}
    install(lambda text, n: german.get(text, ("", ""))[n != 1])
    assert [tr("%n record(s) [prep] {name}", n=n, name="{0}") for n in (1, 2)] == ["1 Satz in {0}", "2 Sätze to {0}"]
    assert tr("%n item(s)", n=2) == "2 items"


def test_what_programs_read_is_english_and_in_the_words_of_no_file() -> None:
    install(lambda text, _n: {"[Item] {name}, %n of [items]": "{name} ([items], %n)"}.get(text, ""), ".")
    words.use(words.Vocabulary("course", "courses", *["student"] * 8))
    assert tr("[Item] {name}, %n of [items]", n=1_000, name="N") == "N (courses, 1.000)"
    with plainly():
        assert tr("[Item] {name}, %n of [items]", n=1_000, name="N") == "Item N, 1,000 of items"
    assert tr("[Item] {name}, %n of [items]", n=1_000, name="N") == "N (courses, 1.000)"
