"""The words of the open file: what its records are called, and the verbs for linking and unlinking them."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass

from itemlink_gui.base.translator import is_plain, mark, translated


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The nouns and verbs of a file: "Enrol 12 students in Maths 101", "Withdraw Ann Lee from 2 courses".

    Args:
        item: one item, as it stands within a sentence, such as "course"; a heading begins with a capital.
        items: several of them.
        customer: one customer.
        customers: several of them.
        verb: for linking customers to items, as on a button: "Enrol".
        verb_done: the same, when it is done: "Enrolled".
        preposition: between the customers and the item: "in".
        unverb: for unlinking: "Withdraw".
        unverb_done: the same, when it is done: "Withdrew".
        from_: between the customers and the item: "from".
    """

    item: str
    items: str
    customer: str
    customers: str
    verb: str
    verb_done: str
    preposition: str
    unverb: str
    unverb_done: str
    from_: str


DEFAULT = "item"

# One text each, so that whoever translates sees which words belong together; in the order of the fields.
PRESETS: Mapping[str, str] = {
    "item": mark("item|items|customer|customers|Assign|Assigned|to|Remove|Removed|from"),
    "product": mark("product|products|customer|customers|Add|Added|to|Remove|Removed|from"),
    "plan": mark("plan|plans|subscriber|subscribers|Subscribe|Subscribed|to|Unsubscribe|Unsubscribed|from"),
    "service": mark("service|services|member|members|Grant|Granted|access to|Remove|Removed|from"),
    "licence": mark("licence|licences|holder|holders|Issue|Issued|with|Remove|Removed|from"),
    "course": mark("course|courses|student|students|Enrol|Enrolled|in|Withdraw|Withdrew|from"),
}

MOST_LETTERS = 40
REFUSED = "|&"
"""Signs that no word has: one parts words, the other would become a letter to press in a menu."""

_used: Vocabulary | None = None


def is_word(found: object) -> bool:
    """Whether something that stands in a file can be a word of a vocabulary."""
    if not isinstance(found, str) or not 1 <= len(found) <= MOST_LETTERS or found != found.strip():
        return False
    return not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in REFUSED for sign in found)


def preset(key: str) -> Vocabulary:
    """Return the words of a preset in the user's language.

    Args:
        key: one of ``PRESETS``.

    Raises:
        KeyError: if there is no such preset.
    """
    words = translated(PRESETS[key]).split("|")
    if len(words) != len(PRESETS[key].split("|")):
        words = PRESETS[key].split("|")
    return Vocabulary(*words)


def current() -> Vocabulary:
    """Return the words that texts use now; those of the default preset as long as none were chosen."""
    return preset(DEFAULT) if is_plain() or _used is None else _used


def use(vocabulary: Vocabulary | None) -> None:
    """Let texts use other words from now on; widgets that are there keep theirs.

    Args:
        vocabulary: of the file that was opened; None goes back to the default.
    """
    global _used
    _used = vocabulary


@contextmanager
def speaking(vocabulary: Vocabulary) -> Iterator[None]:
    """Let texts use other words for the length of a ``with`` block, as for an example of them."""
    global _used
    before, _used = _used, vocabulary
    try:
        yield
    finally:
        _used = before


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


@functools.lru_cache(maxsize=8)
def tokens(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return what stands for each ``[token]`` in a text; a capital token begins with a capital."""
    item, items, customer, customers, verb, done, prep, unverb, undone, from_ = astuple(vocabulary)
    nouns = {"item": item, "items": items, "customer": customer, "customers": customers}
    verbs = {"verb": verb, "done": done, "unverb": unverb, "undone": undone}
    return {
        **nouns,
        **{_capital(token): _capital(word) for token, word in (nouns | verbs).items()},
        **{token: _small(word) for token, word in verbs.items()},
        "prep": prep,
        "from": from_,
    }
