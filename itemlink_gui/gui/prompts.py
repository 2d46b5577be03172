"""The one object that asks and tells the user everything that needs a dialog; tests put another in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import TypeVar

import shiboken6
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from itemlink_gui.base.i18n import tr
from itemlink_gui.base.paths import FILE_SUFFIX
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.waiting import Waiting
from itemlink_gui.store.bulk import Progress

T = TypeVar("T")

BUG_REST_S = 5.0
"""Seconds between two dialogs about bugs."""

_ButtonRole = QMessageBox.ButtonRole


class Prompts:
    """Dialogs over one window. Each method returns when the user has answered.

    Args:
        parent: the window that the dialogs belong to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent
        self._bug_shown = False
        self._bug_closed = -BUG_REST_S

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Say something that must be read; Enter and Esc close it."""
        box = self._box(title, text, details, "info")
        box.setDefaultButton(box.addButton(tr("OK"), _ButtonRole.AcceptRole))
        self._clicked(box)

    def ask(self, title: str, text: str, verb: str, *, danger: bool = False, details: str = "") -> bool:
        """Ask whether to go on.

        Args:
            title: of the window.
            text: what will happen.
            verb: on the button that goes on; Enter presses it, Esc cancels.
            danger: it cannot be undone, or takes much away: Enter cancels too, and the button looks like it.
            details: a second, quieter paragraph.

        Returns:
            True if the user pressed ``verb``.
        """
        box = self._box(title, text, details, "triangle-alert" if danger else "circle-help")
        go_on = box.addButton(verb, _ButtonRole.AcceptRole)
        cancel = box.addButton(tr("Cancel"), _ButtonRole.RejectRole)
        box.setDefaultButton(cancel if danger else go_on)
        box.setEscapeButton(cancel)
        if danger:
            _mark(go_on, "danger")
        return self._clicked(box) is go_on

    def choose(self, title: str, text: str, verbs: Mapping[str, str], default: str | None) -> str | None:
        """Let the user choose one of a few ways to go on.

        Args:
            title: of the window.
            text: what there is to decide.
            verbs: by key the text of the button.
            default: the key of the button that Enter presses; None for Cancel.

        Returns:
            The key of the button pressed; None for Cancel and Esc.
        """
        box = self._box(title, text, "", "circle-help")
        buttons = {key: box.addButton(verb, _ButtonRole.AcceptRole) for key, verb in verbs.items()}
        cancel = box.addButton(tr("Cancel"), _ButtonRole.RejectRole)
        box.setDefaultButton(cancel if default is None else buttons[default])
        box.setEscapeButton(cancel)
        clicked = self._clicked(box)
        return next((key for key, button in buttons.items() if button is clicked), None)

    def open_file(self, title: str, start_dir: Path) -> Path | None:
        """Ask which file to open, beginning in a folder; None if the user cancels."""
        dialog = QFileDialog(self.parent, title, str(start_dir), _filters())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def save_file(self, title: str, suggestion: Path, *, replace: bool = True) -> Path | None:
        """Ask where to write a file, asking again before one that exists is replaced.

        Args:
            title: of the dialog.
            suggestion: the folder to begin in and the name to propose.
            replace: a file that exists may be replaced; if not, the caller refuses it, and nothing is asked here.

        Returns:
            The path, always with our suffix; None if the user cancels.
        """
        dialog = QFileDialog(self.parent, title, str(suggestion.parent), _filters())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(FILE_SUFFIX.lstrip("."))
        dialog.selectFile(suggestion.name)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replace)
        path = _chosen(dialog)
        if path is None or path.suffix.lower() == FILE_SUFFIX:
            return path
        # "term.2" has a suffix already: Qt added none, and asked about another file than the one we would replace
        path = path.with_name(path.name + FILE_SUFFIX)
        question = tr("There is a file “{name}” already. Replace it?", name=path.name)
        if not replace or not path.exists():
            return path
        return path if self.ask(title, question, tr("Replace"), danger=True) else None

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder that exists; None if the user cancels."""
        dialog = QFileDialog(self.parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _chosen(dialog)

    def wait_for(self, title: str, text: str, work: Callable[[Progress], T]) -> T:
        """Do something long on a thread, with a dialog that shows how far it is and can cancel it.

        Args:
            title: of the window.
            text: what is being done.
            work: see `Waiting`.

        Raises:
            Cancelled: if the user cancelled it; and whatever the work raises.
        """
        return Waiting(title, text, work, self.parent).answer()

    def report_bug(self, summary: str, report: str) -> None:
        """Tell that the program made a mistake, with a report to copy; at most one in 5 seconds.

        Args:
            summary: what happened, in words.
            report: what helps to mend it; it must hold no names and no paths.
        """
        if self._bug_shown or monotonic() - self._bug_closed < BUG_REST_S:
            return
        self._bug_shown = True
        dialog = _BugDialog(summary, report, self.parent)
        try:
            dialog.exec()
        finally:
            self._bug_shown, self._bug_closed = False, monotonic()
            dialog.deleteLater()

    def _box(self, title: str, text: str, details: str, sign: str) -> QMessageBox:
        return texts.message_box(title, text, details=details, sign=sign, parent=self.parent)

    def _clicked(self, box: QMessageBox) -> object:
        asked_from = QApplication.activeWindow()
        try:
            box.exec()
            return box.clickedButton()
        finally:
            box.deleteLater()
            # The system gives the keyboard to the window, also where a dialog over it has asked.
            if asked_from is not None and shiboken6.isValid(asked_from) and asked_from.isVisible():
                asked_from.activateWindow()


class _BugDialog(QDialog):
    """A sentence, the report to read, and a button that copies it."""

    def __init__(self, summary: str, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(tr("Something went wrong"))
        self.resize(560, 360)
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName(tr("Report"))
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(texts.label(summary, wrap=True))
        column.addWidget(texts.label(tr("This report helps to mend it."), muted=True, wrap=True))
        column.addWidget(shown, 1)
        column.addWidget(buttons)
        close.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


def _mark(button: QPushButton, kind: str) -> None:
    button.setProperty("kind", kind)
    button.style().polish(button)  # it has got its looks already, without the property


def _filters() -> str:
    return ";;".join((tr("ItemLink files (*{suffix})", suffix=FILE_SUFFIX), tr("All files (*)")))


def _chosen(dialog: QFileDialog) -> Path | None:
    try:
        if not dialog.exec():
            return None
        files = dialog.selectedFiles()
        return Path(files[0]) if files else None
    finally:
        dialog.deleteLater()
