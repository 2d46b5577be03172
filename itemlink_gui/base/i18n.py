"""The one door for texts that people read, ``tr``, and for the numbers and days in them."""

from __future__ import annotations

import re

from itemlink_gui.base import words
from itemlink_gui.base.translator import day, grouped, install, mark, plainly, translated

__all__ = ["day", "grouped", "install", "mark", "plainly", "tr"]

_PART = re.compile(r"%n|\{(\w+)\}|\[([^][|]+)(?:\|([^][|]+))?\]|\b(\w+)\((\w+)\)")


def tr(text: str, /, n: int | None = None, **values: object) -> str:
    """Return ``text`` in the user's language and the file's words, with its number and placeholders filled.

    ==================== ========================================================================================
    in the text          becomes
    ==================== ========================================================================================
    ``{name}``           the value ``name``
    ``%n``               the number ``n``, grouped
    ``record(s)``        record, or records: follows the number
    ``[is|are]``         is, or are: follows the number
    ``[item] [items]``   the file's noun within a sentence, such as course; the same for ``[customer] [customers]``
    ``[Item] [Items]``   the same at the beginning of a sentence and in headings, such as Course
    ``[item|items]``     the noun that follows the number: ``tr("%n [item|items]", n=n)``
    ``[Verb] [Done]``    what links customers to items, and when it is done: Enrol, Enrolled; ``[verb] [done]`` small
    ``[prep]``           between the customers and the item: ``tr("[Done] %n [customer|customers] [prep] {item}", …)``
    ``[Unverb]`` …       the same for unlinking, with ``[Undone]``, ``[unverb]``, ``[undone]`` and ``[from]``
    ==================== ========================================================================================

    No article stands before a noun: nobody knows which one it takes. A verb's sentence names the customers first.

    Args:
        text: English, always a literal so that it can be extracted.
        n: the number that decides the plural.
        values: what the placeholders stand for. They are put in as they are, never interpreted.
    """
    tokens = words.tokens(words.current())

    def fill(part: re.Match[str]) -> str:
        value, word, words_, stem, ending = part.groups()
        if value is not None:
            return str(values[value]) if values else part[0]
        if word is not None and words_ is None:
            return tokens.get(word, part[0])
        if n is None:
            return part[0]
        if word is not None:
            chosen = word if n == 1 else words_
            return tokens.get(chosen, chosen)
        if stem is not None:
            return stem if n == 1 else stem + ending
        return grouped(n)

    return _PART.sub(fill, translated(text, n))
