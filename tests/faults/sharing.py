"""Other processes on the same file: they write, write at the same time, or keep it to themselves."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from itemlink_gui.base.errors import Conflict
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import derive, listings, queries
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import Forked, Line, begin
from tests.support import PATIENCE, News, ask, faults, on_writer, pairs, run, snapshot, standing

_ROUNDS = 4


def _another_writes(seed: int, folder: Path) -> Outcome:
    """Another window for even seeds, another program for odd ones."""
    path = begin(folder)
    with Forked(partial(_intrude, path, seed)) as child:
        child.line.hear()
        engine = Engine(path)
        news = News(engine)
        # At any moment between two looks.
        threading.Event().wait(random.Random(seed).uniform(0, 0.5))
        child.line.say("now")
        written = child.line.hear()
        news.wait(lambda change: change.how == "outside")
        seconds = time.monotonic() - written
    names = ask(engine, lambda: queries.names("item", [5]))
    found = ask(engine, lambda: list(listings.every(listings.Listing("item", text="intruder"))))
    lost = [] if names == {5: "Intruder"} and found == [5] else [f"it is not there: {names}, {found}"]
    run(engine, links.link([5], [1]))
    half = [*on_writer(engine, derive.drift), *faults(path)]
    engine.close()
    return judged(lost, half, figure=seconds)


def _intrude(path: Path, seed: int, line: Line) -> None:
    if seed % 2:
        line.say("ready")
        line.hear()
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("INSERT INTO item (name, created_at, updated_at) VALUES ('Intruder', '2026', '2026')")
            line.say(time.monotonic())
        return
    engine = Engine(path, keeping=False)
    line.say("ready")
    line.hear()
    run(engine, items.create(name="Intruder"))
    line.say(time.monotonic())
    engine.close()


def _two_write(seed: int, folder: Path) -> Outcome:
    path = begin(folder)
    with Forked(partial(_one_of_two, path, seed, 0)) as first, Forked(partial(_one_of_two, path, seed, 1)) as second:
        for child in (first, second):
            child.line.hear()
        for child in (first, second):
            child.line.say("go")
        counted = [child.line.hear() for child in (first, second)]
        codes = first.end(), second.end()
    shot = snapshot(path)
    lost = [] if codes == (0, 0) else [f"they ended with {codes}"]
    letters = next(row[2] for row in shot["item"] if row[0] == 1)
    if sorted(letters) != ["a"] * _ROUNDS + ["b"] * _ROUNDS:
        lost.append(f"edits were lost: {letters}, conflicts {counted}")
    made = {row[1] for row in shot["item"] if row[1][:1] in "ab" and row[1][1:].isdigit()}
    if made != {f"{who}{number}" for who in "ab" for number in range(_ROUNDS)}:
        lost.append(f"items were lost: {made}")
    if not pairs([3], range(1, 7)) <= {(item, customer) for item, customer, *_ in shot["item_customer"]}:
        lost.append("links were lost")
    engine = Engine(path, keeping=False)
    half = [*on_writer(engine, derive.drift), *faults(path)]
    engine.close()
    return judged(lost, half, figure=sum(counted))


def _one_of_two(path: Path, seed: int, which: int, line: Line) -> None:
    """Add letters to a text that the other one writes too, make items, and link; tell how many conflicts there were."""
    chosen, letter = random.Random(2 * seed + which), "ab"[which]
    engine = Engine(path, keeping=False)
    line.say("ready")
    line.hear()
    acts = ["edit"] * _ROUNDS + ["make"] * _ROUNDS + ["link"] * 3
    chosen.shuffle(acts)
    conflicts, made, linked = 0, 0, 0
    for act in acts:
        if act == "make":
            run(engine, items.create(name=f"{letter}{made}"))
            made += 1
        elif act == "link":
            run(engine, links.link([3], [1 + linked * 2 + which]))
            linked += 1
        else:
            conflicts += _edit(engine, letter)
    engine.close()
    line.say(conflicts)


def _edit(engine: Engine, letter: str) -> int:
    for tries in range(1000):
        detail = ask(engine, lambda: queries.detail("item", 1))
        assert detail is not None
        text = detail.fields["description"]
        try:
            run(engine, items.update(1, description=text + letter, expected={"description": text}))
        except Conflict:
            continue
        return tries
    raise AssertionError("always a conflict")


def hold(path: Path, how: str, seconds: float, line: Line) -> None:
    """Keep a file to oneself for a while, as another program may."""
    line.hear()
    with closing(sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)) as connection:
        connection.execute(f"BEGIN {how}")
        connection.execute("UPDATE item SET description = 'held' WHERE id = 1")
        line.say("held")
        threading.Event().wait(seconds)
        connection.execute("COMMIT")
    line.say("released")


def _held(seed: int, folder: Path) -> Outcome:
    path = begin(folder)
    with Forked(partial(hold, path, "IMMEDIATE", 3)) as child:
        engine = Engine(path)
        child.line.say("now")
        child.line.hear()
        waiting = engine.run(links.link([4], [1, 2])), engine.run(customers.create(username="while held"))
        began, slowest = time.monotonic(), 0.0
        asked = 0
        while time.monotonic() - began < 2:
            before = time.monotonic()
            ask(engine, lambda: queries.names("item", [1]))
            slowest = max(slowest, time.monotonic() - before)
            asked += 1
        early = any(future.done() for future in waiting)
        child.line.hear()
        made = [future.result(PATIENCE) for future in waiting]
    lost = ["a write was done while another program held the file"] if early else []
    if not pairs([4], [1, 2]) <= standing(engine) or made[1] != 7:
        lost.append("what waited was not done")
    if snapshot(path)["item"][0][2] != "held":
        lost.append("the work of the other program was lost")
    half = [*on_writer(engine, derive.drift), *faults(path)]
    engine.close()
    return judged(lost, half, figure=slowest)


FAULTS = (
    Fault("another process writes", 2, 100, _another_writes, "told after {:.2f} s at most"),
    Fault("two processes interleave", 10, 1000, _two_write, "at most {:.0f} conflicts in a trial"),
    Fault("another process holds the lock", 1, 20, _held, "a read waits {:.3f} s at most"),
)
