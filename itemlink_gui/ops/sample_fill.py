"""What sample data show beside records and links: categories, places, data of links, who waits, who wants what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from itemlink_gui.base.translator import translated
from itemlink_gui.ops import categories, link_fields, sample_kits, vocabulary
from itemlink_gui.store import link_rows, link_values
from itemlink_gui.store.delta import LinkData
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.link_rows import OwnField
from itemlink_gui.store.models import Category, Company, Item, Preference, Waiting

Draw = Callable[[], float]

_COLUMNS = ("quantity", "starts_on", "ends_on", "note", "extra")
_NEW = (1, None, None, "", "{}")
# Kinds of items of which more than one is had at times.
_SEVERAL = ("product", "licence", "service")


@dataclass(slots=True)
class Filling:
    """Sample data under way.

    Args:
        journal: of the step.
        preset: what the file calls its records.
        policy: what a full item does if nothing else is said.
        draw: numbers from 0 up to 1.
        today: the day from which the days of links are counted.
    """

    journal: Journal
    preset: str
    policy: str
    draw: Draw
    today: date
    full: int = 0
    """The number of the item that others wait for."""

    def _pick(self, choices: Sequence[Any]) -> Any:
        return choices[int(self.draw() * len(choices))]

    def items(self, common: Sequence[sample_kits.Item], data: Mapping[int, Mapping[int, tuple[Any, ...]]]) -> list[int]:
        """Add items with their categories and places.

        Args:
            common: names and descriptions, where the preset has none of its own.
            data: by the number of the item the data of the links that it will have.

        Returns:
            their ids.
        """
        kit = sample_kits.kit(self.preset)
        made = [
            self.journal.add(Category, name=name, colour=categories.COLOURS[place * 3 % len(categories.COLOURS)])
            for place, name in enumerate(kit.categories)
        ]
        if kit.items:
            rows = [(item, made[place]) for place, items in enumerate(kit.items) for item in items]
            # So that each category has popular ones.
            rows = [row for start in range(6) for row in rows[start::6]]
        else:
            rows = [(item, made[place]) for item, place in zip(common, kit.places, strict=True)]
        taken = {item: sum(row[0] for row in links.values()) for item, links in data.items()}
        places = self._places([taken.get(item, 0) for item in range(len(rows))])
        return [
            self.journal.add(Item, name=name, description=text, category=category, **places[item])
            for item, ((name, text), category) in enumerate(rows)
        ]

    def _places(self, taken: Sequence[int]) -> list[dict[str, Any]]:
        """Return the places of items: of the popular ones one is full, one overbooked and one low."""
        ranked = sorted(range(len(taken)), key=lambda item: -taken[item])
        found: list[dict[str, Any]] = [{"capacity_policy": self.policy} for _ in taken]
        for rank, item in enumerate(ranked):
            match rank:
                case 1:
                    self.full = item
                    found[item] = {"capacity": taken[item], "capacity_policy": "waitlist"}
                case 2:
                    found[item] = {"capacity": taken[item] - 3, "capacity_policy": "overbook"}
                case 3:
                    found[item] |= {"capacity": taken[item] + 2, "low_stock": 5}
                case _ if item % 4:
                    found[item]["capacity"] = (taken[item] * 3 // 2 // 5 + 2) * 5
            if item % 8 == 5:
                found[item]["available_from"] = self._day(-200)
                found[item]["available_until"] = self._day(60)
        return found

    def link_data(self, partners: Mapping[int, Sequence[int]]) -> dict[int, dict[int, tuple[Any, ...]]]:
        """Return by item and customer, both by number, the data that their link will have.

        Args:
            partners: by item the customers that will have it.
        """
        vocabulary.add_fields(self.journal, self.preset)
        if not vocabulary.BROUGHT[self.preset].fields:
            link_fields.add(translated(sample_kits.FIELD), "text").write(self.journal)
        own, notes = link_rows.own_fields(), sample_kits.words(sample_kits.NOTES)
        return {
            item: {customer: self._data(own, notes) for customer in customers} for item, customers in partners.items()
        }

    def _data(self, own: Sequence[OwnField], notes: Sequence[str]) -> tuple[Any, ...]:
        draw = self.draw
        several = draw() < (0.25 if self.preset in _SEVERAL else 0.04)
        quantity = 2 + int(draw() * 3) if several else 1
        begun, when = -30 - int(draw() * 400), draw()
        days = None
        if when < 0.03:
            days = -1 - int(draw() * 25)
        elif when < 0.07:
            days = 1 + int(draw() * 12)
        elif when < 0.2:
            days = 30 + int(draw() * 300)
        values = {str(field.id): self._value(field) for field in own if draw() < 0.4}
        return (
            quantity,
            self._day(begun) if draw() < 0.5 or days is not None else None,
            None if days is None else self._day(days),
            self._pick(notes) if draw() < 0.08 else "",
            link_values.pack(values),
        )

    def _value(self, field: OwnField) -> str | int:
        match field.type:
            case "choice":
                return str(self._pick(field.choices))
            case "number":
                return 5 + 5 * int(self.draw() * 4)
            case "yesno":
                return 1
        return f"{field.name[0].upper()}-{1000 + int(self.draw() * 9000)}"

    def set_data(self, items: Sequence[int], customers: Sequence[int], data: Mapping[int, Any]) -> None:
        """Give new links their data; ids of both sides by their numbers."""
        rows = (
            (items[item], customers[customer], _NEW, values)
            for item, links in data.items()
            for customer, values in links.items()
            if values != _NEW
        )
        self.journal.change_data(LinkData(_COLUMNS, tuple(sorted(rows))))

    def companies(self, customers: Sequence[int]) -> None:
        """Add companies, to which every third customer or so belongs."""
        made = [self.journal.add(Company, name=name) for name in sample_kits.words(sample_kits.COMPANIES)]
        pairs = set()
        for customer in customers:
            if self.draw() < 0.35:
                pairs |= {(customer, self._pick(made)) for _ in range(1 if self.draw() < 0.85 else 2)}
        self.journal.link_pairs("customer_company", sorted(pairs))

    def wishes(self, items: Sequence[int], customers: Sequence[int], partners: Mapping[int, Sequence[int]]) -> None:
        """Let some wait for what is full, and say what others want, like best or declined."""
        reasons = sample_kits.words(sample_kits.REASONS)
        waiting = [c for c in range(len(customers)) if c not in partners[self.full]][3:30:6]
        rows = [
            {"item_id": items[self.full], "customer_id": customers[customer], "quantity": 1} for customer in waiting
        ]
        self.journal.add_rows(Waiting, rows)
        preferences = []
        for item, customer in self._pairs(len(items), len(customers)):
            linked = customer in partners.get(item, ())
            kind = "favourite" if linked else "declined" if self.draw() < 0.35 else "wants"
            note = self._pick(reasons) if kind == "declined" else ""
            row = {"item_id": items[item], "customer_id": customers[customer], "kind": kind, "note": note}
            preferences.append(row)
        self.journal.add_rows(Preference, preferences)

    def _pairs(self, items: int, customers: int) -> Iterator[tuple[int, int]]:
        found = dict.fromkeys((int(self.draw() * items), int(self.draw() * customers)) for _ in range(60))
        yield from found

    def _day(self, later: int) -> str:
        return (self.today + timedelta(days=later)).isoformat()
