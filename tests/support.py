"""What tests of the core share: filling a file, asking it, looking at it from outside, and child processes."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from itemlink_gui.base.changes import KINDS, Change
from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.engine import Engine
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import derive, history
from itemlink_gui.store.fold import fold
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Customer, Item, User, current

T = TypeVar("T")

# Far beyond what anything takes; a test that waits so long has failed.
PATIENCE = 30.0

PUBLIC = (
    "user", "customer", "item", "item_customer", "company", "customer_company", "past_link", "category", "link_field",
    "waiting", "preference", "saved_filter", "told", "setting",
)  # fmt: skip

# Links that another program makes: the values are those of item, customer and time.
LINK = "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES"

# The data of a link of which nothing else is said.
FIRST = (1, "", None, None, "{}")

Snapshot = dict[str, list[tuple[Any, ...]]]


def run(engine: Engine, operation: Operation[T]) -> T:
    """Run an operation and wait for its result."""
    return engine.run(operation).result(PATIENCE)


def ask(engine: Engine, question: Callable[[], T]) -> T:
    """Ask the reader and wait for the answer."""
    return engine.read(question).result(PATIENCE)


def undo(engine: Engine, expected: int | None = None) -> Change:
    """Undo and wait."""
    return engine.undo(expected).result(PATIENCE)


def redo(engine: Engine, expected: int | None = None) -> Change:
    """Redo and wait."""
    return engine.redo(expected).result(PATIENCE)


def last_step(engine: Engine) -> int:
    """Return the id of the step that an undo would take back."""
    info = ask(engine, history.undo_state).undo
    assert info is not None
    return info.id


def fill(engine: Engine, items: int, customers: int) -> None:
    """Make items 1… and customers 1… (users alike) with plain names, as one step."""

    def write(journal: Journal) -> None:
        for number in range(1, items + 1):
            journal.add(Item, name=f"Item {number}")
        for number in range(1, customers + 1):
            user = journal.add(User, username=f"user{number}", full_name=f"Person {number}")
            journal.add(Customer, user=user)

    run(engine, Operation("fill", write))


def on_writer(engine: Engine, work: Callable[[], T]) -> T:
    """Do something on the writer's connection that is no step."""
    return run(engine, Operation("none", lambda _: work()))


def standing(engine: Engine) -> set[tuple[int, int]]:
    """Return the links that stand, as (item, customer)."""
    return {(item, customer) for item, customer, *_ in snapshot(engine.path)["item_customer"]}


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection as another program would have it: no foreign keys, no functions; every statement commits."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)) as connection:
        yield connection


def snapshot(path: Path) -> Snapshot:
    """Return everything that people can see of a file; past links without their numbers, which are no promise.

    A file of an older version has fewer tables.
    """
    with raw(path) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        found = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in PUBLIC if table in there}
    return {table: sorted(row[1:] if table == "past_link" else row for row in rows) for table, rows in found.items()}


def faults(path: Path) -> list[str]:
    """Return what is wrong with a file, worked out without the program's own checks."""
    with raw(path) as connection:
        connection.create_function("fold", 1, fold, deterministic=True)
        wrong = [str(row) for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)]
        wrong += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        for kind in KINDS:
            if f"{kind}_stat" not in there:
                continue
            through = "customer_company" if kind == "company" else "item_customer"
            exact = f"""SELECT id, (SELECT count(*) FROM {through} WHERE {kind}_id = r.id) FROM {kind} r"""
            if set(connection.execute(exact)) != set(connection.execute(f"SELECT id, count FROM {kind}_stat")):
                wrong.append(f"{kind}_stat")
            for index in (f"{kind}_part", f"{kind}_word"):
                try:
                    connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
                except sqlite3.DatabaseError:
                    wrong.append(index)
    return wrong


def assert_sound(engine: Engine) -> None:
    """Fail if anything in the file is damaged, or derived and not in line with the records."""
    assert on_writer(engine, derive.drift) == []
    assert faults(engine.path) == []


def digest(path: Path) -> str:
    """Return a fingerprint of a file that nobody has open."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def beside(path: Path) -> list[str]:
    """Return the names in the folder of a file."""
    return sorted(one.name for one in path.parent.iterdir())


def count_statements(engine: Engine, work: Callable[[], object]) -> int:
    """Have the writer do something and return how many SQL statements it ran for it, its looks at the file aside."""
    ran: list[str] = []
    on_writer(engine, lambda: current.connection().set_trace_callback(ran.append))
    ran.clear()
    work()
    # However long it takes, twice a second the writer looks around in between.
    counted = sum(not re.match(r"BEGIN|COMMIT|SAVEPOINT|RELEASE|PRAGMA|SELECT.*(file_id|serial)", sql) for sql in ran)
    on_writer(engine, lambda: current.connection().set_trace_callback(None))
    return counted


class Child:
    """A child process that runs Python and speaks in lines of JSON.

    Args:
        code: what it runs; ``say(value)`` prints, ``hear()`` waits for a line, ``argv`` holds the arguments.
        arguments: passed on.
    """

    _PRELUDE = """
import json, sys
from pathlib import Path
argv = sys.argv[1:]
def say(value):
    print(json.dumps(value), flush=True)
def hear():
    return json.loads(sys.stdin.readline())
"""

    def __init__(self, code: str, *arguments: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", self._PRELUDE + code, *map(str, arguments)],
            cwd=PACKAGE.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def hear(self) -> Any:
        """Wait for the next thing it says."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the child ended"
        return json.loads(line)

    def rest(self) -> list[Any]:
        """Return all that it says until its end."""
        assert self.process.stdout is not None
        return [json.loads(line) for line in self.process.stdout if line.endswith("\n")]

    def say(self, value: Any) -> None:
        """Tell it something."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(value) + "\n")
        self.process.stdin.flush()

    def end(self) -> int:
        """Wait for its end and return its exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        code = self.process.wait(PATIENCE)
        self.process.stdin.close()
        self.process.stdout.close()
        return code

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.end()


class News:
    """Gathers the changes that an engine tells of."""

    def __init__(self, engine: Engine) -> None:
        self._arrived = threading.Condition()
        self.changes: list[Change] = []
        engine.listen(self._on_change)

    def _on_change(self, change: Change) -> None:
        with self._arrived:
            self.changes.append(change)
            self._arrived.notify_all()

    def wait(self, wanted: Callable[[Change], bool], seconds: float = PATIENCE) -> Change:
        """Return the first change that is wanted, as soon as it is there.

        Raises:
            AssertionError: if it does not come in time.
        """
        with self._arrived:
            there = self._arrived.wait_for(lambda: any(map(wanted, self.changes)), seconds)
            assert there, "no such news"
            return next(change for change in self.changes if wanted(change))


def pairs(items: Iterable[int], customers: Iterable[int]) -> set[tuple[int, int]]:
    """Return every pair of them."""
    others = list(customers)
    return {(item, customer) for item in items for customer in others}
