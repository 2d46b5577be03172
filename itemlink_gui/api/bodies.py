"""What requests bring along: models of their bodies, made from the fields of the records, and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    StrictBool,
    StrictInt,
    StrictStr,
    WithJsonSchema,
    create_model,
)
from pydantic_core import PydanticCustomError

from itemlink_gui.base.errors import Invalid
from itemlink_gui.ops import fields
from itemlink_gui.store.columns import Day, Edited, Number, Text, YesNo
from itemlink_gui.store.journal import MAX_ID
from itemlink_gui.store.models import FIELDS, LINK_FIELDS, Category

# Longer ones are out of range.
_COUNT = re.compile(r"[0-9]{1,10}")
_NUMBER = re.compile(r"[1-9][0-9]{0,9}")


def _refused(reason: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "{reason}", {"reason": reason})


def digits(value: object) -> object:
    """Return the number of a record in an address as it is, if it is written as such."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise _refused("This must be a whole number, from 1.")
    return value


def whole_number(value: object) -> object:
    """Return a number in an address as it is, if it is written with nothing but digits."""
    if isinstance(value, str) and not _COUNT.fullmatch(value):
        raise _refused("This must be a whole number.")
    return value


_IN_ADDRESS = (Field(ge=1, le=MAX_ID), BeforeValidator(digits))
InPath = Annotated[int, *_IN_ADDRESS, Path(alias="id", description="The record's number.")]
"""The id that stands in an address; there is no other address."""
CustomerInPath = Annotated[int, *_IN_ADDRESS, Path(alias="customer_id", description="The customer's number.")]
NumberInQuery = Annotated[int, *_IN_ADDRESS]
Id = Annotated[StrictInt, Field(ge=1, le=MAX_ID)]
# Of very many that are none, the first is named.
Ids = Annotated[list[Id], FailFast()]
Colour = Annotated[StrictStr, Field(pattern="^(#[0-9a-fA-F]{6})?$", description="`#rrggbb`")]
OwnFields = Annotated[
    dict[str, StrictBool | StrictInt | StrictStr | None],
    Field(description="The values of the file's own fields, by what they are called; null for none."),
]


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
            if not isinstance(value, bool):
                raise _refused("This must be true or false.")
            value = int(value)
        elif isinstance(value, str) and (isinstance(edited, Number) or (isinstance(edited, Day) and len(value) != 10)):
            # What a form may leave open is null here.
            value = "?"
        try:
            return fields.cleaned(fields.spec(edited), value)
        except Invalid as error:
            raise _refused(error.reason) from None

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


def _model(name: str, edited: Iterable[Edited], *, new: bool, sent_back: Iterable[str], **more: Any) -> Any:
    """Return the model of a record, or of the data of a link, in a request.

    Args:
        name: of the model.
        edited: its fields.
        new: whether those must be named without which there is none.
        sent_back: what only answers have.
        more: types of what it has beside its fields.
    """
    told: dict[str, Any] = {
        field.name: (checked(field), ... if new and isinstance(field, Text) and field.required else _LEFT_ALONE)
        for field in edited
    }
    told |= {other: (kind_of, _LEFT_ALONE) for other, kind_of in more.items()}
    told |= dict.fromkeys(sent_back, (_SENT_BACK, _LEFT_ALONE))
    return create_model(name, __base__=Body, __doc__=Body.__doc__, **told)


_TIMES = ("created_at", "updated_at")
_ITEM = partial(
    _model,
    edited=FIELDS["item"],
    sent_back=("id", "customer_count", "customers_detail", "waiting_ids", *_TIMES),
    customer_ids=Ids,
    category_id=Id | None,
)
_CUSTOMER = partial(
    _model,
    edited=FIELDS["customer"],
    sent_back=("id", "item_count", "items_detail", "companies_detail", *_TIMES),
    item_ids=Ids,
    company_ids=Ids,
)
_COMPANY = partial(
    _model,
    edited=FIELDS["company"],
    sent_back=("id", "customer_count", "customers_detail", *_TIMES),
    customer_ids=Ids,
)
_CATEGORY = partial(
    _model, edited=(Category.name,), sent_back=("id", "item_count", "items_detail"), colour=Colour, item_ids=Ids
)
_LINK = partial(_model, edited=LINK_FIELDS, sent_back=("item_id", "customer_id", "created_at"), fields=OwnFields)

if TYPE_CHECKING:
    NewItem: TypeAlias = Body
    ItemChange: TypeAlias = Body
    NewCustomer: TypeAlias = Body
    CustomerChange: TypeAlias = Body
    NewCompany: TypeAlias = Body
    CompanyChange: TypeAlias = Body
    NewCategory: TypeAlias = Body
    CategoryChange: TypeAlias = Body
    LinkChange: TypeAlias = Body
else:
    NewItem, ItemChange = _ITEM("NewItem", new=True), _ITEM("ItemChange", new=False)
    NewCustomer, CustomerChange = _CUSTOMER("NewCustomer", new=True), _CUSTOMER("CustomerChange", new=False)
    NewCompany, CompanyChange = _COMPANY("NewCompany", new=True), _COMPANY("CompanyChange", new=False)
    NewCategory, CategoryChange = _CATEGORY("NewCategory", new=True), _CATEGORY("CategoryChange", new=False)
    LinkChange = _LINK("LinkChange", new=False)


class OneCustomer(Body):
    """The customer that is meant."""

    customer_id: Id


class OneItem(Body):
    """The item that is meant."""

    item_id: Id


class WhichStep(Body):
    """The step that is meant."""

    step: Annotated[Id | None, Field(description="The newest step, as it was read: another one is not undone.")] = None
