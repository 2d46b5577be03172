"""The words of a file: a preset with all that fits it, or words of its own; and a new file that has them at once."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from itemlink_gui.base.errors import Invalid
from itemlink_gui.base.i18n import mark, tr
from itemlink_gui.base.translator import translated
from itemlink_gui.base.words import DEFAULT, MOST_LETTERS, PRESETS, REFUSED, Vocabulary
from itemlink_gui.ops import fields, link_fields
from itemlink_gui.ops.fields import FieldSpec, FieldType
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import database, new_file, vocabulary
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Setting, current
from itemlink_gui.store.vocabulary import Chosen


@dataclass(frozen=True, slots=True)
class Brought:
    """What a preset brings beside its words.

    Args:
        policy: what a new item does when it is full.
        fields: of links: name, type, and what can be chosen, apart by ``|``.
    """

    policy: str
    fields: tuple[tuple[str, FieldType, str], ...]


BROUGHT: Mapping[str, Brought] = {
    "item": Brought("block", ()),
    "product": Brought(
        "overbook",
        ((mark("Order number"), "text", ""), (mark("Delivery"), "choice", mark("post|courier|collected"))),
    ),
    "plan": Brought(
        "overbook",
        ((mark("Billing"), "choice", mark("monthly|quarterly|yearly")), (mark("Discount in %"), "number", "")),
    ),
    "service": Brought("block", ((mark("Access"), "choice", mark("read|write|manage")), (mark("Ticket"), "text", ""))),
    "licence": Brought("block", ((mark("Key"), "text", ""), (mark("Device"), "text", ""))),
    "course": Brought(
        "waitlist",
        ((mark("Grade"), "choice", mark("very good|good|satisfactory|sufficient|failed")), (mark("Paid"), "yesno", "")),
    ),
}


def word_specs() -> tuple[FieldSpec, ...]:
    """Return the words of a vocabulary as forms need them, in the order of its fields."""
    labels = {
        "item": tr("Left side, one"),
        "items": tr("Left side, several"),
        "customer": tr("Right side, one"),
        "customers": tr("Right side, several"),
        "verb": tr("Verb for linking"),
        "verb_done": tr("… when it is done"),
        "preposition": tr("… followed by"),
        "unverb": tr("Verb for unlinking"),
        "unverb_done": tr("… when it is done"),
        "from_": tr("… followed by"),
    }
    return tuple(FieldSpec(name, label, limit=MOST_LETTERS, required=True) for name, label in labels.items())


def clean(words: Mapping[str, object]) -> Vocabulary:
    """Return words as they are stored.

    Args:
        words: by the names of `word_specs`.

    Raises:
        Invalid: for the first that is empty, too long, or has a sign that no word has; its field is the name.
    """
    cleaned = {}
    for spec in word_specs():
        cleaned[spec.name] = word = str(fields.cleaned(spec, words.get(spec.name, "")))
        for sign in REFUSED:
            if sign in word:
                raise Invalid(spec.name, tr("The sign {sign} cannot stand in a word.", sign=sign))
    return Vocabulary(**cleaned)


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file shall speak of its records.

    Args:
        preset: one of `words.PRESETS`.
        own: words in place of those of the preset, by the names of `word_specs`.
        with_fields: make the fields of links that fit the preset, as far as there are none of their names.
    """

    preset: str = DEFAULT
    own: Mapping[str, object] | None = None
    with_fields: bool = True


def choose(wish: Wish) -> Operation[None]:
    """Let a file speak otherwise of its records.

    Returns:
        an operation. It raises Invalid.
    """

    def write(journal: Journal) -> None:
        if wish.preset not in PRESETS:
            raise Invalid("preset", tr("This is none of the values to choose from."))
        words = clean(wish.own) if wish.own is not None else None
        choice = Chosen(wish.preset, words, BROUGHT[wish.preset].policy)
        if choice != vocabulary.chosen():
            _store(journal, vocabulary.pack(choice))
        if wish.with_fields:
            add_fields(journal, wish.preset)
        journal.say(items=choice.words.items, customers=choice.words.customers)

    return Operation("vocabulary", write)


def _store(journal: Journal, packed: str) -> None:
    standing = Setting.select(Setting.id).where(Setting.name == vocabulary.NAME).scalar()
    if standing is None:
        journal.add(Setting, name=vocabulary.NAME, value=packed)
    else:
        journal.update(Setting, standing, value=packed)


def add_fields(journal: Journal, preset: str) -> None:
    """Make the fields of links that fit a preset, as part of a step; those whose names are taken are left out."""
    for name, kind, choices in BROUGHT[preset].fields:
        with suppress(Invalid):
            link_fields.add(translated(name), kind, translated(choices).split("|") if choices else ()).write(journal)


def create_file(path: Path, wish: Wish) -> None:
    """Make an empty file that speaks of its records so; choosing the words is its first step.

    Args:
        path: where; its folder must exist, and nothing of that name.
        wish: how it shall speak.

    Raises:
        Invalid: if a word cannot be one; nothing is made then.
        CannotOpen: if there is a file of that name, or none can be made there.
    """
    step = choose(wish)

    def fill(part: Path) -> None:
        with database.opened(part), current.atomic():
            journal = Journal(step.kind, "window")
            step.write(journal)
            journal.finish()

    new_file.create(path, fill)
