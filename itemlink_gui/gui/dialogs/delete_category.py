"""The dialog that deletes a category: what shall become of its items."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.field_editor import ChoiceEditor
from itemlink_gui.ops import categories
from itemlink_gui.ops.categories import Fate
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.store.categories import CategoryRow


class DeleteCategory(QDialog):
    """Asks what shall become of the items of a category, and deletes it.

    Args:
        bridge: to the file.
        category: what is deleted.
        every: all categories.
        parent: the window.
    """

    def __init__(
        self, bridge: Bridge, category: CategoryRow, every: Sequence[CategoryRow], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._category = category
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("deleteCategory")
        self.setWindowTitle(tr("Delete category"))
        others = tuple((str(row.id), row.name) for row in every if row.id != category.id)
        self._to = ChoiceEditor(FieldSpec("to", tr("Category"), "choice", required=True, options=others))
        self._to.setObjectName("to")
        self._to.setAccessibleName(tr("Category that they go to"))
        self._fates: dict[Fate, QRadioButton] = {
            "none": QRadioButton(tr("They have no category then")),
            "move": QRadioButton(tr("They go to:")),
            "delete": QRadioButton(tr("They are deleted too, with all their links")),
        }
        self._fates["none"].setChecked(True)
        self._fates["move"].toggled.connect(self._to.setEnabled)
        self._to.setEnabled(False)
        for fate, button in self._fates.items():
            button.setObjectName(f"fate_{fate}")
        self._lay_out(bool(others))

    def _lay_out(self, others: bool) -> None:
        name, n = self._category.name, self._category.count
        question = tr("“{name}” has %n [item|items]. What shall become of [it|them]?", n=n, name=name)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(texts.label(question, wrap=True))
        for fate, button in self._fates.items():
            row = QHBoxLayout()
            row.addWidget(button)
            if fate == "move":
                row.addWidget(self._to, 1)
            column.addLayout(row)
        self._fates["move"].setVisible(others)
        self._to.setVisible(others)
        column.addWidget(texts.label(tr("Undo brings everything back."), muted=True, small=True))
        column.addSpacing(8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        delete = buttons.addButton(tr("Delete"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        delete.setDefault(True)
        self.setMinimumWidth(420)

    @override
    def accept(self) -> None:
        """Delete the category."""
        fate = next(fate for fate, button in self._fates.items() if button.isChecked())
        to = int(self._to.value()) if fate == "move" else 0
        self._bridge.run(categories.delete(self._category.id, fate, to=to))
        super().accept()
