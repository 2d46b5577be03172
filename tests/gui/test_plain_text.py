"""Names are text wherever they appear: never loaded, formatted, underlined or taken for a key to press."""

from __future__ import annotations

import html
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHelpEvent, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTableView,
    QToolTip,
    QWidget,
)

from itemlink_gui.base.changes import KINDS
from itemlink_gui.engine import Engine
from itemlink_gui.gui import text
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.gui.tables import drag_picture
from itemlink_gui.ops import categories, companies, customers, filters, items, link_fields, links
from itemlink_gui.store import new_file
from tests.gui.conftest import Open
from tests.gui.dragging import Drag
from tests.gui.helpers import Person, delete_later
from tests.support import raw, run

IMAGE = '<img src="file:///nonexistent.png">'
LINES = "two\nlines"
CANARIES = {
    "image": IMAGE,
    "bold": "<b>x</b>",
    "and": "a & b",
    "ands": "&&",
    "entity": "&lt;b&gt; &amp;",
    "turned": "\u202egnirts\u202c",
    "long": "Wide " * 40,
    "emoji": "👩‍👩‍👧 🎓",
    "percent": "%n {name} %1",
    "lines": LINES,
}
CANARIES = {key: name.strip() for key, name in CANARIES.items()}
SHORT = {name: name[:100].strip() for name in CANARIES.values()}
"""Names of fields of links and of filters are shorter."""
every = pytest.mark.parametrize("name", CANARIES.values(), ids=CANARIES.keys())


@pytest.fixture(scope="module")
def hostile_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records, categories, fields of links and filters of all these names.

    Each item has the first customer, and is in the category of its name; all customers belong to each company.
    """
    path = tmp_path_factory.mktemp("hostile") / "hostile.itemlink"
    new_file.create(path)
    engine = Engine(path)
    for number, name in enumerate(CANARIES.values(), 1):
        typed = name.replace("\n", " ")
        run(engine, items.create(name=typed, description=typed))
        run(engine, customers.create(username=f"user{number}", full_name=typed, address=name))
        run(engine, categories.create(typed, item_ids=[number]))
        run(engine, companies.create(name=typed))
        run(engine, link_fields.add(SHORT[name].replace("\n", " "), "text"))
        for kind in KINDS:
            run(engine, filters.save(kind, "none", SHORT[name].replace("\n", " ")))
    everyone = range(1, len(CANARIES) + 1)
    run(engine, links.link(everyone, [1]))
    run(engine, links.link_to("company", everyone, everyone, onto="company"))
    engine.close()
    # Nobody can type a line break into a name; another program can write one.
    with raw(path) as connection:
        connection.create_function("fold", 1, str.casefold, deterministic=True)
        names = [(table, "name") for table in ("item", "company", "category", "link_field", "saved_filter")]
        for table, field in (*names, ("user", "full_name")):
            connection.execute(f"UPDATE {table} SET {field} = ? WHERE {field} = ?", (LINES, LINES.replace("\n", " ")))
    return path


@pytest.fixture
def hostile(hostile_template: Path, tmp_path: Path, open_window: Open) -> Person:
    """One who has opened such a file, itself of such a name."""
    return open_window(shutil.copy(hostile_template, tmp_path / "<b>a & b<img src=x>.itemlink"))


def of(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for part in widget.findChildren(QWidget):
        # A tooltip on the screen is HTML by our own hand; what it is given is looked at below.
        if part.metaObject().className() != "QTipLabel":
            yield part


def careless(window: QWidget) -> list[str]:
    """Labels that would take HTML, and tooltips with tags that are not our own."""
    found = [
        f"label {part.objectName()}: {part.text()}"
        for part in of(window)
        if isinstance(part, QLabel) and part.textFormat() != Qt.TextFormat.PlainText
    ]
    for tip in (*(part.toolTip() for part in of(window)), *(a.toolTip() for a in window.findChildren(QAction))):
        inner = tip.removeprefix('<p style="white-space:pre-wrap">').removesuffix("</p>")
        if "<" in inner:  # without it, Qt takes a text for plain
            found.append(f"tooltip: {tip}")
    return found


def mnemonics(window: QWidget) -> list[str]:
    """The keys to press that buttons and actions got from their texts; a name may give none."""
    texts = [part.text() for part in of(window) if isinstance(part, QAbstractButton)]
    texts += [action.text() for action in window.findChildren(QAction)]
    keys = {said: QKeySequence.mnemonic(said).toString() for said in texts}
    return sorted(f"{key}: {said}" for said, key in keys.items() if key)


def shown_name(person: Person) -> str:
    page = person.window.inspector.page()
    assert page is not None
    assert page.name.isVisible()
    return page.name.text()


@pytest.mark.parametrize("kind", ["item", "customer", "company"])
def test_in_the_window(hostile: Person, kind: str) -> None:
    if kind == "company":
        hostile.trigger("go_companies")
    keys = mnemonics(hostile.window)
    assert "Alt+U: &Undo" in [key[:12] for key in keys]
    for name in CANARIES.values():
        hostile.select(kind, name)  # type: ignore[arg-type]
        assert shown_name(hostile) == name
        page = hostile.window.inspector.page()
        assert page is not None
        for tab in range(3):
            page.tabs.setCurrentIndex(tab)
            hostile.settle()
            assert careless(hostile.window) == []
        hostile.window.grab()
        other = "item" if kind == "customer" else "customer"
        tip = hostile.window.panes[other].scope_button("in").toolTip()  # type: ignore[index]
        assert tip == text.tooltip(f"Only those linked to {name}")
        assert mnemonics(hostile.window) == keys


def test_in_messages_undo_and_history(hostile: Person) -> None:
    hostile.trigger("history")
    (dialog,) = hostile.window.findChildren(QDialog, "fileHistory")
    table = dialog.findChild(QTableView, "historyTable")
    assert isinstance(table, QTableView)
    for number, name in enumerate(CANARIES.values(), 1):
        hostile.do(links.link([number], [number] if number > 1 else [2]))
        assert f"item {name}" in hostile.message
        undo = hostile.action("undo")
        doubled = name.replace("&", "&&")
        assert undo.text().startswith("&Undo Assign ")
        assert undo.text().endswith(f"to {doubled}")
        assert QKeySequence.mnemonic(undo.text()).toString() == "Alt+U"
        assert html.escape(f"to {name}") in undo.toolTip()
        assert name in table.model().index(0, 1).data()
        assert careless(hostile.window) == []
        hostile.trigger("undo")
        assert hostile.message.startswith("Undone: Assign ")
        assert hostile.action("redo").text().endswith(doubled)
    hostile.window.grab()
    dialog.grab()
    assert careless(hostile.window) == []


def test_in_the_palette(hostile: Person) -> None:
    for name in CANARIES.values():
        hostile.select("item", name)
        hostile.trigger("assign")
        (dialog,) = hostile.window.findChildren(QDialog, "assignPalette")
        assert f"Customers of {name}" in [label.text() for label in dialog.findChildren(QLabel)]
        matches = dialog.findChild(QTableView, "assignMatches")
        assert isinstance(matches, QTableView)
        assert set(CANARIES.values()) <= set(hostile.names(matches))
        dialog.grab()
        assert careless(dialog) == []
        dialog.close()
        delete_later()


def test_what_is_asked_before_a_deletion(hostile: Person) -> None:
    for name in CANARIES.values():
        hostile.select("item", name)
        hostile.prompts.calls.clear()
        hostile.prompts.will("ask", False, False)
        hostile.trigger("delete")
        assert hostile.prompts.calls[0][2] == f"Delete {name}? 1 link will go with it."
        hostile.trigger("clear_links")
        assert name in hostile.prompts.calls[1][2]


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize(
    "show",
    [
        lambda prompts, name: prompts.tell("Title", name, name),
        lambda prompts, name: prompts.ask("Title", name, "Verb", details=name),
        lambda prompts, name: prompts.choose("Title", name, {"a": "One"}, "a"),
        lambda prompts, name: prompts.report_bug(name, name),
    ],
    ids=["tell", "ask", "choose", "report_bug"],
)
@every
def test_in_dialogs(qapp: QApplication, show: Callable[[Prompts, str], object], name: str) -> None:
    found: list[tuple[list[str], bool]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.grab()
        texts = [label.text() for label in dialog.findChildren(QLabel)]
        found.append((careless(dialog), name in texts))
        dialog.reject()
        if isinstance(dialog, QMessageBox):
            assert dialog.textFormat() == Qt.TextFormat.PlainText

    QTimer.singleShot(0, qapp, look)
    show(Prompts(), name)
    assert found == [([], True)]


def test_in_the_tooltip_of_a_cell(hostile: Person) -> None:
    view = hostile.view("item")
    section = [column.key for column in view.table.columns].index("description")
    for column in range(1, view.model().columnCount()):
        view.setColumnHidden(column, column != section)
    for name in set(CANARIES.values()) - {"&&"}:  # two letters fit into the narrowest column
        at = view.model().index(hostile.row("item", name), section)
        view.setColumnWidth(section, 48)
        view.scrollTo(at)
        place = view.visualRect(at).center()
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
        assert at.data() == name.replace("\n", " ")
        assert QToolTip.text() == text.tooltip(at.data())
        assert html.escape(at.data()) in QToolTip.text()
    QToolTip.hideText()


def test_in_a_drag(hostile: Person) -> None:
    hints: list[str] = []
    hostile.window.session.hinted.connect(hints.append)
    for name in CANARIES.values():
        if name != CANARIES["image"]:  # who has all the items
            hints.clear()
            row = hostile.row("item", name)
            hostile.drag("customer", name).carry(partial(Drag.over, view=hostile.view("item"), row=row))
            assert f"Assign 1 customer to {name}" in hints
            assert careless(hostile.window) == []


def test_the_picture_of_a_drag_shows_every_letter(qtbot: object) -> None:
    widget = QWidget()

    def paint(name: str) -> QImage:
        return drag_picture.picture([name], 1, widget).toImage()

    others = {"a & b": "a  b", "&a": "a", "<b>x</b>": "x", "&lt;": "<", "two\nlines": "two"}
    for name, careless_name in others.items():
        assert paint(name) != paint(careless_name)
    assert paint("two\nlines") == paint("two lines")
    assert paint("x" * 200).width() == paint("x" * 100).width()


def assert_entries(menu: QMenu, names: Iterable[str]) -> None:
    """The names stand in a menu as they are, and none gives a key to press."""
    entries = {action.text() for action in menu.actions()}
    for name in names:
        entry = next(iter({text.menu_text(name)} & entries), "")
        assert entry, name
        assert QKeySequence.mnemonic(entry).isEmpty()


def test_categories(hostile: Person) -> None:
    hostile.select("item", IMAGE)
    menu = hostile.action("set_category").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert_entries(menu, CANARIES.values())
    menu.clear()  # it shows no tooltips
    listed = hostile.window.categories
    assert set(CANARIES.values()) <= {str(listed.rows.index(n).data()) for n in range(listed.rows.rowCount())}
    for row in listed.rows.rows:
        hostile.do(categories.put([1], row.id))
        assert row.name in hostile.message or row.id == 1
        assert careless(hostile.window) == []
    listed.grab()


def test_fields_of_links(hostile: Person) -> None:
    names = set(SHORT.values())
    hostile.select("item", IMAGE)
    assert names <= {column.label for column in hostile.linked().table.columns}
    assert_entries(hostile.linked().columns.menu(hostile.window), names)
    hostile.trigger("link_fields")
    hostile.select("customer", IMAGE, CANARIES["bold"])
    hostile.trigger("link_details")
    for name in ("linkFields", "details"):
        dialog = hostile.find(QDialog, name)
        dialog.grab()
        assert careless(dialog) == []
        dialog.close()


def test_saved_filters(hostile: Person) -> None:
    dock = hostile.window.filters
    dock.show()
    hostile.settle()
    rows = {row.text(0): row for row in dock.tree.rows()}
    for name in SHORT.values():
        assert rows[name].toolTip(0) == text.tooltip(f"{name}\nnone")
    dock.grab()
    assert careless(dock) == []


def test_in_the_menu_of_recent_files(hostile: Person, open_window: Open, path: Path) -> None:
    file = hostile.engine.path
    hostile.app.close()
    person = open_window(path)
    menu = person.window.commands["recent"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    (entry,) = menu.actions()
    assert entry.text() == "<b>a && b<img src=x>.itemlink"
    assert entry.toolTip() == text.tooltip(str(file))
    assert QKeySequence.mnemonic(entry.text()).isEmpty()
    assert careless(person.window) == []


def test_in_a_message_about_a_file(hostile: Person) -> None:
    missing = hostile.engine.path.with_name(f"{IMAGE.replace('/', '')} & more.itemlink")
    hostile.window.files.open_requested.emit(missing)
    hostile.until(lambda: bool(hostile.prompts.calls))
    assert hostile.prompts.calls[0][2].startswith(f"“{missing.name}” cannot be opened.")
    assert hostile.window.windowTitle() == "<b>a & b<img src=x> — ItemLink"


def test_every_dialog(hostile: Person) -> None:
    hostile.select("item", IMAGE)
    for name in ("new_item", "new_customer", "preferences", "history", "assign"):
        hostile.trigger(name)
    dialogs = [one for one in hostile.window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 5
    for dialog in dialogs:
        assert careless(dialog) == []
