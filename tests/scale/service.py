"""The local service at work: an item with very many customers, links one by one, a long list; a window meanwhile."""

from __future__ import annotations

import gc
import importlib.util
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from itemlink_gui.api.service import Service
from itemlink_gui.base import garbage
from itemlink_gui.base.tokens import hashed
from itemlink_gui.bootstrap import ROOT
from itemlink_gui.engine import Engine
from itemlink_gui.store import database, details, pages
from itemlink_gui.store.apply import execute
from tests.scale import shown
from tests.scale.data import Data
from tests.scale.gaps import EMPTY, Gaps, p99
from tests.scale.measure import ROUNDS, Goal, Row, median, side_by_side, timed
from tests.scale.script import TOKEN, Script
from tests.scale.window import Hands
from tests.support import ask

# The item that has the most nearly so many customers is asked for.
CUSTOMERS = 10_000
# So many are linked, one by one, for one figure.
LINKED = 200
LISTED = 100_000
# So long a script works beside a window.
WATCHED_SECONDS = 5
_NEAREST = "SELECT id, count FROM item_stat ORDER BY abs(count - ?) LIMIT 1"
_UNLINKED = """SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM item_customer WHERE item_id = ?)
    ORDER BY id LIMIT ?"""
_ITEM = """SELECT CAST(json_object(
    'id', i.id, 'name', i.name, 'description', i.description, 'customer_count', s.count,
    'customers_detail', (
        SELECT json_group_array(json_object(
            'id', id, 'username', username, 'email', email, 'full_name', full_name, 'phone', phone))
        FROM (SELECT c.id, u.username, u.email, u.full_name, c.phone FROM item_customer l
              JOIN customer c ON c.id = l.customer_id JOIN user u ON u.id = c.user_id
              WHERE l.item_id = i.id ORDER BY l.customer_id)),
    'customer_ids', (
        SELECT json_group_array(customer_id)
        FROM (SELECT customer_id FROM item_customer WHERE item_id = i.id ORDER BY customer_id)),
    'category_id', i.category_id, 'capacity', i.capacity, 'capacity_policy', i.capacity_policy,
    'low_stock', i.low_stock, 'available_from', i.available_from, 'available_until', i.available_until,
    'created_at', i.created_at, 'updated_at', max(i.updated_at, coalesce(s.changed_at, ''))) AS BLOB)
    FROM item i JOIN item_stat s ON s.id = i.id WHERE i.id = ?"""


def rows(files: Data) -> Iterator[Row]:
    """Yield the rows of this part; the window comes first, while nothing of the service is loaded yet."""
    yield from _beside_a_window(files)
    # What is left of the window is deleted here, and not in a thread of the service.
    gc.collect()
    path = files.copy()
    with _served(path) as (engine, script):
        item, customers = ask(engine, lambda: execute(_NEAREST, CUSTOMERS).fetchone())
        with database.opened(path, read_only=True):
            yield _item(engine, script, item, customers)
            yield from _beside_rest(path, item)
        yield _links(engine, script, item)
        yield _list(engine, script, min(LISTED, files.size.customers))
    path.unlink()


@contextmanager
def _served(path: Path) -> Iterator[tuple[Engine, Script]]:
    """Serve a file for the length of a ``with`` block, and give a script that uses it."""
    engine = Engine(path, keeping=False)
    service = Service(engine)
    try:
        service.start(0, hashed(TOKEN)).result(shown.PATIENCE)
        script = Script(service.port)
        yield engine, script
        script.close()
    finally:
        service.stop()
        engine.close()


def _item(engine: Engine, script: Script, item: int, customers: int) -> Row:
    """Return the row of an item over HTTP; the limit is the same JSON by one statement on a connection like its own."""
    assert script.ask("GET", f"/api/items/{item}/") == _plain(item), "it is not the same JSON"
    limit, ours = side_by_side(
        lambda: _plain(item), lambda: script.ask("GET", f"/api/items/{item}/"), rounds=ROUNDS * 3
    )
    bare = median(lambda: ask(engine, lambda: details.item(item)))
    print(f"  without HTTP {bare:.1f} ms", file=sys.stderr)
    return Row(f"an item with {customers:,} customers, over HTTP", Goal("times", 1.3), ours, limit)


def _plain(item: int) -> bytes:
    (found,) = execute(_ITEM, item).fetchone()
    return bytes(found)


def _beside_rest(path: Path, item: int) -> Iterator[Row]:
    """Yield the row of the same item by Django REST framework, both without HTTP; none where it is not installed."""
    if not all(importlib.util.find_spec(name) for name in ("django", "rest_framework")):
        print(f"Django REST framework is not installed: {sys.executable} -m pip install -e '.[bench]'", file=sys.stderr)
        return
    with rest(path, item) as (_, once):
        theirs, own = [], []
        for _ in range(ROUNDS * 3):
            theirs.append(once())
            own.append(timed(lambda: details.item(item)))
    limit, ours = statistics.median(theirs), statistics.median(own)
    yield Row("the same without HTTP, beside Django REST framework", Goal("faster", 7), ours, limit)


@contextmanager
def rest(path: Path, item: int) -> Iterator[tuple[str, Callable[[], float]]]:
    """Have Django REST framework tell an item for the length of a ``with`` block.

    Args:
        path: of the file, which is only read.
        item: its id.

    Returns:
        the JSON, and what makes it once more and returns the milliseconds.
    """
    command = [sys.executable, "-m", "tests.scale.rest", str(path), str(item)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:
        into, out = process.stdin, process.stdout
        assert into is not None
        assert out is not None

        def once() -> float:
            print(file=into, flush=True)
            return float(out.readline())

        yield out.readline(), once
        into.close()
    assert process.returncode == 0


def _links(engine: Engine, script: Script, item: int) -> Row:
    """Return the row of one customer after the other over one connection; each is stored before the next is sent."""
    found = ask(engine, lambda: execute(_UNLINKED, item, LINKED * ROUNDS).fetchall())
    ids, took = [customer for (customer,) in found], []
    for begin in range(0, len(ids), LINKED):
        part = ids[begin : begin + LINKED]
        took.append(timed(lambda part=part: _link(script, item, part)) / len(part))  # type: ignore[misc]
    return Row("add_customer from one client", Goal("least", 200), 1000 / statistics.median(took), unit="a second")


def _link(script: Script, item: int, customers: list[int]) -> None:
    for customer in customers:
        script.ask("POST", f"/api/items/{item}/add_customer/", {"customer_id": customer})


def _list(engine: Engine, script: Script, count: int) -> Row:
    """Return the row of a streamed list; the limit are the same pieces that are not sent anywhere."""
    sizes = []

    def pieces() -> None:
        ids = ask(engine, partial(pages.ids, "customer", pages.Asked(limit=count)))
        begin = 0
        while begin < len(ids):
            _, begin = ask(engine, partial(pages.piece, "customer", ids, begin))

    limit, ours = side_by_side(pieces, lambda: sizes.append(script.stream(f"/api/customers/?limit={count}")))
    print(f"  {sizes[0] / 1_000_000:,.0f} MB", file=sys.stderr)
    return Row(f"list of {count:,} customers, streamed", Goal("times", 1.5), ours, limit)


def _beside_a_window(files: Data) -> Iterator[Row]:
    """Yield the rows of how long a window's thread does not come round while a script works on its file."""
    gaps = Gaps()
    garbage.leave_out_what_is_here()
    path = files.copy()
    with shown.window(path) as running:
        hands = Hands(running, gaps)
        hands.rest()
        gaps.idle(2)
        engine = running.window.bridge.engine
        service = Service(engine)
        with gaps.during("start the service"):
            started = service.start(0, hashed(TOKEN))
            shown.until(started.done)
        try:
            with _script(service.port, ask(engine, lambda: execute(_NEAREST, 0).fetchone())[0], files.size.customers):
                hands.scroll("scroll through while a script streams and links")
                with gaps.during("look on while a script streams and links"):
                    end = time.monotonic() + WATCHED_SECONDS
                    shown.until(lambda: time.monotonic() > end)
            hands.rest()
        finally:
            service.stop()
    path.unlink()
    for what, found in gaps.found.items():
        print(f"  {what}: p99 {p99(found):.1f}, worst {max(found):.1f} ms, {len(found)} beats", file=sys.stderr)
    empty = gaps.found[EMPTY]
    name = "gap of the window's thread while a script works"
    yield Row(f"{name}, p99", Goal("most", 20), p99(gaps.all()), p99(empty))
    yield Row(f"{name}, worst", Goal("most", 60), max(gaps.all()), max(empty))


@contextmanager
def _script(port: int, item: int, customers: int) -> Iterator[None]:
    """Have a script stream and link in another process for the length of a ``with`` block."""
    command = [sys.executable, "-m", "tests.scale.script", str(port), str(item), str(customers)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        # It is at work.
        assert any(line.startswith("linked") for line in process.stdout), "the script has ended too early"
        yield
        assert process.poll() is None, "the script has ended too early"
    finally:
        process.kill()
        told, _ = process.communicate()
    linked, streamed = told.count("linked"), told.count("streamed")
    print(f"  a script linked and unlinked {linked:,} times, and streamed {streamed} lists", file=sys.stderr)
