"""Ids in order, and the rows that were looked at, fetched when they are: what every table of records rests on."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal
from typing_extensions import override

from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables.columns import Column, columns
from itemlink_gui.gui.tables.lister import FIRST, Answer, Lister, Rows
from itemlink_gui.store import queries
from itemlink_gui.store.listings import Listing

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

# Rows are fetched by pages of so many; so many rows are kept.
PAGE = 128
KEPT = 8_192


class IdList(QAbstractTableModel):
    """Records of one kind, without a look of their own.

    The GUI thread never waits for the file: a row that is not here yet is a placeholder, a row that changed shows
    its old values until the new ones are here.

    Args:
        bridge: to the file.
        kind: what it lists.
        parent: owns the model.
    """

    listed = Signal()
    """The list of ids is there, new or as it was."""
    about_to_list = Signal()
    """The list of ids is about to be replaced by another one."""
    refused = Signal(object)
    """The text is a `WrongQuery`; what is listed stays."""

    def __init__(self, bridge: Bridge, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.kind = kind
        self.columns: tuple[Column, ...] = columns(kind)
        self.listing = Listing(kind)
        self.total = 0
        self.counted = False
        """Whether it is known how many records there are; else there are more than `total`."""
        self.loaded = False
        self.complete = False
        """Whether all ids are there; else they are the first ones, and the rest is on its way."""
        self._ids: array[int] = array("q")
        self._rows: dict[int, tuple[Any, ...]] = {}
        self._stale: set[int] = set()
        self._wanted: set[int] = set()
        self._coming: set[int] = set()
        # Counts the news: an answer to a question from before the last of them tells nothing any more.
        self._age = 0
        self._asked_at = 0
        self._listed: Listing | None = None
        self._understood = ""
        self._asks_more = False
        self._held: Answer | None = None
        self._holds = 0
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._on_fetch)
        self._lister = Lister(bridge, self)
        self._lister.answered.connect(self._on_answered)
        bridge.changed.connect(self._on_changed)

    # The list.

    def show(self, **changes: Any) -> None:
        """List other records, or in another order.

        Args:
            changes: fields of `Listing`.
        """
        listing = replace(self.listing, **changes)
        if listing != self.listing or not self.loaded:
            self.listing = listing
            self.reload()

    def reload(self) -> None:
        """Ask for the list anew; the newest question wins."""
        self._asked_at = self._age
        again = self.complete and len(self._ids) >= FIRST and self.listing == self._listed
        self._lister.ask(self.listing, self._question(self.listing), again=again)

    def _on_answered(self, answer: Answer | WrongQuery) -> None:
        if isinstance(answer, WrongQuery):
            # The news may have reached it meanwhile: what was understood last is listed anew.
            self.refused.emit(answer)
            self.show(text=self._understood)
            return
        self._understood, self._asks_more = answer.listing.text, answer.asks_more
        if answer.total is not None:
            self.total, self.counted = answer.total, True
        if answer.ids is None or (answer.listing == self._listed and not answer.whole):
            # What is listed stays until all the rest is here.
            return
        self.total = max(self.total, len(answer.ids))
        if self._holds:
            self._held = replace(answer, rows={})
        else:
            self._take(answer if self._asked_at == self._age else replace(answer, rows={}))

    def _take(self, answer: Answer) -> None:
        """List other ids, or more of them."""
        assert answer.ids is not None
        self._keep(answer.rows)
        before, ids = len(self._ids), answer.ids
        grows = self.loaded and not self.complete and answer.listing == self._listed and ids[:before] == self._ids
        if grows and len(ids) > before:
            self.beginInsertRows(_ROOT, before, len(ids) - 1)
            self._ids, self.complete = ids, answer.whole
            self.endInsertRows()
        elif grows or (self.loaded and ids == self._ids):
            self.complete = answer.whole
            self.repaint_rows()
        else:
            self._coming.clear()
            self.about_to_list.emit()
            self.beginResetModel()
            self._ids, self.complete, self.loaded = ids, answer.whole, True
            self.endResetModel()
        self._listed = answer.listing
        self.listed.emit()

    def hold(self) -> None:
        """Keep the list as it is while a row is being edited: a reset would take the editor away."""
        self._holds += 1

    def release(self) -> None:
        """End `hold`, and show what came meanwhile."""
        self._holds -= 1
        if not self._holds and self._held is not None:
            held, self._held = self._held, None
            self._take(held)

    @property
    def ids(self) -> Sequence[int]:
        """The ids in the order of the rows."""
        return self._ids

    def id_at(self, row: int) -> int:
        """Return the id of a row."""
        return self._ids[row]

    def row_of(self, record: int) -> int:
        """Return the row of a record, or -1."""
        try:
            return self._ids.index(record)
        except ValueError:
            return -1

    def name_of(self, record: int) -> str:
        """Return what a record is called if its row is here, else an empty text."""
        row = self._rows.get(record)
        return str(row[0]) if row else ""

    # The news.

    def _on_changed(self, change: Change) -> None:
        self._age += 1
        # Rows that are on their way are too old by now, and only who paints asks for them again.
        coming = bool(self._coming)
        self._coming.clear()
        moved = change.ids.get(self.kind)
        stale = self._rows.keys() if moved is None else moved & self._rows.keys()
        self._stale |= stale
        if self.kind in change.listed:
            self._lister.forget()
        depends_on_links = self.listing.scope != "all" or self.listing.sort in ("count", "capacity", "updated_at")
        if self._asks_more or self.kind in change.listed or (change.linked and depends_on_links):
            self.reload()
        elif stale or coming:
            self.repaint_rows()

    def repaint_rows(self) -> None:
        """Let the view ask again for what it shows."""
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    # The rows.

    def row(self, row: int) -> tuple[Any, ...] | None:
        """Return the values of a row, or None as long as they are not here; asking has them fetched."""
        record = self._ids[row]
        found = self._rows.get(record)
        if found is None or record in self._stale:
            self._wanted.add(row // PAGE)
            if not self._fetch.isActive():
                self._fetch.start()
        return found

    def _on_fetch(self) -> None:
        for page in sorted(self._wanted - self._coming):
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            if ids:
                self._coming.add(page)
                answer = partial(self._on_rows, self._age, page, ids)
                question = partial(self._question(self._listed or self.listing), ids)
                self.bridge.read(question, answer, slot=("rows", id(self), page))
        self._wanted.clear()

    def _question(self, _listing: Listing) -> Callable[[Sequence[int]], Rows]:
        """Return what asks the file for rows of a listing."""
        return partial(queries.rows, self.kind)

    def _on_rows(self, age: int, page: int, ids: Sequence[int], rows: dict[int, tuple[Any, ...]]) -> None:
        if age != self._age:
            return
        self._coming.discard(page)
        if len(self._rows) > KEPT:
            near = set(self._ids[max(page - 2, 0) * PAGE : (page + 3) * PAGE])
            self._rows = {record: row for record, row in self._rows.items() if record in near}
        # A record that is gone stays blank until the list without it is here; asking again would not end.
        blank = ("",) * (len(self.columns) + len(queries.BESIDE[self.kind]))
        self._keep({record: rows.get(record, blank) for record in ids})
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        if page * PAGE <= last:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))

    def _keep(self, rows: Rows) -> None:
        self._rows.update(rows)
        self._stale.difference_update(rows)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)
