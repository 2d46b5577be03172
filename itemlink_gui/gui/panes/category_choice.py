"""The category of an item, chosen in a form."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.field_editor import ChoiceEditor
from itemlink_gui.gui.tables import shapes
from itemlink_gui.ops import categories
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.store import categories as questions
from itemlink_gui.store.categories import CategoryRow


class CategoryChoice(ChoiceEditor):
    """Offers the categories as they stand; for an item that is in the file already, a choice is stored at once.

    Args:
        bridge: to the file.
        category: what is chosen at first; 0 for none.
        parent: the form.
    """

    def __init__(self, bridge: Bridge, category: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(FieldSpec("category", tr("Category"), "choice"), parent)
        self._bridge = bridge
        self._record = 0
        self._category = category
        self.setObjectName("field_category")
        self.setAccessibleName(tr("Category"))
        self.set_read_only(bridge.read_only)
        self.chosen.connect(self._on_chosen)
        bridge.changed.connect(self._on_changed)
        self._ask()

    @property
    def category(self) -> int | None:
        """The id of the chosen category; None for none."""
        return self._category or None

    def show_item(self, record: int, category: int) -> None:
        """Show the category of an item.

        Args:
            record: its id.
            category: the id of its category; 0 for none.
        """
        self._record, self._category = record, category
        self._show()

    def _ask(self) -> None:
        self._bridge.read(questions.listed, self._on_listed, slot=("choice of category", id(self)))

    def _on_changed(self, change: Change) -> None:
        if change.wrote("category"):
            self._ask()

    def _on_listed(self, found: list[CategoryRow]) -> None:
        blocker = QSignalBlocker(self)
        self.clear()
        self.addItem(tr("No category"), "0")
        for row in found[:-1]:
            self.addItem(shapes.dot_icon(row.colour, self), texts.one_line(row.name), str(row.id))
        blocker.unblock()
        self._show()

    def _show(self) -> None:
        # A category that is not listed yet will be when its news arrives.
        self.setCurrentIndex(max(self.findData(str(self._category)), 0))

    def _on_chosen(self) -> None:
        self._category = int(self.value() or 0)
        if self._record:
            self._bridge.run(categories.put([self._record], self.category))
