"""What customers are linked to: the panes of the left side, of which one is seen, and the switch between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from itemlink_gui import labels
from itemlink_gui.base.changes import PLURAL, Kind
from itemlink_gui.gui.panes.table_pane import TablePane

KINDS: tuple[Kind, ...] = ("item", "company")


class KindSwitch(QWidget):
    """The heading of a pane that shares its place with others: what it lists, and what it could.

    Args:
        shown: what the pane lists.
    """

    chosen = Signal(str)
    """Another kind was asked for."""

    def __init__(self, shown: Kind) -> None:
        super().__init__()
        self._shown = shown
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        for kind in KINDS:
            button = QToolButton()
            button.setText(labels.plural(kind))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setObjectName(f"{PLURAL[shown]}Switch_{kind}")
            button.setAccessibleName(labels.plural(kind))
            button.setCheckable(True)
            button.setChecked(kind == shown)
            button.setProperty("kind", "tab")
            self._group.addButton(button, KINDS.index(kind))
            row.addWidget(button)
        self._row = row
        self._group.buttonClicked.connect(self._on_clicked)

    def put_beside(self, widget: QWidget) -> None:
        """Put something behind the name of what the pane lists."""
        self._row.insertWidget(KINDS.index(self._shown) + 1, widget)

    def _on_clicked(self, button: QAbstractButton) -> None:
        kind = KINDS[self._group.id(button)]
        # It is the other pane that comes to the front: this one goes on saying what it lists.
        self._group.button(KINDS.index(self._shown)).setChecked(True)
        if kind != self._shown:
            self.chosen.emit(kind)


class LeftSide(QStackedWidget):
    """The panes of what customers are linked to, one of them in front.

    Args:
        panes: their headings are `KindSwitch`.
    """

    switched = Signal()

    def __init__(self, panes: Sequence[TablePane]) -> None:
        super().__init__()
        self._panes = {pane.kind: pane for pane in panes}
        for pane in panes:
            self.addWidget(pane)
            for switch in pane.findChildren(KindSwitch):
                switch.put_beside(pane.number)
                switch.chosen.connect(self._on_chosen)

    @property
    def kind(self) -> Kind:
        """What the pane in front lists."""
        shown = self.currentWidget()
        assert isinstance(shown, TablePane)
        return shown.kind

    def show_kind(self, kind: Kind) -> None:
        """Bring a pane to the front."""
        if kind != self.kind:
            self.setCurrentWidget(self._panes[kind])
            self.switched.emit()

    def _on_chosen(self, kind: Kind) -> None:
        self.show_kind(kind)
        self._panes[kind].view.enter(Qt.FocusReason.OtherFocusReason)
