"""Searching: any text is valid, every character is literal, and what is found is what plain Python finds."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import listings, queries, search
from itemlink_gui.store.fold import fold
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import KEY, Customer, Item, User
from tests.support import ask, fill, raw, run

WORDS = [
    "Ann", "ann-marie", "O'Brien", "Müller", "MÜLLER", "Strauß", "Łukasz", "José", "100%", "50 % off", "under_score",
    "back\\slash", 'say "hi"', "NEAR", "AND", "OR NOT", "near(ann)", "a*b", "^caret", "(brackets)", "{x}", "semi;colon",
    "a:b", "x+y=z", "-dash", "日本語", "東京タワー", "한국어", "中文字", "שלום", "مرحبا", "नमस्ते", "Ωμέγα", "ёж",
    "🙂", "👩\u200d👩\u200d👧", "🙂🙃🙂", "e\u0301clair", "ﬁn", "①②", "½", "x", "ab", "abc", "a b c d", "aaa aaaa",
    "İstanbul",
    "ann@example.org", "+49 30 123", "=1+1", "<b>bold</b>", "A\u00a0B", "Zoë's", "l’été", "naïve", "col1,col2", "#7",
]  # fmt: skip

LETTERS = "aAbeéß'\"%_*^():-+{}~ \t日本タワ한שم🙂\u0301\u200dNEARandOR12½ﬁ\\/,.;\u2028\u00a0\x00\x01\ud800"


def texts_of(kind: Kind) -> dict[int, str]:
    """Return by id all that can be searched in a record."""
    if kind == "item":
        rows: Iterable[tuple[object, ...]] = Item.select(Item.id, Item.name, Item.description).tuples()
    else:
        own = (User.username, User.full_name, User.email, Customer.phone, Customer.address, Customer.notes)
        rows = Customer.select(Customer.id, *own).join(User).tuples()
    return {int(str(row[0])): fold("\n".join(map(str, row[1:]))) for row in rows}


def words_in(text: str) -> list[str]:
    """Return runs of letters and digits."""
    kinds = [unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" for c in text]
    marked = "".join(c if word else " " for c, word in zip(text, kinds, strict=True))
    return marked.split()


def oracle(texts: dict[int, str], typed: str) -> set[int]:
    """Return what a search must find, by the rule as it is told to people."""

    def matches(text: str, term: str) -> bool:
        if len(term) < 3 and term.isalnum():
            return any(word.startswith(term) for word in words_in(text))
        return term in text

    return {record for record, text in texts.items() if all(matches(text, term) for term in fold(typed).split())}


def found(kind: Kind, typed: str) -> set[int]:
    key = KEY[kind]
    return {record for (record,) in key.select(key.id).where(*search.condition(kind, typed), True).tuples()}


def fill_with_words(engine: Engine) -> None:
    """Fill in a hundred items and customers whose fields are made of the words."""
    chosen = random.Random(1)

    def some(n: int) -> str:
        return unicodedata.normalize("NFC", " ".join(chosen.choices(WORDS, k=n)))

    def write(journal: Journal) -> None:
        for number in range(100):
            journal.add(Item, name=some(2)[:200], description=some(chosen.randrange(4)))
            user = journal.add(User, username=f"u{number} {some(1)}", full_name=some(2), email=some(1))
            journal.add(Customer, user=user, phone=some(1), address=f"{some(1)}\n{some(1)}", notes=some(1))

    run(engine, Operation("fill", write))


def queries_to_try() -> list[str]:
    chosen = random.Random(2)
    typed = ["", " ", *WORDS, *(word[: chosen.randint(1, 4)] for word in WORDS), *(word[1:] for word in WORDS)]
    typed += ["".join(chosen.choices(LETTERS, k=chosen.randint(1, 7))) for _ in range(260)]
    typed += [" ".join(chosen.choices(WORDS, k=2)) for _ in range(40)]
    typed += [w[a : a + chosen.randint(1, 5)] for w in WORDS for a in [chosen.randrange(len(w))]]
    return typed


def test_five_hundred_texts_find_what_plain_python_finds(engine: Engine) -> None:
    fill_with_words(engine)
    typed = queries_to_try()
    assert len(typed) >= 500

    def compare() -> tuple[list[tuple[str, str, set[int], set[int]]], int]:
        wrong, hits = [], 0
        kinds: tuple[Kind, Kind] = ("item", "customer")
        for kind in kinds:
            texts = texts_of(kind)
            for text in typed:
                ours, theirs = found(kind, text), oracle(texts, text)
                hits += 0 < len(theirs) < len(texts)
                if ours != theirs:
                    wrong.append((kind, text, ours - theirs, theirs - ours))
        return wrong, hits

    wrong, hits = ask(engine, compare)
    assert wrong == []
    assert hits > 300


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("an", ["Ann Lee", "Zoë Ångström"]),
        ("nn", []),
        ("nnl", []),
        ("gst", ["Zoë Ångström"]),
        ("ANGSTROM zoe", ["Zoë Ångström"]),
        ("lee ann", ["Ann Lee"]),
        ("lee bob", []),
        ("50%", ["Rebate 50%"]),
        ("0%", ["Rebate 50%"]),
        ("%", ["Rebate 50%"]),
        ("_", ["snake_case"]),
        ("e_c", ["snake_case"]),
        ("ca", ["snake_case"]),
        ('"', ['5" pipe']),
        ("*", []),
        ("an*", []),
        ("ann OR bob", ["Ann Lee"]),
        ('"ann or bob"', []),
        ("l", ["Ann Lee"]),
        ("🙂", ["🙂 smile"]),
        ("first line", ["Ann Lee"]),
        ("linesecond", []),
    ],
)
def test_what_people_type(engine: Engine, typed: str, names: list[str]) -> None:
    for name in ("Ann Lee", "Zoë Ångström", "Rebate 50%", "snake_case", '5" pipe', "🙂 smile"):
        run(engine, items.create(name=name, description="first line\nsecond" if name == "Ann Lee" else ""))
    hits = ask(engine, lambda: queries.names("item", listings.every(listings.Listing("item", text=typed))))
    assert sorted(hits.values()) == sorted(names)


def test_every_field_is_searched(engine: Engine) -> None:
    fields = {
        "username": "alpha", "full_name": "bravo", "email": "charlie@example.org",
        "phone": "delta", "address": "echo\nfoxtrot", "notes": "golf",
    }  # fmt: skip
    fill(engine, 0, 1)
    record = run(engine, customers.create(**fields))
    for word in re.findall(r"\w+", " ".join(fields.values())):
        assert ask(engine, lambda text=word: found("customer", text)) == {record}
    item = run(engine, items.create(name="hotel", description="india"))
    assert ask(engine, lambda: found("item", "india hotel")) == {item}


def test_what_changed_is_found_by_its_new_words_only(engine: Engine) -> None:
    record = run(engine, items.create(name="Before", description="both"))
    run(engine, items.update(record, name="After"))
    assert ask(engine, lambda: [found("item", text) for text in ("before", "be", "after", "af", "both")]) == [
        set(), set(), {record}, {record}, {record},
    ]  # fmt: skip
    run(engine, items.delete([record]))
    assert ask(engine, lambda: found("item", "after")) == set()


@pytest.mark.parametrize("typed", ["\0", "ab\0cd", "abc\0", "\ud800", "abc\udfff", "abc \ud800\0"])
def test_what_no_field_may_hold_finds_nothing(engine: Engine, typed: str) -> None:
    fill(engine, 2, 2)
    assert ask(engine, lambda: found("item", typed)) == set()
    assert ask(engine, lambda: queries.matches("customer", typed, [], 5)) == []


def test_terms() -> None:
    assert search.terms("  Ünï\u3000code\n %  ") == ["uni", "code", "%"]
    assert search.terms(" \t\n") == []


def test_a_very_long_search(engine: Engine) -> None:
    run(engine, items.create(name="x" * 200, description="long text " * 1000))
    assert ask(engine, lambda: found("item", "long text " * 1000)) == {1}
    assert ask(engine, lambda: found("item", "x" * 201)) == set()
    assert ask(engine, lambda: found("item", "".join(map(chr, range(0x4E00, 0x4E00 + 5000))))) == set()


def test_a_pasted_page(engine: Engine) -> None:
    words = [f"word{number}" for number in range(3000)]
    run(engine, items.create(name="page", description=" ".join(words)))
    run(engine, items.create(name="cut", description=" ".join(words[:-1])))
    assert ask(engine, lambda: found("item", " ".join([*words, "%"]))) == set()
    assert ask(engine, lambda: found("item", " ".join([*words, "w", "pa"]))) == {1}
    assert ask(engine, lambda: found("item", " ".join([*words[:20], "w"]))) == {1, 2}
    assert ask(engine, lambda: found("item", " ".join(f"a{chr(c)} b c" for c in range(0x4E00, 0x4E00 + 3000)))) == set()


def test_search_uses_the_index(path: Path) -> None:
    with raw(path) as connection:
        for index, expression in (("item_part", '"abc"'), ("item_word", '"ab"*')):
            sql = f"SELECT id FROM item_key WHERE id IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)"
            plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", (expression,)))
            assert "VIRTUAL TABLE INDEX" in plan
            assert "SCAN item_key" not in plan
