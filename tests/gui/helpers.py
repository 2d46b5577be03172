"""What tests of the window share: one who answers its questions, and hands that do what a person would do."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDrag, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.gui.application import App
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.models import current
from tests.support import PATIENCE

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

NOTHING: Operation[None] = Operation("none", lambda _journal: None)
ID = Qt.ItemDataRole.UserRole
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier

HOSTILE = '<img src="file:///dev/zero"><b>R&D</b> & \u202egnirts\u202c'
"""A name that a careless window would load, format, underline or turn round."""


class FakePrompts(Prompts):
    """Notes every question and gives the answers put in before; a question without an answer fails the test."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, ...]] = []
        self.bugs: list[str] = []
        self._answers: dict[str, deque[Any]] = {}

    def will(self, method: str, *answers: Any) -> None:
        """Put in what the next questions of a kind get for an answer."""
        self._answers.setdefault(method, deque()).extend(answers)

    def _answer(self, method: str, *said: str) -> Any:
        self.calls.append((method, *said))
        waiting = self._answers.get(method)
        assert waiting, f"nobody expected to be asked: {method} {said}"
        return waiting.popleft()

    def tell(self, title: str, text: str, details: str = "") -> None:
        self.calls.append(("tell", title, text, details))

    def ask(self, title: str, text: str, verb: str, *, danger: bool = False, details: str = "") -> bool:
        return bool(self._answer("ask", title, text, verb, details))

    def choose(self, title: str, text: str, verbs: Mapping[str, str], default: str) -> str | None:
        answer: str | None = self._answer("choose", title, text, *verbs.values())
        return answer

    def open_file(self, title: str, start_dir: Path) -> Path | None:
        answer: Path | None = self._answer("open_file", title, str(start_dir))
        return answer

    def save_file(self, title: str, suggestion: Path, *, replace: bool = True) -> Path | None:
        answer: Path | None = self._answer("save_file", title, str(suggestion))
        return answer

    def report_bug(self, summary: str, report: str) -> None:
        self.bugs.append(report)

    def unused(self) -> list[str]:
        """Return the questions that were expected and never asked."""
        return [method for method, waiting in self._answers.items() if waiting]


class Person:
    """One who works with a window.

    Args:
        app: with the window.
        qtbot: waits.
        prompts: answers its questions.
    """

    def __init__(self, app: App, qtbot: QtBot, prompts: FakePrompts) -> None:
        self.app = app
        self.qtbot = qtbot
        self.prompts = prompts
        self._asked = 0
        self._engine: Engine | None = None
        self._count_questions()

    # Seeing.

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
        found = self.find(QTableView, f"{kind}sTable")
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

    # Doing.

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
        box = self.find(QLineEdit, f"{kind}sSearch")
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

    def drag(self, view: Kind | QTableView, *names: str) -> Drag:
        """Press the mouse on the selected rows and begin to drag; they are selected before if named."""
        table = self.view(view) if isinstance(view, str) else view
        assert isinstance(table, IdTableView)
        if names:
            self.select(table, *names)
        return Drag(self, table)


class Drag:
    """A drag from the press of the button on; what the mouse does meanwhile is done inside ``QDrag.exec``.

    Args:
        person: whose.
        view: the table that it starts from.
    """

    def __init__(self, person: Person, view: IdTableView) -> None:
        self._person = person
        self._view = view
        self._entered: QTableView | None = None
        self.drag: QDrag | None = None
        self.offered: Qt.DropAction | None = None

    @property
    def mime(self) -> QMimeData:
        assert self.drag is not None, "no drag began"
        return self.drag.mimeData()

    def carry(self, act: Callable[[Drag], object]) -> None:
        """Begin, and do ``act`` while the button is held."""

        def execute(drag: QDrag, supported: Qt.DropAction, *_: Any) -> Qt.DropAction:
            self.drag, self.offered = drag, supported
            act(self)
            if self._entered is not None:
                leave(self._entered)
            return Qt.DropAction.IgnoreAction

        # Qt's own would wait for a real mouse, which the offscreen platform has not.
        real, viewport = QDrag.exec, self._view.viewport()
        (row, *_) = sorted({index.row() for index in self._view.selectionModel().selectedRows()})
        start = self._person.place(self._view, row)
        QDrag.exec = execute  # type: ignore[method-assign,assignment]
        try:
            mouse(viewport, QEvent.Type.MouseButtonPress, start)
            for step in range(1, 4):
                if self.drag is None:
                    far = QPoint(step * QApplication.startDragDistance(), step * 6)
                    mouse(viewport, QEvent.Type.MouseMove, start + far)
        finally:
            QDrag.exec = real  # type: ignore[method-assign]
            # The button is let go inside the drag: Qt hears of it, the table does not.
            mouse(self._person.window.statusBar(), QEvent.Type.MouseButtonRelease, QPoint())
        assert self.drag is not None, "no drag began"
        self._person.settle()

    def over(self, view: QTableView, row: int) -> bool:
        """Move over a row of a table, -1 for the space below the last; return whether a drop is welcome there."""
        if self._entered is not view:
            if self._entered is not None:
                leave(self._entered)
            self._entered = view
            if not enter(view, self.mime, self._at(view, row)):
                return False
        accepted = move_over(view, self.mime, self._at(view, row))
        self._person.look()
        # What is not known yet at the first move is known at the next.
        accepted = move_over(view, self.mime, self._at(view, row))
        self._person.look()
        return accepted

    def drop(self, view: QTableView, row: int) -> bool:
        """Let go over a row; return whether the drop was taken."""
        if not self.over(view, row):
            return False
        self._entered = None
        return drop(view, self.mime, self._at(view, row))

    def _at(self, view: QTableView, row: int) -> QPoint:
        return self._person.place(view, row) if row >= 0 else QPoint(30, view.viewport().height() - 3)


def retype(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Type a text in place of what stands in an editor, key by key."""
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    for sign in text:
        key = Qt.Key.Key_Return if sign == "\n" else Qt.Key.Key_unknown
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, NO_KEYS, sign))


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """Send what the left button of the mouse does, or a move with it held down."""
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, QPointF(at), QPointF(widget.mapToGlobal(at)), button, held, NO_KEYS)
    QApplication.sendEvent(widget, event)


def enter(view: QTableView, mime: QMimeData, at: QPoint) -> bool:
    """Come over a table with dragged data; return whether it looks at them."""
    event = QtGui.QDragEnterEvent(at, COPY, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def move_over(view: QTableView, mime: QMimeData, at: QPoint) -> bool:
    """Move on over a table; return whether a drop there is welcome."""
    event = QtGui.QDragMoveEvent(at, COPY, mime, LEFT, NO_KEYS)
    event.ignore()
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def drop(view: QTableView, mime: QMimeData, at: QPoint) -> bool:
    """Let dragged data go over a table; return whether it took them."""
    event = QtGui.QDropEvent(QPointF(at), COPY, mime, LEFT, NO_KEYS)
    event.ignore()
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def leave(view: QTableView) -> None:
    """Leave a table with dragged data."""
    QApplication.sendEvent(view.viewport(), QtGui.QDragLeaveEvent())


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
