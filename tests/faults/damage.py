"""Files that are damaged, cut, of another program or no files at all: told in words, and left as they are."""

from __future__ import annotations

import importlib
import os
import random
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import CannotOpen, ItemLinkError
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items, links
from itemlink_gui.store import check, database, history, listings, queries
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import begin
from tests.store import test_refused
from tests.store.test_refused import OPENERS, REFUSED, look
from tests.support import PATIENCE, digest

_PAGE = 4096


def spoil(content: bytearray, chosen: random.Random) -> str:
    """Damage the bytes of a file, and return how."""
    pages = len(content) // _PAGE
    first = chosen.random() < 0.2
    match chosen.randrange(5):
        case 0 | 1:
            for _ in range(count := chosen.choice([1, 1, 2, 8, 64])):
                content[chosen.randrange(100 if first else len(content))] ^= 1 << chosen.randrange(8)
            return f"{count} flipped"
        case 2:
            at = chosen.randrange(pages) * _PAGE
            content[at : at + _PAGE] = chosen.choice([bytes(_PAGE), b"\xff" * _PAGE, chosen.randbytes(_PAGE)])
            return f"page {at // _PAGE} overwritten"
        case 3:
            source, at = chosen.randrange(pages) * _PAGE, chosen.randrange(pages) * _PAGE
            content[at : at + _PAGE] = content[source : source + _PAGE]
            return f"page {source // _PAGE} written over page {at // _PAGE}"
    size = chosen.choice([1, 4, 16, 100, 512])
    at = chosen.randrange(100 if first else len(content))
    content[at : at + size] = chosen.randbytes(len(content[at : at + size]))
    return f"{size} bytes at {at} overwritten"


def _damaged(seed: int, folder: Path) -> Outcome:
    path = begin(folder, "filled")
    content = bytearray(path.read_bytes())
    how = spoil(content, random.Random(seed))
    path.write_bytes(content)
    before = digest(path)
    lost = []
    for look_at in (database.inspect, check.check, partial(_salvaged, folder / "saved.itemlink")):
        try:
            look_at(path)
        except ItemLinkError as error:
            if not str(error).endswith("."):
                lost.append(f"{how}: no sentence: {error}")
        if digest(path) != before:
            lost.append(f"{how}: {look_at} changed it")
    try:
        engine = Engine(path, keeping=False)
    except CannotOpen:
        if digest(path) != before:
            lost.append(f"{how}: it was refused and changed")
        return judged(lost, figure=0)
    try:
        lost += [f"{how}: {one}" for one in _used(engine)]
    finally:
        engine.close()
    return judged(lost)


def _used(engine: Engine) -> list[str]:
    """Ask for and do all kinds of things; return what was not told in words."""
    futures: list[Future[Any]] = []
    kinds: tuple[Kind, Kind] = ("item", "customer")
    for kind in kinds:
        asked = [listings.Listing(kind, text=text) for text in ("", "a", "nam")]
        futures += [engine.read(partial(listings.every, listing)) for listing in asked]
        futures.append(engine.read(partial(queries.rows, kind, range(1, 201))))
        futures += [engine.read(partial(queries.detail, kind, record)) for record in range(1, 201, 9)]
    futures.append(engine.read(history.undo_state))
    futures.append(engine.run(items.update(1, name="After the damage")))
    futures += [engine.run(links.link([5], range(1, 201))), engine.undo(), engine.undo(), engine.run(items.delete([2]))]
    futures.append(engine.save_copy(engine.path.with_name("copy.itemlink")))
    errors = [future.exception(PATIENCE) for future in futures]
    return list(dict.fromkeys(repr(one) for one in errors if one and not isinstance(one, ItemLinkError)))


def _salvaged(target: Path, path: Path) -> None:
    try:
        found = importlib.import_module("itemlink_gui.store.salvage")
    except ModuleNotFoundError:
        return
    found.salvage(path, target)
    Engine(target, keeping=False).close()
    assert check.check(target) == []


def _special(seed: int, folder: Path) -> Outcome:
    name, (make, reason) = list(REFUSED.items())[seed // len(OPENERS)]
    path = folder / "some.itemlink"
    kept = Path(os.environ["ITEMLINK_FAULT_TEMPLATES"], "refused")
    if not kept.exists():
        kept.write_bytes(test_refused.content())
    # Made once for all trials, which share no memory.
    test_refused.content = kept.read_bytes  # type: ignore[assignment]
    make(path)
    before = look(path)
    try:
        OPENERS[seed % len(OPENERS)](path)
    except CannotOpen as error:
        lost = [] if reason in error.reason else [f"{name}: told as {error.reason}"]
    else:
        lost = [f"{name}: it was opened"]
    if look(path) != before:
        lost.append(f"{name}: it was changed, or something was made beside it")
    return judged(lost)


_SPECIAL = len(REFUSED) * len(OPENERS)

FAULTS = (
    Fault("bit flips, overwritten pages", 20, 1000, _damaged),
    Fault("newer, other program's, special files", _SPECIAL, _SPECIAL, _special, limit=20),
)
