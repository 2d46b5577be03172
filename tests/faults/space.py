"""No room to write: a full disk in three ways, and files and folders that may only be read."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from itemlink_gui.base.errors import CannotOpen, CannotWrite
from itemlink_gui.engine import Engine
from itemlink_gui.ops import items
from itemlink_gui.store import derive, queries
from itemlink_gui.store.models import current
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import OPERATIONS, Forked, Line, begin, start_of
from tests.support import PATIENCE, ask, beside, digest, faults, on_writer, run, snapshot

_NOBODY = 65534
_NEW_NAMESPACE, _PRIVATE = 0x00020000, 1 << 18 | 1 << 14


@contextmanager
def _no_more_pages(engine: Engine, _folder: Path) -> Iterator[None]:
    def most(pages: int) -> None:
        current.execute_sql(f"PRAGMA max_page_count = {pages}")

    on_writer(engine, lambda: most(current.execute_sql("PRAGMA page_count").fetchone()[0]))
    yield
    on_writer(engine, lambda: most(2**30))


@contextmanager
def _no_longer_files(engine: Engine, _folder: Path) -> Iterator[None]:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    # Neither the file nor its journal may grow beyond this; a part of each page fits.
    limit = engine.path.stat().st_size + 1000
    resource.setrlimit(resource.RLIMIT_FSIZE, (min(limit, 6000), resource.RLIM_INFINITY))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@contextmanager
def _full(engine: Engine, folder: Path) -> Iterator[None]:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    yield
    filler.unlink()


def _mounted(folder: Path) -> bool:
    """Put a small disk of its own at a folder, for this process alone; return whether that is permitted."""
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform != "linux" or libc.unshare(_NEW_NAMESPACE):
        return False
    if libc.mount(b"none", b"/", None, _PRIVATE, None):
        return False
    return not libc.mount(b"tmpfs", bytes(folder), b"tmpfs", 0, b"size=2m")


_WAYS: dict[str, Callable[[Engine, Path], object]] = {
    "max_page_count": _no_more_pages,
    "RLIMIT_FSIZE": _no_longer_files,
    "small disk": _full,
}


def _disk_full(seed: int, folder: Path) -> Outcome:
    name = list(OPERATIONS)[seed % len(OPERATIONS)]
    way = list(_WAYS)[seed // len(OPERATIONS) % len(_WAYS)]
    if way == "small disk" and not _mounted(folder):
        return Outcome(trials=0, note="a small disk cannot be mounted here")
    path = begin(folder, start_of(name))
    before = snapshot(path)
    engine = Engine(path, keeping=False)
    lost, half = [], []
    with _WAYS[way](engine, folder):  # type: ignore[attr-defined]
        error = OPERATIONS[name](engine).exception(PATIENCE)
        ask(engine, lambda: queries.names("item", [1]))
    if isinstance(error, CannotWrite):
        if error.trouble not in ("full", "disk"):
            lost.append(f"{name}, {way}: told as {error.trouble}: {error}")
        if snapshot(path) != before:
            half.append(f"{name}, {way}: something of it was stored")
        OPERATIONS[name](engine).result(PATIENCE)
    elif error is not None:
        lost.append(f"{name}, {way}: {error!r}")
    run(engine, items.create(name="With space"))
    half += [*on_writer(engine, derive.drift), *faults(path)]
    engine.close()
    return judged(lost, half)


def _read_only_file(path: Path) -> None:
    path.chmod(0o444)


def _read_only_folder(path: Path) -> None:
    path.parent.chmod(0o555)


def _both(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


def _of_another(path: Path) -> None:
    os.chown(path, 0, 0)
    path.chmod(0o644)


def _unreadable(path: Path) -> None:
    os.chown(path, 0, 0)
    path.chmod(0o600)


def _while_open(_path: Path) -> None:
    """Nothing before: both become read-only while it is open."""


_READ_ONLY = (_read_only_file, _read_only_folder, _both, _of_another, _unreadable, _while_open)


def _read_only(seed: int, folder: Path) -> Outcome:
    """Look as another user, for root may write anything."""
    if os.getuid():
        return Outcome(trials=0, note="only root can become another user")
    make = _READ_ONLY[seed % len(_READ_ONLY)]
    inside = folder / "inside"
    inside.mkdir()
    path = begin(inside)
    for one in (inside, path, Path(os.environ["ITEMLINK_HOME"])):
        os.chown(one, _NOBODY, _NOBODY)
    make(path)
    before = digest(path), beside(path), path.stat().st_mtime_ns
    with Forked(partial(_look, path, make is _unreadable, make is _while_open)) as child:
        wrong = child.line.rest()
        code = child.end()
    if code:
        return Outcome(crashed=1, note=f"{make.__name__}: ended with {code}")
    if (digest(path), beside(path), path.stat().st_mtime_ns) != before:
        wrong.append("the file or its folder was changed")
    return judged([f"{make.__name__}: {one}" for one in wrong])


def _look(path: Path, unreadable: bool, while_open: bool, line: Line) -> None:
    os.setgroups([])
    os.setgid(_NOBODY)
    os.setuid(_NOBODY)
    try:
        engine = Engine(path)
    except CannotOpen as error:
        if not unreadable:
            line.say(f"it cannot be opened: {error}")
        return
    if unreadable:
        line.say("it was opened")
    if engine.read_only == while_open:
        line.say(f"read_only is {engine.read_only}")
    if while_open:
        _both(path)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    if ask(engine, lambda: queries.names("item", [1])) != {1: "Item 1"}:
        line.say("it cannot be read")
    for future in (engine.run(items.create(name="x")), engine.undo()):
        failed = future.exception(PATIENCE)
        # What is made read-only while it is open can be written through what was opened before.
        if not isinstance(failed, CannotWrite) and not (while_open and failed is None):
            line.say(f"a write ended with {failed!r}")
    copy = Path(os.environ["ITEMLINK_HOME"], "copy.itemlink")
    engine.save_copy(copy).result(PATIENCE)
    engine.close()
    if faults(copy):
        line.say("the copy is not sound")


FAULTS = (
    Fault("disk full", 3 * len(OPERATIONS), 3 * len(OPERATIONS), _disk_full),
    Fault("read-only file, folder", len(_READ_ONLY), len(_READ_ONLY), _read_only),
)
