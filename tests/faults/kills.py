"""The program is killed: at any moment, at every statement; and what was done before can be undone after."""

from __future__ import annotations

import os
import random
import resource
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import derive
from itemlink_gui.store.models import current
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import OPERATIONS, Act, Forked, Line, begin, seen, start_of, undo_all
from tests.support import PATIENCE, faults, on_writer, snapshot

# Every operation is tried in so many trials, each with every so-many-th statement.
_SLICES = 12
# Whether the journal goes at the closing depends on who held a lock just then: so many statements may be missing.
_CLOSING = 4
# So many kills in a commit make a trial.
_LIMITS = 6


def _acts(seed: int) -> Iterator[Act]:
    """Yield things to do, the same for the same seed; what they do may depend on what is there."""
    chosen = random.Random(seed)
    number = 0
    while True:
        number += 1
        some = sorted(chosen.sample(range(1, 5), 2)), sorted(chosen.sample(range(1, 7), 3))
        operations: list[Operation[Any]] = [
            customers.create(username=f"made{number}", item_ids=[1, 2]),
            links.link(*some),
            links.unlink(*some),
            items.update(1, name=f"Name {number}", description="d" * (number * 37 % 5000)),
            links.replace("item", some[0][0], "customer", some[1]),
        ]
        which = chosen.randrange(len(operations) + 1)
        yield Engine.undo if which == len(operations) else partial(_run, operations[which])


def _run(operation: Operation[Any], engine: Engine) -> Future[Any]:
    return engine.run(operation)


def _work(seed: int, path: Path, line: Line) -> None:
    engine = Engine(path)
    for number, act in enumerate(_acts(seed), 1):
        # Where nothing can be undone nothing was done: also a promise.
        act(engine).exception(PATIENCE)
        line.say(number)


def _killed(seed: int, path: Path) -> int:
    """Let a process work, kill it, and return how much it had promised by then."""
    with Forked(partial(_work, seed, path)) as child:
        promised = [child.line.hear()]
        killer = threading.Timer(random.Random(seed).uniform(0, 0.15), child.kill)
        killer.start()
        promised += child.line.rest()
        killer.join()
    return int(promised[-1])


def _replay(seed: int, folder: Path, count: int) -> list[object]:
    """Return what is there after so many acts, and after one more."""
    path = begin(folder / "replay")
    engine = Engine(path, keeping=False)
    states: list[object] = []
    for number, act in enumerate(_acts(seed), 1):
        if number > count:
            states.append(seen(path))
        if number > count + 1:
            break
        act(engine).exception(PATIENCE)
    engine.close()
    return states


def _at_any_moment(seed: int, folder: Path) -> Outcome:
    (folder / "replay").mkdir()
    path = begin(folder)
    promised = _killed(seed, path)
    began = time.monotonic()
    engine = Engine(path)
    seconds = time.monotonic() - began
    found = seen(path)
    wrong = [*on_writer(engine, derive.drift), *faults(path)]
    engine.close()
    states = _replay(seed, folder, promised)
    lost = [] if found in states else [f"what stands there is not what stood after {promised} or one more"]
    return judged(lost, wrong, figure=seconds)


def _undone(seed: int, folder: Path) -> Outcome:
    path = begin(folder, "fresh")
    engine = Engine(path, keeping=False)
    engine.close()
    first = snapshot(path)
    with Forked(partial(_grow, seed, path)) as child:
        child.line.hear()
        killer = threading.Timer(random.Random(seed).uniform(0, 0.2), child.kill)
        killer.start()
        child.line.rest()
        killer.join()
    engine = Engine(path)
    undo_all(engine)
    wrong = [*on_writer(engine, derive.drift), *faults(path)]
    engine.close()
    return judged([] if snapshot(path) == first else ["undoing everything did not lead to the first state"], wrong)


def _grow(seed: int, path: Path, line: Line) -> None:
    engine = Engine(path)
    engine.run(items.create(name="first")).result(PATIENCE)
    line.say(0)
    for number in range(4):
        engine.run(items.create(name=f"Item {number}"))
        engine.run(customers.create(username=f"user{number}", item_ids=[1]))
    engine.run(customers.create(username="one")).result(PATIENCE)
    engine.run(customers.create(username="two")).result(PATIENCE)
    for number, act in enumerate(_acts(seed), 1):
        act(engine).exception(PATIENCE)
        line.say(number)


def _at_every_statement(seed: int, folder: Path) -> Outcome:
    name = list(OPERATIONS)[seed % len(OPERATIONS)]
    path = begin(folder, start_of(name))
    before, flaws = snapshot(path), faults(path)
    with Forked(partial(_until, path, name, 0)) as child:
        count = child.line.hear()
        child.end()
    after = seen(path)
    lost, half, trials = [], [], 0
    for statement in range(seed // len(OPERATIONS) % _SLICES + 1, count + 1, _SLICES):
        path = begin(folder, start_of(name))
        with Forked(partial(_until, path, name, statement)) as child:
            code = child.end()
        if code == 0 and statement > count - _CLOSING:
            continue
        trials += 1
        if code != -signal.SIGKILL:
            lost.append(f"{name} was not killed at statement {statement} of {count} but ended with {code}")
        elif snapshot(path) != before and seen(path) != after:
            half.append(f"{name}, killed at statement {statement} of {count}")
        half += [f"{name} at {statement}: {one}" for one in faults(path) if one not in flaws]
    return judged(lost, half, trials=trials)


def _until(path: Path, name: str, left: int, line: Line) -> None:
    """Do an operation and be killed at a statement of it; with none, tell how many there are."""
    engine = Engine(path, keeping=False)
    ran = 0

    def count(_statement: str) -> None:
        nonlocal ran
        ran += 1
        if ran == left:
            os.kill(os.getpid(), signal.SIGKILL)

    on_writer(engine, lambda: current.connection().set_trace_callback(count))
    ran = 0
    OPERATIONS[name](engine).result(PATIENCE)
    line.say(ran)
    engine.close()


def _in_a_commit(seed: int, folder: Path) -> Outcome:
    """Be killed by the write that goes beyond a place in the file: in the journal, or among the pages after it."""
    name = list(OPERATIONS)[seed % len(OPERATIONS)]
    path = begin(folder, start_of(name))
    size, before, flaws = path.stat().st_size, snapshot(path), faults(path)
    chosen = random.Random(seed)
    limits = [chosen.randrange(size * 5 // 4) for _ in range(_LIMITS)]
    torn = []
    for limit in limits:
        path = begin(folder, start_of(name))
        with Forked(partial(_up_to, path, name, limit)) as child:
            code = child.end()
        if code not in (0, -signal.SIGXFSZ):
            return Outcome(_LIMITS, crashed=1, note=f"{name}, written up to {limit}: ended with {code}")
        found = snapshot(path)
        if (found == before) != (code != 0):
            torn.append(f"{name}, written up to {limit} of {size}")
        torn += [f"{name}, written up to {limit}: {one}" for one in faults(path) if one not in flaws]
    return judged([], torn, trials=_LIMITS)


def _up_to(path: Path, name: str, limit: int, _line: Line) -> None:
    engine = Engine(path, keeping=False)
    # Python itself ignores it.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    OPERATIONS[name](engine).result(PATIENCE)
    os._exit(0)


FAULTS = (
    Fault("kill -9 at a random time", 5, 200, _at_any_moment, "start after it {:.2f} s"),
    Fault("kill at every statement", 3, len(OPERATIONS) * _SLICES, _at_every_statement, limit=300),
    Fault(f"kill in a commit ({_LIMITS} a trial)", 3, 10 * len(OPERATIONS), _in_a_commit),
    Fault("undo after a kill", 3, 200, _undone),
)
