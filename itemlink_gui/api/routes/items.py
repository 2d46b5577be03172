"""Items, their customers, and the data of the links between them."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response

from itemlink_gui.api import answers, asking, examples, listing
from itemlink_gui.api.asking import ReadAt
from itemlink_gui.api.bodies import CustomerInPath, InPath, ItemChange, LinkChange, NewItem, OneCustomer
from itemlink_gui.api.listing import Customers
from itemlink_gui.api.problems import Problem
from itemlink_gui.api.strict import StrictRoute
from itemlink_gui.ops import items, link_data, single
from itemlink_gui.store import details

router = APIRouter(prefix="/api/items", tags=["items"], route_class=StrictRoute)

New = Annotated[NewItem, Body(openapi_examples=examples.NEW_ITEM)]
Change = Annotated[ItemChange, Body(openapi_examples=examples.ITEM_CHANGE)]
One = Annotated[OneCustomer, Body(openapi_examples=examples.ONE_CUSTOMER)]
Data = Annotated[LinkChange, Body(openapi_examples=examples.LINK_CHANGE)]

_CATEGORY = {"category": "category_id"}
_CUSTOMER = {"customer": "customer_id"}


@router.get("/", **answers.told("List all items", list[answers.Item]))
async def listed(request: Request, wish: Annotated[listing.Items, Query()]) -> Response:
    """Tell all that fit, each in full; by number if nothing else is said."""
    return await listing.answer(request, "item", wish)


@router.post("/", **answers.told("Create a new item", answers.Item, status=201, writes=True, tagged=True))
async def create(request: Request, body: New) -> Response:
    """Make an item, with the customers that `customer_ids` names, in one step."""
    given = body.given()
    operation = items.create(category=given.pop("category_id", None), **given)
    made = await asking.run(request, operation, named=_CATEGORY)
    return await asking.record(request, "item", made, made=True)


@router.get("/{id}/", **answers.told("Get item details", answers.Item, 404, tagged=True))
async def detail(request: Request, item: InPath) -> Response:
    """Tell an item with all its customers, by their ids."""
    return await asking.record(request, "item", item)


@router.put("/{id}/", **answers.told("Full update item", answers.Item, 404, 412, writes=True, tagged=True))
async def replace(request: Request, item: InPath, body: New, read_at: ReadAt) -> Response:
    """Change an item. The name is needed; what the body does not name is left as it is."""
    return await _update(request, item, body, read_at)


@router.patch("/{id}/", **answers.told("Partial update item", answers.Item, 404, 412, writes=True, tagged=True))
async def update(request: Request, item: InPath, body: Change, read_at: ReadAt) -> Response:
    """Change what the body names. `customer_ids` are the customers that it has then, and no others."""
    return await _update(request, item, body, read_at)


async def _update(request: Request, item: int, body: ItemChange, read_at: str) -> Response:
    given = body.given()
    operation = items.update(item, category=given.pop("category_id", "same"), **given)
    return await asking.change(request, "item", item, operation, read_at, **_CATEGORY)


@router.delete("/{id}/", **answers.told("Delete item", None, 404, 412, status=204, writes=True))
async def delete(request: Request, item: InPath, read_at: ReadAt) -> Response:
    """Delete an item with all its links; the customers stay."""
    return await asking.delete(request, "item", item, read_at)


@router.post("/{id}/add_customer/", **answers.told("Add a customer to an item", answers.Message, 404, writes=True))
async def add_customer(request: Request, item: InPath, body: One) -> Response:
    """Add a customer to an item. One who is there already stays, and the answer says so."""
    operation = single.add_customer(item, body.customer_id)
    return asking.message(await asking.run(request, operation, path={"item": item}, named=_CUSTOMER))


@router.post(
    "/{id}/remove_customer/", **answers.told("Remove a customer from an item", answers.Message, 404, writes=True)
)
async def remove_customer(request: Request, item: InPath, body: One) -> Response:
    """Remove a customer from an item. The answer says if the customer was not there."""
    operation = single.remove_customer(item, body.customer_id)
    return asking.message(await asking.run(request, operation, path={"item": item}, named=_CUSTOMER))


@router.get("/{id}/customers/", **answers.told("Get all customers of an item", list[answers.CustomerBrief], 404))
async def customers(request: Request, item: InPath, wish: Annotated[Customers, Query()]) -> Response:
    """Tell the customers that an item has; by their numbers if nothing else is said."""
    return await listing.of_item(request, item, wish)


@router.get("/{id}/customers/{customer_id}/", **answers.told("Get the data of a link", answers.Link, 404))
async def link(request: Request, item: InPath, customer: CustomerInPath) -> Response:
    """Tell since when a customer has an item, how many, the note, the dates, and the file's own fields."""
    text = await asking.read(request, partial(details.link, item, customer), long=False)
    if text is None:
        raise Problem(404, "This customer does not have this item.")
    return asking.json_of(text)


@router.patch(
    "/{id}/customers/{customer_id}/", **answers.told("Change the data of a link", answers.Link, 404, writes=True)
)
async def change_link(request: Request, item: InPath, customer: CustomerInPath, body: Data) -> Response:
    """Change what the body names."""
    given = body.given()
    operation = link_data.set_details([item], [customer], own=given.pop("fields", None), **given)
    await asking.run(request, operation, path={"item": item, "customer": customer})
    return await link(request, item, customer)
