"""Names and roles for those who cannot see the window, and the names that tools rely on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)

from itemlink_gui.gui import actions
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.ops import items, places
from tests.gui.conftest import Open
from tests.gui.helpers import ID, Person

Role = QAccessible.Role
NAME = QAccessible.Text.Name

CONTROLS = {
    Role.AlertMessage, Role.Button, Role.ButtonDropDown, Role.ButtonMenu, Role.CheckBox, Role.ColumnHeader,
    Role.ComboBox, Role.Dialog,
    Role.EditableText, Role.Link, Role.List, Role.MenuItem, Role.PageTab, Role.PageTabList, Role.RadioButton,
    Role.Slider, Role.SpinBox, Role.Table, Role.ToolBar, Role.Tree, Role.Window,
}  # fmt: skip

SENSIBLE: dict[type[QWidget], set[Role]] = {
    QPushButton: {Role.Button, Role.ButtonMenu, Role.CheckBox},
    QLineEdit: {Role.EditableText},
    QTableView: {Role.Table},
    QComboBox: {Role.ComboBox},
    QLabel: {Role.StaticText, Role.Graphic},
    QDialog: {Role.Dialog, Role.AlertMessage},
}


@pytest.fixture(autouse=True)
def listening(qapp: object) -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def walk(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below that can be seen, itself included."""
    if of.state().invisible:
        return
    yield of
    for number in range(of.childCount()):
        child = of.child(number)
        if child is not None and child.isValid():
            yield from walk(child)


def tree(widget: QWidget) -> list[QAccessibleInterface]:
    return list(walk(QAccessible.queryAccessibleInterface(widget)))


def name_of(part: QAccessibleInterface) -> str:
    """The name, or that of the label that a control belongs to."""
    if part.role() == Role.ComboBox:  # what it calls its name is what is chosen
        labels = [one for one, relation in part.relations() if relation & QAccessible.RelationFlag.Label]
        return " ".join(one.text(NAME) for one in labels)
    return str(part.text(NAME))


def nameless(widget: QWidget) -> list[str]:
    """What a screen reader could not name, and what it would take for something else."""
    found = []
    for part in tree(widget):
        made = part.object()
        said = f"{part.role().name} {type(made).__name__} {made.objectName() if made else ''}"
        if part.role() in CONTROLS and not name_of(part).strip():
            found.append(f"no name: {said}")
        if part.state().focusable and part.role() in (Role.NoRole, Role.Client) and not part.childCount():
            found.append(f"no role: {said}")
        found += [
            f"another role: {said}"
            for kind, roles in SENSIBLE.items()
            if isinstance(made, kind) and part.role() not in roles
        ]
    return found


def roles(widget: QWidget) -> dict[Role, list[str]]:
    """The names of what can be seen, by role."""
    found: dict[Role, list[str]] = {}
    for part in tree(widget):
        found.setdefault(part.role(), []).append(name_of(part))
    return found


def the_dialog(person: Person, name: str) -> QDialog:
    found = [one for one in person.window.findChildren(QDialog, name) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_window(person: Person) -> None:
    found = roles(person.window)
    assert nameless(person.window) == []
    assert found[Role.Window] == ["Spring term — ItemLink"]
    assert {"Items", "Customers"} <= set(found[Role.Table])
    assert {"Search items", "Search customers"} <= set(found[Role.EditableText])
    assert {"Item", "Customer", "Assign…", "Undo", "Redo"} <= set(found[Role.Button])
    assert {"All", "Linked", "Not linked"} <= set(found[Role.CheckBox])
    assert found[Role.MenuItem] == ["File", "Edit", "View", "Records", "Links", "Tools", "Help"]
    assert "Premium Subscription" in found[Role.Cell]


@pytest.mark.parametrize(("kind", "name"), [("item", "Basic Package"), ("customer", "Ann Lee")])
def test_each_tab_of_the_inspector(person: Person, kind: str, name: str) -> None:
    person.select(kind, name)  # type: ignore[arg-type]
    page = person.window.inspector.page()
    assert page is not None
    seen = []
    person.do(places.wait([3], [1]))
    person.do(places.wait([1], [4]))
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        person.settle()
        assert nameless(person.window) == []
        seen.append(roles(page.tabs))
    details, linked, *companies, waiting, wishes, history = seen
    labels = [
        "Name", "Description", "Places", "Warn when fewer are left than", "Available from", "Available until",
    ] if kind == "item" else ["Username", "Full name", "E-mail", "Phone", "Address", "Notes"]  # fmt: skip
    assert details[Role.EditableText] == labels
    if kind == "item":
        assert details[Role.ComboBox] == ["When full", "Category"]
    else:
        assert details[Role.CheckBox] == ["Wants no messages"]
    assert linked[Role.Table] == ["Linked customers" if kind == "item" else "Linked items"]
    assert "Remove" in linked[Role.Button]
    assert history[Role.Table] == ["History"]
    assert history[Role.Button] == ["Take back this step"]
    assert waiting[Role.Table] == ["Waiting list"]
    assert {"Move up", "Take off the list"} <= {*waiting[Role.Button]}
    assert wishes[Role.Table] == ["Preferences"]
    assert wishes[Role.EditableText] == ["Note"]
    assert [one[Role.Table] for one in companies] == ([] if kind == "item" else [["Linked companies"]])
    assert all(len(one[Role.PageTab]) == len(seen) for one in seen)


def test_what_comes_and_goes_has_names_too(person: Person) -> None:
    person.search("customer", "ann")
    assert "Clear the search" in roles(person.window)[Role.Button]
    person.select("item", "Basic Package", "Training Day")
    person.search("item", "training")
    assert nameless(person.window) == []
    person.search("item", "nothing like it")
    assert "Show all" in roles(person.window)[Role.Button]
    assert nameless(person.window) == []
    editor = person.editor("customer", "Ann Lee", "email")
    assert nameless(person.window) == []
    assert QAccessible.queryAccessibleInterface(editor).text(NAME) == "E-mail"


def test_banners(person: Person, listening: None) -> None:
    put = person.window.banners.put
    put("trouble", "The disk is full.", ("Try again", lambda: None), ("Save a copy…", lambda: None))
    put("hint", "This is a backup.", ("Restore this", lambda: None), urgent=False)
    person.settle()
    assert nameless(person.window) == []
    found = roles(person.window)
    assert {"Try again", "Save a copy…", "Restore this", "Put this away"} <= set(found[Role.Button])
    assert {"The disk is full.", "This is a backup."} <= set(found[Role.StaticText])
    # With the keyboard alone each button can be reached.
    for way in person.window.banners.findChildren(QPushButton):
        way.setFocus()
        assert QApplication.focusWidget() is way


def test_an_empty_file(open_window: Open) -> None:
    person = open_window()
    assert nameless(person.window) == []
    assert {"New item", "New customer", "Fill with sample data"} <= set(roles(person.window)[Role.Button])


@pytest.mark.parametrize(
    ("action", "name", "controls"),
    [
        ("new_item", "newRecord", {"Name", "Description", "Create", "Cancel"}),
        ("new_customer", "newRecord", {"Username", "E-mail", "Create", "Cancel"}),
        ("assign", "assignPalette", {"Search customers", "Matches"}),
        ("preferences", "preferences", {"Colours", "Rows", "Close"}),
        ("link_details", "details", {"Quantity", "Starts on", "Ends on", "Note", "Assign", "Cancel"}),
        ("details", "details", {"Quantity", "Set Quantity", "Ends on", "Note", "Set", "Cancel"}),
        ("link_fields", "linkFields", {"Fields of links", "Add…", "Rename…", "Values…", "Up", "Down", "Close"}),
        ("words", "words", {"Words of your own", "Courses and students", "Use these words", "Cancel"}),
        ("hand_over", "handOver", {"Search customers", "Matches", "Copy", "Move", "Cancel"}),
        (
            "local_service",
            "localService",
            {"Start", "Port", "Address", "Token", "Copy: Token", "Renew", "Last requests"},
        ),
        ("history", "fileHistory", {"History", "When", "What", "Take back this step"}),
    ],
)
def test_each_dialog(person: Person, action: str, name: str, controls: set[str]) -> None:
    person.select("customer", "Ann Lee", "Ben Ortiz")
    person.select("item", "Basic Package")
    person.trigger(action)
    dialog = the_dialog(person, name)
    assert nameless(dialog) == []
    assert controls <= {name_of(part) for part in tree(dialog) if part.role() in CONTROLS}


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize(
    "show",
    [
        lambda prompts: prompts.tell("Title", "Text", "Details"),
        lambda prompts: prompts.ask("Title", "Text", "Verb", danger=True),
        lambda prompts: prompts.choose("Title", "Text", {"a": "One", "b": "Other"}, "a"),
        lambda prompts: prompts.report_bug("Summary", "Report"),
    ],
)
def test_each_question(person: Person, show: Callable[[Prompts], object]) -> None:
    found: list[list[str]] = []
    shown: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        found.append(nameless(dialog))
        shown.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, person.window, look)
    show(Prompts(person.window))
    assert found == [[]]
    assert shown[0]


def test_a_linked_match_is_told_in_words(person: Person) -> None:
    person.select("item", "Basic Package")
    person.trigger("assign")
    dialog = the_dialog(person, "assignPalette")
    box = dialog.findChild(QLineEdit, "assignSearch")
    assert isinstance(box, QLineEdit)
    box.setText("ann")
    person.settle()
    assert "Ann Lee, linked" in roles(dialog)[Role.Cell]


# The names that stay.


def test_the_parts_of_the_window_have_their_names(person: Person) -> None:
    for kind, type_ in (("items", "item"), ("customers", "customer")):
        table = person.find(QTableView, f"{kind}Table")
        assert table.model().index(0, 0).data(ID) == person.id(type_, table.model().index(0, 0).data())  # type: ignore[arg-type]
        assert person.find(QLineEdit, f"{kind}Search").accessibleName()
        scope = person.find(QWidget, f"{kind}Scope")
        assert scope.accessibleName()
        for name in ("all", "in", "not"):
            button = scope.findChild(QPushButton, f"{kind}Scope_{name}")
            assert isinstance(button, QPushButton)
            assert button.isCheckable()
            assert button.accessibleName()
        assert table.accessibleName()
    assert person.find(QDockWidget, "inspector").accessibleName()
    assert person.find(QWidget, "messageBar").accessibleName()
    person.do(items.create(name="New"))
    for widget in (person.find(QLabel, "messageText"), person.find(QPushButton, "messageUndo")):
        assert widget.isVisible()
        assert QAccessible.queryAccessibleInterface(widget).text(NAME)


def test_a_customer_without_full_name_shows_the_username(person: Person) -> None:
    assert "dora" in person.names("customer")


def test_every_action_has_its_id_for_a_name(person: Person) -> None:
    wanted = {row.id for row in actions.rows()} | {
        "inspector",
        "filters",
        "recent",
        "columns",
        "set_category",
        "pin",
        "preference",
    }
    assert set(person.window.commands) == wanted
    for name, action in person.window.commands.items():
        assert action.objectName() == name
        assert person.window.findChildren(QAction, name) == [action]
    promised = "undo redo new_item new_customer assign unassign delete select_all open quit"
    assert set(promised.split()) <= wanted


def test_every_entry_of_the_menus_is_one_of_the_actions(person: Person) -> None:
    entries = []
    for title in person.window.menuBar().actions():
        menu = title.menu()
        assert isinstance(menu, QMenu)
        entries += [entry.objectName() for entry in menu.actions() if not entry.isSeparator()]
    assert sorted([*entries, *filter(None, actions.PREFERENCES)]) == sorted(person.window.commands)


def test_the_tabs_can_be_reached_by_their_names(person: Person) -> None:
    (tabs,) = [one for one in person.window.findChildren(QTabWidget) if one.isVisible()]
    shown = [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)]
    assert shown == ["Details", "Customers (3)", "Preferences (0)", "History"]
