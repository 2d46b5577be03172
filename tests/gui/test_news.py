"""What the window says and lights up after a change or a failure, whoever caused it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from itemlink_gui.base.errors import CannotUndo, CannotWrite, ItemLinkError
from itemlink_gui.gui import news, theme
from itemlink_gui.ops import items, links
from tests.gui.conftest import Open
from tests.gui.helpers import HOSTILE, Person
from tests.gui.standing import told


def undo_offered(person: Person) -> bool:
    return person.find(QPushButton, "messageUndo").isVisible()


def test_a_change_is_told_with_undo(person: Person) -> None:
    person.do(items.create(name=HOSTILE))
    assert person.message == f"Item {HOSTILE} created"
    assert undo_offered(person)
    person.trigger("undo")
    assert person.message == f"Undone: Create {HOSTILE}"
    assert not undo_offered(person)
    person.trigger("redo")
    assert person.message == f"Done again: Create {HOSTILE}"
    assert not undo_offered(person)


def test_what_another_program_does_is_shown_and_not_told(open_window: Open, small: Path) -> None:
    mine, theirs = open_window(small), open_window(small)
    theirs.do(items.create(name="Theirs"))
    mine.until(lambda: "Theirs" in mine.names("item"))
    assert mine.message == ""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "QUIET_MS", 1)


@pytest.mark.usefixtures("impatient")
def test_what_a_script_does_is_told_with_its_undo(open_window: Open, small: Path) -> None:
    person = open_window(small)
    person.engine.run(items.create(name=HOSTILE), who="service")
    person.until(lambda: person.message != "")
    assert person.message == f"Local service: Item {HOSTILE} created"
    person.push("messageUndo")
    assert HOSTILE not in person.names("item")


def test_many_things_that_scripts_do_are_told_once_in_one_sentence(person: Person) -> None:
    told: list[str] = []
    show = person.window.bar.show_message
    person.window.bar.show_message = lambda text, **how: (told.append(text), show(text, **how))  # type: ignore[method-assign,assignment,func-returns-value]
    for number in range(20):
        person.engine.run(items.create(name=f"Item {number}"), who="service")
    person.until(lambda: person.window.news._scripted == 20)
    assert told == []
    person.window.news._quiet.timeout.emit()
    assert told == ["Local service: 20 changes; the history lists them"]
    assert not undo_offered(person)


def test_what_a_script_does_waits_for_the_message_with_its_undo_that_is_there(person: Person) -> None:
    person.do(items.create(name="Mine"))
    person.engine.run(items.create(name="Theirs"), who="service")
    person.settle()
    person.window.news._quiet.timeout.emit()
    assert person.message == "Item Mine created"
    person.window.bar.hide_message()
    person.window.news._quiet.timeout.emit()
    assert person.message == "Local service: Item Theirs created"


def test_failures_are_told_where_they_belong(person: Person) -> None:
    bridge = person.window.bridge
    bridge.failed.emit(CannotUndo("Changed since."))
    assert person.message == "Changed since."
    assert person.prompts.calls == []
    bridge.failed.emit(CannotWrite("The disk is full.", "full"))
    assert told(person) == {"full": "The disk is full."}
    assert person.message == "Changed since."
    bridge.failed.emit(CannotWrite("It is gone.", "moved"))
    assert "see above" in person.message
    assert told(person) == {"full": "The disk is full."}
    assert person.prompts.calls == []
    bridge.failed.emit(ItemLinkError(HOSTILE))
    assert person.message == HOSTILE


def test_what_was_not_stored_is_told(person: Person) -> None:
    person.window.inspector.not_stored.emit("E-mail", "Not like that.")
    assert person.message == "E-mail was not stored: Not like that."


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "reduced_motion", lambda: False)


def flashing(person: Person, kind: str) -> dict[int, float]:
    return person.view(kind).table.flashing  # type: ignore[arg-type]


@pytest.mark.usefixtures("moving")
def test_linked_rows_light_up_and_go_out(person: Person) -> None:
    seen: list[tuple[set[int], set[int]]] = []
    table = person.view("customer").table
    lit = lambda: (set(flashing(person, "item")), set(flashing(person, "customer")))  # noqa: E731
    table.dataChanged.connect(lambda *_: seen.append(lit()))
    person.engine.run(links.link([3], [5, 6])).result()
    person.until(lambda: ({3}, {5, 6}) in seen)
    person.until(lambda: not flashing(person, "item") and not flashing(person, "customer"))


@pytest.mark.usefixtures("moving")
def test_nothing_goes_on_glowing_when_a_change_comes_on_top(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "MOST_FLASHING", 1)
    person.engine.run(links.link([3], [6])).result()
    person.until(lambda: 6 in flashing(person, "customer"))
    person.engine.run(links.link([4], [1, 2])).result()
    person.until(lambda: 4 in flashing(person, "item"))
    person.until(lambda: not flashing(person, "item"))
    assert flashing(person, "customer") == {}


def test_nothing_moves_where_the_system_asks_for_less(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "reduced_motion", lambda: True)
    lit: list[object] = []
    monkeypatch.setattr(person.view("item").table, "set_flash", lit.append)
    person.do(links.link([3], [6]))
    assert lit == []
    assert person.message == "Customer John Doe added to item Premium Subscription"


@pytest.mark.usefixtures("moving")
def test_very_many_rows_do_not_light_up(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "MOST_FLASHING", 2)
    person.do(links.link([3], [1, 2, 3]))
    assert flashing(person, "customer") == {}


@pytest.mark.usefixtures("moving")
def test_of_what_a_script_does_at_once_only_the_first_lights_up(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[int]] = []
    table = person.view("item").table
    monkeypatch.setattr(table, "set_flash", lambda strengths: seen.append(set(strengths)))
    for item in (3, 4):
        person.engine.run(links.link([item], [6]), who="service").result()
    person.until(lambda: {3} in seen)
    person.until(lambda: person.window.news._scripted == 2)
    person.until(lambda: seen[-1] == set())
    assert {4} not in seen
    person.engine.run(links.link([4], [5])).result()
    person.until(lambda: {4} in seen)
