"""Records on the clipboard: copied here, pasted onto records of the other side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.commands.links import LinkCommands
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.tables import mime
from itemlink_gui.gui.tables.drag import between
from itemlink_gui.store import queries
from itemlink_gui.store.models import PARTNERS


class ClipboardCommands(QObject):
    """Copy and paste.

    Args:
        desk: what they act on.
        linking: makes the links.
    """

    def __init__(self, desk: Desk, linking: LinkCommands) -> None:
        super().__init__(desk)
        self._desk = desk
        self._linking = linking

    def copy(self) -> None:
        """Put the selected records on the clipboard: for pasting here, and as text for other programs."""
        table, ids = self._desk.view.table, self._desk.view.selection.ids()
        if ids:
            self._desk.bridge.read(partial(queries.rows, table.kind, ids), partial(self._on_copied, table.kind, ids))

    def _on_copied(self, kind: Kind, ids: list[int], rows: dict[int, tuple[object, ...]]) -> None:
        text = "\n".join(mime.line(rows[record]) for record in ids if record in rows)
        QGuiApplication.clipboard().setMimeData(mime.encode(kind, ids, self._desk.bridge.nonce, text))
        self._desk.bar.show_message(tr("{what} copied", what=labels.counted(kind, len(ids))))

    def let_go(self) -> None:
        """Leave only the text on the clipboard: ids mean nothing when the file is closed."""
        clipboard = QGuiApplication.clipboard()
        if mime.decode(clipboard.mimeData(), self._desk.bridge.nonce) is not None:
            clipboard.setText(clipboard.text())

    def paste(self) -> None:
        """Link the records on the clipboard to the selected ones, or to the record whose list has the keyboard."""
        found = mime.decode(QGuiApplication.clipboard().mimeData(), self._desk.bridge.nonce)
        kind, ids = self._desk.subject()
        if found is None or found[0] not in PARTNERS[kind] or not ids:
            self._desk.bar.show_message(
                tr(
                    "Nothing to paste here: copy [customers] first, then paste onto [items] or companies, "
                    "or the other way round."
                ),
                kind="warning",
            )
            return
        self._linking.apply(between("link", *found, kind, ids))
