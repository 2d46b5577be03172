"""The peewee models; names of tables and columns are public, people open the file with other tools."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

from peewee import (
    BlobField,
    CompositeKey,
    DatabaseProxy,
    DeferredThroughModel,
    ForeignKeyField,
    IntegerField,
    ManyToManyField,
    Model,
    SqliteDatabase,
    TextField,
)
from playhouse.sqlite_ext import AutoIncrementField

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import mark


class CurrentDatabase(DatabaseProxy):  # type: ignore[misc]
    """peewee's proxy, with a target of its own in each thread.

    So several files can be open in one process, each with its own worker threads, and the models always speak to
    the file of the thread they are used in.
    """

    __slots__ = ()
    _here = threading.local()

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    @property
    def obj(self) -> SqliteDatabase | None:
        """The database of this thread."""
        return getattr(self._here, "database", None)

    @obj.setter
    def obj(self, database: SqliteDatabase | None) -> None:
        self._here.database = database


current = CurrentDatabase()


def now() -> str:
    """Return the present time as it is stored: UTC, ISO 8601 with milliseconds and ``Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Text(TextField):  # type: ignore[misc]
    """A text that people edit; its table column, form row and check come from what is said here.

    Args:
        label: what people call it, marked for translation.
        limit: most characters it may have.
        required: whether it may not be empty.
        multiline: whether it may have line breaks.
    """

    def __init__(
        self, label: str, limit: int, *, required: bool = False, multiline: bool = False, unique: bool = False
    ) -> None:
        super().__init__(verbose_name=label, default="", unique=unique)
        self.limit = limit
        self.required = required
        self.multiline = multiline


class Base(Model):  # type: ignore[misc]
    """What all models share."""

    class Meta:
        database = current
        strict_tables = True
        legacy_table_names = False


class User(Base):
    """Who a customer is: one to one with `Customer`."""

    id = AutoIncrementField()
    username = Text(mark("Username"), 150, required=True, unique=True)
    email = Text(mark("E-mail"), 254)
    full_name = Text(mark("Full name"), 200)


class Customer(Base):
    """Somebody who has items; `items` and `companies` are the many-to-many sides."""

    id = AutoIncrementField()
    user = ForeignKeyField(User, unique=True)
    phone = Text(mark("Phone"), 100)
    address = Text(mark("Address"), 1000, multiline=True)
    notes = Text(mark("Notes"), 100_000, multiline=True)
    created_at = TextField(default=now)
    updated_at = TextField(default=now)


CustomerCompanyThrough = DeferredThroughModel()
ItemCustomerThrough = DeferredThroughModel()


class Company(Base):
    """A company that customers belong to."""

    id = AutoIncrementField()
    name = Text(mark("Name"), 200, required=True)
    customers = ManyToManyField(Customer, backref="companies", through_model=CustomerCompanyThrough)
    created_at = TextField(default=now)
    updated_at = TextField(default=now)


class CustomerCompany(Base):
    """Through table of `Company.customers`."""

    customer = ForeignKeyField(Customer, index=False)
    company = ForeignKeyField(Company, index=False)

    class Meta:
        primary_key = CompositeKey("customer", "company")
        without_rowid = True


class Item(Base):
    """Something that customers have. Read through `customers`, write through the journal."""

    id = AutoIncrementField()
    name = Text(mark("Name"), 200, required=True)
    description = Text(mark("Description"), 100_000, multiline=True)
    customers = ManyToManyField(Customer, backref="items", through_model=ItemCustomerThrough)
    created_at = TextField(default=now)
    updated_at = TextField(default=now)


class ItemCustomer(Base):
    """Through table of `Item.customers`: the links that stand now."""

    item = ForeignKeyField(Item, index=False)
    customer = ForeignKeyField(Customer, index=False)
    created_at = TextField(default=now)

    class Meta:
        primary_key = CompositeKey("item", "customer")
        without_rowid = True


CustomerCompanyThrough.set_model(CustomerCompany)
ItemCustomerThrough.set_model(ItemCustomer)


class PastLink(Base):
    """A link that ended, with the names as they were; also the undo record of its removal."""

    id = AutoIncrementField()
    item_id = IntegerField()
    customer_id = IntegerField()
    item_name = TextField()
    customer_name = TextField()
    created_at = TextField()
    ended_at = TextField()
    step_id = IntegerField()


class ItemStat(Base):
    """An item's number of links and the time of the last change of one; exact after every step."""

    id = IntegerField(primary_key=True)
    count = IntegerField(default=0)
    changed_at = TextField(null=True)


class CustomerStat(Base):
    """A customer's number of links and the time of the last change of one; exact after every step."""

    id = IntegerField(primary_key=True)
    count = IntegerField(default=0)
    changed_at = TextField(null=True)


class ItemKey(Base):
    """An item's folded texts: what it sorts by, column by column, and all that is searched in ``text``."""

    id = IntegerField(primary_key=True)
    name = TextField()
    description = TextField()
    text = TextField()


class CustomerKey(Base):
    """A customer's folded texts: what it sorts by, column by column, and all that is searched in ``text``."""

    id = IntegerField(primary_key=True)
    name = TextField()
    username = TextField()
    email = TextField()
    phone = TextField()
    address = TextField()
    notes = TextField()
    text = TextField()


class Step(Base):
    """One operation: undo stack, history and audit in one."""

    id = AutoIncrementField()
    kind = TextField()
    parameters = TextField(default="{}")
    created_at = TextField(default=now)
    state = TextField(default="done")
    delta = BlobField(default=b"")
    wide = TextField(default="")
    who = TextField()


class StepRecord(Base):
    """Which records a step touched; a kind of which it touched very many is named in `Step.wide` instead."""

    kind = TextField()
    record_id = IntegerField()
    step_id = IntegerField()

    class Meta:
        primary_key = CompositeKey("kind", "record_id", "step_id")
        without_rowid = True


class FileState(Base):
    """One row: the number of the last commit of ItemLink, and which file this is.

    Backups have the ``file_id`` of their file; a copy that goes its own way has one of its own.
    """

    id = IntegerField(primary_key=True)
    serial = IntegerField()
    file_id = TextField(default="")


MODELS: tuple[type[Base], ...] = (
    User, Customer, Company, CustomerCompany, Item, ItemCustomer, PastLink,
    ItemStat, CustomerStat, ItemKey, CustomerKey, Step, StepRecord, FileState,
)  # fmt: skip

# The fields of a record that people edit, in the order in which forms show them.
FIELDS: dict[Kind, tuple[Text, ...]] = {
    "item": (Item.name, Item.description),
    "customer": (User.username, User.full_name, User.email, Customer.phone, Customer.address, Customer.notes),
}

OTHER: dict[Kind, Kind] = {"item": "customer", "customer": "item"}
RECORD: dict[Kind, type[Base]] = {"item": Item, "customer": Customer}
KEY: dict[Kind, type[Base]] = {"item": ItemKey, "customer": CustomerKey}
STAT: dict[Kind, type[Base]] = {"item": ItemStat, "customer": CustomerStat}
