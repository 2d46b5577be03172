"""How the window looked last: believed only when whole, and whatever else a settings file holds does no harm."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from itemlink_gui.base import paths
from itemlink_gui.base import settings as settings_table
from itemlink_gui.gui.window_state import pack, unpack
from tests.gui.conftest import Open

GARBAGE: list[Any] = [
    None,
    True,
    -1,
    10**400,
    1.5,
    "",
    "\0",
    "\ud800",
    "/nonexistent/<b>x</b>.itemlink",
    [],
    [None, 1, {}, [], "", "\0", "/nonexistent/a&b.itemlink"],
    {},
    {"parts": ["AAAA"] * 3, "sum": "0"},
    {"parts": ["é", "", ""], "sum": 3},
    {"items": [], "customers": 3},
    {
        "items": {"order": ["name"], "shown": {"name": False, "count": 1}, "widths": {"name": -5, "count": 10**30}},
        "customers": {"order": [[], {}], "shown": [], "widths": {"name": True, "email": "x"}, "sort": [["name"], 1]},
    },
    {"items": {"sort": ["nothing", True]}, "customers": {"sort": "name", "order": [1, 2, 3, 4, 5, 6, 7, 8]}},
]


@given(some.lists(some.binary(max_size=200), max_size=5))
def test_there_and_back(parts: list[bytes]) -> None:
    kept = json.loads(json.dumps(pack(parts)))
    assert unpack(kept, len(parts)) == parts
    assert unpack(kept, len(parts) + 1) is None


def test_any_flipped_bit_is_noticed() -> None:
    kept = pack([b"geometry", b"\x00\xff state", b"splitter"])
    for place, text in enumerate(kept["parts"]):
        for at in range(len(text)):
            for bit in range(7):
                flipped = text[:at] + chr(ord(text[at]) ^ 1 << bit) + text[at + 1 :]
                parts = [*kept["parts"][:place], flipped, *kept["parts"][place + 1 :]]
                assert unpack({**kept, "parts": parts}, 3) is None


def test_parts_that_changed_places_are_noticed() -> None:
    kept = pack([b"one", b"two"])
    assert unpack({**kept, "parts": kept["parts"][::-1]}, 2) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"parts": pack([b"a"])["parts"]},
        {"sum": pack([b"a"])["sum"]},
        {"parts": None, "sum": ""},
        {"parts": "a", "sum": ""},
        {"parts": {"0": ""}, "sum": ""},
        {"parts": [b"a"], "sum": ""},
        {"parts": [1], "sum": ""},
        {"parts": ["\ud800"], "sum": ""},
        {**pack([b"a"]), "sum": None},
        {**pack([b"a"]), "sum": ["x"]},
    ],
)
def test_what_is_not_whole_is_none(wrong: dict[str, Any]) -> None:
    assert unpack(wrong, 1) is None


def test_what_has_a_sum_but_is_no_base64_is_none() -> None:
    assert unpack({"parts": ["***"], "sum": hashlib.sha256(b"***").hexdigest()}, 1) is None


def write(values: dict[str, Any]) -> None:
    path = paths.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values), encoding="utf-8")


def read(key: str) -> Any:
    return json.loads(paths.settings_file().read_text(encoding="utf-8"))[key]


@pytest.mark.parametrize("value", GARBAGE, ids=lambda value: repr(value)[:40])
def test_a_window_opens_whatever_the_settings_hold(open_window: Open, home: Path, value: Any) -> None:
    """The value stands under every key; the file of the first start is opened, for the last is none."""
    write({setting.key: value for setting in settings_table.table()} | {"unknown": value})
    person = open_window()
    assert person.engine.path == home / "data" / "ItemLink.itemlink"
    assert person.window.isVisible()
    assert not person.window.panes["item"].view.isColumnHidden(0)
    for kind in ("item", "customer"):
        widths = [person.view(kind).columnWidth(n) for n in range(person.view(kind).model().columnCount())]
        assert all(0 <= width <= 2000 for width in widths)
    menu = person.window.commands["recent"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert menu.actions()
    for name in ("preferences", "history"):
        person.trigger(name)
    person.window.close()
    assert len(read("window")["parts"]) == 3


def test_a_damaged_state_is_not_shown_to_qt(open_window: Open, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_window(small).app.close()
    kept = read("window")
    first, *others = kept["parts"]
    write({"window": {**kept, "parts": [("B" if first[0] == "A" else "A") + first[1:], *others]}})
    given_to_qt: list[object] = []
    for name in ("restoreGeometry", "restoreState"):
        monkeypatch.setattr(f"itemlink_gui.gui.main_window.MainWindow.{name}", lambda _self, s: given_to_qt.append(s))
    open_window(small)
    assert given_to_qt == []


def test_the_window_is_as_it_was(open_window: Open, small: Path) -> None:
    person = open_window(small)
    width = person.window.minimumSizeHint().width()  # Qt takes no more than the screen has, and the tests' is small
    person.window.resize(width, 700)
    person.window.splitter.setSizes([300, 700])
    person.window.inspector.hide()
    person.view("customer").setColumnHidden(2, True)
    person.view("item").columns.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    person.settle()
    sizes = person.window.splitter.sizes()
    names = person.names("item")
    person.app.close()
    again = open_window(small)
    assert (again.window.width(), again.window.height()) == (width, 700)
    assert again.window.splitter.sizes() == sizes
    assert not again.window.inspector.isVisible()
    assert again.view("customer").isColumnHidden(2)
    assert again.names("item") == names == sorted(names, reverse=True)


def test_a_state_that_ends_the_program_does_so_only_once(
    open_window: Open, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_window(small).app.close()
    seen: list[object] = []
    monkeypatch.setattr(
        "itemlink_gui.gui.main_window.MainWindow.restoreState", lambda _self, _state: seen.append(read("window"))
    )
    open_window(small)
    assert seen == [{}]
