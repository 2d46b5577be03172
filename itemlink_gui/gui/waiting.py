"""A dialog that stays until a long piece of work is done on a thread of its own, and can cancel it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.errors import Cancelled
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.store import database
from itemlink_gui.store.bulk import Progress
from itemlink_gui.store.explain import explain

T = TypeVar("T")

# Shorter work shows no dialog.
PATIENCE_MS = 300


class Waiting(QDialog, Generic[T]):
    """Runs work and shows how far it is.

    Args:
        title: of the window.
        text: what is being done.
        work: runs on a thread; is given what it may call with what it does, how far it is and how far it goes.
        parent: the window it belongs to.
    """

    _moved = Signal(str, object, object)
    _ended = Signal()

    def __init__(self, title: str, text: str, work: Callable[[Progress], T], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._work = work
        self._cancelled = threading.Event()
        self._answer: T
        self._error: BaseException | None = None
        self._text = texts.label(text)
        self._bar = QProgressBar(maximum=0)
        self._bar.setAccessibleName(text)
        self._bar.setTextVisible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        column.addWidget(buttons)
        self.setMinimumWidth(380)
        self._moved.connect(self._on_moved)

    def answer(self) -> T:
        """Do the work and return what it returns.

        Raises:
            Cancelled: if the user cancelled it.
        """
        loop = QEventLoop()
        self._ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        thread = threading.Thread(target=self._do, name="itemlink-waiting", daemon=True)
        # Stopped in time: shown over what is told next it would be in its way, and nothing would take it away.
        patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(self.show)
        patience.start()
        thread.start()
        loop.exec()
        patience.stop()
        thread.join()
        self.hide()
        self.deleteLater()
        if self._error is not None:
            raise self._error
        return self._answer

    def _do(self) -> None:
        try:
            with database.interruptible(self._cancelled.is_set):
                self._answer = self._work(self._tell)
        except BaseException as error:
            self._error = error
            told = explain(error)
            if isinstance(told, Cancelled):
                self._error = told
        finally:
            # Whatever happens: nobody else ends the loop.
            self._ended.emit()

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled(tr("Cancelled."))
        self._moved.emit(what, done, total)

    def _on_moved(self, what: str, done: int, total: int) -> None:
        self._text.setText(what)
        # Qt counts in 32 bits.
        self._bar.setMaximum(1000 if total else 0)
        self._bar.setValue(done * 1000 // total if total else 0)

    @override
    def reject(self) -> None:
        # It closes when the work has noticed.
        self._cancelled.set()
        self._text.setText(tr("Cancelling…"))
