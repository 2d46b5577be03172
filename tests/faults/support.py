"""What the trials share: files to begin with, operations to try, and processes that are forked from a trial."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from itemlink_gui.base.errors import CannotUndo
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, history, items, links, repair, sample
from itemlink_gui.store import new_file
from itemlink_gui.store.history import undo_state
from tests.support import Snapshot, ask, fill, raw, run, snapshot, undo

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d.*")

Act = Callable[[Engine], "Future[Any]"]


def _small(engine: Engine) -> None:
    fill(engine, 4, 6)
    run(engine, links.link([1], [1, 2, 3]))
    run(engine, links.link([2], [1]))


def _filled(engine: Engine) -> None:
    """Make steps 1 to 5; the last is undone."""
    run(engine, sample.fill())
    run(engine, items.update(1, name="Renamed"))
    run(engine, links.link([1, 2, 3], range(1, 40), beyond="overbook"))
    run(engine, customers.update(2, phone="1", item_ids=[1, 5], beyond="overbook"))
    run(engine, links.clear("item", [4]))
    undo(engine)


def _broken(engine: Engine) -> None:
    """Take records away that links lead to, as another program may."""
    _filled(engine)
    with raw(engine.path) as other:
        other.execute("DELETE FROM customer WHERE id IN (5, 6)")
        other.execute("DELETE FROM item WHERE id = 7")


_TEMPLATES: dict[str, Callable[[Engine], None]] = {
    "fresh": lambda _engine: None,
    "small": _small,
    "filled": _filled,
    "broken": _broken,
}


def begin(folder: Path, template: str = "small", make: Callable[[Engine], None] | None = None) -> Path:
    """Return a copy of a file that is made once for all trials; not open.

    Args:
        folder: where.
        template: fresh, small, filled or broken, or any name for what ``make`` makes.
        make: fills it.
    """
    kept = Path(os.environ["ITEMLINK_FAULT_TEMPLATES"], f"{template}.itemlink")
    if not kept.exists():
        part = kept.with_name(f"{os.getpid()} {template}.itemlink")
        new_file.create(part)
        engine = Engine(part, keeping=False)
        (make or _TEMPLATES[template])(engine)
        engine.close()
        part.rename(kept)
    return Path(shutil.copyfile(kept, folder / f"{template}.itemlink"))


# Every way to write, each on the filled file, save for the one that needs an empty one.
OPERATIONS: dict[str, Act] = {
    "replace": lambda e: e.run(links.replace("item", 1, "customer", range(3, 9), beyond="overbook")),
    "delete items": lambda e: e.run(items.delete([1, 2])),
    "create customer": lambda e: e.run(
        customers.create(username="new", full_name="New", item_ids=[1, 2, 3], beyond="overbook")
    ),
    "create item": lambda e: e.run(items.create(name="New", description="x" * 9000, customer_ids=[1, 2, 3])),
    "update item": lambda e: e.run(
        items.update(1, name="N", description="y" * 9000, customer_ids=range(2, 9), beyond="overbook")
    ),
    "duplicate item": lambda e: e.run(items.duplicate(2)),
    "update customer": lambda e: e.run(
        customers.update(1, phone="7", full_name="F", item_ids=[3, 4], beyond="overbook")
    ),
    "duplicate customer": lambda e: e.run(customers.duplicate(3)),
    "delete customers": lambda e: e.run(customers.delete([1, 2, 3])),
    "link": lambda e: e.run(links.link([6, 7], range(1, 201), beyond="overbook")),
    "unlink": lambda e: e.run(links.unlink([1, 2], range(1, 30))),
    "clear": lambda e: e.run(links.clear("customer", [1, 2, 3])),
    "undo": lambda e: e.undo(),
    "redo": lambda e: e.redo(),
    "revert": lambda e: e.run(history.revert(2)),
    "sample": lambda e: e.run(sample.fill()),
    "repair": lambda e: e.run(repair.repair()),
}


def start_of(operation: str) -> str:
    """Return the template that an operation needs."""
    return {"sample": "fresh", "repair": "broken"}.get(operation, "filled")


def bare(shot: Snapshot) -> Snapshot:
    """Return what people can see without the times, which are never the same twice."""

    def plain(value: Any) -> Any:
        return "time" if isinstance(value, str) and _TIME.fullmatch(value) else value

    return {table: sorted([tuple(map(plain, row)) for row in rows], key=repr) for table, rows in shot.items()}


def seen(path: Path) -> Snapshot:
    """Return what people can see of a file, without the times."""
    return bare(snapshot(path))


def undo_all(engine: Engine) -> int:
    """Take back everything there is to take back, and return how much that was."""
    for count in range(100_000):
        if ask(engine, undo_state).undo is None:
            return count
        undo(engine)
    raise CannotUndo("no end of steps")


class Line:
    """Two processes speak in lines of JSON."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._file = end.makefile("rw", encoding="utf-8")

    def say(self, value: Any) -> None:
        """Tell the other one something."""
        self._file.write(json.dumps(value) + "\n")
        self._file.flush()

    def hear(self) -> Any:
        """Wait for the next thing the other one says.

        Raises:
            EOFError: if it ended.
        """
        line = self._file.readline()
        if not line.endswith("\n"):
            raise EOFError("the other process ended")
        return json.loads(line)

    def rest(self) -> list[Any]:
        """Return all that it says until its end."""
        found = []
        try:
            while True:
                found.append(self.hear())
        except (EOFError, ConnectionError):
            return found

    def close(self) -> None:
        """Speak no more."""
        self._file.close()
        self._end.close()


class Forked:
    """A process forked from this one, which must not have threads yet.

    Args:
        work: what it does, with a line to this one.
    """

    def __init__(self, work: Callable[[Line], object]) -> None:
        ours, theirs = socket.socketpair()
        sys.stdout.flush()
        self.pid = os.fork()
        if not self.pid:
            ours.close()
            self._work(work, theirs)
        theirs.close()
        self.line = Line(ours)
        self._code: int | None = None

    @staticmethod
    def _work(work: Callable[[Line], object], end: socket.socket) -> None:
        code = 70
        try:
            work(Line(end))
            code = 0
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(code)

    def kill(self) -> None:
        """End it as a crash would."""
        if self._code is None:
            os.kill(self.pid, signal.SIGKILL)

    def end(self) -> int:
        """Wait for its end and return its exit code, below zero for a signal."""
        if self._code is None:
            _, status = os.waitpid(self.pid, 0)
            self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def __enter__(self) -> Forked:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.end()
        self.line.close()
