"""Each state of a row can be seen, and nothing painted for one row or column reaches another."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from itemlink_gui.gui import text, theme
from itemlink_gui.gui.tables.delegate import RowDelegate, row_height
from itemlink_gui.gui.tables.roles import Role

ROWS = [["Ann Lee", "ann@example.org", 3], ["Ben Ortiz", "", 1200], ["Cleo Sato", "cleo@example.org", 0]]
LONG = '<img src="x"> ' * 20


class Model(QAbstractTableModel):
    """Three rows; ``extra`` holds what the roles answer by (row, role), for all columns of the row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = [list(row) for row in ROWS]
        self.extra: dict[tuple[int, int], Any] = {}

    def rowCount(self, parent: object = None) -> int:
        return len(self.rows)

    def columnCount(self, parent: object = None) -> int:
        return 3

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        return self.extra.get((index.row(), role))


class View(QTableView):
    """A table dressed like ours."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = Model()
        self.setModel(self.rows)
        self.painter = RowDelegate(self)
        self.setItemDelegate(self.painter)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(False))
        for column, width in enumerate((160, 160, 80)):
            self.setColumnWidth(column, width)
        self.resize(440, 200)

    def look(self, row: int, column: int | None = None) -> QImage:
        """What a row, or one cell of it, looks like."""
        rect = self.visualRect(self.rows.index(row, column or 0))
        if column is None:
            rect = QRect(0, rect.top(), self.horizontalHeader().length(), rect.height())
        return self.viewport().grab(rect).toImage()

    def tell(self, row: int, role: Role, value: object) -> None:
        self.rows.extra[row, role] = value


@pytest.fixture(params=["light", "dark"])
def view(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> View:
    theme.apply(qapp, request.param)
    made = View()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def colour_at(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(round(x * image.devicePixelRatio()), round(y * image.devicePixelRatio()))


STATES = [
    (Role.TARGET, True),
    (Role.FLASH, 1.0),
    (Role.FLASH, 0.4),
    (Role.PLACEHOLDER, True),
    (Role.BADGE, "+9 · 3 already"),
    (Role.DROP_STATE, "all"),
    (Role.DROP_STATE, "some"),
    (Role.MUTED, True),
]


@pytest.mark.parametrize(("role", "value"), STATES)
def test_a_state_shows_in_its_row_and_only_there(view: View, role: Role, value: object) -> None:
    before = [view.look(row) for row in range(3)]
    view.tell(1, role, value)
    after = [view.look(row) for row in range(3)]
    assert after[1] != before[1]
    assert (after[0], after[2]) == (before[0], before[2])


def test_states_differ_from_each_other(view: View) -> None:
    looks = [view.look(1)]
    for role, value in STATES:
        view.rows.extra.clear()
        view.tell(1, role, value)
        looks.append(view.look(1))
    for i, one in enumerate(looks):
        assert all(one != other for other in looks[i + 1 :])


def test_a_row_that_has_nothing_of_the_drag_stays_as_it_is(view: View) -> None:
    before = view.look(1)
    view.tell(1, Role.DROP_STATE, "none")
    view.tell(1, Role.FLASH, 0.0)
    view.tell(1, Role.TARGET, False)
    view.tell(1, Role.PLACEHOLDER, False)
    assert view.look(1) == before


def test_selection_hover_and_rest_differ_across_the_whole_row(view: View, qtbot: QtBot) -> None:
    c = theme.colors(view)
    ends = [(view.look(1, 0), 155), (view.look(1, 2), 4)]
    assert [colour_at(image, x, 5) for image, x in ends] == [c.base, c.base]
    view.painter.hover_row = 1
    assert [colour_at(view.look(1, column), x, 5) for column, x in ((0, 155), (2, 4))] == [c.hover, c.hover]
    view.selectionModel().select(
        view.rows.index(1, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    view.clearFocus()
    quiet = [colour_at(view.look(1, column), x, 5) for column, x in ((0, 155), (2, 4))]
    assert quiet == [c.selection_inactive, c.selection_inactive]
    assert colour_at(view.look(1, 0), 1, 10) == c.inactive
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    live = [colour_at(view.look(1, column), x, 5) for column, x in ((0, 155), (2, 4))]
    assert live == [c.selection, c.selection]
    assert colour_at(view.look(1, 0), 1, 10) == c.accent


def test_the_current_row_has_a_ring_while_the_table_has_the_keyboard(view: View, qtbot: QtBot) -> None:
    c = theme.colors(view)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.selectionModel().setCurrentIndex(view.rows.index(1, 1), QItemSelectionModel.SelectionFlag.NoUpdate)
    for column in range(3):  # the ring goes through all cells
        assert colour_at(view.look(1, column), 40, 1) == c.focus
        assert colour_at(view.look(0, column), 40, 1) != c.focus
    view.clearFocus()
    assert colour_at(view.look(1, 1), 40, 1) != c.focus


def test_the_target_has_an_outline_from_end_to_end(view: View) -> None:
    c = theme.colors(view)
    view.tell(1, Role.TARGET, True)
    row = view.look(1)
    middle = row_height(False) // 2
    assert colour_at(row, 1, middle) == colour_at(row, 398, middle) == colour_at(row, 200, 1) == c.accent
    assert colour_at(row, 0, 0) != c.accent  # the corners are rounded
    assert colour_at(row, 150, 5) == c.target


def test_the_badge_lies_over_the_cells_at_the_right_end(view: View) -> None:
    view.tell(1, Role.BADGE, "+9 · 3 already · 2 more words")
    c = theme.colors(view)
    assert colour_at(view.look(1, 2), 40, 7) == c.accent_fill
    assert colour_at(view.look(1, 1), 155, 7) == c.accent_fill  # it reaches into the cell before
    assert colour_at(view.look(1, 0), 20, 7) == c.base


def test_a_count_is_a_pill_and_none_is_not(view: View) -> None:
    c = theme.colors(view)
    for row in range(3):
        view.tell(row, Role.COUNT, ROWS[row][2])
    plain, pill = view.look(2, 2), view.look(1, 2)
    assert colour_at(pill, 64, 8) == c.pill
    assert colour_at(plain, 64, 8) == c.base
    assert not same_everywhere(plain)  # a nought is written all the same


def same_everywhere(image: QImage) -> bool:
    rows = range(image.height() - round(image.devicePixelRatio()))  # the hairline aside
    return len({image.pixel(x, y) for x in range(image.width()) for y in rows}) == 1


def test_numbers_end_at_the_same_place_with_and_without_a_pill(view: View) -> None:
    view.rows.rows = [["", "", 7], ["", "", 7], ["", "", 7]]
    plain = view.look(0, 2)
    view.tell(1, Role.COUNT, 7)
    c = theme.colors(view)

    def last_ink(image: QImage) -> int:
        return max(
            x
            for x in range(image.width())
            for y in range(image.height())
            if theme.contrast(image.pixelColor(x, y), c.base) > 7
        )

    assert last_ink(plain) == last_ink(view.look(1, 2))


def test_an_empty_cell_is_empty(view: View) -> None:
    assert same_everywhere(view.look(1, 1))
    view.rows.rows[1][1] = None
    assert same_everywhere(view.look(1, 1))


def test_initials_stand_in_a_disc_of_their_own_colour(view: View) -> None:
    view.tell(0, Role.INITIALS, "AL")
    view.tell(1, Role.INITIALS, "BO")
    dark = theme.colors(view).dark
    for row, letters in ((0, "AL"), (1, "BO")):
        image = view.look(row, 0)
        assert colour_at(image, 22, 6) == theme.initials_color(letters, dark)[0]


def test_long_text_ends_before_the_next_column(view: View) -> None:
    before = view.look(1, 1)
    view.rows.rows[1][0] = LONG
    assert view.look(1, 1) == before
    assert not same_everywhere(view.look(1, 0))


def test_the_hairline_runs_under_every_row(view: View) -> None:
    c = theme.colors(view)
    for row in range(3):
        assert colour_at(view.look(row), 200, row_height(False) - 1) == c.hairline


def test_a_tooltip_tells_what_is_cut_short_as_text(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda pos, said, *rest: shown.append(said))
    view.rows.rows[1][0] = LONG
    view.tell(2, Qt.ItemDataRole.ToolTipRole, "<b>29 February</b>")
    for row in range(3):
        option = QStyleOptionViewItem()
        option.rect = view.visualRect(view.rows.index(row, 0))
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
        assert view.painter.helpEvent(event, view, option, view.rows.index(row, 0))
    assert shown == ["", text.tooltip(LONG), text.tooltip("<b>29 February</b>")]


def test_moving_the_pointer_repaints_only_two_rows(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(view.painter, "update_row", asked.append)
    view.painter.hover_row = 1
    view.painter.hover_row = 1
    view.painter.hover_row = 2
    assert asked == [-1, 1, 1, 2]


def test_painting_leaves_the_painter_ready_for_the_next_cell(view: View) -> None:
    before = view.look(1, 1)
    for role, value in ((Role.TARGET, True), (Role.BADGE, "+1"), (Role.INITIALS, "AL")):
        view.tell(0, role, value)
    whole = view.viewport().grab().toImage()
    rect = view.visualRect(view.rows.index(1, 1))
    ratio = whole.devicePixelRatio()
    cut = QRect(rect.topLeft() * ratio, rect.size() * ratio)
    assert whole.copy(cut).convertToFormat(before.format()) == before


@pytest.mark.parametrize(("role", "value"), [(Role.TARGET, True), (Role.BADGE, "+9 · 3 already · many words")])
def test_a_cell_paints_nothing_outside_itself(view: View, role: Role, value: object) -> None:
    view.tell(1, role, value)
    index = view.rows.index(1, 1)
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    image = QImage(view.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#c0ffee"))
    painter = QPainter(image)
    view.painter.paint(painter, option, index)
    painter.fillRect(option.rect, QColor("#c0ffee"))
    painter.end()
    assert same_everywhere(image)


@pytest.mark.parametrize(("compact", "height"), [(False, 32), (True, 26)])
def test_rows_keep_to_the_grid_and_grow_with_the_font(
    qapp: QApplication, compact: bool, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    font = qapp.font()
    monkeypatch.setattr(QApplication, "font", staticmethod(lambda: font))
    assert row_height(compact) == height
    font.setPixelSize(40)
    assert row_height(compact) > QFontMetrics(font).height()


def test_the_size_hint_holds_the_text_and_the_disc(view: View) -> None:
    option = QStyleOptionViewItem()
    plain = view.painter.sizeHint(option, view.rows.index(0, 0)).width()
    assert plain > view.fontMetrics().horizontalAdvance("Ann Lee")
    view.tell(0, Role.INITIALS, "AL")
    assert view.painter.sizeHint(option, view.rows.index(0, 0)).width() >= plain + 24
