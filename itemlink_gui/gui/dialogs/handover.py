"""The dialog in which the links of customers are copied or moved to another one: what would change stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui import labels
from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns, theme
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.dialogs.assign import MOST, MatchTable
from itemlink_gui.gui.tables import plain
from itemlink_gui.ops.handover import hand_over
from itemlink_gui.store import handover, queries
from itemlink_gui.store.handover import Handover
from itemlink_gui.store.queries import Match

Plans = tuple[Handover, Handover]


class HandOver(QDialog):
    """Shows, for customers and another one, what copying and what moving would change; does neither by itself.

    Args:
        bridge: to the file.
        sources: ids of the customers whose links are meant.
        name: what people call them.
        target: id of the one who gets them; 0 to be chosen here.
        target_name: what people call that one.
        parent: the window.
    """

    def __init__(
        self, bridge: Bridge, sources: Sequence[int], name: str, target: int, target_name: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sources = tuple(sources)
        self._target = target
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("handOver")
        self.setWindowTitle(tr("Copy or move [items]"))
        self.table = MatchTable(1, self)
        self.view = QTableView()
        self.search = QLineEdit()
        self._from = _bold(nouns.of("item", name))
        self._to = texts.ElidedLabel(tr("To {name}", name=target_name) if target else tr("To whom?"))
        self.copied, self.moved = texts.ElidedLabel(), texts.ElidedLabel()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copy, self.move_ = buttons.addButton(tr("Copy"), role), buttons.addButton(tr("Move"), role)
        self.copy.setObjectName("handOverCopy")
        self.move_.setObjectName("handOverMove")
        self.copy.clicked.connect(partial(self._hand_over, False))
        self.move_.clicked.connect(partial(self._hand_over, True))
        self._set_up_search()
        self._lay_out(buttons, chosen=bool(target))
        self.copy.setDefault(True)
        self._show((Handover(), Handover()))
        bridge.changed.connect(self._on_changed)
        self._weigh()

    def _set_up_search(self) -> None:
        self.view.setObjectName("handOverMatches")
        self.view.setAccessibleName(tr("Matches"))
        plain.set_up(self.view, self.table, compact=False)
        # The keyboard stays in the search box, which hands the arrows on.
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.horizontalHeader().hide()
        for column in (0, 1):
            self.view.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.view.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.search.setObjectName("handOverSearch")
        self.search.setPlaceholderText(tr("Type a name"))
        self.search.setAccessibleName(nouns.search("customer"))
        self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition).setText(tr("Search"))
        self.search.textChanged.connect(self._ask)
        self.search.installEventFilter(self)

    def _lay_out(self, buttons: QDialogButtonBox, *, chosen: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._from)
        column.addWidget(self._to)
        if not chosen:
            column.addWidget(self.search)
            column.addWidget(self.view, 1)
            self._ask()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(texts.label(tr("Copy"), muted=True), self.copied)
        form.addRow(texts.label(tr("Move"), muted=True), self.moved)
        column.addSpacing(8)
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setMinimumWidth(600)
        if not chosen:
            self.resize(600, 480)

    # Who gets them.

    def _ask(self) -> None:
        # Those who give are among the matches, and are left out here.
        most = MOST + len(self._sources) if len(self._sources) < MOST else 2 * MOST
        question = partial(queries.matches, "customer", self.search.text(), (), most, "item")
        self._bridge.read(question, self._on_matches, slot=("handover", id(self)))

    def _on_matches(self, found: Sequence[Match]) -> None:
        self.table.set_rows([match for match in found if match.id not in self._sources][:MOST])
        row = next((row for row, match in enumerate(self.table.rows) if match.id == self._target), -1)
        if row < 0 and self.search.text().strip():
            row = 0
        # As long as nothing is typed nobody is chosen who just happens to be the first.
        if row >= 0:
            self.view.selectRow(row)
        else:
            self.view.selectionModel().reset()
        self._on_chosen()

    def _on_chosen(self) -> None:
        row = self.view.currentIndex().row()
        target = self.table.rows[row].id if 0 <= row < len(self.table.rows) else 0
        if target != self._target:
            self._target = target
            self._weigh()

    # What it comes to.

    def _on_changed(self, _change: Change) -> None:
        self._weigh()

    def _weigh(self) -> None:
        if not self._target:
            self._show((Handover(), Handover()))
            return
        question = partial(_plans, self._sources, self._target)
        self._bridge.read(question, self._show, slot=("weigh", id(self)))

    def _show(self, plans: Plans) -> None:
        copying, moving = plans
        self.copied.setText(labels.handover.preview(copying) if self._target else tr("Choose who gets them."))
        self.moved.setText(labels.handover.preview(moving) if self._target else "")
        self.copy.setEnabled(bool(copying.new or copying.waits))
        self.move_.setEnabled(bool(moving.gone))
        if self.copy.isEnabled() and not self.search.isVisible():
            self.copy.setFocus()

    def _hand_over(self, moving: bool) -> None:
        self.copy.setEnabled(False)
        self.move_.setEnabled(False)
        self._bridge.run(hand_over(self._sources, self._target, moving=moving), self._on_done, self._on_failed)

    def _on_done(self, _result: object) -> None:
        self.accept()

    def _on_failed(self, _error: object) -> bool:
        self._weigh()
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.table.rows:
                row = self.view.currentIndex().row() + step
                self.view.selectRow(min(max(row, 0), len(self.table.rows) - 1))
                return True
        return super().eventFilter(watched, event)


def _plans(sources: Sequence[int], target: int) -> Plans:
    return handover.plan(sources, target, moving=False), handover.plan(sources, target, moving=True)


def _bold(text: str) -> QLabel:
    made = texts.ElidedLabel(text)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made
