"""Editing in a table: wrong input stays as typed, with the reason beside it, and nothing is stored."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyleOptionViewItem, QTableView, QToolTip, QWidget
from typing_extensions import override

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.record_edit import RecordEdit, mark
from itemlink_gui.gui.tables.delegate import RowDelegate
from itemlink_gui.gui.tables.id_table import IdTable

_Index = QModelIndex | QPersistentModelIndex


class CellEdit(QLineEdit):
    """The editor of one field of one record.

    Args:
        edit: stores what is typed.
        parent: the table's viewport.
    """

    def __init__(self, edit: RecordEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = edit
        self.filled = False
        self.given_up = False
        """Whether the user took back what was typed."""
        self.setObjectName("cellEdit")
        self.setAccessibleName(edit.label)
        self.textEdited.connect(self._on_text_edited)

    def refuse(self, reason: str) -> None:
        """Say why this cannot be stored, beside it; the text stays as typed."""
        mark(self, reason)
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), texts.tooltip(reason), self)

    def _on_text_edited(self) -> None:
        mark(self, "")


class EditDelegate(RowDelegate):
    """Paints a table and edits its single-line fields.

    Args:
        view: the table.
        model: its model.
    """

    def __init__(self, view: QTableView, model: IdTable) -> None:
        super().__init__(view)
        self._model = model
        self._holding = False

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field = self._model.columns[index.column()].field
        record = self._model.id_at(index.row())
        editor = CellEdit(RecordEdit(self._model.bridge, self._model.kind, record, field), parent)
        editor.destroyed.connect(self._release)
        self._hold()
        return editor

    @override
    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, CellEdit) and editor.property("invalid") and not editor.given_up:
            reason = editor.accessibleDescription()
            text = tr("{field} was not stored: {reason}", field=editor.edit.label, reason=reason)
            self._model.bridge.failed.emit(ItemLinkError(text))
        super().destroyEditor(editor, index)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        # Once only: news about the row must not replace what is being typed.
        if isinstance(editor, CellEdit) and not editor.filled:
            editor.filled = True
            editor.edit.seen = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setText(editor.edit.seen)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Do nothing: `_submit` stores, and the row follows when the news arrives."""

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, CellEdit):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._submit(editor)
                return True
            editor.given_up = event.key() == Qt.Key.Key_Escape
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.FocusIn:
            self._hold()
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # Another window or a menu in front is no end of the editing.
            elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if editor.isVisible() and event.reason() not in elsewhere:
                self._submit(editor)
                self._release()
            return False
        return super().eventFilter(editor, event)

    def _submit(self, editor: CellEdit) -> None:
        text = editor.text()
        editor.edit.store(text, partial(self._on_stored, editor, text), partial(self._on_refused, editor))

    def _on_stored(self, editor: CellEdit, text: str) -> None:
        # What was typed on meanwhile is not thrown away.
        if shiboken6.isValid(editor) and editor.text() == text:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_refused(self, editor: CellEdit, error: ItemLinkError) -> bool:
        if not isinstance(error, Invalid) or not shiboken6.isValid(editor):
            return False
        editor.refuse(error.reason)
        return True

    def _hold(self) -> None:
        """Keep the list as it is while somebody types in it."""
        if not self._holding:
            self._holding = True
            self._model.hold()

    def _release(self) -> None:
        if self._holding:
            self._holding = False
            if shiboken6.isValid(self._model):
                self._model.release()
