"""Categories by menu: putting items into them, naming, colouring and deleting them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import dialogs, theme
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.category_list import CategoryList
from itemlink_gui.gui.tables import shapes
from itemlink_gui.ops import categories
from itemlink_gui.store.categories import CategoryRow


class CategoryCommands(QObject):
    """The actions about categories.

    Args:
        desk: what they act on.
        shown: the list of categories.
    """

    def __init__(self, desk: Desk, shown: CategoryList) -> None:
        super().__init__(desk)
        self._desk = desk
        self._list = shown
        shown.menu_requested.connect(self._on_menu)
        shown.delete_requested.connect(self._delete)
        shown.rows.listed.connect(self.show_list)
        self.show_list()

    def show_list(self) -> None:
        """Show the list as long as there are categories."""
        self._list.setVisible(bool(self._list.rows.rows) or self._list.naming)

    def new_category(self) -> None:
        """Ask for the name of a new category, in the list."""
        self._begin_new([])

    def _begin_new(self, items: list[int]) -> None:
        self._desk.left.show_kind("item")
        self._list.begin_new(items)

    def fill_menu(self, menu: QMenu) -> None:
        """Fill a menu that puts the selected items into a category."""
        menu.clear()
        view = self._desk.view
        items = view.selection.ids() if view.table.kind == "item" else self._desk.selected("item")
        for row in self._list.rows.rows:
            self._offer(menu, row.name, row.id, items, row.colour)
        if self._list.rows.rows:
            menu.addSeparator()
            self._offer(menu, tr("No category"), None, items)
        new = menu.addAction(theme.icon("plus"), tr("New category…"), partial(self._begin_new, items))
        new.setEnabled(not self._desk.bridge.read_only)

    def _offer(self, menu: QMenu, name: str, category: int | None, items: list[int], colour: str = "") -> None:
        action = menu.addAction(texts.menu_text(name), partial(self._put, items, category))
        if colour:
            action.setIcon(shapes.dot_icon(colour, menu))
        action.setEnabled(bool(items) and not self._desk.bridge.read_only)

    def _put(self, items: list[int], category: int | None) -> None:
        self._desk.bridge.run(categories.put(items, category), self._on_put)

    def _on_put(self, moved: int) -> None:
        if not moved:
            self._desk.bar.show_message(tr("Nothing to change: they are in this category already"))

    # One category.

    def _on_menu(self, category: int, at: QPoint) -> None:
        found = self._row(category)
        if found is None:
            return
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("categoryMenu")
        menu.addAction(theme.icon("pencil"), tr("&Rename"), partial(self._list.begin_rename, category))
        colours = menu.addMenu(tr("&Colour"))
        for colour, name in colour_names().items():
            action = colours.addAction(shapes.dot_icon(colour, menu), name, partial(self._recolour, category, colour))
            action.setCheckable(True)
            action.setChecked(colour == found.colour)
        menu.addSeparator()
        menu.addAction(theme.icon("trash-2"), tr("De&lete…"), partial(self._delete, category))
        for action in menu.actions():
            action.setEnabled(not self._desk.bridge.read_only)
        menu.popup(at)

    def _row(self, category: int) -> CategoryRow | None:
        return next((row for row in self._list.rows.rows if row.id == category), None)

    def _recolour(self, category: int, colour: str) -> None:
        self._desk.bridge.run(categories.recolour(category, colour))

    def _delete(self, category: int) -> None:
        found = self._row(category)
        if found is None or self._desk.bridge.read_only:
            return
        if found.count:
            dialogs.delete_category.DeleteCategory(
                self._desk.bridge, found, self._list.rows.rows, self._desk.window
            ).open()
        else:
            self._desk.bridge.run(categories.delete(category))


def colour_names() -> dict[str, str]:
    """Return what the colours are called that a category can have."""
    names = (
        tr("Red"), tr("Orange"), tr("Yellow"), tr("Lime"), tr("Green"), tr("Teal"), tr("Blue"), tr("Indigo"),
        tr("Purple"), tr("Pink"),
    )  # fmt: skip
    return dict(zip(categories.COLOURS, names, strict=True))
