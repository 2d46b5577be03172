"""The language of the window: what ``tr`` asks for each text, and the mark of texts that are translated later."""

from __future__ import annotations

from collections.abc import Callable

Translate = Callable[[str, int | None], str]
"""Takes a text and its number, and returns it in the user's language; empty if it has none."""


def _english(_text: str, _n: int | None) -> str:
    return ""


_translate: Translate = _english
_separator = ","


def install(translate: Translate | None, separator: str = ",") -> None:
    """Let texts be looked up in a language from now on; widgets that are there keep theirs.

    Args:
        translate: called from any thread; None goes back to English.
        separator: what stands between thousands.
    """
    global _translate, _separator
    _translate, _separator = translate or _english, separator


def grouped(n: int) -> str:
    """Return a number as people of the user's country write it, such as 12,000."""
    return f"{n:,}".replace(",", _separator)


def translated(text: str, n: int | None = None) -> str:
    """Return a text in the user's language, its words and values not filled yet; as it is if it has no translation."""
    return _translate(text, n) or text


def mark(text: str, /) -> str:
    """Return ``text`` as it is: a literal that is translated later, where it is shown."""
    return text
