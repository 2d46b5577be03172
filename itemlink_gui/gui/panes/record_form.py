"""A form of one record: a row for each field, stored when it is left; or all at once, for a new record."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from operator import itemgetter

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.field_editor import NARROW, Editor, make_editor
from itemlink_gui.gui.record_edit import RecordEdit, mark
from itemlink_gui.ops import fields
from itemlink_gui.ops.fields import FieldSpec

# The height of an editor of one line, in pixels.
_ROW = 32


class FieldRow(QWidget):
    """The editor of one field with room for the reason why it is refused.

    Args:
        spec: the field.
        parent: the form.
    """

    left = Signal()
    """Enter was pressed in it, a value was picked, or the focus left it."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.edit: RecordEdit | None = None
        self.editor: Editor = make_editor(spec)
        if spec.type in ("number", "day"):
            self.editor.setMaximumWidth(NARROW)
        elif spec.type == "yesno":
            self.editor.setFixedHeight(_ROW)
        self.editor.installEventFilter(self)
        self.editor.changed.connect(self._on_changed)
        self.editor.chosen.connect(self.left)
        self._reason = texts.label(small=True, wrap=True)
        self._reason.setObjectName(f"reason_{spec.name}")
        self._reason.setProperty("kind", "reason")
        self._reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self._reason)
        self.setFocusProxy(self.editor)

    def text(self) -> str:
        """Return what stands in it, as `ops.fields.cleaned` takes it."""
        return self.editor.value()

    def set_text(self, text: str) -> None:
        """Show another value, given as `text` returns it."""
        self.editor.set_value(text)

    def set_read_only(self, on: bool) -> None:
        """Let it be looked at only."""
        self.editor.set_read_only(on)

    def refuse(self, reason: str) -> None:
        """Say why this cannot be stored; it stays as typed. Without a reason it is good again."""
        mark(self.editor, reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    @property
    def refused(self) -> bool:
        """Whether it is marked as holding what cannot be stored."""
        return not self._reason.isHidden()

    def _on_changed(self) -> None:
        self.refuse("")

    def _leaves(self, event: QKeyEvent) -> bool:
        """Return whether keys mean Undo or Redo and there is no typing for them here."""
        of = self.editor.typing()
        if of is None:
            return False
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        return (event.matches(undo) and not of.isUndoAvailable()) or (event.matches(redo) and not of.isRedoAvailable())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # A calendar or a list in front is no end of the editing.
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.left.emit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._leaves(event):
            # With nothing typed to take back, the keys are the program's own Undo and Redo.
            event.ignore()
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and (control or not self.spec.multiline):
                self.left.emit()
            if event.key() == Qt.Key.Key_Escape and self.edit is not None and self.text() != self.edit.seen:
                self.set_text(self.edit.seen)
                return True
        return super().eventFilter(watched, event)


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.setFormAlignment(Qt.AlignmentFlag.AlignTop)
    return form


def _places(rows: Iterable[FieldRow], *, beside: bool) -> list[int]:
    """Return in which column each row stands: short texts left, what has a type right, long texts where there is room.

    Args:
        rows: in their order.
        beside: there are two columns.
    """
    found, heights = [], [0, 0]
    for row in rows:
        place = 1 if row.spec.type != "text" else 0
        if row.spec.multiline:
            place = 0 if heights[0] < heights[1] else 1
        heights[place] += 2 if row.spec.multiline else 1
        found.append(place if beside else 0)
    return found


class RecordForm(QWidget):
    """The fields of a record of one kind.

    Args:
        kind: item or customer.
        beside: in two columns.
        parent: the widget it belongs to.
    """

    not_stored = Signal(str, str)
    """What was typed could not be stored and is about to be left: the field's label, and the reason."""

    def __init__(self, kind: Kind, *, beside: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.record = 0
        self.rows = {spec.name: FieldRow(spec) for spec in fields.specs(kind)}
        self._forms = [_form() for _ in range(2 if beside else 1)]
        # Not asked of the layouts: Qt deletes its parts of them unseen by Python, which takes what comes to stand at
        # the same place in memory for them.
        self._editors: list[list[QWidget]] = [[] for _ in self._forms]
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(32)
        for form in self._forms:
            column = QVBoxLayout()
            column.addLayout(form)
            column.addStretch(1)
            columns.addLayout(column, 1)
        places = _places(self.rows.values(), beside=beside)
        # The keyboard goes down one column, then down the other.
        for place, row in sorted(zip(places, self.rows.values(), strict=True), key=itemgetter(0)):
            self.add_row(row.spec.label, row, place)

    def add_row(self, label: str, editor: QWidget, column: int = 0, at: int = -1) -> None:
        """Put an editor into the form.

        Args:
            label: what people call it.
            editor: a `FieldRow`, or an editor that stores on its own.
            column: where it stands; 1 is the right one of two.
            at: before which row of the column; -1 for the end.
        """
        caption = texts.label(label, muted=True)
        caption.setBuddy(editor.focusProxy() or editor)
        caption.setFixedHeight(_ROW)
        form, editors = self._forms[column], self._editors[column]
        place = len(editors) if at < 0 else at
        form.insertRow(place, caption, editor)
        if 0 < at <= len(editors):
            before = editors[at - 1]
            QWidget.setTabOrder(before.focusProxy() or before, editor)
        editors.insert(place, editor)

    def values(self) -> dict[str, str]:
        """Return what is typed, by field name."""
        return {name: row.text() for name, row in self.rows.items()}

    def refuse(self, field: str, reason: str) -> None:
        """Mark a field, and go to it."""
        if field in self.rows:
            self.rows[field].refuse(reason)
            self.rows[field].editor.setFocus()

    def edit(self, bridge: Bridge, record: int, values: dict[str, str]) -> None:
        """Show a record; from now on a field is stored when it is left.

        A field that is being typed into keeps what is typed, with the value it started from.

        Args:
            bridge: to the file.
            record: the record's id.
            values: its fields as they stand.
        """
        other = record != self.record
        if other:
            for row in self.rows.values():
                self._on_left(row)
            self.tell_what_is_lost()
        self.record = record
        for name, row in self.rows.items():
            row.set_read_only(bridge.read_only)
            if row.edit is None:
                row.left.connect(partial(self._on_left, row))
            if other or row.edit is None:
                row.edit = RecordEdit(bridge, self.kind, record, name)
            elif row.refused or row.text() != row.edit.seen:
                continue
            row.edit.seen = values[name]
            row.set_text(values[name])
            row.refuse("")

    def tell_what_is_lost(self) -> None:
        """Tell of the fields that could not be stored, before they go out of sight."""
        for row in self.rows.values():
            if row.refused:
                self.not_stored.emit(row.spec.label, row.editor.accessibleDescription())

    def _on_left(self, row: FieldRow) -> None:
        edit = row.edit
        if edit is not None and edit.record == self.record and row.text() != edit.seen:
            edit.store(row.text(), partial(self._on_stored, row, edit), partial(self._on_refused, row, edit))

    def _on_stored(self, row: FieldRow, edit: RecordEdit) -> None:
        if shiboken6.isValid(row) and row.edit is edit and not row.editor.hasFocus():
            row.set_text(edit.seen)

    def _on_refused(self, row: FieldRow, edit: RecordEdit, error: ItemLinkError) -> bool:
        if not isinstance(error, Invalid) or not shiboken6.isValid(row):
            return False
        if row.edit is edit:
            row.refuse(error.reason)
        if row.edit is not edit or not row.isVisible():
            self.not_stored.emit(row.spec.label, error.reason)
        return True
