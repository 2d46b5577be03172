"""The look keeps its promises: contrast in both schemes, tinted icons, and it follows the system or the user."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontInfo, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.base import paths
from itemlink_gui.gui import theme

SCHEMES = [
    pytest.param(theme.scheme(dark, QColor(accent).rgb()), id=f"{'dark' if dark else 'light'}-{accent}")
    for dark in (False, True)
    for accent in ("#2f6bd8", "#e01b24", "#f6d32d", "#33d17a", "#000000", "#ffffff")
]
ICONS = sorted(path for path in (paths.resources() / "icons").glob("*.svg") if path.stem != "itemlink")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, "system")


def inked(image: QImage, color: QColor) -> bool:
    """Whether something is drawn, and all that is fully covered has this colour (but for rounding)."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    covered = [pixel.toTuple() for pixel in pixels if pixel.alpha() == 255]
    return bool(covered) and all(
        abs(a - b) <= 2 for pixel in covered for a, b in zip(pixel, color.toTuple(), strict=True)
    )


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert theme.contrast(QColor("#777"), QColor("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("c", SCHEMES)
def test_text_is_readable_on_every_ground(c: theme.Colors) -> None:
    grounds = (c.window, c.base, c.button, c.hover, c.selection, c.selection_inactive, c.target, c.pill)
    for ink in (c.text, c.muted, c.accent, c.good, c.warning, c.danger):
        assert min(theme.contrast(ink, ground) for ground in grounds) >= 4.5
    assert theme.contrast(c.text, c.flash) >= 4.5
    assert theme.contrast(c.accent_text, c.accent_fill) >= 4.5


@pytest.mark.parametrize("c", SCHEMES)
def test_what_has_the_keyboard_stands_out(c: theme.Colors) -> None:
    for ground in (c.window, c.base, c.selection, c.selection_inactive):
        assert theme.contrast(c.focus, ground) >= 3
    for bar in (c.accent, c.inactive):  # the bar before a selected row
        assert theme.contrast(bar, c.base) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_states_of_a_row_differ(dark: bool) -> None:
    c = theme.scheme(dark, QColor("#2f6bd8").rgb())
    states = [c.base, c.hover, c.selection, c.selection_inactive, c.target, c.flash]
    for i, one in enumerate(states):
        for other in states[i + 1 :]:
            assert sum(abs(a - b) for a, b in zip(one.toTuple(), other.toTuple(), strict=True)) >= 16


@pytest.mark.parametrize("dark", [False, True])
def test_a_palette_leads_back_to_its_colours(qapp: QApplication, dark: bool) -> None:
    accent = QColor("#e01b24")
    made = theme.palette(dark, accent)
    assert theme.colors(made) is theme.scheme(dark, accent.rgb())
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    for where in (group.Active, group.Inactive):
        ink, ground = made.color(where, role.HighlightedText), made.color(where, role.Highlight)
        assert theme.contrast(ink, ground) >= 4.5
    assert made.color(group.Active, role.Highlight) != made.color(group.Inactive, role.Highlight)
    assert made.color(group.Disabled, role.Text) != made.color(group.Active, role.Text)


def test_the_user_decides_against_the_system(app: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    theme.apply(app, "dark")
    qtbot.waitUntil(lambda: theme.colors(widget).dark)
    assert "$" not in app.styleSheet()
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.colors(app.palette()).dark
    theme.apply(app, "light")
    qtbot.waitUntil(lambda: not theme.colors(widget).dark)


def test_the_system_is_followed(app: QApplication) -> None:
    theme.apply(app, "system")
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colors(app.palette()).dark
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.colors(app.palette()).dark


def test_the_systems_accent_is_taken_where_there_is_one(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.apply(app, "light")
    own = app.palette().color(QPalette.ColorRole.Accent)
    monkeypatch.setattr(theme, "_FUSION_ACCENT", QColor("#000").rgb())  # so what Fusion says passes for the system's
    theme.apply(app, "light")
    assert app.palette().color(QPalette.ColorRole.Accent) == QColor(48, 140, 198) != own


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_every_icon_takes_the_colour_it_is_given(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert "ISC licence" in source
    assert "currentColor" in source
    assert "#" not in source
    assert "rgb(" not in source
    assert inked(theme.picture(path.stem, 48, QColor("#c0ffee").rgb()), QColor("#c0ffee"))


def test_the_icons_licence_is_there() -> None:
    assert "ISC License" in (paths.resources() / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


@pytest.mark.parametrize("size", [16, 20, 24])
def test_icons_are_sharp_at_their_sizes(app: QApplication, size: int) -> None:
    theme.apply(app, "light")
    pixmap = theme.icon("check").pixmap(QSize(size, size), 1.0)
    expected = theme.picture("check", size, theme.colors(app.palette()).text.rgb())
    assert pixmap.toImage().convertToFormat(expected.format()) == expected


def test_icons_have_a_colour_for_each_state(app: QApplication) -> None:
    theme.apply(app, "light")
    c, icon = theme.colors(app.palette()), theme.icon("check")
    for mode, color in (
        (QIcon.Mode.Normal, c.text),
        (QIcon.Mode.Active, c.text),
        (QIcon.Mode.Disabled, c.disabled),
        (QIcon.Mode.Selected, c.accent_text),
    ):
        assert inked(icon.pixmap(QSize(24, 24), 1.0, mode).toImage(), color)


def test_icons_follow_the_scheme(app: QApplication, qtbot: QtBot) -> None:
    theme.apply(app, "light")
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction(theme.icon("check"), "Check", window)
    window.addAction(action)
    button = QPushButton(theme.icon("check"), "Less", window)
    warns = QPushButton(theme.icon("check", warning=True), "Off", window)
    foreign = QPushButton(QIcon(theme.icon("link").pixmap(16)), "More", window)
    key = foreign.icon().cacheKey()
    theme.apply(app, "dark")
    c = theme.colors(app.palette())
    for holder in (action, button):
        assert inked(holder.icon().pixmap(QSize(24, 24), 1.0).toImage(), c.text)
    assert inked(warns.icon().pixmap(QSize(24, 24), 1.0).toImage(), c.warning)
    assert foreign.icon().cacheKey() == key
    theme.apply(app, "light")
    assert inked(action.icon().pixmap(QSize(24, 24), 1.0).toImage(), theme.colors(app.palette()).text)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_drawn_icons_are_sharp_on_every_screen(qapp: QApplication, ratio: float) -> None:
    image = QImage(round(16 * ratio), round(16 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    theme.draw_icon(painter, "check", QRectF(0, 0, 16, 16), QColor("#c0ffee"))
    painter.end()
    image.setDevicePixelRatio(1)
    assert image == theme.picture("check", round(16 * ratio), QColor("#c0ffee").rgb())


def test_the_small_font_is_smaller(qapp: QApplication) -> None:
    by_points, by_pixels = QFont(), QFont()
    by_points.setPointSizeF(10)
    by_pixels.setPixelSize(20)
    assert theme.small_font(by_points).pointSizeF() == pytest.approx(9)
    assert theme.small_font(by_pixels).pixelSize() == 18


def test_numbers_have_figures_of_one_width(qapp: QApplication) -> None:
    font = theme.number_font(qapp.font())
    assert font.isFeatureSet(QFont.Tag("tnum"))
    assert QFontInfo(font).pointSizeF() == QFontInfo(qapp.font()).pointSizeF()


@pytest.mark.parametrize("dark", [False, True])
def test_discs_are_readable_and_stay_the_same(dark: bool) -> None:
    names = [chr(65 + i) + chr(65 + j) for i in range(26) for j in range(26)]
    for name in names:
        ground, ink = theme.initials_color(name, dark)
        assert theme.contrast(ink, ground) >= 4.5
    assert len({theme.initials_color(name, dark)[0].rgb() for name in names}) >= 8
    assert theme.initials_color("AL", False)[0].name() == "#f1e9d0"


@pytest.mark.parametrize(("duration", "reduced"), [(200, False), (0, True)])
def test_less_movement_is_what_the_style_says(monkeypatch: pytest.MonkeyPatch, duration: int, reduced: bool) -> None:
    class Style:
        def styleHint(self, hint: object) -> int:
            return duration

    monkeypatch.setattr(theme.QApplication, "style", staticmethod(Style))
    assert theme.reduced_motion() is reduced


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize(("entries", "scrolls"), [(3, False), (10, False), (11, True)])
def test_ten_choices_are_all_seen(
    app: QApplication, qtbot: QtBot, choice: theme.Choice, entries: int, scrolls: bool
) -> None:
    theme.apply(app, choice)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Choice {n}" for n in range(entries)])
    box.show()
    box.showPopup()
    last = box.view().visualRect(box.model().index(entries - 1, 0))
    assert last.height() >= 24
    assert box.view().viewport().rect().contains(last) != scrolls
    box.hidePopup()
