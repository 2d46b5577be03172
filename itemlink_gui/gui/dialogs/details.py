"""The dialog for the data of links: of new ones before they are made, or of several that stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.errors import Conflict, Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.field_editor import ChoiceEditor, LineEditor, LongEditor
from itemlink_gui.gui.panes.record_form import FieldRow
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.gui.record_edit import keep_ours
from itemlink_gui.ops import link_fields
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.store.link_rows import Common

# More than so many pixels of fields scroll.
_HEIGHT = 480

Store = Callable[[Mapping[str, str], Mapping[str, str], Callable[[], None], Callable[[ItemLinkError], bool]], None]
"""Stores values by field where those that were shown (second) still stand; calls the first when that worked, and the
second with the reason if it did not."""


class Details(QDialog):
    """Asks for the data of links; stays open, with what is typed, until they can be stored.

    Only the fields that the user touches are stored: where links differ, each keeps what it has in the others.

    Args:
        title: of the window.
        what: which links, in words.
        verb: on the button.
        common: the data that they have; for new links those that they will have.
        store: stores what was touched.
        prompts: asks which value stays where one was changed elsewhere meanwhile.
        parent: the window.
    """

    def __init__(
        self,
        title: str,
        what: str,
        verb: str,
        common: Common,
        store: Store,
        prompts: Prompts,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._common = common
        self._store = store
        self._prompts = prompts
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("details")
        self.setWindowTitle(title)
        self.rows = {spec.name: FieldRow(self._asked(spec)) for spec in link_fields.specs(common.fields)}
        self.ticks: dict[str, QCheckBox] = {}
        """Beside the fields of several links: whether one is stored."""
        self._touched: set[str] = set()
        self._what = texts.ElidedLabel(what)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("detailsAccept")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._scroll = QScrollArea()
        self._lay_out()
        for row in self.rows.values():
            self._show(row)
            row.editor.changed.connect(partial(self._on_changed, row))
        # Only a button that is in a dialog can become the dialog's default.
        self._accept.setDefault(True)
        # Enter begins a new line in the note.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._accept.click)
        next(iter(self.rows.values())).editor.setFocus()

    def _asked(self, spec: FieldSpec) -> FieldSpec:
        """Return a field as it is asked for: beside a tick, an answer is chosen, for it may differ between links."""
        if spec.type != "yesno" or self._common.links <= 1:
            return spec
        return replace(spec, type="choice", required=True, options=(("0", tr("No")), ("1", tr("Yes"))))

    def _lay_out(self) -> None:
        font = self._what.font()
        font.setBold(True)
        self._what.setFont(font)
        inner = QWidget()
        form = QFormLayout(inner)
        form.setContentsMargins(0, 0, 8, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, row in self.rows.items():
            caption = texts.ElidedLabel(row.spec.label, muted=True)
            caption.setMaximumWidth(200)
            caption.setFixedHeight(32)
            caption.setBuddy(row.editor)
            form.addRow(caption, self._beside_tick(name, row) if self._common.links > 1 else row)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self._grow()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._what)
        if self._common.links > 1:
            column.addWidget(texts.label(tr("What is ticked will be the same in all of them."), muted=True))
        column.addWidget(scroll, 1)
        column.addWidget(self._buttons)
        self.setMinimumWidth(460)

    def _grow(self) -> None:
        """Be as high as the fields and their reasons need."""
        inner = self._scroll.widget()
        form = inner.layout() if inner is not None else None
        assert form is not None
        form.activate()
        self._scroll.setMinimumHeight(min(form.totalSizeHint().height(), _HEIGHT))

    def _beside_tick(self, name: str, row: FieldRow) -> QWidget:
        tick = self.ticks[name] = QCheckBox()
        tick.setObjectName(f"tick_{name}")
        tick.setAccessibleName(tr("Set {field}", field=row.spec.label))
        tick.clicked.connect(partial(self._on_ticked, row))
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        tick.setFixedHeight(32)
        line.addWidget(row, 1)
        return both

    def _show(self, row: FieldRow) -> None:
        """Show what the links have in a field, or that it is not the same."""
        name, editor = row.spec.name, row.editor
        mixed = name not in self._common.values
        if mixed and isinstance(editor, ChoiceEditor):
            editor.setPlaceholderText(tr("(not the same)"))
            editor.setCurrentIndex(-1)
        elif mixed and isinstance(editor, LineEditor | LongEditor):
            editor.setPlaceholderText(tr("(not the same)"))
            row.set_text("")
        else:
            row.set_text(self._common.values[name] or self._nothing(row.spec))

    @staticmethod
    def _nothing(spec: FieldSpec) -> str:
        return spec.options[0][0] if spec.required and spec.options else ""

    def _on_changed(self, row: FieldRow) -> None:
        self._touched.add(row.spec.name)
        tick = self.ticks.get(row.spec.name)
        if tick is not None:
            tick.setChecked(True)

    def _on_ticked(self, row: FieldRow) -> None:
        # Ticked alone is enough to empty a field; without the tick it is as it was.
        if self.ticks[row.spec.name].isChecked():
            self._touched.add(row.spec.name)
            row.editor.setFocus()
            return
        with QSignalBlocker(row.editor):
            self._show(row)
        row.refuse("")
        self._touched.discard(row.spec.name)

    def values(self) -> dict[str, str]:
        """Return what was touched, by field; of new links all."""
        return {name: row.text() for name, row in self.rows.items() if name in self._touched or not self._common.links}

    @override
    def accept(self) -> None:
        """Store what was touched; close when that worked."""
        values = self.values()
        try:
            link_fields.clean(self._common.fields, values)
        except Invalid as error:
            self._on_failed(error)
            return
        if not values:
            super().accept()
            return
        self._accept.setEnabled(False)
        # What several links have in common need not be what each of them had.
        shown = self._common.values if self._common.links == 1 else {}
        self._store(values, shown, self._on_stored, self._on_failed)

    def _on_stored(self) -> None:
        super().accept()

    def _on_failed(self, error: ItemLinkError) -> bool:
        self._accept.setEnabled(True)
        if isinstance(error, Conflict):
            self._on_conflict(error)
            return True
        row = self.rows.get(error.field) if isinstance(error, Invalid) else None
        if row is None or not isinstance(error, Invalid):
            return False
        row.refuse(error.reason)
        self._grow()
        row.editor.setFocus()
        self._scroll.ensureWidgetVisible(row)
        return True

    def _on_conflict(self, error: Conflict) -> None:
        """Let the user choose; where theirs stays, it is shown, with all else that was typed."""
        row, stands = self.rows[error.field], {error.field: error.theirs}
        self._common = replace(self._common, values={**self._common.values, **stands})
        if keep_ours(self._prompts, row.spec, error):
            self.accept()
            return
        with QSignalBlocker(row.editor):
            self._show(row)
        self._touched.discard(error.field)
