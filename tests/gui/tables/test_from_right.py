"""Where people read from right to left, rows and what is dragged stand the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.gui import text, theme
from itemlink_gui.gui.tables.drag_picture import picture
from itemlink_gui.gui.tables.roles import Role
from tests.gui.tables.test_delegate import View

# Letters do not begin just where their box does.
BEARING = 3

Extent = tuple[int, int]


@pytest.fixture(autouse=True)
def back(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def view(qtbot: QtBot, right: bool) -> View:
    sides = Qt.LayoutDirection
    QApplication.setLayoutDirection(sides.RightToLeft if right else sides.LeftToRight)
    made = View()
    qtbot.addWidget(made)
    made.rows.rows = [["", "", None], ["", "", None]]
    made.show()
    qtbot.waitExposed(made)
    return made


def row_of(made: View, row: int, right: bool) -> QImage:
    rect, length = made.visualRect(made.rows.index(row, 0)), made.horizontalHeader().length()
    left = made.viewport().width() - length if right else 0
    return made.viewport().grab(QRect(left, rect.top(), length, rect.height())).toImage()


def extent(image: QImage, before: QImage, right: bool) -> Extent:
    """From where to where something was painted, counted from where people begin to read."""
    columns = [
        x for x in range(image.width()) if any(image.pixel(x, y) != before.pixel(x, y) for y in range(image.height()))
    ]
    return (image.width() - 1 - columns[-1], image.width() - 1 - columns[0]) if right else (columns[0], columns[-1])


def painted(qtbot: QtBot, right: bool, cells: list[Any], roles: dict[Role, object]) -> Extent:
    made = view(qtbot, right)
    made.rows.rows[1] = cells
    for role, value in roles.items():
        made.tell(1, role, value)
    return extent(row_of(made, 1, right), row_of(made, 0, right), right)


CELLS: list[tuple[list[Any], dict[Role, object]]] = [
    (["Ann", "", None], {}),
    (["Ann Lee and a name that is much too long for its cell", "", None], {}),
    (["Ann", "", None], {Role.INITIALS: "AL"}),
    (["", "", 12], {}),
    (["", "", 12], {Role.COUNT: 12}),
    (["", "", None], {Role.PLACEHOLDER: True}),
    (["", "", None], {Role.BADGE: "+9"}),
    (["", "", None], {Role.DROP_STATE: "some"}),
    (["", "", None], {Role.DROP_STATE: "all"}),
    (["", "", None], {Role.TARGET: True}),
]


@pytest.mark.parametrize(("cells", "roles"), CELLS)
def test_what_stands_at_one_end_stands_at_the_other(qtbot: QtBot, cells: list[Any], roles: dict[Role, object]) -> None:
    ours, theirs = (painted(qtbot, right, cells, roles) for right in (False, True))
    assert abs(ours[0] - theirs[0]) <= BEARING
    assert abs(ours[1] - theirs[1]) <= BEARING


def test_the_bar_of_a_selected_row_is_where_reading_begins(qtbot: QtBot) -> None:
    found = []
    for right in (False, True):
        made = view(qtbot, right)
        flags = QItemSelectionModel.SelectionFlag
        made.selectionModel().select(made.rows.index(1, 0), flags.Select | flags.Rows)
        image, c = row_of(made, 1, right), theme.colors(made)
        columns = [x for x in range(image.width()) if image.pixelColor(x, 10) in (c.accent, c.inactive)]
        found.append([image.width() - 1 - x if right else x for x in columns])
    assert sorted(found[0]) == sorted(found[1]) == [0, 1, 2]


def test_a_table_that_is_scrolled_sideways_paints_its_rows_all_the_same(qtbot: QtBot) -> None:
    made = view(qtbot, True)
    made.resize(250, 200)
    made.tell(1, Role.BADGE, "+9")
    made.tell(1, Role.TARGET, True)
    c = theme.colors(made)
    looks = []
    for place in (made.horizontalScrollBar().minimum(), made.horizontalScrollBar().maximum()):
        made.horizontalScrollBar().setValue(place)
        y = made.rowViewportPosition(1)
        image = made.viewport().grab(QRect(0, y, made.viewport().width(), made.rowHeight(1))).toImage()
        # The badge stands at the end of what can be seen.
        assert image.pixelColor(12, 10) == c.accent_fill
        looks.append(image.pixelColor(image.width() - 2, 16) == c.accent)
    # The outline ends where the row begins, which is to be seen at one end only.
    assert sorted(looks) == [False, True]


def test_the_picture_of_a_drag_and_a_label_are_mirrored_too(qtbot: QtBot) -> None:
    parts = []
    for right in (False, True):
        sides = Qt.LayoutDirection
        QApplication.setLayoutDirection(sides.RightToLeft if right else sides.LeftToRight)
        widget, label = QWidget(), text.ElidedLabel("Ann")
        for made in (widget, label):
            qtbot.addWidget(made)
        blank = QImage()
        image = picture(["Ann", "Benedict"], 12, widget).toImage()
        blank = QImage(image.size(), image.format())
        blank.fill(Qt.GlobalColor.transparent)
        label.resize(200, 20)
        said, nothing = label.grab().toImage(), text.ElidedLabel()
        nothing.resize(200, 20)
        parts.append((extent(image, blank, right), extent(said, nothing.grab().toImage(), right)))
    (ours, label_ours), (theirs, label_theirs) = parts
    assert abs(ours[0] - theirs[0]) <= 1
    assert abs(label_ours[0] - label_theirs[0]) <= BEARING
    assert label_theirs[1] < 60
