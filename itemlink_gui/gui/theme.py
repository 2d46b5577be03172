"""The look: palettes for light and dark, icons tinted by them, fonts, and the little that needs a style sheet."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, fields
from functools import lru_cache
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyle, QWidget

from itemlink_gui.base import paths

Choice = Literal["system", "light", "dark"]

MOVE_MS = 150
"""The longest movement, in milliseconds."""
AA = 4.5
"""The contrast that text needs against what lies under it (WCAG 2, level AA)."""
OUTLINE = 3.0
"""The contrast that a focus ring needs."""

_FUSION_ACCENT = QColor(48, 140, 198).rgb()  # what Fusion shows where the system has no accent colour
_OWN_ACCENT = QColor("#2f6bd8")
_ICON_SIZES = (16, 20, 24)
_DISC_HUES = (4, 28, 46, 88, 146, 174, 202, 228, 262, 292, 322)
_BLACK, _WHITE = QColor("#000000"), QColor("#ffffff")


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one scheme; all opaque, so that contrasts can be computed."""

    dark: bool
    window: QColor
    base: QColor
    button: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    hairline: QColor
    border: QColor
    hover: QColor
    selection: QColor
    selection_inactive: QColor
    inactive: QColor
    pill: QColor
    placeholder: QColor
    target: QColor
    flash: QColor
    accent: QColor
    accent_fill: QColor
    accent_text: QColor
    focus: QColor
    good: QColor
    warning: QColor
    danger: QColor


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, from 1 to 21, as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """Return ``one`` with a ``share`` (0..1) of ``other`` in it."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


def _readable(color: QColor, *grounds: QColor, ratio: float = AA) -> QColor:
    """Return ``color``, moved towards black or white until it stands out from all ``grounds`` by ``ratio``."""
    pole = max((_BLACK, _WHITE), key=lambda c: min(contrast(c, ground) for ground in grounds))
    tried = color
    for step in range(1, 21):
        if min(contrast(tried, ground) for ground in grounds) >= ratio:
            break
        tried = mix(color, pole, step / 20)
    return tried


@lru_cache(maxsize=8)
def scheme(dark: bool, accent: int) -> Colors:
    """Return the colours for one scheme.

    Args:
        dark: light text on a dark ground.
        accent: the system's accent colour as ``QColor.rgb()`` gives it.
    """
    tone = QColor.fromRgb(accent)
    if dark:
        window, base, button, text, muted = map(QColor, ("#22252b", "#1b1d22", "#2d3138", "#e8eaed", "#a3abb6"))
        hairline, border, pole = QColor("#2c3037"), QColor("#4b525d"), _WHITE
        good, warning, danger = QColor("#6cc595"), QColor("#e6b35c"), QColor("#f28b82")
    else:
        window, base, button, text, muted = map(QColor, ("#f4f5f7", "#ffffff", "#ffffff", "#1d2127", "#5a626d"))
        hairline, border, pole = QColor("#e9ebee"), QColor("#c9ced6"), _BLACK
        good, warning, danger = QColor("#197a48"), QColor("#8f5600"), QColor("#bd2f28")
    tint = _readable(tone, text, ratio=OUTLINE)  # a yellow under light text would drown it
    selection, target = mix(base, tint, 0.28 if dark else 0.15), mix(base, tint, 0.40 if dark else 0.24)
    grey, hover = mix(base, pole, 0.11 if dark else 0.085), mix(base, pole, 0.06 if dark else 0.045)
    pill = mix(base, pole, 0.13 if dark else 0.075)
    grounds = (window, base, button, hover, selection, grey, target, pill)
    accent_text = _WHITE if contrast(_WHITE, tone) >= OUTLINE else QColor("#14161a")
    return Colors(
        dark=dark,
        window=window,
        base=base,
        button=button,
        text=text,
        muted=_readable(muted, *grounds),
        disabled=mix(text, window, 0.55),
        hairline=hairline,
        border=border,
        hover=hover,
        selection=selection,
        selection_inactive=grey,
        inactive=mix(base, muted, 0.75),
        pill=pill,
        placeholder=mix(base, pole, 0.09 if dark else 0.07),
        target=target,
        flash=mix(base, tint, 0.50 if dark else 0.34),
        accent=_readable(tone, *grounds),
        accent_fill=_readable(tone, accent_text),
        accent_text=accent_text,
        focus=_readable(tone, *grounds, ratio=OUTLINE),
        good=_readable(good, *grounds),
        warning=_readable(warning, *grounds),
        danger=_readable(danger, *grounds),
    )


def seen(color: QColor, c: Colors) -> QColor:
    """Return a colour that somebody chose, moved until it stands out from the rows of a table in a scheme."""
    return _readable(color, c.base, c.hover, c.selection, c.selection_inactive, ratio=OUTLINE)


def colors(of: QWidget | QPalette) -> Colors:
    """Return the colours that go with a widget's palette, or with a palette."""
    palette = of.palette() if isinstance(of, QWidget) else of
    window = palette.color(QPalette.ColorRole.Window)
    return scheme(window.lightness() < 128, palette.color(QPalette.ColorRole.Accent).rgb())


def palette(dark: bool, accent: QColor) -> QPalette:
    """Return the palette of one scheme, with an accent colour."""
    c, made = scheme(dark, accent.rgb()), QPalette()
    role = QPalette.ColorRole
    for where, color in {
        role.Window: c.window, role.WindowText: c.text, role.Base: c.base, role.AlternateBase: c.hover,
        role.Text: c.text, role.PlaceholderText: c.muted, role.Button: c.button, role.ButtonText: c.text,
        role.BrightText: c.danger, role.ToolTipBase: c.button, role.ToolTipText: c.text, role.Link: c.accent,
        role.LinkVisited: c.accent, role.Highlight: c.accent_fill, role.HighlightedText: c.accent_text,
        role.Light: c.button, role.Midlight: c.hairline, role.Mid: c.border, role.Dark: c.inactive,
        role.Shadow: mix(c.window, _BLACK, 0.5), role.Accent: accent,
    }.items():  # fmt: skip
        made.setColor(where, color)
    made.setColor(QPalette.ColorGroup.Inactive, role.Highlight, c.selection_inactive)
    made.setColor(QPalette.ColorGroup.Inactive, role.HighlightedText, c.text)
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, where, c.disabled)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, c.selection_inactive)
    return made


class _Follower(QObject):
    """Keeps the application in the scheme that the user chose, or the system's."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.setObjectName("theme")
        self.choice: Choice = "system"
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        app.screenAdded.connect(self._on_screen_added)

    def dress(self, system: Qt.ColorScheme) -> None:
        """Put palette, style sheet and icons on everything; ``system`` counts where the user chose to follow it."""
        app = self._app
        app.setPalette(QPalette())  # ours off for a moment: what is left is the system's
        accent = app.palette().color(QPalette.ColorRole.Accent)
        dark = self.choice == "dark" or (self.choice == "system" and system == Qt.ColorScheme.Dark)
        app.setPalette(palette(dark, _OWN_ACCENT if accent.rgb() == _FUSION_ACCENT else accent))
        app.setStyleSheet(_style_sheet(colors(app.palette())))
        _tint_again(app)

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.choice == "system":
            self.dress(scheme)

    def _on_screen_added(self) -> None:
        _tint_again(self._app)


def apply(app: QApplication, choice: Choice) -> None:
    """Dress the application, now and whenever the system's scheme changes.

    Args:
        app: the application.
        choice: ``"system"`` follows the desktop; the others stay.
    """
    follower = app.findChild(_Follower, "theme") or _Follower(app)
    follower.choice = choice
    hints = app.styleHints()
    if choice == "system":
        hints.unsetColorScheme()
    else:  # title bars and the system's own dialogs follow this
        hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
    follower.dress(hints.colorScheme())


def _style_sheet(c: Colors) -> str:
    folder = paths.resources() / "theme"
    values = {f.name: getattr(c, f.name).name() for f in fields(c) if f.name != "dark"}
    for key, sign, ink in (  # a style sheet cannot tint a picture
        ("box_tick", "tick", c.accent_text),
        ("menu_tick", "tick", c.text),
        ("chevron", "chevron", c.text),
    ):
        values[key] = (folder / f"{sign}-{'white' if ink.lightness() > 128 else 'black'}.svg").as_posix()
    return Template((folder / "app.qss").read_text(encoding="utf-8")).substitute(values)


@lru_cache(maxsize=512)
def picture(name: str, size: int, color: int) -> QImage:
    """Return an icon as an image.

    Args:
        name: the name of a file in ``resources/icons``, without its suffix.
        size: width and height in device pixels.
        color: as ``QColor.rgb()`` gives it.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    image = _shape(name, size).copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgb(color))
    painter.end()
    return image


@lru_cache(maxsize=256)
def _shape(name: str, size: int) -> QImage:
    """Return what an icon covers: to draw it takes ten times as long as to give it another colour."""
    svg = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(svg).render(painter)
    painter.end()
    return image


def draw_icon(painter: QPainter, name: str, where: QRectF, color: QColor) -> None:
    """Paint an icon sharply into a square of logical pixels."""
    size = round(where.width() * painter.device().devicePixelRatio())
    painter.drawImage(where, picture(name, size, color.rgb()))


def pixmap(name: str, size: int, color: QColor, ratio: float) -> QPixmap:
    """Return an icon in one colour, ``size`` logical pixels wide and high, for a screen of ``ratio`` pixels each."""
    made = QPixmap.fromImage(picture(name, round(size * ratio), color.rgb()))
    made.setDevicePixelRatio(ratio)
    return made


_icons: dict[tuple[str, bool], QIcon] = {}
_names: dict[int, tuple[str, bool]] = {}


def icon(name: str, *, warning: bool = False) -> QIcon:
    """Return an icon in the colours of the current scheme, for 16, 20 and 24 px on the screens that are there.

    It may be put on actions and buttons and forgotten: when the scheme changes, they get the new one. (An icon engine
    in Python would need no such care, but PySide6 does not hand its ownership over and crashes.)

    Args:
        name: the name of a file in ``resources/icons``, without its suffix.
        warning: in the colour of a warning.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    key = name, warning
    if key not in _icons:
        c = colors(QGuiApplication.palette())
        usual = c.warning if warning else c.text
        made = QIcon()
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            for size in _ICON_SIZES:
                for mode, color in (
                    (QIcon.Mode.Normal, usual),
                    (QIcon.Mode.Active, usual),
                    (QIcon.Mode.Disabled, c.disabled),
                    (QIcon.Mode.Selected, c.accent_text),
                ):
                    made.addPixmap(pixmap(name, size, color, ratio), mode)
        _icons[key] = made
        _names[made.cacheKey()] = key
    return _icons[key]


def _tint_again(app: QApplication) -> None:
    """Give everything that shows one of our icons the icon of the current scheme."""
    _icons.clear()
    old, seen = dict(_names), set[int]()
    _names.clear()
    for widget in app.allWidgets():
        holders: list[QAction | QAbstractButton] = [*widget.actions()]
        if isinstance(widget, QAbstractButton):
            holders.append(widget)
        for holder in holders:
            key = old.get(holder.icon().cacheKey())
            if key is not None and id(holder) not in seen:
                seen.add(id(holder))
                name, warning = key
                holder.setIcon(icon(name, warning=warning))


def small_font(font: QFont) -> QFont:
    """Return the small sibling of a font."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.9)
    else:
        small.setPixelSize(round(font.pixelSize() * 0.9))
    return small


def number_font(font: QFont) -> QFont:
    """Return the font with figures of one width, so that numbers in a column stand under each other."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular


@lru_cache(maxsize=1024)
def initials_color(text: str, dark: bool) -> tuple[QColor, QColor]:
    """Return the ground and the letters of a disc: the same for the same text, on every day and machine."""
    hue = _DISC_HUES[zlib.crc32(text.encode("utf-8", "replace")) % len(_DISC_HUES)] / 360
    ground = QColor.fromHslF(hue, 0.28, 0.30) if dark else QColor.fromHslF(hue, 0.55, 0.88)
    ground = QColor.fromRgb(ground.rgb())  # as it will be on the screen
    return ground, _readable(QColor.fromHslF(hue, 0.6, 0.8 if dark else 0.32).toRgb(), ground)


def reduced_motion() -> bool:
    """Return whether the system asks for less movement."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
