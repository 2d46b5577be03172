"""What tests of the repair share: a file with everything in it, and ways to spoil it as another program would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from itemlink_gui.engine import Engine, writer
from itemlink_gui.ops import links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.check import check
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Category, Company, Item, LinkField, Preference, Told, Waiting
from tests.support import assert_sound, raw, redo, run, snapshot, undo
from tests.support import fill as make

AT = "2020-02-02T02:02:02.222Z"


def fill(path: Path) -> None:
    """Give a fresh file records, links and a history."""

    def company(journal: Journal) -> None:
        made = journal.add(Company, name="Works")
        journal.link("customer_company", [1, 2, 3], [made])
        journal.add(Category, name="Sort")
        journal.update(Item, 2, category_id=1, capacity=90)
        journal.add(LinkField, name="Seat", type="text", position=1)
        own = {"extra": '{"1":"A"}', "note": "n", "quantity": 3, "ends_on": "2026-01-01"}
        journal.link("item_customer", [9], [9], own)
        journal.add_rows(Waiting, [{"item_id": 3, "customer_id": 20}])
        journal.add_rows(Preference, [{"customer_id": 21, "item_id": 3, "kind": "wants", "note": "n"}])
        journal.add(Told, customer=5)

    engine = Engine(path, keeping=False)
    make(engine, 40, 60)
    run(engine, links.link(range(1, 9), range(1, 9)))
    run(engine, Operation("company", company))
    run(engine, links.unlink([1, 2], [1, 2, 3, 4, 5]))
    engine.close()


@contextmanager
def engine_on(path: Path) -> Iterator[Engine]:
    """Open a file for the length of a ``with`` block; what is derived stays as it is, so that the repair finds it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "COMPARED_BYTES", 0)
        engine = Engine(path, keeping=False)
        try:
            yield engine
        finally:
            engine.close()


def spoil(path: Path, *statements: str) -> None:
    """Run statements as a program that knows nothing of the file."""
    with raw(path) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        for statement in statements:
            connection.execute(statement)


def mends(path: Path) -> set[str]:
    """Return what a check finds that can be put right, and "" for what cannot."""
    return {finding.mend for finding in check(path)}


def serial(path: Path) -> int:
    """Return the number of the last commit that is ours."""
    with raw(path) as connection:
        return int(connection.execute("SELECT serial FROM file_state").fetchone()[0])


def count_steps(path: Path) -> int:
    """Return how many steps the history has."""
    with raw(path) as connection:
        return int(connection.execute("SELECT count(*) FROM step").fetchone()[0])


def back_and_forth(engine: Engine) -> None:
    """Take the repair back and do it again: both files are sound, and the second is as the first was."""
    mended = snapshot(engine.path)
    assert undo(engine).label.kind == "repair"
    assert check(engine.path) == []
    assert_sound(engine)
    assert redo(engine).label.kind == "repair"
    assert check(engine.path) == []
    assert_sound(engine)
    assert snapshot(engine.path) == mended
