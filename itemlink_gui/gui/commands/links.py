"""Linking and unlinking, by drop, by palette, by menu, by keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from itemlink_gui.base.changes import Kind, LinkResult
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import labels
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.dialogs.assign import AssignPalette
from itemlink_gui.gui.dialogs.new_record import NewRecord
from itemlink_gui.gui.tables.drag import Drop, between
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import links
from itemlink_gui.store import queries
from itemlink_gui.store.models import OTHER

# More links than this at once are shown before they are made.
PREVIEW = 500


class LinkCommands(QObject):
    """The actions about links.

    Args:
        desk: what they act on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        for view in desk.views():
            view.table.dropped.connect(self._on_dropped)
        for page in desk.inspector.pages.values():
            page.linked.add_requested.connect(self._on_add_requested)
            page.linked.remove_requested.connect(self._on_remove_requested)

    def _on_dropped(self, drop: Drop) -> None:
        # A dialog must not open before the drop has returned to the program it came from.
        QTimer.singleShot(0, self, partial(self.apply, drop, dropped=True))

    def apply(self, drop: Drop, *, dropped: bool = False) -> None:
        """Make or remove links, after a preview if they are very many.

        Args:
            drop: which.
            dropped: by the mouse on one row: where that row is one of several selected, the others are offered.
        """
        count = len(drop.items) * len(drop.customers)
        if not count or (count > PREVIEW and not self._confirmed(drop)):
            return
        if drop.op == "unlink":
            self._desk.bridge.run(links.unlink(drop.items, drop.customers, onto=drop.onto), self._on_unlinked)
        else:
            operation = links.link(drop.items, drop.customers, onto=drop.onto)
            self._desk.bridge.run(operation, partial(self._on_linked, drop, dropped))

    def _confirmed(self, drop: Drop) -> bool:
        sides = self._desk.words("customer", drop.customers), self._desk.words("item", drop.items)
        verb, what = (
            (tr("[Verb]"), labels.linking(*sides)) if drop.op == "link" else (tr("[Unverb]"), labels.unlinking(*sides))
        )
        return self._desk.prompts.ask(verb, tr("{what}?", what=what), verb)

    def _on_linked(self, drop: Drop, dropped: bool, result: LinkResult) -> None:
        if not result.added:
            self._desk.bar.show_message(tr("Nothing to add: %n link(s) were there already", n=result.already))
            return
        targets = drop.items if drop.onto == "item" else drop.customers
        others = [i for i in self._desk.selected(drop.onto) if i not in targets] if dropped else []
        if others and set(targets) & set(self._desk.selected(drop.onto)):
            records = drop.customers if drop.onto == "item" else drop.items
            more = between("link", OTHER[drop.onto], records, others)
            self._desk.bar.offer(tr("Also to the %n other(s) selected", n=len(others)), partial(self.apply, more))

    def _on_unlinked(self, result: LinkResult) -> None:
        if not result.removed:
            self._desk.bar.show_message(tr("Nothing to remove: there are no such links"))

    # The actions.

    def assign(self) -> None:
        """Open the palette for the selected records, or for the record whose list has the keyboard."""
        kind, ids = self._desk.subject()
        if ids:
            self._open_palette(kind, ids)
        else:
            self._desk.bar.show_message(tr("Select [items] or [customers] first."), kind="warning")

    def _open_palette(self, kind: Kind, ids: list[int]) -> None:
        offered = OTHER[kind]
        name = self._desk.words(kind, ids)
        palette = AssignPalette(self._desk.bridge, offered, ids, name, self.apply, self._desk.window)
        palette.create_requested.connect(partial(self._on_create_requested, palette, offered, tuple(ids)))
        palette.open()

    def _on_create_requested(self, palette: AssignPalette, kind: Kind, others: tuple[int, ...], name: str) -> None:
        NewRecord(self._desk.bridge, kind, palette, others=others, name=name).open()

    def link(self) -> None:
        """Link the selected customers to the selected items."""
        self._between_panes("link")

    def unassign(self) -> None:
        """Remove the rows selected in a linked list, or the selected customers from the selected items."""
        if self._desk.view.table.owner is not None:
            self._remove_from(self._desk.view)
        else:
            self._between_panes("unlink")

    def _between_panes(self, op: str) -> None:
        items, customers = self._desk.selected("item"), self._desk.selected("customer")
        if not items or not customers:
            self._desk.bar.show_message(
                tr("Select [items] on one side and [customers] on the other first."), kind="warning"
            )
            return
        self.apply(Drop(op, tuple(items), tuple(customers), "item"))  # type: ignore[arg-type]

    def _on_add_requested(self) -> None:
        owner = self._desk.inspector.current
        if owner is not None:
            self._open_palette(owner[0], [owner[1]])

    def _on_remove_requested(self) -> None:
        page = self._desk.inspector.page()
        if page is not None:
            self._remove_from(page.linked.view)

    def _remove_from(self, view: IdTableView) -> None:
        """Remove the selected rows of a linked list from the record whose list it is."""
        owner = view.table.owner
        if owner is not None:
            self.apply(between("unlink", view.table.kind, view.selection.ids(), [owner[1]]))

    def replace(self) -> None:
        """Make the selected records of the other side the only ones linked to the current record, after a preview."""
        current = self._desk.inspector.current
        if current is None:
            self._desk.bar.show_message(tr("Select the record whose links to replace first."), kind="warning")
            return
        kind, record = current
        others = self._desk.selected(OTHER[kind])
        if not others:
            # By nothing would be another action under this name.
            self._desk.bar.show_message(tr("Select what to replace them by on the other side first."), kind="warning")
            return
        question = partial(queries.linked_counts, OTHER[kind], [record])
        self._desk.bridge.read(question, partial(self._on_standing, kind, record, others), slot=("replace", id(self)))

    def _on_standing(self, kind: Kind, record: int, others: list[int], standing: dict[int, int]) -> None:
        wanted = set(others)
        added, removed = len(wanted - standing.keys()), len(standing.keys() - wanted)
        if not added and not removed:
            self._desk.bar.show_message(tr("Nothing to replace: just these are linked already"))
            return
        name, n = self._desk.words(kind, [record]), len(others)
        text = (
            tr("Replace all [customers] of {name} by the %n selected?", n=n, name=name)
            if kind == "item"
            else tr("Replace all [items] of {name} by the %n selected?", n=n, name=name)
        )
        text += " " + tr("{added} will be added, {removed} removed.", added=grouped(added), removed=grouped(removed))
        if self._desk.prompts.ask(tr("Replace"), text, tr("Replace")):
            operation = links.replace_customers if kind == "item" else links.replace_items
            self._desk.bridge.run(operation(record, others))

    def clear_links(self) -> None:
        """Remove all links of the selected records, after a preview."""
        kind, ids = self._desk.subject()
        if not ids:
            self._desk.bar.show_message(tr("Select the records whose links to remove first."), kind="warning")
            return
        items, customers = (ids, None) if kind == "item" else (None, ids)
        question = partial(queries.links_among, items, customers)
        self._desk.bridge.read(question, partial(self._on_counted, kind, ids), slot=("clear", id(self)))

    def _on_counted(self, kind: Kind, ids: list[int], count: int) -> None:
        name = self._desk.words(kind, ids)
        if not count:
            self._desk.bar.show_message(tr("There are no links to remove"))
        elif self._desk.prompts.ask(
            tr("Remove links"), tr("Remove all %n link(s) of {name}?", n=count, name=name), tr("Remove")
        ):
            self._desk.bridge.run(links.clear(kind, ids))
