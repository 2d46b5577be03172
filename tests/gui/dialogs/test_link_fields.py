"""The dialog for the fields of links: each act is one step at once, and what cannot be is told where it belongs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton

from itemlink_gui.gui.dialogs.link_field import LinkFieldForm
from itemlink_gui.gui.dialogs.link_fields import LinkFields
from itemlink_gui.ops import link_data, link_fields
from itemlink_gui.store import link_rows
from tests.gui.helpers import HOSTILE, Person, retype
from tests.support import ask


@pytest.fixture
def dialog(person: Person) -> LinkFields:
    """The dialog over a file with the fields Badge, Seat and Size, of which the first is selected."""
    person.do(link_fields.add("Badge", "text"))
    person.do(link_fields.add("Seat", "number"))
    person.do(link_fields.add("Size", "choice", ["S", "M"]))
    person.trigger("link_fields")
    return person.find(LinkFields, "linkFields")


def form(person: Person) -> LinkFieldForm:
    person.settle()
    return person.find(LinkFieldForm, "linkField")


def name_of(asked: LinkFieldForm) -> QLineEdit:
    (editor,) = asked.findChildren(QLineEdit, "field_name")
    return editor


def reason(asked: LinkFieldForm, field: str) -> str:
    (label,) = asked.findChildren(QLabel, f"reason_{field}")
    return label.text() if label.isVisible() else ""


def rows(dialog: LinkFields) -> list[tuple[str, str, str]]:
    model = dialog.table
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]  # type: ignore[misc]


def names(person: Person) -> list[str]:
    return [field.name for field in ask(person.engine, link_rows.own_fields)]


def retype_value(choices: QListWidget, row: int, text: str) -> None:
    item = choices.item(row)
    assert item is not None
    item.setText(text)


def test_it_lists_names_types_and_values(dialog: LinkFields) -> None:
    assert rows(dialog) == [("Badge", "Text", ""), ("Seat", "Whole number", ""), ("Size", "Choice", "S, M")]
    assert dialog.current is not None
    assert dialog.current.name == "Badge"


def test_a_field_is_added_and_selected(person: Person, dialog: LinkFields) -> None:
    person.push("linkField_add")
    asked = form(person)
    retype(name_of(asked), "Came")
    (kind,) = asked.findChildren(QComboBox, "field_type")
    assert [kind.itemText(row) for row in range(kind.count())] == [
        "Text", "Whole number", "Day", "Yes or no", "Choice",
    ]  # fmt: skip
    kind.setCurrentIndex(kind.findData("yesno"))
    person.push("linkFieldAccept")
    assert names(person) == ["Badge", "Seat", "Size", "Came"]
    assert dialog.current is not None
    assert dialog.current.name == "Came"
    assert person.message == "Field Came of links added"


def test_a_choice_is_added_with_its_values(person: Person, dialog: LinkFields) -> None:
    person.push("linkField_add")
    asked = form(person)
    retype(name_of(asked), "Colour")
    (kind,) = asked.findChildren(QComboBox, "field_type")
    assert not asked.choices.isVisible()
    kind.setCurrentIndex(kind.findData("choice"))
    assert asked.choices.isVisible()
    person.push("linkFieldAccept")
    assert reason(asked, "choices") == "Give from 1 to 200 values to choose from."
    for row, value in enumerate(("red", "Red", "")):
        person.push("choiceAdd")
        retype_value(asked.choices.list, row, value)
    person.push("linkFieldAccept")
    assert reason(asked, "choices") == "Each value may be there once only."
    retype_value(asked.choices.list, 1, "blue")
    assert reason(asked, "choices") == ""
    person.push("linkFieldAccept")
    assert rows(dialog)[-1] == ("Colour", "Choice", "red, blue")


WRONG_NAMES = {
    "seat": "There is a field of this name already.",
    "NOTE": "There is a field of this name already.",
    "": "Name may not be empty.",
    "x" * 101: "At most 100 characters; these are 101.",
}


def test_a_name_that_cannot_be_is_told_beside_it(person: Person, dialog: LinkFields) -> None:
    person.push("linkField_rename")
    asked = form(person)
    assert name_of(asked).text() == "Badge"
    for text, said in WRONG_NAMES.items():
        name_of(asked).setText(text)
        person.push("linkFieldAccept")
        assert (asked.isVisible(), reason(asked, "name")) == (True, said)
    assert names(person) == ["Badge", "Seat", "Size"]
    retype(name_of(asked), "Tag")
    person.push("linkFieldAccept")
    assert names(person) == ["Tag", "Seat", "Size"]


def test_fields_move_up_and_down_and_stay_selected(person: Person, dialog: LinkFields) -> None:
    assert not dialog.buttons["up"].isEnabled()
    person.push("linkField_down")
    person.push("linkField_down")
    assert names(person) == ["Seat", "Size", "Badge"]
    assert not dialog.buttons["down"].isEnabled()
    person.push("linkField_up")
    assert names(person) == ["Seat", "Badge", "Size"]
    assert dialog.current is not None
    assert dialog.current.name == "Badge"


def test_a_field_is_deleted_and_undo_brings_it_back_with_its_values(person: Person, dialog: LinkFields) -> None:
    person.do(link_data.set_details([1], [1], own_1="A7"))
    person.push("linkField_delete")
    assert names(person) == ["Seat", "Size"]
    dialog.reject()
    person.trigger("undo")
    assert ask(person.engine, lambda: link_rows.common([1], [1])).values["own_1"] == "A7"


def test_values_are_renamed_with_the_links_that_have_them(person: Person, dialog: LinkFields) -> None:
    person.do(link_data.set_details([1], [1], own_3="S"))
    dialog.view.selectRow(2)
    person.push("linkField_choices")
    asked = form(person)
    assert asked.windowTitle() == "Values of Size"
    retype_value(asked.choices.list, 0, "Small")
    asked.choices.list.setCurrentRow(1)
    person.push("choiceRemove")
    person.push("linkFieldAccept")
    assert rows(dialog)[2] == ("Size", "Choice", "Small")
    assert ask(person.engine, lambda: link_rows.common([1], [1])).values["own_3"] == "Small"


def test_only_a_choice_has_values(dialog: LinkFields) -> None:
    assert not dialog.buttons["choices"].isEnabled()
    dialog.view.selectRow(2)
    assert dialog.buttons["choices"].isEnabled()


def test_it_follows_what_others_do(person: Person, dialog: LinkFields) -> None:
    person.do(link_fields.delete(1))
    assert [row[0] for row in rows(dialog)] == ["Seat", "Size"]
    person.push("linkField_rename")
    asked = form(person)
    person.do(link_fields.delete(2))
    retype(name_of(asked), "New")
    accept: QPushButton = person.find(QPushButton, "linkFieldAccept")
    accept.click()
    person.settle()
    assert names(person) == ["Size"]
    assert person.message == "These fields were changed in the meantime. Look at them and try again."


def test_names_are_plain_text(person: Person, dialog: LinkFields) -> None:
    person.do(link_fields.rename(1, HOSTILE))
    assert rows(dialog)[0][0] == HOSTILE
    person.push("linkField_rename")
    assert name_of(form(person)).text() == HOSTILE
