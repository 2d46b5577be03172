"""The records on the other side of one record: added, removed, dragged in and out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns, theme
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.linked_data import LinkedData
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.linked import LinkedTable
from itemlink_gui.gui.tables.view import IdTableView


class LinkedList(QWidget):
    """The records of one kind that are linked to a record.

    Args:
        bridge: to the file.
        owner_kind: of the record whose list it is.
        kind: what it lists.
        session: the drag under way in the window.
    """

    add_requested = Signal()
    remove_requested = Signal()
    details_requested = Signal()
    end_requested = Signal()

    def __init__(self, bridge: Bridge, owner_kind: Kind, kind: Kind, session: DragSession) -> None:
        super().__init__()
        self._owner_kind = owner_kind
        # Who belongs to which company is all that there is to know about it.
        with_data = "company" not in (kind, owner_kind)
        self.table = (LinkedTable if with_data else IdTable)(bridge, kind, session, self)
        self.view = IdTableView(self.table)
        self.view.setObjectName("linkedTable")
        self.view.setAccessibleName(nouns.linked(kind))
        self.selection = self.view.selection
        self._nothing = texts.ElidedLabel(muted=True)
        self._nothing.setObjectName("linkedNothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add = QPushButton(nouns.add(kind))
        self._add.setIcon(theme.icon("link"))
        self._add.clicked.connect(self.add_requested)
        self._remove = QPushButton(tr("Remove") if "company" in (kind, owner_kind) else tr("[Unverb]"))
        self._remove.setIcon(theme.icon("unlink"))
        self._remove.setObjectName("linkedRemove")
        self._remove.clicked.connect(self.remove_requested)
        self._add.setEnabled(not bridge.read_only)
        self._data = LinkedData(self.view, self.table) if isinstance(self.table, LinkedTable) else None
        self._lay_out()
        self.table.listed.connect(self._on_listed)
        self.selection.changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    def _lay_out(self) -> None:
        # Over the empty table, which takes what is dropped on the words.
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QHBoxLayout(self.view.viewport()).addWidget(self._nothing)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 8)
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        if self._data is not None:
            buttons.addWidget(self._data.details)
            buttons.addWidget(self._data.end)
            self._data.details.clicked.connect(self.details_requested)
            self._data.end.clicked.connect(self.end_requested)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addWidget(self.view, 1)

    def show_owner(self, record: int, name: str) -> None:
        """List the records linked to a record.

        Args:
            record: its id.
            name: what people call it.
        """
        if self.table.owner != (self._owner_kind, record):
            self.selection.clear()
        self.table.owner = (self._owner_kind, record)
        self.table.owner_name = name
        self._nothing.setText(nouns.has_none(self.table.kind, name))
        self.table.show(scope="in", other=self._owner_kind, others=(record,))

    def _on_listed(self) -> None:
        if self.table.complete:
            # Nothing is hidden here: what is not listed is linked no longer.
            self.selection.drop_hidden()
        self._nothing.setVisible(not self.table.rowCount())

    def _on_selection_changed(self) -> None:
        self._remove.setEnabled(len(self.selection) > 0 and not self.table.bridge.read_only)
