"""The language of queries: what a text means, and where and why it means nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itemlink_gui.base import words
from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.store.query import values
from itemlink_gui.store.query.fields import FIELDS, Fields, OwnField, spelled
from itemlink_gui.store.query.grammar import And, Condition, Node, Not, Or, Word, may_be_query, parse
from itemlink_gui.store.query.values import Days, Whether

OWN = [
    OwnField(1, "grade", "number"), OwnField(2, "Shoe size", "number"), OwnField(3, "paid", "yesno"),
    OwnField(4, "exam", "day"), OwnField(5, 'the "best"', "text"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "today", lambda: date(2026, 3, 15))


def shown(node: Node) -> str:
    """Return a query as a text that shows how it hangs together."""
    match node:
        case Word():
            return f"“{node.text}”" if node.quoted else node.text
        case Condition():
            match node.value:
                case Whether():
                    value = "*"
                case Days():
                    value = node.value.first if node.value.first == node.value.last else f"{node.value}"
                case _:
                    value = str(node.value)
            return f"{node.field.key} {node.op} {value}"
        case Not():
            return f"!{shown(node.part)}"
    return "(" + (" & " if isinstance(node, And) else " | ").join(map(shown, node.parts)) + ")"


def read(text: str, kind: Kind = "customer") -> str:
    return shown(parse(text, Fields(kind, OWN)))


MEANINGS = [
    ("items>=5", "count >= 5"),
    ("items >= 5", "count >= 5"),
    ("ITEMS:5", "count = 5"),
    ("items==5", "count = 5"),
    ("items!=5", "!count = 5"),
    ("ann items<3 lee", "(ann & count < 3 & lee)"),
    ("has:maths", "other has maths"),
    ('has:"Maths 101"', "other has Maths 101"),
    ('item="Premium Subscription"', "other = Premium Subscription"),
    ("username=johndoe", "username = johndoe"),
    ("in:none", "!other = *"),
    ("in:any", "other = *"),
    ("in:any(a,b)", "(other has a | other has b)"),
    ('in:all("a, b" , c (d) )', "(other has a, b & other has c (d))"),
    ("in:none(a, b)", "!(other has a | other has b)"),
    ("in!=any(a, b)", "!(other = a | other = b)"),
    ("items:any(3, 5)", "(count = 3 | count = 5)"),
    ("grade>=3", "own_1 >= 3"),
    ('"Shoe size">40', "own_2 > 40"),
    ('"the ""best""":x', "own_5 has x"),
    ("paid:yes", "own_3 = yes"),
    ("exam<2026-03-15", "own_4 < 2026-03-15"),
    ("ends<30d", "ends < 2026-04-14"),
    ("ends<2w", "ends < 2026-03-29"),
    ("ends<30", "ends < 2026-04-14"),
    ("created>=-7d", "created >= 2026-03-08"),
    ("starts<=today", "starts <= 2026-03-15"),
    ("ends:none", "!ends = *"),
    ('phone:""', "!phone = *"),
    ("phone:any", "phone = *"),
    ('phone:"none"', "phone has none"),
    ("is:ending", "is = ending"),
    ("is:any(ending, ended)", "(is = ending | is = ended)"),
    ("note: paid", "note has paid"),
    ("ann or ben cleo", "(ann | (ben & cleo))"),
    ("(ann or ben) cleo", "((ann | ben) & cleo)"),
    ("ann AND ben", "(ann & ben)"),
    ("ann not ben", "(ann & !ben)"),
    ("ann and not ben", "(ann & !ben)"),
    ("ann -ben -(cleo or dora)", "(ann & !ben & !(cleo | dora))"),
    ("not not ann", "!!ann"),
    ("not(ann)", "!ann"),
    ("-items>5", "!count > 5"),
    ('"ann lee" "and"', "(“ann lee” & “and”)"),
    ('-"ann lee"', "!“ann lee”"),
    ('"not closed', "“not closed”"),
    ('"say ""hi"""', '“say "hi"”'),
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS)
def test_what_a_query_means(text: str, meaning: str) -> None:
    assert read(text) == meaning


WORDS = [
    "ann lee", "+1-555", "a@b.org", "12:30", "http://x", "https://example.org/?a=b&c=d", "c++", "AC/DC", "O'Neil", "-",
    '"', '""', "--", "-5", "and", "OR",
    " not ", ":)", ":(", "smile:)", "C:", "C:\\x", "a:b", "x=y", "a->b", "=1+1", "5<6",
    "near(ann)", "f(x", "a)", "Re: invoice", "Ann <ann@example.org>", "name <ann@example.org>", "<b>bold</b>", "std::x",
    '5" pipe', "R&D", "50%", "android", "notorious", "'; DROP TABLE item; --", "a,b", "#7", "x" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_what_people_type_is_no_query(text: str) -> None:
    node = parse(text, Fields("customer", OWN))
    words = node.parts if isinstance(node, And) else (node,)
    assert [word.text for word in words if isinstance(word, Word) and not word.quoted] == text.split()


WRONG = [
    ("foo:bar", "foo", "There is no field “foo”. To look for the text itself, put it in quotes."),
    ("ann foo>=3", "foo", "There is no field “foo”. To look for the text itself, put it in quotes."),
    ('"my foo">=3', '"my foo"', "There is no field “my foo”. To look for the text itself, put it in quotes."),
    ("grad>3", "grad", "There is no field “grad”. Is “grade” meant? To look for the text itself, put it in quotes."),
    ("capacity>3", "capacity", "“capacity” can be asked of items, but not here."),
    ("ann or", "or", "Something is missing after “or”. To look for the word itself, put it in quotes."),
    ("or ann", "or", "Something is missing before “or”. To look for the word itself, put it in quotes."),
    ("ann and and ben", "and", "Something is missing after “and”. To look for the word itself, put it in quotes."),
    ("and or not", "and", "Something is missing before “and”. To look for the word itself, put it in quotes."),
    ("ann not", "not", "Something is missing after “not”. To look for the word itself, put it in quotes."),
    ("ann ()", "()", "There is nothing between these parentheses."),
    ("(ann or ben", "(", "This parenthesis is not closed."),
    ("ann (", "(", "This parenthesis is not closed."),
    ("(ann) )", ")", "This parenthesis closes nothing. To look for it, put it in quotes."),
    ("ann has:", "has:", "Something is missing after “has:”."),
    ("(has:)", "has:", "Something is missing after “has:”."),
    ("items>=", "items>=", "Something is missing after “items>=”."),
    ("items>=x", "x", "“items” is compared with a number, as in items>=5."),
    ("items>=" + "9" * 16, "9" * 16, "“items” is compared with a number, as in items>=5."),
    ("name>3", "name>", "“name” is no number: it can only be compared with : and =."),
    ("is:late", "late", "After “is:” there must be one of these words: ending, ended."),
    ("is:any(ending, x)", "x", "After “is:” there must be one of these words: ending, ended."),
    ("in:any(a", "any(", "This parenthesis is not closed."),
    ("in:any(", "any(", "This parenthesis is not closed."),
    ('in:any("a', "any(", "This parenthesis is not closed."),
    ("in:any()", "any()", "Something is missing between these parentheses."),
    ("in:any(a,)", "any(a,)", "Something is missing between these parentheses."),
    ('in:any("a" b)', "b", "Here must be a comma, or the end of the parenthesis."),
]  # fmt: skip
DAYS = ["2026-13", "2026-02-30", "0000", "9999", "0000-01-01", "soon", "99999999999999d", "-9999y", "1.3.2026"]


@pytest.mark.parametrize(("text", "part", "reason"), WRONG)
def test_a_wrong_query_is_explained_where_it_goes_wrong(text: str, part: str, reason: str) -> None:
    with pytest.raises(WrongQuery) as caught:
        read(text)
    wrong = caught.value
    assert (text[wrong.position :][: wrong.length], wrong.reason) == (part, reason)


@pytest.mark.parametrize("typed", DAYS)
def test_days_that_are_none(typed: str) -> None:
    with pytest.raises(WrongQuery, match="“ends” is compared with a day such as 2026-12-31") as caught:
        read(f"ann ends<{typed}")
    assert (caught.value.position, caught.value.length) == (9, len(typed))


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("(" * 1000 + "ann" + ")" * 1000, "Too much stands inside of each other here."),
        ("not " * 1000 + "ann", "Too much stands inside of each other here."),
        ("-(" * 1000, "Too much stands inside of each other here."),
        (" or ".join(["ann"] * 1500), "This is too much for one query: it may have 200 parts."),
        ('"ann" ' * 1500, "This is too much for one query: it may have 200 parts."),
        (f"in:any({','.join('abc') * 600})", "This is too much for one query: it may have 200 parts."),
        ("(" * 10_000, "Too much stands inside of each other here."),
        (")" * 10_000, "This parenthesis closes nothing."),
        ("or " * 3000, "Something is missing before “or”."),
        ("in:any(" * 1500, "This parenthesis is not closed."),
    ],
)
def test_what_is_too_much_is_told(text: str, most: str) -> None:
    with pytest.raises(WrongQuery, match=most.replace(".", r"\.")):
        read(text)


def test_months_and_years_are_from_their_first_to_their_last_day() -> None:
    assert read("ends:2024-02") == f"ends = {Days('2024-02-01', '2024-02-29')}"
    assert read("ends>2024") == f"ends > {Days('2024-01-01', '2024-12-31')}"


@pytest.fixture
def school() -> Iterator[None]:
    words.use(words.preset("course"))
    yield
    words.use(None)


@pytest.mark.usefixtures("school")
def test_fields_go_by_the_words_of_the_file() -> None:
    assert read("students>=5", "item") == read("customers>=5", "item") == "count >= 5"
    assert read("student:ann", "item") == read("has:ann", "item") == "other has ann"
    assert read("courses>=5") == "count >= 5"
    assert spelled("[customers]>=5") == "students>=5"


def test_words_of_the_file_that_are_two_are_quoted() -> None:
    words.use(words.Vocabulary("season ticket", "season tickets", *["x"] * 8))
    try:
        assert spelled("[items]>=5") == '"season tickets">=5'
        assert read('"season tickets">=5') == "count >= 5"
    finally:
        words.use(None)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_an_example_that_is_a_query(kind: Kind) -> None:
    for field in FIELDS[kind]:
        assert field.meaning, field.key
        found = parse(spelled(field.example), Fields(kind))
        parts = [found]
        while not isinstance(parts[0], Condition):
            head = parts[0]
            assert isinstance(head, Not | Or | And), field.example
            parts = [head.part] if isinstance(head, Not) else list(head.parts)
        assert parts[0].field == field, field.example


PIECES = st.sampled_from([
    "ann", " ", " ", "(", ")", '"', ":", "=", "<", ">=", "!", "-", ",", "and", "or", "not", "has", "items", "any(",
    "none", "grade", "5", "2026-01-01", "30d", "is", "ending", "é", "🙂", "\0", "\ud800", "\u2028", "\u0301", "foo",
    "'", "\\", "日",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=20)))
def test_any_text_is_a_query_or_is_told_where_it_is_wrong(text: str) -> None:
    try:
        read(text)
    except WrongQuery as wrong:
        told = wrong
    else:
        return
    assert may_be_query(text)
    assert 0 <= told.position < len(text)
    assert 1 <= told.length <= len(text) - told.position
    assert told.reason.endswith(".")
