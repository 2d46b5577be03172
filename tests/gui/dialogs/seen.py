"""What tests of the dialogs share: what they say, their buttons, and where the Tab key leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton


def said(dialog: QDialog, name: str) -> str:
    """Return what a label says, if it can be seen."""
    (label,) = dialog.findChildren(QLabel, name)
    return label.text() if label.isVisible() else ""


def button(dialog: QDialog, name: str) -> QPushButton:
    """Return a button, seen or not."""
    (found,) = dialog.findChildren(QPushButton, name)
    return found


def reached(number: int) -> list[str]:
    """Press Tab so often, and return the names of what had the keyboard before each time."""
    found = []
    for _ in range(number):
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found
