"""The outbox: a message for each customer with news, to copy, hand to the mail program or save; never sent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base import files
from itemlink_gui.base.changes import Change
from itemlink_gui.base.i18n import tr
from itemlink_gui.exchange import mail
from itemlink_gui.exchange.mail import Mail
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.tables import plain
from itemlink_gui.gui.tables.roles import Role
from itemlink_gui.ops import outbox as verbs
from itemlink_gui.store import outbox
from itemlink_gui.store.outbox import News

# More than these nobody writes to in one go; the next ones follow when these are done.
MOST = 500


def written(news: News) -> Mail:
    """Return the message that tells a customer the news."""
    lines = [tr("Hello {name},", name=news.name), ""]
    for heading, items in ((tr("New for you:"), news.added), (tr("No longer yours:"), news.removed)):
        if items:
            lines += [heading, *(f"  • {item}" for item in items), ""]
    if news.since:
        lines.append(tr("This is what changed since {date}.", date=texts.long_day(news.since)))
    subject = tr("Changes to your [items]")
    return Mail(news.name, news.email, subject, "\n".join(lines).rstrip() + "\n")


class NewsTable(plain.ShortTable[News]):
    """Customers with news."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("[Customer]"), tr("E-mail"), tr("News")), parent)

    @override
    def data(self, index: plain.Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        news = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            parts = [f"+{len(news.added)}"] * bool(news.added) + [f"−{len(news.removed)}"] * bool(news.removed)
            return (news.name, news.email or tr("no address"), " ".join(parts))[index.column()]
        if role == Role.MUTED:
            return index.column() == 1
        return None


class Outbox(QDialog):
    """Lists them, with the message of the current one beside.

    Args:
        bridge: to the file.
        parent: the window.
    """

    def __init__(self, bridge: Bridge, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("outbox")
        self.setWindowTitle(tr("Messages"))
        self._bridge = bridge
        self.table = NewsTable(self)
        self.view = QTableView()
        self.view.setObjectName("outboxTable")
        self.view.setAccessibleName(tr("[Customers] with news"))
        plain.set_up(self.view, self.table, compact=False)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setObjectName("outboxText")
        self.text.setAccessibleName(tr("Message"))
        self.said = texts.label(muted=True, wrap=True)
        self.total = texts.label(muted=True)
        self.copy = self._button(tr("Copy"), "copy", self._on_copy)
        self.open_mail = self._button(tr("Open in mail program"), "mail", self._on_open)
        self.save = self._button(tr("Save…"), "save", self._on_save)
        self.save_all = self._button(tr("Save all…"), "save", self._on_save_all)
        self.skip = self._button(tr("Skip this time"), "check", self._on_skip)
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        bridge.changed.connect(self._on_changed)
        self._ask()

    def _button(self, text: str, icon: str, slot: Any) -> QPushButton:
        button = QPushButton(text)
        if icon:
            button.setIcon(theme.icon(icon))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(1, 180)
        self.view.setColumnWidth(2, 70)
        parts = QSplitter()
        parts.addWidget(self.view)
        parts.addWidget(self.text)
        parts.setSizes([460, 360])
        parts.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.open_mail)
        buttons.addWidget(self.save)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.total)
        buttons.addStretch(1)
        buttons.addWidget(self.save_all)
        buttons.addWidget(self._button(tr("Close"), "", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addWidget(parts, 1)
        column.addLayout(buttons)
        self.resize(860, 480)

    def _ask(self) -> None:
        self._bridge.read(partial(outbox.waiting, MOST), self._on_news, slot=("outbox", id(self)))

    def _on_changed(self, change: Change) -> None:
        if change.linked or change.listed or change.wrote("told"):
            self._ask()

    def _on_news(self, found: list[News]) -> None:
        row = max(self.view.currentIndex().row(), 0)
        self.table.set_rows(found)
        if found:
            self.view.selectRow(min(row, len(found) - 1))
            said = tr(
                "What was added and removed since the last message. ItemLink sends nothing itself: copy a message, "
                "open it in your mail program, or save it. Whoever's message you took counts as told."
            )
        else:
            said = tr("There is nothing to tell anybody. Whoever wants no messages is not listed.")
        self.said.setText(said)
        self.total.setText(tr("%n [customer|customers]", n=len(found)) if found else "")
        self._on_current()

    def _current(self) -> News | None:
        index = self.view.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    def _on_current(self, *_rows: QModelIndex) -> None:
        news = self._current()
        self.text.setPlainText(written(news).text if news else "")
        for button in (self.copy, self.open_mail, self.save, self.skip, self.save_all):
            button.setEnabled(news is not None and not self._bridge.read_only)
        self.open_mail.setEnabled(self.open_mail.isEnabled() and news is not None and bool(news.email))

    def _tell(self, *news: News) -> None:
        self._bridge.run(verbs.tell([one.customer for one in news], min(one.until for one in news)))

    def _on_copy(self) -> None:
        if news := self._current():
            QApplication.clipboard().setText(written(news).text)
            self._tell(news)

    def _on_open(self) -> None:
        news = self._current()
        address = mail.mailto(written(news)) if news else None
        if news is None:
            return
        if address is None:
            text = tr("The message is too long to be handed over. Copy it, or save it and open the file.")
            self._bridge.prompts.tell(tr("Open in mail program"), text)
        elif QDesktopServices.openUrl(QUrl(address)):
            self._tell(news)
        else:
            text = tr("No mail program answered. Copy the message, or save it.")
            self._bridge.prompts.tell(tr("Open in mail program"), text)

    def _on_skip(self) -> None:
        if news := self._current():
            self._tell(news)

    def _on_save(self) -> None:
        if news := self._current():
            self._save([news])

    def _on_save_all(self) -> None:
        self._save(self.table.rows)

    def _save(self, chosen: Sequence[News]) -> None:
        """Save messages in a folder that the user chooses; nothing that is there is overwritten."""
        folder = self._bridge.prompts.choose_folder(tr("Save in"))
        if folder is None:
            return
        saved: list[News] = []
        for news in chosen:
            found = written(news)
            try:
                files.write_bytes(files.free(folder / mail.file_name(found)), mail.eml(found))
            except OSError as error:
                reason = tr(
                    "The message for {name} could not be saved: {reason}.", name=news.name, reason=error.strerror
                )
                self._bridge.prompts.tell(tr("Save"), reason)
                break
            saved.append(news)
        if saved:
            self._tell(*saved)
