"""What helps where a file cannot be opened: its newest backup, or what can still be read of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from itemlink_gui.base.errors import Cancelled, CannotOpen, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.paths import FILE_SUFFIX
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.prompts import Prompts
from itemlink_gui.store import backups, database, explain, restore, salvage, schema
from itemlink_gui.store.backups import Backup
from itemlink_gui.store.salvage import Saved

T = TypeVar("T")


def ask_which(path: Path, prompts: Prompts) -> Path:
    """Ask which file the safe mode shall open.

    Raises:
        Cancelled: if none.
    """
    text = tr(
        "ItemLink did not start properly the last two times, so it is in safe mode now: the window is as at first, and "
        "nothing runs in the background.\n\nWhich file shall be opened?"
    )
    verbs = {"last": tr("Open “{name}”", name=path.stem), "other": tr("Open another file…")}
    chosen = prompts.choose(tr("Safe mode"), text, verbs, "last")
    found = path if chosen == "last" else prompts.open_file(tr("Open"), path.parent) if chosen == "other" else None
    if found is None:
        raise Cancelled(tr("Cancelled."))
    return found


def helps(error: CannotOpen) -> bool:
    """Whether there is anything to offer for a file that cannot be opened."""
    return error.damaged or (_is_gone(error) and bool(backups.of_path(error.path)))


def _is_gone(error: CannotOpen) -> bool:
    # A file that is only held, or not ours to read, is still there: a backup must not take its place.
    return error.damaged or error.missing or error.foreign


def help_open(error: CannotOpen, prompts: Prompts) -> Path | None:
    """Offer what helps with a file that cannot be opened, until something did or the user wants no more.

    Args:
        error: why it cannot.
        prompts: asks the user.

    Returns:
        the file to open now; None if the user wants none of it, or nothing helps, which is told then.
    """
    newest = None
    if _is_gone(error) and backups.of_path(error.path):
        newest = _told(prompts, partial(_look_for_backup, error.path, prompts))
    verbs = _verbs(error, newest)
    if not verbs:
        prompts.tell(tr("Open"), str(error))
        return None
    text = str(error)
    if newest is not None:
        made = texts.full_date(newest.at.isoformat())
        text += "\n\n" + tr("The newest good backup was made on {date}.", date=made)
        if not error.missing:
            text += " " + tr("The file as it is now is kept beside it.")
    if error.damaged:
        text += "\n\n" + tr("What can still be read can be saved in a new file.")
    found = None
    while found is None:
        chosen = prompts.choose(tr("Open"), text, verbs, next(iter(verbs)))
        if chosen == "restore" and newest is not None:
            found = _told(prompts, partial(_restored, newest.path, error.path, prompts))
        elif chosen == "salvage":
            target = ask_where(error.path, prompts)
            found = target and save_what_can_be_read(error.path, target, prompts)
        else:
            return None
    return found


def _look_for_backup(path: Path, prompts: Prompts) -> Backup | None:
    def work(_progress: object) -> Backup | None:
        return newest_sound(path)

    return prompts.wait_for(tr("Open"), tr("Looking for a good backup…"), work)


def _verbs(error: CannotOpen, newest: Backup | None) -> dict[str, str]:
    verbs = {}
    if newest is not None:
        verbs["restore"] = tr("Restore the backup")
    if error.damaged:
        verbs["salvage"] = tr("Save what can be read…")
    return verbs


def newest_sound(path: Path) -> Backup | None:
    """Return the newest backup that can be relied on, of the file that was last known at a path; reads all of it."""
    for one in backups.of_path(path):
        try:
            database.inspect(one.path)
            with closing(sqlite3.connect(database.address(one.path, frozen=True), uri=True)) as connection:
                if schema.is_sound(connection.execute):
                    return one
        except (CannotOpen, *explain.BROKEN):
            continue
    return None


def _restored(chosen: Path, path: Path, prompts: Prompts) -> Path:
    put_back(chosen, path, prompts)
    return path


def put_back(chosen: Path, path: Path, prompts: Prompts) -> Path | None:
    """Put a backup in the place of a file that nobody has open; return where the replaced file is now, if any.

    Raises:
        ItemLinkError: if it cannot be done; the file is then as it was.
    """

    def work(_progress: object) -> Path | None:
        return restore.restore(chosen, path)

    return prompts.wait_for(tr("Restore"), tr("Putting the backup in place…"), work)


def ask_where(path: Path, prompts: Prompts) -> Path | None:
    """Ask for a new file to save into what can be read of a damaged one; None if the user cancels."""
    suggestion = path.with_name(tr("{name} saved", name=path.stem) + FILE_SUFFIX)
    return prompts.save_file(tr("Save what can be read"), suggestion, replace=False)


def save_what_can_be_read(path: Path, target: Path, prompts: Prompts) -> Path | None:
    """Save into a new file what can be read of a damaged one that nobody has open, and tell the counts.

    Returns:
        the new file, or None if there is none.
    """
    saved = _told(prompts, partial(_salvage, path, target, prompts))
    if saved is None:
        return None
    prompts.tell(tr("Save what can be read"), *summary(saved))
    return target


def _salvage(path: Path, target: Path, prompts: Prompts) -> Saved | None:
    title, text = tr("Save what can be read"), tr("Reading what can be read…")
    return prompts.wait_for(title, text, partial(salvage.salvage, path, target))


def summary(saved: Saved) -> tuple[str, str]:
    """Return how much was saved, and what was not, in words."""

    def there(kind: str) -> int:
        return saved.saved.get(kind, 0) + saved.nameless.get(kind, 0)

    found = tr(
        "The new file has {items}, {customers}, {links} and {steps}.",
        items=tr("%n [item|items]", n=there("item")),
        customers=tr("%n [customer|customers]", n=there("customer")),
        links=tr("%n link(s)", n=there("link")),
        steps=tr("%n step(s) of the history", n=there("step")),
    )
    lost, nameless = sum(saved.lost.values()), sum(saved.nameless.values())
    if not lost and not nameless:
        return found, tr("Nothing is missing as far as can be told.")
    rest = []
    if lost:
        rest.append(tr("%n record(s), link(s) or step(s) could not be read.", n=lost))
    if nameless:
        rest.append(
            tr(
                "In %n record(s) something may be missing: a field is empty, or the name is “… (name lost)”.",
                n=nameless,
            )
        )
    return found, " ".join(rest)


def _told(prompts: Prompts, work: Callable[[], T]) -> T | None:
    try:
        return work()
    except Cancelled:
        return None
    except ItemLinkError as error:
        prompts.tell(tr("Open"), str(error))
        return None
