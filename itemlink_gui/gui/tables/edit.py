"""Editing in a table: wrong input stays as typed, with the reason beside it, and nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QTableView, QToolTip, QWidget
from typing_extensions import override

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.field_editor import Editor, NumberEditor, make_editor
from itemlink_gui.gui.record_edit import FieldEdit, mark
from itemlink_gui.gui.tables.delegate import RowDelegate
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.store.columns import typed

_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True, eq=False)
class CellEdit:
    """An editor in a table, and the field of the record that it stores to."""

    editor: Editor
    edit: FieldEdit
    filled: bool = False
    given_up: bool = False
    """Whether the user took back what was typed."""

    def refuse(self, reason: str) -> None:
        """Say why this cannot be stored, beside it; it stays as typed."""
        mark(self.editor, reason)
        below = self.editor.mapToGlobal(QPoint(0, self.editor.height()))
        QToolTip.showText(below, texts.tooltip(reason), self.editor)


class EditDelegate(RowDelegate):
    """Paints a table and edits its single-line fields.

    Args:
        view: the table.
        model: its model.
    """

    def __init__(self, view: QTableView, model: IdTable) -> None:
        super().__init__(view)
        self._model = model
        self._cells: dict[QObject, CellEdit] = {}
        self._holding = False

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        edit = self._model.edit_of(index.row(), index.column())
        editor = make_editor(edit.spec, parent)
        editor.setObjectName("cellEdit")
        if isinstance(editor, NumberEditor):
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cell = self._cells[editor] = CellEdit(editor, edit)
        editor.changed.connect(partial(mark, editor, ""))
        editor.chosen.connect(partial(self._submit, cell))
        editor.destroyed.connect(self._release)
        self._hold()
        return editor

    @override
    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        cell = self._cells.pop(editor, None)
        if cell is not None and editor.property("invalid") and not cell.given_up:
            reason = editor.accessibleDescription()
            text = tr("{field} was not stored: {reason}", field=cell.edit.spec.label, reason=reason)
            self._model.bridge.failed.emit(ItemLinkError(text))
        super().destroyEditor(editor, index)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        # Once only: news about the row must not replace what is being typed.
        cell = self._cells.get(editor)
        if cell is not None and not cell.filled:
            cell.filled = True
            cell.edit.seen = typed(index.data(Qt.ItemDataRole.EditRole))
            cell.editor.set_value(cell.edit.seen)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Do nothing: `_submit` stores, and the row follows when the news arrives."""

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        cell = self._cells.get(editor)
        if cell is None:
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._submit(cell)
                return True
            cell.given_up = event.key() == Qt.Key.Key_Escape
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.FocusIn:
            self._hold()
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # Another window or a menu in front is no end of the editing.
            elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if cell.editor.isVisible() and event.reason() not in elsewhere:
                self._submit(cell)
                self._release()
            return False
        return super().eventFilter(editor, event)

    def _submit(self, cell: CellEdit) -> None:
        value = cell.editor.value()
        cell.edit.store(value, partial(self._on_stored, cell, value), partial(self._on_refused, cell))

    def _on_stored(self, cell: CellEdit, value: str) -> None:
        # What was typed on meanwhile is not thrown away.
        if shiboken6.isValid(cell.editor) and cell.editor.value() == value:
            self.closeEditor.emit(cell.editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_refused(self, cell: CellEdit, error: ItemLinkError) -> bool:
        if not isinstance(error, Invalid) or not shiboken6.isValid(cell.editor):
            return False
        cell.refuse(error.reason)
        # What floats beside the cell goes with the next move of the mouse.
        self._model.bridge.failed.emit(ItemLinkError(error.reason))
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
