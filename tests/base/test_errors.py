"""The errors of the world say what they have to."""

from __future__ import annotations

from pathlib import Path

import pytest

from itemlink_gui.base import errors


def test_every_error_is_one_of_the_world() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert len(kinds) >= 8
    assert all(issubclass(kind, errors.ItemLinkError) for kind in kinds)


def test_cannot_open_names_the_file_and_the_reason_but_not_the_folder() -> None:
    error = errors.CannotOpen(Path("/folder/spring.itemlink"), "It is a folder.")
    assert str(error) == "“spring.itemlink” cannot be opened. It is a folder."
    assert (error.path, error.reason) == (Path("/folder/spring.itemlink"), "It is a folder.")


def test_cannot_open_of_a_path_without_a_name() -> None:
    assert "“/”" in str(errors.CannotOpen(Path("/"), "It is a folder."))


def test_cannot_open_takes_braces_and_percent_signs_as_they_are() -> None:
    assert "“{x} 100%.itemlink”" in str(errors.CannotOpen(Path("{x} 100%.itemlink"), "{reason}"))


@pytest.mark.parametrize(
    ("kind", "ids", "text"),
    [
        ("item", [7], "No longer in this file: 1 item (number 7)."),
        ("customer", [7, 8], "No longer in this file: 2 customers (number 7, 8)."),
        ("item", range(1, 9), "No longer in this file: 8 items (number 1, 2, 3…)."),
    ],
)
def test_not_found_counts_and_shows_the_first_numbers(kind: str, ids: range, text: str) -> None:
    error = errors.NotFound(kind, ids)
    assert str(error) == text
    assert (error.kind, error.ids) == (kind, tuple(ids))


def test_not_found_takes_anything_that_was_given_as_an_id() -> None:
    assert errors.NotFound("item", [None, "{x}", 1.5, b"\xff"]).ids == (None, "{x}", 1.5, b"\xff")


def test_the_others_keep_what_they_are_told() -> None:
    assert errors.CannotWrite("Full.").trouble == "disk"
    assert errors.CannotWrite("Moved.", "moved").trouble == "moved"
    invalid = errors.Invalid("email", "Not like this.")
    assert (invalid.field, invalid.reason, str(invalid)) == ("email", "Not like this.", "Not like this.")
    conflict = errors.Conflict("name", "theirs", "ours")
    assert (conflict.field, conflict.theirs, conflict.ours) == ("name", "theirs", "ours")
