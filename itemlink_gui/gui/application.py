"""The running program: one window over one file at a time, and others that only look at its backups."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from itemlink_gui.base.errors import Cancelled, CannotOpen, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import Settings
from itemlink_gui.base.starts import Starts
from itemlink_gui.engine import Engine
from itemlink_gui.gui import rescue, theme, translation
from itemlink_gui.gui.bugs import BugCatcher
from itemlink_gui.gui.garbage import GarbageCollector
from itemlink_gui.gui.instance import show_first
from itemlink_gui.gui.main_window import MainWindow
from itemlink_gui.gui.opened import Opened
from itemlink_gui.gui.previews import Previews
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.gui.service import LocalService, Make
from itemlink_gui.store import database

# The desktop finds the menu entry of a window by this name.
DESKTOP_ID = "itemlink"
# A start that has lived for so long has come through.
SETTLED_MS = 3_000


def qt_application(settings: Settings) -> QApplication:
    """Return the application, made if there is none, in the language and the colours that the user chose."""
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(["itemlink"])
    qt.setApplicationName("ItemLink")
    translation.apply(qt, settings.get("language"))
    qt.setDesktopFileName(DESKTOP_ID)
    theme.apply(qt, settings.get("theme"))
    return qt


def new_prompts() -> Prompts:
    """Return what asks the user."""
    return Prompts()


class App(QObject):
    """The running program.

    Args:
        qt: the application.
        settings: of the user.
        path: of the file to open; it must exist.
        prompts: asks the user.
        serve: makes what lets programs reach a file.
        starts: where it is noted that this one came through: when the window has lived for a while, or was closed.
        safe: nothing runs in the background, after starts that did not come through.

    Raises:
        CannotOpen: if the file cannot be opened.
    """

    def __init__(
        self,
        qt: QApplication,
        settings: Settings,
        path: Path,
        prompts: Prompts,
        serve: Make,
        *,
        starts: Starts | None = None,
        safe: bool = False,
    ) -> None:
        super().__init__()
        self.qt = qt
        # Where a menu opens at the press, the right button could drag nothing.
        qt.styleHints().setContextMenuTrigger(Qt.ContextMenuTrigger.Release)
        self._settings = settings
        self.prompts = prompts
        self._safe = safe
        self._starts = starts
        self._bugs = BugCatcher(self.prompts, self)
        self._garbage = GarbageCollector(self)
        self._garbage.install()
        self._closed = False
        self._restoring = False
        self._previews = Previews(settings, prompts, self)
        self._previews.opened.connect(self._listen_to)
        self._previews.restore_requested.connect(self._on_restore_requested)
        self._service = LocalService(serve, settings, self)
        self._opened = self._open(path)
        if not safe:
            self._service.begin()
        self._bugs.install()
        QTimer.singleShot(SETTLED_MS, self, self._on_through)

    def _open(self, path: Path) -> Opened:
        opened = Opened(path, self._settings, self.prompts, self, safe=self._safe, service=self._service)
        self._service.follow(opened.engine)
        self._previews.follow(opened.engine)
        opened.closed.connect(self.close)
        opened.renewed.connect(self._attend)
        self._attend(opened.window)
        opened.window.show()
        return opened

    def _attend(self, window: MainWindow) -> None:
        """Do for a window over the file what it asks for."""
        # Those of another file, or with other words.
        self._previews.close_all()
        self.prompts.parent = window
        self._listen_to(window)
        window.keeping.restore_requested.connect(self._on_restore_requested)
        window.keeping.salvage_requested.connect(partial(self._when_stored, self._salvage))
        if self._safe:
            text = tr(
                "Safe mode, because ItemLink did not start properly the last two times: the window is as at first, and "
                "no backups are made by themselves. Close ItemLink and start it again for the usual mode."
            )
            window.banners.put("safe", text, urgent=False)

    def _listen_to(self, window: MainWindow) -> None:
        window.files.open_requested.connect(self._on_open_requested)
        window.wording.made.connect(self._on_open_requested)
        window.keeping.preview_requested.connect(self._previews.request)
        window.dates.look_back_requested.connect(self._previews.look_back)

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._opened.window

    @property
    def engine(self) -> Engine:
        """The engine of the open file."""
        return self._opened.engine

    @property
    def previews(self) -> list[MainWindow]:
        """The windows that only look at something."""
        return self._previews.windows

    def close(self) -> None:
        """Store what is queued, and end. May be called twice."""
        if not self._closed:
            self._closed = True
            self._previews.close_all()
            self._service.close()
            self._opened.close()
            self._bugs.remove()
            self._garbage.remove()
            self._on_through()

    def _on_through(self) -> None:
        if self._starts is not None:
            self._starts.finish()
            self._starts = None

    def tell_crash(self, report: str) -> None:
        """Offer the report of an earlier run that the system ended."""
        self.window.bar.show_message(tr("ItemLink was ended by the system the last time."), kind="warning")
        self.window.bar.offer(tr("Show report"), partial(self._bugs.show, report))

    # Another file.

    def _on_open_requested(self, path: Path) -> None:
        # Not while the menu or the dialog that asked for it is still closing.
        self._when_stored(partial(self._replace, path))

    def _when_stored(self, then: Callable[[], None]) -> None:
        """Go on when what is being typed is stored."""
        self.window.leaving.store_then(partial(self._soon, then))

    def _replace(self, path: Path) -> None:
        """Open another file in place of the present one, which stays if that fails."""
        try:
            database.inspect(path)
            overwritten = self.engine.standing.kind == "overwritten"
            if (self._opened.shows(path) and not overwritten) or (not self._opened.has(path) and show_first(path)):
                return
            self.window.remember()
            present, self._opened = self._opened, self._open(path)
        except CannotOpen as error:
            if self._opened.has(path):
                # Written over the open file: what helps there is for the window that has it open.
                self.prompts.tell(tr("Open"), str(error))
                return
            found = rescue.help_open(error, self.prompts)
            if found is not None:
                self._on_open_requested(found)
        except Cancelled:
            # The present one stays.
            return
        else:
            present.close()
            # A file that was moved was this window's before: only now its door is free.
            self._opened.listen()

    # A backup in its place, or what can be read of it.

    def _on_restore_requested(self, chosen: Path) -> None:
        self._when_stored(partial(self._begin_restore, chosen))

    def _begin_restore(self, chosen: Path) -> None:
        """Back up the file as it is, while the window goes on; then comes the exchange."""
        if self._restoring or self.engine.read_only:
            return
        self._restoring = True
        bridge = self._opened.bridge
        then = partial(self._restore, self.engine, chosen)
        # Without a backup it goes on as well: the replaced file is kept whole.
        bridge.follow(self.engine.back_up(), partial(self._soon, then), partial(self._soon, then))

    def _soon(self, then: Callable[[], None], _answer: object = None) -> bool:
        QTimer.singleShot(0, self, then)
        return True

    def _restore(self, engine: Engine, chosen: Path) -> None:
        self._restoring = False
        if engine is not self.engine:
            # Another file was opened meanwhile.
            return
        kept = self._without_window(partial(rescue.put_back, chosen, engine.path, self.prompts), engine.path)
        if kept is not None:
            bar = self.window.bar
            bar.show_message(tr("Restored. The file as it was before is kept as “{name}”", name=kept.name))
            bar.offer(tr("Take back"), partial(self._on_restore_requested, kept))

    def _salvage(self) -> None:
        path = self.engine.path
        # Asked before the window goes: a damaged file may not open again.
        target = rescue.ask_where(path, self.prompts)
        if target is not None:
            work = partial(rescue.save_what_can_be_read, path, target, self.prompts)
            self._without_window(work, path, then_open=True)

    def _without_window(self, work: partial[Path | None], path: Path, *, then_open: bool = False) -> Path | None:
        """Do something to the file that nobody may have open meanwhile, and open it again.

        Args:
            work: what to do; may raise `ItemLinkError`, which is told.
            path: of the file.
            then_open: open what the work returns, if anything, in place of the file.

        Returns:
            what the work returned, or None.
        """
        self._previews.close_all()
        self.window.remember()
        self.prompts.parent = None
        self._service.pause()
        self._opened.close()
        found = None
        try:
            found = work()
        except Cancelled:
            pass
        except ItemLinkError as error:
            self.prompts.tell(tr("Not done"), str(error))
        finally:
            # Also after a mistake of the program: without a window nobody could go on.
            self._open_or_end(found if then_open and found else path)
        return found

    def _open_or_end(self, path: Path | None) -> None:
        """Open a file, or what helps where it cannot be opened; without a file, end."""
        while path is not None:
            try:
                self._opened = self._open(path)
            except CannotOpen as error:
                path = rescue.help_open(error, self.prompts)
            except Cancelled:
                path = None
            else:
                return
        self._closed = True
        self._bugs.remove()
        self._garbage.remove()
        self._on_through()
        self.qt.quit()
