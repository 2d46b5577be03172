"""The language of the window: what ``tr`` asks for each text, and the mark of texts that are translated later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Translate = Callable[[str, int | None], str]
"""Takes a text and its number, and returns it in the user's language; empty if it has none."""
Write = Callable[[str], str]
"""Takes a day as ``2026-01-31`` and returns it as people of the user's country write it."""


def _english(_text: str, _n: int | None) -> str:
    return ""


_translate: Translate = _english
_separator = ","
_write_day: Write = str
_plain: ContextVar[bool] = ContextVar("plain", default=False)


def install(translate: Translate | None, separator: str = ",", write_day: Write = str) -> None:
    """Let texts be looked up in a language from now on; widgets that are there keep theirs.

    Args:
        translate: called from any thread; None goes back to English.
        separator: what stands between thousands.
        write_day: called from any thread.
    """
    global _translate, _separator, _write_day
    _translate, _separator, _write_day = translate or _english, separator, write_day


@contextmanager
def plainly() -> Iterator[None]:
    """Let texts be English, in the words of no file, for the length of a ``with`` block: what programs read stays.

    It holds in this thread or task, and in the engine for what it is given meanwhile.
    """
    token = _plain.set(True)
    try:
        yield
    finally:
        _plain.reset(token)


def is_plain() -> bool:
    """Whether texts are for programs at the moment."""
    return _plain.get()


def grouped(n: int) -> str:
    """Return a number as people of the user's country write it, such as 12,000."""
    return f"{n:,}".replace(",", "," if is_plain() else _separator)


def day(iso: str) -> str:
    """Return a day as people of the user's country write it.

    Args:
        iso: as it is stored, ``2026-01-31``; anything else is returned as it is.
    """
    return iso if is_plain() else _write_day(iso)


def translated(text: str, n: int | None = None) -> str:
    """Return a text in the user's language, its words and values not filled yet; as it is if it has no translation."""
    return text if is_plain() else _translate(text, n) or text


def mark(text: str, /) -> str:
    """Return ``text`` as it is: a literal that is translated later, where it is shown."""
    return text
