"""Customers, their items and their companies."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response

from itemlink_gui.api import answers, asking, examples, listing
from itemlink_gui.api.asking import ReadAt
from itemlink_gui.api.bodies import CustomerChange, InPath, NewCustomer, OneItem
from itemlink_gui.api.strict import StrictRoute
from itemlink_gui.ops import customers, single

router = APIRouter(prefix="/api/customers", tags=["customers"], route_class=StrictRoute)

New = Annotated[NewCustomer, Body(openapi_examples=examples.NEW_CUSTOMER)]
Change = Annotated[CustomerChange, Body(openapi_examples=examples.CUSTOMER_CHANGE)]
One = Annotated[OneItem, Body(openapi_examples=examples.ONE_ITEM)]

_ITEM = {"item": "item_id"}


@router.get("/", **answers.told("List all customers (includes items)", list[answers.Customer]))
async def listed(request: Request, wish: Annotated[listing.Customers, Query()]) -> Response:
    """Tell all that fit, each in full; by number if nothing else is said."""
    return await listing.answer(request, "customer", wish)


@router.post("/", **answers.told("Create a new customer", answers.Customer, status=201, writes=True, tagged=True))
async def create(request: Request, body: New) -> Response:
    """Make a customer, with the items and companies that the body names, in one step."""
    made = await asking.run(request, customers.create(**body.given()))
    return await asking.record(request, "customer", made, made=True)


@router.get("/{id}/", **answers.told("Get customer details", answers.Customer, 404, tagged=True))
async def detail(request: Request, customer: InPath) -> Response:
    """Tell a customer with all companies and items, by their ids."""
    return await asking.record(request, "customer", customer)


@router.put("/{id}/", **answers.told("Full update customer", answers.Customer, 404, 412, writes=True, tagged=True))
async def replace(request: Request, customer: InPath, body: New, read_at: ReadAt) -> Response:
    """Change a customer. The username is needed; what the body does not name is left as it is."""
    return await asking.change(request, "customer", customer, customers.update(customer, **body.given()), read_at)


@router.patch("/{id}/", **answers.told("Update customer", answers.Customer, 404, 412, writes=True, tagged=True))
async def update(request: Request, customer: InPath, body: Change, read_at: ReadAt) -> Response:
    """Change what the body names. `item_ids` are the items that the customer has then, and no others."""
    return await asking.change(request, "customer", customer, customers.update(customer, **body.given()), read_at)


@router.delete("/{id}/", **answers.told("Delete customer", None, 404, 412, status=204, writes=True))
async def delete(request: Request, customer: InPath, read_at: ReadAt) -> Response:
    """Delete a customer with all links; items and companies stay."""
    return await asking.delete(request, "customer", customer, read_at)


@router.post("/{id}/add_item/", **answers.told("Add an item to a customer", answers.Message, 404, writes=True))
async def add_item(request: Request, customer: InPath, body: One) -> Response:
    """Add an item to a customer. One that is there already stays, and the answer says so."""
    operation = single.add_item(customer, body.item_id)
    return asking.message(await asking.run(request, operation, path={"customer": customer}, named=_ITEM))


@router.post("/{id}/remove_item/", **answers.told("Remove an item from a customer", answers.Message, 404, writes=True))
async def remove_item(request: Request, customer: InPath, body: One) -> Response:
    """Remove an item from a customer. The answer says if the item was not there."""
    operation = single.remove_item(customer, body.item_id)
    return asking.message(await asking.run(request, operation, path={"customer": customer}, named=_ITEM))
