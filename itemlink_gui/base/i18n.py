"""The one door for texts that people read: ``tr``."""

from __future__ import annotations

import re
from collections.abc import Callable

CONTEXT = "ItemLink"

_PLURAL = re.compile(r"\b(\w+)\((\w+)\)")

Translator = Callable[[str, int], str]


def _source(text: str, _n: int) -> str:
    """Return the source text itself: English needs no catalogue."""
    return text


_translator: Translator = _source


def set_translator(translator: Translator | None) -> None:
    """Let another function look texts up.

    Args:
        translator: gets the source text and the number that decides the plural (-1 when there is none), and returns
            the translation, or the source text when it has none. None goes back to English.
    """
    global _translator
    _translator = translator or _source


def tr(text: str, /, n: int | None = None, **values: object) -> str:
    """Return ``text`` in the user's language with its placeholders filled.

    Args:
        text: English, always a literal so that it can be extracted. ``{name}`` stands for a value; ``%n`` for the
            number ``n``, and a word written ``record(s)`` follows it.
        n: the number that decides the plural.
        values: what the placeholders stand for. They are put in as they are, never interpreted.
    """
    found = _translator(text, -1 if n is None else n)
    if n is not None:
        found = _PLURAL.sub(lambda m: m[1] if n == 1 else m[1] + m[2], found).replace("%n", f"{n:,}")
    return found.format_map(values) if values else found


def mark(text: str, /) -> str:
    """Return ``text`` as it is: a literal that is translated later, where it is shown."""
    return text
