"""The dialog for a new record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid, ItemLinkError, NoRoom
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns, room
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.category_choice import CategoryChoice
from itemlink_gui.gui.panes.record_form import RecordForm
from itemlink_gui.ops import by_kind, fields
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import vocabulary
from itemlink_gui.store.vocabulary import Chosen


class NewRecord(QDialog):
    """Asks for the fields; stays open, with the text as typed, until they can be stored.

    Args:
        bridge: to the file.
        kind: of the record.
        linked: the records that it is linked to at once, ids by kind.
        name: what to begin with.
        category: of a new item: the id of the one to begin with; 0 for none.
        parent: the window.
    """

    def __init__(
        self,
        bridge: Bridge,
        kind: Kind,
        parent: QWidget | None,
        *,
        linked: Mapping[Kind, tuple[int, ...]] | None = None,
        name: str = "",
        category: int = 0,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = kind
        self._linked = by_kind.linked_ids(linked or {})
        self.created = 0
        """The id of the new record, once there is one."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("newRecord")
        self.setWindowTitle(nouns.new(kind))
        self.form = RecordForm(kind)
        self._category = CategoryChoice(bridge, category) if kind == "item" else None
        if self._category is not None:
            self.form.add_row(tr("Category"), self._category, at=1)
        self._policy = self.form.rows["capacity_policy"].text() if kind == "item" else ""
        first = next(iter(self.form.rows.values()))
        # A name of several words is no username.
        (self.form.rows["full_name"] if kind == "customer" and " " in name.strip() else first).set_text(name)
        self._lay_out()
        first.editor.setFocus()
        if kind == "item":
            bridge.read(vocabulary.chosen, self._on_words)

    def _lay_out(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._create = self._buttons.addButton(tr("Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self._buttons)
        # Only a button that is in a dialog can become the dialog's default.
        self._create.setDefault(True)
        self.setMinimumWidth(460)

    def _on_words(self, chosen: Chosen) -> None:
        """Begin with what new items do when they are full, unless something else was picked meanwhile."""
        row = self.form.rows["capacity_policy"]
        if row.text() == self._policy:
            row.set_text(chosen.policy)

    @override
    def accept(self) -> None:
        """Store the record; close when that worked."""
        try:
            values: dict[str, object] = dict(fields.clean_all(self._kind, self.form.values()))
        except Invalid as error:
            self._on_failed(error)
            return
        self._create.setEnabled(False)
        if self._category is not None:
            values["category"] = self._category.category
        make = partial(_create, self._kind, {**self._linked, **values})
        room.run(self._bridge, make, self._on_created, self._on_failed)

    def _on_created(self, record: int) -> None:
        self.created = record
        super().accept()

    def _on_failed(self, error: ItemLinkError) -> bool:
        self._create.setEnabled(True)
        if not isinstance(error, Invalid):
            return isinstance(error, NoRoom)
        self.form.refuse(error.field, error.reason)
        # The reason needs room that the dialog does not have yet.
        self.adjustSize()
        return True


def _create(kind: Kind, values: Mapping[str, Any], beyond: Beyond) -> Operation[int]:
    # Only what has places, and who takes them, can be beyond them.
    return by_kind.OF[kind].create(**values, **({} if kind == "company" else {"beyond": beyond}))
