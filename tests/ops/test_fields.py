"""What may stand in a field."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.errors import Invalid
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, fields, items
from itemlink_gui.store import listings, queries
from itemlink_gui.store.columns import Text
from itemlink_gui.store.models import FIELDS
from tests.support import ask, run

EVERY_FIELD = [(kind, field.name) for kind in KINDS for field in FIELDS[kind]]
EVERY_TEXT = [(kind, field.name) for kind in KINDS for field in FIELDS[kind] if isinstance(field, Text)]
NUMBERS = ["capacity", "low_stock"]
DAYS = ["available_from", "available_until"]

# Whatever people paste: kept exactly, from end to end.
TEXTS = [
    "Ann", "O'Brien", 'the "best"', "a\\b", "100%", "under_score", "{x}", "=1+1", "+1", "-1", "@x", "<b>&amp;</b>",
    "';--", "שלום עולם", "مرحبا", "\u202eabc\u202c", "日本語", "한국어", "हिन्दी", "ไทย", "Ωμέγα", "ёж", "ß ſ İ ı",
    "ﬁ ½ ①", "🙂", "👩\u200d👩\u200d👧\u200d👦", "🇩🇪", "👍🏽", "a\u0301\u0323" * 5, "Z\u0324\u0354a\u0330",
    "a\u200bb", "a\ufeffa", "a\u00a0b", "a\u2003b", "\U0010ffff", "\uffff", "\ue000", "NULL", "None", "true", "0",
    "1e5", "0x10", "-0", "%s", "%n", "item(s)", "$HOME", "../..", "C:\\x", "\U0001d5d4", "x" * 150, "é" * 150,
    "🙂" * 150, "A\u030a", "ﷺ" * 100, "a" + "\u0300" * 100, "\u202e", "\u061cx", "col1,col2;col3", "a|b", "#1",
]  # fmt: skip

CONTROL = ["\x00", "\x01", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\u2028", "\u2029", "\ud800", "\udfff", "\udce9"]


def test_there_are_sixty_texts() -> None:
    assert len(TEXTS) >= 60
    assert len(set(TEXTS)) == len(TEXTS)


@pytest.mark.parametrize(("kind", "name"), [("item", "name"), ("item", "description"), ("customer", "full_name")])
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_any_text_may_stand_in_a_name(kind: Kind, name: str, text: str) -> None:
    assert fields.clean(kind, name, text) == unicodedata.normalize("NFC", text)


def test_every_text_comes_back_from_the_file_as_it_was(engine: Engine) -> None:
    expected = {}
    for number, text in enumerate(TEXTS):
        name = unicodedata.normalize("NFC", text)
        item = run(engine, items.create(name=text, description=text))
        customer = run(engine, customers.create(username=f"{number}", full_name=text, notes=f"{text}\n\t{text}"))
        expected[item] = (name, name)
        expected[-customer] = (name, f"{name}\n\t{name}")

    def found() -> dict[int, tuple[str, str]]:
        stored = {}
        for sign, kind, long in ((1, "item", "description"), (-1, "customer", "notes")):
            for record in listings.every(listings.Listing(kind)):
                detail = queries.detail(kind, record)
                assert detail is not None
                stored[sign * record] = (detail.name, detail.fields[long])
        return stored

    assert ask(engine, found) == expected


@pytest.mark.parametrize(("kind", "name"), EVERY_TEXT)
@pytest.mark.parametrize("character", CONTROL, ids=ascii)
def test_control_characters_are_refused_everywhere(kind: Kind, name: str, character: str) -> None:
    with pytest.raises(Invalid, match=r"U\+[0-9A-F]{4}") as caught:
        fields.clean(kind, name, f"a{character}b@example.org")
    assert caught.value.field == name


@pytest.mark.parametrize(("kind", "name"), EVERY_FIELD)
@pytest.mark.parametrize("text", ["a\nb", "a\tb", "a\r\nb", "a\rb"], ids=ascii)
def test_line_breaks_may_stand_in_long_texts_only(kind: Kind, name: str, text: str) -> None:
    if name in ("description", "address", "notes"):
        assert fields.clean(kind, name, text) == text.replace("\r\n", "\n").replace("\r", "\n")
    else:
        with pytest.raises(Invalid):
            fields.clean(kind, name, text)


@pytest.mark.parametrize(("kind", "name"), EVERY_TEXT)
@pytest.mark.parametrize("value", [None, 1, 1.5, True, b"x", ["x"], {"x": 1}], ids=repr)
def test_only_text_is_text(kind: Kind, name: str, value: object) -> None:
    with pytest.raises(Invalid, match="must be a text") as caught:
        fields.clean(kind, name, value)
    assert caught.value.field == name


@pytest.mark.parametrize(("kind", "name"), EVERY_TEXT)
def test_the_limit_of_each_field(kind: Kind, name: str) -> None:
    limit = next(field.limit for field in FIELDS[kind] if field.name == name)
    assert limit == {
        "name": 200, "full_name": 200, "username": 150, "email": 254, "phone": 100, "address": 1000,
        "description": 100_000, "notes": 100_000,
    }[name]  # fmt: skip
    end = "@example.org" if name == "email" else ""
    longest = "x" * (limit - len(end)) + end
    assert fields.clean(kind, name, f"  {longest}\n") == longest
    with pytest.raises(Invalid, match=f"At most {limit:,} characters; these are {limit + 1:,}") as caught:
        fields.clean(kind, name, "x" + longest)
    assert caught.value.field == name


def test_the_limit_counts_what_is_stored() -> None:
    assert fields.clean("item", "name", "e\u0301" * 200) == "é" * 200
    with pytest.raises(Invalid):
        fields.clean("item", "name", "e\u0301" * 201)
    assert len(fields.clean("item", "name", "\U0001d15e" * 66)) == 132  # grows when it is normalised
    with pytest.raises(Invalid):
        fields.clean("item", "name", "\U0001d15e" * 101)


@pytest.mark.parametrize(("kind", "name"), EVERY_TEXT)
@pytest.mark.parametrize("text", ["", "  ", "\n\t\u00a0\u3000"], ids=ascii)
def test_which_fields_may_be_empty(kind: Kind, name: str, text: str) -> None:
    if name in ("name", "username"):
        with pytest.raises(Invalid, match="may not be empty") as caught:
            fields.clean(kind, name, text)
        assert caught.value.field == name
    else:
        assert fields.clean(kind, name, text) == ""


@pytest.mark.parametrize(
    "address",
    ["a@example.org", "a.b+c@sub.example.org", "ä@exämple.org", "o'brien@example.org", "日本@例え.jp", "_@a-b.c"],
)
def test_addresses(address: str) -> None:
    assert fields.clean("customer", "email", f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "a", "@", "a@", "@b.org", "a@b", "a@@b.org", "a@b@c.org", "a b@c.org", "a@b c.org", "a@.org", "a@b.",
        "a@b..org", "<a@b.org>", "Ann <a@b.org>", "a@b.org, c@d.org", "a;b@c.org", "a\u00a0b@c.org", "mailto:a@b.org",
        "a@[1.2.3.4]",
    ],
)  # fmt: skip
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(Invalid, match=r"name@example\.org") as caught:
        fields.clean("customer", "email", address)
    assert caught.value.field == "email"


def test_a_long_wrong_address_takes_no_time() -> None:
    with pytest.raises(Invalid):
        fields.clean("customer", "email", "a@" + "a." * 126)
    with pytest.raises(Invalid):
        fields.clean("customer", "email", "a" * 200 + "@" * 50)


def test_a_long_text_takes_no_time_whatever_it_is() -> None:
    many = 2_000_000
    for text in ("x" + " " * many + "x", "x" * many, " \ufeff" * many + "x" * 201, "a" + "\u0301\u0323" * many):
        with pytest.raises(Invalid, match="At most 200 characters"):
            fields.clean("item", "name", text)
    assert fields.clean("item", "description", "\ufeff " * many + "x" + " \ufeff" * many) == "x"
    blank = "x" + " " * 99_998 + "x"
    assert fields.clean("item", "description", blank) == blank
    with pytest.raises(Invalid, match="more than 1,000 accents on one letter"):
        fields.clean("item", "description", "a" + "\u0301\u0323" * 50_000)
    assert len(fields.clean("item", "name", "a" + "\u0301" * 100)) == 100
    # Each of these is four characters when it is taken apart.
    assert fields.clean("item", "name", "\u03b1\u0313\u0300\u0345" * 200) == "\u1f82" * 200


@given(st.text(st.characters(max_codepoint=sys.maxunicode), max_size=150))
def test_what_is_stored_is_clean_and_stays_as_it_is(text: str) -> None:
    try:
        once = fields.clean("item", "description", text)
    except Invalid:
        assert any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text)
        return
    assert fields.clean("item", "description", once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode().decode() == once
    assert "\0" not in once


@pytest.mark.parametrize(("kind", "name"), [("item", "id"), ("item", "username"), ("customer", "name"), ("item", "")])
def test_there_is_no_such_field(kind: Kind, name: str) -> None:
    with pytest.raises(Invalid, match="no such field") as caught:
        fields.clean(kind, name, "x")
    assert caught.value.field == name


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("", None),
        ("  ", None),
        (None, None),
        ("0", 0),
        (0, 0),
        (" 12 ", 12),
        ("+5", 5),
        ("007", 7),
        (2**31 - 1, 2**31 - 1),
    ],
)
def test_numbers(name: str, value: object, stored: int | None) -> None:
    found = fields.clean("item", name, value)
    assert found == stored
    assert type(found) is type(stored)


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("-1", "from 0 to 2,147,483,647"), (2**31, "from 0 to 2,147,483,647"), ("9" * 18, "from 0 to"),
        ("9" * 19, "whole number"), ("1.5", "whole number"), ("1,5", "whole number"), ("1e3", "whole number"),
        ("x", "whole number"), ("٣", "whole number"), (1.0, "whole number"), (True, "whole number"),
        (b"1", "whole number"), ([1], "whole number"), ("1\x00", "whole number"), ("--1", "whole number"),
    ],
)  # fmt: skip
def test_what_is_no_number(name: str, value: object, words: str) -> None:
    with pytest.raises(Invalid, match=words) as caught:
        fields.clean("item", name, value)
    assert caught.value.field == name


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize(
    ("value", "stored"),
    [("", None), (" ", None), (None, None), ("2024-02-29", "2024-02-29"), (" 2026-12-31\n", "2026-12-31")],
)
def test_days(name: str, value: object, stored: str | None) -> None:
    assert fields.clean("item", name, value) == stored


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize(
    "value",
    [
        "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "01.02.2026", "2026-01-01T00:00",
        "0000-01-01", "today", "٢٠٢٦-٠١-٠١", 20260101, True, 1.5, b"2026-01-01", "2026-01-01\x00",
    ],
)  # fmt: skip
def test_what_is_no_day(name: str, value: object) -> None:
    with pytest.raises(Invalid, match="no such day") as caught:
        fields.clean("item", name, value)
    assert caught.value.field == name


def test_choices_and_answers() -> None:
    for policy in ("block", "overbook", "waitlist"):
        assert fields.clean("item", "capacity_policy", policy) == policy
    for wrong in ("", "Block", "other", None, 1, b"block", ["block"]):
        with pytest.raises(Invalid, match="one of: block, overbook, waitlist") as caught:
            fields.clean("item", "capacity_policy", wrong)
        assert caught.value.field == "capacity_policy"
    for value, stored in (("0", 0), ("1", 1), (0, 0), (1, 1)):
        assert fields.clean("customer", "no_messages", value) == stored
    for wrong in ("", "2", "yes", None, -1, True, b"1"):
        with pytest.raises(Invalid, match="must be yes or no") as caught:
            fields.clean("customer", "no_messages", wrong)
        assert caught.value.field == "no_messages"


def test_the_quantity_of_a_link() -> None:
    (quantity, *_) = fields.link_specs()
    assert fields.cleaned(quantity, "1000000") == 1_000_000
    for wrong, words in (
        ("", "may not be empty"),
        ("0", "from 1 to 1,000,000"),
        ("1000001", "from 1 to"),
        ("-3", "from 1"),
    ):
        with pytest.raises(Invalid, match=words):
            fields.cleaned(quantity, wrong)


def test_the_first_wrong_value_is_told() -> None:
    assert fields.clean_all("item", {"name": " A ", "description": ""}) == {"name": "A", "description": ""}
    with pytest.raises(Invalid) as caught:
        fields.clean_all("item", {"name": "A", "description": "\x00"})
    assert caught.value.field == "description"


def test_what_forms_and_tables_need_to_know() -> None:
    specs = fields.specs("customer")
    assert [spec.name for spec in specs] == [
        "username", "full_name", "email", "phone", "no_messages", "address", "notes",
    ]  # fmt: skip
    assert [(spec.label, spec.type) for spec in fields.specs("item")] == [
        ("Name", "text"), ("Places", "number"), ("When full", "choice"), ("Warn when fewer are left than", "number"),
        ("Available from", "day"), ("Available until", "day"), ("Description", "text"),
    ]  # fmt: skip
    assert [(spec.label, spec.type) for spec in fields.link_specs()] == [
        ("Quantity", "number"), ("Starts on", "day"), ("Ends on", "day"), ("Note", "text"),
    ]  # fmt: skip
    assert [[spec.name for spec in fields.specs(kind) if spec.required and spec.type == "text"] for kind in KINDS] == [
        ["name"], ["username"], ["name"],
    ]  # fmt: skip
    assert [spec.name for spec in specs if spec.multiline] == ["address", "notes"]
    assert specs[0].limit == 150
