"""Creating, editing, duplicating and deleting customers, each with the user behind it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from itemlink_gui.base.errors import Taken
from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields, records
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond
from itemlink_gui.store.journal import Journal, known
from itemlink_gui.store.models import FIELDS, Customer, User
from itemlink_gui.store.queries import these

_USER_FIELDS = ("username", "email", "full_name")


def create(
    *,
    item_ids: Iterable[int] | None = None,
    company_ids: Iterable[int] | None = None,
    beyond: Beyond = "policy",
    **values: object,
) -> Operation[int]:
    """Make a customer, with items and companies if given, in one step.

    Args:
        item_ids: items to link.
        company_ids: companies to belong to.
        beyond: what becomes of those for whom there is no place; as with `links.link`.
        values: ``username`` (required), ``email``, ``full_name``, ``phone``, ``address``, ``notes``.

    Returns:
        an operation whose result is the customer's id. It raises Invalid, NotFound or NoRoom.
    """
    items, companies = records.ids_in(item_ids), records.ids_in(company_ids)

    def write(journal: Journal) -> int:
        cleaned = fields.clean_all("customer", {"username": "", **values})
        record = _add(journal, cleaned)
        journal.say(name=cleaned.get("full_name") or cleaned["username"])
        records.relink(journal, "customer", record, "item", items, beyond=beyond)
        records.relink(journal, "customer", record, "company", companies)
        return record

    return Operation("customer.create", write)


def update(
    record: int,
    *,
    item_ids: Iterable[int] | None = None,
    company_ids: Iterable[int] | None = None,
    beyond: Beyond = "policy",
    expected: Mapping[str, str] | None = None,
    **values: object,
) -> Operation[None]:
    """Change fields of a customer and, if given, replace the items and the companies, in one step.

    Args:
        record: the customer's id.
        item_ids: the items the customer shall have, and no others; None leaves them alone.
        company_ids: the same for companies.
        beyond: what becomes of those for whom there is no place; as with `links.link`.
        expected: the values that the user was shown; the edit is refused if they were changed since.
        values: new values by field name.

    Returns:
        an operation. It raises NotFound, Invalid, Conflict or NoRoom.
    """
    items, companies = records.ids_in(item_ids), records.ids_in(company_ids)

    def write(journal: Journal) -> None:
        cleaned = records.checked(journal, "customer", record, values, expected or {})
        user, own = _apart(cleaned)
        user_id = Customer.select(Customer.user_id).where(Customer.id == record).scalar()
        if "username" in user:
            _refuse_taken(user["username"], user_id)
        # The user's fields are the customer's own to people: the time of the change belongs to both.
        if journal.update(User, user_id, **user):
            own["updated_at"] = journal.at
        journal.update(Customer, record, **own)
        records.relink(journal, "customer", record, "item", items, beyond=beyond)
        records.relink(journal, "customer", record, "company", companies)

    return Operation("customer.update", write)


def duplicate(record: int) -> Operation[int]:
    """Make a customer with the same fields and a username of its own, without items.

    Returns:
        an operation whose result is the new id. It raises NotFound.
    """

    def write(journal: Journal) -> int:
        known("customer", [record])
        (source,) = Customer.select(*FIELDS["customer"]).join(User).where(Customer.id == record).dicts()
        source["username"] = _free_username(source["username"])
        journal.say(name=source["full_name"] or source["username"])
        return _add(journal, source)

    return Operation("customer.duplicate", write)


def delete(ids: Iterable[int]) -> Operation[None]:
    """Delete customers with all their links, and the users behind them.

    Args:
        ids: of the customers; duplicates are ignored.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then deletes nothing.
    """
    given = list(ids)

    def write(journal: Journal) -> None:
        customers = records.describe_deleted(journal, "customer", given)
        users = [
            user for (user,) in Customer.select(Customer.user_id).where(Customer.id.in_(these(customers))).tuples()
        ]
        journal.remove(Customer, customers)
        journal.remove(User, users)

    return Operation("customer.delete", write, backed_up="tried" if len(given) >= records.BACKED_UP_FROM else "")


def _apart(values: Mapping[str, fields.Value]) -> tuple[dict[str, fields.Value], dict[str, fields.Value]]:
    """Part field values into the user's and the customer's own."""
    user = {name: value for name, value in values.items() if name in _USER_FIELDS}
    return user, {name: value for name, value in values.items() if name not in _USER_FIELDS}


def _add(journal: Journal, values: Mapping[str, fields.Value]) -> int:
    user, own = _apart(values)
    _refuse_taken(user["username"], None)
    return journal.add(Customer, user=journal.add(User, **user), **own)


def _refuse_taken(username: fields.Value, user_id: int | None) -> None:
    owner = User.get_or_none(User.username == username)
    if owner is not None and owner.id != user_id:
        name = owner.full_name or owner.username
        raise Taken("username", tr("This username is taken by {name}.", name=name))


def _free_username(username: str) -> str:
    candidates = (f"{username[:140]}-{number}" for number in itertools.count(2))
    return next(c for c in candidates if not User.select().where(User.username == c).exists())
