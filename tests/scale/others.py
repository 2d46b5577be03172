"""The same work by what people would use instead, on a copy of the same file: Django's models, Qt's table model."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

from tests.scale import shown
from tests.scale.data import Data
from tests.scale.measure import ROUNDS, Nothing, median, nothing, timed

DJANGO = "Django"
QT = "QSqlTableModel"
# What takes longer is measured once.
PATIENCE_MS = 5_000

Beside = Mapping[str, Mapping[str, float]]
"""By the name of a piece of work, what others need for it, in milliseconds by their names: `Row.beside`."""


def writes(files: Data, link: list[int], replace: list[int]) -> Beside:
    """Measure Django's many-to-many relation over the program's own tables, as its documentation says to use it.

    It keeps no counts and no history, so nothing can be undone; its connection has SQLite's settings as Django
    leaves them. What takes longer than five seconds is measured once.

    Args:
        files: a copy of the file is changed.
        link: customers that are linked to an item, and unlinked.
        replace: customers that take the place of those.

    Returns:
        ``link``, ``unlink`` and ``replace``; nothing in each where Django is not installed.
    """
    if importlib.util.find_spec("django") is None:
        print(f"Django is not installed: {sys.executable} -m pip install -e '.[bench]'", file=sys.stderr)
        return {"link": {}, "unlink": {}, "replace": {}}
    path = files.copy()
    item = _django_item(path)
    defaults = {"created_at": ""}
    found = {
        "link": _often(
            lambda: item.customers.add(*link, through_defaults=defaults), lambda: item.customers.remove(*link)
        )
    }
    item.customers.add(*link, through_defaults=defaults)
    found["unlink"] = _often(
        lambda: item.customers.remove(*link), lambda: item.customers.add(*link, through_defaults=defaults)
    )
    found["replace"] = _often(
        lambda: item.customers.set(replace, through_defaults=defaults),
        lambda: item.customers.set(link, through_defaults=defaults),
    )
    _django_close()
    path.unlink()
    return {work: {DJANGO: ms} for work, ms in found.items()}


def reads(files: Data, texts: Iterable[str]) -> Beside:
    """Measure Qt's own model over the table of what the program sorts customers by, which has an index for each column.

    What takes longer than five seconds is measured once.

    Args:
        files: the file is only read.
        texts: what is searched for.

    Returns:
        ``first``: the first screenful by name painted after the model was made; ``sort``: the same after another
        column was chosen; ``jump``: the last rows painted, for which all of them must be fetched; and each text: its
        first screenful, or nothing, painted.
    """
    with _sql(files.file()):
        window = _Window()
        found = {"first": _often(window.open), "sort": _often(window.sort_by_phone, window.open)}
        for text in texts:
            found[text] = _often(lambda text=text: window.search(text), window.open)  # type: ignore[misc]
        found["jump"] = _often(window.to_end, window.open)
        window.close()
    return {work: {QT: ms} for work, ms in found.items()}


def _often(work: Nothing, back: Nothing = nothing) -> float:
    """Return the median of the milliseconds of some rounds; of one, where it takes long."""
    first = timed(work)
    back()
    return first if first > PATIENCE_MS else median(work, rounds=ROUNDS, between=back)


def _django_item(path: Path) -> Any:
    """Set Django up over a file, and make an item."""
    import django
    from django.conf import settings

    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
    settings.configure(DATABASES={"default": database}, INSTALLED_APPS=[__package__])
    django.setup()
    from django.db import models

    class Customer(models.Model):
        class Meta:
            app_label, db_table, managed = "scale", "customer", False

    class Item(models.Model):
        name = models.TextField()
        created_at = models.TextField()
        updated_at = models.TextField()
        customers = models.ManyToManyField(Customer, through="Link", related_name="items")

        class Meta:
            app_label, db_table, managed = "scale", "item", False

    class Link(models.Model):
        pk = models.CompositePrimaryKey("item", "customer")
        item = models.ForeignKey(Item, models.CASCADE)
        customer = models.ForeignKey(Customer, models.CASCADE)
        created_at = models.TextField()

        class Meta:
            app_label, db_table, managed = "scale", "item_customer", False

    return Item.objects.create(name="Everybody", created_at="", updated_at="")


def _django_close() -> None:
    from django.db import connections

    connections.close_all()


@contextmanager
def _sql(path: Path) -> Iterator[None]:
    """Connect Qt's own way for the length of a ``with`` block."""
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(path))
    database.setConnectOptions("QSQLITE_OPEN_READONLY")
    assert database.open(), database.lastError().text()
    try:
        yield
    finally:
        database.close()
        del database
        QSqlDatabase.removeDatabase(QSqlDatabase.database(open=False).connectionName())


class _Window(QObject):
    """A table of customers; each verb returns when what it brings is painted."""

    def __init__(self) -> None:
        super().__init__()
        self._app = QApplication.instance() or QApplication()
        self._view = QTableView()
        self._view.resize(shown.SIZE[0] // 2, shown.SIZE[1])
        self._view.viewport().installEventFilter(self)
        self._painted = False
        self._view.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return False

    def open(self) -> None:
        """Show all customers by name."""
        self._model = QSqlTableModel()
        self._model.setTable("customer_key")
        self._by("name")
        self._model.select()
        self._view.setModel(self._model)
        self._paint()

    def sort_by_phone(self) -> None:
        """Show all customers by another column."""
        self._by("phone")
        self._model.select()
        self._paint()

    def search(self, text: str) -> None:
        """Show the customers with a text in any field, by name."""
        escaped = text.replace("'", "''")
        self._model.setFilter(f"text LIKE '%{escaped}%'")
        self._paint()

    def to_end(self) -> None:
        """Show the last ones: the scroll bar only goes as far as rows were fetched."""
        while self._model.canFetchMore():
            self._model.fetchMore()
        self._view.scrollToBottom()
        self._paint()

    def close(self) -> None:
        """Let go of the table, and of its statements."""
        self._view.setModel(None)
        del self._model
        self._view.close()

    def _by(self, column: str) -> None:
        self._model.setSort(self._model.fieldIndex(column), Qt.SortOrder.AscendingOrder)

    def _paint(self) -> None:
        assert not self._model.lastError().isValid(), self._model.lastError().text()
        self._painted = False
        self._view.viewport().update()
        shown.until(lambda: self._painted)
