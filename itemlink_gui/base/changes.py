"""What an operation moved: the one piece of news that every view follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Kind = Literal["item", "customer", "company"]
KINDS: tuple[Kind, ...] = ("item", "customer", "company")
PLURAL: dict[Kind, str] = {"item": "items", "customer": "customers", "company": "companies"}
"""As the plural stands in what only the program reads: labels of steps, settings, names of widgets."""

How = Literal["done", "undone", "redone", "outside"]


@dataclass(frozen=True, slots=True)
class LinkResult:
    """How many links an operation added, found already there, and removed.

    Args:
        added: links.
        already: links that stood before.
        removed: links.
        waiting: customers without a place who were put on the waiting list.
        waited: customers without a place who were there already.
        left: customers without a place who were left out.
    """

    added: int = 0
    already: int = 0
    removed: int = 0
    waiting: int = 0
    waited: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """What a step did, in a form that is rendered in the current language when shown.

    Args:
        kind: the operation, such as ``"link"`` or ``"item.create"``.
        values: names (plain text, as they were) and counts that the sentence needs.
    """

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """News after a commit.

    Args:
        label: what was done.
        how: done, taken back, done again, or found to have been done by another program.
        step: the id of the step; None for a change by another program.
        ids: by kind the ids whose own fields or counts moved; None stands for "any of them".
        listed: the kinds of which rows came, went or may sort elsewhere.
        linked: links came, went, or have other data.
        tables: the tables that were written to, and as ``"table.column"`` what was changed in rows that stood before;
            None stands for "any of them".
        who: did it, as it stands with the step: the window or the service; empty for another program.
        steps: how many steps it is the news of; `label`, `how` and `step` are those of the last.
    """

    label: Label
    how: How
    step: int | None
    ids: Mapping[Kind, frozenset[int] | None]
    listed: frozenset[str]
    linked: bool
    tables: frozenset[str] | None = None
    who: str = ""
    steps: int = 1

    def wrote(self, *tables: str) -> bool:
        """Return whether one of these tables, or columns as ``"table.column"``, may have been written to."""
        return self.tables is None or not self.tables.isdisjoint(tables)


def anything(label: Label, how: How, step: int | None) -> Change:
    """Return the news that anything may have moved; the arguments are those of `Change`."""
    everything: dict[Kind, frozenset[int] | None] = dict.fromkeys(KINDS)
    return Change(label, how, step, everything, frozenset(everything), linked=True)


def merged(first: Change, second: Change) -> Change:
    """Return the news of two changes, one after the other, as one."""
    ids: dict[Kind, frozenset[int] | None] = {}
    for kind in {**first.ids, **second.ids}:
        one, other = first.ids.get(kind, frozenset()), second.ids.get(kind, frozenset())
        ids[kind] = None if one is None or other is None else one | other
    return replace(
        second,
        ids=ids,
        listed=first.listed | second.listed,
        linked=first.linked or second.linked,
        tables=None if first.tables is None or second.tables is None else first.tables | second.tables,
        steps=first.steps + second.steps,
    )
