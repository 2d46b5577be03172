"""The data of links: given before a drop, changed for several at once, and the end of links that are over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from itemlink_gui import labels
from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import dialogs, room, theme
from itemlink_gui.gui.commands.links import PREVIEW, LinkCommands
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.inspector import Page
from itemlink_gui.gui.record_edit import Refused, Stored
from itemlink_gui.gui.tables.drag import Drop, Owner, between
from itemlink_gui.gui.tables.linked import LinkedTable, today
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.ops import link_data
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store import link_rows
from itemlink_gui.store.link_rows import Common

Links = tuple[list[int], list[int], Kind]
"""Ids of items, ids of customers, and the side whose list they are looked at in."""


class LinkDataCommands(QObject):
    """The actions about the data of links.

    Args:
        desk: what they act on.
        linking: makes the links.
    """

    def __init__(self, desk: Desk, linking: LinkCommands) -> None:
        super().__init__(desk)
        self._desk = desk
        self._linking = linking
        linking.details_requested.connect(self._ask_before)
        linking.choice_requested.connect(self._offer)
        desk.inspector.made.connect(self._listen_to)

    def _listen_to(self, page: Page) -> None:
        for linked in page.lists.values():
            linked.details_requested.connect(partial(self._ask_of_list, linked.view))
            linked.end_requested.connect(self._end_of_owner)

    # New links.

    def link_details(self) -> None:
        """Link the selected customers to the selected items, with data that is asked for first."""
        items, customers = self._desk.selected("item"), self._desk.selected("customer")
        if items and customers:
            self._ask_before(between("link", "customer", customers, "item", items))
        else:
            text = tr("Select [items] on one side and [customers] on the other first.")
            self._desk.bar.show_message(text, kind="warning")

    def _ask_before(self, drop: Drop) -> None:
        self._desk.bridge.read(link_rows.of_new, partial(self._on_new, drop), slot=("details", id(self)))

    def _on_new(self, drop: Drop, first: Common) -> None:
        sides = (self._desk.words(kind, drop.of(kind)) for kind in ("customer", drop.side))

        def store(values: Mapping[str, str], _shown: Mapping[str, str], done: Stored, _failed: Refused) -> None:
            done()
            self._linking.apply(drop, details=values)

        what = labels.linking(drop.side, *sides)
        title, prompts = tr("[Verb] with details"), self._desk.prompts
        dialogs.details.Details(title, what, tr("[Verb]"), first, store, prompts, self._parent()).open()

    def _offer(self, drop: Drop, source: int) -> None:
        """Ask at the pointer what a drop with the right button shall do."""
        menu = QMenu(self._desk.window)
        menu.setObjectName("dropMenu")
        company = drop.side == "company"
        if drop.op == "link":
            first = menu.addAction(theme.icon("link"), tr("Add") if company else tr("[Verb]"))
            if not company:
                menu.addAction(tr("[Verb] with details…"), partial(self._ask_before, drop))
            if source:
                move = replace(drop, op="move", source=source)
                menu.addAction(tr("Move"), partial(self._linking.apply, move))
        else:
            first = menu.addAction(theme.icon("unlink"), tr("Remove") if company else tr("[Unverb]"))
        first.triggered.connect(partial(self._carry_out, drop))
        menu.setDefaultAction(first)
        menu.addSeparator()
        menu.addAction(tr("Cancel"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _carry_out(self, drop: Drop) -> None:
        self._linking.apply(drop, dropped=True)

    def _parent(self) -> QWidget:
        return QApplication.activeModalWidget() or self._desk.window

    # Links that stand.

    def details(self) -> None:
        """Show and change the data of the links that are selected: in a linked list, or by both panes."""
        if isinstance(self._desk.view.table, LinkedTable):
            self._ask_of_list(self._desk.view)
            return
        items, customers = self._desk.selected("item"), self._desk.selected("customer")
        if items and customers:
            self._ask_of((items, customers, "item"))
        else:
            text = tr("Select rows in the list of what is linked to a record first.")
            self._desk.bar.show_message(text, kind="warning")

    def _ask_of_list(self, view: IdTableView) -> None:
        owner, ids = view.table.owner, view.selection.ids()
        if owner is None or not ids:
            self._desk.bar.show_message(tr("Select rows in the list first."), kind="warning")
        elif view.table.kind == "customer":
            self._ask_of(([owner[1]], ids, "item"))
        else:
            self._ask_of((ids, [owner[1]], "customer"))

    def _ask_of(self, links: Links) -> None:
        question = partial(link_rows.common, links[0], links[1])
        self._desk.bridge.read(question, partial(self._on_common, links), slot=("details", id(self)))

    def _on_common(self, links: Links, common: Common) -> None:
        items, customers, onto = links
        if not common.links:
            self._desk.bar.show_message(tr("There are no links between them."))
            return
        sides = self._desk.words("customer", customers), self._desk.words("item", items)
        what = tr("{customers} in {items}", customers=sides[0], items=sides[1])

        def store(values: Mapping[str, str], shown: Mapping[str, str], done: Stored, failed: Refused) -> None:
            named: dict[str, Any] = dict(values)

            def make(beyond: Beyond) -> Operation[int]:
                return link_data.set_details(items, customers, onto=onto, beyond=beyond, expected=shown, **named)

            # Part of a link can neither wait nor be left out.
            room.run(self._desk.bridge, make, lambda _changed: done(), failed, ways=("overbook",))

        prompts = self._desk.prompts
        dialogs.details.Details(tr("Details"), what, tr("Set"), common, store, prompts, self._parent()).open()

    # Links that are over.

    def end_over(self) -> None:
        """End all links of the file whose last day has passed, after a preview if they are very many."""
        day = today()
        question = partial(link_rows.over, day)
        self._desk.bridge.read(question, partial(self._on_over, day, None), slot=("over", id(self)))

    def _end_of_owner(self) -> None:
        owner, day = self._desk.inspector.current, today()
        if owner is not None:
            question = partial(link_rows.over, day, owner[0], [owner[1]])
            self._desk.bridge.read(question, partial(self._on_over, day, owner), slot=("over", id(self)))

    def _on_over(self, day: str, owner: Owner | None, found: list[tuple[int, int]]) -> None:
        if not found:
            self._desk.bar.show_message(tr("No link is over."))
            return
        verb, question = tr("End"), tr("End %n link(s) whose last day has passed?", n=len(found))
        if len(found) <= PREVIEW or self._desk.prompts.ask(tr("End links"), question, verb):
            kind, ids = (owner[0], [owner[1]]) if owner else (None, [])
            self._desk.bridge.run(link_data.end_over(day, kind=kind, ids=ids))

    # The fields that users make.

    def link_fields(self) -> None:
        """Show the fields of links that users have made, to change them."""
        dialogs.link_fields.LinkFields(self._desk.bridge, self._desk.window).open()
