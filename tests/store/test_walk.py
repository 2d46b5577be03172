"""A seeded walk over all operations: undo and redo lead through exactly the same states."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import CannotUndo, ItemLinkError
from itemlink_gui.engine import Engine
from itemlink_gui.ops import (
    categories,
    companies,
    customers,
    history,
    items,
    link_data,
    link_fields,
    links,
    moves,
    places,
    preferences,
)
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import link_values
from tests.support import (
    Snapshot,
    assert_sound,
    fill,
    redo,
    run,
    snapshot,
    undo,
)


class Walk:
    """A seeded walk over all operations, with a stack of what the file looked like after each step."""

    def __init__(self, path: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.path = path
        self.engine = self._open()
        self.shots: list[Snapshot] = [snapshot(path)]
        self.at = 0
        self.kinds: set[str] = set()

    def _open(self) -> Engine:
        engine = Engine(self.path)
        self.changes: list[Change] = []
        engine.listen(self.changes.append)
        return engine

    def restart(self) -> None:
        self.engine.close()
        self.engine = self._open()

    def ids(self, table: str, most: int) -> list[int]:
        there = [row[0] for row in self.shots[self.at][table]]
        # None at all only now and then.
        least = self.random.random() < 0.9
        return self.random.choices(there, k=self.random.randint(least, most)) if there else []

    def one(self, table: str) -> int:
        there = [row[0] for row in self.shots[self.at][table]]
        return self.random.choice(there) if there else 1

    def text(self) -> str:
        return self.random.choice(["Änne", "O'Brien", '"; DROP', "日本語", "x" * 30, "a\nb", "ſß İ", "100 %", "🙂"])

    def operation(self) -> Operation[Any]:
        choose, text = self.random.choice, self.text()
        word = text.replace("\n", " ")
        some_items, some_customers = self.ids("item", 6), self.ids("customer", 6)
        maybe = choose([None, some_items]), choose([None, some_customers])
        made: list[Callable[[], Operation[Any]]] = [
            lambda: items.create(name=word, description=text, customer_ids=maybe[1]),
            lambda: items.update(self.one("item"), name=word, customer_ids=maybe[1]),
            lambda: items.update(self.one("item"), description=text),
            lambda: items.duplicate(self.one("item")),
            lambda: items.delete(some_items[:2]),
            lambda: customers.create(username=f"u{self.random.random()}", notes=text, item_ids=maybe[0]),
            lambda: customers.create(username=choose("abc"), full_name=word),
            lambda: customers.update(self.one("customer"), username=choose("abcd"), phone="1", item_ids=maybe[0]),
            lambda: customers.update(self.one("customer"), full_name=choose(["", word]), address=text),
            lambda: customers.duplicate(self.one("customer")),
            lambda: customers.delete(some_customers[:2]),
            lambda: links.link(some_items, some_customers, onto=choose(["item", "customer"])),
            lambda: links.link(some_items, some_customers),
            lambda: links.unlink(some_items, some_customers),
            lambda: links.replace("item", self.one("item"), "customer", some_customers),
            lambda: links.replace_items(self.one("customer"), some_items),
            lambda: links.clear("item", [self.one("item")]),
            lambda: links.clear_items(self.one("customer")),
            lambda: links.clear("item", some_items),
            lambda: history.revert(self.random.randint(1, 60)),
            lambda: history.revert(self.random.randint(1, 60)),
        ]
        if self.random.random() < 0.5:
            made = [*self.beside(some_items, some_customers), *self.of_links(some_items, some_customers)]
        return choose(made)()

    def beside(self, some_items: list[int], some_customers: list[int]) -> list[Callable[[], Operation[Any]]]:
        """Return operations on companies, categories, waiting lists and preferences."""
        choose, word = self.random.choice, self.text().replace("\n", " ")
        kind, fate = choose(["wants", "favourite", "declined"]), choose(["none", "move", "delete"])
        return [
            lambda: companies.create(name=word, customer_ids=some_customers),
            lambda: companies.update(self.one("company"), name=word, customer_ids=choose([None, some_customers])),
            lambda: links.link_to("company", self.ids("company", 3), some_customers, onto="company"),
            lambda: links.unlink_from("company", self.ids("company", 3), some_customers, onto="company"),
            lambda: companies.delete(self.ids("company", 2)),
            lambda: customers.update(self.one("customer"), company_ids=self.ids("company", 3)),
            lambda: categories.create(f"{word} {self.random.random()}", colour="#aabbcc", item_ids=some_items),
            lambda: categories.rename(self.one("category"), f"{word} {self.random.random()}"),
            lambda: categories.put(some_items, choose([None, self.one("category")])),
            lambda: categories.delete(self.one("category"), fate, to=self.one("category")),
            lambda: items.update(
                self.one("item"), capacity=choose(["", "1", "3"]), capacity_policy=choose(["block", "waitlist"])
            ),
            lambda: places.wait(some_items, some_customers, quantity=self.random.randint(1, 3)),
            lambda: places.stop_waiting(some_items, some_customers),
            lambda: places.promote([self.one("waiting")], beyond=choose(["first", "overbook"])),
            lambda: preferences.prefer(some_items, some_customers, kind, note=choose([None, word])),
            lambda: preferences.clear(some_items, some_customers),
            lambda: preferences.link_wanting(self.one("item"), beyond="overbook"),
        ]

    def of_links(self, some_items: list[int], some_customers: list[int]) -> list[Callable[[], Operation[Any]]]:
        """Return operations on the data of links, and on the fields that the user has made."""
        choose, text, day = self.random.choice, self.text(), f"2026-0{self.random.randint(1, 9)}-11"
        own = {link_values.key_of(self.one("link_field")): choose(["", "7", "x"])} if self.own else {}
        details = {"quantity": choose(["1", "2", "5"]), "note": text, "starts_on": choose(["", "2025-01-01"])}
        return [
            lambda: links.link(some_items, some_customers, details=details | own, beyond="overbook"),
            lambda: links.link(some_items, some_customers, details={"ends_on": day}, beyond="first"),
            lambda: link_data.set_details(some_items, some_customers, beyond="overbook", **details, **own),
            lambda: link_data.set_details(some_items, some_customers, ends_on=choose(["", day])),
            lambda: link_data.end_over("2026-05-01"),
            lambda: link_fields.add(f"field {self.random.random()}", choose(["text", "number"])),
            lambda: link_fields.rename(self.one("link_field"), f"field {self.random.random()}"),
            lambda: link_fields.reorder([row[0] for row in reversed(self.shots[self.at]["link_field"])]),
            lambda: link_fields.delete(self.one("link_field")),
            lambda: moves.move("customer", some_customers, "item", self.one("item"), self.one("item")),
            lambda: moves.move("item", some_items, "customer", self.one("customer"), self.one("customer")),
        ]

    @property
    def own(self) -> bool:
        return bool(self.shots[self.at]["link_field"])

    def step(self, operation: Operation[Any] | None = None) -> None:
        told = len(self.changes)
        try:
            run(self.engine, operation or self.operation())
        except ItemLinkError:
            assert len(self.changes) == told
        if len(self.changes) == told:
            assert snapshot(self.path) == self.shots[self.at]
            return
        self.kinds.add(self.changes[-1].label.kind)
        self.at += 1
        self.shots[self.at :] = [snapshot(self.path)]

    def back(self) -> None:
        if self.at:
            assert undo(self.engine).how == "undone"
            self.at -= 1
        else:
            with pytest.raises(CannotUndo):
                undo(self.engine)
        assert snapshot(self.path) == self.shots[self.at]

    def again(self) -> None:
        if self.at + 1 < len(self.shots):
            assert redo(self.engine).how == "redone"
            self.at += 1
        else:
            with pytest.raises(CannotUndo):
                redo(self.engine)
        assert snapshot(self.path) == self.shots[self.at]


FIRST: list[Operation[Any]] = [
    companies.create(name="Works", customer_ids=[1, 2]),
    categories.create("First", item_ids=[1, 2]),
    link_fields.add("Seat", "text"),
    links.link([1, 2], [1, 2, 3], details={"quantity": "2", "ends_on": "2026-03-03", link_values.key_of(1): "A"}),
    places.wait([3], [4, 5]),
    preferences.prefer([1, 3], [2, 4], "wants", note="n"),
]


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(6, 60))])
def test_every_state_comes_back(path: Path, seed: int) -> None:
    walk = Walk(path, seed)
    fill(walk.engine, 4, 5)
    walk.at, walk.shots = 1, [*walk.shots, snapshot(path)]
    for operation in FIRST:
        walk.step(operation)
    for number in range(60):
        walk.random.choices([walk.step, walk.back, walk.again, walk.restart], [20, 3, 3, 1])[0]()
        if number % 4 == 0:
            assert_sound(walk.engine)
    assert len(walk.kinds) >= 16
    for move, restart in ((walk.back, True), (walk.again, False)):
        for number in range(len(walk.shots) + 1):
            move()
            if restart and number == 7:
                walk.restart()
            if number % 4 == 0:
                assert_sound(walk.engine)
        assert_sound(walk.engine)
    assert walk.at == len(walk.shots) - 1
    assert all(change.how != "outside" for change in walk.changes)
    walk.engine.close()
