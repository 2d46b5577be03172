"""The preferences, made from the table of settings; each takes effect at once if it does not say otherwise."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from itemlink_gui.base import settings as table
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import text as texts


class Preferences(QDialog):
    """A row for each setting that people choose.

    Args:
        settings: where they are kept.
        parent: the window.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preferences")
        self.setWindowTitle(tr("Preferences of ItemLink"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for setting in (one for one in table.table() if one.label):
            if isinstance(setting.default, bool):
                form.addRow("", self._tick(setting))
            else:
                caption = texts.label(setting.label, muted=True)
                caption.setFixedHeight(32)
                choice = self._choice(setting)
                # A screen reader calls a combo box by its label; its own name is what is chosen.
                caption.setBuddy(choice)
                form.addRow(caption, choice)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        inner = QWidget()
        inner.setLayout(form)
        form.setContentsMargins(0, 0, 8, 0)
        # On a small screen not all of it fits.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        wanted = inner.sizeHint() + QSize(48, 96)
        room = self.screen().availableGeometry().size()
        self.setMinimumWidth(max(360, min(wanted.width(), room.width() - 32)))
        self.resize(wanted.width(), min(wanted.height(), room.height() - 64))

    def _tick(self, setting: table.Setting) -> QCheckBox:
        box = QCheckBox(setting.label)
        box.setObjectName(f"setting_{setting.key}")
        box.setChecked(self._settings.get(setting.key))
        box.toggled.connect(partial(self._store, setting.key))
        return box

    def _choice(self, setting: table.Setting) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"setting_{setting.key}")
        box.setAccessibleName(setting.label)
        for value, label in setting.choices.items():
            box.addItem(label, value)
        box.setCurrentIndex(box.findData(self._settings.get(setting.key), Qt.ItemDataRole.UserRole))
        box.currentIndexChanged.connect(partial(self._on_chosen, setting.key, box))
        return box

    def _on_chosen(self, key: str, box: QComboBox, _index: int) -> None:
        self._store(key, box.currentData())

    def _store(self, key: str, value: object) -> None:
        self._settings.set(key, value)
        self.changed.emit()
