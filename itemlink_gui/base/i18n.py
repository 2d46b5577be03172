"""The one door for texts that people read: ``tr``."""

from __future__ import annotations

import re

_PLURAL = re.compile(r"\b(\w+)\((\w+)\)")


def tr(text: str, /, n: int | None = None, **values: object) -> str:
    """Return ``text`` with its number and placeholders filled.

    Args:
        text: English, always a literal so that it can be extracted. ``{name}`` stands for a value; ``%n`` for the
            number ``n``, and a word written ``record(s)`` follows it.
        n: the number that decides the plural.
        values: what the placeholders stand for. They are put in as they are, never interpreted.
    """
    found = text
    if n is not None:
        found = _PLURAL.sub(lambda m: m[1] if n == 1 else m[1] + m[2], found).replace("%n", f"{n:,}")
    return found.format_map(values) if values else found


def mark(text: str, /) -> str:
    """Return ``text`` as it is: a literal that is translated later, where it is shown."""
    return text
