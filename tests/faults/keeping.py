"""Backups: killed, without room, thinned for a year; and what a killed program left beside a restored file."""

from __future__ import annotations

import random
import resource
import signal
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from itemlink_gui.base.errors import CannotOpen, ItemLinkError
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import backups, database, restore
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import Forked, Line, begin
from tests.support import PATIENCE, faults, run, snapshot

# When the year of the thinning begins; a Monday in no leap year.
_FIRST = datetime(2029, 1, 1, tzinfo=UTC)


def _backed_up(path: Path) -> Path:
    """Make a backup, change the file after it, and return the backup."""
    engine = Engine(path, keeping=False)
    engine.back_up().result(PATIENCE)
    run(engine, items.create(name="Later"))
    engine.close()
    return backups.of_path(path)[0].path


# A journal that was left behind


def _journal(path: Path, chosen: random.Random) -> None:
    """Leave a transaction of the file half done."""
    copy = path.with_name("work.db")
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE item_key SET text = text || hex(randomblob(?))", (chosen.randrange(2000, 9000),))
        path.with_name(path.name + "-journal").write_bytes(copy.with_name(copy.name + "-journal").read_bytes())
        path.write_bytes(copy.read_bytes())
        connection.execute("ROLLBACK")


def _log(path: Path, chosen: random.Random) -> None:
    """Leave the write-ahead log of another state of the file."""
    copy = path.with_name("work.db")
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for _ in range(chosen.randrange(1, 9)):
            connection.execute("UPDATE item SET description = hex(randomblob(3000))")
        for side in ("-wal", "-shm"):
            path.with_name(path.name + side).write_bytes(copy.with_name(copy.name + side).read_bytes())
        if chosen.random() < 0.5:
            path.write_bytes(copy.read_bytes())


def _noise(path: Path, chosen: random.Random) -> None:
    side = chosen.choice(restore.SIDES)
    path.with_name(path.name + side).write_bytes(chosen.randbytes(chosen.randrange(1, 40_000)))


_LEFT: tuple[Callable[[Path, random.Random], None], ...] = (_journal, _log, _noise)


def _stale_journal(seed: int, folder: Path) -> Outcome:
    path, chosen = begin(folder, "filled"), random.Random(seed)
    backup = _backed_up(path)
    expected = snapshot(backup)
    leave = _LEFT[seed % len(_LEFT)]
    leave(path, chosen)
    if chosen.random() < 0.5:
        content = bytearray(path.read_bytes())
        content[4096 : 4096 * 9] = chosen.randbytes(4096 * 8)
        path.write_bytes(content)
    old = path.read_bytes()
    kept = restore.restore(backup, path)
    lost, half = [], []
    if kept is None or kept.read_bytes() != old:
        lost.append(f"{leave.__name__}: the replaced file is not whole")
    engine = Engine(path, keeping=False)
    engine.close()
    if snapshot(path) != expected:
        lost.append(f"{leave.__name__}: it is not the backup that stands there")
    half += faults(path)
    return judged(lost, half)


# Making backups


def _keep_on(path: Path, line: Line) -> None:
    engine = Engine(path, keeping=False)
    for number in range(10_000):
        run(engine, items.create(name=f"New {number}"))
        engine.back_up().result(PATIENCE)
        line.say(number)


def _unsound(path: Path) -> list[str]:
    """Return which of the backups of a file cannot be relied on."""
    wrong = []
    for one in backups.of_path(path):
        try:
            database.inspect(one.path)
            wrong += faults(one.path)
        except (CannotOpen, sqlite3.DatabaseError) as error:
            wrong.append(f"{one.path.name}: {error}")
    return wrong


def _killed(seed: int, folder: Path) -> Outcome:
    path = begin(folder)
    first = _backed_up(path)
    before = first.read_bytes()
    with Forked(partial(_keep_on, path)) as child:
        child.line.hear()
        killer = threading.Timer(random.Random(seed).uniform(0, 0.15), child.kill)
        killer.start()
        child.line.rest()
        killer.join()
    lost = [] if first.read_bytes() == before else ["the last good one is gone"]
    engine = Engine(path, keeping=False)
    run(engine, items.create(name="After"))
    engine.back_up().result(PATIENCE)
    engine.close()
    if snapshot(backups.of_path(path)[0].path) != snapshot(path):
        lost.append("none could be made afterwards")
    return judged(lost, _unsound(path))


def _squeezed(seed: int, folder: Path) -> Outcome:
    """Make a backup where there is room for a part of it, or something stands in its place."""
    path, chosen = begin(folder, "filled"), random.Random(seed)
    first = _backed_up(path)
    before, names = first.read_bytes(), sorted(one.name for one in first.parent.iterdir())
    engine = Engine(path, keeping=False)
    if seed % 2:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (chosen.randrange(len(before)), resource.RLIM_INFINITY))
    else:
        at = datetime.now(UTC) + timedelta(seconds=chosen.randrange(5, 500))
        backups.now = lambda: at  # type: ignore[assignment]
        stamp = at.strftime("%Y-%m-%dT%H%M%S.%fZ")
        (first.parent / f"{path.stem} {stamp}.itemlink").mkdir()
        names = sorted(one.name for one in first.parent.iterdir())
    error = engine.back_up().exception(PATIENCE)
    if seed % 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    engine.close()
    lost = []
    if not isinstance(error, ItemLinkError):
        lost.append(f"not told: {error!r}")
    if first.read_bytes() != before or sorted(one.name for one in first.parent.iterdir()) != names:
        lost.append("what was there before is not as it was")
    return judged(lost)


# Thinning


def _right(times: list[datetime], at: datetime) -> set[datetime]:
    """Return what is kept, worked out in another way: stage by stage, over what the stage before has left."""
    kept = {time for time in times if at - time <= timedelta(days=2)}
    rest = sorted(set(times) - kept)
    for most, part in ((12, date.toordinal), (10, _week), (9, _month)):
        last: dict[int, datetime] = {}
        grouped: defaultdict[int, list[datetime]] = defaultdict(list)
        for time in rest:
            last[part(time)] = time
            grouped[part(time)].append(time)
        chosen = sorted(last)[-most:]
        kept |= {last[one] for one in chosen}
        rest = [time for time in rest if chosen and time < grouped[chosen[0]][0]]
        if len(last) < most:
            break
    return kept


def _week(time: datetime) -> int:
    return (time.toordinal() - 1) // 7


def _month(time: datetime) -> int:
    monday = time - timedelta(days=time.weekday())
    return monday.year * 12 + monday.month


def _thinned(seed: int, _folder: Path) -> Outcome:
    """Make backups through a year, thinning after each, and compare with what the rule says of all of them."""
    chosen = random.Random(seed)
    at = _FIRST
    there: set[datetime] = set()
    every: list[datetime] = []
    lost = []
    while at < _FIRST + timedelta(days=365):
        at += timedelta(minutes=chosen.choice([30, 30, 30, 90, 600, 1500, 5000]))
        every.append(at)
        there = backups.kept_at(there | {at}, at)
        if at not in there:
            lost.append(f"the newest was not kept on {at}")
    if there != _right(every, at):
        lost.append(f"on {at}: {sorted(map(str, there ^ _right(every, at)))}")
    return judged(lost)


FAULTS = (
    Fault("stale journal beside a restore", 10, 80, _stale_journal),
    Fault("killed while a backup is made", 4, 250, _killed),
    Fault("no room for a backup, or its place is taken", 4, 150, _squeezed),
    Fault("backups thinned for a year", 2, 100, _thinned),
)
