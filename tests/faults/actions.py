"""Every action while the file refuses: at the beginning of a transaction, at its end, and in the commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import peewee
import shiboken6
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from itemlink_gui.base import launcher
from itemlink_gui.engine import writer
from itemlink_gui.gui import actions
from itemlink_gui.gui.tables.drag import between
from itemlink_gui.store.history import undo_state
from itemlink_gui.store.models import current
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import begin
from tests.faults.windows import until, window
from tests.gui.dragging import NO_KEYS
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import CTRL, Person
from tests.support import ask, on_writer, snapshot, undo

# What ends the window or leaves the program.
_LEFT_OUT = {"quit"}
# What must have met the refusal, or the trial shows nothing.
_WRITING = {
    "undo", "redo", "new_item", "new_customer", "duplicate", "delete", "link", "unassign", "replace", "clear_links",
    "drop",
}  # fmt: skip


class _Refusing:
    """The writer's database, and one that raises while it is armed.

    Args:
        where: at which point.
        error: what it raises.
    """

    def __init__(self, where: str, error: Callable[[], Exception]) -> None:
        self._real, self._where, self._error = current, where, error
        self.armed = False
        self.raised = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    @contextmanager
    def atomic(self, *arguments: str) -> Iterator[None]:
        """Stand in for the transaction of a write."""
        if self._where == "enter":
            self._raise()
        with self._real.atomic(*arguments):
            yield
            if self._where == "before the commit":
                self._raise()

    def commit(self) -> None:
        """Stand in for the commit itself."""
        if self._where == "commit":
            self._raise()
        self._real.connection().commit()

    def _raise(self) -> None:
        if self.armed:
            self.raised += 1
            raise self._error()


def _disk_error() -> Exception:
    error: Exception = peewee.OperationalError("disk I/O error")
    vars(error)["sqlite_errorcode"] = sqlite3.SQLITE_IOERR
    return error


def _mistake() -> Exception:
    return RuntimeError("a mistake")


_PLACES = ("enter", "before the commit", "commit")
_ERRORS = (_disk_error, _mistake)


def _answers(prompts: FakePrompts) -> None:
    """Have every question answered with yes, and no file chosen."""

    def choose(_title: str, _text: str, verbs: Mapping[str, str], default: str) -> str:
        return default if default in verbs else next(iter(verbs))

    prompts._answer = lambda method, *_said: True if method == "ask" else None  # type: ignore[method-assign]
    prompts.choose = choose  # type: ignore[method-assign,assignment]


def _prepare(person: Person) -> None:
    """Select a record on each side, so that every action has something to act on."""
    # An action before may have left the companies on the left.
    person.action("go_items").trigger()
    for kind, name in (("customer", "Person 4"), ("item", "Item 1"), ("item", "Item 2")):
        person.click(kind, name, CTRL if name == "Item 2" else NO_KEYS)  # type: ignore[arg-type]
    person.settle()


def _fill_dialogs(person: Person) -> None:
    """Type something into every dialog that was opened, accept it, and close what stays."""
    for dialog in QApplication.topLevelWidgets():
        if shiboken6.isValid(dialog) and isinstance(dialog, QDialog) and dialog.isVisible():
            for line in dialog.findChildren(QLineEdit)[:1]:
                line.setText("Typed")
            _look(person)
            dialog.accept()
            _look(person)
            if shiboken6.isValid(dialog):
                dialog.close()


def _acts(person: Person) -> dict[str, Callable[[], object]]:
    acts: dict[str, Callable[[], object]] = {
        row.id: person.action(row.id).trigger for row in actions.rows() if row.id not in _LEFT_OUT
    }
    acts["drop"] = partial(person.window.linking.apply, between("link", "customer", [6], "item", [3]))
    acts["sample"] = person.window.records._on_sample_requested
    return acts


def _refused(seed: int, folder: Path) -> Outcome:
    where, error = _PLACES[seed % len(_PLACES)], _ERRORS[seed % len(_ERRORS)]
    launcher.install = list  # type: ignore[assignment]
    QDesktopServices.openUrl = lambda _url: True  # type: ignore[method-assign,assignment]
    path, wrong, refused = begin(folder), [], set()
    refusing = _Refusing(where, error)
    writer.current = refusing  # type: ignore[attr-defined,assignment]
    with window(path, careless=True) as person:
        _answers(person.prompts)
        undo(person.engine)
        on_writer(person.engine, lambda: setattr(current.obj, "commit", refusing.commit))
        for name, act in _acts(person).items():
            _prepare(person)
            before, stack = snapshot(path), ask(person.engine, undo_state)
            person.prompts.calls.clear()
            person.prompts.bugs.clear()
            refusing.armed, refusing.raised = True, 0
            act()
            _look(person)
            _fill_dialogs(person)
            refusing.armed = False
            refused |= {name} if refusing.raised else set()
            person.settle()
            wrong += [f"{name}, {where}, {error.__name__}: {one}" for one in _after(person, before, stack)]
    if missed := _WRITING - refused:
        wrong.append(f"nothing was refused to {missed}")
    return judged(wrong, trials=len(refused))


def _look(person: Person) -> None:
    """Wait for what comes of an action, without writing anything."""
    for _ in range(3):
        person.look()
        until(lambda: not person.window.bridge.tasks)


def _after(person: Person, before: object, stack: object) -> list[str]:
    """Return what is not as it must be after an action that was refused."""
    wrong = []
    if on_writer(person.engine, lambda: current.connection().in_transaction) is not True:
        wrong.append("writing is not in a transaction any more")
    if snapshot(person.engine.path) != before:
        wrong.append("something was stored")
    if ask(person.engine, undo_state) != stack:
        wrong.append("undo is another")
    dialogs = [call for call in person.prompts.calls if call[0] == "tell"]
    if len(dialogs) + len(person.prompts.bugs) > 1 and not all("About" in call[1] for call in dialogs):
        wrong.append(f"dialogs: {dialogs} {person.prompts.bugs}")
    if not person.window.isVisible():
        wrong.append("the window is gone")
    return wrong


FAULTS = (Fault("every action with a store that raises", 3, 6, _refused, limit=120),)
