"""Folding: capitals and accents do not split the alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemlink_gui.store.fold import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (None, ""),
        ("Ann LEE 3", "ann lee 3"),
        ("Éric Ångström Šimůnek", "eric angstrom simunek"),
        ("Straße STRASSE", "strasse strasse"),
        ("Łódź Øre Æsir Œuvre Þór đ ħ", "lodz ore aesir oeuvre thor d h"),
        ("İstanbul ıspanak", "istanbul ispanak"),
        ("ﬁn ２０ ½", "fin 20 1\u20442"),
        ("Ωμέγα", "ωμεγα"),
        ("ЁЖ", "еж"),
        ("カガ", "カカ\u3099"),  # the voicing mark is a letter to its readers
        ("हिन्दी", "हिन्दी"),
        ("שלום", "שלום"),
        ("🙂👩\u200d👩", "🙂👩\u200d👩"),
        ("a\u00a0b\u3000c", "a b c"),
        ("\n%_'\"", "\n%_'\""),
    ],
)
def test_what_people_expect(text: str | None, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_way_to_write_a_text_folds_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F)))
def test_capitals_fold_as_small_letters(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.lower().upper())


@given(st.text(), st.text())
def test_lines_fold_each_for_itself(one: str, other: str) -> None:
    assert fold(f"{one}\n{other}") == f"{fold(one)}\n{fold(other)}"
