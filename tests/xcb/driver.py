"""Runs ItemLink in a process of its own, and tells a test what is on the screen: questions and answers, a line each.

The test acts from outside, with a real mouse and keyboard; nothing here changes anything.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QTableView, QWidget

from itemlink_gui import app
from itemlink_gui.gui.application import App
from itemlink_gui.gui.tables.roles import Role


class Around:
    """Questions about the window, and about any widget by its object name.

    Args:
        running: the program.
    """

    def __init__(self, running: App) -> None:
        self._app = running

    def ready(self) -> bool:
        """Whether the window is in front and shows what the file holds."""
        panes = self._app.window.panes.values()
        shown = all(pane.table.loaded and all(map(pane.table.row, range(len(pane.table.ids)))) for pane in panes)
        return shown and self.active()

    def handle(self) -> int:
        """What the window is called by the X server."""
        return int(self._app.window.winId())

    def icon(self) -> bool:
        """Whether the window has an icon."""
        return not self._app.window.windowIcon().pixmap(32).isNull()

    def active(self) -> bool:
        """Whether the window has the keyboard."""
        return self._app.window.isActiveWindow()

    def dragging(self) -> bool:
        """Whether a drag is under way."""
        return self._app.window.session.kind is not None

    def dialog(self) -> str | None:
        """The object name of the dialog that has the keyboard, or its title; empty if the window itself has it."""
        found = QApplication.activeModalWidget() or self._app.window
        if not found.isActiveWindow():
            return None
        return "" if found is self._app.window else found.objectName() or found.windowTitle()

    def menu(self) -> list[str]:
        """What the menu offers that is open."""
        found = QApplication.activePopupWidget()
        return [action.text() for action in found.actions() if action.text()] if isinstance(found, QMenu) else []

    def offers(self, text: str) -> bool:
        """Whether a menu is open that has an entry of that text."""
        return text in [one.replace("&", "") for one in self.menu()]

    def focus(self) -> str:
        """The object name of what has the keyboard."""
        found = QApplication.focusWidget()
        return found.objectName() if found else ""

    def copied(self) -> bool:
        """Whether records of this window are on the clipboard."""
        return QApplication.clipboard().mimeData().hasFormat("application/x-itemlink-records")

    def action(self, name: str) -> str | None:
        """The text of an action; None if it cannot be used now."""
        found = self._app.window.commands[name]
        return found.text().replace("&", "") if found.isEnabled() else None

    def text(self, name: str) -> str | None:
        """What a widget says; None if it is not seen."""
        found = _shown(name)
        if isinstance(found, QPlainTextEdit):
            return found.toPlainText()
        return found.text() if isinstance(found, QLabel | QLineEdit | QPushButton) else None

    def reason(self, name: str) -> str | None:
        """Why what is typed into a field cannot be stored; empty if it can, None if the field is not seen."""
        found = _shown(name)
        return found.accessibleDescription() if found else None

    def middle(self, name: str) -> list[int] | None:
        """The middle of a widget on the screen; None if it is not seen."""
        found: QWidget | None = _shown(name)
        return _on_screen(found, found.rect().center()) if found else None

    def inspected(self) -> str | None:
        """The name of the record that the inspector shows; None if it shows none."""
        page = self._app.window.inspector.page()
        return page.name.text() if page is not None and page.isVisible() else None

    def tab(self, number: int) -> list[int]:
        """The middle of a tab of the inspector, on the screen."""
        page = self._app.window.inspector.page()
        assert page is not None, "the inspector shows nothing"
        bar = page.tabs.tabBar()
        return _on_screen(bar, bar.tabRect(number).center())


class Tables:
    """Questions about tables by their object names, and about rows by the ids of their records."""

    def place(self, table: str, record: int) -> list[int] | None:
        """A point on the name of a row, on the screen; None if it cannot be seen."""
        view: QTableView | None = _shown(table)
        ids = self.listed(table)
        if view is None or record not in ids:
            return None
        rect = view.visualRect(view.model().index(ids.index(record), 0))
        point = QPoint(rect.left() + 60, rect.center().y())
        return _on_screen(view.viewport(), point) if view.viewport().rect().contains(point) else None

    def bottom(self, table: str) -> list[int] | None:
        """A point at the lower edge of a table, on the screen; None if it is not seen."""
        view: QTableView | None = _shown(table)
        return _on_screen(view.viewport(), QPoint(60, view.viewport().height() - 8)) if view else None

    def listed(self, table: str) -> list[int]:
        """The records in their order."""
        view = _shown(table)
        return [] if view is None else [_ask(view, row, Role.ID) for row in range(view.model().rowCount())]

    def selected(self, table: str) -> list[int]:
        """The records that are selected, in their order."""
        view = _shown(table)
        rows = [] if view is None else sorted(index.row() for index in view.selectionModel().selectedRows())
        return [_ask(view, row, Role.ID) for row in rows]

    def count(self, table: str, record: int) -> int | None:
        """The number of links that a row shows."""
        view = _shown(table)
        row = self.listed(table).index(record)
        counts = (_ask(view, row, Role.COUNT, column) for column in range(view.model().columnCount()))
        return next((count for count in counts if count is not None), None)

    def name(self, table: str, record: int) -> str:
        """What a row says in its first cell."""
        view = _shown(table)
        return str(_ask(view, self.listed(table).index(record), Qt.ItemDataRole.DisplayRole))

    def at_end(self, table: str) -> bool:
        """Whether a table is scrolled to its end."""
        view: QTableView | None = _shown(table)
        return view is not None and view.verticalScrollBar().value() == view.verticalScrollBar().maximum()

    def badge(self, table: str) -> list[Any] | None:
        """The record that a drop would land on, and what it would do in few letters; None if there is none."""
        view = _shown(table)
        rows = [row for row in range(view.model().rowCount()) if _ask(view, row, Role.TARGET)]
        return [_ask(view, rows[0], Role.ID), _ask(view, rows[0], Role.BADGE)] if len(rows) == 1 else None

    def states(self, table: str) -> list[str | None]:
        """How much of what is dragged each record has, in their order."""
        view = _shown(table)
        return [_ask(view, row, Role.DROP_STATE) for row in range(view.model().rowCount())]


def _shown(name: str) -> Any:
    # A dialog in front may have fields of the same name as the window behind it.
    # What has just been deleted may be listed still, as something else.
    widgets = (w for w in QApplication.allWidgets() if isinstance(w, QWidget) and shiboken6.isValid(w))
    found = [w for w in widgets if w.objectName() == name and w.isVisible()]
    return max(found, key=QWidget.isActiveWindow, default=None)


def _ask(view: QTableView, row: int, role: int, column: int = 0) -> Any:
    return view.model().index(row, column).data(role)


def _on_screen(widget: QWidget, point: QPoint) -> list[int]:
    found = widget.mapToGlobal(point)
    return [found.x(), found.y()]


class Driver(QObject):
    """Answers each question by the method of its name; answers also while a drag or a dialog is under way.

    Args:
        running: the program.
    """

    def __init__(self, running: App) -> None:
        super().__init__()
        self._app = running
        self._parts = (Around(running), Tables())
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._on_asked)

    def _on_asked(self) -> None:
        line = sys.stdin.readline()
        if not line:
            # The test is over, or died.
            self._app.close()
            return
        question, *arguments = json.loads(line)
        (answer,) = (getattr(part, question) for part in self._parts if hasattr(part, question))
        print(json.dumps(answer(*arguments)), flush=True)


def hear() -> tuple[str, dict[str, str]] | None:
    """Wait for the file to show and the environment to show it in; None if nobody wants a window any more."""
    said = b""
    while not said.endswith(b"\n"):
        # Not a byte more: what follows are questions.
        if not (byte := os.read(sys.stdin.fileno(), 1)):
            return None
        said += byte
    path, environment = json.loads(said)
    return path, environment


def main() -> int:
    """Run the program as its command line does, and answer as soon as there is a window."""
    if (heard := hear()) is None:
        return 0
    path, environment = heard
    os.environ.update(environment)
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    build = app.build
    drivers = []

    def build_and_answer(argv: Sequence[str]) -> App:
        running = build(argv)
        drivers.append(Driver(running))
        return running

    app.build = build_and_answer
    return app.main([path])


if __name__ == "__main__":
    sys.exit(main())
