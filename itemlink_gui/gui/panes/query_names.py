"""Names that complete what is being typed behind a field of a query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from itemlink_gui.base.changes import Kind
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.store.query import names
from itemlink_gui.store.query.fields import Field, Fields, quoted

# So many names are offered at once.
_MOST = 8
# A field, what is between it and the value, and the value as far as it is written.
_TYPING = re.compile(
    r"""(?:^|[\s(-])([^\W\d_]\w*(?:-\w+)*)(?:[:=]|!=)\s*(?:(?:any|all|none)\((?:[^()]*,)?\s*)?("[^"]*|[^\s",()]*)$"""
)
_PLAIN = re.compile(r"[\w.@+-]+")


@dataclass(frozen=True, slots=True)
class _Typing:
    """A field, where its value begins, and the value as far as it is written."""

    field: Field
    start: int
    text: str


class QueryNames(QObject):
    """Offers names below a search box while somebody types behind a field such as ``has:``.

    Args:
        box: the search box.
        bridge: to the file.
        kind: what is searched.
    """

    def __init__(self, box: QLineEdit, bridge: Bridge, kind: Kind) -> None:
        super().__init__(box)
        self._box = box
        self._bridge = bridge
        self._fields = Fields(kind)
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(box)
        self.completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer.activated.connect(self._on_chosen)
        popup = self.completer.popup()
        assert popup is not None
        popup.setObjectName("queryNames")
        self._popup = popup
        box.textEdited.connect(self._on_edited)

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether a key is for the list of names."""
        if not self._popup.isVisible():
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            return self._popup.currentIndex().isValid()
        return event.key() == Qt.Key.Key_Escape

    def _typing(self) -> _Typing | None:
        before = self._box.text()[: self._box.cursorPosition()]
        found = _TYPING.search(before)
        field = self._fields.find(found[1]) if found else None
        if found is None or field is None or not (field.named or field.states):
            return None
        return _Typing(field, found.start(2), found[2].lstrip('"'))

    def _on_edited(self) -> None:
        self._popup.hide()
        typing = self._typing()
        if typing is None:
            return
        if typing.field.named is None:
            states = [state for state, _ in typing.field.states]
            self._offer([state for state in states if state.startswith(typing.text.lower())])
        else:
            question = partial(names.beginning, typing.field.named, typing.text, _MOST)
            self._bridge.read(question, self._offer, slot=("names", id(self)))

    def _offer(self, found: list[str]) -> None:
        typing = self._typing()
        if typing is None or not self._box.hasFocus() or not found or found == [typing.text]:
            return
        self._model.setStringList(found)
        self.completer.setCompletionPrefix("")
        self.completer.complete()

    def _on_chosen(self, name: str) -> None:
        typing = self._typing()
        if typing is None:
            return
        text = self._box.text()
        written = name if _PLAIN.fullmatch(name) and name.lower() not in ("none", "any") else quoted(name)
        self._box.setText(text[: typing.start] + written + text[self._box.cursorPosition() :])
        self._box.setCursorPosition(typing.start + len(written))
