"""The form for one field of links: its name, its type, and what can be chosen in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.panes.record_form import FieldRow
from itemlink_gui.ops import fields, link_fields
from itemlink_gui.store.models import LinkField

_WAS = Qt.ItemDataRole.UserRole


def type_name(kind: str) -> str:
    """Return what people call a type of fields."""
    names = {
        "text": tr("Text"),
        "number": tr("Whole number"),
        "day": tr("Day"),
        "yesno": tr("Yes or no"),
        "choice": tr("Choice"),
    }
    return names.get(kind, kind)


class ChoiceList(QWidget):
    """What can be chosen, in its order; each value can be renamed, moved and removed.

    Args:
        choices: to begin with.
        parent: the form.
    """

    def __init__(self, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setObjectName("choiceList")
        self.list.setAccessibleName(tr("Values to choose from"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        for choice in choices:
            self._append(choice)
        self._reason = texts.label(small=True, wrap=True)
        self._reason.setProperty("kind", "reason")
        self._reason.setObjectName("reason_choices")
        self._reason.hide()
        self.list.itemChanged.connect(self._reason.hide)
        add = QPushButton(tr("Add value"))
        add.setObjectName("choiceAdd")
        add.setIcon(theme.icon("plus"))
        add.clicked.connect(self.begin_new)
        remove = QPushButton(tr("Remove value"))
        remove.setObjectName("choiceRemove")
        remove.setIcon(theme.icon("trash-2"))
        remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        for button in (add, remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._reason)
        column.addLayout(buttons)

    def _append(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(_WAS, text)
        return item

    def begin_new(self) -> None:
        """Add an empty value, and let it be typed."""
        item = self._append("")
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._reason.hide()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def values(self) -> list[str]:
        """Return the values in their order; empty ones are left out."""
        return [item.text().strip() for item in self._items() if item.text().strip()]

    def renamed(self) -> dict[str, str]:
        """Return the values that have another name than at first, by that."""
        pairs = ((str(item.data(_WAS)), item.text().strip()) for item in self._items())
        return {was: now for was, now in pairs if was and now and was != now}

    def refuse(self, reason: str) -> None:
        """Say why these cannot be the values."""
        self._reason.setText(reason)
        self._reason.show()


class LinkFieldForm(QDialog):
    """Asks for name, type and values of a field, or for one of them alone.

    Args:
        title: of the window.
        verb: on the button.
        name: the name of a field that is renamed.
        choices: the values of a field whose values are changed; with neither of these it is a new field.
        parent: the window.
    """

    typed = Signal()
    """It is to be stored."""

    def __init__(
        self,
        title: str,
        verb: str,
        *,
        name: str = "",
        choices: Sequence[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("linkField")
        self.setWindowTitle(title)
        self._row = FieldRow(fields.spec(LinkField.name))
        self._row.set_text(name)
        self._type = QComboBox()
        self._type.setObjectName("field_type")
        self._type.setAccessibleName(tr("Type"))
        for kind in link_fields.TYPES:
            self._type.addItem(type_name(kind), kind)
        self.choices = ChoiceList(choices or ())
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("linkFieldAccept")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._form = QFormLayout(self)
        self._lay_out(new=choices is None and not name, named=choices is None)
        self._accept.setDefault(True)
        self.setMinimumWidth(380)

    def _lay_out(self, *, new: bool, named: bool) -> None:
        form = self._form
        form.setContentsMargins(16, 16, 16, 16)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        if named:
            form.addRow(self._caption(tr("Name"), self._row.editor), self._row)
        if new:
            form.addRow(self._caption(tr("Type"), self._type), self._type)
            self._type.currentIndexChanged.connect(self._on_type)
        form.addRow(self._caption(tr("Values"), self.choices.list), self.choices)
        form.addRow(self._buttons)
        form.setRowVisible(self.choices, not named)

    def _caption(self, text: str, buddy: QWidget) -> QWidget:
        caption = texts.label(text, muted=True)
        caption.setFixedHeight(32)
        caption.setBuddy(buddy)
        return caption

    def _on_type(self) -> None:
        self._form.setRowVisible(self.choices, self.type() == "choice")
        self.adjustSize()

    def name(self) -> str:
        """Return the name as typed."""
        return self._row.text()

    def type(self) -> str:
        """Return the type that is chosen."""
        return str(self._type.currentData())

    @override
    def accept(self) -> None:
        """Have it stored; it is closed by `done_with`."""
        self._accept.setEnabled(False)
        self.typed.emit()

    def done_with(self, _result: object = None) -> None:
        """Close: it is stored."""
        super().accept()

    def refuse(self, error: ItemLinkError) -> bool:
        """Stay open, with the reason where it belongs; returns whether it belongs here."""
        self._accept.setEnabled(True)
        if not isinstance(error, Invalid):
            return False
        if error.field == "choices":
            self.choices.refuse(error.reason)
        elif error.field == "name":
            self._row.refuse(error.reason)
            self._row.editor.setFocus()
        else:
            return False
        self.adjustSize()
        return True
