"""Linking and unlinking, by drop, by palette, by menu, by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import dialogs, nouns, room
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.inspector import Page
from itemlink_gui.gui.tables.drag import Drop, Owner, between
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import by_kind, links, moves
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import queries
from itemlink_gui.store.models import OTHER

# More links than this at once are shown before they are made.
PREVIEW = 500


class LinkCommands(QObject):
    """The actions about links.

    Args:
        desk: what they act on.
    """

    details_requested = Signal(object)
    """A `Drop` whose links shall have data from the start."""
    choice_requested = Signal(object, int)
    """A `Drop` made with the right button, which is to be asked for what it shall do, and the id of the record that it
    could move the links away from; 0 for none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.dropped.connect(self._on_dropped)
        desk.inspector.made.connect(self._listen_to)

    def _listen_to(self, page: Page) -> None:
        for kind, linked in page.lists.items():
            linked.add_requested.connect(partial(self._on_add_requested, kind))
            linked.remove_requested.connect(partial(self._remove_from, linked.view))

    def _on_dropped(self, drop: Drop) -> None:
        if drop.op in ("create", "hand_over"):
            return
        # A dialog must not open before the drop has returned to the program it came from.
        session = self._desk.view.table.session
        if session.asking:
            source = session.owner[1] if session.owner is not None and session.movable(drop.onto) else 0
            QTimer.singleShot(0, self, partial(self.choice_requested.emit, drop, source))
        else:
            QTimer.singleShot(0, self, partial(self.apply, drop, dropped=True))

    def apply(self, drop: Drop, *, dropped: bool = False, details: Mapping[str, object] | None = None) -> None:
        """Make, remove or move links, after a preview if they are very many.

        Args:
            drop: which.
            dropped: by the mouse on one row: where that row is one of several selected, the others are offered.
            details: data of the new links; they were shown then.
        """
        count = len(drop.ids) * len(drop.targets)
        if not count or (details is None and count > PREVIEW and not self._confirmed(drop)):
            return
        what = drop.kind, drop.ids, drop.onto, drop.targets
        if drop.op == "unlink":
            self._desk.bridge.run(by_kind.unlink(*what), self._on_unlinked)
        elif drop.op == "move":
            room.run(self._desk.bridge, partial(_move, drop))
        else:
            room.run(self._desk.bridge, partial(_link, what, details), partial(self._on_linked, drop, dropped))

    def _confirmed(self, drop: Drop) -> bool:
        side, words = drop.side, self._desk.words
        sides = (words(kind, drop.of(kind)) for kind in ("customer", side))
        if drop.op == "move":
            ends = (words(drop.onto, ids) for ids in ([drop.source], drop.targets))
            verb, what = tr("Move"), labels.moving(words(drop.kind, drop.ids), *ends)
        elif drop.op == "link":
            verb, what = tr("Add") if side == "company" else tr("[Verb]"), labels.linking(side, *sides)
        else:
            verb, what = tr("Remove") if side == "company" else tr("[Unverb]"), labels.unlinking(side, *sides)
        question, hidden = tr("{what}?", what=what), _hidden(self._desk, drop)
        if hidden:
            question += " " + tr("%n of them [is|are] not shown.", n=hidden)
        return self._desk.prompts.ask(verb, question, verb)

    def _on_linked(self, drop: Drop, dropped: bool, result: LinkResult) -> None:
        if not result.added:
            # Where somebody waits now there is a step, and its message tells.
            if not result.waiting:
                self._desk.bar.show_message(_nothing_added(result))
            return
        others = [i for i in self._desk.selected(drop.onto) if i not in drop.targets] if dropped else []
        if others and set(drop.targets) & set(self._desk.selected(drop.onto)):
            more = between("link", drop.kind, drop.ids, drop.onto, others)
            self._desk.bar.offer(tr("Also to the %n other(s) selected", n=len(others)), partial(self.apply, more))

    def _on_unlinked(self, result: LinkResult) -> None:
        if not result.removed:
            self._desk.bar.show_message(tr("Nothing to remove: there are no such links"))

    # The actions.

    def assign(self) -> None:
        """Open the palette for the selected records, or for the record whose list has the keyboard."""
        kind, ids = self._desk.subject()
        if ids:
            self._open_palette(self._desk.partner(), kind, ids)
        else:
            self._desk.bar.show_message(tr("Select [items] or [customers] first."), kind="warning")

    def assign_companies(self) -> None:
        """Open the palette of companies for the selected customers."""
        kind, ids = self._desk.subject()
        if kind != "customer":
            kind, ids = "customer", self._desk.selected("customer")
        if ids:
            self._open_palette("company", kind, ids)
        else:
            self._desk.bar.show_message(tr("Select [customers] first."), kind="warning")

    def _open_palette(self, offered: Kind, kind: Kind, ids: list[int]) -> None:
        name = self._desk.words(kind, ids)
        palette = dialogs.assign.AssignPalette(
            self._desk.bridge, offered, kind, ids, name, self.apply, self._desk.window
        )
        palette.details_requested.connect(self.details_requested)
        palette.create_requested.connect(partial(self._on_create_requested, palette, offered, {kind: tuple(ids)}))
        palette.open()

    def _on_create_requested(
        self, palette: dialogs.assign.AssignPalette, kind: Kind, linked: dict[Kind, tuple[int, ...]], name: str
    ) -> None:
        dialogs.new_record.NewRecord(self._desk.bridge, kind, palette, linked=linked, name=name).open()

    def link(self) -> None:
        """Link the selected customers to the selected items."""
        self._between_panes("link")

    def unassign(self) -> None:
        """Remove the rows selected in a linked list, or the selected customers from the selected items."""
        if self._desk.view.table.owner is not None:
            self._remove_from(self._desk.view)
        else:
            self._between_panes("unlink")

    def _between_panes(self, op: Literal["link", "unlink"]) -> None:
        side = self._desk.left.kind
        ids, customers = self._desk.selected(side), self._desk.selected("customer")
        if ids and customers:
            self.apply(between(op, "customer", customers, side, ids))
            return
        text = (
            tr("Select companies on one side and [customers] on the other first.")
            if side == "company"
            else tr("Select [items] on one side and [customers] on the other first.")
        )
        self._desk.bar.show_message(text, kind="warning")

    def _on_add_requested(self, offered: Kind) -> None:
        owner = self._desk.inspector.current
        if owner is not None:
            self._open_palette(offered, owner[0], [owner[1]])

    def _remove_from(self, view: IdTableView) -> None:
        """Remove the selected rows of a linked list from the record whose list it is."""
        owner = view.table.owner
        if owner is not None:
            self.apply(between("unlink", view.table.kind, view.selection.ids(), owner[0], [owner[1]]))

    def replace(self) -> None:
        """Make the selected records of the other side the only ones linked to the current record, after a preview."""
        current = self._desk.inspector.current
        if current is None:
            self._desk.bar.show_message(tr("Select the record whose links to replace first."), kind="warning")
            return
        kind, record = current
        other = self._desk.left.kind if kind == "customer" else OTHER[kind]
        others = self._desk.selected(other)
        if not others:
            # By nothing would be another action under this name.
            self._desk.bar.show_message(tr("Select what to replace them by on the other side first."), kind="warning")
            return
        question = partial(queries.linked_counts, other, [record], kind)
        answer = partial(self._on_standing, current, other, others)
        self._desk.bridge.read(question, answer, slot=("replace", id(self)))

    def _on_standing(self, current: Owner, other: Kind, others: list[int], standing: dict[int, int]) -> None:
        wanted = set(others)
        added, removed = len(wanted - standing.keys()), len(standing.keys() - wanted)
        if not added and not removed:
            self._desk.bar.show_message(tr("Nothing to replace: just these are linked already"))
            return
        kind, record = current
        text = nouns.replacing(other, self._desk.words(kind, [record]), len(others))
        if added and removed:
            text += " " + tr(
                "{added} will be added, {removed} removed.", added=grouped(added), removed=grouped(removed)
            )
        else:
            text += " " + (tr("%n will be added.", n=added) if added else tr("%n will be removed.", n=removed))
        if self._desk.prompts.ask(tr("Replace"), text, tr("Replace"), danger=removed > added):
            room.run(self._desk.bridge, partial(_replace, (kind, record, other, others)))

    def clear_links(self) -> None:
        """Remove all links of the selected records, after a preview."""
        kind, ids = self._desk.subject()
        if not ids:
            self._desk.bar.show_message(tr("Select the records whose links to remove first."), kind="warning")
            return
        other = self._desk.partner()
        question = partial(queries.links_of, kind, ids, other)
        self._desk.bridge.read(question, partial(self._on_counted, kind, ids, other), slot=("clear", id(self)))

    def _on_counted(self, kind: Kind, ids: list[int], other: Kind, count: int) -> None:
        if not count:
            self._desk.bar.show_message(tr("There are no links to remove"))
            return
        text = nouns.removing_all(other, self._desk.words(kind, ids), count)
        if self._desk.prompts.ask(tr("Remove links"), text, tr("Remove")):
            self._desk.bridge.run(links.clear(kind, ids, other))


def _hidden(desk: Desk, drop: Drop) -> int:
    """Return how many of the records are selected, and hidden by a search."""
    chosen = ((desk.panes[kind].selection, drop.of(kind)) for kind in (drop.kind, drop.onto))
    return sum(one.hidden for one, ids in chosen if one.hidden and one.ids() == list(ids))


def _nothing_added(result: LinkResult) -> str:
    if result.left:
        return tr("Nobody was added: there is no free place")
    if result.waited:
        return tr("%n [is|are] on the waiting list already", n=result.waited)
    return tr("Nothing to add: %n link(s) [was|were] there already", n=result.already)


def _move(drop: Drop, beyond: Beyond) -> Operation[LinkResult]:
    return moves.move(drop.kind, drop.ids, drop.onto, drop.source, *drop.targets, beyond=beyond)


def _link(
    what: tuple[Kind, Sequence[int], Kind, Sequence[int]], details: Mapping[str, object] | None, beyond: Beyond
) -> Operation[LinkResult]:
    return by_kind.link(*what, details, beyond=beyond)


def _replace(what: tuple[Kind, int, Kind, Sequence[int]], beyond: Beyond) -> Operation[LinkResult]:
    return links.replace(*what, beyond=beyond)
