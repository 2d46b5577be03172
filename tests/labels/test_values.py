"""Values of fields as a table or a sentence shows them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from itemlink_gui.base.i18n import install, plainly
from itemlink_gui.labels import values
from itemlink_gui.ops.fields import FieldSpec


@pytest.fixture(autouse=True)
def country() -> Iterator[None]:
    """The user's country, which writes numbers and days in its own way."""
    install(None, ".", lambda iso: iso.replace("-", "/"))
    yield
    install(None)


@pytest.mark.parametrize(
    ("field", "stored", "shown"),
    [
        (FieldSpec("n", "N", "number"), 12_000, "12.000"),
        (FieldSpec("n", "N", "number"), "-5", "-5"),
        (FieldSpec("n", "N", "number"), "a few", "a few"),
        (FieldSpec("n", "N", "number"), None, ""),
        (FieldSpec("d", "D", "day"), "2026-01-31", "2026/01/31"),
        (FieldSpec("d", "D", "day"), None, ""),
        (FieldSpec("d", "D", "day"), "some day", "some day"),
        (FieldSpec("y", "Y", "yesno"), 1, "Yes"),
        (FieldSpec("y", "Y", "yesno"), "0", "No"),
        (FieldSpec("c", "C", "choice", options=(("a", "First"),)), "a", "First"),
        (FieldSpec("c", "C", "choice", options=(("a", "First"),)), "gone", "gone"),
        (FieldSpec("t", "T"), "a\nb", "a\nb"),
    ],
)
def test_a_value_is_shown_by_its_type(field: FieldSpec, stored: object, shown: str) -> None:
    assert values.shown(field, stored) == shown


def test_for_programs_it_is_written_the_same_everywhere() -> None:
    with plainly():
        assert values.shown(FieldSpec("n", "N", "number"), 12_000) == "12,000"
        assert values.shown(FieldSpec("d", "D", "day"), "2026-01-31") == "2026-01-31"
