"""How the file stands, said in banners, each with the ways out; work goes on meanwhile as far as it can."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from itemlink_gui.base import places
from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import CannotWrite, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.notices import Notice
from itemlink_gui.gui.commands.files import FileCommands
from itemlink_gui.gui.commands.keeping import KeepingCommands
from itemlink_gui.gui.desk import Desk
from itemlink_gui.gui.panes.banner import Banners, Way
from itemlink_gui.store import explain, siblings

# How often the folder is looked at for what sync programs left in it.
LOOK_MS = 30_000
# Hints that were put away are remembered for so many files and places.
MOST_PUT_AWAY = 50
# Those that a step which was stored proves to be over.
_OVER = ("full", "disk", "read_only", "busy", "index")


class Standing(QObject):
    """Says what is the matter with the file, or with the place where it lies.

    Args:
        desk: of the window.
        banners: above the tables.
        files: saves copies, opens files.
        keeping: backups, and what else helps a damaged file.
        beside: the file is only looked at, beside the one that is worked in.
    """

    def __init__(
        self, desk: Desk, banners: Banners, files: FileCommands, keeping: KeepingCommands, *, beside: bool = False
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._banners = banners
        self._files = files
        self._keeping = keeping
        self._beside = beside
        bridge = desk.bridge
        bridge.noticed.connect(self._on_noticed)
        bridge.changed.connect(self._on_changed)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look_around)
        if bridge.engine.read_only:
            self._tell_read_only()

    @property
    def _path(self) -> Path:
        return self._desk.bridge.engine.path

    def _copy(self) -> Way:
        return tr("Save a copy…"), self._files.save_copy_and_go_on

    def _open_what_is_there(self) -> Way:
        return tr("Open the new one"), partial(self._files.open_requested.emit, self._path)

    def _again(self) -> Way:
        return tr("Try again"), self._desk.bridge.try_again

    def _damage_ways(self) -> tuple[Way, ...]:
        if self._beside:
            return ()
        return (tr("Backups…"), self._keeping.backups), (tr("Save what can be read…"), self._keeping.salvage)

    def _tell_read_only(self) -> None:
        text = tr("This file can only be read. To change something, save a copy and go on there.")
        self._banners.put("reading", text, self._copy(), urgent=False)

    # What the engine notices.

    def _on_noticed(self, notice: Notice) -> None:
        match notice.kind:
            case "here":
                self._banners.take("gone")
                self._banners.take("damaged")
            case "moved":
                assert notice.where is not None
                text = tr(
                    "The file was moved or renamed; it is now “{name}” in {folder}. Until you go on there, nothing can "
                    "be stored.",
                    name=notice.where.name,
                    folder=notice.where.parent,
                )
                go_on = partial(self._files.open_requested.emit, notice.where)
                self._banners.put("gone", text, (tr("Go on there"), go_on), self._copy())
            case "replaced":
                text = tr(
                    "Another file was put in the place of this one. Nothing is written into it; what you see here is "
                    "the file as it was before."
                )
                self._banners.put("gone", text, self._open_what_is_there(), self._copy())
            case "overwritten":
                text = tr(
                    "Another file was written over this one, and nothing is stored in it. Backups has what was here "
                    "before, as it was when the last one was made."
                )
                look = tr("Backups…"), self._keeping.backups
                self._banners.put("gone", text, look, self._open_what_is_there())
            case "deleted":
                text = tr("The file was deleted, and nothing can be stored. What you see is still here: save a copy.")
                self._banners.put("gone", text, self._copy(), (tr("Backups…"), self._keeping.backups))
            case "unreachable":
                text = tr(
                    "The file cannot be reached: its folder was removed, or its disk or share is not connected. "
                    "Nothing can be stored until it is back."
                )
                self._banners.put("gone", text, self._copy(), (tr("Backups…"), self._keeping.backups))
            case "damaged":
                self._tell_damage()
            case "not_backed_up":
                text = tr("No backup could be made. {reason}", reason=notice.reason).strip()
                again = tr("Try again"), self._back_up
                self._banners.put("backup", text, again, urgent=False)
            case "backed_up":
                self._banners.take("backup")

    def _tell_damage(self) -> None:
        self._banners.put("damaged", str(explain.harmed()), *self._damage_ways())

    def _back_up(self) -> None:
        bridge = self._desk.bridge
        bridge.follow(bridge.engine.back_up(), self._on_backed_up, self._on_not_backed_up)

    def _on_backed_up(self, _answer: None) -> None:
        self._banners.take("backup")

    def _on_not_backed_up(self, error: ItemLinkError) -> bool:
        self._on_noticed(Notice("not_backed_up", reason=str(error)))
        return True

    def _on_changed(self, change: Change) -> None:
        if change.how != "outside":
            for key in _OVER:
                self._banners.take(key)

    # What a change met.

    def refused(self, error: CannotWrite) -> None:
        """Say why something was not stored, and offer the ways out."""
        match error.trouble:
            case "damaged":
                self._tell_damage()
            case "index":
                check = tr("Check file…"), self._keeping.check_file
                self._banners.put("index", str(error), check)
            case "moved":
                # The engine's look at the file, twice a second, tells above what became of it.
                self._desk.bar.show_message(tr("Nothing was stored; see above."), kind="warning")
            case "read_only" if self._desk.bridge.engine.read_only:
                self._tell_read_only()
                self._desk.bar.show_message(str(error), kind="warning")
            case trouble:
                waiting = self._desk.bridge.refused
                text = str(error)
                if waiting > 1:
                    text += " " + tr("%n change(s) to be tried again.", n=waiting)
                self._banners.put(trouble, text, self._again(), self._copy())

    # Where it lies.

    def begin(self) -> None:
        """Look around now, and every half minute."""
        self._looking.start()
        self.look_around()

    def look_around(self) -> None:
        """Find out whether the file lies on a share or in a synced folder, and what sync programs left beside it."""
        bridge = self._desk.bridge
        bridge.aside(partial(_look, self._path, bridge.engine.file_id), self._on_seen, _quietly, slot="around")

    def _on_seen(self, seen: tuple[str, str, list[Path]]) -> None:
        network, synced, copies = seen
        if network:
            text = tr(
                "The file lies on a network share ({kind}). There two programs can write at once without noticing; "
                "work on a copy on this computer, or make sure that you are the only one.",
                kind=network,
            )
            self._hint("share", text, self._copy())
        if synced:
            text = tr(
                "The file lies in a folder that {service} keeps in step. Open it on one computer at a time, and wait "
                "until {service} is done before you open it on another.",
                service=synced,
            )
            self._hint("synced", text)
        if copies:
            text = tr(
                "%n conflicted version(s) of this file found beside it: it was changed on two computers at once.",
                n=len(copies),
            )
            compare = partial(self._keeping.compare, copies)
            self._hint(f"conflict {sorted(copies)}", text, (tr("Compare…"), compare), key="conflict")
        else:
            self._banners.take("conflict")

    def _hint(self, about: str, text: str, *ways: Way, key: str = "") -> None:
        """Show a banner that can be put away, for this file for good."""
        mark = f"{about} {self._path}"
        shown_already = self._banners.shown().get(key or about) == text
        if mark not in self._desk.settings.get("put_away") and not shown_already:
            self._banners.put(key or about, text, *ways, urgent=False, close=partial(self._on_put_away, mark))

    def _on_put_away(self, mark: str) -> None:
        known = [old for old in self._desk.settings.get("put_away") if old != mark]
        self._desk.settings.set("put_away", [*known, mark][-MOST_PUT_AWAY:])


def _look(path: Path, file_id: str) -> tuple[str, str, list[Path]]:
    synced = places.synced(path)
    return places.network(path), synced, siblings.conflicted(path, file_id, synced=bool(synced))


def _quietly(_error: ItemLinkError) -> bool:
    return True
