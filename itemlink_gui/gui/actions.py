"""The actions: one row each; menus, toolbar and context menus are made from their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme

Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One action.

    Args:
        id: its name; the command of that name carries it out.
        text: in menus, with the letter to press marked.
        icon: in ``resources/icons``; empty for none.
        keys: its shortcut.
        short: on the toolbar; empty for the text.
    """

    id: str
    text: str
    icon: str = ""
    keys: Keys = None
    short: str = ""


def rows() -> tuple[Row, ...]:
    """Return every action there is; texts in the current language."""
    keys = QKeySequence.StandardKey
    return (
        Row("new", tr("&New file…"), "file-plus", keys.New),
        Row("open", tr("&Open…"), "folder-open", keys.Open),
        Row("save_copy", tr("Save a &copy…"), "save", "Ctrl+Shift+S"),
        Row("backups", tr("&Backups…"), "archive-restore"),
        Row("reveal", tr("Show in &folder"), "external-link"),
        Row("quit", tr("&Quit"), "log-out", "Ctrl+Q"),
        Row("undo", tr("&Undo"), "undo-2", keys.Undo, tr("Undo")),
        Row("redo", tr("&Redo"), "redo-2", keys.Redo, tr("Redo")),
        Row("copy", tr("&Copy"), "copy", keys.Copy),
        Row("paste", tr("&Paste onto the current record"), "clipboard-paste", keys.Paste),
        Row("select_all", tr("Select &all"), "list", keys.SelectAll),
        Row("clear_selection", tr("Clear the &selection"), "", "Ctrl+Shift+A"),
        Row("find_items", tr("&Find [items]"), "search", "Ctrl+Shift+F"),
        Row("find_customers", tr("F&ind [customers]"), "search", keys.Find),
        Row("find_companies", tr("Find co&mpanies"), "search"),
        Row("save_filter", tr("Sa&ve the search as a filter"), "save"),
        Row("preferences", tr("Pr&eferences…"), "settings", "Ctrl+,"),
        Row("go_items", tr("&Go to [items]"), "package", "Ctrl+1"),
        Row("go_customers", tr("G&o to [customers]"), "users", "Ctrl+2"),
        Row("go_companies", tr("Go to co&mpanies"), "building", "Ctrl+4"),
        Row("go_inspector", tr("Go to the in&spector"), "eye", "Ctrl+3"),
        Row("history", tr("&History…"), "history", "Ctrl+H"),
        Row("notifications", tr("&Notifications"), "bell", "Ctrl+5", tr("Notifications")),
        Row("outbox", tr("&Messages…"), "mail"),
        Row("as_of", tr("&As of…"), "history"),
        Row("held", tr("&Who had it when…"), "history"),
        Row("new_item", tr("&New [item]…"), "package-plus", "Ctrl+I", tr("[Item]")),
        Row("new_customer", tr("Ne&w [customer]…"), "user-plus", "Ctrl+U", tr("[Customer]")),
        Row("new_company", tr("New co&mpany…"), "building", "Ctrl+M"),
        Row("edit", tr("Edit in the &table"), "pencil", "F2"),
        Row("open_record", tr("&Open in the inspector"), "eye", "Ctrl+Return"),
        Row("duplicate", tr("&Duplicate"), "copy", "Ctrl+D"),
        Row("delete", tr("De&lete"), "trash-2", "Del"),
        Row("pick_up", tr("Pick &up to drop in the other pane"), "pick-up", "Space"),
        Row("new_category", tr("New cate&gory"), "tag"),
        *_of_links(),
        *_place_rows(),
        Row("check_file", tr("&Check file…"), "shield-check"),
        Row("words", tr("&Words of this file…"), "pencil"),
        Row("local_service", tr("&Local service…"), "plug"),
        Row("install_launcher", tr("&Add to applications menu"), "download"),
        Row("about", tr("&About ItemLink"), "info"),
    )


def _of_links() -> tuple[Row, ...]:
    """Return the actions about links."""
    return (
        Row("assign", tr("&[Verb]…"), "link", "Ctrl+L", tr("[Verb]…")),
        Row("assign_companies", tr("Add to companie&s…"), "building", "Ctrl+Shift+M"),
        Row("link", between("item")["link"], "link", "Ctrl+Shift+L"),
        Row("unassign", between("item")["unassign"], "unlink", "Ctrl+Shift+U"),
        Row("link_details", tr("[Verb] the s&elected with details…"), "link", "Ctrl+Shift+D"),
        Row("details", tr("Details o&f the selected links…"), "pencil", "Ctrl+Alt+D"),
        Row("end_over", tr("End links that are o&ver…"), "unlink"),
        Row("link_fields", tr("Fiel&ds of links…"), "list"),
        Row("replace", tr("Re&place the links of the current record by the selection…"), "replace"),
        Row("hand_over", tr("Copy or move [items] to another [customer]…"), "users"),
        Row("clear_links", tr("Remove all lin&ks of the selected records…"), "eraser"),
    )


def _place_rows() -> tuple[Row, ...]:
    """Return the actions about waiting lists and preferences."""
    return (
        Row("promote", tr("Move up from the waiting list"), "arrow-up"),
        Row("wait", tr("Put on the waiting list")),
        Row("link_wanting", tr("[Verb] everyone who wants it")),
        Row("prefer_wants", tr("&Wants it")),
        Row("prefer_favourite", tr("&Favourite")),
        Row("prefer_declined", tr("&Declined")),
        Row("prefer_nothing", tr("F&orget")),
    )


def between(side: Kind) -> dict[str, str]:
    """Return what the actions between the two panes are called, by what the left one lists."""
    if side == "company":
        return {
            "link": tr("Add the sele&cted [customers] to the selected companies"),
            "unassign": tr("Remove t&he selected [customers] from the selected companies"),
        }
    return {
        "link": tr("[Verb] the sele&cted [customers] [prep] the selected [items]"),
        "unassign": tr("[Unverb] t&he selected [customers] [from] the selected [items]"),
    }


SEPARATOR = ""

_RECORD = ("open_record", "edit", "duplicate", "delete")
_LINKS = (
    "assign",
    "assign_companies",
    "pick_up",
    "link",
    "link_details",
    "details",
    "unassign",
    "replace",
    "hand_over",
    "clear_links",
)

OF_ITEMS = ("set_category", "new_category", "pin")
_PLACES = ("wait", "promote", "link_wanting")
PREFERENCES = ("prefer_wants", "prefer_favourite", "prefer_declined", SEPARATOR, "prefer_nothing")

MENUS: dict[str, tuple[str, ...]] = {
    "file": ("new", "open", "recent", SEPARATOR, "save_copy", "backups", "reveal", SEPARATOR, "quit"),
    "edit": (
        "undo", "redo", SEPARATOR, "copy", "paste", "select_all", "clear_selection", SEPARATOR,
        "find_items", "find_customers", "find_companies", SEPARATOR, "preferences",
    ),
    "view": (
        "go_items", "go_companies", "go_customers", "go_inspector", SEPARATOR, "columns", "inspector",
        "notifications", "filters", "save_filter", SEPARATOR, "history", "held", "as_of",
    ),
    "records": ("new_item", "new_customer", "new_company", SEPARATOR, *_RECORD, SEPARATOR, *OF_ITEMS),
    "links": (*_LINKS, SEPARATOR, *_PLACES, "preference", SEPARATOR, "end_over", "link_fields"),
    "tools": ("outbox", "words", SEPARATOR, "local_service", SEPARATOR, "check_file", SEPARATOR, "install_launcher"),
    "help": ("about",),
}  # fmt: skip

TOOLBAR = ("new_item", "new_customer", SEPARATOR, "assign", SEPARATOR, "undo", "redo", SEPARATOR, "notifications")

# Their shortcuts work where a table of records has the keyboard.
IN_TABLES = ("delete", "edit", "pick_up")

# What changes records or links; off where nothing can be stored.
WRITING = (
    "undo",
    "redo",
    "paste",
    "new_item",
    "new_customer",
    "new_company",
    "edit",
    "duplicate",
    "delete",
    "new_category",
    *_LINKS,
    "end_over",
    "link_fields",
    "save_filter",
    *_PLACES,
    *(name for name in PREFERENCES if name),
    "words",
)

# What concerns the file that is worked in; off in a window that only looks at another.
OF_THE_FILE = ("backups", "check_file", "as_of", "local_service")

# What one looks for where a record is; the rest stands in the menus.
CONTEXT = (
    *_RECORD, SEPARATOR, "assign", "link", "link_details", "details", "unassign", "preference", SEPARATOR,
    "copy", "paste",
)  # fmt: skip


# What an action keeps the name of its icon under.
_ICON = "itemlinkIcon"


def build(commands: Sequence[QObject], owner: QWidget) -> dict[str, QAction]:
    """Make every action and tie it to the command of its name.

    Args:
        commands: between them they have one method for each id.
        owner: the window whose actions they are.

    Raises:
        ValueError: if there is not just one command for an action.
    """
    made = {}
    for row in rows():
        action = QAction(row.text, owner)
        action.setObjectName(row.id)
        action.setIconText(row.short or row.text.replace("&", ""))
        if row.icon:
            action.setProperty(_ICON, row.icon)
        if row.keys is not None:
            keys = [QKeySequence(row.keys)] if isinstance(row.keys, str) else QKeySequence.keyBindings(row.keys)
            action.setShortcuts(keys)
        (command,) = (getattr(group, row.id) for group in commands if hasattr(group, row.id))
        action.triggered.connect(command)
        made[row.id] = action
    return made


def menu_titles() -> dict[str, str]:
    """Return what the menus are called, in the current language."""
    return {
        "file": tr("&File"),
        "edit": tr("&Edit"),
        "view": tr("&View"),
        "records": tr("&Records"),
        "links": tr("&Links"),
        "tools": tr("&Tools"),
        "help": tr("&Help"),
    }


def fill(menu: QMenu | QToolBar, ids: tuple[str, ...], actions: dict[str, QAction]) -> None:
    """Put actions into a menu or a toolbar; an empty id is a line between groups."""
    for name in ids:
        if name == SEPARATOR:
            menu.addSeparator()
        else:
            menu.addAction(actions[name])
    if isinstance(menu, QMenu):
        menu.aboutToShow.connect(partial(_dress, menu))
    else:
        _dress(menu)


def _dress(menu: QMenu | QToolBar) -> None:
    """Give actions their icons when they are seen first: all of them are a tenth of the time that a start takes."""
    for action in menu.actions():
        name = action.property(_ICON)
        if name and action.icon().isNull():
            action.setIcon(theme.icon(name))


def fill_menu_bar(bar: QMenuBar, actions: dict[str, QAction]) -> None:
    """Put all menus into the menu bar."""
    titles = menu_titles()
    for name, ids in MENUS.items():
        fill(bar.addMenu(titles[name]), ids, actions)


def tool_bar(actions: dict[str, QAction]) -> QToolBar:
    """Return the toolbar: few actions, each with icon and word."""
    bar = QToolBar(tr("Toolbar"))
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    fill(bar, TOOLBAR, actions)
    for name in TOOLBAR:
        button = bar.widgetForAction(actions[name]) if name else None
        if button is not None:
            button.setAccessibleName(actions[name].iconText())
            tell_keys(actions[name])
    return bar


def tell_unread(action: QAction, count: int) -> None:
    """Let the action of the centre say how many notifications are unread."""
    action.setText(tr("&Notifications (%n)", n=count) if count else tr("&Notifications"))
    action.setIconText(action.text().replace("&", ""))
    tell_keys(action)


def tell_keys(action: QAction) -> None:
    """Let an action's tooltip say what it does, and with which keys."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    texts.set_tooltip(action, f"{words} ({keys})" if keys else words)
