"""The window: two panes, the inspector, the message bar, and what ties them together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QCursor, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from itemlink_gui import labels
from itemlink_gui.base import paths
from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import actions, theme, window_state
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.commands.categories import CategoryCommands
from itemlink_gui.gui.commands.clipboard import ClipboardCommands
from itemlink_gui.gui.commands.dates import DateCommands
from itemlink_gui.gui.commands.files import FileCommands
from itemlink_gui.gui.commands.filters import FilterCommands
from itemlink_gui.gui.commands.gestures import GestureCommands
from itemlink_gui.gui.commands.handover import HandOverCommands
from itemlink_gui.gui.commands.keeping import KeepingCommands
from itemlink_gui.gui.commands.link_data import LinkDataCommands
from itemlink_gui.gui.commands.links import LinkCommands
from itemlink_gui.gui.commands.notifications import NotificationCommands
from itemlink_gui.gui.commands.pinned import PinCommands
from itemlink_gui.gui.commands.places import PlaceCommands, PreferenceCommands
from itemlink_gui.gui.commands.records import RecordCommands, UndoCommands
from itemlink_gui.gui.commands.service import ServiceCommands
from itemlink_gui.gui.commands.view import ViewCommands
from itemlink_gui.gui.commands.words import WordCommands
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.leaving import Leaving
from itemlink_gui.gui.news import News
from itemlink_gui.gui.panes import filter_list
from itemlink_gui.gui.panes.banner import Banners
from itemlink_gui.gui.panes.category_list import CategoryList
from itemlink_gui.gui.panes.filter_list import FilterDock
from itemlink_gui.gui.panes.inspector import Inspector
from itemlink_gui.gui.panes.left_side import KindSwitch, LeftSide
from itemlink_gui.gui.panes.message_bar import MessageBar
from itemlink_gui.gui.panes.notification_centre import NotificationCentre
from itemlink_gui.gui.panes.table_pane import TablePane
from itemlink_gui.gui.panes.working import Working
from itemlink_gui.gui.selection_line import SelectionLine
from itemlink_gui.gui.service import LocalService
from itemlink_gui.gui.standing import Standing
from itemlink_gui.gui.tables.drag import DragSession
from itemlink_gui.gui.tables.view import IdTableView
from itemlink_gui.store.history import StepInfo, UndoState
from itemlink_gui.store.models import PARTNERS

# Pixels of the inspector at the first start.
INSPECTOR_HEIGHT = 260
# Pixels of the window from which the filters are seen at the first start.
ROOM_FOR_FILTERS = 1200


class MainWindow(QMainWindow):
    """One window over one open file.

    Args:
        bridge: to the file.
        settings: of the user.
        title: what people call what is shown; empty for the name of the file.
        service: lets programs reach the file; None where it is only looked at.
    """

    closed = Signal()

    def __init__(
        self, bridge: Bridge, settings: Settings, *, title: str = "", service: LocalService | None = None
    ) -> None:
        super().__init__()
        self.bridge = bridge
        self.settings = settings
        self._beside = bool(title)
        self._service = service
        self.setObjectName("mainWindow")
        name = title or bridge.engine.path.stem
        if bridge.read_only:
            name = tr("{name} (read only)", name=name)
        self.setWindowTitle(tr("{name} — ItemLink", name=name.replace("[*]", "[*][*]")))
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "itemlink.svg")))
        self.session = DragSession(bridge, self)
        self._build()
        self.desk = Desk(self, bridge, settings, self.panes, self.left, self.inspector, self.bar)
        self._command()
        self._connect()
        self._restore()
        for pane in self.panes.values():
            pane.table.reload()
        self.undoing.refresh()
        self.telling.begin()
        off = (*(actions.WRITING if bridge.read_only else ()), *(actions.OF_THE_FILE if title else ()))
        for name in off:
            self.commands[name].setEnabled(False)

    def _build(self) -> None:
        self.panes: dict[Kind, TablePane] = {}
        for kind in KINDS:
            heading = None if kind == "customer" else KindSwitch(kind)
            self.panes[kind] = TablePane(self.bridge, kind, self.session, heading=heading)
        self.categories = CategoryList(self.bridge, self.panes["item"].table, self.session)
        self.panes["item"].put_beside(self.categories)
        self.left = LeftSide([self.panes[kind] for kind in PARTNERS["customer"]])
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.panes["customer"])
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setHandleWidth(5)
        self.banners = Banners()
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.splitter, 1)
        self.setCentralWidget(centre)
        self.inspector = Inspector(self.bridge, self.session, self)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.inspector)
        self.resizeDocks([self.inspector], [INSPECTOR_HEIGHT], Qt.Orientation.Vertical)
        self.filters = FilterDock(self.bridge, self)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.filters)
        self.resizeDocks([self.filters], [filter_list.WIDTH], Qt.Orientation.Horizontal)
        self.splitter.setSizes([520, 760])
        self.centre = NotificationCentre(self.bridge, self.settings, self)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.centre)
        self.bar = MessageBar()
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        status.setContentsMargins(0, 0, 0, 0)
        # Its parts are one line.
        layout = status.layout()
        assert layout is not None
        layout.setSpacing(0)
        self.working = Working(self.bridge, self.bar.height())
        # An Undo from before could take back what is done now.
        self.working.came.connect(self.bar.hide_message)
        status.addPermanentWidget(self.working)
        status.addPermanentWidget(self.bar, 1)

    def _command(self) -> None:
        """Make the commands and the actions that trigger them."""
        desk = self.desk
        self.files = FileCommands(desk)
        self.wording = WordCommands(desk)
        self.records = RecordCommands(desk)
        self.undoing = UndoCommands(desk)
        self.linking = LinkCommands(desk)
        self.link_data = LinkDataCommands(desk, self.linking)
        self.clipboard = ClipboardCommands(desk, self.linking)
        self.keeping = KeepingCommands(desk)
        self.dates = DateCommands(desk)
        self.telling = NotificationCommands(desk, self.centre)
        self.sorting = CategoryCommands(desk, self.categories)
        self.pinning = PinCommands(desk, self.linking)
        groups = (
            GestureCommands(desk), HandOverCommands(desk),
            self.files, self.wording, self.keeping, self.dates, self.telling, self.records,
            self.undoing, self.linking, self.link_data, PlaceCommands(desk), PreferenceCommands(desk), self.clipboard,
            self.sorting, FilterCommands(desk, self.filters), ViewCommands(desk), ServiceCommands(desk, self._service),
        )  # fmt: skip
        self.commands = actions.build(groups, self)
        self._add_submenus()
        for name, action in self.commands.items():
            if name in actions.IN_TABLES:
                # Their keys mean something else, or nothing, beside a table of records.
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            else:
                self.addAction(action)
        actions.fill_menu_bar(self.menuBar(), self.commands)
        self.addToolBar(actions.tool_bar(self.commands))
        self.standing = Standing(desk, self.banners, self.files, self.keeping, beside=self._beside)
        # It takes its message away before the news of a failure comes.
        self.leaving = Leaving(desk)
        self.working.came.connect(self.leaving.tell)
        self.news = News(desk, self.standing)
        self.selection_line = SelectionLine(desk, self.session)
        self.records.unlink_requested.connect(self.linking.unassign)
        self.records.details_requested.connect(self.link_data.details)

    def _add_submenus(self) -> None:
        """Make the actions that are menus of their own."""
        self.commands["inspector"] = self.inspector.toggleViewAction()
        self.commands["filters"] = self.filters.toggleViewAction()
        recent = _submenu(self, tr("Open &recent"), self.files.fill_recent)
        recent.triggered.connect(self.files.open_recent)
        self.commands["recent"] = recent.menuAction()
        self.commands["columns"] = _submenu(self, tr("Co&lumns"), self._fill_columns).menuAction()
        preference = QMenu(tr("Preference"), self)
        actions.fill(preference, actions.PREFERENCES, self.commands)
        self.commands["preference"] = preference.menuAction()
        self.commands["set_category"] = _submenu(self, tr("Set catego&ry"), self.sorting.fill_menu).menuAction()
        self.commands["pin"] = _submenu(self, tr("Put on a ke&y"), self.pinning.fill_menu).menuAction()
        for name in ("inspector", "filters", "recent", "columns", "preference", "set_category", "pin"):
            self.commands[name].setObjectName(name)

    def _fill_columns(self, menu: QMenu) -> None:
        for old in menu.findChildren(QMenu):
            old.deleteLater()
        menu.clear()
        for kind, pane in self.panes.items():
            columns = pane.view.columns.menu(menu)
            columns.setTitle(labels.plural(kind))
            menu.addMenu(columns)

    def _connect(self) -> None:
        self.undoing.named.connect(self._on_undo_named)
        self.telling.counted.connect(partial(actions.tell_unread, self.commands["notifications"]))
        self.desk.moved.connect(self._on_moved)
        # What the press before a drag made current is shown after it.
        self.session.changed.connect(partial(self._on_moved, dragged=True))
        self.files.preferences_changed.connect(self._on_preferences)
        self.desk.with_each_view(self._welcome)
        self.left.switched.connect(self._on_switched)
        for kind, pane in self.panes.items():
            pane.selection.changed.connect(partial(self._on_selection, kind))
            pane.view.selectionModel().currentRowChanged.connect(partial(self._on_current, kind))
            pane.table.listed.connect(self._on_listed)

    def _welcome(self, view: IdTableView) -> None:
        """Tie a table of records to the actions and the rest of the window."""
        view.set_compact(self.settings.get("rows") == "compact")
        view.addActions([self.commands[name] for name in self.commands if name in actions.IN_TABLES])
        view.customContextMenuRequested.connect(partial(self._on_context_menu, view))
        view.activated.connect(self.records.open_record)
        view.double_clicked.connect(self.records.double_click)
        view.released.connect(self._on_moved)

    # What moves.

    def _on_listed(self) -> None:
        everything = [pane.table for pane in self.panes.values()]
        empty = all(table.loaded and not table.total for table in everything)
        self.panes["item"].offer_sample(empty)
        view = self.desk.view
        if view.hasFocus() and view.table.rowCount() and not view.currentIndex().isValid():
            # As Qt does it where the rows are there before the keyboard comes.
            first = view.table.index(0, 0)
            view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _on_selection(self, kind: Kind) -> None:
        if kind in ("customer", self.left.kind):
            chosen = self.panes[kind].selection
            # Of very many nothing is looked at before it is needed.
            name = self.desk.words(kind, chosen.ids() if len(chosen) == 1 else range(len(chosen)))
            for other in PARTNERS[kind]:
                self.panes[other].set_others(kind, chosen, name)
            self.selection_line.tell()

    def _on_switched(self) -> None:
        self.settings.set("left", self.left.kind)
        self._on_selection(self.left.kind)
        for name, text in actions.between(self.left.kind).items():
            self.commands[name].setText(text)

    def _on_current(self, kind: Kind, *_rows: QModelIndex) -> None:
        view = self.panes[kind].view
        if self.desk.view is view or view.hasFocus() or self.inspector.current is None:
            self._inspect(view)

    def _on_moved(self, *, dragged: bool = False) -> None:
        # What was dropped into the inspector is looked at there.
        into = dragged and self.inspector.rect().contains(self.inspector.mapFromGlobal(QCursor.pos()))
        if self.desk.view.table.owner is None and self.session.kind is None and not into:
            self._inspect(self.desk.view, dragged=dragged)

    def _inspect(self, view: IdTableView, *, dragged: bool = False) -> None:
        """Show the current record of a table, unless a drag may be beginning: it may end in what is shown now."""
        shown = view.table.kind, view.selection.current()
        pressed = not dragged and QApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if shown[1] and shown != self.inspector.current and not pressed:
            self.inspector.show_record(*shown)

    # What the actions say.

    def _on_undo_named(self, state: UndoState) -> None:
        # An ampersand in a name would become a letter to press.
        undo, redo = (labels.title(step.label).replace("&", "&&") if step else "" for step in (state.undo, state.redo))
        self._name(self.commands["undo"], tr("&Undo {step}", step=undo) if undo else tr("&Undo"), state.undo)
        self._name(self.commands["redo"], tr("&Redo {step}", step=redo) if redo else tr("&Redo"), state.redo)

    def _name(self, action: QAction, text: str, step: StepInfo | None) -> None:
        action.setEnabled(step is not None and not self.bridge.read_only)
        action.setText(text)
        actions.tell_keys(action)

    def _on_context_menu(self, view: IdTableView, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions.fill(menu, actions.CONTEXT, self.commands)
        if view.table.kind == "item":
            actions.fill(menu, (actions.SEPARATOR, *actions.OF_ITEMS), self.commands)
        menu.popup(view.viewport().mapToGlobal(at))

    # What is remembered.

    def _on_preferences(self) -> None:
        self.centre.refresh()
        compact = self.settings.get("rows") == "compact"
        for view in self.desk.views():
            view.set_compact(compact)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, self.settings.get("theme"))

    def _restore(self) -> None:
        """Put the window as it was; what a settings file holds is believed only with its checksum."""
        room = self.screen().availableGeometry().size()
        # Room for the frame, which is not counted in.
        self.resize(min(1280, room.width() - 16), min(800, room.height() - 48))
        self.filters.setVisible(self.width() >= ROOM_FOR_FILTERS)
        kept = self.settings.get("window")
        # Cleared until the window has been painted: a state that ends the program does so only once.
        self.settings.set("window", {})
        state = window_state.unpack(kept, 3)
        if state is not None:
            self.restoreGeometry(state[0])
            self.restoreState(state[1])
            self.splitter.restoreState(state[2])
        if self.settings.get("left") in PARTNERS["customer"]:
            self.left.show_kind(self.settings.get("left"))
        columns = self.settings.get("columns")
        for pane in self.panes.values():
            found = columns.get(pane.plural)
            pane.view.columns.restore(found if isinstance(found, dict) else {})
        self.desk.view.setFocus()
        QTimer.singleShot(0, self, self.remember)

    def remember(self) -> None:
        """Keep how the window looks for the next one."""
        parts = (self.saveGeometry(), self.saveState(), self.splitter.saveState())
        self.settings.set("window", window_state.pack([bytes(part.data()) for part in parts]))
        columns = {pane.plural: pane.view.columns.kept() for pane in self.panes.values()}
        self.settings.set("columns", columns)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving.may_close():
            event.ignore()
            return
        self.remember()
        event.accept()
        self.closed.emit()


def _submenu(window: QWidget, title: str, fill: Callable[[QMenu], None]) -> QMenu:
    menu = QMenu(title, window)
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(partial(fill, menu))
    return menu
