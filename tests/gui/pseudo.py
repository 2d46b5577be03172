"""A language that shows what was never translated: every text is longer, in brackets, and read from the right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QHeaderView, QTabBar, QWidget
from typing_extensions import override

from itemlink_gui.base import i18n

_SAID = (
    "text", "title", "placeholderText", "windowTitle", "toolTip", "statusTip", "whatsThis", "iconText",
    "accessibleName", "accessibleDescription", "prefix", "suffix", "specialValueText",
)  # fmt: skip
_TYPED_IN = ("QLineEdit", "QPlainTextEdit", "QTextEdit")
_TOOLTIP = re.compile(r"<p[^>]*>|</p>")
_WRAPPED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")


def wrapped(text: str) -> str:
    """Return a text in the language; the rows of words in `base.words` keep their form."""
    return text if "|" in text and "[" not in text else f"⟦{text} ~~~~⟧"


class Qts(QTranslator):
    """The same for the texts of Qt itself."""

    @override
    def translate(self, context: object, text: str, disambiguation: object = None, n: int = -1, /) -> str:  # type: ignore[override]
        return "RTL" if text == "QT_LAYOUT_DIRECTION" else wrapped(text)

    @override
    def isEmpty(self) -> bool:
        return False


def apply(qt: QApplication, _chosen: str) -> None:
    """Speak the language from now on."""
    translator = Qts(qt)
    qt.installTranslator(translator)
    qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    i18n.install(lambda text, _n: wrapped(text))


def remove(qt: QApplication) -> None:
    """Go back to English."""
    for translator in qt.findChildren(Qts):
        qt.removeTranslator(translator)
        translator.setParent(None)
    QCoreApplication.sendPostedEvents()
    qt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    i18n.install(None)


def rest(text: str) -> str:
    """Return what of a text is in no brackets and has letters."""
    text = _TOOLTIP.sub("", text).replace("&lt;", "<").replace("&amp;", "&")
    before = ""
    while before != text:
        before, text = text, _WRAPPED.sub("", text)
    return text.strip() if _WORD.search(text) else ""


def _of_object(of: QObject) -> Iterator[tuple[str, str]]:
    typed_in = any(of.inherits(name) for name in _TYPED_IN)
    for name in _SAID:
        said = of.property(name)
        # A toolbar's own window title is the action's.
        if isinstance(said, str) and said and not (typed_in and name == "text"):
            yield name, said


def _of_model(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
        yield "head", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), 50)):
            index = model.index(row, column, QModelIndex())
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                yield f"cell {row}", str(index.data(role) or "")


def said(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a widget and all in it say, each with where: shown or not, tables, menus and actions included."""
    for of in (widget, *widget.findChildren(QObject)):
        where = f"{type(of).__name__} {of.objectName()}"
        if isinstance(of, QWidget | QAction):
            yield from ((f"{where} {name}", text) for name, text in _of_object(of))
        if isinstance(of, QAction):
            continue
        if isinstance(of, QTabBar):
            yield from ((where, of.tabText(tab)) for tab in range(of.count()))
        elif isinstance(of, QComboBox):
            yield from ((where, of.itemText(row)) for row in range(of.count()))
        elif isinstance(of, QAbstractItemView) and not isinstance(of, QHeaderView) and of.model() is not None:
            yield from ((f"{where} {name}", text) for name, text in _of_model(of.model()))


def dates() -> set[str]:
    """Return the words that dates are made of."""
    locale, forms = QLocale(), (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    days = {locale.dayName(day, form) for day in range(1, 8) for form in forms}
    return days | {locale.monthName(month, form) for month in range(1, 13) for form in forms} | {"AM", "PM"}


def keys(widget: QWidget) -> set[str]:
    """Return the shortcuts of a window as texts, which stand beside what is translated."""
    return {
        shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        for action in widget.findChildren(QAction)
        for shortcut in action.shortcuts()
    }
