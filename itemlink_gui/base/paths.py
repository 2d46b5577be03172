"""Where things are: resources of the program, and the user's settings, data and logs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent.parent
HOME_VARIABLE = "ITEMLINK_HOME"
FILE_SUFFIX = ".itemlink"


def resources() -> Path:
    """Return the folder of icons, themes and desktop files: in a frozen bundle, an installed wheel or a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    installed = PACKAGE / "resources"
    return installed if installed.is_dir() else PACKAGE.parent / "resources"


def _home() -> Path | None:
    value = os.environ.get(HOME_VARIABLE)
    return Path(value).expanduser().absolute() if value else None


def settings_file() -> Path:
    """Return the file of the user's settings."""
    home = _home()
    return (home or platformdirs.user_config_path("ItemLink", appauthor=False)) / "settings.json"


def starts_file() -> Path:
    """Return the file that notes starts under way."""
    return settings_file().with_name("starts")


def data_dir() -> Path:
    """Return the folder where the first database file is made."""
    home = _home()
    return home / "data" if home else platformdirs.user_data_path("ItemLink", appauthor=False)


def log_dir() -> Path:
    """Return the folder of the logs."""
    home = _home()
    return home / "logs" if home else platformdirs.user_log_path("ItemLink", appauthor=False)


def backups_dir() -> Path:
    """Return the folder that holds a folder of backups for each file."""
    return data_dir() / "backups"


def default_file() -> Path:
    """Return the database file that a first start makes."""
    return data_dir() / f"ItemLink{FILE_SUFFIX}"
