"""Puts ItemLink into the application menu of a Linux desktop and ties its files to it, for this user alone."""

from __future__ import annotations

import contextlib
import os
import shutil
import string
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from itemlink_gui.base import files, paths
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import tr

ENTRY = Path("applications/itemlink.desktop")
TYPE = Path("mime/packages/itemlink.xml")
ICON = Path("icons/hicolor/scalable/apps/itemlink.svg")
FILE_ICON = Path("icons/hicolor/scalable/mimetypes/application-x-itemlink.svg")

_PLAIN = frozenset(string.ascii_letters + string.digits + "@%+:,./_-")


def install(platform: str = sys.platform) -> list[Path]:
    """Write the menu entry, the file type and the icons; what an earlier call wrote is replaced.

    Args:
        platform: as in ``sys.platform``.

    Returns:
        The files that were written.

    Raises:
        ItemLinkError: this is no Linux desktop, or a file could not be written; then none is left.
    """
    _refuse_others(platform)
    data = _data_home()
    resources = paths.resources()
    try:
        icon = (resources / "icons" / "itemlink.svg").read_bytes()
        entry = (resources / "desktop" / "itemlink.desktop").read_text("utf-8")
        entry = entry.replace("@EXEC@", " ".join(map(quoted, command()))).replace("@ICON@", _escaped(str(data / ICON)))
        contents = {
            ICON: icon,
            FILE_ICON: icon,
            TYPE: (resources / "desktop" / "itemlink.xml").read_bytes(),
            ENTRY: entry.encode("utf-8", "surrogateescape"),
        }
        for name, content in contents.items():
            files.write_bytes(data / name, content)
    except OSError as error:
        with contextlib.suppress(ItemLinkError):
            remove(platform)
        raise ItemLinkError(
            tr(
                "ItemLink could not be added to the applications menu: {reason} ({path}).",
                reason=error.strerror or error,
                path=error.filename or data,
            )
        ) from error
    _refresh(data)
    return [data / name for name in contents]


def remove(platform: str = sys.platform) -> list[Path]:
    """Take away what ``install`` wrote, and the folders that are empty without it.

    Args:
        platform: as in ``sys.platform``.

    Returns:
        The files that were there.

    Raises:
        ItemLinkError: this is no Linux desktop, or a file could not be removed.
    """
    _refuse_others(platform)
    data = _data_home()
    found = [path for path in (data / ICON, data / FILE_ICON, data / TYPE, data / ENTRY) if path.is_file()]
    try:
        for path in found:
            path.unlink()
    except OSError as error:
        raise ItemLinkError(
            tr(
                "ItemLink could not be removed from the applications menu: {reason} ({path}).",
                reason=error.strerror or error,
                path=error.filename or data,
            )
        ) from error
    if found:
        _refresh(data)
    for path in found:
        for folder in path.relative_to(data).parents[:-1]:
            with contextlib.suppress(OSError):  # in use by others
                (data / folder).rmdir()
    return found


def command() -> Sequence[str]:
    """Return the program and the arguments that start this ItemLink from anywhere."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    checkout = paths.PACKAGE.parent
    if (checkout / "main.py").is_file() and (checkout / "pyproject.toml").is_file():
        # The system's Python, not that of .venv: main.py makes that one anew if it is gone or too old.
        ours = Path(sys.prefix) == checkout / ".venv"
        return (getattr(sys, "_base_executable", "") if ours else sys.executable, str(checkout / "main.py"))
    return (sys.executable, "-m", "itemlink_gui")


def quoted(argument: str) -> str:
    """Return ``argument`` as it must stand in the Exec line of a desktop entry."""
    argument = argument.replace("%", "%%")
    if not argument or not _PLAIN.issuperset(argument):
        for sign in '\\"`$':
            argument = argument.replace(sign, f"\\{sign}")
        argument = f'"{argument}"'
    return _escaped(argument)


def _escaped(value: str) -> str:
    """Return ``value`` as a string of a desktop entry."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def _refuse_others(platform: str) -> None:
    if platform in ("win32", "darwin"):
        raise ItemLinkError(
            tr("ItemLink can add itself to the menu of Linux desktops only. Here, make a shortcut to main.py instead.")
        )


def _data_home() -> Path:
    value = Path(os.environ.get("XDG_DATA_HOME", ""))
    return value if value.is_absolute() else Path.home() / ".local" / "share"


def _refresh(data: Path) -> None:
    """Let the desktop notice at once; without these tools it does so later, or at the next login."""
    for tool, folder in (("update-desktop-database", ENTRY.parts[0]), ("update-mime-database", TYPE.parts[0])):
        if found := shutil.which(tool):
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run([found, data / folder], capture_output=True, timeout=60)  # noqa: S603 (a tool of the desktop)
    with contextlib.suppress(OSError):
        os.utime(data / "icons" / "hicolor")  # a cache of icons that is older than this is not used
