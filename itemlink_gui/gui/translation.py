"""The language of the window: texts, buttons of Qt, dates, numbers, and from which side people read."""

from __future__ import annotations

import re

from PySide6.QtCore import QLibraryInfo, QLocale, QMargins, QRectF, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from itemlink_gui.base import i18n, paths
from itemlink_gui.gui import values

CONTEXT = "ItemLink"
_NAME = re.compile(r"[a-z]{2,3}")


def apply(qt: QApplication, chosen: str) -> None:
    """Let everything that is made from now on speak a language; what is there keeps its own.

    Args:
        qt: the application.
        chosen: ``system``, or a language such as ``de``. Without a translation for it the window is in English.
    """
    _remove(qt)
    system, liked = _of_system()
    language = next(
        (found for found in map(_language, liked if chosen == "system" else [chosen]) if _speaks(found)), "en"
    )
    own = QTranslator(qt)
    translates = own.load(_file(language))
    # Dates and numbers as in the user's country, unless a language was chosen that is not spoken there.
    locale = system if chosen == "system" or _language(system.name()) == language else QLocale(language)
    if locale.language() == QLocale.Language.C:
        # No country is set: its dates would be for machines.
        locale = QLocale("en")
    QLocale.setDefault(locale)
    qt.setLayoutDirection(QLocale(language).textDirection())
    of_qt = QTranslator(qt)
    if language != "en" and of_qt.load(
        f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        qt.installTranslator(of_qt)

    def translate(text: str, n: int | None) -> str:
        return own.translate(CONTEXT, text, None, -1 if n is None else n) or ""

    i18n.install(translate if translates else None, locale.groupSeparator(), values.day)


def from_right(widget: QWidget) -> bool:
    """Return whether people read a widget from right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def placed(place: QRectF, within: QRectF, right: bool) -> QRectF:
    """Return where something is painted that stands at ``place`` where people read from left to right.

    Args:
        place: its rectangle.
        within: the one it is mirrored in.
        right: whether they read from right to left.
    """
    return place.translated(within.left() + within.right() - place.left() - place.right(), 0) if right else place


def margins(widget: QWidget, before: int, top: int, after: int, bottom: int) -> QMargins:
    """Return margins in pixels for a layout, which Qt does not mirror, ``before`` and ``after`` in reading order."""
    return QMargins(after, top, before, bottom) if from_right(widget) else QMargins(before, top, after, bottom)


def _remove(qt: QApplication) -> None:
    """Take back what another language left, as in a program that starts twice within one process."""
    for translator in qt.findChildren(QTranslator):
        qt.removeTranslator(translator)
        translator.deleteLater()


def _of_system() -> tuple[QLocale, list[str]]:
    """Return the country that the system is set to, and the languages that its user likes best."""
    return QLocale.system(), QLocale.system().uiLanguages()


def _language(name: str) -> str:
    """Return the language of a locale's name, such as ``de`` of ``de-AT`` or ``de_AT``."""
    return name.replace("_", "-").partition("-")[0]


def _file(language: str) -> str:
    return str(paths.resources() / "i18n" / f"itemlink_{language}.qm")


def _speaks(language: str) -> bool:
    # Whatever the settings hold: only what can be a language is looked for as a file.
    return language == "en" or (bool(_NAME.fullmatch(language)) and QTranslator().load(_file(language)))
