"""What answers look like: models for the description only, as SQLite makes the answers themselves."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field, WithJsonSchema, create_model

from itemlink_gui.api import bodies
from itemlink_gui.base.changes import Kind
from itemlink_gui.ops import fields
from itemlink_gui.store.columns import YesNo
from itemlink_gui.store.models import FIELDS

Time = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
"""UTC, ISO 8601 with ``Z``."""


class CustomerBrief(BaseModel):
    """A customer as an item shows it."""

    id: bodies.Id
    username: str
    email: str
    full_name: str
    phone: str


class ItemBrief(BaseModel):
    """An item as a customer shows it."""

    id: bodies.Id
    name: str
    description: str
    created_at: Time
    updated_at: Time


class CompanyBrief(BaseModel):
    """A company as a customer shows it."""

    id: bodies.Id
    name: str


class Message(BaseModel):
    """What was done, in a sentence."""

    message: str


class Problem(BaseModel):
    """Why a request was not carried out; nothing was changed."""

    detail: str = Field(description="A sentence.")


class Wrong(Problem):
    """What is wrong with a request; nothing was changed."""

    fields: dict[str, list[str]] | None = Field(None, description="By field or parameter, what is wrong with it.")
    ids: list[int] | None = Field(None, description="All ids that are not in the file.")


class Taken(Wrong):
    """What stands against it; nothing was changed."""

    item_id: int | None = Field(None, description="Of the item that has no room.")
    capacity: int | None = Field(None, description="Places there are.")
    taken: int | None = Field(None, description="Places that are taken.")
    wanted: int | None = Field(None, description="Places that were wanted.")
    free: int | None = Field(None, description="Places that are left.")


def _record(name: str, kind: Kind, said: str, **more: Any) -> Any:
    """Return the model of a record in full, from the fields of the record and what else it has."""
    told: dict[str, Any] = {"id": (bodies.Id, ...)}
    for edited in FIELDS[kind]:
        schema = bodies.schema_of(fields.spec(edited))
        told[edited.name] = (Annotated[bool if isinstance(edited, YesNo) else Any, WithJsonSchema(schema)], ...)
    told |= {other: (kind_of, ...) for other, kind_of in more.items()}
    told |= {"created_at": (Time, ...), "updated_at": (Time, ...)}
    return create_model(name, __doc__=said, **told)


Item = _record(
    "Item",
    "item",
    "An item with all its customers.",
    customer_count=int,
    customers_detail=list[CustomerBrief],
    customer_ids=list[int],
    category_id=int | None,
)
Customer = _record(
    "Customer",
    "customer",
    "A customer with all companies and items.",
    item_count=int,
    companies_detail=list[CompanyBrief],
    company_ids=list[int],
    items_detail=list[ItemBrief],
    item_ids=list[int],
)
Company = _record(
    "Company",
    "company",
    "A company with all its customers.",
    customer_count=int,
    customers_detail=list[CustomerBrief],
    customer_ids=list[int],
)
