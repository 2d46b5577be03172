"""The categories with their live counts, and what a drop of items on each would do."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.store import categories
from itemlink_gui.store.categories import CategoryRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

Place = Literal["all", "category", "none", "new"]

ROW = Qt.ItemDataRole.UserRole
"""The `CategoryRow`; for *All* one with the number of all items."""
PLACE = ROW + 1
"""A `Place`."""


class CategoryModel(QAbstractListModel):
    """*All*, each category by name, those without one, and a row for a new one.

    Args:
        bridge: to the file.
        parent: owns the model.
    """

    listed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.rows: list[CategoryRow] = []
        """The categories."""
        self._none = CategoryRow(0, "", "", 0)
        self.loaded = False
        self._holds = 0
        self._late: list[CategoryRow] | None = None
        bridge.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Ask the file."""
        self._bridge.read(categories.listed, self._on_listed, slot=("categories", id(self)))

    def _on_changed(self, change: Change) -> None:
        if change.wrote("category", "item"):
            self.reload()

    def _on_listed(self, found: list[CategoryRow]) -> None:
        if self._holds:
            self._late = found
            return
        *rows, none = found
        same = [row.id for row in rows] == [row.id for row in self.rows] and self.loaded
        if not same:
            self.beginResetModel()
        self.rows, self._none, self.loaded = rows, none, True
        if same:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        else:
            self.endResetModel()
        self.listed.emit()

    def hold(self) -> None:
        """Keep the rows as they are while a name is being typed: others would take the editor away."""
        self._holds += 1

    def release(self) -> None:
        """End `hold`, and show what came meanwhile."""
        self._holds -= 1
        late, self._late = self._late, None
        if late is not None:
            self._on_listed(late)

    def row_of(self, category: int | None) -> int:
        """Return the row of a category; of *None* for 0, of *All* for None, -1 for one that is gone."""
        if category is None:
            return 0
        if not category:
            return len(self.rows) + 1
        return next((n for n, row in enumerate(self.rows, 1) if row.id == category), -1)

    def place(self, row: int) -> Place:
        """Return what a row is."""
        if row == 0:
            return "all"
        if row <= len(self.rows):
            return "category"
        return "none" if row == len(self.rows) + 1 else "new"

    def category(self, row: int) -> int | None:
        """Return the category that a row lists the items of: an id, 0 for none, None for all."""
        return None if self.place(row) in ("all", "new") else self._row(row).id

    def _row(self, row: int) -> CategoryRow:
        match self.place(row):
            case "all":
                return CategoryRow(0, tr("All"), "", self._none.count + sum(one.count for one in self.rows))
            case "category":
                return self.rows[row - 1]
            case "none":
                return CategoryRow(0, tr("No category"), "", self._none.count)
        return CategoryRow(0, tr("New category"), "", 0)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows) + (2 if self._bridge.read_only else 3)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._row(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.name
            case Qt.ItemDataRole.EditRole:
                return found.name if found.id else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                counted = tr("%n [item|items]", n=found.count)
                return found.name if self.place(index.row()) == "new" else f"{found.name}, {counted}"
        if role == ROW:
            return found
        return self.place(index.row()) if role == PLACE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and not self._bridge.read_only and self.place(index.row()) in ("category", "new"):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


def badge(there: int, dragged: int) -> str:
    """Return in few letters what a drop would do.

    Args:
        there: how many of the items are in the category already.
        dragged: how many they are.
    """
    if there == dragged:
        return tr("already there")
    more = tr(" · {already} already", already=grouped(there)) if there else ""
    return f"+{grouped(dragged - there)}{more}"
