"""What tests of comparisons share: two files that were one, and comparing them both ways round."""

from __future__ import annotations

import shutil
from pathlib import Path

from itemlink_gui.engine import Engine
from itemlink_gui.ops import links
from itemlink_gui.store.compare import Comparison, Difference, compare
from tests.support import beside, digest, fill, raw, run

EARLY, LATE = "2020-01-01T00:00:00.000Z", "2021-01-01T00:00:00.000Z"
KEYS = {
    (kind, how)
    for kind in ("item", "customer", "company", "category", "link", "member")
    for how in ("here", "there", "changed")
}


def copied(path: Path) -> Path:
    """Fill a file with items 1 to 4, customers 1 to 6 and some links, and return a copy of it. Neither is open."""
    engine = Engine(path)
    fill(engine, 4, 6)
    run(engine, links.link([1, 2], [1, 2, 3]))
    run(engine, links.link([3], [4, 5]))
    engine.close()
    return Path(shutil.copy(path, path.with_name("other.itemlink")))


def differences(path: Path, other: Path, most: int = 500) -> Comparison:
    """Compare, and make sure that no file changes, that the counts are whole, and that the other way round agrees."""
    before = [(digest(one), beside(one)) for one in (path, other)]
    found, back = compare(path, other, most), compare(other, path, most)
    assert [(digest(one), beside(one)) for one in (path, other)] == before
    assert found.counts.keys() == KEYS
    turned = {"here": "there", "there": "here", "changed": "changed"}
    assert {(kind, turned[how]): n for (kind, how), n in back.counts.items()} == found.counts
    assert len(found.differences) == min(most, sum(found.counts.values()))
    return found


def listed(path: Path, other: Path) -> list[Difference]:
    found = differences(path, other)
    for kind, how in KEYS:
        assert sum((one.kind, one.how) == (kind, how) for one in found.differences) == found.counts[kind, how]
    return list(found.differences)


def change(path: Path, *statements: str) -> None:
    with raw(path) as connection:
        for statement in statements:
            connection.execute(statement)
