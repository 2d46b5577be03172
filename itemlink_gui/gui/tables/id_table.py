"""The model behind every table of records: what its cells say, and what dragging and dropping its rows means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.record_edit import FieldEdit, RecordEdit
from itemlink_gui.gui.tables import answers, mime
from itemlink_gui.gui.tables.drag import DragSession, Drop, Owner
from itemlink_gui.gui.tables.id_list import IdList, Index

# A drag offers text to other programs when it has at most so many rows.
MOST_AS_TEXT = 1_000
# Put together once: they are asked for every cell at every painting.
_SHOWN = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
_EDITED = _SHOWN | Qt.ItemFlag.ItemIsEditable


class IdTable(IdList):
    """Records of one kind, as a view shows them.

    Args:
        bridge: to the file.
        kind: what it lists.
        session: the drag under way in this window, shared by its tables.
        parent: owns the model.
    """

    dropped = Signal(object)
    """A `Drop` that the user made."""

    def __init__(self, bridge: Bridge, kind: Kind, session: DragSession, parent: QObject | None = None) -> None:
        super().__init__(bridge, kind, parent)
        self.session = session
        self.owner: Owner | None = None
        """The record whose linked records are listed; None for a table of all."""
        self.owner_name = ""
        self.target_row = -1
        self.apart: Collection[int] = ()
        """Records that are selected without Qt knowing it."""
        self.flashing: dict[int, float] = {}
        self.pins: Mapping[int, int] = {}
        """The keys that items are on, by their id."""
        self.dotted = False
        """Whether there are categories, whose colours stand before the names."""
        session.changed.connect(self.repaint_rows)

    def set_flash(self, strengths: dict[int, float]) -> None:
        """Light rows up.

        Args:
            strengths: by id, from 0 to 1.
        """
        self.flashing = strengths
        self.repaint_rows()

    def set_pins(self, pins: Mapping[int, int]) -> None:
        """Show which items are on a key; keys by id."""
        if pins != self.pins:
            self.pins = pins
            self.repaint_rows()

    def set_target(self, row: int) -> None:
        """Mark the row that a drop would land on; -1 for none."""
        if row != self.target_row:
            self.target_row = row
            self.repaint_rows()

    def edit_of(self, row: int, column: int) -> FieldEdit:
        """Return what stores the field of a cell that can be edited."""
        return RecordEdit(self.bridge, self.kind, self.id_at(row), self.columns[column].field)

    # Qt's questions.

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = answers.BY_ROLE.get(role)
        return answer(self, index.row(), index.column()) if answer and index.isValid() else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return answers.RIGHT if self.columns[section].numeric else answers.LEFT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITED if self.columns[index.column()].field and not self.bridge.read_only else _SHOWN

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns):
            self.show(sort=self.columns[column].key, descending=order == Qt.SortOrder.DescendingOrder)

    @override
    def mimeTypes(self) -> list[str]:
        return [mime.TYPE]

    @override
    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        return self.pack([self._ids[row] for row in sorted({index.row() for index in indexes})])

    def pack(self, ids: Sequence[int]) -> QMimeData:
        """Return records as a drag or the clipboard holds them, with text for other programs where it is at hand."""
        rows = [self._rows.get(record) for record in ids[: MOST_AS_TEXT + 1]]
        lines = [mime.line(row[: len(self.columns)]) for row in rows if row is not None]
        text = "\n".join(lines) if len(lines) == len(ids) else ""
        return mime.encode(self.kind, ids, self.bridge.nonce, text)

    def meaning_of(self, data: QMimeData | None, parent: Index, action: Qt.DropAction) -> Drop | None:
        """Return what a drop of these data on a row means; None for data that are not ours.

        Args:
            data: of the drag.
            parent: the row; invalid for the space below the last.
            action: as Qt negotiated it.
        """
        found = mime.decode(data, self.bridge.nonce)
        if found is None:
            return None
        target = self._ids[parent.row()] if parent.isValid() else 0
        moving = action == Qt.DropAction.MoveAction
        return self.session.meaning(self.kind, self.owner, *found, target, moving=moving)

    @override
    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return self.meaning_of(data, parent, action) is not None

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        # Never the inherited one: it believes what other programs wrote. The rows follow when the news arrives.
        drop = self.meaning_of(data, parent, action)
        if drop is None:
            return False
        self.dropped.emit(drop)
        return True

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        # Only what is in a list can leave it.
        move = Qt.DropAction.MoveAction if self.owner is not None else Qt.DropAction.CopyAction
        return Qt.DropAction.CopyAction | move

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
