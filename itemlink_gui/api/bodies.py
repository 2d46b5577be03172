"""What requests bring along: models of their bodies, made from the fields of the records, and their numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from fastapi import Path
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    FailFast,
    Field,
    PlainValidator,
    StrictInt,
    WithJsonSchema,
    create_model,
)
from pydantic_core import PydanticCustomError

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.errors import Invalid
from itemlink_gui.ops import fields
from itemlink_gui.store.columns import Edited, Number, YesNo
from itemlink_gui.store.journal import MAX_ID
from itemlink_gui.store.models import FIELDS

# Longer ones are out of range.
_MOST_DIGITS = 10


def _digits(value: str) -> str:
    if not (value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS and value[0] != "0"):
        raise PydanticCustomError("refused", "This is no number of a record.")
    return value


InPath = Annotated[int, BeforeValidator(_digits), Path(alias="id", ge=1, le=MAX_ID, description="The record's number.")]
"""The id that stands in an address; there is no other address."""
Id = Annotated[StrictInt, Field(ge=1, le=MAX_ID)]
# Of very many that are none, the first is named.
Ids = Annotated[list[Id], FailFast()]


class Body(BaseModel):
    """A JSON object in a request; what it does not name is left as it is."""

    model_config = ConfigDict(extra="forbid")

    def given(self) -> dict[str, Any]:
        """Return what it names, by name; without what only answers have."""
        model = type(self).model_fields
        return {name: getattr(self, name) for name in self.model_fields_set if model[name].annotation is not _OnlyRead}


class _OnlyRead:
    """Stands for what an answer has and a request may send back; whatever it is."""


_SENT_BACK = Annotated[_OnlyRead, PlainValidator(lambda value: value), WithJsonSchema({"readOnly": True})]
_LEFT_ALONE: Any = Field(default_factory=lambda: None)


def checked(edited: Edited) -> Any:
    """Return the type of a field as requests bring it, held to the rules that hold for it everywhere.

    Args:
        edited: the field of the model.
    """
    spec = fields.spec(edited)

    def check(value: object) -> fields.Value:
        if isinstance(edited, YesNo):
            # 1 is not true.
            value = int(value) if isinstance(value, bool) else "?"
        elif isinstance(edited, Number) and isinstance(value, str):
            value = "?"
        try:
            return fields.cleaned(fields.spec(edited), value)
        except Invalid as error:
            raise PydanticCustomError("refused", "{reason}", {"reason": error.reason}) from None

    return Annotated[Any, PlainValidator(check), WithJsonSchema(schema_of(spec))]


def schema_of(spec: fields.FieldSpec) -> dict[str, Any]:
    """Return the JSON schema of a field."""
    match spec.type:
        case "number":
            number = {"type": "integer", "minimum": spec.least, "maximum": spec.most}
            return number if spec.required else {"anyOf": [number, {"type": "null"}]}
        case "day":
            return {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
        case "yesno":
            return {"type": "boolean"}
        case "choice":
            return {"type": "string", "enum": [value for value, _ in spec.options]}
    return {"type": "string", "maxLength": spec.limit, **({"minLength": 1} if spec.required else {})}


def _model(name: str, kind: Kind, *, new: bool, sent_back: tuple[str, ...], **more: Any) -> Any:
    """Return the model of a record in a request.

    Args:
        name: of the model.
        kind: of the record.
        new: whether what a record cannot be without must be named.
        sent_back: what only answers have.
        more: types of what it has beside its fields.
    """
    told: dict[str, Any] = {
        edited.name: (checked(edited), ... if new and getattr(edited, "required", False) else _LEFT_ALONE)
        for edited in FIELDS[kind]
    }
    told |= {other: (kind_of, _LEFT_ALONE) for other, kind_of in more.items()}
    told |= dict.fromkeys(sent_back, (_SENT_BACK, _LEFT_ALONE))
    return create_model(name, __base__=Body, __doc__=Body.__doc__, **told)


_TIMES = ("created_at", "updated_at")
_ITEM = partial(
    _model, kind="item", sent_back=("id", "customer_count", "customers_detail", *_TIMES), customer_ids=Ids,
    category_id=Id | None,
)  # fmt: skip
_CUSTOMER = partial(
    _model, kind="customer", sent_back=("id", "item_count", "items_detail", "companies_detail", *_TIMES), item_ids=Ids,
    company_ids=Ids,
)  # fmt: skip
_COMPANY = partial(
    _model, kind="company", sent_back=("id", "customer_count", "customers_detail", *_TIMES), customer_ids=Ids
)

if TYPE_CHECKING:
    NewItem: TypeAlias = Body
    ItemChange: TypeAlias = Body
    NewCustomer: TypeAlias = Body
    CustomerChange: TypeAlias = Body
    NewCompany: TypeAlias = Body
    CompanyChange: TypeAlias = Body
else:
    NewItem, ItemChange = _ITEM("NewItem", new=True), _ITEM("ItemChange", new=False)
    NewCustomer, CustomerChange = _CUSTOMER("NewCustomer", new=True), _CUSTOMER("CustomerChange", new=False)
    NewCompany, CompanyChange = _COMPANY("NewCompany", new=True), _COMPANY("CompanyChange", new=False)


class OneCustomer(Body):
    """The customer that is meant."""

    customer_id: Id


class OneItem(Body):
    """The item that is meant."""

    item_id: Id
