"""Asks which records a table lists: the first screenful of them at once, then all, and keeps their order at hand."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.store import listings, queries
from itemlink_gui.store.listings import Listing, Order
from itemlink_gui.store.query import sql

# So many rows are told at once: more than a window shows.
FIRST = 128
# The order of so many records is worth its room in memory (12 bytes for each).
LARGE = 20_000

Rows = dict[int, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is listed.

    Args:
        listing: what was asked.
        ids: in the order of the rows; None where the first of them are not quickly found.
        whole: whether these are all.
        total: how many records of the kind there are; None where that is not known anew.
        rows: those of the first ids.
        asks_more: whether the list depends on more than the texts of its records.
    """

    listing: Listing
    ids: array[int] | None
    whole: bool
    total: int | None = None
    rows: Rows = field(default_factory=dict)
    asks_more: bool = False


class Lister(QObject):
    """Asks for one table; the newest question wins.

    Args:
        bridge: to the file.
        parent: owns it.
    """

    answered = Signal(object)
    """An `Answer`: the first ids, all of them, or the one and then the other; a `WrongQuery` if the text is one."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._slot = ("ids", id(parent))
        self._counted = False
        # Of which the first ids are here.
        self._begun: Listing | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._on_later)
        self._order: Order | None = None
        # Which listing the order is that of; once there was one, it is brought up to date.
        self._ordered: Listing | None = None

    def ask(self, listing: Listing, rows: Callable[[Sequence[int]], Rows], *, again: bool) -> None:
        """Ask what is listed.

        Args:
            listing: which records.
            rows: runs on the reader, and answers rows by id.
            again: it is listed already, and has many: only a whole list can take its place.
        """
        self._begun = None
        if again:
            self._ask_all(listing)
            return
        question = partial(_begin, listing, self._order_of(listing), rows, count=not self._counted)
        self._bridge.read(question, self._on_begun, slot=self._slot)

    def _ask_all(self, listing: Listing) -> None:
        question = partial(_end, listing, self._order_of(listing))
        self._bridge.read(question, self._on_ended, slot=self._slot, long=True)

    def forget(self) -> None:
        """Take note that records came, changed or went: their order and number do not hold any more."""
        self._counted, self._order = False, None

    def _order_of(self, listing: Listing) -> Order | None:
        return self._order if self._ordered == _whole(listing) else None

    def _on_begun(self, answer: Answer | WrongQuery) -> None:
        if isinstance(answer, WrongQuery):
            self.answered.emit(answer)
            return
        self._counted = self._counted or answer.total is not None
        self._begun = None if answer.whole else answer.listing
        self.answered.emit(answer)
        if self._begun is not None:
            # What is asked for now would hold up the painting of what is here.
            self._later.start()

    def _on_later(self) -> None:
        begun, self._begun = self._begun, None
        if begun is not None:
            self._ask_all(begun)

    def _on_ended(self, answer: Answer | WrongQuery) -> None:
        if isinstance(answer, WrongQuery):
            self.answered.emit(answer)
            return
        self._counted = True
        listing, ids = answer.listing, answer.ids
        self.answered.emit(answer)
        if not listing.narrowed or self._ordered is not None:
            known = None if listing.narrowed else ids
            large = (answer.total or 0) >= LARGE and listings.is_indexed(listing)
            if large and self._order_of(listing) is None:
                self._order, self._ordered = None, _whole(listing)
                question = partial(_put_in_order, _whole(listing), known)
                self._bridge.read(question, self._on_ordered, slot=("order", id(self)), long=True)

    def _on_ordered(self, answer: tuple[Listing, Order]) -> None:
        listing, order = answer
        if listing == self._ordered and self._counted:
            self._order = order


def _whole(listing: Listing) -> Listing:
    """Return the listing of all records in the same order."""
    return Listing(listing.kind, sort=listing.sort, descending=listing.descending)


def _begin(
    listing: Listing, order: Order | None, rows: Callable[[Sequence[int]], Rows], *, count: bool
) -> Answer | WrongQuery:
    try:
        asks_more = sql.asks_more(listing.kind, listing.text)
        found = listings.first(listing, FIRST, order)
    except WrongQuery as wrong:
        return wrong
    if found is None:
        return Answer(listing, None, whole=False, asks_more=asks_more)
    ids, whole = array("q", found), len(found) < FIRST
    total = queries.total(listing.kind) if whole and count else None
    return Answer(listing, ids, whole, total, rows(ids), asks_more)


def _end(listing: Listing, order: Order | None) -> Answer | WrongQuery:
    try:
        asks_more = sql.asks_more(listing.kind, listing.text)
        ids = listings.every(listing, order)
    except WrongQuery as wrong:
        return wrong
    total = queries.total(listing.kind) if listing.narrowed else len(ids)
    return Answer(listing, ids, whole=True, total=total, asks_more=asks_more)


def _put_in_order(listing: Listing, ids: array[int] | None) -> tuple[Listing, Order]:
    return listing, Order(listings.every(listing) if ids is None else ids)
