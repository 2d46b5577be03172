"""What differs between the open file and another one: a backup of it, or a copy that went its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.changes import Change
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.dialogs.backup_table import when
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.labels import values
from itemlink_gui.ops import fields
from itemlink_gui.ops.fields import FieldSpec
from itemlink_gui.store import backups, compare
from itemlink_gui.store.compare import Compared, Comparison, Difference

# More than these nobody reads; the counts are of all.
MOST = 500
_NOTHING_THERE = "—"


def summary(counts: Mapping[tuple[str, str], int], *, since: bool) -> str:
    """Return how much differs, such as "3 items added, 1 deleted · 40 links added"; empty if nothing does.

    Args:
        counts: see `Comparison`.
        since: tell it as what was done since the other file was made, not as what is where.
    """
    kinds = []
    for kind in ("item", "customer", "company", "category", "link", "member"):
        told: list[str] = []
        for how in ("here", "there", "changed"):
            n = counts.get((kind, how), 0)
            if n:
                told.append(_outcome(how, grouped(n) if told else _counted(kind, n), since))
        kinds.append(", ".join(told))
    return " · ".join(filter(None, kinds))


def _counted(kind: str, n: int) -> str:
    match kind:
        case "item":
            return tr("%n [item|items]", n=n)
        case "customer":
            return tr("%n [customer|customers]", n=n)
        case "company":
            return tr("%n company record(s)", n=n)
        case "category":
            return tr("%n category record(s)", n=n)
        case "member":
            return tr("%n link(s) to companies", n=n)
    return tr("%n link(s)", n=n)


def _outcome(how: str, what: str, since: bool) -> str:
    match how:
        case "changed":
            return tr("{what} changed", what=what)
        case "here":
            return tr("{what} added", what=what) if since else tr("{what} only here", what=what)
    return tr("{what} deleted", what=what) if since else tr("{what} only there", what=what)


def _look(path: Path, other: Path, most: int, file_id: str) -> tuple[Comparison, datetime | None]:
    """Return in what two files differ, and of when the other one is if it is a backup; runs aside."""
    found = compare.compare(path, other, most)
    return found, next((one.at for one in backups.listed(file_id) if one.path == other), None)


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row says, and whether it is of the same record as the one above it, with another field."""

    texts: tuple[str, str, str, str]
    again: bool = False


class DifferenceTable(plain.ShortTable[_Row]):
    """Differences, a row for each field that changed and for each record or link that is only on one side."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("What"), tr("Name"), tr("In this file"), tr("In the other")), parent)

    def set_differences(self, differences: Sequence[Difference]) -> None:
        """Show other differences."""
        self.set_rows([row for one in differences for row in _rows(one)])

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role == Role.MUTED:
            return column == 0 or (column == 1 and row.again) or row.texts[column] == _NOTHING_THERE
        return None


def _rows(one: Difference) -> Iterator[_Row]:
    what, name = _what(one.kind), f"{one.name} · {one.other}" if one.kind in ("link", "member") else one.name
    match one.how:
        case "here":
            yield _Row((what, name, tr("there"), _NOTHING_THERE))
        case "there":
            yield _Row((what, name, _NOTHING_THERE, tr("there")))
        case _:
            known = {spec.name: spec for spec in _specs(one.kind)}
            for number, (field, here, there) in enumerate(one.fields):
                spec = known.get(field, FieldSpec(field, field))
                yield _Row((what, name, _value(spec, here), _value(spec, there)), number > 0)


def _what(kind: Compared) -> str:
    match kind:
        case "item":
            return tr("[Item]")
        case "customer":
            return tr("[Customer]")
        case "company":
            return tr("Company")
        case "category":
            return tr("Category")
    return tr("Link")


def _specs(kind: Compared) -> tuple[FieldSpec, ...]:
    """Return the fields in which records or links of a kind may differ, but for own fields of links."""
    match kind:
        case "category":
            return (FieldSpec("colour", tr("Colour")),)
        case "link" | "member":
            return (*fields.link_specs(), FieldSpec("extra", tr("Own fields")))
        case "item":
            return (*fields.specs(kind), FieldSpec("category", tr("Category")))
    return fields.specs(kind)


def _value(spec: FieldSpec, value: str) -> str:
    return tr("{field}: {value}", field=spec.label, value=values.shown(spec, value) or _NOTHING_THERE)


class ComparisonDialog(QDialog):
    """Lists what differs.

    Args:
        bridge: to the file.
        others: what it is compared with, one after the other; at least one.
        parent: the window.
    """

    preview_requested = Signal(object)
    """A path to look at in a window of its own."""

    def __init__(self, bridge: Bridge, others: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._others = tuple(others)
        self._slot = ("comparison", id(self))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("comparison")
        self.setWindowTitle(tr("Compare"))
        self.table = DifferenceTable(self)
        self.view = QTableView()
        self._choice = QComboBox()
        self._other_name = texts.ElidedLabel()
        self._other_name.setObjectName("comparisonOther")
        self._summary = texts.ElidedLabel(muted=True)
        self._summary.setObjectName("comparisonSummary")
        self._said = texts.label(wrap=True)
        self._said.setObjectName("comparisonState")
        self._more = texts.label(muted=True, small=True, wrap=True)
        self._more.setObjectName("comparisonMore")
        self._pages = QStackedWidget()
        self._set_up_choice()
        self._set_up_view()
        self._lay_out()
        self._choice.currentIndexChanged.connect(self._on_chosen)
        bridge.changed.connect(self._on_changed)
        self._on_chosen()

    def _set_up_choice(self) -> None:
        box = self._choice
        box.setObjectName("comparisonChoice")
        box.setAccessibleName(tr("Compared with"))
        # A long name must not make the window as wide.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        names = Counter(path.name for path in self._others)
        for row, path in enumerate(self._others):
            box.addItem(path.name if names[path.name] == 1 else f"{path.name} — {path.parent}", path)
            box.setItemData(row, texts.tooltip(str(path)), Qt.ItemDataRole.ToolTipRole)

    def _set_up_view(self) -> None:
        view = self.view
        view.setObjectName("comparisonTable")
        view.setAccessibleName(tr("Differences"))
        plain.set_up(view, self.table, compact=True)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((96, 260, 230)):
            view.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        font = self._other_name.font()
        font.setBold(True)
        self._other_name.setFont(font)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setContentsMargins(24, 24, 24, 24)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._said)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(8)
        head.addLayout(self._title())
        head.addWidget(self._summary)
        folder = self._button("comparisonReveal", tr("Show in folder"))
        folder.clicked.connect(self._on_reveal)
        preview = self._button("comparisonOpen", tr("Open the other"))
        preview.clicked.connect(self._on_open)
        close = self._button("comparisonClose", tr("Close"))
        close.clicked.connect(self.reject)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 16)
        foot.setSpacing(8)
        foot.addWidget(self._more, 1)
        for button in (folder, preview, close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        for before, after in pairwise((self._choice, self.view, folder, preview, close)):
            self.setTabOrder(before, after)
        self.resize(840, 520)

    def _title(self) -> QHBoxLayout:
        caption = texts.label(tr("Compared with"), muted=True)
        # A screen reader calls a combo box by its label; its own name is what is chosen.
        caption.setBuddy(self._choice)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(caption)
        row.addWidget(self._other_name, 1)
        row.addWidget(self._choice, 1)
        (self._choice if len(self._others) == 1 else self._other_name).hide()
        return row

    def _button(self, name: str, text: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        return made

    @property
    def other(self) -> Path:
        """What the file is compared with."""
        return self._others[max(self._choice.currentIndex(), 0)]

    def _on_chosen(self, _row: int = 0) -> None:
        # The file name of a backup is for computers.
        backup = self.other.parent == backups.folder(self._bridge.engine.file_id)
        self._other_name.setText(tr("Backup") if backup else self.other.name)
        texts.set_tooltip(self._choice, str(self.other))
        self.table.set_differences(())
        self._summary.setText("")
        self._more.setText("")
        self._say(tr("Comparing…"))
        self._compare()

    def _on_changed(self, _change: Change) -> None:
        self._compare()

    def _compare(self) -> None:
        engine = self._bridge.engine
        work = partial(_look, engine.path, self.other, MOST, engine.file_id)
        then, failed = partial(self._on_compared, self.other), partial(self._on_failed, self.other)
        self._bridge.aside(work, then, failed, slot=self._slot)

    def _on_compared(self, other: Path, answer: tuple[Comparison, datetime | None]) -> None:
        if other != self.other:
            return  # another one was chosen while this answer was on its way
        found, at = answer
        if at is not None:
            self._other_name.setText(tr("Backup · {time}", time=when(at)))
        told, every = summary(found.counts, since=False), sum(found.counts.values())
        if not told:
            self._summary.setText("")
            self._say(tr("No differences: both files hold the same."))
            return
        chosen = self.view.currentIndex().row()
        self.table.set_differences(found.differences)
        self.view.selectRow(min(max(chosen, 0), self.table.rowCount() - 1))
        self._summary.setText(told)
        listed = len(found.differences)
        some = tr("The first {listed} of {all} differences are listed.", listed=grouped(listed), all=grouped(every))
        self._more.setText(some if listed < every else "")
        if self._pages.currentWidget() is not self.view:
            texts.announce(self, told)
            self._pages.setCurrentWidget(self.view)
            if not self._choice.hasFocus():
                self.view.setFocus()

    def _on_failed(self, other: Path, error: ItemLinkError) -> bool:
        if other == self.other:
            self._summary.setText("")
            self._more.setText("")
            self._say(str(error))
        return True

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._pages.setCurrentWidget(self._said)
        texts.announce(self, text)

    def _on_open(self) -> None:
        self.preview_requested.emit(self.other)

    def _on_reveal(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.other.parent)))

    @override
    def done(self, result: int, /) -> None:
        self._bridge.engine.give_up(self._slot)
        super().done(result)
