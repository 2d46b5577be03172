"""Filters beside the panes: ready ones and those that were saved, each with how many records it finds now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui import labels
from itemlink_gui.base.changes import KINDS, Change, Kind
from itemlink_gui.base.errors import ItemLinkError, WrongQuery
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.ops import filters as operations
from itemlink_gui.store import filters
from itemlink_gui.store.filters import Filter
from itemlink_gui.store.query.fields import spelled

# Pixels of the list at the first start, and the least.
WIDTH, LEAST = 216, 192
_FILTER, _TOOLTIP = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.ToolTipRole


def ready() -> list[Filter]:
    """Return the filters that every file has, in its words; their id is 0."""
    return [
        Filter(0, "item", tr("5 or more [customers]"), spelled("[customers]>=5")),
        Filter(0, "item", tr("Without [customers]"), "has:none"),
        Filter(0, "item", tr("Over capacity"), "is:over"),
        Filter(0, "customer", tr("Without [items]"), "in:none"),
        Filter(0, "customer", tr("Ending in 30 days"), "is:ending"),
    ]


class FilterTree(QTreeWidget):
    """The filters, by what they search; names of saved ones are edited in place."""

    chosen = Signal(object)
    """A `Filter` that was clicked."""
    deleted = Signal(object)
    """A saved `Filter` that is to go."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filterList")
        self.setAccessibleName(tr("Filters"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemClicked.connect(self._on_clicked)

    def rows(self) -> list[QTreeWidgetItem]:
        """Return the rows of all filters, from the top."""
        rows = []
        for number in range(self.topLevelItemCount()):
            group = self.topLevelItem(number)
            rows += [group.child(row) for row in range(group.childCount())] if group is not None else []
        return [row for row in rows if row is not None]

    def filter_of(self, row: QTreeWidgetItem | None) -> Filter | None:
        """Return the filter of a row; None for a heading."""
        found = row.data(0, _FILTER) if row is not None else None
        return found if isinstance(found, Filter) else None

    def fill(self, found: Sequence[Filter], *, fixed: bool) -> None:
        """List other filters; the current one stays where it is still there.

        Args:
            found: the filters.
            fixed: no name can be edited.
        """
        current = self.filter_of(self.currentItem())
        self.blockSignals(True)
        self.clear()
        for kind in KINDS:
            own = [one for one in found if one.kind == kind]
            if own:
                heading = QTreeWidgetItem([labels.plural(kind)])
                heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
                heading.setFont(0, theme.small_font(self.font()))
                self.addTopLevelItem(heading)
                heading.addChildren([self._row(one, fixed=fixed) for one in own])
                heading.setExpanded(True)
        for row in self.rows():
            if current is not None and _same(self.filter_of(row), current):
                self.setCurrentItem(row)
        self.blockSignals(False)
        self._mute()

    def _mute(self) -> None:
        """Let headings and numbers be seen less than names."""
        self.blockSignals(True)
        muted = self.palette().placeholderText()
        for number in range(self.topLevelItemCount()):
            heading = self.topLevelItem(number)
            if heading is not None:
                heading.setForeground(0, muted)
        for row in self.rows():
            row.setForeground(1, muted)
        self.blockSignals(False)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mute()

    def _row(self, one: Filter, *, fixed: bool) -> QTreeWidgetItem:
        row = QTreeWidgetItem([one.name, ""])
        row.setData(0, _FILTER, one)
        row.setData(0, _TOOLTIP, texts.tooltip(f"{one.name}\n{one.query}"))
        row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setFont(1, theme.number_font(self.font()))
        if one.id and not fixed:
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        return row

    def _on_clicked(self, row: QTreeWidgetItem) -> None:
        one = self.filter_of(row)
        if one is not None:
            self.chosen.emit(one)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        one, editing = self.filter_of(self.currentItem()), self.state() == QAbstractItemView.State.EditingState
        if one is not None and not editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(one)
        elif one is not None and one.id and not editing and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(one)
        else:
            super().keyPressEvent(event)


def _same(one: Filter | None, other: Filter) -> bool:
    """Return whether a filter is another one, whatever it is called and asks now."""
    return one == other or (one is not None and one.id == other.id != 0)


def _may_count(change: Change) -> bool:
    """Return whether filters may find other records than before: neither news nor settings come to that."""
    moved = change.linked or bool(change.listed) or any(ids is None or ids for ids in change.ids.values())
    # Queries may name the fields of links.
    return moved or change.wrote("link_field")


class FilterDock(QDockWidget):
    """The side list of filters; what they find is counted anew when something moved, as long as it is seen.

    Args:
        bridge: to the file.
        parent: the window.
    """

    chosen = Signal(object)
    """A `Filter` that is to be used."""
    menu_requested = Signal(object, QPoint)
    """A menu for a saved `Filter`, at a place on the screen."""
    save_requested = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(tr("Filters"), parent)
        self.setObjectName("filters")
        # Like the inspector: a window of its own would get lost behind this one.
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._bridge = bridge
        self._found: list[Filter] = []
        self._uncounted: list[Filter] = []
        self._seen = False
        # Changes that follow each other at once are counted once.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._count)
        self._edited = 0
        self._texts: dict[Kind, str] = {}
        self.tree = FilterTree()
        self.tree.chosen.connect(self.chosen)
        self.tree.deleted.connect(self._on_deleted)
        self.tree.itemChanged.connect(self._on_edited)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.save = QPushButton(tr("Save the search"))
        self.save.setObjectName("saveFilter")
        self.save.setProperty("kind", "link")
        self.save.setEnabled(False)
        self.save.clicked.connect(self.save_requested)
        inside = QWidget()
        inside.setMinimumWidth(LEAST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.tree, 1)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        self.setWidget(inside)
        bridge.changed.connect(self._on_changed)
        self.visibilityChanged.connect(self._on_visible)

    def mark(self, kind: Kind, text: str) -> None:
        """Show which filters stand in the search box of a kind."""
        self._texts[kind] = text.strip()
        used = self.tree.filter_of(self.tree.currentItem())
        if used is not None and used.kind == kind and used.query != self._texts[kind]:
            # The keyboard goes on from its row all the same.
            self.tree.clearSelection()
        self.save.setEnabled(any(self._texts.values()) and not self._bridge.read_only)
        self._mark()

    def _mark(self) -> None:
        self.tree.blockSignals(True)
        for row in self.tree.rows():
            one = self.tree.filter_of(row)
            font = self.tree.font()
            font.setBold(one is not None and one.query == self._texts.get(one.kind))
            row.setFont(0, font)
        self.tree.blockSignals(False)

    def edit_name(self, record: int) -> None:
        """Have the name of a saved filter edited as soon as it is listed."""
        self._edited = record
        self._edit()

    def _edit(self) -> None:
        for row in self.tree.rows():
            one = self.tree.filter_of(row)
            if self._edited and one is not None and one.id == self._edited:
                self._edited = 0
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
                self.tree.setCurrentItem(row)
                self.tree.editItem(row, 0)

    # What the file says.

    def _on_visible(self, seen: bool) -> None:
        self._seen = seen
        if seen:
            self.reload()

    def _on_changed(self, change: Change) -> None:
        if not self._seen:
            return
        if change.wrote("saved_filter"):
            self.reload()
        elif _may_count(change):
            self._later.start()

    def reload(self) -> None:
        """Ask for the filters anew, and for what they find."""
        self._bridge.read(filters.saved, self._on_saved, slot=("filters", id(self)))

    def _on_saved(self, found: list[Filter]) -> None:
        every = [one for kind in KINDS for one in (*ready(), *found) if one.kind == kind]
        if every != self._found or not self.tree.topLevelItemCount():
            self._found = every
            self.tree.fill(every, fixed=self._bridge.read_only)
            self._mark()
        self._edit()
        self._later.start()

    def _count(self) -> None:
        self._uncounted = list(self._found)
        self._count_next()

    def _count_next(self) -> None:
        """Count one filter after the other: what the panes ask meanwhile comes between."""
        if self._uncounted and self._seen:
            one = self._uncounted.pop(0)
            question = partial(filters.count, one.kind, one.query)
            self._bridge.read(question, partial(self._on_count, one), slot=("filter", id(self)))

    def _on_count(self, one: Filter, found: int | WrongQuery) -> None:
        self._count_next()
        for row in self.tree.rows():
            if self.tree.filter_of(row) == one:
                self.tree.blockSignals(True)
                wrong = isinstance(found, WrongQuery)
                row.setText(1, "!" if isinstance(found, WrongQuery) else grouped(found))
                row.setData(1, _TOOLTIP, texts.tooltip(str(found)) if wrong else "")
                self.tree.blockSignals(False)

    # What the user does.

    def _on_edited(self, row: QTreeWidgetItem, column: int) -> None:
        one = self.tree.filter_of(row)
        if one is not None and column == 0 and row.text(0) != one.name:
            self._bridge.run(operations.rename(one.id, row.text(0)), failed=self._on_refused)

    def _on_refused(self, _error: ItemLinkError) -> bool:
        self._found = []
        self.reload()
        return False

    def _on_deleted(self, one: Filter) -> None:
        if not self._bridge.read_only:
            self._bridge.run(operations.delete(one.id))

    def _on_menu(self, at: QPoint) -> None:
        one = self.tree.filter_of(self.tree.itemAt(at))
        if one is not None and one.id and not self._bridge.read_only:
            self.menu_requested.emit(one, self.tree.viewport().mapToGlobal(at))
