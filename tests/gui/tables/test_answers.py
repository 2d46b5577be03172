"""What cells say by role, and that nothing but a known role costs anything."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDate, QLocale, QModelIndex, Qt

from itemlink_gui.gui.tables import answers
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import customers, items
from tests.gui.helpers import Person


def cell(person: Person, kind: str, name: str, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
    view = person.view(kind)  # type: ignore[arg-type]
    column = [c.key for c in view.table.columns].index(key)
    return view.model().index(person.row(view, name), column).data(role)


def test_names_numbers_and_times(person: Person) -> None:
    assert cell(person, "item", "Basic Package", "count") == 3
    assert cell(person, "item", "Basic Package", "count", Role.COUNT) == 3
    assert cell(person, "item", "Basic Package", "name", Role.COUNT) is None
    assert cell(person, "item", "Training Day", "count", Role.COUNT) == 0
    assert cell(person, "customer", "dora", "username") == "dora"
    assert cell(person, "customer", "Eve Stone", "email") == ""
    created = cell(person, "item", "Basic Package", "created_at")
    assert created
    assert "T" not in created
    full = cell(person, "item", "Basic Package", "created_at", Qt.ItemDataRole.ToolTipRole)
    assert QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat) in full
    assert cell(person, "item", "Basic Package", "name", Qt.ItemDataRole.ToolTipRole) is None


def test_numbers_stand_at_the_right(person: Person) -> None:
    assert cell(person, "item", "Basic Package", "count", Qt.ItemDataRole.TextAlignmentRole) == answers.RIGHT
    assert cell(person, "item", "Basic Package", "name", Qt.ItemDataRole.TextAlignmentRole) == answers.LEFT


def test_initials(person: Person) -> None:
    for name, expected in (("Ann Lee", "AL"), ("dora", "D"), ("Cléo Satō", "CS")):
        assert cell(person, "customer", name, "name", Role.INITIALS) == expected
    assert cell(person, "customer", "Ann Lee", "username", Role.INITIALS) is None
    assert cell(person, "item", "Basic Package", "name", Role.INITIALS) is None
    for full_name in ("\u200f\u202e x", "🙂", "ß strasse", "a" * 200, "(x) -y"):
        person.do(customers.update(1, full_name=full_name))
        shown = cell(person, "customer", person.names("customer")[person.view("customer").table.row_of(1)], "name",
                     Role.INITIALS)  # fmt: skip
        assert 1 <= len(shown) <= 4


def test_what_an_editor_begins_with(person: Person) -> None:
    edit = Qt.ItemDataRole.EditRole
    assert cell(person, "customer", "Ann Lee", "name", edit) == "Ann Lee"
    assert cell(person, "customer", "dora", "name", edit) == ""
    assert cell(person, "customer", "dora", "username", edit) == "dora"
    assert cell(person, "customer", "dora", "count", edit) is None
    assert cell(person, "item", "Basic Package", "description", edit) is None


def test_what_is_secondary_is_muted(person: Person) -> None:
    muted = [cell(person, "customer", "Ann Lee", key, Role.MUTED) for key in ("name", "username", "count")]
    assert muted == [False, True, False]


def test_a_long_text_is_told_on_one_line(person: Person) -> None:
    person.do(items.update(1, description="first\nsecond " + "x" * 9_000))
    shown = cell(person, "item", "Basic Package", "description")
    assert shown.startswith("first second xxx")
    assert len(shown) <= 300


def test_roles_that_nobody_serves_and_cells_that_are_not_there(person: Person) -> None:
    model = person.view("item").model()
    for role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.CheckStateRole, 9999):
        assert model.index(0, 0).data(role) is None
    for role in answers.BY_ROLE:
        assert model.data(QModelIndex(), role) is None
