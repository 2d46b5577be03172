"""The table of settings and the file they are kept in."""

from __future__ import annotations

import copy
import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from itemlink_gui.base import files
from itemlink_gui.base.i18n import tr

_log = logging.getLogger(__name__)

PORTS = range(1024, 65536)
"""Those that a program may have without being the administrator's."""
PORT = 8000
"""The one that the local service takes if nothing else is said."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table.

    Args:
        key: its name in the file.
        default: its value until it is changed; a stored value of another type is ignored.
        label: how the preferences call it; empty for what the window remembers by itself.
        choices: the values to choose from where it is not just yes or no, each with its label; a stored value that is
            none of them is ignored.
        fits: whether the program could use a stored value; one that it could not is ignored.
    """

    key: str
    default: Any
    label: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    fits: Callable[[Any], bool] = lambda _value: True


def _is_hash(value: str) -> bool:
    return re.fullmatch("[0-9a-f]{64}", value) is not None


def table() -> tuple[Setting, ...]:
    """Return every setting there is; labels in the current language."""
    return (
        Setting(
            "theme",
            "system",
            tr("Colours"),
            {"system": tr("Like the system"), "light": tr("Light"), "dark": tr("Dark")},
        ),
        Setting("rows", "normal", tr("Rows"), {"normal": tr("Comfortable"), "compact": tr("Compact")}),
        Setting(
            "language",
            "system",
            tr("Language, from the next start"),
            # Each in itself, so that people find theirs.
            {"system": tr("Like the system"), "en": "English", "de": "Deutsch"},
        ),
        *_notifying(),
        Setting("last_file", ""),
        Setting("recent_files", []),
        Setting("window", {}),
        Setting("columns", {}),
        # What the left side lists.
        Setting("left", "item"),
        # The local service: where it answers, the hash of what lets programs in, and whether it starts with the window.
        Setting("service_port", PORT, fits=PORTS.__contains__),
        Setting("service_token", "", fits=_is_hash),
        Setting("service_starts", False),
        # Hints about the place of a file that were put away, each with its file.
        Setting("put_away", []),
    )


def _notifying() -> tuple[Setting, ...]:
    """Return what the user wants to be told of, and how."""
    days = {number: tr("%n day(s)", n=int(number)) for number in ("7", "14", "30", "90")}
    return (
        Setting("notify_added", True, tr("Notify when something is added")),
        Setting("notify_removed", True, tr("Notify when something is removed")),
        Setting("notify_low", True, tr("Notify when few places are left")),
        Setting("notify_over", True, tr("Notify when something is overbooked")),
        Setting("notify_waiting", True, tr("Notify when a waiting list can move up")),
        Setting("notify_ending", True, tr("Notify when something ends soon")),
        Setting("ending_days", "14", tr("“Soon” means within"), days),
        Setting("notify_desktop", False, tr("Notify on the desktop too")),
    )


class Settings:
    """The user's settings, kept in one JSON file.

    A file that cannot be read counts as empty: settings are a comfort and never stop the program.

    Args:
        path: the file; made at the first change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = True
        self._table = {setting.key: setting for setting in table()}
        self._values = self._load()

    def _load(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            _log.warning("the settings could not be read and start afresh")
            return {}
        return stored if isinstance(stored, dict) else {}

    def apart(self, *forget: str) -> Settings:
        """Return settings that start as these are, and are never written.

        Args:
            forget: keys that start with their defaults.
        """
        copied = Settings(self._path)
        copied._values = {key: value for key, value in self._load().items() if key not in forget}
        copied._kept = False
        return copied

    def get(self, key: str) -> Any:
        """Return the value of a setting, one's own to change.

        Raises:
            KeyError: if there is no such row in the table.
        """
        setting = self._table[key]
        value = self._values.get(key, setting.default)
        fits = isinstance(value, type(setting.default)) and (not setting.choices or value in setting.choices)
        return copy.deepcopy(value if fits and setting.fits(value) else setting.default)

    def look_again(self) -> None:
        """Take over what another window has stored since."""
        if self._kept:
            self._values = self._load()

    def set(self, key: str, value: Any) -> None:
        """Store a value at once.

        Raises:
            KeyError: if there is no such row in the table.
        """
        if self.get(key) == value:
            return
        if not self._kept:
            self._values[key] = value
            return
        # Another window may have stored something since.
        self._values = self._load() | {key: value}
        try:
            # ASCII, because the name of a file need not be UTF-8.
            files.write_bytes(self._path, json.dumps(self._values, indent=1, sort_keys=True).encode())
        except OSError:
            _log.warning("the settings could not be written")
