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
from itemlink_gui.store.columns import Choice, Day, Edited, Number, Text, YesNo


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
    no_messages = YesNo(mark("Wants no messages"))


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


class Category(Base):
    """What sort of item an item is; a colour of its own (``#rrggbb``) or none."""

    id = AutoIncrementField()
    name = Text(mark("Name"), 200, required=True, unique=True)
    colour = TextField(default="")


POLICIES = (
    ("block", mark("nobody more")),
    ("overbook", mark("overbook")),
    ("waitlist", mark("waiting list")),
)


class Item(Base):
    """Something that customers have. Read through `customers`, write through the journal."""

    id = AutoIncrementField()
    name = Text(mark("Name"), 200, required=True)
    description = Text(mark("Description"), 100_000, multiline=True)
    customers = ManyToManyField(Customer, backref="items", through_model=ItemCustomerThrough)
    created_at = TextField(default=now)
    updated_at = TextField(default=now)
    category = ForeignKeyField(Category, null=True)
    capacity = Number(mark("Places"), 0, 2**31 - 1)
    capacity_policy = Choice(mark("When full"), POLICIES)
    low_stock = Number(mark("Warn when fewer are left than"), 0, 2**31 - 1)
    available_from = Day(mark("Available from"))
    available_until = Day(mark("Available until"))


class ItemCustomer(Base):
    """Through table of `Item.customers`: the links that stand now."""

    item = ForeignKeyField(Item, index=False)
    customer = ForeignKeyField(Customer, index=False)
    created_at = TextField(default=now)
    quantity = Number(mark("Quantity"), 1, 1_000_000, default=1)
    note = Text(mark("Note"), 10_000, multiline=True)
    starts_on = Day(mark("Starts on"))
    ends_on = Day(mark("Ends on"))
    extra = TextField(default="{}")

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
    quantity = IntegerField(default=1)
    note = TextField(default="")
    starts_on = TextField(null=True)
    ends_on = TextField(null=True)
    extra = TextField(default="{}")


class LinkField(Base):
    """A field of links that the user has made; its values stand in ``extra``, by its id."""

    id = AutoIncrementField()
    name = Text(mark("Name"), 100, required=True, unique=True)
    type = TextField()
    choices = TextField(default="[]")
    position = IntegerField()


class Waiting(Base):
    """A customer on the waiting list of an item; the order is that of the ids."""

    id = AutoIncrementField()
    item = ForeignKeyField(Item)
    customer = ForeignKeyField(Customer)
    quantity = IntegerField(default=1)
    created_at = TextField(default=now)


PREFERENCES = (("wants", mark("wants it")), ("favourite", mark("favourite")), ("declined", mark("declined")))


class Preference(Base):
    """What a customer thinks of an item: wants, favourite or declined."""

    id = AutoIncrementField()
    customer = ForeignKeyField(Customer)
    item = ForeignKeyField(Item)
    kind = Choice(mark("Preference"), PREFERENCES)
    note = Text(mark("Note"), 10_000, multiline=True)
    created_at = TextField(default=now)


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


class CompanyStat(Base):
    """A company's number of customers and the time of the last change of one; exact after every step."""

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
    companies = TextField(default="")


class CompanyKey(Base):
    """A company's folded texts: what it sorts by, and all that is searched in ``text``."""

    id = IntegerField(primary_key=True)
    name = TextField()
    text = TextField()


class SavedFilter(Base):
    """A query that the user has given a name."""

    id = AutoIncrementField()
    kind = TextField()
    name = TextField()
    query = TextField()
    position = IntegerField()


class Notification(Base):
    """What happened or is about to, told once; not part of what an undo takes back."""

    id = AutoIncrementField()
    kind = TextField()
    parameters = TextField(default="{}")
    item_id = IntegerField(null=True)
    customer_id = IntegerField(null=True)
    step_id = IntegerField(null=True)
    created_at = TextField(default=now)
    read_at = TextField(null=True)
    over_at = TextField(null=True)


class Told(Base):
    """Until when a customer was told what was added and removed."""

    id = AutoIncrementField()
    customer = ForeignKeyField(Customer, unique=True)
    created_at = TextField(default=now)


class Setting(Base):
    """A setting that belongs to the file and not to its user, as JSON."""

    id = AutoIncrementField()
    name = TextField(unique=True)
    value = TextField()


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
    User, Customer, Company, CustomerCompany, Category, Item, ItemCustomer, PastLink, LinkField, Waiting, Preference,
    ItemStat, CustomerStat, CompanyStat, ItemKey, CustomerKey, CompanyKey, SavedFilter, Notification, Told, Setting,
    Step, StepRecord, FileState,
)  # fmt: skip

# The fields of a record that people edit, in the order in which forms show them.
FIELDS: dict[Kind, tuple[Edited, ...]] = {
    "item": (
        Item.name, Item.capacity, Item.capacity_policy, Item.low_stock, Item.available_from, Item.available_until,
        Item.description,
    ),
    "customer": (
        User.username, User.full_name, User.email, Customer.phone, Customer.no_messages, Customer.address,
        Customer.notes,
    ),
    "company": (Company.name,),
}  # fmt: skip
# The data of a link that every file has, in the order in which they are shown.
LINK_FIELDS: tuple[Edited, ...] = (
    ItemCustomer.quantity, ItemCustomer.starts_on, ItemCustomer.ends_on, ItemCustomer.note,
)  # fmt: skip

PARTNERS: dict[Kind, tuple[Kind, ...]] = {
    "item": ("customer",), "customer": ("item", "company"), "company": ("customer",),
}  # fmt: skip
"""Which kinds of records one of a kind can be linked to; the first is the one that is meant if nothing else is said."""
OTHER: dict[Kind, Kind] = {kind: partners[0] for kind, partners in PARTNERS.items()}
RECORD: dict[Kind, type[Base]] = {"item": Item, "customer": Customer, "company": Company}
KEY: dict[Kind, type[Base]] = {"item": ItemKey, "customer": CustomerKey, "company": CompanyKey}
STAT: dict[Kind, type[Base]] = {"item": ItemStat, "customer": CustomerStat, "company": CompanyStat}


def through(kind: Kind, other: Kind) -> type[Base]:
    """Return the through model between two kinds, given in either order."""
    if "company" in (kind, other):
        return CustomerCompany
    return ItemCustomer
