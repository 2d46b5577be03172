"""What a row of the list of backups says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itemlink_gui.gui.dialogs.backup_table import NAME, WHEN, BackupTable, BackupView, Row, since
from itemlink_gui.store.backups import Backup, Contents


@pytest.mark.parametrize(
    ("then", "present", "told"),
    [
        (Contents(1, 1, 1, 1), Contents(1, 1, 1, 1), "nothing"),
        (Contents(1, 1, 1, 1), Contents(1, 1, 1, 13), "12 steps"),
        (Contents(1, 1, 0, 1), Contents(4, 2, 2000, 13), "12 steps: 3 more items, 1 more customer, 2,000 more links"),
        (Contents(4, 3, 9, 7), Contents(3, 1, 0, 7), "1 fewer item, 2 fewer customers, 9 fewer links"),
        # What was restored has a shorter history.
        (Contents(4, 3, 9, 7), Contents(5, 3, 9, 2), "1 more item"),
    ],
)
def test_what_was_done_since(then: Contents, present: Contents, told: str) -> None:
    assert since(then, present) == told


@pytest.mark.usefixtures("qapp")
def test_when_it_was() -> None:
    here = datetime.now().astimezone().replace(hour=12, minute=5, second=0)
    table = BackupTable("x")
    days = (here - age * timedelta(days=1) for age in (0, 1, 400))
    table.set_rows([Row(Backup(Path("x"), day.astimezone(UTC), 1, "x"), None) for day in days])
    today, yesterday, old = (table.index(row, WHEN).data() for row in range(3))
    assert today.startswith("Today 12")
    assert yesterday.startswith("Yesterday 12")
    assert old.startswith((here - timedelta(days=400)).strftime("%a"))
    assert "12:05" in table.index(2, WHEN).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("then", "now", "shown"),
    [
        ("Spring term", "Spring term", ""),
        ("Spring", "Spring term", "Spring"),
        ("Autumn term", "Spring term", "Autumn term"),
        ("Long " * 10, "Long " * 30, ""),
    ],
)
def test_the_name_then_is_shown_if_it_was_another(then: str, now: str, shown: str) -> None:
    table = BackupTable(now)
    table.set_rows([Row(Backup(Path("x"), datetime.now(UTC), 1, then), None)])
    assert table.index(0, NAME).data() == shown
    assert table.other_names() == bool(shown)


def test_the_columns_are_wide_enough_whatever_is_known_first(qtbot: QtBot) -> None:
    table = BackupTable("Spring")
    view = BackupView(table)
    qtbot.addWidget(view)
    backup = Backup(Path("x"), datetime.now(UTC), 1_234_567, "Autumn")
    table.set_rows([Row(backup, Contents(1, 2, 3, 4))])
    assert not view.isColumnHidden(NAME)
    table.set_present(Contents(1_000, 3, 0, 40))
    for column in range(NAME):
        assert view.columnWidth(column) >= min(view.sizeHintForColumn(column), 300)
        assert view.columnWidth(column) >= view.horizontalHeader().sectionSizeHint(column)
    table.set_rows([Row(Backup(Path("x"), backup.at, 1, "Spring"), None)])
    assert view.isColumnHidden(NAME)
