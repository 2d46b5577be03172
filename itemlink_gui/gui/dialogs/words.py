"""The dialog in which a file gets its words: one of the presets, each with an example, or words of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base import words
from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import mark, tr
from itemlink_gui.base.translator import translated
from itemlink_gui.base.words import PRESETS, Vocabulary
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.panes.record_form import FieldRow
from itemlink_gui.gui.translation import margins
from itemlink_gui.ops import vocabulary
from itemlink_gui.ops.vocabulary import Wish
from itemlink_gui.store.vocabulary import Chosen

OWN = "own"

_EXAMPLES = {
    "item": mark("Basic Package"),
    "product": mark("Desk Lamp"),
    "plan": mark("Family Plan"),
    "service": mark("Team Calendar"),
    "licence": mark("Office, 5 seats"),
    "course": mark("Maths 101"),
}

Store = Callable[[Wish, Callable[[], None], Callable[[ItemLinkError], bool]], None]
"""Stores a wish; calls the first when that worked, and the second with the reason if it did not."""


def example(spoken: Vocabulary, item: str) -> str:
    """Return how a file speaks with some words, such as "Enrol Ann Lee in Maths 101 · Course · Students"."""
    with words.speaking(spoken):
        done = tr("[Verb] {customers} [prep] {items}", customers="Ann Lee", items=item)
        return f"{done} · {tr('[Item]')} · {tr('[Customers]')}"


class WordsDialog(QDialog):
    """Asks for the words; stays open, with what is typed, until they can be stored.

    Args:
        title: of the window.
        verb: on the button.
        present: what the file has chosen so far.
        fields: whether fields of links are made too unless the user says otherwise.
        store: stores what is chosen.
        parent: the window.
    """

    def __init__(
        self, title: str, verb: str, present: Chosen, store: Store, parent: QWidget | None, *, fields: bool
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._preset = present.preset
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("words")
        self.setWindowTitle(title)
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        self.rows = {spec.name: FieldRow(spec) for spec in vocabulary.word_specs()}
        self._example = texts.ElidedLabel(muted=True, small=True)
        self._own = self._lay_out_own()
        self.fields = QCheckBox()
        self.fields.setObjectName("wordsFields")
        self.fields.setChecked(fields)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("wordsAccept")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._fill(present.words)
        # Only a button that is in a dialog can become the dialog's default.
        self._accept.setDefault(True)
        shown = self.choices[OWN if present.own else present.preset]
        shown.setChecked(True)
        shown.setFocus()
        self._on_chosen()
        self._group.buttonClicked.connect(self._on_chosen)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        said = tr("Menus and messages use these words. They can be changed at any time.")
        column.addWidget(texts.label(said, wrap=True))
        for key, item in _EXAMPLES.items():
            spoken = words.preset(key)
            with words.speaking(spoken):
                name = tr("[Items] and [customers]")
            column.addLayout(
                self._choice(key, name, texts.label(example(spoken, translated(item)), muted=True, small=True))
            )
        column.addLayout(self._choice(OWN, tr("Words of your own"), self._own))
        column.addWidget(self.fields)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.setMinimumWidth(660)

    def _choice(self, key: str, name: str, below: QWidget) -> QVBoxLayout:
        button = self.choices[key] = QRadioButton(name)
        button.setObjectName(f"words_{key}")
        self._group.addButton(button)
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addWidget(button)
        inner = QVBoxLayout()
        inner.setContentsMargins(margins(self, 26, 0, 0, 0))
        inner.addWidget(below)
        box.addLayout(inner)
        return box

    def _lay_out_own(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._example)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        # The nouns left, the verbs right.
        forms = QFormLayout(), QFormLayout()
        for form in forms:
            form.setHorizontalSpacing(12)
            form.setVerticalSpacing(8)
            sides.addLayout(form, 1)
        for place, (name, row) in enumerate(self.rows.items()):
            caption = texts.label(row.spec.label, muted=True)
            caption.setBuddy(row.editor)
            caption.setFixedHeight(32)
            row.editor.setObjectName(f"word_{name}")
            forms[0 if place < 4 else 1].addRow(caption, row)
            row.editor.changed.connect(self._show_example)
        column.addLayout(sides)
        return box

    def _fill(self, spoken: Vocabulary) -> None:
        for name, word in asdict(spoken).items():
            self.rows[name].set_text(word)
            self.rows[name].refuse("")

    def _key(self) -> str:
        return next(key for key, button in self.choices.items() if button.isChecked())

    def _on_chosen(self) -> None:
        key = self._key()
        if key in PRESETS and key != self._preset:
            # Words of one's own begin from what was looked at last.
            self._preset = key
            self._fill(words.preset(key))
        self._own.setVisible(key == OWN)
        brought = ", ".join(translated(name) for name, *_ in vocabulary.BROUGHT[self._preset].fields)
        self.fields.setText(tr("Make these fields for links too: {fields}", fields=brought))
        self.fields.setVisible(bool(brought))
        self._show_example()
        self._make_room()

    def _make_room(self) -> None:
        # Not `adjustSize`, which gives no more than two thirds of a small screen.
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _show_example(self) -> None:
        spoken = Vocabulary(**{name: row.text().strip() for name, row in self.rows.items()})
        self._example.setText(example(spoken, translated(_EXAMPLES[self._preset])))

    def wish(self) -> Wish:
        """Return what is chosen."""
        own = {name: row.text() for name, row in self.rows.items()} if self._key() == OWN else None
        return Wish(self._preset, own, with_fields=self.fields.isChecked())

    @override
    def accept(self) -> None:
        """Store what is chosen; close when that worked."""
        wish = self.wish()
        try:
            if wish.own is not None:
                vocabulary.clean(wish.own)
        except Invalid as error:
            self._on_failed(error)
            return
        self._accept.setEnabled(False)
        self._store(wish, super().accept, self._on_failed)

    def _on_failed(self, error: ItemLinkError) -> bool:
        self._accept.setEnabled(True)
        row = self.rows.get(error.field) if isinstance(error, Invalid) else None
        if row is None or not isinstance(error, Invalid):
            return False
        row.refuse(error.reason)
        row.editor.setFocus()
        self._make_room()
        return True
