"""A seeded walk over all operations: undo and redo lead through exactly the same states."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import CannotUndo, Invalid, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, history, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.models import Company
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
        return self.random.choices(there, k=self.random.randint(0, most)) if there else []

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
            lambda: links.replace_customers(self.one("item"), some_customers),
            lambda: links.replace_items(self.one("customer"), some_items),
            lambda: links.clear_customers(self.one("item")),
            lambda: links.clear_items(self.one("customer")),
            lambda: links.clear("item", some_items),
            lambda: history.revert(self.random.randint(1, 60)),
            self.company,
        ]
        return choose(made)()

    def company(self) -> Operation[None]:
        some = set(self.ids("customer", 3))

        def write(journal: Any) -> None:
            company = journal.add(Company, name="Works")
            journal.link("customer_company", some, [company])

        return Operation("company.create", write)

    def step(self) -> None:
        told = len(self.changes)
        try:
            run(self.engine, self.operation())
        except (NotFound, Invalid, CannotUndo):
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


@pytest.mark.parametrize("seed", range(6))
def test_every_state_comes_back(path: Path, seed: int) -> None:
    walk = Walk(path, seed)
    fill(walk.engine, 4, 5)
    walk.at, walk.shots = 1, [*walk.shots, snapshot(path)]
    for number in range(60):
        walk.random.choices([walk.step, walk.back, walk.again, walk.restart], [20, 3, 3, 1])[0]()
        if number % 4 == 0:
            assert_sound(walk.engine)
    assert len(walk.kinds) >= 8
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
