"""What is read: listing, sorting, narrowing, searching and jumping, each until its rows are painted."""

from __future__ import annotations

import json
import random
import sqlite3
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.gui.panes.table_pane import TablePane
from itemlink_gui.store.queries import COLUMNS
from tests.scale import others
from tests.scale.data import Data, plain
from tests.scale.measure import ROUNDS, Goal, Row, timed
from tests.scale.shown import Painting, until, window

AT_ONCE = Goal("most", 50)
JUMP = Goal("most", 30)
COUNTED = Goal("most", 300)
PLACES = 15
# Each is looked for in turn, so that nothing is at hand only because it was looked for just before.
TERMS = (
    "a", "x", "an", "qx", "smith", "walter", "gmail.com", "example.com", "+1-461", "+1-555", "com", "wal",
    "mill lan", "+1-555-0163", "nobody has this",
)  # fmt: skip
# For the order of a column that stands in no key table: where it is, and what it is called there.
_ELSEWHERE = {"count": "{kind}_stat", "created_at": "{kind}", "updated_at": "{kind}"}
_PAGE = """SELECT c.id, u.full_name, u.username, u.email, c.phone, c.address, c.notes, s.count, c.created_at
    FROM json_each(?) j JOIN customer c ON c.id = j.value JOIN user u ON u.id = c.user_id
    JOIN customer_stat s ON s.id = c.id"""


class Desk:
    """A window over a file whose customers are listed, with a connection beside it for the limits."""

    def __init__(self, pane: TablePane, engine: Engine, beside: sqlite3.Connection) -> None:
        self.pane = pane
        self.beside = beside
        self._engine = engine
        self._painting = Painting(pane)

    def rest(self) -> None:
        """Wait until all that was asked is answered."""
        until(lambda: self.pane.table.complete)
        self._engine.read(lambda: None, long=True).result()
        until(lambda: True)

    def listed(self, **changes: Any) -> float:
        """List other records; return the milliseconds until they are painted."""
        assert replace(self.pane.table.listing, **changes) != self.pane.table.listing, "nothing to wait for"
        return self._painting.after(lambda: self.pane.table.show(**changes), listing=True)

    def whole(self) -> float:
        """Return the milliseconds until all that is listed is there."""
        return timed(lambda: until(lambda: self.pane.table.complete))

    def jump(self, where: float) -> float:
        """Drag the scroll bar to a place from 0 to 1; return the milliseconds until it is painted."""
        bar = self.pane.view.verticalScrollBar()
        return self._painting.after(lambda: bar.setValue(round(where * bar.maximum())), listing=False)

    def limit(self, sql: str, *parameters: object) -> float:
        """Return the milliseconds of a plain question."""
        return timed(lambda: self.beside.execute(sql, parameters).fetchall())


def rows(files: Data) -> Iterator[Row]:
    """Yield the rows of this part."""
    path = files.copy()
    with plain(path) as beside, window(path) as running:
        engine = running.window.bridge.engine
        # The backup of a file that was just opened is made first.
        engine.back_up().result()
        customers, items = (Desk(running.window.panes[kind], engine, beside) for kind in ("customer", "item"))
        theirs = others.reads(files, TERMS)
        yield from _sorted(customers, {"name": theirs["first"], "phone": theirs["sort"]})
        yield from _sorted(items, {})
        for desk in (customers, items):
            desk.listed(sort="name", descending=False)
            desk.rest()
        yield from _jumped(customers, files.size.customers, theirs["jump"])
        yield from _scoped(customers)
        yield from _searched(customers, theirs)
        yield from _asked(customers, items)


def _rounds(desk: Desk, act: Callable[[int], float], limit: Callable[[], float], rounds: int = ROUNDS) -> list[float]:
    """Return the medians of what a plain question and what the window needs, in turns."""
    theirs, own = [], []
    for number in range(rounds):
        theirs.append(limit())
        own.append(act(number))
        desk.rest()
    return [statistics.median(theirs), statistics.median(own)]


def _sorted(desk: Desk, theirs: others.Beside) -> Iterator[Row]:
    kind = desk.pane.kind
    for column in (*COLUMNS[kind][1:], "name"):
        table = _ELSEWHERE.get(column, "{kind}_key").format(kind=kind)
        order = f"{column}, id"
        sql = f"SELECT id FROM {table} ORDER BY {order} LIMIT 100"
        with suppress(sqlite3.OperationalError):
            desk.beside.execute(sql)
            limit, ours = _rounds(
                desk,
                lambda number, column=column: desk.listed(sort=column, descending=number % 2 == 0),  # type: ignore[misc]
                lambda sql=sql: desk.limit(sql),  # type: ignore[misc]
            )
            yield Row(f"sort {kind}s by {column}", AT_ONCE, ours, limit, beside=theirs.get(column, {}))
            continue
        _, ours = _rounds(
            desk,
            lambda number, column=column: desk.listed(sort=column, descending=number % 2 == 0),  # type: ignore[misc]
            lambda: 0.0,
        )
        yield Row(f"sort {kind}s by {column}", AT_ONCE, ours)


def _jumped(desk: Desk, customers: int, theirs: Mapping[str, float]) -> Iterator[Row]:
    seed = random.Random(1)

    def page() -> float:
        return desk.limit(_PAGE, json.dumps(seed.sample(range(1, customers + 1), 100)))

    limit, ours = _rounds(desk, lambda _: desk.jump(seed.random()), page, PLACES)
    yield Row("jump anywhere in all customers", JUMP, ours, limit, beside=theirs)
    found = []
    for _ in range(ROUNDS):
        # The rest of the list is asked for again; what is there already is shown meanwhile.
        desk.pane.table.reload()
        found += [desk.jump(seed.random()) for _ in range(2)]
        desk.rest()
    yield Row("jump while all is listed again", JUMP, statistics.median(found), limit)


def _scoped(desk: Desk) -> Iterator[Row]:
    many, few = _linked(desk.beside, 0.1), _linked(desk.beside, 0)
    first = "SELECT id FROM customer_key ORDER BY name, id LIMIT 100"
    for item, name in ((many[0], f"an item with {many[1]:,} customers"), (few[0], f"one with {few[1]:,}")):
        for scope, words in (("in", "in"), ("not", "not in")):
            found = []
            for _ in range(ROUNDS):
                found.append(desk.listed(scope=scope, others=(item,)))
                desk.rest()
                desk.listed(scope="all", others=())
                desk.rest()
            yield Row(f"customers {words} {name}", AT_ONCE, statistics.median(found), desk.limit(first))


def _linked(beside: sqlite3.Connection, part: float) -> tuple[int, int]:
    """Return an item to which about a part of all customers is linked, and how many they are."""
    sql = "SELECT id, count FROM item_stat ORDER BY abs(count - ? * (SELECT count(*) FROM customer_key)), id LIMIT 1"
    found: tuple[int, int] = beside.execute(sql, (part or 0.0001,)).fetchone()
    return found


def _searched(desk: Desk, theirs: others.Beside) -> Iterator[Row]:
    painted: dict[str, list[float]] = {term: [] for term in TERMS}
    counted: dict[str, list[float]] = {term: [] for term in TERMS}
    limits: dict[str, list[float]] = {term: [] for term in TERMS}
    for _ in range(ROUNDS):
        for term in TERMS:
            limits[term].append(_best(desk, term))
            painted[term].append(desk.listed(text=term))
            counted[term].append(desk.whole())
            desk.listed(text="")
            desk.rest()
    for term in TERMS:
        limit, ours = statistics.median(limits[term]), statistics.median(painted[term])
        yield Row(f'search "{term}"', AT_ONCE, ours, limit, beside=theirs[term])
    for term in TERMS:
        ours, limit = statistics.median(counted[term]), _best(desk, term, first=False)
        yield Row(f'search "{term}": exact number, later', COUNTED, ours, limit)


def _best(desk: Desk, term: str, *, first: bool = True) -> float:
    """Return how long the quickest of the plain ways takes for a text.

    Args:
        desk: has the connection.
        term: the text.
        first: to find a hundred, in any order; else to count all.
    """
    run, most = ("{}", " LIMIT 100") if first else ("SELECT count(*) FROM ({})", "")
    ways = [(f"SELECT id FROM customer_key WHERE instr(text, ?) > 0{most}", term)]
    if len(term) < 3:
        # Others are the beginnings of words, which are not found by looking into texts.
        ways = [(f"SELECT rowid FROM customer_word WHERE customer_word MATCH ?{most}", f'"{term}"*')]
    elif first or len(term) == 3:
        # Of a longer text it finds too many, which are no answer where they are counted.
        runs = " AND ".join(f'"{term[at : at + 3]}"' for at in range(len(term) - 2))
        ways.append((f"SELECT rowid FROM customer_part WHERE customer_part MATCH ?{most}", runs))
    return min(desk.limit(run.format(sql), parameter) for sql, parameter in ways)


def _asked(customers: Desk, items: Desk) -> Iterator[Row]:
    asked: Sequence[tuple[Desk, str]] = ((items, "customers>=5"), (customers, "items>=3"), (customers, "items>=25"))
    for desk, text in asked:
        kind: Kind = desk.pane.kind
        limit = desk.limit(f"SELECT id FROM {kind}_stat WHERE count >= ? LIMIT 100", int(text.rpartition("=")[2]))
        found = []
        for _ in range(ROUNDS):
            found.append(desk.listed(text=text))
            desk.rest()
            desk.listed(text="")
            desk.rest()
        yield Row(f"{text}, sorted by name", AT_ONCE, statistics.median(found), limit)
