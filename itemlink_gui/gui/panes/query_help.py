"""What can be asked in a search box, each with an example that a click writes into it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.store.query import sql
from itemlink_gui.store.query.fields import Field, Fields, spelled

_SIZE = QSize(440, 460)


class QueryHelp(QFrame):
    """A list of fields and examples; it goes away when the user clicks elsewhere.

    Args:
        bridge: to the file.
        kind: what is searched.
        parent: the widget it belongs to.
    """

    chosen = Signal(str)
    """An example, to be written."""

    def __init__(self, bridge: Bridge, kind: Kind, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("queryHelp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("What can be asked here"))
        said = texts.label(
            tr("Type words to find what contains all of them. Click an example to write it into the box."),
            wrap=True,
            muted=True,
        )
        self.list = QTreeWidget()
        self.list.setObjectName("queryExamples")
        self.list.setAccessibleName(tr("Examples"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 4)
        column.setSpacing(8)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        bridge.read(lambda: sql.fields(kind), self._on_fields)

    def show_below(self, widget: QWidget) -> None:
        """Show it below a widget, so that it stays on the screen."""
        room = widget.screen().availableGeometry()
        self.resize(_SIZE)
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 2))
        self.move(max(room.left(), corner.x()), max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_fields(self, fields: Fields) -> None:
        rows = [(_example(field), _meaning(field)) for field in fields.all]
        for field in fields.all:
            rows += [(f"{field.name}:{state}", tr(meaning)) for state, meaning in field.states if meaning]
        for example, meaning in (*_ways(fields), *rows):
            item = QTreeWidgetItem([example, meaning])
            item.setForeground(0, self.palette().link())
            self.list.addTopLevelItem(item)

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.text(0))
        self.close()


def _example(field: Field) -> str:
    if field.own is None:
        return spelled(field.example)
    ends = {"number": ">=3", "day": "<=today", "state": ":yes"}
    return field.name + ends.get(field.type, ":any")


def _meaning(field: Field) -> str:
    if field.own is None:
        return tr(field.meaning)
    return tr("a field of links that you have made")


def _ways(fields: Fields) -> list[tuple[str, str]]:
    """Return how parts are put together."""
    if fields.kind == "customer":
        other, without = "in", tr("has no [items]; “any” finds who has some")
    else:
        other, without = "has", tr("has no [customers]; “any” finds what has some")
    return [
        ('"two words"', tr("just as it stands there")),
        ("one or other", tr("any of them")),
        ("-one", tr("not this one; the same as “not one”")),
        (f"{other}:none", without),
        (f"{other}:all(one, other)", tr("all of them; or any, or none")),
    ]
