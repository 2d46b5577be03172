"""Storing what is typed into one field of one record or link, wherever the field is shown."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Conflict, Invalid, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import room
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.labels import values
from itemlink_gui.ops import by_kind, fields, link_data
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store.columns import typed

Stored = Callable[[], None]
Refused = Callable[[ItemLinkError], bool]
_Then = Callable[[object], None]


class FieldEdit(ABC):
    """One field being edited; what it belongs to, the subclass says.

    Args:
        bridge: to the file.
        spec: the field.
    """

    def __init__(self, bridge: Bridge, spec: FieldSpec) -> None:
        self._bridge = bridge
        self.spec = spec
        self.seen = ""
        """The value that the user was shown; the edit is refused where the file says something else by now."""
        self._storing: str | None = None

    @abstractmethod
    def _run(self, expected: Mapping[str, str], values: Mapping[str, Any], then: _Then, failed: Refused) -> None:
        """Store a value, by the field's name, if the expected one still stands."""

    def store(self, text: str, then: Stored, failed: Refused) -> None:
        """Store what was typed, unless it is what stands there already.

        Args:
            text: as typed.
            then: called when it is stored, or needs no storing.
            failed: called with what was refused; returns whether it has told the user.
        """
        try:
            cleaned = typed(fields.cleaned(self.spec, text))
        except Invalid as error:
            failed(error)
            return
        if self._storing is None and cleaned == self.seen:
            then()
            return
        # Enter and the loss of the focus that follows it both ask to store.
        if cleaned == self._storing:
            return
        # What is under way stands in the file before this does.
        expected = {self.spec.name: self.seen if self._storing is None else self._storing}
        self._storing = cleaned
        on_failed = partial(self._on_failed, cleaned, then, failed)
        self._run(expected, {self.spec.name: cleaned}, partial(self._on_stored, cleaned, then), on_failed)

    def _on_stored(self, cleaned: str, then: Stored, _result: object) -> None:
        self.seen = cleaned
        if self._storing == cleaned:
            self._storing = None
            then()

    def _on_failed(self, cleaned: str, then: Stored, failed: Refused, error: ItemLinkError) -> bool:
        if self._storing != cleaned:
            # What was typed since is on its way, and will tell.
            return True
        self._storing = None
        if not isinstance(error, Conflict):
            return failed(error)
        # Where the value seen still stands, only a text typed before was refused.
        mine = error.theirs == self.seen
        self.seen = error.theirs
        if mine or keep_ours(self._bridge.prompts, self.spec, error):
            self.store(error.ours, then, failed)
        else:
            then()
        return True


class RecordEdit(FieldEdit):
    """One field of one record being edited.

    Args:
        bridge: to the file.
        kind: item or customer.
        record: its id.
        field: the field's name.
    """

    def __init__(self, bridge: Bridge, kind: Kind, record: int, field: str) -> None:
        super().__init__(bridge, next(spec for spec in fields.specs(kind) if spec.name == field))
        self.kind = kind
        self.record = record

    @override
    def _run(self, expected: Mapping[str, str], values: Mapping[str, Any], then: _Then, failed: Refused) -> None:
        operation = by_kind.OF[self.kind].update(self.record, expected=expected, **values)
        self._bridge.run(operation, then, failed)


class LinkEdit(FieldEdit):
    """One field of one link being edited.

    Args:
        bridge: to the file.
        kind: of the record that is listed.
        record: its id.
        owner: id of the record whose list it is.
        spec: the field.
    """

    def __init__(self, bridge: Bridge, kind: Kind, record: int, owner: int, spec: FieldSpec) -> None:
        super().__init__(bridge, spec)
        self._onto: Kind = "item" if kind == "customer" else "customer"
        self._item, self._customer = (owner, record) if kind == "customer" else (record, owner)

    @override
    def _run(self, expected: Mapping[str, str], values: Mapping[str, Any], then: _Then, failed: Refused) -> None:
        ends = [self._item], [self._customer]

        def make(beyond: Beyond) -> Operation[int]:
            return link_data.set_details(*ends, onto=self._onto, beyond=beyond, expected=expected, **values)

        # Part of a link can neither wait nor be left out.
        room.run(self._bridge, make, then, failed, ways=("overbook",))


def keep_ours(prompts: Prompts, spec: FieldSpec, error: Conflict) -> bool:
    """Show both values of a field that was changed meanwhile, and let the user choose.

    Args:
        prompts: asks.
        spec: the field.
        error: with both values.

    Returns:
        whether the user's own is to be stored.
    """
    text = tr(
        "{field} was changed elsewhere in the meantime.\n\nNow: {theirs}\nYours: {ours}",
        field=spec.label,
        theirs=values.shown(spec, error.theirs) or tr("(empty)"),
        ours=values.shown(spec, error.ours) or tr("(empty)"),
    )
    verbs = {"ours": tr("Use mine"), "theirs": tr("Keep theirs")}
    return prompts.choose(tr("Changed elsewhere"), text, verbs, "theirs") == "ours"


def mark(editor: QWidget, reason: str) -> None:
    """Mark an editor as holding what cannot be stored; without a reason, as good again."""
    wrong = bool(reason)
    if bool(editor.property("invalid")) != wrong:
        editor.setProperty("invalid", wrong)
        # A style sheet looks at properties only when a widget is polished.
        editor.style().unpolish(editor)
        editor.style().polish(editor)
    texts.set_tooltip(editor, reason)
    editor.setAccessibleDescription(reason)
