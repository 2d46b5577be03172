"""Texts that break programs: stored as they are and shown as they are, or refused with the name of the field."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, fields, items
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store import listings, queries
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import begin
from tests.faults.windows import window
from tests.gui.helpers import Person
from tests.support import PATIENCE, ask, run

_EACH = 25

TEXTS = (
    "שלום עולם", "مرحبا بالعالم", "a\u202eb\u202cc", "\u200fright\u200e", "\u2067isolated\u2069", "עברית and 123",
    "👩\u200d👩\u200d👧", "👨🏽\u200d🚀", "🏳️\u200d🌈", "🙂" * 100, "a\u200db", "\u200bzero\u200b", "a\ufeffb",
    "a\u2060b", "e\u0301", "Z\u0335\u0321\u034e\u0301\u0302a\u0300\u0316l", "a" + "\u0301" * 150, "Å", "A\u030a",
    "\u212b", "ﬁ ﬂ", "①½", "ǅ", "ß ẞ", "İı", "日本語", "ｆｕｌｌ", "한국어", "\u1112\u1161\u11ab", "नमस्ते", "ไทย",
    "ქართული", "𝔘𝔫𝔦", "𠜎𠜱", "\U0010fffd", "\ue000", "\ufffd", "a\u00adb", "a\u00a0b", "a\u3000b", "100%", "_",
    "%_\\", "\\", "'", '"', "'; DROP TABLE item; --", "=1+1", "+1", "-1", "@sum", "<b>bold</b>", "&amp; &", "a&b",
    "{name}", "%n", "%1 %s", "NULL", "a\\nb", "x" * 200,
    "\ufeffmark", " \ufeff both \ufeff",
)  # fmt: skip

REFUSED = (
    "a\0b", "\ud800", "a\udfffb", "bell\x07", "esc\x1b[31m", "a\u2028b", "a\u2029b", "c1\x85x", "del\x7fx", "b\x08x",
    "\ufffeabc",
)  # fmt: skip


def _expected(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip(" \t\n\u00a0\u3000\ufeff")


def _torture(seed: int, folder: Path) -> Outcome:
    some = TEXTS[_EACH * seed : _EACH * (seed + 1)] or REFUSED
    path, lost = begin(folder), []
    with window(path) as person:
        for text in some:
            lost += [f"{text!r}: {one}" for one in (_refused if some is REFUSED else _kept)(person, text)]
    engine = Engine(path, keeping=False)
    for record, name in ask(engine, lambda: queries.names("item", range(5, 5 + len(some)))).items():
        if name != _expected(some[record - 5]):
            lost.append(f"{some[record - 5]!r}: it is {name!r} after a restart")
    engine.close()
    return judged(lost, trials=len(some))


def _kept(person: Person, text: str) -> list[str]:
    """Store a text through an operation and through the form, and look at it wherever it is shown."""
    wanted, wrong = _expected(text), []
    made = run(person.engine, items.create(name=text, description=text))
    run(person.engine, customers.update(2, notes=text, address=text))
    person.settle()
    # Only what is in view is filled in.
    person.window.panes["item"].reveal(made)
    person.settle()
    detail = ask(person.engine, lambda: queries.detail("item", made))
    assert detail is not None
    if {detail.fields["name"], detail.fields["description"]} != {wanted}:
        wrong.append(f"stored as {detail.fields}")
    if wanted not in person.names("item"):
        wrong.append("not in the table")
    found = ask(person.engine, lambda: list(listings.every(listings.Listing("item", text=text))))
    if wanted and made not in found:
        wrong.append("not found by a search for it")
    if person.window.windowTitle() == "":
        wrong.append("the window lost its title")
    return wrong + _typed(person, text, wanted)


def _typed(person: Person, text: str, wanted: str) -> list[str]:
    person.window.inspector.show_record("customer", 1)
    person.settle()
    row = person.window.inspector.pages["customer"].form.rows["full_name"]
    assert isinstance(row.editor, QLineEdit)
    row.editor.setFocus()
    row.editor.selectAll()
    row.editor.insert(text)
    person.press("Return", row.editor)
    person.settle()
    stored = ask(person.engine, lambda: queries.detail("customer", 1))
    assert stored is not None
    wrong = [] if stored.fields["full_name"] == wanted else [f"typed, it is {stored.fields['full_name']!r}"]
    if wanted not in person.names("customer"):
        wrong.append("typed, it is not in the table")
    person.view("item").setFocus()
    person.settle()
    if row.text() != wanted:
        wrong.append(f"the form shows {row.text()!r}")
    return wrong


def _refused(person: Person, text: str) -> list[str]:
    """Try to store a text in every field; each names itself."""
    wrong = []
    update: dict[Kind, Callable[..., Operation[None]]] = {"item": items.update, "customer": customers.update}
    for kind, operation in update.items():
        for spec in fields.specs(kind):
            error = person.engine.run(operation(1, **{spec.name: text})).exception(PATIENCE)
            if not isinstance(error, Invalid) or error.field != spec.name:
                wrong.append(f"{spec.name}: {error!r}")
    person.window.inspector.show_record("customer", 1)
    person.settle()
    row = person.window.inspector.pages["customer"].form.rows["full_name"]
    assert isinstance(row.editor, QLineEdit)
    row.editor.setFocus()
    # What Qt itself makes of it is what is typed.
    row.editor.setText(text)
    held = row.text()
    person.press("Return", row.editor)
    person.settle()
    detail = ask(person.engine, lambda: queries.detail("customer", 1))
    reason = row.findChild(QLabel, f"reason_{row.spec.name}")
    assert detail is not None
    assert isinstance(reason, QLabel)
    try:
        wanted = fields.clean("customer", "full_name", held)
    except Invalid:
        told = not reason.isHidden() and bool(reason.text())
        wrong += [] if told else ["the form does not say why"]
        row.editor.setText("Fine again")
        person.press("Return", row.editor)
        person.settle()
    else:
        if detail.fields["full_name"] != wanted:
            wrong.append(f"the form stored {detail.fields['full_name']!r} for {held!r}")
    return wrong


FAULTS = (Fault(f"text torture ({_EACH} texts a trial)", len(TEXTS) // _EACH + 1, len(TEXTS) // _EACH + 1, _torture),)
