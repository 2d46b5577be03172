"""Creating, editing, duplicating and deleting companies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from itemlink_gui.base.i18n import tr
from itemlink_gui.ops import fields, records
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.journal import Journal, known
from itemlink_gui.store.models import FIELDS, Company


def create(*, customer_ids: Iterable[int] | None = None, **values: object) -> Operation[int]:
    """Make a company, with customers if given, in one step.

    Args:
        customer_ids: customers that belong to it.
        values: ``name`` (required); several companies may have the same.

    Returns:
        an operation whose result is the id. It raises Invalid or NotFound.
    """
    customers = records.ids_in(customer_ids)

    def write(journal: Journal) -> int:
        cleaned = fields.clean_all("company", {"name": "", **values})
        record = journal.add(Company, **cleaned)
        journal.say(name=cleaned["name"])
        records.relink(journal, "company", record, "customer", customers)
        return record

    return Operation("company.create", write)


def update(
    record: int,
    *,
    customer_ids: Iterable[int] | None = None,
    expected: Mapping[str, str] | None = None,
    **values: object,
) -> Operation[None]:
    """Change fields of a company and, if given, replace its customers, in one step.

    Args:
        record: the company's id.
        customer_ids: the customers it shall have, and no others; None leaves them alone.
        expected: the values that the user was shown; the edit is refused if they were changed since.
        values: new values by field name.

    Returns:
        an operation. It raises NotFound, Invalid or Conflict.
    """
    customers = records.ids_in(customer_ids)

    def write(journal: Journal) -> None:
        cleaned = records.checked(journal, "company", record, values, expected or {})
        journal.update(Company, record, **cleaned)
        records.relink(journal, "company", record, "customer", customers)

    return Operation("company.update", write)


def duplicate(record: int) -> Operation[int]:
    """Make a company with the same fields, named as a copy, without customers.

    Returns:
        an operation whose result is the new id. It raises NotFound.
    """

    def write(journal: Journal) -> int:
        known("company", [record])
        (source,) = Company.select(*FIELDS["company"]).where(Company.id == record).dicts()
        suffix = tr(" (copy)")
        source["name"] = source["name"][: Company.name.limit - len(suffix)] + suffix
        journal.say(name=source["name"])
        return journal.add(Company, **source)

    return Operation("company.duplicate", write)


def delete(ids: Iterable[int]) -> Operation[None]:
    """Delete companies; the customers that belonged to them stay.

    Args:
        ids: of the companies; duplicates are ignored.

    Returns:
        an operation. It raises NotFound if an id is unknown, and then deletes nothing.
    """
    given = list(ids)

    def write(journal: Journal) -> None:
        journal.remove(Company, records.describe_deleted(journal, "company", given))

    return Operation("company.delete", write, backed_up="tried" if len(given) >= records.BACKED_UP_FROM else "")
