"""What answers look like: models for the description only, as SQLite makes the answers themselves."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, WithJsonSchema, create_model

from itemlink_gui.api import bodies
from itemlink_gui.base.changes import Kind
from itemlink_gui.ops import fields
from itemlink_gui.store.columns import YesNo
from itemlink_gui.store.models import FIELDS

Time = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
"""UTC, ISO 8601 with ``Z``."""

Day = Annotated[str | None, WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]})]


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
    position: int | None = Field(None, description="Where a query goes wrong, in characters from its beginning.")


class Outdated(Problem):
    """That a record was changed since it was read; nothing was changed."""

    updated_at: Time


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
    waiting_ids=Annotated[list[int], Field(description="Customers on the waiting list, who comes first, first.")],
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


class Category(BaseModel):
    """A category with all its items."""

    id: bodies.Id
    name: str
    colour: str
    item_count: int
    items_detail: list[ItemBrief]
    item_ids: list[int]


class Link(BaseModel):
    """That a customer has an item, and what is known of it."""

    item_id: bodies.Id
    customer_id: bodies.Id
    quantity: int
    note: str
    starts_on: Day
    ends_on: Day
    fields: dict[str, str | bool | float | None] = Field(
        description="The values of the file's own fields, by what they are called."
    )
    created_at: Time


class Step(BaseModel):
    """What was done to the file at once."""

    id: int
    kind: str = Field(description="What was done, for a program.")
    text: str = Field(description="What was done, in a sentence.")
    at: Time
    state: Literal["done", "undone"]
    who: str = Field(description="The window, the service or an import.")


class Undone(Message):
    """What was taken back."""

    step: int


_WHY = {
    400: (Wrong, "The request is wrong, and says what of it."),
    401: (Problem, "There is no token, or it is another one."),
    403: (Problem, "It comes from a page of somebody else, or the file can only be read."),
    404: (Problem, "There is no such record."),
    409: (Taken, "Something stands against it: a name that is taken, an item that is full, a later change."),
    412: (Outdated, "The record was changed since it was read."),
    413: (Problem, "The body is longer than 8 MB."),
    415: (Problem, "The body is no JSON."),
    503: (Problem, "The file cannot be reached now; try again."),
    507: (Problem, "The disk is full."),
}
_ALWAYS = (400, 401, 403, 503)
_IF_WRITTEN = (409, 413, 415, 507)
_TAG = {"ETag": {"description": "The time of the last change, for `If-Match`.", "schema": {"type": "string"}}}
_PLACE = {"Location": {"description": "Where it is from now on.", "schema": {"type": "string"}}}


def told(
    summary: str, good: Any, *further: int, status: int = 200, writes: bool = False, tagged: bool = False
) -> dict[str, Any]:
    """Return what a route says about itself: all its answers, with their models.

    Args:
        summary: a few words.
        good: the model of the answer if all is well; None for no content.
        further: statuses that are particular to it.
        status: the one if all is well.
        writes: whether it changes the file.
        tagged: whether the answer has an ETag.
    """
    headers = (_TAG if tagged else {}) | (_PLACE if status == 201 else {})
    responses: dict[int, dict[str, Any]] = {status: {"headers": headers} if headers else {}}
    for other in sorted({*_ALWAYS, *further, *(_IF_WRITTEN if writes else ())}):
        model, why = _WHY[other]
        responses[other] = {"model": model, "description": why}
    return {"summary": summary, "response_model": good, "status_code": status, "responses": responses}
