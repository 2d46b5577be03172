"""The words that a file has chosen for its records, as they stand in it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from itemlink_gui.base.words import DEFAULT, PRESETS, Vocabulary, is_word, preset
from itemlink_gui.store.models import POLICIES, Setting

NAME = "vocabulary"
_POLICY = POLICIES[0][0]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a file calls its records.

    Args:
        preset: the words it began from; they follow the user's language.
        own: words of its own in their place; None for those of the preset.
        policy: what a new item does when it is full.
    """

    preset: str = DEFAULT
    own: Vocabulary | None = None
    policy: str = _POLICY

    @property
    def words(self) -> Vocabulary:
        """The words that texts use."""
        return self.own or preset(self.preset)


def chosen() -> Chosen:
    """Return what the file has chosen; the default for what another program left that cannot be used."""
    stored = Setting.select(Setting.value).where(Setting.name == NAME).scalar()
    try:
        found = json.loads(stored or "{}")
    except (ValueError, RecursionError):
        return Chosen()
    if not isinstance(found, dict) or str(found.get("preset")) not in PRESETS:
        return Chosen()
    policy = next((name for name, _ in POLICIES if name == found.get("policy")), _POLICY)
    return Chosen(found["preset"], _own(found.get("words")), policy)


def _own(found: object) -> Vocabulary | None:
    names = [field.name for field in fields(Vocabulary)]
    if not isinstance(found, dict) or not all(is_word(found.get(name)) for name in names):
        return None
    return Vocabulary(**{name: found[name] for name in names})


def pack(choice: Chosen) -> str:
    """Return a choice as it is stored."""
    words = asdict(choice.own) if choice.own else None
    return json.dumps({"preset": choice.preset, "words": words, "policy": choice.policy}, ensure_ascii=False)
