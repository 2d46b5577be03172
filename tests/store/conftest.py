"""Files of older versions, as those versions wrote them, and a clock for backups."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from itemlink_gui.store import backups
from itemlink_gui.store.database import APPLICATION_ID
from itemlink_gui.store.migrations import SCRIPTS
from tests.store.helpers import Clock


@pytest.fixture(scope="session")
def _version_1(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("version 1") / "old.itemlink"
    with closing(sqlite3.connect(made)) as connection:
        for statement in SCRIPTS[0]:
            connection.execute(statement)
        connection.executescript(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return made


@pytest.fixture
def old(tmp_path: Path, _version_1: Path) -> Path:
    """A file as version 1 wrote it, with ten items, the last one deleted, five customers, and links."""
    return Path(shutil.copy(_version_1, tmp_path / "test.itemlink"))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What time it is for backups; it stands still until it is set."""
    made = Clock()
    monkeypatch.setattr(backups, "now", made)
    return made
