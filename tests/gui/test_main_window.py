"""The window as a whole: what it tells of the selection, what it shows in front, and how it closes."""

from __future__ import annotations

import json
import random
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu, QPushButton
from shiboken6 import isValid

from itemlink_gui.base import paths
from itemlink_gui.base.changes import Kind
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui.panes.message_bar import MessageBar
from itemlink_gui.ops import customers, items, links
from itemlink_gui.store import listings, queries
from tests.gui.conftest import Open
from tests.gui.dragging import Drag
from tests.gui.helpers import Person, retype
from tests.support import ask, assert_sound, last_step, snapshot


def test_the_title_names_the_file(person: Person) -> None:
    assert person.window.windowTitle() == "Spring term — ItemLink"
    assert not person.window.windowIcon().isNull()


def test_the_parts_stand_where_they_belong(person: Person) -> None:
    person.window.resize(1280, 800)
    person.settle()
    assert person.window.splitter.count() == 2
    assert isinstance(person.find(QDockWidget, "inspector"), QDockWidget)
    assert person.find(MessageBar, "messageBar").isVisible()
    left, right = person.window.splitter.sizes()
    assert right > left > 100


def test_the_context_menu_is_made_of_the_same_actions(person: Person) -> None:
    for view in (person.view("item"), person.view("customer")):
        view.customContextMenuRequested.emit(QPoint(5, 5))
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        names = [action.objectName() for action in popup.actions() if not action.isSeparator()]
        assert {"open_record", "edit", "delete", "assign", "copy", "paste"} <= set(names)
        assert all(action in person.window.commands.values() for action in popup.actions() if action.objectName())
        popup.close()


def test_the_selection_of_both_panes_is_told(person: Person) -> None:
    assert person.selection_line == ""
    person.select("item", "Basic Package")
    assert person.selection_line == ""
    person.select("item", "Basic Package", "Training Day")
    assert person.selection_line == "2 items selected"
    person.select("customer", "Ann Lee", "John Doe", "dora")
    assert person.selection_line == "2 items selected · 3 customers selected"
    person.search("customer", "john")
    assert person.selection_line == "2 items selected · 3 customers selected, 2 hidden"


def test_the_window_and_the_panes_are_remembered(open_window: Open, small: Path) -> None:
    person = open_window(small)
    person.window.splitter.setSizes([500, 300])
    person.window.inspector.hide()
    person.settle()
    sizes = person.window.splitter.sizes()
    share = sizes[0] / sum(sizes)
    person.app.close()
    again = open_window(small)
    assert not again.window.inspector.isVisible()
    sizes = again.window.splitter.sizes()
    assert abs(sizes[0] / sum(sizes) - share) < 0.03
    assert share > 0.48  # at first it is less
    again.window.inspector.show()


def test_a_changed_window_state_is_not_believed(open_window: Open, small: Path) -> None:
    person = open_window(small)
    person.window.inspector.hide()
    person.app.close()
    stored = json.loads(paths.settings_file().read_text())
    parts = stored["window"]["parts"]
    parts[1] = ("A" if parts[1][60] != "A" else "B").join((parts[1][:60], parts[1][61:]))
    paths.settings_file().write_text(json.dumps(stored))
    again = open_window(small)
    assert again.window.inspector.isVisible()
    assert again.window.isVisible()


def test_a_state_that_would_end_the_program_does_so_only_once(open_window: Open, small: Path) -> None:
    person = open_window(small)
    kept = Settings(paths.settings_file()).get("window")
    assert kept
    seen: list[object] = []
    settings = person.window.settings
    real = person.window.restoreState

    class Watched(type(person.window)):  # type: ignore[misc]
        """A window that looks at the settings while it is being restored."""

        def restoreState(self, *state: object) -> bool:
            seen.append(Settings(paths.settings_file()).get("window"))
            return real(*state)  # type: ignore[arg-type]

    window = Watched(person.window.bridge, settings)
    assert seen == [{}]
    window.deleteLater()
    person.settle()


def test_two_windows_follow_each_other(open_window: Open, small: Path) -> None:
    one, other = open_window(small), open_window(small)
    one.do(items.create(name="From one"))
    other.until(lambda: "From one" in other.names("item"))
    other.select("item", "From one")
    other.do(customers.create(username="new", full_name="Newcomer"))
    one.until(lambda: "Newcomer" in one.names("customer"))
    one.do(links.link([5], [7]))
    other.until(lambda: other.window.inspector.pages["item"].tabs.tabText(1) == "Customers (1)")
    assert other.selected("item") == ["From one"]
    other.until(lambda: other.action("undo").text() == "&Undo Assign Newcomer to From one")
    other.trigger("undo")
    one.until(lambda: one.action("redo").isEnabled())
    assert_sound(one.engine)


def test_closing_ends_the_work_and_may_be_repeated(person: Person) -> None:
    person.window.bridge.run(items.create(name="Last thing"))
    person.app.close()
    person.app.close()
    assert not person.window.isVisible()
    assert ("Last thing",) in [row[1:2] for row in snapshot(person.engine.path)["item"]]


def test_closing_by_the_frame_waits_for_what_is_under_way(person: Person) -> None:
    person.window.bridge.run(items.create(name="Last thing"))
    window = person.window
    window.close()
    person.until(lambda: not isValid(window) or not window.isVisible())
    assert any(row[1] == "Last thing" for row in snapshot(person.engine.path)["item"])


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_it_shows_in_both_schemes(open_window: Open, small: Path, scheme: str) -> None:
    Settings(paths.settings_file()).set("theme", scheme)
    person = open_window(small)
    image = person.window.grab().toImage()
    corner = image.pixelColor(3, image.height() - 60)
    assert (corner.lightness() < 100) == (scheme == "dark")
    Settings(paths.settings_file()).set("theme", "system")


def test_the_models_stay_whole_through_a_days_work(open_window: Open, small: Path) -> None:
    person = open_window(small, tested=True)
    person.search("customer", "e")
    person.search("customer", "")
    for column in (2, 0):
        person.view("item").columns.setSortIndicator(column, Qt.SortOrder.DescendingOrder)
        person.settle()
    person.select("item", "Basic Package")
    person.window.inspector.pages["item"].tabs.setCurrentIndex(1)
    for scope in ("in", "not", "all"):
        person.push(f"customersScope_{scope}")
    person.do(customers.update(1, full_name="Zoe Lee"))
    person.prompts.will("ask", True, True)
    for kind in ("item", "customer"):
        person.view(kind).setFocus()  # type: ignore[arg-type]
        person.trigger("select_all")
        person.trigger("delete")
        assert person.names(kind) == []  # type: ignore[arg-type]
    assert len(person.prompts.calls) == 1  # the customers' links went with the items
    person.prompts.ask("", "", "")
    for _ in range(3):
        person.trigger("undo")
    assert len(person.names("item")) == 4
    assert person.names("customer")[0] == "Ann Lee"
    assert ask(person.engine, lambda: None) is None
    assert_sound(person.engine)


def act(person: Person, rng: random.Random) -> None:
    """Do one thing that a person might do next."""
    kind: Kind = rng.choice(("item", "customer"))
    other: Kind = "item" if kind == "customer" else "customer"
    names, others = person.names(kind), person.names(other)
    match rng.randrange(8):
        case 0:
            person.search(kind, rng.choice(["", "", "a", "e", "zzz"]))
        case 1 if person.find(QPushButton, f"{kind}sScope_in").isEnabled():
            person.push(f"{kind}sScope_{rng.choice(['all', 'all', 'in', 'not'])}")
        case 2 | 3 if names and others:
            chosen = rng.sample(range(len(names)), min(len(names), 2))
            person.view(kind).selection.select([person.view(kind).table.id_at(row) for row in chosen])
            row = rng.randrange(-1, len(others))
            Drag(person, person.view(kind)).carry(lambda held: held.drop(person.view(other), row))
        case 4 if names:
            editor = person.editor(kind, rng.choice(names), "name")
            retype(editor, rng.choice(["Zed", "R&D <b>", "", "é" * 201, "John Doe"]))
            person.press("Return", editor)
            person.settle()
            for left in person.view(kind).viewport().findChildren(QLineEdit):
                person.press("Escape", left)
        case _:
            person.view(kind).setFocus()
            names_of_actions = ["select_all", "duplicate", "delete", "link", "unassign", "clear_links", "undo", "redo"]
            name = rng.choice(names_of_actions)
            if person.action(name).isEnabled() and not (name == "undo" and "Extended" in person.action("undo").text()):
                person.trigger(name)
    person.settle()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_day_at_random_can_be_taken_back_step_by_step(
    open_window: Open, small: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, rng = open_window(small, tested=True), random.Random(seed)
    monkeypatch.setattr(person.prompts, "ask", lambda *_, **__: rng.random() < 0.7)
    before, newest = snapshot(small), last_step(person.engine)
    for _ in range(30):
        act(person, rng)
        for kind, pane in person.window.panes.items():
            listing = partial(listings.every, pane.table.listing)
            assert list(pane.table.ids) == list(ask(person.engine, listing))
            selected = pane.selection.ids()
            assert ask(person.engine, partial(queries.known, kind, selected)) == selected
    person.view("item").setFocus()
    person.settle()
    assert_sound(person.engine)
    while (step := last_step(person.engine)) > newest:
        person.trigger("undo")
        assert last_step(person.engine) < step, person.message
    assert snapshot(small) == before
