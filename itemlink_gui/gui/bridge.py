"""Between the engine's threads and the window: answers and news arrive on the GUI thread, in their order."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import Cancelled, ItemLinkError
from itemlink_gui.engine import Engine
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.ops.operation import Operation

T = TypeVar("T")
Failed = Callable[[ItemLinkError], bool]


class Bridge(QObject):
    """The window's way to the file.

    Args:
        engine: of the open file; the bridge does not close it.
        prompts: asks the user what a failure leaves open.
        parent: owns the bridge.
    """

    changed = Signal(object)
    """A `Change`, whoever made it."""
    failed = Signal(object)
    """An `ItemLinkError` that nobody else took care of."""

    _arrived = Signal(object)

    def __init__(self, engine: Engine, prompts: Prompts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine = engine
        self.prompts = prompts
        # Marks drags and the clipboard as ours and of this file: ids mean nothing elsewhere.
        self.nonce = os.urandom(16)
        self._closed = False
        self._newest: dict[Hashable, object] = {}
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        engine.listen(self._tell)

    def run(
        self, operation: Operation[T], then: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Run an operation and return at once; views follow when the news of it arrives.

        Args:
            operation: from ``ops``.
            then: gets the result, after the news.
            failed: gets the error; returns whether it has told the user. If not, `failed` is emitted.
        """
        self.follow(self.engine.run(operation), then, failed)

    def read(self, question: Callable[[], T], then: Callable[[T], None], *, slot: Hashable = None) -> None:
        """Ask the file something and return at once.

        Args:
            question: runs on the reader.
            then: gets the answer, unless a newer question in the same slot was asked meanwhile.
            slot: see `Engine.read`.
        """
        if slot is None:
            self.follow(self.engine.read(question), then)
            return
        self._newest[slot] = asked = object()

        def newest(answer: T) -> None:
            # The engine gives up what waits or runs; an answer may be on its way here already.
            if self._newest.get(slot) is asked:
                then(answer)

        self.follow(self.engine.read(question, slot=slot), newest)

    def undo(self, expected: int | None, then: Callable[[Change], None], failed: Failed) -> None:
        """Take the newest step back; see `Engine.undo`, and `run` for what is called."""
        self.follow(self.engine.undo(expected), then, failed)

    def redo(self, expected: int | None, then: Callable[[Change], None], failed: Failed) -> None:
        """Do the step again that was taken back last; arguments as with `undo`."""
        self.follow(self.engine.redo(expected), then, failed)

    def follow(self, future: Future[T], then: Callable[[T], None] | None = None, failed: Failed | None = None) -> None:
        """Hand a future's answer over on the GUI thread; arguments as with `run`."""

        def hand_over(done: Future[T]) -> None:
            self._post(lambda: self._deliver(done, then, failed))

        future.add_done_callback(hand_over)

    def close(self) -> None:
        """Deliver nothing more."""
        self._closed = True

    def _tell(self, change: Change) -> None:
        self._post(lambda: self.changed.emit(change))

    def _post(self, delivery: Callable[[], None]) -> None:
        """Queue a delivery for the GUI thread; runs on the engine's threads."""
        if not self._closed:
            self._arrived.emit(delivery)

    def _on_arrived(self, delivery: Callable[[], None]) -> None:
        if not self._closed:
            delivery()

    def _deliver(self, done: Future[Any], then: Callable[[Any], None] | None, failed: Failed | None) -> None:
        try:
            answer = done.result()
        except (CancelledError, Cancelled):
            return
        except ItemLinkError as error:
            if failed is None or not failed(error):
                self.failed.emit(error)
            return
        if then is not None:
            then(answer)
