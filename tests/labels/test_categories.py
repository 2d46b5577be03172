"""What steps about categories and keys are called, word for word."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui import labels
from itemlink_gui.base.changes import Label

PUT = {"name": "", "count": 3, "category": "Arts"}
GONE = {"category": "Arts", "fate": "none", "count": 2, "to": "", "name": "", "records": 2, "removed": 5}


@pytest.mark.parametrize(
    ("kind", "values", "message", "title"),
    [
        (
            "category.create",
            {"category": "Arts", "name": "", "count": 0},
            "Category “Arts” created",
            "Create category Arts",
        ),
        (
            "category.create",
            {"category": "Arts", "name": "Choir", "count": 1},
            "Category “Arts” created with Choir",
            "Create category Arts",
        ),
        (
            "category.rename",
            {"category": "Arts", "name": "Music"},
            "Category “Arts” is called “Music” now",
            "Rename category Arts",
        ),
        ("category.update", {"category": "Arts"}, "Category “Arts” changed", "Change category Arts"),
        ("category.recolour", {"category": "Arts"}, "Category “Arts” has another colour", "Recolour category Arts"),
        (
            "category.delete",
            GONE,
            "Category “Arts” deleted; 2 items without category now",
            "Delete category Arts",
        ),
        ("category.delete", GONE | {"count": 0}, "Category “Arts” deleted", "Delete category Arts"),
        (
            "category.delete",
            GONE | {"fate": "move", "to": "Music", "count": 1},
            "Category “Arts” deleted; 1 item put into “Music”",
            "Delete category Arts",
        ),
        ("category.delete", GONE | {"fate": "delete"}, "Category “Arts” deleted with 2 items", "Delete category Arts"),
        ("category.put", PUT, "3 items put into the category “Arts”", "Put 3 items into “Arts”"),
        (
            "category.put",
            {"name": "Choir", "count": 1, "category": ""},
            "Choir taken out of the category",
            "Take Choir out of the category",
        ),
        ("pinned.on", {"name": "Choir", "key": 3}, "Choir is on key 3", "Pin Choir"),
        ("pinned.off", {"name": "Choir", "key": 0}, "Choir is on no key any more", "Unpin Choir"),
        ("category.put", {"name": "x"}, "A change that can no longer be read", "A change that can no longer be read"),
    ],
)
def test_the_sentence_and_the_name(kind: str, values: dict[str, Any], message: str, title: str) -> None:
    assert labels.message(Label(kind, values)) == message
    assert labels.title(Label(kind, values)) == title
