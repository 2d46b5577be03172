"""Between the engine's threads and the window: answers and news arrive on the GUI thread, in their order."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import Cancelled, CannotWrite, ItemLinkError
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine import Engine
from itemlink_gui.engine.workers import Task
from itemlink_gui.gui.bursts import Bursts
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.ops.operation import Operation

T = TypeVar("T")
# After so many milliseconds a question is asked again that met a file held by another program.
RETRY_MS = 1000

Failed = Callable[[ItemLinkError], bool]


class Bridge(QObject):
    """The window's way to the file.

    Args:
        engine: of the open file; the bridge does not close it.
        prompts: asks the user what a failure leaves open.
        parent: owns the bridge.
    """

    changed = Signal(object)
    """A `Change`, whoever made it; what scripts do very often comes as one."""
    failed = Signal(object)
    """An `ItemLinkError` that nobody else took care of."""

    noticed = Signal(object)
    """A `Notice`: something about the file itself."""

    begun = Signal()
    """Something is stored, or the file is copied: see `tasks`."""

    given_up = Signal()
    """What the user gave up has come to its end, and nothing of it stays."""

    settled = Signal()
    """All that was to be stored is stored, or was refused."""

    _arrived = Signal(object)

    def __init__(self, engine: Engine, prompts: Prompts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine = engine
        self.prompts = prompts
        # Marks drags and the clipboard as ours and of this file: ids mean nothing elsewhere.
        self.nonce = os.urandom(16)
        self.tasks: dict[Task[Any], str] = {}
        """What is under way, in its order, and what that is: the kind of an operation, "undo", or such."""
        self._closed = False
        self._newest: dict[Hashable, object] = {}
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._bursts = Bursts(self)
        self._bursts.told.connect(self._on_changed)
        engine.listen(self._tell)
        engine.watch(self._notice)
        self._refused: list[tuple[Callable[[], None], Failed | None]] = []

    @property
    def read_only(self) -> bool:
        """Whether nothing can be stored."""
        return self.engine.read_only

    def run(
        self, operation: Operation[T], then: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Run an operation and return at once; views follow when the news of it arrives.

        Args:
            operation: from ``ops``.
            then: gets the result, after the news.
            failed: gets the error; returns whether it has told the user. If not, `failed` is emitted.
        """
        again = partial(self.run, operation, then, failed)
        self.store(self.engine.run(operation), operation.kind, then, failed, again)

    def try_again(self) -> None:
        """Do again, in its order, all that the file did not take since it took something last."""
        refused, self._refused = self._refused, []
        for again, failed in refused:
            # What was asked in a dialog that was closed since is not wanted any more.
            if failed is None or not _gone(failed):
                again()

    @property
    def refused(self) -> int:
        """How much the file did not take and waits for another try."""
        return sum(failed is None or not _gone(failed) for _, failed in self._refused)

    def aside(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None, *, slot: Hashable = None
    ) -> None:
        """Have something done that lasts long; see `Engine.aside`, arguments as with `run`."""
        self.follow(self.engine.aside(work, slot=slot), then, failed)

    def read(
        self, question: Callable[[], T], then: Callable[[T], None], *, slot: Hashable = None, long: bool = False
    ) -> None:
        """Ask the file something and return at once.

        Args:
            question: runs on the reader.
            then: gets the answer, unless a newer question in the same slot was asked meanwhile.
            slot: see `Engine.read`.
            long: see `Engine.read`.
        """
        self._newest[slot] = asked = object()

        def wanted() -> bool:
            # The engine gives up what waits or runs; an answer may be on its way here already.
            return not _gone(then) and (slot is None or self._newest.get(slot) is asked)

        def answered(answer: T) -> None:
            if wanted():
                then(answer)

        def failed(error: ItemLinkError) -> bool:
            if isinstance(error, CannotWrite) and error.trouble == "busy" and wanted():
                QTimer.singleShot(RETRY_MS, self, ask)
            else:
                # What could not be read is nothing that the user wanted stored: a line, no dialog.
                broken = isinstance(error, CannotWrite) and error.trouble in ("damaged", "index")
                self.failed.emit(error if broken else ItemLinkError(str(error)))
            return True

        def ask() -> None:
            if wanted():
                self.follow(self.engine.read(question, slot=slot, long=long), answered, failed)

        ask()

    def undo(self, expected: int | None = None) -> None:
        """Take the newest step back; see `Engine.undo`."""
        self.store(self.engine.undo(expected), "undo", again=partial(self.undo, expected))

    def redo(self, expected: int | None = None) -> None:
        """Do the step again that was taken back last; see `Engine.redo`."""
        self.store(self.engine.redo(expected), "redo", again=partial(self.redo, expected))

    def store(
        self,
        task: Task[T],
        kind: str,
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Follow what the writer does, which the user sees and may give up.

        Args:
            task: of the engine.
            kind: as in `tasks`.
            then: as with `run`.
            failed: as with `run`.
            again: tries it once more where the file did not take it.
        """
        self.tasks[task] = kind
        self.begun.emit()
        self.follow(task, then, partial(self._refuse, again, failed))
        # However it ends, and after it was told.
        task.add_done_callback(lambda _done: self._post(partial(self._on_settled, task)))

    def _refuse(self, again: Callable[[], None] | None, failed: Failed | None, error: ItemLinkError) -> bool:
        """Keep what the file did not take, so that it can be tried again."""
        if isinstance(error, CannotWrite) and again is not None:
            self._refused.append((again, failed))
        return failed is not None and not _gone(failed) and failed(error)

    def _on_settled(self, task: Task[Any]) -> None:
        del self.tasks[task]
        if task.course.unwanted and not task.course.storing:
            self.given_up.emit()
        if not self.tasks:
            self.settled.emit()

    def follow(
        self, future: Future[T], then: Callable[[T], object] | None = None, failed: Failed | None = None
    ) -> None:
        """Hand a future's answer over on the GUI thread; arguments as with `run`."""

        # Emptied when it is delivered: the engine's threads, which may let go of the future last, must not be the
        # ones to delete what the calls belong to.
        calls = [(then, failed)]

        def hand_over(done: Future[T]) -> None:
            self._post(lambda: self._deliver(done, *calls.pop()))

        future.add_done_callback(hand_over)

    def close(self) -> None:
        """Deliver nothing more."""
        self._closed = True
        self._bursts.forget()

    def _tell(self, change: Change) -> None:
        self._post(lambda: self._bursts.add(change))

    def _on_changed(self, change: Change) -> None:
        if change.how != "outside":
            self._refused.clear()
        self.changed.emit(change)

    def _notice(self, notice: Notice) -> None:
        self._post(lambda: self.noticed.emit(notice))

    def _post(self, delivery: Callable[[], None]) -> None:
        """Queue a delivery for the GUI thread; runs on the engine's threads."""
        if not self._closed:
            self._arrived.emit(delivery)

    def _on_arrived(self, delivery: Callable[[], None]) -> None:
        if not self._closed:
            delivery()

    def _deliver(self, done: Future[Any], then: Callable[[Any], object] | None, failed: Failed | None) -> None:
        try:
            answer = done.result()
        except (CancelledError, Cancelled):
            return
        except ItemLinkError as error:
            if failed is None or _gone(failed) or not failed(error):
                self.failed.emit(error)
            return
        if then is not None and not _gone(then):
            then(answer)


def _gone(call: Callable[..., Any]) -> bool:
    """Return whether a bound method's object was deleted meanwhile, as a dialog is when it is closed."""
    if isinstance(call, partial):
        return any(_gone(part) for part in (call.func, *call.args) if callable(part))
    owner = getattr(call, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)
