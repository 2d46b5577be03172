"""The columns follow from the fields: each has a heading, and what is edited in it is a field of one line."""

from __future__ import annotations

import pytest

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.gui.tables.columns import columns
from itemlink_gui.ops import fields
from itemlink_gui.store import queries


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_column_for_each_value_of_a_row(kind: Kind) -> None:
    found = columns(kind)
    assert tuple(column.key for column in found) == queries.COLUMNS[kind]
    assert found[0].key == "name"
    assert found[0].shown
    labels = [column.label for column in found]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert all(column.width >= 48 for column in found)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_edited_is_a_field_of_one_line(kind: Kind) -> None:
    known = {spec.name: spec for spec in fields.specs(kind)}
    edited = {column.field for column in columns(kind) if column.field}
    # Whether a customer wants no messages is asked in the inspector alone.
    assert edited == {name for name, spec in known.items() if not spec.multiline} - {"no_messages"}


def test_the_headings() -> None:
    assert [column.label for column in columns("item")] == [
        "Name", "Category", "Places", "Customers", "Description", "When full", "Warn when fewer are left than",
        "Available from", "Available until", "Created", "Changed",
    ]  # fmt: skip
    assert [column.label for column in columns("customer")] == [
        "Name", "Username", "E-mail", "Phone", "Companies", "Address", "Notes", "Items", "Created", "Changed",
    ]  # fmt: skip
    assert [column.label for column in columns("company")] == ["Name", "Customers", "Created", "Changed"]
    assert {column.label for column in columns("customer") if column.shown} >= {"Name", "Username", "E-mail", "Items"}
