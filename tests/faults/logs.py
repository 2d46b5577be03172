"""A word that stands in every name, text and path: no error may carry it into a log or into a report of a mistake."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qWarning
from PySide6.QtWidgets import QApplication

from itemlink_gui import app as application_root
from itemlink_gui.base import files, log, paths
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import application, bugs
from itemlink_gui.ops import customers, items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import check, new_file
from itemlink_gui.store.models import Item, current
from tests.faults.fault import Fault, Outcome
from tests.faults.support import begin
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import Person, delete_later
from tests.support import PATIENCE, raw

CANARY = "Kanarienvogel"

Cause = Callable[[Person, Path], object]


def _fail(_person: Person, _path: Path) -> None:
    raise ValueError(CANARY)


def _on_writer(work: Callable[[], object], person: Person, _path: Path) -> None:
    person.engine.run(Operation("none", lambda _journal: work())).exception(PATIENCE)


def _on_reader(work: Callable[[], object], person: Person, _path: Path) -> None:
    person.engine.read(work).exception(PATIENCE)


def _aside(work: Callable[[], object], person: Person, _path: Path) -> None:
    person.engine.aside(work).exception(PATIENCE)


def _raise(error: Exception) -> None:
    raise error


def _run(operation: Callable[[], Operation[Any]], person: Person, _path: Path) -> None:
    error = person.engine.run(operation()).exception(PATIENCE)
    assert isinstance(error, ItemLinkError)
    person.window.bridge.run(operation())


def _sql(person: Person, path: Path) -> None:
    for on in (_on_writer, _on_reader):
        on(lambda: current.execute_sql(f"SELECT '{CANARY}' FROM {CANARY}"), person, path)
    _on_writer(lambda: Item.insert(name=CANARY * 100).execute(), person, path)
    _on_writer(lambda: Item.insert(id="x", name=CANARY, created_at=CANARY, updated_at=CANARY).execute(), person, path)


def _listener(person: Person, path: Path) -> None:
    person.engine.listen(lambda _change: _raise(ValueError(CANARY)))
    person.engine.run(items.create(name=CANARY)).result(PATIENCE)


def _thread(person: Person, path: Path) -> None:
    thread = threading.Thread(target=_fail, args=(person, path), name=CANARY)
    thread.start()
    thread.join()


def _slot(person: Person, path: Path) -> None:
    QTimer.singleShot(0, partial(_fail, person, path))
    QApplication.processEvents()


def _qt(_person: Person, _path: Path) -> None:
    qWarning(CANARY)
    bugs._on_qt_message(QtMsgType.QtCriticalMsg, QMessageLogContext(), CANARY)


def _moved(person: Person, path: Path) -> None:
    person.engine.path.rename(path.with_name(f"{CANARY} moved.itemlink"))
    person.engine.run(items.create(name=CANARY)).exception(PATIENCE)
    person.engine.run(Operation("none", lambda _: person.engine._writer.idle())).exception(PATIENCE)


def _damaged(person: Person, path: Path) -> None:
    other = path.with_name(f"{CANARY} damaged.itemlink")
    new_file.create(other)
    content = bytearray(other.read_bytes())
    content[8192:16384] = b"\xff" * 8192
    other.write_bytes(content)
    with suppress(ItemLinkError):
        check.check(other)
    person.window.files.open_requested.emit(other)


def _copy(person: Person, path: Path) -> None:
    person.engine.save_copy(path.with_name(f"no {CANARY}") / "copy.itemlink").exception(PATIENCE)


def _settings(_person: Person, path: Path) -> None:
    broken = path.with_name(f"{CANARY}.json")
    broken.write_text(f"{{{CANARY}")
    Settings(broken)
    broken.write_text("{}")
    Settings(path.parent / CANARY / CANARY / "s.json").set("last_file", CANARY)
    with suppress(OSError):
        files.write_bytes(path / CANARY, b"")


def _open(name: str, person: Person, path: Path) -> None:
    target = path.with_name(f"{CANARY} {name}")
    if name == "folder":
        target.mkdir()
    elif name == "text":
        target.write_text(CANARY)
    elif name == "newer":
        new_file.create(target)
        with raw(target) as connection:
            connection.execute("PRAGMA user_version = 99")
    person.window.files.open_requested.emit(target)


def _held(person: Person, path: Path) -> None:
    _on_writer(lambda: current.execute_sql("PRAGMA busy_timeout = 10"), person, path)
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        person.engine.run(items.create(name=CANARY)).exception(PATIENCE)
        other.execute("ROLLBACK")


def _full(person: Person, path: Path) -> None:
    def most() -> None:
        current.execute_sql("PRAGMA max_page_count = 1")

    _on_writer(most, person, path)
    person.engine.run(items.create(name=CANARY, description=CANARY * 2000)).exception(PATIENCE)


def _logged(_person: Person, _path: Path) -> None:
    try:
        raise KeyError(CANARY)
    except KeyError:
        logging.getLogger("itemlink_gui.canary").exception("a canary")


CAUSES: tuple[Cause, ...] = (
    _slot,
    _thread,
    _listener,
    _qt,
    _sql,
    _damaged,
    _copy,
    _settings,
    _held,
    _logged,
    *(partial(_open, name) for name in ("missing", "folder", "text", "newer")),
    *(partial(on, partial(_raise, ValueError(CANARY))) for on in (_on_writer, _on_reader, _aside)),
    *(partial(on, partial(_raise, OSError(5, CANARY, CANARY))) for on in (_on_writer, _on_reader, _aside)),
    partial(_run, lambda: items.update(1, name=f"{CANARY}\0")),
    partial(_run, lambda: items.update(1, name="x", expected={"name": CANARY})),
    partial(_run, lambda: customers.create(username=CANARY)),
    partial(_run, lambda: customers.update(7, email=f"{CANARY}@")),
    partial(_run, lambda: links.link([99], [7])),
    # After these nothing can be stored any more: the last of their trials.
    _moved,
    _full,
)
# So many of them share a window.
_EACH = 6
_TRIALS = -(-len(CAUSES) // _EACH)


@contextmanager
def _window(path: Path) -> Iterator[Person]:
    prompts = FakePrompts()
    # Whatever is asked is answered with no.
    prompts._answer = lambda method, *_: False if method == "ask" else None  # type: ignore[method-assign]
    application.Prompts = lambda: prompts  # type: ignore[attr-defined,assignment,misc]
    app = application_root.build([str(path)])
    person = Person(app, None, prompts)  # type: ignore[arg-type]
    person.settle()
    yield person
    app.close()
    delete_later()


def _named(seed: int, folder: Path) -> Outcome:
    home = folder / CANARY
    home.mkdir()
    path = begin(home).rename(home / f"{CANARY}.itemlink")
    causes = CAUSES[seed::_TRIALS]
    with _window(path) as person:
        for made in (items.create(name=CANARY, description=CANARY), customers.create(username=CANARY, notes=CANARY)):
            person.engine.run(made).result(PATIENCE)
        for cause in causes:
            cause(person, path)
            for _ in range(5):
                QApplication.processEvents()
        reports = person.prompts.bugs
    log.stop()
    texts = {one.name: one.read_text(errors="replace") for one in paths.log_dir().iterdir()}
    texts |= {f"report {number}": report for number, report in enumerate(reports)}
    leaks = [
        f"{name}: …{text[max(0, text.find(CANARY) - 200) :][:300]}" for name, text in texts.items() if CANARY in text
    ]
    return Outcome(len(causes), lost=len(leaks), note=" ".join(leaks))


FAULTS = (Fault(f"names in logs ({_EACH} errors a trial)", _TRIALS, _TRIALS, _named),)
