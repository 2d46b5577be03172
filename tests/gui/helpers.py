"""What tests of the window share: eyes that see what it shows, and hands that do what a person would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.base.changes import PLURAL, Kind
from itemlink_gui.engine import Engine
from itemlink_gui.gui.application import App
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.models import current
from tests.gui.dragging import LEFT, NO_KEYS, Drag
from tests.gui.fakes import FakePrompts
from tests.support import PATIENCE

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

NOTHING: Operation[None] = Operation("none", lambda _journal: None)
ID = Qt.ItemDataRole.UserRole
CTRL = Qt.KeyboardModifier.ControlModifier

HOSTILE = '<img src="file:///dev/zero"><b>R&D</b> & \u202egnirts\u202c'
"""A name that a careless window would load, format, underline or turn round."""


class Onlooker:
    """One who looks at a window.

    Args:
        app: with the window.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def window(self) -> MainWindow:
        return self.app.window

    @property
    def engine(self) -> Engine:
        return self.app.engine

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget of that name."""
        (found,) = self.window.findChildren(kind, name)
        return found

    def view(self, kind: Kind) -> IdTableView:
        """Return the table of a pane."""
        found = self.find(QTableView, f"{PLURAL[kind]}Table")
        assert isinstance(found, IdTableView)
        return found

    def linked(self) -> IdTableView:
        """Return the list of linked records in the inspector."""
        page = self.window.inspector.page()
        assert page is not None
        return page.linked.view

    def names(self, view: Kind | QTableView) -> list[str]:
        """Return what the first column says, from the top."""
        model = (self.view(view) if isinstance(view, str) else view).model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def row(self, view: Kind | QTableView, name: str) -> int:
        """Return where a name stands."""
        return self.names(view).index(name)

    def id(self, view: Kind | QTableView, name: str) -> int:
        """Return the id behind a name."""
        table = self.view(view) if isinstance(view, str) else view
        return int(table.model().index(self.row(table, name), 0).data(ID))

    def selected(self, view: Kind | QTableView) -> list[str]:
        """Return the names that are shown as selected."""
        table = self.view(view) if isinstance(view, str) else view
        return [index.data() for index in table.selectionModel().selectedRows(0)]

    @property
    def message(self) -> str:
        return self.find(QLabel, "messageText").text()

    @property
    def selection_line(self) -> str:
        label = self.find(QLabel, "selectionText")
        return label.text() if label.isVisible() else ""

    def action(self, name: str) -> QAction:
        """Return an action by its id."""
        (found,) = self.window.findChildren(QAction, name)
        return found


class Person(Onlooker):
    """One who works with a window.

    Args:
        app: with the window.
        qtbot: waits.
        prompts: answers its questions.
    """

    def __init__(self, app: App, qtbot: QtBot, prompts: FakePrompts) -> None:
        super().__init__(app)
        self.qtbot = qtbot
        self.prompts = prompts
        self._asked = 0
        self._engine: Engine | None = None
        self._count_questions()

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press keys such as "Ctrl+Z", where the keyboard is or in a widget."""
        QTest.keySequence(widget or QApplication.focusWidget() or self.window, keys)

    def trigger(self, name: str) -> None:
        """Choose an action, which must not be greyed, and wait for what comes of it."""
        action = self.action(name)
        assert action.isEnabled(), name
        action.trigger()
        self.settle()

    def push(self, name: str) -> None:
        """Press a button, which must be there to be pressed, and wait for what comes of it."""
        button = self.find(QPushButton, name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        button.click()
        self.settle()

    def search(self, kind: Kind, text: str) -> None:
        """Type into a search box, key by key, in place of what stands there."""
        box = self.find(QLineEdit, f"{PLURAL[kind]}Search")
        box.setFocus()
        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Backspace)
        QTest.keyClicks(box, text)
        self.settle()

    def place(self, view: QTableView, row: int, column: int = 0) -> QPoint:
        """Return a point on a cell."""
        index = view.model().index(row, column)
        view.scrollTo(index)
        rect = view.visualRect(index)
        return QPoint(rect.left() + min(20, rect.width() // 2), rect.center().y())

    def click(self, view: Kind | QTableView, name: str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click on a row."""
        table = self.view(view) if isinstance(view, str) else view
        table.setFocus()  # as a click on a real screen does
        QTest.mouseClick(table.viewport(), LEFT, keys, self.place(table, self.row(table, name)))

    def select(self, view: Kind | QTableView, *names: str) -> None:
        """Select just these rows with the mouse."""
        for number, name in enumerate(names):
            self.click(view, name, CTRL if number else NO_KEYS)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is queued, under way or waiting to be painted."""
        quiet = 0
        while quiet < 2:
            before = self._asked
            self.engine.run(NOTHING).result(PATIENCE)
            self.look()
            quiet = quiet + 1 if self._asked == before else 0

    def look(self) -> None:
        """Wait for the answers of the reader and for the painting, whatever the writer does."""
        self._count_questions()
        self._read(lambda: None).result(PATIENCE)
        self._read(lambda: None, long=True).result(PATIENCE)
        QApplication.processEvents()
        delete_later()

    def _count_questions(self) -> None:
        """Have an engine that is new here tell of each question: as long as some are asked, all is not settled."""
        if self.engine is not self._engine:
            self._engine, self._read = self.engine, self.engine.read

            def read(*question: Any, **slot: Any) -> Any:
                self._asked += 1
                return self._read(*question, **slot)

            self._engine.read = read  # type: ignore[method-assign]
            self._asked += 1

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that another one does."""
        self.qtbot.waitUntil(condition, timeout=int(PATIENCE * 1000))

    def do(self, operation: Operation[T]) -> T:
        """Have an operation done, as some part of the window would."""
        answer = self.engine.run(operation).result(PATIENCE)
        self.settle()
        return answer

    def editor(self, view: Kind | QTableView, name: str, column: str) -> QLineEdit:
        """Begin to edit a cell by its key."""
        table = self.view(view) if isinstance(view, str) else view
        assert isinstance(table, IdTableView)
        section = [c.key for c in table.table.columns].index(column)
        self.select(table, name)
        table.setCurrentIndex(table.model().index(self.row(table, name), section))
        self.press("F2", table)
        (editor,) = table.viewport().findChildren(QLineEdit, "cellEdit")
        return editor

    def drag(self, view: Kind | QTableView, *names: str, button: Qt.MouseButton = LEFT) -> Drag:
        """Press the mouse on the selected rows and begin to drag; they are selected before if named."""
        table = self.view(view) if isinstance(view, str) else view
        assert isinstance(table, IdTableView)
        if names:
            self.select(table, *names)
        return Drag(self, table, button)


def retype(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Type a text in place of what stands in an editor, key by key."""
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    for sign in text:
        key = Qt.Key.Key_Return if sign == "\n" else Qt.Key.Key_unknown
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, NO_KEYS, sign))


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """Gather the SQL that an engine runs, save for its looks at what other programs did."""
    ran: list[str] = []

    def note(sql: str) -> None:
        if "data_version" not in sql and not ("SELECT" in sql and "serial" in sql):
            ran.append(sql)

    def trace(to: Callable[[str], None] | None) -> None:
        def set_on_this_thread() -> None:
            current.connection().set_trace_callback(to)

        engine.read(set_on_this_thread).result(PATIENCE)
        engine.run(Operation("none", lambda _journal: set_on_this_thread())).result(PATIENCE)

    trace(note)
    ran.clear()
    yield ran
    seen = list(ran)
    trace(None)
    ran[:] = seen


def delete_later() -> None:
    """Delete what is to be deleted later, now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
