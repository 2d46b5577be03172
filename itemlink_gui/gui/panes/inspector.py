"""The inspector: the current record's fields, the records on the other side, and its history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QScrollArea, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from itemlink_gui import labels
from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.category_choice import CategoryChoice
from itemlink_gui.gui.panes.history_list import HistoryList
from itemlink_gui.gui.panes.linked_list import LinkedList
from itemlink_gui.gui.panes.preference_list import PreferenceList
from itemlink_gui.gui.panes.record_form import RecordForm
from itemlink_gui.gui.panes.waiting_list import WaitingList
from itemlink_gui.gui.tables.drag import DragSession, Owner
from itemlink_gui.store import queries
from itemlink_gui.store.models import OTHER, PARTNERS
from itemlink_gui.store.queries import Detail

# Fields wider than this are hard to read.
FORM_WIDTH = 1120


class Page(QWidget):
    """The inspector of records of one kind.

    Args:
        bridge: to the file.
        kind: of the records.
        session: the drag under way in the window.
    """

    def __init__(self, bridge: Bridge, kind: Kind, session: DragSession) -> None:
        super().__init__()
        self.form = RecordForm(kind, beside=True)
        self.category = CategoryChoice(bridge) if kind == "item" else None
        if self.category is not None:
            self.form.add_row(tr("Category"), self.category, at=1)
        self.lists = {other: LinkedList(bridge, kind, other, session) for other in PARTNERS[kind]}
        self.linked = self.lists[OTHER[kind]]
        self.waiting = WaitingList(bridge, kind, session) if kind != "company" else None
        self.preferences = PreferenceList(bridge, kind) if kind != "company" else None
        self.history = HistoryList(bridge)
        self.name = texts.ElidedLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self._times = texts.label(muted=True, small=True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._details(), tr("Details"))
        for other, linked in self.lists.items():
            self.tabs.addTab(linked, labels.plural(other))
        self._add_beside()
        self.tabs.addTab(self.history, tr("History"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        head.setSpacing(24)
        head.addWidget(self.name, 1)
        head.addWidget(self._times)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)

    def _add_beside(self) -> None:
        """Add what stands beside the links: who waits, and what customers think of items."""
        if self.waiting is not None and self.preferences is not None:
            # Over a tab's title a drag opens the tab, and can go on to what is in it.
            self.tabs.tabBar().setChangeCurrentOnDrag(True)
            self.tabs.addTab(self.waiting, tr("Waiting"))
            self.tabs.setTabVisible(self.tabs.indexOf(self.waiting), False)
            self.tabs.addTab(self.preferences, tr("Preferences"))
            self.waiting.counted.connect(self._on_waiting_counted)
            self.preferences.counted.connect(self._on_preferences_counted)

    def _on_waiting_counted(self, n: int) -> None:
        assert self.waiting is not None
        place = self.tabs.indexOf(self.waiting)
        self.tabs.setTabText(place, tr("Waiting ({number})", number=grouped(n)))
        self.tabs.setTabVisible(place, n > 0)

    def _on_preferences_counted(self, n: int) -> None:
        assert self.preferences is not None
        self.tabs.setTabText(self.tabs.indexOf(self.preferences), tr("Preferences ({number})", number=grouped(n)))

    def _details(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 12, 12, 12)
        self.form.setMaximumWidth(FORM_WIDTH)
        column.addWidget(self.form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        return scroll

    def show_detail(self, bridge: Bridge, detail: Detail) -> None:
        """Show a record."""
        self.name.setText(detail.name)
        self._times.setText(
            tr(
                "Created {created} · changed {changed}",
                created=texts.short_date(detail.created_at),
                changed=texts.short_date(detail.updated_at),
            )
        )
        texts.set_tooltip(self._times, f"{texts.full_date(detail.created_at)}\n{texts.full_date(detail.updated_at)}")
        for other, linked in self.lists.items():
            title = f"{labels.plural(other)} ({grouped(detail.counts[other])})"
            self.tabs.setTabText(self.tabs.indexOf(linked), title)
            linked.show_owner(detail.id, detail.name)
        self.form.edit(bridge, detail.id, detail.fields)
        if self.category is not None:
            self.category.show_item(detail.id, detail.category)
        for beside in (self.waiting, self.preferences):
            if beside is not None:
                beside.show_record(detail.id)
        self.history.show_record(detail.kind, detail.id)


class _Pages(dict[Kind, Page]):
    """Those that were asked for so far.

    Args:
        make: makes the page of a kind.
    """

    def __init__(self, make: Callable[[Kind], Page]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, kind: Kind) -> Page:
        return self._make(kind)


class Inspector(QDockWidget):
    """Follows the current record of the pane that was used last.

    Args:
        bridge: to the file.
        session: the drag under way in the window.
        parent: the window.
    """

    not_stored = Signal(str, str)
    made = Signal(object)
    """A `Page` is there now: each is made when its first record is shown, as all of them would last as long as the
    rest of the window."""

    def __init__(self, bridge: Bridge, session: DragSession, parent: QWidget | None = None) -> None:
        super().__init__(tr("Inspector"), parent)
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        # It can be moved to another side, and hidden by the menu; a window of its own would get lost behind this one.
        features = QDockWidget.DockWidgetFeature
        self.setFeatures(features.DockWidgetMovable | features.DockWidgetClosable)
        self._bridge = bridge
        self._session = session
        self.current: Owner | None = None
        self.pages = _Pages(self._make)
        self._nothing = texts.label(tr("Select a record to see it here."), muted=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self.setWidget(self._stack)
        bridge.changed.connect(self._on_changed)

    def _make(self, kind: Kind) -> Page:
        page = self.pages[kind] = Page(self._bridge, kind, self._session)
        self._stack.addWidget(page)
        page.form.not_stored.connect(self.not_stored)
        if page.preferences is not None:
            page.preferences.not_stored.connect(self.not_stored)
        self.made.emit(page)
        return page

    @property
    def shown_name(self) -> str:
        """What people call the record that is shown."""
        page = self.page()
        return page.name.text() if page else ""

    def page(self) -> Page | None:
        """Return the page of the current record, or None."""
        return self.pages[self.current[0]] if self.current else None

    def show_record(self, kind: Kind, record: int) -> None:
        """Show a record; 0 shows none."""
        self.current = (kind, record) if record else None
        self._ask()

    def open_record(self, field: str = "") -> None:
        """Go to a field of the current record, or to the first of them."""
        page = self.page()
        if page is not None:
            self.show()
            page.tabs.setCurrentIndex(0)
            row = page.form.rows.get(field) or next(iter(page.form.rows.values()))
            row.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self) -> None:
        if self.current is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        self._bridge.read(partial(queries.detail, *self.current), self._on_detail, slot=("inspector", id(self)))

    def _on_detail(self, detail: Detail | None) -> None:
        if detail is None or self.current != (detail.kind, detail.id):
            self.current = None
            self._stack.setCurrentWidget(self._nothing)
            return
        page, shown = self.pages[detail.kind], self._stack.currentWidget()
        if isinstance(shown, Page) and shown is not page:
            shown.form.tell_what_is_lost()
        page.show_detail(self._bridge, detail)
        self._stack.setCurrentWidget(page)

    def _on_changed(self, change: Change) -> None:
        if self.current is None:
            return
        kind, record = self.current
        touched = change.ids.get(kind)
        if touched is None or record in touched:
            self._ask()
