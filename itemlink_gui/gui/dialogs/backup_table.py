"""The backups of a file as a table: when each was made, what it holds, and what was done since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from itemlink_gui.base.errors import Cancelled
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.store import backups, explain
from itemlink_gui.store.backups import Backup, Contents

# The name of a backup is cut where that of the file is longer than this, or somewhat more.
_CUT = 40
# A column is made as wide as its texts, up to so many pixels.
_WIDEST = 300
WHEN, SIZE, HOLDS, SINCE, NAME = range(5)


@dataclass(frozen=True, slots=True)
class Row:
    """One backup as it is listed.

    Args:
        backup: which.
        holds: how much is in it; None if it cannot be read.
        other_file: it is of another file, which stood in the place of this one before.
    """

    backup: Backup
    holds: Contents | None
    other_file: bool = False


def look(file_id: str, path: Path) -> list[Row]:
    """Return the backups of a file, and of those that stood there before, with what they hold; runs aside."""
    found = backups.of_file(file_id, path)
    return [Row(one, _contents(one.path), one.path.parent.name != file_id) for one in found]


def _contents(path: Path) -> Contents | None:
    try:
        return backups.contents(path)
    except (OSError, *explain.BROKEN) as error:
        if isinstance(explain.explain(error), Cancelled):
            raise
        return None


def when(at: datetime) -> str:
    """Return a moment as a row tells it: today and yesterday by name, other days with the day of the week."""
    moment, locale = QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale()
    date, time = moment.date(), locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    match date.daysTo(QDateTime.currentDateTime().date()):
        case 0:
            return tr("Today {time}", time=time)
        case 1:
            return tr("Yesterday {time}", time=time)
    day = locale.standaloneDayName(date.dayOfWeek(), QLocale.FormatType.ShortFormat)
    return tr("{day} {date}, {time}", day=day, date=locale.toString(date, QLocale.FormatType.ShortFormat), time=time)


def _holds(found: Contents) -> str:
    parts = (
        tr("%n [item|items]", n=found.items),
        tr("%n [customer|customers]", n=found.customers),
        tr("%n link(s)", n=found.links),
    )
    return " · ".join(parts)


def since(then: Contents, present: Contents) -> str:
    """Return what a file has more and less than a backup."""
    items, customers, links = (
        present.items - then.items,
        present.customers - then.customers,
        present.links - then.links,
    )
    parts = [
        tr("%n more [item|items]", n=items) if items > 0 else tr("%n fewer [item|items]", n=-items) if items else "",
        tr("%n more [customer|customers]", n=customers) if customers > 0
        else tr("%n fewer [customer|customers]", n=-customers) if customers else "",
        tr("%n more link(s)", n=links) if links > 0 else tr("%n fewer link(s)", n=-links) if links else "",
    ]  # fmt: skip
    what = ", ".join(filter(None, parts))
    steps = present.steps - then.steps
    told = tr("%n step(s)", n=steps) if steps > 0 else ""
    if told and what:
        return tr("{steps}: {what}", steps=told, what=what)
    return told or what or tr("nothing")


class BackupTable(plain.ShortTable[Row]):
    """Backups, the newest first.

    Args:
        name: what the file is called now.
        parent: owns the model.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__((tr("When"), tr("Size"), tr("Holds"), tr("Since then"), tr("Name then")), parent)
        self._name = name
        self._present: Contents | None = None

    def set_present(self, present: Contents) -> None:
        """Show what was done since, now that it is known how much is in the file."""
        self._present = present
        if self.rows:
            self.dataChanged.emit(self.index(0, SINCE), self.index(len(self.rows) - 1, SINCE))

    def other_names(self) -> bool:
        """Return whether the file was called otherwise when one of them was made."""
        return any(self._other_name(row) for row in self.rows)

    def _other_name(self, row: Row) -> str:
        backup = row.backup
        if row.other_file:
            return tr("{name} (another file)", name=backup.name)
        same = backup.name == self._name or (len(backup.name) >= _CUT and self._name.startswith(backup.name))
        return "" if same else backup.name

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == WHEN:
            return texts.full_date(row.backup.at.strftime("%Y-%m-%dT%H:%M:%SZ"))
        if role == Role.MUTED:
            return column not in (WHEN, SINCE) or row.holds is None
        return None

    def _text(self, row: Row, column: int) -> str:
        match column:
            case 0:
                return when(row.backup.at)
            case 1:
                size, how = row.backup.size, QLocale.DataSizeFormat.DataSizeTraditionalFormat
                return QLocale().formattedDataSize(size, 1, how)
            case 2:
                return tr("Cannot be read") if row.holds is None else _holds(row.holds)
            case 3:
                return since(row.holds, self._present) if row.holds and self._present else ""
        return self._other_name(row)


class BackupView(QTableView):
    """Shows the backups, each column as wide as its texts and the last one as wide as there is room.

    Args:
        table: the backups.
    """

    def __init__(self, table: BackupTable) -> None:
        super().__init__()
        self._table = table
        self.setObjectName("backupsTable")
        self.setAccessibleName(tr("Backups"))
        plain.set_up(self, table, compact=False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        table.modelReset.connect(self._fit)
        table.dataChanged.connect(self._fit)

    def _fit(self, *_: object) -> None:
        last = NAME if self._table.other_names() else SINCE
        self.setColumnHidden(NAME, last != NAME)
        for column in range(last):
            wanted = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, min(wanted + 8, _WIDEST))
