"""What happens when the program makes a mistake: the window lives on, the log gets a line, the user one dialog."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from types import TracebackType
from typing import Any

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

import itemlink_gui
from itemlink_gui.base import log
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.prompts import Prompts

_log = logging.getLogger(__name__)


class BugCatcher(QObject):
    """Takes what nobody else caught, in any thread, and tells it once.

    Args:
        prompts: shows the dialog.
        parent: owns the catcher.
    """

    _caught = Signal(str)

    def __init__(self, prompts: Prompts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._before: tuple[Any, Any, Any, Any] | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin: exceptions in slots, threads and destructors, and Qt's own messages."""
        before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._before = (*before, qInstallMessageHandler(_on_qt_message))

    def remove(self) -> None:
        """Put everything back as it was."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before[:3]
            qInstallMessageHandler(self._before[3])
            self._before = None

    def _on_exception(self, kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _traceback)
            return
        self._take(error)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._take(caught.exc_value)

    def _on_unraisable(self, caught: Any) -> None:
        if caught.exc_value is not None:
            self._take(caught.exc_value)

    def _take(self, error: BaseException) -> None:
        told = log.describe(error)
        _log.error("a mistake of the program\n%s", told)
        self._caught.emit(told)

    def _on_caught(self, told: str) -> None:
        self._report(tr("ItemLink made a mistake. What you see is stored; this one step may not have been done."), told)

    def show(self, told: str) -> None:
        """Show the report of an earlier run, in which there was no time for it."""
        self._report(tr("The system ended ItemLink. What was stored before is there."), told)

    def _report(self, summary: str, told: str) -> None:
        versions = (
            f"ItemLink {itemlink_gui.__version__}, Python {platform.python_version()}, "
            f"PySide6 {PySide6.__version__}, {platform.system()} {platform.release()}"
        )
        self._prompts.report_bug(summary, f"{versions}\n\n{told}")


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # What Qt says may hold paths or texts of the user: the log gets where it was said, the terminal all of it.
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s in %s", context.category, context.function or "?")
    print(message, file=sys.stderr)
