"""One of the panes: a heading with its number, which records to list, a search box, and the table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from itemlink_gui import labels
from itemlink_gui.base.changes import PLURAL, Kind
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import nouns
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.panes.empty import EmptyPage
from itemlink_gui.gui.panes.search_box import SearchBox
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.id_table import IdTable
from itemlink_gui.gui.tables.selection import Selection
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.gui.translation import from_right
from itemlink_gui.store.listings import Scope
from itemlink_gui.store.models import OTHER


class TablePane(QWidget):
    """All records of one kind.

    Args:
        bridge: to the file.
        kind: what it lists.
        session: the drag under way in the window.
        heading: stands in place of the name of what is listed.
        parent: the widget it belongs to.
    """

    add_requested = Signal()
    sample_requested = Signal()

    def __init__(
        self,
        bridge: Bridge,
        kind: Kind,
        session: DragSession,
        *,
        heading: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.plural = PLURAL[kind]
        self.setObjectName(f"{self.plural}Pane")
        self.table = IdTable(bridge, kind, session, self)
        self.view = IdTableView(self.table, self)
        self.view.setObjectName(f"{self.plural}Table")
        self.view.setAccessibleName(labels.plural(kind))
        self.selection = self.view.selection
        self._other = OTHER[kind]
        self._others: Selection | None = None
        self._file_empty = False
        self._revealed = 0
        self._heading = heading or _bold(labels.plural(kind))
        self.number = texts.label(muted=True)
        self.search = SearchBox(bridge, kind)
        self.search.textChanged.connect(self._on_search)
        self.search.entered.connect(self._on_entered)
        self._scope = self._make_scope()
        self.empty = EmptyPage(kind, read_only=bridge.read_only)
        self.empty.add_requested.connect(self.add_requested)
        self.empty.sample_requested.connect(self.sample_requested)
        self.empty.reset_requested.connect(self.show_all)
        self._lay_out()
        self.table.listed.connect(self._on_listed)
        self.view.ghost.toggled.connect(self._choose_page)
        self.table.refused.connect(self._on_refused)
        self.setFocusProxy(self.view)

    def _make_scope(self) -> QWidget:
        box = QWidget()
        box.setObjectName(f"{self.plural}Scope")
        box.setAccessibleName(nouns.which(self.kind))
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(box)
        ends = ("right", "left") if from_right(box) else ("left", "right")
        sides = {"all": ends[0], "in": "middle", "not": ends[1]}
        for scope, text in (("all", tr("All")), ("in", tr("Linked")), ("not", tr("Not linked"))):
            button = QPushButton(text)
            button.setObjectName(f"{box.objectName()}_{scope}")
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setChecked(scope == "all")
            button.setProperty("kind", f"segment-{sides[scope]}")
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            group.addButton(button)
            row.addWidget(button)
        group.buttonClicked.connect(self._on_scope)
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._heading)
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.search, 100)
        narrowing = QHBoxLayout()
        narrowing.setContentsMargins(12, 0, 12, 8)
        narrowing.setSpacing(8)
        narrowing.addWidget(self._scope)
        narrowing.addStretch(1)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._stack = QStackedLayout()
        self._body.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(narrowing)
        column.addLayout(self._body, 1)

    def put_beside(self, widget: QWidget) -> None:
        """Put something before the table, at the side where people begin to read."""
        self._body.insertWidget(0, widget)

    # Which records.

    def scope_button(self, scope: Scope) -> QPushButton:
        """Return one of the three buttons."""
        button = self._scope.findChild(QPushButton, f"{self._scope.objectName()}_{scope}")
        assert isinstance(button, QPushButton)
        return button

    def set_others(self, other: Kind, ids: Selection, name: str) -> None:
        """Tell which records of the other side are selected, for *Linked* and *Not linked*.

        Args:
            other: what they are.
            ids: what is selected; it is looked at when it is needed.
            name: what people call the one, or how many there are.
        """
        self._other, self._others = other, ids
        for scope, hint in (
            ("in", tr("Only those linked to {name}", name=name)),
            ("not", tr("Only those not linked to {name}", name=name)),
        ):
            button = self.scope_button(scope)  # type: ignore[arg-type]
            button.setEnabled(bool(len(ids)))
            texts.set_tooltip(button, hint if len(ids) else nouns.choose_first(self.kind, other))
        if self.table.listing.scope != "all":
            if len(ids):
                self.table.show(other=other, others=tuple(ids.ids()))
            else:
                self.set_scope("all")

    def set_scope(self, scope: Scope) -> None:
        """List all records, or those linked, or not linked, to the selected ones of the other side."""
        self.scope_button(scope).setChecked(True)
        others = self._others.ids() if self._others is not None and scope != "all" else ()
        self.table.show(scope=scope, other=self._other, others=tuple(others))

    def _on_scope(self, button: QPushButton) -> None:
        scope = button.objectName().rpartition("_")[2]
        self.set_scope(scope)  # type: ignore[arg-type]

    def show_all(self) -> None:
        """End every narrowing."""
        self.search.clear()
        self.set_scope("all")
        self.table.show(category=None)

    def offer_sample(self, file_empty: bool) -> None:
        """Offer sample data in place of the table as long as the whole file is empty."""
        if file_empty != self._file_empty:
            self._file_empty = file_empty
            self._on_listed()

    def reveal(self, record: int) -> None:
        """Select one record, ending whatever hides it, as soon as it is listed."""
        self._revealed = record
        if self.table.row_of(record) >= 0:
            self._show_revealed()
        else:
            # It may be too new for the list that is here.
            self.table.reload()

    def _show_revealed(self) -> None:
        row = self.table.row_of(self._revealed)
        if row >= 0:
            self.selection.select([self._revealed], self._revealed)
            self.view.scrollTo(self.table.index(row, 0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._revealed = 0
        elif self.narrowed and self.table.complete:
            self.show_all()

    @property
    def narrowed(self) -> bool:
        """Whether a search, a scope or a category hides records."""
        listing = self.table.listing
        return bool(listing.text.strip()) or listing.scope != "all" or listing.category is not None

    def _on_search(self, text: str) -> None:
        self.table.show(text=text)
        self._tell()

    def _on_refused(self, wrong: WrongQuery) -> None:
        self.search.tell(wrong)
        self._tell()

    def _on_entered(self) -> None:
        self.view.enter(Qt.FocusReason.TabFocusReason)

    def _on_listed(self) -> None:
        self._tell()
        self._choose_page()
        if self._revealed:
            self._show_revealed()

    def _tell(self) -> None:
        """Say how many are listed, and why there are none."""
        found = grouped(len(self.table.ids)) if self.table.complete else "…"
        total = grouped(self.table.total) if self.table.counted else "…"
        said = tr("{found} of {total}", found=found, total=total) if self.narrowed else total
        # What was found before goes on being listed.
        self.number.setText(tr("{number} · not searched", number=said) if self.search.wrong else said)
        wrong = self.search.wrong.reason if self.search.wrong else ""
        self.empty.explain(self.narrowed, nothing_at_all=self._file_empty, wrong=wrong)

    def _choose_page(self) -> None:
        """Show the table where it has rows, or is about to get one."""
        listed = bool(self.table.ids) or not self.view.ghost.isHidden()
        self._stack.setCurrentWidget(self.view if listed else self.empty)


def _bold(text: str) -> QLabel:
    made = texts.label(text)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made
