"""Folding: capitals and accents removed, so that lists sort and searches match as people expect."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"})


def fold(text: str | None) -> str:
    """Return ``text`` without capitals and accents; None (SQL's NULL) counts as empty.

    The form is NFKD with the combining marks of Latin, Greek and Cyrillic letters dropped, then case-folded.
    """
    if not text:
        return ""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    # Only general marks go: the vowel signs of Indic and other scripts are letters to their readers.
    return "".join(c for c in parts if not "\u0300" <= c <= "\u036f").translate(_LETTERS)
