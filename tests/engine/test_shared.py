"""Two windows, two processes, and other programs on one file: nothing is lost, everything is told."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from itemlink_gui.base.errors import CannotWrite, Conflict
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import database, derive, listings, queries
from tests.support import (
    PATIENCE,
    Child,
    News,
    ask,
    assert_sound,
    fill,
    on_writer,
    pairs,
    raw,
    run,
    snapshot,
    standing,
    undo,
)

WRITER = """
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items, links
engine = Engine(Path(argv[0]))
"""


@pytest.fixture
def second(engine: Engine) -> Iterator[Engine]:
    """Another engine on the same file, as another window would have it."""
    opened = Engine(engine.path)
    yield opened
    opened.close()


def test_two_windows_write_and_nothing_is_lost(engine: Engine, second: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuilt: list[int] = []
    monkeypatch.setattr(derive, "rebuild", lambda: rebuilt.append(1))
    fill(engine, 2, 30)
    futures = []
    for number in range(1, 31):
        futures.append((engine, second)[number % 2].run(links.link([1, 2], [number])))
        futures.append((second, engine)[number % 2].run(items.create(name=f"New {number}")))
    for future in futures:
        future.result(PATIENCE)
    assert standing(engine) == pairs([1, 2], range(1, 31))
    assert len(snapshot(engine.path)["item"]) == 32
    for window in (engine, second):
        assert_sound(window)
    assert rebuilt == []  # each knows the other's work for what it is
    for window in (engine, second) * 30:
        undo(window)
    assert standing(engine) == set()
    assert_sound(engine)


def test_the_work_of_another_window_is_told(engine: Engine, second: Engine) -> None:
    news = News(engine)
    run(second, items.create(name="Theirs"))
    change = news.wait(lambda change: change.how == "outside", 1.5)
    assert (change.step, change.label.kind, change.linked) == (None, "outside", True)
    assert change.ids == {"item": None, "customer": None, "company": None}
    assert change.listed == {"item", "customer", "company"}
    assert ask(engine, lambda: queries.names("item", [1])) == {1: "Theirs"}


def test_the_work_of_another_program_is_told_and_found(engine: Engine) -> None:
    fill(engine, 2, 2)
    news = News(engine)
    with raw(engine.path) as other:
        other.execute("INSERT INTO item (name, created_at, updated_at) VALUES ('Äußeres', '2026', '2026')")
        other.execute("INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (1, 2, '2026')")
    news.wait(lambda change: change.how == "outside", 1.5)
    assert list(ask(engine, lambda: listings.every(listings.Listing("item", text="ausse")))) == [3]
    assert ask(engine, lambda: queries.detail("customer", 2)).count == 1  # type: ignore[union-attr]
    assert_sound(engine)
    run(engine, links.unlink([1], [2]))
    undo(engine)
    assert_sound(engine)
    assert len([change for change in news.changes if change.how == "outside"]) <= 2


def test_what_another_program_changed_counts_at_once(engine: Engine) -> None:
    fill(engine, 1, 3)
    run(engine, links.link([1], [1]))
    with raw(engine.path) as other:
        other.execute(
            "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (1, 2, '2026'), (1, 3, '2026')"
        )
        other.execute("DELETE FROM item_customer WHERE customer_id = 1")
    assert run(engine, links.clear("item", [1])).removed == 2
    assert_sound(engine)


def test_own_work_is_not_taken_for_anothers(engine: Engine) -> None:
    news = News(engine)
    for number in range(5):
        run(engine, items.create(name=f"{number}"))
    undo(engine)
    on_writer(engine, engine._writer.idle)
    assert [change.how for change in news.changes] == ["done"] * 5 + ["undone"]


def test_another_window_mends_only_once(engine: Engine, second: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuilt: list[int] = []
    whole = derive.rebuild
    monkeypatch.setattr(derive, "rebuild", lambda: (rebuilt.append(1), whole()))
    heard = News(engine), News(second)
    both = threading.Barrier(2)

    def look(writer: Any, whole: Callable[[], tuple[int, int]]) -> tuple[int, int]:
        """Look, and once something is seen, go on only when the other window has seen it as well."""
        found = whole()
        if found[0] != writer._data_version:
            with contextlib.suppress(threading.BrokenBarrierError):
                both.wait(PATIENCE)
                both.abort()
        return found

    for window in (engine, second):
        monkeypatch.setattr(window._writer, "_state", partial(look, window._writer, window._writer._state))
    with raw(engine.path) as other:
        other.execute("INSERT INTO item (name, created_at, updated_at) VALUES ('x', '2026', '2026')")
    for news in heard:
        news.wait(lambda change: change.how == "outside")
    assert rebuilt == [1]
    assert_sound(engine)
    assert_sound(second)


def test_an_edit_over_the_work_of_another_window_is_refused(engine: Engine, second: Engine) -> None:
    fill(engine, 1, 1)
    run(second, items.update(1, name="Theirs", expected={"name": "Item 1"}))
    with pytest.raises(Conflict) as caught:
        run(engine, items.update(1, name="Ours", expected={"name": "Item 1"}))
    assert (caught.value.theirs, caught.value.ours) == ("Theirs", "Ours")
    run(engine, customers.update(1, phone="1", expected={"phone": ""}))
    with pytest.raises(Conflict):
        run(second, customers.update(1, phone="2", expected={"phone": ""}))
    assert snapshot(engine.path)["customer"][0][2] == "1"


def test_two_processes_write_and_nothing_is_lost(engine: Engine) -> None:
    fill(engine, 2, 40)
    news = News(engine)
    with Child(
        WRITER
        + """
say("ready")
hear()
for number in range(1, 21):
    engine.run(links.link([1], [number])).result()
    engine.run(items.update(2, description=engine.read(lambda: __import__("itemlink_gui.store.queries")
        .store.queries.detail("item", 2).fields["description"]).result() + "c")).result()
engine.close()
say("done")
""",
        engine.path,
    ) as child:
        assert child.hear() == "ready"
        child.say("go")
        for number in range(21, 41):
            run(engine, links.link([1], [number]))
            run(engine, items.create(name=f"{number}"))
        assert child.hear() == "done"
        assert child.end() == 0
    assert standing(engine) == pairs([1], range(1, 41))
    shot = snapshot(engine.path)
    assert len(shot["item"]) == 22
    assert shot["item"][1][2] == "c" * 20
    news.wait(lambda change: change.how == "outside")
    assert_sound(engine)


def test_another_process_that_holds_the_file_delays_but_does_not_break(engine: Engine) -> None:
    fill(engine, 1, 1)
    with Child(
        """
import sqlite3, threading
connection = sqlite3.connect(argv[0], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE item SET description = 'held'")
say("held")
threading.Event().wait(1.5)
connection.execute("COMMIT")
say("released")
""",
        engine.path,
    ) as child:
        assert child.hear() == "held"
        waiting = engine.run(links.link([1], [1]))
        assert ask(engine, lambda: queries.names("item", [1])) == {1: "Item 1"}
        assert not waiting.done()
        assert child.hear() == "released"
        assert waiting.result(PATIENCE).added == 1
    assert snapshot(engine.path)["item"][0][2] == "held"
    assert_sound(engine)


def test_a_file_that_is_held_for_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    engine = Engine(path)
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotWrite, match="Another program is using the file"):
            run(engine, items.create(name="x"))
        with pytest.raises(CannotWrite, match="Another program is using the file"):
            ask(engine, lambda: queries.names("item", [1]))
        other.execute("COMMIT")
    assert run(engine, items.create(name="x")) == 1
    engine.close()
