"""The local service at work: an item with very many customers, links one by one, a long list; a window meanwhile."""

from __future__ import annotations

import gc
import importlib.util
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TextIO

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
from tests.scale.measure import ROUNDS, Goal, Row, side_by_side, timed
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
    'waiting_ids', (
        SELECT json_group_array(customer_id) FROM (SELECT customer_id FROM waiting WHERE item_id = i.id ORDER BY id)),
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
    with _served(path) as (engine, port):
        item, customers = ask(engine, lambda: execute(_NEAREST, CUSTOMERS).fetchone())
        with database.opened(path, read_only=True):
            yield _item(port, item, customers)
            yield from _beside_rest(path, item)
        yield _links(engine, port, item)
        yield _list(engine, port, min(LISTED, files.size.customers))
    path.unlink()


@contextmanager
def _served(path: Path) -> Iterator[tuple[Engine, int]]:
    """Serve a file for the length of a ``with`` block, and tell the port."""
    engine = Engine(path, keeping=False)
    service = Service(engine)
    try:
        service.start(0, hashed(TOKEN)).result(shown.PATIENCE)
        yield engine, service.port
    finally:
        service.stop()
        engine.close()


@contextmanager
def _child(module: str, *arguments: object) -> Iterator[tuple[TextIO, Callable[[str], float]]]:
    """Have a module work in a process of its own for the length of a ``with`` block.

    Args:
        module: of this package.
        arguments: passed on.

    Returns:
        what it prints, and what sends it a line and returns the number that it answers.
    """
    command, pipe = [sys.executable, "-m", f"{__package__}.{module}", *map(str, arguments)], subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:
        into, out = process.stdin, process.stdout
        assert into is not None
        assert out is not None

        def once(line: str) -> float:
            print(line, file=into, flush=True)
            return float(out.readline())

        yield out, once
        into.close()
    assert process.returncode == 0


def _item(port: int, item: int, customers: int) -> Row:
    """Return the row of an item over HTTP; the limit is the same JSON by one statement on a connection like its own."""
    address, theirs, own = f"/api/items/{item}/", [], []
    script = Script(port)
    assert script.ask("GET", address) == _plain(item), "it is not the same JSON"
    script.close()
    with _child("script", port) as (_, once):
        for _ in range(ROUNDS * 3):
            theirs.append(timed(lambda: _plain(item)))
            own.append(once(json.dumps([("GET", address, None)])))
    limit, ours = statistics.median(theirs), statistics.median(own)
    return Row(f"an item with {customers:,} customers, over HTTP", Goal("times", 1.3), ours, limit)


def _plain(item: int) -> bytes:
    (found,) = execute(_ITEM, item).fetchone()
    return bytes(found)


def _beside_rest(path: Path, item: int) -> Iterator[Row]:
    """Yield the row of the same item by Django REST framework, both without HTTP; none where it is not installed."""
    if not all(importlib.util.find_spec(name) for name in ("django", "rest_framework")):
        print(f"Django REST framework is not installed: {sys.executable} -m pip install -e '.[bench]'", file=sys.stderr)
        return
    theirs, own = [], []
    with _child("rest", path, item) as (told, once):
        told.readline()
        for _ in range(ROUNDS * 3):
            theirs.append(once(""))
            own.append(timed(lambda: details.records("item", [item])))
    limit, ours = statistics.median(theirs), statistics.median(own)
    yield Row("the same without HTTP, beside Django REST framework", Goal("faster", 7), ours, limit)


def _links(engine: Engine, port: int, item: int) -> Row:
    """Return the row of one customer after the other over one connection; each is stored before the next is sent."""
    found = ask(engine, lambda: execute(_UNLINKED, item, LINKED * ROUNDS).fetchall())
    asked = [("POST", f"/api/items/{item}/add_customer/", {"customer_id": customer}) for (customer,) in found]
    with _child("script", port) as (_, once):
        took = [once(json.dumps(asked[begin : begin + LINKED])) for begin in range(0, len(asked), LINKED)]
    speed = LINKED * 1000 / statistics.median(took)
    return Row("add_customer from one client", Goal("least", 200), speed, unit="a second")


def _list(engine: Engine, port: int, count: int) -> Row:
    """Return the row of a streamed list; the limit are the same pieces that are not sent anywhere."""

    def pieces() -> None:
        ids = ask(engine, partial(pages.ids, "customer", pages.Asked(limit=count)))
        begin = 0
        while begin < len(ids):
            _, begin = ask(engine, partial(pages.piece, "customer", ids, begin))

    with _child("script", port) as (_, once):
        line = json.dumps([("GET", f"/api/customers/?limit={count}", None)])
        limit, ours = side_by_side(pieces, lambda: once(line))
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
