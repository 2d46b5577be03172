"""What a pane shows where there is nothing to list: why, and the button that helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from itemlink_gui.base.changes import PLURAL, Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns, theme
from itemlink_gui.gui import text as texts


class EmptyPage(QWidget):
    """Stands in the table's place.

    Args:
        kind: what there is none of.
        read_only: nothing can be added.
        parent: the widget it belongs to.
    """

    add_requested = Signal()
    sample_requested = Signal()
    reset_requested = Signal()

    def __init__(self, kind: Kind, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setObjectName(f"{PLURAL[kind]}Empty")
        self._title = texts.label()
        self._hint = texts.label(muted=True, wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add = QPushButton(nouns.new(kind))
        self._add.setIcon(theme.icon(nouns.NEW_ICON[kind]))
        self._add.clicked.connect(self.add_requested)
        self._sample = QPushButton(tr("Fill with sample data"))
        self._sample.setIcon(theme.icon("sparkles"))
        self._sample.clicked.connect(self.sample_requested)
        self._reset = QPushButton(tr("Show all"))
        self._reset.clicked.connect(self.reset_requested)
        for button in (self._add, self._sample):
            button.setEnabled(not read_only)
        self._lay_out()
        # Buttons that are not to be seen would make every pane as wide as they are.
        self.explain(narrowed=False)

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._add, self._sample, self._reset):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)

    def explain(self, narrowed: bool, *, nothing_at_all: bool = False, wrong: str = "") -> None:
        """Say why nothing is listed.

        Args:
            narrowed: a search or a narrowing hides what there is.
            nothing_at_all: the whole file is empty, so sample data are offered.
            wrong: why the search cannot be read; empty if it can.
        """
        narrowed = narrowed or bool(wrong)
        if wrong:
            title, hint = tr("The search cannot be read"), wrong
        elif narrowed:
            title, hint = tr("Nothing found"), tr("No record matches the search and the narrowing above.")
        elif self._kind == "item":
            title = tr("No [items] yet")
            hint = tr("[Items] are what [customers] are dragged onto. Make the first one here.")
        elif self._kind == "company":
            title = tr("No companies yet")
            hint = tr("[Customers] can belong to companies. Make the first one here, then drag [customers] onto it.")
        else:
            title = tr("No [customers] yet")
            hint = tr("[Customers] are dragged onto [items]. Make the first one here.")
        self._title.setText(title)
        self._hint.setText(hint)
        self._add.setVisible(not narrowed)
        self._reset.setVisible(narrowed)
        self._sample.setVisible(nothing_at_all and not narrowed)
