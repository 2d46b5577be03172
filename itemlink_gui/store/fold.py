"""Folding: capitals and accents removed, so that lists sort and searches match as people expect."""

from __future__ import annotations

import re
import unicodedata

# Only general marks go: the vowel signs of Indic and other scripts are letters to their readers.
_MARKS = re.compile("[\u0300-\u036f]+")

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
_SPECIAL = re.compile(f"[{''.join(_LETTERS)}]")


def fold(text: str | None) -> str:
    """Return ``text`` without capitals and accents; None (SQL's NULL) counts as empty.

    The form is NFKD with the combining marks of Latin, Greek and Cyrillic letters dropped, then case-folded.
    """
    if not text:
        return ""
    if text.isascii():
        return text.lower()
    parts = _MARKS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()))
    return _SPECIAL.sub(lambda m: _LETTERS[m[0]], parts)
