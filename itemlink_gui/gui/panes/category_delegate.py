"""Paints the list of categories like the rows of a table, and edits a name in its row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.field_editor import LineEditor
from itemlink_gui.gui.panes.category_model import PLACE, ROW
from itemlink_gui.gui.record_edit import mark
from itemlink_gui.gui.tables import delegate, shapes
from itemlink_gui.gui.translation import from_right
from itemlink_gui.store.categories import CategoryRow

if TYPE_CHECKING:
    from itemlink_gui.gui.panes.category_list import CategoryList

_Index = QModelIndex | QPersistentModelIndex
_SELECTED, _HOVER = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
_BEGIN = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class CategoryDelegate(QStyledItemDelegate):
    """Paints and edits one list of categories.

    Args:
        view: the list.
    """

    def __init__(self, view: CategoryList) -> None:
        super().__init__(view)
        self._view = view
        self._index = QPersistentModelIndex()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        return QSize(40, delegate.row_height(compact=True) + 2)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        c, fonts, cell = theme.colors(option.palette), shapes.fonts(option.font), option.rect
        right = from_right(self._view)
        found: CategoryRow = index.data(ROW)
        place, target = index.data(PLACE), index.row() == self._view.target
        selected = option.state.value & _SELECTED and place != "new"
        if target:
            shapes.frame(painter, QRectF(cell).adjusted(1, 1, -1, -1), c.target, c.accent)
        elif selected:
            painter.fillRect(cell, c.selection if self._view.hasFocus() else c.selection_inactive)
        elif option.state.value & _HOVER:
            painter.fillRect(cell, c.hover)
        if self._view.hasFocus() and index == self._view.currentIndex():
            shapes.frame(painter, QRectF(cell).adjusted(1, 1, -1, -1), None, c.focus)
        rect = cell.adjusted(delegate.PAD, 0, -delegate.PAD, 0)
        if place == "category":
            shapes.dot(painter, rect, found.colour, c, right)
        elif place == "new":
            side = QRectF(rect.right() - 13 if right else rect.left() - 2, rect.center().y() - 6, 14, 14)
            theme.draw_icon(painter, "plus", side, c.muted)
        if place in ("category", "new"):
            rect.adjust(*((0, 0, -shapes.DOT, 0) if right else (shapes.DOT, 0, 0, 0)))
        said = self._view.badge(index.row()) if target else "" if place == "new" else grouped(found.count)
        width = fonts.number_metrics.horizontalAdvance(said) + 8
        painter.setFont(fonts.number)
        painter.setPen(c.accent if target else c.muted)
        painter.drawText(rect, int(shapes.LEFT if right else shapes.RIGHT), said)
        rect.adjust(*((width, 0, 0, 0) if right else (0, 0, -width, 0)))
        painter.setFont(fonts.text)
        painter.setPen(c.muted if place in ("none", "new") else c.text)
        name = fonts.metrics.elidedText(texts.one_line(found.name), Qt.TextElideMode.ElideRight, rect.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(_BEGIN | edge | Qt.AlignmentFlag.AlignAbsolute), name)

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index, /
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return False
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), texts.tooltip(said), view, option.rect)
        return True

    # Names.

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = LineEditor(parent)
        editor.setObjectName("categoryName")
        editor.setAccessibleName(tr("Name of the category"))
        editor.setPlaceholderText(tr("Name"))
        editor.changed.connect(partial(mark, editor, ""))
        self._index = QPersistentModelIndex(index)
        self._view.rows.hold()
        editor.destroyed.connect(self._view.rows.release)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        # Once only: news must not replace what is being typed.
        if isinstance(editor, LineEditor) and not editor.isModified() and not editor.text():
            editor.set_value(str(index.data(Qt.ItemDataRole.EditRole)))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Do nothing: the list stores the name, and the row follows when the news arrives."""

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, LineEditor):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._view.take_name(editor, self._index)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._view.give_up(editor)
                return True
            return False
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # Another window or a menu in front is no end of the editing.
            elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if editor.isVisible() and event.reason() not in elsewhere and QApplication.activeModalWidget() is None:
                self._view.take_name(editor, self._index)
            return False
        return super().eventFilter(editor, event)
