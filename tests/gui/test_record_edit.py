"""One field being edited: stored, refused, or in conflict with what somebody else did meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid, ItemLinkError, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.record_edit import RecordEdit, mark
from itemlink_gui.ops import customers, items
from itemlink_gui.store import history, queries
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import NOTHING
from tests.support import PATIENCE, ask, run


class Typist:
    """Edits one field and notes what comes of it."""

    def __init__(self, engine: Engine, kind: Kind = "item", record: int = 1, field: str = "name") -> None:
        self.prompts = FakePrompts()
        self.engine = engine
        self.bridge = Bridge(engine, self.prompts)
        self.edit = RecordEdit(self.bridge, kind, record, field)
        self.stored = 0
        self.errors: list[ItemLinkError] = []

    def store(self, text: str) -> None:
        self.edit.store(text, self._on_stored, self._on_refused)

    def _on_stored(self) -> None:
        self.stored += 1

    def _on_refused(self, error: ItemLinkError) -> bool:
        self.errors.append(error)
        return True

    def settle(self) -> None:
        for _ in range(4):
            self.engine.run(NOTHING).result(PATIENCE)
            QApplication.processEvents()

    @property
    def value(self) -> str:
        found = ask(self.engine, lambda: queries.detail(self.edit.kind, self.edit.record))
        assert found is not None
        return found.fields[self.edit.spec.name]

    @property
    def steps(self) -> int:
        return len(ask(self.engine, lambda: history.steps(100)))


@pytest.fixture
def typist(qapp: QApplication, engine: Engine) -> Iterator[Typist]:
    """At the name of an item called Basic Package."""
    run(engine, items.create(name="Basic Package"))
    made = Typist(engine)
    made.edit.seen = "Basic Package"
    yield made
    made.bridge.close()
    assert made.prompts.unused() == []


def test_what_is_typed_is_stored_without_white_space_around_it(typist: Typist) -> None:
    assert typist.edit.spec.label == "Name"
    typist.store("  Best Package ")
    typist.settle()
    assert (typist.value, typist.edit.seen, typist.stored) == ("Best Package", "Best Package", 1)
    assert typist.errors == []


def test_what_stands_there_already_is_no_step(typist: Typist) -> None:
    typist.store("Basic Package ")
    assert typist.stored == 1
    typist.settle()
    assert typist.steps == 1


def test_what_is_wrong_is_refused_at_once(typist: Typist) -> None:
    typist.store("  ")
    (error,) = typist.errors
    assert isinstance(error, Invalid)
    assert error.reason == "Name may not be empty."
    typist.settle()
    assert (typist.value, typist.steps, typist.stored) == ("Basic Package", 1, 0)


def test_what_the_file_refuses_is_handed_on(qapp: QApplication, engine: Engine) -> None:
    run(engine, customers.create(username="ann", full_name="Ann Lee"))
    run(engine, customers.create(username="ben"))
    typist = Typist(engine, "customer", 2, "username")
    typist.edit.seen = "ben"
    typist.store("ann")
    typist.settle()
    (error,) = typist.errors
    assert isinstance(error, Invalid)
    assert (error.field, error.reason) == ("username", "This username is taken by Ann Lee.")
    assert typist.value == "ben"
    # The same text may be tried again, once the other one has gone.
    run(engine, customers.delete([1]))
    typist.store("ann")
    typist.settle()
    assert (typist.value, typist.stored) == ("ann", 1)
    typist.bridge.close()


def test_a_record_that_is_gone(typist: Typist) -> None:
    run(typist.engine, items.delete([1]))
    typist.store("Best Package")
    typist.settle()
    assert [type(error) for error in typist.errors] == [NotFound]


def test_enter_and_leaving_are_one_step(typist: Typist) -> None:
    typist.store("Best Package")
    typist.store("Best Package")
    typist.settle()
    assert (typist.steps, typist.value) == (2, "Best Package")


def test_typing_on_before_the_first_answer_is_no_conflict_with_oneself(typist: Typist) -> None:
    typist.store("One")
    typist.store("One and two")
    typist.store("One, two and three")
    typist.settle()
    assert typist.prompts.calls == []
    assert typist.value == "One, two and three"
    assert typist.edit.seen == "One, two and three"


def test_typing_on_after_a_text_that_is_refused_stores_the_second(qapp: QApplication, engine: Engine) -> None:
    run(engine, customers.create(username="ann"))
    run(engine, customers.create(username="ben"))
    typist = Typist(engine, "customer", 2, "username")
    typist.edit.seen = "ben"
    typist.store("ann")
    typist.store("anna")
    typist.settle()
    assert typist.prompts.calls == []
    assert typist.value == "anna"
    typist.bridge.close()


def test_back_to_the_first_text_before_the_answer_is_here(typist: Typist) -> None:
    typist.store("Best Package")
    typist.store("Basic Package")
    typist.settle()
    assert typist.prompts.calls == []
    assert (typist.value, typist.edit.seen) == ("Basic Package", "Basic Package")


@pytest.mark.parametrize(("answer", "value"), [("ours", "Mine"), ("theirs", "Theirs"), (None, "Theirs")])
def test_a_value_changed_meanwhile_is_asked_about(typist: Typist, answer: str | None, value: str) -> None:
    typist.prompts.will("choose", answer)
    run(typist.engine, items.update(1, name="Theirs"))
    typist.store("Mine")
    typist.settle()
    text = "Name was changed elsewhere in the meantime.\n\nNow: Theirs\nYours: Mine"
    assert typist.prompts.calls == [("choose", "Changed elsewhere", text, "Use mine", "Keep theirs")]
    assert (typist.value, typist.edit.seen, typist.stored) == (value, value, 1)
    assert typist.errors == []


def test_an_empty_value_is_called_so(qapp: QApplication, engine: Engine) -> None:
    run(engine, customers.create(username="ann", phone="1"))
    typist = Typist(engine, "customer", 1, "phone")
    typist.edit.seen = "1"
    typist.prompts.will("choose", "theirs")
    run(engine, customers.update(1, phone=""))
    typist.store("2")
    typist.settle()
    assert typist.prompts.calls[0][2].endswith("Now: (empty)\nYours: 2")
    typist.bridge.close()


def test_a_conflict_may_come_twice(typist: Typist) -> None:
    """Somebody changes it again while the question stands."""
    typist.prompts.will("choose", "ours", "ours")
    run(typist.engine, items.update(1, name="First"))
    asked = typist.prompts.choose

    def choose(*args: object) -> str | None:
        if len(typist.prompts.calls) == 0:
            run(typist.engine, items.update(1, name="Second"))
        return asked(*args)  # type: ignore[arg-type]

    typist.prompts.choose = choose  # type: ignore[method-assign,assignment]
    typist.store("Mine")
    typist.settle()
    assert len(typist.prompts.calls) == 2
    assert "Now: Second" in typist.prompts.calls[1][2]
    assert typist.value == "Mine"


def test_the_same_change_on_both_sides_is_no_conflict(typist: Typist) -> None:
    run(typist.engine, items.update(1, name="Best Package"))
    typist.store("Best Package")
    typist.settle()
    assert typist.prompts.calls == []
    assert typist.value == "Best Package"


def test_a_mark_tells_the_reason_to_eyes_and_ears(qtbot: QtBot) -> None:
    editor = QLineEdit()
    qtbot.addWidget(editor)
    mark(editor, "Name may not be <b>empty</b>.")
    assert editor.property("invalid") is True
    assert editor.accessibleDescription() == "Name may not be <b>empty</b>."
    assert "&lt;b&gt;" in editor.toolTip()
    mark(editor, "")
    assert editor.property("invalid") is False
    assert (editor.accessibleDescription(), editor.toolTip()) == ("", "")
